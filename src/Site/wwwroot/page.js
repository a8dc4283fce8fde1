// What a person who keeps the page open all day wants besides reading: keys, copying, the source of a value beside it, and where one is on the page.
// Without this file every page still reads, navigates and posts its forms.

const typing = e => e.target.closest('input:not([type=checkbox], [type=radio]), textarea, select, [contenteditable]') !== null;
const plain = e => !e.ctrlKey && !e.metaKey && !e.altKey && !e.defaultPrevented;

keys();
copying();
printing();
sourceCards();
rail();
tray();

function keys() {
  const help = document.getElementById('keys');
  for (const b of document.querySelectorAll('[data-keys]')) {
    b.hidden = false;
    b.addEventListener('click', () => help.showModal());
  }

  help.querySelector('[data-close]').addEventListener('click', () => help.close());

  // j and k go through the rows of a list where there is one, else through the sections of the page.
  const stops = () => {
    const hits = [...document.querySelectorAll('main .hits:not(.flat) a.code, main [data-rows] a.code')];
    return hits.length > 0 ? hits : [...document.querySelectorAll('main .part > h2')];
  };
  let at = -1;
  const go = step => {
    const all = stops();
    if (all.length === 0) return;
    const here = all.indexOf(document.activeElement);
    if (here >= 0) at = here;
    at = Math.min(all.length - 1, Math.max(0, at + step));
    const stop = all[at];
    if (!stop.matches('a')) stop.tabIndex = -1;
    stop.focus({ preventScroll: true });
    stop.scrollIntoView({ block: stop.matches('a') ? 'nearest' : 'start' });
  };
  const follow = rel => document.querySelector(`a[rel=${rel}]`)?.click();
  const actions = {
    'j': () => go(1), 'k': () => go(-1), 'n': () => follow('next'), 'p': () => follow('prev'), '?': () => help.showModal(),
    'd': () => document.getElementById('on')?.focus(), 't': () => document.querySelector('[data-tray] button')?.click(),
    'c': () => document.querySelector('[data-copy]')?.click(),
  };
  document.addEventListener('keydown', e => {
    if (!plain(e) || typing(e) || help.open || !Object.hasOwn(actions, e.key)) return;
    e.preventDefault();
    actions[e.key]();
  });
}

function printing() {
  for (const b of document.querySelectorAll('[data-print]')) {
    b.hidden = false;
    b.addEventListener('click', () => print());
  }
}

function copying() {
  if (!navigator.clipboard) return;
  for (const b of document.querySelectorAll('[data-copy]')) {
    b.hidden = false;
    const label = b.textContent;
    b.addEventListener('click', async () => {
      await navigator.clipboard.writeText(b.dataset.copy);
      b.textContent = 'Copied';
      setTimeout(() => b.textContent = label, 1200);
    });
  }
}

// The line that a footnote cites, shown beside the value instead of at the end of the page.
function sourceCards() {
  const card = document.createElement('div');
  card.className = 'card';
  card.hidden = true;
  card.setAttribute('role', 'tooltip');
  card.id = 'source-card';
  document.body.append(card);
  const hide = () => {
    card.hidden = true;
  };
  const show = link => {
    const line = document.querySelector(link.getAttribute('href'));
    const file = line?.closest('li');
    if (!file) return;
    card.replaceChildren();
    for (const [kind, text] of [['b', file.querySelector('b')?.textContent], ['span', file.querySelector('.edition')?.textContent], ['code', file.querySelector('.path')?.textContent], ['span', `line ${line.dataset.line}`], ['small', `SHA-256 ${file.querySelector('.sha')?.textContent.slice(0, 16)}…`]]) {
      const part = document.createElement(kind);
      part.textContent = text ?? '';
      card.append(part);
    }
    card.hidden = false;
    const box = link.getBoundingClientRect();
    card.style.left = `${Math.max(8, Math.min(box.left, innerWidth - card.offsetWidth - 8))}px`;
    card.style.top = `${box.bottom + card.offsetHeight + 8 > innerHeight ? box.top - card.offsetHeight - 6 : box.bottom + 6}px`;
    link.setAttribute('aria-describedby', card.id);
  };
  for (const type of ['mouseover', 'focusin']) {
    document.addEventListener(type, e => {
      const link = e.target.closest?.('a.src');
      if (link) show(link);
      else if (!e.target.closest?.('.card')) hide();
    });
  }
  addEventListener('scroll', hide, { passive: true });
  document.addEventListener('keydown', e => {
    if (e.key === 'Escape') hide();
  });
}

// The section being read is marked in the list of sections.
function rail() {
  const links = new Map([...document.querySelectorAll('.rail a')].map(a => [a.hash.slice(1), a]));
  if (links.size === 0 || !('IntersectionObserver' in window)) return;
  const seen = new Set();
  const watch = new IntersectionObserver(entries => {
    for (const e of entries) e.isIntersecting ? seen.add(e.target.id) : seen.delete(e.target.id);
    const first = [...links.keys()].find(id => seen.has(id));
    for (const [id, a] of links) id === first ? a.setAttribute('aria-current', 'true') : a.removeAttribute('aria-current');
  }, { rootMargin: '-10% 0px -60% 0px' });
  for (const id of links.keys()) {
    const part = document.getElementById(id);
    if (part) watch.observe(part);
  }
}

// The tray is a cookie that the server reads; here only its count is shown, and adding does not leave the page.
function tray() {
  const codes = () => decodeURIComponent(document.cookie.split('; ').find(c => c.startsWith('tray='))?.slice(5) ?? '').split(',').filter(c => c.length > 0);
  const count = document.querySelector('[data-tray-count]');
  const update = () => {
    const held = codes();
    if (count) count.textContent = held.length > 0 ? String(held.length) : '';
    for (const form of document.querySelectorAll('form[data-tray]')) {
      const inside = held.includes(form.elements.code.value);
      form.elements.change.value = inside ? 'remove' : 'add';
      form.querySelector('button').textContent = inside ? 'In tray ✓' : 'Add to tray';
      form.querySelector('button').setAttribute('aria-pressed', String(inside));
    }
  };
  for (const form of document.querySelectorAll('form[data-tray]')) {
    form.addEventListener('submit', async e => {
      e.preventDefault();
      try {
        await fetch(form.action, { method: 'POST', body: new URLSearchParams(new FormData(form)), redirect: 'manual' });
      } catch {
        form.submit();
      }
      update();
    });
  }
  update();
}
