// Walks the tree with the keyboard where it is drawn; only opening and closing is told to the server, by the seat's own button.
export function walk(root) {
  const seats = () => [...root.querySelectorAll("[role=treeitem]")];
  const go = seat => {
    if (!seat) return;
    seats().forEach(s => s.tabIndex = s === seat ? 0 : -1);
    seat.focus();
  };
  const level = seat => Number(seat.getAttribute("aria-level"));
  root.addEventListener("keydown", e => {
    const seat = e.target.closest("[role=treeitem]");
    if (!seat || e.target !== seat || e.altKey || e.ctrlKey || e.metaKey) return;
    const all = seats(), at = all.indexOf(seat), open = seat.getAttribute("aria-expanded");
    const rtl = getComputedStyle(root).direction === "rtl";
    const deeper = rtl ? "ArrowLeft" : "ArrowRight", higher = rtl ? "ArrowRight" : "ArrowLeft";
    switch (e.key) {
      case "ArrowDown": go(all[at + 1]); break;
      case "ArrowUp": go(all[at - 1]); break;
      case "Home": go(all[0]); break;
      case "End": go(all[all.length - 1]); break;
      case deeper:
        if (open === "false") seat.querySelector("button.chart-toggle").click();
        else if (open === "true") go(all[at + 1]);
        break;
      case higher:
        if (open === "true") seat.querySelector("button.chart-toggle").click();
        else go(all.slice(0, at).reverse().find(s => level(s) < level(seat)));
        break;
      case "Enter": seat.querySelector("a.chart-title").click(); break;
      default: return;
    }
    e.preventDefault();
  });
}

export function show(root, id) {
  const seat = root.querySelector(`[data-seat="${id}"]`);
  if (!seat) return;
  seat.scrollIntoView({ block: "center" });
  seat.focus({ preventScroll: true });
}
