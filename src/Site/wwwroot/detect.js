// The note and its codes by keyboard, and the setting as a switch. Without this file the page reads, jumps and posts all the same.

const form = document.querySelector('.note-form');
for (const radio of form.querySelectorAll('[name=setting]')) {
  radio.addEventListener('change', () => { if (form.elements.text.value.trim().length > 0) form.requestSubmit(); });
}

const codes = [...document.querySelectorAll('[data-code]')];
const progress = document.querySelector('[data-progress]');
const show = li => {
  const choice = li.querySelector('[data-choice]');
  const accept = li.querySelector('[data-accept]');
  li.classList.toggle('out', choice.value === '');
  li.classList.toggle('changed', choice.value !== '' && choice.selectedIndex > 0);
  li.classList.toggle('accepted', choice.value !== '' && accept.checked);
  const decided = codes.filter(c => c.matches('.out, .accepted')).length;
  if (progress) progress.textContent = `${decided} of ${codes.length} decided.`;
};
document.querySelector('[data-keys]')?.removeAttribute('hidden');
for (const li of codes) {
  const choice = li.querySelector('[data-choice]');
  const accept = li.querySelector('[data-accept]');
  // Another code chosen is a decision; a code that is left out is not accepted.
  choice.addEventListener('change', () => { accept.checked = choice.value !== '' && (accept.checked || choice.selectedIndex > 0); show(li); });
  accept.addEventListener('change', () => { if (accept.checked && choice.value === '') choice.selectedIndex = 0; show(li); });
  show(li);
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
  const index = pick(choice);
  if (index < 0) return;
  choice.selectedIndex = index;
  li.querySelector('[data-accept]').checked = choice.value !== '';
  show(li);
};
const side = name => () => choose(c => [...c.options].findIndex(o => o.dataset.side === name));
const actions = {
  'j': () => go(1), 'k': () => go(-1),
  'a': () => choose(() => 0), 'x': () => choose(c => c.options.length - 1),
  's': () => choose(c => (c.selectedIndex + 1) % c.options.length),
  'r': side('right'), 'l': side('left'), 'b': side('bilateral'),
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
