/**
 * What a ramp bills first. Its line shows the terms that hold where a phase says nothing else; where
 * the first phase does, the amounts beside them are made of the phase's.
 */
import type { JsonObject, Row } from '../../../schema/contract.ts';
import type { Column, ColumnContext } from './column.ts';

/** Terms that a phase can have of its own. */
const OF_PHASES = new Set(['unitPrice', 'quantity', 'discount']);

function record(value: unknown): JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
    ? (value as JsonObject)
    : {};
}

/** The first phase's own term as the column writes it; '' where the line's own term is billed. */
export function firstPaymentText(row: Row, column: Column, context: ColumnContext): string {
  if (!OF_PHASES.has(column.id)) return '';
  const { frequency = 'one_time', phases } = record(row.input['billing']);
  if (frequency === 'one_time') return '';
  const phase = record(Array.isArray(phases) ? phases[0] : undefined);
  const own = phase[column.id];
  if (own === undefined || own === null) return '';
  const input: JsonObject = { ...row.input, [column.id]: own };
  if (column.id === 'discount') delete input['discounts'];
  const text = column.show({ ...row, input }, context);
  return text === column.show(row, context) ? '' : text;
}
