// All settings of the server, read once from the environment. docs/server.md has the same table.

/** Bounds that protect the process; each can be set by an environment variable of the same name. */
export const LIMITS = {
  /** Bytes of a request body. */
  MAX_BODY_BYTES: 16 * 1024 * 1024,
  /** Milliseconds a client may take to send a request. */
  REQUEST_TIMEOUT_MS: 30_000,
  /** Milliseconds for each 64 KiB of a body, and for its end. */
  SLOW_BODY_MS: 5_000,
  /** Milliseconds the core may work on one document; then its worker is replaced. */
  PRICING_TIMEOUT_MS: 10_000,
  /** Milliseconds one SQL statement may take (PostgreSQL). */
  STATEMENT_TIMEOUT_MS: 10_000,
  /** Requests in work at once; more are answered 503 with Retry-After. */
  MAX_CONCURRENT: 256,
  /** Of those, requests of one token; more are answered 429. Bodies on their way do not count. */
  MAX_PER_TOKEN: 64,
  /** Bodies of one token on their way at once, and their bytes together. */
  BODIES_PER_TOKEN: 32,
  BODY_BYTES_PER_TOKEN: 64 * 1024 * 1024,
  /** Requests a token may send per second on average, and at once. 0 switches the limit off. */
  RATE_PER_SECOND: 50,
  RATE_BURST: 200,
  /** Failed sign-ins per minute for a token and for an address; a good token is let in anyway. */
  FAILURES_PER_MINUTE: 30,
  /** Items on one page of the list. */
  LIST_PAGE: 200,
  /** Days an answer is kept for the replay of its Idempotency-Key. */
  ANSWER_DAYS: 30,
  /** Milliseconds that open requests get when the server is told to stop. */
  SHUTDOWN_MS: 10_000,
  /** Worker threads that run the core. */
  PRICING_WORKERS: 2,
  /** Connections to PostgreSQL per process. */
  DATABASE_CONNECTIONS: 10,
};

/**
 * @typedef {typeof LIMITS} Limits
 * @typedef {object} Config
 * @property {string} host
 * @property {number} port
 * @property {string | null} databaseUrl a PostgreSQL address; null for the embedded store.
 * @property {string} dataFolder where the embedded store lives.
 * @property {2 | 3} level 3 verifies every document with the core, 2 only stores.
 * @property {string[]} origins allowed for scripts; `*` for all.
 * @property {string[]} trustedProxies whose `X-Forwarded-For` is believed; none by default.
 * @property {string | null} bootstrapToken `tenant:token`, made at the start when missing.
 * @property {string | null} authModule a module whose `authenticate` replaces bearer tokens.
 * @property {string | null} catalogueFile JSON with the prices that products must have.
 * @property {Limits} limits
 */

/**
 * Reads the settings. Throws on a malformed number, so that a typing error stops the start.
 * @param {Record<string, string | undefined>} env
 * @returns {Config}
 */
export function readConfig(env) {
  const limits = { ...LIMITS };
  for (const name of Object.keys(limits)) {
    if (env[name] !== undefined) limits[name] = wholeNumber(name, env[name]);
  }
  return {
    host: env.HOST ?? '127.0.0.1',
    port: wholeNumber('PORT', env.PORT ?? '8787'),
    databaseUrl: env.DATABASE_URL || null,
    dataFolder: env.DATA_FOLDER ?? 'crossfoot-data',
    level: env.LEVEL === '2' ? 2 : 3,
    origins: listOf(env.ALLOWED_ORIGINS ?? '*'),
    trustedProxies: listOf(env.TRUSTED_PROXIES ?? ''),
    bootstrapToken: env.BOOTSTRAP_TOKEN || null,
    authModule: env.AUTH_MODULE || null,
    catalogueFile: env.CATALOGUE_FILE || null,
    limits,
  };
}

function listOf(text) {
  const items = text.split(',').map((one) => one.trim());
  return items.filter((one) => one !== '');
}

function wholeNumber(name, text) {
  const value = Number(text);
  if (!Number.isSafeInteger(value) || value < 0)
    throw new Error(`${name} is not a number: ${text}`);
  return value;
}
