// `price`, `price --ndjson` and `call` by the module under Node: the contract of the native command
// line, byte for byte. Lines stay bytes from standard input to the module and back.

import { openSync, readSync, closeSync } from 'node:fs';
import { once } from 'node:events';

import { loadNodeCore } from './node.mjs';

/** One byte more than the longest text the engine accepts; the rest of a longer line is dropped. */
const LONGEST_TEXT = 64 * 1024 * 1024 + 1;
const BLOCK = 1 << 18;
const NEWLINE = 10;
const CARRIAGE_RETURN = 13;
const CLOSING_BRACKET = 93;

const FINE = 0;
const FAILED = 1;
const UNREADABLE = 2;

const usage = `Prices states by the WebAssembly module under Node.

  crossfoot-wasm price [--digest] [STATE]     price a state: the priced view
  crossfoot-wasm price --ndjson [--digest]    price a stream of states, one answer a line
  crossfoot-wasm call FUNCTION [ARGUMENT]     a function of the engine with JSON from a file: events,
                                              period, quickbooks, convert, merge, …

Exit codes as crossfoot --help says.
`;

const REFUSAL = Buffer.from('{"error":');
const ISSUES = Buffer.from('"issues":[');
const ERROR_ISSUE = Buffer.from('"severity":"error"');

/** The exit code of a reply, as in the native program. */
function judge(reply) {
  const bytes = Buffer.from(reply.buffer, reply.byteOffset, reply.length);
  if (bytes.subarray(0, REFUSAL.length).equals(REFUSAL)) return UNREADABLE;
  const issues = bytes.indexOf(ISSUES);
  if (issues < 0 || bytes[issues + ISSUES.length] === CLOSING_BRACKET) return FINE;
  return bytes.includes(ERROR_ISSUE, issues) ? FAILED : FINE;
}

/** Standard output through large blocks that wait for a slow reader. */
class Output {
  #block = Buffer.allocUnsafe(2 * BLOCK);
  #length = 0;

  /** Adds a reply and the end of its line. */
  add(reply) {
    if (this.#length + reply.length + 1 > this.#block.length) {
      const larger = Buffer.allocUnsafe(2 * (this.#length + reply.length + 1));
      larger.set(this.#block.subarray(0, this.#length));
      this.#block = larger;
    }
    this.#block.set(reply, this.#length);
    this.#length += reply.length;
    this.#block[this.#length++] = NEWLINE;
  }

  get isLarge() {
    return this.#length >= BLOCK;
  }

  async flush() {
    if (this.#length === 0) return;
    const ready = Buffer.from(this.#block.subarray(0, this.#length));
    this.#length = 0;
    if (!process.stdout.write(ready)) await once(process.stdout, 'drain');
  }
}

/** Cuts a stream of blocks into lines, without their ends. */
class LineCutter {
  #parts = [];
  #length = 0;

  /** Yields the lines that end in this block. */
  *cut(block) {
    let start = 0;
    for (let end = block.indexOf(NEWLINE); end >= 0; end = block.indexOf(NEWLINE, start)) {
      yield this.#finish(block.subarray(start, end));
      start = end + 1;
    }
    if (start < block.length) this.#keep(block.subarray(start));
  }

  /** The last line, when the input does not end with a newline. */
  *rest() {
    if (this.#length > 0) yield this.#finish(new Uint8Array(0));
  }

  #keep(part) {
    const room = LONGEST_TEXT - this.#length;
    if (room <= 0) return;
    this.#parts.push(Buffer.from(part.subarray(0, room)));
    this.#length += Math.min(part.length, room);
  }

  #finish(last) {
    let line = last;
    if (this.#length > 0) {
      this.#keep(last);
      line = Buffer.concat(this.#parts);
      this.#parts = [];
      this.#length = 0;
    }
    if (line.length > LONGEST_TEXT) line = line.subarray(0, LONGEST_TEXT);
    return line.at(-1) === CARRIAGE_RETURN ? line.subarray(0, -1) : line;
  }
}

/** What an instance that broke could not answer; the next line goes to a fresh one. */
const ABORTED = Buffer.from(
  '{"error":{"code":"engine-aborted",' +
    '"message":"The engine stopped at this document and was started again.","path":""}}',
);

async function priceStream(factory, withDigest) {
  let core = await factory.create();
  const output = new Output();
  const cutter = new LineCutter();
  let anyRead = false;
  let anyBad = false;

  const answer = async (lines) => {
    for (const line of lines) {
      let reply = ABORTED;
      try {
        reply = core.priceBytes(line, withDigest);
      } catch {
        core = await factory.create();
      }
      const code = judge(reply);
      anyRead ||= code !== UNREADABLE;
      anyBad ||= code !== FINE;
      output.add(reply);
      if (output.isLarge) await output.flush();
    }
  };

  for await (const block of process.stdin) {
    await answer(cutter.cut(block));
    await output.flush();
  }
  await answer(cutter.rest());
  await output.flush();
  if (!anyRead) return UNREADABLE;
  return anyBad ? FAILED : FINE;
}

/** A whole file, or standard input, up to LONGEST_TEXT. */
async function readAll(name) {
  const parts = [];
  let length = 0;
  const keep = (part) => {
    parts.push(part.subarray(0, LONGEST_TEXT - length));
    length += parts.at(-1).length;
    return length < LONGEST_TEXT;
  };
  if (name === '-') {
    for await (const block of process.stdin) if (!keep(block)) break;
    return Buffer.concat(parts);
  }
  const file = openSync(name);
  for (;;) {
    const block = Buffer.allocUnsafe(BLOCK);
    const got = readSync(file, block);
    if (got === 0 || !keep(block.subarray(0, got))) break;
  }
  closeSync(file);
  return Buffer.concat(parts);
}

async function priceOne(factory, name, withDigest) {
  const core = await factory.create();
  const reply = core.priceBytes(await readAll(name), withDigest);
  const output = new Output();
  output.add(reply);
  const code = judge(reply);
  await output.flush();
  return code;
}

async function callOne(factory, name, file) {
  const argument = new TextDecoder('utf-8', { fatal: true }).decode(await readAll(file));
  const core = await factory.create();
  const reply = Buffer.from(core.call(name, argument));
  const output = new Output();
  output.add(reply);
  await output.flush();
  return judge(reply) === UNREADABLE ? FAILED : FINE;
}

async function main(words) {
  if (words.includes('--help') || words.includes('-h')) {
    process.stdout.write(usage);
    return FINE;
  }
  const flags = words.slice(1).filter((word) => word.length > 1 && word.startsWith('-'));
  const names = words.slice(1).filter((word) => !flags.includes(word));
  const known = flags.every((flag) => flag === '--digest' || flag === '--ndjson');
  const calls = words[0] === 'call' && flags.length === 0 && names.length > 0 && names.length < 3;
  if (!calls && (words[0] !== 'price' || !known || names.length > 1)) {
    process.stderr.write(usage);
    return UNREADABLE;
  }
  const factory = await loadNodeCore();
  if (calls) return callOne(factory, names[0], names[1] ?? '-');
  const withDigest = flags.includes('--digest');
  return flags.includes('--ndjson')
    ? priceStream(factory, withDigest)
    : priceOne(factory, names[0] ?? '-', withDigest);
}

// A reader that has had enough (head) is no mistake.
process.stdout.on('error', () => process.exit(FINE));

try {
  process.exitCode = await main(process.argv.slice(2));
} catch (error) {
  process.stderr.write(`crossfoot-wasm: ${error.message}\n`);
  process.exitCode = UNREADABLE;
}
