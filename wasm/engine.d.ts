// The live module as JavaScript sees it: core/include/crossfoot/engine.h through embind. Every entry
// takes numbers; texts lie in the module's memory (bindings.cpp). tests/wasm/binding.test.mjs compares
// names and parameters with the built module.

/** How the history knows an edit: the label of the step it begins, the key that joins edits to one. */
export interface EditStep {
  readonly label?: string;
  readonly coalesce?: string;
}

/** What the factory resolves to. What answers with a text returns its length; it lies at `reply()`. */
export interface CrossfootModule {
  /** The module's memory; a new view after it has grown. */
  readonly HEAPU8: Uint8Array<ArrayBuffer>;
  buffer(size: number): number;
  reply(): number;
  release(): void;
  price(length: number, withDigest: boolean): number;
  call(nameLength: number, length: number): number;
  session(): number;
  close(session: number): void;
  open(session: number, length: number): number;
  apply(session: number, length: number): number;
  query(session: number, length: number): number;
  edit(
    session: number,
    line: number,
    field: number,
    valueLength: number,
    labelLength: number,
    length: number,
  ): number;
  save(session: number): number;
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
