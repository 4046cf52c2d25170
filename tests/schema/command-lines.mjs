// Runs the two command lines, the native one and the WebAssembly one, on a text. The scripts bring
// the builds up to date, once; what they built is then called itself, which is quicker.
import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';

const place = (path) => fileURLToPath(new URL(`../../${path}`, import.meta.url));
const emptyState = '{"version":1,"currency":"USD","date":"2026-11-22"}';

/** The command lines by what they run: the script, and what it starts. */
export const commandLines = {
  native: {
    script: place('scripts/crossfoot'),
    start: [place('build/release/core/cli/crossfoot')],
  },
  WebAssembly: {
    script: place('scripts/crossfoot-wasm'),
    start: [process.execPath, place('wasm/cli.mjs')],
  },
};

function spawn(program, parameters, input) {
  const ended = spawnSync(program, parameters, { input, encoding: 'utf8', maxBuffer: 1 << 28 });
  if (ended.error) throw ended.error;
  return { text: ended.stdout.replace(/\n$/, ''), code: ended.status, complaint: ended.stderr };
}

/** What a command line prints for its input, without the end of the last line, and its exit code. */
export function run(commandLine, parameters, input) {
  if (!commandLine.isBuilt) {
    const { code, text, complaint } = spawn(commandLine.script, ['price'], emptyState);
    if (code !== 0) throw new Error(`${commandLine.script}: ${complaint || text}`);
    commandLine.isBuilt = true;
  }
  const [program, ...first] = commandLine.start;
  return spawn(program, [...first, ...parameters], input);
}
