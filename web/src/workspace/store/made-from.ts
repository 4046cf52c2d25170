/** What was made of a document before, and of what it was made itself: told by the entries' origins. */
import type { DocumentRow } from './records.ts';

/** Documents made of this one; copies of it are documents of their own. Voided ones count for nothing. */
export function madeFrom(rows: readonly DocumentRow[], id: string): DocumentRow[] {
  const source = rows.find((row) => row.id === id);
  return rows.filter(
    (row) => row.origin === id && row.kind !== source?.kind && row.status !== 'voided',
  );
}

/**
 * The invoices and credit memos that came of a subscription, over its invoices: what its account and
 * its bills have to know.
 */
export function billsOf(rows: readonly DocumentRow[], id: string): DocumentRow[] {
  const own = madeFrom(rows, id);
  const ids = new Set(own.map((row) => row.id));
  const later = rows.filter(
    (row) => row.kind === 'creditMemo' && ids.has(row.origin) && !ids.has(row.id),
  );
  return [...own, ...later].filter(({ kind }) => kind === 'invoice' || kind === 'creditMemo');
}

/** The document that this one goes back to over all conversions. */
function firstOf(rows: readonly DocumentRow[], id: string): string {
  const byId = new Map(rows.map((row) => [row.id, row]));
  let first = byId.get(id);
  const seen = new Set<string>();
  while (first && first.origin !== '' && !seen.has(first.id)) {
    seen.add(first.id);
    const before = byId.get(first.origin);
    if (!before || before.kind === first.kind) break;
    first = before;
  }
  return first?.id ?? id;
}

/**
 * What came of the same deal or quote before, over any number of conversions: what another document
 * of a kind would ask for once more. The bills of a subscription are its own.
 */
export function relatives(rows: readonly DocumentRow[], id: string): DocumentRow[] {
  const found: DocumentRow[] = [];
  const waiting = [firstOf(rows, id)];
  const seen = new Set(waiting);
  for (let at = waiting.shift(); at !== undefined; at = waiting.shift()) {
    if (rows.find(({ id }) => id === at)?.kind === 'subscription') continue;
    for (const row of madeFrom(rows, at)) {
      if (seen.has(row.id)) continue;
      seen.add(row.id);
      found.push(row);
      waiting.push(row.id);
    }
  }
  return found.filter((row) => row.id !== id);
}
