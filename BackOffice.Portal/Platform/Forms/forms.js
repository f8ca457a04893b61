// Watches over one form. Drafts never leave the person's computer and go after a week.
backOffice.watchForm = (root, name) => {
  const week = 7 * 24 * 3600 * 1000;
  const key = name && `draft:${name}`;
  const line = root.querySelector('.kept');
  let timer = 0;
  const fields = () => [...root.querySelectorAll('[name]')].filter(f => !['password', 'file', 'hidden'].includes(f.type));
  const valueOf = f => f.type === 'checkbox' ? f.checked : f.value;
  const read = () => { try { return JSON.parse(localStorage.getItem(key)); } catch { return null; } };
  const clock = at => new Date(at).toLocaleTimeString(document.documentElement.lang, { hour: '2-digit', minute: '2-digit', hour12: false });
  const opened = Object.fromEntries(fields().map(f => [f.name, valueOf(f)]));

  function keep() {
    const values = Object.fromEntries(fields().map(f => [f.name, valueOf(f)]).filter(([n, v]) => v !== opened[n] && String(v).length <= 4000));
    if (!Object.keys(values).length) return forget();
    const at = Date.now();
    localStorage.setItem(key, JSON.stringify({ at, values }));
    if (line) line.textContent = line.dataset.words.replace('{0}', clock(at));
  }

  function forget() {
    clearTimeout(timer);
    if (key) localStorage.removeItem(key);
    if (line) line.textContent = '';
  }

  function onInput() {
    clearTimeout(timer);
    if (key) timer = setTimeout(keep, 400);
  }

  // Of several forms the one with the focus is meant, otherwise the one that was opened last.
  function isMeant() {
    const forms = [...document.querySelectorAll('form.form')].filter(form => form.offsetParent);
    return (forms.find(form => form.contains(document.activeElement)) ?? forms.at(-1)) === root;
  }

  // Escape gives up like the button does, so that nothing typed is lost without a question.
  function isOnTop() {
    return [...document.querySelectorAll('.mud-dialog')].at(-1)?.contains(root) && !document.querySelector('.mud-popover-open');
  }

  function onKey(e) {
    if (e.key === 'Escape' && isOnTop()) return root.querySelector('.cancel')?.click();
    if (!(e.ctrlKey || e.metaKey) || e.key.toLowerCase() !== 's') return;
    if (!isMeant()) return;
    e.preventDefault();
    const at = document.activeElement;
    if (root.contains(at)) at.dispatchEvent(new Event('change', { bubbles: true }));
    root.requestSubmit();
  }

  root.addEventListener('input', onInput);
  document.addEventListener('keydown', onKey);
  return {
    kept() {
      const draft = key && read();
      if (!draft || Date.now() - draft.at > week) { if (draft) forget(); return null; }
      return fields().some(f => f.name in draft.values && draft.values[f.name] !== valueOf(f)) ? clock(draft.at) : null;
    },
    takeUp() {
      const draft = read();
      for (const f of fields()) {
        if (!draft || !(f.name in draft.values)) continue;
        if (f.type === 'checkbox') f.checked = draft.values[f.name];
        else f.value = draft.values[f.name];
        f.dispatchEvent(new Event('change', { bubbles: true }));
      }
    },
    forget,
    focus(id) { document.getElementById(id)?.focus(); },
    focusFault() { root.querySelector('[aria-invalid=true]')?.focus() ?? root.querySelector('.summary')?.scrollIntoView({ block: 'nearest' }); },
    close() { clearTimeout(timer); document.removeEventListener('keydown', onKey); },
  };
};
