/** Recording a payment: of an invoice, or the next one of a subscription. */
import { html } from 'lit';
import { isRefusal, type JsonObject } from '../../engine/replies.ts';
import { text } from '../../preview/paper-source.ts';
import { choiceField, numberField, textField } from '../form-fields.ts';
import type { DocumentPage } from '../pages/document-page.ts';
import { newId } from '../store/records.ts';
import type { WorkspaceMessageKey } from '../i18n/words.ts';
import { balanceOf, recordDialog } from './record-dialog.ts';

const METHODS = ['transfer', 'card', 'ach', 'cash', 'other'];

/** Asks amount, day and method; `settle` is a pending payment that has come or failed. */
export function paymentDialog(page: DocumentPage, settle?: JsonObject): void {
  const { w, today, locale } = page.workspace;
  const recurring = page.kind === 'subscription';
  let amount = settle
    ? text(settle, 'amount')
    : recurring
      ? nextPayment(page).amount
      : balanceOf(page);
  let date = today;
  let method = text(settle, 'method') || 'transfer';
  let status = 'succeeded';
  let source = text(settle, 'source');
  let fee = text(settle, 'fee');
  const next = recurring ? nextPayment(page) : null;
  const due = text(settle, 'due') || (next?.due ?? '');
  const currency = text(page.head, 'currency');
  recordDialog(page, {
    title: w('step.payment'),
    confirm: w('payment.record'),
    body: () =>
      html`${numberField(w('payment.amount', { currency }), amount, locale, (value) => (amount = value), { name: 'amount', autofocus: true })}
      ${textField(w('property.date'), date, (value) => (date = value), { type: 'date', name: 'date' })}
      ${choiceField(
        w('payment.status'),
        status,
        (['succeeded', 'pending', 'failed'] as const).map(
          (each) => [each, w(`payment.${each}`)] as const,
        ),
        (value) => (status = value),
      )}
      ${
        recurring
          ? html`<p class="wide soft">${w('payment.forDue', { date: page.workspace.day(due) })}</p>`
          : html`${choiceField(
              w('payment.method'),
              method,
              METHODS.map((each) => [each, w(`method.${each}` as WorkspaceMessageKey)] as const),
              (value) => (method = value),
            )}
            ${textField(w('payment.source'), source, (value) => (source = value))}
            ${numberField(w('payment.fee'), fee, locale, (value) => (fee = value))}`
      }`,
    act: async () => {
      const id = settle ? text(settle, 'id') : newId('pay');
      const payment: JsonObject = recurring
        ? { due, date, status, amount }
        : {
            id,
            amount,
            date,
            method,
            status,
            ...(source === '' ? {} : { source }),
            ...(fee === '' ? {} : { fee }),
          };
      const refused = page.run({ op: 'payment', at: new Date().toISOString(), payment });
      if (refused) return refused.error.message;
      await page.flush();
      page.workspace.announce(w('payment.done'));
      page.workspace.emit('crossfoot-payment', { id: page.open.id, payment });
      return null;
    },
  });
}

/** The first payment of the subscription that was not made. */
function nextPayment(page: DocumentPage): { due: string; amount: string } {
  const reply = page.session.query({ get: 'subscriptions', on: page.workspace.today });
  const first = isRefusal(reply) ? undefined : reply.subscriptions[0];
  const textOr = (value: unknown): string => (typeof value === 'string' ? value : '');
  return { due: textOr(first?.['next']), amount: textOr(first?.['amount']) };
}
