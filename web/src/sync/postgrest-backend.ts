// PostgREST (and services built on it): a table with the columns id, write and state.
//
//   create table documents (id text primary key, write text not null, state json not null);
//
// `state` is json, not jsonb: json keeps the text, jsonb rewrites numbers and the order of members.
// The token is the `write` of the row; `PATCH ?id=eq.…&write=eq.…` changes a row only while it is
// still that one, and an empty answer means that it is not.

import type { Backend, Reply, SyncDocument } from './backend.ts';
import { refusal, type HttpOptions } from './http-backend.ts';
import { parseJson, writeJson, type JsonObject } from '../json/lossless-json.ts';
import { writeOf } from './revision.ts';

/** `base` is the table's address, `https://host/rest/v1/documents`. */
export class PostgrestBackend implements Backend {
  readonly #base: string;
  readonly #options: HttpOptions;

  constructor(options: HttpOptions) {
    this.#base = options.base.replace(/\/+$/, '');
    this.#options = options;
  }

  async load(id: string): Promise<Reply> {
    const answer = await this.#send('GET', `?${equals('id', id)}&select=write,state`);
    if (!('rows' in answer)) return answer;
    const row = answer.rows[0];
    if (!row) return { status: 'missing' };
    return { status: 'ok', doc: row.state as SyncDocument, token: String(row.write) };
  }

  async create(doc: SyncDocument): Promise<Reply> {
    const write = tokenFor(doc);
    const answer = await this.#send('POST', '', writeJson({ id: doc.id, write, state: doc }));
    return 'rows' in answer ? { status: 'ok', token: write } : answer;
  }

  async replace(doc: SyncDocument, token: string): Promise<Reply> {
    const write = tokenFor(doc);
    const query = `?${equals('id', doc.id)}&${equals('write', token)}`;
    const answer = await this.#send('PATCH', query, writeJson({ write, state: doc }));
    if (!('rows' in answer)) return answer;
    return answer.rows.length > 0 ? { status: 'ok', token: write } : this.#whyNot(doc.id);
  }

  async remove(id: string, token: string): Promise<Reply> {
    const answer = await this.#send('DELETE', `?${equals('id', id)}&${equals('write', token)}`);
    if (!('rows' in answer)) return answer;
    return answer.rows.length > 0 ? { status: 'ok' } : this.#whyNot(id);
  }

  /** No row was touched: it is another version, or gone. */
  async #whyNot(id: string): Promise<Reply> {
    const current = await this.load(id);
    return current.status === 'ok' ? { status: 'conflict' } : current;
  }

  async #send(
    method: string,
    query: string,
    body?: string,
  ): Promise<Reply | { rows: JsonObject[] }> {
    const { fetch: send = fetch, timeout = 30_000, headers } = this.#options;
    try {
      const answer = await send(`${this.#base}${query}`, {
        method,
        headers: {
          ...headers?.(),
          'Content-Type': 'application/json',
          Accept: 'application/json',
          Prefer: 'return=representation',
        },
        cache: 'no-store',
        signal: AbortSignal.timeout(timeout),
        ...(body === undefined ? {} : { body }),
      });
      if (answer.status === 409) return { status: 'conflict' };
      if (!answer.ok) return refusal(answer);
      return { rows: parseJson(await answer.text()) as JsonObject[] };
    } catch {
      return { status: 'retry' };
    }
  }
}

function equals(column: string, value: string): string {
  return `${column}=eq.${encodeURIComponent(value)}`;
}

/** The document's own write id; a document without one gets a random token. */
function tokenFor(doc: SyncDocument): string {
  return writeOf(doc) ?? crypto.randomUUID();
}
