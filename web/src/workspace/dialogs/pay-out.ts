/**
 * Paying a credit memo out. Where the money had come in on an invoice, it goes back as a refund of
 * that payment, with this memo, so that the invoice knows of it and gives nothing a second time.
 */
import { html, nothing } from 'lit';
import type { JsonObject } from '../../../../schema/contract.ts';
import { isRefusal } from '../../engine/refusal.ts';
import { records, text } from '../../preview/paper-source.ts';
import { compareDecimals } from '../decimals.ts';
import { choiceField, dateField, dayDoubt, numberField, textField } from '../form-fields.ts';
import type { DocumentPage } from '../pages/document-page.ts';
import { newId, type DocumentRecord, type DocumentRow } from '../store/records.ts';
import { recordPeriodPayment } from '../store/period-payments.ts';
import { leftOf } from './refund.ts';
import { balanceOf, recordDialog } from './record-dialog.ts';

/** A payment that the memo's money can go back to. */
interface Source {
  readonly row: DocumentRow;
  readonly payment: JsonObject;
  readonly left: string;
}

/** Payments of the invoices that the memo corrects, and after them of others of its subscription. */
async function sourcesOf(page: DocumentPage): Promise<Source[]> {
  const { store } = page.workspace;
  const origin = text(page.head['origin'], 'id');
  const corrected = correctedBy(page);
  const rows = (await store.all<DocumentRow>('rows')).filter(
    (row) => row.kind === 'invoice' && (row.id === origin || row.origin === origin),
  );
  const found: Source[] = [];
  for (const row of origin === '' ? [] : rows) {
    const stored = await store.one<DocumentRecord>('documents', row.id);
    if (!stored) continue;
    const head = JSON.parse(stored.state) as JsonObject;
    for (const payment of records(head, 'payments')) {
      const left = text(payment, 'status') === 'succeeded' ? leftOf(page, payment, head) : '0';
      if (compareDecimals(left, '0') > 0) found.push({ row, payment, left });
    }
  }
  const isCorrected = ({ row }: Source): boolean => corrected.includes(row.id);
  return [...found.filter(isCorrected), ...found.filter((each) => !isCorrected(each))];
}

/** The ids of the invoices that the open credit memo corrects. */
export function correctedBy(page: DocumentPage): string[] {
  return records(page.head['origin'], 'corrects').map((invoice) => text(invoice, 'id'));
}

/** Asks what is sent back, when, and for which payment. */
export async function payOutDialog(page: DocumentPage): Promise<void> {
  const { w, today } = page.workspace;
  const currency = text(page.head, 'currency');
  const left = balanceOf(page);
  const sources = await sourcesOf(page);
  const idOf = ({ payment }: Source): string => text(payment, 'id');
  let source = sources[0];
  const propose = (): string =>
    source && compareDecimals(source.left, left) < 0 ? source.left : left;
  let amount = propose();
  let date = today;
  let reference = '';
  recordDialog(page, {
    title: w('payOut.title'),
    confirm: w('payOut.record'),
    body: () =>
      html`${
          sources.length === 0
            ? nothing
            : choiceField(
                w('refund.payment'),
                source ? idOf(source) : '',
                [
                  ...sources.map(
                    (each) =>
                      [
                        idOf(each),
                        [
                          each.row.number,
                          page.workspace.day(text(each.payment, 'date')),
                          page.workspace.money(each.left, currency),
                        ].join(' · '),
                      ] as const,
                  ),
                  ['', w('payOut.other')] as const,
                ],
                (value) => {
                  source = sources.find((each) => idOf(each) === value);
                  amount = propose();
                  page.workspace.requestUpdate();
                },
                { wide: true },
              )
        }
        ${numberField(page.workspace, w('payment.amount', { currency }), amount, (value) => (amount = value), { name: 'amount', currency })}
        ${dateField(page.workspace, w('property.date'), date, (value) => (date = value), { name: 'date' })}
        ${textField(w('payment.source'), reference, (value) => (reference = value), { name: 'source' })}
        <p class="wide soft">${w('payOut.note')}</p>`,
    act: async () => {
      const doubt = dayDoubt(page.workspace, date);
      if (doubt !== '') return doubt;
      const sent = { amount, date, ...(reference === '' ? {} : { source: reference }) };
      const problem = await (source ? refundThere(page, source, sent) : payDirectly(page, sent));
      if (problem !== null) return problem;
      page.workspace.announce(w('payOut.done'));
      page.workspace.emit('crossfoot-pay-out', { id: page.open.id, ...sent });
      return null;
    },
  });
}

interface Sent {
  readonly amount: string;
  readonly date: string;
  readonly source?: string;
}

async function payDirectly(page: DocumentPage, sent: Sent): Promise<string | null> {
  const payment = { id: newId('pay'), ...sent, status: 'succeeded' };
  const refused = await page.carryOut({
    op: 'payment',
    at: new Date().toISOString(),
    payment,
  });
  return refused ? page.reason(refused.error) : null;
}

/** The refund and its credit there, the payout here; all of it is stored, or nothing. */
async function refundThere(page: DocumentPage, source: Source, sent: Sent): Promise<string | null> {
  const { store, w } = page.workspace;
  const invoice = await store.openDocument(source.row.id);
  if (!invoice) return w('doc.missing');
  try {
    const at = new Date().toISOString();
    const { amount, date, source: reference } = sent;
    const paymentId = text(source.payment, 'id');
    const refund = {
      id: newId('ref'),
      paymentId,
      amount,
      date,
      ...(reference === undefined ? {} : { reason: reference }),
    };
    const creditMemo = { id: page.open.id };
    const refused = await store.together([page.open, invoice], () => {
      const given = invoice.session.apply({ op: 'refund', at, refund, creditMemo });
      if (isRefusal(given)) return given;
      // The money of that refund, not a second time: the record names the invoice it stands in.
      const payment = { id: refund.id, ...sent, status: 'succeeded', invoiceId: invoice.id };
      return page.run({ op: 'payment', at, payment });
    });
    if (refused) return page.reason(refused.error);
    await recordPeriodPayment(store, invoice, at);
    page.adopt();
    await page.readRows();
    return null;
  } finally {
    invoice.session.close();
  }
}
