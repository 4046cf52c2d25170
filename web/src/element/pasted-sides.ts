/** Debits and credits, as accounts keep them: which rows of a list take off what they name. */
import { withoutSign } from '../number/currency-sign.ts';
import { normaliseTyping } from '../number/parse.ts';
import { isNoAmount, numberIn, type Writing } from './pasted-amount.ts';
import type { Cells, Mapping } from './pasted-columns.ts';
import { evenRows } from './pasted-kinds.ts';
import { plainHeading } from './plain-heading.ts';

/** Marks of a column that says it of each row. */
const MARKS = [
  { debit: /^dr\.?$/iu, credit: /^cr\.?$/iu },
  { debit: /^debit$/iu, credit: /^credit$/iu },
  { debit: /^s(?:oll)?$/iu, credit: /^h(?:aben)?$/iu },
];

/** Headings of two columns of amounts. */
const HEADINGS = [
  ['debit', 'credit'],
  ['debits', 'credits'],
  ['dr', 'cr'],
  ['soll', 'haben'],
  ['belastung', 'gutschrift'],
  ['débit', 'crédit'],
  ['debet', 'kredit'],
  ['debet', 'credit'],
  ['debe', 'haber'],
  ['cargo', 'abono'],
  ['dare', 'avere'],
  ['借方', '貸方'],
  ['مدين', 'دائن'],
].map((pair) => pair.map((word) => plainHeading(word)));

/** Which rows are credits, where a column that fills nothing says it of all rows. */
export function creditOf(rows: Cells, mapping: Mapping): (row: readonly string[]) => boolean {
  for (const [at, id] of mapping.entries()) {
    const cells = rows.map((row) => (row[at] ?? '').trim());
    const side = MARKS.find(({ debit, credit }) =>
      cells.every((cell) => debit.test(cell) || credit.test(cell)),
    );
    if (id === null && cells.length > 0 && side) {
      return (row) => side.credit.test((row[at] ?? '').trim());
    }
  }
  return () => false;
}

/** The places of the two columns that the first row heads; undefined where it heads none. */
function sidesOf(head: readonly string[]): { debit: number; credit: number } | undefined {
  const plain = head.map((cell) => plainHeading(cell));
  for (const [debitWord = '', creditWord = ''] of HEADINGS) {
    const [debit, credit] = [plain.indexOf(debitWord), plain.indexOf(creditWord)];
    if (debit >= 0 && credit >= 0) return { debit, credit };
  }
  return undefined;
}

/** The amount of a credit, which is taken off. */
function takenOff(cell: string, { currency, locale }: Writing): string {
  const { number } = withoutSign(normaliseTyping(cell).trim(), currency, locale);
  return number.startsWith('-') ? cell.replace(/[-−]/u, '') : `-${cell.trim()}`;
}

/** Rows in which an amount that is a debit or a credit stands in one column; a credit takes off. */
export function withSidesTogether(rows: Cells, writing: Writing): Cells {
  const [head = [], ...body] = evenRows(rows);
  const sides = sidesOf(head);
  if (sides === undefined || body.length === 0) return rows;
  const { debit, credit } = sides;
  const isAmount = (cell: string): boolean =>
    isNoAmount(cell) ||
    [writing.locale, 'en-US', 'de-DE'].some(
      (locale) => numberIn(cell, { ...writing, locale }) !== null,
    );
  const areApart = body.every((row) => {
    const pair = [row[debit] ?? '', row[credit] ?? ''];
    return pair.every(isAmount) && pair.some(isNoAmount);
  });
  if (!areApart) return rows;
  const joined = (row: readonly string[], amount: string): string[] =>
    row.flatMap((cell, at) => (at === debit ? [amount] : at === credit ? [] : [cell]));
  return [
    joined(head, `${(head[debit] ?? '').trim()} / ${(head[credit] ?? '').trim()}`),
    ...body.map((row) => {
      const given = row[credit] ?? '';
      return joined(row, isNoAmount(given) ? (row[debit] ?? '') : takenOff(given, writing));
    }),
  ];
}
