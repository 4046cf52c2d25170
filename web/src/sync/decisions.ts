// What a person decides, applied to a record. Nothing that loses is thrown away: it goes to the
// losers, from which it can be brought back.

import type { Conflict, DraftRecord, Loser } from './draft-store.ts';
import { bump } from './reconcile.ts';
import { revisionOf } from './revision.ts';
import type { SyncDocument } from './backend.ts';
import { valueAt, withValue } from './state-path.ts';
import type { Json } from '../json/lossless-json.ts';

/** Losing versions kept per document. */
const LOSERS = 50;

/** Decides one conflict. The value on screen counts as mine, edits made meanwhile included. */
export function resolveConflict(
  record: DraftRecord,
  path: string,
  side: 'mine' | 'theirs',
  at: string,
): DraftRecord {
  const conflict = record.conflicts.find((one) => one.path === path);
  if (!conflict) return record;
  const mine = valueAt(record.draft, path);
  const loser: Loser =
    side === 'mine'
      ? { path, value: conflict.theirs, side: 'theirs', at, by: record.conflictBy }
      : { path, value: mine, side: 'mine', at, by: null };
  const draft =
    side === 'mine'
      ? record.draft
      : withValue(record.draft, path, conflict.theirs, record.theirs ?? record.draft);
  const conflicts = record.conflicts.filter((one) => one !== conflict);
  return bump({ ...keepLoser(record, loser), draft, conflicts, ...cleared(conflicts, record) });
}

/** Brings a losing version back; what it replaces becomes a loser in its place. */
export function restoreLoser(record: DraftRecord, index: number, at: string): DraftRecord {
  const loser = record.losers[index];
  if (!loser) return record;
  const now = valueAt(record.draft, loser.path);
  const like = record.theirs ?? record.draft;
  const draft = withValue(record.draft, loser.path, loser.value, like);
  const losers = record.losers.filter((one) => one !== loser);
  const replaced: Loser = { path: loser.path, value: now, side: 'mine', at, by: null };
  return bump({ ...keepLoser({ ...record, losers }, replaced), draft });
}

/** The document vanished from the server: write it anew, or keep it here only. */
export function decideMissing(record: DraftRecord, choice: 'recreate' | 'keepLocal'): DraftRecord {
  if (record.question !== 'missing') return record;
  const gone = { ...record, question: null, base: null, token: null, sent: [], doubt: false };
  return { ...gone, isLocalOnly: choice === 'keepLocal' };
}

/** Somebody finalised the document: theirs stands, my changes are kept as a losing version. */
export function acceptFinalised(record: DraftRecord, at: string): DraftRecord {
  if (record.question !== 'finalised' || !record.theirs) return record;
  const loser: Loser = { path: '', value: record.draft, side: 'mine', at, by: null };
  const kept = keepLoser(record, loser);
  return bump({ ...kept, question: null, draft: record.theirs, theirs: null });
}

/** Adds the conflicts of a merge between two tabs of this device. */
export function addConflicts(
  record: DraftRecord,
  found: Conflict[],
  other: SyncDocument,
): DraftRecord {
  if (found.length === 0) return record;
  const paths = new Set(found.map((one) => one.path));
  const conflicts = [...record.conflicts.filter((one) => !paths.has(one.path)), ...found];
  return { ...record, conflicts, theirs: other, conflictBy: revisionOf(other)?.by ?? null };
}

/** The conflicts as they stand now: mine is what the draft holds. */
export function currentConflicts(record: DraftRecord): (Conflict & { mine: Json })[] {
  return record.conflicts.map((one) => ({ ...one, mine: valueAt(record.draft, one.path) }));
}

function keepLoser(record: DraftRecord, loser: Loser): DraftRecord {
  return { ...record, losers: [...record.losers, loser].slice(-LOSERS) };
}

function cleared(conflicts: Conflict[], record: DraftRecord): Partial<DraftRecord> {
  return conflicts.length === 0 ? { theirs: null, conflictBy: null } : { theirs: record.theirs };
}
