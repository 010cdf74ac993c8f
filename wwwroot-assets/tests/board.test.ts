import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Clock } from '../ts/board/clock';
import { Fresh } from '../ts/board/fresh';
import { Pages, paginate, standingMs } from '../ts/board/pages';
import { page } from './page';

// The board's own timers are taken over below.
const later = globalThis.setTimeout;

test('as many items stand on a page as fit whole', () => {
  assert.deepEqual(paginate([300, 300, 300, 300, 300], 700), [2, 2, 1]);
  assert.deepEqual(paginate([300, 400, 1], 700), [2, 1]);
});

test('an item taller than the page stands alone', () => {
  assert.deepEqual(paginate([900, 300, 900], 700), [1, 1, 1]);
});

test('every item stands on exactly one page', () => {
  for (let n = 0; n <= 30; n++) {
    const heights = Array.from({ length: n }, (_, i) => 100 + (i * 137) % 500);
    assert.equal(paginate(heights, 800).reduce((sum, count) => sum + count, 0), n);
  }
});

test('a page stands as long as its words need, within bounds', () => {
  assert.equal(standingMs(0), 10_000);
  assert.equal(standingMs(280), 20_000);
  assert.equal(standingMs(100_000), 45_000);
});

/** Three items of 300 pixels on a board whose room and whose timers the test has in its hand. */
function threeItems(attributes = '') {
  const board = page(`<ul class="board-items" ${attributes}><li>a</li><li>b</li><li>c</li></ul><p class="board-pages"></p>`);
  const list = board.querySelector<HTMLElement>('.board-items')!;
  const items = Array.from(list.children) as HTMLElement[];
  const room = { space: 900, resized: () => {}, turn: () => {} };
  Object.defineProperty(list, 'clientHeight', { get: () => room.space });
  for (const item of items) item.getBoundingClientRect = () => ({ height: 300 }) as DOMRect;
  Object.assign(globalThis, {
    getComputedStyle: () => ({ paddingTop: '0px' }),
    ResizeObserver: class { constructor(told: () => void) { room.resized = told; } observe(): void {} },
  });
  Object.defineProperty(window, 'setTimeout', { value: (turn: () => void) => { room.turn = turn; return 0; }, configurable: true });
  const counter = board.querySelector<HTMLElement>('.board-pages')!;
  const pages = new Pages(list, counter);
  pages.follow();
  const shown = () => Array.from(list.children).filter(item => !(item as HTMLElement).hidden).map(item => item.textContent).join('');
  return { list, items, pages, counter, room, shown };
}

test('what no longer fits when the room shrinks goes onto the next page', () => {
  const { counter, room, shown } = threeItems();
  assert.equal(shown(), 'abc');
  room.space = 700;
  room.resized();
  assert.equal(shown(), 'ab');
  assert.equal(counter.textContent, '1 / 2');
});

test('pages turn, and after the last comes the first', () => {
  const { room, shown } = threeItems();
  room.space = 300;
  room.resized();
  const seen = Array.from({ length: 4 }, () => { room.turn(); return shown(); });
  assert.deepEqual(seen, ['b', 'c', 'a', 'b']);
});

test('a new item is shown at once; else the page that stands stays', () => {
  const { items, pages, room, shown } = threeItems();
  room.space = 300;
  room.resized();
  room.turn();
  pages.layOut();
  assert.equal(shown(), 'b');
  items[2]!.classList.add('new');
  pages.layOut();
  assert.equal(shown(), 'c');
});

test('more than the board takes is let go, the last first', () => {
  assert.equal(threeItems('data-most="2"').shown(), 'ab');
});

test('the clock shows the office\'s time by the server\'s clock, whatever the machine behind the screen thinks', async () => {
  const board = page('<p class="board-clock" data-zone="Asia/Jakarta"></p><p class="board-day"></p>');
  const ticks: Array<() => void> = [];
  Object.assign(globalThis, { fetch: () => Promise.resolve({ ok: true, headers: new Headers({ date: 'Tue, 24 Nov 2026 18:05:00 GMT' }) }) });
  const reached: Date[] = [];
  Object.assign(globalThis, { setInterval: (tick: () => void) => ticks.push(tick) });
  document.documentElement.lang = 'id';
  Object.defineProperty(globalThis, 'location', { value: { href: '/papan' }, configurable: true });
  new Clock(board.querySelector('.board-clock'), board.querySelector('.board-day'), now => reached.push(now)).start();
  await new Promise(resolve => later(resolve, 0));
  ticks[0]!();
  assert.equal(board.querySelector('.board-clock')!.textContent, '01.05');
  assert.equal(board.querySelector('.board-day')!.textContent, 'Rabu, 25 November 2026');
  assert.equal(reached.length, 1);
});

/** A board of version 1 that asks a server which answers with this page; tells how often the board began anew. */
async function asked(fresh: string, isWhole: boolean): Promise<{ board: Document; anew: number }> {
  const board = page('<aside class="board-side">3 hari lagi</aside>');
  board.body.dataset['version'] = '1';
  let anew = 0;
  Object.assign(globalThis, { fetch: () => Promise.resolve({ ok: true, redirected: false, text: () => Promise.resolve(fresh) }) });
  Object.defineProperty(globalThis, 'location', { value: { href: '/papan', reload: () => anew++ }, configurable: true });
  await new Fresh('.board-side', () => isWhole).ask();
  return { board, anew };
}

const answer = (version: string) => `<!doctype html><html><body data-version="${version}"><aside class="board-side">2 hari lagi</aside></body></html>`;

test('what no event tells is brought up to date beside the announcements', async () => {
  const { board, anew } = await asked(answer('1'), true);
  assert.equal(board.querySelector('.board-side')!.textContent, '2 hari lagi');
  assert.equal(anew, 0);
});

test('a newer version of the site is loaded, and so is a board whose live part never came', async () => {
  assert.equal((await asked(answer('2'), true)).anew, 1);
  assert.equal((await asked(answer('1'), false)).anew, 1);
});

test('an error page is not taken for the board', async () => {
  const { board, anew } = await asked('<!doctype html><html><body>Galat</body></html>', false);
  assert.equal(board.querySelector('.board-side')!.textContent, '3 hari lagi');
  assert.equal(anew, 0);
});
