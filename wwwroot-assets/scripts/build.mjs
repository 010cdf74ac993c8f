// Bundles css/ and ts/ into the web project's wwwroot/dist: fingerprinted names, so that browsers may keep a file for
// ever; brotli and gzip beside each file, made once here with the best effort instead of on every answer; and
// manifest.json, from plain name to fingerprinted one, written last: whoever sees it finds all it names.
//
// Every file is written under another name and then renamed, so two builds at once do each other no harm.
// `--watch` builds again on every change, `--out DIR` writes elsewhere.
import { createHash } from 'node:crypto';
import { mkdirSync, readdirSync, renameSync, rmSync, watch, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';
import * as esbuild from 'esbuild';
import { withoutUnusedProperties } from './unused.mjs';

const root = resolve(dirname(fileURLToPath(import.meta.url)), '..');
const outAt = process.argv.indexOf('--out');
const out = outAt > 0 ? resolve(process.argv[outAt + 1]) : join(root, '../src/Bungo.Forum.Web/wwwroot/dist');

// Chrome 88 and its time: the oldest WebView met on phones that still get no newer one.
const browsers = ['chrome88', 'firefox85', 'safari14'];
const common = {
  absWorkingDir: root, bundle: true, minify: true, write: false, format: 'esm', target: 'es2020', logLevel: 'warning', legalComments: 'none', charset: 'utf8',
  // SignalR's private members: their names are a twentieth of what a topic page loads.
  mangleProps: /^_/,
};

await build();
if (process.argv.includes('--watch')) {
  let waiting;
  for (const folder of ['css', 'ts']) {
    watch(join(root, folder), { recursive: process.platform !== 'linux' || process.versions.node >= '20' }, () => {
      clearTimeout(waiting);
      waiting = setTimeout(() => build().catch(error => console.error(error.message)), 80);
    });
  }
}

async function build() {
  const files = new Map();
  const manifest = {};
  const add = (name, text) => {
    const [stem, extension] = name.split('.');
    const print = createHash('sha256').update(text).digest('base64url').slice(0, 10);
    manifest[name] = `${stem}-${print}.${extension}`;
    files.set(manifest[name], Buffer.from(text));
    return manifest[name];
  };

  for (const name of ['site.css', 'board.css', 'ledger.css', 'passages.css']) add(name, withoutUnusedProperties(await bundle(`css/${name}`, { target: browsers })));
  for (const name of ['ledger', 'passages']) add(`${name}.js`, await bundle(`ts/${name}.ts`));
  // The live part is a file of its own, fetched when the page is already there. Its name is put into the others.
  const live = add('live.js', await bundle('ts/live.ts'));
  for (const name of ['site', 'board']) add(`${name}.js`, await bundle(`ts/${name}.ts`, { define: { LIVE_MODULE: JSON.stringify(`./${live}`) } }));

  mkdirSync(out, { recursive: true });
  for (const [name, bytes] of files) {
    put(name, bytes);
    put(`${name}.br`, brotliCompressSync(bytes, { params: { [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length } }));
    put(`${name}.gz`, gzipSync(bytes, { level: 9 }));
  }
  put('manifest.json', JSON.stringify(manifest, null, 2) + '\n');
  for (const name of readdirSync(out)) {
    if (name !== 'manifest.json' && !files.has(name.replace(/\.(br|gz)$/, ''))) rmSync(join(out, name), { force: true });
  }
}

async function bundle(entry, options = {}) {
  const result = await esbuild.build({ ...common, entryPoints: [entry], external: ['./live-*.js'], ...options });
  return result.outputFiles[0].text;
}

function put(name, bytes) {
  const path = join(out, name);
  const temporary = `${path}.${process.pid}`;
  writeFileSync(temporary, bytes);
  renameSync(temporary, path);
}
