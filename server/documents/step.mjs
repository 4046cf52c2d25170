// One command of a document's lifecycle, carried out by the core. Runs in a worker.

import { randomBytes } from 'node:crypto';

import { Problem } from '../http/problem.mjs';
import { headOf, toBody } from './incoming.mjs';
import { structure } from './json-text.mjs';

/**
 * Applies a command to a stored document.
 * @param {import('../../wasm/core.mjs').Core} core
 * @param {string} text the stored state
 * @param {string} command as JSON
 * @param {{allowed: boolean}} context `allowed`: only ask whether the step may be taken.
 * @returns {{body: import('../store/store.mjs').NewBody, said: object} | null} the new document and
 *   what is answered about it; null when only asked. A refusal by the core is a Problem.
 */
export function takeStep(core, text, command, { allowed }) {
  const session = core.newSession();
  try {
    require(session.open(text));
    require(session.apply(command));
    if (allowed) return null;
    const rev = JSON.stringify(nextRevision(readHead(text).rev));
    require(session.apply(`{"op":"stamp","rev":${rev}}`));
    const { editable } = require(session.query('{"get":"lifecycle"}'));
    const saved = session.save();
    const head = readHead(saved);
    const { kind, status, number, digest } = head;
    return { body: toBody(saved, head, !editable), said: { kind, status, number, digest } };
  } finally {
    session.close();
  }
}

/** Of a text that the core has read or written. */
function readHead(text) {
  return headOf(text, /** @type {import('./json-text.mjs').Outline} */ (structure(text)));
}

function require(text) {
  const reply = JSON.parse(text);
  if (!reply.error) return reply;
  const { code, message, path } = reply.error;
  throw new Problem('step-refused', { code, detail: message, pointer: path });
}

/** The step is a write of the server's, so that clients see that there is something new. */
function nextRevision(rev) {
  const isChain = typeof rev?.write === 'string' && Number.isSafeInteger(rev.n);
  const past = isChain && Array.isArray(rev.past) ? rev.past : [];
  return {
    n: isChain ? rev.n + 1 : 1,
    write: randomBytes(8).toString('hex'),
    parent: isChain ? rev.write : null,
    by: 'server',
    past: isChain && rev.parent ? [rev.parent, ...past].slice(0, 20) : past,
  };
}
