import assert from 'node:assert/strict';
import { test } from 'node:test';
import { previewInPlace } from '../ts/preview';
import { page } from './page';

test('the preview asks for the text of the field that the button names', async () => {
  const asked: string[] = [];
  const document = page('<form><textarea name="Summary">**tebal**</textarea><textarea name="Reason">bukan ini</textarea><div class="preview" hidden></div><button name="preview" value="Summary">Pratinjau</button></form>');
  Object.assign(globalThis, {
    fetch: (_: string, sent: { body: URLSearchParams }) => {
      asked.push(sent.body.toString());
      return Promise.resolve({ ok: true, redirected: false, text: () => Promise.resolve('<p><strong>tebal</strong></p>') });
    },
  });
  const [form, box, button] = [document.querySelector('form')!, document.querySelector<HTMLElement>('.preview')!, document.querySelector('button')!];
  Object.defineProperties(button, { form: { value: form }, value: { value: 'Summary' } });
  box.focus = box.scrollIntoView = () => {};
  previewInPlace();
  button.dispatchEvent(new (window as unknown as { Event: typeof Event }).Event('click', { bubbles: true, cancelable: true }));
  await new Promise(resolve => setTimeout(resolve, 0));
  assert.deepEqual(asked, ['text=**tebal**']);
  assert.equal(box.hidden, false);
  assert.equal(box.innerHTML, '<p><strong>tebal</strong></p>');
});
