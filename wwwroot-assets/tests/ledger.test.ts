import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { fromBase64, toBase64, toHex, utf8, type Bytes } from '../ts/ledger/bytes';
import { readCanonical, writeCanonical } from '../ts/ledger/canonical';
import { examine, isSound, readTrust } from '../ts/ledger/exam';
import { leafHash, opens, readLeaf, readOpening, type Kinds } from '../ts/ledger/leaf';
import { inclusionFault, nodeHash, pasted } from '../ts/ledger/receipt';

// The examples of the format's own document, which the C# library is held to as well.
const format = readFileSync('../src/Bungo.Forum.Ledger/FORMAT.md', 'utf8');
const example = (name: string): string => {
  const after = format.slice(format.indexOf(`<!-- example: ${name} -->`));
  return /```\w*\n([\s\S]*?)\n?```/.exec(after)![1]!;
};

const kinds: Kinds = {
  'pos.buat': { x: { utas: 'id*', nomor: 'count*', induk: 'id' }, c: { body: '*', actor: '*' }, d: {} },
  'denyut': { x: { ukuran: 'count*' }, c: {}, d: {}, a: ['sistem'] },
};
const trust = () => readTrust('buku.example.test/1', example('log-keys') + '\n', example('log-policy') + '\n');
const receipt = example('log-receipt') + '\n';
const leaf = () => readLeaf(readCanonical(utf8(example('leaf'))), kinds)!;
const codes = async (bytes: Bytes) => (await examine(bytes, kinds, await trust())).steps.map(s => `${s.code} ${s.verdict}${s.fault ? ' ' + s.fault : ''}${s.line ? ' ' + s.line : ''}`);

test('the leaf of the document has the hash below it, and its openings open it', async () => {
  assert.equal(toHex(await leafHash(leaf().bytes)), example('leaf-hash'));
  for (const line of example('openings').split('\n')) {
    const opening = readOpening(readCanonical(utf8(line))!)!;
    assert.equal(await opens(leaf(), opening), true);
    assert.equal(await opens(leaf(), { ...opening, content: opening.content + ' ' }), false);
    assert.equal(await opens(leaf(), { ...opening, label: 'lain' }), false);
  }
});

test('the receipt of the document holds, and says by whom it was witnessed', async () => {
  assert.deepEqual(await codes(utf8(receipt)), ['berkas ok', 'catatan ok', 'jalur ok', 'asal ok', 'tanda-tangan ok', 'saksi ok', 'buka open tanpa-tulisan']);
  assert.equal(isSound((await examine(utf8(receipt), kinds, await trust())).steps), true);
});

test('a flipped bit is found wherever it is', async () => {
  const bytes = utf8(receipt);
  for (let i = 0; i < bytes.length; i++) {
    const spoilt = bytes.slice();
    spoilt[i]! ^= 1;
    assert.equal(isSound((await examine(spoilt, kinds, await trust())).steps) === false || isNamed(spoilt), true, `byte ${i}`);
  }
});

// A witness or log whose name or id was spoilt is an unknown signature, which readers pass over: of the log's none then
// remains, the witness's is not needed.
const isNamed = (spoilt: Bytes): boolean => !new TextDecoder().decode(spoilt).includes('\n— lembaga.example.test/saksi af02mgAAAABr');

test('what is no receipt is told by what it is', async () => {
  assert.deepEqual(await codes(utf8('')), ['berkas wrong kosong']);
  assert.deepEqual(await codes(utf8('halo\n')), ['berkas wrong bukan-tanda-terima']);
  assert.deepEqual(await codes(utf8('c2sp.org/tlog')), ['berkas wrong terpotong 1']);
  assert.deepEqual(await codes(new Uint8Array(1_000_001)), ['berkas wrong terlalu-besar']);
  assert.deepEqual(await codes(utf8(receipt.slice(0, 300))), ['berkas wrong terpotong 2']);
  assert.deepEqual(await codes(utf8(receipt.replace(/\n— [^]*$/, '\n'))), ['berkas wrong terpotong 11']);
  assert.deepEqual(await codes(utf8(receipt.replace('index 1', 'index 01'))), ['berkas wrong baris 3']);
  assert.deepEqual(await codes(utf8(receipt.replace(/extra .*\n/, ''))), ['berkas wrong tanpa-isi']);
  assert.deepEqual((await codes(utf8(receipt.replace('\nbuku.example.test/1\n', '\nbuku.lain.test/1\n')))).slice(3), ['asal wrong buku-lain', 'buka open tanpa-tulisan']);
});

test('what people paste has the line ends of their system', () => {
  assert.deepEqual(pasted('\n a\r\nb\r\n\r\nc'), utf8('a\nb\n\nc\n'));
  assert.deepEqual(pasted('  \n'), utf8(''));
});

test('a value has one spelling', () => {
  for (const good of ['{"a":1,"b":[true,"é"]}', '{}', '"\\u001f"', '"/"', '-5', '"\u2028\u007f"', '"__proto__"', '{"__proto__":1}']) assert.notEqual(readCanonical(utf8(good)), undefined, good);
  const bad = ['{"b":1,"a":1}', '{"a": 1}', '{"a":1.0}', '{"a":1,"a":1}', '{"a":null}', '"\\u00e9"', '"\\u001F"', '"\\/"', '-0', '1e3', '01', '9007199254740992', '"\\ud800"', '\ufeff{}', '{} ', '{"A":1}', '[1,]', '', '['.repeat(17) + ']'.repeat(17)];
  for (const other of bad) assert.equal(readCanonical(utf8(other)), undefined, other);
  assert.equal(readCanonical(Uint8Array.of(0x22, 0xff, 0x22)), undefined);
  assert.equal(writeCanonical(readCanonical(utf8(example('leaf')))!), example('leaf'));
});

// RFC 6962's reference leaves, with the roots of their trees (first four bytes).
const references = ['', '00', '10', '2021', '3031', '40414243', '5051525354555657', '606162636465666768696a6b6c6d6e6f'];
const roots = ['6e340b9c', 'fac54203', 'aeb6bcfe', 'd37ee418', '4e3bbb1f', '76e67dad', 'ddb89be4', '5dc9da79'];

test('trees of the reference leaves have the reference roots, and each inclusion is proven in each', async () => {
  const hashes = await Promise.all(references.map(hex => leafHash(Uint8Array.from(hex.match(/../g) ?? [], byte => parseInt(byte, 16)))));
  const rootOf = async (part: Bytes[]): Promise<Bytes> => {
    if (part.length === 1) return part[0]!;
    const split = 2 ** Math.ceil(Math.log2(part.length) - 1);
    return nodeHash(await rootOf(part.slice(0, split)), await rootOf(part.slice(split)));
  };
  const path = async (index: number, part: Bytes[]): Promise<Bytes[]> => {
    if (part.length === 1) return [];
    const split = 2 ** Math.ceil(Math.log2(part.length) - 1);
    return index < split
      ? [...await path(index, part.slice(0, split)), await rootOf(part.slice(split))]
      : [...await path(index - split, part.slice(split)), await rootOf(part.slice(0, split))];
  };
  for (let size = 1; size <= 8; size++) {
    const part = hashes.slice(0, size);
    const root = await rootOf(part);
    assert.equal(toHex(root).slice(0, 8), roots[size - 1]);
    for (let index = 0; index < size; index++) {
      const proof = await path(index, part);
      const check = (i = index, s = size, p = proof, r = root) => inclusionFault(part[index]!, BigInt(i), BigInt(s), p, r);
      assert.equal(await check(), undefined);
      assert.equal(await check(size), 'nomor-di-luar');
      assert.equal(await check(index, size, [...proof, root]), 'terlalu-panjang');
      if (proof.length > 0) assert.equal(await check(index, size, proof.slice(1)), 'terlalu-pendek');
      assert.equal(await check(index, size, proof, await nodeHash(root, root)), 'akar-beda');
    }
  }
});

test('base64 has one spelling', () => {
  assert.equal(toBase64(fromBase64('AAE=')!), 'AAE=');
  for (const other of ['AAE', 'AAF=', 'A A=', 'AAE=\n', 'AA-=', '====']) assert.equal(fromBase64(other), undefined, other);
});
