// Makes css/theme.css from designsystemet.config.json with the design system's own tool, and thins it.
//
// The tool lives in this folder with a lock file of its own because it weighs more than all the rest and is needed
// only when a colour changes; the thinned sheet is committed, and `--check` says when the two have drifted apart.
//
// Thinned: cascade layers (phones with a browser from before 2022 drop whatever stands inside one), the copies of the
// light colours for "auto", and the colours of a scheme chosen by attribute, which this site does not offer.
//
// `--region "#123456" ["#654321"]` prints the sheet of another regency's colours (primary, accent) for Region:Stylesheet.
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const here = dirname(fileURLToPath(import.meta.url));
const target = join(here, '../css/theme.css');
const [mode, primary, accent] = process.argv.slice(2);
const config = JSON.parse(readFileSync(join(here, 'designsystemet.config.json'), 'utf8'));

if (mode === '--region') {
  Object.assign(config.themes.bungo.colors.main, { primary, ...(accent ? { accent } : {}) });
  process.stdout.write(regional(thin(generate(config)), accent ? 'primary|accent' : 'primary'));
} else if (mode === '--check') {
  if (readFileSync(target, 'utf8') !== thin(generate(config))) {
    console.error('css/theme.css is not what designsystemet.config.json makes: npm run theme');
    process.exit(1);
  }
} else {
  writeFileSync(target, thin(generate(config)));
}

function generate(settings) {
  const work = mkdtempSync(join(tmpdir(), 'theme-'));
  try {
    writeFileSync(join(work, 'designsystemet.config.json'), JSON.stringify(settings));
    const tool = join(here, 'node_modules/.bin/designsystemet');
    for (const step of ['create', 'build']) execFileSync(tool, ['tokens', step], { cwd: work, stdio: ['ignore', 'ignore', 'inherit'] });
    return readFileSync(join(work, 'design-tokens-build/bungo.css'), 'utf8');
  } finally {
    rmSync(work, { recursive: true });
  }
}

function thin(sheet) {
  const unwanted = ['[data-color-scheme="dark"]', '@media (prefers-color-scheme: light)', '[data-typography="secondary"]', '[data-color="brand1"]'];
  const rules = blocks(sheet.replace(/@charset[^;]*;|\/\*[\s\S]*?\*\//g, ''))
    .flatMap(rule => rule.head.startsWith('@layer') ? blocks(rule.body) : [rule])
    .filter(rule => !unwanted.some(head => rule.head.startsWith(head)))
    .map(rule => `${rule.head.replace(/, \[data-color-scheme\]\[data-color="\w+"\]| *, \[data-color-scheme="light"\]/g, '')} {${rule.body.replace(/^ *--ds-color-brand1.*\n/gm, '')}}\n`);
  return '/* Made by theme/make.mjs; do not edit. */\n' + rules.join('').replace(/\n{2,}/g, '\n');
}

// The colours of the light and of the dark scheme that a region may set, and nothing else.
function regional(sheet, names) {
  return blocks(sheet.replace(/\/\*.*\*\/\n/, ''))
    .flatMap(rule => {
      const dark = rule.head.startsWith('@media (prefers-color-scheme: dark)');
      const lines = rule.body.match(new RegExp(`--ds-color-(${names})-[^:;]+: #\\w+;`, 'g'));
      if (!lines || !(dark || rule.head.startsWith(':root'))) return [];
      const block = `{\n  ${lines.join('\n  ')}\n}`;
      return dark ? `@media (prefers-color-scheme: dark) {\n[data-color-scheme="auto"] ${block}\n}\n` : `:root ${block}\n`;
    })
    .join('');
}

// Top-level rules of a sheet: no parser is needed for what one tool writes, without strings that hold braces.
function blocks(sheet) {
  const found = [];
  let depth = 0, start = 0, open = 0;
  for (let i = 0; i < sheet.length; i++) {
    if (sheet[i] === '{' && depth++ === 0) open = i;
    if (sheet[i] === '}' && --depth === 0) {
      found.push({ head: sheet.slice(start, open).trim(), body: sheet.slice(open + 1, i) });
      start = i + 1;
    }
  }
  return found;
}
