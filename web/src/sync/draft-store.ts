// What this device keeps of every document: the work in hand, the last acknowledged state and all
// that is needed to go on after the tab is killed at any moment.

import type { Problem, SyncDocument } from './backend.ts';
import type { Json, JsonObject } from '../json/lossless-json.ts';

/** A line or field that both sides changed differently. Null stands for "not there". */
export type Conflict = {
  /** JSON Pointer; in lines, adjustments and tax rates the second segment is an id. */
  path: string;
  base: Json;
  mine: Json;
  theirs: Json;
};

/** A version that lost; it can be brought back. */
export type Loser = {
  path: string;
  value: Json;
  side: 'mine' | 'theirs';
  /** Wall time of this device, for people only. */
  at: string;
  /** Who wrote it, as far as known. */
  by: string | null;
};

/** A step waiting for the server, such as finalise while offline. */
export type PendingAction = {
  name: string;
  key: string;
  body: JsonObject;
};

/** What only a person can decide. */
export type Question = 'missing' | 'finalised';

export type DraftRecord = {
  id: string;
  /** Counts changes of `draft`; tells a tab that another one has been at work. */
  draftVersion: number;
  draft: SyncDocument;
  /** The last state known to be on the server; null before the first. */
  base: SyncDocument | null;
  /** The token that belongs to `base`; null when there is none. */
  token: string | null;
  /** Sent, outcome unknown; newest last. */
  sent: SyncDocument[];
  /** True when the server must be read before anything is written. */
  doubt: boolean;
  /** Acknowledged states before `base`, newest last; kept only where servers do not protect. */
  trail: SyncDocument[];
  conflicts: Conflict[];
  /** Who wrote the other side of the conflicts. */
  conflictBy: string | null;
  question: Question | null;
  /** The other side of a question or of conflicts. */
  theirs: SyncDocument | null;
  losers: Loser[];
  rejected: Problem | null;
  action: PendingAction | null;
  /** Refusals in a row although the server's document had not changed. */
  strikes: number;
  /** Set when this server wants its ETag said another way (Backend.relax). */
  relaxes: boolean;
  /** Writes refused both with and without a condition, since the last acknowledged one. */
  refusals: number;
  /** Answers in a row that were older than what we know. */
  staleReads: number;
  /** Set when this server's conditions turned out to be broken for this document. */
  unprotected: boolean;
  /** The person chose to keep this document on this device only. */
  isLocalOnly: boolean;
  /** The undo log of the editor, opaque here. */
  undo: Json;
  /** The `draftVersion` that `undo` ends at; of another draft it is of no use. */
  undoOf: number | null;
};

/** A new record for a document that is not on the server yet, or not read from it. */
export function newRecord(draft: SyncDocument): DraftRecord {
  return {
    id: draft.id,
    draftVersion: 1,
    draft,
    base: null,
    token: null,
    sent: [],
    doubt: true,
    trail: [],
    conflicts: [],
    conflictBy: null,
    question: null,
    theirs: null,
    losers: [],
    rejected: null,
    action: null,
    strikes: 0,
    relaxes: false,
    refusals: 0,
    staleReads: 0,
    unprotected: false,
    isLocalOnly: false,
    undo: null,
    undoOf: null,
  };
}

/** Keeps records. `update` is atomic over all tabs: nobody else writes between read and write. */
export interface DraftStore {
  get(id: string): Promise<DraftRecord | null>;
  /** Changes a record; `change` gets null when there is none and may answer null to keep it so. */
  update(
    id: string,
    change: (record: DraftRecord | null) => DraftRecord | null,
  ): Promise<DraftRecord | null>;
  ids(): Promise<string[]>;
  remove(id: string): Promise<void>;
}
