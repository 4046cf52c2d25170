// Reads and changes one place of a state. Paths are JSON Pointers in which the second segment of
// lines, adjustments and taxRates is an id.

import type { SyncDocument } from './backend.ts';
import type { Json, JsonObject } from '../json/lossless-json.ts';
import { NumberText } from '../json/lossless-json.ts';

/** The value at a path; null when there is none. */
export function valueAt(doc: JsonObject, path: string): Json {
  let value: Json = doc;
  for (const segment of segments(path)) {
    const next = child(value, segment);
    if (next === undefined) return null;
    value = next;
  }
  return value;
}

/**
 * The document with another value at a path; null removes what is there. A line that is new goes
 * where it stands in `like`, behind the nearest line before it that both documents have.
 */
export function withValue(
  doc: SyncDocument,
  path: string,
  value: Json,
  like: SyncDocument,
): SyncDocument {
  return change(doc, segments(path), value, like) as SyncDocument;
}

function segments(path: string): string[] {
  return path === ''
    ? []
    : path
        .slice(1)
        .split('/')
        .map((one) => one.replaceAll('~1', '/').replaceAll('~0', '~'));
}

function isObject(value: Json | undefined): value is JsonObject {
  return (
    value !== null &&
    typeof value === 'object' &&
    !Array.isArray(value) &&
    !(value instanceof NumberText)
  );
}

function child(value: Json, segment: string): Json | undefined {
  if (Array.isArray(value)) return value[indexOf(value, segment)];
  return isObject(value) && Object.hasOwn(value, segment) ? value[segment] : undefined;
}

/** An item is named by its id; items without ids by their place. */
function indexOf(list: Json[], segment: string): number {
  const byId = list.findIndex((item) => isObject(item) && item.id === segment);
  if (byId >= 0) return byId;
  const place = /^\d+$/.test(segment) ? Number(segment) : -1;
  return isObject(list[place]) && typeof list[place].id === 'string' ? -1 : place;
}

function change(target: Json | undefined, path: string[], value: Json, like: Json): Json {
  const [segment, ...rest] = path;
  if (segment === undefined) return value;
  if (Array.isArray(target)) return changeItem(target, segment, rest, value, like);
  const object = isObject(target) ? target : {};
  const next = change(
    object[segment],
    rest,
    value,
    isObject(like) ? (like[segment] ?? null) : null,
  );
  if (next !== null) return { ...object, [segment]: next };
  const { [segment]: _, ...others } = object;
  return others;
}

function changeItem(list: Json[], segment: string, rest: string[], value: Json, like: Json): Json {
  const index = indexOf(list, segment);
  const likeList = Array.isArray(like) ? like : [];
  if (index < 0) {
    if (value === null) return list;
    const at = placeFor(list, likeList, segment);
    return [...list.slice(0, at), value, ...list.slice(at)];
  }
  const likeItem = likeList[indexOf(likeList, segment)] ?? null;
  const next = change(list[index], rest, value, likeItem);
  return list.flatMap((item, i) => (i !== index ? [item] : next === null ? [] : [next]));
}

function placeFor(list: Json[], like: Json[], id: string): number {
  for (let i = indexOf(like, id) - 1; i >= 0; i--) {
    const before = like[i];
    const at = isObject(before) ? indexOf(list, String(before.id)) : -1;
    if (at >= 0) return at + 1;
  }
  return like.length > 0 ? 0 : list.length;
}
