/** Which pasted cells are which column, and how their numbers are written. */
import { COLUMNS } from '../columns/all.ts';
import type { Column, ColumnContext } from '../columns/column.ts';
import { columnLabel, fieldText } from '../columns/column.ts';
import { english } from '../i18n/translator.ts';
import { withoutSign } from '../number/currency-sign.ts';
import { sameDecimal } from '../number/same-decimal.ts';
import { cellKind, numberIn, PERCENT } from './pasted-amount.ts';
import { mapByContent } from './pasted-content.ts';
import { areFractions, percentOfFraction, saysDiscounts } from './pasted-discount.ts';
import { priceMade, settled, withRoles, type Said } from './pasted-settled.ts';
import { OWN_COLUMNS, ownColumnOf } from './own-export.ts';
import {
  COMPARED,
  currencyIn,
  ITEM,
  meantBy,
  MOST_WORDS,
  TERM,
  type Meaning,
} from './pasted-headings.ts';
import { isPriceUnit } from './pasted-price-unit.ts';
import { rateSaid } from './pasted-rates.ts';
import { plainHeading } from './plain-heading.ts';
import type { PriceLines } from './pasted-prices.ts';
import {
  areCounting,
  areRising,
  cellsAt,
  isCodes,
  isNumeric,
  kindsOf,
  UNITS,
  widthOf,
  type ColumnKind,
} from './pasted-kinds.ts';

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
  [columnLabel(column, context.translator), english.t(column.label), column.id].some(
    (name) => plainHeading(name) === wanted,
  );

/** A heading that is known and fills nothing. */
const NOTHING: Meaning = {
  column: '',
  gross: false,
  net: false,
  listed: false,
  whole: true,
  words: 1,
};

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
  if (isPriceUnit(heading)) return { ...NOTHING, words: MOST_WORDS };
  const meant = meantBy(heading);
  // `Item` names a column of ours, and in other lists the article's number.
  if (meant?.column === ITEM) return meant;
  const own = columns.find((column) => named(column, wanted, context));
  // Our own name of a column says a little more than another word for it.
  const words = wanted.split(' ').length + 0.5;
  if (own) return { column: own.id, gross: false, net: false, listed: false, whole: true, words };
  // `Tax` is our column of what a tax comes to, and in other lists the rate: the cells decide.
  if (meant?.column === 'taxes') return meant;
  // Columns that only show something are not filled; the amount of a line is held against it.
  const shown = COLUMNS.find((column) => named(column, wanted, context));
  // Our list price is worked out from the price, in other lists the price is worked out from it.
  if (shown && shown.control === 'amount' && meant?.listed !== true) {
    const isCompared = shown.id === 'net' || shown.id === 'total';
    return {
      column: isCompared ? COMPARED : '',
      gross: false,
      net: false,
      listed: false,
      whole: true,
      words,
    };
  }
  return meant;
}

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
  const isHead = (cell: string): boolean => ['words', 'odd'].includes(cellKind(cell, context));
  // Amounts of two years stand below these.
  if (filled.some(isHead) && filled.every((cell) => isHead(cell) || isYear(cell))) {
    if (filled.some(isYear)) return !body.some((row) => row.some(isYear));
  }
  if (!filled.every(isHead)) return false;
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

const isYear = (cell: string): boolean => /^20\d\d$/.test(cell.trim());

const isRowHeading = (heading: string): boolean => /^pos(?:ition)?$/.test(plainHeading(heading));

class Chosen {
  readonly #taken = new Set<string>();
  constructor(readonly columns: readonly Column[]) {}

  /** The column where it is there and free. */
  take(id: string): string | null {
    const exists =
      id === COMPARED ||
      id in OWN_COLUMNS ||
      this.columns.some((column) => column.id === (id === TERM ? 'billing' : id));
    if (this.#taken.has(id) || !exists) return null;
    this.#taken.add(id);
    return id;
  }

  has(id: string): boolean {
    return this.#taken.has(id);
  }
}

/** Headings of the names or codes of rates. */
const CODES_OF_TAX = /(?:type|code)$/u;

/** Words for a rate, or its sign, in a heading. */
const RATE =
  /(?<!\d ?)[%٪]|\b(?:rate|satz|taux|aliquota|tasso|stawka|sats|tarief|taxa|tipo|sazba|oranı|kulcs)\b|satz|sats|税率|نسبة|معدل/iu;

const isRateHeading = (heading: string): boolean =>
  RATE.test(heading) || RATE.test(plainHeading(heading));

/** What its cells say against a heading: the tax of a line is no rate, a text no discount. */
function corrected(
  id: string,
  kind: ColumnKind,
  cells: readonly string[],
  heading: string,
  context: ColumnContext,
): string {
  if (id === 'quantity' && kind === 'words' && cells.every((cell) => UNITS.test(cell.trim())))
    return 'unit';
  if (id === 'discount' && kind === 'words' && !saysDiscounts(cells)) return 'description';
  const isTime = (cell: string): boolean => /^\d{1,3}:\d\d(?::\d\d)?$/.test(cell.trim());
  // How long a work took, and not how long something is billed: `Duration (decimal)`, `3.25`.
  const isLasting =
    /decimal|hours|\(h\)/iu.test(heading) || cells.some((cell) => /\d[.,]\d/.test(cell));
  if (id === TERM && cells.length > 0 && (cells.every(isTime) || isLasting)) return 'quantity';
  const isAmount = (cell: string): boolean => /\d[.,]\d\d$|\d{3}$/.test(cell.trim());
  // `22,00` is a rate where the heading says rate, or the document has it.
  const isParts = areFractions(cells, context);
  const isRate = (cell: string): boolean =>
    context.taxRates.some((rate) => {
      const meant = isParts ? percentOfFraction(cell, context) : cell;
      return sameDecimal(fieldText(rate, 'percent'), numberIn(meant, context) ?? '');
    });
  const isSum =
    kind === 'money' || (cells.some(isAmount) && !isRateHeading(heading) && !cells.every(isRate));
  const saysPercent = cells.some((cell) => PERCENT.test(cell));
  // Names that another program has for its rates say nothing here, unless they say how much.
  const isOurs = (cell: string): boolean =>
    context.taxRates.some((rate) => fieldText(rate, 'name') === cell.trim());
  const isNamed = (cell: string): boolean =>
    PERCENT.test(rateSaid(cell)) || isRate(cell) || isOurs(cell);
  if (id === 'taxes' && CODES_OF_TAX.test(plainHeading(heading)) && !cells.some(isNamed)) return '';
  return id === 'taxes' && isSum && !saysPercent ? '' : id;
}

/** Headings without what most of them begin with: `Order Lines/Product`, `Product - Name`. */
function withoutGroup(headings: readonly string[]): readonly string[] {
  const parted = headings.map((heading) => heading.split(/\s*[/:>]\s*|\s+[-–]\s+/u));
  const groups = parted.flatMap((parts) => (parts.length > 1 ? [parts[0] ?? ''] : []));
  const group = groups.find(
    (each) => groups.filter((other) => other === each).length * 2 > headings.length,
  );
  if (group === undefined) return headings;
  return headings.map((heading, at) =>
    parted[at]?.[0] === group ? (parted[at]?.slice(1).join(' ') ?? '') : heading,
  );
}

function saidBy(rows: Cells, columns: readonly Column[], context: ColumnContext): Said {
  const [first = [], ...body] = rows;
  const headings = withoutGroup(first);
  const kinds = kindsOf(body, context);
  const all = Array.from({ length: widthOf(rows) }, (_, at) => at);
  const own = all.map((at) => ownColumnOf(first[at] ?? '', cellsAt(body, at), context));
  // Amazon's orders give the price of all items of a row.
  const isAmazon = headings.some((heading) => plainHeading(heading) === 'amazon order id');
  const heard = all.map((at) => {
    const heading = headings[at] ?? '';
    const meant = meaningOf(heading, columns, context);
    const isSum = isAmazon && meant !== undefined && plainHeading(heading) === 'item price';
    return isSum ? { ...meant, column: COMPARED } : meant;
  });
  const meanings = all.map((at) => {
    if (own[at] !== undefined) return own[at];
    const column = heard[at]?.column;
    // An empty column takes no place from one that holds something.
    if (body.length > 0 && cellsAt(body, at).length === 0) return '';
    return column === undefined
      ? undefined
      : corrected(column, kinds[at] ?? 'empty', cellsAt(body, at), headings[at] ?? '', context);
  });
  const isRate = (at: number): number =>
    meanings[at] === 'taxes' && cellsAt(body, at).some((cell) => /\p{Nd}/u.test(cell)) ? 0 : 1;
  const isForeign = (at: number): number => {
    const sign = currencyIn(headings[at] ?? '');
    return sign === '' || withoutSign(`1 ${sign}`, context.currency, context.locale).own ? 0 : 1;
  };
  const order = [...all].sort(
    (a, b) =>
      isForeign(a) - isForeign(b) ||
      Number(heard[a]?.gross ?? false) - Number(heard[b]?.gross ?? false) ||
      Number(heard[a]?.listed ?? false) - Number(heard[b]?.listed ?? false) ||
      isRate(a) - isRate(b) ||
      (heard[b]?.words ?? 0) - (heard[a]?.words ?? 0) ||
      a - b,
  );
  const netAt = all.filter((at) => heard[at]?.net === true);
  return { meanings, kinds, order, netAt };
}

function byHeadings(
  rows: Cells,
  columns: readonly Column[],
  context: ColumnContext,
  price?: PriceLines,
): Mapping {
  const body = rows.slice(1);
  const said = saidBy(rows, columns, context);
  const { meanings, kinds, order } = said;
  if (meanings.every((meaning) => meaning === undefined || meaning === '')) {
    return mapByContent(body, columns, context, price);
  }
  const chosen = new Chosen(columns);
  const found: (string | null)[] = meanings.map(() => null);
  // Of several columns that mean the same, the one whose heading says most.
  for (const at of order) {
    const id = meanings[at];
    if (id !== undefined && id !== ITEM && id !== '') found[at] = chosen.take(id);
  }
  takeItems(found, said, body, rows[0] ?? [], chosen, context);
  // `Position` is a number in most lists, and the name of the item in some.
  const row = meanings.findIndex(
    (id, at) => id === '' && kinds[at] === 'words' && isRowHeading(rows[0]?.[at] ?? ''),
  );
  if (!chosen.has('name') && !chosen.has('description') && row >= 0)
    found[row] = chosen.take('name');
  if (!chosen.has('name')) {
    // Where no cell is called an item, its description is what is sold, else the first words are.
    const description = found.indexOf('description');
    const words = meanings.findIndex((id, at) => id === undefined && kinds[at] === 'words');
    const name = description >= 0 ? description : words;
    if (name >= 0) found[name] = chosen.take('name');
  }
  const isKnown = (id: string | null, at: number): boolean => id !== null && isNumeric(kinds[at]);
  const isOpen = meanings.some((id, at) => id === undefined && isNumeric(kinds[at]));
  const isFound = chosen.has('unitPrice') || chosen.has('cost') || !isOpen;
  if (found.some(isKnown) && isFound) return settled(found, said, { rows: body, context, price });
  // No heading above a price is known. Where one that nobody knows makes the amounts, it is the price.
  const made = priceMade(found, said, { rows: body, context, price });
  if (made !== null) return withRoles(found, made.unitPrice, made.amount);
  // The cells under those that nobody knows say what they are.
  const open = body.map((row) =>
    row.map((cell, at) => (meanings[at] === '' || isHeld(found[at], chosen) ? '' : cell)),
  );
  const told = mapByContent(open, columns, context, price, true).map(
    (id, at) => found[at] ?? (id === null ? null : chosen.take(id)),
  );
  return settled(told, said, { rows: body, context, price });
}

/** Columns that are known and help nobody to tell what others are. */
function isHeld(id: string | null | undefined, chosen: Chosen): boolean {
  if (id === null || id === undefined || id === 'name') return false;
  // An amount helps where the quantity is unknown, too.
  return id !== COMPARED || chosen.has('quantity');
}

/** Gives what is called an item its column: beside a name or a description, codes are its number. */
function takeItems(
  found: (string | null)[],
  { meanings, kinds }: Said,
  body: Cells,
  headings: readonly string[],
  chosen: Chosen,
  context: ColumnContext,
): void {
  const items = meanings.flatMap((id, at) => (id === ITEM ? [at] : []));
  const hasWords = chosen.has('name') || chosen.has('description');
  const isCode = (at: number): boolean => isCodes(cellsAt(body, at), context);
  // 10, 20, 30 beside codes are the positions of another document.
  const isPosition = (at: number): boolean =>
    items.length > 1 && areRising(cellsAt(body, at)) && hasWords;
  // A, B, C count the rows of a bill of quantities.
  const isMark = (at: number): boolean =>
    cellsAt(body, at).every((cell) => /^[A-Za-z]{1,2}$/.test(cell.trim()));
  // Figures under a material are what it costs, and no name.
  const isFigure = (at: number): boolean =>
    !isCode(at) &&
    isNumeric(kinds[at]) &&
    (hasWords || items.some((other) => other !== at && !isNumeric(kinds[other])));
  for (const at of items) {
    if (isFigure(at) || (hasWords && isMark(at))) continue;
    // 1, 2, 3 beside a description count the rows.
    if (hasWords && areCounting(cellsAt(body, at))) continue;
    if (isPosition(at) && items.some((other) => other !== at && isCode(other))) continue;
    const order = hasWords && isCode(at) ? ['sku'] : ['name', 'description'];
    for (const each of order) found[at] ??= chosen.take(each);
  }
  // Beside a name, codes with letters under `No.` are the article's.
  const isNumber = (at: number): boolean =>
    found[at] === null &&
    plainHeading(headings[at] ?? '').replace(/ |º|°/gu, '') in NUMBERS &&
    cellsAt(body, at).every((cell) => /\p{L}/u.test(cell)) &&
    isCode(at);
  const numbered = meanings.findIndex((_, at) => isNumber(at));
  if (numbered >= 0) found[numbered] = chosen.take('sku');
}

/** Headings that number something, and do not say what. */
const NUMBERS: Readonly<Record<string, true>> = { no: true, nr: true, number: true, num: true };

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
