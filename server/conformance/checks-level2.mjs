// Checks 17–23: what a comfortable backend does beyond the five rules.

import { describe, expect, isSuccess } from './context.mjs';
import { invoice } from './sample.mjs';

async function answersNotModified(ctx) {
  const { id, etag } = await ctx.create();
  const answer = await ctx.get(id, { 'If-None-Match': etag });
  const same = answer.status === 200 && answer.etag === etag;
  expect(answer.status === 304 || same, `answered ${describe(answer)}, ETag ${answer.etag}`);
  return String(answer.status);
}

async function returnsEtagOnPut(ctx) {
  const { id, etag } = await ctx.create();
  const answer = await ctx.put(id, invoice(id), { 'If-Match': etag });
  expect(answer.etag, `PUT answered ${describe(answer)} without ETag`);
  const next = await ctx.get(id);
  expect(answer.etag === next.etag, `PUT says ${answer.etag}, GET says ${next.etag}`);
  return 'equal to the next GET';
}

async function demandsCondition(ctx) {
  const { id, document } = await ctx.create();
  const answer = await ctx.put(id, invoice(id));
  expect(answer.status === 428, `answered ${describe(answer)}, not 428`);
  await ctx.expectStored(id, document, 'answered 428 but overwrote the document');
  return '428';
}

async function guardsDelete(ctx) {
  const { id, etag } = await ctx.create();
  const document = invoice(id);
  await ctx.put(id, document, { 'If-Match': etag });
  const stale = await ctx.remove(id, { 'If-Match': etag });
  await ctx.expectStored(id, document, `a stale DELETE answered ${describe(stale)} and deleted`);
  expect(stale.status === 412, `a stale DELETE answered ${describe(stale)}, not 412`);
  const current = await ctx.remove(id, { 'If-Match': await ctx.etagOf(id) });
  expect(isSuccess(current.status), `a current DELETE answered ${describe(current)}`);
  expect((await ctx.get(id)).status === 404, 'still there after DELETE');
  return `412, then ${current.status}`;
}

async function forbidsTransformation(ctx) {
  const { id } = await ctx.create();
  const value = (await ctx.get(id)).headers['cache-control'] ?? 'none';
  expect(/\bno-transform\b/i.test(value), `Cache-Control is ${value}`);
  return value;
}

/** Follows the list from `cursor` to its end; answers the ids in order and the last cursor. */
async function readList(ctx, cursor) {
  const items = [];
  for (let page = 0; page < 1000; page++) {
    const answer = await ctx.wire.send('GET', `${ctx.base}/?since=${encodeURIComponent(cursor)}`);
    expect(answer.status === 200, `the list answered ${describe(answer)}`);
    expect(Array.isArray(answer.json?.items), 'the list has no items');
    expect(answer.json.cursor !== undefined, 'the list has no cursor');
    items.push(...answer.json.items);
    if (answer.json.items.length === 0 || String(answer.json.cursor) === cursor) break;
    cursor = String(answer.json.cursor);
  }
  return { items, cursor };
}

async function listsChangesOnce(ctx) {
  const before = await readList(ctx, '');
  const made = [await ctx.create(), await ctx.create(), await ctx.create()];
  const created = await readList(ctx, before.cursor);
  for (const { id, etag } of made) {
    const seen = created.items.filter((item) => item.id === id);
    expect(seen.length === 1, `a new document was listed ${seen.length} times`);
    expect(seen[0].etag === etag, `listed with ETag ${seen[0].etag} instead of ${etag}`);
    expect(seen[0].rev?.write, 'listed without rev');
  }
  const [changed, deleted] = made;
  await ctx.put(changed.id, invoice(changed.id), { 'If-Match': changed.etag });
  await ctx.remove(deleted.id, { 'If-Match': deleted.etag });
  const after = await readList(ctx, created.cursor);
  const count = (id) => after.items.filter((item) => item.id === id).length;
  expect(count(changed.id) === 1, `a change was listed ${count(changed.id)} times`);
  expect(count(made[2].id) === 0, 'an unchanged document was listed again');
  const again = await readList(ctx, after.cursor);
  expect(again.items.length === 0, 'the end of the list is not empty');
  return 'each change once';
}

async function survivesReplay(ctx) {
  const { id, etag } = await ctx.create();
  const document = invoice(id);
  await ctx.put(id, document, { 'If-Match': etag });
  const replay = await ctx.put(id, document, { 'If-Match': etag });
  const fine = replay.status === 412 || isSuccess(replay.status);
  expect(fine, `the replay answered ${describe(replay)}`);
  await ctx.expectStored(id, document, 'the replay changed the document');
  return String(replay.status);
}

/** Number, title and function of the checks of level 2. */
export const level2 = [
  [17, 'If-None-Match on GET answers 304 or the same ETag', answersNotModified],
  [18, 'PUT returns the ETag of the next GET', returnsEtagOnPut],
  [19, 'a PUT without a condition answers 428', demandsCondition],
  [20, 'DELETE is refused when stale, done when current', guardsDelete],
  [21, 'Cache-Control has no-transform', forbidsTransformation],
  [22, 'the list shows each change once', listsChangesOnce],
  [23, 'the replay of a PUT changes nothing', survivesReplay],
].map(([number, title, run]) => ({ number, title, run, level: 2 }));
