// The note and its codes by keyboard, and the setting as a switch. Without this file the page reads, jumps and posts all the same.

const form = document.querySelector('.note-form');
for (const radio of form.querySelectorAll('[name=setting]')) {
  radio.addEventListener('change', () => { if (form.elements.text.value.trim().length > 0) form.requestSubmit(); });
}

const codes = [...document.querySelectorAll('[data-code]')];
const show = li => {
  const choice = li.querySelector('[data-choice]');
  li.classList.toggle('out', choice.value === '');
  li.classList.toggle('changed', choice.value !== '' && choice.selectedIndex > 0);
};
for (const li of codes) {
  li.querySelector('[data-choice]').addEventListener('change', () => show(li));
  // The evidence of the code that one is at stands out in the note.
  li.addEventListener('focusin', () => light(li));
  li.addEventListener('mouseenter', () => light(li));
}

function light(li) {
  for (const mark of document.querySelectorAll('.note .lit')) mark.classList.remove('lit');
  for (const mark of document.querySelectorAll(`.note a[href="#${li.id}"]`)) mark.classList.add('lit');
}

let at = -1;
const go = step => {
  if (codes.length === 0) return;
  const here = codes.findIndex(c => c.contains(document.activeElement));
  at = Math.min(codes.length - 1, Math.max(0, (here >= 0 ? here : at) + step));
  codes[at].focus({ preventScroll: true });
  codes[at].scrollIntoView({ block: 'nearest' });
};
const choose = pick => {
  const li = codes.find(c => c.contains(document.activeElement));
  const choice = li?.querySelector('[data-choice]');
  if (!choice) return;
  choice.selectedIndex = pick(choice);
  show(li);
};
const actions = {
  'j': () => go(1), 'k': () => go(-1),
  'a': () => choose(() => 0), 'x': () => choose(c => c.options.length - 1),
  's': () => choose(c => (c.selectedIndex + 1) % c.options.length),
};
document.addEventListener('keydown', e => {
  if (e.ctrlKey || e.metaKey || e.altKey || e.defaultPrevented || e.target.closest('input, textarea, select') || !Object.hasOwn(actions, e.key)) return;
  e.preventDefault();
  e.stopImmediatePropagation();
  actions[e.key]();
}, { capture: true });

const text = form.elements.text;
text.addEventListener('dragover', e => e.preventDefault());
text.addEventListener('drop', async e => {
  const file = e.dataTransfer?.files[0];
  if (!file) return;
  e.preventDefault();
  text.value = await file.text();
  form.requestSubmit();
});
