import { beforeAll, describe, expect, it } from 'vitest';
import { COLUMNS } from '../../../web/src/columns/all.ts';
import type { ColumnContext } from '../../../web/src/columns/column.ts';
import type { EditorContext } from '../../../web/src/element/editor-context.ts';
import { linesAsText } from '../../../web/src/element/lines-as-text.ts';
import { PastedList } from '../../../web/src/element/pasted-list.ts';
import { priceStepsBy } from '../../../web/src/element/pasted-prices.ts';
import { loadLanguage } from '../../../web/src/i18n/translator.ts';
import { writeJson } from '../../../web/src/json/lossless-json.ts';
import type { JsonObject } from '../../../schema/contract.ts';
import type { DocumentSession } from '../../../web/src/engine/client.ts';
import { loadNodeEngine } from '../../../wasm/node.mjs';
import { contextOf } from './context.ts';

let session: Pick<DocumentSession, 'open' | 'query'>;
beforeAll(async () => {
  const core = (await loadNodeEngine()).session();
  session = {
    open: (state) => JSON.parse(core.open(state)),
    query: (request) => JSON.parse(core.query(JSON.stringify(request))),
  };
});

/** A list as the dialog understands it; `|` is a tab, since tabs cannot be read in a test. */
function listOf(rows: readonly string[], changes: Partial<ColumnContext> = {}): PastedList {
  const context = contextOf(changes);
  const { currency, date, taxRates } = context;
  const head = { version: 1, rules: 1, currency, date, taxRates: [...taxRates] };
  let last = 0;
  const list = new PastedList({
    columns: COLUMNS,
    context,
    prices: (rates) => ({
      price: priceStepsBy(session, { ...head, taxRates: [...rates] }),
      close: () => undefined,
    }),
    takesDiscounts: true,
    newId: (kind) => `${kind}_${++last}`,
  });
  list.take(rows.join('\n').replaceAll('|', '\t'));
  return list;
}

const FIELDS = ['sku', 'name', 'description', 'quantity', 'unit', 'unitPrice', 'discount'];
/** What stands in the lines, in the order of FIELDS, without the empty ones. */
const linesOf = (list: PastedList): unknown[][] =>
  list.rows.map(({ line }) =>
    FIELDS.flatMap((each) => (line[each] === undefined ? [] : [line[each]])),
  );
const problemsOf = (list: PastedList): string[] =>
  list.rows.flatMap(({ number, problems }) => problems.map((each) => `${number}: ${each}`));
const bare = (text: string): string => text.replace(/[\u00a0\u202f]/g, ' ');

describe('a heading that is also our column of what a tax comes to', () => {
  const taxRates = [{ id: 't', name: 'Standard', percent: '25' }];
  for (const [language, locale, heading] of [
    ['en', 'en-US', 'Tax'],
    ['da', 'da-DK', 'Moms'],
    ['nb', 'nb-NO', 'Mva'],
    ['nb', 'nb-NO', 'Moms'],
    ['de', 'de-DE', 'Steuer'],
    ['nl', 'nl-NL', 'Btw'],
  ] as const) {
    it(`is the rate where rates stand below it, in ${language}: ${heading}`, async () => {
      const translator = await loadLanguage(language);
      const list = listOf([`Item|Pris|${heading}`, 'A|100|25 %', 'B|50|25 %'], {
        translator,
        locale,
        taxRates,
      });
      expect(list.mapping).toEqual(['name', 'unitPrice', 'taxes']);
      const sums = listOf([`Item|Pris|${heading}`, 'A|10000|2500', 'B|5000|1250'], {
        translator,
        locale,
        taxRates,
      });
      expect(sums.mapping[2]).toBeNull();
    });
  }
});

// ED-3.9
describe('a list without headings', () => {
  it('has the document’s own sign beside numbers of another form', () => {
    const list = listOf(['تصميم|1|900.00 ج.م.', 'طباعة|2|1,250.50 ج.م.'], {
      currency: 'EGP',
      locale: 'ar-EG',
    });
    expect(problemsOf(list)).toEqual([]);
    expect(linesOf(list)).toEqual([
      ['تصميم', '1', '900.00'],
      ['طباعة', '2', '1250.50'],
    ]);
  });

  it('starts with article numbers', () => {
    const list = listOf(['10045|Oak plank 2 m|14|$8.95', '10046|Oak plank 3 m|3|$12.40']);
    expect(list.mapping).toEqual(['sku', 'name', 'quantity', 'unitPrice']);
    expect(linesOf(list)[0]).toEqual(['10045', 'Oak plank 2 m', '14', '8.95']);
    expect(problemsOf(list)).toEqual([]);
  });

  it('has a currency that is not the document’s', () => {
    const list = listOf(['Konsulent|12,5|kr 1 450,00', 'Reise|1|kr 890,-']);
    expect(list.mapping).toEqual(['name', 'quantity', 'unitPrice']);
    expect(problemsOf(list)).toHaveLength(2);
    expect(problemsOf(list).join()).toMatch(/is in kr, but this document is in USD/);
    list.anyCurrency = true;
    expect(linesOf(list)).toEqual([
      ['Konsulent', '12.5', '1450.00'],
      ['Reise', '1', '890'],
    ]);
  });

  it('has the price before the quantity, the amount behind, and amounts in brackets', () => {
    const list = listOf([
      'Switch 24-port|$1,299.00|4|$5,196.00',
      'Rack screws|$12.50|2|$25.00',
      'Return of old unit|($150.00)|1|($150.00)',
    ]);
    expect(list.mapping).toEqual(['name', 'unitPrice', 'quantity', 'compared']);
    expect(linesOf(list)).toEqual([
      ['Switch 24-port', '4', '1299.00'],
      ['Rack screws', '2', '12.50'],
      ['Return of old unit', '1', '-150.00'],
    ]);
    // Whether a price may be negative is the document's rule.
    expect(problemsOf(list)).toEqual([
      '3: Unit price: Unit price must not be negative. For a return or a credit, allow negative prices under “Rounding and rules”.',
    ]);
  });

  it.each([
    ['n/a', 2, 'quantity'],
    ['-', 2, 'quantity'],
    ['2 or 3', 2, 'quantity'],
    ['$95 or so', 3, 'unitPrice'],
    ['45,- EUR', 3, 'unitPrice'],
  ])('keeps an odd cell in its column and marks its row: %s', (odd, at, field) => {
    const rows = [
      ['Sand', '10045', '5', '$4.10'],
      ['Gravel', '10046', '7', '$5.20'],
      ['Cement', '10047', '2', '$9.00'],
    ];
    const cells = rows.map((row, index) => (index === 1 ? row.with(at, odd) : row));
    const list = listOf(cells.map(([name, sku, ...rest]) => [sku, name, ...rest].join('|')));
    expect(list.mapping).toEqual(['sku', 'name', 'quantity', 'unitPrice']);
    expect(list.rows.map(({ problems }) => problems.length > 0)).toEqual([false, true, false]);
    expect(list.rows[1]?.line[field]).not.toBeUndefined();
    expect(problemsOf(list).join()).toContain(odd.replace(',- ', ' '));
  });

  it('knows a discount by the amount it leaves', () => {
    const list = listOf(['Seat|2|1250.00|100|2400.00', 'Desk|1|400.00|50|350.00']);
    expect(list.mapping).toEqual(['name', 'quantity', 'unitPrice', 'discount', 'compared']);
    expect(list.rows[0]?.line['discount']).toEqual({ total: '100' });
  });

  // ED-3.11
  it('is ready only with a price', () => {
    const list = listOf(['Seat|blue', 'Desk|red']);
    expect(problemsOf(list)).toHaveLength(2);
    expect(problemsOf(list).join()).toMatch(/Unit price is missing/);
  });

  it('calculates no date and no range', () => {
    const list = listOf(['Seat|10-20|$4.00', 'Desk|3|$5.00', 'Lamp|4|$5.00']);
    expect(list.rows[0]?.line['quantity']).toBe('10-20');
    expect(problemsOf(list)).toHaveLength(1);
  });
});

const rates = [
  { id: 'full', name: 'MwSt.', percent: '19' },
  { id: 'low', name: 'Ermäßigt', percent: '7' },
];

describe('a list with headings', () => {
  it.each([
    ['Varenr|Tekst|Ant.|Enhetspris|Rab. %|Beløp', 'sku name quantity unitPrice discount compared'],
    [
      'SKU|Product name|Quantity ordered|Unit Price (USD)|Discount %|Line total',
      'sku name quantity unitPrice discount compared',
    ],
    ['Artikel|Omschrijving|Aantal|Prijs per stuk|Bedrag', 'sku name quantity unitPrice compared'],
    ['Task|Hours|Hourly rate|Total', 'name quantity unitPrice compared'],
    ['Artikel|Benämning|Antal|À-pris|Summa', 'sku name quantity unitPrice compared'],
    [
      'Codice articolo|Descrizione|Q.tà|Prezzo unitario|Sconto|Importo',
      'sku name quantity unitPrice discount compared',
    ],
    ['品番|品名|数量|単価|値引|金額', 'sku name quantity unitPrice discount compared'],
    [
      'Réf.|Désignation|Qté|P.U. HT|Remise|Montant HT',
      'sku name quantity unitPrice discount compared',
    ],
    [
      'Kod|Nazwa towaru|Ilość|J.m.|Cena netto|Wartość netto',
      'sku name quantity unit unitPrice compared',
    ],
    ['Código|Descrição|Qtd.|Preço unitário|Total', 'sku name quantity unitPrice compared'],
    ['Ref.|Concepto|Cantidad|Precio|Dto.|Importe', 'sku name quantity unitPrice discount compared'],
    [
      'رقم الصنف|الصنف|الكمية|سعر الوحدة|الخصم|الإجمالي',
      'sku name quantity unitPrice discount compared',
    ],
    [
      'Varenummer|Varetekst|Antal|Enhedspris|Rabat|Beløb',
      'sku name quantity unitPrice discount compared',
    ],
    [
      'Artikelnummer|Artikelbezeichnung|Menge|Einzelpreis|Rabattsatz|Gesamtpreis',
      'sku name quantity unitPrice discount compared',
    ],
  ])('is understood by the words of its headings: %s', (headings, wanted) => {
    const mapping = wanted.split(' ');
    const cells: Record<string, string> = {
      sku: 'A1',
      name: 'Seat',
      quantity: '1',
      unit: 'h',
      unitPrice: '10',
      discount: '0',
      compared: '10',
    };
    const list = listOf([headings, mapping.map((id) => cells[id]).join('|')]);
    expect(list.header).toBe(true);
    expect(list.mapping).toEqual(mapping);
    expect(problemsOf(list)).toEqual([]);
  });

  // ED-3.12
  it('takes a discount for what makes the amounts', () => {
    const rows = ['品番|品名|数量|単価|値引|金額', 'A1|机|2|1,250|100|2,400'];
    const list = listOf(rows, { currency: 'JPY', minorDigits: 0 });
    expect(list.discountMode).toBe('total');
    expect(list.rows[0]?.line['discount']).toEqual({ total: '100' });
    expect(problemsOf(list)).toEqual([]);
  });

  it('tells the kind of a discount by the rows that can be read', () => {
    const list = listOf([
      'Item|Qty|Price|Discount|Amount',
      'Seat|2|10.00|5|15.00',
      'Lamp|2 or 3|7.00|0|14.00',
    ]);
    expect(list.discountMode).toBe('total');
    expect(problemsOf(list)).toHaveLength(1);
  });

  it('takes a separator for what makes the amounts', () => {
    const list = listOf(['Artikel|Menge|Preis|Betrag', 'Schraube|1.250|2|2.500,00']);
    expect(linesOf(list)).toEqual([['Schraube', '1250', '2']]);
    expect(problemsOf(list)).toEqual([]);
  });

  it('says where a row makes another amount, with both figures', () => {
    const list = listOf(['Item|Qty|Price|Amount', 'Seat|2|10.00|20.00', 'Desk|3|10.00|31.00']);
    expect(problemsOf(list)).toEqual([
      '3: The list gives $31.00 for this row, but it makes $30.00.',
    ]);
  });

  it('names the columns that it leaves out', () => {
    const list = listOf(['Item|Qty|Weight|Price|Stock', 'Seat|2|3 kg|10.00|7']);
    expect(list.leftOut.map(({ heading }) => heading)).toEqual(['Weight', 'Stock']);
  });

  it('reads Arabic digits and separators', () => {
    const list = listOf(['الصنف|الكمية|السعر', 'كرسي|٢|١٬٢٥٠٫٥']);
    expect(linesOf(list)).toEqual([['كرسي', '2', '1250.5']]);
    expect(problemsOf(list)).toEqual([]);
  });

  it.each(['19%', '19', '19,00 %', 'MwSt.', 'mwst. 19 %'])(
    'takes %s for a rate of the document',
    (cell) => {
      const rows = ['Artikel|Menge|Preis|MwSt.', `Lizenz|2|10,00|${cell}`];
      const list = listOf(rows, { taxRates: rates, locale: 'de-DE' });
      expect(list.rows[0]?.line['taxRateIds']).toEqual(['full']);
      expect(problemsOf(list)).toEqual([]);
    },
  );

  // ED-3.13
  it('says which rate is none of the document’s, and keeps it', () => {
    const list = listOf(['Item|Price|VAT %', 'Seat|10.00|25%'], { taxRates: rates });
    expect(problemsOf(list).join()).toMatch(/“25%” is none of this document’s tax rates/);
    expect(list.rows[0]?.line['taxRateIds']).toEqual(['25%']);
  });

  it('takes the tax of a line for no rate', () => {
    const list = listOf(['Item|Price|VAT', 'Seat|10.00|2.50'], { taxRates: rates });
    expect(list.leftOut.map(({ heading }) => heading)).toEqual(['VAT']);
  });
});

describe('lists from elsewhere', () => {
  const euro = { currency: 'EUR', locale: 'en-US' };
  it.each([
    [
      'German Excel',
      [
        'Pos.|Art.-Nr.|Bezeichnung|Menge|Einheit|Einzelpreis|Rabatt|Gesamtpreis',
        '1|4711|Schraube M8|1.250|Stk|0,12 €|5 %|142,50 €',
      ],
      euro,
      [['4711', 'Schraube M8', '1250', 'Stk', '0.12', { percent: '5' }]],
    ],
    [
      'French, narrow no-break spaces',
      ['Désignation|Qté|PU HT|Total HT', 'Chaise|3|1\u202f250,50\u00a0€|3\u202f751,50\u00a0€'],
      euro,
      [['Chaise', '3', '1250.50']],
    ],
    [
      'Swiss apostrophes and dashes',
      ['Artikel|Anzahl|Preis|Betrag', "Tisch|2|CHF 1'250.—|CHF 2’500.–"],
      { currency: 'CHF' },
      [['Tisch', '2', '1250']],
    ],
    [
      'a Swedish wholesaler',
      ['Artikelnr;Benämning;Antal;Enhet;À-pris;Summa', '0012345;Kabel 3G1,5;100;m;8,90;890,00'],
      { currency: 'SEK', locale: 'sv-SE' },
      [['0012345', 'Kabel 3G1,5', '100', 'm', '8.90']],
    ],
    [
      'a bank’s statement of fees',
      [
        'Date|Description|Amount|Price',
        '2026-11-02|Card fee|12.00|12.00',
        '2026-11-03|Transfer|5.00|5.00',
      ],
      {},
      [
        ['Card fee', '12.00'],
        ['Transfer', '5.00'],
      ],
    ],
    [
      'a Polish invoice',
      [
        'Lp.|Nazwa towaru lub usługi|Ilość|Cena netto|Wartość netto',
        '1|Krzesło|2|1 250,00|2 500,00',
      ],
      { currency: 'PLN', locale: 'pl-PL' },
      [['Krzesło', '2', '1250.00']],
    ],
    [
      'a parts list with barcodes behind the name',
      ['Bolt M8|4006381333931|100|0.12', 'Nut M8|4006381333948|250|0.05'],
      {},
      [
        ['4006381333931', 'Bolt M8', '100', '0.12'],
        ['4006381333948', 'Nut M8', '250', '0.05'],
      ],
    ],
    [
      'an American invoice, quantity first',
      ['2|Oak chair|45.00|90.00', '5|Oak table|120.00|600.00'],
      {},
      [
        ['Oak chair', '2', '45.00'],
        ['Oak table', '5', '120.00'],
      ],
    ],
    [
      'net of a percentage, without headings',
      ['Licence|10|99.00|15%|841.50', 'Support|1|500.00|0%|500.00'],
      {},
      [
        ['Licence', '10', '99.00', { percent: '15' }],
        ['Support', '1', '500.00', { percent: '0' }],
      ],
    ],
    [
      'Japanese full width',
      ['商品名|数量|単価|金額', 'ボールペン|１２|￥１，２００|￥１４，４００'],
      { currency: 'JPY', minorDigits: 0 },
      [['ボールペン', '12', '1200']],
    ],
    [
      'Italian with units',
      [
        'Codice|Descrizione|U.M.|Q.tà|Prezzo unitario|Sconto %|Importo',
        'V-12|Vite|pz|1.000|0,05|10|45,00',
      ],
      euro,
      [['V-12', 'Vite', '1000', 'pz', '0.05', { percent: '10' }]],
    ],
    [
      'codes before names',
      ['AX-100|Door left|2|10.50', 'AX-200|Door right|4|11.50'],
      {},
      [
        ['AX-100', 'Door left', '2', '10.50'],
        ['AX-200', 'Door right', '4', '11.50'],
      ],
    ],
  ] as [string, string[], Partial<ColumnContext>, JsonObject[string][][]][])(
    '%s',
    (_, rows, changes, wanted) => {
      const list = listOf(rows, changes);
      expect(problemsOf(list).map(bare)).toEqual([]);
      expect(linesOf(list)).toEqual(wanted);
    },
  );
});

// ED-3.14
describe('an export of lines', () => {
  const context = contextOf({ taxRates: rates });
  const lines: JsonObject[] = [
    { id: 's1', type: 'section', name: 'Platform' },
    {
      id: 'l1',
      name: '=SUM("x"); and more',
      sku: 'S-1',
      unitPrice: '3600.125',
      quantity: '6',
      discount: { percent: '10' },
      taxRateIds: ['full'],
      billing: { frequency: 'monthly', term: 'P1Y' },
      quantityRange: { min: '1', max: '50' },
      custom: { note: 'kept' },
    },
    {
      id: 'l2',
      name: 'Sandbox',
      quantity: '1',
      unitPrice: '750.00',
      optional: true,
      billing: { frequency: 'monthly', start: { date: '2027-01-01' } },
    },
    { id: 'l3', name: 'Extra', quantity: '1', unitPrice: '5.00', optional: true, selected: true },
    {
      id: 'l4',
      name: 'Volume',
      quantity: '12',
      pricing: { model: 'volume', tiers: [{ upTo: '10', unitPrice: '3' }, { unitPrice: '2' }] },
    },
    { id: 'n1', type: 'note', name: 'Prices are net.' },
  ];

  /** As much of an editor as an export reads. */
  const editor = {
    context,
    translator: context.translator,
    columns: COLUMNS.filter((column) => column.shownFor('quote')),
    allColumns: COLUMNS,
    store: {
      engine: { save: () => JSON.stringify({ lines }).replace('"kept"', '12345678901234567890') },
      load: () => undefined,
      row: (id: string) => {
        const input = lines.find((line) => line['id'] === id) ?? {};
        return { id, index: 0, input, priced: null, issues: [] };
      },
    },
  } as unknown as EditorContext;
  const text = linesAsText(
    editor,
    lines.map(({ id }) => String(id)),
    ',',
  );

  it('comes back whole', () => {
    const list = listOf([text], { taxRates: rates });
    expect(problemsOf(list)).toEqual([]);
    expect(list.leftOut).toEqual([]);
    const own = (line: JsonObject): JsonObject => ({ type: 'item', ...line, id: '' });
    expect(writeJson(list.rows[1]?.line['custom'])).toBe('{"note":12345678901234567890}');
    const without = list.rows.map(({ line }) =>
      'custom' in line ? { ...line, id: '', custom: { note: 'kept' } } : { ...line, id: '' },
    );
    expect(without).toEqual(lines.map(own));
  });

  it('lets what is changed in its cells count', () => {
    const list = listOf([text.replace(',750.00,', ',800.00,')], { taxRates: rates });
    expect(list.rows[2]?.line['unitPrice']).toBe('800.00');
    expect(list.rows[2]?.line['billing']).toEqual(lines[2]?.['billing']);
  });
});

// ED-3.13
describe('tax rates that the document lacks', () => {
  it('come with the lines where somebody says so', () => {
    const list = listOf(['Désignation|Qté|PU HT|TVA %', 'Plaque|10|8,40|20', 'Laine|4|31,25|5,5'], {
      locale: 'fr-FR',
    });
    expect(problemsOf(list)).toHaveLength(2);
    expect(list.missingRates.map(({ name, percent }) => [name, percent])).toEqual([
      ['TVA', '20'],
      ['TVA', '5.5'],
    ]);
    list.addsRates = true;
    expect(problemsOf(list)).toEqual([]);
    expect(list.rows.map(({ line }) => line['taxRateIds'])).toEqual(
      list.missingRates.map(({ id }) => [id]),
    );
  });
});

// ED-3.16
describe('rows that make no lines', () => {
  const outside = (list: PastedList): string[] =>
    list.outside.map(
      ({ number, text, amount }) => `${number} ${text}${amount ? ` = ${amount}` : ''}`,
    );

  it('are what stands above the headings and the sums, in any language', () => {
    const list = listOf([
      'Northwind Supplies|||',
      'Offer 2026-117|||',
      'Item|Qty|Rate|Amount',
      'Oak plank|14|8.95|125.30',
      'Pine plank|3|12.40|37.20',
      'Subtotal|||162.50',
      'VAT 19%|||30.88',
      'Total:|||193.38',
    ]);
    expect(linesOf(list)).toEqual([
      ['Oak plank', '14', '8.95'],
      ['Pine plank', '3', '12.40'],
    ]);
    expect(problemsOf(list)).toEqual([]);
    expect(outside(list)).toEqual([
      '1 Northwind Supplies',
      '2 Offer 2026-117',
      '6 Subtotal 162.50 = 162.50',
      '7 VAT 19% 30.88 = 30.88',
      '8 Total: 193.38 = 193.38',
    ]);
    for (const sum of [
      'Summe',
      'I alt',
      'Totaal',
      'Total HT',
      'Zwischensumme',
      '合計',
      'المجموع',
    ]) {
      const rows = ['Item|Qty|Rate|Amount', 'Oak plank|14|8.95|125.30', `${sum}|||125.30`];
      expect(listOf(rows).rows, sum).toHaveLength(1);
    }
  });

  it('are not lines that are named like a sum and have a price', () => {
    const list = listOf(['Item|Qty|Rate|Amount', 'Total care|2|8.00|16.00', 'Total|1|5.00|5.00']);
    expect(list.rows).toHaveLength(2);
    expect(list.outside).toEqual([]);
  });

  it('are numbered as they stand in the list', () => {
    const list = listOf(['Price list', '', 'Item|Qty|Rate', 'Oak|2|8.00', 'Pine|x|1.00']);
    expect(list.rows.map(({ number }) => number)).toEqual([3, 4]);
    expect(problemsOf(list)[0]).toMatch(/^4: /);
  });
});

// ED-3.9
describe('the numbers of a list', () => {
  it('are read column by column where one is written in another way', () => {
    const list = listOf(['Item|Qty|Price|Total', 'Mele|4,5|12.00|54.00', 'Farina|20|1.35|27.00']);
    expect(linesOf(list)).toEqual([
      ['Mele', '4.5', '12.00'],
      ['Farina', '20', '1.35'],
    ]);
    expect(problemsOf(list)).toEqual([]);
  });

  it('stay whole whatever separates the cells', () => {
    for (const rows of [
      ['Beratung;1,5;120,00', 'Anfahrt;0,5;60,00'],
      ['Artikel;Menge;Preis', 'Beratung;1,5;120,00', 'Anfahrt;0,5;60,00'],
    ]) {
      expect(linesOf(listOf(rows))).toEqual([
        ['Beratung', '1.5', '120.00'],
        ['Anfahrt', '0.5', '60.00'],
      ]);
    }
  });

  it('are of the currency that a column of their rows says', () => {
    const list = listOf(['Item|Price|Currency', 'Seat|10.00|USD', 'Desk|20.00|AUD']);
    expect(problemsOf(list)).toHaveLength(1);
    expect(problemsOf(list)[0]).toMatch(/^3: .*AUD/);
    list.anyCurrency = true;
    expect(problemsOf(list)).toEqual([]);
  });
});

describe('a template of another program', () => {
  it('is told by headings of one word, empty columns and the heading that says most', () => {
    const list = listOf([
      '*ContactName|*InvoiceNumber|Reference|Total|InventoryItemCode|*Description|*Quantity|*UnitAmount|Discount|TaxAmount',
      'Example Pty|INV-1|REF-100||ITEM-01|Dry cleaning|2|30|0|',
      'Example Pty|INV-1|REF-100||ITEM-02|Alteration, hem|1|18.50||',
    ]);
    expect(list.mapping).toEqual([
      ...[null, null, null, null, 'sku', 'name', 'quantity', 'unitPrice', 'discount', null],
    ]);
    expect(problemsOf(list)).toEqual([]);
  });
});
