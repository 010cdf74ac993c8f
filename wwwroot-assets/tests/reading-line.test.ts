import assert from 'node:assert/strict';
import { test } from 'node:test';
import { atLine, keepReadingLine } from '../ts/live/reading-line';
import { page } from './page';

const spans = [{ top: -400, bottom: -100 }, { top: -100, bottom: 150 }, { top: 150, bottom: 600 }];

test('the item that crosses the line is held', () => assert.equal(atLine(spans, 240), spans[2]));
test('one that ends above the line is already read', () => assert.equal(atLine(spans, 100), spans[1]));
test('when all are above, the last is held', () => assert.equal(atLine(spans, 700), spans[2]));
test('one that takes no place (in a closed fold) cannot be held', () => {
  assert.equal(atLine([{ top: 300, bottom: 300 }, { top: 300, bottom: 500 }], 240)!.bottom, 500);
});
test('a page without items holds nothing', () => assert.equal(atLine([], 240), undefined));

/** A list whose one item begins there, and by how much the window moved when something came in above it. */
function moved(firstTop: number, scrollY: number): number {
  const item = page('<ul><li data-live-into="list"></li></ul>').querySelector('li')!;
  let above = 0;
  item.getBoundingClientRect = () => ({ top: firstTop + above, bottom: firstTop + above + 100, height: 100 }) as DOMRect;
  let by = 0;
  Object.assign(globalThis, { innerHeight: 800, scrollY, scrollBy: ({ top }: { top: number }) => by += top });
  keepReadingLine(() => above = 120);
  return by;
}

test('at the very top what is new shows itself: nothing there is being read yet', () => assert.equal(moved(400, 0), 0));
test('an item that is being read is held, at the top too', () => assert.equal(moved(200, 0), 120));
test('further down, between two items, the next is held', () => assert.equal(moved(400, 900), 120));
