/** Prices of more than one: `Price/100`, or a column of price units (`PE`) beside the price. */
import { plainHeading } from './plain-heading.ts';
import { cellsAt } from './pasted-kinds.ts';
import type { Cells, Mapping } from './pasted-columns.ts';

/** So many of an article have the price; a power of ten, so that the price of one is exact. */
const SIZES: Readonly<Record<string, number>> = { '1': 0, '10': 1, '100': 2, '1000': 3 };

const IN_HEADING =
  /(?:\/|(?<!\p{L})(?:per|je|pro|por|par|pr|pour|cada)\.?)\s*(10{1,2}|1[ .,'’]?000)(?!\p{Nd})/iu;

const UNIT_HEADINGS: ReadonlySet<string> = new Set(
  [
    'PE',
    'Per',
    'Je',
    'Pro',
    'Preiseinheit',
    'Preis-ME',
    'Price unit',
    'Price per',
    'Pricing unit',
    'Prijseenheid',
    'Unité de prix',
    'Prisenhed',
    'Prisenhet',
    'Unidad de precio',
  ].map((word) => plainHeading(word)),
);

/** True for the heading of a column that says for how many the price is. */
export function isPriceUnit(heading: string): boolean {
  // `Preis/ME` is the price of one.
  return !heading.includes('/') && UNIT_HEADINGS.has(plainHeading(heading));
}

const zerosOf = (text: string): number | undefined => SIZES[text.replace(/[ .,'’]/gu, '').trim()];

/**
 * By how many places the price of a row is moved to be that of one: 2 under `Price/100`. 0 where the list
 * does not say that its prices are of more than one.
 */
export function priceZeros(
  rows: Cells,
  mapping: Mapping,
  headings: readonly string[],
): (row: readonly string[]) => number {
  const heading = headings[mapping.indexOf('unitPrice')] ?? '';
  const inHeading = IN_HEADING.exec(heading)?.[1];
  if (inHeading !== undefined) return () => zerosOf(inHeading) ?? 0;
  const at = headings.findIndex((each) => isPriceUnit(each));
  const cells = cellsAt(rows, at);
  const areSizes = cells.length > 0 && cells.every((cell) => zerosOf(cell) !== undefined);
  return areSizes ? (row) => zerosOf(row[at] ?? '') ?? 0 : () => 0;
}
