#!/usr/bin/env bash
# Builds everything with warnings as errors, checks the format, runs every test (browser journeys included)
# and ends with the line "N passed, N failed, N skipped". Installs what it needs; arguments go to the tests.
set -uo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")"
export DOTNET_NOLOGO=1 DOTNET_CLI_TELEMETRY_OPTOUT=1 TESTINGPLATFORM_TELEMETRY_OPTOUT=1
configuration=Release
tests="BackOffice.Tests/bin/$configuration/net10.0"

say() { printf '\n== %s\n' "$*"; }

# A browser: the one named by BACKOFFICE_CHROMIUM, the system's, the system's packages, or Playwright's own.
browser() {
  if [ -n "${BACKOFFICE_CHROMIUM:-}" ]; then return; fi
  local found
  for found in chromium chromium-browser google-chrome; do
    if command -v "$found" >/dev/null; then BACKOFFICE_CHROMIUM=$(command -v "$found"); export BACKOFFICE_CHROMIUM; return; fi
  done
  if command -v apt-get >/dev/null && [ "$(id -u)" = 0 ]; then
    say "Installing Chromium from the system's packages"
    apt-get update -qq && DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends chromium fonts-liberation >/dev/null
    if command -v chromium >/dev/null; then BACKOFFICE_CHROMIUM=$(command -v chromium); export BACKOFFICE_CHROMIUM; return; fi
  fi
  say "Installing Playwright's own Chromium"
  local playwright
  playwright=$(find "$tests/.playwright/package" -name cli.js | head -n 1)
  "$(find "$tests/.playwright/node" -name node -type f | head -n 1)" "$playwright" install --with-deps chromium
}

# A Redis of which the tests start servers of their own; without one these tests are skipped and say so.
redis() {
  if command -v redis-server >/dev/null || [ -x /usr/bin/redis-server ]; then return; fi
  if command -v apt-get >/dev/null && [ "$(id -u)" = 0 ]; then
    say "Installing redis-server from the system's packages"
    apt-get update -qq && DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends redis-server >/dev/null
  fi
}

say "Build"
dotnet restore || exit 1
dotnet build --no-restore -c "$configuration" -warnaserror || exit 1
say "Format"
dotnet format --no-restore --verify-no-changes --exclude BackOffice.Portal/Platform/Data/Migrations || { echo "The format is off: run dotnet format."; exit 1; }
browser
redis

say "Tests"
log=$(mktemp)
trap 'rm -f "$log"' EXIT
# One class after the other: each starts processes and browsers of its own, and two cores have enough of one.
timeout --kill-after=30s 35m "$tests/BackOffice.Tests" -noColor -parallel none "$@" 2>&1 | tee "$log"
status=${PIPESTATUS[0]}
count() { sed -nE "s/.*Total: ([0-9]+), Errors: ([0-9]+), Failed: ([0-9]+), Skipped: ([0-9]+).*/\\$1/p" "$log" | tail -n 1; }
total=$(count 1); errors=$(count 2); failed=$(count 3); skipped=$(count 4)
if [ -z "$total" ] || [ "$total" = 0 ]; then echo "The tests did not finish (exit code $status)."; echo "0 passed, 1 failed, 0 skipped"; exit 1; fi
echo "$((total - failed - skipped)) passed, $((failed + errors)) failed, $skipped skipped"
[ "$status" = 0 ]
