/** A tax rate of the library. Documents carry copies: a change here touches later documents only. */
import { html } from 'lit';
import { isRefusal } from '../../engine/refusal.ts';
import { formatDecimal, isPlainDecimal } from '../../number/format.ts';
import { numberField, textField, tickField } from '../form-fields.ts';
import { newId, type LibraryTaxRate } from '../store/records.ts';
import type { Workspace } from '../workspace-context.ts';
import { formDialog } from './record-dialog.ts';

/** What the core has against a percent as that of a rate: the code of its issue; '' for nothing. */
function refusedAs({ client, store, today }: Workspace, percent: string): string {
  const { currency } = store.settings;
  const taxRates = [{ id: 'rate', name: 'rate', percent }];
  const view = client.price({ version: 1, kind: 'quote', currency, date: today, taxRates });
  if (isRefusal(view)) return view.error.code;
  const against = view.issues.find(
    ({ severity, path }) => severity === 'error' && path.startsWith('/taxRates/0'),
  );
  return against?.code ?? '';
}

/** The same digits as a fraction: `8.875`, which is 8875 where dots group. */
function asFraction(percent: string): string | undefined {
  return /^-?\d{4,6}$/.test(percent) ? percent.replace(/(?=\d{3}$)/, '.') : undefined;
}

/** What is wrong with a percent that is a number, as a sentence; '' where nothing is. */
export function percentProblem(workspace: Workspace, percent: string): string {
  const { translator, locale } = workspace;
  if (!isPlainDecimal(percent)) return '';
  const code = refusedAs(workspace, percent);
  if (code === '') return '';
  const text = formatDecimal(percent, locale);
  const other = asFraction(percent);
  if (other !== undefined && refusedAs(workspace, other) === '') {
    const suggestion = formatDecimal(other, locale);
    return translator.t('number.suggestion', { text, suggestion });
  }
  const example = formatDecimal('8.875', locale);
  return translator.lookup(`issue.${code}`, code, { example });
}

/** Opens the dialog; `rate` is the one to change. */
export function rateDialog(workspace: Workspace, rate?: LibraryTaxRate): void {
  const { w, translator, store } = workspace;
  let name = rate?.name ?? '';
  let percent = rate?.percent ?? '';
  let included = rate?.included ?? false;
  formDialog(workspace, {
    title: rate ? rate.name : w('library.newRate'),
    size: 'small',
    confirm: w('action.save'),
    body: () =>
      html`${textField(w('library.name'), name, (value) => (name = value), { autofocus: true, wide: true, name: 'name' })}
        ${numberField(workspace, w('library.percent'), percent, (value) => (percent = value), { name: 'percent', isPercent: true, problem: percentProblem(workspace, percent) })}
        ${tickField(w('library.included'), included, (value) => (included = value))}
        <p class="soft wide">${translator.t('total.noTaxAdvice')}</p>`,
    act: async () => {
      if (name.trim() === '' || percent === '') return w('library.needsRate');
      const problem = percentProblem(workspace, percent);
      if (problem !== '') return problem;
      const id = rate?.id ?? newId('tr');
      await store.put('taxRates', [{ ...rate, id, name: name.trim(), percent, included }]);
      return null;
    },
  });
}
