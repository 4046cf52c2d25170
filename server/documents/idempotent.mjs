// Actions that must happen once however often they are sent (Idempotency-Key).

import { createHash } from 'node:crypto';

import { Problem, retryAfter } from '../http/problem.mjs';
import { changeWithin } from '../store/store.mjs';

const FIND_ANSWER = `SELECT fingerprint, status, etag, body FROM crossfoot_answers
  WHERE tenant = $1 AND key = $2`;
const KEEP_ANSWER = `INSERT INTO crossfoot_answers (tenant, key, fingerprint, status, etag, body)
  VALUES ($1, $2, $3, $4, $5, $6)`;
// Held until the transaction ends, also when the process dies; other servers see it too.
const TRY_LOCK = `SELECT pg_try_advisory_xact_lock(hashtextextended($1, 7305)) AS free`;

/** Keys in work in this process, where the embedded store would make them wait instead. */
const inWork = new Set();

/** The key of a request; refuses a request without one. */
export function readKey(headers) {
  const raw = headers['idempotency-key']?.trim() ?? '';
  const key = /^"(.*)"$/.exec(raw)?.[1] ?? raw;
  if (!/^[\x21-\x7e]{8,200}$/.test(key)) throw new Problem('idempotency-key-missing');
  return key;
}

/**
 * Runs an action on a document once per key. Its effect and its answer are kept together or not
 * at all, so that a replay after any accident gets the first answer.
 * @param {import('./resource.mjs').Call} call
 * @param {string} bodyText what was sent, part of what makes two requests the same.
 * @param {(step: {query: import('../store/database.mjs').Query, seq: string,
 *   current: import('../store/store.mjs').Stored | null})
 *   => Promise<{status: number, etag?: string, body: string}>} effect refusals as Problems.
 * @returns {Promise<import('./resource.mjs').Reply>}
 */
export async function runOnce(call, bodyText, effect) {
  const { request, url, id, identity, services } = call;
  const key = readKey(request.headers);
  const fingerprint = createHash('sha256')
    .update(`${request.method} ${url.pathname}\n${bodyText}`)
    .digest('hex');
  const lock = `${identity.tenant}\n${key}`;
  if (inWork.has(lock)) throw new Problem('in-flight', {}, retryAfter(1));
  inWork.add(lock);
  try {
    return await services.store.transaction(identity.tenant, async (query) => {
      const [{ free }] = await query(TRY_LOCK, [lock]);
      if (!free) throw new Problem('in-flight', {}, retryAfter(1));
      const [earlier] = await query(FIND_ANSWER, [identity.tenant, key]);
      if (earlier) return replay(earlier, fingerprint);
      const answer = await changeWithin(query, identity.tenant, id, effect);
      const { status, etag = null, body } = answer;
      await query(KEEP_ANSWER, [identity.tenant, key, fingerprint, status, etag, body]);
      return toReply(answer);
    });
  } finally {
    inWork.delete(lock);
  }
}

function replay(earlier, fingerprint) {
  if (earlier.fingerprint !== fingerprint) throw new Problem('idempotency-key-reused');
  return toReply(earlier);
}

function toReply({ status, etag, body }) {
  return { status, headers: etag ? { ETag: etag } : {}, body };
}

/** Forgets answers older than `days`. */
export async function forgetOldAnswers(database, days) {
  await database.query(
    `DELETE FROM crossfoot_answers WHERE made_at < now() - $1 * interval '1 day'`,
    [days],
  );
}
