import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Follower, type LiveAnswer, type LiveEvent, type Source } from '../ts/live/follower';

/** A stream of numbered events as the server keeps it, and a page that shows what it is given. */
class Stream implements Source {
  last = 0;
  shown: number[] = [];
  asked: number[] = [];
  reloads = 0;
  tooMany = 200;
  follower!: Follower;
  /** Resolved by the test when it wants the answers to come. */
  gate: Promise<void> = Promise.resolve();
  failing = false;

  async after(_: string, number: number): Promise<LiveAnswer> {
    this.asked.push(number);
    const last = this.last;
    await this.gate;
    if (this.failing) throw new Error('no connection');
    if (last - number > this.tooMany) return { number: last, reload: true, events: [] };
    return { number: last, reload: false, events: range(number + 1, last) };
  }

  apply(events: LiveEvent[]): void {
    this.shown.push(...events.map(event => event.number));
  }

  async reload(): Promise<void> {
    this.reloads++;
    this.shown = range(1, this.last).map(event => event.number);
    this.follower.restartAt(this.last);
  }
}

const range = (from: number, to: number): LiveEvent[] => Array.from({ length: Math.max(0, to - from + 1) }, (_, n) => ({ number: from + n, html: `<p>${from + n}</p>` }));

function watching(last = 0): Stream {
  const stream = new Stream();
  stream.last = last;
  stream.shown = range(1, last).map(event => event.number);
  stream.follower = new Follower('topic-12', last, stream);
  return stream;
}

const all = (stream: Stream) => range(1, stream.last).map(event => event.number);
const send = (stream: Stream, number: number) => stream.follower.receive(number, `<p>${number}</p>`);

test('the next event is applied without asking', async () => {
  const stream = watching(5);
  stream.last = 6;
  await send(stream, 6);
  assert.deepEqual(stream.shown, all(stream));
  assert.deepEqual(stream.asked, []);
});

test('an event seen before is ignored', async () => {
  const stream = watching(5);
  await send(stream, 5);
  await send(stream, 3);
  assert.deepEqual(stream.shown, all(stream));
  assert.deepEqual(stream.asked, []);
});

test('7 after 5 asks for what lies between, and applies each once in order', async () => {
  const stream = watching(5);
  stream.last = 7;
  await send(stream, 7);
  assert.deepEqual(stream.asked, [5]);
  assert.deepEqual(stream.shown, all(stream));
});

test('what the hub sends while an answer is under way is applied after it', async () => {
  const stream = watching(5);
  let open!: () => void;
  stream.gate = new Promise(resolve => open = resolve);
  stream.last = 7;
  const asking = send(stream, 7);
  stream.last = 9;
  await send(stream, 8);
  await send(stream, 9);
  open();
  await asking;
  assert.deepEqual(stream.shown, all(stream));
  assert.deepEqual(stream.asked, [5]);
});

test('a gap in what came meanwhile is asked for as well', async () => {
  const stream = watching(5);
  let open!: () => void;
  stream.gate = new Promise(resolve => open = resolve);
  stream.last = 7;
  const asking = send(stream, 7);
  stream.last = 10;
  await send(stream, 10);
  open();
  await asking;
  assert.deepEqual(stream.shown, all(stream));
  assert.deepEqual(stream.asked, [5, 7]);
});

test('a failed question loses nothing: the next one brings all', async () => {
  const stream = watching(5);
  stream.last = 8;
  stream.failing = true;
  await assert.rejects(send(stream, 8));
  assert.deepEqual(stream.shown, [1, 2, 3, 4, 5]);
  stream.failing = false;
  await stream.follower.catchUp();
  assert.deepEqual(stream.shown, all(stream));
});

test('after too long an absence the page is loaded anew, and goes on from its number', async () => {
  const stream = watching(5);
  stream.last = 900;
  await stream.follower.catchUp();
  assert.equal(stream.reloads, 1);
  assert.equal(stream.follower.number, 900);
  stream.last = 901;
  await send(stream, 901);
  assert.deepEqual(stream.shown, all(stream));
});

test('an answer that comes after the page was loaded anew shows nothing twice', async () => {
  const stream = watching(5);
  let open!: () => void;
  stream.gate = new Promise(resolve => open = resolve);
  stream.last = 7;
  const asking = stream.follower.catchUp();
  await stream.reload();
  open();
  await asking;
  assert.deepEqual(stream.shown, all(stream));
});

test('a server that lags behind its hub is not asked without end', async () => {
  const stream = watching(5);
  stream.last = 6;
  await send(stream, 12);
  assert.ok(stream.asked.length <= 3, `asked ${stream.asked.length} times`);
  stream.last = 12;
  await stream.follower.catchUp();
  assert.deepEqual(stream.shown, all(stream));
});

test('whatever is lost, doubled or late: after catching up the page shows every event once, in order', async () => {
  for (let seed = 1; seed <= 200; seed++) {
    const random = chance(seed);
    const stream = watching(3);
    for (let step = 0; step < 40; step++) {
      stream.last += random(3);
      if (random(2) === 0) await send(stream, 1 + random(stream.last));
      if (random(4) === 0) await send(stream, stream.last);
      if (random(10) === 0) await stream.follower.catchUp();
    }
    await stream.follower.catchUp();
    assert.deepEqual(stream.shown, all(stream), `seed ${seed}`);
  }
});

function chance(seed: number): (below: number) => number {
  return below => (seed = (seed * 48271) % 2147483647) % below;
}
