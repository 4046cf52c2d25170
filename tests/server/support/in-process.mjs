// The server inside the test's process, on an embedded store in a folder of its own.

import { randomBytes } from 'node:crypto';

import { LIMITS, readConfig } from '../../../server/config.mjs';
import { dataFolder } from '../../../server/conformance/servers/crossfoot.mjs';
import { Wire } from '../../../server/conformance/wire.mjs';
import { startServer } from '../../../server/start.mjs';

/**
 * Starts a server for a test.
 * @param {object} [options]
 * @param {Record<string, string>} [options.env] settings
 * @param {Partial<typeof LIMITS>} [options.limits]
 */
export async function startInProcess({ env = {}, limits = {} } = {}) {
  const { folder, remove } = dataFolder();
  const events = [];
  const config = readConfig({ PORT: '0', DATA_FOLDER: folder, LEVEL: '2', ...env });
  Object.assign(config.limits, { RATE_PER_SECOND: 0 }, limits);
  const server = await startServer(config, (event, fields) => events.push({ event, ...fields }));
  const wire = new Wire();
  return {
    ...server,
    events,
    origin: server.url.replace(/\/documents$/, ''),
    /** Signs in as a new token of a tenant. */
    as: async (options) => client(wire, server.url, await server.tokens.create(options)),
    with: (token) => client(wire, server.url, token),
    wire,
    close: async () => {
      wire.close();
      await server.stop();
      remove();
    },
  };
}

/** Requests of one token. */
function client(wire, base, token) {
  const Authorization = `Bearer ${token}`;
  const send = (method, path, body, headers = {}) =>
    wire.send(method, `${base}/${path}`, {
      headers: { Authorization, ...(body === undefined ? {} : json), ...headers },
      body: body === undefined || typeof body === 'string' ? body : JSON.stringify(body),
    });
  return {
    token,
    send,
    get: (id, headers) => send('GET', id, undefined, headers),
    create: (id, document) => send('PUT', id, document, { 'If-None-Match': '*' }),
    replace: (id, document, etag) => send('PUT', id, document, { 'If-Match': etag }),
    remove: (id, etag) => send('DELETE', id, undefined, { 'If-Match': etag }),
    post: (path, body, headers) => send('POST', path, body, headers),
  };
}

const json = { 'Content-Type': 'application/json' };

/** An id nobody can guess. */
export function newId() {
  return `test-${randomBytes(12).toString('hex')}`;
}
