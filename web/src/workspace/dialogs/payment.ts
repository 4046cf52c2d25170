/** Recording a payment: of an invoice, or the next one of a subscription. */
import { html, nothing, type TemplateResult } from 'lit';
import type { JsonObject } from '../../../../schema/contract.ts';
import { isRefusal } from '../../engine/refusal.ts';
import { text } from '../../preview/paper-source.ts';
import { isPlainDecimal } from '../../number/format.ts';
import { compareDecimals } from '../decimals.ts';
import {
  choiceField,
  dateField,
  dayDoubt,
  numberField,
  textField,
  tickField,
} from '../form-fields.ts';
import type { DocumentPage } from '../pages/document-page.ts';
import { unpaidInvoiceOf } from '../store/period-invoices.ts';
import { newId } from '../store/records.ts';
import type { WorkspaceMessageKey } from '../words.ts';
import type { Workspace } from '../workspace-context.ts';
import { balanceOf, recordDialog } from './record-dialog.ts';
import { rowLink } from './row-link.ts';

const METHODS = ['transfer', 'card', 'ach', 'cash', 'other'];

/** What was recorded: only what succeeded is a payment made. */
const DONE: Readonly<Record<string, WorkspaceMessageKey>> = {
  failed: 'payment.failedDone',
  pending: 'payment.kind.billing.pending',
};

/** The word for a way to pay; a host's own as it is. */
export function methodWord({ w }: Workspace, method: string): string {
  return METHODS.includes(method) ? w(`method.${method}` as WorkspaceMessageKey) : method;
}

/** Asks amount, day and method; `settle` is a pending payment that has come or failed. */
export function paymentDialog(page: DocumentPage, settle?: JsonObject): void {
  const { w, today } = page.workspace;
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
  const invoice = recurring ? unpaidInvoiceOf(page.rows, page.open.id, due) : undefined;
  if (invoice) amount = invoice.due;
  // Money for what is paid already: the command has to say so, or it is the same payment once more.
  const isSurplus = !recurring && settle === undefined && page.lifecycle.status === 'paid';
  if (isSurplus) amount = '';
  let isMeant = false;
  const isTooMuch = (): boolean =>
    !isSurplus && status !== 'failed' && surplusIn(page, amount, owed) !== '';
  recordDialog(page, {
    title: w('step.payment'),
    confirm: w('payment.record'),
    blocked: () => invoice !== undefined || (isTooMuch() && !isMeant),
    body: () =>
      html`${
        invoice
          ? html`<div class="wide lasting" role="note">
              <p>${w('payment.onInvoice')}</p>
              <p>${rowLink(page.workspace, invoice)}</p>
            </div>`
          : nothing
      }
      ${isSurplus ? html`<p class="wide lasting" role="note">${w('payment.surplus')}</p>` : nothing}
      ${numberField(
        page.workspace,
        w('payment.amount', { currency }),
        amount,
        (value) => {
          if (value !== amount) isMeant = false;
          amount = value;
          page.workspace.requestUpdate();
        },
        { name: 'amount', autofocus: true, currency },
      )}
      ${
        isTooMuch()
          ? tooMuch(page, surplusIn(page, amount, owed), isMeant, (value) => {
              isMeant = value;
              page.workspace.requestUpdate();
            })
          : nothing
      }
      ${dateField(page.workspace, w('property.date'), date, (value) => (date = value), { name: 'date' })}
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
            ${numberField(page.workspace, w('payment.fee'), fee, (value) => (fee = value), { name: 'fee', currency })}`
      }`,
    act: async () => {
      const doubt = dayDoubt(page.workspace, date);
      if (doubt !== '') return doubt;
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
      const refused = await page.carryOut({
        op: 'payment',
        at: new Date().toISOString(),
        payment,
        ...(isSurplus ? { surplus: true } : {}),
      });
      if (refused) return page.reason(refused.error);
      page.workspace.announce(w(DONE[status] ?? 'payment.done'));
      page.workspace.emit('crossfoot-payment', { id: page.open.id, payment });
      return null;
    },
  });
}

/** By how much an amount is more than is open; '' where it is not. */
function surplusIn(page: DocumentPage, amount: string, owed: string): string {
  const isMore = owed !== '' && isPlainDecimal(amount) && compareDecimals(amount, owed) > 0;
  if (!isMore) return '';
  const currency = text(page.head, 'currency');
  const reply = page.workspace.client.call('sum', { currency, lists: [[amount, `-${owed}`]] });
  return isRefusal(reply) ? '' : ((reply['sums'] as string[])[0] ?? '');
}

/** More than is asked for is possible, but a slip as often: it is asked about before it is recorded. */
function tooMuch(
  page: DocumentPage,
  surplus: string,
  isMeant: boolean,
  mean: (value: boolean) => void,
): TemplateResult {
  const { w } = page.workspace;
  const amount = page.workspace.money(surplus, text(page.head, 'currency'));
  return html`<p class="wide lasting" role="note">${w('payment.tooMuch', { amount })}</p>
    ${tickField(w('payment.allTheSame'), isMeant, mean, { wide: true, name: 'meant' })}`;
}

/** The first payment of the subscription that was not made. */
function nextPayment(page: DocumentPage): { due: string; amount: string } {
  const reply = page.session.query({ get: 'subscriptions', on: page.workspace.today });
  const first = isRefusal(reply) ? undefined : reply.subscriptions[0];
  const textOr = (value: unknown): string => (typeof value === 'string' ? value : '');
  return { due: textOr(first?.['next']), amount: textOr(first?.['amount']) };
}
