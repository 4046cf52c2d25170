// What is refused before anything is priced (ST-4.1): JSON types of the known
// fields, version, kind, currency, date, duplicate ids. Unknown fields may hold anything.

import { minorDigits } from './currency.mjs';
import { parseDate } from './dates.mjs';
import { present, join } from './issues.mjs';
import { JsonNumber, Refusal, decodeText, parseJson } from './json.mjs';

const TEXT = 'text';
const NUMBER = 'number'; // a JSON number only
const DECIMAL = 'decimal'; // a string or a JSON number
const FLAG = 'flag';
const OBJECT = {};
const list = (item) => [item];

const value = { percent: DECIMAL, amount: DECIMAL, total: DECIMAL, currency: TEXT };
const phase = {
  payments: DECIMAL,
  unitPrice: DECIMAL,
  quantity: DECIMAL,
  discount: value,
  priceCurrency: TEXT,
};
const billing = {
  frequency: TEXT,
  start: { date: TEXT, delayDays: DECIMAL, delayMonths: DECIMAL },
  payments: DECIMAL,
  term: TEXT,
  phases: list(phase),
};
const pricing = {
  model: TEXT,
  size: DECIMAL,
  price: DECIMAL,
  freeUnits: DECIMAL,
  tiers: list({ upTo: DECIMAL, unitPrice: DECIMAL, flatFee: DECIMAL }),
};
const line = {
  id: TEXT,
  type: TEXT,
  name: TEXT,
  sku: TEXT,
  productId: TEXT,
  description: TEXT,
  unitPrice: DECIMAL,
  quantity: DECIMAL,
  cost: DECIMAL,
  unit: TEXT,
  discount: value,
  discounts: list(value),
  charges: list(value),
  taxRateIds: list(TEXT),
  billing,
  pricing,
  optional: FLAG,
  selected: FLAG,
  url: TEXT,
  imageUrl: TEXT,
  productType: TEXT,
  priceCurrency: TEXT,
  costCurrency: TEXT,
};
const rate = {
  id: TEXT,
  name: TEXT,
  percent: DECIMAL,
  amountPerUnit: DECIMAL,
  inclusive: FLAG,
  compound: FLAG,
  active: FLAG,
  exemptReason: TEXT,
  currency: TEXT,
};
const adjustment = {
  id: TEXT,
  type: TEXT,
  name: TEXT,
  percent: DECIMAL,
  amount: DECIMAL,
  taxable: FLAG,
  code: TEXT,
  currency: TEXT,
  taxRateIds: list(TEXT),
};
const policy = {
  profile: TEXT,
  discountRounding: TEXT,
  taxRounding: TEXT,
  taxBase: TEXT,
  taxRateDecimals: DECIMAL,
  pricesIncludeTax: FLAG,
  discountStacking: TEXT,
  discountAllocation: TEXT,
  metricFactors: TEXT,
  cashRounding: DECIMAL,
  allowNegativePrices: FLAG,
  minimumMarginPercent: DECIMAL,
};
const STATE = {
  version: NUMBER,
  rules: DECIMAL,
  id: TEXT,
  kind: TEXT,
  currency: TEXT,
  language: TEXT,
  locale: TEXT,
  date: TEXT,
  status: TEXT,
  number: TEXT,
  digest: TEXT,
  rev: OBJECT,
  policy,
  taxRates: list(rate),
  lines: list(line),
  adjustments: list(adjustment),
  settings: { horizonMonths: DECIMAL },
  payments: list({ id: TEXT, amount: DECIMAL, date: TEXT, status: TEXT, fee: DECIMAL }),
  refunds: list({ id: TEXT, amount: DECIMAL, date: TEXT }),
  credits: list({ creditMemoId: TEXT, amount: DECIMAL, date: TEXT }),
};

const isObject = (node) =>
  node !== null &&
  typeof node === 'object' &&
  !Array.isArray(node) &&
  !(node instanceof JsonNumber);

function matches(node, shape) {
  if (shape === TEXT) return typeof node === 'string';
  if (shape === NUMBER) return node instanceof JsonNumber;
  if (shape === DECIMAL) return typeof node === 'string' || node instanceof JsonNumber;
  if (shape === FLAG) return typeof node === 'boolean';
  return Array.isArray(shape) ? Array.isArray(node) : isObject(node);
}

function checkShape(node, shape, path) {
  if (!matches(node, shape)) throw new Refusal('wrong-type', 'a wrong JSON type', path);
  if (Array.isArray(shape)) {
    node.forEach((item, index) => checkShape(item, shape[0], join(path, index)));
  } else if (typeof shape === 'object') {
    for (const [name, inner] of Object.entries(shape))
      if (present(node[name])) checkShape(node[name], inner, join(path, name));
  }
}

const KINDS = ['deal', 'quote', 'invoice', 'creditMemo', 'paymentLink', 'subscription'];
const MAX_LINES = 100000;

/** Gives every entry of a list an id: a missing one becomes the next free `prefix1`, `prefix2`… */
function completeIds(entries, prefix, path) {
  const used = new Set();
  entries.forEach((entry, index) => {
    if (!present(entry.id)) return;
    if (used.has(entry.id)) throw new Refusal('duplicate-id', entry.id, join(path, index, 'id'));
    used.add(entry.id);
  });
  let next = 1;
  for (const entry of entries) {
    if (present(entry.id)) continue;
    while (used.has(`${prefix}${next}`)) next += 1;
    entry.id = `${prefix}${next}`;
    used.add(entry.id);
  }
}

/** The state of a document from its text; throws a Refusal. Lists and ids are complete after it. */
export function readState(input) {
  const state = parseJson(decodeText(input));
  if (Array.isArray(state?.lines) && state.lines.length > MAX_LINES)
    throw new Refusal('too-large', 'more than 100 000 lines', '/lines');
  checkShape(state, STATE, '');
  if (!present(state.version) || Number(state.version.text) !== 1)
    throw new Refusal('unknown-version', 'unknown version', '/version');
  state.kind ??= 'quote';
  if (!KINDS.includes(state.kind)) throw new Refusal('unknown-kind', state.kind, '/kind');
  if (!present(state.currency) || minorDigits(state.currency) === undefined)
    throw new Refusal('unknown-currency', 'unknown currency', '/currency');
  if (!present(state.date) || !parseDate(state.date))
    throw new Refusal('document-date', 'missing or invalid date', '/date');
  for (const [name, prefix] of [
    ['taxRates', 'tr_'],
    ['lines', 'li_'],
    ['adjustments', 'adj_'],
  ]) {
    state[name] ??= [];
    completeIds(state[name], prefix, join('', name));
  }
  return state;
}
