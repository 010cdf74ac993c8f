// Buttons inside live fragments (support, pin, close …) act without a new page. They belong to form#act, which carries
// the token of whoever is signed in; for the anonymous that form is a GET and the browser follows it to the sign-in page.
//
// What changed for everybody comes back as the live event. The answer says only what is the viewer's own
// ("mine": true), which a fragment for everybody cannot.
import { toast } from './say';

export const acted = 'forum:acted';

/** In milliseconds; the longest that systems take two clicks for one. */
const doubleClick = 500;

export function actInPlace(): void {
  document.addEventListener('click', event => {
    const button = (event.target as Element).closest<HTMLButtonElement>('button[data-inline]');
    if (!button?.form || button.form.method !== 'post' || event.defaultPrevented) return;
    event.preventDefault();
    if (button.getAttribute('aria-busy') === 'true') return;
    button.setAttribute('aria-busy', 'true');
    send(button, button.form)
      .catch(() => toast(button.form?.dataset['textFailed']))
      .finally(() => button.removeAttribute('aria-busy'));
  });
}

async function send(button: HTMLButtonElement, form: HTMLFormElement): Promise<void> {
  const body = new FormData(form);
  if (button.name) body.set(button.name, button.value);
  const answer = await fetch(button.formAction, { method: 'POST', body, credentials: 'same-origin', headers: { Accept: 'application/json' } });
  // To the sign-in page when the session has ended; to wherever an action leads that knows no inline answer.
  if (answer.redirected) return location.assign(answer.url);
  const told = await tell(answer);
  if (!answer.ok) {
    toast(told['detail'] || told['title'] || form.dataset['textFailed']);
    return;
  }
  if (typeof told['mine'] === 'boolean') showMine(button, told['mine']);
  document.dispatchEvent(new Event(acted));
}

/**
 * Both classes are needed: the page's own sheet may say "mine" from the time it was loaded. One button takes the other's
 * place: the focus goes along, and the second half of a double click, which would fall on it, is not heard.
 */
export function showMine(button: HTMLButtonElement, mine: boolean): void {
  const owner = button.closest('[id]');
  const focused = document.activeElement === button;
  owner?.classList.toggle('is-mine', mine);
  owner?.classList.toggle('not-mine', !mine);
  const other = owner?.querySelector<HTMLButtonElement>(`button[name="${button.name}"].${mine ? 'mine-on' : 'mine-off'}`);
  if (!other) return;
  if (focused) other.focus({ preventScroll: true });
  other.setAttribute('aria-busy', 'true');
  setTimeout(() => other.removeAttribute('aria-busy'), doubleClick);
}

async function tell(answer: Response): Promise<Record<string, any>> {
  return /json/.test(answer.headers.get('content-type') ?? '') ? await answer.json() as Record<string, any> : {};
}
