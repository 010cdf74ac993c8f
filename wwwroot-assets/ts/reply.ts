// The one writing form of a discussion goes to the post it answers: on a phone the words answered and the words
// written must be on the screen together. One form that moves, instead of one per post, keeps pages small and leaves
// one place for drafts and errors. Without script "Balas" is a link that loads the page with the form set to that post.
import type { Drafts } from './drafts';
import { fill } from './say';

const formId = 'tulis';

export function replyInPlace(drafts: Drafts): void {
  const form = document.getElementById(formId);
  if (!(form instanceof HTMLFormElement)) return;
  const home = document.createComment('');
  form.before(home);

  document.addEventListener('click', event => {
    if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.shiftKey || event.button !== 0) return;
    const link = (event.target as Element).closest<HTMLAnchorElement>('a.reply-link[data-reply-to], .reply-cancel');
    if (!link) return;
    const post = link.closest<HTMLElement>('.post');
    event.preventDefault();
    if (link.matches('.reply-cancel')) {
      drafts.switchTarget(form, () => goHome(form, home));
    } else if (post) {
      drafts.switchTarget(form, () => answer(form, post, link.dataset['replyTo']!));
    }
    const box = form.querySelector('textarea');
    box?.focus({ preventScroll: true });
    form.scrollIntoView({ block: 'nearest' });
  });

  // The server set the form to a post of this page: bring it there.
  const target = targetField(form)?.value;
  const link = target ? document.querySelector(`a.reply-link[data-reply-to="${CSS.escape(target)}"]`) : null;
  const post = link?.closest<HTMLElement>('.post');
  if (target && post) answer(form, post, target);
}

/** Puts the form of a freshly loaded page where the reader has it now, so that morphing leaves it there. */
export function arrangeReply(fresh: Document): void {
  const form = document.getElementById(formId);
  const post = form?.parentElement?.matches('.reply-here') ? form.parentElement.previousElementSibling : null;
  const freshPost = post && fresh.getElementById(post.id);
  const freshForm = fresh.getElementById(formId);
  if (form && freshPost && freshForm) answer(freshForm as HTMLFormElement, freshPost as HTMLElement, targetField(form as HTMLFormElement)?.value ?? '');
}

function answer(form: HTMLFormElement, post: HTMLElement, target: string): void {
  const doc = form.ownerDocument;
  let place = form.parentElement;
  if (!place?.matches('.reply-here')) {
    place = doc.createElement('li');
    place.className = 'reply-here';
    place.id = 'tulis-di-sini';
  }
  post.after(place);
  place.append(form);
  setTarget(form, target);
  const named = form.querySelector<HTMLAnchorElement>('.reply-target');
  if (named) {
    named.hash = post.id;
    const number = post.id.replace(/^.*-/, '');
    const name = post.querySelector('header b')?.textContent?.trim() ?? '';
    named.textContent = fill(named.dataset['text'] ?? '{number} {name}', { number, name });
  }
}

function goHome(form: HTMLFormElement, home: Comment): void {
  const place = form.parentElement;
  home.after(form);
  if (place?.matches('.reply-here')) place.remove();
  setTarget(form, '');
}

function setTarget(form: HTMLFormElement, target: string): void {
  const field = targetField(form);
  if (field) field.value = target;
  form.classList.toggle('is-reply', target !== '');
  // A hidden choice must not be sent with a reply.
  form.querySelectorAll<HTMLFieldSetElement>('fieldset.only-input').forEach(set => set.disabled = target !== '');
}

function targetField(form: HTMLFormElement): HTMLInputElement | null {
  return form.querySelector<HTMLInputElement>('input[name="balas"]');
}
