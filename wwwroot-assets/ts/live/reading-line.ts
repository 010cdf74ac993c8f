// Nothing that arrives may move the line one is reading. Before a change the item at the reading line is remembered (or
// what has the focus), after it the window is scrolled by as much as that item moved. The browser's own scroll
// anchoring is switched off at the first change and stays off: some have none, and two corrections are one too many.

/** People read in the upper third; the item that crosses this part of the window's height is the one to hold. */
const readingLine = .3;

export function keepReadingLine(change: () => void): void {
  document.documentElement.style.setProperty('overflow-anchor', 'none');
  const held = heldElement();
  const before = held?.getBoundingClientRect().top ?? 0;
  change();
  if (!held?.isConnected) return;
  const moved = held.getBoundingClientRect().top - before;
  if (Math.abs(moved) >= 1) scrollBy({ top: moved, behavior: 'instant' as ScrollBehavior });
}

export interface Span {
  top: number;
  bottom: number;
}

/** The first of the spans, in reading order, that reaches below the line; the last one when all are above. */
export function atLine<T extends Span>(spans: T[], line: number): T | undefined {
  return spans.find(span => span.bottom > line && span.bottom > span.top) ?? spans[spans.length - 1];
}

function heldElement(): Element | undefined {
  const focused = document.activeElement;
  if (focused && focused !== document.body && !focused.matches('main') && isOnScreen(focused)) return focused;
  const items = Array.from(document.querySelectorAll('[data-live-into]')).map(element => {
    const { top, bottom } = element.getBoundingClientRect();
    return { element, top, bottom };
  });
  const line = innerHeight * readingLine;
  const held = atLine(items, line);
  // At the very top nobody is inside a list yet: the page's head is held, by doing nothing, and what is new shows itself.
  if (!held || (scrollY <= 0 && held.top > line)) return undefined;
  return held.top < innerHeight && held.bottom > 0 ? held.element : undefined;
}

export function isOnScreen(element: Element): boolean {
  const { top, bottom, height } = element.getBoundingClientRect();
  return height > 0 && bottom > 0 && top < innerHeight;
}
