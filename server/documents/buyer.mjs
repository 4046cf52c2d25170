// What a buyer may do: see the offer as buyers see it, and make choices. The prices always come
// from the stored offer; nothing a buyer sends can change one.

import { stringify } from 'lossless-json';

import { decodeBody, requireJson } from '../http/body.mjs';
import { isKnown } from '../http/conditions.mjs';
import { Problem } from '../http/problem.mjs';
import { parseObject, readAction } from './actions.mjs';

/** The offer as its buyer sees it. */
export async function readOffer({ request, id, identity, services }) {
  const stored = await services.store.find(identity.tenant, id);
  if (!stored) throw new Problem('not-found');
  const headers = { ETag: stored.etag, 'Cache-Control': 'private, no-cache, no-transform' };
  if (isKnown(request.headers['if-none-match'], stored.etag)) return { status: 304, headers };
  return {
    status: 200,
    headers,
    body: await services.documents.offer(identity.tenant, stored.body),
  };
}

/** Prices a buyer's choices on the stored offer; stores nothing. */
export async function priceChoices(call) {
  const { id, identity, services } = call;
  const { value } = await readAction(call);
  const { claim } = value;
  const choices = onlyChoices(choicesIn(value));
  const stored = await services.store.find(identity.tenant, id);
  if (!stored) throw new Problem('not-found');
  const { state, view } = await services.documents.choose(
    identity.tenant,
    stored.body,
    stringify(choices),
    claim === undefined ? undefined : stringify(claim),
  );
  return {
    status: 200,
    headers: { ETag: stored.etag, 'Cache-Control': 'no-store' },
    body: `{"offer":${JSON.stringify(stored.etag)},"state":${state},"view":${view}}`,
  };
}

/** Makes a token that opens this document to a buyer. */
export async function createLink({ request, id, identity, services, body }) {
  requireJson(request);
  const { expiresAt = null, label = 'buyer' } = parseObject(decodeBody(await body(4096)));
  const expiry = expiresAt === null ? null : readInstant(expiresAt);
  if (typeof label !== 'string' || !/^[^\p{C}]{0,200}$/u.test(label)) {
    throw new Problem('bad-request', { detail: 'label is a text of up to 200 characters.' });
  }
  const link = { tenant: identity.tenant, document: id, label, expiresAt: expiry };
  const token = await services.tokens.createLink(services.store, link);
  if (!token) throw new Problem('not-found');
  return { status: 201, body: JSON.stringify({ token, document: id, expiresAt: expiry }) };
}

/** Ends all buyers' tokens of this document. */
export async function revokeLinks({ id, identity, services }) {
  await services.tokens.revokeLinks(identity.tenant, id);
  return { status: 204 };
}

const INSTANT = /^\d{4}-\d{2}-\d{2}(T\d{2}:\d{2}(:\d{2}(\.\d{1,9})?)?(Z|[+-]\d{2}:\d{2}))?$/;

/** A day or a moment of RFC 3339 after now, as the database takes it. */
function readInstant(text) {
  const at = typeof text === 'string' && INSTANT.test(text) ? Date.parse(text) : Number.NaN;
  if (Number.isNaN(at)) {
    const detail = 'expiresAt is a moment like 2026-12-31T18:00:00Z.';
    throw new Problem('bad-request', { detail });
  }
  if (at <= Date.now()) throw new Problem('bad-request', { detail: 'expiresAt is over.' });
  return new Date(at).toISOString();
}

function choicesIn({ claim: _claim, ...value }) {
  const { choices } = value;
  if (choices === undefined) return value;
  if (choices !== null && typeof choices === 'object' && !Array.isArray(choices)) return choices;
  throw new Problem('choice-refused', {
    detail: 'The choices are an object.',
    pointer: '/choices',
  });
}

/** Exactly what a buyer can choose; anything else is refused, not ignored, so that it is noticed. */
function onlyChoices(value) {
  const { quantities = {}, selected = {}, code, ...rest } = value;
  const other = Object.keys(rest)[0];
  if (other !== undefined) {
    throw new Problem('choice-refused', { detail: 'Not a choice.', pointer: `/${other}` });
  }
  return { quantities, selected, ...(code === undefined ? {} : { code }) };
}
