// Where a new item of a list goes. The list says how it is ordered and which part of the whole it shows; items carry
// keys that compare as plain strings (what JavaScript's < does is the server's ordinal comparison). An item outside the
// part shown is not put in: it is counted, and stands on another page.
import { fill } from '../say';

export type Placed = 'inserted' | 'elsewhere';

export function place(list: HTMLElement, item: HTMLElement): Placed {
  const order = list.dataset['liveOrder'];
  const key = item.dataset['sort'] ?? '';
  if ((order !== 'asc' && order !== 'desc') || isOutside(list, key)) return 'elsewhere';

  const items = itemsOf(list).filter(other => other !== item);
  const at = items.findIndex(other => order === 'asc' ? other.dataset['sort']! > key : other.dataset['sort']! < key);
  const next = at < 0 ? undefined : items[at];
  const previous = items[at < 0 ? items.length - 1 : at - 1];
  if (isDeep(list, item)) foldIn(list, item, previous, next);
  else if (next) topmost(list, next).before(item);
  else list.append(item);
  return 'inserted';
}

export function itemsOf(list: HTMLElement): HTMLElement[] {
  return Array.from(list.querySelectorAll<HTMLElement>('[data-sort]')).filter(item => item.dataset['liveInto'] === list.id);
}

// An empty bound is none: Razor writes a data attribute that has no value as an empty one.
function isOutside(list: HTMLElement, key: string): boolean {
  const { liveFrom: from, liveTo: to } = list.dataset;
  return (from ? key < from : false) || (to ? key > to : false);
}

// Replies deeper than the list indents stand folded behind the last post that is shown, in one <details>. In reading
// order they follow each other, so a deep item belongs to the fold its neighbour is in, or begins a new one.
function isDeep(list: HTMLElement, item: HTMLElement): boolean {
  const deepest = list.dataset['liveFold'];
  return !!deepest && Number(item.dataset['depth']) > Number(deepest);
}

function foldIn(list: HTMLElement, item: HTMLElement, previous: HTMLElement | undefined, next: HTMLElement | undefined): void {
  if (previous?.closest('.fold')) previous.after(item);
  else if (next?.closest('.fold')) next.before(item);
  else {
    const fold = list.ownerDocument.createElement('li');
    fold.className = 'fold';
    fold.innerHTML = '<details class="deeper"><summary></summary><ol class="posts"></ol></details>';
    fold.querySelector('ol')!.append(item);
    if (previous) topmost(list, previous).after(fold);
    else list.prepend(fold);
  }
  const fold = item.closest('.fold')!;
  fold.querySelector('summary')!.textContent = fill(list.dataset['textFold'] ?? '{n}', { n: fold.querySelectorAll('[data-sort]').length });
}

function topmost(list: HTMLElement, item: HTMLElement): HTMLElement {
  let top = item;
  while (top.parentElement && top.parentElement !== list) top = top.parentElement;
  return top;
}
