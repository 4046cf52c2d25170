/** The payment schedule: a table, and a small chart of the same figures. */
import { html, nothing, svg, type TemplateResult } from 'lit';
import { formatDate } from '../date/dates.ts';
import { formatDecimal } from '../number/format.ts';
import { isRefusal, type ScheduleEntry } from '../store/engine-port.ts';
import type { EditorContext } from './editor-context.ts';

const FIRST_SHOWN = 12;
const CHART_WIDTH = 480;
const CHART_HEIGHT = 72;
const MOST_BARS = 60;

/** The entries of the schedule, from the core. */
export function readSchedule(editor: EditorContext): readonly ScheduleEntry[] {
  const reply = editor.store.engine.query({ get: 'schedule' });
  const entries = isRefusal(reply)
    ? []
    : ((reply as { schedule?: ScheduleEntry[] }).schedule ?? []);
  // What would fall due from the day of a cancellation on is not asked for.
  const canceledOn = editor.store.at('canceledOn');
  return typeof canceledOn === 'string' ? entries.filter(({ date }) => date < canceledOn) : entries;
}

/** An amount as a whole number of its last digit, for comparing amounts exactly. */
function units(amount: string): bigint {
  return BigInt(amount.replace('.', ''));
}

/** Bars of the payments; their height is drawing, not money. */
function chart(editor: EditorContext, entries: readonly ScheduleEntry[]): TemplateResult {
  const shown = entries.slice(0, MOST_BARS);
  const largest = shown.reduce((a, b) => (units(b.total) > units(a.total) ? b : a));
  const top = units(largest.total);
  const step = CHART_WIDTH / shown.length;
  const bars = shown.map((entry, index) => {
    const share = top > 0n ? Number((units(entry.total) * 1000n) / top) / 1000 : 0;
    const height = Math.max(share, 0) * (CHART_HEIGHT - 4);
    const width = Math.max(1.5, Math.min(step * 0.62, 26));
    const x = index * step + (step - width) / 2;
    const y = CHART_HEIGHT - height;
    return svg`<rect class=${index === 0 ? 'now' : 'later'} x=${x} y=${y} width=${width} height=${height} rx="1.5"></rect>`;
  });
  const label = editor.t('schedule.chart', {
    first: formatDate(shown[0]?.date ?? '', editor.numberLocale),
    last: formatDate(shown.at(-1)?.date ?? '', editor.numberLocale),
    largest: editor.money(largest.total),
  });
  return html`<svg
    class="chart"
    role="img"
    aria-label=${label}
    viewBox="0 0 ${CHART_WIDTH} ${CHART_HEIGHT + 1}"
    preserveAspectRatio="none"
  >
    <title>${label}</title>
    ${bars}
    <line x1="0" x2=${CHART_WIDTH} y1=${CHART_HEIGHT + 0.5} y2=${CHART_HEIGHT + 0.5}></line>
  </svg>`;
}

function entryTemplate(editor: EditorContext, entry: ScheduleEntry): TemplateResult {
  const cell = (amount: string): TemplateResult =>
    html`<td class="end">${formatDecimal(amount, editor.numberLocale)}</td>`;
  return html`<tr>
    <th scope="row">${formatDate(entry.date, editor.numberLocale)}</th>
    ${cell(entry.net)}${cell(entry.fees)}${cell(entry.tax)}
    <td class="end strong">${formatDecimal(entry.total, editor.numberLocale)}</td>
  </tr>`;
}

/** The schedule region for entries of the core. `all` shows every payment. */
export function schedulePanel(
  editor: EditorContext,
  entries: readonly ScheduleEntry[],
  all: boolean,
  showAll: () => void,
): TemplateResult | typeof nothing {
  if (editor.store.kind === 'invoice' || editor.store.kind === 'creditMemo') return nothing;
  const shown = all ? entries : entries.slice(0, FIRST_SHOWN);
  const t = editor.t.bind(editor);
  const endless = editor.store.totals.summary.totalBlockedBy.length > 0;
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
        ? html`<p class="faint">${t('schedule.empty')}</p>`
        : html`${entries.length > 1 ? chart(editor, entries) : nothing}
            <div class="schedule-scroll" tabindex="0" role="group" aria-labelledby="schedule-title">
              <table>
                <thead>
                  <tr>
                    <th scope="col">${t('schedule.date')}</th>
                    <th scope="col" class="end">${t('schedule.net')}</th>
                    <th scope="col" class="end">${t('schedule.fees')}</th>
                    <th scope="col" class="end">${t('schedule.tax')}</th>
                    <th scope="col" class="end">${t('schedule.total')}</th>
                  </tr>
                </thead>
                <tbody>
                  ${shown.map((entry) => entryTemplate(editor, entry))}
                </tbody>
              </table>
            </div>
            ${
              shown.length < entries.length
                ? html`<button type="button" class="link" @click=${showAll}>
                    ${t('schedule.more', { count: entries.length })}
                  </button>`
                : nothing
            }
            ${endless ? html`<p class="faint small">${t('schedule.continues')}</p>` : nothing}`
    }
  </section>`;
}
