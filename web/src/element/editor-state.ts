/**
 * The state of the element that its parts share: the open document, its columns, the selection, what
 * the session may do. Nothing is drawn here.
 */
import type { Column, ColumnContext, FieldChange } from '../columns/column.ts';
import type { ColumnLayout } from '../columns/layout.ts';
import { foldedAt, type FoldedPlace } from '../columns/widths.ts';
import {
  english,
  type MessageKey,
  type MessageParameters,
  type Messages,
  type Translator,
} from '../i18n/translator.ts';
import { formatDecimal, formatMoney } from '../number/format.ts';
import type { Done, DocumentStore, RemovedLine } from '../store/document-store.ts';
import type { NumberEdit } from '../store/number-edit.ts';
import type { Backend } from '../sync/backend.ts';
import type { Json, JsonObject, Refusal } from '../../../schema/contract.ts';
import type { DocumentSession } from '../engine/client.ts';
import { isRefusal } from '../engine/refusal.ts';
import { Overlays } from '../ui/overlays.ts';
import { SteadyElement } from '../ui/steady-element.ts';
import {
  ALL_RIGHTS,
  capabilityFor,
  grants,
  readRights,
  type Rights,
  type Capability,
  type CapabilityFlags,
} from '../store/capabilities.ts';
import type { CatalogueProduct, SaveProduct } from './catalogue.ts';
import { CellEditing } from './cell-editing.ts';
import { ColumnChoice } from './column-choice.ts';
import { setCommand, type EditorContext } from './editor-context.ts';
import { writeLabel, type CommandLabel } from './history-label.ts';
import { cellOf, FocusMemory } from './focus-memory.ts';
import { announceRefusal } from './refused.ts';
import { LaterWork } from './later-work.ts';
import { LineActions, newId } from './line-actions.ts';
import type { RowStamps } from './lines-table.ts';
import { Notices } from './notices.ts';
import { RowWindow } from './row-window.ts';
import type { Shortcuts } from './shortcuts.ts';
import { StatusMessages, totalsPhrase } from './status-messages.ts';
import { TableView } from './table-view.ts';

export abstract class EditorState extends SteadyElement implements EditorContext, RowStamps {
  static override properties = {
    lang: { type: String, reflect: true },
    locale: { type: String },
    kind: { type: String },
    currency: { type: String },
    name: { type: String },
    theme: { type: String, reflect: true },
    navigation: { type: String },
    density: { type: String, reflect: true },
    src: { type: String },
    sync: { type: String },
    catalog: { type: String },
    autosave: { type: String },
    author: { type: String },
    readonly: { type: Boolean, reflect: true },
    disabled: { type: Boolean, reflect: true },
    required: { type: Boolean },
    catalogue: { attribute: false },
    saveProduct: { attribute: false },
    shortcuts: { attribute: false },
    capabilities: { attribute: false },
    engine: { attribute: false },
    adapter: { attribute: false },
    messages: { attribute: false },
  };

  declare lang: string;
  declare kind: string;
  declare currency: string;
  declare name: string;
  declare theme: string;
  /** `grid` moves by cells with the arrow keys; the default, `form`, by controls with Tab. */
  declare navigation: 'form' | 'grid';
  /** `compact` draws lower rows. */
  declare density: 'comfortable' | 'compact' | '';
  /** The address of the document to open; with `sync`, its address or id there. */
  declare src: string;
  /** The address below which documents are kept (SY-1.1): edits go there by themselves. */
  declare sync: string;
  /** The address of the library: a JSON list of products. */
  declare catalog: string;
  /** Who edits, as others read it where their edits meet; with `sync`. */
  declare author: string;
  /** A name under which the document and its undo history are kept in this browser. */
  declare autosave: string;
  declare readonly: boolean;
  declare disabled: boolean;
  declare required: boolean;
  /** Locale of numbers and dates; the document's own where it is not given. */
  declare locale: string;
  /** Products to add lines from. */
  declare catalogue: readonly CatalogueProduct[];
  /** Keeps a line as a product of the library; the row menu offers it where this is given. */
  declare saveProduct: SaveProduct | null;
  /** Keys that differ from the default map; null turns row shortcuts off. */
  declare shortcuts: Shortcuts | null;
  declare capabilities: CapabilityFlags;
  /** The engine of the document; loaded by the element itself where the host gives none. */
  declare engine: DocumentSession | null;
  /** Another way to keep documents than `sync`: any Backend of sync/. */
  declare adapter: Backend | null;
  /** The host's own words, instead of ours. */
  declare messages: Partial<Messages>;

  translator: Translator = english;
  readonly overlays = new Overlays(this, (key) => this.t(key));
  readonly notices = new Notices(this);
  readonly focusMemory = new FocusMemory();
  readonly rows = new RowWindow();
  readonly actions = new LineActions(this);
  readonly editing = new CellEditing(this);
  ghostId = newId('li');
  /** Moves on when something changes that every row shows. */
  epoch = 0;

  /** Columns asked for before there was a document. */
  protected wantedColumns: readonly string[] | null = null;
  protected openStore: DocumentStore | null = null;
  /** Whether what the last keystroke moved is on the page already. */
  protected isDrawn = false;
  protected rights: Rights = ALL_RIGHTS;
  protected readonly status = new StatusMessages(this);
  protected readonly later = new LaterWork(this, () => this.status.hideFormer());
  protected readonly view = new TableView(this);
  readonly #choice = new ColumnChoice();
  /** The width of the table in rem. */
  #width = Infinity;
  #folded: {
    readonly columns: readonly Column[];
    readonly width: number;
    readonly places: ReadonlyMap<string, FoldedPlace>;
  } | null = null;
  #context: ColumnContext | null = null;
  #selection = new Set<string>();
  #foundId: string | null = null;
  #carriedIds: ReadonlySet<string> = new Set<string>();
  readonly #stamps = new Map<string, number>();

  constructor() {
    super();
    this.lang = '';
    this.locale = '';
    this.kind = '';
    this.currency = '';
    this.name = '';
    this.theme = '';
    this.navigation = 'form';
    this.readonly = false;
    this.disabled = false;
    this.required = false;
    this.catalogue = [];
    this.saveProduct = null;
    this.shortcuts = {};
    this.capabilities = {};
    this.engine = null;
    this.adapter = null;
    this.messages = {};
    this.density = '';
    this.src = '';
    this.sync = '';
    this.catalog = '';
    this.autosave = '';
    this.author = '';
  }

  get root(): ShadowRoot {
    return this.renderRoot as ShadowRoot;
  }

  get store(): DocumentStore {
    if (!this.openStore) throw new Error('the engine has not started yet');
    return this.openStore;
  }

  get isReady(): boolean {
    return this.openStore !== null;
  }

  get selection(): ReadonlySet<string> {
    return this.#selection;
  }

  get foundId(): string | null {
    return this.#foundId;
  }

  setFound(id: string | null): void {
    const before = this.#foundId;
    this.#foundId = id;
    for (const each of new Set([before, id])) if (each !== null) this.touch(each);
  }

  get carriedIds(): ReadonlySet<string> {
    return this.#carriedIds;
  }

  setCarried(ids: Iterable<string>): void {
    const before = this.#carriedIds;
    this.#carriedIds = new Set(ids);
    for (const id of new Set([...before, ...this.#carriedIds])) this.touch(id);
  }

  get numberLocale(): string {
    const own = this.openStore?.at('locale');
    return this.locale || (typeof own === 'string' ? own : '') || 'en-US';
  }

  get context(): ColumnContext {
    this.#context ??= {
      translator: this.translator,
      locale: this.numberLocale,
      currency: this.store.currency,
      minorDigits: this.store.minorDigits,
      date: this.store.date,
      taxRates: this.store.list('taxRates'),
      calculate: (formula, digits) => {
        const reply = this.store.engine.call('formula', { text: formula, digits });
        const value = isRefusal(reply) ? null : reply.value;
        return typeof value === 'string' ? value : null;
      },
    };
    return this.#context;
  }

  get allColumns(): readonly Column[] {
    return this.#choice.all(this.store);
  }

  get columns(): readonly Column[] {
    return this.#choice.shown(this.store);
  }

  get folded(): ReadonlyMap<string, FoldedPlace> {
    const { columns } = this;
    if (this.#folded?.columns !== columns || this.#folded.width !== this.#width) {
      const shown = columns.filter(({ id }) => id !== 'description');
      const places = foldedAt(shown, this.#width);
      this.#folded = { columns, width: this.#width, places };
    }
    return this.#folded.places;
  }

  /** The room that the table has; rows are drawn again where other columns fit than before. */
  protected fitTo(pixels: number): void {
    const rem = Number.parseFloat(getComputedStyle(document.documentElement).fontSize) || 16;
    const before = this.openStore ? [...this.folded.keys()].join() : '';
    this.#width = pixels / rem;
    if (!this.openStore || [...this.folded.keys()].join() === before) return;
    this.epoch++;
    this.requestUpdate();
  }

  get layout(): ColumnLayout {
    return this.#choice.layout(this.store);
  }

  t(key: MessageKey, parameters?: MessageParameters): string {
    const count = parameters?.['count'];
    if (typeof count !== 'number') return this.translator.t(key, parameters);
    const shown = formatDecimal(String(count), this.numberLocale);
    return this.translator.t(key, { ...parameters, count: shown }, count);
  }

  may(capability: Capability): boolean {
    return !this.readonly && !this.disabled && grants(this.rights, capability);
  }

  mayEdit(member: string): boolean {
    return this.may(capabilityFor(this.rights, member));
  }

  run(command: JsonObject, label?: CommandLabel, coalesce?: string): boolean {
    const whole: Record<string, Json> = { ...command };
    if (label) whole['label'] = writeLabel(label);
    if (coalesce !== undefined) whole['coalesce'] = coalesce;
    return this.#run(command, () => this.store.run(whole), coalesce === undefined);
  }

  type(
    edit: NumberEdit,
    change: FieldChange,
    label: CommandLabel,
    coalesce: string,
  ): 'drawn' | 'done' {
    const command = setCommand(edit.id, [change]);
    const text = writeLabel(label);
    this.isDrawn = false;
    const carryOut = (): Done | Refusal =>
      this.store.edit(edit, change, { label: text, coalesce }) ??
      this.store.run({ ...command, label: text, coalesce });
    this.#run(command, carryOut, false);
    return this.isDrawn ? 'drawn' : 'done';
  }

  runText(command: string, label: CommandLabel): boolean {
    const named = `{"label":${JSON.stringify(writeLabel(label))},${command.trim().slice(1)}`;
    const inHand = this.#lineInHand();
    const parsed = JSON.parse(command) as JsonObject;
    if (!this.#run(parsed, () => this.store.runText(named), true)) return false;
    if (inHand && this.store.indexOf(inHand.id) < 0) this.#lostLine(inHand);
    return true;
  }

  /** The line somebody is typing in. */
  #lineInHand(): RemovedLine | undefined {
    const id = cellOf(this.root.activeElement)?.id;
    return id === undefined || this.store.indexOf(id) < 0
      ? undefined
      : this.store.asRemoved([id])[0];
  }

  /** What came from elsewhere took a line out of somebody's hands: said where they look, and undone by a key. */
  #lostLine(line: RemovedLine): void {
    const name = line.name || this.t('column.line');
    const words = (): string => this.t('draft.lineGone', { name });
    this.notices.show('gone', {
      text: words,
      action: () => this.t('removed.restore', { name }),
      run: () => this.actions.restore(line),
      stands: () => this.store.indexOf(line.id) < 0,
    });
    this.announce(words());
    void this.updateComplete.then(() =>
      this.root.querySelector<HTMLElement>('[data-notice=gone] button')?.focus(),
    );
  }

  #run(command: JsonObject, carryOut: () => Done | Refusal, isWhole: boolean): boolean {
    const before = this.store.totals.summary;
    const asked = new CustomEvent('crossfoot-before-change', {
      detail: { command },
      cancelable: true,
      bubbles: true,
      composed: true,
    });
    if (!this.dispatchEvent(asked)) return false;
    const reply = carryOut();
    if (isRefusal(reply)) {
      void announceRefusal(this, reply.error);
      this.tell('crossfoot-error', { error: reply.error });
      return false;
    }
    const detail = { command, changed: reply.changed, before, after: this.store.totals.summary };
    this.tell('crossfoot-change', detail);
    this.tell('crossfoot-input', detail);
    this.dispatchEvent(new Event('input', { bubbles: true, composed: true }));
    if (isWhole) this.committed();
    return true;
  }

  committed(): void {
    this.dispatchEvent(new Event('change', { bubbles: true, composed: true }));
  }

  announce(text: string): void {
    this.status.say(text);
  }

  money(amount: string | null | undefined): string {
    return amount === null || amount === undefined
      ? '–'
      : formatMoney(amount, this.numberLocale, this.store.currency);
  }

  adoptProduct(product: CatalogueProduct): void {
    this.catalogue = [...this.catalogue.filter(({ id }) => id !== product.id), product];
  }

  setLayout(layout: ColumnLayout | null): void {
    this.#choice.choose(this.store, layout);
    this.epoch++;
    this.later.documentChanged(false);
    this.requestUpdate();
  }

  /** The ids of the columns shown, in order. Setting it is a person's own choice in their stead. */
  get shownColumns(): readonly string[] {
    return this.openStore ? this.layout.shown : (this.wantedColumns ?? []);
  }

  set shownColumns(ids: readonly string[]) {
    this.wantedColumns = ids;
    if (!this.openStore) return;
    const rest = this.layout.order.filter((id) => !ids.includes(id));
    this.setLayout({ order: [...ids, ...rest], shown: ids });
    this.wantedColumns = null;
  }

  setSelection(ids: Iterable<string>): void {
    const before = this.#selection;
    this.#selection = new Set(ids);
    for (const id of new Set([...before, ...this.#selection])) {
      if (before.has(id) !== this.#selection.has(id)) this.touch(id);
    }
    this.requestUpdate();
  }

  stamp(id: string): number {
    return this.#stamps.get(id) ?? 0;
  }

  touch(id: string): void {
    this.#stamps.set(id, this.stamp(id) + 1);
    this.requestUpdate();
  }

  get hiddenWithData(): number {
    return this.later.hiddenWithData;
  }

  rowsInView(): { first: number; last: number } {
    return this.later.rowsInView;
  }

  reveal(id: string): void {
    this.view.reveal(id);
  }

  /** Reads the totals aloud. */
  readTotals(): void {
    this.status.sayNow(totalsPhrase(this));
  }

  /** Another document is open: nothing of the former one is remembered. */
  protected forgetDocument(): void {
    this.#selection.clear();
    this.#foundId = null;
    this.#choice.forget();
    this.focusMemory.last = null;
    this.focusMemory.forget();
    this.editing.forget(true);
    this.ghostId = newId('li');
  }

  /** Lines are gone: neither selected nor being typed in any more. */
  protected forgetLines(ids: readonly string[]): void {
    for (const id of ids) this.#selection.delete(id);
    this.editing.forget();
  }

  /** Something changed that every row shows: columns, words, rights, the currency. */
  protected changedForAll(): void {
    this.#choice.refresh();
    this.#context = null;
    this.epoch++;
  }

  /** Reads from the core what the session may do. */
  protected readRights(): void {
    this.rights = readRights(this.store.engine);
    this.changedForAll();
  }

  /** An event that leaves the element. */
  tell(name: string, detail: object): void {
    this.dispatchEvent(new CustomEvent(name, { detail, bubbles: true, composed: true }));
  }
}
