// Puts the parts together and starts listening. Used by main.mjs and by the tests.

import http from 'node:http';
import path from 'node:path';
import { pathToFileURL } from 'node:url';

import { Tokens } from './access/tokens.mjs';
import { createApp } from './app.mjs';
import { loadCatalogue } from './documents/catalogue.mjs';
import { forgetOldAnswers } from './documents/idempotent.mjs';
import { Problem } from './http/problem.mjs';
import { openPool } from './pricing/pool.mjs';
import { askWhatIsFinal } from './store/format.mjs';
import { openDatabase } from './store/open.mjs';
import { Store } from './store/store.mjs';

const DAY_MS = 24 * 60 * 60 * 1000;

/**
 * Starts a server.
 * @param {import('./config.mjs').Config} config
 * @param {import('./http/log.mjs').Log} log
 * @returns {Promise<{url: string, port: number, tokens: Tokens, stop: () => Promise<void>}>}
 */
export async function startServer(config, log) {
  const database = await openDatabase(config, log);
  const store = new Store(database);
  await store.prepare();
  const tokens = new Tokens(database);
  await bootstrap(tokens, config.bootstrapToken);
  const products = config.catalogueFile ? loadCatalogue(config.catalogueFile) : null;
  const documents = await openPool(config, products, log);
  if (config.level === 3) await askAll(database, documents, log);
  const state = { isStopping: false };
  const handle = createApp({
    store,
    tokens,
    authenticate: await chooseAuthentication(config, tokens),
    documents,
    config,
    log,
    state,
  });
  const server = http.createServer(
    {
      requestTimeout: config.limits.REQUEST_TIMEOUT_MS,
      headersTimeout: Math.min(10_000, config.limits.REQUEST_TIMEOUT_MS),
      keepAliveTimeout: 65_000,
      maxHeaderSize: 16 * 1024,
      // How often the two limits above are looked at.
      connectionsCheckingInterval: 1000,
    },
    handle,
  );
  // Whoever asks first is told to send a body only when somebody wants it.
  server.on('checkContinue', (request, response) => {
    request.mayContinue = () => {
      request.mayContinue = undefined;
      response.writeContinue();
    };
    handle(request, response);
  });
  await listen(server, config);
  const forget = () => forgetOldAnswers(database, config.limits.ANSWER_DAYS).catch(() => {});
  const daily = setInterval(forget, DAY_MS).unref();
  await forget();
  const { port } = /** @type {import('node:net').AddressInfo} */ (server.address());
  const stop = async () => {
    state.isStopping = true;
    clearInterval(daily);
    await closeServer(server, config.limits.SHUTDOWN_MS);
    await documents.close();
    await database.close();
  };
  return { url: `http://${config.host}:${port}/documents`, port, tokens, stop };
}

/** SY-5.6: what is final stays final whoever stored it: asked before anybody can change it. */
async function askAll(database, documents, log) {
  let unread = 0;
  const standing = async (tenant, body) => {
    try {
      return await documents.standing(tenant, body);
    } catch (error) {
      if (!(error instanceof Problem)) throw error;
      unread++; // beyond the core's time: no step can be taken with it either
      return { finalised: false, number: null };
    }
  };
  const count = await askWhatIsFinal(database, standing);
  if (count > 0) log('documents-brought-up-to-date', { count, unread });
}

/** The host's own sign-in, if there is one, instead of bearer tokens. */
async function chooseAuthentication(config, tokens) {
  if (!config.authModule) return (request) => tokens.authenticate(request);
  const module = await import(pathToFileURL(path.resolve(config.authModule)).href);
  return module.authenticate;
}

async function bootstrap(tokens, text) {
  if (!text) return;
  const at = text.indexOf(':');
  if (at < 1 || text.length - at <= 20) {
    throw new Error('BOOTSTRAP_TOKEN is tenant:token with at least 20 characters of token');
  }
  await tokens.create({ tenant: text.slice(0, at), token: text.slice(at + 1), label: 'bootstrap' });
}

function listen(server, { host, port }) {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, host, resolve);
  });
}

/** Lets open requests finish, then cuts what is left. */
async function closeServer(server, milliseconds) {
  const closed = new Promise((resolve) => server.close(resolve));
  server.closeIdleConnections();
  const timer = setTimeout(() => server.closeAllConnections(), milliseconds);
  await closed;
  clearTimeout(timer);
}
