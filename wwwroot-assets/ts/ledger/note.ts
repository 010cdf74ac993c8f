// Signed notes and the checkpoint in them (FORMAT.md section 9), and the keys that may sign (`kunci`, `kebijakan`).
import { ed25519, joined, same, sha256, text, toHex, utf8, type Bytes } from './bytes';
import { lineOf, Lines, Malformed } from './lines';

export interface Checkpoint { origin: string; size: bigint; root: Bytes }
export interface Signature { name: string; id: string; payload: Bytes }
export interface Note { text: Bytes; checkpoint: Checkpoint; signatures: Signature[] }
export interface Key { name: string; id: string; algorithm: number; material: Bytes }

/** How a key stands to a note. `unknown`: this browser cannot tell. */
export type Standing = 'absent' | 'signed' | 'forged' | 'unknown';

const logSigns = 1;
const witnessSigns = 4;
const mostSignatures = 100;

export async function readNote(bytes: Bytes, linesBefore: number): Promise<Note> {
  if (text(bytes) === undefined) throw new Malformed('bukan-teks', linesBefore + 1);
  const control = bytes.findIndex(byte => byte < 32 && byte !== 10);
  if (control >= 0) throw new Malformed('bukan-teks', linesBefore + lineOf(bytes, control));
  const end = lastEmptyLine(bytes);
  if (end <= 0 || end + 1 === bytes.length) throw new Malformed('terpotong', linesBefore + lineOf(bytes, bytes.length));
  const body = bytes.slice(0, end);
  const signatures = readSignatures(new Lines(bytes.slice(end + 1), linesBefore + lineOf(bytes, end + 1) - 1));
  return { text: body, checkpoint: await readCheckpoint(new Lines(body, linesBefore)), signatures };
}

/** Undefined where the text is no key, or its id is not drawn from it. */
export async function readKey(spelling: string): Promise<Key | undefined> {
  const match = /^([^+]+)\+([0-9a-f]{8})\+(.+)$/.exec(spelling);
  if (!match) return undefined;
  const lines = new Lines(utf8(match[3] + '\n'));
  try {
    const material = lines.base64(lines.next(), 33);
    const id = toHex((await sha256(joined(utf8(match[1] + '\n'), material))).slice(0, 4));
    return id === match[2] ? { name: match[1]!, id, algorithm: material[0]!, material: material.slice(1) } : undefined;
  } catch {
    return undefined;
  }
}

export async function standing(note: Note, key: Key): Promise<Standing> {
  const lines = note.signatures.filter(line => line.name === key.name && line.id === key.id);
  const held = await Promise.all(lines.map(line => holds(note, line, key)));
  if (held.includes(false)) return 'forged';
  if (held.includes(undefined)) return 'unknown';
  return held.length > 0 ? 'signed' : 'absent';
}

async function holds(note: Note, line: Signature, key: Key): Promise<boolean | undefined> {
  if (key.algorithm === logSigns) return line.payload.length === 64 && ed25519(key.material, note.text, line.payload);
  if (key.algorithm !== witnessSigns || line.payload.length !== 72) return false;
  const seconds = new DataView(line.payload.buffer, line.payload.byteOffset).getBigUint64(0);
  return ed25519(key.material, joined(utf8(`cosignature/v1\ntime ${seconds}\n`), note.text), line.payload.slice(8));
}

async function readCheckpoint(lines: Lines): Promise<Checkpoint> {
  const origin = lines.next();
  if (!isName(origin)) throw lines.fault();
  const size = lines.number(lines.next());
  const root = lines.base64(lines.next(), 32);
  if (size === 0n && !same(root, await sha256(new Uint8Array()))) throw lines.fault();
  if (lines.atEnd) return { origin, size, root };
  lines.next();
  throw lines.fault();
}

function readSignatures(lines: Lines): Signature[] {
  const signatures: Signature[] = [];
  while (!lines.atEnd) {
    if (signatures.length === mostSignatures) throw lines.fault();
    const [dash, name, spelling, ...more] = lines.next().split(' ');
    if (dash !== '\u2014' || name === undefined || spelling === undefined || more.length > 0 || !isName(name)) throw lines.fault();
    const bytes = lines.base64(spelling);
    if (bytes.length <= 4) throw lines.fault();
    signatures.push({ name, id: toHex(bytes.slice(0, 4)), payload: bytes.slice(4) });
  }
  return signatures;
}

const isName = (name: string): boolean => name.length > 0 && !/[+\p{Z}\p{Cc}]/u.test(name);

/** Where the empty line before the signatures begins. */
function lastEmptyLine(bytes: Bytes): number {
  for (let i = bytes.length - 2; i >= 0; i--) if (bytes[i] === 10 && bytes[i + 1] === 10) return i + 1;
  return 0;
}
