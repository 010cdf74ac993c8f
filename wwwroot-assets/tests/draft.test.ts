import assert from 'node:assert/strict';
import { test } from 'node:test';
import { draftOf, type Field, isWorthKeeping, restoreInto } from '../ts/draft';

const field = (name: string, type: string, value: string, more: Partial<Field> = {}): Field => ({ name, type, value, defaultValue: '', checked: false, ...more });
const text = (value: string, defaultValue = '') => field('Body', 'textarea', value, { defaultValue });
const stance = (value: string, checked: boolean) => field('Stance', 'radio', value, { checked });

test('words and choices are kept, secrets and the page\'s own fields are not', () => {
  const draft = draftOf([text('Setuju.'), stance('Support', true), stance('Oppose', false), field('form_token', 'hidden', 'x'), field('Password', 'password', 'rahasia')], 1);
  assert.deepEqual(draft, { at: 1, texts: { Body: 'Setuju.' }, choices: { Stance: ['Support'] } });
});

test('what the page came with is no draft, nor is a choice alone', () => {
  assert.equal(isWorthKeeping(draftOf([text('Setuju.', 'Setuju.'), stance('Support', true)], 1)), false);
  assert.equal(isWorthKeeping(draftOf([text('   ')], 1)), false);
  assert.equal(isWorthKeeping(draftOf([text('Setuju.')], 1)), true);
});

test('an empty form gets its words and choices back', () => {
  const fields = [text(''), stance('Support', false), stance('Neutral', true)];
  assert.equal(restoreInto(fields, draftOf([text('Setuju.'), stance('Support', true), stance('Neutral', false)], 1)), true);
  assert.deepEqual(fields.map(f => f.type === 'radio' ? f.checked : f.value), ['Setuju.', true, false]);
});

test('words that the server gave back are newer and stay, with the choices beside them', () => {
  const fields = [text('Setuju, tetapi'), stance('Support', false)];
  assert.equal(restoreInto(fields, draftOf([text('Setuju.'), stance('Support', true)], 1)), false);
  assert.deepEqual(fields.map(f => f.type === 'radio' ? f.checked : f.value), ['Setuju, tetapi', false]);
});

test('a restored draft is the same draft again', () => {
  const typed = draftOf([text('Ada tiga hal:\n\n1. …'), stance('Oppose', true)], 5);
  const fields = [text(''), stance('Oppose', false)];
  restoreInto(fields, typed);
  assert.deepEqual(draftOf(fields, 5), typed);
});

test('blanks alone are nothing to bring back: the server takes them for nothing too', () => {
  assert.equal(restoreInto([text('')], { at: 1, texts: { Body: '  ' }, choices: {} }), false);
});

test('what was emptied is not brought back: an empty field is not filled with nothing and called restored', () => {
  const [before, after] = [field('Rule', 'select-one', ''), field('Rule', 'select-one', '')];
  before.defaultValue = undefined as unknown as string;
  const typed = draftOf([before, text('Alasannya.')], 1);
  assert.equal(restoreInto([after, text('Alasannya.')], typed), false);
});
