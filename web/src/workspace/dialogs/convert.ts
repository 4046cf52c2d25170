/**
 * Making other documents out of this one. What was made of it before is shown and asked about, what
 * is billed already is not billed again, and what had to change on the way is said.
 */
import { html, nothing, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import type { Converted, JsonObject, Totals } from '../../../../schema/contract.ts';
import { isRefusal } from '../../engine/refusal.ts';
import type { Json } from '../../json/lossless-json.ts';
import type { MenuItem } from '../../ui/menu.ts';
import { text } from '../../preview/paper-source.ts';
import type { WorkspaceMessageKey } from '../words.ts';
import { KIND_PAGES, type Kind } from '../kinds.ts';
import { giveDefaults } from '../new-document.ts';
import type { DocumentPage } from '../pages/document-page.ts';
import { madeFrom, relatives } from '../store/made-from.ts';
import { newId, type DocumentRecord, type DocumentRow } from '../store/records.ts';
import { asWritten, callVerbatim, textOf } from '../store/verbatim.ts';
import { creditedBefore } from './credited-before.ts';
import {
  additionWords,
  differenceOf,
  dueNowOf,
  partsOf,
  withState,
  type Division,
  type Made,
} from './division.ts';
import { rowLink } from './row-link.ts';
import { codedNames, offeredState } from './offer.ts';
import { recordDialog } from './record-dialog.ts';

type More = { readonly [name: string]: Json };

/** Kinds that ask for money: what one of them bills, another must not bill again. */
const BILLING: ReadonlySet<string> = new Set(['invoice', 'subscription', 'paymentLink']);

/** Kinds in which a discount counts without its code: it was said before (DO-4.8). */
const SAID: ReadonlySet<string> = new Set(['invoice', 'subscription']);

function tryConvert(page: DocumentPage, to: string, more: More = {}): Converted | string {
  const offered = SAID.has(to) ? offeredState(page) : null;
  if (typeof offered === 'object' && offered !== null) return offered.reason;
  const reply = callVerbatim(page.workspace.client, 'convert', {
    state: asWritten(offered ?? page.session.save()),
    to,
    id: newId('doc'),
    date: page.workspace.today,
    ...more,
  });
  return isRefusal(reply) ? page.reason(reply.error) : reply;
}

/** Which discounts the new document lacks, as their code was not said; '' for none. */
function withoutCodes(page: DocumentPage, to: string): string {
  const { w, translator } = page.workspace;
  const names = SAID.has(to) ? codedNames(page) : [];
  return names.length === 0 ? '' : w('convert.withoutCodes', { names: translator.list(names) });
}

/** An entry for each kind this document may become, and one for a copy. */
export function convertMenu(page: DocumentPage): MenuItem[] {
  const { w } = page.workspace;
  const others = KIND_PAGES.filter(({ kind }) => kind !== page.kind)
    .filter(({ kind }) => typeof tryConvert(page, kind) !== 'string')
    .map(({ kind }) => ({
      label: w(`convert.${kind}` as WorkspaceMessageKey),
      run: () => void convert(page, kind),
    }));
  return [{ label: w('convert.copy'), run: () => void convert(page, page.kind) }, ...others];
}

/** The invoices and subscriptions made of it before, as they stand now. */
async function madeBefore(page: DocumentPage): Promise<Json[]> {
  const { store } = page.workspace;
  const rows = madeFrom(await store.all<DocumentRow>('rows'), page.open.id);
  const made = await Promise.all(
    rows
      .filter(({ kind }) => kind === 'invoice' || kind === 'subscription')
      .map(({ id }) => store.one<DocumentRecord>('documents', id)),
  );
  return made.flatMap((each) => (each ? [asWritten(each.state)] : []));
}

/** What the core has to know of earlier conversions. */
async function earlierFor(page: DocumentPage, to: string): Promise<More> {
  if (to === page.kind) return {};
  if (to === 'creditMemo') return creditedBefore(page);
  return SAID.has(to) ? { made: await madeBefore(page) } : {};
}

/** Makes another document of this one; asks where something speaks against it or divides it. */
export async function convert(page: DocumentPage, to: string): Promise<void> {
  if (page.goToNotTaken()) return;
  const { store } = page.workspace;
  await page.flush();
  const rows = await store.all<DocumentRow>('rows');
  const own = rows.find(({ id }) => id === page.open.id);
  const found =
    to === page.kind || !own
      ? []
      : to === 'creditMemo'
        ? madeFrom(rows, own.id)
        : relatives(rows, own.id);
  const before = found.filter(({ kind }) => kind === to || (BILLING.has(to) && BILLING.has(kind)));
  const more = await earlierFor(page, to);
  const ways = waysTo(page, to, more);
  const [first, ...others] = ways;
  if (!first) return;
  const isExact = !first.division || differenceOf(page, first.division) === '';
  if (before.length === 0 && others.length === 0 && isExact) {
    if (typeof first.makes === 'string') page.workspace.announce(first.makes);
    else await storeAll(page, first.makes);
    return;
  }
  askDialog(page, to, before, ways);
}

/** One way in which it can be made. */
interface Way {
  readonly id: 'once' | 'due' | 'all' | 'both' | 'printed';
  readonly label: string;
  /** What is made, or why it is not. */
  readonly makes: readonly Made[] | string;
  /** What that comes to with the rest of the offer; null where nothing is divided. */
  readonly division: Division | null;
}

/** The ways to make it; what is proposed stands first where it asks for what was offered. */
function waysTo(page: DocumentPage, to: string, more: More): Way[] {
  const isOffer = page.kind === 'quote' || page.kind === 'deal';
  if (isOffer && to === 'invoice') return invoiceWays(page, more);
  if (isOffer && to === 'subscription') return subscriptionWays(page, more);
  const whole = tryConvert(page, to, more);
  return [way('all', '', to, whole, null)];
}

function way(
  id: Way['id'],
  label: string,
  to: string,
  converted: Converted | string,
  division: Division | null,
): Way {
  return {
    id,
    label,
    makes: typeof converted === 'string' ? converted : [{ to, converted }],
    division,
  };
}

/** What was made of the offer with what is made now and what is left to make. */
function divided(page: DocumentPage, made: readonly Json[], now: readonly Made[]): Division | null {
  const states = [...made, ...now.flatMap(({ converted }) => converted.states)] as JsonObject[];
  const kinds = ['invoice', 'subscription'];
  const missing = kinds.filter((kind) => !states.some((state) => text(state, 'kind') === kind));
  const rest = missing.flatMap((kind) => {
    const converted = tryConvert(page, kind, { made: states as Json[] });
    return typeof converted === 'string' ? [] : converted.states;
  });
  const all: readonly JsonObject[] = [...states, ...rest];
  const parts = kinds.flatMap((kind) =>
    partsOf(
      page,
      kind,
      all.filter((state) => text(state, 'kind') === kind),
    ),
  );
  const offered = offeredState(page);
  if (typeof offered === 'object' && offered !== null) return null;
  const [dueNow] = dueNowOf(page, [asWritten(offered ?? page.session.save()) as JsonObject]);
  return dueNow === undefined ? null : { offered: dueNow, parts };
}

const madeOf = (more: More): readonly Json[] => (more['made'] ?? []) as readonly Json[];

/** Whole, of what is due now, or of what is due once: the first of the two that comes to the offer. */
function invoiceWays(page: DocumentPage, more: More): Way[] {
  const { w } = page.workspace;
  const whole = tryConvert(page, 'invoice', more);
  const due = tryConvert(page, 'invoice', { ...more, part: 'due' });
  const once = tryConvert(page, 'invoice', { ...more, part: 'once' });
  const found: Way[] = [];
  const add = (
    id: Way['id'],
    key: 'convert.once' | 'convert.due' | 'convert.all',
    converted: Converted | string,
  ): void => {
    if (typeof converted === 'string') return;
    const amount = dueOf(page, converted);
    const label = w(key, { amount });
    if (
      found.some((each) => typeof each.makes !== 'string' && asksFor(page, each.makes) === amount)
    )
      return;
    const division = divided(page, madeOf(more), [{ to: 'invoice', converted }]);
    found.push(way(id, label, 'invoice', converted, division));
  };
  const isWholeDue =
    typeof whole !== 'string' && typeof due !== 'string' && dueOf(page, whole) === dueOf(page, due);
  add('once', 'convert.once', once);
  add('due', isWholeDue ? 'convert.all' : 'convert.due', due);
  add('all', 'convert.all', whole);
  if (found.length === 0) return [way('all', '', 'invoice', whole, null)];
  // Nothing is divided where the first payments cost nothing: they are on the invoice.
  if (found.length === 1) return [way('all', '', 'invoice', whole, found[0]?.division ?? null)];
  return exactFirst(page, found);
}

/**
 * From its first payment on, on the days that the quote's paper says (DO-3.6) or from today; where an
 * order discount or fee of the offer is lost with that, from the second payment on, with an invoice of
 * what the offer asks for now.
 */
function subscriptionWays(page: DocumentPage, more: More): Way[] {
  const { w } = page.workspace;
  const made = madeOf(more);
  const today = tryConvert(page, 'subscription', more);
  if (typeof today === 'string') return [way('all', '', 'subscription', today, null)];
  const printed = asPrinted(page, 'subscription', more, today);
  const keepsDays = printed !== null && text(page.head, 'date') >= page.workspace.today;
  const alone = keepsDays ? printed : today;
  const ask = (converted: Converted): Division | null =>
    divided(page, made, [{ to: 'subscription', converted }]);
  const found: Way[] = [];
  if (printed && !keepsDays) {
    const label = w('convert.asPrinted', { date: startsOf(page, printed) });
    found.push(way('printed', label, 'subscription', printed, ask(printed)));
  }
  const amount = dueOf(page, alone);
  const label =
    found.length > 0
      ? w('convert.fromToday', { date: startsOf(page, alone) })
      : w('convert.alone', { amount });
  found.push(way('all', label, 'subscription', alone, ask(alone)));
  const isExact = found.every(({ division }) => !division || differenceOf(page, division) === '');
  const both = isExact ? null : withInvoice(page, made);
  return both ? exactFirst(page, [both, ...found]) : found;
}

/** An invoice of what the offer asks for now, and the subscription after it; null where none can be made. */
function withInvoice(page: DocumentPage, made: readonly Json[]): Way | null {
  // What an invoice billed before is not billed again.
  const invoice = tryConvert(page, 'invoice', { made: [...made], part: 'rest' });
  if (typeof invoice === 'string') return null;
  const states = [...made, ...(invoice.states as unknown as Json[])];
  const subscription = tryConvert(page, 'subscription', { made: states });
  if (typeof subscription === 'string') return null;
  const makes: Made[] = [
    { to: 'invoice', converted: invoice },
    { to: 'subscription', converted: subscription },
  ];
  const isRest = made.some((each) => text(each as JsonObject, 'kind') === 'invoice');
  const label = page.workspace.w(isRest ? 'convert.bothRest' : 'convert.both', {
    amount: dueOf(page, invoice),
    date: startsOf(page, subscription),
  });
  return { id: 'both', label, makes, division: divided(page, made, makes) };
}

function exactFirst(page: DocumentPage, ways: readonly Way[]): Way[] {
  const exact = ways.find(({ division }) => division && differenceOf(page, division) === '');
  return exact ? [exact, ...ways.filter((each) => each !== exact)] : [...ways];
}

function asksFor(page: DocumentPage, makes: readonly Made[]): string {
  return makes.map(({ converted }) => dueOf(page, converted)).join(' + ');
}

/** What is asked for now, where the label that is shown does not say so. */
function asks(
  page: DocumentPage,
  label: string,
  makes: readonly Made[],
): TemplateResult | typeof nothing {
  const said = makes.some(({ converted }) => label.includes(dueOf(page, converted)));
  if (said) return nothing;
  const amount = asksFor(page, makes);
  return html`<p class="wide">${page.workspace.w('convert.asks', { amount })}</p>`;
}

/**
 * The subscription with the first payments on the days that the quote's paper says (DO-3.6); null where
 * it has these days anyhow, or there is no such paper.
 */
function asPrinted(
  page: DocumentPage,
  to: string,
  more: More,
  today: Converted | string,
): Converted | null {
  if (to !== 'subscription' || page.kind !== 'quote' || typeof today === 'string') return null;
  const printed = tryConvert(page, to, { ...more, date: text(page.head, 'date') });
  const differs = typeof printed !== 'string' && startsOf(page, printed) !== startsOf(page, today);
  return differs ? printed : null;
}

/** The days of the first payments, by the core, as a person reads them. */
function startsOf(page: DocumentPage, converted: Converted): string {
  const days = converted.states.flatMap((state) =>
    withState(page, state, (session) => {
      const { recurring } = session.query({ get: 'summary' }) as Totals;
      return recurring.flatMap(({ start }) => start ?? []);
    }),
  );
  const { translator, day } = page.workspace;
  return translator.list([...new Set(days)].toSorted().map(day));
}

/** What the documents ask for now, by the core; a list where there are several. */
function dueOf(page: DocumentPage, { states }: Converted): string {
  const { money } = page.workspace;
  const currency = text(states[0], 'currency');
  return dueNowOf(page, states)
    .map((dueNow) => money(dueNow, currency))
    .join(' + ');
}

/** Asks before something is made once more, or which part of it is made and how. */
function askDialog(
  page: DocumentPage,
  to: string,
  before: readonly DocumentRow[],
  ways: readonly Way[],
): void {
  const { w } = page.workspace;
  let chosen = ways[0] as Way;
  const option = (each: Way): TemplateResult =>
    html`<label class="check">
      <input
        type="radio"
        name="part"
        value=${each.id}
        .checked=${live(chosen === each)}
        @change=${() => {
          chosen = each;
          page.workspace.requestUpdate();
        }}
      />
      <span>${each.label}</span>
    </label>`;
  recordDialog(page, {
    title: w(`convert.${to}` as WorkspaceMessageKey),
    confirm: before.some(({ kind }) => kind === to) ? w('convert.another') : w('convert.make'),
    blocked: () => typeof chosen.makes === 'string',
    body: () => {
      const { makes, division, label } = chosen;
      return html`${
        before.length === 0
          ? nothing
          : html`<div class="wide lasting" role="note">
              <p>${w(to === 'creditMemo' ? 'doc.made' : 'convert.already')}</p>
              <ul>
                ${before.map((row) => html`<li>${rowLink(page.workspace, row)}</li>`)}
              </ul>
            </div>`
      }
      ${
        ways.length > 1
          ? html`<fieldset class="wide">
              <legend>${w(questionOf(to, ways))}</legend>
              ${ways.map(option)}
            </fieldset>`
          : nothing
      }
      ${
        typeof makes === 'string'
          ? html`<p class="wide problem" role="alert">${makes}</p>`
          : html`${asks(page, ways.length > 1 ? label : '', makes)}
            ${division && division.parts.length > 0 ? html`<p class="wide" role="status">${additionWords(page, division)}</p>` : nothing}
            ${withoutCodes(page, to) === '' ? nothing : html`<p class="wide">${withoutCodes(page, to)}</p>`}
            ${makes.map(({ converted }) => noticeList(page, converted))}`
      }`;
    },
    act: async () => {
      const { makes } = chosen;
      if (typeof makes === 'string') return makes;
      await storeAll(page, makes, true);
      return null;
    },
  });
}

function questionOf(to: string, ways: readonly Way[]): WorkspaceMessageKey {
  if (to === 'invoice') return 'convert.part';
  return ways.some(({ id }) => id === 'both') ? 'convert.first' : 'convert.dayPassed';
}

async function storeAll(page: DocumentPage, makes: readonly Made[], told = false): Promise<void> {
  const { store, w, today } = page.workspace;
  const all = makes.flatMap(({ to, converted }) =>
    converted.states.map((state) => ({ to, state })),
  );
  const { to, converted } = makes.at(-1) as Made;
  const done = w('convert.done', { count: all.length });
  const said = [done, withoutCodes(page, to)].join(' ').trim();
  for (const each of all) {
    const whole = giveDefaults(each.state, each.to as Kind, store.settings, today);
    const row = await store.addDocument(textOf(whole as Json));
    if (isRefusal(row)) {
      page.workspace.announce(page.reason(row.error));
      return;
    }
  }
  const first = text(converted.states[0], 'id');
  page.workspace.navigate(`/document/${encodeURIComponent(first)}`);
  page.workspace.announce(said);
  if (converted.notices.length > 0 && !told) noticesDialog(page, converted);
}

/** A notice as a sentence; what the new document says of its own lines is an issue there. */
function noticeWords(page: DocumentPage, notice: Converted['notices'][number]): string {
  const { translator } = page.workspace;
  return notice.reasonId === undefined
    ? translator.lookup(`issue.${notice.code}`, notice.message)
    : page.reason(notice);
}

/** What changed on the way, line by line. */
function noticeList(page: DocumentPage, { notices }: Converted): TemplateResult | typeof nothing {
  if (notices.length === 0) return nothing;
  const names = new Map(
    (JSON.parse(page.session.save()) as { lines: { id: string; name?: string }[] }).lines.map(
      ({ id, name }) => [id, name ?? ''],
    ),
  );
  return html`<ul class="notices wide">
    ${notices.map(
      (notice) =>
        html`<li>
          <strong><bdi>${names.get(notice.lineId ?? '') ?? ''}</bdi></strong>
          ${noticeWords(page, notice)}
        </li>`,
    )}
  </ul>`;
}

function noticesDialog(page: DocumentPage, converted: Converted): void {
  const { w, overlays, translator } = page.workspace;
  const list = noticeList(page, converted);
  // After the page of the new document has taken the place of this one.
  setTimeout(
    () =>
      overlays.openDialog({
        title: w('convert.notices', { count: converted.notices.length }),
        body: () => html`${list}`,
        footer: () =>
          html`<button class="primary" type="button" @click=${() => overlays.close()}>
            ${translator.t('action.close')}
          </button>`,
      }),
    300,
  );
}
