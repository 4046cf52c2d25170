// Random documents for the comparison and the property tests, reproducible by seed:
//   node generate.mjs --seed 1 --count 100 [--boundary]   → one document a line (NDJSON)

import { pathToFileURL } from 'node:url';
import { minorDigits } from './currency.mjs';
import { addFaults, REFUSALS } from './generate-faults.mjs';
import { keptIn, lines } from './generate-lines.mjs';
import { Values } from './generate-values.mjs';
import { JsonNumber, canonical } from './json.mjs';
import { Random, plainDecimal } from './random.mjs';

const CURRENCIES = [
  'USD',
  'EUR',
  'USD',
  'EUR',
  'GBP',
  'JPY',
  'KRW',
  'KWD',
  'TND',
  'CLF',
  'UYW',
  'CHF',
  'HUF',
  'ISK',
];
const KINDS = { quote: 8, deal: 2, invoice: 4, creditMemo: 2, paymentLink: 3, subscription: 2 };

function taxRate(v, index, choice) {
  const { random } = v;
  const rate = { id: `t${index}`, name: `Tax ${index}` };
  if (choice === 'perUnit') {
    rate.amountPerUnit = v.amount(300);
    if (random.chance(15)) rate.amountPerUnit = '-0.5';
  } else {
    rate.percent = v.taxPercent();
    if (choice === 'negative') rate.percent = random.pick(['-10', '-1.5', '-20', '-9.996']);
    if (choice === 'compound') rate.compound = true;
    if (choice === 'inclusive') rate.inclusive = true;
    if (choice === 'exclusive') rate.inclusive = false;
  }
  Object.assign(rate, keptIn(v));
  if (random.chance(10)) rate.active = false;
  if (random.chance(10)) delete rate.id;
  return rate;
}

const RATE_KINDS = { plain: 5, inclusive: 2, exclusive: 1, compound: 2, negative: 1, perUnit: 2 };

function policyOf(v, minorUnit) {
  const { random } = v;
  const policy = {};
  const maybe = (percent, key, values) => {
    if (random.chance(percent)) policy[key] = random.pick(values);
  };
  maybe(30, 'profile', ['standard', 'hubspot']);
  maybe(25, 'discountRounding', ['net', 'net', 'discount']);
  maybe(45, 'taxRounding', ['document', 'document', 'line']);
  maybe(20, 'taxBase', ['beforeDiscounts', 'afterDiscounts']);
  maybe(15, 'taxRateDecimals', [new JsonNumber('2')]);
  maybe(30, 'pricesIncludeTax', [true, true, false]);
  maybe(30, 'discountStacking', ['sequential', 'sequential', 'additive']);
  maybe(40, 'discountAllocation', ['proportional', 'proportional', 'oneTimeFirst']);
  maybe(15, 'metricFactors', ['hubspot']);
  maybe(
    15,
    'cashRounding',
    [5, 10, 50, 100, 3, 1].map((n) => plainDecimal(n, minorUnit)),
  );
  maybe(15, 'allowNegativePrices', [true]);
  maybe(20, 'minimumMarginPercent', ['20', '50', '0', '99.5']);
  return policy;
}

function adjustment(v, index, kind, rateIds, rateSets) {
  const { random } = v;
  const type = random.weighted({ discount: 5, fee: 3, tax: 2 });
  const given = { id: `a${index}`, type, name: `Adjustment ${index}` };
  if (random.chance(10)) delete given.id;
  if (random.chance(55))
    given.percent = type === 'tax' ? v.taxPercent() : v.percent(type === 'fee' ? 300 : 100);
  else given.amount = v.amount(type === 'discount' ? 20000 : 3000);
  if (type === 'tax' && given.amount === undefined && random.chance(15)) given.percent = '-12.5';
  Object.assign(given, keptIn(v));
  if (type === 'fee' && random.chance(40)) given.taxable = random.chance(80);
  else if (type === 'fee' && rateIds.length > 0 && random.chance(50))
    given.taxRateIds = random.some(rateIds, random.between(1, 2));
  if (type === 'discount' && rateSets.length > 0 && random.chance(30))
    given.taxRateIds = [...random.pick(rateSets)];
  if (type === 'discount' && kind === 'paymentLink' && random.chance(40)) given.code = 'SPRING';
  return given;
}

function payments(v) {
  const { random } = v;
  return {
    payments: random.list(random.between(1, 3), (i) => ({
      id: `p${i}`,
      amount: v.amount(),
      date: '2026-11-22',
      status: random.pick(['succeeded', 'succeeded', 'pending', 'failed']),
    })),
    ...(random.chance(40) && {
      refunds: [{ id: 'r1', paymentId: 'p0', amount: v.amount(500), date: '2026-11-22' }],
    }),
    ...(random.chance(40) && {
      credits: [{ creditMemoId: 'c', amount: v.amount(500), date: '2026-11-22' }],
    }),
  };
}

function validDocument(random, { boundary, huge }) {
  const currency = random.pick(CURRENCIES);
  const scale = minorDigits(currency);
  const v = new Values(random, { scale, tie: boundary, huge });
  const policy = policyOf(v, scale);
  const taxRates = random.list(random.weighted({ 0: 2, 1: 3, 2: 3, 4: 3, 9: 1 }) | 0, (i) =>
    taxRate(v, i, random.weighted(RATE_KINDS)),
  );
  const rateIds = taxRates.filter((r) => r.id).map((r) => r.id);
  const kind = random.weighted(KINDS);
  const shape = {
    rateIds,
    allowNegative: policy.allowNegativePrices === true,
    recurring: random.chance(65),
  };
  const count = random.weighted({ 0: 1, 1: 6, 2: 6, 3: 5, 6: 3, 25: 1 }) | 0;
  const document = {
    version: new JsonNumber('1'),
    kind,
    currency,
    date: v.date(),
    policy,
    taxRates,
    lines: lines(v, count, shape),
    adjustments: [],
  };
  const rateSets = document.lines
    .map((line) => line.taxRateIds ?? [])
    .filter((ids) => ids.length > 0);
  if (kind !== 'deal' && kind !== 'subscription' ? random.chance(65) : random.chance(5))
    document.adjustments = random.list(random.between(1, 4), (i) =>
      adjustment(v, i, kind, rateIds, rateSets),
    );
  if (random.chance(20)) document.settings = { horizonMonths: v.whole(0, 40) };
  if (random.chance(15)) Object.assign(document, payments(v));
  if (random.chance(10)) document['x-extra'] = { a: [new JsonNumber('1.50'), { b: null }] };
  if (random.chance(10)) document.id = 'doc';
  return document;
}

/**
 * The text of one random document. `mix` restricts to `valid` documents (no faults, no refusals);
 * `boundary` makes rounding ties frequent.
 */
export function randomDocument(seed, index, { boundary = false, mix = 'all' } = {}) {
  const random = new Random(BigInt(seed) * 1000003n + BigInt(index));
  const part = mix === 'valid' ? random.between(0, 71) : random.between(0, 99);
  const document = validDocument(random, { boundary, huge: part >= 72 && part < 76 });
  if (part >= 76 && part < 96) addFaults(random, document);
  if (part >= 96) return random.pick(REFUSALS)(random, document, canonical);
  return canonical(document);
}

/** Reads `--name value` and bare `--name` options. */
export function options(args) {
  const result = { commands: [] };
  for (let i = 0; i < args.length; i += 1) {
    if (!args[i].startsWith('--')) result.commands.push(args[i]);
    else if (args[i + 1] === undefined || args[i + 1].startsWith('--'))
      result[args[i].slice(2)] = true;
    else result[args[i].slice(2)] = args[(i += 1)];
  }
  return result;
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) {
  const given = options(process.argv.slice(2));
  const seed = given.seed ?? String(Date.now());
  process.stderr.write(`seed ${seed}\n`);
  for (let i = 0; i < Number(given.count ?? 10); i += 1)
    process.stdout.write(
      `${randomDocument(seed, i, { boundary: Boolean(given.boundary), mix: given.mix })}\n`,
    );
}
