// Makes what is shown equal to what the server sent, touching only what differs. What is the reader's stays theirs: words
// typed, focus, what they folded open, what the script put in (data-live-keep) and their own marks, which a fragment
// for everybody does not carry.
import { Idiomorph } from 'idiomorph';

const ownMarks = ['is-mine', 'not-mine', 'new'];

export function morph(shown: Element, fresh: Element): void {
  Idiomorph.morph(shown, fresh, {
    morphStyle: 'outerHTML',
    callbacks: {
      beforeNodeMorphed: (old: Node, next: Node) => {
        if (!(old instanceof Element) || !(next instanceof Element)) return true;
        for (const mark of ownMarks) if (old.classList.contains(mark)) next.classList.add(mark);
        return !(isTypedInto(old) || old.matches('[data-live-indicator], .preview:not([hidden])'));
      },
      beforeAttributeUpdated: (name: string, node: Element) => !(name === 'open' && node.tagName === 'DETAILS'),
      beforeNodeRemoved: (node: Node) => !(node instanceof HTMLElement && node.dataset['liveKeep'] !== undefined),
    },
  });
}

function isTypedInto(element: Element): boolean {
  if (element instanceof HTMLTextAreaElement) return element.value !== element.defaultValue;
  if (element instanceof HTMLSelectElement) return Array.from(element.options).some(option => option.selected !== option.defaultSelected);
  if (!(element instanceof HTMLInputElement) || element.type === 'hidden') return false;
  return element.value !== element.defaultValue || element.checked !== element.defaultChecked;
}
