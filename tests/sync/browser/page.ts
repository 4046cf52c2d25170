// What the browser test drives: the sync with a real tab's storage, locks and channel.

import {
  attachTriggers,
  browserEnvironment,
  HttpBackend,
  IndexedDbDraftStore,
  SyncController,
  type Snapshot,
  type SyncDocument,
} from '../../../web/src/sync/index.ts';
import { plainMerge } from '../support/plain-merge.ts';

interface Page {
  start(base: string, token: string, device: string): void;
  open(id: string): Promise<SyncDocument>;
  rename(line: string, name: string): void;
  addLine(line: string, name: string): void;
  flush(): Promise<string>;
  resolve(path: string, side: 'mine' | 'theirs'): Promise<void>;
  seen(): { names: Record<string, string>; save: string; conflicts: string[] } | null;
}

declare global {
  var page: Page;
}

let controller: SyncController;
let latest: Snapshot | null = null;
let id = '';

type Line = { id: string; name: string };
const lines = () => (latest!.document.lines ?? []) as Line[];

globalThis.page = {
  start(base, token, device) {
    controller = new SyncController({
      backend: new HttpBackend({ base, headers: () => ({ Authorization: `Bearer ${token}` }) }),
      drafts: new IndexedDbDraftStore(),
      merge: plainMerge,
      environment: browserEnvironment(),
      device,
      isOnline: () => navigator.onLine,
      onChange: (snapshot) => (latest = snapshot),
    });
    attachTriggers(controller, () => (id ? [id] : []));
  },
  async open(wanted) {
    id = wanted;
    const initial = { version: 1, id, currency: 'USD', date: '2026-11-22', lines: [] };
    return controller.open(id, initial);
  },
  rename(line, name) {
    const next = lines().map((one) => (one.id === line ? { ...one, name } : one));
    controller.edit(id, { ...latest!.document, lines: next });
  },
  addLine(line, name) {
    controller.edit(id, { ...latest!.document, lines: [...lines(), { id: line, name }] });
  },
  flush: async () => (await controller.flush(id)).name,
  resolve: (path, side) => controller.resolve(id, path, side),
  seen() {
    if (!latest) return null;
    const names = Object.fromEntries(lines().map((line) => [line.id, line.name]));
    const conflicts = latest.conflicts.map((one) => one.path);
    return { names, save: latest.save.name, conflicts };
  },
};
