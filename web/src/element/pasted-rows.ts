/** What pasted rows mean: which cell is which column, which lines they make, what is wrong. */
import type { Column, ColumnContext, FieldChange } from '../columns/column.ts';
import { columnLabel } from '../columns/column.ts';
import { en } from '../i18n/en.ts';
import { parseNumber } from '../number/parse.ts';
import type { Json, JsonObject } from '../store/engine-port.ts';

/** Names spreadsheets use for our columns, besides the column's own. */
const OTHER_NAMES: Readonly<Record<string, readonly string[]>> = {
  name: ['product', 'item', 'title', 'service', 'line item', 'product name', 'vare', 'artikel'],
  description: ['details', 'text', 'beskrivelse', 'beschreibung'],
  sku: ['code', 'item code', 'product code', 'article', 'part number', 'varenr', 'artikelnummer'],
  quantity: ['qty', 'count', 'units', 'hours', 'antall', 'menge', 'quantité', 'cantidad'],
  unitPrice: ['price', 'rate', 'unit cost', 'list price', 'pris', 'preis', 'prix', 'precio'],
  cost: ['cost', 'cost price', 'buy price'],
  discount: ['discount %', 'rebate', 'rabatt', 'remise', 'descuento'],
  unit: ['uom', 'enhet', 'einheit'],
  taxes: ['tax', 'vat', 'mva', 'mwst', 'tva', 'iva'],
};

/** Columns a paste can fill. */
export function pasteColumns(columns: readonly Column[]): Column[] {
  return columns.filter((column) => column.read !== undefined);
}

function plainName(text: string): string {
  return text
    .toLocaleLowerCase()
    .replace(/[.:_*]/g, ' ')
    .replace(/\s+/g, ' ')
    .trim();
}

/** The column a heading names. */
export function columnOfHeading(
  heading: string,
  columns: readonly Column[],
  context: ColumnContext,
): Column | undefined {
  const wanted = plainName(heading);
  if (wanted === '') return undefined;
  const names = (column: Column): string[] => [
    columnLabel(column, context.translator),
    String(en[column.label]),
    column.id,
    ...(OTHER_NAMES[column.id] ?? []),
  ];
  return columns.find((column) => names(column).some((name) => plainName(name) === wanted));
}

/** True where the first row reads like headings: most of its cells name a column. */
export function looksLikeHeader(
  row: readonly string[],
  columns: readonly Column[],
  context: ColumnContext,
): boolean {
  const named = row.filter((cell) => columnOfHeading(cell, columns, context)).length;
  return named >= 2 || (named === 1 && row.length === 1);
}

/** A column for each cell: by headings, or by what the first rows hold. Null leaves it out. */
export function mapColumns(
  rows: readonly (readonly string[])[],
  header: boolean,
  columns: readonly Column[],
  context: ColumnContext,
): (string | null)[] {
  const width = Math.max(0, ...rows.slice(0, 20).map((row) => row.length));
  const taken = new Set<string>();
  const take = (id: string | undefined): string | null => {
    if (id === undefined || taken.has(id) || !columns.some((column) => column.id === id))
      return null;
    taken.add(id);
    return id;
  };
  if (header) {
    return Array.from({ length: width }, (_, at) =>
      take(columnOfHeading(rows[0]?.[at] ?? '', columns, context)?.id),
    );
  }
  const numeric = Array.from({ length: width }, (_, at) => {
    const cells = rows
      .slice(0, 20)
      .map((row) => row[at] ?? '')
      .filter((cell) => cell.trim() !== '');
    return cells.length > 0 && cells.every((cell) => parseNumber(cell, context.locale).ok);
  });
  const words = ['name', 'description', 'sku'];
  const numbers = width === 2 ? ['unitPrice'] : ['quantity', 'unitPrice', 'discount', 'cost'];
  return numeric.map((isNumber) => {
    const wanted = (isNumber ? numbers : words).find((id) => !taken.has(id));
    return take(wanted);
  });
}

/** Currency words and signs around a number, which a spreadsheet may bring along. */
function bare(text: string, column: Column, currency: string): string {
  if (column.control !== 'number') return text;
  return text
    .replace(new RegExp(currency, 'i'), '')
    .replace(/[$€£¥₹]|\bkr\b\.?/gi, '')
    .trim();
}

/** One pasted row: the line it makes, and what is wrong with it. */
export interface PastedRow {
  readonly number: number;
  readonly cells: readonly string[];
  readonly line: JsonObject;
  readonly problems: readonly string[];
}

function setIn(line: JsonObject, path: string, value: Json): void {
  if (value === null) return;
  const segments = path.split('/');
  let target = line;
  for (const segment of segments.slice(0, -1)) {
    const inner = target[segment];
    const next = typeof inner === 'object' && inner !== null ? (inner as JsonObject) : {};
    target[segment] = next;
    target = next;
  }
  target[segments.at(-1) ?? ''] = value;
}

/** Reads one row of cells into a new line. */
export function readPastedRow(
  cells: readonly string[],
  mapping: readonly (string | null)[],
  columns: readonly Column[],
  context: ColumnContext,
  id: string,
  number: number,
): PastedRow {
  const line: JsonObject = { id, type: 'item' };
  const problems: string[] = [];
  mapping.forEach((columnId, at) => {
    const column = columns.find((each) => each.id === columnId);
    const cell = (cells[at] ?? '').trim();
    // A name is one line; what a cell holds below it describes the item.
    const [first = '', ...rest] = column?.id === 'name' ? cell.split('\n') : [cell];
    const text = first.trim();
    if (!column?.read || text === '') return;
    if (rest.length > 0 && line['description'] === undefined) {
      line['description'] = rest.join('\n').trim();
    }
    const row = { id, index: 0, input: line, priced: null, issues: [] };
    const reading = column.read(bare(text, column, context.currency), row, context);
    const changes: readonly FieldChange[] = reading.ok ? reading.changes : reading.kept;
    for (const { path, value } of changes) setIn(line, path, value);
    if (!reading.ok) {
      problems.push(`${columnLabel(column, context.translator)}: ${reading.message}`);
    }
  });
  if (typeof line['name'] !== 'string') {
    problems.push(
      context.translator.t('issue.required', { field: context.translator.t('column.name') }),
    );
  }
  return { number, cells, line, problems };
}

/** The locale among these in which most number cells are clear; the first where they tie. */
export function detectNumberLocale(
  rows: readonly (readonly string[])[],
  mapping: readonly (string | null)[],
  columns: readonly Column[],
  locales: readonly string[],
  currency: string,
): string {
  const numeric = mapping.flatMap((id, at) => {
    const column = columns.find((each) => each.id === id);
    return column?.control === 'number' ? [{ column, at }] : [];
  });
  const score = (locale: string): number =>
    rows.reduce((sum, row) => {
      const clear = numeric.filter(({ column, at }) => {
        const text = bare(row[at] ?? '', column, currency).replace(/%/g, '');
        return text.trim() === '' || parseNumber(text, locale).ok;
      });
      return sum + clear.length;
    }, 0);
  let best = locales[0] ?? 'en';
  for (const locale of locales) if (score(locale) > score(best)) best = locale;
  return best;
}
