// Finds out whether a backend really refuses a stale write, before anything depends on it.

import type { Backend, SyncDocument } from './backend.ts';
import type { Environment } from './environment.ts';
import type { Protection } from './save-state.ts';
import { stamp } from './revision.ts';

/** Some servers give a weak ETag for about a second after a write. */
const SETTLE_MS = 1500;

export interface Finding {
  protection: Protection;
  level: number | null;
  /** Rules revisions the server can verify; empty when it verifies none. */
  rules: number[];
}

const UNKNOWN: Finding = { protection: 'unknown', level: null, rules: [] };

/**
 * Asks what the server declares; where it says nothing, tries a stale write on a document of its
 * own and takes it away again. `unknown` means: could not be found out now, ask again later.
 */
export async function probe(backend: Backend, environment: Environment): Promise<Finding> {
  // A backend that has no way to write without a condition checks in its own protocol.
  if (!backend.overwrite) return { protection: 'protected', level: null, rules: [] };
  const declared = await backend.declaration?.();
  if (declared) return { protection: 'protected', ...declared };
  const protection = await tryStaleWrite(backend, environment);
  return { ...UNKNOWN, protection };
}

async function tryStaleWrite(backend: Backend, environment: Environment): Promise<Protection> {
  const write = () => environment.newWrite();
  const scratch = stamp(scratchDocument(`crossfoot-probe-${write()}`), null, write(), 'probe');
  if ((await backend.create(scratch)).status !== 'ok') return 'unknown';
  const first = await backend.load(scratch.id);
  if (first.status !== 'ok') return 'unknown';
  const result = first.token
    ? await compare(backend, environment, scratch, first.token)
    : 'verified-only';
  const last = await backend.load(scratch.id);
  if (last.status === 'ok' && last.token) await backend.remove(scratch.id, last.token);
  return result;
}

/** Replaces once with the right token, then once more with the same, now stale. */
async function compare(
  backend: Backend,
  environment: Environment,
  scratch: SyncDocument,
  token: string,
): Promise<Protection> {
  let used = token;
  let reply = await backend.replace(next(scratch, environment), used);
  if (reply.status === 'conflict') {
    await new Promise<void>((resolve) => environment.after(SETTLE_MS, resolve));
    const settled = await backend.load(scratch.id);
    if (settled.status !== 'ok' || !settled.token) return 'unknown';
    used = backend.relax?.(settled.token) ?? settled.token;
    reply = await backend.replace(next(scratch, environment), used);
  }
  // Refused twice: it checks something; what, the real documents will show.
  if (reply.status !== 'ok') return 'unknown';
  const stale = await backend.replace(next(scratch, environment), used);
  if (stale.status === 'conflict') return 'protected';
  return stale.status === 'ok' ? 'verified-only' : 'unknown';
}

function next(scratch: SyncDocument, environment: Environment): SyncDocument {
  return stamp(scratch, scratch, environment.newWrite(), 'probe');
}

function scratchDocument(id: string): SyncDocument {
  return { version: 1, id, kind: 'quote', currency: 'USD', date: '2000-01-01', lines: [] };
}
