import { describe, expect, it } from 'vitest';
import { COLUMNS } from '../../../web/src/columns/all.ts';
import {
  detectSeparator,
  parseDelimited,
  writeCell,
  writeDelimited,
} from '../../../web/src/element/delimited.ts';
import {
  detectNumberLocale,
  looksLikeHeader,
  mapColumns,
  pasteColumns,
  readPastedRow,
} from '../../../web/src/element/pasted-rows.ts';
import { contextOf } from './context.ts';

const columns = pasteColumns(COLUMNS);
const context = contextOf();

describe('rows and cells', () => {
  it('keep separators, line ends and quotes inside quoted cells', () => {
    expect(parseDelimited('a,"b, ""c""\nd",e\r\nf,g,h', ',')).toEqual([
      ['a', 'b, "c"\nd', 'e'],
      ['f', 'g', 'h'],
    ]);
  });

  it('are cut by the separator that fits most rows', () => {
    expect(detectSeparator('a\tb\tc\nd\te\tf')).toBe('\t');
    expect(detectSeparator('a;1,5;2\nb;2,5;3')).toBe(';');
    expect(detectSeparator('a,1,2\nb,2,3')).toBe(',');
    expect(detectSeparator('Design\t1,5\nBuild\t2,5')).toBe('\t');
  });

  it('never leave as a formula for a spreadsheet', () => {
    expect(writeCell('=HYPERLINK("x")', '\t')).toBe(`"'=HYPERLINK(""x"")"`);
    expect(writeCell('@sum', ',')).toBe("'@sum");
    expect(writeCell('-9.91', ',')).toBe('-9.91');
  });

  it('come back as they were written', () => {
    const rows = [
      ['a "b"', 'c,d', 'e\nf'],
      ['1', '', '2'],
    ];
    expect(parseDelimited(writeDelimited(rows, ','), ',')).toEqual(rows);
  });
});

describe('pasted rows', () => {
  it('are mapped by their headings', () => {
    const rows = [
      ['Item code', 'Product', 'Qty', 'Price', 'Remarks'],
      ['S-1', 'Seat', '3', '11.90', 'x'],
    ];
    expect(looksLikeHeader(rows[0] ?? [], columns, context)).toBe(true);
    expect(mapColumns(rows, true, columns, context)).toEqual([
      'sku',
      'name',
      'quantity',
      'unitPrice',
      null,
    ]);
  });

  it('are mapped by what they hold where they have no headings', () => {
    const rows = [
      ['Seat', '3', '11.90'],
      ['Desk', '1', '240'],
    ];
    expect(looksLikeHeader(rows[0] ?? [], columns, context)).toBe(false);
    expect(mapColumns(rows, false, columns, context)).toEqual(['name', 'quantity', 'unitPrice']);
    expect(mapColumns([['Seat', '11.90']], false, columns, context)).toEqual(['name', 'unitPrice']);
  });

  it('are read in the number locale that understands most of them', () => {
    const rows = [
      ['Seat', '1.234,50'],
      ['Desk', '12,5'],
    ];
    const mapping = ['name', 'unitPrice'];
    expect(detectNumberLocale(rows, mapping, columns, ['en-US', 'de-DE'], 'EUR')).toBe('de-DE');
    expect(detectNumberLocale([['Seat', '12']], mapping, columns, ['en-US', 'de-DE'], 'EUR')).toBe(
      'en-US',
    );
  });

  it('become lines, with currency signs left out and percent discounts kept', () => {
    const mapping = ['name', 'quantity', 'unitPrice', 'discount'];
    const row = readPastedRow(['Seat', '3', '$11.90', '15%'], mapping, columns, context, 'li_9', 1);
    expect(row.problems).toEqual([]);
    expect(row.line).toEqual({
      id: 'li_9',
      type: 'item',
      name: 'Seat',
      quantity: '3',
      unitPrice: '11.90',
      discount: { percent: '15' },
    });
  });

  it('say what is wrong with them, and keep what was typed', () => {
    const mapping = ['name', 'quantity', 'unitPrice'];
    const row = readPastedRow(['', 'three', '1,5'], mapping, columns, context, 'li_9', 4);
    expect(row.problems).toHaveLength(3);
    expect(row.line).toEqual({ id: 'li_9', type: 'item', quantity: 'three', unitPrice: '1,5' });
  });
});
