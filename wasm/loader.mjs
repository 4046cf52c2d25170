// @ts-check
// Brings the engine's module to life in a browser, a worker or Node: compiles it once and makes as
// many instances as are asked for. Where a page's Content-Security-Policy (or an old runtime)
// forbids WebAssembly, the same module as plain JavaScript takes its place, and `kind` says so.

import { Core } from './core.mjs';

/**
 * A source of fresh instances of the module.
 * @typedef {{ kind: 'wasm' | 'wasm2js', create: () => Promise<Core> }} CoreFactory
 */

/**
 * @typedef {object} LoadOptions
 * @property {BufferSource | WebAssembly.Module} [wasmBinary] the module itself, already here
 * @property {string | URL} [wasmUrl] where it is, when not beside this file
 * @property {string} [integrity] its Subresource Integrity value; '' checks nothing
 * @property {'wasm' | 'wasm2js'} [kind] asks for one kind; without it the best allowed one
 * @property {'all' | 'pricing'} [part] 'pricing': the small module for a buyer's pages: it prices,
 *   takes choices, and saves; what else it is asked for (commands, keystrokes and undo first of
 *   all) it refuses with `engine-part`. The plain JavaScript always has all.
 */

/** Why the engine could not be loaded, from where, and what helps. */
export class EngineLoadError extends Error {
  /**
   * @param {string} address that answered wrongly, or not at all
   * @param {string} reason as the browser or the server gave it
   */
  constructor(address, reason) {
    super(
      `The engine could not be loaded from ${address}: ${reason}. ` +
        'Serve the package’s files there unchanged, or say with `wasmUrl` where the module is.',
    );
    this.name = 'EngineLoadError';
    this.address = address;
    this.reason = reason;
  }
}

/**
 * @param {string} address
 * @param {unknown} error
 */
function loadError(address, error) {
  return new EngineLoadError(address, error instanceof Error ? error.message : String(error));
}

/**
 * The options and the words that each may be; null where it is no word.
 * @type {Record<string, readonly string[] | null>}
 */
const optionWords = {
  wasmBinary: null,
  wasmUrl: null,
  integrity: null,
  kind: ['wasm', 'wasm2js'],
  part: ['all', 'pricing'],
};

/**
 * A misspelt option would be as if it were not there.
 * @param {LoadOptions} given
 */
export function checkOptions(given) {
  for (const [name, value] of Object.entries(given)) {
    const words = optionWords[name];
    if (words === undefined) {
      const names = Object.keys(optionWords).join(', ');
      throw new TypeError(`There is no option ${name}; there are ${names}.`);
    }
    if (words && value !== undefined && !words.includes(String(value))) {
      throw new TypeError(`The option ${name} is ${words.join(' or ')}, not ${String(value)}.`);
    }
  }
}

/** The smallest valid module: eight bytes that compile wherever WebAssembly is allowed. */
const emptyModule = new Uint8Array([0, 97, 115, 109, 1, 0, 0, 0]);

/** Whether WebAssembly may be compiled here at all. */
function wasmAllowed() {
  try {
    return new WebAssembly.Module(emptyModule) instanceof WebAssembly.Module;
  } catch {
    return false;
  }
}

/**
 * Fetches and compiles the module; the browser refuses bytes that do not match `integrity`.
 * @param {string | URL} url
 * @param {string} integrity
 */
async function fetchModule(url, integrity) {
  const response = await fetch(url, { integrity, credentials: 'same-origin' });
  if (!response.ok) throw new Error(`HTTP ${response.status}`);
  if (response.headers.get('content-type')?.startsWith('application/wasm')) {
    return WebAssembly.compileStreaming(response);
  }
  return WebAssembly.compile(await response.arrayBuffer());
}

/** Where the parts are, written out so that bundlers see them. */
const parts = {
  all: {
    glue: () => import('./dist/crossfoot.mjs'),
    url: () => new URL('./dist/crossfoot.wasm', import.meta.url).href,
  },
  pricing: {
    glue: () => import('./dist/crossfoot-pricing.mjs'),
    url: () => new URL('./dist/crossfoot-pricing.wasm', import.meta.url).href,
  },
};

/**
 * The compiled module, from the bytes given or from where it is.
 * @param {LoadOptions} options
 */
async function compile({ wasmBinary, wasmUrl, integrity, part = 'all' }) {
  if (wasmBinary instanceof WebAssembly.Module) return wasmBinary;
  if (wasmBinary !== undefined) return WebAssembly.compile(wasmBinary);
  const { wasmIntegrity } = await import('./dist/integrity.mjs');
  const url = wasmUrl ?? parts[part].url();
  try {
    return await fetchModule(url, integrity ?? wasmIntegrity[part]);
  } catch (error) {
    throw loadError(String(url), error);
  }
}

/**
 * Runs Emscripten's glue on a compiled module.
 * @param {import('./engine.js').CrossfootFactory} glue
 * @param {WebAssembly.Module} module
 * @returns {Promise<import('./engine.js').CrossfootModule>}
 */
function instantiate(glue, module) {
  return new Promise((resolve, reject) => {
    glue({
      instantiateWasm(imports, receive) {
        WebAssembly.instantiate(module, imports).then(
          (instance) => receive(instance, module),
          reject,
        );
        return {};
      },
    }).then(resolve, reject);
  });
}

/**
 * @param {LoadOptions} options
 * @returns {Promise<CoreFactory>}
 */
async function wasmFactory(options) {
  const [{ default: glue }, module] = await Promise.all([
    parts[options.part ?? 'all'].glue(),
    compile(options),
  ]);
  return { kind: 'wasm', create: async () => new Core(await instantiate(glue, module), 'wasm') };
}

/** @returns {Promise<CoreFactory>} */
async function fallbackFactory() {
  const { default: glue } = await import('./dist/crossfoot-fallback.mjs');
  return { kind: 'wasm2js', create: async () => new Core(await glue({}), 'wasm2js') };
}

/**
 * Prepares the module.
 * @param {LoadOptions} [given]
 * @returns {Promise<CoreFactory>}
 * @throws {EngineLoadError} where the module cannot be had; {TypeError} for an unknown option
 */
export async function loadCore(given = {}) {
  checkOptions(given);
  const kind = given.kind ?? (wasmAllowed() ? 'wasm' : 'wasm2js');
  return kind === 'wasm' ? wasmFactory(given) : fallbackFactory();
}
