// What every backend must do, whatever it is made of. Each adapter's test calls this once.

import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';

import type { Backend, SyncDocument } from '../../../web/src/sync/backend.ts';
import { NumberText, parseJson, sameJson } from '../../../web/src/json/lossless-json.ts';
import { sameContent, stamp } from '../../../web/src/sync/revision.ts';

export interface Subject {
  backend: Backend;
  stop?: () => Promise<void>;
}

let count = 0;

/** A document under a new id; each call makes another write of it. */
function document(change: object = {}, id = `contract-${++count}`): SyncDocument {
  const plain = { version: 1, id, currency: 'USD', date: '2026-11-22', lines: [], ...change };
  return stamp(plain, null, `write-${++count}`, 'test');
}

export function backendContract(name: string, open: () => Promise<Subject>): void {
  describe(`the ${name} backend`, () => {
    let subject: Subject;
    before(async () => {
      subject = await open();
    });
    after(() => subject.stop?.());
    const backend = () => subject.backend;

    async function stored(doc = document()) {
      assert.equal((await backend().create(doc)).status, 'ok');
      const { token } = await backend().load(doc.id);
      assert.ok(token, 'a stored document has a token');
      return { doc, token };
    }

    it('says that a document is missing', async () => {
      assert.equal((await backend().load('contract-nowhere')).status, 'missing');
    });

    it('gives back what it was given', async () => {
      const custom = {
        empty: '',
        emoji: '💺',
        composed: 'é',
        decomposed: 'é',
        list: [[], {}, null],
      };
      const { doc } = await stored(document({ custom }));
      const reply = await backend().load(doc.id);
      assert.ok(sameJson(reply.doc, doc));
    });

    it('keeps every digit of a number', async () => {
      const custom = parseJson('{"price": 1.10, "long": 12345678901234567890.125}');
      const { doc } = await stored(document({ custom }));
      const reply = await backend().load(doc.id);
      const { price, long } = reply.doc!.custom as Record<string, NumberText>;
      assert.equal(price!.text, '1.10');
      assert.equal(long!.text, '12345678901234567890.125');
    });

    it('creates a document once', async () => {
      const { doc } = await stored();
      const reply = await backend().create(document({ name: 'other' }, doc.id));
      assert.equal(reply.status, 'conflict');
      assert.ok(sameContent((await backend().load(doc.id)).doc!, doc));
    });

    it('replaces a document for the current token', async () => {
      const { doc, token } = await stored();
      const next = document({ name: 'next' }, doc.id);
      assert.equal((await backend().replace(next, token)).status, 'ok');
      assert.ok(sameContent((await backend().load(doc.id)).doc!, next));
    });

    it('gives a token for a write that the next load gives too, or none', async () => {
      const { doc, token } = await stored();
      const reply = await backend().replace(document({}, doc.id), token);
      if (reply.token) assert.equal(reply.token, (await backend().load(doc.id)).token);
    });

    it('refuses a stale token and keeps the document', async () => {
      const { doc, token } = await stored();
      const next = document({ name: 'next' }, doc.id);
      await backend().replace(next, token);
      const reply = await backend().replace(document({ name: 'late' }, doc.id), token);
      assert.equal(reply.status, 'conflict');
      assert.ok(sameContent((await backend().load(doc.id)).doc!, next));
    });

    it('says that a document to replace is missing', async () => {
      const { doc, token } = await stored();
      assert.equal((await backend().remove(doc.id, token)).status, 'ok');
      const status = (await backend().replace(document({}, doc.id), token)).status;
      // A server of the HTTP contract answers 412 here; the load after it says "missing".
      assert.ok(['missing', 'conflict'].includes(status), status);
      assert.equal((await backend().load(doc.id)).status, 'missing');
    });

    it('removes a document for the current token only', async () => {
      const { doc, token } = await stored();
      await backend().replace(document({}, doc.id), token);
      assert.equal((await backend().remove(doc.id, token)).status, 'conflict');
      const current = await backend().load(doc.id);
      assert.equal((await backend().remove(doc.id, current.token!)).status, 'ok');
      assert.equal((await backend().load(doc.id)).status, 'missing');
    });

    it('creates a removed document anew', async () => {
      const { doc, token } = await stored();
      await backend().remove(doc.id, token);
      assert.equal((await backend().create(document({}, doc.id))).status, 'ok');
    });
  });
}
