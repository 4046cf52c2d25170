// @ts-check
// The engine for everybody who is not C++: never broken. When an instance aborts (a bug, or no more
// memory), it is dropped, a fresh one takes over, and every open document is rebuilt from the state
// it was opened with and the commands it has seen. The request that broke the instance is answered
// with a refusal; the document is what it was before.

import { givenIndex, givenText } from './core.mjs';
import { Journal } from './journal.mjs';
import { loadCore } from './loader.mjs';

/** @type {(code: string, message: string) => string} */
const refusal = (code, message) => JSON.stringify({ error: { code, message, path: '' } });

const ABORTED = refusal(
  'engine-aborted',
  'The engine stopped at this request and was started again. The document is as it was before.',
);
const RESTARTING = refusal('engine-restarting', 'The engine is starting again. Try in a moment.');

/** @param {string} reply */
const isRefusal = (reply) => reply.startsWith('{"error":');

/** @typedef {import('./core.mjs').Core} Core */
/** @typedef {import('./core.mjs').CoreSession} CoreSession */

/**
 * The engine: stateless functions, and sessions. All texts are JSON, as engine.h says; what is given
 * as something else than text is a TypeError, and the instance goes on.
 */
export class Engine {
  #factory;
  /** @type {Core | null} */
  #core;
  /** @type {Core | null} */
  #spare = null;
  /** @type {Set<EngineSession>} */
  #sessions = new Set();
  /** @type {Promise<void> | null} */
  #pending = null;

  /** How often an instance had to be replaced. */
  restarts = 0;

  /** Called after an instance was replaced and its documents are back. */
  onRestart = () => {};

  /**
   * @param {import('./loader.mjs').CoreFactory} factory
   * @param {Core} core
   */
  constructor(factory, core) {
    this.#factory = factory;
    this.#core = core;
    this.#prepareSpare();
  }

  /**
   * Loads the module; the options are those of loader.mjs.
   * @param {Parameters<typeof loadCore>[0]} [options]
   */
  static async load(options) {
    const factory = await loadCore(options);
    return new Engine(factory, await factory.create());
  }

  /** 'wasm', or 'wasm2js' where WebAssembly is forbidden. */
  get kind() {
    return this.#factory.kind;
  }

  /** The running instance, for measurements and tests; it changes when one is replaced. */
  get core() {
    return this.#core;
  }

  /** Settles when the engine can answer again; at once unless it is starting again. */
  get ready() {
    return this.#pending ?? Promise.resolve();
  }

  /**
   * The priced view of a state.
   * @param {string} state
   */
  price(state, withDigest = false) {
    const text = givenText(state, 'the state');
    return this.guard((core) => core.price(text, withDigest));
  }

  /**
   * A stateless function.
   * @param {string} name
   */
  call(name, argument = '{}') {
    const asked = givenText(name, 'the name of the function');
    const text = givenText(argument, 'the argument');
    return this.guard((core) => core.call(asked, text));
  }

  /** A new session with nothing open. */
  session() {
    const session = new EngineSession(this, (closed) => this.#sessions.delete(closed));
    this.#sessions.add(session);
    return session;
  }

  /**
   * Runs a request on the instance; one that breaks it is answered with a refusal.
   * @param {(core: Core) => string} request
   */
  guard(request) {
    if (this.#core === null) return RESTARTING;
    try {
      return request(this.#core);
    } catch {
      this.#replace();
      return ABORTED;
    }
  }

  #replace() {
    this.#core = null;
    this.restarts += 1;
    const spare = this.#spare;
    this.#spare = null;
    if (spare !== null) {
      this.#adopt(spare);
      return;
    }
    this.#pending = this.#factory.create().then((core) => {
      this.#pending = null;
      this.#adopt(core);
    });
  }

  /** @param {Core} core */
  #adopt(core) {
    this.#core = core;
    for (const session of this.#sessions) session.rebuild(core);
    this.#prepareSpare();
    this.onRestart();
  }

  /** A second instance stands by, so that replacing the first needs no waiting. */
  #prepareSpare() {
    this.#factory.create().then(
      (core) => {
        this.#spare = core;
      },
      () => {},
    );
  }
}

/** One document that outlives the instance it is in. */
export class EngineSession {
  #engine;
  #forget;
  /** @type {CoreSession | null} */
  #inner = null;

  /** What rebuilds the document: its state when opened, and what has happened since. */
  /** @type {string | null} */
  #opened = null;
  #journal = new Journal();

  /**
   * @param {Engine} engine
   * @param {(session: EngineSession) => void} forget
   */
  constructor(engine, forget) {
    this.#engine = engine;
    this.#forget = forget;
  }

  /** @param {string} state */
  open(state) {
    const text = givenText(state, 'the state');
    const reply = this.#run((inner) => inner.open(text));
    if (!isRefusal(reply)) {
      this.#opened = text;
      this.#journal = new Journal();
    }
    return reply;
  }

  /** @param {string} command */
  apply(command) {
    const text = givenText(command, 'the command');
    const reply = this.#run((inner) => inner.apply(text));
    if (!isRefusal(reply)) this.#journal.command(text);
    return reply;
  }

  /** @param {string} request */
  query(request) {
    const text = givenText(request, 'the request');
    return this.#run((inner) => inner.query(text));
  }

  /**
   * The keystroke path: see Session::edit in engine.h.
   * @param {number} line
   * @param {number} field
   * @param {string} value
   * @param {import('./engine.js').EditStep} [step] how the history knows it
   */
  edit(line, field, value, step) {
    const at = givenIndex(line, 'the line');
    const which = givenIndex(field, 'the field');
    const text = givenText(value, 'the value');
    const reply = this.#run((inner) => inner.edit(at, which, text, step));
    if (!isRefusal(reply)) this.#journal.edit({ line: at, field: which, value: text, step });
    return reply;
  }

  /** The state as text; '' when nothing is open. */
  save() {
    return this.#run((inner) => inner.save());
  }

  /** How many entries it is made again from, for tests. */
  get remembered() {
    return this.#journal.length;
  }

  /** Ends the session and frees its memory. */
  close() {
    this.#inner?.close();
    this.#inner = null;
    this.#forget(this);
  }

  /**
   * For the engine: the document again, in a fresh instance.
   * @param {Core} core
   */
  rebuild(core) {
    this.#inner = core.newSession();
    if (this.#opened === null) return;
    this.#inner.open(this.#opened);
    this.#journal.replay(this.#inner);
  }

  /** @param {(inner: CoreSession) => string} request */
  #run(request) {
    return this.#engine.guard((core) => {
      this.#inner ??= core.newSession();
      return request(this.#inner);
    });
  }
}
