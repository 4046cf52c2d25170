/** Lists with a column of percents and one of amounts off: each row says it in one of them. */
import { isNoAmount, PERCENT } from './pasted-amount.ts';
import type { Cells } from './pasted-columns.ts';
import { discountSaid, meantBy } from './pasted-headings.ts';
import { evenRows } from './pasted-kinds.ts';

/** The places of the two columns; undefined where there are no two, or more. */
function placesOf(head: readonly string[]): { percent: number; amount: number } | undefined {
  const places = head.flatMap((heading, at) =>
    meantBy(heading)?.column === 'discount' ? [at] : [],
  );
  const percents = places.filter((at) => discountSaid(head[at] ?? '') === 'percent');
  const [percent, ...more] = percents;
  const amount = places.find((at) => at !== percent);
  if (places.length !== 2 || more.length > 0) return undefined;
  return percent === undefined || amount === undefined ? undefined : { percent, amount };
}

/** Rows with both in the column of amounts, a percent with its sign, where no row has both. */
export function withDiscountsTogether(rows: Cells): Cells {
  const [head = [], ...body] = evenRows(rows);
  const places = placesOf(head);
  if (places === undefined) return rows;
  const { percent, amount } = places;
  const isGiven = (cell = ''): boolean => !isNoAmount(cell);
  if (body.some((row) => isGiven(row[percent]) && isGiven(row[amount]))) return rows;
  if (!body.some((row) => isGiven(row[percent]))) return rows;
  return [head, ...body].map((row, index) =>
    row.flatMap((cell, at) => {
      if (at === percent) return [];
      const other = (row[percent] ?? '').trim();
      if (at !== amount || index === 0 || !isGiven(other)) return [cell];
      return [PERCENT.test(other) ? other : `${other}%`];
    }),
  );
}
