// Steps that change a document by a command of the core, not by a PUT: finalise with a number from
// the server, and what stays possible afterwards (payments, refunds, credits, voiding).

import { parse, stringify } from 'lossless-json';

import { decodeBody, requireJson } from '../http/body.mjs';
import { Problem } from '../http/problem.mjs';
import { writeBody } from '../store/store.mjs';
import { runOnce } from './idempotent.mjs';
import { outline } from './json-text.mjs';
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
  const { prefix } = value;
  if (prefix !== undefined && !isPrefix(prefix)) {
    throw new Problem('bad-request', { detail: 'The prefix has 1 to 8 characters.' });
  }
  return runOnce(call, text, async (step) => {
    const current = requireDocument(step.current);
    if (current.finalised) throw new Problem('finalised');
    const { tenant } = call.identity;
    const { number, keep } = await nextNumber(step.query, tenant, current.kind, prefix);
    const command = { op: 'lifecycle', step: 'finalise', number, ...witness(call) };
    const answer = await applyStep(call, step, command);
    await keep();
    return answer;
  });
}

function isPrefix(value) {
  return typeof value === 'string' && /^[A-Za-z0-9/._-]{1,8}$/.test(value);
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

/** The body of an action on a document of a server that knows prices. */
export async function readAction({ request, body, services }) {
  requireJson(request);
  if (services.config.level !== 3)
    throw new Problem('not-found', { detail: 'This server only stores.' });
  const text = decodeBody(await body());
  return { text, value: parseObject(text) };
}

/** A JSON object whose numbers keep their text; an absent body is an empty one. */
export function parseObject(text) {
  const parsed = outline(text === '' ? '{}' : text);
  if ('error' in parsed) throw new Problem('bad-request', { detail: parsed.error });
  return parse(text === '' ? '{}' : text);
}

function requireDocument(current) {
  if (!current) throw new Problem('not-found');
  return current;
}

/** When and by whom, for the document's own history of events: never the client's word. */
function witness({ identity }) {
  return { at: new Date().toISOString(), by: identity.label || identity.role };
}

async function applyStep({ id, identity, services }, { query, seq, current }, command) {
  const { tenant } = identity;
  const { body, said } = await services.documents.step(tenant, current.body, stringify(command));
  const etag = await writeBody(query, tenant, id, seq, body);
  return { status: 200, etag, body: JSON.stringify({ id, ...said, etag }) };
}
