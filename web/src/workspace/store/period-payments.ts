/**
 * A period's invoice and the subscription it was made from: how its payment went is recorded there
 * too, so that the subscription knows what was paid, what failed, what is under way and what was
 * given back.
 */
import type { JsonObject, Totals } from '../../../../schema/contract.ts';
import { isRefusal } from '../../engine/refusal.ts';
import type { DocumentSession, EngineClient } from '../../engine/client.ts';
import { record, records, text } from '../../preview/paper-source.ts';
import type { WorkspaceStore } from './workspace-store.ts';

/** What became of an invoice's payment; status '' where nothing was tried, or it was taken back. */
interface Outcome {
  readonly status: '' | 'paid' | 'failed' | 'pending';
  /** What was paid and not given back. */
  readonly amount: string;
  readonly date: string;
}

/** What was received and kept of an invoice, by the core; `total` where no payment tells it. */
function keptOf(client: EngineClient, invoice: DocumentSession, head: JsonObject): string {
  const { balance, summary } = invoice.query({ get: 'summary' }) as Totals;
  if (records(head, 'payments').length === 0) return summary.total ?? '0';
  const less = [balance?.refunded ?? '0', balance?.creditLeft ?? '0'].map((each) => `-${each}`);
  const list = [balance?.paid ?? '0', ...less];
  const reply = client.call('sum', { currency: text(head, 'currency'), lists: [list] });
  return isRefusal(reply) ? '0' : (reply.sums[0] ?? '0');
}

function outcomeOf(client: EngineClient, invoice: DocumentSession, at: string): Outcome {
  const head = invoice.query({ get: 'document' }) as JsonObject;
  const last = records(head, 'payments').at(-1);
  const date = text(last, 'date') || at.slice(0, 10);
  if (text(head, 'status') === 'paid') {
    return { status: 'paid', amount: keptOf(client, invoice, head), date };
  }
  const status = text(last, 'status');
  const open = status === 'failed' || status === 'pending' ? status : '';
  return { status: open, amount: text(last, 'amount'), date };
}

/**
 * Records in its subscription how the payment of a period's invoice went, and takes back what no
 * longer holds: a payment deleted or refunded. Does nothing for other documents, nor to what was
 * recorded without this invoice. The id of the subscription where it changed.
 */
export async function recordPeriodPayment(
  store: WorkspaceStore,
  invoice: DocumentSession | { readonly session: DocumentSession },
  at: string,
): Promise<string | null> {
  const session = 'session' in invoice ? invoice.session : invoice;
  const head = session.query({ get: 'document' }) as JsonObject;
  const origin = record(head['origin']);
  const due = text(origin, 'due');
  const invoiceId = text(head, 'id');
  const fromPeriod = text(head, 'kind') === 'invoice' && text(origin, 'kind') === 'subscription';
  if (!fromPeriod || due === '') return null;
  const open = await store.openDocument(text(origin, 'id'));
  if (!open) return null;
  try {
    const outcome = outcomeOf(store.client, session, at);
    const refused = await store.together([open], () => {
      const reply = takeOver(open.session, { due, invoiceId, outcome, at });
      return reply === null ? NOTHING : isRefusal(reply) ? reply : null;
    });
    return refused ? null : open.id;
  } finally {
    open.session.close();
  }
}

/** Nothing to do is refused too, so that nothing is stored. */
const NOTHING = { error: { message: '' } };

interface News {
  readonly due: string;
  readonly invoiceId: string;
  readonly outcome: Outcome;
  readonly at: string;
}

/** Brings the records of a subscription up to date; null where they are. */
function takeOver(
  session: DocumentSession,
  news: News,
): ReturnType<DocumentSession['apply']> | null {
  const { due, invoiceId, outcome } = news;
  const all = records(session.query({ get: 'document' }) as JsonObject, 'billingRecords');
  const index = all.findLastIndex((entry) => text(entry, 'due') === due);
  const known = all[index];
  const own = text(known, 'invoiceId') === invoiceId;
  if (text(known, 'status') === outcome.status) {
    const kept = text(known, 'amount') === outcome.amount;
    if (!own || kept || outcome.status !== 'paid') return null;
    const path = `/billingRecords/${index}/amount`;
    return session.apply({ op: 'set', path, value: outcome.amount });
  }
  if (outcome.status === '') {
    if (!own || text(known, 'status') !== 'paid') return null;
    const value = all.filter((_, at) => at !== index);
    return session.apply({ op: 'set', path: '/billingRecords', value });
  }
  return session.apply({ op: 'payment', at: news.at, payment: paymentOf(news) });
}

function paymentOf({ due, invoiceId, outcome }: News): JsonObject {
  const status = outcome.status === 'paid' ? 'succeeded' : outcome.status;
  const amount = /^0(\.0+)?$/.test(outcome.amount) ? {} : { amount: outcome.amount };
  return { due, date: outcome.date, status, invoiceId, ...amount };
}
