// What the browser has to do itself: colours before the first paint, keys that work everywhere, and the connection.
(() => {
  const root = document.documentElement;
  const system = matchMedia("(prefers-color-scheme: dark)");
  let shell = null;

  const cookie = (name, value) => document.cookie = `${name}=${value};path=/;max-age=31536000;samesite=lax${location.protocol === "https:" ? ";secure" : ""}`;

  const showColours = look => {
    const theme = look.split(".")[0];
    root.dataset.theme = theme === "Dark" || (theme === "System" && system.matches) ? "dark" : "light";
  };

  const systemTurned = () => {
    cookie("bo.dark", system.matches ? "1" : "0");
    showColours(root.dataset.look);
    shell?.invokeMethodAsync("SystemTurnedAsync", system.matches);
  };

  system.addEventListener("change", systemTurned);
  systemTurned();

  window.backOffice = {
    start: page => {
      const known = shell !== null;
      shell = page;
      if (!known) shell.invokeMethodAsync("SystemTurnedAsync", system.matches);
      root.dataset.ready = "true";
    },
    showDialog: dialog => {
      dialog.addEventListener("pointerdown", e => e.target === dialog && dialog.close());
      dialog.showModal();
    },
    keepLook: look => {
      const [, density, , keys] = look.split(".");
      root.dataset.look = look;
      root.dataset.density = density.toLowerCase();
      root.dataset.keys = keys;
      cookie("bo.look", look);
      showColours(look);
    },
  };
  root.dataset.keys = root.dataset.look.split(".")[3];

  const typing = target => target.closest("input, textarea, select, [contenteditable=true]") !== null;

  // Whatever hangs open closes by Escape, giving the focus back, and by a click beside it.
  const hanging = () => document.querySelectorAll("details.pop[open]");
  document.addEventListener("pointerdown", e => hanging().forEach(pop => pop.contains(e.target) || (pop.open = false)));
  document.addEventListener("keydown", e => {
    if (e.key !== "Escape") return;
    hanging().forEach(pop => {
      pop.open = false;
      pop.querySelector("summary").focus();
    });
  });

  const keys = {
    "ctrl+k": () => shell?.invokeMethodAsync("OpenPalette"),
    "ctrl+b": () => shell?.invokeMethodAsync("TurnRailAsync"),
    "?": () => shell?.invokeMethodAsync("OpenShortcutsAsync"),
    "/": () => document.querySelector("[data-quick-search] input, input[data-quick-search]")?.focus(),
  };

  document.addEventListener("keydown", e => {
    if (e.altKey || e.isComposing || document.querySelector("dialog[open]")) return;
    const name = (e.ctrlKey || e.metaKey ? "ctrl+" : "") + e.key.toLowerCase();
    const act = keys[name];
    if (!act) return;
    if (!name.startsWith("ctrl+") && (typing(e.target) || root.dataset.keys === "NoKeys")) return;
    e.preventDefault();
    act();
  });

  document.addEventListener("click", e => {
    if (e.target.closest("[data-print]")) print();
  });

  // The framework reports the connection on the strip; the strip only has to offer what helps.
  const strip = document.getElementById("components-reconnect-modal");
  strip.addEventListener("components-reconnect-state-changed", e => {
    if (e.detail.state === "rejected") location.reload();
  });
  document.getElementById("reconnect-now").addEventListener("click", async () => {
    if (!await Blazor.reconnect()) location.reload();
  });
  document.getElementById("reconnect-reload").addEventListener("click", () => location.reload());
})();
