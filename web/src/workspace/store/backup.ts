/**
 * A backup: the whole workspace as one JSON text. It is read and checked whole before anything here
 * is replaced; the index is made anew from the documents in it.
 */
import type { DocumentSession } from '../../engine/client.ts';
import { isRefusal } from '../../engine/refusal.ts';
import { STORES, type StoreName } from './database.ts';
import { readRow } from './document-row.ts';
import type { DocumentRecord, DocumentRow } from './records.ts';
import { faultOfEntry } from './shapes.ts';

export type Counters = Readonly<Record<string, string>>;

interface Entry {
  readonly id: string;
  readonly value?: unknown;
}

export interface Backup {
  readonly stores: Readonly<Record<Exclude<StoreName, 'rows'>, readonly Entry[]>> & {
    readonly rows: readonly DocumentRow[];
  };
  /** When it was saved, ISO 8601; '' where it does not say. */
  readonly saved: string;
  readonly counters: Counters;
}

/** Why a file is not restored, and where in it the reason is. */
export interface BackupProblem {
  readonly problem: 'not-json' | 'no-backup' | 'damaged';
  /** The store and the entry in it, by its name where it has one; '' where it is the whole file. */
  readonly store: StoreName | '';
  readonly entry: string;
}

export function writeBackup(stores: Readonly<Record<string, unknown>>, saved: string): string {
  return JSON.stringify({ crossfoot: 'workspace', version: 1, saved, stores });
}

/** Of two sets of counters the higher ones: a number that was given is never given again. */
export function higher(a: Counters, b: Counters): Counters {
  const kinds = [...new Set([...Object.keys(a), ...Object.keys(b)])];
  const digits = (text: string | undefined): bigint =>
    BigInt(/^\d{1,18}$/.test(text ?? '') ? (text ?? '0') : '0');
  return Object.fromEntries(
    kinds.map((kind) => {
      const [one, other] = [digits(a[kind]), digits(b[kind])];
      return [kind, String(one > other ? one : other)];
    }),
  );
}

/** Reads a backup whole. `session` is asked whether each document can be opened. */
export function readBackup(
  text: string,
  session: DocumentSession,
  today: string,
): Backup | BackupProblem {
  let file: { crossfoot?: unknown; version?: unknown; saved?: unknown; stores?: unknown } | null;
  try {
    file = JSON.parse(text) as typeof file;
  } catch {
    return { problem: 'not-json', store: '', entry: '' };
  }
  const given = file?.stores as Record<string, unknown> | undefined;
  const isBackup = file?.crossfoot === 'workspace' && file.version === 1 && given;
  if (!isBackup || !STORES.every((name) => Array.isArray(given[name]))) {
    return { problem: 'no-backup', store: '', entry: '' };
  }
  const stores = given as Record<StoreName, Entry[]>;
  for (const name of STORES) {
    for (const entry of name === 'rows' ? [] : stores[name]) {
      if (faultOfEntry(name, entry) !== null) return damagedAt(name, entry);
    }
  }
  const rows: DocumentRow[] = [];
  for (const entry of stores.documents) {
    const row = rowOf(entry, stores.rows, session, today);
    if (!row) return damagedAt('documents', entry);
    rows.push(row);
  }
  const counters = stores.meta.find(({ id }) => id === 'counters')?.value;
  return {
    stores: { ...stores, rows },
    saved: typeof file?.saved === 'string' ? file.saved : '',
    counters: typeof counters === 'object' && counters !== null ? (counters as Counters) : {},
  };
}

function damagedAt(store: StoreName, entry: unknown): BackupProblem {
  const { name, id } = (entry ?? {}) as { name?: unknown; id?: unknown };
  const called = [name, id].find((each) => typeof each === 'string' && each !== '');
  return { problem: 'damaged', store, entry: (called as string | undefined) ?? '' };
}

/** The index entry of a document; null where the document is damaged. */
function rowOf(
  record: Partial<DocumentRecord>,
  former: readonly Entry[],
  session: DocumentSession,
  today: string,
): DocumentRow | null {
  const { id, state, history, rev, capabilities = {} } = record;
  const isRecord =
    typeof state === 'string' &&
    Number.isSafeInteger(rev) &&
    ['object', 'string'].includes(typeof (history ?? '')) &&
    typeof capabilities === 'object' &&
    capabilities !== null;
  if (!isRecord || isRefusal(session.open(state))) return null;
  const { updatedAt } = (former.find((each) => each?.id === id) ?? {}) as { updatedAt?: unknown };
  const row = readRow(session, today, typeof updatedAt === 'string' ? updatedAt : '');
  return row.id === id ? row : null;
}

/** When a document was changed last, ISO 8601; '' where there is none. */
export function lastChange(rows: readonly DocumentRow[]): string {
  return rows.reduce((last, { updatedAt }) => (updatedAt > last ? updatedAt : last), '');
}

/** The highest number of each kind, as printed. */
export function highestNumbers(rows: readonly DocumentRow[]): string[] {
  const order = new Intl.Collator('en', { numeric: true });
  const byKind = new Map<string, string>();
  for (const { kind, number } of rows) {
    const known = byKind.get(kind) ?? '';
    if (number !== '' && order.compare(number, known) > 0) byKind.set(kind, number);
  }
  return [...byKind.values()].sort(order.compare);
}
