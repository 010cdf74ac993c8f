// What one has typed outlives the page: a closed tab, a dead battery, a session that ended. It is kept on this device
// only, per form and per post that is answered, until the server says the form arrived.
//
// The server says so by a cookie that names the draft (draft-done), set with the redirect after a success. Not the
// next page: it may be a sign-in page or an error, and then the words are still needed. On a shared phone signing
// out forgets all drafts ("*").
import { type Draft, draftOf, isWorthKeeping, restoreInto, type Field } from './draft';

const prefix = 'draft:';
const doneCookie = 'draft-done';
const saveAfterMs = 400;
const keepDays = 30;

export class Drafts {
  private timers = new Map<HTMLFormElement, number>();

  constructor(private readonly store: Storage | undefined) {}

  start(): void {
    this.forgetDone();
    this.forgetOld();
    document.querySelectorAll<HTMLFormElement>('form[data-draft]').forEach(form => this.restore(form));
    document.addEventListener('input', event => {
      const form = (event.target as HTMLInputElement).form;
      if (form?.dataset['draft']) this.saveSoon(form);
    });
    // The last chance on a phone: a tab that is put away may never run again.
    const saveAll = () => [...this.timers.keys()].forEach(form => this.save(form));
    document.addEventListener('visibilitychange', () => document.hidden && saveAll());
    addEventListener('pagehide', saveAll);
  }

  /** Keeps what is typed and names the draft in the form, so that the server can say which one arrived. */
  beforeSending(form: HTMLFormElement): void {
    if (!form.dataset['draft'] || !this.store) return;
    this.save(form);
    let name = form.querySelector<HTMLInputElement>('input[name="draft"]');
    if (!name) {
      name = document.createElement('input');
      name.type = 'hidden';
      name.name = 'draft';
      name.dataset['liveKeep'] = '';
      form.append(name);
    }
    name.value = keyOf(form);
  }

  /** The form turns to another post: each keeps its own words. Without storage the words stay where they are. */
  switchTarget(form: HTMLFormElement, turn: () => void): void {
    if (!this.store || !form.dataset['draft']) return turn();
    this.save(form);
    form.querySelectorAll('.restored').forEach(note => note.remove());
    turn();
    for (const field of fieldsOf(form)) if (isText(field)) field.value = '';
    this.restore(form);
  }

  private save(form: HTMLFormElement): void {
    clearTimeout(this.timers.get(form));
    this.timers.delete(form);
    const draft = draftOf(fieldsOf(form), Date.now());
    try {
      if (isWorthKeeping(draft)) this.store?.setItem(prefix + keyOf(form), JSON.stringify(draft));
      else this.store?.removeItem(prefix + keyOf(form));
    } catch {
      // Full or forbidden (a private window): then there is no draft, and nothing else suffers.
    }
  }

  private saveSoon(form: HTMLFormElement): void {
    clearTimeout(this.timers.get(form));
    this.timers.set(form, window.setTimeout(() => this.save(form), saveAfterMs));
  }

  private restore(form: HTMLFormElement): void {
    const draft = this.read(prefix + keyOf(form));
    if (!draft || !restoreInto(fieldsOf(form), draft) || !form.dataset['textRestored']) return;
    const note = document.createElement('p');
    note.className = 'restored';
    note.dataset['liveKeep'] = '';
    note.setAttribute('role', 'status');
    note.textContent = form.dataset['textRestored'];
    const toolbar = form.querySelector('.toolbar');
    if (toolbar) toolbar.before(note);
    else form.append(note);
  }

  private read(key: string): Draft | undefined {
    try {
      const text = this.store?.getItem(key);
      return text ? JSON.parse(text) as Draft : undefined;
    } catch {
      return undefined;
    }
  }

  private forgetDone(): void {
    const done = document.cookie.split('; ').find(cookie => cookie.startsWith(doneCookie + '='));
    if (!done) return;
    const name = decodeURIComponent(done.slice(doneCookie.length + 1));
    for (const key of this.keys()) if (name === '*' || key === prefix + name) this.store?.removeItem(key);
    document.cookie = `${doneCookie}=; Max-Age=0; Path=/; SameSite=Lax`;
  }

  private forgetOld(): void {
    const oldest = Date.now() - keepDays * 86_400_000;
    for (const key of this.keys()) if ((this.read(key)?.at ?? 0) < oldest) this.store?.removeItem(key);
  }

  private keys(): string[] {
    return this.store ? Object.keys(this.store).filter(key => key.startsWith(prefix)) : [];
  }
}

/** Storage of this device, if the browser allows any (in-app browsers and private windows may throw on mere access). */
export function deviceStorage(): Storage | undefined {
  try {
    localStorage.setItem('draft:?', '');
    localStorage.removeItem('draft:?');
    return localStorage;
  } catch {
    return undefined;
  }
}

function keyOf(form: HTMLFormElement): string {
  const target = form.querySelector<HTMLInputElement>('input[name="balas"]')?.value;
  return form.dataset['draft'] + (target ? '/' + target : '');
}

function fieldsOf(form: HTMLFormElement): Field[] {
  return (Array.from(form.elements) as HTMLInputElement[]).filter(field => field.name && field.dataset['noDraft'] === undefined);
}

function isText(field: Field): boolean {
  return field.type === 'textarea' || field.type === 'text';
}
