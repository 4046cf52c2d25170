/** A tax rate of the library. Documents carry copies: a change here touches later documents only. */
import { html, nothing } from 'lit';
import { numberField, textField, tickField } from '../form-fields.ts';
import { newId, type LibraryTaxRate } from '../store/records.ts';
import type { Workspace } from '../workspace-context.ts';

/** Opens the dialog; `rate` is the one to change. */
export function rateDialog(workspace: Workspace, rate?: LibraryTaxRate): void {
  const { w, overlays, translator, locale, store } = workspace;
  let name = rate?.name ?? '';
  let percent = rate?.percent ?? '';
  let included = rate?.included ?? false;
  let problem = '';
  const save = async (): Promise<void> => {
    if (name.trim() === '' || !/^-?\d+(\.\d+)?$/.test(percent)) {
      problem = w('library.needsRate');
      workspace.requestUpdate();
      return;
    }
    const changed = { ...rate, id: rate?.id ?? newId('tr'), name: name.trim(), percent, included };
    await store.put('taxRates', [changed]);
    overlays.close();
  };
  overlays.openDialog({
    title: rate ? rate.name : w('library.newRate'),
    size: 'small',
    body: () =>
      html`<div class="form-grid">
          ${textField(w('library.name'), name, (value) => (name = value), { autofocus: true, wide: true, name: 'name' })}
          ${numberField(w('library.percent'), percent, locale, (value) => (percent = value), { name: 'percent' })}
          ${tickField(w('library.included'), included, (value) => (included = value))}
        </div>
        <p class="soft">${translator.t('total.noTaxAdvice')}</p>
        ${problem === '' ? nothing : html`<p class="problem" role="alert">${problem}</p>`}`,
    footer: () =>
      html`<button type="button" @click=${() => overlays.close()}>
          ${translator.t('action.cancel')}
        </button>
        <button class="primary" type="button" data-confirm @click=${() => void save()}>
          ${w('action.save')}
        </button>`,
  });
}
