// CouchDB and what speaks like it: the revision travels in the body, a conflict is 409.

import type { Backend, Reply, SyncDocument, WriteOptions } from './backend.ts';
import { refusal, type HttpOptions } from './http-backend.ts';
import {
  hasNumberText,
  parseJson,
  writeJson,
  type Json,
  type JsonObject,
} from '../json/lossless-json.ts';

/** `base` is the database's address, `https://host/database`. The token is CouchDB's `_rev`. */
export class CouchDbBackend implements Backend {
  readonly #base: string;
  readonly #options: HttpOptions;

  constructor(options: HttpOptions) {
    this.#base = options.base.replace(/\/+$/, '');
    this.#options = options;
  }

  async load(id: string): Promise<Reply> {
    const answer = await this.#send('GET', id);
    if (!('body' in answer)) return answer;
    const { _rev, state, text } = answer.body as { _rev: string; state?: Json; text?: string };
    const doc = text === undefined ? state : parseJson(text);
    return { status: 'ok', doc: doc as SyncDocument, token: _rev };
  }

  create(doc: SyncDocument, options?: WriteOptions): Promise<Reply> {
    return this.#put(doc.id, content(doc), options);
  }

  async replace(doc: SyncDocument, token: string, options?: WriteOptions): Promise<Reply> {
    const reply = await this.#put(doc.id, { _rev: token, ...content(doc) }, options);
    if (reply.status !== 'conflict') return reply;
    // CouchDB says 409 as well when the document is gone.
    const current = await this.load(doc.id);
    return current.status === 'missing' ? current : reply;
  }

  async remove(id: string, token: string): Promise<Reply> {
    const answer = await this.#send('DELETE', id, { query: `?rev=${encodeURIComponent(token)}` });
    return 'body' in answer ? { status: 'ok' } : answer;
  }

  async #put(id: string, body: JsonObject, options: WriteOptions = {}): Promise<Reply> {
    const answer = await this.#send('PUT', id, { body: writeJson(body), ...options });
    if (!('body' in answer)) return answer;
    return { status: 'ok', token: (answer.body as { rev?: string }).rev ?? null };
  }

  async #send(
    method: string,
    id: string,
    {
      body,
      query = '',
      keepalive = false,
    }: { body?: string; query?: string; keepalive?: boolean } = {},
  ): Promise<Reply | { body: JsonObject }> {
    const { fetch: send = fetch, timeout = 30_000, headers } = this.#options;
    try {
      const answer = await send(`${this.#base}/${encodeURIComponent(id)}${query}`, {
        method,
        headers: { ...headers?.(), 'Content-Type': 'application/json', Accept: 'application/json' },
        cache: 'no-store',
        signal: AbortSignal.timeout(timeout),
        keepalive: keepalive && (body?.length ?? 0) < 60_000,
        ...(body === undefined ? {} : { body }),
      });
      if (answer.status === 409) return { status: 'conflict' };
      if (!answer.ok) return refusal(answer);
      return { body: parseJson(await answer.text()) as JsonObject };
    } catch {
      return { status: 'retry' };
    }
  }
}

/**
 * The state is one member, so that none of its own can be taken for one of CouchDB's. CouchDB
 * reads numbers as floating point: a state with a number that would suffer goes in as text.
 */
function content(doc: SyncDocument): JsonObject {
  return hasNumberText(doc) ? { text: writeJson(doc) } : { state: doc };
}
