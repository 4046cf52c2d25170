/**
 * Words for the rules of an explanation and for the figures they take (docs/explain.md). Where the
 * editor has a word for the same thing, it is that one; the others are files of their own, loaded
 * when somebody first asks why.
 */
import { Catalogue } from './catalogue.ts';
import type { MessageKey, Translator } from './translator.ts';

/** Rules that say what the editor shows under the same name. */
export const SHOWN_RULES: Readonly<Record<string, MessageKey>> = {
  'list-price': 'column.list',
  net: 'column.net',
  'payment-total': 'schedule.total',
  'line-total': 'column.total',
  'effective-unit-price': 'column.effectiveUnitPrice',
  'tax-sum': 'total.lineTax',
  'tax-included-sum': 'total.lineTaxIncluded',
  subtotal: 'total.subtotal',
  'line-discounts': 'total.lineDiscounts',
  discounts: 'total.discounts',
  fees: 'total.fees',
  'one-time-taxes': 'total.taxes',
  'line-tax': 'total.lineTax',
  'line-tax-included': 'total.lineTaxIncluded',
  'due-now': 'total.dueNow',
  'line-tax-on-top': 'total.taxOnTop',
  'cash-rounding': 'total.dueNow',
  'rounding-difference': 'total.roundingDifference',
  'future-payments': 'total.futurePayments',
  total: 'total.total',
  'section-subtotal': 'row.sectionSubtotal',
  'checkout-net': 'schedule.net',
  'checkout-fees': 'schedule.fees',
  'checkout-tax': 'schedule.tax',
  'checkout-tax-included': 'total.lineTaxIncluded',
  'checkout-rounding-difference': 'total.roundingDifference',
  'checkout-total': 'schedule.total',
  'later-net': 'schedule.net',
  'later-tax': 'schedule.tax',
  'later-tax-included': 'total.lineTaxIncluded',
  'later-total': 'schedule.total',
  cost: 'column.totalCost',
  margin: 'column.margin',
  'margin-percent': 'column.marginPercent',
  mrr: 'metrics.mrr',
  arr: 'metrics.arr',
  acv: 'metrics.acv',
  tcv: 'metrics.tcv',
  'balance-total': 'total.amount',
  paid: 'total.paid',
  refunded: 'total.refunded',
  credited: 'total.credited',
  balance: 'total.balanceDue',
};

/** Figures that the editor shows under the same name. */
const SHOWN_INPUTS: Readonly<Record<string, MessageKey>> = {
  quantity: 'column.quantity',
  unitPrice: 'column.unitPrice',
  list: 'column.list',
  percent: 'tax.percent',
  discount: 'column.discount',
  net: 'column.net',
  tax: 'column.tax',
  taxIncluded: 'total.lineTaxIncluded',
  payments: 'billing.payments',
  cost: 'column.cost',
  margin: 'column.margin',
  orderDiscount: 'column.orderDiscount',
  lines: 'region.lines',
  subtotal: 'total.subtotal',
  discounts: 'total.discounts',
  fees: 'total.fees',
  fee: 'adjustment.fee',
  lineTax: 'total.lineTax',
  lineTaxIncluded: 'total.lineTaxIncluded',
  taxes: 'total.taxes',
  dueNow: 'total.dueNow',
  futurePayments: 'total.futurePayments',
  roundingDifference: 'total.roundingDifference',
  upTo: 'pricing.upTo',
  included: 'total.lineTaxIncluded',
  total: 'total.amount',
  charges: 'column.charge',
  credited: 'total.credited',
  balance: 'total.balanceDue',
  paid: 'total.paid',
  refunded: 'total.refunded',
  flatFee: 'pricing.flatFee',
  freeUnits: 'pricing.freeUnits',
  size: 'pricing.size',
  price: 'pricing.price',
};

const catalogue = new Catalogue<string>(
  'rules',
  (language) => import(`../../words/${language}.json?part=rules`),
);

/** Fetches the words of a language; true where they were not here before. */
export async function loadRuleWords(tag: string): Promise<boolean> {
  if (catalogue.loaded(tag)) return false;
  await catalogue.load(tag);
  return true;
}

/** `effectiveUnitPrice`, `net-rounded` → `Effective unit price`, `Net rounded`. */
function spaced(id: string): string {
  const text = id
    .replace(/([a-z])([A-Z])/g, '$1 $2')
    .replace(/-/g, ' ')
    .toLowerCase();
  return text.charAt(0).toUpperCase() + text.slice(1);
}

/**
 * What a rule is called; its id as words until the language is here. `due` is what the document
 * calls the amount due now.
 */
export function ruleName(
  translator: Translator,
  rule: string,
  due: MessageKey = 'total.dueNow',
): string {
  const key = SHOWN_RULES[rule];
  if (key) return translator.t(key === 'total.dueNow' ? due : key);
  return catalogue.loaded(translator.language)?.lookup(rule, '') || spaced(rule);
}

/** What a figure that a rule takes is called; `due` as in `ruleName`. */
export function inputName(
  translator: Translator,
  input: string,
  due: MessageKey = 'total.dueNow',
): string {
  const key = SHOWN_INPUTS[input];
  if (key) return translator.t(key === 'total.dueNow' ? due : key);
  return catalogue.loaded(translator.language)?.lookup(`input.${input}`, '') || spaced(input);
}
