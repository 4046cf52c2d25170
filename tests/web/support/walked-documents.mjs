// Documents in which each popover, dialog and page has something to show, and amounts to compare.

const TAX_RATES = [
  { id: 't', name: 'Sales tax', percent: '8' },
  { id: 'u', name: 'City tax', percent: '1.5' },
];
const CONTACTS = [{ id: 'c1', name: 'Ada Berg', email: 'ada@berg.example' }];
const AT = '2026-04-02T10:00:00Z';

/**
 * A quote with a ramp, tiers, an optional line, sections and everything below the lines. The ramp's
 * own terms are those of its first phase, so that what is said below them comes while they are typed.
 */
export const QUOTE = {
  version: 1,
  currency: 'USD',
  locale: 'en-US',
  date: '2026-11-22',
  taxRates: TAX_RATES,
  lines: [
    { id: 's1', type: 'section', name: 'Licences' },
    {
      id: 'l1',
      name: 'Seat',
      quantity: '10',
      unitPrice: '90',
      discount: { percent: '5' },
      taxRateIds: ['t'],
      billing: {
        frequency: 'monthly',
        phases: [
          { payments: 6, quantity: '10', unitPrice: '90', discount: { percent: '5' } },
          { unitPrice: '100' },
        ],
        start: { delayDays: 30 },
      },
    },
    {
      id: 'l2',
      name: 'Calls',
      quantity: '15',
      pricing: {
        model: 'graduated',
        tiers: [
          { upTo: '10', unitPrice: '2' },
          { upTo: null, unitPrice: '1' },
        ],
      },
    },
    { id: 's2', type: 'section', name: 'Work' },
    {
      id: 'l3',
      name: 'Support',
      unitPrice: '20',
      taxRateIds: ['t'],
      optional: true,
      selected: true,
    },
    { id: 'n1', type: 'note', name: 'By our own people' },
  ],
  adjustments: [
    { id: 'a1', type: 'discount', name: 'Launch', percent: '5' },
    { id: 'a2', type: 'fee', name: 'Shipping', amount: '12.5' },
    { id: 'a3', type: 'tax', name: 'Levy', percent: '1' },
  ],
};

/** What a buyer may choose from. */
export const OFFER = {
  ...QUOTE,
  status: 'published',
  contacts: CONTACTS,
  lines: [
    {
      id: 'l1',
      name: 'Seat',
      quantity: '10',
      unitPrice: '9',
      quantityRange: { min: '1', max: '99' },
    },
    {
      id: 'l2',
      name: 'Desk',
      quantity: '2',
      unitPrice: '8',
      quantityRange: { min: '1', max: '99' },
    },
    {
      id: 'l3',
      name: 'Support',
      unitPrice: '20',
      taxRateIds: ['t'],
      optional: true,
      selected: true,
    },
  ],
};

const bill = (kind) => ({
  ...{ version: 1, kind, currency: 'USD', locale: 'en-US', date: '2026-04-01' },
  ...{ contacts: CONTACTS, taxRates: TAX_RATES },
  lines: [
    { id: 'l1', name: 'Desk', unitPrice: '100', taxRateIds: ['t'] },
    { id: 'l2', name: 'Chair', quantity: '3', unitPrice: '19.99' },
  ],
});
const step = (name, more = {}) => ({ op: 'lifecycle', step: name, at: AT, ...more });

/** `[kind, document, …commands of its life]`: a page of each kind, before and after its first step. */
export const LIVES = [
  ['invoice', bill('invoice')],
  ['quote', { ...QUOTE, kind: 'quote', contacts: CONTACTS }],
  ['deal', bill('deal')],
  [
    'subscription',
    {
      ...bill('subscription'),
      lines: [
        {
          id: 'l1',
          name: 'Seat',
          unitPrice: '10',
          billing: { frequency: 'monthly', payments: 12 },
        },
      ],
    },
  ],
  ['creditMemo', bill('creditMemo')],
  ['paymentLink', bill('paymentLink')],
  [
    'invoice',
    bill('invoice'),
    step('finalise', { number: 'INV-901' }),
    {
      op: 'payment',
      at: AT,
      payment: { id: 'p', amount: '50.00', date: '2026-04-02', status: 'succeeded' },
    },
  ],
  ['creditMemo', bill('creditMemo'), step('finalise', { number: 'CM-901' })],
  ['quote', bill('quote'), step('publish', { number: 'Q-901' })],
];

/** What stands in the library and the directory. */
export const RECORDS = {
  products: [
    { id: 'p1', name: 'Lamp', sku: 'LAMP', unitPrice: '11.90', description: 'One lamp' },
    { id: 'p2', name: 'Setup', sku: 'SETUP', unitPrice: '500' },
  ],
  contacts: [{ id: 'c1', name: 'Ada Berg', email: 'ada@berg.example', companyId: 'o1' }],
  companies: [
    {
      id: 'o1',
      name: 'Berg AS',
      taxId: '',
      address: { lines: [], postalCode: '', city: '', region: '', country: 'NO' },
    },
  ],
};

const plain = (amount) => {
  const digits = String(amount).replaceAll(/[^\d.]/g, '');
  if (!/^\d+(\.\d+)?$/.test(digits)) return '';
  return digits.includes('.') ? digits.replace(/\.?0+$/, '') : digits;
};
const leaves = (value) =>
  typeof value === 'object' && value !== null ? Object.values(value).flatMap(leaves) : [value];

/** Amounts on a screen and in the core's answers, compared as numbers without sign. */
export const COUNTED = {
  missing: (shown, answers) => {
    const counted = new Set(leaves(answers).map(plain));
    return [...new Set(shown)].filter((amount) => !counted.has(plain(amount)));
  },
  /** True where the text shows that amount, `–` for none. */
  isIn: (text, amount) =>
    amount === null
      ? text.includes('–')
      : (text.match(/\d[\d,]*(\.\d+)?/g) ?? []).some((each) => plain(each) === plain(amount)),
};
