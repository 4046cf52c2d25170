// What a buyer is answered: the offer, and the offer with choices. Runs in a worker. Numbers keep
// their text: they never become binary fractions on the way.

import { parse, stringify } from 'lossless-json';

import { stateForBuyer, viewForBuyer, withCodeSaid } from '../../schema/buyer.mjs';
import { Problem } from '../http/problem.mjs';

/**
 * The stored state as its buyer sees it (SY-5.5).
 * @param {string} text
 * @returns {string}
 */
export function offerForBuyer(text) {
  return stringify(stateForBuyer(parse(text)));
}

/**
 * A buyer's choices on the seller's offer, and what is then to pay. The state that the buyer sees
 * is what is priced, so that amounts and digest come from nothing else.
 * @param {import('../../wasm/core.mjs').Core} core
 * @param {string} offer the stored state
 * @param {string} choices as JSON
 * @param {string | undefined} claim what the buyer's page believes, as JSON
 * @returns {{state: string, view: string}}
 */
export function chosenForBuyer(core, offer, choices, claim) {
  const chosen = reply(core.call('choices', `{"state":${offer},"choices":${choices}}`));
  const state = stringify(stateForBuyer(withCodeSaid(chosen.state)));
  if (claim !== undefined) requireClaim(core, state, claim);
  return { state, view: stringify(viewForBuyer(reply(core.price(state, true)))) };
}

function reply(text) {
  const value = parse(text);
  if (!value.error) return value;
  const { code, message, path } = value.error;
  throw new Problem('choice-refused', { code, detail: message, pointer: path });
}

function requireClaim(core, state, claim) {
  const said = JSON.parse(core.call('verify', `{"state":${state},"claim":${claim}}`));
  if (said.ok) return;
  const { error, reason, expected, pointer, supported } = said;
  if (error) throw new Problem('bad-request', { detail: error.message, pointer: error.path });
  if (reason === 'rules-unknown') throw new Problem('unknown-rules', { supported, pointer });
  throw new Problem('totals-mismatch', { reason, rules: expected?.rules, expected, pointer });
}
