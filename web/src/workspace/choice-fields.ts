/** The long lists of the workspace's forms: countries and currencies, found by what people call them. */
import type { Reply } from '../../../schema/contract.ts';
import { countryChoices, countryName, currencyChoices } from '../i18n/choices.ts';
import { choiceBox } from '../ui/choice-box.ts';
import type { FieldOptions } from './form-fields.ts';
import type { Workspace } from './workspace-context.ts';

/** A country by name; stored as its ISO 3166-1 code, or '' for none. */
export function countryField(
  workspace: Workspace,
  value: string,
  change: (code: string) => void,
  options: FieldOptions = {},
): unknown {
  const { translator, w } = workspace;
  const { language } = translator;
  return choiceBox({
    ...options,
    label: w('address.country'),
    value,
    shown: countryName(value, language),
    choices: () => countryChoices(language),
    pick: change,
    mayBeEmpty: true,
    translator,
    redraw: () => workspace.requestUpdate(),
  });
}

/** A currency by name, code or symbol: those the core knows. */
export function currencyField(
  workspace: Workspace,
  value: string,
  change: (code: string) => void,
  options: FieldOptions = {},
): unknown {
  const { translator, w, client } = workspace;
  return choiceBox({
    ...options,
    label: w('details.currency'),
    value,
    choices: () => {
      const reply = client.call('currencies', {}) as Reply<'currencies'>;
      return currencyChoices(
        reply.currencies.map(({ code }) => code),
        translator.language,
      );
    },
    pick: change,
    translator,
    redraw: () => workspace.requestUpdate(),
  });
}
