/** Products to add from, and the line a product becomes. A line is a copy: neither follows the other. */
import type { Json, JsonObject } from '../store/engine-port.ts';

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

/** The new line of a product, in the document's currency where the product has a price in it. */
export function lineFromProduct(
  product: CatalogueProduct,
  id: string,
  currency: string,
): JsonObject {
  const price = product.prices?.[currency] ?? product.unitPrice;
  const members: Record<string, Json | undefined> = {
    id,
    type: 'item',
    name: product.name,
    sku: product.sku,
    productId: product.id,
    description: product.description,
    unitPrice: price,
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

/** Products whose name, description or SKU contain every word; those that begin so come first. */
export function searchCatalogue(
  products: readonly CatalogueProduct[],
  text: string,
  limit: number,
): CatalogueProduct[] {
  const words = text
    .toLocaleLowerCase()
    .split(/\s+/)
    .filter((word) => word !== '');
  const begin: CatalogueProduct[] = [];
  const contain: CatalogueProduct[] = [];
  for (const product of products) {
    const own = `${product.name} ${product.sku ?? ''} ${product.description ?? ''}`;
    const haystack = own.toLocaleLowerCase();
    if (!words.every((word) => haystack.includes(word))) continue;
    const first = words[0] ?? '';
    const heads = [product.name, product.sku ?? ''].map((head) => head.toLocaleLowerCase());
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
