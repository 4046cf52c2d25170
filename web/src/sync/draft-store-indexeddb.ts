// Records in IndexedDB, one text per document. A read-write transaction makes `update` atomic over
// all tabs.

import { packRecord, unpackRecord } from './draft-store-memory.ts';
import type { DraftRecord, DraftStore } from './draft-store.ts';
import { openDatabase, request } from './indexeddb.ts';

const STORE = 'drafts';

export class IndexedDbDraftStore implements DraftStore {
  readonly #database: Promise<IDBDatabase>;

  constructor(name = 'crossfoot-drafts') {
    this.#database = openDatabase(name, [STORE]);
  }

  async get(id: string): Promise<DraftRecord | null> {
    const store = (await this.#database).transaction(STORE, 'readonly').objectStore(STORE);
    const text = await request<string | undefined>(store.get(id));
    return text === undefined ? null : unpackRecord(text);
  }

  async update(
    id: string,
    change: (record: DraftRecord | null) => DraftRecord | null,
  ): Promise<DraftRecord | null> {
    // 'strict' waits for the disk where the browser can: the draft is what is left after a crash.
    const database = await this.#database;
    const transaction = database.transaction(STORE, 'readwrite', { durability: 'strict' });
    const store = transaction.objectStore(STORE);
    const text = await request<string | undefined>(store.get(id));
    const changed = change(text === undefined ? null : unpackRecord(text));
    if (changed) store.put(packRecord(changed), id);
    await new Promise<void>((resolve, reject) => {
      transaction.oncomplete = () => resolve();
      transaction.onabort = () => reject(transaction.error);
    });
    return changed;
  }

  async ids(): Promise<string[]> {
    const store = (await this.#database).transaction(STORE, 'readonly').objectStore(STORE);
    return (await request(store.getAllKeys())).map(String);
  }

  async remove(id: string): Promise<void> {
    const store = (await this.#database).transaction(STORE, 'readwrite').objectStore(STORE);
    await request(store.delete(id));
  }
}
