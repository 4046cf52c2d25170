// What a conflict is about, in words and rows.

import type { Json, JsonObject } from '../../json/lossless-json.ts';
import { NumberText, sameJson, writeJson } from '../../json/lossless-json.ts';
import type { SyncWords } from './words.ts';

/** One member that the two sides have differently. */
export interface Difference {
  name: string;
  mine: string | null;
  theirs: string | null;
}

/** Fields whose names the editor's own words know, by member of a line. */
const COLUMNS = new Set([
  'name',
  'description',
  'sku',
  'quantity',
  'unit',
  'unitPrice',
  'discount',
  'cost',
  'billing',
]);

/** What the place is called: `Line: Design`, `Purchase order`. */
export function placeName(
  path: string,
  sides: Json[],
  words: SyncWords,
  label: (name: string) => string,
): string {
  const [list = '', id, ...rest] = path.slice(1).split('/');
  if (list !== 'lines' || id === undefined)
    return [label(list), ...(id ? [id] : []), ...rest].join(' · ');
  const named = sides.filter(isObject).find((side) => typeof side.name === 'string' && side.name);
  const name = named ? String(named.name) : words.t('conflict.unnamed');
  return [words.t('conflict.line', { name }), ...rest.map(label)].join(' · ');
}

/** The members in which two versions differ; the whole value where they are no objects. */
export function differences(
  mine: Json,
  theirs: Json,
  label: (name: string) => string,
): Difference[] {
  if (!isObject(mine) || !isObject(theirs)) {
    return [{ name: '', mine: asText(mine), theirs: asText(theirs) }];
  }
  const names = [...new Set([...Object.keys(mine), ...Object.keys(theirs)])].sort(byColumn);
  return names
    .filter((name) => name !== 'id' && !sameJson(mine[name], theirs[name]))
    .map((name) => ({
      name: label(name),
      mine: asText(mine[name] ?? null),
      theirs: asText(theirs[name] ?? null),
    }));
}

/** A value as a person may read it; null where there is nothing. */
export function asText(value: Json): string | null {
  if (value === null) return null;
  if (value instanceof NumberText) return value.text;
  if (Array.isArray(value)) return value.map((item) => asText(item) ?? '–').join(', ');
  if (!isObject(value)) return String(value);
  if (typeof value.percent === 'string') return `${value.percent} %`;
  if (typeof value.name === 'string') return value.name;
  const parts = Object.entries(value).map(
    ([name, member]) => `${name} ${asText(member ?? null) ?? '–'}`,
  );
  return parts.join(', ') || writeJson(value);
}

function isObject(value: Json | undefined): value is JsonObject {
  return (
    value !== null &&
    typeof value === 'object' &&
    !Array.isArray(value) &&
    !(value instanceof NumberText)
  );
}

/** Known columns first, in the order of the table. */
function byColumn(a: string, b: string): number {
  const place = (name: string) => {
    const index = [...COLUMNS].indexOf(name);
    return index < 0 ? COLUMNS.size : index;
  };
  return place(a) - place(b) || (a < b ? -1 : 1);
}
