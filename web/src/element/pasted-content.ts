/** Columns without headings, told by what they hold and by what is made of what. */
import { fieldText, type Column, type ColumnContext } from '../columns/column.ts';
import { sameDecimal } from '../number/same-decimal.ts';
import type { JsonObject } from '../../../schema/contract.ts';
import { cellKind, numberIn, PERCENT } from './pasted-amount.ts';
import { percentOfFraction, plainDiscount, type DiscountWay } from './pasted-discount.ts';
import { COMPARED } from './pasted-headings.ts';
import {
  areBarcodes,
  areCounting,
  areLongNumbers,
  areRising,
  cellsAt,
  isCodes,
  kindsOf,
  UNITS,
} from './pasted-kinds.ts';
import { amountMeant, type PriceLines } from './pasted-prices.ts';

type Cells = readonly (readonly string[])[];

/** Rows that are priced to tell which column is made of which. */
const TRIED = 20;

/** Which cells are quantity, price and the amount they make; a discount where there is one. */
export interface Roles {
  /** −1 where each row is one. */
  readonly quantity: number;
  readonly unitPrice: number;
  readonly amount: number;
  readonly discount?: { readonly at: number; readonly mode: DiscountWay };
}

/** What a discount cell takes off in a mode; its own sign says more than the mode. */
function discountOf(cell: string, way: DiscountWay, context: ColumnContext): JsonObject {
  const plain = plainDiscount(way === 'fraction' ? percentOfFraction(cell, context) : cell);
  const off = numberIn(plain, context);
  if (off === null) return {};
  const mode = way === 'fraction' ? 'percent' : way;
  const isMoney = mode === 'percent' && cellKind(plain, context) === 'money';
  const said = PERCENT.test(plain) ? 'percent' : isMoney ? 'amount' : mode;
  return { discount: { [said]: off } };
}

/** Whether most rows agree with these roles. */
export function tried(
  rows: Cells,
  roles: Roles,
  context: ColumnContext,
  price: PriceLines,
): boolean {
  const listed: string[] = [];
  const lines: JsonObject[] = [];
  for (const row of rows.slice(0, TRIED)) {
    const read = (at: number): string | null => numberIn(row[at] ?? '', context);
    const [quantity, unitPrice, amount] = [
      roles.quantity < 0 ? '1' : read(roles.quantity),
      read(roles.unitPrice),
      read(roles.amount),
    ];
    if (quantity === null || unitPrice === null || amount === null) continue;
    const { discount } = roles;
    const off =
      discount === undefined ? {} : discountOf(row[discount.at] ?? '', discount.mode, context);
    lines.push({ id: `l${lines.length}`, name: 'x', quantity, unitPrice, ...off });
    listed.push(amount);
  }
  if (lines.length === 0) return false;
  const answers = price(lines);
  const { agree } = amountMeant(
    listed.map((text, at) => ({ listed: text, priced: answers[at]?.priced ?? null })),
  );
  return agree * 2 > lines.length;
}

/** Two decimals in most cells are more likely a price than a count. */
function looksPriced(cells: readonly string[], context: ColumnContext): boolean {
  const prices = cells.filter((cell) => /\.\d\d+$/.test(numberIn(cell, context) ?? ''));
  return prices.length * 2 > cells.length;
}

const isCounted = (cell: string): boolean => /^\p{Nd}{1,4}$/u.test(cell.trim());

/** What no count of hours or pieces is: `7.10`, and not `7.00` or `7.50`; `1,200.00`. */
const hasCents = (cells: readonly string[] = []): boolean =>
  cells.some(
    (cell) =>
      /[.,](?!00|25|50|75)\d\d(?!\d)/u.test(cell) || /\d[.,' ]\d{3}[.,]\d\d(?!\d)/u.test(cell),
  );

/** Beyond so many columns of numbers a bare one is not tried as a discount. */
const MOST_TRIED = 5;

function rolesOf(
  rows: Cells,
  numbers: readonly number[],
  isMoney: (at: number) => boolean,
  percent: number,
  context: ColumnContext,
  price: PriceLines,
): Roles | undefined {
  const priced = (at: number): number =>
    (isMoney(at) ? 2 : 0) + (looksPriced(cellsAt(rows, at), context) ? 1 : 0);
  const pairs = numbers.flatMap((quantity) =>
    numbers.flatMap((unitPrice) =>
      unitPrice !== quantity && !isMoney(quantity) ? [{ quantity, unitPrice }] : [],
    ),
  );
  // The likelier price first, then the order in which lists stand.
  pairs.sort(
    (a, b) =>
      priced(b.unitPrice) - priced(b.quantity) - (priced(a.unitPrice) - priced(a.quantity)) ||
      a.quantity - b.quantity,
  );
  // What is made stands last, as a rule.
  const candidates = pairs.flatMap((pair) =>
    [...numbers]
      .reverse()
      .flatMap((amount): Roles[] =>
        amount === pair.quantity || amount === pair.unitPrice ? [] : [{ ...pair, amount }],
      ),
  );
  const withPercent = candidates.map((roles): Roles => ({
    ...roles,
    discount: { at: percent, mode: 'percent' },
  }));
  const withNumber = candidates.flatMap((roles) =>
    numbers
      .filter((at) => ![roles.quantity, roles.unitPrice, roles.amount].includes(at))
      .flatMap((at) =>
        (['percent', 'amount', 'total'] as const).map((mode) => ({
          ...roles,
          discount: { at, mode },
        })),
      ),
  );
  const bare = numbers.length > MOST_TRIED ? [] : withNumber;
  const all = [...(percent < 0 ? [] : withPercent), ...candidates, ...bare];
  return all.find((roles) => tried(rows, roles, context, price));
}

function isRateOf(cell: string, context: ColumnContext): boolean {
  const percent = numberIn(cell, context) ?? '';
  return context.taxRates.some((rate) => sameDecimal(fieldText(rate, 'percent'), percent));
}

/** A column for each cell by what the first rows hold; null leaves it out. */
export function mapByContent(
  rows: Cells,
  columns: readonly Column[],
  context: ColumnContext,
  price?: PriceLines,
  isHeaded = false,
): (string | null)[] {
  const kinds = kindsOf(rows, context);
  const cells = kinds.map((_, at) => cellsAt(rows, at));
  const found: (string | null)[] = kinds.map(() => null);
  const isFree = (id: string): boolean =>
    !found.includes(id) && (id === COMPARED || columns.some((column) => column.id === id));
  const put = (at: number | undefined, ...ids: string[]): void => {
    const id = ids.find(isFree);
    if (at !== undefined && at >= 0 && id !== undefined && found[at] === null) found[at] = id;
  };
  const where = (test: (at: number) => boolean): number[] =>
    kinds.flatMap((_, at) => (test(at) ? [at] : []));

  const words = where((at) => kinds[at] === 'words');
  const isUnit = (at: number): boolean =>
    (cells[at] ?? []).every((cell) => UNITS.test(cell.trim()));
  // Marks and codes of a few signs name nothing where other words stand beside them.
  const isMark = (at: number): boolean =>
    (cells[at] ?? []).every((cell) => /^[A-Za-z]{1,3}$/.test(cell.trim()));
  const others = words.filter((at) => !isUnit(at));
  const named = others.some((at) => !isMark(at)) ? others.filter((at) => !isMark(at)) : others;
  const codes = named.filter((at) => isCodes(cells[at] ?? [], context));
  if (codes.length < named.length) put(codes[0], 'sku');
  const name = named.find((at) => found[at] === null);
  put(name, 'name');
  const before = (at: number): boolean => name === undefined || at < name;

  const plain = where((at) => kinds[at] === 'number');
  const money = where((at) => kinds[at] === 'money');
  let numbers = where((at) => kinds[at] === 'number' || kinds[at] === 'money');
  const position = numbers.length > 2 && areCounting(cells[0] ?? []) ? 0 : -1;
  const article = plain.find((at) => {
    const each = cells[at] ?? [];
    if (at === position) return false;
    if (areBarcodes(each)) return true;
    const others = plain.filter((other) => other !== at).length > 0;
    return (
      name !== undefined && before(at) && (areLongNumbers(each) || (areRising(each) && others))
    );
  });
  const percent = kinds.indexOf('percent');
  numbers = numbers.filter((at) => at !== position);
  // What makes an amount is no number of an article, whatever it looks like.
  const roles =
    price && numbers.length > 2
      ? rolesOf(rows, numbers, (at) => kinds[at] === 'money', percent, context, price)
      : undefined;
  if (roles) {
    put(roles.quantity, 'quantity');
    put(roles.unitPrice, 'unitPrice');
    put(roles.amount, COMPARED);
    put(roles.discount?.at, 'discount');
  }
  put(article, 'sku');
  if (!roles) {
    const bare = plain.filter((at) => found[at] === null && at !== position);
    if (money.length > 0) {
      put(money[0], 'unitPrice');
      put(bare[0], 'quantity');
    } else if (bare.length === 1) {
      // `4 Brush` says how many; a price stands behind.
      const isCount =
        name !== undefined && before(bare[0] ?? 0) && (cells[bare[0] ?? 0] ?? []).every(isCounted);
      put(bare[0], isCount ? 'quantity' : 'unitPrice');
    } else {
      // A third bare number may be a total, a cost or a discount: it is not guessed.
      const [first, second] = bare;
      const isPrice = (at: number | undefined): boolean =>
        at !== undefined && looksPriced(cells[at] ?? [], context);
      const turned = isPrice(first) && !isPrice(second);
      // Of two prices one may be a cost: neither is guessed.
      const counted = cells[(turned ? second : first) ?? -1];
      const isOnlyPrices = isPrice(first) && isPrice(second) && hasCents(counted);
      if (!isOnlyPrices) {
        put(turned ? second : first, 'quantity');
        put(turned ? first : second, 'unitPrice');
      }
    }
  }
  // A percent is the tax where the document has it, and under a heading that nobody knows nothing.
  const isTax = percent >= 0 && (cells[percent] ?? []).every((cell) => isRateOf(cell, context));
  if (isTax) put(percent, 'taxes');
  else if (!isHeaded) put(percent, 'discount');
  for (const at of words.filter(isUnit)) put(at, 'unit');
  for (const at of named) if (found[at] === null) put(at, 'name', 'description', 'sku');
  for (const at of where((each) => kinds[each] === 'date')) put(at, 'serviceDate');
  return found;
}
