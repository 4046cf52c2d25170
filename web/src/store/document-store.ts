/**
 * The open document as the editor sees it: the order of the lines, the rows in view, the totals.
 * It holds answers of the engine and asks again for what a command moved; it computes nothing.
 */
import type {
  Answer,
  Applied,
  Change,
  HistoryReply,
  Issue,
  Json,
  JsonObject,
  Query,
  QueryName,
  Refusal,
  Row,
  SectionSums,
  Totals,
} from '../../../schema/contract.ts';
import type { DocumentSession } from '../engine/client.ts';
import { isRefusal } from '../engine/refusal.ts';
import { hasNumberText, parseJson, writeJson } from '../json/lossless-json.ts';
import { isText } from './line-type.ts';
import { EditReply, withChange, type EditStep, type NumberEdit } from './number-edit.ts';

/** What a command moved; without the summary where a keystroke was it. */
export type Done = Pick<Applied, 'ok' | 'changed' | 'undo' | 'redo'> &
  Partial<Pick<Applied, 'summary'>>;

/** A line taken out, kept for the strip of removed lines. */
export interface RemovedLine {
  readonly id: string;
  readonly name: string;
  readonly line: JsonObject;
  /** The line it followed, null at the start. */
  readonly after: string | null;
}

/**
 * Told after every change; null where another document was opened. `isTyped`: only the amounts of
 * this line and of the summary moved, and they are here; what hangs on them is behind until `catchUp`.
 */
export type StoreListener = (change: Change | null, isTyped: boolean) => void;

const NO_TOTALS: Totals = {
  summary: {
    subtotal: null,
    lineDiscounts: null,
    adjustments: [],
    discounts: null,
    fees: null,
    taxes: null,
    lineTaxes: [],
    lineTax: null,
    lineTaxIncluded: null,
    roundingDifference: null,
    dueNow: null,
    dueNowMinor: null,
    futureNet: null,
    futureTax: null,
    futurePayments: null,
    total: null,
    totalBlockedBy: [],
  },
  metrics: {
    mrr: null,
    arr: null,
    acv: null,
    tcv: null,
    margin: { mrr: null, arr: null, acv: null, tcv: null },
  },
  recurring: [],
  sections: [],
  sums: [],
  taxes: [],
  taxOnTop: null,
  costMissing: 0,
  issueCount: { error: 0, warning: 0, notice: 0 },
};

/** Up to this many lines, every change brings all totals; above, the amounts due come first. */
const TOTALS_AT_ONCE = 300;

/** Up to this many lines, headings and notes are told apart from what is numbered. */
const MOST_TOLD_APART = 1_000;

/** How many rows one query asks for. */
const ROWS_PER_QUERY = 500;

export class DocumentStore {
  readonly engine: DocumentSession;
  #ids: readonly string[] = [];
  #positions: Map<string, number> | null = null;
  #texts: ReadonlySet<number> | null = null;
  #numbers: number[] | null = null;
  #rows = new Map<string, Row>();
  #former = new Map<string, Row>();
  #head: JsonObject = {};
  #totals: Totals = NO_TOTALS;
  #sections = new Map<string, SectionSums>();
  #issues: readonly Issue[] | null = null;
  #totalsBehind = false;
  /** Lines of whose rows only the amounts that a keystroke is answered with are up to date. */
  readonly #typed = new Set<string>();
  #undo = 0;
  #redo = 0;
  #removed: RemovedLine[] = [];
  #listeners = new Set<StoreListener>();

  constructor(engine: DocumentSession) {
    this.engine = engine;
  }

  /** Opens a state; on a refusal the open document stays. */
  open(stateText: string): Refusal | null {
    const reply = this.engine.open(stateText);
    if (isRefusal(reply)) return reply;
    this.#removed = [];
    this.#undo = 0;
    this.#redo = 0;
    this.#readAll();
    this.#tell(null);
    return null;
  }

  /** Takes over what is open in the engine already. */
  adopt(): void {
    this.#readAll();
    this.#readHistory();
    this.#tell(null);
  }

  /** The same document was changed in the engine by others: what is being typed in it goes on. */
  reread(): void {
    const before = this.#ids;
    this.#readAll();
    this.#readHistory();
    const removed = before.filter((id) => this.indexOf(id) < 0);
    const document = Object.keys(this.#head);
    this.#tell({ lines: [], added: [], removed, order: true, all: true, document });
  }

  #readHistory(): void {
    const { steps, position, undo } = this.history();
    this.#undo = undo;
    this.#redo = steps.length - position;
  }

  /** Calls `listener` after each change; the result stops that. */
  subscribe(listener: StoreListener): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  /** All line ids in order. */
  get ids(): readonly string[] {
    return this.#ids;
  }

  /** The state without its lines. */
  get head(): JsonObject {
    return this.#head;
  }

  get totals(): Totals {
    return this.#totals;
  }

  get undoSteps(): number {
    return this.#undo;
  }

  get redoSteps(): number {
    return this.#redo;
  }

  /** Lines removed since the document was opened and not put back, latest first. */
  get removed(): readonly RemovedLine[] {
    return this.#removed;
  }

  get currency(): string {
    return typeof this.#head['currency'] === 'string' ? this.#head['currency'] : 'USD';
  }

  /** Digits after the decimal separator of the currency, as the core prints its amounts. */
  get minorDigits(): number {
    const amount = this.#totals.summary.subtotal ?? '0.00';
    return amount.split('.')[1]?.length ?? 0;
  }

  get kind(): string {
    return typeof this.#head['kind'] === 'string' ? this.#head['kind'] : 'quote';
  }

  get date(): string {
    return typeof this.#head['date'] === 'string' ? this.#head['date'] : '2000-01-01';
  }

  /** Position of a line, −1 where there is none. */
  indexOf(id: string): number {
    this.#positions ??= new Map(this.#ids.map((line, index) => [line, index]));
    return this.#positions.get(id) ?? -1;
  }

  /** How many lines are priced: headings and notes are not counted. */
  get itemCount(): number {
    return this.#ids.length - this.#textPositions().size;
  }

  /**
   * Where headings and notes stand. Only documents all of whose rows are drawn, and so held, have
   * them told apart; in a longer one every row has its number.
   */
  #textPositions(): ReadonlySet<number> {
    if (this.#texts) return this.#texts;
    const held = this.#ids.length <= MOST_TOLD_APART ? this.#ids : [];
    this.load(held.filter((id) => this.isNew(id)));
    const texts = held.flatMap((id, at) => (isText(this.row(id)?.input['type']) ? [at] : []));
    this.#texts = new Set(texts);
    return this.#texts;
  }

  /** The number a line goes by, from 1; null for headings and notes, which have none. */
  numberOf(id: string): number | null {
    const texts = this.#textPositions();
    if (!this.#numbers) {
      let last = 0;
      this.#numbers = this.#ids.map((_id, at) => (texts.has(at) ? last : ++last));
    }
    const index = this.indexOf(id);
    return texts.has(index) ? null : (this.#numbers[index] ?? null);
  }

  /** The number of a line, or for a heading or note that of the line which follows it. */
  placeOf(id: string): number {
    const own = this.numberOf(id);
    return own ?? (this.#numbers?.[this.indexOf(id)] ?? this.itemCount) + 1;
  }

  /** The section headings in order. */
  get sectionIds(): string[] {
    this.catchUp();
    return this.#totals.sections.map(({ id }) => id);
  }

  /**
   * The row of a line. Its amounts may be those before the last change where that changed every
   * line and nobody asked for this row since (`load`); its stored fields are always current.
   */
  row(id: string): Row | undefined {
    const held = this.#rows.get(id) ?? this.#former.get(id);
    if (held) return held;
    this.load([id]);
    return this.#rows.get(id);
  }

  /** True where nothing is held of the row yet, not even former amounts. */
  isNew(id: string): boolean {
    return !this.#rows.has(id) && !this.#former.has(id);
  }

  /** The lines among these whose held amounts may be former ones. */
  stale(ids: readonly string[]): string[] {
    return ids.filter((id) => !this.#rows.has(id));
  }

  /** Makes sure that these rows are held: one query for all that are missing. */
  load(ids: readonly string[]): void {
    const missing = ids.filter((id) => !this.#rows.has(id) && this.indexOf(id) >= 0);
    for (let from = 0; from < missing.length; from += ROWS_PER_QUERY) {
      const part = missing.slice(from, from + ROWS_PER_QUERY);
      const reply = this.engine.query({ get: 'rows', ids: part });
      for (const row of isRefusal(reply) ? [] : reply.rows) {
        this.#rows.set(row.id, this.#same(row));
        // A host may make an item a heading, which moves no line and renumbers all that follow.
        if (this.#texts && isText(row.input['type']) !== this.#texts.has(this.indexOf(row.id))) {
          this.#forgetNumbers();
        }
      }
    }
  }

  /** The row held before where nothing in it changed, so that it is not drawn again. */
  #same(row: Row): Row {
    const former = this.#former.get(row.id);
    return former !== undefined && JSON.stringify(former) === JSON.stringify(row) ? former : row;
  }

  /** What the lines of a section add up to; the same object as long as nothing changes. */
  sectionSums(id: string): SectionSums | undefined {
    return this.#sections.get(id);
  }

  /** All issues of the document. */
  issues(): readonly Issue[] {
    if (this.#issues === null) {
      const reply = this.engine.query({ get: 'issues' });
      this.#issues = isRefusal(reply) ? [] : reply.issues;
    }
    return this.#issues;
  }

  /** Carries out a command; answers what it moved, or the refusal. */
  run(command: JsonObject): Done | Refusal {
    if (hasNumberText(command)) return this.runText(writeJson(command));
    const leaving = this.#linesLeaving(command);
    return this.#done(this.engine.apply(command), leaving);
  }

  /** As `run`, in JSON text: numbers that JavaScript would round keep their digits. */
  runText(command: string): Done | Refusal {
    return this.#done(this.engine.applyText(command), []);
  }

  /**
   * A number typed into a line, by the keystroke path: as the command `set` of the same change, of
   * which `change` is the path and the value. Null where the row is not held.
   */
  edit(
    edit: NumberEdit,
    change: { readonly path: string; readonly value: Json },
    step: EditStep,
  ): Done | Refusal | null {
    const row = this.#rows.get(edit.id);
    if (!row) return null;
    const text = this.engine.edit(this.indexOf(edit.id), edit.field, edit.value, step);
    if (typeof text !== 'string') return text;
    const reply = new EditReply(text);
    const lines = [edit.id];
    const changed: Change = {
      lines,
      added: [],
      removed: [],
      order: false,
      all: reply.reach === 'all',
      document: [],
    };
    const { undo, redo } = reply;
    const totals =
      reply.reach === 'line' && !this.#totals.balance && row.issues.length === 0
        ? reply.totals(this.#totals)
        : null;
    if (!totals) return this.#done({ ok: true, changed, undo, redo }, []);
    this.#rows.set(edit.id, reply.row(row, withChange(row.input, change)));
    this.#typed.add(edit.id);
    this.#totals = totals;
    this.#totalsBehind = true;
    this.#issues = null;
    this.#undo = undo;
    this.#redo = redo;
    this.#tell(changed, true);
    return { ok: true, changed, undo, redo };
  }

  #done(reply: Done | Refusal, leaving: RemovedLine[]): Done | Refusal {
    if (isRefusal(reply)) return reply;
    this.#take(reply);
    this.#noteRemoved(leaving);
    this.#tell(reply.changed);
    return reply;
  }

  /**
   * The undo history as a list that can be read, and where in it the document stands; `undo` is 0
   * where the step before that is never taken back.
   */
  history(): HistoryReply {
    const reply = this.engine.query({ get: 'history' });
    return isRefusal(reply) ? { steps: [], position: 0, undo: 0 } : reply;
  }

  /** A value of the document head by member names. */
  at(...path: string[]): Json | undefined {
    let value: Json | undefined = this.#head;
    for (const name of path) {
      if (typeof value !== 'object' || value === null) return undefined;
      value = (value as JsonObject)[name];
    }
    return value;
  }

  /** The members of a list in the head that are objects: `taxRates`, `adjustments`. */
  list(name: string): JsonObject[] {
    const value = this.#head[name];
    if (!Array.isArray(value)) return [];
    return value.filter(
      (item): item is JsonObject =>
        typeof item === 'object' && item !== null && !Array.isArray(item),
    );
  }

  /** Forgets the removed lines. */
  clearRemoved(): void {
    this.#removed = [];
  }

  #readAll(): void {
    this.#readOrder();
    this.#typed.clear();
    this.#rows.clear();
    this.#former.clear();
    this.#readHead();
    this.#readTotals();
  }

  #readOrder(): void {
    const reply = this.engine.query({ get: 'ids' });
    this.#ids = isRefusal(reply) ? [] : reply.ids;
    this.#positions = null;
    this.#forgetNumbers();
  }

  /** An answer whose numbers keep every digit: what is written back of it is as it was. */
  #exact<Name extends QueryName>(request: Query<Name>): Answer<Name> | Refusal {
    return parseJson(this.engine.queryText(request));
  }

  #forgetNumbers(): void {
    this.#texts = null;
    this.#numbers = null;
  }

  #readHead(): void {
    const reply = this.#exact<'document'>({ get: 'document' });
    this.#head = isRefusal(reply) ? {} : reply;
  }

  #readTotals(): void {
    this.#totalsBehind = false;
    const reply = this.engine.query({ get: 'summary' });
    this.#totals = isRefusal(reply) ? NO_TOTALS : reply;
    this.#sections = new Map(
      this.#totals.sums.flatMap((sums) => (sums.id === null ? [] : [[sums.id, sums] as const])),
    );
    this.#issues = null;
  }

  #take(reply: Done): void {
    const { changed } = reply;
    this.#rereadTyped();
    this.#undo = reply.undo;
    this.#redo = reply.redo;
    const lines = changed.lines;
    if (changed.all) {
      for (const [id, row] of this.#rows) this.#former.set(id, row);
      this.#rows = new Map();
    }
    for (const id of [...lines, ...changed.added, ...changed.removed]) {
      this.#rows.delete(id);
      this.#former.delete(id);
    }
    if (changed.order || changed.added.length > 0 || changed.removed.length > 0) {
      this.#readOrder();
    }
    if (changed.document.length > 0) this.#readHead();
    if (reply.summary && this.#ids.length > TOTALS_AT_ONCE) {
      this.#totals = { ...this.#totals, summary: reply.summary };
      this.#totalsBehind = true;
    } else this.#readTotals();
  }

  /**
   * Brings what typing and long documents left for later: metrics, recurring payments, sums of parts,
   * issue counts, and of the rows typed in what no keystroke is answered with.
   */
  catchUp(): void {
    this.#rereadTyped();
    if (this.#totalsBehind) this.#readTotals();
  }

  /** What hangs on the numbers typed since, of their rows. */
  #rereadTyped(): void {
    for (const id of this.#typed) {
      const row = this.#rows.get(id);
      if (row) this.#former.set(id, row);
      this.#rows.delete(id);
    }
    this.#typed.clear();
  }

  /** The lines a `remove` takes out, read before it happens. */
  #linesLeaving(command: JsonObject): RemovedLine[] {
    if (command['op'] !== 'remove' || command['list'] !== 'lines') return [];
    return this.asRemoved((command['ids'] as string[] | undefined) ?? []);
  }

  /** Lines as they would be put back were they gone. */
  asRemoved(ids: readonly string[]): RemovedLine[] {
    const reply = this.#exact<'rows'>({ get: 'rows', ids });
    return (isRefusal(reply) ? [] : reply.rows).map(({ id, input }) => {
      const name = input['name'];
      const after = this.#ids[this.indexOf(id) - 1] ?? null;
      return { id, name: typeof name === 'string' ? name : '', line: input, after };
    });
  }

  #noteRemoved(leaving: RemovedLine[]): void {
    const worthKeeping = leaving.filter(({ line }) =>
      Object.keys(line).some((name) => !['id', 'type', 'taxRateIds'].includes(name)),
    );
    this.#removed = [...worthKeeping, ...this.#removed].filter(({ id }) => this.indexOf(id) < 0);
  }

  #tell(change: Change | null, isTyped = false): void {
    for (const listener of this.#listeners) listener(change, isTyped);
  }
}
