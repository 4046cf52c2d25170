/**
 * The steps of a document's life as buttons and dialogs. Which are allowed, and why not, is what
 * the core says; what cannot be undone is asked with a full summary.
 */
import { html, nothing, type TemplateResult } from 'lit';
import type { DocumentSession } from '../../engine/client.ts';
import type { LifecycleCommand, Refusal, Totals } from '../../../../schema/contract.ts';
import { paymentSentence } from '../../sentences/payment-sentence.ts';
import { record, records, text } from '../../preview/paper-source.ts';
import { formatDecimal } from '../../number/format.ts';
import { textField } from '../form-fields.ts';
import type { WorkspaceMessageKey } from '../words.ts';
import { issuerState } from '../new-document.ts';
import { kindPage } from '../kinds.ts';
import type { DocumentPage } from '../pages/document-page.ts';
import type { Lifecycle } from '../store/document-row.ts';
import { acceptDialog } from './accept.ts';
import { withCodeOnly } from './link.ts';
import { withOffer } from './offer.ts';
import { cancelDialog } from './cancel.ts';
import { convert } from './convert.ts';
import { creditDialog } from './credit.ts';
import { payOutDialog } from './pay-out.ts';
import { obstaclesDialog } from './obstacles.ts';
import { paymentDialog } from './payment.ts';
import { refundDialog } from './refund.ts';
import { requestTax, taxesAutomatically } from './tax-request.ts';

/** Steps with a button of their own, the most likely first; the others are in the list of all. */
const BUTTONS = [
  'finalise',
  'publish',
  'activate',
  'win',
  'payment',
  'accept',
  'lose',
  'reopen',
  'recall',
  'deactivate',
  'refund',
  'credit',
  'void',
  'cancel',
  'archive',
];
/** Steps that are what a document waits for. */
const MAIN = new Set(['finalise', 'publish', 'activate', 'win', 'payment', 'accept']);
/** Kinds that ask for everything at once. */
const ALL_DUE: ReadonlySet<string> = new Set(['invoice', 'creditMemo']);
/** Steps that need the next number of the numbering. */
const NUMBERED = new Set(['finalise', 'publish']);

type Step = Lifecycle['steps'][number];

function label(page: DocumentPage, step: string): string {
  if (step === 'payment' && page.kind === 'creditMemo') return page.workspace.w('step.payOut');
  return page.workspace.w(`step.${step}` as WorkspaceMessageKey);
}

/** The allowed steps, likeliest first; the first one is the page's main button. */
export function stepButtons(page: DocumentPage, lifecycle: Lifecycle): TemplateResult[] {
  // Money for a paid invoice is a surplus: possible, but nothing that anybody waits for.
  const isPaid = lifecycle.status === 'paid';
  const allowed = BUTTONS.filter((name) => !(isPaid && name === 'payment')).flatMap((name) =>
    lifecycle.steps.filter(({ step, allowed: may }) => step === name && may),
  );
  // A draft that still lacks something shows its next step all the same; it says what is missing.
  const next = lifecycle.steps.filter(({ step, allowed: may, code }) => {
    const first = ['finalise', 'publish', 'activate'].includes(step);
    return first && !may && code !== 'step-not-allowed';
  });
  const steps = [...next, ...allowed].slice(0, 4);
  // An offer that was taken waits for its bill.
  const isTaken = ['accepted', 'won'].includes(lifecycle.status);
  const bill = isTaken ? [invoiceButton(page)] : [];
  return [...bill, ...stepsAsButtons(page, steps, !isTaken)];
}

function invoiceButton(page: DocumentPage): TemplateResult {
  return html`<button
    type="button"
    class=${page.rows.some(({ origin }) => origin === page.open.id) ? '' : 'primary'}
    @click=${() => void convert(page, 'invoice')}
  >
    ${page.workspace.w('convert.invoice')}
  </button>`;
}

function stepsAsButtons(
  page: DocumentPage,
  steps: readonly Step[],
  hasMain: boolean,
): TemplateResult[] {
  return steps.map(
    (step, index) =>
      html`<button
        type="button"
        class=${hasMain && index === 0 && MAIN.has(step.step) ? 'primary' : ''}
        data-step=${step.step}
        @click=${() => void runStep(page, step.step)}
      >
        ${label(page, step.step)}
      </button>`,
  );
}

/** Every step there is, with its reason where it is not possible now. */
export function allStepsDialog(page: DocumentPage): void {
  const { w, overlays } = page.workspace;
  overlays.openDialog({
    title: w('doc.allSteps'),
    body: () =>
      html`<ul class="steps" role="list">
        ${page.lifecycle.steps
          .filter(({ step }) => step !== 'removePayment')
          .map(
            (step) =>
              html`<li>
                <div>
                  <strong>${label(page, step.step)}</strong>
                  ${step.allowed ? nothing : html`<p class="soft">${step.reason}</p>`}
                  ${
                    step.allowed && step.cannotBeUndone
                      ? html`<p class="soft">${step.cannotBeUndone}</p>`
                      : nothing
                  }
                </div>
                <button
                  type="button"
                  ?disabled=${!step.allowed}
                  @click=${() => {
                    overlays.close(true);
                    void runStep(page, step.step);
                  }}
                >
                  ${w('step.do')}
                </button>
              </li>`,
          )}
      </ul>`,
  });
}

/** Does a step: asks what it needs, and asks before what cannot be undone. */
export async function runStep(page: DocumentPage, name: string): Promise<void> {
  if (page.goToNotTaken()) return;
  await page.flush();
  const step = page.lifecycle.steps.find((each) => each.step === name);
  if (!step) return;
  if (!step.allowed) {
    return obstaclesDialog(page, notNow(page, name), page.against(name));
  }
  if (name === 'payment' && page.kind === 'creditMemo') return payOutDialog(page);
  if (name === 'payment') return paymentDialog(page);
  if (name === 'refund') return refundDialog(page);
  if (name === 'credit') return creditDialog(page);
  if (name === 'cancel') return cancelDialog(page);
  if (name === 'accept') return askAccept(page, step);
  if (name === 'send') {
    const refused = page.run(command(page, 'send'));
    if (refused) refusedDialog(page, name, page.reason(refused.error));
    return;
  }
  if (NUMBERED.has(name) && kindPage(page.kind).prefix !== '') return numberedDialog(page, step);
  return confirmDialog(page, step);
}

function command(
  page: DocumentPage,
  step: string,
  more: Partial<LifecycleCommand> = {},
): LifecycleCommand {
  const { owner } = page.workspace.store.settings;
  const at = new Date().toISOString();
  const by = owner === '' ? {} : { by: owner };
  return { op: 'lifecycle', step, at, ...by, ...more };
}

function notNow(page: DocumentPage, step: string): string {
  const { w } = page.workspace;
  // Who sends a document is told of that, not of what is noted about it afterwards.
  const called = step === 'send' ? w('mail.send') : label(page, step);
  return w('step.notNow', { step: called });
}

/** Says why not. */
export function refusedDialog(page: DocumentPage, step: string, reason: string): void {
  const { overlays, translator } = page.workspace;
  overlays.openDialog({
    title: notNow(page, step),
    size: 'small',
    body: () => html`<p role="alert">${reason}</p>`,
    footer: () =>
      html`<button class="primary" type="button" @click=${() => overlays.close()}>
        ${translator.t('action.close')}
      </button>`,
  });
}

/** What a person should see before a step that cannot be undone; of an offer as it is offered. */
export function summaryOf(
  page: DocumentPage,
  number = '',
  session?: DocumentSession,
): TemplateResult {
  if (session) return summaryIn(page, number, session);
  const codes = withCodeOnly(page);
  return html`${withOffer(page, (offered) => summaryIn(page, number, offered))}
  ${codes === '' ? nothing : html`<p class="lasting" role="note">${codes}</p>`}`;
}

function summaryIn(page: DocumentPage, number: string, session: DocumentSession): TemplateResult {
  const { w, translator } = page.workspace;
  const head = page.head;
  const reply = session.query({ get: 'summary' }) as Totals;
  const currency = text(head, 'currency');
  const contact = records(head, 'contacts')[0];
  const fact = (name: string, value: string): TemplateResult | typeof nothing =>
    value === '' || value === '–'
      ? nothing
      : html`<div>
          <dt>${name}</dt>
          <dd><bdi>${value}</bdi></dd>
        </div>`;
  const money = (amount: string | null | undefined): string =>
    page.workspace.money(amount, currency);
  return html`<dl class="summary-facts">
      ${fact(w('summary.kind'), translator.lookup(`kind.${page.kind}`, page.kind))}
      ${fact(w('summary.number'), number || text(head, 'number'))}
      ${fact(w('property.customer'), text(record(head['company']), 'name') || text(contact, 'name'))}
      ${fact(w('summary.sentTo'), text(contact, 'email'))}
      ${fact(w('property.lines'), linesIn(page, session))}
      ${fact(translator.t(ALL_DUE.has(page.kind) ? 'total.amount' : 'total.dueNow'), money(reply.summary.dueNow))}
      ${ALL_DUE.has(page.kind) ? nothing : fact(translator.t('total.total'), money(reply.summary.total))}
      ${page.lifecycle.editable ? nothing : fact(w(page.kind === 'creditMemo' ? 'property.creditLeft' : 'property.balance'), money(reply.balance?.due))}
      ${fact(w('property.date'), page.workspace.day(text(head, 'date')))}
      ${fact(w('property.dueDate'), page.workspace.day(text(head, 'dueDate')))}
    </dl>
    ${paymentsInWords(page, session)}`;
}

/** How many lines count, and how many are for choice and not chosen; headings and notes are no lines. */
function linesIn({ workspace }: DocumentPage, session: DocumentSession): string {
  const { locale, translator } = workspace;
  const lines = records(JSON.parse(session.save()), 'lines').filter(
    (line) => (text(line, 'type') || 'item') === 'item',
  );
  const leftOut = lines.filter((line) => line['optional'] === true && line['selected'] !== true);
  const written = (count: number): string => formatDecimal(String(count), locale);
  const counted = written(lines.length - leftOut.length);
  if (leftOut.length === 0) return counted;
  return `${counted} + ${written(leftOut.length)} (${translator.t('row.notChosen')})`;
}

/** What a customer binds themselves to besides what is due now. */
function paymentsInWords(
  page: DocumentPage,
  session: DocumentSession,
): TemplateResult | typeof nothing {
  if (ALL_DUE.has(page.kind)) return nothing;
  const { summary, recurring, delayed } = session.query({ get: 'summary' }) as Totals;
  const currency = text(page.head, 'currency');
  const sentence = paymentSentence(
    {
      translator: page.workspace.translator,
      locale: page.workspace.locale,
      money: (amount) => page.workspace.money(amount, currency),
    },
    {
      date: text(page.head, 'date'),
      today: page.workspace.today,
      dueNow: summary.dueNow,
      recurring,
      delayed,
    },
  );
  return sentence === '' ? nothing : html`<p class="payments-said">${sentence}</p>`;
}

/** Who sends the document: said before it is final that it does not say so. */
function issuerWarning(page: DocumentPage): TemplateResult | typeof nothing {
  const { w, store, translator } = page.workspace;
  const issuer = record(page.head['issuer']);
  const missing = [
    ...(text(issuer, 'name') === '' ? [w('settings.issuerName')] : []),
    ...(Object.keys(record(issuer['address'])).length === 0 ? [w('step.ownAddress')] : []),
    ...(text(issuer, 'taxId') === '' ? [w('details.taxId')] : []),
  ];
  if (missing.length === 0) return nothing;
  const own = issuerState(store.settings);
  const isInSettings = Object.keys(own).some((member) => text(issuer, member) === '');
  return html`<p class="problem" role="alert">
    ${w('step.noIssuer', { missing: translator.list(missing) })}
    ${
      isInSettings
        ? html`<button class="link" type="button" @click=${() => page.set('/issuer', own)}>
            ${w('step.takeIssuer')}
          </button>`
        : settingsLink(page, w('step.goToIssuer'))
    }
  </p>`;
}

/** The way to the settings, out of the dialog. */
function settingsLink({ workspace }: DocumentPage, words: string): TemplateResult {
  return html`<button
    class="link"
    type="button"
    @click=${() => {
      workspace.overlays.close(true);
      workspace.navigate('/settings');
    }}
  >
    ${words}
  </button>`;
}

/** A link that asks for money and names no way to pay it is said before it goes out. */
function noWayToPay(page: DocumentPage, step: string): TemplateResult | typeof nothing {
  const { w, store } = page.workspace;
  const bank = text(record(page.head['issuer']), 'bank');
  if (step !== 'activate' || bank !== '' || store.settings.domain !== '') return nothing;
  return html`<p class="problem" role="alert">
    ${w('step.noWayToPay')} ${settingsLink(page, w('settings.payment'))}
  </p>`;
}

/** What the document is now, after a step. */
export function doneWords(page: DocumentPage): string {
  const { w, today, day } = page.workspace;
  const { shown } = page.lifecycle;
  const ends = text(page.head, 'canceledOn');
  if (ends > today)
    return w('step.ends', { name: page.called, date: day.call(page.workspace, ends) });
  return w('step.done', {
    name: page.called,
    status: w(`status.${shown || 'draft'}` as WorkspaceMessageKey),
  });
}

async function numberedDialog(page: DocumentPage, step: Step): Promise<void> {
  if (taxesAutomatically(page)) {
    const outcome = await requestTax(page);
    if (outcome !== 'done') {
      refusedDialog(page, step.step, outcome.problem);
      return;
    }
  }
  const { store, w, overlays, translator } = page.workspace;
  const kept = text(page.head, 'number');
  const coming = kept || (await store.comingNumber(page.kind));
  let problem = '';
  let isNumbering = false;
  let busy = false;
  const confirm = async (): Promise<void> => {
    if (busy) return;
    busy = true;
    const refused = await store.withNextNumber(page.open, page.kind, (number) =>
      page.run(command(page, step.step, { number })),
    );
    busy = false;
    if (refused) {
      problem = page.reason(refused.error);
      isNumbering = refused.error.code === 'number-invalid';
      page.workspace.requestUpdate();
      return;
    }
    overlays.close();
    // What can no longer be changed makes room for what happens now.
    page.detailsOpen = false;
    page.adopt();
    // The number that it has: another tab may have taken the one that was shown.
    page.workspace.announce(doneWords(page));
    page.workspace.emit(`crossfoot-${step.step}`, { id: page.open.id });
  };
  overlays.openDialog({
    title: w('step.ask', { step: label(page, step.step) }),
    body: () =>
      html`${summaryOf(page, coming)} ${issuerWarning(page)}
        <p class="lasting">${step.cannotBeUndone ?? w('step.published')}</p>
        ${
          problem === ''
            ? nothing
            : html`<p class="problem" role="alert">
                ${problem} ${isNumbering ? settingsLink(page, w('settings.numbering')) : nothing}
              </p>`
        }`,
    footer: () =>
      html`<button type="button" @click=${() => overlays.close()}>
          ${translator.t('action.cancel')}
        </button>
        <button class="primary" type="button" data-confirm @click=${() => void confirm()}>
          ${label(page, step.step)}
        </button>`,
  });
}

function askAccept(page: DocumentPage, step: Step): void {
  const { w } = page.workspace;
  const called = label(page, step.step);
  acceptDialog(page, {
    title: w('step.ask', { step: called }),
    confirm: called,
    summary: (session) =>
      html`${summaryOf(page, '', session)}
      ${step.cannotBeUndone ? html`<p class="lasting">${step.cannotBeUndone}</p>` : nothing}`,
    done: () => {
      page.workspace.announce(doneWords(page));
      page.workspace.emit('crossfoot-accept', { id: page.open.id });
    },
  });
}

function confirmDialog(page: DocumentPage, step: Step): void {
  const { w, overlays, translator, store } = page.workspace;
  let reason = '';
  let problem = '';
  const confirm = async (): Promise<void> => {
    const more = reason === '' ? {} : { reason };
    const refused: Refusal | null = await page.carryOut(command(page, step.step, more));
    if (refused) {
      problem = page.reason(refused.error);
      page.workspace.requestUpdate();
      return;
    }
    overlays.close();
    if (step.step === 'delete') {
      const { path } = kindPage(page.kind);
      await page.flush();
      page.workspace.navigate(`/${path}`);
      await store.removeDocuments([page.open.id]);
      return;
    }
    await page.flush();
    page.workspace.announce(doneWords(page));
    page.workspace.emit(`crossfoot-${step.step}`, { id: page.open.id });
  };
  overlays.openDialog({
    title: w('step.ask', { step: label(page, step.step) }),
    body: () =>
      html`${summaryOf(page)} ${noWayToPay(page, step.step)}
      ${step.cannotBeUndone ? html`<p class="lasting">${step.cannotBeUndone}</p>` : nothing}
      ${step.step === 'void' ? textField(w('step.reason'), reason, (value) => (reason = value)) : nothing}
      ${problem === '' ? nothing : html`<p class="problem" role="alert">${problem}</p>`}`,
    footer: () =>
      html`<button type="button" @click=${() => overlays.close()}>
          ${translator.t('action.cancel')}
        </button>
        <button class="primary" type="button" data-confirm @click=${() => void confirm()}>
          ${label(page, step.step)}
        </button>`,
  });
}
