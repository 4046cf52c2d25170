/** What was paid, given back and credited, and what happened to the document. */
import { html, nothing, type TemplateResult } from 'lit';
import type { JsonObject } from '../../../../schema/contract.ts';
import { records, text } from '../../preview/paper-source.ts';
import { methodWord, paymentDialog } from '../dialogs/payment.ts';
import { recordDialog } from '../dialogs/record-dialog.ts';
import type { WorkspaceMessageKey } from '../words.ts';
import type { Lifecycle } from '../store/document-row.ts';
import type { DocumentPage } from './document-page.ts';

function removeDialog(page: DocumentPage, payment: JsonObject, lasting: string): void {
  const { w } = page.workspace;
  recordDialog(page, {
    title: w('step.removePayment'),
    confirm: w('action.delete'),
    body: () => html`<p class="wide">${lasting}</p>`,
    act: async () => {
      const at = new Date().toISOString();
      const refused = await page.carryOut({ op: 'removePayment', id: text(payment, 'id'), at });
      return refused ? page.reason(refused.error) : null;
    },
  });
}

/** What went back is taken away: the column adds up to what settles the document. */
function signed(kind: string, amount: string): string {
  return kind === 'refund' && amount !== '' ? `-${amount}` : amount;
}

/** Payments, refunds, credits and what is left. */
export function paymentsPanel(
  page: DocumentPage,
  lifecycle: Lifecycle,
): TemplateResult | typeof nothing {
  const { w } = page.workspace;
  const head = page.head;
  const currency = text(head, 'currency');
  const money = (amount: string): string => page.workspace.money(amount, currency);
  const lists: [string, JsonObject[]][] = [
    ['payment', records(head, 'payments')],
    ['refund', records(head, 'refunds')],
    ['credit', records(head, 'credits')],
    ['billing', records(head, 'billingRecords')],
  ];
  if (lists.every(([, list]) => list.length === 0)) return nothing;
  const remove = lifecycle.steps.find(({ step }) => step === 'removePayment');
  const rowName = (id: string): string => page.rows.find((row) => row.id === id)?.number ?? '';
  return html`<section class="panel plain">
    <h2>${w('doc.payments')}</h2>
    <div class="table-wrap">
      <table class="records ledger">
        <thead>
          <tr>
            <th scope="col">${w('property.date')}</th>
            <th scope="col">${w('payment.what')}</th>
            <th scope="col" class="number">${w('payment.sum')}</th>
            <th scope="col" class="number">${w('payment.fee')}</th>
            <th scope="col"><span class="visually-hidden">${w('list.more')}</span></th>
          </tr>
        </thead>
        <tbody>
          ${lists.flatMap(([kind, list]) =>
            list.map((entry, index) => {
              const status = text(entry, 'status');
              const partner = rowName(text(entry, 'creditMemoId') || text(entry, 'invoiceId'));
              const method = text(entry, 'method');
              const billed = kind === 'billing';
              const overtaken =
                billed &&
                list.some((each, at) => at > index && text(each, 'due') === text(entry, 'due'));
              // The column adds up: what failed or is under way, or was overtaken, is only told.
              const counts =
                kind === 'refund' ||
                kind === 'credit' ||
                (status === (billed ? 'paid' : 'succeeded') && !overtaken);
              const amount = money(signed(kind, text(entry, 'amount')));
              const words = [
                kind === 'payment' && page.kind === 'creditMemo'
                  ? w('payment.kind.payOut')
                  : w(`payment.kind.${billed ? `billing.${status}` : kind}` as WorkspaceMessageKey),
                billed ? w('billing.for', { date: page.workspace.day(text(entry, 'due')) }) : '',
                kind === 'payment' && status !== 'succeeded'
                  ? w(`payment.${status}` as WorkspaceMessageKey)
                  : '',
                methodWord(page.workspace, method),
                partner,
                text(entry, 'reason'),
                text(entry, 'source'),
                counts || text(entry, 'amount') === '' ? '' : amount,
              ].filter((each) => each !== '');
              return html`<tr>
                <td>${page.workspace.day(text(entry, 'date') || text(entry, 'due'))}</td>
                <td><bdi>${words.join(' · ')}</bdi></td>
                <td class="number"><bdi>${counts ? amount : ''}</bdi></td>
                <td class="number">
                  <bdi>${text(entry, 'fee') === '' ? '' : money(text(entry, 'fee'))}</bdi>
                </td>
                <td class="number">
                  ${
                    (kind === 'payment' || (billed && !overtaken)) && status === 'pending'
                      ? html`<button
                          class="link"
                          type="button"
                          @click=${() => paymentDialog(page, entry)}
                        >
                          ${w('payment.settle')}
                        </button>`
                      : nothing
                  }
                  ${
                    kind === 'payment' && remove?.allowed
                      ? html`<button
                          class="link"
                          type="button"
                          @click=${() => removeDialog(page, entry, remove.cannotBeUndone ?? '')}
                        >
                          ${w('action.delete')}
                        </button>`
                      : nothing
                  }
                </td>
              </tr>`;
            }),
          )}
        </tbody>
      </table>
    </div>
  </section>`;
}

/** What an event is called: a payment by what became of it, on a credit memo as money sent. */
function eventWord(page: DocumentPage, event: JsonObject): string {
  const { w } = page.workspace;
  const type = text(event, 'type');
  const status = text(event, 'status');
  if (type === 'accepted' && text(event, 'by') === '') return w('event.acceptedMarked');
  if (type !== 'payment') return w(`event.${type}` as WorkspaceMessageKey);
  if (page.kind === 'creditMemo') return w('payOut.done');
  if (status === 'failed' || status === 'pending') return w(`payment.kind.billing.${status}`);
  return w('event.payment');
}

/** What happened, latest first. */
export function eventsPanel(page: DocumentPage): TemplateResult | typeof nothing {
  const { w, locale } = page.workspace;
  const events = records(page.head, 'events').toReversed();
  if (events.length === 0) return nothing;
  const moment = (at: string): string => {
    const time = new Date(at);
    return Number.isNaN(time.getTime())
      ? at
      : new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeStyle: 'short' }).format(time);
  };
  return html`<section class="panel plain">
    <h2>${w('doc.events')}</h2>
    <ol class="events">
      ${events.map((event) => {
        const amount = text(event, 'amount');
        const more = [
          text(event, 'number'),
          amount === '' ? '' : page.workspace.money(amount, text(page.head, 'currency')),
          text(event, 'on') === '' ? '' : page.workspace.day(text(event, 'on')),
          text(event, 'by'),
          text(event, 'reason'),
        ].filter((each) => each !== '');
        return html`<li>
          <time datetime=${text(event, 'at')}>${moment(text(event, 'at'))}</time>
          <span>${eventWord(page, event)} <bdi class="soft">${more.join(' · ')}</bdi></span>
        </li>`;
      })}
    </ol>
  </section>`;
}
