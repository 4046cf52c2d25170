// Runs the two command lines, the native one and the WebAssembly one, on a text.
import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';

const script = (name) => fileURLToPath(new URL(`../../scripts/${name}`, import.meta.url));

/** The command lines by what they run. */
export const commandLines = {
  native: script('crossfoot'),
  WebAssembly: script('crossfoot-wasm'),
};

/** What a command line prints for its input, without the end of the last line, and its exit code. */
export function run(program, parameters, input) {
  const ended = spawnSync(program, parameters, { input, encoding: 'utf8', maxBuffer: 1 << 28 });
  if (ended.error) throw ended.error;
  return { text: ended.stdout.replace(/\n$/, ''), code: ended.status, complaint: ended.stderr };
}
