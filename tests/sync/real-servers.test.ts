// The controller against real servers, good and bad: what it finds out about them, and that two
// devices which write at the same time keep both their edits.

import assert from 'node:assert/strict';
import { it } from 'node:test';

import { apacheDefault, apacheDigest } from '../../server/conformance/servers/apache.mjs';
import { crossfootEmbedded } from '../../server/conformance/servers/crossfoot.mjs';
import { lighttpd } from '../../server/conformance/servers/lighttpd.mjs';
import { nginx } from '../../server/conformance/servers/nginx.mjs';
import { SyncController } from '../../web/src/sync/controller.ts';
import type { Snapshot } from '../../web/src/sync/document-sync.ts';
import { HttpBackend } from '../../web/src/sync/http-backend.ts';
import { Device, Life } from './chaos/device.ts';
import { RealTime } from './chaos/real-time.ts';
import { coreMerge } from './support/core-merge.ts';
import { Random } from './support/random.ts';

const EXPECTED = [
  { server: crossfootEmbedded, protection: 'protected', end: 'saved' },
  { server: lighttpd, protection: 'protected', end: 'saved' },
  { server: apacheDefault, protection: 'protected', end: 'saved' },
  { server: apacheDigest, protection: 'protected', end: 'saved' },
  { server: nginx, protection: 'verified-only', end: 'unprotected' },
];

const ID = 'real-server-document-0001';
const line = (id: string) => ({ id, name: id, unitPrice: '1', quantity: '1' });

/** A tab on a device of its own. */
async function openTab(name: string, url: string, headers: Record<string, string>) {
  const device = new Device(name, new RealTime(1), new Random(name.length));
  const life = new Life();
  let latest: Snapshot | null = null;
  const controller = new SyncController({
    backend: new HttpBackend({ base: url, headers: () => headers }),
    drafts: device.draftsFor(life),
    merge: await coreMerge(),
    environment: device.environmentFor(life),
    device: name,
    onChange: (snapshot) => (latest = snapshot),
  });
  const initial = {
    version: 1,
    id: ID,
    kind: 'quote',
    currency: 'USD',
    date: '2026-11-22',
    lines: [],
  };
  await controller.open(ID, initial);
  return {
    controller,
    add(id: string) {
      const { document } = latest!;
      controller.edit(ID, { ...document, lines: [...(document.lines as []), line(id)] });
    },
    ids: () => (latest!.document.lines as { id: string }[]).map((one) => one.id).sort(),
    state: () => latest!.save.name,
    /** Flushes until the state is reached; slow servers want several attempts. */
    async reach(state: string) {
      for (let attempt = 0; attempt < 40; attempt++) {
        if ((await controller.refresh(ID)).name === state) return;
        await device.time.sleep(250);
      }
      assert.fail(`${name} ended as ${latest!.save.name}`);
    },
  };
}

for (const { server, protection, end } of EXPECTED) {
  // SY-1.3, SY-2.1, SY-2.2, SY-2.3, SY-2.4, SY-2.5
  it(`${server.name} is found to be ${protection}, and no edit of two devices is lost`, async () => {
    const { url, headers = {}, stop } = await server.start();
    try {
      const laptop = await openTab('laptop', url, headers);
      await laptop.reach(end);
      const phone = await openTab('phone', url, headers);
      await phone.reach(end);
      assert.equal((await laptop.controller.finding()).protection, protection);
      for (let round = 0; round < 3; round++) {
        laptop.add(`li_laptop_${round}`);
        phone.add(`li_phone_${round}`);
        await Promise.all([laptop.controller.flush(ID), phone.controller.flush(ID)]);
        await laptop.reach(end);
        await phone.reach(end);
        await laptop.reach(end);
      }
      assert.equal(laptop.ids().length, 6);
      assert.deepEqual(phone.ids(), laptop.ids());
      laptop.controller.dispose();
      phone.controller.dispose();
    } finally {
      await stop();
    }
  });
}
