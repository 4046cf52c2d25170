// Documents in memory: for trying things out and for tests of what stands above a backend.

import type { Backend, Reply, SyncDocument } from './backend.ts';
import { parseJson, writeJson } from '../json/lossless-json.ts';

export class MemoryBackend implements Backend {
  readonly #documents = new Map<string, { text: string; token: string }>();
  #writes = 0;

  async load(id: string): Promise<Reply> {
    const stored = this.#documents.get(id);
    if (!stored) return { status: 'missing' };
    return { status: 'ok', doc: parseJson(stored.text) as SyncDocument, token: stored.token };
  }

  async create(doc: SyncDocument): Promise<Reply> {
    return this.#documents.has(doc.id) ? { status: 'conflict' } : this.#keep(doc);
  }

  async replace(doc: SyncDocument, token: string): Promise<Reply> {
    const stored = this.#documents.get(doc.id);
    if (!stored) return { status: 'missing' };
    return stored.token === token ? this.#keep(doc) : { status: 'conflict' };
  }

  async remove(id: string, token: string): Promise<Reply> {
    const stored = this.#documents.get(id);
    if (!stored) return { status: 'missing' };
    if (stored.token !== token) return { status: 'conflict' };
    this.#documents.delete(id);
    return { status: 'ok' };
  }

  #keep(doc: SyncDocument): Reply {
    this.#writes += 1;
    const token = `"${this.#writes}"`;
    this.#documents.set(doc.id, { text: writeJson(doc), token });
    return { status: 'ok', token };
  }
}
