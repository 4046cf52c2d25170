/** Rows of another program in JSON, as the text of a table; every digit stays. */
import {
  NumberText,
  parseJson,
  writeJson,
  type Json,
  type JsonObject,
} from '../json/lossless-json.ts';
import { cellsAsText } from './cells-as-text.ts';
import type { TableText } from './table-file.ts';

/** Members by which a line of ours is known: other programs call them otherwise. */
const OURS = ['unitPrice', 'pricing', 'taxRateIds', 'type'];
/** Members of a line that other programs have under the same name. */
const SHARED = new Set(['id', 'name', 'description', 'sku', 'quantity', 'unit', 'cost', 'url']);

const isObject = (value: Json | undefined): value is JsonObject =>
  typeof value === 'object' &&
  value !== null &&
  !Array.isArray(value) &&
  !(value instanceof NumberText);

function parsed(text: string): Json {
  try {
    return parseJson(text);
  } catch {
    return null;
  }
}

/** The lines of a text that is a list of them, or a document; null where it is neither. */
export function ownLines(text: string): readonly JsonObject[] | null {
  const value = parsed(text);
  const lines = isObject(value) ? value['lines'] : value;
  return Array.isArray(lines) && lines.every(isObject) ? lines : null;
}

function cellOf(value: Json | undefined): string {
  if (value === undefined || value === null) return '';
  return typeof value === 'string' ? value : writeJson(value);
}

/** Objects in a list, as JSON has rows; null where a text holds none. */
function rowsIn(text: string): readonly JsonObject[] | null {
  if (!/^\s*\[\s*\{/u.test(text)) return null;
  const value = parsed(text);
  return Array.isArray(value) && value.every(isObject) ? value : null;
}

/** Rows under the names of their members. */
function asTable(rows: readonly JsonObject[]): TableText {
  const names = [...new Set(rows.flatMap((row) => Object.keys(row)))];
  const cells = [names, ...rows.map((row) => names.map((name) => cellOf(row[name])))];
  return { text: cellsAsText(cells), plainNumbers: true, alternatives: null };
}

/** A text that somebody pastes: rows in JSON, whose numbers a program wrote, or what people write. */
export function tableInText(text: string): TableText {
  const rows = rowsIn(text);
  return rows === null ? { text, plainNumbers: false, alternatives: null } : asTable(rows);
}

/** The rows of another program; null where a text holds none, or lines of our own. */
export function foreignRows(text: string): TableText | null {
  const rows = rowsIn(text);
  if (rows === null) return null;
  const isOurs = rows.every(
    (row) =>
      'name' in row &&
      (OURS.some((member) => member in row) || Object.keys(row).every((each) => SHARED.has(each))),
  );
  return isOurs ? null : asTable(rows);
}
