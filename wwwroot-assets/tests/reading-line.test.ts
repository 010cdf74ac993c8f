import assert from 'node:assert/strict';
import { test } from 'node:test';
import { atLine } from '../ts/live/reading-line';

const spans = [{ top: -400, bottom: -100 }, { top: -100, bottom: 150 }, { top: 150, bottom: 600 }];

test('the item that crosses the line is held', () => assert.equal(atLine(spans, 240), spans[2]));
test('one that ends above the line is already read', () => assert.equal(atLine(spans, 100), spans[1]));
test('when all are above, the last is held', () => assert.equal(atLine(spans, 700), spans[2]));
test('one that takes no place (in a closed fold) cannot be held', () => {
  assert.equal(atLine([{ top: 300, bottom: 300 }, { top: 300, bottom: 500 }], 240)!.bottom, 500);
});
test('a page without items holds nothing', () => assert.equal(atLine([], 240), undefined));
