// Steps that change a document by a command of the core, not by a PUT: finalise with a number from
// the server, and what stays possible afterwards (payments, refunds, credits, voiding).

import { randomBytes } from 'node:crypto';

import { readBody, requireJson } from '../http/body.mjs';
import { Problem } from '../http/problem.mjs';
import { writeBody } from '../store/store.mjs';
import { runOnce } from './idempotent.mjs';
import { toBody } from './incoming.mjs';
import { nextNumber } from './numbering.mjs';

/** Commands a client may have applied to a stored document. */
const STEP_COMMANDS = new Set([
  'lifecycle',
  'payment',
  'removePayment',
  'refund',
  'credit',
  'cancel',
]);

/** Finalises a document under the next free number. */
export async function finalise(call) {
  const { text, value } = await readAction(call);
  const prefix = value.prefix;
  if (prefix !== undefined && !/^[A-Za-z0-9/._-]{1,8}$/.test(prefix)) {
    throw new Problem('bad-request', { detail: 'The prefix has 1 to 8 characters.' });
  }
  return runOnce(call, text, async (step) => {
    const current = requireDocument(step.current);
    if (current.finalised) throw new Problem('finalised');
    const { kind } = JSON.parse(current.body);
    const { number, keep } = await nextNumber(step.query, call.identity.tenant, kind, prefix);
    const command = { op: 'lifecycle', step: 'finalise', number, ...witness(call) };
    const answer = await applyStep(call, step, command);
    await keep();
    return answer;
  });
}

/** Applies one lifecycle command to a document, finalised or not. */
export async function takeStep(call) {
  const { text, value } = await readAction(call);
  const { command } = value;
  const isAllowed = STEP_COMMANDS.has(command?.op) && command.step !== 'finalise';
  if (!isAllowed)
    throw new Problem('bad-request', { detail: 'Not a step that can be taken here.' });
  return runOnce(call, text, async (step) => {
    requireDocument(step.current);
    return applyStep(call, step, { ...command, ...witness(call) });
  });
}

async function readAction({ request, services }) {
  requireJson(request);
  if (!services.pricing) throw new Problem('not-found', { detail: 'This server only stores.' });
  const text = await readBody(request, 64 * 1024);
  return { text, value: parseObject(text) };
}

/** A JSON object; an absent body is an empty one. */
export function parseObject(text) {
  let value;
  try {
    value = JSON.parse(text === '' ? '{}' : text);
  } catch (error) {
    throw new Problem('bad-request', { detail: error.message });
  }
  if (value === null || typeof value !== 'object' || Array.isArray(value)) {
    throw new Problem('bad-request', { detail: 'The body is not an object.' });
  }
  return value;
}

function requireDocument(current) {
  if (!current) throw new Problem('not-found');
  return current;
}

/** When and by whom, for the document's own history of events: never the client's word. */
function witness({ identity }) {
  return { at: new Date().toISOString(), by: identity.label || identity.role };
}

/** The step is a write of the server's, so that clients see that there is something new. */
function nextRevision(body) {
  const { rev } = JSON.parse(body);
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

async function applyStep({ id, identity, services }, { query, seq, current }, command) {
  const reply = await services.pricing.apply(current.body, command, nextRevision(current.body));
  if (reply.error) {
    const { code, message, path } = reply.error;
    throw new Problem('step-refused', { code, detail: message, pointer: path });
  }
  const state = JSON.parse(reply.state);
  const etag = await writeBody(query, identity.tenant, id, seq, toBody(reply.state, state));
  const { kind, status, number, digest } = state;
  return { status: 200, etag, body: JSON.stringify({ id, kind, status, number, digest, etag }) };
}
