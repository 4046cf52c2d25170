/** The index entry of a document, read from the core. */
import type { DocumentSession, JsonObject, LifecycleStep } from '../../engine/client.ts';
import type { Said } from '../../sentences/refusals.ts';
import { isRefusal } from '../../engine/replies.ts';
import {
  record,
  records,
  text,
  type StandingReply,
  type TaxTotal,
} from '../../preview/paper-source.ts';
import type { DocumentRow, RowFee, RowTax } from './records.ts';

/** The reply of the query `lifecycle`. */
export interface Lifecycle extends StandingReply {
  readonly editable: boolean;
  readonly steps: readonly (LifecycleStep & {
    readonly irreversible?: boolean;
    readonly cannotBeUndone?: string;
    readonly lastingId?: string;
    readonly code?: string;
    readonly reasonId?: string;
    readonly values?: Said['values'];
    readonly also?: readonly Said[];
  })[];
}

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
  const reply = session.query({ get: 'lifecycle', on: today } as JsonObject);
  return isRefusal(reply)
    ? { status: '', shown: '', editable: false, steps: [] }
    : (reply as Lifecycle);
}

interface Asked {
  readonly summary: {
    readonly dueNow: string | null;
    readonly total: string | null;
    readonly adjustments: readonly { id: string; type: string; amount: string | null }[];
  };
  readonly metrics: { readonly mrr: string | null; readonly arr: string | null };
  readonly balance?: { readonly due: string | null; readonly creditLeft?: string | null };
}

function taxesOf(head: JsonObject, asked: Asked, taxes: readonly TaxTotal[]): RowTax[] {
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

/** How a subscription stands on a day, as the core says; its lines may form several. */
interface SubscriptionStanding {
  readonly next: string;
  readonly amount: string;
  readonly mrr: readonly string[];
  readonly arr: readonly string[];
}

function standingOf(session: DocumentSession, today: string): SubscriptionStanding {
  const reply = session.query({ get: 'subscriptions', on: today });
  const all = isRefusal(reply) ? [] : (reply.subscriptions as unknown as JsonObject[]);
  const list = (member: string): string[] => all.map((each) => text(each, member) || '0');
  // Of several the one that is paid next.
  const first = all
    .filter((each) => text(each, 'next') !== '')
    .toSorted((a, b) => (text(a, 'next') < text(b, 'next') ? -1 : 1))[0];
  return {
    next: text(first, 'next'),
    amount: text(first, 'amount'),
    mrr: list('mrr'),
    arr: list('arr'),
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
  const asked = session.query({ get: 'summary' }) as unknown as Asked;
  const { taxes } = session.query({ get: 'taxes' }) as unknown as { taxes: TaxTotal[] };
  const standing = session.query({ get: 'standing', on: today }) as unknown as StandingReply;
  const ids = session.query({ get: 'ids' }) as { ids: readonly string[] };
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
