// What is new says so: a tint and "baru saja" for a minute, one button that leads to what is not on the screen, and one
// sentence for screen readers after things have been quiet for a moment. Words come from the list.
import { announce, fill } from '../say';
import { isOnScreen } from './reading-line';

const newForMs = 60_000;
const quietMs = 3_000;

export class Arrivals {
  private unseen = new Set<HTMLElement>();
  private elsewhere = 0;
  private told = 0;
  private list: HTMLElement | undefined;
  private telling: number | undefined;
  private pill: HTMLButtonElement | undefined;
  private readonly watcher = typeof IntersectionObserver === 'undefined' ? undefined : new IntersectionObserver(entries => {
    for (const entry of entries) if (entry.isIntersecting) this.see(entry.target as HTMLElement);
  });

  inserted(list: HTMLElement, item: HTMLElement): void {
    document.querySelectorAll<HTMLElement>('.empty[data-empty-of]').forEach(empty => {
      if (empty.dataset['emptyOf'] === list.id) empty.hidden = true;
    });
    item.classList.add('new');
    const word = justNow(list);
    if (word) (item.querySelector(':scope > header') ?? item).append(word);
    setTimeout(() => {
      item.classList.remove('new');
      word?.remove();
    }, newForMs);
    this.count(list);
    if (isOnScreen(item)) return;
    this.unseen.add(item);
    this.watcher?.observe(item);
    this.show();
  }

  onAnotherPage(list: HTMLElement): void {
    this.elsewhere++;
    this.count(list);
    this.show();
  }

  /** The page was loaded anew: whatever was counted is shown or gone. */
  clear(): void {
    this.unseen.clear();
    this.watcher?.disconnect();
    this.elsewhere = 0;
    this.show();
  }

  private see(item: HTMLElement): void {
    this.watcher?.unobserve(item);
    if (this.unseen.delete(item)) this.show();
  }

  private count(list: HTMLElement): void {
    this.list = list;
    this.told++;
    clearTimeout(this.telling);
    this.telling = window.setTimeout(() => {
      announce(this.words(this.told));
      this.told = 0;
    }, quietMs);
  }

  private words(n: number): string {
    const one = this.list?.dataset['textNewOne'];
    const many = this.list?.dataset['textNewMany'];
    return !one || !many ? '' : n === 1 ? one : fill(many, { n });
  }

  private show(): void {
    for (const item of this.unseen) if (!item.isConnected) this.unseen.delete(item);
    const n = this.unseen.size + this.elsewhere;
    const words = n === 0 ? '' : this.words(n);
    if (!words) {
      this.pill?.remove();
      this.pill = undefined;
      return;
    }
    if (!this.pill) {
      this.pill = document.createElement('button');
      this.pill.type = 'button';
      this.pill.className = 'new-pill';
      this.pill.addEventListener('click', () => this.go());
      document.body.append(this.pill);
    }
    const first = this.first();
    this.pill.dataset['direction'] = first && first.getBoundingClientRect().top < 0 ? 'up' : 'down';
    this.pill.textContent = words;
  }

  private go(): void {
    const first = this.first();
    if (!first) {
      location.assign(this.list?.dataset['liveHref'] ?? location.pathname);
      return;
    }
    const fold = first.closest('details');
    if (fold) fold.open = true;
    first.tabIndex = -1;
    first.focus({ preventScroll: true });
    first.scrollIntoView({ block: 'center', behavior: matchMedia('(prefers-reduced-motion: reduce)').matches ? 'auto' : 'smooth' });
    this.see(first);
  }

  private first(): HTMLElement | undefined {
    return [...this.unseen].sort((a, b) => a.compareDocumentPosition(b) & Node.DOCUMENT_POSITION_FOLLOWING ? -1 : 1)[0];
  }
}

function justNow(list: HTMLElement): HTMLElement | undefined {
  const text = list.dataset['textJustnow'];
  if (!text) return undefined;
  const word = document.createElement('span');
  word.className = 'justnow';
  word.dataset['liveKeep'] = '';
  word.textContent = text;
  return word;
}
