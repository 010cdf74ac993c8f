// One act as the ledger keeps it (FORMAT.md sections 2 to 5), and what opens its commitments. Which kinds there are and
// what each may say comes from the page, which has it from the program's own catalogue: one list, two readers.
import { fromBase64Url, hmac, same, sha256, joined, utf8, type Bytes } from './bytes';
import { isFields, isLabel, writeCanonical, type Fields, type Value } from './canonical';

/** Label to shape; a star behind it: always there. Commitments and documents have one shape, so theirs is empty. */
type Labels = Record<string, string>;

export interface Kind {
  x: Labels;
  c: Labels;
  d: Labels;
  /** Roles; left out where every role may. */
  a?: string[];
  /** Tells the hour only. */
  hour?: boolean;
  /** Never follows another act on the same object. */
  single?: boolean;
}

export type Kinds = Record<string, Kind>;

export interface Leaf {
  bytes: Bytes;
  kind: string;
  id: string;
  at: string;
  commitments: Record<string, string>;
}

export interface Opening {
  act: string;
  label: string;
  type: string;
  salt: Bytes;
  content: string;
}

const longestLeaf = 4096;
const roles = ['warga', 'moderator', 'pejabat', 'penilai', 'sistem'];

export function readLeaf(value: Value | undefined, kinds: Kinds): Leaf | undefined {
  if (!isFields(value)) return undefined;
  const bytes = utf8(writeCanonical(value));
  const { v, k, i, o, p, a, t, c, d, x, ...more } = value;
  if (bytes.length > longestLeaf || Object.keys(more).length > 0 || v !== 1 || typeof k !== 'string' || !has(kinds, k)) return undefined;
  const kind = kinds[k]!;
  if (!isId(i) || !isId(o) || !(p === undefined || (isId(p) && !kind.single))) return undefined;
  if (typeof a !== 'string' || !(kind.a ?? roles).includes(a) || !isTime(t) || (kind.hour && !t.endsWith(':00:00Z'))) return undefined;
  if (!fits(c, kind.c, isDigest) || !fits(d, kind.d, isDocument) || !fits(x, kind.x, hasShape)) return undefined;
  return { bytes, kind: k, id: i, at: t, commitments: (c ?? {}) as Record<string, string> };
}

export function readOpening(value: Value): Opening | undefined {
  if (!isFields(value)) return undefined;
  const { content, i, label, salt, type, ...more } = value;
  if (Object.keys(more).length > 0 || typeof content !== 'string' || !isId(i) || typeof label !== 'string' || !isLabel(label)) return undefined;
  const saltBytes = typeof salt === 'string' ? fromBase64Url(salt, 32) : undefined;
  return saltBytes && isMediaType(type) ? { act: i, label, type, salt: saltBytes, content } : undefined;
}

export const leafHash = (entry: Bytes): Promise<Bytes> => sha256(joined(Uint8Array.of(0), entry));

export async function opens(leaf: Leaf, opening: Opening): Promise<boolean> {
  const promised = has(leaf.commitments, opening.label) ? fromBase64Url(leaf.commitments[opening.label]!, 32) : undefined;
  if (!promised || opening.act !== leaf.id) return false;
  return same(promised, await hmac(opening.salt, utf8(`buku/v1\n${leaf.kind}\n${opening.label}\n${leaf.id}\n${opening.content}`)));
}

// A map is left out when it is empty, so that "nothing" has one spelling.
function fits(map: Value | undefined, labels: Labels, isRight: (value: Value, shape: string) => boolean): boolean {
  if (map !== undefined && !(isFields(map) && Object.keys(map).length > 0)) return false;
  const given = map ?? {};
  return Object.keys(given).every(label => has(labels, label) && isRight(given[label]!, labels[label]!.replace('*', '')))
    && Object.keys(labels).every(label => !labels[label]!.endsWith('*') || has(given, label));
}

function hasShape(value: Value, shape: string): boolean {
  switch (shape) {
    case 'id': return isId(value);
    case 'code': return isCode(value);
    case 'count': return typeof value === 'number' && value >= 0;
    case 'flag': return typeof value === 'boolean';
    case 'time': return isTime(value);
    case 'root': return isDigest(value);
    case 'verifierkey': return typeof value === 'string' && /^[!-~]{1,200}$/.test(value);
    case 'targets': return Array.isArray(value) && value.every(isTarget);
    // Lists: ids, codes, counts.
    default: return Array.isArray(value) && value.every(item => hasShape(item, shape.slice(0, -1)));
  }
}

const isId = (value: Value | undefined): value is string => typeof value === 'string' && fromBase64Url(value, 16) !== undefined;
const isDigest = (value: Value): boolean => typeof value === 'string' && fromBase64Url(value, 32) !== undefined;
const isCode = (value: Value): boolean => typeof value === 'string' && /^[A-Za-z0-9][A-Za-z0-9._/-]{0,39}$/.test(value) && !/[0-9]{9}/.test(value);
const isMediaType = (value: Value | undefined): value is string => typeof value === 'string' && value.length <= 80 && /^[a-z0-9.+-]+\/[a-z0-9.+-]+$/.test(value);

function isTime(value: Value | undefined): value is string {
  if (typeof value !== 'string' || !/^(?!0000)\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/.test(value)) return false;
  const date = new Date(value);
  return !Number.isNaN(date.getTime()) && date.toISOString() === value.replace('Z', '.000Z');
}

const isTarget = (value: Value): boolean =>
  isFields(value) && Object.keys(value).length === 2 && isId(value['i']) && typeof value['label'] === 'string' && isLabel(value['label']);

function isDocument(value: Value): boolean {
  if (!isFields(value)) return false;
  const { len, sha256: digest, type, ...more }: Fields = value;
  return Object.keys(more).length === 0 && typeof len === 'number' && len >= 0 && typeof digest === 'string' && /^[0-9a-f]{64}$/.test(digest) && isMediaType(type);
}

const has = (map: object, key: string): boolean => Object.prototype.hasOwnProperty.call(map, key);
