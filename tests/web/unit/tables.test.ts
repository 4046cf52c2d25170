import { utils, write, type WorkBook } from '@e965/xlsx';
import { describe, expect, it } from 'vitest';
import { decodeText } from '../../../web/src/tables/decode-text.ts';
import { parseDelimited } from '../../../web/src/tables/read-delimited.ts';
import { tableInHtml, textInHtml } from '../../../web/src/tables/read-html.ts';
import { tableInText } from '../../../web/src/tables/json-table.ts';
import { readTableFile, type TableText } from '../../../web/src/tables/table-file.ts';
import { plainNumber } from '../../../web/src/tables/plain-number.ts';
import { readWorkbook } from '../../../web/src/tables/workbook.ts';

const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);

function utf16(text: string, littleEndian: boolean, mark: boolean): Uint8Array {
  const units = (mark ? '\ufeff' : '') + text;
  const bytes = new Uint8Array(units.length * 2);
  const view = new DataView(bytes.buffer);
  [...units].forEach((_, at) => view.setUint16(at * 2, units.charCodeAt(at), littleEndian));
  return bytes;
}

const LATIN =
  'Bezeichnung;Stückpreis\r\nSchreibtischständer für Büro;12,50\r\nGrößenänderung;3,00\r\n';
/** Western letters are their own code points below 256. */
const latin1 = (text: string): Uint8Array =>
  Uint8Array.from([...text], (each) => each.codePointAt(0) ?? 0);

// ED-3.17
describe('the letters of a file', () => {
  it('are read as the file says, or as its bytes can only be', () => {
    for (const bytes of [
      utf8(LATIN),
      utf8(`\ufeff${LATIN}`),
      utf16(LATIN, true, true),
      utf16(LATIN, false, true),
      utf16(LATIN, true, false),
      utf16(LATIN, false, false),
    ]) {
      expect(decodeText(bytes, 'en')).toMatchObject({ text: LATIN, sure: true });
    }
  });

  it('of a file before Unicode are likely ones, and somebody is asked', () => {
    expect(decodeText(latin1(LATIN), 'de')).toEqual({
      text: LATIN,
      encoding: 'windows-1252',
      sure: false,
    });
    // The sign of the euro, which Latin 1 has not.
    expect(decodeText(Uint8Array.of(0x34, 0x2c, 0x35, 0x30, 0x20, 0x80), 'de').text).toBe('4,50 €');
    // シート、12 in Shift_JIS
    const japanese = Uint8Array.of(0x83, 0x56, 0x81, 0x5b, 0x83, 0x67, 0x2c, 0x31, 0x32);
    expect(decodeText(japanese, 'ja').text).toBe('シート,12');
    // رقم in Windows-1256
    const arabic = Uint8Array.of(0xd1, 0xde, 0xe3, 0x2c, 0x31, 0x32);
    expect(decodeText(arabic, 'ar').text).toBe('رقم,12');
  });

  it('are never replaced where any encoding reads them', () => {
    for (let byte = 0x80; byte < 0x100; byte++) {
      const { text } = decodeText(Uint8Array.of(0x41, byte, 0x42, 0x2c, 0x31), 'en');
      expect(text).not.toContain('\ufffd');
    }
  });
});

describe('cells of a text', () => {
  it('keep line breaks and separators that stand in quotes', () => {
    expect(parseDelimited('"a\n1";"b;c"\nd;"say ""hi"""', ';')).toEqual([
      ['a\n1', 'b;c'],
      ['d', 'say "hi"'],
    ]);
  });

  it('take inch marks and a quote that nobody closes for signs, and lose no row', () => {
    expect(parseDelimited('24" monitor\t199.00\n27" monitor\t249.00', '\t')).toEqual([
      ['24" monitor', '199.00'],
      ['27" monitor', '249.00'],
    ]);
    expect(parseDelimited('"Unclosed;1\nB;2\nC;3', ';')).toEqual([
      ['"Unclosed', '1'],
      ['B', '2'],
      ['C', '3'],
    ]);
  });
});

function bookOf(sheets: Readonly<Record<string, readonly (readonly unknown[])[]>>): WorkBook {
  const book = utils.book_new();
  for (const [name, rows] of Object.entries(sheets)) {
    utils.book_append_sheet(book, utils.aoa_to_sheet(rows.map((row) => [...row])), name);
  }
  return book;
}

const bytesOf = (book: WorkBook, bookType: 'xlsx' | 'ods' | 'biff8' = 'xlsx'): Uint8Array =>
  new Uint8Array(write(book, { type: 'array', bookType }) as ArrayBuffer);

const number = (v: number, z: string): object => ({ t: 'n', v, z });

describe('a spreadsheet’s own file', () => {
  it('gives the numbers that were typed, whatever the computer made of them', () => {
    expect(plainNumber(0.1 + 0.2)).toBe('0.3');
    expect(plainNumber(19.99)).toBe('19.99');
    expect(plainNumber(-1234567.89)).toBe('-1234567.89');
    expect(plainNumber(1e15)).toBe('1000000000000000');
    expect(plainNumber(0.000000003625)).toBe('0.000000003625');
    expect(plainNumber(0)).toBe('0');
  });

  it('says the percent, the currency and the day that its formats show', () => {
    const [sheet] = readWorkbook(
      bytesOf(
        bookOf({
          Prices: [
            ['Item', 'Price', 'VAT', 'From', 'Fee'],
            [
              'Seat',
              number(1234.5, '"$"#,##0.00'),
              number(0.075, '0.0%'),
              number(46352, 'yyyy-mm-dd'),
              number(12.4, '#,##0.00 [$€-407]'),
            ],
            [
              'Plain',
              number(11.9, '0.00'),
              number(1.25, '0%'),
              number(1, '0'),
              number(7, 'General'),
            ],
          ],
        }),
      ),
    );
    expect(sheet?.cells).toEqual([
      ['Item', 'Price', 'VAT', 'From', 'Fee'],
      ['Seat', '1234.5 $', '7.5%', '2026-11-26', '12.4 €'],
      ['Plain', '11.9', '125%', '1', '7'],
    ]);
  });

  it('is read from Excel’s old and new files and from LibreOffice’s', () => {
    const book = bookOf({ Liste: [[], [null, 'Artikel', 'Preis'], [null, 'Bürostuhl', 119.9]] });
    for (const type of ['xlsx', 'biff8', 'ods'] as const) {
      expect(readWorkbook(bytesOf(book, type))).toEqual([
        {
          name: 'Liste',
          cells: [
            ['Artikel', 'Preis'],
            ['Bürostuhl', '119.9'],
          ],
        },
      ]);
    }
  });

  it('opens at its longest sheet, and the others can be chosen', async () => {
    const book = bookOf({
      About: [['Supplier Ltd']],
      Prices: [
        ['Seat', 1],
        ['Desk', 2],
      ],
    });
    const content = await readTableFile(bytesOf(book), 'en');
    const { table } = content as { table: TableText };
    expect(table).toMatchObject({ text: 'Seat\t1\nDesk\t2', plainNumbers: true });
    expect(table.alternatives).toMatchObject({ names: ['About', 'Prices'], chosen: 'Prices' });
    expect(table.alternatives?.textOf('About')).toBe('Supplier Ltd');
  });
});

describe('a file that holds no table', () => {
  it('is named for what it is', async () => {
    expect(await readTableFile(utf8('%PDF-1.7 …'), 'en')).toEqual({ kind: 'pdf' });
    expect(await readTableFile(utf8('  \n'), 'en')).toEqual({ kind: 'empty' });
    expect(await readTableFile(Uint8Array.of(0x50, 0x4b, 3, 4, 1, 2, 3), 'en')).toEqual({
      kind: 'unreadable',
    });
    const picture = Uint8Array.from({ length: 400 }, (_, at) => (at * 37) % 32);
    expect((await readTableFile(picture, 'en')).kind).toBe('unreadable');
    expect((await readTableFile(utf8('[{"name":"a"}]'), 'en')).kind).toBe('json');
  });

  it('is a table where JSON has the rows of another program, with every digit', async () => {
    const rows = '[{"item":"Token","rate":0.000123456789012345678},{"item":"A\\tB","qty":2}]';
    const content = await readTableFile(utf8(rows), 'en');
    expect(tableInText(rows)).toMatchObject({ plainNumbers: true });
    expect(tableInText('[x] Hall\t450,00')).toMatchObject({ plainNumbers: false });
    expect(content).toMatchObject({
      kind: 'json',
      rows: {
        text: 'item\trate\tqty\nToken\t0.000123456789012345678\t\n"A\tB"\t\t2',
        plainNumbers: true,
      },
    });
  });
});

// ED-3.18
describe('a table in HTML', () => {
  const table = (...rows: string[]): string =>
    `<table>${rows.map((row) => `<tr>${row}</tr>`).join('')}</table>`;
  const read = (html: string): string | undefined => tableInHtml(html)?.text;

  it('has the values of a spreadsheet with the signs that it shows', () => {
    const html = table(
      '<td>A</td><td sdval="1234.5">$ 1.234,50</td><td sdval="0.081">8,1 %</td><td sdval="46023">01.01.26</td>',
      '<td>B</td><td x:num="-0.5">(0,50 €)</td><td></td><td x:num>7</td>',
    );
    expect(tableInHtml(html)).toMatchObject({
      text: 'A\t1234.5 $\t8.1%\t2026-01-01\nB\t-0.5 €\t\t7',
      plainNumbers: true,
    });
  });

  it('is read as shown where some of its numbers are text in a format', () => {
    const html = table('<td>A</td><td sdval="1234.5">1.234,50</td>', '<td>B</td><td>2.000,00</td>');
    expect(tableInHtml(html)).toMatchObject({
      text: 'A\t1.234,50\nB\t2.000,00',
      plainNumbers: false,
    });
  });

  it('has merged words in each of their rows, and merged figures once', () => {
    expect(
      read(
        table(
          '<th colspan="2">Item</th><th>Price</th>',
          '<td rowspan="2">Chair</td><td>red</td><td rowspan="2">10.00</td>',
          '<td>blue</td>',
        ),
      ),
    ).toBe('Item\t\tPrice\nChair\tred\t10.00\nChair\tblue\t');
  });

  it('in a mail is none where the mail says more than the table', () => {
    const small = table('<td>a</td><td>b</td>');
    expect(read(`<p>Dear Ada, thank you for your order of Monday.</p>${small}`)).toBeUndefined();
    expect(read(`<style>td { color: red; border: 0 }</style>${small}`)).toBe('a\tb');
  });

  it('is the innermost of those that a mail is laid out with', () => {
    const inner = table('<td>Seat</td><td>10.00</td>');
    expect(read(`<table><tr><td>${inner}</td></tr></table>`)).toBe('Seat\t10.00');
  });

  it('is read from a page that is called a spreadsheet', async () => {
    const page = `<html><body>${table('<td>Seat</td><td>10,00</td>')}</body></html>`;
    expect(await readTableFile(utf8(page), 'de')).toMatchObject({
      kind: 'table',
      table: { text: 'Seat\t10,00', plainNumbers: false },
    });
  });
});

// ED-3.18
describe('the text of a clipboard that holds markup alone', () => {
  it.each([
    ['<meta charset="utf-8"><b>Oak</b> plank &amp; nails', 'Oak plank & nails'],
    ['<style>p {}</style><p>Oak plank</p><p>sawn</p>', 'Oak plank\nsawn'],
    ['<ul><li>Oak</li><li>Ash</li></ul>', 'Oak\nAsh'],
    ['<table><tr><td>Oak</td></tr><tr><td>Ash</td></tr></table>', 'Oak\nAsh'],
    ['<table><tr><td>Oak</td><td>2</td></tr></table>', 'Oak\t2'],
    ['<img src="x.png" alt="">', ''],
  ])('%s', (html, text) => {
    expect(textInHtml(html)).toBe(text);
  });
});
