/** The index entry of a document, read from the core. */
import type { DocumentSession } from '../../engine/client.ts';
import type { Said } from '../../sentences/refusals.ts';
import type {
  Answer,
  JsonObject,
  LifecycleReply,
  Standing,
  TaxTotal,
  TaxesReply,
  Totals,
} from '../../../../schema/contract.ts';
import { isRefusal } from '../../engine/refusal.ts';
import { record, records, text } from '../../preview/paper-source.ts';
import type { DocumentRow, RowFee, RowTax } from './records.ts';

/** The reply of the query `lifecycle`, without the amounts. */
export type Lifecycle = Omit<LifecycleReply, 'summary'>;

/** Why a step is not possible now, as the core says it; null where it is. */
export function saidAgainst(step: Lifecycle['steps'][number]): Said | null {
  const { reason, code, reasonId, values, also } = step;
  if (step.allowed || reason === undefined) return null;
  return {
    message: reason,
    ...(code === undefined ? {} : { code }),
    ...(reasonId === undefined ? {} : { reasonId }),
    ...(values === undefined ? {} : { values }),
    ...(also === undefined ? {} : { also }),
  };
}

/** Which steps a document may take on a day, with the reasons against the others. */
export function lifecycleOf(session: DocumentSession, today: string): Lifecycle {
  const reply = session.query({ get: 'lifecycle', on: today });
  return isRefusal(reply) ? { status: '', shown: '', editable: false, steps: [] } : reply;
}

function taxesOf(head: JsonObject, asked: Totals, taxes: readonly TaxTotal[]): RowTax[] {
  const adjustments = records(head, 'adjustments');
  const byRate = taxes.map(({ id, name, percent, base, amount }) => ({
    name: name || id,
    percent,
    base,
    amount: amount ?? '0',
  }));
  const once = asked.summary.adjustments
    .filter(({ type }) => type === 'tax')
    .map(({ id, amount }) => {
      const own = adjustments.find((each) => text(each, 'id') === id);
      return {
        name: text(own, 'name') || id,
        percent: text(own, 'percent'),
        base: null,
        amount: amount ?? '0',
      };
    });
  return [...byRate, ...once];
}

function feesOf(head: JsonObject): RowFee[] {
  return records(head, 'payments')
    .filter((payment) => text(payment, 'fee') !== '' && text(payment, 'status') === 'succeeded')
    .map((payment) => ({
      date: text(payment, 'date'),
      amount: text(payment, 'fee'),
      method: text(payment, 'method'),
    }));
}

/** What is shown of a subscription's standing; its lines may form several. */
interface ShownStanding {
  readonly next: string;
  readonly amount: string;
  readonly mrr: readonly string[];
  readonly arr: readonly string[];
}

function standingOf(session: DocumentSession, today: string): ShownStanding {
  const reply = session.query({ get: 'subscriptions', on: today });
  const all = isRefusal(reply) ? [] : reply.subscriptions;
  // Of several the one that is paid next.
  const first = all
    .filter(({ next }) => next !== null)
    .toSorted((a, b) => ((a.next ?? '') < (b.next ?? '') ? -1 : 1))[0];
  return {
    next: first?.next ?? '',
    amount: first?.amount ?? '',
    mrr: all.map(({ mrr }) => mrr ?? '0'),
    arr: all.map(({ arr }) => arr ?? '0'),
  };
}

/**
 * Reads the entry of the document that is open in a session. `today` and `now` are the page's.
 * `add` sums amounts in the document's currency; without it the entry of several subscriptions in one
 * document is to be read again.
 */
export function readRow(
  session: DocumentSession,
  today: string,
  now: string,
  add: (currency: string, amounts: readonly string[]) => string = () => '',
): DocumentRow {
  const head = session.query({ get: 'document' }) as JsonObject;
  const asked = session.query({ get: 'summary' }) as Totals;
  const { taxes } = session.query({ get: 'taxes' }) as TaxesReply;
  const standing = session.query({ get: 'standing', on: today }) as Standing;
  const ids = session.query({ get: 'ids' }) as Answer<'ids'>;
  const kind = text(head, 'kind') || 'quote';
  const contact = records(head, 'contacts')[0];
  const company = record(head['company']);
  const billed = kind === 'invoice' || kind === 'creditMemo';
  const subscription = kind === 'subscription' ? standingOf(session, today) : null;
  const dueDate = text(head, 'dueDate') || text(head, 'expiresOn');
  const sum = (amounts: readonly string[]): string =>
    amounts.length === 1 ? (amounts[0] ?? '') : add(text(head, 'currency'), amounts);
  return {
    id: text(head, 'id'),
    kind,
    status: standing.status,
    shown: standing.shown,
    until: standing.until ?? '',
    number: text(head, 'number'),
    title: text(record(head['custom']), 'title'),
    customer: text(company, 'name') || text(contact, 'name'),
    contact: text(contact, 'name'),
    email: text(contact, 'email'),
    owner: text(head, 'owner'),
    poNumber: text(head, 'poNumber'),
    date: text(head, 'date'),
    dueDate: subscription ? subscription.next : dueDate,
    currency: text(head, 'currency'),
    lines: ids.ids.length,
    total:
      (subscription ? subscription.amount : billed ? asked.summary.dueNow : asked.summary.total) ??
      '',
    due: asked.balance?.due ?? asked.summary.dueNow ?? '',
    surplus: (kind === 'invoice' ? asked.balance?.creditLeft : '') ?? '',
    endsOn: subscription ? text(head, 'canceledOn') : '',
    mrr: subscription ? sum(subscription.mrr) : (asked.metrics.mrr ?? ''),
    arr: subscription ? sum(subscription.arr) : (asked.metrics.arr ?? ''),
    origin: text(record(head['origin']), 'id'),
    originDue: text(record(head['origin']), 'due'),
    corrects: records(head['origin'], 'corrects').map((invoice) => ({
      id: text(invoice, 'id'),
      number: text(invoice, 'number'),
    })),
    updatedAt: now,
    asOf: subscription && sum(subscription.mrr) === '' ? '' : today,
    taxes: billed ? taxesOf(head, asked, taxes) : [],
    fees: feesOf(head),
  };
}
