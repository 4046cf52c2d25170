// The members of a state by the JSON types they may have, written down by hand from the design: the
// schema and the core are both held against this table.

/** The JSON types a member of each class takes; every member also takes null. */
export const classes = {
  text: ['string'],
  decimal: ['string', 'number'],
  flag: ['boolean'],
  object: ['object'],
  list: ['array'],
};

/** One value of each JSON type. */
export const samples = {
  string: 'x',
  number: 1,
  boolean: true,
  object: {},
  array: [],
};

/** The smallest state. */
export const minimal = () => ({ version: 1, currency: 'USD', date: '2026-11-22' });

const item = (extra) => ({ ...minimal(), lines: [{ id: 'a', name: 'Seat', ...extra }] });
const policy = (extra) => ({ ...minimal(), policy: extra });
const taxRate = (extra) => ({ ...minimal(), taxRates: [{ id: 't', name: 'VAT', ...extra }] });
const adjustment = (extra) => ({
  ...minimal(),
  adjustments: [{ id: 'a', type: 'fee', name: 'Freight', amount: '1', ...extra }],
});
const billing = (extra) => item({ billing: { frequency: 'monthly', ...extra } });
const pricing = (extra) => item({ pricing: { model: 'graduated', ...extra } });

/** Where the members live: how to make a state that holds them, and their classes. */
export const places = [
  {
    name: 'document',
    around: (extra) => ({ ...minimal(), ...extra }),
    members: {
      text: ['id', 'language', 'locale', 'status', 'number'],
      decimal: ['rules'],
      object: ['policy', 'settings'],
      list: ['lines', 'taxRates', 'adjustments', 'payments', 'refunds', 'credits'],
    },
  },
  {
    name: 'policy',
    around: policy,
    members: {
      text: [
        'profile',
        'discountRounding',
        'taxRounding',
        'taxBase',
        'discountStacking',
        'discountAllocation',
        'metricFactors',
      ],
      decimal: ['cashRounding', 'minimumMarginPercent', 'taxRateDecimals'],
      flag: ['pricesIncludeTax', 'allowNegativePrices'],
    },
  },
  {
    name: 'tax rate',
    around: taxRate,
    members: {
      text: ['id', 'name', 'exemptReason', 'currency'],
      decimal: ['percent', 'amountPerUnit'],
      flag: ['inclusive', 'compound', 'active'],
    },
  },
  {
    name: 'line',
    around: item,
    members: {
      text: [
        'id',
        'type',
        'name',
        'sku',
        'productId',
        'description',
        'unit',
        'url',
        'imageUrl',
        'productType',
        'serviceDate',
        'priceCurrency',
        'costCurrency',
      ],
      decimal: ['unitPrice', 'quantity', 'cost'],
      flag: ['optional', 'selected'],
      object: [
        'discount',
        'billing',
        'pricing',
        'custom',
        'quantityRange',
        'formulas',
        'origin',
        'servicePeriod',
      ],
      list: ['discounts', 'charges', 'taxRateIds'],
    },
  },
  {
    name: 'line discount',
    around: (extra) => item({ discount: extra }),
    members: { text: ['currency'], decimal: ['percent', 'amount', 'total'] },
  },
  {
    name: 'billing',
    around: billing,
    members: {
      text: ['frequency', 'term'],
      decimal: ['payments'],
      object: ['start'],
      list: ['phases'],
    },
  },
  {
    name: 'start',
    around: (extra) => billing({ start: extra }),
    members: { text: ['date'], decimal: ['delayDays', 'delayMonths'] },
  },
  {
    name: 'settings',
    around: (extra) => ({ ...minimal(), settings: extra }),
    members: { decimal: ['horizonMonths'] },
  },
  {
    name: 'phase',
    around: (extra) => billing({ phases: [{ payments: 3, ...extra }] }),
    members: {
      text: ['priceCurrency'],
      decimal: ['payments', 'unitPrice', 'quantity'],
      object: ['discount'],
    },
  },
  {
    name: 'pricing',
    around: pricing,
    members: { text: ['model'], decimal: ['size', 'price', 'freeUnits'], list: ['tiers'] },
  },
  {
    name: 'tier',
    around: (extra) => pricing({ tiers: [extra] }),
    members: { decimal: ['upTo', 'unitPrice', 'flatFee'] },
  },
  {
    name: 'adjustment',
    around: adjustment,
    members: {
      text: ['id', 'type', 'name', 'code'],
      decimal: ['percent', 'amount'],
      flag: ['taxable'],
      list: ['taxRateIds'],
    },
  },
];

/** Every member: its place and name, the types it takes, and a state that holds a value there. */
export function* everyMember() {
  for (const place of places) {
    for (const [kind, members] of Object.entries(place.members)) {
      for (const member of members) {
        yield {
          title: `${place.name}.${member}`,
          types: classes[kind],
          stateWith: (value) => place.around({ [member]: value }),
        };
      }
    }
  }
}
