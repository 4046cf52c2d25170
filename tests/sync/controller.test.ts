// The table of client rules, row by row.

import assert from 'node:assert/strict';
import { it } from 'node:test';

import { writeOf } from '../../web/src/sync/revision.ts';
import { Bench, ID, named, nameOf, quote } from './support/bench.ts';

/** Somebody else's version of what the server has, built upon it. */
function theirs(bench: Bench, change: object, by = 'device-b') {
  const { stored } = bench.backend;
  const rev = stored!.rev as unknown as { n: number; write: string; past: string[] };
  const next = { n: rev.n + 1, write: `${by}-write`, parent: rev.write, by, past: rev.past };
  bench.backend.write({ ...stored!, ...change, rev: next });
}

// SY-3.1, SY-3.2
it('an edit is on the device within 200 ms and on the server after 800 ms of quiet', async () => {
  const bench = await new Bench().open();
  bench.states();
  await bench.edit(named('edited'), 200);
  assert.equal(nameOf((await bench.device.store.get(ID))!.draft), 'edited');
  assert.deepEqual(bench.states(), ['saved', 'local']);
  assert.deepEqual(bench.backend.log, []);
  await bench.pass(700);
  assert.equal(nameOf(bench.backend.stored), 'edited');
  assert.deepEqual(bench.backend.log, ['replace']);
  assert.deepEqual(bench.states(), ['local', 'saving', 'saved']);
});

// SY-3.2
it('quick edits travel together, one request at a time', async () => {
  const bench = await new Bench().open();
  for (let i = 0; i < 10; i++) await bench.edit(named(`edit ${i}`), 100);
  assert.deepEqual(bench.backend.log, []);
  await bench.pass(1000);
  assert.deepEqual(bench.backend.log, ['replace']);
  assert.equal(nameOf(bench.backend.stored), 'edit 9');
});

// SY-1.2
it('an answer without a token is looked up, and the echo is not a conflict', async () => {
  const bench = await new Bench().open();
  bench.backend.script.push(null);
  const replace = bench.backend.replace.bind(bench.backend);
  bench.backend.replace = async (doc, token) => ({ ...(await replace(doc, token)), token: null });
  await bench.edit(named('edited'));
  assert.deepEqual(bench.backend.log, ['replace', 'load']);
  assert.deepEqual(bench.latest.conflicts, []);
  assert.equal(bench.latest.save.name, 'saved');
});

// SY-3.3
it('a lost answer is followed by a look, not by a second write', async () => {
  const bench = await new Bench().open();
  bench.backend.script.push('lost answer');
  await bench.edit(named('edited'), 3000);
  assert.deepEqual(bench.backend.log, ['replace', 'load']);
  assert.equal(bench.latest.save.name, 'saved');
  assert.deepEqual(bench.latest.conflicts, []);
});

it('an edit made while the answer was lost is no conflict with its own predecessor', async () => {
  const bench = await new Bench().open();
  bench.backend.script.push('lost answer');
  bench.controller.edit(ID, named('first'));
  await bench.pass(850);
  await bench.edit(named('second'), 5000);
  assert.equal(nameOf(bench.backend.stored), 'second');
  assert.deepEqual(bench.latest.conflicts, []);
  assert.ok(bench.snapshots.every((one) => one.notice === null));
});

it('a lost request is sent again after a look', async () => {
  const bench = await new Bench().open();
  bench.backend.script.push({ status: 'retry' });
  await bench.edit(named('edited'), 3000);
  assert.deepEqual(bench.backend.log, ['replace', 'load', 'replace']);
  assert.equal(nameOf(bench.backend.stored), 'edited');
});

// SY-3.3
it('attempts grow rarer, up to a minute, and the person sees when the next one is', async () => {
  const bench = await new Bench().open();
  for (let i = 0; i < 100; i++) bench.backend.script.push({ status: 'retry' });
  await bench.edit(named('edited'), 10 * 60_000);
  const { length } = bench.backend.log;
  assert.ok(length > 10 && length < 30, `${length} requests in ten minutes`);
  const { save } = bench.latest;
  assert.ok(save.name === 'retrying' && save.seconds >= 30 && save.seconds <= 60);
});

// SY-3.7
it('Retry-After is obeyed', async () => {
  const bench = await new Bench().open();
  bench.backend.script.push({ status: 'retry', retryAfter: 120 });
  await bench.edit(named('edited'), 119_000);
  assert.deepEqual(bench.backend.log, ['replace']);
  await bench.pass(3000);
  assert.equal(nameOf(bench.backend.stored), 'edited');
});

it('neither edits nor looks make it ask before Retry-After is over', async () => {
  const bench = await new Bench().open();
  bench.backend.script.push({ status: 'retry', retryAfter: 120 });
  await bench.edit(named('edited'));
  for (let i = 0; i < 10; i++) {
    await bench.edit(named(`edit ${i}`), 5000);
    await bench.controller.refresh(ID);
  }
  assert.deepEqual(bench.backend.log, ['replace']);
  await bench.pass(75_000);
  assert.equal(nameOf(bench.backend.stored), 'edit 9');
});

it('typing while the server is away does not make attempts more frequent', async () => {
  const bench = await new Bench().open();
  for (let i = 0; i < 100; i++) bench.backend.script.push({ status: 'retry' });
  for (let i = 0; i < 120; i++) await bench.edit(named(`edit ${i}`), 5000);
  assert.ok(bench.backend.log.length < 30, `${bench.backend.log.length} requests in ten minutes`);
});

it('a server whose ETag is useless at first gets one pause, however often one looks', async () => {
  const bench = await new Bench().open();
  bench.backend.script.push({ status: 'conflict' });
  bench.controller.edit(ID, named('mine'));
  await bench.pass(850);
  for (let i = 0; i < 5; i++) {
    await bench.controller.refresh(ID);
    await bench.pass(200);
  }
  assert.equal(bench.backend.log.filter((one) => one === 'replace').length, 1);
  await bench.pass(1000);
  assert.equal(nameOf(bench.backend.stored), 'mine');
  assert.equal(bench.latest.save.name, 'saved');
});

// SY-3.4
it('changes of different lines merge by themselves, and the person hears of it', async () => {
  const bench = await new Bench().open();
  const lines = [...(quote().lines as object[]), { id: 'li_2', name: 'theirs' }];
  theirs(bench, { lines });
  await bench.edit(named('mine'));
  assert.equal(bench.latest.save.name, 'saved');
  assert.deepEqual(
    (bench.backend.stored!.lines as { name: string }[]).map((line) => line.name).sort(),
    ['mine', 'theirs'],
  );
  assert.equal(bench.snapshots.find((one) => one.notice)?.notice?.by, 'device-b');
});

it('changes of the same line wait for a person, with mine on the screen', async () => {
  const bench = await new Bench().open();
  theirs(bench, { lines: named('theirs').lines });
  await bench.edit(named('mine'), 60_000);
  assert.equal(bench.latest.save.name, 'decision');
  assert.equal(nameOf(bench.latest.document), 'mine');
  const [conflict] = bench.latest.conflicts;
  assert.equal(conflict!.path, '/lines/li_1');
  assert.equal((conflict!.theirs as { name: string }).name, 'theirs');
  assert.equal(nameOf(bench.backend.stored), 'theirs', 'nothing is sent before the decision');
  assert.equal((await bench.controller.flush(ID)).name, 'decision');
});

it('a decision for mine is sent, and theirs can be brought back', async () => {
  const bench = await new Bench().open();
  theirs(bench, { lines: named('theirs').lines });
  await bench.edit(named('mine'));
  await bench.controller.resolve(ID, '/lines/li_1', 'mine');
  assert.equal(nameOf(bench.backend.stored), 'mine');
  assert.equal((bench.latest.losers[0]!.value as { name: string }).name, 'theirs');
  await bench.controller.restore(ID, 0);
  assert.equal(nameOf(bench.backend.stored), 'theirs');
  assert.equal((bench.latest.losers[0]!.value as { name: string }).name, 'mine');
});

it('a decision for theirs changes the screen, and mine can be brought back', async () => {
  const bench = await new Bench().open();
  theirs(bench, { lines: named('theirs').lines });
  await bench.edit(named('mine'));
  await bench.controller.resolve(ID, '/lines/li_1', 'theirs');
  assert.equal(nameOf(bench.latest.document), 'theirs');
  assert.equal(bench.latest.save.name, 'saved');
  assert.equal((bench.latest.losers[0]!.value as { name: string }).name, 'mine');
});

it('a write of mine that another one was built upon is no conflict', async () => {
  const bench = await new Bench().open();
  bench.backend.script.push('lost answer');
  bench.controller.edit(ID, named('mine'));
  await bench.pass(850); // sent, the answer is lost
  theirs(bench, { lines: named('built upon mine').lines });
  await bench.pass(5000);
  assert.deepEqual(bench.latest.conflicts, []);
  assert.equal(nameOf(bench.latest.document), 'built upon mine');
});

// SY-3.6
it('a document that vanished is recreated or kept here, as the person wishes', async () => {
  for (const choice of ['recreate', 'keepLocal'] as const) {
    const bench = await new Bench().open();
    bench.backend.stored = null;
    await bench.edit(named('mine'));
    // The server said conflict, the look that followed said missing.
    assert.equal(bench.latest.question, 'missing');
    await bench.controller.decideMissing(ID, choice);
    assert.equal(nameOf(bench.latest.document), 'mine');
    assert.equal(bench.backend.stored !== null, choice === 'recreate');
    const count = bench.backend.log.length;
    await bench.edit(named('later'), 60_000);
    assert.equal(bench.backend.log.length > count, choice === 'recreate');
  }
});

// SY-3.6
it('a missing sign-in pauses everything and keeps it', async () => {
  const bench = await new Bench().open();
  bench.backend.script.push({ status: 'denied' });
  await bench.edit(named('mine'), 300_000);
  assert.deepEqual(bench.backend.log, ['replace']);
  assert.equal(bench.latest.save.name, 'signIn');
  assert.equal(bench.signIns, 1);
  assert.equal(nameOf((await bench.device.store.get(ID))!.draft), 'mine');
  bench.controller.resume();
  await bench.pass(2000);
  assert.equal(nameOf(bench.backend.stored), 'mine');
});

// SY-3.7
it('a refused document is not sent again before it has changed', async () => {
  const bench = await new Bench().open();
  bench.backend.script.push({ status: 'rejected', problem: { status: 422, pointer: '/lines/0' } });
  await bench.edit(named('wrong'), 300_000);
  assert.deepEqual(bench.backend.log, ['replace']);
  const { save } = bench.latest;
  assert.ok(save.name === 'rejected' && save.problem.pointer === '/lines/0');
  await bench.edit(named('right'));
  assert.equal(nameOf(bench.backend.stored), 'right');
});

// SY-3.5
it('a server that refuses every condition is given up after a few attempts', async () => {
  const bench = await new Bench().open();
  for (let i = 0; i < 50; i++) {
    bench.backend.script.push({ status: 'conflict' }, null);
  }
  await bench.edit(named('mine'), 20 * 60_000);
  assert.equal(bench.latest.save.name, 'rejected');
  assert.ok(bench.backend.log.length < 20, bench.backend.log.join());
  assert.equal(nameOf(bench.latest.document), 'mine');
});

it('without a connection the person sees how many documents wait', async () => {
  const bench = await new Bench().open();
  bench.isOnline = false;
  bench.backend.script.push({ status: 'retry' });
  await bench.edit(named('mine'));
  assert.deepEqual(bench.latest.save, { name: 'offline', waiting: 1 });
  bench.isOnline = true;
  bench.controller.online();
  await bench.pass(1000);
  assert.equal(bench.latest.save.name, 'saved');
});

it('news of others appear when nothing is unsaved here', async () => {
  const bench = await new Bench().open();
  theirs(bench, { lines: named('news').lines });
  await bench.controller.refresh(ID);
  assert.equal(nameOf(bench.latest.document), 'news');
  assert.ok(bench.snapshots.some((one) => one.documentChanged));
});

// SY-1.2
it('an old answer from a cache does not take the screen back', async () => {
  const bench = await new Bench().open();
  const old = bench.backend.stored!;
  await bench.edit(named('new'));
  bench.backend.script.push({ status: 'ok', doc: old, token: '"1"' });
  await bench.controller.refresh(ID);
  assert.equal(nameOf(bench.latest.document), 'new');
  await bench.pass(10_000);
  assert.equal(bench.latest.save.name, 'saved');
});

it('a server set back to a backup gets the newer document again', async () => {
  const bench = await new Bench().open();
  const old = bench.backend.stored!;
  await bench.edit(named('newer'));
  bench.backend.write(old);
  await bench.controller.refresh(ID);
  await bench.pass(60_000);
  assert.equal(nameOf(bench.backend.stored), 'newer');
});

it('a tab killed while sending goes on where it was, without a false conflict', async () => {
  const bench = await new Bench().open();
  bench.controller.edit(ID, named('mine'));
  await bench.pass(799);
  const replace = bench.backend.replace.bind(bench.backend);
  bench.backend.replace = async (doc, token) => {
    const reply = await replace(doc, token);
    bench.life.end(); // the write is done, nobody hears the answer
    return reply;
  };
  await bench.pass(1000);
  bench.backend.replace = replace;
  assert.equal(nameOf(bench.backend.stored), 'mine');
  const write = writeOf(bench.backend.stored);
  await bench.open();
  assert.equal(bench.latest.save.name, 'saved');
  assert.deepEqual(bench.latest.conflicts, []);
  assert.equal(writeOf(bench.backend.stored), write, 'it was not written twice');
});

// SY-3.8
it('finalise waits for the connection and happens once', async () => {
  const bench = await new Bench().open();
  bench.backend.script.push({ status: 'retry' }, { status: 'retry' });
  void bench.controller.act(ID, 'finalise');
  await bench.pass(500);
  assert.notEqual(bench.latest.save.name, 'saved');
  await bench.pass(10_000);
  const keys = new Set(bench.backend.log.filter((one) => one.startsWith('finalise')));
  assert.equal(keys.size, 1, 'every attempt has the same key');
  assert.equal(bench.latest.document.number, 'INV-1001');
  assert.equal(bench.latest.save.name, 'saved');
});

it('a document finalised by somebody else stands, and my changes are kept', async () => {
  const bench = await new Bench().open();
  theirs(bench, { status: 'open', number: 'INV-7', digest: 'sha256:1' });
  await bench.edit(named('mine'));
  assert.equal(bench.latest.question, 'finalised');
  await bench.controller.acceptFinalised(ID);
  assert.equal(bench.latest.document.number, 'INV-7');
  assert.equal(nameOf(bench.latest.document), 'one');
  assert.equal(nameOf(bench.latest.losers[0]!.value as never), 'mine');
  assert.equal(bench.latest.save.name, 'saved');
});

// SY-3.9
it('two devices that made the same document keep the lines of both', async () => {
  const bench = new Bench();
  const other = { id: 'li_b', name: 'from b' };
  const rev = { n: 1, write: 'b1', parent: null, by: 'device-b', past: [] };
  bench.backend.script.push({ status: 'missing' });
  bench.backend.write(quote({ lines: [other], rev }));
  await bench.open();
  const names = (bench.backend.stored!.lines as { name: string }[]).map((line) => line.name);
  assert.deepEqual(names.sort(), ['from b', 'one']);
});

// SY-3.7
it('a document that the server will not give is shown with its reason and not asked for again', async () => {
  const problem = { status: 400, detail: 'Ids have 16 characters or more' };
  const bench = new Bench();
  bench.backend.script.push(
    ...Array.from({ length: 50 }, () => ({ status: 'rejected', problem }) as const),
  );
  await bench.open();
  const { save } = bench.latest;
  assert.ok(save.name === 'rejected' && save.problem.detail === problem.detail);
  await bench.pass(24 * 3_600_000);
  assert.deepEqual(bench.backend.log, []);
  assert.equal((await bench.controller.flush(ID)).name, 'rejected');
  assert.equal((await bench.controller.refresh(ID)).name, 'rejected');
  assert.deepEqual(bench.backend.log, []);
  await bench.edit(named('edited'), 5000);
  assert.deepEqual(bench.backend.log, ['load'], 'once after an edit');
  assert.equal(bench.latest.save.name, 'rejected');
  assert.equal(nameOf((await bench.device.store.get(ID))!.draft), 'edited');
  // The server is mended, and the page is opened again.
  bench.backend.script.length = 0;
  await bench.open();
  assert.equal(nameOf(bench.backend.stored), 'edited');
  assert.equal(bench.latest.save.name, 'saved');
});

// SY-3.7
it('a refusal of a later look is shown, too', async () => {
  const bench = await new Bench().open();
  bench.backend.script.push({ status: 'rejected', problem: { status: 400, title: 'No' } });
  await bench.controller.refresh(ID);
  assert.equal(bench.latest.save.name, 'rejected');
  await bench.pass(3_600_000);
  assert.deepEqual(bench.backend.log, ['load']);
});

// SY-3.6
it('a missing right is said with the server’s own words', async () => {
  const bench = await new Bench().open();
  const problem = { status: 403, detail: 'This token may read only' };
  bench.backend.script.push({ status: 'denied', problem });
  await bench.edit(named('edited'), 60_000);
  const { save } = bench.latest;
  assert.ok(save.name === 'signIn' && save.problem.detail === problem.detail);
  assert.deepEqual(bench.backend.log, ['replace']);
});

// SY-3.7
it('a wish to wait for years is not taken at its word', async () => {
  for (const retryAfter of [99_999_999, Infinity, Number.MAX_SAFE_INTEGER]) {
    const bench = await new Bench().open();
    bench.backend.script.push({ status: 'retry', retryAfter });
    await bench.edit(named('edited'), 10_000);
    const { save } = bench.latest;
    assert.ok(save.name === 'retrying' && save.seconds <= 3600);
    assert.deepEqual(bench.backend.log, ['replace']);
    await bench.pass(3_600_000);
    assert.equal(nameOf(bench.backend.stored), 'edited');
  }
});
