// What `bench growth` measures. Commands, lists and members come from the published schemas, so that
// a new one is measured, or missed by name, from the day the schema has it.

const DATE = '2026-11-22';

/** A quote of n lines with taxes, an order discount and recurring lines of a few starts. */
export function quoteOf(n, change = {}) {
  return {
    version: 1,
    id: 'growth',
    kind: 'quote',
    currency: 'USD',
    date: DATE,
    taxRates: [
      { id: 'r1', name: 'VAT', percent: '20' },
      { id: 'r2', name: 'City', percent: '1.5' },
    ],
    lines: Array.from({ length: n }, (_, i) => lineOf(i)),
    ...change,
  };
}

function lineOf(i) {
  const line = {
    id: `li_${i + 1}`,
    name: `Line ${i}`,
    productId: `p_${i}`,
    unitPrice: `${(i % 90) + 10}.99`,
    quantity: `${(i % 7) + 1}`,
    taxRateIds: ['r1'],
  };
  const isRecurring = i % 3 === 0;
  const billing = { frequency: 'monthly', payments: 12, start: { delayDays: i % 30 } };
  return isRecurring ? { ...line, billing } : line;
}

const LISTS = {
  lines: { state: (n) => quoteOf(n), id: (i) => `li_${i + 1}`, item: (i) => lineOf(i) },
  taxRates: {
    state: (n) => quoteOf(3, { taxRates: many(n, rateOf) }),
    id: (i) => `r${i + 1}`,
    item: rateOf,
  },
  adjustments: {
    state: (n) => quoteOf(3, { adjustments: many(n, adjustmentOf) }),
    id: (i) => `a${i + 1}`,
    item: adjustmentOf,
  },
};

function rateOf(i) {
  return { id: `r${i + 1}`, name: `Rate ${i}`, percent: `${i % 20}` };
}

function adjustmentOf(i) {
  return { id: `a${i + 1}`, name: `Fee ${i}`, type: 'fee', amount: '1' };
}

function many(n, make) {
  return Array.from({ length: n }, (_, i) => make(i));
}

const applied = (command) => (session) => {
  const text = JSON.stringify(command);
  return () => session.apply(text);
};

const undone = (command) => (session) => {
  session.apply(JSON.stringify(command));
  return () => session.apply('{"op":"undo"}');
};

/** For each command of the schema: what names n things at once (`one`), and what a batch repeats. */
const COMMANDS = {
  add: overLists((list, n) => ({
    state: LISTS[list].state(0),
    one: { op: 'add', list, items: many(n, LISTS[list].item) },
    each: (i) => ({ op: 'add', list, items: [LISTS[list].item(i)] }),
  })),
  remove: overLists((list, n) => ({
    state: LISTS[list].state(n),
    one: { op: 'remove', list, ids: half(n, LISTS[list].id) },
    each: (i) => ({ op: 'remove', list, ids: [LISTS[list].id(n - 1 - i)] }),
  })),
  move: overLists((list, n) => ({
    state: LISTS[list].state(n),
    one: { op: 'move', list, ids: half(n, LISTS[list].id) },
    each: (i) => ({ op: 'move', list, ids: [LISTS[list].id(i)], after: null }),
  })),
  clone: {
    lines: (n) => ({
      state: quoteOf(n),
      one: { op: 'clone', ids: many(n, LISTS.lines.id) },
      each: (i) => ({ op: 'clone', ids: [LISTS.lines.id(n - 1 - i)] }),
    }),
  },
  set: {
    ...overLists((list, n) => ({
      state: LISTS[list].state(n),
      each: (i) => ({ op: 'set', path: `/${list}/${LISTS[list].id(i)}/name`, value: `New ${i}` }),
    })),
    'custom members': (n) => ({
      state: quoteOf(3),
      each: (i) => ({ op: 'set', path: `/custom/m${i}`, value: `${i}` }),
    }),
    'unknown members': (n) => ({
      state: quoteOf(3),
      each: (i) => ({ op: 'set', path: `/x-m${i}`, value: `${i}` }),
    }),
    'members of one line': (n) => ({
      state: quoteOf(3),
      each: (i) => ({ op: 'set', path: `/lines/li_1/x-m${i}`, value: `${i}` }),
    }),
    'one list as a whole': (n) => ({
      state: quoteOf(3),
      one: { op: 'set', path: '/taxRates', value: many(n, rateOf) },
    }),
  },
  currency: {
    prices: (n) => ({
      state: quoteOf(n),
      one: {
        op: 'currency',
        value: 'EUR',
        prices: Object.fromEntries(many(n, (i) => [`p_${n - 1 - i}`, '9.90'])),
      },
    }),
  },
  replace: { lines: (n) => ({ state: quoteOf(n), one: { op: 'replace', state: quoteOf(n) } }) },
  lifecycle: { lines: (n) => ({ state: quoteOf(n, buyer), one: publish }) },
  payment: records((i) => ({ op: 'payment', payment: paymentOf(i) })),
  removePayment: records((i) => ({ op: 'removePayment', id: `pay${i}` }), paymentRecords),
  refund: records((i) => ({ op: 'refund', refund: refundOf(i) }), paymentRecords),
  credit: records((i) => ({
    op: 'credit',
    credit: { id: `cr${i}`, creditMemoId: `cm${i}`, amount: '0.01', date: DATE },
  })),
  cancel: {
    lines: (n) => ({
      state: quoteOf(n, {
        kind: 'subscription',
        lines: many(n, (i) => lineOf(3 * i)).map(monthly),
      }),
      one: { op: 'cancel', on: DATE },
    }),
  },
};

/** The most that a batch takes of these: where their growth ends (ST-4.3). */
const MOST_OF_A_BATCH = {
  payment: 250,
  removePayment: 250,
  refund: 250,
  credit: 250,
  'set members of one line': 1000,
};

/** Commands that have no size of their own. */
const WITHOUT_SIZE = new Set(['undo', 'stamp', 'capabilities', 'restoreHistory', 'batch', 'edit']);

const buyer = { contacts: [{ id: 'c', name: 'A Buyer' }] };
const publish = { op: 'lifecycle', step: 'publish', at: DATE, number: 'Q-1' };
const monthly = (line) => ({ ...line, billing: { frequency: 'monthly' } });

function half(n, id) {
  return many(Math.floor(n / 2), (i) => id(2 * i));
}

function overLists(make) {
  return Object.fromEntries(Object.keys(LISTS).map((list) => [list, (n) => make(list, n)]));
}

function paymentOf(i) {
  return { id: `pay${i}`, amount: '0.01', date: DATE, status: 'succeeded' };
}

function refundOf(i) {
  return { id: `ref${i}`, paymentId: `pay${i}`, amount: '0.01', date: DATE };
}

function paymentRecords(n) {
  return { payments: many(n, paymentOf) };
}

/** n records of an open invoice, which each take a command. */
function records(each, more = () => ({})) {
  return {
    records: (n) => ({
      state: {
        ...quoteOf(1, buyer),
        kind: 'invoice',
        lines: [{ ...lineOf(1), unitPrice: '100000' }],
        ...more(n),
      },
      prepare: [{ op: 'lifecycle', step: 'finalise', at: DATE, number: 'INV-1' }],
      each,
    }),
  };
}

/** Each command of the schema: at once, as a batch, and taken back. */
export function commandWorkloads({ $defs }) {
  const names = [...$defs.edit.oneOf, ...Object.keys($defs).filter(isCommand($defs)).map(ref)]
    .map(({ $ref }) => $ref.split('/').at(-1))
    .filter((name, at, all) => all.indexOf(name) === at && !WITHOUT_SIZE.has(name));
  const missed = names.filter((name) => !(name in COMMANDS));
  if (missed.length > 0) throw new Error(`No workload for the commands ${missed.join(', ')}.`);
  return names.flatMap((name) =>
    Object.entries(COMMANDS[name]).flatMap(([what, make]) => workloadsOf(name, what, make)),
  );
}

const ref = (name) => ({ $ref: `#/$defs/${name}` });
const isCommand = ($defs) => (name) => $defs[name].properties?.op !== undefined;

function workloadsOf(name, what, make) {
  const of = (pick, run) => (n) => {
    const { state, prepare, one, each } = make(n);
    return { state, prepare, run: run(pick({ one, each, n })) };
  };
  const batch = ({ each, n }) => ({ op: 'batch', commands: many(n, each) });
  const has = make(1);
  const list = [];
  if (has.one) {
    list.push({ name: `${name} ${what}`, make: of(({ one }) => one, applied) });
    list.push({ name: `undo of ${name} ${what}`, make: of(({ one }) => one, undone) });
  }
  if (has.each) {
    const most = MOST_OF_A_BATCH[name] ?? MOST_OF_A_BATCH[`${name} ${what}`];
    const bounds = most === undefined ? {} : { most, ends: 'ST-4.3' };
    list.push({ name: `batch of ${name} ${what}`, make: of(batch, applied), ...bounds });
    list.push({ name: `undo of batch of ${name} ${what}`, make: of(batch, undone), ...bounds });
  }
  return list.filter(
    (one) => !/undo of (lifecycle|cancel|batch of (removePayment|refund|credit))/.test(one.name),
  );
}

/** Opening, pricing and saving a state with n entries of each list that the schema has, and n members. */
export function stateWorkloads(schema) {
  const sample = sampler(schema);
  const opened = {
    opens: (session, core, text) => {
      const reply = session.open(text);
      session.save();
      core.price(text, true);
      return reply;
    },
  };
  const state = (name, put) => ({
    name: `state with ${name}`,
    make: (n) => ({ state: put(n), run: opened }),
  });
  const lists = (of) =>
    Object.entries(of.properties)
      .map(([name, member]) => [name, sample.resolved(member)])
      .filter(([, { items, type }]) => items !== undefined || type === 'array');
  const numbered = (n, items) => many(n, (i) => sample.of(items, i));
  return [
    ...lists(schema)
      .filter(([name]) => name !== 'lines')
      .map(([name, { items }]) =>
        state(`n ${name}`, (n) => quoteOf(3, { [name]: numbered(n, items) })),
      ),
    ...lists(schema.$defs.line).map(([name, { items }]) =>
      state(`n ${name} in a line`, (n) =>
        quoteOf(1, { lines: [{ ...lineOf(1), [name]: numbered(n, items) }] }),
      ),
    ),
    ...['phases', 'tiers'].map((name) =>
      state(`n ${name} of a line`, (n) =>
        quoteOf(1, { lines: [{ ...lineOf(1), ...longLine(name, n) }] }),
      ),
    ),
    state('n lines', (n) => quoteOf(n)),
    state('n lines of document-rounded taxes', (n) =>
      quoteOf(n, { policy: { taxRounding: 'document' } }),
    ),
    state('n lines of all sorts', (n) =>
      quoteOf(0, { lines: numbered(n, schema.$defs.lineList.items) }),
    ),
    state('n lines that share n order discounts', (n) =>
      quoteOf(n, {
        adjustments: many(n, (i) => ({ ...adjustmentOf(i), type: 'discount', amount: '0.01' })),
      }),
    ),
    state('n lines of n rates', (n) =>
      quoteOf(0, {
        taxRates: many(n, rateOf),
        lines: many(n, (i) => ({ ...lineOf(i), taxRateIds: [`r${i + 1}`, `r${(i % n) + 1}`] })),
      }),
    ),
    state('n lines of n starts', (n) =>
      quoteOf(0, {
        lines: many(n, (i) => {
          const billing = { frequency: 'monthly', payments: 3, start: { delayDays: i % 36_000 } };
          return { ...lineOf(1), id: `li_${i + 1}`, billing };
        }),
      }),
    ),
    state('n unknown members', (n) => quoteOf(1, members(n))),
    state('n custom members', (n) => quoteOf(1, { custom: members(n) })),
    state('n unknown members in a line', (n) =>
      quoteOf(1, { lines: [{ ...lineOf(1), ...members(n) }] }),
    ),
    state('a name of n characters', (n) =>
      quoteOf(1, { lines: [{ ...lineOf(1), name: 'é'.repeat(n) }] }),
    ),
    state('sections', (n) =>
      quoteOf(0, {
        lines: many(n, (i) => (i % 2 ? lineOf(i) : { id: `s${i}`, type: 'section', name: 'S' })),
      }),
    ),
  ];
}

const members = (n) => Object.fromEntries(many(n, (i) => [`x-m${i}`, `${i}`]));

function longLine(name, n) {
  if (name === 'phases') {
    const phases = many(Math.min(n, 5000), (i) => ({ payments: 1, unitPrice: `${i + 1}` }));
    return { billing: { frequency: 'weekly', phases } };
  }
  const tiers = many(n, (i) => ({ upTo: i + 1 < n ? `${i + 1}` : null, unitPrice: '1' }));
  return { pricing: { model: 'graduated', tiers }, quantity: `${n}` };
}

/** Values that a schema allows. */
function sampler(root) {
  const resolved = (schema) => {
    const { $ref, ...more } = schema;
    if ($ref === undefined) return schema;
    return { ...resolved(root.$defs[$ref.split('/').at(-1)]), ...more };
  };
  const of = (given, i = 0, depth = 0) => {
    const schema = resolved(given ?? {});
    if (schema.const !== undefined) return schema.const;
    if (schema.enum) return schema.enum.find((one) => one !== null);
    if (schema.properties) {
      const kept = Object.entries(schema.properties).filter(
        ([name]) => depth < 2 || schema.required?.includes(name),
      );
      return Object.fromEntries(
        kept.map(([name, member]) => [name, name === 'id' ? `x${i}` : of(member, i, depth + 1)]),
      );
    }
    if (schema.items) return [of(schema.items, i, depth + 1)];
    if (/\[0-9\]\{4\}/.test(schema.pattern ?? '')) return DATE;
    const choice = (schema.oneOf ?? schema.anyOf ?? []).find((one) => one.type !== 'null');
    if (choice) return of({ ...choice }, i, depth);
    if (schema.examples) return schema.examples[0];
    const type = [schema.type].flat().find((one) => one !== 'null');
    if (type === 'boolean') return false;
    if (type === 'object') return {};
    return type === 'array' ? [] : '1';
  };
  return { of, resolved };
}

const everyGet = (names) => names.map((name) => ({ name, ask: () => ({ get: name }) }));

/** The questions of docs/architecture.md. */
export const QUERIES = [
  ...everyGet([
    'view',
    'rows',
    'summary',
    'taxes',
    'issues',
    'metrics',
    'document',
    'ids',
    'history',
  ]),
  ...everyGet(['historyState', 'digest', 'lifecycle', 'may', 'schedule', 'totals', 'state']),
  { name: 'schedule by line', ask: () => ({ get: 'schedule', lines: true }) },
  { name: 'rows by id', ask: (n) => ({ get: 'rows', ids: many(n, (i) => `li_${n - i}`) }) },
  { name: 'subscriptions', ask: () => ({ get: 'subscriptions', on: DATE }) },
  { name: 'explain total', ask: () => ({ get: 'explain', path: '/summary/dueNow' }) },
  { name: 'explain a tax', ask: (n) => ({ get: 'explain', path: `/lines/${n - 1}/tax` }) },
  { name: 'find', ask: () => ({ get: 'find', text: 'line 77' }) },
];

/** The functions of docs/architecture.md. */
export const FUNCTIONS = [
  ...['deal', 'invoice', 'paymentLink', 'subscription'].map((to) => ({
    name: `convert to ${to}`,
    call: 'convert',
    argument: (n) => ({ state: quoteOf(n, { kind: 'deal' }), to }),
  })),
  {
    name: 'convert to a subscription each line',
    call: 'convert',
    argument: (n) => ({
      state: quoteOf(0, {
        kind: 'deal',
        lines: many(n, (i) => {
          const billing = { frequency: 'monthly', start: { delayDays: i } };
          return { ...lineOf(i), billing };
        }),
      }),
      to: 'subscription',
    }),
  },
  {
    name: 'convert to a credit memo of a part',
    call: 'convert',
    argument: (n) => ({
      state: quoteOf(n, { kind: 'invoice', status: 'open', number: 'INV-1' }),
      to: 'creditMemo',
      amount: '10.00',
    }),
  },
  {
    name: 'merge',
    call: 'merge',
    argument: (n) => {
      const rev = (write) => ({ rev: { n: 2, write, parent: 'w1' } });
      const base = quoteOf(n, { rev: { n: 1, write: 'w1' } });
      const mine = { ...base, ...rev('w2'), lines: [...base.lines].reverse() };
      const theirs = {
        ...base,
        ...rev('w3'),
        lines: base.lines.map((line, i) => (i % 2 ? line : { ...line, name: 'Theirs' })),
      };
      return { base, mine, theirs };
    },
  },
  {
    name: 'choices',
    call: 'choices',
    argument: (n) => {
      const lines = many(n, (i) => ({ ...lineOf(i), optional: true }));
      return { state: quoteOf(0, { lines }), choices: chosen(n) };
    },
  },
  {
    name: 'verify',
    call: 'verify',
    argument: (n) => ({ state: quoteOf(n), claim: { total: '1' } }),
  },
  {
    name: 'events',
    call: 'events',
    most: 4000,
    argument: (n) => ({ state: subscriptionOf(n), from: DATE, to: '2026-12-31' }),
  },
  ...['invoice', 'cancel'].map((what) => ({
    name: `period ${what}`,
    call: 'period',
    argument: (n) => ({ state: subscriptionOf(n), do: what, on: DATE }),
  })),
  {
    name: 'sum',
    call: 'sum',
    argument: (n) => ({ currency: 'USD', lists: [many(n, (i) => `${i}.25`)] }),
  },
];

function chosen(n) {
  return { quantities: {}, selected: Object.fromEntries(many(n, (i) => [`li_${n - i}`, true])) };
}

function subscriptionOf(n) {
  return quoteOf(n, {
    kind: 'subscription',
    lines: many(n, (i) => ({ ...lineOf(i), billing: { frequency: 'monthly' } })),
  });
}
