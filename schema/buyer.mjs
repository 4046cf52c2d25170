// What of a document and of its priced view a buyer may see: one table for the reference backend
// and for links that carry a document. It names what is shown; everything else stays with the
// seller, also what nobody has thought of yet.

/** Text, a number, a truth, or a list of those; never an object. */
const plain = true;

const REDUCTION = { percent: plain, amount: plain, total: plain, currency: plain };
const ADDRESS = { lines: plain, postalCode: plain, city: plain, region: plain, country: plain };

/** Members of the state (state.schema.json). */
export const STATE_FOR_BUYERS = {
  version: plain,
  rules: plain,
  id: plain,
  kind: plain,
  currency: plain,
  date: plain,
  language: plain,
  locale: plain,
  status: plain,
  number: plain,
  policy: {
    profile: plain,
    discountRounding: plain,
    taxRounding: plain,
    taxBase: plain,
    taxRateDecimals: plain,
    pricesIncludeTax: plain,
    discountStacking: plain,
    discountAllocation: plain,
    cashRounding: plain,
    allowNegativePrices: plain,
  },
  taxRates: {
    id: plain,
    name: plain,
    percent: plain,
    amountPerUnit: plain,
    inclusive: plain,
    compound: plain,
    active: plain,
    exemptReason: plain,
    currency: plain,
    origin: { rateId: plain, percent: plain, base: plain },
  },
  lines: {
    id: plain,
    type: plain,
    name: plain,
    sku: plain,
    description: plain,
    unitPrice: plain,
    quantity: plain,
    unit: plain,
    discount: REDUCTION,
    discounts: REDUCTION,
    charges: REDUCTION,
    taxRateIds: plain,
    billing: {
      frequency: plain,
      start: { date: plain, delayDays: plain, delayMonths: plain },
      payments: plain,
      term: plain,
      phases: {
        payments: plain,
        unitPrice: plain,
        quantity: plain,
        discount: REDUCTION,
        priceCurrency: plain,
      },
    },
    pricing: {
      model: plain,
      size: plain,
      price: plain,
      freeUnits: plain,
      tiers: { upTo: plain, unitPrice: plain, flatFee: plain },
    },
    priceCurrency: plain,
    // How often the billed line is paid: a discount is shared by it, so that the buyer's total needs it.
    origin: { frequency: plain },
    serviceDate: plain,
    servicePeriod: { start: plain, end: plain },
    optional: plain,
    selected: plain,
    quantityRange: { min: plain, max: plain, step: plain },
    url: plain,
    imageUrl: plain,
    productType: plain,
  },
  adjustments: {
    id: plain,
    type: plain,
    name: plain,
    percent: plain,
    amount: plain,
    taxable: plain,
    taxRateIds: plain,
    currency: plain,
  },
  // Which invoices a credit memo corrects.
  origin: { corrects: { number: plain, date: plain } },
  settings: { horizonMonths: plain },
  issuer: { name: plain, address: ADDRESS, email: plain, taxId: plain, bank: plain, logo: plain, accent: plain, template: plain },
  contacts: { id: plain, name: plain, email: plain, role: plain },
  company: { id: plain, name: plain, taxId: plain },
  billingAddress: ADDRESS,
  shippingAddress: ADDRESS,
  poNumber: plain,
  deliveryDate: plain,
  expiresOn: plain,
  terms: { type: plain, days: plain },
  dueDate: plain,
  comments: plain,
  collect: {
    online: plain,
    methods: plain,
    billingAddress: plain,
    shippingAddress: plain,
    countries: plain,
  },
  link: { domain: plain, slug: plain, url: plain },
  payments: { id: plain, amount: plain, date: plain, method: plain, status: plain },
  refunds: { id: plain, paymentId: plain, amount: plain, date: plain },
  credits: { creditMemoId: plain, invoiceId: plain, amount: plain, date: plain },
  billingRecords: { due: plain, status: plain, date: plain, amount: plain },
  canceledOn: plain,
};

const TAXES = { id: plain, base: plain, amount: plain };
const SUMS = { net: plain, tax: plain, taxIncluded: plain, total: plain };
const REGULAR = { ...SUMS, list: plain, discount: plain, charges: plain };

/**
 * Members of the priced view (view.schema.json). `digest` is among them because buyers get the view
 * of the state they see: it was never made from anything else.
 */
export const VIEW_FOR_BUYERS = {
  currency: plain,
  rules: plain,
  digest: plain,
  lines: {
    ...REGULAR,
    id: plain,
    priced: plain,
    selected: plain,
    orderDiscount: plain,
    taxes: TAXES,
    dueNow: plain,
    firstPayment: plain,
    payments: plain,
    endDate: plain,
    continues: plain,
    later: SUMS,
    phases: { ...SUMS, list: plain, discount: plain, from: plain, payments: plain },
    effectiveUnitPrice: plain,
  },
  summary: {
    subtotal: plain,
    lineDiscounts: plain,
    adjustments: {
      id: plain,
      type: plain,
      amount: plain,
      taxes: TAXES,
      tax: plain,
      taxIncluded: plain,
    },
    discounts: plain,
    fees: plain,
    taxes: plain,
    lineTaxes: TAXES,
    lineTax: plain,
    lineTaxIncluded: plain,
    roundingDifference: plain,
    dueNow: plain,
    dueNowMinor: plain,
    futureNet: plain,
    futureTax: plain,
    futurePayments: plain,
    total: plain,
    totalBlockedBy: plain,
  },
  recurring: {
    ...SUMS,
    frequency: plain,
    payments: plain,
    remaining: plain,
    start: plain,
    next: plain,
    until: plain,
    lineIds: plain,
  },
  delayed: { ...SUMS, date: plain, lineIds: plain },
  schedule: {
    ...SUMS,
    date: plain,
    fees: plain,
    roundingDifference: plain,
    lines: { ...SUMS, id: plain },
  },
  sections: { id: plain, subtotal: plain },
  subscriptions: { frequency: plain, payments: plain, start: plain, lineIds: plain },
  balance: {
    total: plain,
    paid: plain,
    refunded: plain,
    credited: plain,
    due: plain,
    creditLeft: plain,
  },
};

/** Kinds that a buyer decides on; until then a code is for who knows it. */
const OFFERS = new Set(['deal', 'quote', 'paymentLink']);

/**
 * Whether a code opens adjustments of it: not any more where the code was said (an accepted quote, an
 * invoice).
 * @param {Record<string, any>} state
 */
export function isOpenOffer(state) {
  return OFFERS.has(state.kind ?? 'quote') && state.status !== 'accepted';
}

/**
 * An offer without the adjustments that a code opens: what it asks of who says none. Any other
 * document is as it was.
 * @template {Record<string, any>} State a parsed state; its numbers may be objects that keep text.
 * @param {State} state
 * @returns {State}
 */
export function withoutCodes(state) {
  const { adjustments } = state;
  if (!isOpenOffer(state) || !Array.isArray(adjustments) || !adjustments.some(hasCode))
    return state;
  return { ...state, adjustments: adjustments.filter((one) => !hasCode(one)) };
}

/**
 * What was chosen of an offer: its adjustments are those whose code was said, and none is to be left out
 * again.
 * @template {Record<string, any>} State
 * @param {State} state
 * @returns {State}
 */
export function withCodeSaid(state) {
  const { adjustments } = state;
  if (!Array.isArray(adjustments)) return state;
  return { ...state, adjustments: adjustments.map(({ code: _code, ...rest }) => rest) };
}

/**
 * What the codes of an open offer open, by code: the adjustments as buyers see them, with the code, each
 * with its place among those that no code opens and those of its own code.
 * @param {Record<string, any>} state
 * @returns {{ code: string, opened: { at: number, adjustment: Record<string, any> }[] }[]}
 */
export function openedByCodes(state) {
  const all = Array.isArray(state.adjustments) && isOpenOffer(state) ? state.adjustments : [];
  const codes = new Map(all.filter(hasCode).map(({ code }) => [codeKey(String(code)), code]));
  return [...codes].map(([key, code]) => {
    const said = all.filter((one) => !hasCode(one) || codeKey(String(one.code)) === key);
    const opened = said.flatMap((one, at) =>
      hasCode(one)
        ? [{ at, adjustment: { ...pick(one, STATE_FOR_BUYERS.adjustments), code } }]
        : [],
    );
    return { code, opened };
  });
}

/**
 * The state as its buyer sees it: without costs, margins, the seller's own records and whatever the
 * table does not name. Of an offer also without the adjustments that a code opens; where the code
 * was said already (an accepted quote, an invoice) they stay and only the code goes.
 * @template {Record<string, any>} State a parsed state; its numbers may be objects that keep text.
 * @param {State} state
 * @returns {Record<string, any>}
 */
export function stateForBuyer(state) {
  return pick(withoutCodes(state), STATE_FOR_BUYERS);
}

/**
 * The priced view as a buyer sees it. Price the state that `stateForBuyer` gave, not the seller's.
 * @param {Record<string, any>} view
 * @returns {Record<string, any>}
 */
export function viewForBuyer(view) {
  return pick(view, VIEW_FOR_BUYERS);
}

const BLANKS = '[ \\t\\n\\v\\f\\r\\u00a0\\u3000]+';
const AROUND = new RegExp(`^${BLANKS}|${BLANKS}$`, 'g');

/**
 * What counts of a code (DO-4.15), as the core compares codes: without the blanks around it, the letters
 * a–z and à–þ as capitals; '' is no code.
 * @param {string} code
 */
export function codeKey(code) {
  return code.replace(AROUND, '').replace(/[a-zà-öø-þ]/g, (small) => small.toUpperCase());
}

/**
 * Whether an adjustment waits for a code.
 * @param {any} adjustment
 */
export function hasCode(adjustment) {
  return isObject(adjustment) && codeKey(String(adjustment.code ?? '')) !== '';
}

function pick(value, shape) {
  const names = Object.keys(shape).filter((name) => Object.hasOwn(value, name));
  const picked = names.map((name) => [name, shown(value[name], shape[name])]);
  return Object.fromEntries(picked.filter(([, one]) => one !== undefined));
}

/** What of a value is shown; undefined for nothing. */
function shown(value, shape) {
  if (Array.isArray(value)) {
    return value.map((one) => shown(one, shape)).filter((one) => one !== undefined);
  }
  if (value === null) return null;
  if (isObject(value)) return shape === plain ? undefined : pick(value, shape);
  return shape === plain ? value : undefined;
}

/** An object of JSON; not a number that keeps its text. */
function isObject(value) {
  if (value === null || typeof value !== 'object') return false;
  const prototype = Object.getPrototypeOf(value);
  return prototype === Object.prototype || prototype === null;
}
