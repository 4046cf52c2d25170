// Documents in this browser only: a backend for those who have none.

import type { Backend, Reply, SyncDocument } from './backend.ts';
import { openDatabase, request } from './indexeddb.ts';
import { parseJson, writeJson } from '../json/lossless-json.ts';

const STORE = 'documents';

interface Row {
  text: string;
  token: string;
}

export class IndexedDbBackend implements Backend {
  readonly #database: Promise<IDBDatabase>;

  constructor(name = 'crossfoot-documents') {
    this.#database = openDatabase(name, [STORE]);
  }

  async load(id: string): Promise<Reply> {
    const store = (await this.#database).transaction(STORE, 'readonly').objectStore(STORE);
    const row = await request<Row | undefined>(store.get(id));
    if (!row) return { status: 'missing' };
    return { status: 'ok', doc: parseJson(row.text) as SyncDocument, token: row.token };
  }

  create(doc: SyncDocument): Promise<Reply> {
    return this.#change(doc.id, (row) => (row ? 'conflict' : { text: writeJson(doc) }));
  }

  replace(doc: SyncDocument, token: string): Promise<Reply> {
    return this.#change(doc.id, (row) => mismatch(row, token) ?? { text: writeJson(doc) });
  }

  remove(id: string, token: string): Promise<Reply> {
    return this.#change(id, (row) => mismatch(row, token) ?? 'delete');
  }

  /** Reads, decides and writes in one transaction. */
  async #change(id: string, decide: (row: Row | undefined) => Decision): Promise<Reply> {
    const transaction = (await this.#database).transaction(STORE, 'readwrite');
    const store = transaction.objectStore(STORE);
    const decision = decide(await request<Row | undefined>(store.get(id)));
    if (decision === 'conflict' || decision === 'missing') return { status: decision };
    const token = crypto.randomUUID();
    if (decision === 'delete') store.delete(id);
    else store.put({ text: decision.text, token }, id);
    await new Promise<void>((resolve, reject) => {
      transaction.oncomplete = () => resolve();
      transaction.onabort = () => reject(transaction.error);
    });
    return { status: 'ok', token };
  }
}

type Decision = 'conflict' | 'missing' | 'delete' | { text: string };

function mismatch(row: Row | undefined, token: string): 'conflict' | 'missing' | null {
  if (!row) return 'missing';
  return row.token === token ? null : 'conflict';
}
