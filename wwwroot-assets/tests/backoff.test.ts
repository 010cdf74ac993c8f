import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Backoff } from '../ts/live/backoff';

test('waits double up to the limit, and begin anew after a success', () => {
  const backoff = new Backoff(1000, 5000, () => 1);
  assert.deepEqual([backoff.next(), backoff.next(), backoff.next(), backoff.next()], [1000, 2000, 4000, 5000]);
  backoff.reset();
  assert.equal(backoff.next(), 1000);
});

test('chance spreads browsers over half of the wait', () => {
  assert.equal(new Backoff(1000, 5000, () => 0).next(), 500);
});
