/** Taxes in words: a rate as a label, and those that the prices contain as a sentence. */
import { isolated } from '../i18n/placeholders.ts';
import type { Translator } from '../i18n/translator.ts';
import { saysPercent } from '../number/said-percent.ts';
import type { Amount, TaxTotal } from '../../../schema/contract.ts';

export interface TaxWords {
  readonly translator: Translator;
  readonly money: (amount: Amount | null) => string;
  readonly percent: (decimal: string) => string;
}

/** "VAT 21%". Many rates carry their percent in the name already. */
function rateName({ id, name: written, percent }: TaxTotal, words: TaxWords): string {
  const name = written || id;
  const isSaid = percent === '' || saysPercent(name, percent);
  return apart(isSaid ? name : `${name} ${words.percent(percent)}`, words);
}

function apart(text: string, { translator }: TaxWords): string {
  return isolated(text, translator.direction);
}

/** Of what it was taken; of a share the percent need not come to the amount, and this says why. */
function onBase({ base, share }: TaxTotal, words: TaxWords): string {
  const on =
    base === null ? '' : ` ${words.translator.t('total.onBase', { base: words.money(base) })}`;
  return share === true ? `${on} (${words.translator.t('total.taxShare')})` : on;
}

/** "VAT 21% on €100.00". */
export function taxLabel(tax: TaxTotal, words: TaxWords): string {
  return rateName(tax, words) + onBase(tax, words);
}

/** "Included in the prices: …"; '' where they contain none. Nothing is added for these. */
export function includedTaxes(all: readonly TaxTotal[], words: TaxWords): string {
  const taxes = all
    .filter(({ included }) => included)
    .map((tax) => {
      const amount = apart(words.money(tax.amount), words);
      return `${rateName(tax, words)} ${amount}${onBase(tax, words)}`;
    });
  const list = words.translator.list(taxes);
  return list === '' ? '' : words.translator.t('total.includedTaxes', { taxes: list });
}
