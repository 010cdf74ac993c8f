// A receipt (FORMAT.md section 10): the act, its number, the way up to the root, and the signed checkpoint.
import { joined, same, sha256, utf8, type Bytes } from './bytes';
import { isFields, readCanonical, type Value } from './canonical';
import { readLeaf, readOpening, type Kinds, type Leaf, type Opening } from './leaf';
import { Lines, Malformed } from './lines';
import { readNote, type Note } from './note';

export interface Receipt { index: bigint; hashes: Bytes[]; note: Note; leaf: Leaf; openings: Opening[] }

export const longestReceipt = 1_000_000;

const firstLine = 'c2sp.org/tlog-proof@v1';
const mostHashes = 63;

/** @throws Malformed */
export async function readReceipt(bytes: Bytes, kinds: Kinds): Promise<Receipt> {
  if (bytes.length === 0) throw new Malformed('kosong');
  if (bytes.length > longestReceipt) throw new Malformed('terlalu-besar');
  requireBeginning(bytes);
  const lines = new Lines(bytes);
  lines.next();
  const extra = lines.startsWith('extra ') ? lines.base64(lines.behind('extra')) : undefined;
  const index = lines.number(lines.behind('index'));
  const hashes: Bytes[] = [];
  for (let line = lines.next(); line !== ''; line = lines.next()) {
    if (hashes.length === mostHashes) throw lines.fault();
    hashes.push(lines.base64(line, 32));
  }
  const note = await readNote(lines.rest, lines.linesBefore);
  if (!extra) throw new Malformed('tanpa-isi');
  return { index, hashes, note, ...readContent(readCanonical(extra), kinds) };
}

// What is something else altogether is told so, and not by the line in which it differs.
function requireBeginning(bytes: Bytes): void {
  const beginning = utf8(firstLine + '\n');
  if (same(bytes.slice(0, beginning.length), beginning)) return;
  if (bytes.length < beginning.length && same(bytes, beginning.slice(0, bytes.length))) throw new Malformed('terpotong', 1);
  throw new Malformed('bukan-tanda-terima');
}

function readContent(extra: Value | undefined, kinds: Kinds): { leaf: Leaf; openings: Opening[] } {
  const fault = new Malformed('isi-rusak');
  if (!isFields(extra)) throw fault;
  const { entry, buka, ...more } = extra;
  const leaf = readLeaf(entry, kinds);
  if (!leaf || Object.keys(more).length > 0) throw fault;
  if (buka === undefined) return { leaf, openings: [] };
  if (!Array.isArray(buka) || buka.length === 0) throw fault;
  const openings = buka.map(readOpening);
  if (openings.includes(undefined)) throw fault;
  return { leaf, openings: openings as Opening[] };
}

export const nodeHash = (left: Bytes, right: Bytes): Promise<Bytes> => sha256(joined(Uint8Array.of(1), left, right));

/** RFC 6962 section 2.1.1. Undefined when the proof holds, else the code of why it does not. */
export async function inclusionFault(leaf: Bytes, index: bigint, size: bigint, hashes: Bytes[], root: Bytes): Promise<string | undefined> {
  if (index < 0n || index >= size) return 'nomor-di-luar';
  let [hash, node, last, used] = [leaf, index, size - 1n, 0];
  for (; last > 0n; node >>= 1n, last >>= 1n) {
    const isRight = (node & 1n) === 1n;
    // The last node of a level without a partner goes up unchanged.
    if (!isRight && node === last) continue;
    const beside = hashes[used++];
    if (!beside) return 'terlalu-pendek';
    hash = isRight ? await nodeHash(beside, hash) : await nodeHash(hash, beside);
  }
  if (used < hashes.length) return 'terlalu-panjang';
  return same(hash, root) ? undefined : 'akar-beda';
}

/** The text of a file as people paste it: line ends of any system, and perhaps without the last one. */
export function pasted(words: string): Bytes {
  const lines = words.replace(/\r\n?/g, '\n').replace(/^\s+/, '').replace(/\s+$/, '');
  return utf8(lines === '' ? '' : lines + '\n');
}
