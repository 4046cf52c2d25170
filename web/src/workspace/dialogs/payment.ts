/** Recording a payment: of an invoice, or the next one of a subscription. */
import { html, nothing, type TemplateResult } from 'lit';
import { isRefusal, type JsonObject } from '../../engine/replies.ts';
import { text } from '../../preview/paper-source.ts';
import { isPlainDecimal } from '../../number/format.ts';
import { compareDecimals } from '../decimals.ts';
import { choiceField, numberField, textField } from '../form-fields.ts';
import type { DocumentPage } from '../pages/document-page.ts';
import { newId } from '../store/records.ts';
import type { WorkspaceMessageKey } from '../i18n/words.ts';
import { balanceOf, recordDialog } from './record-dialog.ts';
import { rowLink } from './row-link.ts';

const METHODS = ['transfer', 'card', 'ach', 'cash', 'other'];

/** Asks amount, day and method; `settle` is a pending payment that has come or failed. */
export function paymentDialog(page: DocumentPage, settle?: JsonObject): void {
  const { w, today, locale } = page.workspace;
  const recurring = page.kind === 'subscription';
  const owed = recurring ? '' : balanceOf(page);
  let amount = settle ? text(settle, 'amount') : recurring ? nextPayment(page).amount : owed;
  let date = today;
  let method = text(settle, 'method') || 'transfer';
  let status = 'succeeded';
  let source = text(settle, 'source');
  let fee = text(settle, 'fee');
  const next = recurring ? nextPayment(page) : null;
  const due = text(settle, 'due') || (next?.due ?? '');
  const currency = text(page.head, 'currency');
  // Its invoice asks for the same money: what is recorded there is known here, not the other way.
  const invoice = page.rows.find(
    (row) =>
      recurring &&
      row.kind === 'invoice' &&
      row.origin === page.open.id &&
      row.originDue === due &&
      !['draft', 'voided', 'paid'].includes(row.status),
  );
  recordDialog(page, {
    title: w('step.payment'),
    confirm: w('payment.record'),
    blocked: () => invoice !== undefined,
    body: () =>
      html`${
        invoice
          ? html`<div class="wide lasting" role="note">
              <p>${w('payment.onInvoice')}</p>
              <p>${rowLink(page.workspace, invoice)}</p>
            </div>`
          : nothing
      }
      ${tooMuch(page, status, amount, owed)}
      ${numberField(
        w('payment.amount', { currency }),
        amount,
        locale,
        (value) => {
          amount = value;
          page.workspace.requestUpdate();
        },
        { name: 'amount', autofocus: true, currency },
      )}
      ${textField(w('property.date'), date, (value) => (date = value), { type: 'date', name: 'date' })}
      ${choiceField(
        w('payment.status'),
        status,
        (['succeeded', 'pending', 'failed'] as const).map(
          (each) => [each, w(`payment.${each}`)] as const,
        ),
        (value) => {
          status = value;
          page.workspace.requestUpdate();
        },
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
            ${numberField(w('payment.fee'), fee, locale, (value) => (fee = value), { name: 'fee', currency })}`
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
      const refused = await page.carryOut({ op: 'payment', at: new Date().toISOString(), payment });
      if (refused) return page.workspace.reason(refused.error);
      page.workspace.announce(w('payment.done'));
      page.workspace.emit('crossfoot-payment', { id: page.open.id, payment });
      return null;
    },
  });
}

/** More than is asked for is possible, and said before it is recorded. */
function tooMuch(
  page: DocumentPage,
  status: string,
  amount: string,
  owed: string,
): TemplateResult | typeof nothing {
  const more = owed !== '' && isPlainDecimal(amount) && compareDecimals(amount, owed) > 0;
  if (!more || status === 'failed') return nothing;
  const currency = text(page.head, 'currency');
  const reply = page.workspace.client.call('sum', { currency, lists: [[amount, `-${owed}`]] });
  const surplus = isRefusal(reply) ? '' : ((reply['sums'] as string[])[0] ?? '');
  const { w, money } = page.workspace;
  const said = money.call(page.workspace, surplus, currency);
  return html`<p class="wide lasting" role="note">${w('payment.tooMuch', { amount: said })}</p>`;
}

/** The first payment of the subscription that was not made. */
function nextPayment(page: DocumentPage): { due: string; amount: string } {
  const reply = page.session.query({ get: 'subscriptions', on: page.workspace.today });
  const first = isRefusal(reply) ? undefined : reply.subscriptions[0];
  const textOr = (value: unknown): string => (typeof value === 'string' ? value : '');
  return { due: textOr(first?.['next']), amount: textOr(first?.['amount']) };
}
