/** How a subscription stands today: paid, left, next, reminder, end; and what can be done with it. */
import { html, nothing, type TemplateResult } from 'lit';
import type { SubscriptionStanding } from '../../../../schema/contract.ts';
import { isRefusal } from '../../engine/refusal.ts';
import { accountLeft, accountRowName } from '../../preview/paper-account.ts';
import { text } from '../../preview/paper-source.ts';
import { unbilledList, unpaidInvoices } from '../dialogs/cancel.ts';
import { rowLink } from '../dialogs/row-link.ts';
import { splitSubscription } from '../dialogs/split.ts';
import { billsOf } from '../store/made-from.ts';
import { unpaidInvoiceOf } from '../store/period-invoices.ts';
import type { DocumentRow } from '../store/records.ts';
import type { DocumentPage } from './document-page.ts';
import { statusChip } from './index-page.ts';

type Fact = readonly [label: string, value: string];

/** When it falls due and what is asked for: of an invoice that asks for it, what is left of that. */
function nextPayment(page: DocumentPage, { next, amount }: SubscriptionStanding): string {
  if (next === null) return '–';
  const invoice = unpaidInvoiceOf(page.rows, page.open.id, next);
  const final = invoice?.status === 'draft' ? undefined : invoice;
  const money = page.workspace.money(final?.due ?? amount, text(page.head, 'currency'));
  const of = final ? ` (${final.number})` : '';
  return `${page.workspace.day(next)} · ${money}${of}`;
}

function facts(page: DocumentPage, standing: SubscriptionStanding): Fact[] {
  const { w, translator } = page.workspace;
  const counts = new Intl.NumberFormat(page.workspace.locale);
  const day = (date: string | null): string => page.workspace.day(date ?? '');
  const count = (payments: number | null): string =>
    payments === null ? '' : counts.format(payments);
  const currency = text(page.head, 'currency');
  const frequency = translator.lookup(`frequency.${standing.frequency}`, standing.frequency);
  return [
    [w('property.nextPayment'), nextPayment(page, standing)],
    [w('sub.reminder'), day(standing.reminder)],
    [w('sub.frequency'), frequency],
    [w('sub.start'), day(standing.start)],
    [w('sub.paid'), count(standing.paid)],
    [w('sub.left'), count(standing.left) || w('sub.renews')],
    [w('sub.end'), day(standing.end)],
    ['MRR', page.workspace.money(standing.mrr, currency)],
    ['ARR', page.workspace.money(standing.arr, currency)],
  ];
}

/** What its lines are called: how a person tells one of several from another. */
function namesOf(page: DocumentPage, standing: SubscriptionStanding): string {
  const reply = page.session.query({ get: 'rows', ids: standing.lineIds });
  return isRefusal(reply) ? '' : reply.rows.map(({ input }) => text(input, 'name')).join(', ');
}

/** When a cancelled one ends, what was and will be credited for it, and which invoices nobody paid. */
function cancellation(page: DocumentPage, last: string): TemplateResult {
  const { w } = page.workspace;
  const memos = billsOf(page.rows, page.open.id).filter(
    ({ kind, status }) => kind === 'creditMemo' && status !== 'voided',
  );
  // A draft gives nothing: it may be changed, or deleted.
  const drafts = memos.filter(({ status }) => status === 'draft');
  const given = memos.filter(({ status }) => status !== 'draft');
  const unpaid = unpaidInvoices(page, last);
  const list = (rows: readonly DocumentRow[]): TemplateResult =>
    html`<ul class="links">
      ${rows.map((row) => html`<li>${rowLink(page.workspace, row)}</li>`)}
    </ul>`;
  return html`<div class="cancellation" role="note">
    <p>
      <strong>${w('sub.canceled')}</strong> · ${w('sub.end')}
      <bdi>${page.workspace.day(last)}</bdi>
    </p>
    <p>${w('sub.givenBack')}: ${given.length === 0 ? w('sub.nothingBack') : nothing}</p>
    ${given.length === 0 ? nothing : list(given)}
    ${
      drafts.length === 0
        ? nothing
        : html`<p>${w('sub.toGiveBack')}:</p>
            ${list(drafts)}`
    }
    ${unbilledList(page, page.session)}
    ${
      unpaid.length === 0
        ? nothing
        : html`<p class="lasting">${w('cancel.leftOver')}</p>
            ${list(unpaid)}`
    }
  </div>`;
}

/** What it asked for, received and gave back, as columns that add up. */
function accountTable(page: DocumentPage): TemplateResult | typeof nothing {
  const { account } = page;
  if (account === null || account.rows.length === 0) return nothing;
  const { translator, w } = page.workspace;
  const currency = text(page.head, 'currency');
  const money = (amount: string | null): string => page.workspace.money(amount ?? '', currency);
  const day = (date: string): string => page.workspace.day(date);
  const left = accountLeft(account, translator);
  return html`<div class="table-wrap">
    <table class="records account">
      <caption>
        ${translator.t('account.title')}
      </caption>
      <thead>
        <tr>
          <th scope="col">${w('property.date')}</th>
          <th scope="col">${w('payment.what')}</th>
          <th scope="col" class="number">${translator.t('account.charged')}</th>
          <th scope="col" class="number">${translator.t('total.paid')}</th>
        </tr>
      </thead>
      <tbody>
        ${account.rows.map((row) => {
          const name = html`<bdi>${accountRowName(row, translator, day)}</bdi>`;
          return html`<tr>
            <td>${day(row.date)}</td>
            <td>
              ${row.id === undefined ? name : html`<a href="#/document/${encodeURIComponent(row.id)}">${name}</a>`}
            </td>
            <td class="number"><bdi>${money(row.charged)}</bdi></td>
            <td class="number"><bdi>${money(row.received)}</bdi></td>
          </tr>`;
        })}
      </tbody>
      <tfoot>
        <tr>
          <th scope="row" colspan="2">${w('property.total')}</th>
          <td class="number"><bdi>${money(account.charged)}</bdi></td>
          <td class="number"><bdi>${money(account.received)}</bdi></td>
        </tr>
        <tr>
          <th scope="row" colspan="3">${left.label}</th>
          <td class="number">
            ${left.amount === '' ? nothing : html`<strong><bdi>${money(left.amount)}</bdi></strong>`}
          </td>
        </tr>
      </tfoot>
    </table>
    ${account.drafts > 0 ? html`<p class="soft">${translator.t('account.drafts')}</p>` : nothing}
  </div>`;
}

/** The panel of a subscription's page. */
export function subscriptionPanel(page: DocumentPage): TemplateResult | typeof nothing {
  if (page.kind !== 'subscription') return nothing;
  const { w } = page.workspace;
  const reply = page.session.query({ get: 'subscriptions', on: page.workspace.today });
  const standings = isRefusal(reply) ? [] : reply.subscriptions;
  const canceledOn = text(page.head, 'canceledOn');
  return html`<section class="panel plain standing">
    <h2>${w('sub.title')}</h2>
    ${
      standings.length === 0
        ? html`<p class="soft">${w(canceledOn === '' ? 'sub.noLines' : 'sub.endedEarly')}</p>`
        : nothing
    }
    ${canceledOn === '' ? nothing : cancellation(page, canceledOn)}
    ${
      standings.length > 1
        ? html`<p class="soft">${w('sub.several', { count: standings.length })}</p>
            ${
              page.lifecycle.editable
                ? html`<p>
                    <button type="button" @click=${() => void splitSubscription(page)}>
                      ${w('sub.split', { count: standings.length })}
                    </button>
                  </p>`
                : nothing
            }`
        : nothing
    }
    ${standings.slice(0, 12).map(
      (standing) =>
        html`${standings.length > 1 ? html`<h3><bdi>${namesOf(page, standing)}</bdi></h3>` : nothing}
          <dl>
            <div>
              <dt>${w('property.status')}</dt>
              <dd>${statusChip(page.workspace, standing.status)}</dd>
            </div>
            ${facts(page, standing)
              .filter(([, value]) => value !== '')
              .map(
                ([label, value]) =>
                  html`<div>
                    <dt>${label}</dt>
                    <dd><bdi>${value}</bdi></dd>
                  </div>`,
              )}
          </dl>`,
    )}
    ${accountTable(page)}
  </section>`;
}
