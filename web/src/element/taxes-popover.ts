/** Choosing the tax rates of one line or several. */
import { html, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import { fieldText } from '../columns/column.ts';
import { lineRateIds, rateText } from '../columns/taxes.ts';
import type { JsonObject } from '../store/engine-port.ts';
import { linePath, type EditorContext } from './editor-context.ts';
import { namedLine } from './history-label.ts';
import { openTaxRates } from './tax-rates-dialog.ts';

/** Gives each line its rates, in the document's order, as one undo step. */
export function setRates(
  editor: EditorContext,
  rates: ReadonlyMap<string, readonly string[]>,
): void {
  const order = editor.store.list('taxRates').map((rate) => fieldText(rate, 'id'));
  const commands = [...rates].map(([id, chosen]) => {
    const known = order.filter((rate) => chosen.includes(rate));
    const unknown = chosen.filter((rate) => !order.includes(rate));
    const value = [...known, ...unknown];
    return {
      op: 'set',
      path: linePath(id, 'taxRateIds'),
      value: value.length === 0 ? null : value,
    };
  });
  const first = [...rates.keys()][0];
  const count = rates.size;
  const label =
    count === 1
      ? { key: 'setOn', field: 'taxes', ...namedLine(editor.store, first) }
      : { key: 'setMany', field: 'taxes', count };
  const only = commands.length === 1 ? commands[0] : undefined;
  editor.run(only ?? { op: 'batch', commands }, label);
}

function toggle(editor: EditorContext, ids: readonly string[], rate: string, on: boolean): void {
  const changes = new Map<string, string[]>();
  for (const id of ids) {
    const row = editor.store.row(id);
    if (!row || row.priced === null) continue;
    const before = lineRateIds(row.input);
    const without = before.filter((each) => each !== rate);
    changes.set(id, on ? [...without, rate] : without);
  }
  setRates(editor, changes);
}

function choice(editor: EditorContext, ids: readonly string[], rate: JsonObject): TemplateResult {
  const id = fieldText(rate, 'id');
  const having = ids.filter((line) => {
    const row = editor.store.row(line);
    return row !== undefined && lineRateIds(row.input).includes(id);
  });
  const all = having.length === ids.length;
  return html`<label class="check"
    ><input
      type="checkbox"
      .checked=${live(all)}
      .indeterminate=${live(having.length > 0 && !all)}
      @change=${(event: Event) => toggle(editor, ids, id, (event.target as HTMLInputElement).checked)}
    /><bdi>${rateText(rate, editor.context)}</bdi></label
  >`;
}

/** Opens the choice of taxes for lines, beside the control it was asked from. */
export function openTaxes(
  editor: EditorContext,
  anchor: HTMLElement,
  ids: readonly string[],
): void {
  editor.overlays.openPopover(anchor, {
    label: editor.t('tax.choose'),
    body: () => {
      const used = new Set(ids.flatMap((id) => lineRateIds(editor.store.row(id)?.input ?? {})));
      const rates = editor.store
        .list('taxRates')
        .filter((rate) => rate['active'] !== false || used.has(fieldText(rate, 'id')));
      return html`<fieldset class="plain">
          <legend><h3>${editor.t('tax.choose')}</h3></legend>
          ${
            rates.length === 0
              ? html`<p class="faint">${editor.t('tax.none')}</p>`
              : rates.map((rate) => choice(editor, ids, rate))
          }
        </fieldset>
        <div class="buttons">
          <button type="button" @click=${() => openTaxRates(editor, ids)}>
            ${editor.t('tax.manage')}
          </button>
          <button type="button" class="primary" @click=${() => editor.overlays.close()}>
            ${editor.t('action.done')}
          </button>
        </div>`;
    },
  });
}
