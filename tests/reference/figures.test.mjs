// Every figure printed in the pricing and billing rules, reproduced by the reference.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { allocate } from './allocation.mjs';
import { paymentsOfTerm } from './billing.mjs';
import { price } from './price.mjs';
import { parseDecimal } from './decimal.mjs';
import { twoDecimals } from './rates.mjs';
import { compare } from './rational.mjs';

/** The view of a document with these lines; a line is a price or an object. */
function view(lines, rest = {}) {
  const state = {
    version: 1,
    currency: 'USD',
    date: '2026-11-22',
    lines: lines.map((line) => ({
      name: 'x',
      ...(typeof line === 'string' ? { unitPrice: line } : line),
    })),
    ...rest,
  };
  const result = price(JSON.stringify(state));
  assert.equal(result.error, undefined);
  return result;
}

const pick = (object, ...names) => names.map((name) => object[name]);
const taxed = (percent, more = {}) => ({ taxRates: [{ id: 't', name: 'Tax', percent, ...more }] });
const line = (unitPrice, more = {}) => ({ unitPrice, taxRateIds: ['t'], ...more });

test('a percent discount is rounded on the extended total', () => {
  const discount = { percent: '15' };
  const [first] = view([{ unitPrice: '11.90', discount }]).lines;
  assert.deepEqual(pick(first, 'list', 'discount', 'net'), ['11.90', '1.79', '10.11']);
  const [second] = view([{ unitPrice: '234.56', quantity: 10, discount: { percent: 20 } }]).lines;
  assert.deepEqual(pick(second, 'list', 'discount', 'net'), ['2345.60', '469.12', '1876.48']);
});

test('discountRounding net rounds the net and shows the rest as discount', () => {
  const policy = { discountRounding: 'net' };
  const [only] = view([{ unitPrice: '11.90', discount: { percent: '15' } }], { policy }).lines;
  assert.deepEqual(pick(only, 'net', 'discount'), ['10.12', '1.78']);
});

test('output amounts carry exactly the minor digits of the currency', () => {
  assert.equal(view(['27164'], { currency: 'JPY' }).lines[0].net, '27164');
  assert.equal(view(['1.25'], { currency: 'KWD' }).lines[0].net, '1.250');
  assert.equal(view(['1.25'], { currency: 'CLF' }).lines[0].net, '1.2500');
});

test('an inclusive tax is taken out of the gross', () => {
  const [a] = view([line('124.40')], taxed('8', { inclusive: true })).lines;
  assert.deepEqual(a.taxes, [{ id: 't', base: '115.19', amount: '9.21' }]);
  const [b] = view([line('52.50')], { ...taxed('12'), policy: { pricesIncludeTax: true } }).lines;
  assert.deepEqual(b.taxes, [{ id: 't', base: '46.87', amount: '5.63' }]);
});

test('document rounding adds up to the rounded exact sum', () => {
  const lines = ['598.89', '329.84', '-59.89', '-32.98'].map((p) => line(p));
  const policy = { allowNegativePrices: true };
  assert.equal(view(lines, { ...taxed('8.5'), policy }).summary.lineTax, '71.06');
  const rounded = view(lines, { ...taxed('8.5'), policy: { ...policy, taxRounding: 'document' } });
  assert.equal(rounded.summary.lineTax, '71.05');
  assert.deepEqual(
    rounded.lines.map((l) => l.tax),
    ['50.90', '28.04', '-5.09', '-2.80'],
  );
});

test('document rounding of inclusive taxes', () => {
  const yen = { ...taxed('10', { inclusive: true }), currency: 'JPY' };
  const lines = [line('13582'), line('13582')];
  assert.equal(view(lines, yen).summary.lineTax, '2470');
  const rounded = view(lines, { ...yen, policy: { taxRounding: 'document' } });
  assert.equal(rounded.summary.lineTax, '2469');
  assert.deepEqual(
    rounded.lines.map((l) => l.tax),
    ['1235', '1234'],
  );

  const euro = { ...taxed('21', { inclusive: true }), currency: 'EUR' };
  const small = [line('11.90'), line('2.80')];
  assert.equal(view(small, euro).summary.lineTax, '2.56');
  assert.equal(
    view(small, { ...euro, policy: { taxRounding: 'document' } }).summary.lineTax,
    '2.55',
  );
});

test('two lines and one line of two differ under line rounding only', () => {
  const two = [line('10.70'), line('10.70')];
  const one = [line('10.70', { quantity: 2 })];
  const policy = { taxRounding: 'document' };
  assert.equal(view(two, taxed('21')).summary.lineTax, '4.50');
  assert.equal(view(one, taxed('21')).summary.lineTax, '4.49');
  assert.equal(view(two, { ...taxed('21'), policy }).summary.lineTax, '4.49');
  assert.equal(view(one, { ...taxed('21'), policy }).summary.lineTax, '4.49');
});

test('two tax decimals look at the third digit only', () => {
  const of = (text) => twoDecimals(parseDecimal(text).value);
  for (const [given, expected] of [
    ['9.995', '9.99'],
    ['9.996', '10'],
    ['9.9959', '9.99'],
    ['-9.996', '-10'],
    ['8.875', '8.87'],
  ])
    assert.equal(compare(of(given), parseDecimal(expected).value), 0, given);
  const exact = view([line('100000')], taxed('8.875')).lines[0].tax;
  const cut = view([line('100000')], { ...taxed('8.875'), policy: { profile: 'hubspot' } }).lines[0]
    .tax;
  assert.deepEqual([exact, cut], ['8875.00', '8870.00']);
});

test('stacked discounts are additive or sequential', () => {
  const adjustments = ['5', '10', '15'].map((percent, i) => ({
    id: `a${i}`,
    type: 'discount',
    name: 'd',
    percent,
  }));
  assert.equal(view(['100.00'], { adjustments }).summary.dueNow, '70.00');
  const { summary } = view(['100.00'], { adjustments, policy: { discountStacking: 'sequential' } });
  assert.equal(summary.dueNow, '72.67');
  assert.deepEqual(
    summary.adjustments.map((a) => a.amount),
    ['5.00', '9.50', '12.83'],
  );
});

test('an amount is allocated by largest remainder, earliest first', () => {
  const share = (weights, amount) => allocate(BigInt(amount), weights.map(BigInt)).map(Number);
  assert.deepEqual(share([4300, 1400, 2300], 300), [161, 53, 86]);
  assert.deepEqual(share([1000, 1000, 1000], 299), [100, 100, 99]);
  assert.deepEqual(share([4300, 1400, 2300], 299), [161, 52, 86]);
  assert.deepEqual(share([0, 0], 3), [2, 1]);
  assert.deepEqual(
    share([0, 5], -3),
    [0, -3].map((n) => n + 0),
  );
});

test('pricing models', () => {
  const net = (pricing, quantity) => view([{ pricing, quantity }]).lines[0].net;
  const tier = (upTo, unitPrice) => ({ upTo, unitPrice });
  const volume = [tier('999', '0.10'), tier('4999', '0.08'), tier(null, '0.06')];
  assert.equal(net({ model: 'volume', tiers: volume }, 6000), '360.00');
  const tiers = [tier('1000', '0.10'), tier('10000', '0.05'), tier(null, '0.01')];
  assert.equal(net({ model: 'graduated', tiers }, 15000), '600.00');
  assert.equal(net({ model: 'volume', tiers }, 15000), '150.00');
  assert.equal(net({ model: 'package', size: '1000', price: '1.00' }, 4500), '5.00');
  const step = [tier('100', '1'), tier(null, '2')];
  assert.equal(net({ model: 'stairstep', tiers: step }, '100.5'), '2.00');
  assert.equal(net({ model: 'stairstep', tiers: step }, '100'), '1.00');
});

const metrics = (billing, unitPrice, policy = {}, more = {}) =>
  pick(view([{ unitPrice, billing, ...more }], { policy }).lines[0], 'mrr', 'arr', 'tcv');
const hubspot = { metricFactors: 'hubspot' };

test('metrics of weekly, biweekly and one-time lines', () => {
  assert.deepEqual(metrics({ frequency: 'weekly' }, '10'), ['43.33', '520.00', '520.00']);
  assert.equal(metrics({ frequency: 'weekly' }, '10', hubspot)[0], '43.30');
  assert.deepEqual(metrics({ frequency: 'biweekly' }, '10'), ['21.67', '260.00', '260.00']);
  assert.equal(metrics({ frequency: 'biweekly' }, '10', hubspot)[0], '21.60');
  assert.deepEqual(metrics({ frequency: 'weekly', payments: 6 }, '10'), [
    '43.33',
    '60.00',
    '60.00',
  ]);
  assert.deepEqual(metrics({ frequency: 'biweekly', payments: 3 }, '10'), [
    '21.67',
    '30.00',
    '30.00',
  ]);
  assert.equal(metrics({ frequency: 'weekly' }, '10.34', hubspot)[0], '44.77');
  assert.equal(metrics({ frequency: 'weekly' }, '10.34')[0], '44.81');
  assert.deepEqual(metrics(undefined, '400', {}, { quantity: 8 }), ['0.00', '0.00', '3200.00']);
  assert.equal(view([{ unitPrice: '400', quantity: 8 }]).lines[0].acv, '3200.00');
});

test('a term is a whole number of periods', () => {
  const terms = [
    ['weekly', 'P12W', 12n],
    ['biweekly', 'P6W', 3n],
    ['monthly', 'P8M', 8n],
    ['quarterly', 'P1Y', 4n],
    ['annually', 'P3Y', 3n],
    ['weekly', 'P1M', null],
    ['monthly', 'P6W', null],
    ['annually', 'P18M', null],
  ];
  for (const [frequency, term, expected] of terms)
    assert.equal(paymentsOfTerm(term, frequency), expected, term);
});

const dates = (date, billing) =>
  view([{ unitPrice: '1', billing }], { date }).schedule.map((entry) => entry.date);

test('months clamp to their end and the anchor day stays', () => {
  const monthly = { frequency: 'monthly', payments: 4 };
  assert.deepEqual(dates('2026-01-31', monthly), [
    '2026-01-31',
    '2026-02-28',
    '2026-03-31',
    '2026-04-30',
  ]);
  const delayed = { frequency: 'monthly', payments: 2, start: { delayMonths: 1 } };
  assert.deepEqual(dates('2026-01-31', delayed), ['2026-02-28', '2026-03-28']);
  const yearly = { frequency: 'annually', payments: 5 };
  assert.deepEqual(dates('2024-02-29', yearly).slice(1), [
    '2025-02-28',
    '2026-02-28',
    '2027-02-28',
    '2028-02-29',
  ]);
  const half = view([{ unitPrice: '1', billing: { frequency: 'monthly', payments: 6 } }], {
    date: '2026-03-01',
  });
  assert.equal(half.lines[0].endDate, '2026-09-01');
});

test('the example of the state reads as printed', () => {
  const result = view(
    [
      {
        id: 'li_1',
        unitPrice: '11.9',
        cost: '4',
        discount: { percent: '15' },
        taxRateIds: ['nyc'],
        billing: { frequency: 'monthly', payments: 12 },
      },
    ],
    {
      taxRates: [{ id: 'nyc', name: 'NYC sales tax', percent: '8.875' }],
      adjustments: [{ id: 'a1', type: 'discount', name: 'Launch', percent: '10' }],
    },
  );
  const { schedule, ...rest } = result;
  assert.equal(schedule.length, 12);
  assert.deepEqual(schedule[0], {
    date: '2026-11-22',
    net: '9.10',
    fees: '0.00',
    tax: '0.81',
    taxIncluded: '0.00',
    roundingDifference: '0.00',
    total: '9.91',
  });
  assert.deepEqual(JSON.parse(JSON.stringify(rest)), {
    currency: 'USD',
    rules: 1,
    lines: [
      {
        id: 'li_1',
        list: '11.90',
        discount: '1.79',
        net: '10.11',
        orderDiscount: '1.01',
        taxes: [{ id: 'nyc', base: '9.10', amount: '0.81' }],
        tax: '0.81',
        taxIncluded: '0.00',
        total: '9.91',
        dueNow: true,
        firstPayment: '2026-11-22',
        payments: 12,
        endDate: '2027-11-22',
        later: { net: '10.11', tax: '0.90', taxIncluded: '0.00', total: '11.01' },
        effectiveUnitPrice: '10.11',
        cost: '4.00',
        margin: '6.11',
        marginPercent: '60.44',
        mrr: '10.11',
        arr: '121.32',
        tcv: '121.32',
        acv: '121.32',
      },
    ],
    summary: {
      subtotal: '10.11',
      lineDiscounts: '1.79',
      adjustments: [{ id: 'a1', type: 'discount', amount: '1.01' }],
      discounts: '1.01',
      fees: '0.00',
      taxes: '0.00',
      lineTaxes: [{ id: 'nyc', base: '9.10', amount: '0.81' }],
      lineTax: '0.81',
      lineTaxIncluded: '0.00',
      roundingDifference: '0.00',
      dueNow: '9.91',
      dueNowMinor: 991,
      futureNet: '111.21',
      futureTax: '9.90',
      futurePayments: '121.11',
      total: '131.02',
      totalBlockedBy: [],
    },
    recurring: [
      {
        frequency: 'monthly',
        net: '10.11',
        tax: '0.90',
        taxIncluded: '0.00',
        total: '11.01',
        start: '2026-11-22',
        payments: 12,
        remaining: 11,
        next: '2026-12-22',
        until: '2027-11-22',
        lineIds: ['li_1'],
      },
    ],
    sections: [],
    metrics: {
      mrr: '10.11',
      arr: '121.32',
      acv: '121.32',
      tcv: '121.32',
      margin: { mrr: '6.11', arr: '73.32', acv: '73.32', tcv: '73.32' },
    },
    subscriptions: [{ frequency: 'monthly', payments: 12, start: '2026-11-22', lineIds: ['li_1'] }],
    issues: [],
  });
});
