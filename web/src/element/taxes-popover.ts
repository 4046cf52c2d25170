/** Choosing the tax rates of one line or several. */
import { html } from 'lit';
import { fieldText } from '../columns/column.ts';
import { lineRateIds, missingRateText, rateText } from '../columns/taxes.ts';
import type { EditorContext } from './editor-context.ts';
import { rateTick } from './line-taxes.ts';
import { openTaxRates } from './tax-rates-dialog.ts';

/** Opens the choice of taxes for lines, beside the control it was asked from. */
export function openTaxes(
  editor: EditorContext,
  anchor: HTMLElement,
  ids: readonly string[],
): void {
  // One that was unticked stays, to be ticked again.
  const missing = new Set<string>();
  editor.overlays.openPopover(anchor, {
    label: editor.t('tax.choose'),
    body: () => {
      const used = new Set(ids.flatMap((id) => lineRateIds(editor.store.row(id)?.input ?? {})));
      const all = editor.store.list('taxRates');
      const known = new Set(all.map((rate) => fieldText(rate, 'id')));
      const rates = all.filter(
        (rate) => rate['active'] !== false || used.has(fieldText(rate, 'id')),
      );
      for (const id of used) if (!known.has(id)) missing.add(id);
      return html`<fieldset class="plain">
          <legend><h3>${editor.t('tax.choose')}</h3></legend>
          ${
            rates.length === 0
              ? html`<p class="faint">${editor.t('tax.none')}</p>`
              : rates.map((rate) =>
                  rateTick(editor, ids, fieldText(rate, 'id'), rateText(rate, editor.context)),
                )
          }
          ${[...missing].map((id) => rateTick(editor, ids, id, missingRateText(id, editor.context)))}
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
