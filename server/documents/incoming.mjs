// Judges a document that a client wants to store.

import { Problem } from '../http/problem.mjs';
import { outline, withoutMember } from './json-text.mjs';

/** Kinds that can no longer be changed once they have left `draft`. */
const FINAL_KINDS = new Set(['invoice', 'creditMemo']);

/** Whether a state has been finalised. */
export function isFinalised(state) {
  return (
    FINAL_KINDS.has(state.kind) && typeof state.status === 'string' && state.status !== 'draft'
  );
}

/**
 * What the store keeps of a state.
 * @param {string} text the state without `claim`.
 * @param {any} state the same, parsed.
 * @returns {import('../store/store.mjs').NewBody}
 */
export function toBody(text, state) {
  const finalised = isFinalised(state);
  const kind = typeof state.kind === 'string' ? state.kind : '';
  const number = finalised && typeof state.number === 'string' ? state.number : null;
  const rev = state.rev !== null && typeof state.rev === 'object' ? state.rev : null;
  return { text, rev, finalised, kind, number };
}

/**
 * Checks the form of a body: strict JSON, an object, its own id if it carries one.
 * @param {string} text
 * @param {string} id from the address
 * @returns {{text: string, state: any, claim: any}} the text is without `claim`.
 */
export function readState(text, id) {
  const parsed = outline(text);
  if ('error' in parsed) {
    throw new Problem('invalid-state', { code: 'json-syntax', detail: parsed.error });
  }
  const { claim, ...state } = parsed.value;
  if (state.id !== undefined && state.id !== id)
    throw new Problem('id-mismatch', { pointer: '/id' });
  return { text: withoutMember(text, parsed, 'claim'), state, claim };
}

/**
 * Has the core check a state and what its sender claims about it; refuses what it disagrees with.
 * @param {import('../pricing/pool.mjs').Pricing} pricing
 * @param {{text: string, state: any, claim: any}} incoming
 */
export async function verifyState(pricing, { text, state, claim }) {
  requireKnownRules(pricing, state.rules, '/rules');
  if (claim !== undefined && (claim === null || typeof claim !== 'object')) {
    throw new Problem('invalid-state', {
      detail: 'The claim is not an object.',
      pointer: '/claim',
    });
  }
  requireKnownRules(pricing, claim?.rules, '/claim/rules');
  const reply = await pricing.verify(text, claim ?? {});
  if (reply.error) throw invalidState(reply.error);
  if (reply.ok) return;
  const pointer = firstDifference(claim, reply.expected);
  throw new Problem('totals-mismatch', {
    rules: reply.rules ?? pricing.rules[pricing.rules.length - 1],
    expected: reply.expected,
    pointer,
  });
}

/** A refusal by the core as a problem. */
export function invalidState(error) {
  const { code, message, path, line, column } = error;
  return new Problem('invalid-state', { code, detail: message, pointer: path, line, column });
}

function requireKnownRules(pricing, rules, pointer) {
  if (rules === undefined || pricing.rules.includes(rules)) return;
  throw new Problem('unknown-rules', { supported: pricing.rules, pointer });
}

function firstDifference(claim, expected) {
  for (const name of ['dueNow', 'total', 'digest']) {
    if (claim?.[name] !== undefined && claim[name] !== expected?.[name]) return `/claim/${name}`;
  }
  return '/digest';
}
