/** A product of the library while it is being filled in, and what is wrong with it as it stands. */
import { lineFromProduct } from '../../element/catalogue.ts';
import { webAddress } from '../../check/web-address.ts';
import type { JsonObject } from '../../../../schema/contract.ts';
import { isRefusal } from '../../engine/refusal.ts';
import { formatDecimal } from '../../number/format.ts';
import { record, records, text } from '../../preview/paper-source.ts';
import { newId, type Product } from '../store/records.ts';
import type { Workspace } from '../workspace-context.ts';

/** How long a recurring product is paid; a ramp is made on a line and kept here. */
export const TERMS = ['renews', 'fixed', 'period', 'ramp'] as const;
/** When it is paid first. */
export const STARTS = ['atCheckout', 'afterDays', 'afterMonths', 'onDate'] as const;
export const UNITS = ['W', 'M', 'Y'] as const;

export interface Tier {
  upTo: string;
  unitPrice: string;
  flatFee: string;
}

export interface ProductDraft {
  name: string;
  sku: string;
  description: string;
  unit: string;
  cost: string;
  url: string;
  imageUrl: string;
  productType: string;
  prices: [currency: string, price: string][];
  rates: Set<string>;
  frequency: string;
  term: (typeof TERMS)[number];
  payments: string;
  length: string;
  lengthUnit: (typeof UNITS)[number];
  start: (typeof STARTS)[number];
  startValue: string;
  model: string;
  tiers: Tier[];
  size: string;
  packagePrice: string;
  freeUnits: string;
}

const START_MEMBERS = {
  afterDays: 'delayDays',
  afterMonths: 'delayMonths',
  onDate: 'date',
} as const;

function readTerm(
  billing: JsonObject,
): Pick<ProductDraft, 'term' | 'payments' | 'length' | 'lengthUnit'> {
  const [, length = '1', unit = 'Y'] = /^P(\d+)([WMY])$/.exec(text(billing, 'term')) ?? [];
  const term =
    records(billing, 'phases').length > 0
      ? 'ramp'
      : text(billing, 'payments') !== ''
        ? 'fixed'
        : text(billing, 'term') !== ''
          ? 'period'
          : 'renews';
  const payments = text(billing, 'payments') || '12';
  return { term, payments, length, lengthUnit: unit as ProductDraft['lengthUnit'] };
}

function readStart(billing: JsonObject): Pick<ProductDraft, 'start' | 'startValue'> {
  const start = record(billing['start']);
  for (const [name, member] of Object.entries(START_MEMBERS)) {
    const value = text(start, member);
    if (value !== '') return { start: name as ProductDraft['start'], startValue: value };
  }
  return { start: 'atCheckout', startValue: '' };
}

/** The draft of a product, or of a new one. */
export function readDraft(product: Product | undefined, currency: string): ProductDraft {
  const billing = record(product?.billing ?? {});
  const pricing = record(product?.pricing ?? {});
  const prices = Object.entries(product?.prices ?? {});
  return {
    name: product?.name ?? '',
    sku: product?.sku ?? '',
    description: product?.description ?? '',
    unit: product?.unit ?? '',
    cost: product?.cost ?? '',
    url: product?.url ?? '',
    imageUrl: product?.imageUrl ?? '',
    productType: product?.productType ?? 'service',
    prices: prices.length > 0 ? prices : [[currency, '']],
    rates: new Set(product?.taxRateIds ?? []),
    frequency: text(billing, 'frequency') || 'one_time',
    ...readTerm(billing),
    ...readStart(billing),
    model: text(pricing, 'model') || 'flat',
    tiers: records(pricing, 'tiers').map((tier) => ({
      upTo: text(tier, 'upTo'),
      unitPrice: text(tier, 'unitPrice'),
      flatFee: text(tier, 'flatFee'),
    })),
    size: text(pricing, 'size'),
    packagePrice: text(pricing, 'price'),
    freeUnits: text(pricing, 'freeUnits'),
  };
}

/** What says something: empty texts are no members. */
function given(members: Readonly<Record<string, string>>): JsonObject {
  return Object.fromEntries(Object.entries(members).filter(([, value]) => value !== ''));
}

function billingOf(draft: ProductDraft, before: JsonObject): JsonObject | undefined {
  const member = draft.start === 'atCheckout' ? null : START_MEMBERS[draft.start];
  const start = member === null ? undefined : { [member]: draft.startValue };
  if (draft.frequency === 'one_time') return start ? { start } : undefined;
  const phases = before['phases'];
  return {
    frequency: draft.frequency,
    ...(draft.term === 'fixed' ? { payments: draft.payments } : {}),
    ...(draft.term === 'period' ? { term: `P${draft.length}${draft.lengthUnit}` } : {}),
    ...(draft.term === 'ramp' && phases !== undefined ? { phases } : {}),
    ...(start ? { start } : {}),
  };
}

function pricingOf(draft: ProductDraft): JsonObject | undefined {
  const { model, size, packagePrice, freeUnits } = draft;
  if (model === 'flat') return undefined;
  if (model === 'package') return { model, ...given({ size, price: packagePrice, freeUnits }) };
  const filled = draft.tiers.filter(({ unitPrice, flatFee }) => unitPrice !== '' || flatFee !== '');
  return { model, tiers: filled.map((tier) => given({ ...tier })) };
}

/** The product of a draft; `before` is the one it was made from, whose other members are kept. */
export function writeDraft(draft: ProductDraft, before: Product | undefined): Product {
  const members: [string, unknown][] = [
    ['name', draft.name.trim()],
    ['sku', draft.sku.trim()],
    ['description', draft.description.trim()],
    ['unit', draft.unit.trim()],
    ['cost', draft.cost],
    ['url', draft.url.trim()],
    ['imageUrl', draft.imageUrl],
    ['productType', draft.productType],
    [
      'prices',
      Object.fromEntries(draft.prices.filter(([code, price]) => code !== '' && price !== '')),
    ],
    ['taxRateIds', draft.rates.size > 0 ? [...draft.rates] : undefined],
    ['billing', billingOf(draft, record(before?.billing ?? {}))],
    ['pricing', pricingOf(draft)],
    ['archived', before?.archived],
  ];
  const present = members.filter(([, value]) => value !== '' && value !== undefined);
  return { id: before?.id ?? newId('p'), ...Object.fromEntries(present) } as unknown as Product;
}

/** What the core would refuse on a line of the product, in words; '' where nothing. */
export function productProblem(workspace: Workspace, product: Product): string {
  const { client, w, store, today } = workspace;
  if (product.name === '') return w('library.needsName');
  if ((product.url ?? '') !== '' && webAddress(product.url ?? '') === null) {
    return w('library.badUrl', { url: product.url ?? '' });
  }
  const codes = Object.keys(product.prices ?? {});
  for (const currency of codes.length > 0 ? codes : [store.settings.currency]) {
    // Rates belong to a document: whether they exist is no matter of the product.
    const line = lineFromProduct({ ...product, taxRateIds: [] }, 'line', currency);
    const lines = [{ ...line, unitPrice: line['unitPrice'] ?? '0' }];
    const policy = { allowNegativePrices: true };
    const view = client.price({ version: 1, kind: 'quote', currency, date: today, policy, lines });
    if (isRefusal(view)) return workspace.reason(view.error);
    const issue = view.issues.find(({ severity }) => severity === 'error');
    if (issue) return issueSentence(workspace, issue.code, issue.path, issue.message);
  }
  return '';
}

/** Where something is wrong and why: `Cost: This is not a number.` */
function issueSentence(
  { translator, locale }: Workspace,
  code: string,
  path: string,
  message: string,
): string {
  const [, , , member = '', inner = ''] = path.split('/');
  const own = { pricing: 'pricing.model', billing: `billing.${inner}` }[member];
  const field = translator.lookup(
    own ?? `column.${member}`,
    translator.lookup(`column.${member}`, ''),
  );
  const words = translator.lookup(`issue.${code}`, message, {
    field,
    example: formatDecimal('1234.5', locale),
  });
  return field === '' || words.includes(field) ? words : `${field}: ${words}`;
}
