// What a place that keeps documents must offer: four functions. The rest is optional comfort.

import type { Json, JsonObject } from '../json/lossless-json.ts';

/**
 * Which write made a document, and from which one it was made. `n` counts the writes of a chain,
 * `past` lists the writes before `parent`, newest first, so that a client can tell whether its own
 * write was built upon or overwritten, even on a server that does not check conditions.
 */
export type Revision = {
  n: number;
  write: string;
  parent: string | null;
  by: string;
  past?: string[];
};

/** A state as one resource. Only `id` and `rev` mean something to the sync. */
export interface SyncDocument extends JsonObject {
  id: string;
}

/** Why a server said no, as far as it told: members of problem+json. */
export type Problem = {
  type?: string;
  title?: string;
  detail?: string;
  status?: number;
  /** Where in the document, as a JSON Pointer. */
  pointer?: string;
  /** The totals the server computed, when ours were refused. */
  expected?: Json;
};

/**
 * - ok: done; `load` gives `doc`, writes may give the new `token`.
 * - conflict: the document exists already, or is no longer the one the token stands for.
 * - missing: there is no such document.
 * - denied: sign-in is needed or the right is missing.
 * - retry: the outcome is unknown or the server asks to wait `retryAfter` seconds.
 * - rejected: the server will not take this document; trying again is useless.
 */
export interface Reply {
  status: 'ok' | 'conflict' | 'missing' | 'denied' | 'retry' | 'rejected';
  /** Stands for the stored version; opaque. Null when the backend gives none. */
  token?: string | null;
  doc?: SyncDocument;
  retryAfter?: number;
  problem?: Problem;
}

export interface WriteOptions {
  /** The page may be gone before the answer comes. */
  keepalive?: boolean;
}

/** What a backend says about itself. */
export type Declaration = {
  level: number;
  rules: number[];
};

export interface Backend {
  load(id: string): Promise<Reply>;
  create(doc: SyncDocument, options?: WriteOptions): Promise<Reply>;
  replace(doc: SyncDocument, token: string, options?: WriteOptions): Promise<Reply>;
  remove(id: string, token: string): Promise<Reply>;

  /** Writes without a condition: for servers that do not check them. Absent: always checked. */
  overwrite?(doc: SyncDocument, options?: WriteOptions): Promise<Reply>;
  /** Another way to say the same token, when a proxy has altered it; null when there is none. */
  relax?(token: string): string | null;
  /** What the server says about itself; null when it says nothing. */
  declaration?(): Promise<Declaration | null>;
  /** Has the server do a step, once per key. `doc` of the reply is the server's answer. */
  action?(id: string, name: string, key: string, body: JsonObject): Promise<Reply>;
}
