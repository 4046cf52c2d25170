/** Rows of another program in JSON, as the text of a table; every digit stays. */
import {
  NumberText,
  parseJson,
  writeJson,
  type Json,
  type JsonObject,
} from '../json/lossless-json.ts';
import { cellsAsText } from './cells-as-text.ts';

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

/**
 * The rows under the names of their members; null where the text holds no rows, or lines and
 * documents of our own, which need no reading.
 */
export function foreignRows(text: string): string | null {
  const value = parsed(text);
  if (!Array.isArray(value) || value.length === 0 || !value.every(isObject)) return null;
  const rows: readonly JsonObject[] = value;
  const isOurs = rows.every(
    (row) =>
      'name' in row &&
      (OURS.some((member) => member in row) || Object.keys(row).every((each) => SHARED.has(each))),
  );
  if (isOurs) return null;
  const names = [...new Set(rows.flatMap((row) => Object.keys(row)))];
  return cellsAsText([names, ...rows.map((row) => names.map((name) => cellOf(row[name])))]);
}
