// Checks 25–28: what a pricing-aware backend does. They run where the server declares level 3.

import { randomUUID } from 'node:crypto';

import { describe, expect, isSuccess } from './context.mjs';
import { invoice, newId } from './sample.mjs';

function expectProblem(answer, status, ending) {
  expect(answer.status === status, `answered ${describe(answer)}, not ${status}`);
  const type = answer.headers['content-type'] ?? 'none';
  expect(type.startsWith('application/problem+json'), `the refusal is ${type}`);
  const name = answer.json?.type ?? 'none';
  expect(name.endsWith(ending), `the problem's type is ${name}, not …${ending}`);
}

async function refusesWrongTotals(ctx) {
  const id = newId();
  const rules = ctx.declared.rules?.[0] ?? 1;
  const create = { 'If-None-Match': '*' };
  const claim = { rules, dueNow: '0.01', total: '0.01' };
  const wrong = await ctx.put(id, invoice(id, { claim }), create);
  expectProblem(wrong, 422, '/totals-mismatch');
  const expected = wrong.json.expected ?? {};
  expect(expected.dueNow === '23.80', `expected.dueNow is ${expected.dueNow}, not 23.80`);
  expect((await ctx.get(id)).status === 404, 'the refused document was stored');
  const right = { rules, dueNow: expected.dueNow, total: expected.total };
  const accepted = await ctx.put(id, invoice(id, { claim: right }), create);
  expect(isSuccess(accepted.status), `the right totals answered ${describe(accepted)}`);
  const stored = await ctx.get(id);
  expect(stored.json?.claim === undefined, 'the claim was stored with the document');
  return '422 with 23.80; right totals accepted';
}

function finalise(ctx, id, key, body = {}) {
  const headers = key ? { 'Idempotency-Key': `"${key}"` } : {};
  return ctx.post(`${encodeURIComponent(id)}/finalise`, body, headers);
}

async function protectsFinalised(ctx) {
  const { id } = await ctx.create();
  const answer = await finalise(ctx, id, randomUUID());
  expect(isSuccess(answer.status), `finalise answered ${describe(answer)} ${answer.text}`);
  const finalised = await ctx.get(id);
  expect(finalised.json?.digest, 'the finalised document has no digest');
  const { etag } = finalised;
  const put = await ctx.put(id, invoice(id), { 'If-Match': etag });
  expectProblem(put, 409, '/finalised');
  const removed = await ctx.remove(id, { 'If-Match': etag });
  expectProblem(removed, 409, '/finalised');
  expect((await ctx.get(id)).text === finalised.text, 'the finalised document was changed');
  return '409 on PUT and DELETE';
}

async function finalisesOnce(ctx) {
  const { id } = await ctx.create();
  const missing = await finalise(ctx, id, null);
  expect(missing.status === 400, `without a key it answered ${describe(missing)}, not 400`);
  const key = randomUUID();
  const atOnce = await Promise.all(Array.from({ length: 8 }, () => finalise(ctx, id, key)));
  const done = atOnce.filter((answer) => isSuccess(answer.status));
  const inFlight = atOnce.filter((answer) => answer.status === 409);
  expect(done.length >= 1, `no concurrent request succeeded (${describe(atOnce[0])})`);
  const odd = atOnce.find((answer) => !isSuccess(answer.status) && answer.status !== 409);
  expect(!odd, `a concurrent request answered ${odd && describe(odd)}`);
  const replay = await finalise(ctx, id, key);
  for (const answer of [...done, replay]) {
    expect(answer.text === done[0].text, 'the same key got different answers');
  }
  const number = (await ctx.get(id)).json?.number;
  const other = await finalise(ctx, id, key, { prefix: 'OTHER' });
  expect(other.status === 422, `another body answered ${describe(other)}, not 422`);
  expect((await ctx.get(id)).json?.number === number, 'the number changed');
  return `${done.length} answers alike, ${inFlight.length} in flight, one effect`;
}

async function refusesUnknownRules(ctx) {
  const id = newId();
  const answer = await ctx.put(id, invoice(id, { rules: 999_999 }), { 'If-None-Match': '*' });
  expect(answer.status === 422, `answered ${describe(answer)}, not 422`);
  const supported = answer.json?.supported ?? answer.json?.rules;
  expect(Array.isArray(supported), 'the refusal does not list the supported rules');
  return `422, supports ${supported.join(', ')}`;
}

/** Number, title and function of the checks of level 3. */
export const level3 = [
  [25, 'wrong totals answer 422 with the expected ones', refusesWrongTotals],
  [26, 'a finalised document answers 409 on PUT and DELETE', protectsFinalised],
  [27, 'one Idempotency-Key has one effect', finalisesOnce],
  [28, 'unknown rules answer 422 with the known ones', refusesUnknownRules],
].map(([number, title, run]) => ({ number, title, run, level: 3 }));
