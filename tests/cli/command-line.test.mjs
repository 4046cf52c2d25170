// The command line as people and scripts use it: answers, streams, exit codes.
import assert from 'node:assert/strict';
import { spawn, spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../../', import.meta.url));
const native = join(root, 'scripts/crossfoot');
const wasm = join(root, 'scripts/crossfoot-wasm');
const folder = mkdtempSync(join(tmpdir(), 'crossfoot-cli-'));
after(() => rmSync(folder, { recursive: true }));

/** The document printed in the design, with the amounts printed beside it. */
const sample = {
  version: 1,
  rules: 1,
  kind: 'quote',
  currency: 'USD',
  date: '2026-11-22',
  taxRates: [{ id: 'nyc', name: 'NYC sales tax', percent: '8.875' }],
  lines: [
    {
      id: 'li_1',
      type: 'item',
      name: 'Seat',
      unitPrice: '11.9',
      quantity: '1',
      cost: '4',
      discount: { percent: '15' },
      taxRateIds: ['nyc'],
      billing: { frequency: 'monthly', payments: 12 },
    },
  ],
  adjustments: [{ id: 'a1', type: 'discount', name: 'Launch', percent: '10' }],
};
const state = JSON.stringify(sample);
const nameless = JSON.stringify({ ...sample, lines: [{ id: 'x', unitPrice: '5' }] });

function file(name, text) {
  const path = join(folder, name);
  writeFileSync(path, text);
  return path;
}

function run(program, words, input = '') {
  const { status, stdout, stderr } = spawnSync(program, words, {
    input,
    encoding: 'utf8',
    maxBuffer: 1 << 28,
  });
  return { status, stdout, stderr };
}

const crossfoot = (words, input) => run(native, words, input);

for (const [name, program] of [
  ['native', native],
  ['WebAssembly', wasm],
]) {
  const price = (words, input) => run(program, ['price', ...words], input);

  test(`${name}: price prints the priced view, with the digest when asked for`, () => {
    const plain = price([], state);
    assert.equal(plain.status, 0);
    assert.equal(plain.stderr, '');
    assert.equal(JSON.parse(plain.stdout).summary.total, '131.02');
    assert.equal('digest' in JSON.parse(plain.stdout), false);
    assert.match(JSON.parse(price(['--digest'], state).stdout).digest, /^sha256:[0-9a-f]{64}$/);
    assert.equal(price([file('state.json', state)]).stdout, plain.stdout);
  });

  test(`${name}: an issue of severity error ends with 1, unreadable input with 2`, () => {
    assert.equal(price([], nameless).status, 1);
    const broken = price([], '{"version":1,\n "currency"}');
    assert.equal(broken.status, 2);
    const { error } = JSON.parse(broken.stdout);
    assert.equal(error.code, 'json-syntax');
    assert.equal(error.line, 2);
    assert.equal(price([], '').status, 2);
    assert.equal(price([join(folder, 'nowhere.json')]).status, 2);
  });

  test(`${name}: a stream gives one answer a line, also for bad and blank lines`, () => {
    const { status, stdout } = price(
      ['--ndjson'],
      `${state}\n\n{"version":\r\n${state}\r\n${state}`,
    );
    const answers = stdout.trimEnd().split('\n');
    assert.equal(answers.length, 5);
    assert.deepEqual(
      answers.map((answer) => JSON.parse(answer).error?.code ?? JSON.parse(answer).summary.dueNow),
      ['9.91', 'json-syntax', 'json-syntax', '9.91', '9.91'],
    );
    assert.equal(status, 1);
  });

  test(`${name}: a stream ends with 0, 1 or 2 by its worst line, 2 only when none was read`, () => {
    assert.equal(price(['--ndjson'], `${state}\n`).status, 0);
    assert.equal(price(['--ndjson'], `${state}\n${nameless}\n`).status, 1);
    assert.equal(price(['--ndjson'], `{\n${state}\n`).status, 1);
    assert.equal(price(['--ndjson'], '{\n[\n').status, 2);
    assert.equal(price(['--ndjson'], '').status, 2);
  });

  test(`${name}: a line longer than the limit is refused and the next one is priced`, () => {
    const long = ' '.repeat(65 * 1024 * 1024);
    const { stdout, status } = price(['--ndjson'], `${long}\n${state}\n`);
    const [first, second] = stdout.trimEnd().split('\n');
    assert.equal(JSON.parse(first).error.code, 'too-large');
    assert.equal(JSON.parse(second).summary.dueNow, '9.91');
    assert.equal(status, 1);
  });

  test(`${name}: each answer is there before the next line is sent`, async () => {
    const child = spawn(program, ['price', '--ndjson']);
    const answers = [];
    let buffered = '';
    let arrived = () => {};
    child.stdout.on('data', (block) => {
      buffered += block;
      const lines = buffered.split('\n');
      buffered = lines.pop();
      answers.push(...lines);
      if (lines.length > 0) arrived();
    });
    for (let i = 1; i <= 3; ++i) {
      const answer = new Promise((resolve) => (arrived = resolve));
      child.stdin.write(`${state}\n`);
      await answer;
      assert.equal(answers.length, i);
    }
    child.stdin.end();
    assert.equal(await new Promise((resolve) => child.on('close', resolve)), 0);
  });

  test(`${name}: bytes that are no UTF-8 are refused as such`, () => {
    const bytes = Buffer.concat([
      Buffer.from('{"version":1,"x":"'),
      Buffer.from([0xff]),
      Buffer.from('"}'),
    ]);
    assert.equal(JSON.parse(price([], bytes).stdout).error.code, 'invalid-utf8');
  });

  test(`${name}: a wrong command line is explained on standard error`, () => {
    const { status, stdout, stderr } = price(['--nonsense'], state);
    assert.equal(status, 2);
    assert.equal(stdout, '');
    assert.notEqual(stderr, '');
  });
}

// PR-7.7
test('native and WebAssembly streams are the same bytes', () => {
  const lines = [state, nameless, '', '{"version":2}', '{"version":1,"currency":"XXX"}', state];
  const input = lines.join('\n');
  const flags = ['price', '--ndjson', '--digest'];
  assert.equal(run(wasm, flags, input).stdout, crossfoot(flags, input).stdout);
});

for (const [name, program] of [
  ['native', native],
  ['WebAssembly', wasm],
]) {
  test(`${name}: a long stream needs no more memory than a short one`, async () => {
    const lines = Array.from({ length: 20 }, () => ({ name: 'Seat', unitPrice: '1' }));
    const block = `${JSON.stringify({ ...sample, lines })}\n`.repeat(500);
    const child = spawn(program, ['price', '--ndjson']);
    let answers = 0;
    child.stdout.on('data', (data) => {
      for (const byte of data) if (byte === 10) answers += 1;
    });
    /** Sends blocks, waits for their answers, and reads the most memory ever used, in kB. */
    const peakAfter = async (blocks) => {
      const expected = answers + blocks * 500;
      for (let i = 0; i < blocks; ++i) {
        if (!child.stdin.write(block))
          await new Promise((resolve) => child.stdin.once('drain', resolve));
      }
      while (answers < expected) await new Promise((resolve) => setTimeout(resolve, 5));
      return Number(/VmHWM:\s*(\d+)/.exec(readFileSync(`/proc/${child.pid}/status`, 'utf8'))[1]);
    };
    const short = await peakAfter(10);
    const long = await peakAfter(50);
    child.stdin.end();
    assert.equal(await new Promise((resolve) => child.on('close', resolve)), 0);
    assert.ok(long - short < 40_000, `${short} kB grew to ${long} kB`);
  });
}

test('verify finds no difference in the own view and names the amounts of a wrong one', () => {
  const view = crossfoot(['price', '--digest'], state).stdout;
  const stateFile = file('verify.json', state);
  const same = crossfoot(['verify', stateFile, file('view.json', view)]);
  assert.deepEqual([same.status, JSON.parse(same.stdout)], [0, { ok: true }]);

  const wrong = JSON.parse(view);
  wrong.summary.dueNow = '9.90';
  wrong.lines[0].taxes[0].amount = '0.80';
  delete wrong.metrics.arr;
  const found = crossfoot(['verify', stateFile, '-'], JSON.stringify(wrong));
  assert.equal(found.status, 1);
  assert.deepEqual(
    JSON.parse(found.stdout).differences.map(({ path, expected }) => [path, expected]),
    [
      ['/lines/0/taxes/0/amount', '0.81'],
      ['/metrics/arr', '121.32'],
      ['/summary/dueNow', '9.91'],
    ],
  );
  assert.equal(crossfoot(['verify', stateFile, '-'], 'no view').status, 2);
  assert.equal(crossfoot(['verify', '-', file('view.json', view)], '{').status, 2);
});

test('call verify ends with 1 where the answer is not ok', () => {
  const verify = (claim) =>
    crossfoot(['call', 'verify'], `{"state":${state},"claim":${JSON.stringify(claim)}}`);
  assert.equal(verify({ dueNow: '9.91' }).status, 0);
  for (const claim of [{ dueNow: '9.90' }, {}, { dueNov: '9.91' }]) {
    const { status, stdout } = verify(claim);
    assert.deepEqual([status, JSON.parse(stdout).ok], [1, false], JSON.stringify(claim));
  }
});

/** A subscription whose first period is paid; numbers of the host's own that no parser keeps. */
const subscription = `{"version":1,"id":"s1","kind":"subscription","currency":"USD","date":"2026-04-01",
"billingRecords":[{"due":"2026-04-01","status":"paid"}],"custom":{"long":1.2300000000000000000001},
"lines":[{"id":"li_1","name":"Seat","unitPrice":"10","billing":{"frequency":"monthly","payments":6}}]}`;

test('events tells what happens between two days', () => {
  const words = ['events', '--from', '2026-04-16', '--to', '2026-05-01'];
  const { status, stdout } = crossfoot(words, subscription);
  assert.equal(status, 0);
  assert.deepEqual(
    JSON.parse(stdout).map(({ type, date, amount }) => [type, date, amount]),
    [
      ['reminder', '2026-04-17', '10.00'],
      ['payment-due', '2026-05-01', '10.00'],
    ],
  );
  assert.match(crossfoot(['events', '--from', '2026-04-16'], subscription).stderr, /--to/);
  const never = crossfoot(['events', '--from', 'now', '--to', '2026-05-01'], subscription);
  assert.deepEqual([never.status, JSON.parse(never.stdout).error.code], [1, 'date-invalid']);
  assert.equal(crossfoot(words, '{').status, 2);
});

test('period makes the invoice of a day, which another command can price, digit by digit', () => {
  const words = ['period', 'invoice', '--on', '2026-05-01', '--id', 'inv'];
  const { status, stdout } = crossfoot(words, subscription);
  assert.equal(status, 0);
  assert.deepEqual(JSON.parse(stdout).origin, {
    kind: 'subscription',
    id: 's1',
    due: '2026-05-01',
  });
  assert.match(stdout, /1\.2300000000000000000001/);
  assert.equal(JSON.parse(crossfoot(['price'], stdout).stdout).summary.dueNow, '10.00');
  const nothing = crossfoot(['period', 'invoice', '--on', '2026-05-02'], subscription);
  assert.deepEqual([nothing.status, JSON.parse(nothing.stdout).error.code], [1, 'no-such-payment']);
  assert.equal(crossfoot(['period', 'invoice'], subscription).status, 2);
});

test('period tells what cancelling gives back and what new terms cost', () => {
  const asked = (...words) =>
    JSON.parse(crossfoot(['period', ...words, file('sub.json', subscription)]).stdout);
  const now = asked('cancel', '--on', '2026-04-16');
  assert.deepEqual([now.credit.total, now.state.canceledOn], ['5.00', '2026-04-16']);
  const later = asked('cancel', '--on', '2026-04-16', '--at-period-end');
  assert.deepEqual([later.credit, later.state.canceledOn], [null, '2026-05-01']);
  const changes = '{"li_1":{"unitPrice":"20"}}';
  const changed = asked('change', '--on', '2026-04-16', '--changes', changes);
  assert.deepEqual([changed.credit.total, changed.charge.total], ['5.00', '10.00']);
  const broken = crossfoot(
    ['period', 'change', '--on', '2026-04-16', '--changes', 'x'],
    subscription,
  );
  assert.equal(broken.status, 2);
});

test('quickbooks maps an invoice, reads one back and explains an error', () => {
  const mapping = file('mapping.json', '{}');
  const draft = crossfoot(['quickbooks', '--mapping', mapping], state);
  assert.equal(draft.status, 1);
  assert.equal('error' in JSON.parse(draft.stdout), true);
  const explained = crossfoot(['quickbooks', '--explain', '6140']);
  assert.deepEqual([explained.status, JSON.parse(explained.stdout).code], [0, '6140']);
  assert.equal(crossfoot(['quickbooks', file('state.json', state)]).status, 2);
  const invoice = '{"CurrencyRef":{"value":"USD"},"TxnDate":"2026-11-22","Line":[]}';
  const back = crossfoot(['quickbooks', '--read', '--mapping', mapping], invoice);
  assert.equal(JSON.parse(back.stdout).state.kind, 'invoice');
});

test('the schedule is the one of the view', () => {
  const { schedule } = JSON.parse(crossfoot(['price'], state).stdout);
  assert.deepEqual(JSON.parse(crossfoot(['schedule'], state).stdout), schedule);
});

test('query reads anything of a document', () => {
  const path = file('query.json', state);
  assert.equal(JSON.parse(crossfoot(['query', path, 'lifecycle']).stdout).status, 'draft');
  const rows = crossfoot(['query', path, '{"get":"rows","from":0,"count":1}']);
  assert.equal(JSON.parse(rows.stdout).rows[0].priced.net, '10.11');
  assert.equal(crossfoot(['query', path, 'nothing']).status, 2);
});

for (const [name, program] of [
  ['native', native],
  ['WebAssembly', wasm],
]) {
  test(`${name}: call reaches every function of the engine`, () => {
    const called = (words, input) => run(program, ['call', ...words], input);
    const sums = called(['sum'], '{"currency":"USD","lists":[["1.00","-0.25"]]}');
    assert.deepEqual([sums.status, sums.stdout], [0, '{"sums":["0.75"]}\n']);
    const argument = file(
      'events.json',
      `{"state":${subscription},"from":"2026-04-16","to":"2026-05-01"}`,
    );
    assert.equal(JSON.parse(called(['events', argument]).stdout).events.length, 2);
    const unknown = called(['nothing'], '{}');
    assert.deepEqual(
      [unknown.status, JSON.parse(unknown.stdout).error.code],
      [1, 'unknown-function'],
    );
    assert.equal(called([]).status, 2);
  });
}

test('explain shows how an amount came about, and refuses a path that is none', () => {
  const stateFile = file('explain.json', state);
  const { status, stdout } = crossfoot(['explain', stateFile, '/summary/dueNow']);
  assert.equal(status, 0);
  assert.equal(JSON.parse(stdout).value, '9.91');
  assert.notEqual(JSON.parse(stdout).steps.length, 0);
  assert.equal(crossfoot(['explain', stateFile, '/summary/nothing']).status, 2);
  assert.deepEqual(crossfoot(['explain', '-', '/summary/dueNow'], state).stdout, stdout);
});

test('apply carries out commands one a line and takes back as many as asked', () => {
  const stateFile = file('apply.json', state);
  const commands = [
    { op: 'set', path: '/lines/li_1/quantity', value: '10' },
    { op: 'add', list: 'lines', items: [{ id: 'li_2', name: 'Setup', unitPrice: '500' }] },
  ]
    .map((command) => JSON.stringify(command))
    .join('\n');

  const applied = crossfoot(['apply', stateFile], commands);
  assert.equal(applied.status, 0);
  assert.equal(JSON.parse(applied.stdout).lines.length, 2);
  const back = crossfoot(['apply', stateFile, '--undo', '1'], commands);
  assert.deepEqual(
    JSON.parse(back.stdout).lines.map((line) => line.quantity),
    ['10'],
  );
  const none = crossfoot(['apply', stateFile, '--undo', '2'], commands);
  assert.equal(none.stdout, crossfoot(['apply', stateFile]).stdout);
});

test('apply writes no state when a command is refused', () => {
  const stateFile = file('refused.json', state);
  const refused = crossfoot(
    ['apply', stateFile],
    '{"op":"remove","list":"lines","ids":["nobody"]}',
  );
  assert.equal(refused.status, 1);
  assert.equal('error' in JSON.parse(refused.stdout), true);
  assert.match(refused.stderr, /command 1/);
  assert.equal(crossfoot(['apply', stateFile], '{"op":').status, 2);
  assert.equal(crossfoot(['apply', stateFile, '--undo', '1']).status, 1);
});

// RE-4.4
test('schedule, metrics and subscriptions read a document from a file or standard input', () => {
  const schedule = JSON.parse(crossfoot(['schedule'], state).stdout);
  assert.equal(schedule.length, 12);
  assert.equal(schedule[0].total, '9.91');
  const byLine = JSON.parse(crossfoot(['schedule', '--lines'], state).stdout);
  assert.equal(byLine[0].lines[0].id, 'li_1');
  assert.equal(JSON.parse(crossfoot(['metrics'], state).stdout).metrics.tcv, '121.32');
  const stateFile = file('read.json', state);
  const on = crossfoot(['subscriptions', '--on', '2026-12-01', stateFile]);
  assert.equal(on.status, 0);
  assert.equal(JSON.parse(on.stdout).length, 1);
  assert.equal(crossfoot(['subscriptions', stateFile]).status, 2);
});

test('merge takes both sides, and ends with 1 where they conflict', () => {
  const changed = (edit) => {
    const copy = structuredClone(sample);
    edit(copy);
    return JSON.stringify(copy);
  };
  const base = file('base.json', state);
  const mine = file(
    'mine.json',
    changed((copy) => (copy.lines[0].quantity = '2')),
  );
  const theirs = file(
    'theirs.json',
    changed((copy) => (copy.comments = 'Call first')),
  );
  const both = crossfoot(['merge', base, mine, theirs]);
  assert.equal(both.status, 0);
  const { merged } = JSON.parse(both.stdout);
  assert.deepEqual([merged.lines[0].quantity, merged.comments], ['2', 'Call first']);

  const clash = file(
    'clash.json',
    changed((copy) => (copy.lines[0].quantity = '3')),
  );
  const conflict = crossfoot(['merge', base, mine, clash]);
  assert.equal(conflict.status, 1);
  assert.equal(JSON.parse(conflict.stdout).conflicts.length, 1);
  assert.equal(crossfoot(['merge', base, mine, file('broken.json', '{')]).status, 2);
});

test('convert writes each new document on a line of its own, ready to be priced', () => {
  const stateFile = file('deal.json', JSON.stringify({ ...sample, kind: 'deal', adjustments: [] }));
  const { status, stdout } = crossfoot(['convert', stateFile, 'quote', '--id', 'q-1']);
  assert.equal(status, 0);
  assert.equal(JSON.parse(stdout.split('\n')[0]).kind, 'quote');
  assert.equal(crossfoot(['price', '--ndjson'], stdout).status, 0);
  assert.equal(crossfoot(['convert', stateFile, 'sandwich']).status, 1);
});

test('schema prints what is published in the repository', () => {
  for (const name of ['state', 'view', 'command', 'reply', 'explain', 'error']) {
    const published = readFileSync(join(root, `schema/${name}.schema.json`), 'utf8');
    assert.equal(crossfoot(['schema', name]).stdout.trimEnd(), published.trimEnd());
  }
  assert.equal(crossfoot(['schema', 'nothing']).status, 2);
});

test('--help and --version answer, a missing or unknown command is a mistake', () => {
  assert.match(crossfoot(['--help']).stdout, /price --ndjson/);
  assert.match(crossfoot(['--version']).stdout, /^crossfoot \d+\.\d+\.\d+ \(pricing rules 1\)\n$/);
  assert.equal(crossfoot([]).status, 2);
  assert.equal(crossfoot(['bake']).status, 2);
});
