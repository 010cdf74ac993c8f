import assert from 'node:assert/strict';
import { test } from 'node:test';
import { paginate, standingMs } from '../ts/board/pages';

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
