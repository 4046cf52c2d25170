// The three-way merge is the core's; here is only how the sync sees it.

import type { SyncDocument } from './backend.ts';
import type { Conflict } from './draft-store.ts';
import type { Json } from './lossless-json.ts';
import { valueAt, withValue } from './state-path.ts';

/** What the core answers. The document holds the base's value where there is a conflict. */
export interface MergeResult {
  merged: SyncDocument;
  /** Only the path is used: which side is mine is known here, not in the core. */
  conflicts: { path: string }[];
  /** What was decided and why, for people. */
  decisions: Json[];
  /** Old and new total. */
  totals: Json;
}

export type Merge = (base: SyncDocument, mine: SyncDocument, theirs: SyncDocument) => MergeResult;

/** A merge with my side on screen where the two disagree. */
export interface Merged {
  draft: SyncDocument;
  conflicts: Conflict[];
  decisions: Json[];
  totals: Json;
}

/** Merges and puts mine back where the core could not decide. */
export function mergeForScreen(
  merge: Merge,
  base: SyncDocument | null,
  mine: SyncDocument,
  theirs: SyncDocument,
): Merged {
  const from = base ?? emptyBase(theirs);
  const { merged, conflicts, decisions, totals } = merge(from, mine, theirs);
  const found = conflicts.map(({ path }) => ({
    path,
    base: valueAt(from, path),
    mine: valueAt(mine, path),
    theirs: valueAt(theirs, path),
  }));
  const draft = found.reduce((doc, { path, mine: own }) => withValue(doc, path, own, mine), merged);
  return { draft, conflicts: found, decisions, totals };
}

/** What a state needs to be one at all. */
const REQUIRED = ['version', 'rules', 'kind', 'currency', 'date'] as const;

/**
 * No common ancestor is known: two devices created the same document, or a server that checks
 * nothing has overwritten more than we remember. Then nothing counts as deleted: all lines of both
 * survive, and what both have differently is a conflict.
 */
function emptyBase(theirs: SyncDocument): SyncDocument {
  const members = REQUIRED.filter((name) => theirs[name] !== undefined);
  const head = Object.fromEntries(members.map((name) => [name, theirs[name]]));
  return { ...head, id: theirs.id, lines: [] };
}
