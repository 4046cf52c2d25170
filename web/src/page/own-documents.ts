/**
 * What somebody made on the first page: each sample that was changed is a document of its own, kept
 * in this browser by the editor's `autosave` under a name of its own. No sample ever takes its place.
 */
import type { CrossfootEditor } from '../element/crossfoot-editor.ts';
import { keepItem } from '../store/crash-copy.ts';
import { historyText } from '../store/history-text.ts';

/** Names of drafts begin with it; the editor puts its own word before. */
const OWN = 'page';
const STORED = 'crossfoot.draft.';
const LAST = 'crossfoot.page.last';

/** What is left when another document is opened, for browsers that keep nothing. */
interface Left {
  readonly state: string;
  readonly history: string | null;
}

function isOwn(key: string): boolean {
  return (key === OWN || key.startsWith(`${OWN}.`)) && !key.endsWith('.other');
}

function read(item: string): string | null {
  try {
    return localStorage.getItem(item);
  } catch {
    return null;
  }
}

function storedKeys(): string[] {
  try {
    return Object.keys(localStorage)
      .filter((item) => item.startsWith(STORED))
      .map((item) => item.slice(STORED.length))
      .filter(isOwn);
  } catch {
    return [];
  }
}

/** The sample that a document was made of ('' for none), and which one of that sample it is. */
export function madeOf(key: string): { sample: string; count: number } {
  const [, sample = '', count = '1'] = key.split('.');
  return { sample, count: Number(count) };
}

export class OwnDocuments {
  readonly #left = new Map<string, Left>();
  /** The name that what is open is kept under; '' keeps nothing. */
  key = '';
  /** The sample that was opened. */
  sample = '';
  /** True where a document of one's own is open, false where a sample is, as it was. */
  isOpen = false;

  get keeps(): boolean {
    return this.key !== '';
  }

  has(key: string): boolean {
    return this.#keys().includes(key);
  }

  /** The names that they are kept under. */
  list(): readonly string[] {
    return this.#keys();
  }

  /** What was open last, in whichever tab: a document of one's own, else a sample; null at first. */
  last(): string | null {
    return read(LAST) ?? this.#keys()[0] ?? null;
  }

  /** A sample is opened ('' for none), to be kept once it is changed, where it `keeps`. */
  begin(sample: string, keeps: boolean): void {
    this.sample = sample;
    this.isOpen = false;
    this.key = '';
    if (!keeps) return;
    const base = `${OWN}.${sample || 'new'}`;
    const taken = this.#keys();
    let key = base;
    for (let n = 2; taken.includes(key); n++) key = `${base}.${n}`;
    this.key = key;
    this.#remember(sample);
  }

  /** A document of one's own is opened; from here where the browser keeps none. */
  open(key: string, editor: CrossfootEditor): void {
    const left = read(STORED + key) === null ? this.#left.get(key) : undefined;
    if (left) {
      editor.open(left.state);
      if (left.history) editor.restoreHistory(left.history);
    }
    this.key = key;
    this.isOpen = true;
    this.#remember(key);
  }

  /** The sample that is open is changed: it is a document of one's own from now on. */
  changed(): void {
    this.isOpen = true;
    this.#remember(this.key);
  }

  /** What is open is left, and found again. */
  leave(editor: CrossfootEditor): void {
    if (!this.isOpen) return;
    const history = historyText(editor.store.engine);
    this.#left.set(this.key, { state: editor.value, history });
  }

  #keys(): string[] {
    const open = this.isOpen && this.keeps ? [this.key] : [];
    return [...new Set([...open, ...storedKeys().sort(), ...this.#left.keys()])].sort();
  }

  #remember(open: string): void {
    try {
      keepItem(LAST, open);
    } catch {
      // Then the first sample is opened after a reload.
    }
  }
}
