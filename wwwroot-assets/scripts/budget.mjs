// What a page of the site may weigh on the wire, in bytes of brotli (DESIGN: a topic page of 50 posts, all included,
// 60 KB on the first view). A bundle that outgrows its share fails here, with the figure, and not on somebody's phone.
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const budget = { 'site.css': 12_000, 'site.js': 3_500, 'live.js': 19_500, 'board.css': 2_500, 'board.js': 2_000, 'ledger.css': 1_500, 'ledger.js': 5_500, 'passages.css': 1_000, 'passages.js': 900 };

const work = mkdtempSync(join(tmpdir(), 'budget-'));
try {
  execFileSync(process.execPath, [join(dirname(fileURLToPath(import.meta.url)), 'build.mjs'), '--out', work], { stdio: 'inherit' });
  const manifest = JSON.parse(readFileSync(join(work, 'manifest.json'), 'utf8'));
  for (const [name, file] of Object.entries(manifest)) {
    const bytes = statSync(join(work, `${file}.br`)).size;
    console.log(`${name.padEnd(10)} ${String(bytes).padStart(6)} of ${budget[name] ?? 0}`);
    if (!(bytes <= budget[name])) process.exitCode = 1;
  }
  // These sheets come after site.css and read its names; one that site.css itself does not read was left out of it.
  const site = readFileSync(join(work, manifest['site.css']), 'utf8');
  for (const name of ['ledger.css', 'passages.css']) {
    const missing = [...readFileSync(join(work, manifest[name]), 'utf8').matchAll(/var\((--[\w-]+)/g)].map(match => match[1]).filter(variable => !site.includes(`${variable}:`));
    if (missing.length === 0) continue;
    console.log(`${name} reads what site.css does not define: ${[...new Set(missing)].join(', ')}`);
    process.exitCode = 1;
  }
} finally {
  rmSync(work, { recursive: true });
}
