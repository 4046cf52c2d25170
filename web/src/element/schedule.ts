/** The payment schedule: a table, with a small chart of the same figures above it. */
import { html, nothing, type TemplateResult } from 'lit';
import { formatDate } from '../date/dates.ts';
import { formatDecimal } from '../number/format.ts';
import { negated } from '../number/taken-off.ts';
import type { Reply, ScheduleEntry } from '../../../schema/contract.ts';
import { isRefusal } from '../engine/refusal.ts';
import { apartFromPlan } from '../sentences/apart-from-plan.ts';
import type { EditorContext } from './editor-context.ts';
import { scheduleChart } from './schedule-chart.ts';
import { kindFacts } from '../store/kind-facts.ts';

/** How many payments are shown at first, and how many more at a time. */
export const FIRST_SHOWN = 12;
export const MORE_SHOWN = 600;
/** Printed beyond those shown, so that a page has the payments of five years. */
const ON_PAPER = 120;

/**
 * The entries of the schedule, from the core; null where it has too many dates to be listed. Their net
 * is without the taxes that the prices contain, and these are among its taxes, as the totals say it.
 */
export function readSchedule(editor: EditorContext): readonly ScheduleEntry[] | null {
  const reply = editor.store.engine.query({ get: 'schedule' });
  if (isRefusal(reply)) return [];
  const { schedule } = reply as { schedule: ScheduleEntry[] | null };
  return schedule && taxesApart(editor, schedule);
}

function taxesApart(
  editor: EditorContext,
  entries: readonly ScheduleEntry[],
): readonly ScheduleEntry[] {
  const inside = entries.filter(({ taxIncluded }) => !/^-?[0.]*$/.test(taxIncluded ?? '0'));
  if (inside.length === 0) return entries;
  const lists = inside.flatMap(({ net, tax, taxIncluded }) => [
    [net, negated(taxIncluded ?? '0')],
    [tax, taxIncluded],
  ]);
  const { currency } = editor.store;
  const { sums } = editor.store.engine.call('sum', { currency, lists }) as Reply<'sum'>;
  const apart = new Map(
    inside.map((entry, index) => {
      const [net = entry.net, tax = entry.tax] = sums.slice(2 * index, 2 * index + 2);
      return [entry, { ...entry, net, tax }];
    }),
  );
  return entries.map((entry) => apart.get(entry) ?? entry);
}

/** Addends of a payment that most schedules have none of. */
const SELDOM = ['fees', 'roundingDifference'] as const;
type Seldom = (typeof SELDOM)[number];
const SELDOM_LABELS = {
  fees: 'schedule.fees',
  roundingDifference: 'total.roundingDifference',
} as const;

/** Those that some payment has: without them a row would not come to its payment. */
function addendsOf(entries: readonly ScheduleEntry[]): Seldom[] {
  const some = (name: Seldom): boolean =>
    entries.some((entry) => !/^-?[0.]*$/.test(entry[name] ?? '-'));
  return SELDOM.filter(some);
}

function entryTemplate(
  editor: EditorContext,
  entry: ScheduleEntry,
  show: { readonly seldom: readonly Seldom[]; readonly onlyOnPaper: boolean },
): TemplateResult {
  const cell = (amount: string | null, kind = 'end'): TemplateResult =>
    html`<td class=${kind}>
      ${amount === null ? '–' : formatDecimal(amount, editor.numberLocale)}
    </td>`;
  return html`<tr class=${show.onlyOnPaper ? 'paper-only' : nothing}>
    <th scope="row">${formatDate(entry.date, editor.numberLocale)}</th>
    ${cell(entry.net)} ${show.seldom.includes('fees') ? cell(entry.fees) : nothing}
    ${cell(entry.tax)}
    ${show.seldom.includes('roundingDifference') ? cell(entry.roundingDifference) : nothing}
    ${cell(entry.total, 'end strong')}
  </tr>`;
}

/** The schedule region for entries of the core, `count` of them at first. */
export function schedulePanel(
  editor: EditorContext,
  listed: readonly ScheduleEntry[] | null,
  count: number,
  showMore: () => void,
): TemplateResult | typeof nothing {
  if (!kindFacts(editor.store.kind).recurs) return nothing;
  const entries = listed ?? [];
  const shown = entries.slice(0, Math.max(count, ON_PAPER));
  const left = entries.length - count;
  const seldom = addendsOf(entries);
  const t = editor.t.bind(editor);
  const head = (name: Seldom): TemplateResult | typeof nothing =>
    seldom.includes(name)
      ? html`<th scope="col" class="end">${t(SELDOM_LABELS[name])}</th>`
      : nothing;
  const endless = editor.store.totals.summary.totalBlockedBy.length > 0;
  const apart = apartFromPlan(editor.store.list('events'), editor.translator, {
    day: (date) => formatDate(date, editor.numberLocale),
    money: (amount) => editor.money(amount),
  });
  return html`<section
    class="schedule"
    part="schedule"
    data-region="schedule"
    tabindex="-1"
    aria-labelledby="schedule-title"
  >
    <h2 id="schedule-title">${t('region.schedule')}</h2>
    ${
      entries.length === 0
        ? html`<p class="faint">${t(listed ? 'schedule.empty' : 'issue.schedule-too-long')}</p>`
        : html`${entries.length > 1 ? scheduleChart(editor, entries) : nothing}
            <div class="schedule-scroll" tabindex="0" role="group" aria-labelledby="schedule-title">
              <table>
                <thead>
                  <tr>
                    <th scope="col">${t('schedule.date')}</th>
                    <th scope="col" class="end">${t('schedule.net')}</th>
                    ${head('fees')}
                    <th scope="col" class="end">${t('schedule.tax')}</th>
                    ${head('roundingDifference')}
                    <th scope="col" class="end">${t('schedule.total')}</th>
                  </tr>
                </thead>
                <tbody>
                  ${shown.map((entry, index) => entryTemplate(editor, entry, { seldom, onlyOnPaper: index >= count }))}
                </tbody>
              </table>
            </div>
            ${
              left > 0
                ? html`<button type="button" class="link" @click=${showMore}>
                    ${
                      left <= MORE_SHOWN
                        ? t('schedule.more', { count: entries.length })
                        : t('schedule.further', { count: MORE_SHOWN, all: entries.length })
                    }
                  </button>`
                : nothing
            }
            ${endless ? html`<p class="faint small">${t('schedule.continues')}</p>` : nothing}`
    }
    ${apart.map((words) => html`<p class="faint small">${words}</p>`)}
  </section>`;
}
