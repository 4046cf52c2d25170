// Faults put into a valid document: single fields in error (issues) and whole documents refused.

import { JsonNumber } from './json.mjs';

const BAD_NUMBERS = [
  '',
  ' 1',
  '+1',
  '.5',
  '01',
  '1,5',
  '1.',
  'abc',
  '0x10',
  '1e',
  '--1',
  'NaN',
  '1 000',
  '1e41',
  '1e-41',
  '9'.repeat(101),
];
const item = (document) => document.lines.filter((l) => (l.type ?? 'item') === 'item');

/** Each takes (random, document, line) and breaks one thing; line may be undefined. */
const LINE_FAULTS = {
  badPrice: (r, d, l) => {
    l.unitPrice = r.pick(BAD_NUMBERS);
    delete l.pricing;
  },
  badQuantity: (r, d, l) => {
    l.quantity = r.pick(BAD_NUMBERS);
  },
  badCost: (r, d, l) => {
    l.cost = r.pick(BAD_NUMBERS);
  },
  longPrice: (r, d, l) => {
    l.unitPrice = r.pick(['0.1234567890123', '123456789.1234567891', new JsonNumber('1e-13')]);
    delete l.pricing;
  },
  longQuantity: (r, d, l) => {
    l.quantity = '1.0000001';
  },
  hugePrice: (r, d, l) => {
    l.unitPrice = r.pick(['1000000000000', '1e12', new JsonNumber('1e20')]);
    delete l.pricing;
  },
  hugeQuantity: (r, d, l) => {
    l.quantity = r.pick(['1000000000', new JsonNumber('1e9')]);
  },
  negativePrice: (r, d, l) => {
    l.unitPrice = '-3';
    delete l.pricing;
  },
  negativeQuantity: (r, d, l) => {
    l.quantity = '-1';
  },
  negativeDiscount: (r, d, l) => {
    delete l.discounts;
    l.discount = r.pick([{ amount: '-1' }, { total: '-0.5' }]);
  },
  percentRange: (r, d, l) => {
    delete l.discounts;
    l.discount = { percent: r.pick(['100.01', '-1', '101']) };
  },
  longPercent: (r, d, l) => {
    delete l.discounts;
    l.discount = { percent: '1.1234567' };
  },
  discountOneOf: (r, d, l) => {
    delete l.discounts;
    l.discount = r.pick([{}, { percent: '1', amount: '1' }, { total: '1', percent: '2' }]);
  },
  chargeFault: (r, d, l) => {
    l.charges = [{ percent: '5' }, r.pick([{ percent: '1000.5' }, { amount: '-1' }, {}])];
  },
  noPrice: (r, d, l) => {
    delete l.unitPrice;
    delete l.pricing;
  },
  noName: (r, d, l) => {
    delete l.name;
  },
  ignoredPrice: (r, d, l) => {
    l.pricing = { model: 'package', size: '1', price: '1' };
    l.unitPrice = '5';
  },
  model: (r, d, l) => {
    l.pricing = { model: 'magic' };
    delete l.unitPrice;
  },
  type: (r, d, l) => {
    for (const k of Object.keys(l)) if (k !== 'id' && k !== 'name') delete l[k];
    l.type = 'widget';
  },
  tiers: (r, d, l) => {
    delete l.unitPrice;
    l.pricing = {
      model: r.pick(['volume', 'graduated', 'stairstep']),
      tiers: r.pick([
        [],
        [{ upTo: '5', unitPrice: '1' }],
        [
          { upTo: '5', unitPrice: '1' },
          { upTo: '5', unitPrice: '1' },
          { upTo: null, unitPrice: '1' },
        ],
        [
          { upTo: null, unitPrice: '1' },
          { upTo: null, unitPrice: '1' },
        ],
        [
          { upTo: '0', unitPrice: '1' },
          { upTo: null, unitPrice: '2' },
        ],
      ]),
    };
  },
  packageFault: (r, d, l) => {
    delete l.unitPrice;
    l.pricing = r.pick([
      { model: 'package', size: '0', price: '1' },
      { model: 'package', price: '1' },
      { model: 'package', size: '2' },
    ]);
  },
  unknownRate: (r, d, l) => {
    l.taxRateIds = ['nowhere', ...(l.taxRateIds ?? []).slice(0, 3)];
  },
  duplicateRate: (r, d, l) => {
    if (d.taxRates.length) l.taxRateIds = [d.taxRates[0].id, d.taxRates[0].id];
  },
  tooManyRates: (r, d, l) => {
    if (d.taxRates.length) l.taxRateIds = r.list(9, (i) => `many-${i}`);
  },
};

const BILLING_FAULTS = {
  frequency: (r, d, l) => {
    l.billing = { frequency: 'daily' };
  },
  payments: (r, d, l) => {
    l.billing = {
      frequency: 'monthly',
      payments: new JsonNumber(r.pick(['0', '5201', '-1'])),
    };
  },
  term: (r, d, l) => {
    l.billing = {
      ...r.pick([
        { frequency: 'weekly', term: 'P1M' },
        { frequency: 'biweekly', term: 'P3W' },
        { frequency: 'monthly', term: 'P6W' },
        { frequency: 'quarterly', term: 'P4M' },
        { frequency: 'annually', term: 'P18M' },
        { frequency: 'monthly', term: 'twelve' },
        { frequency: 'monthly', term: 'P' },
        { frequency: 'monthly', term: 'P10D' },
        { frequency: 'per_two_years', term: 'P3Y' },
      ]),
    };
  },
  twoLengths: (r, d, l) => {
    l.billing = { frequency: 'monthly', payments: new JsonNumber('3'), term: 'P3M' };
  },
  oneTimePayments: (r, d, l) => {
    l.billing = {
      frequency: 'one_time',
      ...r.pick([{ payments: new JsonNumber('3') }, { term: 'P1Y' }]),
    };
  },
  startDate: (r, d, l) => {
    l.billing = {
      frequency: 'monthly',
      payments: new JsonNumber('3'),
      start: { date: r.pick(['2026-02-30', 'soon', '2026-13-01', '']) },
    };
  },
  startRange: (r, d, l) => {
    l.billing = {
      frequency: 'monthly',
      payments: new JsonNumber('3'),
      start: r.pick([
        { delayDays: new JsonNumber('36501') },
        { delayMonths: new JsonNumber('1201') },
        { delayDays: new JsonNumber('-1') },
      ]),
    };
  },
  startOneOf: (r, d, l) => {
    l.billing = {
      frequency: 'monthly',
      payments: new JsonNumber('3'),
      start: { delayDays: new JsonNumber('1'), delayMonths: new JsonNumber('1') },
    };
  },
  startPast: (r, d, l) => {
    l.billing = { frequency: r.pick(['monthly', 'one_time']), start: { date: '1990-05-31' } };
  },
  beyondTime: (r, d, l) => {
    l.billing = { frequency: 'per_five_years', payments: new JsonNumber('5000') };
  },
  phasePayments: (r, d, l) => {
    l.billing = {
      frequency: 'monthly',
      phases: [{ unitPrice: '1' }, { payments: new JsonNumber('2'), unitPrice: '1' }],
    };
  },
  phasePrice: (r, d, l) => {
    delete l.pricing;
    l.unitPrice = '3';
    l.billing = {
      frequency: 'monthly',
      phases: [
        { payments: new JsonNumber('2'), unitPrice: 'x' },
        { payments: new JsonNumber('2') },
      ],
    };
  },
};

const DOCUMENT_FAULTS = {
  policyValue: (r, d) => {
    d.policy[
      r.pick([
        'taxRounding',
        'taxBase',
        'discountRounding',
        'discountStacking',
        'discountAllocation',
      ])
    ] = 'odd';
  },
  cashRounding: (r, d) => {
    d.policy.cashRounding = r.pick(['0', '-0.05', '0.000001', 'x']);
  },
  horizon: (r, d) => {
    d.settings = { horizonMonths: new JsonNumber(r.pick(['1201', '-1'])) };
  },
  rateFault: (r, d) => {
    const t = r.pick(d.taxRates);
    if (t) {
      delete t.amountPerUnit;
      t.percent = r.pick(['-100.5', '1000.1', 'x', '1.1234567']);
      delete t.inclusive;
    }
  },
  rateOneOf: (r, d) => {
    const t = r.pick(d.taxRates);
    if (t) {
      delete t.inclusive;
      t.percent = '1';
      t.amountPerUnit = '1';
    }
  },
  rateName: (r, d) => {
    const t = r.pick(d.taxRates);
    if (t) delete t.name;
  },
  compoundInclusive: (r, d) => {
    const t = r.pick(d.taxRates);
    if (t) Object.assign(t, { percent: '5', compound: true, inclusive: true, amountPerUnit: null });
  },
  negativeInclusive: (r, d) => {
    const t = r.pick(d.taxRates);
    if (t)
      Object.assign(t, { percent: '-5', compound: false, inclusive: true, amountPerUnit: null });
  },
  adjustmentType: (r, d) => {
    d.adjustments.push({ id: 'bad', name: 'X', type: 'gift', percent: '1' });
  },
  adjustmentRange: (r, d) => {
    d.adjustments.push({
      id: 'bad',
      name: 'X',
      ...r.pick([
        { type: 'discount', percent: '101' },
        { type: 'fee', percent: '1001' },
        { type: 'tax', percent: '-101' },
        { type: 'fee', amount: '-1' },
        { type: 'discount', amount: '-1' },
        { type: 'fee', amount: 'x' },
      ]),
    });
  },
  adjustmentOneOf: (r, d) => {
    d.adjustments.push({
      id: 'bad',
      name: 'X',
      type: r.pick(['fee', 'discount', 'tax']),
      ...r.pick([{}, { percent: '1', amount: '1' }]),
    });
  },
  adjustmentName: (r, d) => {
    d.adjustments.push({ id: 'bad', type: 'fee', amount: '1' });
  },
  feeUnknownRate: (r, d) => {
    d.adjustments.push({ id: 'bad', name: 'X', type: 'fee', amount: '1', taxRateIds: ['nowhere'] });
  },
  feeOneOf: (r, d) => {
    d.adjustments.push({
      id: 'bad',
      name: 'X',
      type: 'fee',
      amount: '1',
      taxable: true,
      taxRateIds: ['nowhere'],
    });
  },
};

/** Puts one to three faults into a document. */
export function addFaults(random, document) {
  const faults = { ...LINE_FAULTS, ...BILLING_FAULTS, ...DOCUMENT_FAULTS };
  const used = new Set();
  for (let n = random.between(1, 3); n > 0; n -= 1) {
    const name = random.pick(Object.keys(faults));
    const line = random.pick(
      item(document)
        .filter((l) => !used.has(l))
        .concat(undefined),
    );
    if (Object.hasOwn(DOCUMENT_FAULTS, name)) faults[name](random, document);
    else if (line) faults[name](random, document, line);
    used.add(line); // one fault a line keeps the expected issue beyond dispute
  }
}

const set = (document, key, value) => ({ ...document, [key]: value });
const nest = (depth) => '['.repeat(depth) + ']'.repeat(depth);

/** Documents that are refused, as text; `write` turns an object into text. */
export const REFUSALS = [
  (r, d, write) => write(d).slice(0, -1),
  (r, d, write) => write(d) + ' x',
  (r, d, write) => write(d).replace('{', '{,'),
  (r, d, write) => write(set(d, 'x', 'P')).replace('"P"', '01'),
  (r, d, write) => write(set(d, 'x', 'P')).replace('"P"', "'a'"),
  (r, d, write) => write(set(d, 'x', 'P')).replace('"P"', '"\\ud800"'),
  (r, d, write) => write(set(d, 'x', 'P')).replace('"P"', '"\\q"'),
  (r, d, write) => write(set(d, 'x', 'P')).replace('"P"', nest(70)),
  (r, d, write) => write(set(d, 'version', new JsonNumber('2'))),
  (r, d, write) => write(set(d, 'version', null)),
  (r, d, write) => write(set(d, 'kind', 'order')),
  (r, d, write) => write(set(d, 'currency', r.pick(['XAU', 'usd', 'ZZZ', '', 'XXX', 'HRK']))),
  (r, d, write) => write(set(d, 'currency', null)),
  (r, d, write) =>
    write(
      set(d, 'date', r.pick(['2026-02-30', '', '22.11.2026', '2026-1-1', '2026-11-22T00:00:00Z'])),
    ),
  (r, d, write) => write(set(d, 'date', null)),
  (r, d, write) => write(set(d, 'lines', {})),
  (r, d, write) => write(set(d, 'lines', [new JsonNumber('1')])),
  (r, d, write) => write(set(d, 'policy', [])),
  (r, d, write) => write(set(d, 'currency', new JsonNumber('5'))),
  (r, d, write) => write(set(d, 'lines', [{ name: 'a', unitPrice: true }])),
  (r, d, write) => write(set(d, 'lines', [{ name: new JsonNumber('1'), unitPrice: '1' }])),
  (r, d, write) => write(set(d, 'lines', [{ name: 'a', unitPrice: '1', taxRateIds: 'x' }])),
  (r, d, write) =>
    write(
      set(d, 'lines', [
        { id: 'a', name: 'a', unitPrice: '1' },
        { id: 'a', name: 'b', unitPrice: '1' },
      ]),
    ),
  (r, d, write) =>
    write(
      set(d, 'adjustments', [
        { id: 'a', type: 'fee', name: 'f', amount: '1' },
        { id: 'a', type: 'fee', name: 'f', amount: '1' },
      ]),
    ),
  () => '[]',
  () => '5',
  () => '"x"',
];
