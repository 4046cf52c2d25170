// What a buyer may do: see the offer without the seller's private figures, and make choices. The
// prices always come from the stored offer; nothing a buyer sends can change one.

import { readBody, requireJson } from '../http/body.mjs';
import { Problem } from '../http/problem.mjs';
import { parseObject } from './actions.mjs';
import { isKnown } from '../http/conditions.mjs';

/** Members of a line and of the document that are the seller's own business. */
const PRIVATE_LINE = ['cost', 'custom', 'formulas', 'origin'];
const PRIVATE_DOCUMENT = ['custom', 'owner', 'rev', 'events', 'origin', 'settings'];
const PRIVATE_VIEW_LINE = ['cost', 'margin', 'marginPercent', 'mrr', 'arr', 'acv', 'tcv'];
const PRIVATE_VIEW = ['metrics', 'issues'];

/** The offer as its buyer sees it. */
export async function readOffer({ request, id, identity, services }) {
  const stored = await services.store.find(identity.tenant, id);
  if (!stored) throw new Problem('not-found');
  const headers = { ETag: stored.etag, 'Cache-Control': 'private, no-cache, no-transform' };
  if (isKnown(request.headers['if-none-match'], stored.etag)) return { status: 304, headers };
  return { status: 200, headers, body: JSON.stringify(withoutCodes(JSON.parse(stored.body))) };
}

/** Prices a buyer's choices on the stored offer; stores nothing. */
export async function priceChoices({ request, id, identity, services }) {
  requireJson(request);
  if (!services.pricing) throw new Problem('not-found', { detail: 'This server only stores.' });
  const value = parseObject(await readBody(request, 64 * 1024));
  const choices = onlyChoices(value.choices ?? value);
  const stored = await services.store.find(identity.tenant, id);
  if (!stored) throw new Problem('not-found');
  const reply = await services.pricing.choose(stored.body, choices);
  if (reply.error) {
    const { code, message, path } = reply.error;
    throw new Problem('choice-refused', { code, detail: message, pointer: path });
  }
  const state = publicState(JSON.parse(reply.state));
  return {
    status: 200,
    headers: { ETag: stored.etag, 'Cache-Control': 'no-store' },
    body: JSON.stringify({ offer: stored.etag, state, view: publicView(reply.view) }),
  };
}

/** Makes a token that opens this document to a buyer. */
export async function createLink({ request, id, identity, services }) {
  requireJson(request);
  const { expiresAt = null, label = 'buyer' } = parseObject(await readBody(request, 4096));
  const isDate = expiresAt === null || !Number.isNaN(Date.parse(expiresAt));
  if (!isDate) throw new Problem('bad-request', { detail: 'expiresAt is not a date.' });
  if (!(await services.store.find(identity.tenant, id))) throw new Problem('not-found');
  const options = { tenant: identity.tenant, role: /** @type {const} */ ('buyer'), document: id };
  const token = await services.tokens.create({ ...options, label: String(label), expiresAt });
  return { status: 201, body: JSON.stringify({ token, document: id, expiresAt }) };
}

/** Ends all buyers' tokens of this document. */
export async function revokeLinks({ id, identity, services }) {
  await services.tokens.revokeLinks(identity.tenant, id);
  return { status: 204 };
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

function without(object, names) {
  const rest = { ...object };
  for (const name of names) delete rest[name];
  return rest;
}

function publicState(state) {
  const lines = (state.lines ?? []).map((line) => without(line, PRIVATE_LINE));
  return { ...without(state, PRIVATE_DOCUMENT), lines };
}

/** A code is for who knows it; the offer does not tell. */
function withoutCodes(state) {
  const adjustments = state.adjustments?.filter((one) => one.code === undefined);
  return publicState(adjustments ? { ...state, adjustments } : state);
}

function publicView(view) {
  const lines = (view.lines ?? []).map((line) => without(line, PRIVATE_VIEW_LINE));
  return { ...without(view, PRIVATE_VIEW), lines };
}
