// The engine under Node: reads the module from its file, which Node's fetch does not do.

import { readFile } from 'node:fs/promises';

import { Engine } from './engine.mjs';
import { loadCore } from './loader.mjs';

const moduleFile = new URL('./dist/crossfoot.wasm', import.meta.url);

async function withBinary(options) {
  if (options.kind === 'wasm2js' || options.wasmBinary !== undefined) return options;
  return { ...options, wasmBinary: await readFile(moduleFile) };
}

/** loadCore of loader.mjs with the module beside this file. */
export async function loadNodeCore(options = {}) {
  return loadCore(await withBinary(options));
}

/** Engine.load of engine.mjs with the module beside this file. */
export async function loadNodeEngine(options = {}) {
  return Engine.load(await withBinary(options));
}
