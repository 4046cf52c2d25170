/**
 * `<crossfoot-editor>`: the lines of a document, edited; every amount from the core.
 *
 * The class has no side effects; crossfoot-editor-define.ts registers the tag. All of it lives in
 * one shadow root, so that labels, descriptions and focus work across its parts.
 */
import { html, LitElement, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { guard } from 'lit/directives/guard.js';
import { COLUMNS } from '../columns/all.ts';
import type { Column, ColumnContext } from '../columns/column.ts';
import { customColumn } from '../columns/custom.ts';
import {
  completeLayout,
  defaultLayout,
  rememberedLayout,
  rememberLayout,
  type ColumnLayout,
} from '../columns/layout.ts';
import { fieldText } from '../columns/column.ts';
import {
  english,
  loadLanguage,
  type MessageKey,
  type MessageParameters,
  type Translator,
} from '../i18n/translator.ts';
import { formatMoney } from '../number/format.ts';
import { DocumentStore } from '../store/document-store.ts';
import {
  isRefusal,
  type Change,
  type EnginePort,
  type Issue,
  type Json,
  type JsonObject,
} from '../store/engine-port.ts';
import { controls } from '../styles/controls.ts';
import { panels } from '../styles/panels.ts';
import { print } from '../styles/print.ts';
import { table } from '../styles/table.ts';
import { tokens } from '../styles/tokens.ts';
import { Overlays } from '../ui/overlays.ts';
import { grants, readCapabilities, type Capability, type CapabilityFlags } from './capabilities.ts';
import type { CatalogueProduct } from './catalogue.ts';
import { CellEditing } from './cell-editing.ts';
import { type CommandLabel, type EditorContext, writeLabel } from './editor-context.ts';
import { EditorKeys } from './editor-keys.ts';
import { copyLines, type FileActions, fileActions } from './file-actions.ts';
import { FindInLines } from './find-in-lines.ts';
import { findCell, FocusMemory } from './focus-memory.ts';
import { FormValue } from './form-value.ts';
import { issuesList } from './issues-list.ts';
import { LineActions, newId } from './line-actions.ts';
import { LaterWork } from './later-work.ts';
import { linesTable } from './lines-table.ts';
import { metricsPanel } from './metrics-panel.ts';
import { moreMenu } from './more-menu.ts';
import { printTable } from './print-table.ts';
import { removedStrip } from './removed-strip.ts';
import { RowDrag } from './row-drag.ts';
import { RowWindow } from './row-window.ts';
import { schedulePanel } from './schedule.ts';
import { type Shortcuts } from './shortcuts.ts';
import { StatusMessages, totalsPhrase } from './status-messages.ts';
import { Suggestions } from './suggestions.ts';
import { TableEvents } from './table-events.ts';
import { TableKeys } from './table-keys.ts';
import { toolbar } from './toolbar.ts';
import { totalsBar, totalsPanel } from './totals-panel.ts';

export class CrossfootEditor extends LitElement implements EditorContext {
  static readonly formAssociated = true;
  static override styles = [tokens, controls, table, panels, print];
  static override properties = {
    lang: { type: String, reflect: true },
    locale: { type: String },
    kind: { type: String },
    currency: { type: String },
    name: { type: String },
    theme: { type: String, reflect: true },
    readonly: { type: Boolean, reflect: true },
    disabled: { type: Boolean, reflect: true },
    required: { type: Boolean },
    catalogue: { attribute: false },
    shortcuts: { attribute: false },
    capabilities: { attribute: false },
    engine: { attribute: false },
  };

  declare lang: string;
  declare kind: string;
  declare currency: string;
  declare name: string;
  declare theme: string;
  declare readonly: boolean;
  declare disabled: boolean;
  declare required: boolean;
  /** Locale of numbers and dates; the document's own where it is not given. */
  declare locale: string;
  /** Products to add lines from. */
  declare catalogue: readonly CatalogueProduct[];
  /** Keys that differ from the default map; null turns row shortcuts off. */
  declare shortcuts: Shortcuts | null;
  declare capabilities: CapabilityFlags;
  /** The engine of the document; loaded by the element itself where the host gives none. */
  declare engine: EnginePort | null;

  translator: Translator = english;
  readonly overlays = new Overlays(this, { close: () => this.t('action.close') });
  readonly focusMemory = new FocusMemory();
  readonly rows = new RowWindow();
  readonly actions = new LineActions(this);
  readonly editing = new CellEditing(this);
  ghostId = newId('li');

  #store: DocumentStore | null = null;
  #layout: ColumnLayout | null = null;
  #columnsCache: { columns: readonly Column[]; all: readonly Column[] } | null = null;
  #contextCache: ColumnContext | null = null;
  #selection = new Set<string>();
  #granted: Readonly<Record<string, boolean>> = {};
  #epoch = 0;
  #stamps = new Map<string, number>();
  #hadFocus = false;
  #allPayments = false;
  #failure = '';
  #pendingDocument: string | null = null;
  #printing = false;
  #grandTotalInView = false;
  #watchedTotal: Element | null = null;
  readonly #totalWatch = new IntersectionObserver(([entry]) => {
    this.#grandTotalInView = entry?.isIntersecting === true;
    this.requestUpdate();
  });
  readonly #status = new StatusMessages(this);
  readonly #later = new LaterWork(this);
  readonly #form = new FormValue(this, this.attachInternals());
  readonly #suggestions = new Suggestions(this);
  readonly #drag = new RowDrag(this);
  readonly #find = new FindInLines(this);
  readonly #files: FileActions = fileActions(this);
  readonly #keys = new EditorKeys(this);
  readonly #events = new TableEvents(
    this,
    new TableKeys(this, this.#suggestions, this.#drag),
    this.#suggestions,
    this.#drag,
    (ids) => copyLines(this, ids),
  );
  readonly #stampsView = {
    editor: this as CrossfootEditor,
    get epoch(): number {
      return this.editor.#epoch;
    },
    stamp: (id: string): number => this.#stamps.get(id) ?? 0,
  };

  constructor() {
    super();
    this.lang = '';
    this.locale = '';
    this.kind = '';
    this.currency = '';
    this.name = '';
    this.theme = '';
    this.readonly = false;
    this.disabled = false;
    this.required = false;
    this.catalogue = [];
    this.shortcuts = {};
    this.capabilities = {};
    this.engine = null;
    this.overlays.focusElsewhere = () => this.focus();
    this.addEventListener('click', (event) => {
      if (event.composedPath()[0] === this) this.focus();
    });
  }

  // What a page uses -------------------------------------------------------------------------

  /** The document as an object; setting it opens another one. */
  get document(): JsonObject | null {
    const text = this.value;
    return text === '' ? null : (JSON.parse(text) as JsonObject);
  }

  set document(state: JsonObject | null) {
    this.value = state === null ? '' : JSON.stringify(state);
  }

  /** The document as JSON text: the value in a form. */
  get value(): string {
    return this.#store ? this.#store.engine.save() : (this.#pendingDocument ?? '');
  }

  set value(text: string) {
    if (!this.#store) {
      this.#pendingDocument = text;
      return;
    }
    this.open(text === '' ? this.#emptyDocument() : text);
  }

  /** Opens a state; the reason where it cannot be opened (then the open document stays). */
  open(stateText: string): string | null {
    const store = this.#store;
    if (!store) {
      this.#pendingDocument = stateText;
      return null;
    }
    const refusal = store.open(stateText);
    if (refusal) {
      this.#emit('crossfoot-error', { error: refusal.error });
      return refusal.error.message;
    }
    return null;
  }

  undo(): void {
    this.actions.undo();
  }

  redo(): void {
    this.actions.redo();
  }

  /** Takes back the undo history that the query `historyState` gave, after a reload. */
  restoreHistory(history: JsonObject): void {
    const inner = (history['history'] as JsonObject | undefined) ?? history;
    if (isRefusal(this.store.engine.apply({ op: 'restoreHistory', history: inner }))) return;
    this.store.adopt();
  }

  /** The issues of the document. */
  validate(): readonly Issue[] {
    return this.#store?.issues() ?? [];
  }

  /** Focuses a cell of a line. */
  focusLine(id: string, column = 'name'): void {
    this.focusMemory.ask({ id, column });
    this.requestUpdate();
  }

  /** Opens the paste preview for text in rows and cells. */
  importText(text: string): void {
    this.#files.pasteText(text);
  }

  /** Opens a file: a document (JSON), or rows (CSV, TSV) with a preview. */
  importFile(file: File): Promise<void> {
    return this.#files.importFile(file);
  }

  print(): void {
    window.print();
  }

  toJSON(): JsonObject | null {
    return this.document;
  }

  /** What is typed counts from now on; call it before reading `value`. */
  flush(): void {
    this.editing.commitAll();
  }

  override focus(options?: FocusOptions): void {
    const place = this.focusMemory.last;
    const cell = place ? findCell(this.root, place) : null;
    const first =
      this.root.querySelector<HTMLElement>('tbody [data-col="name"]') ??
      this.root.querySelector<HTMLElement>('[data-tool="add"], [data-tool="more"]');
    (cell ?? first)?.focus(options);
  }

  // What its parts use -----------------------------------------------------------------------

  get root(): ShadowRoot {
    return this.renderRoot as ShadowRoot;
  }

  get store(): DocumentStore {
    if (!this.#store) throw new Error('the engine has not started yet');
    return this.#store;
  }

  get isReady(): boolean {
    return this.#store !== null;
  }

  get selection(): ReadonlySet<string> {
    return this.#selection;
  }

  get numberLocale(): string {
    const own = this.#store?.at('locale');
    return this.locale || (typeof own === 'string' ? own : '') || 'en-US';
  }

  get context(): ColumnContext {
    this.#contextCache ??= {
      translator: this.translator,
      locale: this.numberLocale,
      currency: this.store.currency,
      minorDigits: this.#minorDigits(),
      date: this.store.date,
      taxRates: this.store.list('taxRates'),
      calculate: (formula, digits) => {
        const reply = this.store.engine.call('formula', { text: formula, digits });
        const value = isRefusal(reply) ? null : (reply as { value?: unknown }).value;
        return typeof value === 'string' ? value : null;
      },
    };
    return this.#contextCache;
  }

  get allColumns(): readonly Column[] {
    return this.#columnSet().all;
  }

  get columns(): readonly Column[] {
    return this.#columnSet().columns;
  }

  get layout(): ColumnLayout {
    const custom = this.#customColumns();
    const chosen = this.#layout ?? rememberedLayout(this.store.kind);
    return chosen
      ? completeLayout(chosen, this.store.kind, custom)
      : defaultLayout(this.store.kind, custom);
  }

  t(key: MessageKey, parameters?: MessageParameters): string {
    return this.translator.t(key, parameters);
  }

  may(capability: Capability): boolean {
    return !this.readonly && !this.disabled && grants(this.#granted, capability);
  }

  run(command: JsonObject, label?: CommandLabel, coalesce?: string): boolean {
    const before = this.store.totals.summary;
    const asked = new CustomEvent('crossfoot-before-change', {
      detail: { command },
      cancelable: true,
      bubbles: true,
      composed: true,
    });
    if (!this.dispatchEvent(asked)) return false;
    const whole: Record<string, Json> = { ...command };
    if (label) whole['label'] = writeLabel(label);
    if (coalesce !== undefined) whole['coalesce'] = coalesce;
    const reply = this.store.run(whole);
    if (isRefusal(reply)) {
      const { message } = reply.error;
      this.announce(this.t('refused', { reason: message }));
      this.#emit('crossfoot-error', { error: reply.error });
      return false;
    }
    const detail = { command, changed: reply.changed, before, after: this.store.totals.summary };
    this.#emit('crossfoot-change', detail);
    this.dispatchEvent(new Event('input', { bubbles: true, composed: true }));
    return true;
  }

  announce(text: string): void {
    this.#status.say(text);
  }

  money(amount: string | null | undefined): string {
    return amount === null || amount === undefined
      ? '–'
      : formatMoney(amount, this.numberLocale, this.store.currency);
  }

  setLayout(layout: ColumnLayout | null): void {
    this.#layout = layout;
    rememberLayout(this.store.kind, layout);
    this.#columnsCache = null;
    this.#epoch++;
    this.#later.documentChanged(false);
    this.requestUpdate();
  }

  setSelection(ids: Iterable<string>): void {
    const before = this.#selection;
    this.#selection = new Set(ids);
    for (const id of new Set([...before, ...this.#selection])) {
      if (before.has(id) !== this.#selection.has(id)) this.touch(id);
    }
    this.requestUpdate();
  }

  touch(id: string): void {
    this.#stamps.set(id, (this.#stamps.get(id) ?? 0) + 1);
    this.requestUpdate();
  }

  get hiddenWithData(): number {
    return this.#later.hiddenWithData;
  }

  rowsInView(): { first: number; last: number } {
    return this.#later.rowsInView;
  }

  reveal(id: string): void {
    const index = this.store.indexOf(id);
    const view = this.root.querySelector<HTMLElement>('.table-scroll');
    if (!view || index < 0) return;
    if (this.rows.isWindowed) {
      view.scrollTop = Math.max(0, this.rows.offset(index) - view.clientHeight / 3);
      this.rows.scrollTo(view.scrollTop, view.clientHeight);
      this.requestUpdate();
      return;
    }
    findCell(this.root, { id, column: 'name' })?.scrollIntoView({ block: 'nearest' });
  }

  /** Reads the totals aloud. */
  readTotals(): void {
    this.#status.sayNow(totalsPhrase(this));
  }

  /** Opens the file picker for an import. */
  get files(): FileActions {
    return this.#files;
  }

  // Life ---------------------------------------------------------------------------------------

  override connectedCallback(): void {
    super.connectedCallback();
    window.addEventListener('beforeprint', this.#beforePrint);
    window.addEventListener('afterprint', this.#afterPrint);
    window.addEventListener('resize', this.#resized);
    if (!this.engine && !this.#store) void this.#loadEngine();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    window.removeEventListener('beforeprint', this.#beforePrint);
    window.removeEventListener('afterprint', this.#afterPrint);
    window.removeEventListener('resize', this.#resized);
  }

  formAssociatedCallback(): void {
    this.#form.connect();
  }

  formResetCallback(): void {
    this.#form.reset();
  }

  formStateRestoreCallback(state: string): void {
    this.value = state;
  }

  formDisabledCallback(disabled: boolean): void {
    this.disabled = disabled;
  }

  get form(): HTMLFormElement | null {
    return this.#form.form;
  }

  checkValidity(): boolean {
    return this.#form.checkValidity();
  }

  reportValidity(): boolean {
    return this.#form.reportValidity();
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('engine') && this.engine) this.#use(this.engine);
    if (changed.has('lang')) void this.#loadWords();
    if (changed.size > 0) this.#changedForAll();
    if (changed.has('capabilities') && this.#store) this.#sendCapabilities();
    if (this.#store) this.#later.lookAtView();
    this.#hadFocus = this.shadowRoot?.activeElement?.closest('table.lines') != null;
  }

  protected override updated(): void {
    if (!this.#store) return;
    this.#measureRows();
    this.#watchTotal();
    if (this.focusMemory.settle(this.root, this.#hadFocus)) this.#revealPending();
    this.#suggestions.place();
    this.#form.update(this.#store, this.required);
  }

  protected override render(): TemplateResult {
    if (!this.#store) {
      const text = this.#failure
        ? this.t('editor.failed', { reason: this.#failure })
        : this.t('editor.loading');
      return html`<div class="editor">
        <p class="starting" role="status">${text}</p>
        <slot></slot>
      </div>`;
    }
    return html`<div
      class="editor"
      lang=${this.translator.language}
      dir=${this.translator.direction}
      @keydown=${(event: KeyboardEvent) => this.#keys.handle(event)}
      @copy=${(event: ClipboardEvent) => this.#files.copyEvent(event)}
    >
      ${toolbar(this, {
        more: () => moreMenu(this),
        copy: (ids) => copyLines(this, ids),
        find: this.#find,
      })}
      <a class="skip" href="#totals" @click=${(event: Event) => this.#skip(event)}>
        ${this.t('editor.skipToTotals')}
      </a>
      <section class="lines-region" data-region="lines" aria-label=${this.t('region.lines')}>
        ${linesTable(this, this.#stampsView, this.#events)}
      </section>
      ${removedStrip(this)} ${issuesList(this)}
      <div class="below">
        <div class="beside-totals">
          ${metricsPanel(this)}
          ${guard([this.#later.schedule, this.#allPayments, this.#epoch], () =>
            schedulePanel(this, this.#later.schedule, this.#allPayments, () => {
              this.#allPayments = true;
              this.requestUpdate();
            }),
          )}
        </div>
        ${totalsPanel(this)}
      </div>
      <slot name="footer"></slot>
      ${totalsBar(this, this.#grandTotalInView)} ${this.#status.render()}
      ${
        this.translator.language === 'en'
          ? nothing
          : html`<p class="draft-language">${this.t('editor.draftLanguage')}</p>`
      }
      ${this.#printing ? printTable(this) : nothing} ${this.#suggestions.render()}
      ${this.overlays.render()}
    </div>`;
  }

  // Inside -------------------------------------------------------------------------------------

  async #loadEngine(): Promise<void> {
    await Promise.resolve();
    if (this.engine || this.#store) return;
    try {
      const { EngineClient } = await import('../engine/client.ts');
      const client = await EngineClient.load();
      if (!this.engine) this.engine = client.session() as unknown as EnginePort;
    } catch (error) {
      this.#failure = error instanceof Error ? error.message : String(error);
      this.#emit('crossfoot-error', { error: { code: 'engine', message: this.#failure } });
      this.requestUpdate();
    }
  }

  #use(engine: EnginePort): void {
    const store = new DocumentStore(engine);
    this.#store = store;
    store.subscribe((change) => this.#documentChanged(change));
    if (this.#pendingDocument === null && engine.save() !== '') store.adopt();
    else this.open(this.#pendingDocument || this.#emptyDocument());
    this.#pendingDocument = null;
    this.#sendCapabilities();
    void this.updateComplete.then(() => this.#emit('crossfoot-ready', {}));
  }

  /** A draft without lines; its date is the page's today, since the core has no clock. */
  #emptyDocument(): string {
    const date = new Date();
    const local = new Date(date.getTime() - date.getTimezoneOffset() * 60_000);
    return JSON.stringify({
      version: 1,
      kind: this.kind || 'quote',
      currency: this.currency || 'USD',
      date: local.toISOString().slice(0, 10),
      ...(this.locale ? { locale: this.locale } : {}),
    });
  }

  #sendCapabilities(): void {
    const engine = this.#store?.engine;
    if (!engine) return;
    if (Object.keys(this.capabilities).length > 0) {
      engine.apply({ op: 'capabilities', value: { ...this.capabilities } as JsonObject });
    }
    this.#granted = readCapabilities(engine);
    this.#changedForAll();
  }

  #documentChanged(change: Change | null): void {
    if (change === null) {
      this.#form.opened();
      this.#selection.clear();
      this.#layout = null;
      this.#allPayments = false;
      this.focusMemory.last = null;
      this.focusMemory.forget();
      this.editing.forget(true);
      this.ghostId = newId('li');
    }
    if (this.store.indexOf(this.ghostId) >= 0) this.ghostId = newId('li');
    if (change === null || change.document.length > 0) {
      this.#granted = readCapabilities(this.store.engine);
      this.#changedForAll();
    }
    if (change && change.removed.length > 0) {
      for (const id of change.removed) this.#selection.delete(id);
      this.editing.forget();
    }
    this.#status.totalsChanged();
    this.#later.documentChanged(change === null);
    this.requestUpdate();
  }

  #changedForAll(): void {
    this.#columnsCache = null;
    this.#contextCache = null;
    this.#epoch++;
  }

  async #loadWords(): Promise<void> {
    const tag = this.lang || document.documentElement.lang || 'en';
    try {
      const translator = await loadLanguage(tag);
      if (translator.language === this.translator.language) return;
      this.translator = translator;
    } catch {
      // A language file that cannot be fetched leaves the words as they are.
      return;
    }
    this.#changedForAll();
    this.requestUpdate();
  }

  #customColumns(): Column[] {
    const stored = this.store.at('custom', 'columns');
    if (!Array.isArray(stored)) return [];
    return stored.flatMap((each) => {
      const column = each as JsonObject | null;
      const id = fieldText(column ?? {}, 'id');
      return id === '' ? [] : [customColumn({ id, label: fieldText(column ?? {}, 'label') || id })];
    });
  }

  #columnSet(): { columns: readonly Column[]; all: readonly Column[] } {
    if (!this.#columnsCache) {
      const all = [...COLUMNS, ...this.#customColumns()];
      const columns = this.layout.shown.flatMap((id) => all.filter((each) => each.id === id));
      this.#columnsCache = { columns, all };
    }
    return this.#columnsCache;
  }

  #minorDigits(): number {
    const sample = this.store.totals.summary.subtotal ?? '0.00';
    return sample.split('.')[1]?.length ?? 0;
  }

  #skip(event: Event): void {
    event.preventDefault();
    this.root.querySelector<HTMLElement>('#totals')?.focus();
  }

  #revealPending(): void {
    const pending = this.focusMemory.pending;
    if (!pending) return;
    if (this.store.indexOf(pending.id) < 0) {
      this.focusMemory.forget();
      this.focus();
      return;
    }
    this.reveal(pending.id);
  }

  /** Drawn rows tell their heights when the window has moved or typing has paused. */
  #measureRows(): void {
    if (!this.rows.isWindowed || !this.rows.wantsMeasuring) return;
    const view = this.root.querySelector<HTMLElement>('.table-scroll');
    for (const row of this.root.querySelectorAll<HTMLElement>('tbody tr[data-id]')) {
      const index = this.store.indexOf(row.dataset['id'] ?? '');
      const next = row.nextElementSibling;
      const more = next instanceof HTMLElement && next.dataset['issuesOf'] ? next.offsetHeight : 0;
      if (index >= 0) this.rows.measure(index, row.offsetHeight + more);
    }
    this.rows.wantsMeasuring = false;
    if (view && this.rows.scrollTo(view.scrollTop, view.clientHeight)) this.requestUpdate();
  }

  /** The bar repeats the totals only while the panel's own are out of view. */
  #watchTotal(): void {
    if (this.#watchedTotal?.isConnected) return;
    const total = this.root.querySelector('.total-line.grand');
    if (total === this.#watchedTotal) return;
    this.#totalWatch.disconnect();
    this.#watchedTotal = total;
    if (total) this.#totalWatch.observe(total);
  }

  readonly #resized = (): void => {
    if (this.#store && (this.rows.isWindowed || this.overlays.isOpen)) this.requestUpdate();
  };

  readonly #beforePrint = (): void => {
    if (!this.#store) return;
    this.#printing = true;
    this.requestUpdate();
    this.performUpdate();
  };

  readonly #afterPrint = (): void => {
    this.#printing = false;
    this.requestUpdate();
  };

  #emit(name: string, detail: object): void {
    this.dispatchEvent(new CustomEvent(name, { detail, bubbles: true, composed: true }));
  }
}
