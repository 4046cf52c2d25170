// The HTTP contract: one JSON resource per document at {base}/{id}, ETag and If-Match.

import type {
  Backend,
  Declaration,
  Problem,
  Reply,
  SyncDocument,
  WriteOptions,
} from './backend.ts';
import { parseJson, writeJson, type Json, type JsonObject } from '../json/lossless-json.ts';

export interface HttpOptions {
  /** Where documents live; ids are appended. */
  base: string;
  /** Headers for every request, such as Authorization; asked anew each time. */
  headers?: () => Record<string, string>;
  /** Milliseconds until a request counts as unanswered. */
  timeout?: number;
  /** For tests and unusual hosts. */
  fetch?: typeof fetch;
}

/** Browsers send at most 64 KB in requests that outlive their page. */
const KEEPALIVE_BYTES = 60_000;

export class HttpBackend implements Backend {
  readonly #base: string;
  readonly #options: HttpOptions;

  constructor(options: HttpOptions) {
    this.#base = options.base.replace(/\/+$/, '');
    this.#options = options;
  }

  async load(id: string): Promise<Reply> {
    const answer = await this.#send('GET', id);
    if (!(answer instanceof Response)) return answer;
    if (!answer.ok) return refusal(answer);
    const doc = await readDocument(answer);
    return doc ? { status: 'ok', doc, token: answer.headers.get('ETag') } : { status: 'retry' };
  }

  create(doc: SyncDocument, options?: WriteOptions): Promise<Reply> {
    return this.#write('PUT', doc.id, { 'If-None-Match': '*' }, doc, options);
  }

  replace(doc: SyncDocument, token: string, options?: WriteOptions): Promise<Reply> {
    return this.#write('PUT', doc.id, { 'If-Match': strong(token) }, doc, options);
  }

  remove(id: string, token: string): Promise<Reply> {
    return this.#write('DELETE', id, { 'If-Match': strong(token) });
  }

  overwrite(doc: SyncDocument, options?: WriteOptions): Promise<Reply> {
    return this.#write('PUT', doc.id, {}, doc, options);
  }

  /** Servers that compress on the fly add `-gzip` to the tag they give, but not to the one they compare. */
  relax(token: string): string | null {
    const relaxed = strong(token).replace(/-(?:gzip|br|deflate|zstd)"$/, '"');
    return relaxed === strong(token) ? null : relaxed;
  }

  async declaration(): Promise<Declaration | null> {
    const answer = await this.#send('GET', '');
    if (!(answer instanceof Response) || !answer.ok) return null;
    const value = (await parseBody(answer)) as Partial<Declaration> | null;
    if (typeof value?.level !== 'number') return null;
    return { level: value.level, rules: Array.isArray(value.rules) ? value.rules : [] };
  }

  async action(id: string, name: string, key: string, body: JsonObject): Promise<Reply> {
    const headers = { 'Idempotency-Key': `"${key}"`, 'Content-Type': 'application/json' };
    const answer = await this.#send('POST', id, {
      headers,
      body: writeJson(body),
      suffix: `/${name}`,
    });
    if (!(answer instanceof Response)) return answer;
    if (!answer.ok) return actionRefusal(answer);
    const doc = (await parseBody(answer)) as SyncDocument | null;
    return { status: 'ok', token: answer.headers.get('ETag'), ...(doc ? { doc } : {}) };
  }

  async #write(
    method: string,
    id: string,
    condition: Record<string, string>,
    doc?: SyncDocument,
    options: WriteOptions = {},
  ): Promise<Reply> {
    const headers = doc ? { ...condition, 'Content-Type': 'application/json' } : condition;
    const body = doc ? writeJson(doc) : undefined;
    const answer = await this.#send(method, id, { headers, body, keepalive: options.keepalive });
    if (!(answer instanceof Response)) return answer;
    if (!answer.ok) return refusal(answer);
    return { status: 'ok', token: answer.headers.get('ETag') };
  }

  async #send(
    method: string,
    id: string,
    { headers = {}, body, suffix = '', keepalive = false }: SendOptions = {},
  ): Promise<Response | Reply> {
    const { fetch: send = fetch, timeout = 30_000 } = this.#options;
    try {
      return await send(`${this.#base}/${encodeURIComponent(id)}${suffix}`, {
        method,
        headers: { ...this.#options.headers?.(), ...headers },
        cache: 'no-store',
        signal: AbortSignal.timeout(timeout),
        keepalive: keepalive && (body?.length ?? 0) < KEEPALIVE_BYTES,
        ...(body === undefined ? {} : { body }),
      });
    } catch {
      return { status: 'retry' };
    }
  }
}

interface SendOptions {
  headers?: Record<string, string>;
  body?: string | undefined;
  suffix?: string;
  keepalive?: boolean | undefined;
}

/** If-Match compares strongly, so a weak tag would never match; what stands behind `W/` may. */
function strong(token: string): string {
  return token.replace(/^W\//, '');
}

async function readDocument(answer: Response): Promise<SyncDocument | null> {
  const value = await parseBody(answer);
  const isObject = value !== null && typeof value === 'object' && !Array.isArray(value);
  return isObject ? (value as SyncDocument) : null;
}

async function parseBody(answer: Response): Promise<Json> {
  try {
    return parseJson(await answer.text());
  } catch {
    return null; // cut off, or a proxy's page
  }
}

/** Maps a refusal of a resource request to what the controller does about it. */
export async function refusal(answer: Response): Promise<Reply> {
  const { status } = answer;
  if (status === 404 || status === 410) return { status: 'missing' };
  if (status === 412 || status === 428) return { status: 'conflict' };
  if (status === 401 || status === 403)
    return { status: 'denied', problem: await problemOf(answer) };
  if (status === 409) return conflictOrRefusal(await problemOf(answer));
  if (status === 408 || status === 429 || status >= 500) {
    return { status: 'retry', ...retryAfter(answer) };
  }
  return { status: 'rejected', problem: await problemOf(answer) };
}

/** For an action, 409 is a word about the step, not about versions. */
async function actionRefusal(answer: Response): Promise<Reply> {
  const reply = await refusal(answer.clone());
  if (answer.status !== 409) return reply;
  const problem = await problemOf(answer);
  return problem.type?.endsWith('/in-flight')
    ? { status: 'retry', ...retryAfter(answer) }
    : { status: 'rejected', problem };
}

function conflictOrRefusal(problem: Problem): Reply {
  const isAboutContent = problem.type !== undefined && !problem.type.endsWith('/finalised');
  return { status: isAboutContent ? 'rejected' : 'conflict', problem };
}

async function problemOf(answer: Response): Promise<Problem> {
  const body = await parseBody(answer);
  const isObject = body !== null && typeof body === 'object' && !Array.isArray(body);
  return { status: answer.status, ...(isObject ? (body as Problem) : {}) };
}

/** Seconds from `Retry-After`; a date is measured by the server's own clock, not by ours. */
function retryAfter(answer: Response): { retryAfter?: number } {
  const text = answer.headers.get('Retry-After');
  if (!text) return {};
  if (/^\d+$/.test(text.trim())) return { retryAfter: Number(text) };
  const until = Date.parse(text) - Date.parse(answer.headers.get('Date') ?? '');
  return Number.isFinite(until) && until > 0 ? { retryAfter: Math.ceil(until / 1000) } : {};
}
