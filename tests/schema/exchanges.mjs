// What is asked of an engine to hear every kind of answer that it has, and the two engines to ask.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { loadNodeEngine } from '../../wasm/node.mjs';
import { commandLines, run } from './command-lines.mjs';

/** Every query on a document, each as it may be asked. */
export const requests = [
  { get: 'view' },
  { get: 'view', digest: true },
  { get: 'rows' },
  { get: 'rows', from: 1, count: 2 },
  { get: 'rows', ids: ['li_1', 'nowhere'] },
  { get: 'summary' },
  { get: 'totals' },
  { get: 'taxes' },
  { get: 'issues' },
  { get: 'schedule' },
  { get: 'schedule', lines: true },
  { get: 'metrics' },
  { get: 'subscriptions' },
  { get: 'subscriptions', on: '2027-01-15' },
  { get: 'subscriptions', on: 'soon' },
  { get: 'explain', path: '/summary/dueNow' },
  { get: 'explain', path: '/lines/0/net' },
  { get: 'explain', path: '/nothing' },
  { get: 'document' },
  { get: 'state' },
  { get: 'find', text: 'a' },
  { get: 'ids' },
  { get: 'history' },
  { get: 'historyState' },
  { get: 'digest' },
  { get: 'lifecycle' },
  { get: 'lifecycle', on: '2030-01-01' },
  { get: 'standing' },
  { get: 'standing', on: '2030-01-01' },
  { get: 'may' },
];

const line = (more) => ({ id: 'li_1', name: 'Plan', unitPrice: '10.00', ...more });
const rates = [
  { id: 'vat', name: 'VAT', percent: '25' },
  { id: 'in', name: 'Included', percent: '5', inclusive: true },
];
const base = { version: 1, currency: 'USD', date: '2026-03-01', taxRates: rates };
const contacts = [{ id: 'c1', name: 'Anna', email: 'anna@example.com', role: 'billing' }];

/** A subscription of six payments, two of them made and one failed. */
const subscription = {
  ...base,
  id: 's1',
  kind: 'subscription',
  lines: [
    line({ taxRateIds: ['vat'], billing: { frequency: 'monthly', payments: 6 } }),
    line({ id: 'li_2', billing: { frequency: 'annually', start: { delayDays: 9 } } }),
  ],
  billingRecords: [
    { due: '2026-03-01', status: 'paid', date: '2026-03-01', amount: '12.50' },
    { due: '2026-04-01', status: 'paid', invoiceId: 'inv1' },
    { due: '2026-05-01', status: 'failed', date: '2026-05-02' },
    { due: '2026-06-01', status: 'pending', date: '2026-06-01' },
  ],
};

const invoice = {
  ...base,
  id: 'inv1',
  kind: 'invoice',
  contacts,
  dueDate: '2026-03-31',
  terms: { type: 'custom' },
  origin: { kind: 'subscription', id: 's1', due: '2026-04-01' },
  lines: [
    { id: 'sec', type: 'section', name: 'Phase 1' },
    line({ taxRateIds: ['vat'], cost: '4', charges: [{ percent: '5' }] }),
  ],
  adjustments: [{ id: 'a', type: 'fee', name: 'Freight', amount: '5', taxRateIds: ['vat'] }],
};

const quote = {
  ...base,
  id: 'q1',
  kind: 'quote',
  contacts,
  expiresOn: '2026-04-30',
  policy: { minimumMarginPercent: '60' },
  lines: [
    line({ cost: '9', optional: true, quantityRange: { min: '1', max: '9' } }),
    line({ id: 'li_2', billing: { frequency: 'monthly' }, selected: false }),
    line({ id: 'li_3', billing: { frequency: 'one_time', start: { delayDays: 30 } } }),
    line({ id: 'li_4', taxRateIds: ['in'], discount: { total: '99' } }),
    line({
      id: 'li_5',
      billing: { frequency: 'monthly', phases: [{ payments: '2' }, { unitPrice: '12' }] },
    }),
    line({ id: 'li_6', discont: { percent: '1' }, unitPrice: 'ten' }),
  ],
  adjustments: [{ id: 'a', type: 'discount', name: 'Launch', percent: '10', code: 'MAY' }],
};

/** Sums that do not fit: what has no value is null. */
const tooLarge = {
  ...base,
  lines: [1, 2, 3].map((n) =>
    line({ id: `li_${n}`, unitPrice: '999999999999', quantity: '999', taxRateIds: ['vat'] }),
  ),
  policy: { taxRounding: 'document' },
  adjustments: [{ id: 'a', type: 'discount', name: 'Launch', percent: '10' }],
};

/** Documents that between them make every member of a view appear. */
export const documents = { subscription, invoice, quote, tooLarge };

const at = '2026-03-02';
const step = (name, more) => ({ op: 'lifecycle', step: name, at, ...more });

/** Lives of documents: what is done to each, one after the other. */
export const lives = [
  [
    invoice,
    { op: 'set', path: '/lines/li_1/quantity', value: '2', label: 'Quantity' },
    { op: 'set', path: '/nobodyKnowsThis', value: '2' },
    { op: 'clone', ids: ['li_1'], newIds: ['li_9'] },
    { op: 'move', ids: ['li_9'], after: null },
    { op: 'remove', list: 'lines', ids: ['li_9'] },
    { op: 'undo' },
    { op: 'redo' },
    { op: 'capabilities', value: { addLines: false } },
    { op: 'add', list: 'lines', items: [line()] },
    step('finalise', { number: 'INV-1' }),
    { op: 'payment', payment: { id: 'p1', amount: '10.00', date: '2026-03-05' } },
    { op: 'payment', payment: { id: 'p2', amount: '99.00', date: '2026-03-05' }, surplus: true },
    { op: 'refund', refund: { id: 'r1', paymentId: 'p1', amount: '4.00', date: '2026-03-06' } },
    { op: 'set', path: '/lines/li_1/quantity', value: '3' },
    { op: 'undo' },
  ],
  [invoice, step('finalise', { number: 'INV-1' }), step('void', { reason: 'Twice' })],
  [quote, step('publish'), step('send'), step('accept', { by: 'Anna' })],
  [quote, step('finalise'), step('publish'), step('archive')],
  [
    { ...invoice, kind: 'creditMemo', id: 'm1' },
    step('finalise', { number: 'CM-1' }),
    { op: 'credit', credit: { invoiceId: 'inv1', amount: '4.00', date: '2026-03-05' } },
  ],
  [{ ...base, kind: 'deal', lines: [line()] }, step('win'), step('reopen'), step('lose')],
  [
    subscription,
    { op: 'payment', payment: { amount: '12.50', date: at } },
    { op: 'cancel', on: at },
  ],
];

const final = { ...invoice, status: 'open', number: 'INV-1' };
const changes = { li_1: { unitPrice: '20' } };
const by = { at, by: 'Anna' };
const texts = { unusedText: '{days} of {of} days', remainingText: '{days} of {of} days' };
const mapping = {
  customer: '58',
  defaultItem: '1',
  chargeItem: '23',
  feeItem: '20',
  taxCodes: { vat: '5' },
  taxRates: { vat: '7' },
  noTaxCode: '9',
};
const quickbooksInvoice = {
  TxnDate: '2026-03-01',
  Line: [
    { DetailType: 'GroupLineDetail' },
    { DetailType: 'SalesItemLineDetail', Amount: 5, Description: 'Work', SalesItemLineDetail: {} },
  ],
};
const period = (what, on, more) => ['period', { state: subscription, do: what, on, ...more }];

/** Every function, each as it may be asked. */
export const calls = [
  ['account', { state: subscription, made: [final, { ...invoice, id: 'inv2' }] }],
  ['choices', { state: quote, choices: { quantities: { li_1: '3' }, selected: { li_1: true } } }],
  ['choices', { state: quote, choices: { code: 'MAY' } }],
  ['choices', { state: quote, choices: { quantities: { li_1: '30' } } }],
  ['convert', { state: { ...quote, status: 'published' }, to: 'invoice', id: 'i', part: 'once' }],
  ['convert', { state: { ...quote, status: 'published' }, to: 'invoice', id: 'i', part: 'due' }],
  ['convert', { state: { ...quote, status: 'published' }, to: 'subscription', made: [] }],
  ['convert', { state: quote, to: 'quote', currency: 'EUR', prices: { li_1: '9' }, date: at }],
  ['convert', { state: final, to: 'creditMemo', amount: '5.00', roundingName: 'Rounding' }],
  ['convert', { state: final, to: 'deal' }],
  ['currencies', {}],
  ['events', { state: subscription, from: '2026-03-01', to: '2027-03-01' }],
  ['events', { state: { ...subscription, canceledOn: at }, from: at, to: '2027-03-01' }],
  ['events', { state: final, from: '2026-03-01', to: '2027-03-01' }],
  ['events', { state: { ...quote, status: 'published' }, from: at, to: '2027-03-01' }],
  ['formula', { text: '=3*12', digits: 2 }],
  ['formula', { text: '=3*' }],
  [
    'merge',
    {
      base: { ...quote, rev: { n: 1, write: 'a' } },
      mine: { ...quote, comments: 'Mine', poNumber: '1', rev: { n: 2, write: 'b', parent: 'a' } },
      theirs: { ...quote, comments: 'Theirs', rev: { n: 2, write: 'c', parent: 'a' } },
      unit: 'fact',
    },
  ],
  ['merge', { base: quote, mine: { ...quote, lines: [] }, theirs: quote }],
  period('invoice', '2026-07-01', { id: 'i9' }),
  period('cancel', '2026-03-11', { made: [final], ...by, ...texts }),
  period('cancel', '2026-05-11', { atPeriodEnd: true }),
  period('change', '2026-04-11', { changes, made: [final], ...by, ...texts }),
  period('change', '2026-08-11', { changes }),
  period('change', '2026-05-11', { changes: { li_2: { quantity: '2', discount: null } } }),
  ['quickbooks', { state: final, mapping }],
  ['quickbooks', { invoice: quickbooksInvoice, mapping }],
  ['quickbooks', { explain: '6070' }],
  ['quickbooks', { explain: 0 }],
  ['sum', { currency: 'USD', lists: [['1.00', '-0.25'], []] }],
  ['verify', { state: quote, claim: { dueNow: '1', allowErrors: true } }],
  ['verify', { state: invoice, claim: {} }],
  ['verify', { state: invoice, claim: { rules: 9 } }],
  ['verify', { state: invoice, claim: { price: '1' } }],
  ['verify', { state: invoice, claim: { total: '19.38' } }],
  ['version', {}],
  ['nothing', {}],
];

/** The engine of the module, as what answers a request of an open document, a call, a life. */
export async function wasmEngine() {
  const engine = await loadNodeEngine();
  const open = (state) => {
    const session = engine.session();
    return { session, opened: JSON.parse(session.open(JSON.stringify(state))) };
  };
  return {
    price: (state) => JSON.parse(engine.price(JSON.stringify(state), true)),
    call: (name, argument) => JSON.parse(engine.call(name, JSON.stringify(argument))),
    /** What is answered to the opening, and to each request after it. */
    session(state, asked) {
      const { session, opened } = open(state);
      const answers = asked.map(({ get, ...request }) =>
        JSON.parse(
          get === undefined
            ? session.apply(JSON.stringify(request))
            : session.query(JSON.stringify({ get, ...request })),
        ),
      );
      session.close();
      return [opened, ...answers];
    },
  };
}

/** The same of the native engine, as its command line lets one ask. */
export function nativeEngine() {
  const ask = (words, input) => JSON.parse(run(commandLines.native, words, input).text);
  return {
    price: (state) => ask(['price', '--digest'], JSON.stringify(state)),
    call: (name, argument) => ask(['call', name], JSON.stringify(argument)),
    query(state, request) {
      const folder = mkdtempSync(join(tmpdir(), 'crossfoot-'));
      try {
        const file = join(folder, 'state.json');
        writeFileSync(file, JSON.stringify(state));
        return ask(['query', file, JSON.stringify(request)]);
      } finally {
        rmSync(folder, { recursive: true });
      }
    },
  };
}
