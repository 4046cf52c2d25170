/** Another price or quantity in the middle of a period: what it costs is shown before it is done. */
import { html, nothing, type TemplateResult } from 'lit';
import type { PeriodChanged, Row } from '../../../../schema/contract.ts';
import { isRefusal } from '../../engine/refusal.ts';
import { fold } from '../../i18n/fold.ts';
import { text } from '../../preview/paper-source.ts';
import { isPlainDecimal } from '../../number/format.ts';
import { dateField, numberField, textField, tickField } from '../form-fields.ts';
import type { DocumentPage } from '../pages/document-page.ts';
import { textOf } from '../store/verbatim.ts';
import { writeJson } from '../../json/lossless-json.ts';
import {
  askPeriod,
  hasNotice,
  prorationTable,
  prorationBasis,
  type ProrationBasis,
} from './proration.ts';
import { recordDialog } from './record-dialog.ts';
import { rowLink } from './row-link.ts';

/** More lines than this are looked for by name. */
const MOST_SHOWN = 20;

type Field = 'unitPrice' | 'quantity';
type Changes = Record<string, { [field in Field]?: string }>;

type Terms = ReadonlyMap<string, { readonly [field in Field]: string }>;

interface Draft {
  readonly changes: Changes;
  /** Those in force on the day. */
  terms: Terms;
  on: string;
  search: string;
  bill: boolean;
}

/** The terms in force on a day, as the core says. */
function termsOn(page: DocumentPage, on: string): Terms {
  const reply = page.session.query({ get: 'subscriptions', on });
  const all = isRefusal(reply) ? [] : reply.subscriptions;
  return new Map(
    all
      .flatMap(({ terms }) => terms)
      .map(({ id, unitPrice, quantity }) => [id, { unitPrice, quantity }]),
  );
}

function recurringRows(page: DocumentPage): Row[] {
  const groups = page.session.query({ get: 'subscriptions', on: page.workspace.today });
  if (isRefusal(groups)) return [];
  const ids = groups.subscriptions.flatMap(({ lineIds }) => lineIds);
  const reply = page.session.query({ get: 'rows', ids });
  return isRefusal(reply) ? [] : [...reply.rows];
}

/** Notes what was typed; a value as it was is no change. */
function note(draft: Draft, row: Row, field: Field, value: string): void {
  const terms = { ...draft.changes[row.id] };
  if (value === '' || value === draft.terms.get(row.id)?.[field]) delete terms[field];
  else terms[field] = value;
  if (Object.keys(terms).length > 0) draft.changes[row.id] = terms;
  else delete draft.changes[row.id];
}

function lineFields(
  page: DocumentPage,
  row: Row,
  draft: Draft,
  update: () => void,
): TemplateResult {
  const { w, translator } = page.workspace;
  const field = (name: Field, label: string): TemplateResult =>
    numberField(
      page.workspace,
      label,
      draft.changes[row.id]?.[name] ?? draft.terms.get(row.id)?.[name] ?? '',
      (value) => {
        note(draft, row, name, value);
        update();
      },
      name === 'unitPrice' ? { name, currency: text(page.head, 'currency') } : { name },
    );
  return html`<fieldset class="wide form-grid">
    <legend><bdi>${text(row.input, 'name') || w('index.untitled')}</bdi></legend>
    ${field('unitPrice', translator.t('column.unitPrice'))}
    ${field('quantity', translator.t('column.quantity'))}
  </fieldset>`;
}

function outcome(
  page: DocumentPage,
  draft: Draft,
  reply: PeriodChanged | string | null,
): TemplateResult | typeof nothing {
  const { w } = page.workspace;
  if (reply === null) return nothing;
  if (typeof reply === 'string') {
    return html`<p class="problem wide" role="alert">${reply}</p>`;
  }
  const total = reply.total;
  const back = total.startsWith('-');
  const amount = page.workspace.money(back ? total.slice(1) : total, text(page.head, 'currency'));
  return html`${prorationTable(page, w('change.credit'), reply.credit)}
  ${prorationTable(page, w('change.charge'), reply.charge, w('proration.daysLeft'))}
  ${notice(page, reply, 'last-period')}
  ${hasNotice(reply, 'period-not-paid') ? html`<p class="lasting wide" role="note">${w('change.notPaid')}</p>` : nothing}
  ${
    reply.document === undefined
      ? html`<p class="wide soft">${w('change.nothingRunning')}</p>`
      : html`<p class="wide strong" role="status">
            ${w(back ? 'change.back' : 'change.toPay', { amount })}
          </p>
          ${tickField(w(back ? 'change.withMemo' : 'change.withInvoice'), draft.bill, (value) => (draft.bill = value), { wide: true, name: 'bill' })}`
  }`;
}

/** What the core says beside its answer, in the words of the page. */
function notice(
  page: DocumentPage,
  { notices }: PeriodChanged,
  code: string,
): TemplateResult | typeof nothing {
  const said = notices.find((each) => each.code === code);
  return said === undefined
    ? nothing
    : html`<p class="lasting wide" role="note">${page.reason(said)}</p>`;
}

/** Its invoices of the running payment and of later ones: they keep the terms they were made at. */
function invoiced(page: DocumentPage, on: string): TemplateResult | typeof nothing {
  const made = page.rows.filter(
    ({ kind, origin, originDue, status }) =>
      kind === 'invoice' && origin === page.open.id && originDue !== '' && status !== 'voided',
  );
  const running = made.map(({ originDue }) => originDue).filter((due) => due <= on);
  const begun = running.toSorted().at(-1) ?? '';
  const rows = made.filter(
    ({ originDue, status }) => originDue > on || (originDue === begun && status !== 'paid'),
  );
  return rows.length === 0
    ? nothing
    : html`<div class="wide lasting" role="note">
        <p>${page.workspace.w('change.invoiced')}</p>
        <ul>
          ${rows.map((row) => html`<li>${rowLink(page.workspace, row)}</li>`)}
        </ul>
      </div>`;
}

/** What the change comes to; null while nothing is changed. */
function ask(
  page: DocumentPage,
  basis: ProrationBasis,
  { on, changes }: Draft,
): PeriodChanged | string | null {
  const values = Object.values(changes).flatMap((terms) => Object.values(terms));
  // What is no number is said at its box.
  if (values.length === 0 || !values.every(isPlainDecimal)) return null;
  const { owner } = page.workspace.store.settings;
  return askPeriod(page, basis, {
    do: 'change',
    on,
    at: new Date().toISOString(),
    ...(owner === '' ? {} : { by: owner }),
    changes,
  });
}

/** Asks for the new terms and shows credit and charge before they apply. */
export async function changeDialog(page: DocumentPage): Promise<void> {
  const { w, today } = page.workspace;
  const basis = await prorationBasis(page);
  const rows = recurringRows(page);
  const terms = termsOn(page, today);
  const draft: Draft = { changes: {}, terms, on: today, search: '', bill: true };
  let reply: PeriodChanged | string | null = null;
  // Asked once a change, so that what is shown is what is done.
  const update = (): void => {
    reply = ask(page, basis, draft);
    page.workspace.requestUpdate();
  };
  const shown = (): Row[] => {
    const wanted = fold(draft.search);
    return rows
      .filter(({ input }) => fold(text(input, 'name')).includes(wanted))
      .slice(0, MOST_SHOWN);
  };
  recordDialog(page, {
    title: w('doc.changeTerms'),
    confirm: w('change.apply'),
    blocked: () => reply === null,
    body: () =>
      html`${dateField(
          page.workspace,
          w('change.on'),
          draft.on,
          (value) => {
            draft.on = value;
            draft.terms = termsOn(page, value);
            update();
          },
          { name: 'on' },
        )}
        ${
          rows.length > MOST_SHOWN
            ? textField(
                w('list.search'),
                draft.search,
                (value) => {
                  draft.search = value;
                  update();
                },
                { type: 'search', name: 'search' },
              )
            : nothing
        }
        ${shown().map((row) => lineFields(page, row, draft, update))}
        <div class="follows">${outcome(page, draft, reply)} ${invoiced(page, draft.on)}</div>
        <p class="wide soft">${w('change.note')}</p>`,
    act: () => (reply === null ? null : change(page, draft, reply)),
  });
}

async function change(
  page: DocumentPage,
  draft: Draft,
  reply: PeriodChanged | string,
): Promise<string | null> {
  const { w, store } = page.workspace;
  if (typeof reply === 'string') return reply;
  // The new state in place of this one is one step, and undo takes it back as one.
  const command = writeJson({
    op: 'replace',
    label: 'change',
    state: reply.state,
  });
  const applied = page.session.applyText(command);
  if (isRefusal(applied)) return page.reason(applied.error);
  page.adopt();
  page.changed();
  await page.flush();
  let document: string | null = null;
  if (draft.bill && reply.document !== undefined) {
    const row = await store.addDocument(textOf(reply.document));
    if (isRefusal(row)) return page.reason(row.error);
    document = row.id;
    await page.readRows();
  }
  page.workspace.announce(w('change.done'));
  page.workspace.emit('crossfoot-change-terms', {
    id: page.open.id,
    on: draft.on,
    changes: draft.changes,
    total: reply.total,
    document,
  });
  return null;
}
