// The schemas and the core must agree on what is a state, a priced view and a refusal.
import assert from 'node:assert/strict';
import { mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { loadNodeEngine } from '../../wasm/node.mjs';
import { randomDocument } from '../reference/generate.mjs';
import { commandLines, run } from './command-lines.mjs';
import { forms } from './commands.mjs';
import { everyMember, minimal, samples } from './members.mjs';
import { complaints, names, readSchema } from './schemas.mjs';

/** The core's answers to states or texts, in order. */
function answers(inputs) {
  const texts = inputs.map((input) => (typeof input === 'string' ? input : JSON.stringify(input)));
  const { text } = run(commandLines.native, ['price', '--ndjson'], `${texts.join('\n')}\n`);
  const replies = text.split('\n').map((line) => JSON.parse(line));
  assert.equal(replies.length, inputs.length);
  return replies;
}

/** The code of a refusal, or `priced`. */
function verdict(reply) {
  const schema = reply.error ? 'error' : 'view';
  assert.deepEqual(complaints(schema, reply), [], JSON.stringify(reply).slice(0, 400));
  return reply.error ? reply.error.code : 'priced';
}

test('a wrong JSON type in any member is refused, a right one and null are not', () => {
  const cases = [];
  for (const { title, types, stateWith } of everyMember()) {
    cases.push({ title: `${title}: null`, state: stateWith(null), refused: false });
    for (const [type, sample] of Object.entries(samples)) {
      const refused = !types.includes(type);
      cases.push({ title: `${title}: ${type}`, state: stateWith(sample), refused });
    }
  }
  const replies = answers(cases.map(({ state }) => state));
  const wrong = cases
    .map(({ title, refused }, index) => ({ title, refused, said: verdict(replies[index]) }))
    .filter(({ refused, said }) => (said === 'wrong-type') !== refused)
    .map(({ title, said }) => `${title}: ${said}`);
  assert.deepEqual(wrong, []);
});

test('each refusal of a state comes with its code and its place', () => {
  const twice = [
    { id: 'a', name: 'A' },
    { id: 'a', name: 'B' },
  ];
  const cases = [
    ['json-syntax', '{"version":1,}'],
    ['json-syntax', 'nonsense'],
    ['wrong-type', '[]'],
    ['wrong-type', { ...minimal(), lines: {} }],
    ['unknown-version', { ...minimal(), version: 2 }],
    ['unknown-version', { currency: 'USD', date: '2026-11-22' }],
    ['unknown-kind', { ...minimal(), kind: 'order' }],
    ['unknown-currency', { ...minimal(), currency: 'XAU' }],
    ['unknown-currency', { version: 1, date: '2026-11-22' }],
    ['document-date', { ...minimal(), date: '2026-02-29' }],
    ['document-date', { version: 1, currency: 'USD' }],
    ['duplicate-id', { ...minimal(), lines: twice }],
    ['duplicate-id', { ...minimal(), taxRates: twice }],
    ['duplicate-id', { ...minimal(), adjustments: twice }],
    ['invalid-utf8', '{"version":1,"currency":"USD","date":"2026-11-22","id":"\\ud800"}'],
    ['too-deep', `${'['.repeat(65)}${']'.repeat(65)}`],
  ];
  const replies = answers(cases.map(([, input]) => input));
  assert.deepEqual(
    replies.map(verdict),
    cases.map(([code]) => code),
  );
});

test('each code of an issue comes from a state that earns it, in a view the schema admits', () => {
  const item = (extra) => ({ id: 'l', name: 'Seat', unitPrice: '10', ...extra });
  const lines = (...list) => ({ ...minimal(), lines: list });
  const rated = (rate, extra) => ({
    ...lines(item({ taxRateIds: ['t'], ...extra })),
    taxRates: [{ id: 't', name: 'VAT', ...rate }],
  });
  const states = {
    required: lines({ id: 'l', unitPrice: '1' }),
    'invalid-number': lines(item({ quantity: '1,5' })),
    'too-many-digits': lines(item({ unitPrice: '0.1234567890123' })),
    'out-of-range': lines(item({ discount: { percent: '101' } })),
    'negative-not-allowed': lines(item({ unitPrice: '-1' })),
    'one-of': lines(item({ discount: { percent: '1', amount: '1' } })),
    'unknown-value': { ...minimal(), policy: { taxRounding: 'never' } },
    'unknown-tax-rate': lines(item({ taxRateIds: ['none'] })),
    'duplicate-tax-rate': rated({ percent: '25' }, { taxRateIds: ['t', 't'] }),
    'too-many-taxes': rated({ percent: '1' }, { taxRateIds: Array(9).fill('t') }),
    'tax-inclusive-compound': rated({ percent: '5', compound: true, inclusive: true }),
    'tax-inclusive-negative': rated({ percent: '-5', inclusive: true }),
    'tiers-invalid': lines(item({ unitPrice: null, pricing: { model: 'volume', tiers: [] } })),
    'term-not-whole': lines(item({ billing: { frequency: 'quarterly', term: 'P4M' } })),
    'date-invalid': lines(item({ billing: { frequency: 'monthly', start: { date: 'soon' } } })),
    'date-out-of-range': {
      ...lines(item({ billing: { frequency: 'per_five_years', payments: 5200 } })),
    },
    'adjustment-not-allowed': {
      ...minimal(),
      kind: 'deal',
      adjustments: [{ id: 'a', type: 'discount', name: 'Less', percent: '5' }],
    },
    'amount-overflow': lines(item({ unitPrice: '999999999999', quantity: '999999999' })),
    'schedule-too-long': lines(
      ...Array.from({ length: 40 }, (_, i) => ({
        ...item({ billing: { frequency: 'monthly', payments: 5200, start: { delayDays: i } } }),
        id: `l${i}`,
      })),
    ),
    'discount-exceeds-price': lines(item({ discount: { total: '11' } })),
    'discount-exceeds-subtotal': {
      ...lines(item()),
      adjustments: [{ id: 'a', type: 'discount', name: 'Less', amount: '11' }],
    },
    'start-in-past': lines(
      item({ billing: { frequency: 'monthly', start: { date: '2020-01-01' } } }),
    ),
    'margin-below-minimum': {
      ...lines(item({ cost: '9' })),
      policy: { minimumMarginPercent: '20' },
    },
    'ignored-field': lines(item({ billing: { frequency: 'one_time', payments: 3 } })),
    'recurring-made-one-time': {
      ...lines(item({ billing: { frequency: 'monthly', payments: 3 } })),
      kind: 'invoice',
    },
    'unknown-member': lines(item({ discont: { percent: '10' } })),
    'digest-mismatch': {
      ...lines(item()),
      kind: 'invoice',
      status: 'open',
      number: 'INV-1001',
      digest: `sha256:${'0'.repeat(64)}`,
    },
  };
  const replies = answers(Object.values(states));
  Object.keys(states).forEach((code, index) => {
    assert.equal(verdict(replies[index]), 'priced', code);
    const codes = replies[index].issues.map((issue) => issue.code);
    assert.ok(codes.includes(code), `${code} is missing among ${codes}`);
  });
});

test('what the core says of random documents meets the schemas', () => {
  const documents = Array.from({ length: 600 }, (_, index) => randomDocument(1, index));
  const replies = answers(documents);
  documents.forEach((document, index) => {
    const said = verdict(replies[index]);
    if (said === 'priced') assert.deepEqual(complaints('state', JSON.parse(document)), []);
  });
  assert.ok(replies.filter((reply) => !reply.error).length > 400);
});

test('the codes with which the core refuses are the published ones', () => {
  const core = new URL('../../core/', import.meta.url);
  const module = readFileSync(new URL('../../wasm/engine.mjs', import.meta.url), 'utf8');
  const sources = readdirSync(core, { recursive: true })
    .filter((name) => /\.(cpp|h)$/.test(name) && !name.startsWith('cli'))
    .map((name) => readFileSync(new URL(name, core), 'utf8'))
    .join('\n')
    .concat(module.replaceAll("'", '"'));
  const published = new Set(
    readSchema('error').$defs.refusalCode.anyOf.flatMap((group) => group.enum),
  );
  const refused = [...sources.matchAll(/\brefuse\(\s*"([a-z0-9-]+)"/g)].map(([, code]) => code);
  assert.ok(refused.length > 40);
  assert.deepEqual(
    refused.filter((code) => !published.has(code)),
    [],
  );
  assert.deepEqual(
    [...published].filter((code) => !sources.includes(`"${code}"`)),
    [],
  );
});

test('the core knows each form of command that the schema describes', () => {
  const item = (id) => ({ id, name: 'Seat', unitPrice: '10', discounts: [{ percent: '5' }] });
  const state = {
    ...minimal(),
    lines: ['li_1', 'li_2', 'li_3', 'a/b'].map(item),
    taxRates: [{ id: 'nyc', name: 'New York', percent: '8.875' }],
    adjustments: ['adj_1', 'adj_2', 'adj_3'].map((id) => ({
      id,
      type: 'fee',
      name: 'Freight',
      amount: '1',
    })),
  };
  const folder = mkdtempSync(join(tmpdir(), 'crossfoot-'));
  const file = join(folder, 'state.json');
  const malformed = ['invalid-command', 'unknown-command', 'wrong-type', 'unknown-path'];
  try {
    for (const command of forms) {
      const bare = { ...state };
      if (JSON.stringify(command).includes('"id":"nyc"')) bare.taxRates = [];
      writeFileSync(file, JSON.stringify(bare));
      const { text } = run(commandLines.native, ['apply', file], JSON.stringify(command));
      const reply = JSON.parse(text);
      const said = JSON.stringify(command) + text.slice(0, 300);
      if (reply.error) assert.ok(!malformed.includes(reply.error.code), said);
      else assert.deepEqual(complaints('state', reply), [], said);
    }
  } finally {
    rmSync(folder, { recursive: true });
  }
});

test('the command line prints the schemas as they are published', () => {
  for (const name of names) {
    const { text, code } = run(commandLines.native, ['schema', name], '');
    assert.equal(code, 0);
    assert.deepEqual(JSON.parse(text), readSchema(name));
  }
});

// ST-1.3
test('a set of any member that the schema describes earns no notice, of another one it does', async () => {
  const { properties, $defs } = readSchema('state');
  const state = {
    ...minimal(),
    lines: [{ id: 'a', name: 'Seat', unitPrice: '1' }],
    taxRates: [{ id: 'a', name: 'VAT', percent: '20' }],
    adjustments: [{ id: 'a', type: 'fee', name: 'Freight', amount: '1' }],
  };
  const engine = await loadNodeEngine();
  // What the reply to the first value says that the core takes there; null where it takes none.
  const noticesOf = (path) => {
    for (const value of ['1', true, {}, []]) {
      const session = engine.session();
      session.open(JSON.stringify(state));
      const reply = JSON.parse(session.apply(JSON.stringify({ op: 'set', path, value })));
      session.close();
      if (reply.ok) return reply.notices ?? [];
    }
    return null;
  };
  const places = {
    '': properties,
    '/lines/a': $defs.line.properties,
    '/taxRates/a': $defs.taxRate.properties,
    '/adjustments/a': $defs.adjustment.properties,
  };
  const neverSet = [];
  for (const [place, members] of Object.entries(places)) {
    for (const name of Object.keys(members)) {
      const notices = noticesOf(`${place}/${name}`);
      if (notices === null) neverSet.push(`${place}/${name}`);
      else assert.deepEqual(notices, [], `${place}/${name}`);
    }
    assert.equal(noticesOf(`${place}/nobodyKnowsThis`).length, 1, place);
  }
  // Names of things, what only a step changes, and what makes another document.
  const bySteps = ['canceledOn', 'credits', 'digest', 'events', 'number', 'payments', 'refunds'];
  const byOpening = ['currency', 'date', 'kind', 'lines', 'rev', 'rules', 'version'];
  const others = [...bySteps, ...byOpening, 'status', 'total'].map((name) => `/${name}`);
  const ids = ['/adjustments/a/id', '/lines/a/id', '/taxRates/a/id'];
  assert.deepEqual(neverSet.sort(), [...others, ...ids].sort());
});
