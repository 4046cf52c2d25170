/** Giving money back: with a credit memo by default, so that the invoice stays settled. */
import { html, nothing } from 'lit';
import type { JsonObject, Refusal, Totals } from '../../../../schema/contract.ts';
import { isRefusal } from '../../engine/refusal.ts';
import { records, text } from '../../preview/paper-source.ts';
import { choiceField, numberField, textField, tickField } from '../form-fields.ts';
import type { DocumentPage } from '../pages/document-page.ts';
import { isPlainDecimal } from '../../number/format.ts';
import { compareDecimals } from '../decimals.ts';
import { recordPeriodPayment } from '../store/period-payments.ts';
import { newId, type DocumentRow } from '../store/records.ts';
import { asWritten, callVerbatim, textOf } from '../store/verbatim.ts';
import { creditedBefore } from './credited-before.ts';
import { recordDialog } from './record-dialog.ts';
import { rowLink } from './row-link.ts';

/** Asks which payment, how much and why. */
export function refundDialog(page: DocumentPage): void {
  const { w, today, day, money } = bound(page);
  const currency = text(page.head, 'currency');
  const others = openMemos(page);
  const payments = records(page.head, 'payments').filter(
    (payment) => text(payment, 'status') === 'succeeded',
  );
  const surplus = surplusOf(page);
  // What came too much came last.
  const inOrder = surplus === '' ? payments : payments.toReversed();
  const started =
    inOrder.find((payment) => compareDecimals(leftOf(page, payment), '0') > 0) ?? payments[0];
  let paymentId = text(started, 'id');
  let reason = '';
  // What was paid too much goes back alone: the invoice never asked for it.
  let memo = surplus === '';
  const propose = (): string => {
    const left = leftOf(
      page,
      payments.find((payment) => text(payment, 'id') === paymentId),
    );
    if (!memo) return surplus !== '' && compareDecimals(surplus, left) < 0 ? surplus : left;
    const credit = uncredited(page, others);
    return compareDecimals(credit, left) < 0 ? credit : left;
  };
  let amount = propose();
  // What the invoice asks for again once this is given back without a credit memo.
  const opened = (): string => (memo ? '' : openedBy(page, amount, surplus));
  recordDialog(page, {
    title: w('step.refund'),
    confirm: w('refund.record'),
    body: () =>
      html`${choiceField(
          w('refund.payment'),
          paymentId,
          payments.map(
            (payment) =>
              [
                text(payment, 'id'),
                `${day(text(payment, 'date'))} · ${money(text(payment, 'amount'), currency)}`,
              ] as const,
          ),
          (value) => {
            paymentId = value;
            amount = propose();
            page.workspace.requestUpdate();
          },
          { wide: true },
        )}
        ${numberField(
          page.workspace,
          w('payment.amount', { currency }),
          amount,
          (value) => {
            amount = value;
            page.workspace.requestUpdate();
          },
          { name: 'amount', currency },
        )}
        ${textField(w('refund.reason'), reason, (value) => (reason = value), { name: 'reason' })}
        ${tickField(
          w('refund.withMemo'),
          memo,
          (value) => {
            memo = value;
            amount = propose();
            page.workspace.requestUpdate();
          },
          { wide: true, name: 'memo' },
        )}
        ${
          opened() === ''
            ? surplus === ''
              ? nothing
              : html`<p class="wide soft">
                  ${w('refund.surplus', { amount: money(surplus, currency) })}
                </p>`
            : html`<p class="wide lasting" role="note">
                ${w('refund.opens', { amount: money(opened(), currency) })}
              </p>`
        }
        ${
          others.length === 0
            ? nothing
            : html`<div class="wide lasting" role="note">
                <p>${w('refund.already')}</p>
                <ul>
                  ${others.map((row) => html`<li>${rowLink(page.workspace, row)}</li>`)}
                </ul>
              </div>`
        }
        <p class="wide soft">${w('refund.note')}</p>`,
    act: async () => {
      const left = leftOf(
        page,
        payments.find((payment) => text(payment, 'id') === paymentId),
      );
      if (isPlainDecimal(amount) && compareDecimals(amount, left) > 0) {
        return page.reason({ message: '', reasonId: 'mostOfPayment', values: { amount: left } });
      }
      const refund: JsonObject = {
        id: newId('ref'),
        paymentId,
        amount,
        date: today,
        ...(reason === '' ? {} : { reason }),
      };
      const problem = memo ? await refundWithMemo(page, refund) : await recordAlone(page, refund);
      if (problem !== null) return problem;
      await recordPeriodPayment(page.workspace.store, page.session, new Date().toISOString());
      page.workspace.emit('crossfoot-refund', { id: page.open.id, refund });
      return null;
    },
  });
}

/** By how much a refund is more than was paid too much; '' where it is not. */
function openedBy(page: DocumentPage, amount: string, surplus: string): string {
  const paidTooMuch = surplus === '' ? '0' : surplus;
  if (!isPlainDecimal(amount) || compareDecimals(amount, paidTooMuch) <= 0) return '';
  const reply = page.workspace.client.call('sum', {
    currency: text(page.head, 'currency'),
    lists: [[amount, `-${paidTooMuch}`]],
  });
  return isRefusal(reply) ? '' : (reply.sums[0] ?? '');
}

/** What of a payment of an invoice was not given back yet. */
export function leftOf(
  page: DocumentPage,
  payment: JsonObject | undefined,
  head: JsonObject = page.head,
): string {
  const back = records(head, 'refunds')
    .filter((refund) => text(refund, 'paymentId') === text(payment, 'id'))
    .map((refund) => `-${text(refund, 'amount')}`);
  const reply = page.workspace.client.call('sum', {
    currency: text(head, 'currency'),
    lists: [[text(payment, 'amount'), ...back]],
  });
  return isRefusal(reply) ? '' : (reply.sums[0] ?? '');
}

/** What was paid beyond the invoice, '' for nothing, as the core says. */
export function surplusOf(page: DocumentPage): string {
  const { balance } = page.session.query({ get: 'summary' }) as Totals;
  return page.kind === 'invoice' ? (balance?.creditLeft ?? '') : '';
}

/** Credit memos that give something of this invoice, or of its subscription, back already. */
function openMemos(page: DocumentPage): DocumentRow[] {
  const origin = text(page.head['origin'], 'id');
  const applied = records(page.head, 'credits').map((credit) => text(credit, 'creditMemoId'));
  return page.rows.filter(
    ({ kind, status, origin: from, corrects, id }) =>
      kind === 'creditMemo' &&
      ['draft', 'open'].includes(status) &&
      (corrects.length > 0
        ? corrects.some((invoice) => invoice.id === page.open.id)
        : from === page.open.id || (from !== '' && from === origin)) &&
      !applied.includes(id),
  );
}

/** What no memo gives back yet: the total less earlier credits and the memos that wait. */
function uncredited(page: DocumentPage, waiting: readonly DocumentRow[]): string {
  const { balance, summary } = page.session.query({ get: 'summary' }) as Totals;
  const list = [
    summary.total ?? '0',
    `-${balance?.credited ?? '0'}`,
    ...waiting.map(({ total }) => `-${total || '0'}`),
  ];
  const reply = page.workspace.client.call('sum', {
    currency: text(page.head, 'currency'),
    lists: [list],
  });
  const left = isRefusal(reply) ? '0' : (reply.sums[0] ?? '0');
  return left.startsWith('-') ? '0' : left;
}

async function recordAlone(page: DocumentPage, refund: JsonObject): Promise<string | null> {
  const refused = await page.carryOut({ op: 'refund', at: new Date().toISOString(), refund });
  return refused ? page.reason(refused.error) : null;
}

/** Records a refund on the invoice; what the core refuses it for. */
function record(page: DocumentPage, refund: JsonObject, memoId: string): Refusal | null {
  const at = new Date().toISOString();
  return page.run({ op: 'refund', at, refund, creditMemo: { id: memoId } });
}

/**
 * The memo that goes with a refund carries the same part of each line, fee and tax of the invoice.
 * It is finalised, numbered, applied and stored together with the invoice, or nothing is.
 */
async function refundWithMemo(page: DocumentPage, refund: JsonObject): Promise<string | null> {
  const { store, today, w, client } = page.workspace;
  await page.flush();
  const id = newId('doc');
  const amount = text(refund, 'amount');
  const made = callVerbatim(client, 'convert', {
    state: asWritten(page.session.save()),
    to: 'creditMemo',
    id,
    date: today,
    amount,
    ...(await creditedBefore(page)),
  });
  if (isRefusal(made)) return page.reason(made.error);
  const session = client.session();
  const memo = { id, session, rev: 0, stored: '', capabilities: {}, overwritten: [], untold: [] };
  try {
    const opened = session.open(textOf(made.states[0]));
    if (isRefusal(opened)) return page.reason(opened.error);
    const reason = text(refund, 'reason');
    if (reason !== '') session.apply({ op: 'set', path: '/comments', value: reason });
    const at = new Date().toISOString();
    let given = '';
    const refused = await store.withNextNumber(
      memo,
      'creditMemo',
      (number) => {
        given = number;
        const final = session.apply({ op: 'lifecycle', step: 'finalise', at, number });
        if (isRefusal(final)) return final;
        const credit = { invoiceId: page.open.id, amount, date: today };
        const applied = session.apply({ op: 'credit', at, credit });
        if (isRefusal(applied)) return applied;
        return record(page, refund, id);
      },
      [page.open],
    );
    if (refused) return page.reason(refused.error);
    page.workspace.announce(w('refund.memoMade', { number: given }));
  } finally {
    session.close();
  }
  page.rows = await store.all('rows');
  page.workspace.requestUpdate();
  return null;
}

function bound(page: DocumentPage): {
  w: DocumentPage['workspace']['w'];
  today: string;
  day: (date: string) => string;
  money: (amount: string, currency: string) => string;
} {
  const { workspace } = page;
  return {
    w: workspace.w,
    today: workspace.today,
    day: (date) => workspace.day(date),
    money: (amount, currency) => workspace.money(amount, currency),
  };
}
