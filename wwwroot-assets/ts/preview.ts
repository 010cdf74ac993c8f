// The preview without leaving the page. The button is an ordinary submit that shows the page again with the preview in
// it; when fetching fails in any way, that is what happens. Its value names the field whose text is shown.
import { submitPlainly } from './sending';

const address = '/pratinjau';

export function previewInPlace(): void {
  document.addEventListener('click', event => {
    const button = (event.target as Element).closest<HTMLButtonElement>('button[name="preview"]');
    const box = button?.form?.querySelector<HTMLElement>('.preview');
    const field = button?.form?.querySelector<HTMLTextAreaElement>(`textarea[name="${button.value}"]`);
    if (!button?.form || !field || !box || event.defaultPrevented) return;
    event.preventDefault();
    show(button, field, box).catch(() => submitPlainly(button.form!, button));
  });
}

async function show(button: HTMLButtonElement, field: HTMLTextAreaElement, box: HTMLElement): Promise<void> {
  button.setAttribute('aria-busy', 'true');
  try {
    const answer = await fetch(address, { method: 'POST', body: new URLSearchParams({ text: field.value }), credentials: 'same-origin' });
    if (!answer.ok || answer.redirected) throw new Error(String(answer.status));
    // Sanitised by the server, which is also what would stand here on a page loaded whole.
    box.innerHTML = await answer.text();
  } finally {
    button.removeAttribute('aria-busy');
  }
  box.hidden = false;
  box.tabIndex = -1;
  box.focus({ preventScroll: true });
  box.scrollIntoView({ block: 'nearest' });
}
