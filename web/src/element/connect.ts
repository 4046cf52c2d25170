/** What an element needs to be kept in sync with a store below one address: loaded when asked for. */
export { EditorSync } from './editor-sync.ts';
export { HttpBackend } from '../sync/http-backend.ts';
