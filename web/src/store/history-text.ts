/**
 * The undo history to be kept and taken back. It holds former states, and in them a host's own
 * numbers: as text, so that no digit of them is rounded.
 */
import { parseJson, writeJson, type Json, type JsonObject } from '../json/lossless-json.ts';

/** What of an engine's session is needed for it. */
interface Session {
  queryText(request: { get: 'historyState' }): string;
  applyText(command: string): unknown;
}

const isRefused = (reply: unknown): boolean =>
  typeof reply === 'object' && reply !== null && 'error' in reply;

/** The history as JSON text; null where nothing is open. */
export function historyText(session: Session): string | null {
  const request = { get: 'historyState' } as const;
  const text = session.queryText(request);
  return text.startsWith('{"error"') ? null : text;
}

/** Takes a history back, as text or as an earlier version kept it; false where it does not fit. */
export function restoreHistory(session: Session, history: unknown): boolean {
  const kept = typeof history === 'string' ? parseJson(history) : (history as Json);
  if (kept === null || typeof kept !== 'object') return false;
  const inner = (kept as JsonObject)['history'] ?? kept;
  const text = `{"op":"restoreHistory","history":${writeJson(inner)}}`;
  return !isRefused(session.applyText(text));
}
