// A small three-way merge that stands in for the core's where a test is about the sync and not
// about the merge. Lists merge by id, other members by name; moves are not looked at.

import type { SyncDocument } from '../../../web/src/sync/backend.ts';
import { sameJson, type Json, type JsonObject } from '../../../web/src/json/lossless-json.ts';
import type { MergeResult } from '../../../web/src/sync/merge.ts';

const LISTS = ['lines', 'taxRates', 'adjustments'];

export function plainMerge(
  base: SyncDocument,
  mine: SyncDocument,
  theirs: SyncDocument,
): MergeResult {
  const conflicts: { path: string }[] = [];
  const merged: JsonObject = {};
  const names = new Set([base, mine, theirs].flatMap(Object.keys));
  names.delete('rev');
  for (const name of names) {
    const value = LISTS.includes(name)
      ? mergeList(name, base[name], mine[name], theirs[name], conflicts)
      : pick(`/${name}`, base[name], mine[name], theirs[name], conflicts);
    if (value !== undefined) merged[name] = value;
  }
  return { merged: merged as SyncDocument, conflicts, decisions: [], totals: null };
}

function pick(
  path: string,
  base: Json | undefined,
  mine: Json | undefined,
  theirs: Json | undefined,
  conflicts: { path: string }[],
): Json | undefined {
  if (sameJson(mine, theirs) || sameJson(base, theirs)) return mine;
  if (sameJson(base, mine)) return theirs;
  // Delete against edit keeps the edit.
  if (base !== undefined && mine === undefined) return theirs;
  if (base !== undefined && theirs === undefined) return mine;
  conflicts.push({ path });
  return base;
}

function mergeList(
  name: string,
  base: Json | undefined,
  mine: Json | undefined,
  theirs: Json | undefined,
  conflicts: { path: string }[],
): Json | undefined {
  if (base === undefined && mine === undefined && theirs === undefined) return undefined;
  const [b, m, t] = [byId(base), byId(mine), byId(theirs)];
  const ids = new Set([...t.keys(), ...m.keys()]);
  const items: Json[] = [];
  for (const id of ids) {
    const path = `/${name}/${id}`;
    const value = pick(path, b.get(id), m.get(id), t.get(id), conflicts);
    if (value !== undefined) items.push(value);
  }
  return items;
}

function byId(list: Json | undefined): Map<string, Json> {
  const items = Array.isArray(list) ? (list as JsonObject[]) : [];
  return new Map(items.map((item) => [String(item.id), item]));
}
