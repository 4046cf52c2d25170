// The public face of the sync.

export type { Backend, Declaration, Problem, Reply, Revision, SyncDocument } from './backend.ts';
export { SyncController, type ControllerOptions } from './controller.ts';
export { CouchDbBackend } from './couchdb-backend.ts';
export type { Snapshot } from './document-sync.ts';
export type { Conflict, DraftStore, Loser, Question } from './draft-store.ts';
export { IndexedDbDraftStore } from './draft-store-indexeddb.ts';
export { MemoryDraftStore } from './draft-store-memory.ts';
export { browserEnvironment, type Environment } from './environment.ts';
export { browserFile, downloadFile, FileBackend } from './file-backend.ts';
export { HttpBackend, type HttpOptions } from './http-backend.ts';
export { IndexedDbBackend } from './indexeddb-backend.ts';
export { MemoryBackend } from './memory-backend.ts';
export type { Merge, MergeResult } from './merge.ts';
export { PostgrestBackend } from './postgrest-backend.ts';
export type { MergeNotice } from './reconcile.ts';
export { S3Backend, type S3Options } from './s3-backend.ts';
export type { Protection, SaveState } from './save-state.ts';
export { attachTriggers } from './triggers.ts';
