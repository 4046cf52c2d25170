/** Products to add from, and the line a product becomes. A line is a copy: neither follows the other. */
import { fold } from '../i18n/fold.ts';
import { fieldText } from '../columns/column.ts';
import {
  NumberText,
  parseJson,
  type Json as LosslessJson,
  type JsonObject as LosslessObject,
} from '../json/lossless-json.ts';
import { isPlainDecimal } from '../number/format.ts';
import type { Json, JsonObject } from '../../../schema/contract.ts';

/** A product as the library keeps it. Members it has beyond these travel into nothing. */
export interface CatalogueProduct {
  readonly id: string;
  readonly name: string;
  readonly description?: string;
  readonly sku?: string;
  /** Price of one unit per currency code, as decimal text. */
  readonly prices?: Readonly<Record<string, string>>;
  readonly unitPrice?: string;
  readonly cost?: string;
  readonly unit?: string;
  readonly productType?: string;
  readonly url?: string;
  readonly imageUrl?: string;
  readonly taxRateIds?: readonly string[];
  readonly billing?: JsonObject;
  readonly pricing?: JsonObject;
}

/** Keeps a product for the host; where that fails, the reason is the error's message. */
export type SaveProduct = (product: CatalogueProduct) => void | Promise<void>;

/** A number as decimal text, with the digits that it has in the file. */
function asText(value: LosslessJson | undefined): LosslessJson | undefined {
  return typeof value === 'number' || value instanceof NumberText ? decimalText(value) : value;
}

/** The same all the way down for numbers that only their text can carry. */
function withTexts(value: LosslessJson | undefined): LosslessJson | undefined {
  if (value instanceof NumberText) return value.text;
  if (Array.isArray(value)) return value.map((each) => withTexts(each) ?? null);
  if (value === null || typeof value !== 'object') return value;
  return mapped(value, withTexts);
}

function mapped(
  object: LosslessObject,
  change: (value: LosslessJson | undefined) => LosslessJson | undefined,
): LosslessObject {
  return Object.fromEntries(Object.entries(object).map(([name, value]) => [name, change(value)]));
}

function decimalText(value: number | NumberText): string {
  return value instanceof NumberText ? value.text : String(value);
}

/**
 * The products of a JSON text, a list or an object with `products`; null where it holds none. A price
 * may be a number in it: it is decimal text here, with every digit.
 */
export function readProducts(json: string): CatalogueProduct[] | null {
  const whole = parseJson(json);
  const isObject = whole !== null && typeof whole === 'object' && !Array.isArray(whole);
  const list = isObject && !(whole instanceof NumberText) ? whole['products'] : whole;
  if (!Array.isArray(list)) return null;
  return list.filter(isMember).map((product) => {
    const prices = product['prices'];
    const amounts = {
      unitPrice: asText(product['unitPrice']),
      cost: asText(product['cost']),
      prices: isMember(prices) ? mapped(prices, asText) : prices,
    };
    const all = Object.entries({ ...(withTexts(product) as LosslessObject), ...amounts });
    const present = all.filter(([, value]) => value !== undefined);
    return Object.fromEntries(present) as unknown as CatalogueProduct;
  });
}

function isMember(value: LosslessJson | undefined): value is LosslessObject {
  const isObject = typeof value === 'object' && value !== null;
  return isObject && !Array.isArray(value) && !(value instanceof NumberText);
}

/** The new line of a product, in the document's currency where the product has a price in it. */
export function lineFromProduct(
  product: CatalogueProduct,
  id: string,
  currency: string,
): JsonObject {
  const price = product.prices?.[currency] ?? product.unitPrice;
  // A price in another currency is kept as a number, and the line says which currency it is in.
  const [foreign] = price === undefined ? Object.entries(product.prices ?? {}) : [];
  const members: Record<string, Json | undefined> = {
    id,
    type: 'item',
    name: product.name,
    sku: product.sku,
    productId: product.id,
    description: product.description,
    unitPrice: price ?? foreign?.[1],
    priceCurrency: foreign?.[0],
    cost: product.cost,
    unit: product.unit,
    productType: product.productType,
    url: product.url,
    imageUrl: product.imageUrl,
    taxRateIds: product.taxRateIds ? [...product.taxRateIds] : undefined,
    billing: product.billing,
    pricing: product.pricing,
  };
  const present = Object.entries(members).filter(([, value]) => value !== undefined);
  return Object.fromEntries(present) as JsonObject;
}

/** The product a line came from, or the one it would be a second of: same SKU, else same name. */
export function formerProduct(
  products: readonly CatalogueProduct[],
  line: JsonObject,
): CatalogueProduct | undefined {
  const sku = fieldText(line, 'sku');
  return (
    products.find(({ id }) => id === line['productId']) ??
    productBySku(products, sku) ??
    (sku === '' ? products.find(({ name }) => name === line['name']) : undefined)
  );
}

/** A decimal the core takes; what was refused while typing is no price for a library. */
function decimalOf(line: JsonObject, field: string): string | undefined {
  const text = fieldText(line, field);
  return isPlainDecimal(text) ? text : undefined;
}

/**
 * The product a line would be in the library: what was agreed with one buyer (quantity, discounts)
 * stays behind. `former` is the product it was made from, whose other prices and id are kept.
 */
export function productFromLine(
  line: JsonObject,
  id: string,
  currency: string,
  former?: CatalogueProduct,
): CatalogueProduct {
  const price = decimalOf(line, 'unitPrice');
  const text = (field: string): string | undefined => fieldText(line, field) || undefined;
  const rates = line['taxRateIds'];
  const members = {
    ...former,
    id: former?.id ?? id,
    name: fieldText(line, 'name'),
    description: text('description'),
    sku: text('sku'),
    prices: price === undefined ? former?.prices : { ...former?.prices, [currency]: price },
    cost: decimalOf(line, 'cost'),
    unit: text('unit'),
    productType: text('productType'),
    url: text('url'),
    imageUrl: text('imageUrl'),
    taxRateIds: Array.isArray(rates) ? rates : undefined,
    billing: line['billing'],
    pricing: line['pricing'],
  };
  const present = Object.entries(members).filter(([, value]) => value !== undefined);
  return Object.fromEntries(present) as unknown as CatalogueProduct;
}

/** Products whose name, description or SKU contain every word; those that begin so come first. */
export function searchCatalogue(
  products: readonly CatalogueProduct[],
  text: string,
  limit: number,
): CatalogueProduct[] {
  const words = fold(text)
    .split(/\s+/)
    .filter((word) => word !== '');
  const begin: CatalogueProduct[] = [];
  const contain: CatalogueProduct[] = [];
  for (const product of products) {
    const own = `${product.name} ${product.sku ?? ''} ${product.description ?? ''}`;
    const haystack = fold(own);
    if (!words.every((word) => haystack.includes(word))) continue;
    const first = words[0] ?? '';
    const heads = [product.name, product.sku ?? ''].map(fold);
    (heads.some((head) => head.startsWith(first)) ? begin : contain).push(product);
  }
  return [...begin, ...contain].slice(0, limit);
}

/** The product with exactly this SKU, as a scanner types it. */
export function productBySku(
  products: readonly CatalogueProduct[],
  text: string,
): CatalogueProduct | undefined {
  const sku = text.trim().toLocaleLowerCase();
  return sku === ''
    ? undefined
    : products.find((product) => product.sku?.toLocaleLowerCase() === sku);
}
