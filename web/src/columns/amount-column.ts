/** Columns that show an amount of the priced line. */
import { formatDate } from '../date/dates.ts';
import { formatDecimal, formatPercent } from '../number/format.ts';
import type { PricedLine, Row } from '../../../schema/contract.ts';
import { never, type Column, type ColumnContext } from './column.ts';

function memberText(row: Row, member: keyof PricedLine): string {
  const value = row.priced?.[member];
  return typeof value === 'string' || typeof value === 'number' ? String(value) : '';
}

type AmountParts = Pick<Column, 'id' | 'label' | 'group' | 'shownFor'> & {
  readonly member: keyof PricedLine;
};

function resultColumn(
  parts: AmountParts,
  show: (text: string, context: ColumnContext) => string,
): Column {
  return {
    ...parts,
    control: 'amount',
    align: 'end',
    hasData: never,
    show: (row, context) => {
      const text = memberText(row, parts.member);
      return text === '' ? '–' : show(text, context);
    },
  };
}

/** An amount in the document's currency. */
export function amountColumn(parts: AmountParts): Column {
  const column = resultColumn(parts, (text, context) => formatDecimal(text, context.locale));
  return { ...column, inCurrency: true };
}

/** A percentage the core worked out. */
export function percentColumn(parts: AmountParts): Column {
  return resultColumn(parts, (text, context) => formatPercent(text, context.locale));
}

/** A date the core worked out. */
export function resultDateColumn(parts: AmountParts): Column {
  return resultColumn(parts, (text, context) => formatDate(text, context.locale));
}
