// Routes, sign-in and limits: turns a request into a reply.

import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';

import { createSignIn } from './access/sign-in.mjs';
import { finalise, takeStep } from './documents/actions.mjs';
import { createLink, priceChoices, readOffer, revokeLinks } from './documents/buyer.mjs';
import {
  deleteDocument,
  listDocuments,
  readDocument,
  writeDocument,
} from './documents/resource.mjs';
import { announcedBytes } from './http/body.mjs';
import { corsHeaders, preflightHeaders } from './http/cors.mjs';
import { Problem, PROBLEMS, retryAfter, TYPE_PREFIX } from './http/problem.mjs';
import { Turns } from './http/turn.mjs';

/**
 * @typedef {object} Services
 * @property {import('./store/store.mjs').Store} store
 * @property {import('./access/tokens.mjs').Tokens} tokens
 * @property {(request: import('node:http').IncomingMessage)
 *   => Promise<import('./access/tokens.mjs').Identity | null>} authenticate
 * @property {import('./pricing/pool.mjs').Documents} documents
 * @property {import('./config.mjs').Config} config
 * @property {import('./http/log.mjs').Log} log
 * @property {{isStopping: boolean}} state
 */

const DESCRIPTION = readFileSync(new URL('./openapi.json', import.meta.url), 'utf8');
const DOCUMENTS = '/documents';
/** Milliseconds between an answer and the end of a connection whose body nobody wants. */
const LINGER_MS = 300;
/** Bytes of an unwanted body that are read, so that the connection can be used again. */
const WORTH_READING = 16 * 1024;
const ID = /^[A-Za-z0-9._-]{16,128}$/;

/** Role → action → handler. What is not listed is forbidden. */
export const HANDLERS = {
  seller: {
    GET: readDocument,
    HEAD: readDocument,
    PUT: writeDocument,
    DELETE: deleteDocument,
    'POST finalise': finalise,
    'POST steps': takeStep,
    'POST choices': priceChoices,
    'POST links': createLink,
    'DELETE links': revokeLinks,
  },
  buyer: { GET: readOffer, HEAD: readOffer, 'POST choices': priceChoices },
};

/** The last parts of the paths above. */
const ACTIONS = new Set(Object.keys(HANDLERS.seller).flatMap((name) => name.split(' ')[1] ?? []));

/**
 * Makes the request handler.
 * @param {Services} services
 */
export function createApp(services) {
  const signIn = createSignIn(services);
  const turns = new Turns(services.config.limits);

  return async function handle(request, response) {
    const start = performance.now();
    const requestId = randomUUID();
    const facts = {};
    let reply;
    try {
      const url = readUrl(request);
      reply = await (open(request, url, services) ??
        route(request, url, { services, signIn, turns }, facts));
    } catch (error) {
      reply = refusal(error, services.log, requestId);
    }
    send(request, response, reply, services, requestId);
    services.log('request', {
      requestId,
      method: request.method,
      path: facts.path ?? 'other',
      status: reply.status,
      problem: reply.problem,
      tenant: facts.tenant,
      milliseconds: Math.round((performance.now() - start) * 10) / 10,
      bytes: reply.body?.length ?? 0,
    });
  };
}

/** What is answered to everybody, whatever else is going on; undefined for anything else. */
function open(request, { pathname, searchParams }, services) {
  if (request.method === 'OPTIONS') return { status: 204, headers: preflightHeaders };
  if (pathname === '/healthz') return { status: 200, body: '{"status":"alive"}' };
  if (pathname === '/readyz') return readiness(services);
  if (pathname === '/openapi.json') return { status: 200, body: DESCRIPTION };
  if (pathname.startsWith(TYPE_PREFIX)) return explain(pathname.slice(TYPE_PREFIX.length));
  const isRoot = pathname === DOCUMENTS || pathname === `${DOCUMENTS}/`;
  return isRoot && !searchParams.has('since') ? declaration(services) : undefined;
}

async function route(request, url, { services, signIn, turns }, facts) {
  if (url.pathname !== DOCUMENTS && !url.pathname.startsWith(`${DOCUMENTS}/`))
    throw new Problem('not-found');
  const [id = '', action, ...more] = url.pathname.slice(DOCUMENTS.length + 1).split('/');
  facts.path = pathInWords(id, action);
  const identity = await signIn(request);
  facts.tenant = identity.tenant;
  return turns.run(request, identity.key, async (body) => {
    if (id === '') {
      if (identity.role !== 'seller') throw new Problem('forbidden');
      return listDocuments({ request, url, identity, services });
    }
    if (!ID.test(id)) throw new Problem('invalid-id');
    if (more.length > 0) throw new Problem('not-found');
    const handler = findHandler(identity, id, request.method, action);
    return handler({ request, url, id, identity, services, body });
  });
}

/** The path for the log, of words the server knows: what a client writes there is its own. */
function pathInWords(id, action) {
  if (id === '') return `${DOCUMENTS}/`;
  if (action === undefined) return `${DOCUMENTS}/{id}`;
  return `${DOCUMENTS}/{id}/${ACTIONS.has(action) ? action : '{other}'}`;
}

function readUrl(request) {
  try {
    return new URL(request.url, 'http://server');
  } catch {
    throw new Problem('bad-request');
  }
}

function findHandler(identity, id, method, action) {
  const name = action === undefined ? method : `${method} ${action}`;
  const handler = HANDLERS[identity.role]?.[name];
  if (identity.role === 'buyer' && identity.document !== id) throw new Problem('not-found');
  if (handler) return handler;
  if (HANDLERS.seller[name]) throw new Problem('forbidden');
  if (action === undefined || HANDLERS.seller[`POST ${action}`]) {
    throw new Problem('method-not-allowed', {}, { Allow: 'GET, HEAD, PUT, DELETE, POST, OPTIONS' });
  }
  throw new Problem('not-found');
}

async function readiness({ store, state }) {
  if (state.isStopping) throw new Problem('unavailable', { detail: 'The server is stopping.' });
  await store.ping();
  return { status: 200, body: '{"status":"ready"}' };
}

function declaration({ documents, config }) {
  const limits = { bodyBytes: config.limits.MAX_BODY_BYTES };
  const body = JSON.stringify({ level: config.level, rules: documents.rules, limits });
  return { status: 200, headers: { 'Cache-Control': 'no-cache' }, body };
}

function explain(name) {
  if (!Object.hasOwn(PROBLEMS, name)) throw new Problem('not-found');
  const [status, title] = PROBLEMS[name];
  return { status: 200, body: JSON.stringify({ type: TYPE_PREFIX + name, status, title }) };
}

function refusal(error, log, requestId) {
  if (error instanceof Problem) return toReply(error);
  const code = String(error.code ?? '');
  const isOutage = /^(08|53|57|25P0)|^E(CONN|PIPE|TIMEDOUT)/.test(code);
  const lost = isOutage || /timeout|terminated|closed|ended/i.test(error.message);
  log('failure', { requestId, reason: error.message, code: error.code, stack: error.stack });
  return toReply(lost ? new Problem('unavailable', {}, retryAfter(2)) : new Problem('internal'));
}

function toReply(problem) {
  return {
    status: problem.status,
    headers: { ...problem.headers, 'Content-Type': 'application/problem+json' },
    body: problem.text(),
    problem: problem.name,
  };
}

function send(request, response, reply, { config, state }, requestId) {
  if (response.destroyed) return;
  const isUnread = hasUnreadBody(request);
  const headers = {
    ...corsHeaders(config.origins, request.headers.origin),
    'X-Content-Type-Options': 'nosniff',
    'X-Request-Id': requestId,
    ...(reply.body === undefined ? {} : { 'Content-Type': 'application/json' }),
    ...reply.headers,
    ...(state.isStopping || isUnread ? { Connection: 'close' } : {}),
  };
  const mayHaveBody = reply.status !== 204 && reply.status !== 304;
  const body = mayHaveBody ? (reply.body ?? '') : '';
  if (mayHaveBody) headers['Content-Length'] = String(Buffer.byteLength(body));
  response.writeHead(reply.status, headers);
  const sent = request.method === 'HEAD' || body === '' ? undefined : body;
  if (!isUnread) {
    response.end(sent);
    return;
  }
  // The answer goes out at once, the connection is cut a moment later: cut at once, a client that
  // is still sending would not see the answer. What it sends meanwhile is not read.
  if (sent === undefined) response.flushHeaders();
  else response.write(sent);
  setTimeout(() => response.end(), LINGER_MS);
}

/** Whether more of the body is to come than is worth reading for the sake of the connection. */
function hasUnreadBody(request) {
  // Whoever waits for a 100 that never came may send the body, or the next request, in its place.
  if (request.mayContinue) return true;
  if (request.complete) return false;
  return (announcedBytes(request) ?? Infinity) > WORTH_READING;
}
