// The note and its codes by keyboard, and the setting as a switch. Without this file the page reads, jumps and posts all the same.

const form = document.querySelector('.note-form');
for (const radio of form.querySelectorAll('[name=setting]')) {
  radio.addEventListener('change', () => { if (form.elements.text.value.trim().length > 0) form.requestSubmit(); });
}

const pane = document.querySelector('.the-note .note');
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
  li.addEventListener('focusin', () => light(li, true));
  li.addEventListener('click', () => light(li, true));
  li.addEventListener('mouseenter', () => light(li, false));
}

function light(li, bring) {
  for (const mark of pane?.querySelectorAll('.lit') ?? []) mark.classList.remove('lit');
  const marks = pane?.querySelectorAll(`a[data-for~="${li.id}"]`) ?? [];
  for (const mark of marks) mark.classList.add('lit');
  if (bring && marks.length > 0 && ![...marks].some(inSight)) bringIn(marks[0]);
}

// Only the pane of the note is moved, and only where it scrolls by itself, beside the codes.
function inSight(mark) {
  const [m, p] = [mark.getBoundingClientRect(), pane.getBoundingClientRect()];
  return m.top >= Math.max(0, p.top) && m.bottom <= Math.min(innerHeight, p.bottom);
}

function bringIn(mark) {
  if (pane.scrollHeight <= pane.clientHeight) return false;
  const [m, p] = [mark.getBoundingClientRect(), pane.getBoundingClientRect()];
  pane.scrollTo({ top: pane.scrollTop + m.top - p.top - pane.clientHeight / 3 });
  return true;
}

// From the list to the words in the note: beside the list the page stays where it is.
document.querySelector('.the-codes')?.addEventListener('click', e => {
  const link = e.target.closest('a[href^="#"]');
  const mark = link && document.getElementById(link.hash.slice(1))?.closest('.mark');
  if (!mark || !pane.contains(mark) || matchMedia('(max-width: 62rem)').matches) return;
  e.preventDefault();
  e.stopPropagation();
  for (const lit of pane.querySelectorAll('.lit')) lit.classList.remove('lit');
  mark.classList.add('lit');
  if (!inSight(mark)) bringIn(mark);
}, { capture: true });

// Words that several codes rest on lead to each of them in turn.
for (const mark of pane?.querySelectorAll('a[data-for*=" "]') ?? []) {
  let next = 0;
  mark.addEventListener('click', () => {
    const targets = mark.dataset.for.split(' ');
    mark.hash = targets[next++ % targets.length];
  });
}

let at = -1;
const go = step => {
  if (codes.length === 0) return;
  const here = codes.findIndex(c => c.contains(document.activeElement));
  at = Math.min(codes.length - 1, Math.max(0, (here >= 0 ? here : at) + step));
  codes[at].focus({ preventScroll: true });
  codes[at].scrollIntoView({ block: 'nearest' });
};
const choose = (pick, decides = true) => {
  const li = codes.find(c => c.contains(document.activeElement));
  const choice = li?.querySelector('[data-choice]');
  if (!choice) return;
  const index = pick(choice);
  if (index < 0) return;
  choice.selectedIndex = index;
  li.querySelector('[data-accept]').checked = decides && choice.value !== '';
  show(li);
};
const side = name => () => choose(c => [...c.options].findIndex(o => o.dataset.side === name));
const actions = {
  'j': () => go(1), 'k': () => go(-1),
  'a': () => choose(c => c.value === '' ? 0 : c.selectedIndex), 'x': () => choose(c => c.options.length - 1),
  // Going through the other codes decides nothing yet, and leaving out is a key of its own.
  's': () => choose(c => (c.selectedIndex + 1) % (c.options.length - 1), false),
  'r': side('right'), 'l': side('left'), 'b': side('bilateral'),
};
document.addEventListener('keydown', e => {
  if (e.ctrlKey || e.metaKey || e.altKey || e.defaultPrevented || e.target.closest('input:not([type=checkbox], [type=radio]), textarea, select') || !Object.hasOwn(actions, e.key)) return;
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
