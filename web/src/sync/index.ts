// The public face of the sync.

export type { Backend, Declaration, Problem, Reply, Revision, SyncDocument } from './backend.js';
export { SyncController, type ControllerOptions } from './controller.js';
export { CouchDbBackend } from './couchdb-backend.js';
export type { Snapshot } from './document-sync.js';
export type { Conflict, DraftStore, Loser, Question } from './draft-store.js';
export { IndexedDbDraftStore } from './draft-store-indexeddb.js';
export { MemoryDraftStore } from './draft-store-memory.js';
export { browserEnvironment, type Environment } from './environment.js';
export { browserFile, downloadFile, FileBackend } from './file-backend.js';
export { HttpBackend, type HttpOptions } from './http-backend.js';
export { IndexedDbBackend } from './indexeddb-backend.js';
export { MemoryBackend } from './memory-backend.js';
export type { Merge, MergeResult } from './merge.js';
export { PostgrestBackend } from './postgrest-backend.js';
export type { MergeNotice } from './reconcile.js';
export { S3Backend, type S3Options } from './s3-backend.js';
export type { Protection, SaveState } from './save-state.js';
export { attachTriggers } from './triggers.js';
