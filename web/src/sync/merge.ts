// The three-way merge is the core's; here is only how the sync sees it.

import type { SyncDocument } from './backend.ts';
import type { Conflict } from './draft-store.ts';
import type { Json } from '../json/lossless-json.ts';
import { writeOf } from './revision.ts';
import { valueAt, withValue } from './state-path.ts';

/** What the core answers. The document holds the base's value where there is a conflict. */
export interface MergeResult {
  merged: SyncDocument;
  /** Only the path is used: which side is mine is known here, not in the core. */
  conflicts: { path: string }[];
  /** What was decided and why, for people. */
  decisions: Json[];
  /** `{base, merged, mine, theirs}`, each with `{dueNow, total}`; null where nobody prices. */
  totals: Json;
  /** Which write is which side of `totals`: the core orders the sides, whoever merges. */
  writes?: { mine: string | null; theirs: string | null };
}

/** What a merge did to the total due now, as decimal text. */
export interface TotalChange {
  /** Of my version. */
  before: string | null;
  after: string | null;
}

export type Merge = (base: SyncDocument, mine: SyncDocument, theirs: SyncDocument) => MergeResult;

/** A merge with my side on screen where the two disagree. */
export interface Merged {
  draft: SyncDocument;
  conflicts: Conflict[];
  decisions: Json[];
  total: TotalChange | null;
}

/** Merges and puts mine back where the core could not decide. */
export function mergeForScreen(
  merge: Merge,
  base: SyncDocument | null,
  mine: SyncDocument,
  theirs: SyncDocument,
): Merged {
  const from = base ?? emptyBase(theirs);
  const result = merge(from, mine, theirs);
  const { merged, conflicts, decisions } = result;
  const found = conflicts.map(({ path }) => ({
    path,
    base: valueAt(from, path),
    mine: valueAt(mine, path),
    theirs: valueAt(theirs, path),
  }));
  const draft = found.reduce((doc, { path, mine: own }) => withValue(doc, path, own, mine), merged);
  return { draft, conflicts: found, decisions, total: totalChange(result, theirs) };
}

function totalChange({ totals, writes }: MergeResult, theirs: SyncDocument): TotalChange | null {
  const sides = totals as Record<string, { dueNow: string | null }> | null;
  if (!sides?.merged) return null;
  const isSwapped = writes !== undefined && writes.mine === writeOf(theirs);
  const mine = isSwapped ? sides.theirs : sides.mine;
  return { before: mine?.dueNow ?? null, after: sides.merged.dueNow };
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
