/**
 * What our own exports say besides the cells of the table: which rows are headings and notes, which
 * lines a buyer may leave out, and whatever no cell holds. Written and read here, and nowhere else.
 */
import type { Column, ColumnContext } from '../columns/column.ts';
import { english, type MessageKey } from '../i18n/translator.ts';
import { NumberText, parseJson, writeJson, type Json } from '../json/lossless-json.ts';
import { sameDecimal } from '../number/same-decimal.ts';
import type { Json as EngineJson, JsonObject, Row } from '../../../schema/contract.ts';
import { isText } from '../store/line-type.ts';
import { isLeftOut, isOptional } from './buyer-choice.ts';
import { guardedCell } from '../tables/write-delimited.ts';
import { plainHeading } from './plain-heading.ts';
import { setIn } from './set-in.ts';

/** The columns of an export that are none of the table's, as a mapping names them. */
export const OWN_COLUMNS = {
  'own:type': 'csv.type',
  'own:optional': 'csv.optional',
  'own:more': 'csv.more',
} as const satisfies Readonly<Record<string, MessageKey>>;
export type OwnColumn = keyof typeof OWN_COLUMNS;

/** What other programs call the types of rows, and a row that a buyer may leave out. */
const OTHER_TYPES: Readonly<Record<string, keyof typeof TYPES>> = {
  item: 'item',
  product: 'item',
  section: 'section',
  heading: 'section',
  title: 'section',
  note: 'note',
  comment: 'note',
};
const YES = /^(?:yes|y|true|1|x|✓|ja|j|oui|o|sí|si|s|sim|tak|da|はい|نعم)$/iu;
const NO = /^(?:no|n|false|0|nein|non|nej|nei|nee|não|nie|いいえ|لا)$/iu;

const TYPES = { item: 'csv.item', section: 'csv.section', note: 'csv.note' } as const;
const CHOICES = { taken: 'csv.taken', notTaken: 'csv.notTaken' } as const;

/** Members that columns of their own say, or that another document gives anew. */
const SAID = new Set(['id', 'type', 'origin', 'optional', 'selected']);

type Words = Readonly<Record<string, MessageKey>>;

/** The entry that a cell names, in the person's language or in English. */
function meantOf<T extends Words>(words: T, cell: string, context: ColumnContext): keyof T | null {
  const found = Object.entries(words).find(([, key]) =>
    [context.translator.t(key), english.t(key)].includes(cell.trim()),
  );
  return (found?.[0] as keyof T | undefined) ?? null;
}

/** The column of an own export that a heading and the cells below it are. */
export function ownColumnOf(
  heading: string,
  cells: readonly string[],
  context: ColumnContext,
): OwnColumn | undefined {
  const plain = plainHeading(heading);
  const found = (Object.entries(OWN_COLUMNS) as [OwnColumn, MessageKey][]).find(([, key]) =>
    [context.translator.t(key), english.t(key)].some((word) => plainHeading(word) === plain),
  )?.[0];
  if (found === 'own:more') return cells.every((cell) => cell.startsWith('{')) ? found : undefined;
  if (plain === 'type' || plain === 'line type') {
    const types = cells.map((cell) => OTHER_TYPES[plainHeading(cell)]);
    const hasText = types.some((type) => type === 'section' || type === 'note');
    return hasText && types.every((type) => type !== undefined) ? 'own:type' : undefined;
  }
  if (
    found === 'own:optional' &&
    cells.every((cell) => YES.test(cell.trim()) || NO.test(cell.trim()))
  )
    return found;
  const words: Words = found === 'own:type' ? TYPES : CHOICES;
  const isOurs = cells.every((cell) => meantOf(words, cell, context) !== null);
  return found !== undefined && isOurs ? found : undefined;
}

const rowOf = (input: JsonObject): Row => ({ id: '', index: 0, input, priced: null, issues: [] });

/** True for values that are the same, decimals by their number. */
function same(a: EngineJson | undefined, b: EngineJson | undefined): boolean {
  if (typeof a === 'string' && typeof b === 'string') return sameDecimal(a, b);
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return a === b;
  if (Array.isArray(a) !== Array.isArray(b)) return false;
  const [one, other] = [a as JsonObject, b as JsonObject];
  const names = new Set([...Object.keys(one), ...Object.keys(other)]);
  return [...names].every((name) => same(one[name], other[name]));
}

/** The members of a line that its cells would not give back. */
function unsaid(line: JsonObject, columns: readonly Column[], context: ColumnContext): JsonObject {
  const given: JsonObject = {};
  for (const column of columns) {
    const read = column.read ?? column.readPasted;
    const cell = guardedCell(column.show(rowOf(line), context), ',').trim();
    if (!read || cell === '' || (isText(line['type']) && column.id !== 'name')) continue;
    const reading = read(cell, rowOf({ type: 'item' }), context);
    if (reading.ok) for (const change of reading.changes) setIn(given, change);
  }
  return Object.fromEntries(
    Object.entries(line).filter(([name, value]) => !SAID.has(name) && !same(given[name], value)),
  );
}

/** What stands in the additional columns of an export for a line. */
export function ownCells(
  line: JsonObject,
  columns: readonly Column[],
  context: ColumnContext,
): Readonly<Record<OwnColumn, string>> {
  const { translator } = context;
  const type = line['type'] === 'section' || line['type'] === 'note' ? line['type'] : 'item';
  const more = unsaid(line, columns, context);
  return {
    'own:type': translator.t(TYPES[type]),
    'own:optional': !isOptional(line)
      ? ''
      : translator.t(isLeftOut(line) ? CHOICES.notTaken : CHOICES.taken),
    'own:more': Object.keys(more).length === 0 ? '' : writeJson(more as Json),
  };
}

/** The line that the additional columns of a row begin; null where they cannot be read. */
export function ownLine(
  cell: (column: OwnColumn) => string,
  id: string,
  context: ColumnContext,
): JsonObject | null {
  const line: JsonObject = { id, type: 'item' };
  const more = cell('own:more').trim();
  if (more !== '') {
    let members: Json;
    try {
      members = parseJson(more);
    } catch {
      return null;
    }
    if (typeof members !== 'object' || members === null || Array.isArray(members)) return null;
    if (members instanceof NumberText) return null;
    for (const [name, value] of Object.entries(members)) {
      if (!SAID.has(name)) line[name] = value as EngineJson;
    }
  }
  const type =
    meantOf(TYPES, cell('own:type'), context) ??
    OTHER_TYPES[plainHeading(cell('own:type'))] ??
    null;
  if (type !== null) line['type'] = type;
  const choice = meantOf(CHOICES, cell('own:optional'), context);
  if (choice !== null || YES.test(cell('own:optional').trim())) line['optional'] = true;
  if (choice === 'taken') line['selected'] = true;
  return line;
}

/** True where a cell is what the column shows of the line already, as an export writes it. */
export function saysTheSame(
  text: string,
  column: Column,
  line: JsonObject,
  context: ColumnContext,
): boolean {
  const shown = column.show(rowOf(line), context);
  // What an empty line shows as well (a quantity of 1) says nothing of what this one holds.
  if (shown === column.show(rowOf({ type: 'item' }), context)) return false;
  return [shown, guardedCell(shown, ',')].some((each) => each.trim() === text);
}
