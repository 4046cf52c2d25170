/**
 * Amounts that a reader must not add up with the others of their column, or not take at their word:
 * of a line that is not due now or not chosen, and a margin without a cost. They are shown beside
 * the reason.
 */
import type { MessageKey } from '../i18n/translator.ts';
import type { Row } from '../../../schema/contract.ts';
import type { Column } from './column.ts';

/** Metrics look at all payments of a line, whenever the first one is due; a unit price is no addend. */
const NOT_OF_ONE_PAYMENT = new Set(['mrr', 'arr', 'acv', 'tcv', 'effectiveUnitPrice']);

/** Why the amount stands apart; null where it is one of the column's addends. */
export function setApart(row: Row, column: Column): MessageKey | null {
  const { priced } = row;
  if (!priced || column.control !== 'amount' || priced['priced'] === false) return null;
  if (priced['selected'] === false) return 'row.notChosen';
  const ofMargin = column.id === 'margin' || column.id === 'marginPercent';
  if (ofMargin && priced['costMissing'] === true) return 'row.noCost';
  const ofOnePayment = column.inCurrency === true && !NOT_OF_ONE_PAYMENT.has(column.id);
  return ofOnePayment && priced['dueNow'] === false ? 'row.notDueNow' : null;
}

/** Columns in which a section heading shows what its lines add up to. */
export const SUMMED: Readonly<Record<string, 'subtotal' | 'total'>> = {
  net: 'subtotal',
  total: 'total',
};

/** The column that stays in sight at the end of a row: its last amount. */
export function endColumn(columns: readonly Column[]): Column | undefined {
  return columns.findLast(({ control }) => control === 'amount');
}

/** How a section heading lies over the columns: the heading itself, sums, and what is left empty. */
export type SectionCell =
  | { readonly kind: 'heading'; readonly span: number }
  | { readonly kind: 'sum'; readonly column: Column }
  | { readonly kind: 'empty'; readonly span: number };

/** The heading begins at the name and reaches to the first sum; each sum stands in its own column. */
export function sectionCells(columns: readonly Column[]): SectionCell[] {
  const cells: SectionCell[] = [];
  for (const column of columns) {
    const last = cells.at(-1);
    if (SUMMED[column.id] !== undefined) cells.push({ kind: 'sum', column });
    else if (column.id === 'name') cells.push({ kind: 'heading', span: 1 });
    else if (last && last.kind !== 'sum')
      cells[cells.length - 1] = { ...last, span: last.span + 1 };
    else cells.push({ kind: 'empty', span: 1 });
  }
  return cells;
}
