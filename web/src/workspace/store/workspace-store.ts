/**
 * Everything of one workspace in this browser. A document is stored with its undo history and its
 * index entry in one transaction; other tabs are told. Where another tab stored the same document
 * meanwhile, the core merges the two.
 */
import type { Said } from '../../sentences/refusals.ts';
import type { DocumentSession, EngineClient } from '../../engine/client.ts';
import type { JsonObject, Refusal } from '../../../../schema/contract.ts';
import { isRefusal } from '../../engine/refusal.ts';
import { firstChoices } from '../../i18n/first-choices.ts';
import { historyText, restoreHistory } from '../../store/history-text.ts';
import { parseJson, writeJson } from '../../json/lossless-json.ts';
import { reconcile, type Clash } from '../../sync/versions.ts';
import {
  higher,
  readBackup,
  writeBackup,
  type Backup,
  type BackupProblem,
  type Counters,
} from './backup.ts';
import { answer, finished, openDatabase, STORES, type StoreName } from './database.ts';
import { readRow } from './document-row.ts';
import { joinedGiven, readGiven, withNumbers, type GivenNumbers } from './given-numbers.ts';
import {
  FIRST_SETTINGS,
  type DocumentRecord,
  type DocumentRow,
  type OverwrittenValue,
  type Settings,
} from './records.ts';
import { completedEntry, completedSettings } from './shapes.ts';
import { localDay } from './today.ts';
import { onUnfinished, unfinishedNotes, UnfinishedWrites, type Unfinished } from './unfinished.ts';
import { allUnsaved, dropUnsaved, keepUnsaved } from './unsaved.ts';

/** A document being worked on: its session, and what of it is stored. */
export interface OpenDocument {
  readonly id: string;
  readonly session: DocumentSession;
  rev: number;
  /** The text as stored last: the common ancestor where another tab stores too. */
  stored: string;
  /** What may be edited in it, where that differs from the settings. */
  capabilities: Readonly<Record<string, boolean>>;
  /** What was overwritten where two tabs changed the same, and is stored with it. */
  overwritten: readonly OverwrittenValue[];
  /** Of these, what nobody was told yet: mine was overwritten, or theirs. */
  readonly untold: { readonly clash: Clash; readonly whose: 'mine' | 'theirs' }[];
}

/** What is remembered of overwritten values. */
const MOST_OVERWRITTEN = 20;

/**
 * What of another tab's a session took over: all of it, both where neither touched what the other
 * changed, or both with mine where they did; undo then brings theirs back.
 */
export type Taken = 'theirs' | 'merged' | 'mine';

/** As a step that undo takes back; where the document allows no step, without one. */
function replaceIn(session: DocumentSession, state: string): void {
  const label = JSON.stringify(JSON.stringify({ key: 'otherTab' }));
  const reply = session.applyText(`{"op":"replace","label":${label},"state":${state}}`);
  if (isRefusal(reply)) session.open(state);
}

/** Between two times that news of other tabs are told: a tab that stores much leaves this one to its hands. */
const NEWS_PAUSE_MS = 30;

/** Told what changed, in this tab or another one. */
export type StoreNews = { readonly store: StoreName; readonly id: string; readonly other: boolean };

export class WorkspaceStore {
  readonly #database: IDBDatabase;
  readonly #client: EngineClient;
  readonly #channel = new BroadcastChannel('crossfoot-workspace');
  readonly #listeners = new Set<(news: StoreNews) => void>();
  /** What other tabs told and nobody here knows yet, each once. */
  readonly #heard = new Map<string, StoreNews>();
  #telling = false;
  readonly #unfinished = new UnfinishedWrites();
  /** States of new documents that were left before anything in them was stored. */
  readonly #dropped = new Map<string, string>();
  #settings: Settings = FIRST_SETTINGS;
  /** How often settings were saved, and the end of the last time. */
  #saves = 0;
  #saving: Promise<void> = Promise.resolve();

  private constructor(database: IDBDatabase, client: EngineClient) {
    this.#database = database;
    this.#client = client;
    this.#channel.onmessage = (event: MessageEvent<{ store: StoreName; id: string }>) => {
      void this.#hear(event.data);
    };
    onUnfinished(() => void this.#finishOthers());
  }

  static async open(client: EngineClient): Promise<WorkspaceStore> {
    const store = new WorkspaceStore(await openDatabase(), client);
    await store.#finishOthers();
    await store.#readSettings();
    await store.#storeUnsaved();
    await store.#keepFirstSettings();
    return store;
  }

  get client(): EngineClient {
    return this.#client;
  }

  get settings(): Settings {
    return this.#settings;
  }

  /** Calls `listener` after each change here or in another tab; the result stops that. */
  subscribe(listener: (news: StoreNews) => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  /** All entries of a store. */
  async all<Entry>(store: StoreName): Promise<Entry[]> {
    const request = this.#database.transaction(store).objectStore(store).getAll();
    const entries = (await answer(request)) as Entry[];
    return entries.map((entry) => completedEntry(store, entry));
  }

  /** One entry. */
  async one<Entry>(store: StoreName, id: string): Promise<Entry | undefined> {
    const request = this.#database.transaction(store).objectStore(store).get(id);
    const entry = (await answer(request)) as Entry | undefined;
    return entry === undefined ? undefined : completedEntry(store, entry);
  }

  /** Stores entries. */
  async put(store: StoreName, entries: readonly object[]): Promise<void> {
    await this.#carryOut({ store, put: entries, remove: [] });
    this.#tell(store, entries.length === 1 ? ((entries[0] as { id: string }).id ?? '') : '');
  }

  async remove(store: StoreName, ids: readonly string[]): Promise<void> {
    await this.#carryOut({ store, put: [], remove: ids });
    this.#tell(store, '');
  }

  #carryOut(write: Unfinished): Promise<void> {
    return this.#unfinished.during(write, () => {
      const transaction = this.#database.transaction(write.store, 'readwrite');
      const entries = transaction.objectStore(write.store);
      for (const entry of write.put) entries.put(entry);
      for (const id of write.remove) entries.delete(id);
      // Said at once: a page that goes away waits for no answer.
      transaction.commit();
      return finished(transaction);
    });
  }

  /** Carries out what pages that went away had begun; who comes second finds nothing left. */
  #finishOthers(): Promise<void> {
    return this.#alone(async () => {
      for (const { writes, drop } of unfinishedNotes()) {
        for (const write of writes) {
          await this.#carryOut(write);
          this.#tell(write.store, '');
          if (write.store === 'meta') await this.#readSettings();
        }
        drop();
      }
    });
  }

  async saveSettings(settings: Settings): Promise<void> {
    this.#settings = settings;
    this.#saves++;
    const saving = this.put('meta', [{ id: 'settings', value: settings }]);
    this.#saving = saving.catch(() => undefined);
    await saving;
  }

  /** A value kept under a name: views, columns, whether the sample was loaded. */
  async meta<Value>(id: string): Promise<Value | undefined> {
    return (await this.one<{ value: Value }>('meta', id))?.value;
  }

  async setMeta(id: string, value: unknown): Promise<void> {
    await this.put('meta', [{ id, value }]);
  }

  // Documents ---------------------------------------------------------------------------------

  /** Opens a stored document in a session of its own; null where there is none. */
  async openDocument(id: string): Promise<OpenDocument | null> {
    const found = await this.one<DocumentRecord>('documents', id);
    if (!found) return null;
    const session = this.#client.session();
    if (isRefusal(session.open(found.state))) {
      session.close();
      return null;
    }
    restoreHistory(session, found.history);
    const { rev, state: stored, capabilities = {}, overwritten = [] } = found;
    return { id, session, rev, stored, capabilities, overwritten, untold: [] };
  }

  /**
   * Stores a new document; the refusal where the core does not take it. One that is `untouched` is
   * dropped when it is left before anything in it was stored.
   */
  async addDocument(state: string | JsonObject, untouched = false): Promise<DocumentRow | Refusal> {
    const session = this.#client.session();
    try {
      const opened = session.open(state);
      if (isRefusal(opened)) return opened;
      const row = this.#row(session);
      const fresh = untouched ? { untouched } : {};
      const record = { id: row.id, state: session.save(), history: null, rev: 1, ...fresh };
      await this.#write([{ record, row }]);
      return row;
    } finally {
      session.close();
    }
  }

  /** Many documents at once, as an import brings them. */
  async addDocuments(states: readonly string[]): Promise<number> {
    const session = this.#client.session();
    const written: { record: DocumentRecord; row: DocumentRow }[] = [];
    try {
      for (const state of states) {
        if (isRefusal(session.open(state))) continue;
        const row = this.#row(session);
        if (row.id === '') continue;
        written.push({ record: { id: row.id, state: session.save(), history: null, rev: 1 }, row });
      }
    } finally {
      session.close();
    }
    await this.#write(written);
    return written.length;
  }

  /**
   * Stores what a session holds. What another tab stored since is merged in first; `taken` says
   * what of it the session now holds.
   */
  save(open: OpenDocument): Promise<{ row: DocumentRow; taken: Taken | null }> {
    return this.#alone(() => this.#save(open));
  }

  async #save(open: OpenDocument): Promise<{ row: DocumentRow; taken: Taken | null }> {
    const taken = await this.#takeLatest(open);
    const entry = this.#entryOf(open);
    await this.#write([entry]);
    return { row: entry.row, taken };
  }

  /** The page goes away: what the session holds is kept at once, and stored when it comes back. */
  keepForNextTime(open: OpenDocument): void {
    const { id, rev, stored, capabilities, session } = open;
    const history = historyText(session);
    keepUnsaved({ id, rev, stored, capabilities, history, state: session.save() });
  }

  /** Stores what a page that went away could only keep. */
  async #storeUnsaved(): Promise<void> {
    for (const { state, history, ...unsaved } of allUnsaved()) {
      const isThere = (await this.one<DocumentRecord>('documents', unsaved.id)) !== undefined;
      const session = this.#client.session();
      if (isThere && !isRefusal(session.open(state))) {
        restoreHistory(session, history);
        await this.save({ ...unsaved, session, overwritten: [], untold: [] });
      }
      session.close();
      dropUnsaved(unsaved.id);
    }
  }

  /** Takes over what another tab stored; null where the session holds what it did. */
  refresh(open: OpenDocument): Promise<Taken | 'gone' | null> {
    return this.#alone(async () => {
      const found = await this.one<DocumentRecord>('documents', open.id);
      return found ? this.#takeLatest(open, found) : 'gone';
    });
  }

  /** Several open documents in one transaction, as a credit changes two of them. */
  saveTogether(opens: readonly OpenDocument[]): Promise<void> {
    return this.#alone(() => this.#saveTogether(opens));
  }

  async #saveTogether(opens: readonly OpenDocument[]): Promise<void> {
    for (const open of opens) await this.#takeLatest(open);
    await this.#write(opens.map((open) => this.#entryOf(open)));
  }

  /** Drops a new document in which nothing was stored. */
  async dropUntouched(id: string): Promise<void> {
    const found = await this.one<DocumentRecord>('documents', id);
    if (!found?.untouched) return;
    this.#dropped.set(id, found.state);
    await this.removeDocuments([id]);
  }

  /** A dropped one again, as new as it was: somebody went back to it. */
  async openDropped(id: string): Promise<OpenDocument | null> {
    const state = this.#dropped.get(id);
    if (state === undefined || isRefusal(await this.addDocument(state, true))) return null;
    this.#dropped.delete(id);
    return this.openDocument(id);
  }

  /**
   * Does a step on the latest state of documents and stores them, one tab at a time: what another
   * tab did a moment ago is known to the step, which is then refused instead of done twice.
   */
  together<Refused extends { readonly error: Said }>(
    opens: readonly OpenDocument[],
    step: () => Refused | null,
  ): Promise<Refused | null> {
    return this.#alone(async () => {
      for (const open of opens) await this.#takeLatest(open);
      const refused = step();
      if (refused) return refused;
      await this.#write(opens.map((open) => this.#entryOf(open)));
      return null;
    });
  }

  /** Stores a new document unless `taken` knows of one that another tab stored meanwhile. */
  addUnless(
    state: string,
    taken: (rows: readonly DocumentRow[]) => DocumentRow | undefined,
  ): Promise<DocumentRow | Refusal | { readonly taken: DocumentRow }> {
    return this.#alone(async () => {
      const found = taken(await this.all<DocumentRow>('rows'));
      return found ? { taken: found } : this.addDocument(state);
    });
  }

  async removeDocuments(ids: readonly string[]): Promise<void> {
    const transaction = this.#database.transaction(['documents', 'rows'], 'readwrite');
    for (const id of ids) {
      transaction.objectStore('documents').delete(id);
      transaction.objectStore('rows').delete(id);
    }
    await finished(transaction);
    this.#tell('rows', '');
  }

  /**
   * Gives the next number of a kind to a step and stores the document with it. One tab at a time;
   * the counter moves in the transaction that stores the document, so no number is lost or used
   * twice. `step` carries the step out with the number and answers its refusal; `also` are other
   * documents that it changes, stored in the same transaction.
   */
  async withNextNumber(
    open: OpenDocument,
    kind: string,
    step: (number: string) => Refusal | null,
    also: readonly OpenDocument[] = [],
  ): Promise<Refusal | null> {
    return this.#alone(async () => {
      for (const each of [open, ...also]) await this.#takeLatest(each);
      await this.#readSettings();
      const kept = (open.session.query({ get: 'document' }) as JsonObject)['number'];
      const counters = (await this.meta<Record<string, string>>('counters')) ?? {};
      const { number, next } = await this.#freeNumber(kind, counters);
      const refused = step(typeof kept === 'string' && kept !== '' ? kept : number);
      if (refused) return refused;
      const used = (open.session.query({ get: 'document' }) as JsonObject)['number'] === number;
      const own = this.#entryOf(open);
      const entries = [
        { ...own, record: { ...own.record, history: null } },
        ...also.map((each) => this.#entryOf(each)),
      ];
      const given = used ? withNumbers(await this.givenNumbers(), [number]) : undefined;
      await this.#write(entries, used ? { ...counters, [kind]: next } : counters, given);
      return null;
    });
  }

  /** Which numbers were given here, or in what was restored here. */
  async givenNumbers(): Promise<GivenNumbers> {
    return readGiven(await this.meta('given'));
  }

  /** The number the next document of a kind would get, for showing it beforehand. */
  async comingNumber(kind: string): Promise<string> {
    await this.#readSettings();
    const counters = (await this.meta<Record<string, string>>('counters')) ?? {};
    return (await this.#freeNumber(kind, counters)).number;
  }

  async #freeNumber(
    kind: string,
    counters: Readonly<Record<string, string>>,
  ): Promise<{ number: string; next: string }> {
    const prefix = this.#settings.prefixes[kind] || 'DOC';
    const first = this.#settings.firstNumbers[kind] || '1001';
    const rows = await this.all<DocumentRow>('rows');
    const taken = new Set(rows.map((row) => row.number));
    const from = /^\d{1,18}$/.test(counters[kind] ?? '') ? (counters[kind] ?? '') : first;
    let counter = BigInt(/^\d{1,18}$/.test(from) ? from : '1001');
    const wanted = BigInt(/^\d{1,18}$/.test(first) ? first : '1001');
    if (wanted > counter) counter = wanted;
    // A first number with zeros before it says how wide the counter is.
    const width = first.startsWith('0') ? first.length : 1;
    const numberOf = (count: bigint): string => `${prefix}-${String(count).padStart(width, '0')}`;
    while (taken.has(numberOf(counter)) || taken.has(`${prefix}-${counter}`)) counter += 1n;
    return { number: numberOf(counter), next: String(counter + 1n) };
  }

  /**
   * Subscriptions stand differently each day: their entries are read again where they are older, and
   * so are those whose status the calendar has ended, and entries that an earlier version stored
   * without what is shown now.
   */
  async refreshForToday(rows: readonly DocumentRow[]): Promise<DocumentRow[]> {
    const today = localDay();
    const fresh: DocumentRow[] = [];
    const again: DocumentRow[] = [];
    for (const row of rows) {
      const whole = (row as Partial<DocumentRow>).shown !== undefined;
      const holds = whole && (row.until === '' || today <= row.until);
      const current = holds && (row.kind !== 'subscription' || row.asOf === today);
      const open = current ? null : await this.openDocument(row.id);
      if (!open) {
        fresh.push(row);
        continue;
      }
      const read = readRow(open.session, today, row.updatedAt, this.#add);
      open.session.close();
      fresh.push(read);
      again.push(read);
    }
    if (again.length > 0) await this.put('rows', again);
    return fresh;
  }

  // Backup ------------------------------------------------------------------------------------

  /** The whole workspace as one JSON text. */
  async backup(): Promise<string> {
    return writeBackup(await this.everything(), new Date().toISOString());
  }

  /** All entries of all stores. */
  async everything(): Promise<Backup['stores']> {
    const all = STORES.map(async (store) => [store, await this.all(store)] as const);
    const stores: Partial<Record<StoreName, unknown[]>> = Object.fromEntries(
      await Promise.all(all),
    );
    return stores as Backup['stores'];
  }

  /** A backup that can be restored as it is; why not, where it cannot. */
  readBackup(text: string): Backup | BackupProblem {
    const session = this.#client.session();
    try {
      return readBackup(text, session, localDay());
    } finally {
      session.close();
    }
  }

  /**
   * Takes a backup in place of everything there is, all of it or nothing. Counters only go up: numbers
   * that were given here, or there, are not given again.
   */
  restore({ stores, counters }: Backup): Promise<void> {
    return this.#alone(async () => {
      const next = higher((await this.meta<Counters>('counters')) ?? {}, counters);
      const given = await this.#givenWith(stores);
      const transaction = this.#database.transaction([...STORES], 'readwrite');
      for (const name of STORES) {
        const target = transaction.objectStore(name);
        target.clear();
        for (const entry of stores[name]) target.put(entry);
      }
      transaction.objectStore('meta').put({ id: 'counters', value: next });
      transaction.objectStore('meta').put({ id: 'given', value: given });
      await finished(transaction);
      await this.#readSettings();
      this.#tell('rows', '');
    });
  }

  /** What was given here and in a backup; an earlier version kept it in the documents alone. */
  async #givenWith({ meta, rows }: Backup['stores']): Promise<GivenNumbers> {
    const here = await this.all<DocumentRow>('rows');
    const all = [...here, ...rows];
    const theirs = readGiven(meta.find(({ id }) => id === 'given')?.value);
    return withNumbers(
      joinedGiven(await this.givenNumbers(), theirs),
      all.map(({ number }) => number),
    );
  }

  /** One reader and writer of documents at a time, among all tabs. */
  #alone<Value>(work: () => Promise<Value>): Promise<Value> {
    return navigator.locks.request('crossfoot-documents', work) as Promise<Value>;
  }

  // Inside ------------------------------------------------------------------------------------

  readonly #add = (currency: string, amounts: readonly string[]): string => {
    const reply = this.#client.call('sum', { currency, lists: [[...amounts]] });
    return isRefusal(reply) ? '' : (reply.sums[0] ?? '');
  };

  #row(session: DocumentSession): DocumentRow {
    return readRow(session, localDay(), new Date().toISOString(), this.#add);
  }

  /** What is stored of an open document; it counts as stored from here on. */
  #entryOf(open: OpenDocument): { record: DocumentRecord; row: DocumentRow } {
    const state = open.session.save();
    const history = historyText(open.session);
    open.rev += 1;
    open.stored = state;
    const { id, rev, capabilities } = open;
    const own = Object.keys(capabilities).length > 0 ? { capabilities } : {};
    // What this storing overwrites gets its number.
    open.overwritten = open.overwritten
      .map((each) => (each.rev === 0 ? { ...each, rev: open.rev } : each))
      .slice(-MOST_OVERWRITTEN);
    const lost = open.overwritten.length > 0 ? { overwritten: open.overwritten } : {};
    return { record: { id, state, history, rev, ...own, ...lost }, row: this.#row(open.session) };
  }

  /** Merges in what another tab stored since; null where the session holds what it did. */
  async #takeLatest(open: OpenDocument, known?: DocumentRecord): Promise<Taken | null> {
    const found = known ?? (await this.one<DocumentRecord>('documents', open.id));
    if (!found || found.rev === open.rev) return null;
    const taken = this.#merge(open, found);
    open.rev = Math.max(found.rev, open.rev);
    return taken;
  }

  /** Takes what another tab stored into this session. Who stores later counts where both changed. */
  #merge(open: OpenDocument, found: DocumentRecord): Taken | null {
    const mine = open.session.save();
    this.#noteOverwritten(open, found);
    open.rev = found.rev;
    if (found.state === open.stored) return null;
    if (mine === open.stored) {
      replaceIn(open.session, found.state);
      open.stored = open.session.save();
      return 'theirs';
    }
    const merged = reconcile(
      (name, argument) => this.#client.callText(name, argument),
      open.stored,
      { state: mine, write: '2' },
      { state: found.state, write: '1' },
      'mine',
    );
    open.stored = found.state;
    if (!merged) return null;
    for (const clash of merged.clashes) {
      const { path, lost } = clash;
      open.untold.push({ clash, whose: 'theirs' });
      open.overwritten = [...open.overwritten, { rev: 0, path, lost: writeJson(lost) }];
    }
    if (merged.other !== null) replaceIn(open.session, merged.other);
    replaceIn(open.session, merged.state);
    return merged.other === null ? 'merged' : 'mine';
  }

  /** What another tab overwrote since this one stored. */
  #noteOverwritten(open: OpenDocument, { overwritten = [] }: DocumentRecord): void {
    for (const { rev, path, lost } of overwritten) {
      if (rev <= open.rev) continue;
      open.untold.push({ clash: { path, lost: parseJson(lost) }, whose: 'mine' });
    }
    const own = open.overwritten.filter(({ rev }) => rev === 0);
    open.overwritten = [...overwritten, ...own];
  }

  async #write(
    written: readonly { record: DocumentRecord; row: DocumentRow }[],
    counters?: Readonly<Record<string, string>>,
    given?: GivenNumbers,
  ): Promise<void> {
    const transaction = this.#database.transaction(['documents', 'rows', 'meta'], 'readwrite');
    for (const { record, row } of written) {
      transaction.objectStore('documents').put(record);
      transaction.objectStore('rows').put(row);
    }
    if (counters) transaction.objectStore('meta').put({ id: 'counters', value: counters });
    if (given) transaction.objectStore('meta').put({ id: 'given', value: given });
    transaction.commit();
    await finished(transaction);
    for (const { record } of written) dropUnsaved(record.id);
    this.#tell('documents', written.length === 1 ? (written[0]?.record.id ?? '') : '');
  }

  /** Settings as they are stored; what is being saved meanwhile is newer than what was read. */
  async #readSettings(): Promise<void> {
    let saves: number;
    let stored: Settings;
    do {
      saves = this.#saves;
      await this.#saving;
      stored = completedSettings(await this.meta('settings'));
    } while (saves !== this.#saves);
    this.#settings = stored;
  }

  /** A new workspace speaks as its browser does; it goes on so in any other browser's settings. */
  async #keepFirstSettings(): Promise<void> {
    if ((await this.meta('settings')) !== undefined) return;
    const first = firstChoices(navigator.languages);
    const reply = this.#client.call('currencies', {});
    const known = isRefusal(reply) ? [] : reply.currencies;
    const currency = known.some(({ code }) => code === first.currency) ? first.currency : 'USD';
    await this.saveSettings({ ...FIRST_SETTINGS, ...first, currency });
  }

  /** Tells what another tab did; what comes meanwhile is told afterwards, the same once. */
  async #hear(news: Omit<StoreNews, 'other'>): Promise<void> {
    this.#heard.set(`${news.store}/${news.id}`, { ...news, other: true });
    if (this.#telling) return;
    this.#telling = true;
    try {
      while (this.#heard.size > 0) await this.#tellHeard();
    } finally {
      this.#telling = false;
    }
  }

  async #tellHeard(): Promise<void> {
    const heard = [...this.#heard.values()];
    this.#heard.clear();
    if (heard.some(({ store }) => store === 'meta')) await this.#readSettings();
    for (const news of heard) for (const listener of this.#listeners) listener(news);
    await new Promise((rested) => setTimeout(rested, NEWS_PAUSE_MS));
  }

  #tell(store: StoreName, id: string): void {
    this.#channel.postMessage({ store, id });
    for (const listener of this.#listeners) listener({ store, id, other: false });
  }
}
