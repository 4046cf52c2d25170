/** Which of several columns is the price and which the amount: those by which the rows come out. */
import type { ColumnContext } from '../columns/column.ts';
import { sameDecimal } from '../number/same-decimal.ts';
import { numberIn } from './pasted-amount.ts';
import { tried, type Roles } from './pasted-content.ts';
import { DISCOUNT_WAYS } from './pasted-discount.ts';
import { COMPARED } from './pasted-headings.ts';
import { isNumeric, type ColumnKind } from './pasted-kinds.ts';
import type { PriceLines } from './pasted-prices.ts';

/** What the headings of a list say by themselves, and what their cells say against it. */
export interface Said {
  readonly meanings: readonly (string | undefined)[];
  readonly kinds: readonly ColumnKind[];
  /** Places from the one that says most of its column to the one that says least. */
  readonly order: readonly number[];
  /** Places of what is called net, or after a discount. */
  readonly netAt: readonly number[];
}

/** The rows by which it is told, and what the core makes of lines. */
interface Trial {
  readonly rows: readonly (readonly string[])[];
  readonly context: ColumnContext;
  readonly price: PriceLines | undefined;
}

type Found = readonly (string | null)[];

/** True where a price and a quantity make an amount in most rows, less a discount where there is one. */
function makes(
  roles: Pick<Roles, 'quantity' | 'unitPrice' | 'amount'>,
  discountAt: number,
  { rows, context, price }: Trial,
): boolean {
  if (price === undefined) return false;
  const ways: Partial<Roles>[] =
    discountAt < 0 ? [{}] : DISCOUNT_WAYS.map((mode) => ({ discount: { at: discountAt, mode } }));
  return ways.some((way) => tried(rows, { ...roles, ...way }, context, price));
}

/** The columns with another price and another amount; −1 for none. */
export function withRoles(found: Found, priceAt: number, amountAt: number): Found {
  return found.map((id, at) => {
    if (at === priceAt) return 'unitPrice';
    if (at === amountAt) return COMPARED;
    return id === 'unitPrice' || id === COMPARED ? null : id;
  });
}

/** The rows of more than one, or of a part of one: only they tell a price from its amount. */
function ofSeveral(trial: Trial, quantityAt: number): Trial {
  const isOne = (cell: string): boolean => sameDecimal(numberIn(cell, trial.context) ?? '1', '1');
  return { ...trial, rows: trial.rows.filter((row) => !isOne(row[quantityAt] ?? '')) };
}

/** An amount that half of the rows lack is one of the whole order, and of no row. */
function withoutOrderTotal(found: Found, { rows }: Trial): Found {
  const at = found.indexOf(COMPARED);
  const lacking = rows.filter((row) => (row[at] ?? '').trim() === '').length;
  return lacking * 2 >= rows.length ? found.map((id) => (id === COMPARED ? null : id)) : found;
}

/**
 * The columns as found, or with those as price and amount by which the rows come out. A cost that makes
 * the amounts of a list is its price; where nothing is counted the amount of a row is.
 */
export function settled(found: Found, said: Said, trial: Trial): Found {
  const { meanings, order, netAt } = said;
  const among = (id: string): number[] => order.filter((at) => meanings[at] === id);
  const [amounts, costs] = [among(COMPARED), among('cost')];
  const isPriced = found.includes('unitPrice');
  const prices = isPriced ? among('unitPrice') : costs;
  const [quantity, discount] = [found.indexOf('quantity'), found.indexOf('discount')];
  const [amount = -1] = amounts;
  if (prices.length === 0) {
    const isPrice = amount >= 0 && quantity < 0 && !isPriced;
    return isPrice ? withRoles(found, amount, -1) : found;
  }
  if (!isPriced && quantity < 0) return found;
  if (amount < 0) {
    const before = isPriced ? beforeDiscount(prices, discount, trial) : -1;
    if (before >= 0) return withRoles(found, before, -1);
    // `Rate` times `Quantity` is `Cost`, or a second price: what the row comes to, and no cost of one.
    const several = ofSeveral(trial, quantity);
    if (quantity < 0 || several.rows.length === 0) return found;
    const pairs = pairsOf(prices, isPriced ? [...prices, ...costs] : prices);
    const made = pairs.find((pair) => makes({ quantity, ...pair }, discount, several));
    if (made === undefined) return found;
    const told = found.map((id, at) => (at === made.amount && id === 'cost' ? null : id));
    return withRoles(told, made.unitPrice, made.amount);
  }
  const pairs = pairsOf(prices, amounts);
  const made = (discountAt: number) =>
    pairs.find((pair) => makes({ quantity, ...pair }, discountAt, trial));
  const isLeft = pairs.some(({ unitPrice }) => netAt.includes(unitPrice));
  if (discount >= 0 && (pairs.length > 1 || isLeft)) {
    // A price before the discount, which the discount and the quantity bring to the amount.
    const before = made(discount);
    if (before !== undefined) return withRoles(found, before.unitPrice, before.amount);
    // A price after the discount: it is not taken off again.
    const after = made(-1);
    if (after !== undefined)
      return without(withRoles(found, after.unitPrice, after.amount), discount);
  }
  const any = made(discount);
  if (any !== undefined) return withRoles(found, any.unitPrice, any.amount);
  return withoutOrderTotal(found, trial);
}

/** The columns without one of them, which fills nothing then. */
function without(found: Found, place: number): Found {
  return found.map((id, at) => (at === place ? null : id));
}

/**
 * Of several prices beside a discount, the one that the discount brings to another: what it is taken
 * off. −1 where none is.
 */
function beforeDiscount(prices: readonly number[], discount: number, trial: Trial): number {
  if (discount < 0) return -1;
  const isBefore = ({ unitPrice, amount }: { unitPrice: number; amount: number }): boolean =>
    makes({ quantity: -1, unitPrice, amount }, discount, trial) &&
    !makes({ quantity: -1, unitPrice, amount }, -1, trial);
  return pairsOf(prices, prices).find(isBefore)?.unitPrice ?? -1;
}

function pairsOf(
  prices: readonly number[],
  amounts: readonly number[],
): { unitPrice: number; amount: number }[] {
  return prices.flatMap((unitPrice) =>
    amounts.flatMap((amount) => (amount === unitPrice ? [] : [{ unitPrice, amount }])),
  );
}

/** The price, under a heading that nobody knows, that makes the amounts, and which; null for none. */
export function priceMade(
  found: Found,
  { meanings, kinds }: Said,
  trial: Trial,
): { readonly unitPrice: number; readonly amount: number } | null {
  const quantity = found.indexOf('quantity');
  if (quantity < 0) return null;
  const places = meanings.map((_, at) => at);
  const open = places.filter((at) => meanings[at] === undefined && isNumeric(kinds[at]));
  const amounts = places.filter((at) => meanings[at] === COMPARED);
  const isMade = (pair: { unitPrice: number; amount: number }): boolean =>
    makes({ quantity, ...pair }, found.indexOf('discount'), trial);
  return pairsOf(open, amounts).find(isMade) ?? null;
}
