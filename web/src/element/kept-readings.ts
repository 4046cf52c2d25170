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
}

/** Choices for lists with the same headings. */
export interface KeptReading extends ListChoices {
  readonly name: string;
  readonly shape: string;
}

const KEY = 'crossfoot.lists';
/** The oldest give way. */
const MOST = 50;

/** Lists of one shape have the same headings in the same order, however they are written. */
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

/** The reading that was kept for lists with these headings; null for none. */
export function keptFor(headings: readonly string[]): KeptReading | null {
  const shape = shapeOf(headings);
  return all().find((each) => each.shape === shape) ?? null;
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
  return store([reading, ...all().filter(({ shape }) => shape !== reading.shape)]);
}

/** Forgets what was kept for a shape. */
export function forgetReading(shape: string): boolean {
  return store(all().filter((each) => each.shape !== shape));
}
