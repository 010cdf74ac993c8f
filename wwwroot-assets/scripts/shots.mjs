// Pictures of gallery.html (and board.html) for the eye: at phone and desktop width, in light and in dark, cut into pieces
// of a height that can be looked at. `npm run shots [DIR]`; needs chromium.
import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = resolve(dirname(fileURLToPath(import.meta.url)), '..');
const to = resolve(process.argv[2] ?? join(tmpdir(), 'forum-shots'));
const work = mkdtempSync(join(tmpdir(), 'shots-'));
mkdirSync(to, { recursive: true });
execFileSync('node', [join(root, 'scripts/build.mjs'), '--out', work], { stdio: 'inherit' });
const manifest = JSON.parse(readFileSync(join(work, 'manifest.json'), 'utf8'));

const shots = [
  ['board', 'wide', 1920, 1080], ['board', 'tall', 1080, 1920],
  ['gallery', '360', 360, 14000], ['gallery', '1280', 1280, 9500],

];
for (const [page, label, width, height] of shots) {
  const html = readFileSync(join(root, `${page}.html`), 'utf8').replace(/(href|src)="([\w-]+\.(?:css|js))"/g, (_, at, name) => `${at}="${manifest[name]}"`);
  writeFileSync(join(work, `${page}.html`), html);
  for (const scheme of ['light', 'dark']) {
    execFileSync('chromium', [
      '--headless', '--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking', '--disable-component-update',
      '--disable-sync', '--hide-scrollbars', '--allow-file-access-from-files', `--window-size=${width},${height}`, `--blink-settings=preferredColorScheme=${scheme === 'dark' ? 0 : 1}`,
      '--virtual-time-budget=2000', `--screenshot=${join(to, `${page}-${label}-${scheme}.png`)}`, join(work, `${page}.html`),
    ], { stdio: 'ignore' });
  }
}
console.log(to);
