import { describe, expect, it } from 'vitest';
import { COLUMNS } from '../../../web/src/columns/all.ts';
import { detectSeparator, parseDelimited } from '../../../web/src/tables/read-delimited.ts';
import { writeCell, writeDelimited } from '../../../web/src/tables/write-delimited.ts';
import {
  detectNumberLocale,
  looksLikeHeader,
  mapColumns,
  pasteColumns,
} from '../../../web/src/element/pasted-columns.ts';
import { readPastedRow } from '../../../web/src/element/pasted-rows.ts';
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

  it('are cut where blanks or drawn lines stand between columns', () => {
    const aligned =
      'Pos  Item            Price\n1    Oak table      249,00\n2    Lamp            19,50';
    expect(detectSeparator(aligned)).toBe('\t');
    expect(parseDelimited(aligned, '\t')[1]).toEqual(['1', 'Oak table', '249,00']);
    const drawn = '| Item | Price |\n|:-----|------:|\n| **Lamp** | 19.50 |';
    expect(parseDelimited(drawn, '|')).toEqual([
      ['Item', 'Price'],
      ['Lamp', '19.50'],
    ]);
  });

  it('are not cut at the commas of their numbers', () => {
    expect(detectSeparator('Hall: 450,00 €\nKitchen: 380,00 €')).not.toBe(',');
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
    expect(looksLikeHeader(rows, columns, context)).toBe(true);
    expect(mapColumns(rows, true, columns, context)).toEqual([
      'sku',
      'name',
      'quantity',
      'unitPrice',
      'description',
    ]);
  });

  it('are mapped by what they hold where they have no headings', () => {
    const rows = [
      ['Seat', '3', '11.90'],
      ['Desk', '1', '240'],
    ];
    expect(looksLikeHeader(rows, columns, context)).toBe(false);
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
    const reading = { mapping, columns, context };
    const row = readPastedRow(
      { cells: ['Seat', '3', '$11.90', '15%'], number: 1 },
      reading,
      'li_9',
    );
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
    const reading = { mapping, columns, context };
    const row = readPastedRow({ cells: ['', 'three', '1,5'], number: 4 }, reading, 'li_9');
    expect(row.problems).toHaveLength(3);
    expect(row.line).toEqual({ id: 'li_9', type: 'item', quantity: 'three', unitPrice: '1,5' });
  });

  const german = contextOf({ locale: 'de-DE', currency: 'EUR' });
  it.each([
    [context, [['2', '$1,234.50', '10%']], ['quantity', 'unitPrice', 'discount']],
    [context, [['Design', '$1,234.50', '2']], ['name', 'unitPrice', 'quantity']],
    [german, [['Lizenz', '10', '99,00 €']], ['name', 'quantity', 'unitPrice']],
    [german, [['Lizenz', '99,00 €']], ['name', 'unitPrice']],
    [context, [['Design', '2', '10.00', '20.00']], ['name', 'quantity', 'unitPrice', null]],
    [
      context,
      [
        ['1', 'Screw', '10', '0.50'],
        ['2', 'Nut', '5', '1.25'],
      ],
      [null, 'name', 'quantity', 'unitPrice'],
    ],
  ])('are told apart by their signs (%#)', (own, rows, mapping) => {
    expect(looksLikeHeader(rows, columns, own)).toBe(false);
    expect(mapColumns(rows, false, columns, own)).toEqual(mapping);
  });

  it.each([
    [
      ['Description', 'Qty', 'Rate', 'Amount'],
      ['name', 'quantity', 'unitPrice', 'compared'],
    ],
    [
      ['Pos', 'Produkt', 'Menge', 'Stückpreis', 'Gesamt'],
      [null, 'name', 'quantity', 'unitPrice', 'compared'],
    ],
    [
      ['#', 'Bezeichnung', 'Anzahl', 'Einzelpreis (€)'],
      [null, 'name', 'quantity', 'unitPrice'],
    ],
    [
      ['Varenr.', 'Beskrivelse', 'Antal', 'Enhedspris', 'Beløb'],
      ['sku', 'name', 'quantity', 'unitPrice', 'compared'],
    ],
    [
      ['Désignation', 'Qté', 'PU HT', 'Total HT'],
      ['name', 'quantity', 'unitPrice', 'compared'],
    ],
    [
      ['Item name', 'Description', 'Price per unit'],
      ['name', 'description', 'unitPrice'],
    ],
    [
      ['品名', '数量', '単価', '金額'],
      ['name', 'quantity', 'unitPrice', 'compared'],
    ],
    [
      ['Unit cost', 'Item', 'Unit price'],
      ['cost', 'name', 'unitPrice'],
    ],
  ])('know the headings of every language: %s', (headings, mapping) => {
    const rows = [headings, headings.map((_, at) => (mapping[at] === 'name' ? 'Seat' : '1'))];
    expect(looksLikeHeader(rows, columns, context)).toBe(true);
    expect(mapColumns(rows, true, columns, context)).toEqual(mapping);
  });

  it('take no amount of another currency, unless somebody says so', () => {
    const mapping = ['name', 'unitPrice'];
    const own = { mapping, columns, context: contextOf({ locale: 'de-DE' }) };
    const cells = ['Lizenz', '1.234,50 €'];
    const refused = readPastedRow({ cells, number: 1 }, own, 'li_9');
    expect(refused.problems.join()).toMatch(/is in €, but this document is in USD/);
    expect(refused.otherSign).toBe('€');
    const taken = readPastedRow({ cells, number: 1 }, { ...own, anyCurrency: true }, 'li_9');
    expect(taken.problems).toEqual([]);
    expect(taken.line['unitPrice']).toBe('1234.50');
  });
});
