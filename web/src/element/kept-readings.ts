/** How lists of one shape are read, kept under a name by somebody, in this browser. */
import { folded } from './plain-heading.ts';
import type { DiscountWay } from './pasted-discount.ts';
import type { Mapping } from './pasted-columns.ts';

/** What was chosen for a list by hand. */
export interface ListChoices {
  readonly mapping: Mapping;
  /** How numbers are written; null where it follows the list. */
  readonly locale: string | null;
  readonly discountMode: DiscountWay | null;
  /** Whether prices have taxes in them; null, or absent in what is older, where the headings say it. */
  readonly includesTaxes?: boolean | null;
}

/** Choices for lists with the same headings. */
export interface KeptReading extends ListChoices {
  readonly name: string;
  readonly shape: string;
}

const KEY = 'crossfoot.lists';
/** The oldest give way. */
const MOST = 50;

/** The headings of a list in their order, however they are written. */
export const shapeOf = (headings: readonly string[]): string =>
  headings.map((heading) => folded(heading).trim()).join('\t');

function isKept(entry: unknown): entry is KeptReading {
  const { name, shape, mapping } = (entry ?? {}) as Partial<KeptReading>;
  return typeof name === 'string' && typeof shape === 'string' && Array.isArray(mapping);
}

function all(): readonly KeptReading[] {
  try {
    const stored: unknown = JSON.parse(localStorage.getItem(KEY) ?? '[]');
    return Array.isArray(stored) ? stored.filter(isKept) : [];
  } catch {
    // A page that may keep nothing, or what another program left there.
    return [];
  }
}

const namesOf = (shape: string): readonly string[] => shape.split('\t');

/** The same headings, in whatever order. */
function isSame(shape: string, other: string): boolean {
  const sorted = (each: string): string => [...namesOf(each)].sort().join('\t');
  return shape === other || sorted(shape) === sorted(other);
}

/** The reading that was kept for lists with these headings, in whatever order; null for none. */
export function keptFor(headings: readonly string[]): KeptReading | null {
  const shape = shapeOf(headings);
  const kept = all();
  const exact = kept.find((each) => each.shape === shape);
  const other = exact ?? kept.find((each) => isSame(each.shape, shape));
  if (other === undefined || other === exact) return other ?? null;
  const names = namesOf(other.shape);
  // Headings that come twice say nothing of their columns but by their order.
  if (new Set(names).size < names.length) return null;
  const mapping = namesOf(shape).map((name) => other.mapping[names.indexOf(name)] ?? null);
  return { ...other, mapping };
}

function store(kept: readonly KeptReading[]): boolean {
  try {
    localStorage.setItem(KEY, JSON.stringify(kept.slice(0, MOST)));
    return true;
  } catch {
    return false;
  }
}

/** Keeps a reading in the place of another of its shape; false where the browser keeps nothing. */
export function keepReading(reading: KeptReading): boolean {
  return store([reading, ...all().filter(({ shape }) => !isSame(shape, reading.shape))]);
}

/** Forgets what was kept for a shape. */
export function forgetReading(shape: string): boolean {
  return store(all().filter((each) => each.shape !== shape));
}
