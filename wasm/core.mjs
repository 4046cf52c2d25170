// @ts-check
// One instance of the module: texts in, texts out. Texts travel as UTF-8 through a buffer in the
// module's memory. When a call throws, the instance is broken for good; engine.mjs replaces it.

const encoder = new TextEncoder();
const decoder = new TextDecoder('utf-8', { ignoreBOM: true });

/** Up to this length a text is likely a keystroke, and a loop is faster than an encoder. */
const TYPED_TEXT = 192;

/** Below this length the buffer is simply given room for the longest encoding. */
const SHORT_TEXT = 1 << 16;

/**
 * UTF-8, with lone surrogates as the three bytes they would have: the core then refuses them.
 * @param {string} text
 */
function encodeExactly(text) {
  const parts = text.split(
    /([\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff])/,
  );
  const bytes = parts.map((part, index) => {
    if (index % 2 === 0) return encoder.encode(part);
    const unit = part.charCodeAt(0);
    return Uint8Array.of(0xed, 0x80 | ((unit >> 6) & 0x3f), 0x80 | (unit & 0x3f));
  });
  const whole = new Uint8Array(bytes.reduce((sum, part) => sum + part.length, 0));
  let offset = 0;
  for (const part of bytes) {
    whole.set(part, offset);
    offset += part.length;
  }
  return whole;
}

/**
 * A text that a caller gave, or a TypeError that says what to give: whatever else would reach the
 * module as bytes that mean nothing.
 * @param {unknown} value
 * @param {string} what it is, such as "the state"
 * @returns {string}
 */
export function givenText(value, what) {
  if (typeof value === 'string') return value;
  const got = value === null ? 'null' : Array.isArray(value) ? 'an array' : `${typeof value}`;
  throw new TypeError(
    `Give ${what} as JSON text (JSON.stringify makes it of an object), not ${got}.`,
  );
}

/**
 * A position or number that a caller gave; a TypeError where it is none.
 * @param {unknown} value
 * @param {string} what
 * @returns {number}
 */
export function givenIndex(value, what) {
  if (typeof value === 'number' && Number.isInteger(value) && value >= 0) return value;
  throw new TypeError(`Give ${what} as a whole number from 0, not ${String(value)}.`);
}

/** One instance of the module and the stateless functions of engine.h. */
export class Core {
  #module;

  /** Where the buffer lies and how much it holds; kept while nothing larger is asked for. */
  #buffer = 0;
  #capacity = 0;

  /**
   * @param {import('./engine.js').CrossfootModule} module Emscripten's module object
   * @param {'wasm' | 'wasm2js'} kind
   */
  constructor(module, kind) {
    this.#module = module;
    this.kind = kind;
  }

  /** The module itself: what engine.d.ts describes. */
  get module() {
    return this.#module;
  }

  /**
   * Puts bytes into the buffer; returns their number.
   * @param {Uint8Array} bytes
   */
  writeBytes(bytes) {
    this.#room(bytes.length);
    this.#module.HEAPU8.set(bytes, this.#buffer);
    return bytes.length;
  }

  /**
   * Puts a text into the buffer; returns its length in bytes.
   * @param {string} text
   */
  writeText(text) {
    if (text.length <= TYPED_TEXT) {
      const length = this.#writeAscii(text);
      if (length >= 0) return length;
    }
    if (text.length > SHORT_TEXT) return this.writeBytes(this.#wellFormed(text));
    this.#room(text.length * 3);
    if (text.isWellFormed?.() === false) return this.writeBytes(encodeExactly(text));
    const target = this.#module.HEAPU8.subarray(this.#buffer, this.#buffer + this.#capacity);
    return encoder.encodeInto(text, target).written;
  }

  /**
   * How many bytes a text is that stands in the buffer with others.
   * @param {string} text
   */
  lengthOf(text) {
    for (let i = 0; i < text.length; ++i) {
      if (text.charCodeAt(i) > 127) return this.#wellFormed(text).length;
    }
    return text.length;
  }

  /**
   * A typed number, without the cost of an encoder; −1 when the text is not ASCII.
   * @param {string} text
   */
  #writeAscii(text) {
    this.#room(TYPED_TEXT);
    const memory = this.#module.HEAPU8;
    const length = text.length;
    for (let i = 0; i < length; ++i) {
      const unit = text.charCodeAt(i);
      if (unit > 127) return -1;
      memory[this.#buffer + i] = unit;
    }
    return length;
  }

  /**
   * The last answer's bytes, still in the module's memory: valid until the next call.
   * @param {number} length
   */
  replyBytes(length) {
    const start = this.#module.reply() >>> 0;
    return this.#module.HEAPU8.subarray(start, start + length);
  }

  /**
   * The last answer as a string.
   * @param {number} length
   */
  replyText(length) {
    return decoder.decode(this.replyBytes(length >>> 0));
  }

  /**
   * The priced view of a state given as bytes; valid until the next call.
   * @param {Uint8Array} state
   */
  priceBytes(state, withDigest = false) {
    const length = this.writeBytes(state);
    return this.replyBytes(this.#module.price(length, withDigest) >>> 0);
  }

  /**
   * The priced view of a state.
   * @param {string} state
   */
  price(state, withDigest = false) {
    const length = this.writeText(givenText(state, 'the state'));
    const reply = this.replyText(this.#module.price(length, withDigest));
    this.releaseLarge(state.length);
    return reply;
  }

  /**
   * A stateless function of the engine.
   * @param {string} name
   * @param {string} argument
   */
  call(name, argument) {
    const nameLength = encoder.encode(givenText(name, 'the name of the function')).length;
    const length = this.writeText(name + givenText(argument, 'the argument'));
    const reply = this.replyText(this.#module.call(nameLength, length));
    this.releaseLarge(argument.length);
    return reply;
  }

  /** A document to work on. */
  newSession() {
    return new CoreSession(this, this.#module);
  }

  /**
   * Gives the room of a large text back once it has been answered.
   * @param {number} length of the text
   */
  releaseLarge(length) {
    if (length <= SHORT_TEXT) return;
    this.#module.release();
    this.#buffer = 0;
    this.#capacity = 0;
  }

  /** @param {string} text */
  #wellFormed(text) {
    return text.isWellFormed?.() === false ? encodeExactly(text) : encoder.encode(text);
  }

  /** @param {number} size */
  #room(size) {
    if (size <= this.#capacity && this.#capacity > 0) return;
    this.#capacity = Math.max(size, 4096);
    this.#buffer = this.#module.buffer(this.#capacity) >>> 0;
  }
}

/** One open document in one instance: Session of engine.h. */
export class CoreSession {
  #core;
  #module;
  #handle;

  /**
   * @param {Core} core
   * @param {import('./engine.js').CrossfootModule} module
   */
  constructor(core, module) {
    this.#core = core;
    this.#module = module;
    this.#handle = module.session();
  }

  /** @param {string} state */
  open(state) {
    const length = this.#core.writeText(givenText(state, 'the state'));
    const reply = this.#core.replyText(this.#module.open(this.#handle, length));
    this.#core.releaseLarge(state.length);
    return reply;
  }

  /** @param {string} command */
  apply(command) {
    const length = this.#core.writeText(givenText(command, 'the command'));
    const reply = this.#core.replyText(this.#module.apply(this.#handle, length));
    this.#core.releaseLarge(command.length);
    return reply;
  }

  /** @param {string} request */
  query(request) {
    const length = this.#core.writeText(givenText(request, 'the request'));
    return this.#core.replyText(this.#module.query(this.#handle, length));
  }

  /**
   * @param {number} line
   * @param {number} field
   * @param {string} value
   * @param {import('./engine.js').EditStep} [step] how the history knows it
   */
  edit(line, field, value, { label = '', coalesce = '' } = {}) {
    const [at, which] = [givenIndex(line, 'the line'), givenIndex(field, 'the field')];
    const typed = givenText(value, 'the value');
    const core = this.#core;
    const length = core.writeText(typed + label + coalesce);
    const [ofValue, ofLabel] = [core.lengthOf(typed), core.lengthOf(label)];
    return core.replyText(this.#module.edit(this.#handle, at, which, ofValue, ofLabel, length));
  }

  save() {
    const state = this.#core.replyText(this.#module.save(this.#handle));
    this.#core.releaseLarge(state.length);
    return state;
  }

  /** Frees the document's memory in the module. */
  close() {
    this.#module.close(this.#handle);
  }
}
