// The search box as a combobox: what is found appears while typing, and the keyboard alone is enough.
// Without this file the form still searches.

const form = document.querySelector('[data-search]');
if (form) combobox(form);

function combobox(form) {
  const input = form.querySelector('input[name=q]');
  const list = form.querySelector('[role=listbox]');
  const count = form.querySelector('[data-count]');
  let active = -1;
  let timer = 0;
  let asked = null;
  let shown = '';

  input.setAttribute('role', 'combobox');
  input.setAttribute('aria-autocomplete', 'list');
  input.setAttribute('aria-controls', list.id);
  input.setAttribute('aria-expanded', 'false');

  const options = () => list.querySelectorAll('[role=option]');

  function open(yes) {
    list.hidden = !yes;
    input.setAttribute('aria-expanded', String(yes));
    if (!yes) mark(-1);
  }

  function mark(index) {
    const all = options();
    all[active]?.setAttribute('aria-selected', 'false');
    active = index;
    const option = all[active];
    if (!option) {
      input.removeAttribute('aria-activedescendant');
      return;
    }
    option.setAttribute('aria-selected', 'true');
    option.scrollIntoView({ block: 'nearest' });
    input.setAttribute('aria-activedescendant', option.id);
  }

  async function ask() {
    const text = input.value.trimStart();
    asked?.abort();
    if (text.length < 2) {
      open(false);
      count.textContent = '';
      shown = '';
      return;
    }
    asked = new AbortController();
    const on = form.querySelector('input[name=on]')?.value;
    const query = new URLSearchParams(on ? { q: text, on } : { q: text });
    try {
      const answer = await fetch(`/search/fragment?${query}`, { signal: asked.signal });
      if (!answer.ok) return;
      const html = await answer.text();
      // An answer that comes late must not move what was chosen to another code: it stays chosen if it is still there, else nothing is.
      const chosen = options()[active]?.href;
      list.innerHTML = html;
      shown = input.value;
      mark([...options()].findIndex(o => o.href === chosen));
      const n = options().length;
      count.textContent = n === 0 ? 'No code found' : `${n} codes, use the arrow keys`;
      open(n > 0 && document.activeElement === input);
    } catch (e) {
      if (e.name !== 'AbortError') open(false);
    }
  }

  input.addEventListener('input', () => {
    clearTimeout(timer);
    timer = setTimeout(ask, 50);
  });
  input.addEventListener('focus', () => {
    if (shown && shown === input.value && options().length > 0) open(true);
  });
  form.addEventListener('focusout', e => {
    if (!form.contains(e.relatedTarget)) open(false);
  });

  input.addEventListener('keydown', e => {
    if (e.isComposing) return;
    const n = options().length;
    if (e.key === 'ArrowDown' || e.key === 'ArrowUp') {
      if (n === 0) return;
      e.preventDefault();
      if (list.hidden) open(true);
      const step = e.key === 'ArrowDown' ? 1 : -1;
      // One place beyond either end is the box itself.
      mark(active + step < -1 ? n - 1 : active + step >= n ? -1 : active + step);
    } else if (e.key === 'Enter' && active >= 0) {
      e.preventDefault();
      options()[active].click();
    } else if (e.key === 'Escape' && !list.hidden) {
      e.preventDefault();
      clearTimeout(timer);
      asked?.abort();
      open(false);
    }
  });

  // "/" goes to the search from anywhere that is not itself a field.
  document.addEventListener('keydown', e => {
    if (e.key !== '/' || e.ctrlKey || e.metaKey || e.altKey || e.target.closest('input, textarea, select, [contenteditable]')) return;
    e.preventDefault();
    input.focus();
    input.select();
  });
}
