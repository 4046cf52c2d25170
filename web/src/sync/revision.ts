// Revisions: who wrote a document, and upon what.

import type { Revision, SyncDocument } from './backend.ts';
import { sameJson } from '../json/lossless-json.ts';

/** Earlier writes that a document names: enough to look back over a busy hour, 0.4 KB. */
const PAST = 20;

/** The document's revision, if it carries a usable one. */
export function revisionOf(doc: SyncDocument | null | undefined): Revision | null {
  const rev = doc?.rev as Revision | undefined;
  return rev && typeof rev === 'object' && typeof rev.write === 'string' ? rev : null;
}

/** The id of the write that made a document. */
export function writeOf(doc: SyncDocument | null | undefined): string | null {
  return revisionOf(doc)?.write ?? null;
}

/** The same document as a new write upon `base`. */
export function stamp(
  doc: SyncDocument,
  base: SyncDocument | null,
  write: string,
  by: string,
): SyncDocument {
  const parent = revisionOf(base);
  const past = parent ? ancestors(parent).slice(1, PAST + 1) : [];
  const n = typeof parent?.n === 'number' ? parent.n + 1 : 1;
  return { ...doc, rev: { n, write, parent: parent?.write ?? null, by, past } };
}

/** The writes of a chain, newest first, beginning with the revision's own. */
export function ancestors(rev: Revision): string[] {
  const past = Array.isArray(rev.past) ? rev.past : [];
  return [rev.write, ...(rev.parent ? [rev.parent] : []), ...past];
}

/**
 * How `remote` relates to a write that this client knows:
 * `same`; `newer`, built upon it; `older`, an ancestor of it; `fork`, neither, so the known write
 * was overwritten; `unknown` when the chain does not reach far enough to tell.
 */
export function relation(
  remote: Revision,
  known: Revision,
): 'same' | 'newer' | 'older' | 'fork' | 'unknown' {
  if (remote.write === known.write) return 'same';
  const remoteChain = ancestors(remote);
  if (remoteChain.includes(known.write)) return 'newer';
  if (ancestors(known).includes(remote.write)) return 'older';
  const distance = remote.n - known.n;
  if (distance <= 0) return remote.past && known.past ? 'fork' : 'unknown';
  return remoteChain.length > distance ? 'fork' : 'unknown';
}

/** Whether two documents are equal apart from their revision. */
export function sameContent(a: SyncDocument | null, b: SyncDocument | null): boolean {
  if (!a || !b) return a === b;
  return sameJson({ ...a, rev: null }, { ...b, rev: null });
}

/** Whether a document can no longer be edited: the digest decides, not a merge. */
export function isFinalised(doc: SyncDocument | null): boolean {
  return !!doc && typeof doc.digest === 'string' && doc.status !== 'draft';
}
