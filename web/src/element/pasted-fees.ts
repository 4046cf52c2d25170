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
  const meanings = head.map((heading) => meantBy(heading)?.column);
  const others = meanings.filter((_, at) => at !== once && at !== often);
  if (['unitPrice', 'billing', COMPARED].some((id) => others.includes(id))) return rows;
  const counted = meanings.findIndex((id, at) => id === 'quantity' && at !== once && at !== often);
  const isAmount = (cell = ''): boolean =>
    isNoAmount(cell) ||
    [writing.locale, 'en-US', 'de-DE'].some(
      (locale) => numberIn(cell, { ...writing, locale }) !== null,
    );
  if (!body.every((row) => isAmount(row[once]) && isAmount(row[often]))) return rows;
  const frequency = frequencyInHeading(head[often] ?? '') ?? '';
  const withPrice = (row: readonly string[], price: string, billing: string): string[] =>
    row.map((cell, at) => (at === once ? price : at === often ? billing : cell));
  /** Whether ten seats are set up once or ten times nobody says: no number stands for both. */
  const paidOnce = (row: readonly string[]): string[] =>
    row.map((cell, at) => {
      const isOne = /^\s*(?:1(?:[.,]0+)?)?\s*$/u.test(cell);
      return at === counted && !isOne ? `${cell.trim()} / 1` : cell;
    });
  return [
    withPrice(head, 'Price', 'Billing'),
    ...body.flatMap((row) => {
      const [first, each] = [row[once] ?? '', row[often] ?? ''];
      const parts = [
        ...(isNoAmount(first) ? [] : [withPrice(paidOnce(row), first, '')]),
        ...(isNoAmount(each) ? [] : [withPrice(row, each, frequency)]),
      ];
      return parts.length > 0 ? parts : [withPrice(row, first, '')];
    }),
  ];
}
