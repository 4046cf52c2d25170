/** What stands below a value in its cell, so that the row adds up as a reader adds it up. */
import type { Row } from '../../../schema/contract.ts';
import type { Column, ColumnContext } from './column.ts';
import { billing } from './billing.ts';
import { chargesText } from './discount.ts';
import { firstPaymentText } from './first-phase.ts';

/**
 * The terms of the first payment where a phase has its own, and at the discount the surcharges,
 * which no cell holds.
 */
export function belowValue(
  row: Row,
  column: Column,
  context: ColumnContext,
  kind: string,
): readonly string[] {
  const { translator } = context;
  const billed = billing.shownFor(kind) ? firstPaymentText(row, column, context) : '';
  const charges = column.id === 'discount' ? chargesText(row.input, context) : '';
  return [
    ...(billed === '' ? [] : [translator.t('row.firstPayment', { value: billed })]),
    ...(charges === '' ? [] : [translator.t('row.surcharge', { value: charges })]),
  ];
}
