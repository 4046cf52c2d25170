/** Which columns are shown, and in which order; remembered for each kind of document. */
import { COLUMNS } from './all.ts';
import type { Column } from './column.ts';

/** The choice somebody made: every column in order, and which of them are shown. */
export interface ColumnLayout {
  readonly order: readonly string[];
  readonly shown: readonly string[];
}

/** The name column heads each row and cannot be hidden. */
export const FIXED_COLUMN = 'name';

/** What a kind of document shows before anybody chose. */
export function defaultLayout(kind: string, custom: readonly Column[]): ColumnLayout {
  const columns = [...COLUMNS, ...custom];
  return {
    order: columns.map(({ id }) => id),
    shown: columns.filter((column) => column.shownFor(kind)).map(({ id }) => id),
  };
}

/** A layout that names every column once: unknown ones dropped, new ones where they belong. */
export function completeLayout(
  layout: ColumnLayout,
  kind: string,
  custom: readonly Column[],
): ColumnLayout {
  const standard = defaultLayout(kind, custom);
  const known = layout.order.filter((id) => standard.order.includes(id));
  const added = standard.order.filter((id) => !known.includes(id));
  const order = [...known];
  for (const id of added) {
    const before = standard.order.slice(0, standard.order.indexOf(id)).reverse();
    const neighbour = before.find((each) => order.includes(each));
    order.splice(neighbour === undefined ? 0 : order.indexOf(neighbour) + 1, 0, id);
  }
  const shown = [...layout.shown, ...added.filter((id) => standard.shown.includes(id))];
  if (!shown.includes(FIXED_COLUMN)) shown.push(FIXED_COLUMN);
  return { order, shown: order.filter((id) => shown.includes(id)) };
}

/** The column before or after the place of another: the layout with `id` moved by one. */
export function moveColumn(layout: ColumnLayout, id: string, by: -1 | 1): ColumnLayout {
  const order = [...layout.order];
  const from = order.indexOf(id);
  const to = from + by;
  if (from < 0 || to < 0 || to >= order.length) return layout;
  order.splice(from, 1);
  order.splice(to, 0, id);
  return { order, shown: order.filter((each) => layout.shown.includes(each)) };
}

/** Shows or hides a column. */
export function toggleColumn(layout: ColumnLayout, id: string): ColumnLayout {
  if (id === FIXED_COLUMN) return layout;
  const shown = layout.shown.includes(id)
    ? layout.shown.filter((each) => each !== id)
    : [...layout.shown, id];
  return { order: layout.order, shown: layout.order.filter((each) => shown.includes(each)) };
}

const storageKey = (kind: string): string => `crossfoot.columns.${kind}`;

/** The layout remembered for a kind; null where there is none or storage is closed to us. */
export function rememberedLayout(kind: string): ColumnLayout | null {
  try {
    const stored: unknown = JSON.parse(localStorage.getItem(storageKey(kind)) ?? 'null');
    const { order, shown } = (stored ?? {}) as { order?: unknown; shown?: unknown };
    const isNames = (value: unknown): value is string[] =>
      Array.isArray(value) && value.every((each) => typeof each === 'string');
    return isNames(order) && isNames(shown) ? { order, shown } : null;
  } catch {
    return null;
  }
}

/** Remembers a layout for a kind, or forgets it (null). Storage may be closed to us: no harm. */
export function rememberLayout(kind: string, layout: ColumnLayout | null): void {
  try {
    if (layout === null) localStorage.removeItem(storageKey(kind));
    else localStorage.setItem(storageKey(kind), JSON.stringify(layout));
  } catch {
    // A page without storage keeps the layout for as long as it is open.
  }
}
