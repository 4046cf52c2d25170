/** Which pasted cells are which column, and how their numbers are written. */
import { COLUMNS } from '../columns/all.ts';
import type { Column, ColumnContext } from '../columns/column.ts';
import { columnLabel } from '../columns/column.ts';
import { DISCOUNT_MODES } from '../columns/discount.ts';
import { en } from '../i18n/en.ts';
import { cellKind, numberIn, PERCENT } from './pasted-amount.ts';
import { mapByContent, tried, type Roles } from './pasted-content.ts';
import { OWN_COLUMNS, ownColumnOf } from './own-export.ts';
import { COMPARED, ITEM, meantBy, TERM, type Meaning } from './pasted-headings.ts';
import { plainHeading } from './plain-heading.ts';
import type { PriceLines } from './pasted-prices.ts';
import { areRising, cellsAt, isCodes, kindsOf, widthOf, type ColumnKind } from './pasted-kinds.ts';

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
  // Our own name of a column says a little more than another word for it.
  const words = wanted.split(' ').length + 0.5;
  if (own) return { column: own.id, gross: false, whole: true, words };
  // `Tax` is our column of what a tax comes to, and in other lists the rate: the cells decide.
  if (meant?.column === 'taxes') return meant;
  // Columns that only show something are not filled; the amount of a line is held against it.
  const shown = COLUMNS.find((column) => named(column, wanted, context));
  if (shown && shown.control === 'amount') {
    const isCompared = shown.id === 'net' || shown.id === 'total';
    return { column: isCompared ? COMPARED : '', gross: false, whole: true, words };
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

/** What its cells say against a heading: the tax of a line is no rate, a text no discount. */
function corrected(id: string, kind: ColumnKind, cells: readonly string[]): string {
  if (id === 'discount' && kind === 'words') return 'description';
  const isTime = (cell: string): boolean => /^\d{1,3}:\d\d(?::\d\d)?$/.test(cell.trim());
  if (id === TERM && cells.length > 0 && cells.every(isTime)) return 'quantity';
  const isAmount = (cell: string): boolean => /\d[.,]\d\d$|\d{3}$/.test(cell.trim());
  const isSum = kind === 'money' || cells.some(isAmount);
  const saysPercent = cells.some((cell) => PERCENT.test(cell));
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

/** What the headings of a list say by themselves, and what their cells say against it. */
interface Said {
  readonly meanings: readonly (string | undefined)[];
  readonly kinds: readonly ColumnKind[];
  /** Places from the one that says most of its column to the one that says least. */
  readonly order: readonly number[];
}

function saidBy(rows: Cells, columns: readonly Column[], context: ColumnContext): Said {
  const [first = [], ...body] = rows;
  const headings = withoutGroup(first);
  const kinds = kindsOf(body, context);
  const all = Array.from({ length: widthOf(rows) }, (_, at) => at);
  const own = all.map((at) => ownColumnOf(first[at] ?? '', cellsAt(body, at), context));
  const heard = all.map((at) => meaningOf(headings[at] ?? '', columns, context));
  const meanings = all.map((at) => {
    if (own[at] !== undefined) return own[at];
    const column = heard[at]?.column;
    // An empty column takes no place from one that holds something.
    if (body.length > 0 && cellsAt(body, at).length === 0) return '';
    return column === undefined
      ? undefined
      : corrected(column, kinds[at] ?? 'empty', cellsAt(body, at));
  });
  const isRate = (at: number): number =>
    meanings[at] === 'taxes' && cellsAt(body, at).some((cell) => /\p{Nd}/u.test(cell)) ? 0 : 1;
  const order = [...all].sort(
    (a, b) =>
      Number(heard[a]?.gross ?? false) - Number(heard[b]?.gross ?? false) ||
      isRate(a) - isRate(b) ||
      (heard[b]?.words ?? 0) - (heard[a]?.words ?? 0) ||
      a - b,
  );
  return { meanings, kinds, order };
}

/**
 * Of several columns that may be the price or its amount, those by which the rows come out; and a
 * cost that makes the amounts of the list is its price.
 */
function settled(
  found: readonly (string | null)[],
  { meanings, order }: Said,
  body: Cells,
  context: ColumnContext,
  price: PriceLines | undefined,
): Mapping {
  const among = (id: string): number[] => order.filter((at) => meanings[at] === id);
  const amounts = among(COMPARED);
  const isPriced = found.includes('unitPrice');
  const prices = isPriced ? among('unitPrice') : among('cost');
  const quantity = found.indexOf('quantity');
  const put = (at: number, amountAt: number): Mapping =>
    found.map((id, each) => {
      if (each === at) return 'unitPrice';
      if (each === amountAt) return COMPARED;
      return id === 'unitPrice' || id === COMPARED ? null : id;
    });
  const [amount] = amounts;
  if (amount !== undefined && prices.length === 0 && quantity < 0) {
    // Where nothing counts, the amount of a row is its price.
    return put(amount, -1);
  }
  const isLacking = amount !== undefined && body.some((row) => (row[amount] ?? '').trim() === '');
  const isOpen = prices.length > 1 || amounts.length > 1 || !isPriced || isLacking;
  if (price === undefined || amount === undefined || !isOpen || (!isPriced && quantity < 0))
    return found;
  const discountAt = found.indexOf('discount');
  const ways: Partial<Roles>[] =
    discountAt < 0 ? [{}] : DISCOUNT_MODES.map((mode) => ({ discount: { at: discountAt, mode } }));
  for (const unitPrice of prices) {
    for (const each of amounts) {
      if (each === unitPrice) continue;
      const roles = { quantity, unitPrice, amount: each };
      const fits = ways.some((way) => tried(body, { ...roles, ...way }, context, price));
      if (fits) return put(unitPrice, each);
    }
  }
  // An amount that many rows lack and that no row makes is one of the whole order.
  const at = found.indexOf(COMPARED);
  const isOfAll = body.filter((row) => (row[at] ?? '').trim() === '').length * 2 >= body.length;
  return isOfAll ? found.map((id) => (id === COMPARED ? null : id)) : found;
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
  takeItems(found, said, body, chosen, context);
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
  if (found.some(isKnown) && isFound) return settled(found, said, body, context, price);
  // No heading above a price is known: the cells under those that nobody knows say what they are.
  const open = body.map((row) =>
    row.map((cell, at) => (meanings[at] === '' || isHeld(found[at]) ? '' : cell)),
  );
  return mapByContent(open, columns, context, price).map((id, at) => {
    if (found[at] !== null && found[at] !== COMPARED) return found[at] ?? null;
    if (id === COMPARED && found[at] === COMPARED) return COMPARED;
    return id !== null ? chosen.take(id) : (found[at] ?? null);
  });
}

/** Columns that are known and help nobody to tell what others are. */
const isHeld = (id: string | null | undefined): boolean =>
  id !== null && id !== undefined && !['name', COMPARED].includes(id);

/** Gives what is called an item its column: beside a name or a description, codes are its number. */
function takeItems(
  found: (string | null)[],
  { meanings }: Said,
  body: Cells,
  chosen: Chosen,
  context: ColumnContext,
): void {
  const items = meanings.flatMap((id, at) => (id === ITEM ? [at] : []));
  const hasWords = chosen.has('name') || chosen.has('description');
  const isCode = (at: number): boolean => isCodes(cellsAt(body, at), context);
  // 10, 20, 30 beside codes are the positions of another document.
  const isPosition = (at: number): boolean =>
    items.length > 1 && areRising(cellsAt(body, at)) && hasWords;
  for (const at of items) {
    if (isPosition(at) && items.some((other) => other !== at && isCode(other))) continue;
    const order = hasWords && isCode(at) ? ['sku'] : ['name', 'description'];
    for (const each of order) found[at] ??= chosen.take(each);
  }
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
