// What a draft is: the words typed and the choices made, apart from where it is kept. Only what differs from the page
// counts as typed; nothing secret and nothing the page itself put in (tokens, keys) is ever part of it.

export interface Field {
  name: string;
  type: string;
  value: string;
  defaultValue: string;
  checked: boolean;
}

export interface Draft {
  /** When it was last typed at, in milliseconds. */
  at: number;
  texts: Record<string, string>;
  choices: Record<string, string[]>;
}

const neverKept = ['hidden', 'password', 'file', 'submit', 'button', 'reset', 'image'];

export function draftOf(fields: Iterable<Field>, at: number): Draft {
  const draft: Draft = { at, texts: {}, choices: {} };
  for (const field of fields) {
    if (neverKept.includes(field.type)) continue;
    if (isChoice(field)) {
      if (field.checked) (draft.choices[field.name] ??= []).push(field.value);
    } else if (field.value !== field.defaultValue) {
      draft.texts[field.name] = field.value;
    }
  }
  return draft;
}

/** A choice alone is no draft: it is set again at a touch, and most forms come with one set. */
export function isWorthKeeping(draft: Draft): boolean {
  return Object.values(draft.texts).some(text => text.trim() !== '');
}

/** Fills only what stands empty: the words the server gave back after a refusal are newer than any draft. */
export function restoreInto(fields: Iterable<Field>, draft: Draft): boolean {
  const all = [...fields];
  let restored = false;
  for (const field of all) {
    const text = draft.texts[field.name];
    if (!text?.trim() || isChoice(field) || neverKept.includes(field.type) || field.value !== '') continue;
    field.value = text;
    restored = true;
  }
  if (!restored) return false;
  for (const field of all) {
    const chosen = draft.choices[field.name];
    if (isChoice(field) && chosen) field.checked = chosen.includes(field.value);
  }
  return true;
}

function isChoice(field: Field): boolean {
  return field.type === 'radio' || field.type === 'checkbox';
}
