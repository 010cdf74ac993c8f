// The page anew, without loading it: after a night away it is cheaper to fetch it whole than to apply hundreds of events.
// Morphing keeps focus, typed words and the place in the page; the viewer's own marks come from the sheet in its head.
import { morph } from './morph';
import { keepReadingLine } from './reading-line';

export async function reloadPage(arrange: (fresh: Document) => void): Promise<void> {
  const answer = await fetch(location.href, { credentials: 'same-origin', cache: 'no-store', headers: { Accept: 'text/html' } });
  // Signed out, moved or gone: a real navigation would show it, and the reader decides when.
  if (!answer.ok || answer.redirected) throw new Error(`page ${answer.status}`);
  const fresh = new DOMParser().parseFromString(await answer.text(), 'text/html');
  const [main, freshMain] = [document.querySelector('main'), fresh.querySelector('main')];
  if (!main || !freshMain) throw new Error('page without main');
  arrange(fresh);
  keepReadingLine(() => morph(main, document.importNode(freshMain, true)));
  document.title = fresh.title;
  copyViewerSheet(fresh);
}

// Through the object model: a new <style> element would need this page's nonce.
function copyViewerSheet(fresh: Document): void {
  const sheet = document.querySelector<HTMLStyleElement>('head style')?.sheet;
  const text = fresh.querySelector('head style')?.textContent;
  if (!sheet || text == null) return;
  while (sheet.cssRules.length > 0) sheet.deleteRule(0);
  for (const rule of text.split('}')) if (rule.trim()) sheet.insertRule(rule + '}', sheet.cssRules.length);
}
