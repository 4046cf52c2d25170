/** What the unused days of a running period come to, as the core works it out. */
import type { PeriodCancelled, PeriodChanged, Proration } from '../../../../schema/contract.ts';
import { html, nothing, type TemplateResult } from 'lit';
import { isRefusal } from '../../engine/refusal.ts';
import { records, text } from '../../preview/paper-source.ts';
import { negated } from '../../number/taken-off.ts';
import { englishWords, loadWords } from '../../preview/words.ts';
import type { DocumentPage } from '../pages/document-page.ts';
import { newId } from '../store/records.ts';
import type { Json, JsonObject } from '../../json/lossless-json.ts';
import { asWritten, callVerbatim } from '../store/verbatim.ts';

/** What the core answers to a cancellation or a change of terms. */
export type PeriodReply = PeriodCancelled | PeriodChanged;

/**
 * What a bill of some days is made with: how its lines are described (the core fills in the days),
 * and what was made of the subscription before, which tells which invoice it corrects.
 */
export interface ProrationBasis extends WordsOfDays {
  readonly made: Json[];
}

/** How the lines of some days are described. */
export interface WordsOfDays extends JsonObject {
  readonly unusedText: string;
  readonly remainingText: string;
}

/** In the language of the document: they are printed, and stay on the bill. */
export async function wordsOfDays(page: DocumentPage): Promise<WordsOfDays> {
  const words = await loadWords(text(page.head, 'language') || 'en').catch(() => englishWords);
  return { unusedText: words.unusedDays, remainingText: words.remainingDays };
}

/** What the bill of a change or a cancellation is made with. */
export async function prorationBasis(page: DocumentPage): Promise<ProrationBasis> {
  const words = await wordsOfDays(page);
  await page.readRows();
  return { ...words, made: page.bills };
}

/** Asks the core about a period of the open subscription; nothing changes. The reason if it refuses. */
export function askPeriod<Answered extends PeriodReply>(
  page: DocumentPage,
  basis: ProrationBasis,
  question: JsonObject,
): Answered | string {
  const reply = callVerbatim(page.workspace.client, 'period', {
    state: asWritten(page.session.save()),
    id: newId('doc'),
    ...basis,
    ...question,
  });
  return isRefusal(reply) ? page.reason(reply.error) : (reply as Answered);
}

/** True where the core has this to say beside its answer. */
export function hasNotice({ notices }: PeriodReply, code: string): boolean {
  return notices.some((notice) => notice.code === code);
}

/** The nets without any tax: those of the core contain the taxes inside the prices. */
function netsOf(page: DocumentPage, lines: Proration['lines']): readonly string[] {
  const currency = text(page.head, 'currency');
  const lists = lines.map(({ total, taxes }) => [
    total,
    ...taxes.map(({ amount }) => negated(amount)),
  ]);
  const reply = page.workspace.client.call('sum', { currency, lists });
  return isRefusal(reply) ? [] : reply.sums;
}

/** A table of what is given back or charged: every line, its days, its taxes. */
export function prorationTable(
  page: DocumentPage,
  caption: string,
  proration: Proration | null | undefined,
  days = page.workspace.w('proration.days'),
): TemplateResult | typeof nothing {
  if (!proration || proration.lines.length === 0) return nothing;
  const { w } = page.workspace;
  const head = page.head;
  const money = (amount: string): string => page.workspace.money(amount, text(head, 'currency'));
  const counts = new Intl.NumberFormat(page.workspace.locale);
  const count = (days: number): string => counts.format(days);
  const rates = records(head, 'taxRates');
  const rateName = (id: string): string =>
    text(
      rates.find((rate) => text(rate, 'id') === id),
      'name',
    ) || id;
  const names = lineNames(
    page,
    proration.lines.map(({ id }) => id),
  );
  const nets = netsOf(page, proration.lines);
  return html`<div class="table-wrap wide">
    <table class="records">
      <caption>
        ${caption}
      </caption>
      <thead>
        <tr>
          <th scope="col">${w('proration.line')}</th>
          <th scope="col">${days}</th>
          <th scope="col" class="number">${w('proration.net')}</th>
          <th scope="col" class="number">${w('report.tax')}</th>
          <th scope="col" class="number">${w('payment.sum')}</th>
        </tr>
      </thead>
      <tbody>
        ${proration.lines.map(
          (line, index) =>
            html`<tr>
              <th scope="row"><bdi>${names.get(line.id) ?? line.id}</bdi></th>
              <td>${w('proration.daysOf', { days: count(line.days), of: count(line.of) })}</td>
              <td class="number"><bdi>${money(nets[index] ?? line.net)}</bdi></td>
              <td class="number">
                ${line.taxes.map(
                  ({ id, amount }) =>
                    html`<div>
                      <span class="soft"><bdi>${rateName(id)}</bdi></span>
                      <bdi>${money(amount)}</bdi>
                    </div>`,
                )}
              </td>
              <td class="number"><bdi>${money(line.total)}</bdi></td>
            </tr>`,
        )}
      </tbody>
      <tfoot>
        <tr>
          <th scope="row" colspan="4">${w('property.total')}</th>
          <td class="number">
            <strong><bdi>${money(proration.total)}</bdi></strong>
          </td>
        </tr>
      </tfoot>
    </table>
  </div>`;
}

function lineNames(page: DocumentPage, ids: readonly string[]): Map<string, string> {
  const reply = page.session.query({ get: 'rows', ids });
  if (isRefusal(reply)) return new Map();
  return new Map(reply.rows.map(({ id, input }) => [id, text(input, 'name')]));
}
