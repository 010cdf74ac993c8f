// Items onto pages, as many as fit whole. A ticker would show more and let nobody finish a sentence; a page stands still
// for as long as its words need. A new item is shown at once, then the round goes on from there.
//
// The first item of a page may be taller than the page: it stands alone and is cut, as its text is by the sheet.

/** How many consecutive items go on each page, from their heights. */
export function paginate(heights: number[], space: number): number[] {
  const pages: number[] = [];
  let used = Infinity;
  for (const height of heights) {
    if (used + height > space) {
      pages.push(0);
      used = 0;
    }
    pages[pages.length - 1]!++;
    used += height;
  }
  return pages;
}

/** Reading aloud takes about 14 characters a second; strangers to the text and the tongue need more than speed allows. */
const charactersPerSecond = 14;
const shortestMs = 10_000;
const longestMs = 45_000;

export function standingMs(characters: number): number {
  return Math.min(longestMs, Math.max(shortestMs, characters / charactersPerSecond * 1000));
}

export class Pages {
  private pages: HTMLElement[][] = [];
  private current = 0;
  private timer: number | undefined;

  constructor(private readonly list: HTMLElement, private readonly counter: HTMLElement | null) {}

  /**
   * Lays out now and whenever the room changes: the screen is turned, but also what stands beside grows by a line, or the
   * foot does when it says that the connection is lost. What then no longer fits would be cut at the fold.
   */
  follow(): void {
    this.layOut();
    new ResizeObserver(() => this.layOut()).observe(this.list);
  }

  /** After the content or the room changed; shows the page of what is new, else the page of what was shown. */
  layOut(): void {
    const most = Number(this.list.dataset['most'] ?? Infinity);
    Array.from(this.list.children).slice(most).forEach(item => item.remove());
    const items = Array.from(this.list.children) as HTMLElement[];
    const shown = this.pages[this.current]?.[0];
    const wanted = items.find(item => item.classList.contains('new')) ?? shown;
    items.forEach(item => item.hidden = false);
    const counts = paginate(items.map(item => item.getBoundingClientRect().height), this.list.clientHeight - parseFloat(getComputedStyle(this.list).paddingTop));
    let from = 0;
    this.pages = counts.map(count => items.slice(from, from += count));
    this.show(Math.max(0, this.pages.findIndex(page => wanted !== undefined && page.includes(wanted))));
  }

  private show(page: number): void {
    clearTimeout(this.timer);
    this.current = page;
    this.pages.forEach((items, n) => items.forEach((item, at) => {
      item.hidden = n !== page;
      item.toggleAttribute('data-first', at === 0);
      item.toggleAttribute('data-entering', n === page && this.pages.length > 1);
    }));
    if (this.counter) this.counter.textContent = this.pages.length > 1 ? `${page + 1} / ${this.pages.length}` : '';
    if (this.pages.length < 2) return;
    const characters = this.pages[page]!.reduce((sum, item) => sum + (item.textContent ?? '').length, 0);
    this.timer = window.setTimeout(() => this.show((page + 1) % this.pages.length), standingMs(characters));
  }
}
