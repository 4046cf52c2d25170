// The tables. The same text runs on the embedded store and on PostgreSQL 12 or later.

/** Statements that make the tables where they are missing; each may run again. */
export const SCHEMA = [
  `CREATE TABLE IF NOT EXISTS crossfoot_format (format integer NOT NULL)`,
  `CREATE TABLE IF NOT EXISTS crossfoot_tenants (
    tenant text PRIMARY KEY,
    -- The number of the last change; its row lock puts a tenant's changes into one order.
    seq bigint NOT NULL DEFAULT 0
  )`,
  `CREATE TABLE IF NOT EXISTS crossfoot_tokens (
    hash text PRIMARY KEY,
    tenant text NOT NULL REFERENCES crossfoot_tenants,
    role text NOT NULL CHECK (role IN ('seller', 'buyer')),
    document text,
    label text NOT NULL DEFAULT '',
    expires_at timestamptz
  )`,
  `CREATE INDEX IF NOT EXISTS crossfoot_tokens_document ON crossfoot_tokens (tenant, document)`,
  `CREATE TABLE IF NOT EXISTS crossfoot_documents (
    tenant text NOT NULL REFERENCES crossfoot_tenants,
    id text NOT NULL,
    seq bigint NOT NULL,
    etag text NOT NULL,
    body text NOT NULL,
    rev text,
    deleted boolean NOT NULL DEFAULT false,
    -- Null where no core was asked yet whether only steps change it.
    finalised boolean,
    kind text NOT NULL DEFAULT '',
    number text,
    PRIMARY KEY (tenant, id)
  )`,
  `CREATE UNIQUE INDEX IF NOT EXISTS crossfoot_documents_order
    ON crossfoot_documents (tenant, seq)`,
  `CREATE UNIQUE INDEX IF NOT EXISTS crossfoot_documents_number
    ON crossfoot_documents (tenant, kind, number) WHERE number IS NOT NULL`,
  `CREATE INDEX IF NOT EXISTS crossfoot_documents_unasked
    ON crossfoot_documents (tenant, id) WHERE finalised IS NULL AND NOT deleted`,
  `CREATE TABLE IF NOT EXISTS crossfoot_counters (
    tenant text NOT NULL REFERENCES crossfoot_tenants,
    kind text NOT NULL,
    prefix text NOT NULL,
    next bigint NOT NULL,
    PRIMARY KEY (tenant, kind, prefix)
  )`,
  `CREATE TABLE IF NOT EXISTS crossfoot_answers (
    tenant text NOT NULL REFERENCES crossfoot_tenants,
    key text NOT NULL,
    fingerprint text NOT NULL,
    status integer NOT NULL,
    etag text,
    body text NOT NULL,
    made_at timestamptz NOT NULL DEFAULT now(),
    PRIMARY KEY (tenant, key)
  )`,
];
