// The lines of a strict text, each ended by one LF, as bytes; and where something is wrong, by the number of the line.
import { fromBase64, text as decoded, type Bytes } from './bytes';

/** Names the fault by the code under which the page has a sentence for it. */
export class Malformed extends Error {
  constructor(readonly fault: string, readonly line?: number) {
    super(fault);
  }
}

const lineFeed = 10;
const largestNumber = 2n ** 63n - 1n;

export class Lines {
  private at = 0;
  private begin = 0;

  /** @param before Lines of the whole file before these. */
  constructor(private readonly bytes: Bytes, private readonly before = 0) {}

  get atEnd(): boolean { return this.at === this.bytes.length; }
  get rest(): Bytes { return this.bytes.slice(this.at); }
  get linesBefore(): number { return this.before + lineOf(this.bytes, this.at) - 1; }

  next(): string {
    const end = this.bytes.indexOf(lineFeed, this.at);
    if (end < 0) throw new Malformed('terpotong', this.before + lineOf(this.bytes, this.bytes.length));
    this.begin = this.at;
    this.at = end + 1;
    // What is not UTF-8 fits no line's form, and nothing of it is shown.
    return decoded(this.bytes.slice(this.begin, end)) ?? '\ufffd';
  }

  startsWith(word: string): boolean {
    return Array.from(word).every((character, i) => this.bytes[this.at + i] === character.charCodeAt(0));
  }

  /** What stands behind a word and a blank. */
  behind(word: string): string {
    const line = this.next();
    if (!line.startsWith(word + ' ')) throw this.fault();
    return line.slice(word.length + 1);
  }

  number(digits: string): bigint {
    if (!/^(0|[1-9][0-9]*)$/.test(digits) || BigInt(digits) > largestNumber) throw this.fault();
    return BigInt(digits);
  }

  base64(spelling: string, length?: number): Bytes {
    const bytes = fromBase64(spelling);
    if (!bytes || (length !== undefined && bytes.length !== length)) throw this.fault();
    return bytes;
  }

  /** At the line read last. */
  fault(code = 'baris'): Malformed {
    return new Malformed(code, this.before + lineOf(this.bytes, this.begin));
  }
}

/** The number of the line in which a byte stands, from 1. */
export function lineOf(bytes: Bytes, at: number): number {
  let line = 1;
  for (let i = 0; i < at; i++) if (bytes[i] === lineFeed) line++;
  return line;
}
