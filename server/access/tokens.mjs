// Who may do what: bearer tokens, known to the database only by their hash.

import { createHash, randomBytes } from 'node:crypto';

/**
 * @typedef {object} Identity
 * @property {string} tenant
 * @property {'seller' | 'buyer'} role a buyer sees one document and may post choices for it.
 * @property {string | null} document the only document of a buyer.
 * @property {string} label who it is, for the document's history.
 * @property {string} key what the rate limit counts by.
 */

/** A token has 256 random bits, so one fast hash is enough to keep it secret at rest. */
export function hashToken(token) {
  return createHash('sha256').update(token).digest('hex');
}

/** The bearer token that a request brings, if any. */
export function bearerOf(request) {
  return /^Bearer\s+(\S+)$/i.exec(request.headers.authorization ?? '')?.[1];
}

const INSERT = `INSERT INTO crossfoot_tokens (hash, tenant, role, document, label, expires_at)
  VALUES ($1, $2, $3, $4, $5, $6) ON CONFLICT DO NOTHING`;

function makeToken(role) {
  return `cf_${role}_${randomBytes(32).toString('base64url')}`;
}

/** Tokens in the database. */
export class Tokens {
  /** @param {import('../store/database.mjs').Database} database */
  constructor(database) {
    this.database = database;
  }

  /**
   * Makes a token. It is answered once and cannot be read again.
   * @param {object} options
   * @param {string} options.tenant made when it does not exist.
   * @param {'seller' | 'buyer'} [options.role]
   * @param {string | null} [options.document]
   * @param {string} [options.label]
   * @param {string | null} [options.expiresAt] ISO 8601
   * @param {string} [options.token] a given one instead of a random one.
   */
  async create({ tenant, role = 'seller', document = null, label = '', expiresAt = null, token }) {
    const made = token ?? makeToken(role);
    await this.database.query(
      'INSERT INTO crossfoot_tenants (tenant) VALUES ($1) ON CONFLICT DO NOTHING',
      [tenant],
    );
    await this.database.query(INSERT, [hashToken(made), tenant, role, document, label, expiresAt]);
    return made;
  }

  /**
   * Makes a token that opens one document to a buyer; null where there is no such document.
   * @param {import('../store/store.mjs').Store} store
   * @param {{tenant: string, document: string, label: string, expiresAt: string | null}} options
   */
  async createLink(store, { tenant, document, label, expiresAt }) {
    const made = makeToken('buyer');
    // The tenant's row is locked as for a change, so that no link outlives a deletion beside it.
    return store.transaction(tenant, async (query) => {
      await query('SELECT 1 FROM crossfoot_tenants WHERE tenant = $1 FOR UPDATE', [tenant]);
      const found = await query(
        `SELECT 1 FROM crossfoot_documents WHERE tenant = $1 AND id = $2 AND NOT deleted`,
        [tenant, document],
      );
      if (found.length === 0) return null;
      await query(INSERT, [hashToken(made), tenant, 'buyer', document, label, expiresAt]);
      return made;
    });
  }

  /** Ends all buyers' tokens of a document. */
  async revokeLinks(tenant, document) {
    await this.database.query(
      `DELETE FROM crossfoot_tokens WHERE tenant = $1 AND document = $2 AND role = 'buyer'`,
      [tenant, document],
    );
  }

  /** Ends one token. */
  async revoke(token) {
    await this.database.query('DELETE FROM crossfoot_tokens WHERE hash = $1', [hashToken(token)]);
  }

  /**
   * The default `authenticate` hook: reads `Authorization: Bearer …`.
   * @param {import('node:http').IncomingMessage} request
   * @returns {Promise<Identity | null>}
   */
  async authenticate(request) {
    const token = bearerOf(request);
    if (!token) return null;
    const hash = hashToken(token);
    const [row] = await this.database.query(
      `SELECT tenant, role, document, label FROM crossfoot_tokens
        WHERE hash = $1 AND (expires_at IS NULL OR expires_at > now())`,
      [hash],
    );
    return row ? { ...row, key: hash } : null;
  }
}
