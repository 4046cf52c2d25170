/** The payments of the schedule as bars. Its twin for everybody who does not see it is the table. */
import { html, svg, type TemplateResult } from 'lit';
import { formatDate } from '../date/dates.ts';
import type { ScheduleEntry } from '../../../schema/contract.ts';
import type { EditorContext } from './editor-context.ts';

const WIDTH = 480;
const HEIGHT = 72;
/** Heights are drawn in this many steps; they are drawing, not money. */
const STEPS = 1000n;
const WIDEST_BAR = 26;
/** Bars closer than this share one shape without rounded corners. */
const NARROWEST_ROUNDED = 3;

/** An amount as a whole number of its last digit, for comparing amounts exactly; 0 where none. */
function units(amount: string | null): bigint {
  return amount === null ? 0n : BigInt(amount.replace('.', ''));
}

function largestOf(entries: readonly ScheduleEntry[]): ScheduleEntry | undefined {
  let largest: ScheduleEntry | undefined;
  let top = 0n;
  for (const entry of entries) {
    const size = units(entry.total);
    if (size <= top) continue;
    top = size;
    largest = entry;
  }
  return largest;
}

/** Every payment as a bar, its height against the largest one. */
export function scheduleChart(
  editor: EditorContext,
  entries: readonly ScheduleEntry[],
): TemplateResult {
  const largest = largestOf(entries);
  const top = units(largest?.total ?? null);
  const step = WIDTH / entries.length;
  const width = Math.min(step * (step < NARROWEST_ROUNDED ? 1 : 0.62), WIDEST_BAR);
  const bars = entries.map(({ total }, index) => {
    const size = units(total);
    const share = top > 0n && size > 0n ? Number((size * STEPS) / top) / Number(STEPS) : 0;
    const height = share * (HEIGHT - 4);
    return { x: index * step + (step - width) / 2, y: HEIGHT - height, height };
  });
  const first = formatDate(entries[0]?.date ?? '', editor.numberLocale);
  const last = formatDate(entries.at(-1)?.date ?? '', editor.numberLocale);
  const most = editor.money(largest?.total ?? null);
  const label = editor.t('schedule.chart', { first, last, largest: most });
  const [now, ...later] = bars;
  // One shape for all later bars: thousands of elements would make the page slow.
  const path = later
    .map(
      ({ x, y, height }) =>
        `M${x.toFixed(2)} ${y.toFixed(2)}h${width.toFixed(2)}v${height.toFixed(2)}h-${width.toFixed(2)}z`,
    )
    .join('');
  return html`<figure class="chart-figure">
    <svg
      class="chart"
      role="img"
      aria-label=${label}
      viewBox="0 0 ${WIDTH} ${HEIGHT + 1}"
      preserveAspectRatio="none"
    >
      <title>${label}</title>
      ${now && svg`<rect class="now" x=${now.x} y=${now.y} width=${width} height=${now.height}></rect>`}
      <path class="later" d=${path}></path>
      <line x1="0" x2=${WIDTH} y1=${HEIGHT + 0.5} y2=${HEIGHT + 0.5}></line>
    </svg>
    <div class="chart-ends" aria-hidden="true">
      <span>${first}</span><span>${editor.t('schedule.most', { amount: most })}</span
      ><span>${last}</span>
    </div>
  </figure>`;
}
