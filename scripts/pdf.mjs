// A state as a PDF: the core prices it, the preview's own code writes the page, Chromium prints it.
import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdtemp, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { parseArgs, promisify } from 'node:util';
import { loadNodeEngine } from '../wasm/node.mjs';
import { loadPaperSource } from '../web/src/preview/load-source.ts';
import { staticPage } from '../web/src/preview/static-page.ts';

const BROWSERS = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'];

function fail(message) {
  console.error(message);
  process.exit(1);
}

async function readState(path) {
  if (path !== '-') return readFile(path, 'utf8');
  const chunks = [];
  for await (const chunk of process.stdin) chunks.push(chunk);
  return Buffer.concat(chunks).toString('utf8');
}

async function print(html, out) {
  const browser = process.env.CROSSFOOT_CHROMIUM ?? BROWSERS.find((path) => existsSync(path));
  if (!browser) fail('No Chromium was found. CROSSFOOT_CHROMIUM names one.');
  const folder = await mkdtemp(join(tmpdir(), 'crossfoot-pdf-'));
  try {
    const page = join(folder, 'page.html');
    const pdf = join(folder, 'page.pdf');
    await writeFile(page, html);
    await promisify(execFile)(
      browser,
      [
        '--headless',
        '--no-sandbox',
        '--disable-gpu',
        '--disable-background-networking',
        '--disable-extensions',
        `--user-data-dir=${join(folder, 'profile')}`,
        '--no-pdf-header-footer',
        `--print-to-pdf=${pdf}`,
        `file://${page}`,
      ],
      { timeout: 120_000 },
    );
    if (!existsSync(pdf)) fail('Chromium wrote no PDF.');
    // Copied first: the two places may be on different file systems; out never holds half a file.
    const beside = `${out}.part`;
    await writeFile(beside, await readFile(pdf));
    await rename(beside, out);
  } finally {
    await rm(folder, { recursive: true, force: true, maxRetries: 5 });
  }
}

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { lang: { type: 'string' }, locale: { type: 'string' }, today: { type: 'string' } },
});
const [statePath, outPath] = positionals;
if (statePath === undefined || outPath === undefined || positionals.length > 2) {
  fail('usage: scripts/pdf STATE OUT.pdf [--lang TAG] [--locale TAG] [--today DATE]');
}
let state;
try {
  state = await readState(statePath);
} catch {
  fail(`${statePath} cannot be read.`);
}
const engine = await loadNodeEngine();
const loaded = await loadPaperSource(engine.session(), state, values);
if ('error' in loaded) fail(`${statePath}: ${loaded.error}`);
const html = staticPage(loaded.source);
const out = resolve(outPath);
if (out.endsWith('.html')) await writeFile(out, html);
else await print(html, out);
