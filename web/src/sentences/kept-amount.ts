/** Amounts that are still in another currency than their document (DO-2.4). */
import type { Json, JsonObject } from '../../../schema/contract.ts';
import { formatDecimal } from '../number/format.ts';

/** What stands in the state below a value, at the rest of a JSON Pointer. */
export function valueBelow(value: Json | undefined, segments: readonly string[]): Json | undefined {
  return segments.reduce<Json | undefined>(
    (at, segment) =>
      typeof at === 'object' && at !== null ? (at as JsonObject)[segment] : undefined,
    value,
  );
}

/** The issue of an amount that is still in another currency. */
export const KEPT_AMOUNT = 'price-currency-unknown';

const SAID_BY: Readonly<Record<string, string>> = {
  unitPrice: 'priceCurrency',
  pricing: 'priceCurrency',
  cost: 'costCurrency',
};

/** The currency that an amount at a place of its line, tax rate or adjustment is still in. */
export function currencyAt(owner: Json | undefined, segments: readonly string[]): string {
  const holder = segments.slice(0, -1);
  const said = valueBelow(owner, [...holder, SAID_BY[segments.at(-1) ?? ''] ?? 'currency']);
  return typeof said === 'string' ? said : '';
}

/** `4,800 USD`: the code, because signs are shared by several currencies. */
export function amountWithCode(amount: string, currency: string, locale: string): string {
  return `\u2068${formatDecimal(amount, locale)} ${currency}\u2069`;
}
