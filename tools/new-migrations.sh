#!/usr/bin/env bash
# Makes the migrations of both providers anew. Only before the first release: afterwards a migration, once shipped, is never made again.
# With a name, adds a migration of that name to both providers instead.
set -euo pipefail
cd "$(dirname "$0")/.."
dotnet tool restore >/dev/null
[ $# -gt 0 ] || rm -rf BackOffice.Portal/Platform/Data/Migrations
dotnet build BackOffice.Portal -v q -p:RunAnalyzers=false
for provider in Sqlite SqlServer; do
  dotnet ef migrations add "${1:-Initial}" --project BackOffice.Portal --context "${provider}Db" --no-build --output-dir "Platform/Data/Migrations/$provider"
done
