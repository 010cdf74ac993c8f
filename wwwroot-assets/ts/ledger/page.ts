// Writes what an examination found, in the words that the page brought along. The server writes the same list for
// people without script (Features/Ledger/_Steps.cshtml). All by text nodes: a receipt can come from anybody.
import { isSound, type Examination, type Step, type Verdict } from './exam';

export interface Words {
  titles: Record<string, string>;
  found: Record<string, string>;
  faults: Record<string, string>;
  verdicts: Record<Verdict, string>;
  labels: Record<string, string>;
  kinds: Record<string, string>;
  summary: { ok: string; wrong: string; open: string; where: string; by: string; working: string; unable: string; offline: string };
  act: string;
}

const signs: Record<Verdict, string> = { ok: '✓', wrong: '✗', open: '…' };

export function show(into: HTMLElement, { steps, receipt }: Examination, words: Words): void {
  const sound = isSound(steps);
  const verdict: Verdict = sound === null ? 'open' : sound ? 'ok' : 'wrong';
  const box = element('div', 'verdict');
  box.dataset['verdict'] = verdict;
  box.append(element('p', 'sum', element('b', '', `${signs[verdict]} ${words.summary[verdict]}`)));
  if (verdict === 'wrong') box.append(element('p', '', filled(words.summary.where, places(steps, words))));
  if (receipt) {
    const { leaf, index, note } = receipt;
    box.append(element('p', '', filled(words.act, words.kinds[leaf.kind] ?? leaf.kind, inWib(leaf.at), index.toLocaleString(language()), note.checkpoint.size.toLocaleString(language()))));
  }
  box.append(element('ol', 'checks', ...steps.map(step => line(step, words))));
  for (const opening of receipt?.openings ?? []) {
    box.append(element('p', 'of', element('b', '', words.labels[opening.label] ?? opening.label)), element('blockquote', 'words', opening.content));
  }
  box.append(element('p', 'hint', words.summary.by));
  into.replaceChildren(box);
}

export const say = (into: HTMLElement, words: string): void => into.replaceChildren(element('p', 'meta', words));

export function sentence(step: Step, words: Words): string {
  const template = (step.verdict === 'ok' ? words.found[step.code] : words.faults[`${step.code}:${step.fault}`]) ?? '';
  return filled(template, step.code === 'buka' ? words.labels[step.detail ?? ''] ?? step.detail ?? '' : step.detail ?? '', String(step.line ?? ''));
}

function line(step: Step, words: Words): HTMLElement {
  const heading = element('b', '', `${words.titles[step.code] ?? step.code}: `, element('span', 'word', words.verdicts[step.verdict]));
  const item = element('li', '', heading, ' ', element('span', '', sentence(step, words)));
  item.dataset['verdict'] = step.verdict;
  item.dataset['step'] = step.code;
  return item;
}

const places = (steps: Step[], words: Words): string =>
  [...new Set(steps.filter(step => step.verdict === 'wrong').map(step => (words.titles[step.code] ?? step.code).toLowerCase()))].join(', ');

const filled = (template: string, ...values: string[]): string => template.replace(/\{(\d)\}/g, (_, i: string) => values[Number(i)] ?? '');

const language = (): string => document.documentElement.lang || 'id';

function inWib(at: string): string {
  return new Intl.DateTimeFormat(language(), { dateStyle: 'long', timeStyle: 'short', timeZone: 'Asia/Jakarta' }).format(new Date(at)) + ' WIB';
}

function element(name: string, kind: string, ...children: (string | HTMLElement)[]): HTMLElement {
  const made = document.createElement(name);
  if (kind) made.className = kind;
  made.append(...children);
  return made;
}
