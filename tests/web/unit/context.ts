import type { ColumnContext } from '../../../web/src/columns/column.ts';
import { english } from '../../../web/src/i18n/translator.ts';
import type { JsonObject, Row } from '../../../schema/contract.ts';

/** A context as the element gives to columns; formulas are not calculated here. */
export function contextOf(changes: Partial<ColumnContext> = {}): ColumnContext {
  return {
    translator: english,
    locale: 'en-US',
    currency: 'USD',
    minorDigits: 2,
    date: '2026-11-22',
    taxRates: [],
    calculate: () => null,
    ...changes,
  };
}

export function rowOf(line: JsonObject): Row {
  return { id: 'li_1', index: 0, input: { id: 'li_1', ...line }, priced: null, issues: [] };
}
