// A form is sent once. Its key makes a double arrival harmless on the server; here the second press is spared the wait
// and the alarm. Buttons are not disabled but marked: a disabled one would not send its own value, and a page that
// comes back from the browser's memory must work again. What cannot leave because the line is down stays on the page.
import type { Drafts } from './drafts';
import { toast } from './say';

/** After this long without a new page the line has most likely failed, and another try must be possible. */
const giveUpAfterMs = 20_000;

export function sendOnce(drafts: Drafts): void {
  document.addEventListener('submit', event => {
    const form = event.target as HTMLFormElement;
    if (event.defaultPrevented || form.method !== 'post') return;
    if (form.dataset['sending']) {
      event.preventDefault();
      return;
    }
    drafts.beforeSending(form);
    if (navigator.onLine === false && form.dataset['textOffline']) {
      event.preventDefault();
      toast(form.dataset['textOffline']);
      return;
    }
    mark(form, true);
    setTimeout(() => mark(form, false), giveUpAfterMs);
  });
  addEventListener('pageshow', () => document.querySelectorAll<HTMLFormElement>('form[data-sending]').forEach(form => mark(form, false)));
}

/** Sends a form as the button would without script; no handler of ours runs again. */
export function submitPlainly(form: HTMLFormElement, button: HTMLButtonElement): void {
  if (button.name) {
    const field = document.createElement('input');
    field.type = 'hidden';
    field.name = button.name;
    field.value = button.value;
    form.append(field);
  }
  if (button.hasAttribute('formaction')) form.action = button.formAction;
  form.submit();
}

function mark(form: HTMLFormElement, sending: boolean): void {
  if (sending) form.dataset['sending'] = 'true';
  else delete form.dataset['sending'];
  for (const element of Array.from(form.elements)) {
    if (element instanceof HTMLButtonElement && element.type === 'submit') {
      if (sending) element.setAttribute('aria-disabled', 'true');
      else element.removeAttribute('aria-disabled');
    }
  }
}
