// Runs tests/*.test.ts: bundled by the same bundler that makes the pages' scripts, then given to node's own test runner.
// Arguments choose files by a part of their name.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import * as esbuild from 'esbuild';

const root = resolve(dirname(fileURLToPath(import.meta.url)), '..');
const wanted = process.argv.slice(2);
const tests = readdirSync(join(root, 'tests')).filter(name => name.endsWith('.test.ts') && (wanted.length === 0 || wanted.some(part => name.includes(part))));
if (tests.length === 0) throw new Error('no tests found');

const work = mkdtempSync(join(root, 'node_modules/.tests-'));
try {
  await esbuild.build({
    absWorkingDir: root, entryPoints: tests.map(name => `tests/${name}`), outdir: work, outExtension: { '.js': '.mjs' },
    bundle: true, format: 'esm', platform: 'node', target: 'node18', packages: 'external', sourcemap: 'inline', logLevel: 'warning',
  });
  const files = readdirSync(work).filter(name => name.endsWith('.mjs')).map(name => join(work, name));
  process.exitCode = spawnSync(process.execPath, ['--enable-source-maps', '--test', ...files], { stdio: 'inherit' }).status ?? 1;
} finally {
  rmSync(work, { recursive: true });
}
