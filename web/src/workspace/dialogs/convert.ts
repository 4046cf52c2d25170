/**
 * Making other documents out of this one. What was made of it before is shown and asked about, what
 * is billed already is not billed again, and what had to change on the way is said.
 */
import { html, nothing, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import type { Converted, JsonObject, Totals } from '../../../../schema/contract.ts';
import { isRefusal } from '../../engine/refusal.ts';
import type { DocumentSession } from '../../engine/client.ts';
import type { Json } from '../../json/lossless-json.ts';
import type { MenuItem } from '../../ui/menu.ts';
import { text } from '../../preview/paper-source.ts';
import type { WorkspaceMessageKey } from '../i18n/words.ts';
import { KIND_PAGES, type Kind } from '../kinds.ts';
import { giveDefaults } from '../new-document.ts';
import type { DocumentPage } from '../pages/document-page.ts';
import { madeFrom, relatives } from '../store/made-from.ts';
import { newId, type DocumentRecord, type DocumentRow } from '../store/records.ts';
import { asWritten, callVerbatim, textOf } from '../store/verbatim.ts';
import { creditedBefore } from './credited-before.ts';
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

/** What the core has to know of earlier conversions. */
async function earlierFor(page: DocumentPage, to: string): Promise<More> {
  if (to === 'creditMemo') return creditedBefore(page);
  if (to !== 'invoice' && to !== 'subscription') return {};
  const { store } = page.workspace;
  const rows = madeFrom(await store.all<DocumentRow>('rows'), page.open.id);
  const made = await Promise.all(
    rows
      .filter(({ kind }) => kind === 'invoice' || kind === 'subscription')
      .map(({ id }) => store.one<DocumentRecord>('documents', id)),
  );
  return { made: made.flatMap((each) => (each ? [asWritten(each.state)] : [])) };
}

/** Makes another document of this one; asks where something speaks against it or divides it. */
export async function convert(page: DocumentPage, to: string): Promise<void> {
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
  const more = to === page.kind ? {} : await earlierFor(page, to);
  const whole = tryConvert(page, to, more);
  const once = to === 'invoice' ? tryConvert(page, to, { ...more, part: 'once' }) : '';
  const divides =
    typeof once !== 'string' &&
    typeof whole !== 'string' &&
    dueOf(page, once) !== dueOf(page, whole);
  const printed = asPrinted(page, to, more, whole);
  const keepsDays = printed !== null && text(page.head, 'date') >= page.workspace.today;
  const asked = keepsDays ? printed : whole;
  if (before.length === 0 && !divides && (printed === null || keepsDays)) {
    if (typeof asked === 'string') page.workspace.announce(asked);
    else await storeAll(page, to, asked);
    return;
  }
  askDialog(page, to, {
    before,
    whole: asked,
    once: divides ? once : null,
    printed: keepsDays ? null : printed,
  });
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

interface Question {
  readonly before: readonly DocumentRow[];
  readonly whole: Converted | string;
  /** The invoice of what is due once, where that is less. */
  readonly once: Converted | null;
  /** The subscription on the days of the quote's paper, where these have passed. */
  readonly printed: Converted | null;
}

/** Does something with one of the new documents as the core knows it; nothing where it is refused. */
function withState<T>(
  page: DocumentPage,
  state: JsonObject,
  use: (session: DocumentSession) => T[],
): T[] {
  const session = page.workspace.client.session();
  try {
    return isRefusal(session.open(textOf(state as Json))) ? [] : use(session);
  } finally {
    session.close();
  }
}

/** What the documents ask for now, by the core; a list where there are several. */
function dueOf(page: DocumentPage, { states }: Converted): string {
  const { money } = page.workspace;
  const amounts = states.flatMap((state) =>
    withState(page, state, (session) => {
      const { summary } = session.query({ get: 'summary' }) as Totals;
      return [money(summary.dueNow, text(state, 'currency'))];
    }),
  );
  return amounts.join(' + ');
}

/** Asks before something is made once more, or which part of it an invoice shall be. */
function askDialog(page: DocumentPage, to: string, question: Question): void {
  const { w } = page.workspace;
  const { before, whole, once, printed } = question;
  let part: 'once' | 'printed' | 'all' = once ? 'once' : printed ? 'printed' : 'all';
  const chosen = (): Converted | string =>
    (part === 'once' ? once : part === 'printed' ? printed : null) ?? whole;
  const option = (value: typeof part, label: string): TemplateResult =>
    html`<label class="check">
      <input
        type="radio"
        name="part"
        .checked=${live(part === value)}
        @change=${() => {
          part = value;
          page.workspace.requestUpdate();
        }}
      />
      <span>${label}</span>
    </label>`;
  recordDialog(page, {
    title: w(`convert.${to}` as WorkspaceMessageKey),
    confirm: before.some(({ kind }) => kind === to) ? w('convert.another') : w('convert.make'),
    blocked: () => typeof chosen() === 'string',
    body: () => {
      const now = chosen();
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
        once && typeof whole !== 'string'
          ? html`<fieldset class="wide">
              <legend>${w('convert.part')}</legend>
              ${option('once', w('convert.once', { amount: dueOf(page, once) }))}
              ${option('all', w('convert.all', { amount: dueOf(page, whole) }))}
            </fieldset>`
          : nothing
      }
      ${
        printed && typeof whole !== 'string'
          ? html`<fieldset class="wide">
              <legend>${w('convert.dayPassed')}</legend>
              ${option('printed', w('convert.asPrinted', { date: startsOf(page, printed) }))}
              ${option('all', w('convert.fromToday', { date: startsOf(page, whole) }))}
            </fieldset>`
          : nothing
      }
      ${
        typeof now === 'string'
          ? html`<p class="wide problem" role="alert">${now}</p>`
          : html`${once ? nothing : html`<p class="wide">${w('convert.asks', { amount: dueOf(page, now) })}</p>`}
            ${withoutCodes(page, to) === '' ? nothing : html`<p class="wide">${withoutCodes(page, to)}</p>`}
            ${noticeList(page, now)}`
      }`;
    },
    act: async () => {
      const now = chosen();
      if (typeof now === 'string') return now;
      await storeAll(page, to, now, true);
      return null;
    },
  });
}

async function storeAll(
  page: DocumentPage,
  to: string,
  converted: Converted,
  told = false,
): Promise<void> {
  const { store, w, today } = page.workspace;
  const done = w('convert.done', { count: converted.states.length });
  const said = [done, withoutCodes(page, to)].join(' ').trim();
  for (const state of converted.states) {
    const whole = giveDefaults(state, to as Kind, store.settings, today);
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
          ${page.reason(notice)}
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
