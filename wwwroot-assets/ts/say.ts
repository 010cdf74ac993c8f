// The two ways the page speaks: to everybody by a note at the foot of the window, and to screen readers by the one
// polite region of the layout. Words always come from the page (data-text-…), never from here: they have two languages.

/** Told politely. Who may have much to tell waits until things are quiet (live/arrivals.ts), so a burst is one sentence. */
export function announce(text: string): void {
  const region = document.getElementById('live-status');
  if (region) region.textContent = text;
}

export function toast(text: string | undefined, seconds = 8): void {
  if (!text) return;
  const note = document.createElement('p');
  note.className = 'notice toast';
  note.dataset['color'] = 'warning';
  note.setAttribute('role', 'alert');
  note.textContent = text;
  document.querySelectorAll('.toast').forEach(old => old.remove());
  document.body.append(note);
  setTimeout(() => note.remove(), seconds * 1000);
}

export function fill(template: string, values: Record<string, string | number>): string {
  return template.replace(/\{(\w+)\}/g, (whole, name: string) => String(values[name] ?? whole));
}
