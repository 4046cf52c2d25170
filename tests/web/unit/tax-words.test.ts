import { describe, expect, it } from 'vitest';
import { loadLanguage } from '../../../web/src/i18n/translator.ts';
import { includedTaxes, taxLabel } from '../../../web/src/preview/tax-words.ts';
import type { TaxTotal } from '../../../web/src/preview/paper-source.ts';

const tax = (name: string, amount: string): TaxTotal =>
  ({ id: name, name, percent: '', amount, base: null, included: true }) as TaxTotal;

describe('the taxes inside the prices', () => {
  for (const [language, joined] of [
    ['en', 'VAT 10 and Tax 2'],
    ['de', 'VAT 10 und Tax 2'],
    ['ja', 'VAT 10、Tax 2'],
    ['ar', '\u2068VAT\u2069 \u206810\u2069 و\u2068Tax\u2069 \u20682\u2069'],
  ] as const) {
    it(`are listed as ${language} lists things`, async () => {
      const words = {
        translator: await loadLanguage(language),
        money: (amount: string | null) => amount ?? '',
        percent: (decimal: string) => `${decimal}%`,
      };
      expect(includedTaxes([tax('VAT', '10'), tax('Tax', '2')], words)).toContain(joined);
      expect(includedTaxes([], words)).toBe('');
    });
  }
});

// DO-3.5
it('a share of a tax says that it is one', async () => {
  const words = {
    translator: await loadLanguage('en'),
    money: (amount: string | null) => `$${amount ?? ''}`,
    percent: (decimal: string) => `${decimal}%`,
  };
  const whole = { ...tax('NYC', '24.46'), percent: '8.875', base: '275.54', included: false };
  expect(taxLabel(whole, words)).toBe('NYC 8.875% on $275.54');
  expect(taxLabel({ ...whole, share: true }, words)).toBe(
    'NYC 8.875% on $275.54 (share of the full tax)',
  );
});
