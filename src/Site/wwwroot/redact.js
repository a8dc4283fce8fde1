// Words selected in the note become an identifier by a key, and a dropped file becomes the note. Without this file the page reads and posts all the same.

const form = document.querySelector('.note-form');
const note = document.querySelector('[data-note]');
document.addEventListener('keydown', e => {
  if (e.key !== 'a' || e.ctrlKey || e.metaKey || e.altKey || e.target.closest('input, textarea, select')) return;
  const chosen = getSelection();
  const words = chosen?.toString().trim() ?? '';
  if (!note || words.length === 0 || !note.contains(chosen.anchorNode)) return;
  e.preventDefault();
  const deny = form.elements.deny;
  deny.value = [...deny.value.split('\n').filter(l => l.trim().length > 0), words.replaceAll('\n', ' ')].join('\n');
  form.requestSubmit(form.querySelector('button.primary'));
});

const text = form.elements.text;
text.addEventListener('dragover', e => e.preventDefault());
text.addEventListener('drop', async e => {
  const file = e.dataTransfer?.files[0];
  if (!file) return;
  e.preventDefault();
  text.value = await file.text();
  form.requestSubmit(form.querySelector('button.primary'));
});
