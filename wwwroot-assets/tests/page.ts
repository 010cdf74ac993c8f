// A document for tests, and the names the scripts expect to be global in a browser.
import { DOMParser, parseHTML } from 'linkedom';

export function page(body: string): Document {
  const window = parseHTML(`<!doctype html><html><head></head><body>${body}</body></html>`);
  for (const name of ['document', 'Node', 'Element', 'HTMLElement', 'HTMLInputElement', 'HTMLTextAreaElement', 'HTMLSelectElement', 'HTMLFormElement', 'Document', 'NodeList', 'HTMLCollection', 'MutationObserver'] as const) {
    Object.defineProperty(globalThis, name, { value: (window as unknown as Record<string, unknown>)[name], configurable: true, writable: true });
  }
  Object.defineProperty(globalThis, 'window', { value: window, configurable: true });
  Object.defineProperty(globalThis, 'DOMParser', { value: DOMParser, configurable: true });
  return document;
}

export function element(html: string): HTMLElement {
  const holder = document.createElement('div');
  holder.innerHTML = html;
  return holder.firstElementChild as HTMLElement;
}
