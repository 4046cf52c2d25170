// The live module as JavaScript sees it: core/include/crossfoot/engine.h through embind, and the
// raw entries that core.mjs uses; the module of the part 'pricing' has only these. tests/wasm/binding.test.mjs compares names and parameters with
// the built module.

/** One open document: `Session` of engine.h. Texts are JSON. Call `delete` when done. */
export interface Session {
  open(state: string): string;
  apply(command: string): string;
  query(request: string): string;
  edit(line: number, field: number, value: string): string;
  save(): string;
  /** What the raw entries know this session by. */
  handle(): number;
  delete(): void;
}

/** How the history knows an edit: the label of the step it begins, the key that joins edits to one. */
export interface EditStep {
  readonly label?: string;
  readonly coalesce?: string;
}

/** What the factory resolves to. */
export interface CrossfootModule {
  price(state: string, withDigest: boolean): string;
  call(name: string, argument: string): string;
  Session: new () => Session;

  /** The module's memory; a new view after it has grown. */
  readonly HEAPU8: Uint8Array<ArrayBuffer>;
  _cf_buffer(size: number): number;
  _cf_reply(): number;
  _cf_release(): void;
  _cf_price(length: number, withDigest: number): number;
  _cf_call(nameLength: number, length: number): number;
  _cf_session(): number;
  _cf_close(session: number): void;
  _cf_open(session: number, length: number): number;
  _cf_apply(session: number, length: number): number;
  _cf_query(session: number, length: number): number;
  _cf_edit(
    session: number,
    line: number,
    field: number,
    valueLength: number,
    labelLength: number,
    length: number,
  ): number;
  _cf_save(session: number): number;
}

/** What may be given to the factory. */
export interface CrossfootOptions {
  wasmBinary?: BufferSource;
  instantiateWasm?: (
    imports: WebAssembly.Imports,
    receive: (instance: WebAssembly.Instance, module: WebAssembly.Module) => void,
  ) => object;
  print?: (text: string) => void;
  printErr?: (text: string) => void;
}

/** The default export of dist/crossfoot.mjs and dist/crossfoot-fallback.mjs. */
export type CrossfootFactory = (options?: CrossfootOptions) => Promise<CrossfootModule>;
