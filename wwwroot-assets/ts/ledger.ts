// The ledger's pages: a receipt is checked here, by the browser, with the log's own public files. Exported is what a
// journey holds against the C# library.
import { ed25519, fromBase64, toHex } from './ledger/bytes';
import { readCanonical } from './ledger/canonical';
import { examine, isSound, readTrust } from './ledger/exam';
import { leafHash, type Kinds } from './ledger/leaf';
import { say, show, type Words } from './ledger/page';
import { inclusionFault, longestReceipt, pasted } from './ledger/receipt';
import type { Bytes } from './ledger/bytes';

export { ed25519, examine, fromBase64, inclusionFault, isSound, leafHash, readCanonical, readTrust, toHex };

const root = '/buku/v1/';
const askAgainMs = 2_000;

// A receipt that waits for its number: the page is the newer one as soon as there is one.
const waiting = document.querySelector<HTMLElement>('[data-waiting]')?.dataset['waiting'];
if (waiting) {
  const ask = (): void => void fetch(waiting, { cache: 'no-store' }).then(answer => answer.status === 200 && location.reload(), () => undefined);
  setInterval(() => document.hidden || ask(), askAgainMs);
}

const out = document.querySelector<HTMLElement>('[data-found]');
const place = document.querySelector<HTMLElement>('[data-check]');
const form = place?.matches('form') ? place as HTMLFormElement : place?.querySelector('form');

// Without SHA-256, on an address that is not secure, the form goes to the server as if there were no script.
if (out && place && form && globalThis.crypto?.subtle) {
  const words = JSON.parse(out.dataset['words'] ?? '{}') as Words;
  const kinds = JSON.parse(out.dataset['kinds'] ?? '{}') as Kinds;

  form.addEventListener('submit', event => {
    event.preventDefault();
    void check(source());
  });
  const picked = form.querySelector<HTMLInputElement>('input[type=file]');
  picked?.addEventListener('change', () => picked.files?.[0] && void check(picked.files[0]));
  dropping(form, file => void check(file));

  async function check(from: Promise<Bytes> | Blob): Promise<void> {
    say(out!, words.summary.working);
    out!.scrollIntoView({ block: 'nearest' });
    try {
      const [bytes, trust] = await Promise.all([from instanceof Blob ? read(from) : from, trusted()]);
      show(out!, await examine(bytes, kinds, trust), words);
    } catch {
      say(out!, words.summary.offline);
    }
  }

  /** What this page has to check: the receipt it is of, or what was picked or pasted. */
  function source(): Promise<Bytes> | Blob {
    const address = place!.dataset['check'];
    if (address) return fetched(address);
    const text = form!.querySelector<HTMLTextAreaElement>('textarea')?.value ?? '';
    return picked?.files?.[0] ?? Promise.resolve(pasted(text));
  }
}

// No more than shows that it is too large.
const read = async (file: Blob): Promise<Bytes> => new Uint8Array(await file.slice(0, longestReceipt + 1).arrayBuffer());

async function trusted() {
  const [checkpoint, keys, policy] = await Promise.all(['checkpoint', 'kunci', 'kebijakan'].map(async name => new TextDecoder().decode(await fetched(root + name))));
  return readTrust(checkpoint!.split('\n')[0]!, keys!, policy!);
}

async function fetched(address: string): Promise<Bytes> {
  const answer = await fetch(address, { cache: 'no-store' });
  if (answer.status !== 200) throw new Error(`${answer.status}`);
  return new Uint8Array(await answer.arrayBuffer());
}

function dropping(onto: HTMLElement, take: (file: File) => void): void {
  for (const kind of ['dragover', 'drop'] as const) {
    onto.addEventListener(kind, event => {
      event.preventDefault();
      const file = event.dataTransfer?.files[0];
      if (kind === 'drop' && file) take(file);
    });
  }
}
