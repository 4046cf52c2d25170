/**
 * The line's discount. `15%` is a percentage of the line, a plain number is in the kind chosen
 * beside it: percent, per unit, or off the whole line.
 */
import { formatDecimal, formatPercent, isPlainDecimal } from '../number/format.ts';
import { isFormula } from '../number/formula.ts';
import {
  keepRefused,
  normaliseTyping,
  parseNumber,
  refusedText,
  type ParsedNumber,
} from '../number/parse.ts';
import type { JsonObject } from '../../../schema/contract.ts';
import { unclearNumber } from '../sentences/unclear-number.ts';
import { always, fieldText, type Column, type ColumnContext, type Reading } from './column.ts';
import { amountIn, calculated } from './number-column.ts';

export type DiscountMode = 'percent' | 'amount' | 'total';
export const DISCOUNT_MODES: readonly DiscountMode[] = ['percent', 'amount', 'total'];

function asObject(value: unknown): JsonObject | null {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
    ? (value as JsonObject)
    : null;
}

/** The kind of the line's discount; percent where there is none. */
export function discountMode(line: JsonObject): DiscountMode {
  const discount = asObject(line['discount']);
  return DISCOUNT_MODES.find((mode) => discount?.[mode] !== undefined) ?? 'percent';
}

function showOne(discount: JsonObject, context: ColumnContext): string {
  const { translator, locale, minorDigits } = context;
  const mode = DISCOUNT_MODES.find((each) => discount[each] !== undefined);
  if (mode === undefined) return '';
  const stored = fieldText(discount, mode);
  if (!isPlainDecimal(stored)) return refusedText(stored);
  if (mode === 'percent') return formatPercent(stored, locale);
  const amount = formatDecimal(stored, locale, minorDigits);
  return translator.t(mode === 'amount' ? 'discount.eachSuffix' : 'discount.wholeSuffix', {
    amount,
  });
}

/** The discount of a line, or of a phase of its ramp, as it is typed; '' where there is none. */
export function showDiscount(line: JsonObject, context: ColumnContext): string {
  const several = line['discounts'];
  if (Array.isArray(several)) {
    return several.map((each) => showOne(asObject(each) ?? {}, context)).join(' + ');
  }
  const one = asObject(line['discount']);
  return one ? showOne(one, context) : '';
}

/** The surcharges of a line: `5% + 1.00 each + 2.00`; '' where there is none. */
export function chargesText(line: JsonObject, context: ColumnContext): string {
  const charges = line['charges'];
  if (!Array.isArray(charges)) return '';
  return charges
    .map((each) => {
      const charge = asObject(each) ?? {};
      const total = fieldText(charge, 'total');
      return isPlainDecimal(total)
        ? formatDecimal(total, context.locale, context.minorDigits)
        : showOne(charge, context);
    })
    .filter((text) => text !== '')
    .join(' + ');
}

/** The number in typed text, without the words the cell itself shows around it. */
function bareNumber(text: string, context: ColumnContext): { number: string; mode?: DiscountMode } {
  const plain = normaliseTyping(text).trim();
  const percent = /^(.*?)\s*[%٪]$|^[%٪]\s*(.*)$/.exec(plain);
  if (percent) return { number: percent[1] ?? percent[2] ?? '', mode: 'percent' };
  const around = (key: 'discount.eachSuffix' | 'discount.wholeSuffix'): string[] =>
    normaliseTyping(context.translator.t(key, { amount: '\u0000' })).split('\u0000');
  for (const [key, mode] of [
    ['discount.eachSuffix', 'amount'],
    ['discount.wholeSuffix', 'total'],
  ] as const) {
    const [before = '', after = ''] = around(key);
    const fits = plain.startsWith(before) && plain.endsWith(after);
    if (fits && before + after !== '') {
      return { number: plain.slice(before.length, plain.length - after.length), mode };
    }
  }
  return { number: plain };
}

/** Decimals that a percentage and an amount taken off may have. */
const DIGITS = 6;

/** A number, or what a formula of numbers comes to: `1/3`. */
export function parseOrCalculate(text: string, context: ColumnContext): ParsedNumber {
  const value = isFormula(text) && !/[%٪]/.test(text) ? calculated(text, DIGITS, context) : null;
  return value === null ? parseNumber(text, context.locale) : { ok: true, value };
}

/** Reads a discount; `mode` is the kind a bare number is taken in. */
export function readDiscount(text: string, mode: DiscountMode, context: ColumnContext): Reading {
  const bare = bareNumber(text, context);
  const amount = amountIn(bare.number, bare.mode !== 'percent', context);
  // A sign of money says that no percentage is meant.
  const taken = bare.mode ?? (amount.signed && mode === 'percent' ? 'amount' : mode);
  const parsed = parseOrCalculate(amount.number, context);
  const clear = { path: 'discounts', value: null };
  if (amount.refusal !== null) {
    const value = { [taken]: keepRefused(bare.number) };
    return { ok: false, message: amount.refusal, kept: [{ path: 'discount', value }, clear] };
  }
  if (parsed.ok) {
    return { ok: true, changes: [{ path: 'discount', value: { [taken]: parsed.value } }, clear] };
  }
  if (parsed.reason === 'empty') {
    return { ok: true, changes: [{ path: 'discount', value: null }, clear] };
  }
  const kept = [{ path: 'discount', value: { [taken]: keepRefused(bare.number) } }, clear];
  const { locale } = context;
  const write = (number: string): string =>
    taken === 'percent' ? formatPercent(number, locale) : formatDecimal(number, locale);
  return { ok: false, kept, ...unclearNumber(context, text, parsed, '12.5', write) };
}

export const discount: Column = {
  id: 'discount',
  label: 'column.discount',
  group: 'price',
  control: 'number',
  align: 'end',
  field: 'discount',
  inCurrency: true,
  shownFor: always,
  hasData: (line) => ['discount', 'discounts', 'charges'].some((name) => line[name] !== undefined),
  show: (row, context) => showDiscount(row.input, context),
  read: (text, row, context) => {
    // The list form is shown joined by plus signs; leaving it as it stands changes nothing.
    const isList = row.input['discounts'] !== undefined;
    const unchanged = isList && text === showDiscount(row.input, context);
    return unchanged
      ? { ok: true, changes: [] }
      : readDiscount(text, discountMode(row.input), context);
  },
};
