/**
 * What a page that goes away has not stored yet. The database answers too late for it, so it is
 * written at once where that is possible, and stored when the workspace is opened again.
 */
import type { JsonObject } from '../../../../schema/contract.ts';

const PREFIX = 'crossfoot-workspace.unsaved.';

/** A document as the page left it. */
export interface Unsaved {
  readonly id: string;
  readonly state: string;
  readonly history: string | JsonObject | null;
  /** What was stored when it was opened or stored last, and under which number. */
  readonly stored: string;
  readonly rev: number;
  readonly capabilities: Readonly<Record<string, boolean>>;
}

/** Keeps it until it is stored; without its undo history where there is no room for both. */
export function keepUnsaved(unsaved: Unsaved): void {
  for (const kept of [unsaved, { ...unsaved, history: null }]) {
    try {
      localStorage.setItem(PREFIX + unsaved.id, JSON.stringify(kept));
      return;
    } catch {
      // No room, or storage is closed to us: the database may still take it.
    }
  }
}

/** It is stored. */
export function dropUnsaved(id: string): void {
  try {
    localStorage.removeItem(PREFIX + id);
  } catch {
    // Storage is closed to us: nothing was kept either.
  }
}

/** All that is kept. */
export function allUnsaved(): Unsaved[] {
  try {
    return Object.keys(localStorage)
      .filter((key) => key.startsWith(PREFIX))
      .flatMap((key) => {
        const unsaved = JSON.parse(localStorage.getItem(key) ?? 'null') as Unsaved | null;
        return typeof unsaved?.state === 'string' ? [unsaved] : [];
      });
  } catch {
    return [];
  }
}
