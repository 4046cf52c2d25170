// What the person is told about the safety of the work, as data; the words are in i18n.

import type { Problem } from './backend.ts';
import type { DraftRecord } from './draft-store.ts';

export type SaveState =
  /** Safe on this device, not sent yet. */
  | { name: 'local' }
  | { name: 'saving' }
  | { name: 'saved' }
  /** The server cannot be reached. */
  | { name: 'offline'; waiting: number }
  | { name: 'retrying'; seconds: number }
  /** Conflicts, or a question. */
  | { name: 'decision' }
  /** The server wants a sign-in or refuses the right; with what it said, if anything. */
  | { name: 'signIn'; problem: Problem }
  /** The server will not take it; the reason may point to a field. */
  | { name: 'rejected'; problem: Problem }
  /** Saved, but this server does not check conditions. */
  | { name: 'unprotected' };

/** What is going on in this tab besides the record. */
export interface Activity {
  isSending: boolean;
  denied: Problem | null;
  isOnline: boolean;
  /** Seconds to the next attempt; null when none is planned. */
  retrySeconds: number | null;
  /** Documents of this device that wait. */
  waiting: number;
  /** What the probe found. */
  protection: Protection;
}

export type Protection = 'protected' | 'verified-only' | 'unknown';

/** The one state to show, the most urgent first. */
export function saveState(record: DraftRecord, isDirty: boolean, now: Activity): SaveState {
  if (record.conflicts.length > 0 || record.question) return { name: 'decision' };
  if (now.denied) return { name: 'signIn', problem: now.denied };
  if (record.rejected) return { name: 'rejected', problem: record.rejected };
  const isWaiting = isDirty || record.doubt || record.action !== null;
  if (isWaiting && !now.isOnline) return { name: 'offline', waiting: Math.max(1, now.waiting) };
  if (now.isSending && isWaiting) return { name: 'saving' };
  if (isWaiting && now.retrySeconds !== null)
    return { name: 'retrying', seconds: now.retrySeconds };
  if (isWaiting) return { name: 'local' };
  const isUnprotected = record.unprotected || now.protection === 'verified-only';
  return { name: isUnprotected ? 'unprotected' : 'saved' };
}
