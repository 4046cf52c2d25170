/**
 * What was written to the database and not answered yet. A page that goes away takes its unanswered
 * transactions with it, so they are noted where that is possible at once, and carried out by another
 * open tab, or by the page that is opened next (ED-1.1).
 */
import { takeTyped } from '../../ui/field.ts';
import type { StoreName } from './database.ts';

const PREFIX = 'crossfoot-workspace.unfinished.';

/** One transaction on one store: entries that are put, ids that are removed. */
export interface Unfinished {
  readonly store: StoreName;
  readonly put: readonly object[];
  readonly remove: readonly string[];
}

/** A note that was found; it is dropped once it is carried out. */
export interface Note {
  readonly writes: readonly Unfinished[];
  readonly drop: () => void;
}

/** The writes of this page that the database has not answered. */
export class UnfinishedWrites {
  readonly #writes = new Set<Unfinished>();
  readonly #key = PREFIX + crypto.randomUUID();
  #isAway = false;

  constructor() {
    window.addEventListener('pagehide', () => this.#note());
    window.addEventListener('pageshow', () => (this.#isAway = false));
  }

  /** Runs a transaction; it counts as unfinished until the database answers. */
  async during(write: Unfinished, transaction: () => Promise<void>): Promise<void> {
    this.#writes.add(write);
    try {
      await transaction();
    } catch (failure) {
      // The transactions of a page that goes away fail, and its note is what is left of them.
      if (!this.#isAway) this.#writes.delete(write);
      throw failure;
    }
    this.#writes.delete(write);
    if (this.#writes.size === 0) forget(this.#key);
  }

  #note(): void {
    // What boxes still hold comes first: a window calls its listeners in the order they came.
    takeTyped();
    this.#isAway = true;
    if (this.#writes.size === 0) return;
    try {
      localStorage.setItem(this.#key, JSON.stringify([...this.#writes]));
    } catch {
      // No room, or storage is closed to us: the database may still have them.
    }
  }
}

function forget(key: string): void {
  try {
    localStorage.removeItem(key);
  } catch {
    // Storage is closed to us: nothing was noted either.
  }
}

/** All notes of pages that went away. */
export function unfinishedNotes(): Note[] {
  try {
    return Object.keys(localStorage)
      .filter((key) => key.startsWith(PREFIX))
      .map((key) => ({
        writes: JSON.parse(localStorage.getItem(key) ?? '[]') as Unfinished[],
        drop: () => forget(key),
      }));
  } catch {
    return [];
  }
}

/** Calls `carryOut` when another tab that goes away leaves a note. */
export function onUnfinished(carryOut: () => void): void {
  window.addEventListener('storage', ({ key, newValue }) => {
    if (key?.startsWith(PREFIX) && newValue !== null) carryOut();
  });
}
