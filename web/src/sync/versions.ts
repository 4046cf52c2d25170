// Two versions of one document that were made at the same time in two tabs: both count, and where
// they changed the same, one of them does. The other stays a version of its own, never thrown away.

import type { Refusal } from '../../../schema/contract.ts';
import { isRefusal } from '../engine/refusal.ts';
import type { SyncDocument } from './backend.ts';
import { parseJson, writeJson, type Json } from '../json/lossless-json.ts';
import { mergeForScreen, type MergeResult } from './merge.ts';
import { withValue } from './state-path.ts';

/** A state as text, and the write that made it: who merges the same two writes gets the same. */
export interface Version {
  readonly state: string;
  readonly write: string;
}

/** One place that both changed, and what does not count there; null for nothing. */
export interface Clash {
  readonly path: string;
  readonly lost: Json;
}

/** What came of two versions, as text. */
export interface Reconciled {
  readonly state: string;
  /** The same with the other side where both changed the same; null where they did not. */
  readonly other: string | null;
  /** Where both changed the same. */
  readonly clashes: readonly Clash[];
}

/** The core's stateless functions, text to text. */
export type CallText = (name: string, argument: string) => string;

/** The version with the name of its write, by which the core orders the two sides. */
function named({ state, write }: Version): SyncDocument {
  return { ...(parseJson(state) as SyncDocument), rev: { n: 1, write, parent: null, by: '' } };
}

/** With the revision that the host gave it, or with none. */
function asHeld(document: SyncDocument, rev: Json | undefined): string {
  const { rev: _, ...rest } = document;
  return writeJson(rev === undefined ? rest : { ...rest, rev });
}

/**
 * Merges two versions that came from `base`; '' for versions that came from nothing. `winner` is the
 * side that counts where both changed the same. Null where the core can merge nothing.
 */
export function reconcile(
  call: CallText,
  base: string,
  mine: Version,
  theirs: Version,
  winner: 'mine' | 'theirs',
): Reconciled | null {
  const [own, other] = [named(mine), named(theirs)];
  const from = base === '' ? null : (parseJson(base) as SyncDocument);
  const reply = (first: SyncDocument, left: SyncDocument, right: SyncDocument): MergeResult => {
    const sides = { base: first, mine: left, theirs: right };
    const text = call('merge', writeJson({ ...sides, unit: 'fact' }));
    const answer = parseJson<MergeResult | Refusal>(text);
    if (isRefusal(answer)) throw new Error(answer.error.message);
    return answer;
  };
  try {
    const { draft, conflicts } = mergeForScreen(reply, from, own, other);
    const withTheirs = conflicts.reduce(
      (document, { path, theirs: value }) => withValue(document, path, value, other),
      draft,
    );
    const rev = (parseJson(mine.state) as SyncDocument).rev;
    const [state, losing] = winner === 'mine' ? [draft, withTheirs] : [withTheirs, draft];
    return {
      state: asHeld(state, rev),
      other: conflicts.length === 0 ? null : asHeld(losing, rev),
      clashes: conflicts.map((each) => ({
        path: each.path,
        lost: winner === 'mine' ? each.theirs : each.mine,
      })),
    };
  } catch {
    return null;
  }
}
