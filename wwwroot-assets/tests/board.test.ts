import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Pages, paginate, standingMs } from '../ts/board/pages';
import { page } from './page';

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

test('what no longer fits when the room shrinks goes onto the next page', () => {
  const board = page('<ul class="board-items"><li>a</li><li>b</li><li>c</li></ul><p class="board-pages"></p>');
  const list = board.querySelector<HTMLElement>('.board-items')!;
  const items = Array.from(list.children) as HTMLElement[];
  let space = 900;
  Object.defineProperty(list, 'clientHeight', { get: () => space });
  for (const item of items) item.getBoundingClientRect = () => ({ height: 300 }) as DOMRect;
  let resized = () => {};
  Object.assign(globalThis, {
    getComputedStyle: () => ({ paddingTop: '0px' }),
    ResizeObserver: class { constructor(told: () => void) { resized = told; } observe(): void {} },
  });
  Object.defineProperty(window, 'setTimeout', { value: () => 0 });

  new Pages(list, board.querySelector('.board-pages')).follow();
  assert.deepEqual(items.map(item => item.hidden), [false, false, false]);
  space = 700;
  resized();
  assert.deepEqual(items.map(item => item.hidden), [false, false, true]);
  assert.equal(board.querySelector('.board-pages')!.textContent, '1 / 2');
});
