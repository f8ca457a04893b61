// Dragging and the keyboard's focus on a board. What a move means is decided by the portal.
export function lastSeen(name) {
  const kept = Number(localStorage.getItem("bo.board." + name));
  return kept > 0 ? kept : null;
}

export const seen = (name, at) => localStorage.setItem("bo.board." + name, at);

export function open(root, page) {
  const leaving = new AbortController();
  const on = (type, act) => root.addEventListener(type, act, { signal: leaving.signal });
  const menu = root.querySelector(".move-menu");
  const cardOf = id => root.querySelector(`[data-card="${id}"]`);
  let dragged = null;

  // The card under which the pointer is, counted by the middles of the cards.
  const placeIn = (pile, y) => {
    const cards = [...pile.querySelectorAll("[data-card]")].filter(c => c !== dragged);
    const below = cards.findIndex(c => { const box = c.getBoundingClientRect(); return y < box.top + box.height / 2; });
    const at = below < 0 ? cards.length : below;
    return { above: cards[at - 1] ?? null, below: cards[at] ?? null };
  };
  const unmark = () => root.querySelectorAll(".over, .mark-above, .mark-below").forEach(e => e.classList.remove("over", "mark-above", "mark-below"));
  const idOf = card => card ? Number(card.dataset.card) : null;

  on("dragstart", e => {
    dragged = e.target.closest("[data-card]");
    if (!dragged) return;
    e.dataTransfer.effectAllowed = "move";
    e.dataTransfer.setData("text/plain", dragged.dataset.card);
    dragged.classList.add("dragged");
  });
  on("dragover", e => {
    const pile = dragged && e.target.closest("[data-column]:not(.shut)");
    unmark();
    if (!pile) return;
    e.preventDefault();
    pile.classList.add("over");
    const { above, below } = placeIn(pile, e.clientY);
    (below ?? above)?.classList.add(below ? "mark-above" : "mark-below");
  });
  on("drop", e => {
    const pile = dragged && e.target.closest("[data-column]:not(.shut)");
    if (!pile) return;
    e.preventDefault();
    const { above, below } = placeIn(pile, e.clientY);
    page.invokeMethodAsync("Drop", { card: idOf(dragged), column: pile.dataset.column, lane: pile.dataset.lane, after: idOf(above), before: idOf(below) });
  });
  on("dragend", () => {
    unmark();
    dragged?.classList.remove("dragged");
    dragged = null;
  });

  // Arrows walk from card to card; while one is held the portal moves it instead.
  on("keydown", e => {
    const card = e.target.closest("[data-card]");
    if (!card || e.target !== card) return;
    const arrow = e.key.startsWith("Arrow");
    if (e.key === " " || (arrow && !e.altKey && !e.ctrlKey)) e.preventDefault();
    if (!arrow || root.querySelector(".card.held")) return;
    const pile = card.closest("[data-column]");
    const piles = [...root.querySelectorAll("[data-column]")].filter(p => p.dataset.lane === pile.dataset.lane);
    const cards = [...pile.querySelectorAll("[data-card]")];
    if (e.key === "ArrowUp" || e.key === "ArrowDown") cards[cards.indexOf(card) + (e.key === "ArrowUp" ? -1 : 1)]?.focus();
    else {
      const step = (e.key === "ArrowRight") === (getComputedStyle(root).direction === "ltr") ? 1 : -1;
      for (let at = piles.indexOf(pile) + step; at >= 0 && at < piles.length; at += step) {
        const beside = piles[at].querySelector("[data-card]");
        if (beside) { beside.focus(); break; }
      }
    }
  });

  return {
    focus: id => cardOf(id)?.focus(),
    showMenu: id => {
      const anchor = root.querySelector(`[data-move="${id}"]`);
      if (!anchor || !menu) return;
      if (!menu.matches(":popover-open")) menu.showPopover();
      const box = anchor.getBoundingClientRect();
      menu.style.top = Math.max(8, Math.min(box.bottom + 4, innerHeight - menu.offsetHeight - 8)) + "px";
      menu.style.left = Math.max(8, Math.min(box.right - menu.offsetWidth, innerWidth - menu.offsetWidth - 8)) + "px";
      menu.querySelector("button")?.focus();
    },
    hideMenu: () => menu?.matches(":popover-open") && menu.hidePopover(),
    close: () => leaving.abort(),
  };
}
