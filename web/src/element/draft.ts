/**
 * The document of a page without a server, kept in this browser with its undo history, so that a
 * reload loses nothing. Every tab that keeps the same name works on one document: what another tab
 * kept is merged in by the core, and where both changed the same, what was written last counts and
 * undo brings the other version back. Where nothing can be kept (storage closed or full), a notice
 * says so for as long as it is true.
 */
import { itemsAreBack, keepItem } from '../store/crash-copy.ts';
import { historyText, restoreHistory } from '../store/history-text.ts';
import { Pause } from '../store/pause.ts';
import { parseJson, sameJson, writeJson, type Json } from '../json/lossless-json.ts';
import { reconcile, type Clash, type Reconciled } from '../sync/versions.ts';
import type { CrossfootEditor } from './crossfoot-editor.ts';
import { Overwritten } from './overwritten.ts';

/** Writes that a record names, to find where two versions came from: half a minute of busy typing. */
const PAST = 60;
/** Characters held of their states, beside the newest few. */
const MOST_CHARACTERS = 8_000_000;
const NEWEST = 4;

/** One version as it is kept. */
interface Kept {
  readonly state: string;
  /** The undo history, as JSON text or as parsed from it. */
  readonly history: Json;
  /** Names the write that made it: the time first, so that of two the later one is greater. */
  readonly write?: string;
  /** The writes it was made from, newest first. */
  readonly past?: readonly string[];
}

function readKept(text: string | null): Kept | null {
  try {
    const kept = text === null ? null : (parseJson(text) as Partial<Kept> | null);
    return typeof kept?.state === 'string' ? { history: null, ...kept, state: kept.state } : null;
  } catch {
    return null;
  }
}

/** The history stands in it as it is: within a string it would take more room. */
function asText({ history, ...kept }: Kept): string {
  const text = typeof history === 'string' ? history : writeJson(history);
  return `${JSON.stringify(kept).slice(0, -1)},"history":${text}}`;
}

const newWrite = (): string =>
  `${String(Date.now()).padStart(15, '0')}-${crypto.getRandomValues(new Uint32Array(2)).join('-')}`;

/** Documents opened alike have the same beginning, whichever tab opened them. */
function beginning(state: string): string {
  let hash = 2166136261;
  for (let at = 0; at < state.length; at++) {
    hash = Math.imul(hash ^ state.charCodeAt(at), 16777619);
  }
  return `opened-${state.length}-${hash >>> 0}`;
}

function same(a: string, b: string): boolean {
  return a === b || sameJson(parseJson(a), parseJson(b));
}

export class Draft {
  readonly #editor: CrossfootEditor;
  readonly #key: string;
  readonly #pause = new Pause(() => this.#write());
  #isStopped = false;
  #isOpening = false;
  /** True while the open document holds something that is not kept yet. */
  #isAhead = false;
  readonly #overwritten = new Overwritten();
  /** True where the newest of these writes is this tab's. */
  #isOwn = false;
  /** The writes that the open document was made from, newest first. */
  #chain: readonly string[] = [];
  /** What these writes and those of other tabs wrote, the oldest first. */
  readonly #known = new Map<string, { state: string; past: readonly string[] }>();

  /** `name` tells the drafts of a site apart. */
  constructor(editor: CrossfootEditor, name: string) {
    this.#editor = editor;
    this.#key = `crossfoot.draft.${name}`;
  }

  /** Opens what was kept, and keeps what changes from now on; true where a draft was kept. */
  async start(): Promise<boolean> {
    await itemsAreBack();
    if (this.#isStopped) return false;
    const kept = this.#stored();
    if (kept) this.#editor.open(kept.state);
    void this.#editor.ready.then(
      () => this.#begin(kept),
      () => undefined,
    );
    return kept !== null;
  }

  stop(): void {
    this.#isStopped = true;
    this.#pause.end();
    this.#write();
    this.#editor.removeEventListener('crossfoot-change', this.#changed);
    this.#editor.removeEventListener('crossfoot-open', this.#opened);
    window.removeEventListener('pagehide', this.#write);
    window.removeEventListener('storage', this.#heard);
    window.removeEventListener('pageshow', this.#lookAgain);
    document.removeEventListener('visibilitychange', this.#lookAgain);
    for (const notice of ['draft', 'conflict', 'other']) this.#editor.notices.clear(notice);
  }

  #begin(kept: Kept | null): void {
    if (this.#isStopped) return;
    this.#restore(kept?.history);
    this.#beginWith(kept);
    this.#editor.addEventListener('crossfoot-change', this.#changed);
    this.#editor.addEventListener('crossfoot-open', this.#opened);
    window.addEventListener('pagehide', this.#write);
    window.addEventListener('storage', this.#heard);
    window.addEventListener('pageshow', this.#lookAgain);
    document.addEventListener('visibilitychange', this.#lookAgain);
    const other = this.#stored(this.#otherKey);
    if (other) this.#offer(other);
  }

  get #otherKey(): string {
    return `${this.#key}.other`;
  }

  /** The open document is this version, or, without one, the beginning of a new chain. */
  #beginWith(kept: Kept | null): void {
    const state = this.#state;
    this.#known.clear();
    this.#follow(kept?.write ?? beginning(state), kept?.past ?? [], state);
  }

  /** The open document comes from this write; `past` are all that it came from in turn. */
  #follow(write: string, past: readonly string[], state: string): void {
    this.#isOwn = false;
    this.#chain = [...new Set([write, ...past])].slice(0, PAST);
    this.#learn(write, past, state);
  }

  #learn(write: string, past: readonly string[], state: string): void {
    this.#known.set(write, { state, past });
    let characters = [...this.#known.values()].reduce((sum, each) => sum + each.state.length, 0);
    for (const [name, { state: oldest }] of this.#known) {
      const isMuch = characters > MOST_CHARACTERS && this.#known.size > NEWEST;
      if (this.#known.size <= PAST && !isMuch) return;
      this.#known.delete(name);
      characters -= oldest.length;
    }
  }

  get #state(): string {
    return this.#editor.store.engine.save();
  }

  #stored(key = this.#key): Kept | null {
    try {
      return readKept(localStorage.getItem(key));
    } catch {
      return null;
    }
  }

  readonly #changed = (): void => {
    this.#isAhead = true;
    this.#pause.wait();
  };

  #isKept(): void {
    this.#isAhead = false;
    this.#pause.end();
  }

  /** The host opened another document: it is no version of the former one. */
  readonly #opened = (): void => {
    if (this.#isOpening) return;
    this.#overwritten.forget(this.#editor);
    this.#isKept();
    this.#beginWith(null);
  };

  readonly #heard = (event: StorageEvent): void => {
    if (event.key === this.#key) this.#take(readKept(event.newValue));
  };

  /** A page that slept has heard nothing. */
  readonly #lookAgain = (): void => {
    if (document.visibilityState === 'visible') this.#take(this.#stored());
    else this.#write();
  };

  readonly #write = (): void => {
    if (!this.#isAhead) return;
    this.#take(this.#stored());
    if (!this.#isAhead) return;
    const [state, write, past] = [this.#state, newWrite(), this.#chain];
    try {
      this.#put(this.#key, { state, history: this.#history, write, past });
      this.#isKept();
      this.#follow(write, past, state);
      this.#isOwn = true;
      this.#editor.notices.clear('draft');
    } catch (error) {
      this.#notKept(error);
    }
  };

  get #history(): string | null {
    return historyText(this.#editor.store.engine);
  }

  #restore(history: Json | undefined): void {
    const { store } = this.#editor;
    if (restoreHistory(store.engine, history)) store.reread();
  }

  /** Without its history where there is no room for that: the document comes first. */
  #put(key: string, kept: Kept): void {
    try {
      keepItem(key, asText(kept));
    } catch {
      keepItem(key, asText({ ...kept, history: null }));
    }
  }

  /** Said once, shown for as long as it is true. */
  #notKept(error: unknown): void {
    const isFull = error instanceof DOMException && error.name === 'QuotaExceededError';
    const words = (): string => this.#editor.t(isFull ? 'draft.full' : 'draft.closed');
    const text = words();
    const isNew = this.#editor.notices.show('draft', {
      text: words,
      action: () => this.#editor.t('action.exportJson'),
      run: () => this.#editor.files.exportJson(),
    });
    if (!isNew) return;
    this.#editor.announce(text);
    this.#editor.tell('crossfoot-error', { error: { code: 'autosave', message: text } });
  }

  /** Takes over what another tab has kept. */
  #take(kept: Kept | null): void {
    const { write, past = [] } = kept ?? {};
    if (!kept || write === undefined || this.#chain.includes(write)) return;
    const [own = ''] = this.#chain;
    const mine = this.#state;
    if (same(mine, kept.state)) {
      this.#isKept();
      this.#follow(write, past, kept.state);
    } else if (past.includes(own) && !this.#isAhead) {
      this.#replace(kept.state);
      this.#isKept();
      this.#follow(write, past, kept.state);
    } else if (!this.#merge(mine, kept, write, past)) {
      this.#follow(write, past, mine);
      this.#keepOther({ state: kept.state, history: kept.history });
    }
  }

  /** Merges two versions that came from one that is known here; false where there is none. */
  #merge(mine: string, kept: Kept, write: string, past: readonly string[]): boolean {
    const theirs = [write, ...past];
    const origin = this.#origin(this.#chain.filter((each) => theirs.includes(each)));
    if (origin === null) return false;
    const own = this.#isAhead ? newWrite() : (this.#chain[0] ?? '');
    const isParty = this.#isAhead || this.#isOwn;
    const merged = this.#reconcile(origin, mine, own, kept.state, write);
    if (!merged) return false;
    if (merged.other !== null) this.#replace(merged.other);
    this.#replace(merged.state);
    this.#isKept();
    this.#learn(write, past, kept.state);
    this.#chain = [...new Set([...this.#chain.slice(0, 1), ...theirs, ...this.#chain])].slice(
      0,
      PAST,
    );
    if (same(merged.state, kept.state)) this.#follow(write, past, kept.state);
    else this.#changed();
    if (merged.other !== null) {
      const loser = own > write ? 'theirs' : 'mine';
      this.#tellConflict(merged.clashes, isParty ? loser : 'others');
    }
    return true;
  }

  /**
   * The state that two versions came from, of the writes that are in the past of both. Where two
   * tabs merged each other's at the same time there are several newest ones: then their merge.
   */
  #origin(common: readonly string[]): string | null {
    const held = common.flatMap((write) => {
      const known = this.#known.get(write);
      return known ? [{ write, ...known }] : [];
    });
    const [first, ...rest] = held.filter(
      ({ write }) => !held.some(({ past }) => past.includes(write)),
    );
    if (!first) return null;
    return rest.reduce<string | null>((state, next) => {
      const before = this.#origin(first.past.filter((write) => next.past.includes(write)));
      if (state === null || before === null) return state;
      return this.#reconcile(before, state, first.write, next.state, next.write)?.state ?? state;
    }, first.state);
  }

  /** Of two changes of one thing the later counts, whichever tab asks. */
  #reconcile(
    origin: string,
    mine: string,
    own: string,
    theirs: string,
    write: string,
  ): Reconciled | null {
    return reconcile(
      (name, argument) => this.#editor.store.engine.callText(name, argument),
      origin,
      { state: mine, write: own },
      { state: theirs, write },
      own > write ? 'mine' : 'theirs',
    );
  }

  /** As one step that can be undone; what the host listens to is told. */
  #replace(state: string): void {
    const command = `{"op":"replace","state":${state}}`;
    this.#isOpening = true;
    if (!this.#editor.runText(command, { key: 'otherTab' })) this.#editor.open(state);
    this.#isOpening = false;
    this.#editor.announce(this.#editor.t('draft.otherTab'));
  }

  #tellConflict(clashes: readonly Clash[], whose: 'mine' | 'theirs' | 'others'): void {
    this.#overwritten.add(clashes, whose);
    this.#overwritten.show(this.#editor);
    this.#editor.announce(this.#overwritten.sentence(this.#editor));
  }

  /**
   * Another tab kept another document under the same name. Neither is a version of the other, so it
   * stays in the browser, too, until somebody opens or dismisses it.
   */
  #keepOther(other: Kept): void {
    try {
      this.#put(this.#otherKey, other);
    } catch {
      // Where there is no room it is offered for as long as this page is open.
    }
    this.#offer(other);
  }

  #offer(other: Kept): void {
    this.#editor.notices.show('other', {
      text: () => this.#editor.t('draft.otherDocument'),
      action: () => this.#editor.t('draft.openOther'),
      run: () => {
        const left = { state: this.#state, history: this.#history };
        this.#editor.open(other.state);
        this.#restore(other.history);
        this.#changed();
        this.#keepOther(left);
      },
      dismissed: () => this.#forgetOther(),
    });
  }

  #forgetOther(): void {
    try {
      localStorage.removeItem(this.#otherKey);
    } catch {
      // Storage that is closed to us keeps nothing that could be forgotten.
    }
  }
}
