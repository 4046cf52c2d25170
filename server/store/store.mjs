// Documents of tenants, on any database. Every statement names the tenant, so that no document is
// readable or writable across tenants.

import { randomBytes } from 'node:crypto';

import { holds } from '../http/conditions.mjs';
import { bringUpToFormat } from './format.mjs';
import { InOrder } from './in-order.mjs';
import { SCHEMA } from './schema.mjs';

/**
 * @typedef {object} Stored
 * @property {string} etag strong, and never used twice by a tenant (SY-5.8).
 * @property {string} body the state as it was sent.
 * @property {boolean | null} finalised whether only steps change it any more; null where no core was
 *   asked (level 2).
 * @property {string} kind '' where the state does not say.
 *
 * @typedef {object} NewBody
 * @property {string} text
 * @property {string | null} rev the state's `rev` as JSON, listed with changes.
 * @property {boolean | null} finalised
 * @property {string} kind
 * @property {string | null} number set for finalised documents; one per tenant and kind.
 *
 * @typedef {{status: 'created' | 'replaced' | 'deleted', etag: string}
 *   | {status: 'precondition' | 'missing' | 'finalised' | 'number-taken'}} Outcome
 */

const FIND = `SELECT etag, body, finalised, kind FROM crossfoot_documents
  WHERE tenant = $1 AND id = $2 AND NOT deleted`;

const NEXT_SEQ = `UPDATE crossfoot_tenants SET seq = seq + 1 WHERE tenant = $1 RETURNING seq`;

const WRITE = `INSERT INTO crossfoot_documents
    (tenant, id, seq, etag, body, rev, deleted, finalised, kind, number)
  VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)
  ON CONFLICT (tenant, id) DO UPDATE SET seq = $3, etag = $4, body = $5, rev = $6, deleted = $7,
    finalised = $8, kind = $9, number = $10`;

const LIST = `SELECT seq, id, etag, rev, deleted FROM crossfoot_documents
  WHERE tenant = $1 AND seq > $2 ORDER BY seq LIMIT $3`;

const FORGET_LINKS = `DELETE FROM crossfoot_tokens
  WHERE tenant = $1 AND document = $2 AND role = 'buyer'`;

const UNIQUE_VIOLATION = '23505';

/** Thrown inside a transaction to give everything back and answer with an outcome. */
class Undo extends Error {
  constructor(outcome) {
    super('undo');
    this.outcome = outcome;
  }
}

/** The document store. */
export class Store {
  /** @param {import('./database.mjs').Database} database */
  constructor(database) {
    this.database = database;
    this.inOrder = new InOrder();
  }

  /**
   * One transaction that changes something of a tenant, after those that came before it.
   * @template T
   * @param {string} tenant
   * @param {(query: import('./database.mjs').Query) => Promise<T>} work
   * @returns {Promise<T>}
   */
  transaction(tenant, work) {
    return this.inOrder.run(tenant, () => this.database.transaction(work));
  }

  /**
   * Makes the tables where they are missing, and an older database one of this format. Several servers
   * may start at once.
   */
  async prepare() {
    await this.database.transaction(async (query) => {
      await query('SELECT pg_advisory_xact_lock(7305)');
      for (const statement of SCHEMA) await query(statement);
      await bringUpToFormat(query);
    });
  }

  /** Fails when the database does not answer. */
  async ping() {
    await this.database.query('SELECT 1');
  }

  /** @returns {Promise<Stored | null>} */
  async find(tenant, id) {
    return (await this.database.query(FIND, [tenant, id]))[0] ?? null;
  }

  /**
   * Creates or replaces a document if the condition holds. Check and write are one atomic step.
   * @param {import('../http/conditions.mjs').Condition} condition
   * @param {NewBody} body
   * @returns {Promise<Outcome>}
   */
  put(tenant, id, condition, body) {
    return this.change(tenant, id, async ({ query, seq, current }) => {
      if (current?.finalised) return { status: 'finalised' };
      if (!holds(condition, current)) return { status: 'precondition' };
      const etag = await writeBody(query, tenant, id, seq, body);
      return { status: current ? 'replaced' : 'created', etag };
    });
  }

  /**
   * Deletes a document and its links if the condition holds; its id may be created again. Whether it
   * may be deleted at all was asked before, of the document that the condition names.
   */
  remove(tenant, id, condition) {
    return this.change(tenant, id, async ({ query, seq, current }) => {
      if (!current) return { status: 'missing' };
      if (!holds(condition, current)) return { status: 'precondition' };
      const etag = makeEtag(seq);
      await query(WRITE, [tenant, id, seq, etag, '', null, true, false, '', null]);
      // Whoever was let in to this document was not let in to the next one of its id.
      await query(FORGET_LINKS, [tenant, id]);
      return { status: 'deleted', etag };
    });
  }

  /**
   * Runs one change of a tenant's document in its place in the tenant's order of changes. Only an
   * outcome that carries an ETag is kept; any other leaves no trace.
   * @param {(step: {query: import('./database.mjs').Query, seq: string, current: Stored | null})
   *   => Promise<any>} work
   */
  async change(tenant, id, work) {
    try {
      return await this.transaction(tenant, async (query) => {
        const outcome = await changeWithin(query, tenant, id, work);
        if (outcome.etag === undefined) throw new Undo(outcome);
        return outcome;
      });
    } catch (error) {
      if (error instanceof Undo) return error.outcome;
      if (error.code === UNIQUE_VIOLATION && /_number/.test(String(error.constraint ?? error))) {
        return { status: 'number-taken' };
      }
      throw error;
    }
  }

  /**
   * Changes after a cursor, each document once, oldest first. An empty cursor is the beginning.
   * @returns {Promise<{items: object[], cursor: string}>}
   */
  async list(tenant, cursor, limit) {
    const rows = await this.database.query(LIST, [tenant, cursor || '0', limit]);
    return {
      items: rows.map(({ id, etag, rev, deleted }) =>
        deleted ? { id, deleted } : { id, etag, rev: rev && JSON.parse(rev) },
      ),
      cursor: rows.length > 0 ? String(rows[rows.length - 1].seq) : cursor || '0',
    };
  }
}

/** Locks the tenant's order, reads the document and lets `work` decide, inside a transaction. */
export async function changeWithin(query, tenant, id, work) {
  // The lock comes first: whoever holds it sees everything that earlier holders have committed,
  // and cursors never skip a change that commits late.
  const [row] = await query(NEXT_SEQ, [tenant]);
  const [current = null] = await query(FIND, [tenant, id]);
  return work({ query, seq: String(row.seq), current });
}

/** Writes a body at its place in the order; answers its new ETag. */
export async function writeBody(query, tenant, id, seq, body) {
  const etag = makeEtag(seq);
  const { text, rev, finalised, kind, number } = body;
  await query(WRITE, [tenant, id, seq, etag, text, rev, false, finalised, kind, number]);
  return etag;
}

/** SY-5.8: random, not a hash. A buyer gets it too, and must not be able to try out what is not shown. */
function makeEtag(seq) {
  return `"${BigInt(seq).toString(36)}-${randomBytes(8).toString('hex')}"`;
}
