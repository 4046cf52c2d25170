/** Which invoices ask for the payments of a subscription, and what of it nobody was asked for yet. */
import type { OwedPayment } from '../../../../schema/contract.ts';
import type { DocumentSession } from '../../engine/client.ts';
import { isRefusal } from '../../engine/refusal.ts';
import type { DocumentRow } from './records.ts';

/** Whether a document is an invoice of a period of this subscription that still counts. */
export function asksFor({ kind, origin, status }: DocumentRow, id: string): boolean {
  return kind === 'invoice' && origin === id && status !== 'voided';
}

/** The invoice that asks for the payment due on a day and is not paid yet, also a draft. */
export function unpaidInvoiceOf(
  rows: readonly DocumentRow[],
  id: string,
  due: string,
): DocumentRow | undefined {
  return rows.find((row) => asksFor(row, id) && row.originDue === due && row.status !== 'paid');
}

/** What falls due before the end of a subscription and has neither payment nor invoice, by day. */
export function unbilled(
  session: DocumentSession,
  rows: readonly DocumentRow[],
  id: string,
  today: string,
): OwedPayment[] {
  const reply = session.query({ get: 'subscriptions', on: today });
  const owed = isRefusal(reply) ? [] : reply.subscriptions.flatMap((each) => each.owed ?? []);
  const invoiced = new Set(
    rows.filter((row) => asksFor(row, id)).map(({ originDue }) => originDue),
  );
  return owed
    .filter(({ due }) => !invoiced.has(due))
    .toSorted((a, b) => (a.due < b.due ? -1 : a.due > b.due ? 1 : 0));
}
