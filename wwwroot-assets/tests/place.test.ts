import assert from 'node:assert/strict';
import { test } from 'node:test';
import { itemsOf, place } from '../ts/live/place';
import { element, page } from './page';

const post = (key: string, depth = 0) => `<li data-live-into="posts" data-sort="${key}" data-depth="${depth}" id="p-${key}"></li>`;

function list(attributes: string, ...items: string[]): HTMLElement {
  page(`<ol id="posts" ${attributes}>${items.join('')}</ol>`);
  return document.getElementById('posts')!;
}

const keys = (of: HTMLElement) => itemsOf(of).map(item => item.dataset['sort']).join(' ');

test('an item goes before the first with a greater key, or to the end', () => {
  const posts = list('data-live-order="asc"', post('b'), post('d'));
  for (const key of ['c', 'a', 'e']) assert.equal(place(posts, element(post(key))), 'inserted');
  assert.equal(keys(posts), 'a b c d e');
});

test('a descending list is filled the other way round', () => {
  const posts = list('data-live-order="desc"', post('d'), post('b'));
  for (const key of ['c', 'a', 'e']) place(posts, element(post(key)));
  assert.equal(keys(posts), 'e d c b a');
});

test('keys compare by character code, not by the language of the reader', () => {
  const posts = list('data-live-order="asc"', post('B'), post('a'));
  place(posts, element(post('Z')));
  place(posts, element(post('á')));
  assert.equal(keys(posts), 'B Z a á');
});

test('any order of arrival gives the same list', () => {
  const sorted = Array.from({ length: 40 }, (_, n) => String(n).padStart(3, '0'));
  for (let seed = 1; seed <= 25; seed++) {
    const posts = list('data-live-order="asc"');
    for (const key of shuffled(sorted, seed)) place(posts, element(post(key)));
    assert.equal(keys(posts), sorted.join(' '), `seed ${seed}`);
  }
});

test('what lies outside the part shown is not put in; the bounds themselves belong to it', () => {
  const posts = list('data-live-order="asc" data-live-from="c" data-live-to="f"', post('c'), post('f'));
  assert.equal(place(posts, element(post('b'))), 'elsewhere');
  assert.equal(place(posts, element(post('g'))), 'elsewhere');
  assert.equal(place(posts, element(post('d'))), 'inserted');
  for (const key of ['c', 'f']) assert.equal(place(posts, element(post(key))), 'inserted');
  assert.equal(keys(posts), 'c c d f f');
});

test('an empty bound is none', () => {
  assert.equal(place(list('data-live-order="asc" data-live-from="" data-live-to="" data-live-fold=""'), element(post('a'))), 'inserted');
});

test('a list that is ordered otherwise takes nothing', () => {
  assert.equal(place(list('data-live-order="none"', post('a')), element(post('b'))), 'elsewhere');
});

const fold = 'data-live-order="asc" data-live-fold="2" data-text-fold="{n} balasan lebih dalam"';

test('a reply deeper than the list indents opens a fold behind the post before it', () => {
  const posts = list(fold, post('a', 2), post('b', 0));
  place(posts, element(post('aa', 3)));
  const opened = posts.children[1]!;
  assert.equal(opened.className, 'fold');
  assert.equal(opened.querySelector('summary')!.textContent, '1 balasan lebih dalam');
  assert.equal(opened.querySelector('[data-sort]')!.id, 'p-aa');
  assert.equal(keys(posts), 'a aa b');
});

test('the next one joins the fold at its place and is counted', () => {
  const posts = list(fold, post('a', 2), post('b', 0));
  for (const key of ['ab', 'aa', 'ac']) place(posts, element(post(key, 3)));
  assert.equal(posts.querySelectorAll('.fold').length, 1);
  assert.equal(posts.querySelector('summary')!.textContent, '3 balasan lebih dalam');
  assert.equal(keys(posts), 'a aa ab ac b');
});

test('a shallow reply after a fold stands outside it', () => {
  const posts = list(fold, post('a', 2));
  place(posts, element(post('aa', 3)));
  place(posts, element(post('ab', 1)));
  assert.equal(document.getElementById('p-ab')!.parentElement, posts);
  assert.equal(keys(posts), 'a aa ab');
});

test('a shallow post goes before a fold whole, not into it', () => {
  const posts = list(fold);
  place(posts, element(post('b', 3)));
  place(posts, element(post('a', 0)));
  assert.equal(document.getElementById('p-a')!.parentElement, posts);
  assert.equal(keys(posts), 'a b');
});

function shuffled(items: string[], seed: number): string[] {
  const result = [...items];
  for (let i = result.length - 1; i > 0; i--) {
    seed = (seed * 48271) % 2147483647;
    const j = seed % (i + 1);
    [result[i], result[j]] = [result[j]!, result[i]!];
  }
  return result;
}
