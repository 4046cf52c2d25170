/** Lists that say what something costs once and what it costs each period, in two columns. */
import { frequencyInHeading } from './pasted-billing.ts';
import type { Cells } from './pasted-columns.ts';
import { isNoAmount, numberIn, type Writing } from './pasted-amount.ts';
import { COMPARED, meantBy } from './pasted-headings.ts';
import { evenRows } from './pasted-kinds.ts';
import { plainHeading } from './plain-heading.ts';

/** What begins a thing and is paid once. */
const ONCE =
  /(?<!\p{L})(?:set ?up|one ?time|onetime|activation|install(?:ation)?|initial|einrichtung\p{L}*|einmal\p{L}*|aktivierung\p{L}*|anschluss\p{L}*|mise en service|installatie\p{L}*|eenmalig\p{L}*|instalacion|alta|opstart\p{L}*|oprettelse\p{L}*|oppstart\p{L}*|etablering\p{L}*|engangs\p{L}*|attivazione|初期費用|導入費)(?!\p{L})/iu;

/** Rows with one price each: what is paid once, and what is paid each period, with how often. */
export function withFeesApart(rows: Cells, writing: Writing): Cells {
  const [head = [], ...body] = evenRows(rows);
  const once = head.findIndex((heading) => ONCE.test(plainHeading(heading)));
  const often = head.findIndex((heading) => frequencyInHeading(heading) !== undefined);
  if (once < 0 || often < 0 || once === often || body.length === 0) return rows;
  // How many are counted for which of the two, nobody says.
  const meanings = head.map((heading) => meantBy(heading)?.column);
  const others = meanings.filter((_, at) => at !== once && at !== often);
  if (['quantity', 'unitPrice', 'billing', COMPARED].some((id) => others.includes(id))) return rows;
  const isAmount = (cell = ''): boolean =>
    isNoAmount(cell) ||
    [writing.locale, 'en-US', 'de-DE'].some(
      (locale) => numberIn(cell, { ...writing, locale }) !== null,
    );
  if (!body.every((row) => isAmount(row[once]) && isAmount(row[often]))) return rows;
  const frequency = frequencyInHeading(head[often] ?? '') ?? '';
  const withPrice = (row: readonly string[], price: string, billing: string): string[] =>
    row.map((cell, at) => (at === once ? price : at === often ? billing : cell));
  return [
    withPrice(head, 'Price', 'Billing'),
    ...body.flatMap((row) => {
      const [first, each] = [row[once] ?? '', row[often] ?? ''];
      const parts = [
        ...(isNoAmount(first) ? [] : [withPrice(row, first, '')]),
        ...(isNoAmount(each) ? [] : [withPrice(row, each, frequency)]),
      ];
      return parts.length > 0 ? parts : [withPrice(row, first, '')];
    }),
  ];
}
