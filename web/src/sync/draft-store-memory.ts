// Records in memory, as text so that nothing is shared by accident. Several tabs of a test share
// one instance, which so outlives a killed tab.

import type { DraftRecord, DraftStore } from './draft-store.ts';
import { parseJson, writeJson } from '../json/lossless-json.ts';

/** A record as text, and back. */
export function packRecord(record: DraftRecord): string {
  return writeJson(record);
}

export function unpackRecord(text: string): DraftRecord {
  return parseJson<DraftRecord>(text);
}

export class MemoryDraftStore implements DraftStore {
  readonly #records = new Map<string, string>();

  async get(id: string): Promise<DraftRecord | null> {
    const text = this.#records.get(id);
    return text === undefined ? null : unpackRecord(text);
  }

  async update(
    id: string,
    change: (record: DraftRecord | null) => DraftRecord | null,
  ): Promise<DraftRecord | null> {
    const text = this.#records.get(id);
    const changed = change(text === undefined ? null : unpackRecord(text));
    if (changed) this.#records.set(id, packRecord(changed));
    return changed;
  }

  async ids(): Promise<string[]> {
    return [...this.#records.keys()];
  }

  async remove(id: string): Promise<void> {
    this.#records.delete(id);
  }
}
