import assert from 'node:assert/strict';
import { test } from 'node:test';
import { morph } from '../ts/live/morph';
import { element, page } from './page';

function shown(html: string): HTMLElement {
  page(`<main>${html}</main>`);
  return document.querySelector('main')!.firstElementChild as HTMLElement;
}

test('text and attributes become those of the server, in the same element', () => {
  const post = shown('<li id="post-1" class="post"><b>Rahmi</b> <span class="count">3</span></li>');
  morph(post, element('<li id="post-1" class="post trace"><b>Rahmi</b> <span class="count">4</span></li>'));
  assert.equal(document.getElementById('post-1'), post);
  assert.equal(post.querySelector('.count')!.textContent, '4');
  assert.equal(post.className, 'post trace');
});

test('the reader\'s own marks stay, which a fragment for everybody does not carry', () => {
  const post = shown('<li id="post-1" class="post is-mine new"><p>3</p></li>');
  morph(post, element('<li id="post-1" class="post official"><p>4</p></li>'));
  assert.equal(post.className.split(' ').sort().join(' '), 'is-mine new official post');
});

test('what the reader folded open stays open', () => {
  const box = shown('<div id="x"><details open><summary>2</summary>isi</details></div>');
  morph(box, element('<div id="x"><details><summary>3</summary>isi</details></div>'));
  assert.ok(box.querySelector('details')!.hasAttribute('open'));
  assert.equal(box.querySelector('summary')!.textContent, '3');
});

test('what the script put in stays', () => {
  const post = shown('<li id="post-1"><header><b>Rahmi</b><span class="justnow" data-live-keep>baru saja</span></header><p>3</p></li>');
  morph(post, element('<li id="post-1"><header><b>Rahmi</b></header><p>4</p></li>'));
  assert.equal(post.querySelector('.justnow')!.textContent, 'baru saja');
  assert.equal(post.querySelector('p')!.textContent, '4');
});

test('what the server took away goes', () => {
  const post = shown('<li id="post-1"><p>isi</p><footer>Balas</footer></li>');
  morph(post, element('<li id="post-1"><p>disembunyikan</p></li>'));
  assert.equal(post.querySelector('footer'), null);
});

test('a button just pressed shows its new count although it has the focus', () => {
  const post = shown('<li id="post-1"><button>Dukung <span class="count">3</span></button></li>');
  Object.defineProperty(document, 'activeElement', { value: post.querySelector('button'), configurable: true });
  morph(post, element('<li id="post-1"><button>Dukung <span class="count">4</span></button></li>'));
  assert.equal(post.querySelector('.count')!.textContent, '4');
});

test('words being typed stay', () => {
  const form = shown('<form id="tulis"><p>lama</p><textarea id="Body"></textarea></form>');
  form.querySelector('textarea')!.value = 'belum selesai';
  morph(form, element('<form id="tulis"><p>baru</p><textarea id="Body"></textarea></form>'));
  assert.equal(form.querySelector('textarea')!.value, 'belum selesai');
  assert.equal(form.querySelector('p')!.textContent, 'baru');
});
