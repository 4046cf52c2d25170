import { describe, expect, it } from 'vitest';
import { withoutPercentSign } from '../../../web/src/number/said-percent.ts';
import { billingOfCell } from '../../../web/src/element/pasted-billing.ts';
import { meantBy } from '../../../web/src/element/pasted-headings.ts';
import { contextOf } from './context.ts';

// DO-2.5
describe('the payment terms of a list', () => {
  it.each([
    ['per month', 'monthly'],
    ['/month', 'monthly'],
    ['mensuel', 'monthly'],
    ['pr. måned', 'monthly'],
    ['annuel', 'annually'],
    ['p.a.', 'annually'],
    ['jährlich', 'annually'],
    ['every 2 weeks', 'biweekly'],
    ['semestriel', 'per_six_months'],
    ['四半期', 'quarterly'],
    ['شهري', 'monthly'],
  ])('read %s', (cell, frequency) => {
    expect(billingOfCell(cell, contextOf())).toEqual({ frequency });
  });

  it.each([
    ['Every year, 3 times', 'annually', 3],
    ['monthly × 12', 'monthly', 12],
    ['mensuel, 12 fois', 'monthly', 12],
    ['monatlich x 6', 'monthly', 6],
  ])('read %s with its number of payments', (cell, frequency, payments) => {
    expect(billingOfCell(cell, contextOf())).toEqual({ frequency, payments });
  });

  it('are none for what is paid once, and unclear for anything else', () => {
    expect(billingOfCell('Une fois', contextOf())).toBeNull();
    expect(billingOfCell('one time', contextOf())).toBeNull();
    expect(billingOfCell('now and then', contextOf())).toBeUndefined();
    expect(billingOfCell('12', contextOf())).toBeUndefined();
  });

  it('stand below headings in any language', () => {
    for (const heading of ['Périodicité', 'Billing', 'frequency', 'Abrechnung', 'Periodicidad'])
      expect(meantBy(heading)?.column).toBe('billing');
    expect(meantBy('Price')?.column).toBe('unitPrice');
  });
});

it('a percentage may be typed with its sign and a space', () => {
  expect(['5 %', '5%', '%5', '5\u202f%', '5'].map(withoutPercentSign)).toEqual(Array(5).fill('5'));
});
