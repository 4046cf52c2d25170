/**
 * The engine as the page uses it: objects in, objects out, at once. Texts travel to the core as
 * JSON; nothing is computed here. An engine that stops is started again with the documents as they
 * were (wasm/engine.mjs); the request that stopped it is answered with a refusal.
 */
import { Engine, type EngineSession } from '../../../wasm/engine.mjs';
import type { LoadOptions } from '../../../wasm/loader.mjs';
import type { EditField } from './edit-reply.ts';
import type {
  Answer,
  Applied,
  Argument,
  Command,
  FunctionName,
  JsonObject,
  Opened,
  PricedView,
  Query,
  QueryName,
  Refusal,
  Reply,
  State,
} from '../../../schema/contract.ts';

// A page that waits for the editor at its top level would wait for itself if this file, which is
// loaded late, used what a bundler puts into the page's own: only types are shared with the editor.
export type { EditField } from './edit-reply.ts';

/** One loaded engine; documents are opened in sessions of it. */
export class EngineClient {
  readonly #engine: Engine;

  private constructor(engine: Engine) {
    this.#engine = engine;
  }

  /** Loads the module: WebAssembly, or plain JavaScript where the page forbids that. */
  static async load(options?: LoadOptions): Promise<EngineClient> {
    return new EngineClient(await Engine.load(options));
  }

  /** Which engine runs. */
  get kind(): 'wasm' | 'wasm2js' {
    return this.#engine.kind;
  }

  /** Called after the engine stopped and was started again. */
  onRestart(listener: () => void): void {
    this.#engine.onRestart = listener;
  }

  /** A new session with nothing open. */
  session(): DocumentSession {
    return new DocumentSession(this.#engine);
  }

  /** The priced view of a state, without opening it. */
  price(state: string | State | JsonObject, withDigest = false): PricedView | Refusal {
    return JSON.parse(this.#engine.price(asText(state), withDigest));
  }

  /** As `call`, in JSON text: numbers that JavaScript would round keep their digits. */
  callText(name: string, argument: string): string {
    return this.#engine.call(name, argument);
  }

  /** A stateless function of the engine. */
  call<Name extends FunctionName>(name: Name, argument: Argument<Name>): Reply<Name> | Refusal {
    return JSON.parse(this.#engine.call(name, JSON.stringify(argument)));
  }
}

/** One open document. Every method answers at once; a refusal is an object with `error`. */
export class DocumentSession {
  readonly #engine: Engine;
  readonly #session: EngineSession;

  constructor(engine: Engine) {
    this.#engine = engine;
    this.#session = engine.session();
  }

  /** Opens a state in place of the open document; on a refusal that one stays. */
  open(state: string | State | JsonObject): Opened | Refusal {
    return JSON.parse(this.#session.open(asText(state)));
  }

  /** Carries out one command. */
  apply(command: Command | JsonObject): Applied | Refusal {
    return JSON.parse(this.#session.apply(JSON.stringify(command)));
  }

  /** A command in JSON text: numbers that JavaScript would round keep their digits. */
  applyText(command: string): Applied | Refusal {
    return JSON.parse(this.#session.apply(command));
  }

  /** Reads something of the document. */
  query<Name extends QueryName>(request: Query<Name> & { get: Name }): Answer<Name> | Refusal {
    return JSON.parse(this.queryText(request));
  }

  /** As `query`, with the answer in JSON text: numbers that JavaScript would round keep their digits. */
  queryText(request: Query): string {
    return this.#session.query(JSON.stringify(request));
  }

  /**
   * The keystroke path: `editReplyFields` and the amounts that follow them, a line each (`null` where
   * there is none), or a refusal. `line` is an index; an empty value removes the field.
   */
  edit(
    line: number,
    field: EditField,
    value: string,
    step?: { readonly label: string; readonly coalesce: string },
  ): string | Refusal {
    const reply = this.#session.edit(line, field, value, step);
    return reply.startsWith('{') ? JSON.parse(reply) : reply;
  }

  /** A session of its own with the same document, to try something in; close it. */
  trial(): DocumentSession {
    const session = new DocumentSession(this.#engine);
    session.open(this.save());
    return session;
  }

  /** The state as text; '' when nothing is open. */
  save(): string {
    return this.#session.save();
  }

  /** A stateless function of the engine. */
  call<Name extends FunctionName>(name: Name, argument: Argument<Name>): Reply<Name> | Refusal {
    return JSON.parse(this.#engine.call(name, JSON.stringify(argument)));
  }

  /** As `call`, in JSON text: numbers that JavaScript would round keep their digits. */
  callText(name: string, argument: string): string {
    return this.#engine.call(name, argument);
  }

  /** Ends the session and frees its memory. */
  close(): void {
    this.#session.close();
  }
}

function asText(state: string | State | JsonObject): string {
  return typeof state === 'string' ? state : JSON.stringify(state);
}
