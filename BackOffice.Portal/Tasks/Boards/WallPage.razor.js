// A wall hangs for days without anybody near it: it hides the mouse, and finds back to the portal by itself.
export function hang() {
  if (window.hangs) return;
  window.hangs = true;
  const fill = () => document.fullscreenElement ? document.exitFullscreen() : document.documentElement.requestFullscreen();
  document.addEventListener("keydown", e => e.key.toLowerCase() === "f" && !e.ctrlKey && !e.metaKey && document.querySelector(".wall") && fill());

  // When the framework has given up, the portal may still come back.
  const strip = document.getElementById("components-reconnect-modal");
  strip?.addEventListener("components-reconnect-state-changed", e => {
    if (e.detail.state !== "failed" || !document.querySelector(".wall")) return;
    const again = setInterval(async () => {
      try {
        if ((await fetch("/health/live", { cache: "no-store" })).ok) { clearInterval(again); location.reload(); }
      } catch { /* not yet */ }
    }, 5000);
  });
}
