/** Taxes in words: a rate as a label, and those that the prices contain as a sentence. */
import type { Translator } from '../i18n/translator.ts';
import type { Amount } from '../engine/replies.ts';
import type { TaxTotal } from './paper-source.ts';

export interface TaxWords {
  readonly translator: Translator;
  readonly money: (amount: Amount) => string;
  readonly percent: (decimal: string) => string;
}

/** "VAT 21% on €100.00". Many rates carry their percent in the name already. */
export function taxLabel({ id, name: written, percent, base }: TaxTotal, words: TaxWords): string {
  const name = written || id;
  const shown = percent === '' ? '' : words.percent(percent);
  const digits = name.replace(',', '.');
  const named = shown === '' || digits.includes(percent) ? name : `${name} ${shown}`;
  return base === null
    ? named
    : `${named} ${words.translator.t('total.onBase', { base: words.money(base) })}`;
}

/** "Included in the prices: …"; '' where they contain none. Nothing is added for these. */
export function includedTaxes(all: readonly TaxTotal[], words: TaxWords): string {
  const taxes = all
    .filter(({ included }) => included)
    .map((tax) => `${taxLabel(tax, words)} ${words.money(tax.amount)}`)
    .join(', ');
  return taxes === '' ? '' : words.translator.t('total.includedTaxes', { taxes });
}
