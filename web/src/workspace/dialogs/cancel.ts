/** Cancelling a subscription: when, what is given back for it, and what is not stopped by it. */
import { html, nothing, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import type { PeriodCancelled } from '../../../../schema/contract.ts';
import { isRefusal } from '../../engine/refusal.ts';
import { dateField, textField, tickField } from '../form-fields.ts';
import type { DocumentPage } from '../pages/document-page.ts';
import type { Json as Written, JsonObject as WrittenObject } from '../../json/lossless-json.ts';
import { textOf } from '../store/verbatim.ts';
import {
  askPeriod,
  hasNotice,
  prorationTable,
  prorationBasis,
  type ProrationBasis,
} from './proration.ts';
import type { DocumentSession } from '../../engine/client.ts';
import { text } from '../../preview/paper-source.ts';
import { unbilled } from '../store/period-invoices.ts';
import type { DocumentRow } from '../store/records.ts';
import { doneWords } from './steps.ts';
import { recordDialog } from './record-dialog.ts';
import { rowLink } from './row-link.ts';

interface Choice {
  atPeriodEnd: boolean;
  on: string;
  reason: string;
  memo: boolean;
  told: boolean;
}

function ask(
  page: DocumentPage,
  basis: ProrationBasis,
  { atPeriodEnd, on }: Choice,
): PeriodCancelled | string {
  return askPeriod(page, basis, { do: 'cancel', on, atPeriodEnd });
}

/** The day it would end on. */
function lastDay(reply: PeriodCancelled | string): string {
  return typeof reply === 'string' ? '' : (reply.state.canceledOn ?? '');
}

function whenFields(
  page: DocumentPage,
  choice: Choice,
  end: string,
  update: () => void,
): TemplateResult {
  const { w } = page.workspace;
  const radio = (value: boolean, label: string): TemplateResult =>
    html`<label class="check">
      <input
        type="radio"
        name="when"
        .checked=${live(choice.atPeriodEnd === value)}
        @change=${() => {
          choice.atPeriodEnd = value;
          if (value) choice.on = page.workspace.today;
          update();
        }}
      />
      <span>${label}</span>
    </label>`;
  return html`<fieldset class="wide">
    <legend>${w('cancel.when')}</legend>
    ${radio(true, w('cancel.atPeriodEnd', { date: page.workspace.day(end) }))}
    ${radio(false, w('cancel.now'))}
    ${
      choice.atPeriodEnd
        ? nothing
        : dateField(
            page.workspace,
            w('cancel.on'),
            choice.on,
            (value) => {
              choice.on = value;
              update();
            },
            { name: 'on' },
          )
    }
  </fieldset>`;
}

/** Asks when, shows the refund line by line, and cancels. */
export async function cancelDialog(page: DocumentPage): Promise<void> {
  const { w, today } = page.workspace;
  const basis = await prorationBasis(page);
  const choice: Choice = { atPeriodEnd: true, on: today, reason: '', memo: true, told: false };
  let reply = ask(page, basis, choice);
  const end = lastDay(reply);
  // Asked once a choice, so that what is shown is what is done.
  const update = (): void => {
    reply = ask(page, basis, choice);
    page.workspace.requestUpdate();
  };
  recordDialog(page, {
    title: w('step.ask', { step: w('step.cancel') }),
    confirm: w('step.cancel'),
    blocked: () => !choice.told,
    body: () =>
      html`${whenFields(page, choice, end, update)}
        <div class="follows">
          ${typeof reply === 'string' ? html`<p class="problem wide" role="alert">${reply}</p>` : refund(page, reply, choice)}
          ${unbilledBy(page, reply)} ${leftOver(page, lastDay(reply) || choice.on)}
        </div>
        ${textField(w('step.reason'), choice.reason, (value) => (choice.reason = value), { wide: true })}
        <p class="lasting wide">${w('cancel.lasting')}</p>
        ${tickField(
          w('cancel.noCharge'),
          choice.told,
          (value) => {
            choice.told = value;
            page.workspace.requestUpdate();
          },
          { wide: true, name: 'told' },
        )}`,
    act: () => cancel(page, choice, reply),
  });
}

/** What would be left to bill after it; asked of the subscription as the cancellation leaves it. */
function unbilledBy(
  page: DocumentPage,
  reply: PeriodCancelled | string,
): TemplateResult | typeof nothing {
  if (typeof reply === 'string') return nothing;
  const session = page.workspace.client.session();
  try {
    if (isRefusal(session.open(textOf(reply.state)))) return nothing;
    return unbilledList(page, session);
  } finally {
    session.close();
  }
}

/** The payments of a subscription that ends which nobody was asked for yet; nothing where none is. */
export function unbilledList(
  page: DocumentPage,
  session: DocumentSession,
): TemplateResult | typeof nothing {
  const { w } = page.workspace;
  const currency = text(page.head, 'currency');
  const payments = unbilled(session, page.rows, page.open.id, page.workspace.today);
  return payments.length === 0
    ? nothing
    : html`<div class="wide lasting unbilled" role="note">
        <p>${w('sub.unbilled')}</p>
        <ul>
          ${payments.map(
            ({ due, amount }) =>
              html`<li>
                <bdi>${page.workspace.day(due)} · ${page.workspace.money(amount, currency)}</bdi>
              </li>`,
          )}
        </ul>
      </div>`;
}

/** Invoices of its periods that nobody paid yet: they stay, and somebody has to decide. */
function leftOver(page: DocumentPage, last: string): TemplateResult | typeof nothing {
  const rows = unpaidInvoices(page, last);
  return rows.length === 0
    ? nothing
    : html`<div class="wide lasting" role="note">
        <p>${page.workspace.w('cancel.leftOver')}</p>
        <ul>
          ${rows.map((row) => html`<li>${rowLink(page.workspace, row)}</li>`)}
        </ul>
      </div>`;
}

/** Its unpaid invoices: of payments after the end, of the period that the end cuts, of changes. */
export function unpaidInvoices(page: DocumentPage, last: string): DocumentRow[] {
  return page.rows.filter(
    ({ origin, kind, status, originDue }) =>
      origin === page.open.id &&
      kind === 'invoice' &&
      ['draft', 'open', 'partlyPaid'].includes(status) &&
      (originDue === '' || originDue >= last || status !== 'draft'),
  );
}

function refund(page: DocumentPage, reply: PeriodCancelled, choice: Choice): TemplateResult {
  const { w } = page.workspace;
  const { credit } = reply;
  return html`${
    credit
      ? html`${prorationTable(page, w('cancel.refund'), credit)}
        ${tickField(w('cancel.withMemo'), choice.memo, (value) => (choice.memo = value), { wide: true, name: 'memo' })}`
      : html`<p class="wide soft">${w('cancel.noRefund')}</p>`
  }
  ${
    hasNotice(reply, 'pending-debit-continues')
      ? html`<p class="lasting wide" role="note">${w('cancel.pendingDebit')}</p>`
      : nothing
  }`;
}

/** A credit memo says why it credits: as the comments that its paper prints. */
function withReason(memo: Written, reason: string): Written {
  return reason === '' ? memo : { ...(memo as WrittenObject), comments: reason };
}

async function cancel(
  page: DocumentPage,
  choice: Choice,
  reply: PeriodCancelled | string,
): Promise<string | null> {
  const { store } = page.workspace;
  const { on, atPeriodEnd, reason } = choice;
  if (typeof reply === 'string') return reply;
  const { owner } = store.settings;
  const { credit } = reply;
  const memo = reply.document !== undefined && choice.memo ? reply.document : null;
  const refused = await page.carryOut({
    op: 'cancel',
    at: new Date().toISOString(),
    on,
    atPeriodEnd,
    ...(owner === '' ? {} : { by: owner }),
    ...(reason === '' ? {} : { reason }),
  });
  if (refused) return page.reason(refused.error);
  let document: string | null = null;
  if (memo !== null) {
    const row = await store.addDocument(textOf(withReason(memo, reason)));
    if (isRefusal(row)) return page.reason(row.error);
    document = row.id;
    await page.readRows();
  }
  page.workspace.announce(doneWords(page));
  page.workspace.emit('crossfoot-cancel', {
    id: page.open.id,
    on: lastDay(reply),
    refund: credit?.total ?? null,
    document,
  });
  return null;
}
