// Numbers of finalised documents: one counter per tenant, kind and prefix, no gaps, never twice.

const FIRST_NUMBER = 1001;
const DEFAULT_PREFIX = { invoice: 'INV', quote: 'Q', creditMemo: 'CM' };

const READ = `SELECT next FROM crossfoot_counters WHERE tenant = $1 AND kind = $2 AND prefix = $3`;
const TAKEN = `SELECT 1 FROM crossfoot_documents WHERE tenant = $1 AND kind = $2 AND number = $3`;
const KEEP = `INSERT INTO crossfoot_counters (tenant, kind, prefix, next) VALUES ($1, $2, $3, $4)
  ON CONFLICT (tenant, kind, prefix) DO UPDATE SET next = $4`;

/**
 * The next free number. Runs under the tenant's lock, so nobody else can get the same; nothing
 * moves until `keep` is called, so a refused document uses none up.
 * @param {import('../store/database.mjs').Query} query inside the transaction.
 * @param {string} tenant
 * @param {string} kind of document
 * @param {string} [prefix] up to 8 characters; the kind's default when absent.
 */
export async function nextNumber(query, tenant, kind, prefix = DEFAULT_PREFIX[kind] ?? 'DOC') {
  const [row] = await query(READ, [tenant, kind, prefix]);
  let next = BigInt(row?.next ?? FIRST_NUMBER);
  const name = () => `${prefix}-${next}`;
  // A number may be taken by a document that came in finalised.
  while ((await query(TAKEN, [tenant, kind, name()])).length > 0) next += 1n;
  return {
    number: name(),
    keep: () => query(KEEP, [tenant, kind, prefix, String(next + 1n)]),
  };
}
