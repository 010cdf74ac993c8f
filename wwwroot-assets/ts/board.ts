// The lobby's board. It runs for weeks without a hand: it keeps its connection, shows the last known content when the
// network is gone and says so, and loads itself anew once a night and when a new version of the site is there, only
// while the server answers, so that a browser's error page never hangs on the wall.
import { Clock } from './board/clock';
import { Fresh } from './board/fresh';
import { Pages } from './board/pages';
import { showState } from './live/indicator';

declare const LIVE_MODULE: string;

const anewEveryMs = 20 * 3_600_000;
const anewAfterHour = 2;
const anewBeforeHour = 5;

const loadedAt = Date.now();
const list = document.querySelector<HTMLElement>('.board-items');
let isLive = list === null;
document.body.dataset['paged'] = '';

if (list) {
  const pages = new Pages(list, document.querySelector('.board-pages'));
  pages.follow();
  import(LIVE_MODULE).then((live: typeof import('./live')) => {
    live.start({ keepWhenHidden: true, changed: () => pages.layOut() });
    isLive = true;
  }).catch(() => showState('off'));
}

new Clock(document.querySelector('.board-clock'), document.querySelector('.board-day'), now => {
  const hour = (now.getUTCHours() + 7) % 24;
  if (Date.now() - loadedAt > anewEveryMs && hour >= anewAfterHour && hour < anewBeforeHour) location.reload();
}).start();

new Fresh('.board-side', () => isLive).start();

// Some screens sleep when nobody touches them.
const awake = () => void (navigator as { wakeLock?: { request(kind: 'screen'): Promise<unknown> } }).wakeLock?.request('screen').catch(() => {});
awake();
document.addEventListener('visibilitychange', () => document.hidden || awake());
