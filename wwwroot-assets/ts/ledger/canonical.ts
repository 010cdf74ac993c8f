// Canonical JSON (FORMAT.md section 1): a value has one spelling. Whatever does not come out of our writer as it went in
// was spelt another way, which finds repeated keys, other orders, blanks and needless escapes all at once.
import { text, type Bytes } from './bytes';

export type Value = string | number | boolean | Value[] | { [key: string]: Value };
export type Fields = { [key: string]: Value };

const deepest = 16;
const isKey = (key: string): boolean => /^[a-z0-9_]{1,24}$/.test(key);

/** Undefined for every other spelling. */
export function readCanonical(bytes: Bytes): Value | undefined {
  const source = text(bytes);
  if (source === undefined) return undefined;
  try {
    const value: unknown = JSON.parse(source);
    return isAllowed(value, 1) && writeCanonical(value) === source ? value : undefined;
  } catch {
    return undefined;
  }
}

export function writeCanonical(value: Value): string {
  if (Array.isArray(value)) return `[${value.map(writeCanonical).join(',')}]`;
  if (!isFields(value)) return JSON.stringify(value);
  return `{${Object.keys(value).sort().map(key => `${JSON.stringify(key)}:${writeCanonical(value[key]!)}`).join(',')}}`;
}

export const isFields = (value: unknown): value is Fields => typeof value === 'object' && value !== null && !Array.isArray(value);

export const isLabel = isKey;

function isAllowed(value: unknown, depth: number): value is Value {
  switch (typeof value) {
    case 'boolean': return true;
    case 'string': return !/\p{Cs}/u.test(value);
    case 'number': return Number.isSafeInteger(value);
    case 'object':
      if (value === null || depth > deepest) return false;
      return Array.isArray(value)
        ? value.every(item => isAllowed(item, depth + 1))
        : Object.keys(value).every(key => isKey(key) && isAllowed((value as Fields)[key], depth + 1));
    default: return false;
  }
}
