import { describe, expect, it } from 'vitest';
import { COLUMNS } from '../../../web/src/columns/all.ts';
import { termWords } from '../../../web/src/columns/billing.ts';
import { discount, readDiscount } from '../../../web/src/columns/discount.ts';
import {
  completeLayout,
  defaultLayout,
  moveColumn,
  toggleColumn,
} from '../../../web/src/columns/layout.ts';
import { quantity } from '../../../web/src/columns/quantity.ts';
import { unitPrice } from '../../../web/src/columns/unit-price.ts';
import { contextOf, rowOf } from './context.ts';

describe('number columns', () => {
  it('show the default quantity, and at least the currency’s decimals of a price', () => {
    expect(quantity.show(rowOf({}), contextOf())).toBe('1');
    expect(unitPrice.show(rowOf({ unitPrice: '11.9' }), contextOf())).toBe('11.90');
    expect(unitPrice.show(rowOf({ unitPrice: '0.000012' }), contextOf())).toBe('0.000012');
    expect(unitPrice.show(rowOf({}), contextOf())).toBe('');
  });

  it('keep the source of a formula beside its value', () => {
    const context = contextOf({ calculate: () => '36' });
    expect(quantity.read?.('=3*12', rowOf({}), context)).toEqual({
      ok: true,
      changes: [
        { path: 'quantity', value: '36' },
        { path: 'formulas/quantity', value: '=3*12' },
      ],
    });
  });

  it('drop the formula when a plain number replaces it', () => {
    const row = rowOf({ quantity: '36', formulas: { quantity: '=3*12' } });
    expect(quantity.read?.('5', row, contextOf())).toEqual({
      ok: true,
      changes: [
        { path: 'quantity', value: '5' },
        { path: 'formulas/quantity', value: null },
      ],
    });
  });

  it('show refused text as it was typed, never as the number it is not', () => {
    const context = contextOf({ locale: 'de-DE' });
    expect(unitPrice.show(rowOf({ unitPrice: '1.5?' }), context)).toBe('1.5');
    expect(unitPrice.show(rowOf({ unitPrice: '1,5x' }), context)).toBe('1,5x');
  });

  it('name the accepted form in the person’s locale when they refuse', () => {
    const reading = quantity.read?.('viele', rowOf({}), contextOf({ locale: 'de-DE' }));
    expect(reading?.ok).toBe(false);
    expect(reading && !reading.ok && reading.message).toContain('1.234,5');
  });
});

describe('the discount column', () => {
  const context = contextOf();
  const changes = (text: string, line = {}): unknown => {
    const reading = discount.read?.(text, rowOf(line), context);
    return reading?.ok ? reading.changes[0] : undefined;
  };

  it('takes a percent sign for a percentage whatever the line had before', () => {
    expect(changes('15%')).toEqual({ path: 'discount', value: { percent: '15' } });
    expect(changes('15 %', { discount: { total: '3' } })).toEqual({
      path: 'discount',
      value: { percent: '15' },
    });
  });

  it('takes a bare number in the kind the line has', () => {
    expect(changes('5', { discount: { amount: '3' } })).toEqual({
      path: 'discount',
      value: { amount: '5' },
    });
  });

  it('reads back what it shows, in each kind', () => {
    for (const line of [
      { discount: { percent: '12.5' } },
      { discount: { amount: '2.00' } },
      { discount: { total: '100.00' } },
    ]) {
      const shown = discount.show(rowOf(line), context);
      const reading = readDiscount(shown, 'percent', context);
      expect(reading.ok && reading.changes[0]?.value, shown).toEqual(line.discount);
    }
  });

  it('keeps what it cannot read as an error of the same kind', () => {
    const reading = readDiscount('a lot', 'percent', context);
    expect(!reading.ok && reading.kept[0]).toEqual({
      path: 'discount',
      value: { percent: 'a lot' },
    });
  });
});

describe('the choice of columns', () => {
  const layout = defaultLayout('quote', []);

  it('moves a column by one and never loses one', () => {
    const moved = moveColumn(layout, 'quantity', 1);
    expect(moved.order.indexOf('quantity')).toBe(layout.order.indexOf('quantity') + 1);
    expect([...moved.order].sort()).toEqual([...layout.order].sort());
    expect(moveColumn(layout, layout.order[0] ?? '', -1)).toEqual(layout);
  });

  it('hides and shows columns, but never the name', () => {
    expect(toggleColumn(layout, 'discount').shown).not.toContain('discount');
    expect(toggleColumn(toggleColumn(layout, 'sku'), 'sku').shown).toEqual(layout.shown);
    expect(toggleColumn(layout, 'name').shown).toContain('name');
  });

  it('survives columns that came or went since it was remembered', () => {
    const old = { order: ['total', 'gone', 'name'], shown: ['total', 'gone', 'name'] };
    const complete = completeLayout(old, 'quote', []);
    expect([...complete.order].sort()).toEqual([...layout.order].sort());
    expect(complete.shown).not.toContain('gone');
    expect(complete.shown.indexOf('total')).toBeLessThan(complete.shown.indexOf('name'));
  });

  it('has an id of its own for every column', () => {
    expect(new Set(COLUMNS.map(({ id }) => id)).size).toBe(COLUMNS.length);
  });
});

describe('terms', () => {
  it('are said in the language’s words', () => {
    expect(termWords('P1Y', 'en')).toBe('1 year');
    expect(termWords('P1Y6M', 'de')).toBe('1 Jahr 6 Monate');
    expect(termWords('soon', 'en')).toBe('soon');
  });
});
