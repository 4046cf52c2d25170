/** Tax rates that a list names by their percentage and the document does not have. */
import { fieldText, type Column, type ColumnContext } from '../columns/column.ts';
import type { JsonObject } from '../../../schema/contract.ts';
import { sameDecimal } from '../number/same-decimal.ts';
import { numberIn, PERCENT } from './pasted-amount.ts';

/** The smallest and the largest percent of a rate that a list is believed. */
const isRate = (percent: string): boolean => /^\d{1,2}(?:\.\d+)?$/.test(percent);

/**
 * The rates to add so that the cells mean something. `heading` is what the list calls the tax;
 * `isInclusive`: its prices have the taxes in them; `newId` gives each rate its id.
 */
export function missingRates(
  cells: readonly string[],
  {
    column,
    heading,
    isInclusive,
  }: { readonly column: Column; readonly heading: string; readonly isInclusive: boolean },
  context: ColumnContext,
  newId: () => string,
): JsonObject[] {
  const found: JsonObject[] = [];
  const row = { id: '', index: 0, input: {}, priced: null, issues: [] };
  for (const cell of new Set(cells.map((each) => each.trim()).filter(Boolean))) {
    if (column.readPasted?.(cell, row, context).ok !== false) continue;
    const percent = numberIn(cell.replace(PERCENT, ''), context);
    if (percent === null || !isRate(percent)) continue;
    if (found.some((rate) => sameDecimal(fieldText(rate, 'percent'), percent))) continue;
    const inPrices = isInclusive ? { inclusive: true } : {};
    found.push({ id: newId(), name: heading, percent, ...inPrices });
  }
  return found;
}
