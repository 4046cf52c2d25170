// PostgreSQL, or anything that speaks its protocol and SQL: many stateless servers may share it.

/**
 * Connects to a database.
 * @param {string} url
 * @param {import('../config.mjs').Limits} limits
 * @param {import('../http/log.mjs').Log} log
 * @returns {Promise<import('./database.mjs').Database>}
 */
export async function openPostgres(url, limits, log) {
  const { default: pg } = await import('pg');
  const pool = new pg.Pool({
    connectionString: url,
    max: limits.DATABASE_CONNECTIONS,
    connectionTimeoutMillis: 5000,
    statement_timeout: limits.STATEMENT_TIMEOUT_MS,
    idle_in_transaction_session_timeout: limits.STATEMENT_TIMEOUT_MS + limits.PRICING_TIMEOUT_MS,
  });
  // A connection that breaks while idle is replaced by the pool; without a listener it would end
  // the process.
  pool.on('error', (error) => log('database-connection-lost', { reason: error.message }));
  return {
    query: async (text, values) => (await pool.query(text, values)).rows,
    transaction: (work) => inTransaction(pool, work),
    close: () => pool.end(),
  };
}

async function inTransaction(pool, work) {
  const client = await pool.connect();
  let broken;
  try {
    await client.query('BEGIN');
    const result = await work(async (text, values) => (await client.query(text, values)).rows);
    await client.query('COMMIT');
    return result;
  } catch (error) {
    await client.query('ROLLBACK').catch((failure) => (broken = failure));
    throw error;
  } finally {
    client.release(broken);
  }
}
