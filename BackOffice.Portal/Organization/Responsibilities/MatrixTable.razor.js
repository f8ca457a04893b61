// Arrow keys walk through the matrix; towards the end of a line is left in Urdu.
export function walk(root) {
  root.addEventListener('keydown', e => {
    const cell = e.target.closest('td');
    if (!cell || !e.key.startsWith('Arrow')) return;
    const forward = getComputedStyle(root).direction === 'rtl' ? 'ArrowLeft' : 'ArrowRight';
    let next = cell;
    if (e.key === 'ArrowUp' || e.key === 'ArrowDown') {
      const rows = [...root.querySelectorAll('tbody tr:not(.area)')];
      const row = rows[rows.indexOf(cell.parentElement) + (e.key === 'ArrowDown' ? 1 : -1)];
      next = row?.cells[cell.cellIndex];
    } else {
      next = e.key === forward ? cell.nextElementSibling : cell.previousElementSibling;
    }
    const button = next?.querySelector('button');
    if (!button) return;
    e.preventDefault();
    button.focus();
  });
}
