// Checks 1–16: what every backend must do. Each function returns a short note or throws a Finding.

import { describe, expect, Finding, isStrong, isSuccess } from './context.mjs';
import { difficultContent, invoice, newId } from './sample.mjs';

const ORIGIN = 'https://editor.example';
const REQUEST_HEADERS = ['content-type', 'if-match', 'if-none-match', 'authorization'];

async function createsOnce(ctx) {
  const id = newId();
  const answer = await ctx.put(id, invoice(id), { 'If-None-Match': '*' });
  expect(answer.status === 201, `answered ${describe(answer)}, not 201`);
  return '201';
}

async function refusesSecondCreate(ctx) {
  const { id, document } = await ctx.create();
  const answer = await ctx.put(id, invoice(id), { 'If-None-Match': '*' });
  await ctx.expectStored(id, document, `answered ${describe(answer)} and overwrote the document`);
  expect(answer.status === 412, `answered ${describe(answer)}, not 412`);
  return '412, body intact';
}

async function givesStableEtag(ctx) {
  const { id } = await ctx.create();
  const [first, second] = [await ctx.get(id), await ctx.get(id)];
  expect(first.etag, 'GET has no ETag');
  expect(first.etag === second.etag, `${first.etag}, then ${second.etag}`);
  return first.etag;
}

async function etagIsStrongAtOnce(ctx) {
  const id = newId();
  await ctx.put(id, invoice(id), { 'If-None-Match': '*' });
  const first = await ctx.get(id);
  expect(first.etag, 'GET has no ETag');
  if (isStrong(first.etag)) return 'strong';
  await ctx.etagOf(id);
  const waited = (ctx.pause / 1000).toFixed(1);
  throw new Finding(`weak at first (${first.etag}), strong after ${waited} s`);
}

async function acceptsCurrentEtag(ctx) {
  const { id, etag } = await ctx.create();
  const document = invoice(id);
  const answer = await ctx.put(id, document, { 'If-Match': etag });
  expect(isSuccess(answer.status), `answered ${describe(answer)}`);
  await ctx.expectStored(id, document, `answered ${describe(answer)} but stored nothing`);
  return String(answer.status);
}

async function refusesStaleEtag(ctx) {
  const { id, etag } = await ctx.create();
  const current = invoice(id);
  await ctx.put(id, current, { 'If-Match': etag });
  const answer = await ctx.put(id, invoice(id), { 'If-Match': etag });
  await ctx.expectStored(id, current, `answered ${describe(answer)} and overwrote the document`);
  expect(answer.status === 412, `answered ${describe(answer)}, not 412`);
  return '412, body intact';
}

async function refusesAnyMatchOnMissing(ctx) {
  const id = newId();
  const answer = await ctx.put(id, invoice(id), { 'If-Match': '*' });
  const after = await ctx.get(id);
  expect(after.status === 404, `answered ${describe(answer)} and created the document`);
  expect(answer.status === 412, `answered ${describe(answer)}, not 412`);
  return '412, not created';
}

async function tellsQuickWritesApart(ctx) {
  const id = newId();
  await ctx.put(id, invoice(id), { 'If-None-Match': '*' });
  const first = await ctx.get(id);
  const answer = await ctx.put(id, invoice(id), { 'If-Match': await ctx.etagOf(id) });
  expect(isSuccess(answer.status), `the second write answered ${describe(answer)}`);
  const second = await ctx.get(id);
  expect(first.text.length === second.text.length, 'the two bodies differ in size');
  expect(first.etag !== second.etag, `both have ${first.etag}`);
  return 'different';
}

async function letsOneReplaceWin(ctx) {
  const { id } = await ctx.create();
  return race(ctx, async () => {
    const etag = await ctx.etagOf(id);
    const documents = Array.from({ length: ctx.width }, () => invoice(id));
    return Promise.all(documents.map((one) => ctx.put(id, one, { 'If-Match': etag })));
  });
}

async function letsOneCreateWin(ctx) {
  return race(ctx, () => {
    const id = newId();
    const documents = Array.from({ length: ctx.width }, () => invoice(id));
    return Promise.all(documents.map((one) => ctx.put(id, one, { 'If-None-Match': '*' })));
  });
}

/** Runs the rounds of a race; every round must have exactly one winner. */
async function race(ctx, round) {
  await Promise.all(Array.from({ length: ctx.width }, () => ctx.get(newId())));
  const winners = [];
  let unanswered = 0;
  for (let i = 0; i < ctx.rounds; i++) {
    const answers = await round();
    winners.push(answers.filter((answer) => isSuccess(answer.status)).length);
    unanswered += answers.filter((answer) => answer.status === 0).length;
  }
  const average = (winners.reduce((sum, n) => sum + n, 0) / winners.length).toFixed(1);
  const wrong = winners.filter((n) => n !== 1).length;
  const summary = `winners of ${ctx.width}: ${average} on average, ${Math.max(...winners)} at worst`;
  const lost = unanswered > 0 ? `, ${unanswered} requests unanswered` : '';
  expect(wrong === 0, `${summary}; ${wrong} of ${ctx.rounds} rounds wrong${lost}`);
  return summary;
}

async function keepsContent(ctx) {
  const { id } = await ctx.create({ custom: difficultContent });
  const { json } = await ctx.get(id);
  for (const [name, value] of Object.entries(difficultContent)) {
    const kept = JSON.stringify(json?.custom?.[name]);
    expect(kept === JSON.stringify(value), `member ${JSON.stringify(name)} came back as ${kept}`);
  }
  return `${Object.keys(difficultContent).length} members equal`;
}

async function saysJson(ctx) {
  const { id } = await ctx.create();
  const type = (await ctx.get(id)).headers['content-type'] ?? 'none';
  expect(/^application\/json\s*(;|$)/i.test(type), `Content-Type is ${type}`);
  return type;
}

async function allowsOtherOrigins(ctx) {
  const { id } = await ctx.create();
  const preflight = await ctx.wire.send('OPTIONS', ctx.url(id), {
    anonymous: true, // a browser sends a preflight without credentials
    headers: {
      Origin: ORIGIN,
      'Access-Control-Request-Method': 'PUT',
      'Access-Control-Request-Headers': REQUEST_HEADERS.join(', '),
    },
  });
  expect(isSuccess(preflight.status), `preflight answered ${describe(preflight)}`);
  const list = (answer, name) => (answer.headers[name] ?? '').toLowerCase().split(/\s*,\s*/);
  const origins = ['*', ORIGIN];
  const allowed = preflight.headers['access-control-allow-origin'];
  expect(origins.includes(allowed), `preflight allows origin ${allowed ?? 'none'}`);
  const methods = list(preflight, 'access-control-allow-methods');
  for (const method of ['put', 'delete']) {
    expect(methods.includes(method), `preflight does not allow ${method.toUpperCase()}`);
  }
  const headers = list(preflight, 'access-control-allow-headers');
  for (const name of REQUEST_HEADERS) {
    expect(headers.includes(name), `preflight does not allow the header ${name}`);
  }
  const answer = await ctx.get(id, { Origin: ORIGIN });
  const origin = answer.headers['access-control-allow-origin'];
  expect(origins.includes(origin), `GET allows origin ${origin ?? 'none'}`);
  const exposed = list(answer, 'access-control-expose-headers');
  expect(exposed.includes('etag'), 'ETag is not exposed to scripts');
  expect(exposed.includes('retry-after'), 'Retry-After is not exposed to scripts');
  return 'allowed, ETag exposed';
}

async function etagSurvivesCompression(ctx) {
  const { id } = await ctx.create({ comments: 'compressible '.repeat(400) });
  await ctx.etagOf(id);
  const answer = await ctx.get(id, { 'Accept-Encoding': 'gzip' });
  const write = await ctx.put(id, invoice(id), { 'If-Match': answer.etag ?? '"none"' });
  const encoding = answer.headers['content-encoding'] ?? 'not compressed';
  expect(isSuccess(write.status), `${encoding}, ${answer.etag}: answered ${describe(write)}`);
  return encoding;
}

async function takesOneMegabyte(ctx) {
  const id = newId();
  const document = invoice(id, { comments: 'x'.repeat(999_000) });
  const answer = await ctx.put(id, document, { 'If-None-Match': '*' });
  if (answer.status === 413) {
    expect((await ctx.get(id)).status === 404, 'answered 413 but stored something');
    return 'clean 413';
  }
  expect(isSuccess(answer.status), `answered ${describe(answer)}`);
  const stored = await ctx.expectStored(id, document, 'the document came back changed');
  expect(stored.json.comments.length === 999_000, 'the document came back shortened');
  return 'accepted';
}

async function saysNotFound(ctx) {
  const answer = await ctx.get(newId());
  expect(answer.status === 404, `answered ${describe(answer)}, not 404`);
  return '404';
}

/** Number, title and function of the checks of level 1. */
export const level1 = [
  [1, 'create with If-None-Match: * answers 201', createsOnce],
  [2, 'a second create answers 412, body unchanged', refusesSecondCreate],
  [3, 'GET returns the same ETag twice', givesStableEtag],
  [4, 'the ETag is strong immediately after a write', etagIsStrongAtOnce],
  [5, 'PUT with the current ETag is accepted', acceptsCurrentEtag],
  [6, 'PUT with a stale ETag answers 412, body unchanged', refusesStaleEtag],
  [7, 'If-Match: * on a missing document answers 412', refusesAnyMatchOnMissing],
  [8, 'two quick writes of one size get different ETags', tellsQuickWritesApart],
  [9, 'of parallel PUTs with one ETag exactly one wins', letsOneReplaceWin],
  [10, 'of parallel creates exactly one wins', letsOneCreateWin],
  [11, 'the JSON comes back as it was sent', keepsContent],
  [12, 'GET says Content-Type: application/json', saysJson],
  [13, 'scripts of other origins may use it (CORS)', allowsOtherOrigins],
  [14, 'the ETag of a compressed answer works in If-Match', etagSurvivesCompression],
  [15, 'a 1 MB document is accepted or cleanly refused', takesOneMegabyte],
  [16, 'an unknown id answers 404', saysNotFound],
].map(([number, title, run]) => ({ number, title, run, level: 1 }));
