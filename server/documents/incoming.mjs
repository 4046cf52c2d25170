// Judges a document that a client wants to store.

import { Problem } from '../http/problem.mjs';
import { memberText, outline, withoutMember } from './json-text.mjs';

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
 * @returns {{text: string, state: any, claim: string | undefined}} the text is without `claim`,
 *   which stays text, as the core reads numbers from it.
 */
export function readState(text, id) {
  const parsed = outline(text);
  if ('error' in parsed) {
    throw new Problem('invalid-state', { code: 'json-syntax', detail: parsed.error });
  }
  const { claim: _claim, ...state } = parsed.value;
  const isOther = state.id !== undefined && state.id !== id;
  if (isOther) throw new Problem('id-mismatch', { pointer: '/id' });
  const claim = memberText(text, parsed, 'claim');
  return { text: withoutMember(text, parsed, 'claim'), state, claim };
}

/**
 * Has the core check a state and what its sender claims about it; refuses what it disagrees with.
 * @param {import('../pricing/pool.mjs').Pricing} pricing
 * @param {{text: string, claim: string | undefined}} incoming
 */
export async function verifyState(pricing, { text, claim = '{}' }) {
  if (!claim.startsWith('{')) {
    const detail = 'The claim is not an object.';
    throw new Problem('invalid-state', { detail, pointer: '/claim' });
  }
  const reply = await pricing.verify(text, claim);
  const { error, ok, reason, pointer, expected, supported } = reply;
  if (error) throw invalidState(error);
  if (ok) return;
  if (reason === 'rules-unknown') throw new Problem('unknown-rules', { supported, pointer });
  throw new Problem('totals-mismatch', { reason, rules: expected?.rules, expected, pointer });
}

/** A refusal by the core as a problem. */
export function invalidState(error) {
  const { code, message, path = '', line, column } = error;
  const pointer = path.replace(/^\/state/, '');
  return new Problem('invalid-state', { code, detail: message, pointer, line, column });
}
