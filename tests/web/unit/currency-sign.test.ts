// Amounts typed with a currency's sign: the document's own is understood, another one refused.
import { describe, expect, test } from 'vitest';
import { discount } from '../../../web/src/columns/discount.ts';
import { quantity } from '../../../web/src/columns/quantity.ts';
import { unitPrice } from '../../../web/src/columns/unit-price.ts';
import { contextOf, rowOf } from './context.ts';

function priceOf(text: string, currency: string, locale: string): unknown {
  const reading = unitPrice.read?.(text, rowOf({}), contextOf({ currency, locale }));
  if (!reading?.ok) return reading?.message;
  return reading.changes.find(({ path }) => path === 'unitPrice')?.value;
}

describe('the sign of the document’s own currency', () => {
  test.each([
    ['$1,234.50', 'USD', 'en-US', '1234.50'],
    ['1,234.50 $', 'USD', 'en-US', '1234.50'],
    ['12 USD', 'USD', 'en-US', '12'],
    ['usd 12', 'USD', 'en-US', '12'],
    ['US$12', 'USD', 'en-GB', '12'],
    ['-$12.50', 'USD', 'en-US', '-12.50'],
    ['$-12.50', 'USD', 'en-US', '-12.50'],
    ['€ 1.234,50', 'EUR', 'de-DE', '1234.50'],
    ['1.234,50 €', 'EUR', 'de-DE', '1234.50'],
    ['1 234,50 kr', 'NOK', 'nb-NO', '1234.50'],
    ['kr. 1.234,50', 'DKK', 'da-DK', '1234.50'],
    ['1\u202f234,50 €', 'EUR', 'fr-FR', '1234.50'],
    ["CHF 1'234.50", 'CHF', 'de-CH', '1234.50'],
    ['99,00 zł', 'PLN', 'pl-PL', '99.00'],
    ['¥1,200', 'JPY', 'ja-JP', '1200'],
    ['900.00 ج.م.', 'EGP', 'en-US', '900.00'],
    ['\u200f٩٠٠٫٥ ج.م.\u200f', 'EGP', 'en-US', '900.5'],
    ['900.00 ر.س.', 'SAR', 'en-GB', '900.00'],
    ['5 kr', 'NOK', 'en-US', '5'],
    ['1,200円', 'JPY', 'ja-JP', '1200'],
    ['$5', 'CAD', 'en-CA', '5'],
    ['C$5', 'CAD', 'en-US', '5'],
    ['1200円', 'JPY', 'en-US', '1200'],
    ['１，２００円', 'JPY', 'ja-JP', '1200'],
    ['￥１２００', 'JPY', 'ja-JP', '1200'],
    ["Fr. 1'200.50", 'CHF', 'de-CH', '1200.50'],
    ['SFr 5', 'CHF', 'en-US', '5'],
    ['100.- Fr.', 'CHF', 'de-CH', '100'],
    ['kr 100,-', 'NOK', 'nb-NO', '100'],
    ['100:- kr', 'SEK', 'sv-SE', '100'],
    ['100 zl', 'PLN', 'pl-PL', '100'],
    ['R$ 1.234,50', 'BRL', 'pt-BR', '1234.50'],
    ['5 Euro', 'EUR', 'en-US', '5'],
    ['5 درهم', 'AED', 'ar-AE', '5'],
    ['Rs. 5', 'INR', 'en-IN', '5'],
  ])('%s in %s (%s)', (text, currency, locale, value) => {
    expect(priceOf(text, currency, locale)).toBe(value);
  });
});

describe('what is not an amount of this currency', () => {
  test.each([
    ['1.234,50 €', 'USD', 'de-DE', /“1\.234,50 €” is in €, but this document is in USD/],
    ['12 NOK', 'USD', 'en-US', /is in NOK, but this document is in USD/],
    ['$12', 'EUR', 'de-DE', /is in \$, but this document is in EUR/],
    ['£12 USD', 'USD', 'en-US', /is in £, but/],
    ['99,00 zł', 'EUR', 'de-DE', /is in zł, but/],
    ['Fr. 5', 'EUR', 'de-DE', /is in Fr\., but/],
    ['5 円', 'USD', 'en-US', /is in 円, but/],
    ['5 kr', 'EUR', 'de-DE', /is in kr, but/],
    ['R$5', 'USD', 'en-US', /is in R\$, but/],
    ['12 apples', 'USD', 'en-US', /not clear as a number/],
    ['5K', 'USD', 'en-US', /not clear as a number/],
    ['$', 'USD', 'en-US', /not clear as a number/],
    ['$1.234,50', 'USD', 'en-US', /Did you mean 1,234\.5/],
  ])('%s in %s (%s)', (text, currency, locale, message) => {
    expect(priceOf(text, currency, locale)).toMatch(message);
  });

  test('a quantity has no currency', () => {
    const reading = quantity.read?.('$5', rowOf({}), contextOf());
    expect(reading?.ok).toBe(false);
  });
});

test('a discount typed with a sign is money, whatever the line had', () => {
  const read = (text: string, line = {}) => {
    const reading = discount.read?.(text, rowOf(line), contextOf());
    return reading?.ok ? reading.changes[0]?.value : reading?.message;
  };
  expect(read('$5')).toEqual({ amount: '5' });
  expect(read('$5', { discount: { percent: '10' } })).toEqual({ amount: '5' });
  expect(read('5 USD', { discount: { total: '10' } })).toEqual({ total: '5' });
  expect(read('5 %')).toEqual({ percent: '5' });
  expect(read('€5')).toMatch(/is in €, but/);
});
