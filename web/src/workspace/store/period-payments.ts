/**
 * A period's invoice and the subscription it was made from: how its payment went is recorded there
 * too, so that the subscription knows what was paid, what failed and what is under way.
 */
import { isRefusal, type DocumentSession, type JsonObject } from '../../engine/client.ts';
import { record, records, text } from '../../preview/paper-source.ts';
import type { WorkspaceStore } from './workspace-store.ts';

/** How the payment of an invoice went last; '' where nothing was tried. */
function outcomeOf(head: JsonObject): string {
  if (text(head, 'status') === 'paid') return 'succeeded';
  const last = records(head, 'payments').at(-1);
  const status = text(last, 'status');
  return status === 'failed' || status === 'pending' ? status : '';
}

const RECORDED: Readonly<Record<string, string>> = { succeeded: 'paid' };

/**
 * Records in its subscription how the payment of a period's invoice went. Does nothing for other
 * documents, and nothing that is recorded already. The id of the subscription where it changed.
 */
export async function recordPeriodPayment(
  store: WorkspaceStore,
  invoice: DocumentSession,
  at: string,
): Promise<string | null> {
  const head = invoice.query({ get: 'document' }) as JsonObject;
  const origin = record(head['origin']);
  const due = text(origin, 'due');
  const status = outcomeOf(head);
  const fromPeriod = text(head, 'kind') === 'invoice' && text(origin, 'kind') === 'subscription';
  if (!fromPeriod || due === '' || status === '') return null;
  const open = await store.openDocument(text(origin, 'id'));
  if (!open) return null;
  try {
    const known = records(open.session.query({ get: 'document' }) as JsonObject, 'billingRecords')
      .filter((entry) => text(entry, 'due') === due)
      .at(-1);
    if (text(known, 'status') === (RECORDED[status] ?? status)) return null;
    const last = records(head, 'payments').at(-1);
    const date = text(last, 'date') || at.slice(0, 10);
    const applied = open.session.apply({ op: 'payment', at, payment: { due, date, status } });
    if (isRefusal(applied)) return null;
    await store.save(open);
    return open.id;
  } finally {
    open.session.close();
  }
}
