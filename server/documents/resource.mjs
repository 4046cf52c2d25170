// GET, PUT and DELETE of one document, and the list of changes: levels 1 and 2 of the contract.

import { requireJson } from '../http/body.mjs';
import { holds, isKnown, readCondition } from '../http/conditions.mjs';
import { Problem } from '../http/problem.mjs';

/** Proxies must not compress (that weakens the ETag) nor keep documents. */
const CACHE_CONTROL = 'private, no-cache, no-transform';

/**
 * @typedef {object} Call
 * @property {import('node:http').IncomingMessage} request
 * @property {URL} url
 * @property {string} id
 * @property {import('../access/tokens.mjs').Identity} identity
 * @property {import('../app.mjs').Services} services
 * @property {(limit?: number) => Promise<Buffer>} body reads the body; an action's limit by default.
 *
 * @typedef {{status: number, headers?: Record<string, string>, body?: string}} Reply
 */

/** Documents of sellers are shown whole. @param {Call} call @returns {Promise<Reply>} */
export async function readDocument({ request, id, identity, services }) {
  const stored = await services.store.find(identity.tenant, id);
  if (!stored) throw new Problem('not-found');
  const headers = { ETag: stored.etag, 'Cache-Control': CACHE_CONTROL };
  if (isKnown(request.headers['if-none-match'], stored.etag)) return { status: 304, headers };
  return { status: 200, headers, body: stored.body };
}

/** Creates or replaces a document. @param {Call} call @returns {Promise<Reply>} */
export async function writeDocument({ request, id, identity, services, body }) {
  requireJson(request);
  const condition = readCondition(request.headers);
  const bytes = await body(services.config.limits.MAX_BODY_BYTES);
  const { tenant } = identity;
  refuseEarly(condition, await services.store.find(tenant, id));
  const incoming = await services.documents.judge(tenant, bytes, id);
  const outcome = await services.store.put(tenant, id, condition, incoming);
  return replyTo(outcome);
}

/** Deletes a document where its lifecycle allows it. @param {Call} call @returns {Promise<Reply>} */
export async function deleteDocument({ request, id, identity, services }) {
  const condition = readCondition(request.headers);
  if (condition.kind === 'create') throw new Problem('bad-request');
  const { tenant } = identity;
  const current = await services.store.find(tenant, id);
  if (!current) throw new Problem('not-found');
  if (current.finalised) await requireDeletable(services, tenant, current);
  if (!holds(condition, current)) throw new Problem('precondition-failed');
  // The very document that was asked about.
  const same = /** @type {const} */ ({ kind: 'match', etags: [current.etag] });
  return replyTo(await services.store.remove(tenant, id, same));
}

/** SY-5.6: some final documents may go (a cancelled subscription), others stay in the books. */
async function requireDeletable({ config, documents }, tenant, { body }) {
  try {
    if (config.level !== 3) throw new Problem('step-refused');
    await documents.mayStep(tenant, body, '{"op":"lifecycle","step":"delete"}');
  } catch (error) {
    if (error instanceof Problem && error.name === 'step-refused') {
      throw new Problem('finalised', error.details);
    }
    throw error;
  }
}

/** Changes since a cursor. @param {Omit<Call, 'id'>} call @returns {Promise<Reply>} */
export async function listDocuments({ url, identity, services }) {
  const since = url.searchParams.get('since') ?? '';
  if (!/^\d{0,18}$/.test(since)) throw new Problem('bad-request', { detail: 'Unknown cursor.' });
  const page = await services.store.list(identity.tenant, since, services.config.limits.LIST_PAGE);
  return {
    status: 200,
    headers: { 'Cache-Control': CACHE_CONTROL },
    body: JSON.stringify(page),
  };
}

/** Saves the core's work where the answer is clear already; the store decides again, atomically. */
function refuseEarly(condition, current) {
  if (current?.finalised) throw new Problem('finalised');
  if (!holds(condition, current)) throw new Problem('precondition-failed');
}

/** @param {import('../store/store.mjs').Outcome} outcome @returns {Reply} */
function replyTo(outcome) {
  switch (outcome.status) {
    case 'created':
      return { status: 201, headers: { ETag: outcome.etag } };
    case 'replaced':
      return { status: 204, headers: { ETag: outcome.etag } };
    case 'deleted':
      return { status: 204 };
    case 'missing':
      throw new Problem('not-found');
    case 'finalised':
      throw new Problem('finalised');
    case 'number-taken':
      throw new Problem('number-taken', { pointer: '/number' });
    default:
      throw new Problem('precondition-failed');
  }
}
