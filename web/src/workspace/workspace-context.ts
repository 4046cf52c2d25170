/** What the pages and dialogs of the workspace may use of the whole. */
import type { EngineClient } from '../engine/client.ts';
import type { Said } from '../sentences/refusals.ts';
import type { Translator } from '../i18n/translator.ts';
import type { Overlays } from '../ui/overlays.ts';
import type { WorkspaceMessageKey } from './words.ts';
import type { WorkspaceStore } from './store/workspace-store.ts';

export interface Workspace {
  readonly client: EngineClient;
  readonly store: WorkspaceStore;
  readonly overlays: Overlays;
  /** The words shared with the editor. */
  readonly translator: Translator;
  /** Locale of numbers and dates on the workspace's own pages. */
  readonly locale: string;
  /** The day on the wall, ISO 8601. */
  readonly today: string;
  /** The words of the workspace. */
  readonly w: (
    key: WorkspaceMessageKey,
    parameters?: Readonly<Record<string, string | number>>,
  ) => string;

  /** What the core says (a refusal with all that is in the way, a notice) in the language of the page. */
  /** A refusal in the words of the page; its amounts with the currency, where it is given. */
  readonly reason: (said: Said, currency?: string) => string;

  /** What a capability lets somebody do. */
  readonly flag: (name: string) => string;

  readonly money: (amount: string | null | undefined, currency: string) => string;
  readonly day: (date: string) => string;
  /**
   * Says something to everybody: shown, and read by screen readers. With `undo` there is a button
   * beside it that takes back what was done.
   */
  readonly announce: (text: string, undo?: () => Promise<void> | void) => void;
  readonly navigate: (address: string) => void;
  requestUpdate(): void;
  /** When what was asked for has been drawn. */
  readonly drawn: () => Promise<unknown>;
  /** Tells the host; false where it took the matter over. */
  readonly emit: (name: string, detail: object) => boolean;
  /** Where what a page reads cannot be read, the page says so instead of waiting for ever. */
  readonly watch: (page: Page, work: Promise<unknown>) => void;
}

/** One page of the workspace. */
export interface Page {
  render(): unknown;
  /** What the browser's tab and a printed file are called; without it, the place's name. */
  readonly title?: string;
  /** Called once when the page is left. */
  leave?(): Promise<void> | void;
  /** Called when something stored has changed. */
  news?(other: boolean, id: string): void;
  /** Takes a step back by a key, or does it again; false where there is none to take. */
  takeBack?(isAgain: boolean): boolean;
}
