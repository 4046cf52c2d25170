// Brings a database that an earlier server wrote to this server's format, before anybody is answered.

import { randomBytes } from 'node:crypto';

/** What this server writes. 1: an ETag held a hash of the stored text; only what is billed was final. */
export const FORMAT = 2;

/** Each brings a database from the format before to its own; `$1` is random and kept nowhere. */
const STEPS = {
  2: [
    { text: 'ALTER TABLE crossfoot_documents ALTER COLUMN finalised DROP NOT NULL' },
    { text: 'ALTER TABLE crossfoot_documents ALTER COLUMN finalised DROP DEFAULT' },
    // SY-5.8: whoever knew the other members could try out what a hash was made of.
    {
      text: `UPDATE crossfoot_documents SET etag = concat(split_part(etag, '-', 1), '-', substr(encode(
        sha256(convert_to(concat($1::text, etag, tenant, id), 'UTF8')), 'hex'), 1, 16), '"')`,
      isRandom: true,
    },
    // SY-5.6: quotes, payment links and subscriptions can be final too: the core has not been asked yet.
    { text: 'UPDATE crossfoot_documents SET finalised = NULL WHERE NOT finalised AND NOT deleted' },
  ],
};

/**
 * Takes the steps that a database lacks, inside the transaction that makes its tables.
 * @param {import('./database.mjs').Query} query
 */
export async function bringUpToFormat(query) {
  const [known] = await query('SELECT format FROM crossfoot_format');
  const from = known?.format ?? 1;
  if (from > FORMAT) {
    throw new Error(
      `The database has format ${from}, of a later server; this one knows ${FORMAT}.`,
    );
  }
  for (let format = from + 1; format <= FORMAT; format++) {
    for (const { text, isRandom } of STEPS[format]) {
      await query(text, isRandom ? [randomBytes(32).toString('hex')] : []);
    }
  }
  await query('DELETE FROM crossfoot_format');
  await query('INSERT INTO crossfoot_format (format) VALUES ($1)', [FORMAT]);
}

const UNASKED = `SELECT tenant, id, etag, body FROM crossfoot_documents
  WHERE finalised IS NULL AND NOT deleted ORDER BY tenant, id LIMIT 50`;

// A number that another document of the kind has already stays that one's.
const ANSWERED = `UPDATE crossfoot_documents AS asked SET finalised = $4, number = (
    SELECT $5::text WHERE NOT EXISTS (SELECT 1 FROM crossfoot_documents AS other
      WHERE other.tenant = $1 AND other.kind = asked.kind AND other.number = $5::text))
  WHERE tenant = $1 AND id = $2 AND etag = $3 AND finalised IS NULL`;

/**
 * Asks the core about each document of which nobody knows yet whether it is final: those of an
 * earlier server, and those that were stored without a core (level 2).
 * @param {import('./database.mjs').Database} database
 * @param {(tenant: string, body: string) => Promise<{finalised: boolean, number: string | null}>}
 *   standing
 * @returns {Promise<number>} how many there were.
 */
export async function askWhatIsFinal(database, standing) {
  for (let count = 0; ;) {
    const rows = await database.query(UNASKED);
    if (rows.length === 0) return count;
    for (const { tenant, id, etag, body } of rows) {
      const { finalised, number } = await standing(tenant, body);
      await database.query(ANSWERED, [tenant, id, etag, finalised, number]);
      count++;
    }
  }
}
