/** Which pasted cells are which column, and how their numbers are written. */
import { COLUMNS } from '../columns/all.ts';
import type { Column, ColumnContext } from '../columns/column.ts';
import { columnLabel } from '../columns/column.ts';
import { en } from '../i18n/en.ts';
import { cellKind, numberIn, PERCENT } from './pasted-amount.ts';
import { mapByContent } from './pasted-content.ts';
import { OWN_COLUMNS, ownColumnOf } from './own-export.ts';
import { COMPARED, ITEM, meantBy, MOST_WORDS, type Meaning } from './pasted-headings.ts';
import { plainHeading } from './plain-heading.ts';
import type { PriceLines } from './pasted-prices.ts';
import { isCodes, kindsOf, cellsAt, widthOf, type ColumnKind } from './pasted-kinds.ts';

export type Cells = readonly (readonly string[])[];
/** The column of each cell, or COMPARED; null leaves it out. */
export type Mapping = readonly (string | null)[];

/** Different cells by which the number format is told. */
const SAMPLE = 1000;

/** Columns a paste can fill. */
export function pasteColumns(columns: readonly Column[]): Column[] {
  return columns.filter((column) => (column.read ?? column.readPasted) !== undefined);
}

const named = (column: Column, wanted: string, context: ColumnContext): boolean =>
  [columnLabel(column, context.translator), String(en[column.label]), column.id].some(
    (name) => plainHeading(name) === wanted,
  );

/** What a heading means by itself: our own names of columns first, then the words of lists. */
export function columnOfHeading(
  heading: string,
  columns: readonly Column[],
  context: ColumnContext,
): string | undefined {
  return meaningOf(heading, columns, context)?.column;
}

function meaningOf(
  heading: string,
  columns: readonly Column[],
  context: ColumnContext,
): Meaning | undefined {
  const wanted = plainHeading(heading);
  if (wanted === '') return undefined;
  const meant = meantBy(heading);
  // `Item` names a column of ours, and in other lists the article's number.
  if (meant?.column === ITEM) return meant;
  const own = columns.find((column) => named(column, wanted, context));
  if (own) return { column: own.id, whole: true, words: MOST_WORDS };
  // `Tax` is our column of what a tax comes to, and in other lists the rate: the cells decide.
  if (meant?.column === 'taxes') return meant;
  // Columns that only show something are not filled; the amount of a line is held against it.
  const shown = COLUMNS.find((column) => named(column, wanted, context));
  if (shown && shown.control === 'amount') {
    const isCompared = shown.id === 'net' || shown.id === 'total';
    return { column: isCompared ? COMPARED : '', whole: true, words: MOST_WORDS };
  }
  return meant;
}

const isNumeric = (kind: ColumnKind | undefined): boolean =>
  kind === 'number' || kind === 'money' || kind === 'percent';

/**
 * True where the first row reads like headings: most of its cells name a column, or one does, or
 * none that we know, and words stand above numbers.
 */
export function looksLikeHeader(
  rows: Cells,
  columns: readonly Column[],
  context: ColumnContext,
): boolean {
  const [first = [], ...body] = rows;
  const filled = first.filter((cell) => cell.trim() !== '');
  if (filled.some((cell) => !['words', 'odd'].includes(cellKind(cell, context)))) return false;
  const meanings = first.map((cell) => meaningOf(cell, columns, context));
  const known = meanings.filter((meaning) => meaning !== undefined);
  const whole = known.filter((meaning) => meaning.whole);
  if (whole.length >= 2 || (whole.length === 1 && first.length === 1)) return true;
  const above = kindsOf([first], context);
  const overNumbers = kindsOf(body, context).filter(
    (kind, at) => isNumeric(kind) && above[at] === 'words',
  );
  return overNumbers.length > 0 && (known.length > 0 || overNumbers.length > 1);
}

class Chosen {
  readonly #taken = new Set<string>();
  constructor(readonly columns: readonly Column[]) {}

  /** The column where it is there and free. */
  take(id: string): string | null {
    const exists =
      id === COMPARED || id in OWN_COLUMNS || this.columns.some((column) => column.id === id);
    if (this.#taken.has(id) || !exists) return null;
    this.#taken.add(id);
    return id;
  }

  has(id: string): boolean {
    return this.#taken.has(id);
  }
}

/** What its cells say against a heading: the tax of a line is no rate, a text no discount. */
function corrected(id: string, kind: ColumnKind, cells: readonly string[]): string {
  if (id === 'discount' && kind === 'words') return 'description';
  const isAmount = (cell: string): boolean => /\d[.,]\d\d$|\d{3}$/.test(cell.trim());
  const isSum = kind === 'money' || cells.some(isAmount);
  const saysPercent = cells.some((cell) => PERCENT.test(cell));
  return id === 'taxes' && isSum && !saysPercent ? '' : id;
}

function byHeadings(
  rows: Cells,
  columns: readonly Column[],
  context: ColumnContext,
  price?: PriceLines,
): Mapping {
  const [headings = [], ...body] = rows;
  const kinds = kindsOf(body, context);
  const own = Array.from({ length: widthOf(rows) }, (_, at) =>
    ownColumnOf(headings[at] ?? '', cellsAt(body, at), context),
  );
  const meanings = Array.from({ length: widthOf(rows) }, (_, at) => {
    if (own[at] !== undefined) return own[at];
    const column = columnOfHeading(headings[at] ?? '', columns, context);
    // An empty column takes no place from one that holds something.
    if (body.length > 0 && cellsAt(body, at).length === 0) return '';
    return column === undefined
      ? undefined
      : corrected(column, kinds[at] ?? 'empty', cellsAt(body, at));
  });
  if (meanings.every((meaning) => meaning === undefined || meaning === '')) {
    return mapByContent(body, columns, context, price);
  }
  const chosen = new Chosen(columns);
  const found: (string | null)[] = meanings.map(() => null);
  const said = (at: number): number => meaningOf(headings[at] ?? '', columns, context)?.words ?? 0;
  // Of several columns that mean the same, the one whose heading says most.
  const order = meanings.map((_, at) => at).sort((a, b) => said(b) - said(a) || a - b);
  for (const at of order) {
    const id = meanings[at];
    if (id !== undefined && id !== ITEM && id !== '') found[at] = chosen.take(id);
  }
  // Beside a name or a description, codes called "item" are its number.
  const hasWords = chosen.has('name') || chosen.has('description');
  meanings.forEach((id, at) => {
    if (id !== ITEM) return;
    const isNumber = hasWords && isCodes(cellsAt(body, at), context);
    const order = isNumber ? ['sku'] : ['name', 'description'];
    for (const each of order) found[at] ??= chosen.take(each);
  });
  if (!chosen.has('name')) {
    // Where no cell is called an item, its description is what is sold, else the first words are.
    const description = found.indexOf('description');
    const words = meanings.findIndex((id, at) => id === undefined && kinds[at] === 'words');
    const name = description >= 0 ? description : words;
    if (name >= 0) found[name] = chosen.take('name');
  }
  const named = found.some((id, at) => id !== null && isNumeric(kinds[at]));
  if (named) return found;
  // No heading above a number is known: its cells say what they are.
  return mapByContent(body, columns, context, price).map((id, at) =>
    found[at] !== null ? (found[at] ?? null) : id !== null ? chosen.take(id) : null,
  );
}

/**
 * A column for each cell: by headings, or by what the first rows hold. `price` tells quantity, price
 * and amount apart where one is made of the others.
 */
export function mapColumns(
  rows: Cells,
  header: boolean,
  columns: readonly Column[],
  context: ColumnContext,
  price?: PriceLines,
): Mapping {
  return header
    ? byHeadings(rows, columns, context, price)
    : mapByContent(rows, columns, context, price);
}

/**
 * The locale among these in which most cells are clear numbers; the first where they tie. Without a
 * mapping every cell is looked at.
 */
export function detectNumberLocale(
  rows: Cells,
  mapping: Mapping | null,
  columns: readonly Column[],
  locales: readonly string[],
  currency: string,
): string {
  const isLookedAt = (at: number): boolean => {
    if (mapping === null || mapping[at] === COMPARED) return true;
    return columns.find(({ id }) => id === mapping[at])?.control === 'number';
  };
  // Digits alone are the same in every locale.
  const written = rows.flatMap((row) =>
    row.filter((cell, at) => isLookedAt(at) && /\p{Nd}/u.test(cell) && !/^\p{Nd}+$/u.test(cell)),
  );
  const cells = [...new Set(written)].slice(0, SAMPLE);
  const score = (locale: string): number =>
    cells.filter((cell) => numberIn(cell, { currency, locale }) !== null).length;
  let best = locales[0] ?? 'en';
  let most = score(best);
  for (const locale of locales.slice(1)) {
    if (most === cells.length) break;
    const clear = score(locale);
    if (clear > most) [best, most] = [locale, clear];
  }
  return best;
}
