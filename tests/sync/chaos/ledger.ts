// Remembers every edit and what became of it, independently of the code under test.

import type { Snapshot } from '../../../web/src/sync/document-sync.ts';
import type { DraftRecord } from '../../../web/src/sync/draft-store.ts';
import { writeJson, type Json } from '../../../web/src/json/lossless-json.ts';
import type { Clock } from './virtual-time.ts';

/** An edit may be lost with its tab only while it is younger than this. */
export const LOCAL_PROMISE_MS = 200;

interface Entry {
  by: object;
  at: number;
  /** Somebody who had it before their eyes replaced or deleted it. */
  overwritten: boolean;
  /** It stood in a conflict that was shown. */
  shown: boolean;
  /** It was gone with a killed tab, within the time that is allowed for that. */
  lostWithTab: boolean;
}

const TEXT = /e\d{6}/g;

export class Ledger {
  readonly #entries = new Map<string, Entry>();
  /** Edits that were lost with a tab although they were old enough to be safe. */
  readonly broken: string[] = [];

  constructor(readonly time: Clock) {}

  get edits(): number {
    return this.#entries.size;
  }

  newText(by: object): string {
    const text = `e${String(this.#entries.size).padStart(6, '0')}`;
    const entry = { by, at: this.time.now(), overwritten: false, shown: false, lostWithTab: false };
    this.#entries.set(text, entry);
    return text;
  }

  overwritten(_by: object, value: Json | undefined): void {
    for (const entry of this.#mentioned(value ?? null)) entry.overwritten = true;
  }

  sawConflicts({ conflicts, losers }: Snapshot): void {
    for (const { mine, theirs, base } of conflicts) {
      for (const entry of this.#mentioned([mine, theirs, base])) entry.shown = true;
    }
    for (const { value } of losers) for (const entry of this.#mentioned(value)) entry.shown = true;
  }

  /** What the tab had not yet put into the device's record is gone with it. */
  tabKilled(by: object, record: DraftRecord | null): void {
    const kept = writeJson((record ?? null) as unknown as Json);
    for (const [text, entry] of this.#entries) {
      const isGone = entry.by === by && !kept.includes(text) && !this.#isSafe(entry);
      if (!isGone || this.time.now() - entry.at >= LOCAL_PROMISE_MS) continue;
      entry.lostWithTab = true;
    }
  }

  /** Edits that are neither in the document nor accounted for. */
  missing(finalText: string): string[] {
    const present = new Set(finalText.match(TEXT));
    return [...this.#entries]
      .filter(([text, entry]) => !present.has(text) && !this.#isSafe(entry))
      .map(([text]) => text);
  }

  /** How many edits are in the final document, were replaced knowingly, or were shown. */
  count(finalText: string) {
    const present = new Set(finalText.match(TEXT));
    const all = [...this.#entries];
    return {
      edits: all.length,
      present: all.filter(([text]) => present.has(text)).length,
      overwritten: all.filter(([, entry]) => entry.overwritten).length,
      shown: all.filter(([, entry]) => entry.shown).length,
      lostWithTab: all.filter(([, entry]) => entry.lostWithTab).length,
    };
  }

  #isSafe(entry: Entry): boolean {
    return entry.overwritten || entry.shown || entry.lostWithTab;
  }

  #mentioned(value: Json): Entry[] {
    return (writeJson(value).match(TEXT) ?? []).flatMap((text) => this.#entries.get(text) ?? []);
  }
}
