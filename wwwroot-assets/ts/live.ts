// The live part of a page put together: one follower per stream named in the page, one connection for all of them.
import { applyEvents } from './live/apply';
import { Arrivals } from './live/arrivals';
import { Connection } from './live/connection';
import { Follower, type LiveAnswer, type LiveEvent, type Source } from './live/follower';
import { reloadPage } from './live/reload';

/** A page that is not live this time (a later page of a list) has the attribute without a name. */
const liveContainers = '[data-live-stream]:not([data-live-stream=""])';

export interface LiveOptions {
  /** Prepares a page fetched anew before the shown one is made equal to it. */
  arrange?: (fresh: Document) => void;
  /** After every change, for whoever lays the page out. */
  changed?: () => void;
  /** A board is watched although nobody touches it; it never lets go of its connection. */
  keepWhenHidden?: boolean;
}

export function start({ arrange = () => {}, changed = () => {}, keepWhenHidden = false }: LiveOptions): void {
  const arrivals = new Arrivals();
  const followers = new Map<string, Follower>();
  let reloading: Promise<void> | undefined;

  const source: Source = {
    async after(stream: string, number: number): Promise<LiveAnswer> {
      const answer = await fetch(`/live/${stream}?after=${number}`, { credentials: 'same-origin', cache: 'no-store' });
      if (!answer.ok) throw new Error(`live ${answer.status}`);
      return await answer.json() as LiveAnswer;
    },
    apply(events: LiveEvent[]): void {
      applyEvents(events, arrivals);
      changed();
    },
    // Several streams may ask at once; the page is loaded once for all.
    reload: () => reloading ??= reloadPage(arrange).then(() => {
      numbersOf(document).forEach((number, stream) => followers.get(stream)?.restartAt(number));
      arrivals.clear();
      changed();
    }).finally(() => reloading = undefined),
  };

  numbersOf(document).forEach((number, stream) => followers.set(stream, new Follower(stream, number, source)));
  new Connection(followers, keepWhenHidden).start();
}

/** Each stream of the page with the number it is shown at; the lower one when it stands on the page twice. */
function numbersOf(page: Document): Map<string, number> {
  const numbers = new Map<string, number>();
  page.querySelectorAll<HTMLElement>(liveContainers).forEach(element => {
    const stream = element.dataset['liveStream']!;
    numbers.set(stream, Math.min(numbers.get(stream) ?? Infinity, Number(element.dataset['liveNumber'])));
  });
  return numbers;
}
