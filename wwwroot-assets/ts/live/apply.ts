// Brings the elements of live events into the page. An element that is there is made equal to the new one; one that is
// not goes into the list it names, at its place; one that says so is taken out. Everything of one answer is one change
// to the reader, so the reading line is held once.
import type { Arrivals } from './arrivals';
import type { LiveEvent } from './follower';
import { morph } from './morph';
import { place } from './place';
import { keepReadingLine } from './reading-line';

export function applyEvents(events: LiveEvent[], arrivals: Arrivals): void {
  const fresh = events.flatMap(event => parse(event.html));
  if (fresh.length === 0) return;
  const arrived: Array<() => void> = [];
  keepReadingLine(() => fresh.forEach(element => applyElement(element, arrivals, arrived)));
  // Whether something is in sight is only known once everything stands.
  arrived.forEach(tell => tell());
}

function parse(html: string): HTMLElement[] {
  const template = document.createElement('template');
  template.innerHTML = html;
  return (Array.from(template.content.children) as HTMLElement[]).filter(element => element.id !== '');
}

function applyElement(fresh: HTMLElement, arrivals: Arrivals, arrived: Array<() => void>): void {
  const shown = document.getElementById(fresh.id);
  const list = fresh.dataset['liveInto'] ? document.getElementById(fresh.dataset['liveInto']) : null;
  if (fresh.dataset['liveRemove'] !== undefined) {
    shown?.remove();
  } else if (shown) {
    const moves = list !== null && shown.dataset['sort'] !== fresh.dataset['sort'];
    morph(shown, fresh);
    if (moves && place(list, shown) === 'elsewhere' && list.dataset['liveOrder'] !== 'none') shown.remove();
  } else if (list) {
    const item = document.importNode(fresh, true);
    if (place(list, item) === 'inserted') arrived.push(() => arrivals.inserted(list, item));
    else if (isNewTo(list, fresh)) arrived.push(() => arrivals.onAnotherPage(list));
  }
}

// An item that is not on this page may be new, or have been on another page all along and only changed. Serials rise with
// every new item, and the list knows the highest there was; without them nothing is counted.
function isNewTo(list: HTMLElement, item: HTMLElement): boolean {
  const serial = Number(item.dataset['serial']);
  if (!(serial > Number(list.dataset['serial']))) return false;
  list.dataset['serial'] = String(serial);
  return true;
}
