// The engine under Node: reads the module from its file, which Node's fetch does not do.

import { readFile } from 'node:fs/promises';

import { Engine } from './engine.mjs';
import { checkOptions, loadCore } from './loader.mjs';

const files = { all: './dist/crossfoot.wasm', pricing: './dist/crossfoot-pricing.wasm' };

async function withBinary(options) {
  checkOptions(options);
  if (options.kind === 'wasm2js' || options.wasmBinary !== undefined) return options;
  const file = new URL(files[options.part ?? 'all'], import.meta.url);
  return { ...options, wasmBinary: await readFile(file) };
}

/** loadCore of loader.mjs with the module beside this file. */
export async function loadNodeCore(options = {}) {
  return loadCore(await withBinary(options));
}

/** Engine.load of engine.mjs with the module beside this file. */
export async function loadNodeEngine(options = {}) {
  return Engine.load(await withBinary(options));
}
