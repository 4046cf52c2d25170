// Object storage that speaks S3 with conditional writes. The host signs each request's address;
// no key of the storage ever comes near the browser.

import type { Backend, Reply, SyncDocument, WriteOptions } from './backend.ts';
import { refusal } from './http-backend.ts';
import { parseJson, writeJson } from '../json/lossless-json.ts';

export interface S3Options {
  /**
   * The presigned address of an object. `headers` are those that will be sent and must be covered
   * by the signature.
   */
  sign(
    method: 'GET' | 'PUT' | 'DELETE',
    id: string,
    headers: Record<string, string>,
  ): Promise<string>;
  timeout?: number;
  fetch?: typeof fetch;
}

/** How often a write is repeated that S3 answers with 409 ConditionalRequestConflict. */
const REPEATS = 3;

/** The token is the object's ETag. */
export class S3Backend implements Backend {
  constructor(readonly options: S3Options) {}

  async load(id: string): Promise<Reply> {
    const answer = await this.#send('GET', id, {});
    if (!(answer instanceof Response)) return answer;
    if (!answer.ok) return refusal(answer);
    try {
      const doc = parseJson(await answer.text()) as SyncDocument;
      return { status: 'ok', doc, token: answer.headers.get('ETag') };
    } catch {
      return { status: 'retry' };
    }
  }

  create(doc: SyncDocument, options?: WriteOptions): Promise<Reply> {
    return this.#write('PUT', doc.id, { 'If-None-Match': '*' }, writeJson(doc), options);
  }

  replace(doc: SyncDocument, token: string, options?: WriteOptions): Promise<Reply> {
    return this.#write('PUT', doc.id, { 'If-Match': token }, writeJson(doc), options);
  }

  remove(id: string, token: string): Promise<Reply> {
    return this.#write('DELETE', id, { 'If-Match': token });
  }

  async #write(
    method: 'PUT' | 'DELETE',
    id: string,
    condition: Record<string, string>,
    body?: string,
    options: WriteOptions = {},
  ): Promise<Reply> {
    const type: Record<string, string> =
      body === undefined ? {} : { 'Content-Type': 'application/json' };
    for (let attempt = 0; ; attempt++) {
      const answer = await this.#send(method, id, { ...condition, ...type }, body, options);
      if (!(answer instanceof Response)) return answer;
      if (answer.ok) return { status: 'ok', token: answer.headers.get('ETag') };
      // 409 is not about versions: another write to this key was in progress. Repeat it as it is.
      if (answer.status !== 409) return refusal(answer);
      if (attempt >= REPEATS) return { status: 'retry', retryAfter: 1 };
    }
  }

  async #send(
    method: 'GET' | 'PUT' | 'DELETE',
    id: string,
    headers: Record<string, string>,
    body?: string,
    { keepalive = false }: WriteOptions = {},
  ): Promise<Response | Reply> {
    const { fetch: send = fetch, timeout = 30_000, sign } = this.options;
    try {
      return await send(await sign(method, id, headers), {
        method,
        headers,
        cache: 'no-store',
        signal: AbortSignal.timeout(timeout),
        keepalive: keepalive && (body?.length ?? 0) < 60_000,
        ...(body === undefined ? {} : { body }),
      });
    } catch {
      return { status: 'retry' };
    }
  }
}
