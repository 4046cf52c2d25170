/** Giving money back: with a credit memo by default, so that the invoice stays settled. */
import { html } from 'lit';
import { isRefusal, type JsonObject } from '../../engine/replies.ts';
import { record, records, text } from '../../preview/paper-source.ts';
import { choiceField, numberField, textField, tickField } from '../form-fields.ts';
import type { DocumentPage } from '../pages/document-page.ts';
import { newId } from '../store/records.ts';
import { recordDialog } from './record-dialog.ts';

/** Asks which payment, how much and why. */
export function refundDialog(page: DocumentPage): void {
  const { w, today, locale, day, money } = bound(page);
  const currency = text(page.head, 'currency');
  const payments = records(page.head, 'payments').filter(
    (payment) => text(payment, 'status') === 'succeeded',
  );
  let paymentId = text(payments[0], 'id');
  let amount = text(payments[0], 'amount');
  let reason = '';
  let memo = true;
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
            amount = text(
              payments.find((each) => text(each, 'id') === value),
              'amount',
            );
            page.workspace.requestUpdate();
          },
          { wide: true },
        )}
        ${numberField(w('payment.amount', { currency }), amount, locale, (value) => (amount = value), { name: 'amount' })}
        ${textField(w('refund.reason'), reason, (value) => (reason = value), { name: 'reason' })}
        ${tickField(w('refund.withMemo'), memo, (value) => (memo = value), { wide: true })}
        <p class="wide soft">${w('refund.note')}</p>`,
    act: async () => {
      const creditMemo = memo ? { id: newId('doc') } : null;
      const refund: JsonObject = {
        id: newId('ref'),
        paymentId,
        amount,
        date: today,
        ...(reason === '' ? {} : { reason }),
      };
      const refused = page.run({
        op: 'refund',
        at: new Date().toISOString(),
        refund,
        ...(creditMemo ? { creditMemo } : {}),
      });
      if (refused) return refused.error.message;
      await page.flush();
      page.workspace.emit('crossfoot-refund', { id: page.open.id, refund });
      if (creditMemo) return makeMemo(page, creditMemo.id, amount, reason);
      return null;
    },
  });
}

/** The memo that goes with a refund: finalised, numbered and applied to the invoice at once. */
async function makeMemo(
  page: DocumentPage,
  id: string,
  amount: string,
  reason: string,
): Promise<string | null> {
  const { store, today, w } = page.workspace;
  const head = page.head;
  const number = text(head, 'number');
  const inherited = [
    'currency',
    'language',
    'locale',
    'issuer',
    'contacts',
    'company',
    'billingAddress',
    'owner',
  ];
  const state: JsonObject = {
    version: 1,
    ...Object.fromEntries(
      inherited.flatMap((name) => (head[name] === undefined ? [] : [[name, head[name]]])),
    ),
    id,
    kind: 'creditMemo',
    status: 'draft',
    date: today,
    origin: { kind: 'invoice', id: page.open.id },
    lines: [
      {
        id: 'li_1',
        type: 'item',
        name: w('refund.line', { number }),
        unitPrice: amount,
        ...(reason === '' ? {} : { description: reason }),
      },
    ],
  };
  const row = await store.addDocument(state);
  if (isRefusal(row)) return row.error.message;
  const memo = await store.openDocument(id);
  if (!memo) return w('doc.missing');
  try {
    const at = new Date().toISOString();
    const refused = await store.withNextNumber(memo, 'creditMemo', (given) => {
      const reply = memo.session.apply({ op: 'lifecycle', step: 'finalise', at, number: given });
      return isRefusal(reply) ? reply : null;
    });
    if (refused) return refused.error.message;
    const credit = { invoiceId: page.open.id, amount, date: today };
    const applied = memo.session.apply({ op: 'credit', at, credit });
    if (isRefusal(applied)) return applied.error.message;
    await store.save(memo);
  } finally {
    memo.session.close();
  }
  page.rows = await store.all('rows');
  page.workspace.requestUpdate();
  page.workspace.announce(
    w('refund.memoMade', { number: text(record(page.head['company']), 'name') || number }),
  );
  return null;
}

function bound(page: DocumentPage): {
  w: DocumentPage['workspace']['w'];
  today: string;
  locale: string;
  day: (date: string) => string;
  money: (amount: string, currency: string) => string;
} {
  const { workspace } = page;
  return {
    w: workspace.w,
    today: workspace.today,
    locale: workspace.locale,
    day: (date) => workspace.day(date),
    money: (amount, currency) => workspace.money(amount, currency),
  };
}
