// Routes, sign-in and limits: turns a request into a reply.

import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';

import { RateLimit } from './access/rate-limit.mjs';
import { finalise, takeStep } from './documents/actions.mjs';
import { createLink, priceChoices, readOffer, revokeLinks } from './documents/buyer.mjs';
import {
  deleteDocument,
  listDocuments,
  readDocument,
  writeDocument,
} from './documents/resource.mjs';
import { corsHeaders, preflightHeaders } from './http/cors.mjs';
import { Problem, PROBLEMS, TYPE_PREFIX } from './http/problem.mjs';

/**
 * @typedef {object} Services
 * @property {import('./store/store.mjs').Store} store
 * @property {import('./access/tokens.mjs').Tokens} tokens
 * @property {(request: import('node:http').IncomingMessage)
 *   => Promise<import('./access/tokens.mjs').Identity | null>} authenticate
 * @property {import('./pricing/pool.mjs').Pricing | null} pricing null at level 2.
 * @property {{check(state: any): void} | null} catalogue
 * @property {import('./config.mjs').Config} config
 * @property {import('./http/log.mjs').Log} log
 * @property {{isStopping: boolean}} state
 */

const DESCRIPTION = readFileSync(new URL('./openapi.json', import.meta.url), 'utf8');
const DOCUMENTS = '/documents';
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

/**
 * Makes the request handler.
 * @param {Services} services
 */
export function createApp(services) {
  const { limits } = services.config;
  const rate = new RateLimit(limits.RATE_PER_SECOND, limits.RATE_BURST);
  const failures = new RateLimit(limits.FAILURES_PER_MINUTE / 60, limits.FAILURES_PER_MINUTE);
  let inWork = 0;

  return async function handle(request, response) {
    const start = performance.now();
    const requestId = randomUUID();
    inWork += 1;
    let reply;
    const facts = {};
    try {
      if (inWork > limits.MAX_CONCURRENT) throw busy();
      reply = await route(request, services, { rate, failures }, facts);
    } catch (error) {
      reply = refusal(error, services.log, requestId);
    } finally {
      inWork -= 1;
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

function busy() {
  return new Problem(
    'unavailable',
    { detail: 'Too many requests at once.' },
    { 'Retry-After': '1' },
  );
}

async function route(request, services, limits, facts) {
  const url = readUrl(request);
  const { pathname } = url;
  if (request.method === 'OPTIONS') return { status: 204, headers: preflightHeaders };
  if (pathname === '/healthz') return { status: 200, body: '{"status":"alive"}' };
  if (pathname === '/readyz') return readiness(services);
  if (pathname === '/openapi.json') return { status: 200, body: DESCRIPTION };
  if (pathname.startsWith(TYPE_PREFIX)) return explain(pathname.slice(TYPE_PREFIX.length));
  if (pathname !== DOCUMENTS && !pathname.startsWith(`${DOCUMENTS}/`))
    throw new Problem('not-found');
  const [id = '', action, ...more] = pathname.slice(DOCUMENTS.length + 1).split('/');
  if (id === '' && !url.searchParams.has('since')) return declaration(services);
  facts.path = id === '' ? '/documents/' : `/documents/{id}${action ? `/${action}` : ''}`;
  const identity = await signIn(request, services, limits);
  facts.tenant = identity.tenant;
  if (id === '') {
    if (identity.role !== 'seller') throw new Problem('forbidden');
    return listDocuments({ request, url, identity, services });
  }
  if (!ID.test(id)) throw new Problem('invalid-id');
  if (more.length > 0) throw new Problem('not-found');
  const handler = findHandler(identity, id, request.method, action);
  return handler({ request, url, id, identity, services });
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

async function signIn(request, { authenticate }, { rate, failures }) {
  const address = request.socket.remoteAddress ?? 'unknown';
  if (failures.isEmpty(address)) throw limited(failures.take(address));
  const identity = await authenticate(request);
  if (!identity) {
    failures.take(address);
    throw new Problem('unauthenticated', {}, { 'WWW-Authenticate': 'Bearer' });
  }
  const wait = rate.take(identity.key);
  if (wait > 0) throw limited(wait);
  return identity;
}

function limited(seconds) {
  return new Problem('rate-limited', {}, { 'Retry-After': String(Math.max(1, seconds)) });
}

async function readiness({ store, pricing, config, state }) {
  if (state.isStopping) throw new Problem('unavailable', { detail: 'The server is stopping.' });
  if (config.level === 3 && !pricing) throw new Problem('unavailable', { detail: 'No core.' });
  await store.ping();
  return { status: 200, body: '{"status":"ready"}' };
}

function declaration({ pricing, config }) {
  const body = { level: config.level, rules: pricing?.rules ?? [], limits: config.limits };
  return {
    status: 200,
    headers: { 'Cache-Control': 'no-cache' },
    body: JSON.stringify({ ...body, limits: { bodyBytes: config.limits.MAX_BODY_BYTES } }),
  };
}

function explain(name) {
  if (!Object.hasOwn(PROBLEMS, name)) throw new Problem('not-found');
  const [status, title] = PROBLEMS[name];
  return { status: 200, body: JSON.stringify({ type: TYPE_PREFIX + name, status, title }) };
}

function refusal(error, log, requestId) {
  if (error instanceof Problem) return toReply(error);
  const isOutage = /^(08|53|57|25P0)|^E(CONN|PIPE|TIMEDOUT)/.test(String(error.code ?? ''));
  const lost = isOutage || /timeout|terminated|closed|ended/i.test(error.message);
  log('failure', { requestId, reason: error.message, code: error.code, stack: error.stack });
  return toReply(
    lost ? new Problem('unavailable', {}, { 'Retry-After': '2' }) : new Problem('internal'),
  );
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
  const headers = {
    ...corsHeaders(config.origins, request.headers.origin),
    'X-Content-Type-Options': 'nosniff',
    'X-Request-Id': requestId,
    ...(reply.body === undefined ? {} : { 'Content-Type': 'application/json' }),
    ...reply.headers,
    ...(state.isStopping ? { Connection: 'close' } : {}),
  };
  const hasBody = reply.body !== undefined && reply.status !== 204 && reply.status !== 304;
  if (hasBody) headers['Content-Length'] = String(Buffer.byteLength(reply.body));
  else if (reply.status !== 204 && reply.status !== 304) headers['Content-Length'] = '0';
  response.writeHead(reply.status, headers);
  response.end(hasBody && request.method !== 'HEAD' ? reply.body : undefined);
}
