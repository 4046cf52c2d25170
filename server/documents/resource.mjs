// GET, PUT and DELETE of one document, and the list of changes: levels 1 and 2 of the contract.

import { readBody, requireJson } from '../http/body.mjs';
import { holds, isKnown, readCondition } from '../http/conditions.mjs';
import { Problem } from '../http/problem.mjs';
import { isFinalised, readState, toBody, verifyState } from './incoming.mjs';

/** Proxies must not compress (that weakens the ETag) nor keep documents. */
const CACHE_CONTROL = 'private, no-cache, no-transform';

/**
 * @typedef {object} Call
 * @property {import('node:http').IncomingMessage} request
 * @property {URL} url
 * @property {string} id
 * @property {import('../access/tokens.mjs').Identity} identity
 * @property {import('../app.mjs').Services} services
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
export async function writeDocument({ request, id, identity, services }) {
  requireJson(request);
  const condition = readCondition(request.headers);
  const text = await readBody(request, services.config.limits.MAX_BODY_BYTES);
  const current = await services.store.find(identity.tenant, id);
  refuseEarly(condition, current);
  const incoming = readState(text, id);
  if (services.pricing) await verifyState(services.pricing, incoming);
  services.catalogue?.check(incoming.state);
  if (isFinalised(incoming.state) && services.pricing) requireDigest(incoming.state);
  const body = toBody(incoming.text, incoming.state);
  const outcome = await services.store.put(identity.tenant, id, condition, body);
  return replyTo(outcome);
}

/** Deletes a document. @param {Call} call @returns {Promise<Reply>} */
export async function deleteDocument({ request, id, identity, services }) {
  const condition = readCondition(request.headers);
  if (condition.kind === 'create') throw new Problem('bad-request');
  return replyTo(await services.store.remove(identity.tenant, id, condition));
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

/** A finalised document may come in (a backup, another server), but only with its proof. */
function requireDigest(state) {
  if (typeof state.digest === 'string' && typeof state.number === 'string') return;
  throw new Problem('invalid-state', {
    detail: 'A finalised document has a number and a digest; use POST …/finalise to get them.',
    pointer: '/digest',
  });
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
