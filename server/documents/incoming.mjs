// Judges a document that a client wants to store. Runs in a worker: a large document takes longer
// to read than other clients should wait.

import { decodeBody } from '../http/body.mjs';
import { Problem } from '../http/problem.mjs';
import { memberText, memberValue, outline, structure, withoutMember } from './json-text.mjs';

/** Characters of a revision; it is listed with each change. */
const REV_LENGTH = 8192;

/** Members of a state that a store looks at. */
const LOOKED_AT = ['id', 'kind', 'status', 'number', 'digest', 'rev'];

/**
 * The members of a state that a store looks at.
 * @param {string} text
 * @param {import('./json-text.mjs').Outline} parsed its outline
 */
export function headOf(text, parsed) {
  const entries = LOOKED_AT.map((name) => [name, memberValue(text, parsed, name)]);
  return Object.fromEntries(entries.filter(([, value]) => value !== undefined));
}

/**
 * What the store keeps of a state.
 * @param {string} text the state without `claim`.
 * @param {any} head what `headOf` gives.
 * @param {boolean | null} finalised whether only steps change it any more, as the core says; null
 *   where there is none.
 * @returns {import('../store/store.mjs').NewBody}
 */
export function toBody(text, head, finalised) {
  const kind = /^[A-Za-z]{1,40}$/.test(head.kind ?? '') ? head.kind : '';
  const number = finalised && typeof head.number === 'string' ? head.number : null;
  const hasRev = head.rev !== null && typeof head.rev === 'object';
  const rev = hasRev ? JSON.stringify(head.rev) : null;
  if (rev !== null && rev.length > REV_LENGTH) {
    throw new Problem('invalid-state', { detail: 'The revision is too long.', pointer: '/rev' });
  }
  return { text, rev, finalised, kind, number };
}

/**
 * Checks the form of a body: an object without duplicate members, its own id if it carries one.
 * @param {string} text
 * @param {string} id from the address
 * @param {boolean} isChecked whether something else checks the rest of its syntax.
 * @returns {{text: string, head: any, claim: string | undefined}} the text is without `claim`,
 *   which stays text, as the core reads numbers from it.
 */
function readState(text, id, isChecked) {
  const parsed = isChecked ? structure(text) : outline(text);
  if ('error' in parsed) throw noJson(parsed.error);
  const head = headOfStranger(text, parsed);
  const isOther = head.id !== undefined && head.id !== id;
  if (isOther) throw new Problem('id-mismatch', { pointer: '/id' });
  const claim = memberText(text, parsed, 'claim');
  return { text: withoutMember(text, parsed, 'claim'), head, claim };
}

function headOfStranger(text, parsed) {
  try {
    return headOf(text, parsed);
  } catch (error) {
    throw noJson(error.message);
  }
}

function noJson(detail) {
  return new Problem('invalid-state', { code: 'json-syntax', detail });
}

/** A number that a store can keep and a person can read. */
const NUMBER = /^[^\p{C}]{1,200}$/u;

/**
 * Judges what a client wants to store.
 * @param {Uint8Array} bytes the body as it came
 * @param {string} id from the address
 * @param {{verify: ((state: string, claim: string) => any) | null,
 *   catalogue: {check(stateText: string): void} | null}} judges what looks at the content; without
 *   `verify` (level 2) documents are only stored, and which are final is not known.
 * @returns {import('../store/store.mjs').NewBody}
 */
export function judge(bytes, id, { verify, catalogue }) {
  const { text, head, claim = '{}' } = readState(decodeBody(bytes), id, verify !== null);
  if (!verify) return toBody(text, head, null);
  if (!isObject(claim)) {
    const detail = 'The claim is not an object.';
    throw new Problem('invalid-state', { detail, pointer: '/claim' });
  }
  const reply = verify(text, allowingErrors(claim));
  requireAgreement(reply);
  catalogue?.check(text);
  requireStanding(reply, head);
  return toBody(text, head, reply.final);
}

function isObject(text) {
  return !('error' in outline(text));
}

/** The claim's text for a draft, which may still hold errors. */
function allowingErrors(claim) {
  const members = claim.slice(claim.indexOf('{') + 1).trimStart();
  return `{"allowErrors":true${members.startsWith('}') ? '' : ','}${members}`;
}

/** Refuses what the core disagrees with. */
function requireAgreement({ error, ok, reason, pointer, expected, supported }) {
  if (error) throw invalidState(error);
  if (ok || reason === 'nothing-claimed') return;
  if (reason === 'unknown-claim') {
    throw new Problem('invalid-state', { detail: 'Nothing of this name is claimed.', pointer });
  }
  if (reason === 'rules-unknown') throw new Problem('unknown-rules', { supported, pointer });
  throw new Problem('totals-mismatch', { reason, rules: expected?.rules, expected, pointer });
}

/**
 * Where a document stands that was stored without a core, or by a server that asked it less. Its
 * proof is left out: one that no longer holds makes a document no draft. What the core cannot open is
 * not final; it came in so.
 * @param {string} text
 * @param {(state: string, claim: string) => any} verify
 * @returns {{finalised: boolean, number: string | null}}
 */
export function standingOf(text, verify) {
  const bare = ['digest', 'total'].reduce(without, text);
  const finalised = verify(bare, '{"allowErrors":true}').final === true;
  const { number } = toBody(text, finalised ? headOf(text, structure(text)) : {}, finalised);
  return { finalised, number };
}

function without(text, name) {
  const parsed = structure(text);
  return 'error' in parsed ? text : withoutMember(text, parsed, name);
}

/** SY-5.6: a final document may come in (a backup, another server), but only with its proof. */
function requireStanding(reply, head) {
  if (!reply.knownStatus) {
    const detail = 'A document of this kind has no such status.';
    throw new Problem('invalid-state', { code: 'unknown-status', detail, pointer: '/status' });
  }
  if (reply.lacksDigest) {
    const detail = 'A document that can no longer be changed has a digest: take the step here.';
    throw new Problem('invalid-state', { detail, pointer: '/digest' });
  }
  if (!reply.final) return;
  const isNumbered = NUMBERED.has(head.kind);
  const { number = null } = head;
  const isRight = number === null ? !isNumbered : NUMBER.test(number);
  if (!isRight) {
    const detail = 'A finalised document has a number of up to 200 characters.';
    throw new Problem('invalid-state', { detail, pointer: '/number' });
  }
}

/** Kinds whose number the books follow. */
const NUMBERED = new Set(['invoice', 'creditMemo']);

/** A refusal by the core as a problem. */
export function invalidState(error) {
  const { code, message, path = '', line, column } = error;
  const pointer = path.replace(/^\/state/, '');
  return new Problem('invalid-state', { code, detail: message, pointer, line, column });
}
