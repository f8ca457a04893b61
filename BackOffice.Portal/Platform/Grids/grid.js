// One listener for a whole list. Moving the cursor costs the server nothing; what it must know is reported by Act.
backOffice.listen = (root, server) => {
  const search = root.querySelector('.quick input');
  const rows = () => root.querySelector('.grid tbody');
  const turn = () => Number(rows()?.dataset.turn ?? 0);
  const act = (kind, index = 0, shift = false, text = null) => server.invokeMethodAsync('Act', { kind, index, shift, text, turn: turn() });
  let cursor = -1;

  function go(to) {
    const all = rows()?.rows;
    if (!all?.length) return;
    cursor = Math.max(0, Math.min(to, all.length - 1));
    for (const row of root.querySelectorAll('tr[tabindex]')) row.removeAttribute('tabindex');
    all[cursor].tabIndex = 0;
    all[cursor].focus();
    all[cursor].scrollIntoView({ block: 'nearest' });
  }

  // Of several lists on a page the one with the focus is meant, otherwise the first that can be seen.
  function isMeant() {
    const lists = [...document.querySelectorAll('.list')].filter(list => list.offsetParent);
    return (lists.find(list => list.contains(document.activeElement)) ?? lists[0]) === root;
  }

  function onClick(e) {
    const head = e.target.closest('thead th');
    if (head && e.target.closest('button')) {
      const at = [...head.parentElement.children].indexOf(head);
      const picks = head.parentElement.firstElementChild.classList.contains('pick') ? 1 : 0;
      return head.classList.contains('pick') ? act('pickAll') : act('sort', at - picks, e.shiftKey);
    }
    const row = e.target.closest('tbody tr');
    if (!row || e.target.closest('a, button, input, label')) return;
    if (e.target.closest('td.pick')) {
      e.preventDefault();
      cursor = row.sectionRowIndex;
      act('pick', cursor, e.shiftKey);
    } else {
      go(row.sectionRowIndex);
    }
  }

  function onKey(e) {
    if (e.ctrlKey || e.metaKey || e.altKey || e.defaultPrevented || !root.isConnected) return;
    if (document.querySelector('.mud-dialog, dialog[open]') || !isMeant()) return;
    const field = e.target.closest?.('input, textarea, select, [contenteditable]');
    if (field) {
      if (field === search && (e.key === 'Escape' || e.key === 'ArrowDown')) { e.preventDefault(); go(Math.max(cursor, 0)); }
      return;
    }
    const open = document.querySelector('details.pop[open]');
    if (open) {
      if (e.key === 'Escape') { open.open = false; open.querySelector('summary').focus(); }
      return;
    }
    const letters = root.dataset.letters !== 'off';
    const inside = root.contains(document.activeElement) && document.activeElement.tagName === 'TR';
    const key = letters && e.key.length === 1 ? e.key.toLowerCase() : e.key;
    if (key === 'j' || (inside && key === 'ArrowDown')) go(cursor + 1);
    else if (key === 'k' || (inside && key === 'ArrowUp')) go(cursor - 1);
    else if (inside && key === 'Home') go(0);
    else if (inside && key === 'End') go(Infinity);
    else if (inside && key === 'PageDown') act('page', 1);
    else if (inside && key === 'PageUp') act('page', -1);
    else if (inside && (key === 'x' || key === ' ')) act('pick', cursor, e.shiftKey);
    else if (inside && key === 'Enter') rows().rows[cursor]?.querySelector('a')?.click();
    else if (key === 'Escape') act('clear');
    else return;
    e.preventDefault();
  }

  // Every letter at once: the question before it is called off, so the last one never waits.
  function onInput() {
    act('search', 0, false, search.value.trim());
  }

  function onOutside(e) {
    for (const pop of document.querySelectorAll('details.pop[open]')) if (!pop.contains(e.target)) pop.open = false;
  }

  root.addEventListener('click', onClick);
  search?.addEventListener('input', onInput);
  document.addEventListener('keydown', onKey);
  document.addEventListener('pointerdown', onOutside);
  return {
    searchFor(text) { if (search) search.value = text; },
    stop() {
      document.removeEventListener('keydown', onKey);
      document.removeEventListener('pointerdown', onOutside);
    },
  };
};
