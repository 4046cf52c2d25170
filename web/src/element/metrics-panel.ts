/** MRR, ARR, ACV and TCV of the document, with their margins where the document is the seller's. */
import { html, nothing, type TemplateResult } from 'lit';
import type { EditorContext } from './editor-context.ts';
import { amountButton } from './totals-panel.ts';

const METRICS = ['mrr', 'arr', 'acv', 'tcv'] as const;
// What a subscription brings is a matter of the day: its lines' amounts know none (RE-6.13).
const WITH_METRICS = new Set(['deal', 'quote']);

/** The metrics region; nothing for kinds that have none. */
export function metricsPanel(editor: EditorContext): TemplateResult | typeof nothing {
  const { kind, totals } = editor.store;
  const recurs = totals.recurring.length > 0;
  if (!WITH_METRICS.has(kind) || (kind !== 'deal' && !recurs)) return nothing;
  const withMargin = kind === 'deal';
  return html`<section class="metrics" aria-labelledby="metrics-title">
    <h2 id="metrics-title">${editor.t('region.metrics')}</h2>
    <dl>
      ${METRICS.map((name) => {
        const label = editor.t(`metrics.${name}`);
        const short = editor.t(`column.${name}`);
        return html`<div class="metric">
          <dt><abbr title=${label}>${short}</abbr></dt>
          <dd>
            ${amountButton(editor, totals.metrics[name], `/metrics/${name}`, label)}
            ${
              withMargin
                ? html`<small
                    >${editor.t('metrics.margin')}
                    ${amountButton(
                      editor,
                      totals.metrics.margin[name],
                      `/metrics/margin/${name}`,
                      `${editor.t('metrics.margin')} ${short}`,
                    )}</small
                  >`
                : nothing
            }
          </dd>
        </div>`;
      })}
    </dl>
    ${
      withMargin && totals.costMissing > 0
        ? html`<p class="problem no-cost">
            ${editor.t('metrics.noCost', { count: totals.costMissing })}
          </p>`
        : nothing
    }
  </section>`;
}
