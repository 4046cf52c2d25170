/** Which pasted cells are which column, and how their numbers are written. */
import type { Column, ColumnContext } from '../columns/column.ts';
import { columnLabel } from '../columns/column.ts';
import { en } from '../i18n/en.ts';
import { withoutSign } from '../number/currency-sign.ts';
import { parseNumber } from '../number/parse.ts';
import { meantBy, plainHeading } from './pasted-headings.ts';

type Cells = readonly (readonly string[])[];
/** The column of each cell; null leaves it out. */
export type Mapping = readonly (string | null)[];

/** Rows that are looked at to tell what a column holds. */
const LOOKED_AT = 20;

/** Columns a paste can fill. */
export function pasteColumns(columns: readonly Column[]): Column[] {
  return columns.filter((column) => column.read !== undefined);
}

/** The column a heading names; '' for a usual heading that fills none, such as a line's total. */
export function columnOfHeading(
  heading: string,
  columns: readonly Column[],
  context: ColumnContext,
): string | undefined {
  const wanted = plainHeading(heading);
  if (wanted === '') return undefined;
  const own = columns.find((column) =>
    [columnLabel(column, context.translator), String(en[column.label]), column.id].some(
      (name) => plainHeading(name) === wanted,
    ),
  );
  return own?.id ?? meantBy(heading);
}

type Kind = 'words' | 'number' | 'money' | 'percent' | 'empty';

const PERCENT = /^\s*[%٪]|[%٪]\s*$/;

/** A cell's number without what may stand around it. */
function bare(cell: string, currency: string, locale: string): string {
  return withoutSign(cell.replace(PERCENT, ''), currency, locale).number;
}

function cellsAt(rows: Cells, at: number): string[] {
  return rows
    .slice(0, LOOKED_AT)
    .map((row) => row[at] ?? '')
    .filter((cell) => cell.trim() !== '');
}

/** What a column of cells holds, in a number locale. */
function kindOf(cells: readonly string[], { currency, locale }: ColumnContext): Kind {
  if (cells.length === 0) return 'empty';
  if (!cells.every((cell) => parseNumber(bare(cell, currency, locale), locale).ok)) return 'words';
  if (cells.some((cell) => PERCENT.test(cell))) return 'percent';
  return cells.some((cell) => withoutSign(cell, currency, locale).sign !== '') ? 'money' : 'number';
}

const widthOf = (rows: Cells): number =>
  Math.max(0, ...rows.slice(0, LOOKED_AT).map((row) => row.length));

function kindsOf(rows: Cells, context: ColumnContext): Kind[] {
  return Array.from({ length: widthOf(rows) }, (_, at) => kindOf(cellsAt(rows, at), context));
}

const isNumeric = (kind: Kind | undefined): boolean =>
  kind === 'number' || kind === 'money' || kind === 'percent';

/**
 * True where the first row reads like headings: most of its cells name a column, or one does and
 * words stand above numbers.
 */
export function looksLikeHeader(
  rows: Cells,
  columns: readonly Column[],
  context: ColumnContext,
): boolean {
  const [first = [], ...body] = rows;
  const named = first.filter((cell) => columnOfHeading(cell, columns, context) !== undefined);
  if (named.length >= 2 || (named.length === 1 && first.length === 1)) return true;
  const above = kindsOf([first], context);
  const overNumbers = kindsOf(body, context).some(
    (kind, at) => isNumeric(kind) && above[at] === 'words',
  );
  return named.length === 1 && overNumbers && !above.some(isNumeric);
}

/** True for 1, 2, 3, …: the positions of another document. */
function isCounting(cells: readonly string[]): boolean {
  return cells.length > 1 && cells.every((cell, at) => cell.trim() === String(at + 1));
}

class Chosen {
  readonly #taken = new Set<string>();
  constructor(readonly columns: readonly Column[]) {}

  /** The first of these columns that is there and free. */
  take(...ids: readonly string[]): string | null {
    const id = ids.find(
      (each) => !this.#taken.has(each) && this.columns.some((column) => column.id === each),
    );
    if (id === undefined) return null;
    this.#taken.add(id);
    return id;
  }

  has(id: string): boolean {
    return this.#taken.has(id);
  }
}

function byHeadings(rows: Cells, columns: readonly Column[], context: ColumnContext): Mapping {
  const [headings = [], ...body] = rows;
  const chosen = new Chosen(columns);
  const found = Array.from({ length: widthOf(rows) }, (_, at) => {
    const id = columnOfHeading(headings[at] ?? '', columns, context);
    return { id, column: id === undefined ? null : chosen.take(id) };
  });
  if (chosen.has('name')) return found.map(({ column }) => column);
  // Where no cell is called an item, its description is what is sold, else the first words are.
  const kinds = kindsOf(body, context);
  const description = found.findIndex(({ column }) => column === 'description');
  const words = found.findIndex(({ id }, at) => id === undefined && kinds[at] === 'words');
  const name = description >= 0 ? description : words;
  return found.map(({ column }, at) => (at === name ? 'name' : column));
}

function byContent(rows: Cells, columns: readonly Column[], context: ColumnContext): Mapping {
  const kinds = kindsOf(rows, context);
  const chosen = new Chosen(columns);
  const numbers = kinds.filter((kind) => kind === 'number' || kind === 'money').length;
  const numbered = numbers > 2 && kinds[0] === 'number' && isCounting(cellsAt(rows, 0));
  const hasMoney = kinds.includes('money');
  // A single number is a price; beside amounts with a sign, bare numbers count.
  const bareNumber = numbers === 1 ? ['unitPrice'] : ['quantity', 'unitPrice'];
  return kinds.map((kind, at) => {
    if (numbered && at === 0) return null;
    if (kind === 'words') return chosen.take('name', 'description', 'sku');
    if (kind === 'percent') return chosen.take('discount');
    if (kind === 'money') return chosen.take('unitPrice');
    // A third bare number may be a total, a cost or a discount: it is not guessed.
    return kind === 'number' ? chosen.take(...(hasMoney ? ['quantity'] : bareNumber)) : null;
  });
}

/** A column for each cell: by headings, or by what the first rows hold. */
export function mapColumns(
  rows: Cells,
  header: boolean,
  columns: readonly Column[],
  context: ColumnContext,
): Mapping {
  return (header ? byHeadings : byContent)(rows, columns, context);
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
    if (mapping === null) return true;
    return columns.find(({ id }) => id === mapping[at])?.control === 'number';
  };
  const cells = rows.flatMap((row) => row.filter((cell, at) => isLookedAt(at) && /\d/.test(cell)));
  const score = (locale: string): number =>
    cells.filter((cell) => parseNumber(bare(cell, currency, locale), locale).ok).length;
  let best = locales[0] ?? 'en';
  let most = score(best);
  for (const locale of locales.slice(1)) {
    const clear = score(locale);
    if (clear > most) [best, most] = [locale, clear];
  }
  return best;
}
