/** Which entries of a list are shown, and in which order. */
import type { TemplateResult } from 'lit';
import { fold } from '../../i18n/fold.ts';
import { formatDecimal, formatUngrouped } from '../../number/format.ts';
import { compareDecimals } from '../decimals.ts';
import { passes, type Filter, type PropertyType } from './filters.ts';

/** One property of an entry. `value` is what is compared; `show` is what is seen. */
export interface Property<Entry> {
  readonly id: string;
  readonly label: string;
  readonly type: PropertyType;
  readonly value: (entry: Entry) => string;
  readonly show?: (entry: Entry) => TemplateResult | string;
  /** What an export says of it, where that is not the value or the word of a choice. */
  readonly written?: (entry: Entry) => string;
  readonly choices?: readonly (readonly [value: string, label: string])[];
  /**
   * Where it stands when there is little room: in a column of its own, or small under what the column
   * of this name shows. Without it it waits for more room; the first property always has its column.
   */
  readonly narrow?: 'column' | { readonly under: string };
  readonly shown?: boolean;
}

export interface Sort {
  readonly property: string;
  readonly down: boolean;
}

interface Reading {
  readonly search: string;
  readonly filter: Filter;
  readonly sort: Sort;
  readonly language: string;
  /** How amounts are shown. */
  readonly locale: string;
}

/** What of a property is found: it as it is kept, an amount as people see and write it too. */
function searched<Entry>(
  { type, value, written, choices }: Property<Entry>,
  entry: Entry,
  locale: string,
): string {
  const plain = value(entry);
  const word = choices?.find(([each]) => each === plain)?.[1] ?? '';
  const more = `${word}\n${written?.(entry) ?? ''}`;
  if (type !== 'money' && type !== 'number') return `${plain}\n${more}`;
  return `${plain}\n${formatDecimal(plain, locale)}\n${formatUngrouped(plain, locale)}\n${more}`;
}

/** The entries that contain every word and pass the filter, sorted: amounts exactly, text as read. */
export function readEntries<Entry>(
  entries: readonly Entry[],
  properties: readonly Property<Entry>[],
  { search, filter, sort, language, locale }: Reading,
): readonly Entry[] {
  const words = fold(search)
    .split(/\s+/)
    .filter((word) => word !== '');
  const byId = new Map(properties.map((each) => [each.id, each]));
  const contains = (entry: Entry): boolean => {
    const text = properties.map((property) => searched(property, entry, locale)).join('\n');
    const folded = fold(text);
    return words.every((word) => folded.includes(word));
  };
  const found = entries.filter(
    (entry) =>
      (words.length === 0 || contains(entry)) &&
      passes(filter, (id) => {
        const property = byId.get(id);
        return { value: property?.value(entry) ?? '', type: property?.type ?? 'text' };
      }),
  );
  const by = byId.get(sort.property);
  if (!by) return found;
  const compare = comparison(by.type, language);
  const sign = sort.down ? -1 : 1;
  return found
    .map((entry) => ({ entry, key: by.value(entry) }))
    .sort((a, b) => compare(a.key, b.key) * sign)
    .map(({ entry }) => entry);
}

function comparison(type: PropertyType, language: string): (a: string, b: string) => number {
  if (type === 'money' || type === 'number') return compareDecimals;
  if (type === 'date') return (a, b) => (a < b ? -1 : a > b ? 1 : 0);
  const collator = new Intl.Collator(language, { numeric: true });
  return (a, b) => collator.compare(a, b);
}
