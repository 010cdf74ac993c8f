// Words marked in a criterion's text can be commented on at once: a button appears below them and leads to the form,
// which finds the words again by themselves and what stands around them. Nothing here is needed: the form has a list of
// the sentences for everybody else.

/** As much as the server takes, and a little more around it than it needs to tell two equal places apart. */
const mostWords = 1000;
const context = 48;

let button: HTMLAnchorElement | undefined;
let waiting: ReturnType<typeof setTimeout> | undefined;

document.addEventListener('selectionchange', () => {
  clearTimeout(waiting);
  waiting = setTimeout(offer, 150);
});

function offer(): void {
  const selection = getSelection();
  const range = selection && selection.rangeCount > 0 && !selection.isCollapsed ? selection.getRangeAt(0) : undefined;
  const text = range && closest(range.commonAncestorContainer);
  const address = range && text && addressOf(text, range);
  if (!address) {
    // The button itself may be what took the selection away.
    if (document.activeElement !== button) button?.remove();
    return;
  }
  button ??= document.createElement('a');
  button.className = 'ds-button words-button';
  button.href = address;
  button.textContent = text.dataset['textComment']!;
  text.after(button);
  const [words, around] = [range.getBoundingClientRect(), text.parentElement!.getBoundingClientRect()];
  button.style.top = `${words.bottom - around.top + text.parentElement!.scrollTop + 8}px`;
  button.style.left = `${Math.max(0, Math.min(words.left - around.left, around.width - button.offsetWidth))}px`;
}

function closest(node: Node): HTMLElement | null {
  return (node instanceof Element ? node : node.parentElement)?.closest<HTMLElement>('[data-words]') ?? null;
}

export function addressOf(text: HTMLElement, range: Range): string | undefined {
  const all = plain(contents(text, text.childNodes.length));
  const [from, to] = [plain(before(text, range.startContainer, range.startOffset)).length, plain(before(text, range.endContainer, range.endOffset)).length];
  const words = all.slice(from, to);
  if (!/[\p{L}\p{N}]/u.test(words) || words.length > mostWords) return undefined;
  return `${text.dataset['words']}?${new URLSearchParams({ kata: words, sebelum: all.slice(Math.max(0, from - context), from), sesudah: all.slice(to, to + context) })}`;
}

function before(text: HTMLElement, node: Node, offset: number): DocumentFragment {
  const range = document.createRange();
  range.setStart(text, 0);
  range.setEnd(node, offset);
  return range.cloneContents();
}

function contents(text: HTMLElement, offset: number): DocumentFragment {
  return before(text, text, offset);
}

/** The text as it was published: paragraphs parted by a blank line, without the counts that the page puts in. */
function plain(fragment: DocumentFragment): string {
  fragment.querySelectorAll('[data-pin]').forEach(pin => pin.remove());
  return Array.from(fragment.querySelectorAll('p'), paragraph => paragraph.textContent ?? '').join('\n\n');
}
