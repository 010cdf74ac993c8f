// The examination of a receipt, step by step. The server's own (Features/Ledger/Checking/ReceiptExam.cs) takes the
// same steps and gives the same codes; a journey holds the two together over thousands of spoilt receipts.
import { toBase64, toHex, type Bytes } from './bytes';
import { leafHash, opens, type Kinds } from './leaf';
import { Malformed } from './lines';
import { readKey, standing, type Checkpoint, type Key, type Note, type Standing } from './note';
import { inclusionFault, readReceipt, type Receipt } from './receipt';

export type Verdict = 'ok' | 'wrong' | 'open';

export interface Step {
  code: string;
  verdict: Verdict;
  /** Why it is wrong or open. */
  fault?: string;
  line?: number;
  /** What was found: a hash, a name, a number. */
  detail?: string;
}

/** What the log's own files say of whom to believe. */
export interface Trust {
  origin: string;
  keys: { key: Key; from: bigint; to: bigint | undefined }[];
  witnesses: Key[];
}

export interface Examination { steps: Step[]; receipt?: Receipt }

export async function examine(bytes: Bytes, kinds: Kinds, trust: Trust): Promise<Examination> {
  let receipt: Receipt;
  try {
    receipt = await readReceipt(bytes, kinds);
  } catch (error) {
    if (!(error instanceof Malformed)) throw error;
    return { steps: [{ code: 'berkas', verdict: 'wrong', fault: error.fault, ...(error.line === undefined ? {} : { line: error.line }) }] };
  }
  const { note, leaf, openings } = receipt;
  const hash = await leafHash(leaf.bytes);
  const steps: Step[] = [
    { code: 'berkas', verdict: 'ok' },
    { code: 'catatan', verdict: 'ok', detail: toHex(hash) },
    await pathStep(receipt, hash),
    ...await signatureSteps(note, trust),
  ];
  for (const opening of openings) steps.push(judged(`buka`, await opens(leaf, opening), 'isi-lain', opening.label));
  if (openings.length === 0) steps.push({ code: 'buka', verdict: 'open', fault: 'tanpa-tulisan' });
  return { steps, receipt };
}

/** Null where nothing was wrong and the log's signature could not be checked. */
export function isSound(steps: Step[]): boolean | null {
  if (steps.some(step => step.verdict === 'wrong')) return false;
  return steps.some(step => step.code === 'tanda-tangan' && step.verdict === 'open') ? null : true;
}

export async function readTrust(origin: string, keys: string, policy: string): Promise<Trust> {
  const trust: Trust = { origin, keys: [], witnesses: [] };
  for (const line of keys.split('\n').filter(Boolean)) {
    const [spelling, from, to] = line.split(' ');
    const key = await readKey(spelling ?? '');
    if (key) trust.keys.push({ key, from: BigInt(from!), to: to === '-' ? undefined : BigInt(to!) });
  }
  for (const words of policy.split('\n').map(line => line.split(' ')).filter(words => words[0] === 'witness')) {
    const key = await readKey(words[2] ?? '');
    if (key) trust.witnesses.push(key);
  }
  return trust;
}

async function pathStep({ index, hashes, note: { checkpoint } }: Receipt, hash: Bytes): Promise<Step> {
  const fault = await inclusionFault(hash, index, checkpoint.size, hashes, checkpoint.root);
  return fault === undefined ? { code: 'jalur', verdict: 'ok', detail: toBase64(checkpoint.root) } : { code: 'jalur', verdict: 'wrong', fault };
}

async function signatureSteps(note: Note, trust: Trust): Promise<Step[]> {
  const { origin } = note.checkpoint;
  if (origin !== trust.origin) return [{ code: 'asal', verdict: 'wrong', fault: 'buku-lain', detail: origin }];
  return [{ code: 'asal', verdict: 'ok', detail: origin }, await logStep(note, trust), ...await witnessSteps(note, trust)];
}

async function logStep(note: Note, trust: Trust): Promise<Step> {
  const keys = trust.keys.filter(k => k.key.name === trust.origin && covers(k, note.checkpoint)).map(k => k.key);
  const found = await Promise.all(keys.map(key => standing(note, key)));
  const code = 'tanda-tangan';
  if (found.includes('forged')) return { code, verdict: 'wrong', fault: 'palsu' };
  if (found.includes('unknown')) return { code, verdict: 'open', fault: 'peramban' };
  const signed = keys.find((_, i) => found[i] === 'signed');
  return signed ? { code, verdict: 'ok', detail: signed.id } : { code, verdict: 'wrong', fault: 'tidak-ditandatangani' };
}

async function witnessSteps(note: Note, trust: Trust): Promise<Step[]> {
  const found: { key: Key; stands: Standing }[] = await Promise.all(trust.witnesses.map(async key => ({ key, stands: await standing(note, key) })));
  const steps = found.filter(({ stands }) => stands !== 'absent').map(({ key, stands }): Step => stands === 'signed'
    ? { code: 'saksi', verdict: 'ok', detail: key.name }
    : { code: 'saksi', verdict: stands === 'forged' ? 'wrong' : 'open', fault: stands === 'forged' ? 'palsu' : 'peramban', detail: key.name });
  return steps.length > 0 ? steps : [{ code: 'saksi', verdict: 'open', fault: 'belum' }];
}

const covers = ({ from, to }: Trust['keys'][number], { size }: Checkpoint): boolean => size >= from && (to === undefined || size <= to);

const judged = (code: string, holds: boolean, fault: string, detail: string): Step =>
  holds ? { code, verdict: 'ok', detail } : { code, verdict: 'wrong', fault, detail };
