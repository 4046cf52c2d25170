// The parts of the buyer's page and the workspace that need no browser.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { test } from 'node:test';
import { loadNodeEngine } from '../../wasm/node.mjs';
import { packFragment, textForBuyer, unpackFragment } from '../../web/src/preview/fragment.ts';
import { offerWithCode, sealedCodes } from '../../web/src/preview/sealed-codes.ts';
import { loadPaperSource } from '../../web/src/preview/load-source.ts';
import { writeHtml, h } from '../../web/src/preview/markup.ts';
import { richText } from '../../web/src/preview/rich-text.ts';
import { safeLink, safePicture } from '../../web/src/preview/safe-link.ts';
import { staticPage } from '../../web/src/preview/static-page.ts';
import { compareDecimals } from '../../web/src/workspace/decimals.ts';
import { REASON_IDS } from '../../web/src/sentences/sentence-ids.ts';
import { toCsv } from '../../web/src/workspace/list/export-rows.ts';
import { passes } from '../../web/src/workspace/list/filters.ts';
import { periodOf } from '../../web/src/workspace/pages/reports-page.ts';
import { gapsIn } from '../../web/src/workspace/store/given-numbers.ts';

const root = resolve(import.meta.dirname, '../..');
const example = (name) => readFileSync(join(root, 'examples', name, 'state.json'), 'utf8');

async function page(state, options = {}) {
  const engine = await loadNodeEngine();
  const loaded = await loadPaperSource(engine.session(), state, options);
  assert.ok('source' in loaded, loaded.error);
  return staticPage(loaded.source);
}

test('the static page shows every amount of the totals as the core has it', async () => {
  const html = await page(example('11-en16931-allowance'));
  for (const text of [
    'INV-1188',
    '€5,900.00',
    '€7,125.00',
    '€6,125.00',
    'Lindholm Fastigheter AB',
  ]) {
    assert.ok(html.includes(text), text);
  }
  assert.equal(html, await page(example('11-en16931-allowance')), 'the same bytes each time');
});

// ST-4.4
test('names are text on the page, never markup, and only safe addresses become links', async () => {
  const state = JSON.parse(example('11-en16931-allowance'));
  state.lines[0].name = '<img src=x onerror=alert(1)>';
  state.lines[0].url = 'javascript:alert(1)';
  state.comments = '**b** [go](javascript:alert(2)) [ok](https://example.com/a?b&c) <script>';
  const html = await page(JSON.stringify(state));
  assert.ok(html.includes('&lt;img src=x onerror=alert(1)&gt;'));
  assert.ok(!/<img src=x|<script|href="javascript/.test(html));
  assert.ok(html.includes('<strong>b</strong>'));
  assert.ok(html.includes('href="https://example.com/a?b&amp;c"'));
});

test('comments know bold, italic, lists and links', () => {
  const html = richText('A **b *c***\nd\n\n- one\n- *two*\n\n1. x').map(writeHtml).join('');
  assert.match(html, /<p dir="auto">.*<br>d<\/p><ul dir="auto"><li>one<\/li>/);
  assert.match(html, /<li><em>two<\/em><\/li><\/ul><ol dir="auto"><li>x<\/li><\/ol>/);
});

test('a style cannot end its element, and an address or picture of another kind is refused', () => {
  assert.equal(writeHtml(h('style', {}, 'a</style><script>')), '<style>a/style>script></style>');
  assert.equal(safeLink('javascript:alert(1)'), null);
  assert.equal(safeLink(' data:text/html,x'), null);
  assert.equal(safeLink('mailto:a@b.example'), 'mailto:a@b.example');
  assert.equal(safePicture('https://example.com/logo.png'), null);
  assert.equal(safePicture('data:text/html;base64,AAAA'), null);
  assert.ok(safePicture('data:image/png;base64,AAAA'));
});

// DO-4.8
test("the seller's paper says what the buyer's link says", async () => {
  const names = readdirSync(join(root, 'examples')).filter((name) =>
    existsSync(join(root, 'examples', name, 'state.json')),
  );
  assert.ok(names.length > 10);
  for (const name of names) {
    // What happened is the seller's own record.
    const { events: _, ...state } = { ...JSON.parse(example(name)), owner: 'Maude Boisvert' };
    const whole = JSON.stringify(state);
    const paper = await page(whole);
    assert.equal(paper, await page(textForBuyer(whole)), name);
    assert.ok(!paper.includes('Maude Boisvert'));
  }
});

// DO-4.16
test('a paper says how to pay only where something is to be paid', async () => {
  const invoice = {
    ...JSON.parse(example('11-en16931-allowance')),
    issuer: { name: 'Nordvik', bank: 'NO93 8601 1117 947' },
  };
  const asked = async (changes) => page(JSON.stringify({ ...invoice, ...changes }));
  const open = await asked({});
  assert.ok(open.includes('NO93 8601 1117 947') && open.includes('Balance due'));
  const due = /Balance due.*?€([\d,.]+)/s.exec(open)[1].replaceAll(',', '');
  const payments = [
    ...(invoice.payments ?? []),
    { id: 'last', amount: due, date: '2026-12-01', status: 'succeeded' },
  ];
  const paid = await asked({ payments, status: 'paid' });
  assert.ok(/Balance due.*?€0\.00/s.test(paid));
  assert.ok(!paid.includes('NO93'), 'nothing is left to pay');
  const draft = await asked({ payments: [], status: 'draft' });
  assert.ok(draft.includes('It asks for no payment'));
  assert.ok(!draft.includes('NO93') && !draft.includes('Balance due'));
});

// DO-4.7
// DO-4.16
test('an account number that was typed in one piece is printed in groups of four', async () => {
  const state = JSON.parse(example('11-en16931-allowance'));
  for (const [bank, shown] of [
    ['DE89370400440532013000 BIC COBADEFFXXX', 'DE89 3704 0044 0532 0130 00 BIC COBADEFFXXX'],
    ['IBAN: NO9386011117947', 'IBAN: NO93 8601 1117 947'],
    ['NO93 8601 1117 947', 'NO93 8601 1117 947'],
    ['Account 12345678, sort code 10-20-30', 'Account 12345678, sort code 10-20-30'],
  ]) {
    state.issuer = { ...state.issuer, bank };
    assert.ok((await page(JSON.stringify(state))).includes(`<bdi>${shown}</bdi>`), shown);
  }
});

test('a link carries a document there and back, without costs and history', async () => {
  const state = JSON.parse(example('01-hubspot-seats'));
  state.lines.forEach((line) => (line.cost = '1'));
  state.events = [{ at: '2026-01-01', type: 'sent' }];
  const shown = textForBuyer(JSON.stringify(state));
  assert.ok(!shown.includes('"cost"') && !shown.includes('"events"'), shown);
  assert.deepEqual(JSON.parse(shown).lines[0].unitPrice, state.lines[0].unitPrice);
  const packed = await packFragment(shown);
  assert.ok(packed.ok);
  assert.deepEqual(await unpackFragment(`#${packed.fragment}`), { state: shown, sealed: [] });
});

// DO-4.8
test('a link tells no code, and opens its discount to who says it', async () => {
  const text = example('07-colorado-order');
  const { adjustments } = JSON.parse(text);
  const { code, name } = adjustments.find((each) => each.code !== undefined);
  const packed = await packFragment(textForBuyer(text), await sealedCodes(text));
  const { state, sealed } = await unpackFragment(packed.fragment);
  const carried = state + sealed.map((each) => Buffer.from(each, 'base64url').toString('latin1'));
  assert.ok(!carried.includes(code) && !carried.includes(name), carried);
  assert.equal(await offerWithCode(state, sealed, `${code}1`), null);
  const opened = JSON.parse(await offerWithCode(state, sealed, code));
  assert.deepEqual(
    opened.adjustments.map((each) => each.id),
    adjustments.map((each) => each.id),
  );
  // What the seller makes of the buyer's answer is what the buyer saw.
  const engine = await loadNodeEngine();
  const choose = (offer) =>
    engine.call('choices', JSON.stringify({ state: JSON.parse(offer), choices: { code } }));
  const due = (answer) =>
    JSON.parse(engine.price(JSON.stringify(JSON.parse(answer).state))).summary;
  assert.deepEqual(due(choose(JSON.stringify(opened))), due(choose(text)));
});

test('a link keeps every digit of a number', () => {
  const text =
    '{"version":1,"currency":"USD","date":"2026-01-01","lines":[{"id":"a","unitPrice":99999999999.123456}]}';
  assert.ok(textForBuyer(text).includes(':99999999999.123456}'));
});

test('a link beyond 8 KB is refused with its size, and broken ones carry nothing', async () => {
  const noise = Array.from({ length: 900 }, (_, n) => Math.sin(n + 1).toString(36)).join('');
  const packed = await packFragment(noise);
  assert.equal(packed.ok, false);
  assert.ok(packed.size > packed.limit && packed.limit === 8192);
  for (const fragment of ['', '#', '#d=', '#d=!!!', '#d=AAAA', '#x=1']) {
    assert.ok([undefined, ''].includes((await unpackFragment(fragment))?.state), fragment);
  }
});

test('a link that unpacks to a bomb is not unpacked', async () => {
  const packed = await packFragment('0'.repeat(5_000_000));
  assert.ok(packed.ok, 'five million zeros fit into a link');
  assert.equal(await unpackFragment(packed.fragment), null);
});

test('amounts are compared exactly, whatever their length', () => {
  assert.ok(compareDecimals('9007199254740993.01', '9007199254740993.02') < 0);
  assert.equal(compareDecimals('1.50', '1.5'), 0);
  assert.ok(compareDecimals('-2', '-10') > 0);
  assert.ok(compareDecimals('0.1', '') > 0);
});

test('filters join conditions by and and or, and leave out unfinished ones', () => {
  const entry = { total: ['100.00', 'money'], customer: ['Berg AS', 'text'] };
  const read = (name) => ({ value: entry[name][0], type: entry[name][1] });
  const above = { property: 'total', operator: 'above', value: '99.99' };
  const other = { property: 'customer', operator: 'is', value: 'Dahl' };
  const unfinished = { property: 'customer', operator: 'contains', value: '' };
  assert.equal(passes({ join: 'and', conditions: [above, other] }, read), false);
  assert.equal(passes({ join: 'or', conditions: [above, other] }, read), true);
  assert.equal(passes({ join: 'and', conditions: [above, unfinished] }, read), true);
  const unclear = { property: 'total', operator: 'below', value: '1.250,5' };
  assert.equal(passes({ join: 'and', conditions: [above, unclear] }, read), true);
});

test('a cell that a spreadsheet would run is exported as text; amounts stay numbers', () => {
  const csvCell = (text) => toCsv([text], []).slice(1, -2);
  assert.equal(csvCell('=HYPERLINK("x")'), '"\'=HYPERLINK(""x"")"');
  for (const number of ['-12.50', '+3', '1 234', '-٣٫٥', '12%'])
    assert.equal(csvCell(number), number);
  for (const text of [
    '=1+1',
    '+1+1',
    '-1+1',
    '@SUM(A1)',
    '\n=1+1',
    '\t=1+1',
    '\r=1+1',
    ' =1+1',
    '\u00a0=1+1',
    '\ufeff=1+1',
    '\u200b=1+1',
    '＝1+1',
    '＋1+1',
    '－1+1',
    '＠SUM(A1)',
    'x;=1+1;y',
    'x; =1+1;y',
    'x\n=1+1',
    'x\t@SUM(A1)',
    'x;＝1+1',
  ]) {
    // However a spreadsheet cuts the line into cells, none of them begins as a formula.
    for (const cut of [/[,\r\n]/, /[;\r\n]/, /[\t\r\n]/]) {
      for (const cell of toCsv([text], []).split(cut)) {
        assert.doesNotMatch(
          cell,
          /^[\s\ufeff\u200b"]*[=+\-@＝＋－＠]/u,
          JSON.stringify([text, cell]),
        );
      }
    }
  }
  assert.equal(csvCell('Cups, -10 mm'), '"Cups, -10 mm"');
  assert.equal(toCsv(['a', 'b'], [['1,5', 'x']]), '\ufeffa,b\r\n"1,5",x\r\n');
});

test('the journal names the numbers that are missing', () => {
  assert.deepEqual(gapsIn(['INV-1001', 'INV-1002', 'INV-1005', 'CM-7']), ['INV-1003 … INV-1004']);
  assert.deepEqual(gapsIn(['INV-1001', 'INV-1003']), ['INV-1002']);
  const given = { INV: { first: '1001', last: '1004' }, CM: { first: '1', last: '1' } };
  assert.deepEqual(gapsIn(['INV-1002'], given), ['INV-1001', 'INV-1003 … INV-1004', 'CM-1']);
  assert.equal(periodOf('2026-11-22', 'quarter'), '2026 Q4');
});

// DO-4.9
test('sums for reports are exact and refuse what is no amount', async () => {
  const engine = await loadNodeEngine();
  const sum = (argument) => JSON.parse(engine.call('sum', JSON.stringify(argument)));
  const lists = [Array(1000).fill('0.10'), ['1.005', '-1'], []];
  assert.deepEqual(sum({ currency: 'USD', lists }).sums, ['100.00', '0.01', '0.00']);
  assert.deepEqual(sum({ currency: 'JPY', lists: [['7', '8']] }).sums, ['15']);
  assert.equal(sum({ currency: 'USD', lists: [['x']] }).error.path, '/lists/0/0');
  assert.equal(sum({ currency: 'US', lists: [] }).error.code, 'unknown-currency');
  const most = '999999999999999.00';
  assert.equal(sum({ currency: 'USD', lists: [[most, '1']] }).error.code, 'amount-overflow');
});

test('the PDF holds its text: amounts, and Arabic and Japanese in their own letters', () => {
  const folder = mkdtempSync(join(tmpdir(), 'crossfoot-pdf-test-'));
  const print = (name, ...options) => {
    const out = join(folder, 'out.pdf');
    const state = join(root, 'examples', name, 'state.json');
    execFileSync(join(root, 'scripts/pdf'), [state, out, ...options], { stdio: 'pipe' });
    return execFileSync('pdftotext', ['-layout', out, '-']).toString('utf8').normalize('NFKC');
  };
  try {
    assert.match(print('11-en16931-allowance'), /Balance due\s+€6,125\.00/);
    assert.match(
      print('04-newsagent-jpy', '--lang', 'ja', '--locale', 'ja-JP'),
      /請求書[\s\S]*33,200/,
    );
    assert.match(print('02-cloud-usage', '--lang', 'ar', '--locale', 'ar-EG'), /فاتورة/);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
});

test('the PDF script says what is wrong with a state, and writes nothing', () => {
  const folder = mkdtempSync(join(tmpdir(), 'crossfoot-pdf-test-'));
  try {
    writeFileSync(join(folder, 'bad.json'), '{"version":1,');
    const run = () =>
      execFileSync(join(root, 'scripts/pdf'), [join(folder, 'bad.json'), join(folder, 'x.pdf')], {
        stdio: 'pipe',
      });
    assert.throws(run, /bad\.json/);
    assert.throws(() => readFileSync(join(folder, 'x.pdf')));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
});

test('every reason the core gives for a step has an id that pages have words for', async () => {
  const engine = await loadNodeEngine();
  const session = engine.session();
  const statuses = {
    deal: ['open', 'won', 'lost'],
    quote: ['draft', 'published', 'accepted', 'expired', 'archived'],
    invoice: ['draft', 'open', 'partlyPaid', 'paid', 'voided'],
    creditMemo: ['draft', 'open', 'applied', 'voided'],
    paymentLink: ['draft', 'active', 'inactive'],
    subscription: [''],
  };
  const ids = new Set();
  for (const [kind, names] of Object.entries(statuses)) {
    for (const status of names) {
      for (const lines of [[], [{ name: '', unitPrice: 'x' }], [{ name: 'A', unitPrice: '1' }]]) {
        const head = { version: 1, kind, currency: 'USD', date: '2026-11-22' };
        session.open(
          JSON.stringify({ ...head, expiresOn: '2026-11-30', lines, ...(status && { status }) }),
        );
        for (const on of ['2026-11-22', '2026-12-22']) {
          const reply = JSON.parse(session.query(JSON.stringify({ get: 'lifecycle', on })));
          for (const step of reply.steps) {
            assert.equal(step.allowed, step.reasonId === undefined, JSON.stringify(step));
            assert.equal(step.cannotBeUndone === undefined, step.lastingId === undefined);
            for (const each of [step, ...(step.also ?? [])]) {
              for (const id of [each.reasonId, each.lastingId]) if (id) ids.add(id);
            }
          }
        }
      }
    }
  }
  assert.ok(ids.size > 30, String(ids.size));
  assert.deepEqual(
    [...ids].filter((id) => !REASON_IDS.includes(id)),
    [],
  );
});

test('everything in the way of a step is said at once', async () => {
  const engine = await loadNodeEngine();
  const session = engine.session();
  const head = { version: 1, kind: 'invoice', currency: 'USD', date: '2026-11-22' };
  const lines = [
    { name: 'Seat', unitPrice: 'x' },
    { name: 'Desk', unitPrice: '-5' },
  ];
  session.open(JSON.stringify({ ...head, terms: { type: 'custom' }, lines }));
  const { steps } = JSON.parse(session.query('{"get":"lifecycle"}'));
  const finalise = steps.find(({ step }) => step === 'finalise');
  assert.equal(finalise.code, 'has-errors');
  assert.deepEqual(finalise.values, { codes: ['invalid-number', 'negative-not-allowed'] });
  assert.deepEqual(
    finalise.also.map(({ code, reasonId }) => [code, reasonId]),
    [
      ['contact-required', 'needsContact'],
      ['due-date-required', 'needsDueDate'],
    ],
  );
  const command = { op: 'lifecycle', step: 'finalise', at: '2026-11-22', number: '' };
  const { error } = JSON.parse(session.apply(JSON.stringify(command)));
  assert.equal(error.code, 'has-errors');
  assert.deepEqual(
    error.also.map(({ code }) => code),
    ['contact-required', 'due-date-required', 'number-required'],
  );
});
