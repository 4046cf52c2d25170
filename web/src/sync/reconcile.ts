// The table of client rules as functions: what was known + what the server answered → what is
// known now. No timers, no requests, no storage.

import type { Problem, Reply, Revision, SyncDocument } from './backend.ts';
import type { DraftRecord } from './draft-store.ts';
import type { Json } from '../json/lossless-json.ts';
import { mergeForScreen, type Merge, type TotalChange } from './merge.ts';
import { isFinalised, relation, revisionOf, sameContent, writeOf } from './revision.ts';

/** Writes without a known outcome that are remembered. */
const SENT = 4;
/** Acknowledged states remembered on servers that do not protect. */
const TRAIL = 3;
/** Answers older than what we know, after which the server counts as restored from a backup. */
const STALE_READS = 3;
/** Refusals of an unchanged document, after which its conditions count as broken. */
const STRIKES = 2;
/** Refusals of writes both with and without a condition, after which the server is given up. */
const REFUSALS = 3;

/** Said where a server refuses every write, whatever the condition. */
const brokenConditions: Reply = {
  status: 'rejected',
  problem: { type: 'broken-conditions', title: 'The server refuses every write' },
};

/** Something a person should hear about. */
export interface MergeNotice {
  /** Who wrote the other side, as far as known. */
  by: string | null;
  decisions: Json[];
  total: TotalChange | null;
}

export interface Outcome {
  record: DraftRecord;
  /** The draft became another one: the screen must follow. */
  draftChanged?: boolean;
  notice?: MergeNotice;
  /** Wait before the next request, at least this many seconds; null leaves it to the back-off. */
  wait?: number | null;
  /** Give the server a moment before the next write: its ETag may still be weak. */
  settle?: boolean;
  /** Sign-in is needed, or the right is missing: what the server said of it. */
  denied?: Problem;
}

/** Whether the draft has something the server is not known to have. */
export function isDirty(record: DraftRecord): boolean {
  return !sameContent(record.draft, record.base);
}

/** Whether nothing may be sent before a person has decided. */
export function isBlocked(record: DraftRecord): boolean {
  const isWaiting = record.question !== null || record.rejected !== null || record.isLocalOnly;
  return isWaiting || record.conflicts.length > 0;
}

/** Remembers a write before it goes out, so that its echo is known even after a crash. */
export function beforeWrite(record: DraftRecord, doc: SyncDocument): DraftRecord {
  return { ...record, sent: [...record.sent, doc].slice(-SENT), doubt: true };
}

/** After create, replace or overwrite of `doc`. */
export function afterWrite(record: DraftRecord, doc: SyncDocument, reply: Reply): Outcome {
  switch (reply.status) {
    case 'ok':
      // Without a token the document must be read to get it; unprotected writes are verified.
      return reply.token && !record.unprotected
        ? { record: acknowledge(record, doc, reply.token) }
        : { record: { ...record, doubt: true } };
    case 'conflict':
      return record.unprotected && record.base
        ? refusedOverwrite(record, doc)
        : { record: { ...record, doubt: true, strikes: record.strikes + 1 } };
    case 'missing':
      return { record: askMissing(record) };
    case 'denied':
      return { record, denied: reply.problem ?? {} };
    case 'rejected':
      return { record: reject(record, doc, reply) };
    case 'retry':
      return { record: { ...record, doubt: true }, wait: reply.retryAfter ?? null };
  }
}

/** After load. */
export function afterLoad(record: DraftRecord, reply: Reply, merge: Merge): Outcome {
  switch (reply.status) {
    case 'ok':
      return reply.doc
        ? settle(record, reply.doc, reply.token ?? null, merge)
        : { record, wait: null };
    case 'missing':
      return { record: record.base ? askMissing(record) : { ...record, doubt: false, strikes: 0 } };
    case 'denied':
      return { record, denied: reply.problem ?? {} };
    case 'rejected':
      // It will refuse it again: shown with its reason, and asked for again after an edit only.
      return { record: { ...record, doubt: true, rejected: reply.problem ?? {} } };
    default:
      return { record, wait: reply.retryAfter ?? null };
  }
}

/** What an acknowledged write ends. */
const calm = { strikes: 0, staleReads: 0, refusals: 0 };

/** `doc` is on the server under `token`. */
function acknowledge(record: DraftRecord, doc: SyncDocument, token: string | null): DraftRecord {
  const keepsTrail = record.unprotected && record.base && writeOf(record.base) !== writeOf(doc);
  const trail = keepsTrail ? [...record.trail, record.base!].slice(-TRAIL) : record.trail;
  return { ...record, base: doc, token, sent: [], doubt: false, trail, ...calm };
}

/**
 * The server refuses even a write without a condition, so it does check them, and what looked like
 * broken conditions was the network. Back to writing with one, slowly; not for ever.
 */
function refusedOverwrite(record: DraftRecord, doc: SyncDocument): Outcome {
  const refusals = record.refusals + 1;
  if (refusals >= REFUSALS) return { record: reject(record, doc, brokenConditions) };
  const next = { ...record, refusals, unprotected: false, strikes: 0, doubt: true };
  return { record: next, wait: null };
}

function askMissing(record: DraftRecord): DraftRecord {
  return { ...record, question: 'missing', doubt: false, strikes: 0 };
}

function reject(record: DraftRecord, doc: SyncDocument, reply: Reply): DraftRecord {
  const sent = record.sent.filter((one) => writeOf(one) !== writeOf(doc));
  return { ...record, sent, doubt: sent.length > 0, rejected: reply.problem ?? {} };
}

/** The server has `doc`; what does that mean for our writes and our draft? */
function settle(
  record: DraftRecord,
  doc: SyncDocument,
  token: string | null,
  merge: Merge,
): Outcome {
  const ours = record.sent.find((one) => writeOf(one) !== null && writeOf(one) === writeOf(doc));
  if (ours) return { record: acknowledge(record, ours, token) };
  const rev = revisionOf(doc);
  const base = revisionOf(record.base);
  // A writer that does not know revisions may have changed the content and kept the revision.
  const isSame = rev && base && rev.write === base.write && sameContent(doc, record.base);
  if (isSame) return unchanged(record, token);
  if (rev && base && relation(rev, base) === 'older') return older(record, doc, token);
  return adoptOrMerge(record, doc, token, merge);
}

/** Nothing new on the server. If it refused us nevertheless, its conditions do not work. */
function unchanged(record: DraftRecord, token: string | null): Outcome {
  const isBroken = token === null || record.strikes >= STRIKES;
  const next = { ...record, token, doubt: false, staleReads: 0 };
  if (isBroken && !record.unprotected)
    return { record: { ...next, unprotected: true, strikes: 0 } };
  // A weak ETag becomes strong after about a second: worth one wait.
  return { record: next, settle: record.strikes > 0 };
}

/** An answer from a cache, or a server that was set back. Our own work is built upon it. */
function older(record: DraftRecord, doc: SyncDocument, token: string | null): Outcome {
  const staleReads = record.staleReads + 1;
  if (staleReads < STALE_READS)
    return { record: { ...record, staleReads, doubt: true }, wait: null };
  return { record: acknowledge(record, doc, token) };
}

function adoptOrMerge(
  record: DraftRecord,
  doc: SyncDocument,
  token: string | null,
  merge: Merge,
): Outcome {
  const ancestor = commonAncestor(record, doc);
  const isUntouched = ancestor !== null && sameContent(record.draft, ancestor);
  const by = revisionOf(doc)?.by ?? null;
  if (isUntouched || sameContent(record.draft, doc)) {
    const changed = !sameContent(record.draft, doc);
    const next = { ...acknowledge(record, doc, token), draft: doc };
    return { record: changed ? bump(next) : next, draftChanged: changed };
  }
  if (isFinalised(doc) && !isFinalised(ancestor)) {
    const next = acknowledge(record, doc, token);
    return { record: { ...next, question: 'finalised', theirs: doc } };
  }
  const { draft, conflicts, decisions, total } = mergeForScreen(merge, ancestor, record.draft, doc);
  const next = {
    ...acknowledge(record, doc, token),
    draft,
    conflicts,
    theirs: doc,
    conflictBy: by,
  };
  return { record: bump(next), draftChanged: true, notice: { by, decisions, total } };
}

/**
 * The newest state that both our draft and the server's document come from: one of our own writes
 * that was built upon, the base, or, where the base was overwritten, something before it.
 */
function commonAncestor(record: DraftRecord, doc: SyncDocument): SyncDocument | null {
  const rev = revisionOf(doc);
  if (!rev) return record.base;
  const known = [...record.sent].reverse().concat(record.base ?? []);
  const within = (one: SyncDocument) => relates(rev, one, 'newer');
  const found = known.find(within);
  if (found) return found;
  if (!record.base || !relates(rev, record.base, 'fork')) return record.base;
  return [...record.trail].reverse().find(within) ?? null;
}

function relates(rev: Revision, doc: SyncDocument, kind: string): boolean {
  const known = revisionOf(doc);
  return known !== null && relation(rev, known) === kind;
}

/** Marks the draft as changed by somebody else than the editor. */
export function bump(record: DraftRecord): DraftRecord {
  return { ...record, draftVersion: record.draftVersion + 1 };
}
