/** Tax rates that a list names by their percentage and the document does not have. */
import { fieldText, type Column, type ColumnContext } from '../columns/column.ts';
import type { JsonObject } from '../../../schema/contract.ts';
import { sameDecimal } from '../number/same-decimal.ts';
import { numberIn, PERCENT } from './pasted-amount.ts';

/** The smallest and the largest percent of a rate that a list is believed. */
const isRate = (percent: string): boolean => /^\d{1,2}(?:\.\d+)?$/.test(percent);

const ONE_PERCENT = /^[^%٪％]*?(?<!\p{Nd})(\p{Nd}{1,2}(?:[.,]\p{Nd}+)?) ?[%٪％][^%٪％]*$/u;
/** As programs call what is taxed with nothing. */
const UNTAXED =
  /^(?:no (?:vat|tax|gst)|(?:vat|tax|gst)?[ -]?(?:exempt|free)(?:ed)?(?: (?:income|expenses|sales|purchases|supplies|tax|vat|gst))*|zero|zero[ -]?rated(?: (?:income|expenses|sales|purchases|supplies|ec goods income|ec services))*|out(?:side)? (?:of |the )?scope(?: of (?:vat|tax))?|bas excluded|steuerfrei|umsatzsteuerfrei|befreit|nicht steuerbar|exonéré|esente|non imponibile|escluso|isento|exento|sin iva|vrijgesteld|geen btw|momsfri|uten mva|avgiftsfri|非課税|不課税)$/iu;

/** The percent in the words of a rate: `20% (VAT on Income)`; other words as they are. */
export function rateSaid(cell: string): string {
  const text = cell.trim();
  if (UNTAXED.test(text)) return '0%';
  const [, percent] = ONE_PERCENT.exec(text) ?? [];
  return percent === undefined ? cell : `${percent}%`;
}

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
    const said = rateSaid(cell);
    const isRead = (text: string): boolean => column.readPasted?.(text, row, context).ok !== false;
    if (isRead(cell) || isRead(said)) continue;
    const percent = numberIn(said.replace(PERCENT, ''), context);
    if (percent === null || !isRate(percent)) continue;
    if (found.some((rate) => sameDecimal(fieldText(rate, 'percent'), percent))) continue;
    const inPrices = isInclusive ? { inclusive: true } : {};
    found.push({ id: newId(), name: heading, percent, ...inPrices });
  }
  return found;
}
