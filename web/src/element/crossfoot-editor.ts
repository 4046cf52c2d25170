/**
 * `<crossfoot-editor>`: the lines of a document, edited; every amount from the core.
 *
 * The class has no side effects; crossfoot-editor-define.ts registers the tag. All of it lives in
 * one shadow root, so that labels, descriptions and focus work across its parts.
 */
import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { guard } from 'lit/directives/guard.js';
import { loadFailure } from '../sentences/load-failure.ts';
import { loadLanguage } from '../i18n/translator.ts';
import { DocumentStore } from '../store/document-store.ts';
import type { Change, Issue, JsonObject, Refusal, Totals } from '../../../schema/contract.ts';
import type { DocumentSession } from '../engine/client.ts';
import { restoreHistory } from '../store/history-text.ts';
import type { SaveState } from '../sync/save-state.ts';
import { cards } from '../styles/cards.ts';
import { controls } from '../styles/controls.ts';
import { dialogBodies } from '../styles/dialog-bodies.ts';
import { policyStyle } from '../policy/policy-style.ts';
import { panels } from '../styles/panels.ts';
import { print } from '../styles/print.ts';
import { table } from '../styles/table.ts';
import { tokens } from '../styles/tokens.ts';
import { takeTyped } from '../ui/field.ts';
import { tolerateAssignment } from '../host/assignable.ts';
import { Connections } from './connections.ts';
import { writeAmounts } from './drawn-amounts.ts';
import { PasteAnywhere } from './paste-anywhere.ts';
import { EditorKeys } from './editor-keys.ts';
import { EditorState } from './editor-state.ts';
import { fileActions, type FileActions } from './file-actions.ts';
import { FindInLines } from './find-in-lines.ts';
import { findCell } from './focus-memory.ts';
import { FormValue } from './form-value.ts';
import { GridKeys } from './grid-keys.ts';
import { namedNew } from './history-label.ts';
import { fetchRefusalWords } from './refused.ts';
import { goToIssue } from './issue-place.ts';
import { issueSentence } from './issues-list.ts';
import { HostBinding } from '../host/host-binding.ts';
import { issuesList } from './issues-list.ts';
import { newId } from './line-actions.ts';
import { copyEvent, copyLines } from './lines-clipboard.ts';
import { linesTable } from './lines-table.ts';
import { metricsPanel } from './metrics-panel.ts';
import { moreMenu } from './more-menu.ts';
import { printTable } from './print-table.ts';
import { removedStrip } from './removed-strip.ts';
import { RowDrag } from './row-drag.ts';
import { FIRST_SHOWN, MORE_SHOWN, schedulePanel } from './schedule.ts';
import { Suggestions } from './suggestions.ts';
import { TableEvents } from './table-events.ts';
import { TableKeys } from './table-keys.ts';
import { toolbar } from './toolbar.ts';
import { totalsBar, totalsPanel } from './totals-panel.ts';

/** The attributes that connect the element to something outside it. */
const CONNECTED: ReadonlySet<string> = new Set(['src', 'sync', 'adapter', 'catalog', 'autosave']);

export class CrossfootEditor extends EditorState {
  static readonly formAssociated = true;
  static override styles = [
    tokens,
    controls,
    table,
    cards,
    panels,
    dialogBodies,
    policyStyle,
    print,
  ];
  static {
    tolerateAssignment(this);
  }
  #hadFocus = false;
  #payments = FIRST_SHOWN;
  #failure: unknown = null;
  #pendingDocument: string | null = null;
  #printing = false;
  /** Parts of the totals that paper shows and the screen had folded. */
  #unfolded: readonly HTMLDetailsElement[] = [];
  #hasStarted = false;
  readonly #internals = this.attachInternals();
  readonly #form = new FormValue(this, this.#internals);
  readonly #connections = new Connections(this, this.#internals);
  readonly #binding = new HostBinding();
  #started: () => void = () => undefined;
  #cannotStart: (reason: Error) => void = () => undefined;
  readonly #ready = new Promise<void>((resolve, reject) => {
    this.#started = resolve;
    this.#cannotStart = reject;
  });
  readonly #suggestions = new Suggestions(this);
  readonly #drag = new RowDrag(this);
  readonly #grid = new GridKeys(this);
  readonly #find = new FindInLines(this);
  readonly #files: FileActions = fileActions(this);
  readonly #keys = new EditorKeys(this);
  readonly #pasteAnywhere = new PasteAnywhere(this);
  readonly #events = new TableEvents(
    this,
    new TableKeys(this, this.#suggestions, this.#drag, this.#grid),
    this.#suggestions,
    this.#drag,
    this.#grid,
    (ids) => void copyLines(this, ids),
  );

  constructor() {
    super();
    // Who does not wait for it is told by the page and by `crossfoot-error`.
    this.#ready.catch(() => undefined);
    this.overlays.focusElsewhere = () => this.focus();
    this.addEventListener('click', (event) => {
      if (event.composedPath()[0] === this) this.focus();
    });
    this.addEventListener('focusin', () => void fetchRefusalWords(this.translator.language));
  }

  // What a page uses -------------------------------------------------------------------------

  /** Fulfilled when the engine has started; rejected with the reason where it cannot. */
  get ready(): Promise<void> {
    return this.#ready;
  }

  /** The document as an object: see `value`. */
  get document(): JsonObject | null {
    const text = this.value;
    return text === '' ? null : (JSON.parse(text) as JsonObject);
  }

  set document(state: JsonObject | null | undefined) {
    this.value = state === null || state === undefined ? '' : JSON.stringify(state);
  }

  /**
   * The document as JSON text: the value in a form. Setting it opens another document, unless it only
   * repeats what the element has told or was given (see HostBinding). `open` opens whatever it is given.
   */
  get value(): string {
    if (!this.openStore) return this.#pendingDocument ?? '';
    const text = this.openStore.engine.save();
    this.#binding.note(text);
    return text;
  }

  set value(text: string | null | undefined) {
    const state = text ?? '';
    if (!this.openStore) {
      this.#pendingDocument = state;
      return;
    }
    const isAtWork = this.root.activeElement !== null;
    if (this.#binding.isWrittenBack(state, this.store.engine.save(), isAtWork)) return;
    const refused = this.open(state);
    if (refused !== null) console.warn(`crossfoot-editor: the document was not opened: ${refused}`);
  }

  /**
   * Opens a state, '' a new one; the reason where it cannot be opened (then the open document stays).
   */
  open(stateText: string): string | null {
    return this.openState(stateText)?.error.message ?? null;
  }

  /** As `open`, with the whole refusal: a page says it in its own words. */
  openState(stateText: string): Refusal | null {
    const store = this.openStore;
    if (!store) {
      this.#pendingDocument = stateText;
      return null;
    }
    const refusal = store.open(stateText === '' ? this.#emptyDocument() : stateText);
    if (refusal) {
      this.tell('crossfoot-error', { error: refusal.error });
      return refusal;
    }
    this.#binding.opened(stateText);
    if (this.#hasStarted) this.tell('crossfoot-open', { totals: store.totals.summary });
    return null;
  }

  undo(): void {
    this.actions.undo();
  }

  redo(): void {
    this.actions.redo();
  }

  /** Takes back the undo history that the query `historyState` gave, after a reload; best as text. */
  restoreHistory(history: JsonObject | string): void {
    if (restoreHistory(this.store.engine, history)) this.store.reread();
  }

  /** The issues of the document. */
  validate(): readonly Issue[] {
    return this.openStore?.issues() ?? [];
  }

  /** An issue of `validate` as a sentence in the language of the element, with its line and field. */
  issueText(issue: Issue): string {
    return issueSentence(this, issue);
  }

  /** Brings the focus into the field an issue is about, also inside its popover or dialog. */
  goToIssue(issue: Issue): Promise<void> {
    return goToIssue(this, issue);
  }

  /** Focuses the row that waits for the next line. */
  focusNewLine(): void {
    this.focusLine(this.ghostId);
  }

  /** Focuses a cell of a line. */
  focusLine(id: string, column = 'name'): void {
    this.focusMemory.ask({ id, column });
    this.requestUpdate();
  }

  /** Documents and rows in and out. */
  get files(): FileActions {
    return this.#files;
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
  commit(): void {
    takeTyped();
    this.editing.commitAll();
  }

  /**
   * Counts what is typed and, with `sync`, brings it to the server: await it before Send, Finalise
   * and Pay, and go on only where the answer's name is `saved` or `unprotected`. Null without sync.
   */
  async flush(): Promise<SaveState | null> {
    this.commit();
    return this.#connections.flush();
  }

  /** Where the work is; null without `sync`. */
  get saveState(): SaveState | null {
    return this.#connections.saveState;
  }

  /** The totals as they are now. */
  recalculate(): Totals {
    this.store.catchUp();
    return this.store.totals;
  }

  /** Adds a line before the position `at` (from 0), else at the end; its id, or null if refused. */
  addLine(line: JsonObject, at?: number): string | null {
    const id = typeof line['id'] === 'string' ? line['id'] : newId('li');
    const command: JsonObject = { op: 'add', list: 'lines', items: [{ ...line, id }] };
    if (at !== undefined) command['after'] = this.store.ids[at - 1] ?? null;
    return this.run(command, { key: 'add', ...namedNew({ ...line, id }) }) ? id : null;
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

  // Life ---------------------------------------------------------------------------------------

  override connectedCallback(): void {
    super.connectedCallback();
    window.addEventListener('beforeprint', this.#beforePrint);
    window.addEventListener('afterprint', this.#afterPrint);
    window.addEventListener('resize', this.#resized);
    if (this.clientWidth > 0) this.fitTo(this.clientWidth);
    this.#size.observe(this);
    window.addEventListener('pagehide', this.#leaving, { capture: true });
    this.#pasteAnywhere.connect();
    if (!this.engine && !this.openStore) void this.#loadEngine();
    // Back in a page: what was open stays open, and goes on being kept.
    if (this.hasUpdated) this.#connections.connect(new Set(['sync', 'autosave']));
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    window.removeEventListener('beforeprint', this.#beforePrint);
    window.removeEventListener('afterprint', this.#afterPrint);
    window.removeEventListener('resize', this.#resized);
    this.#size.disconnect();
    this.#pasteAnywhere.disconnect();
    window.removeEventListener('pagehide', this.#leaving, { capture: true });
    void this.#connections.disconnect();
  }

  formAssociatedCallback(): void {
    this.#form.connect();
  }

  formResetCallback(): void {
    this.#form.reset();
  }

  formStateRestoreCallback(state: string): void {
    this.open(state);
  }

  formDisabledCallback(disabled: boolean): void {
    this.disabled = disabled;
  }

  /** The form it belongs to. Set to a form, or to the id of one, it belongs to that form. */
  get form(): HTMLFormElement | null {
    return this.#form.form;
  }

  set form(form: HTMLFormElement | string | null | undefined) {
    this.#form.join(form ?? '');
  }

  checkValidity(): boolean {
    return this.#form.checkValidity();
  }

  reportValidity(): boolean {
    return this.#form.reportValidity();
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('engine') && this.engine) this.#use(this.engine);
    if (changed.has('lang') || changed.has('messages')) void this.#loadWords();
    if (changed.size > 0) this.changedForAll();
    if (changed.has('capabilities') && this.openStore) this.#sendCapabilities();
    if (this.openStore) this.later.lookAtView();
    this.#hadFocus = this.shadowRoot?.activeElement?.closest('table.lines') != null;
  }

  protected override updated(changed: PropertyValues<this>): void {
    const moved = [...CONNECTED].filter((name) => changed.has(name as keyof CrossfootEditor));
    if (moved.length > 0) this.#connections.connect(new Set(moved));
    if (!this.openStore) return;
    this.view.measure();
    if (this.focusMemory.settle(this.root, this.#hadFocus)) this.#revealPending();
    if (this.navigation === 'grid') this.#grid.rove();
    this.#suggestions.place();
    this.#form.update(this.openStore, this.required);
  }

  protected override render(): TemplateResult {
    if (!this.openStore) {
      const text =
        this.#failure === null
          ? this.t('editor.loading')
          : loadFailure(this.#failure, this.translator);
      return html`<div class="editor">
        <p class="starting" role="status">${text}</p>
        <slot></slot>
      </div>`;
    }
    return html`<div
      class="editor"
      ?inert=${this.#connections.isLoading}
      aria-busy=${this.#connections.isLoading ? 'true' : nothing}
      lang=${this.translator.language}
      dir=${this.translator.direction}
      @keydown=${(event: KeyboardEvent) => this.#keys.handle(event)}
      @copy=${(event: ClipboardEvent) => copyEvent(this, event)}
      @cut=${(event: ClipboardEvent) => copyEvent(this, event)}
    >
      ${toolbar(this, {
        more: () => moreMenu(this),
        copy: (ids) => void copyLines(this, ids),
        find: this.#find,
        saveState: this.#connections.views?.status ?? nothing,
      })}
      ${this.notices.render()} ${this.#connections.views?.conflicts ?? nothing}
      <a class="skip" href="#totals" @click=${(event: Event) => this.#skip(event)}>
        ${this.t('editor.skipToTotals')}
      </a>
      <section class="lines-region" data-region="lines" aria-label=${this.t('region.lines')}>
        ${linesTable(this, this, this.#events)}
      </section>
      ${removedStrip(this)} ${issuesList(this)}
      <div class="below">
        <div class="beside-totals">
          ${guard([this.store.totals.metrics, this.store.totals.recurring, this.epoch], () =>
            metricsPanel(this),
          )}
          ${guard([this.later.schedule, this.#payments, this.epoch], () =>
            schedulePanel(this, this.later.schedule, this.#payments, () => {
              this.#payments += MORE_SHOWN;
              this.requestUpdate();
            }),
          )}
        </div>
        ${totalsPanel(this)}
      </div>
      <slot name="footer"></slot>
      ${totalsBar(this, this.view.totalInView)} ${this.status.render()}
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
    if (this.engine || this.openStore) return;
    try {
      const { EngineClient } = await import('../engine/client.ts');
      const client = await EngineClient.load();
      if (!this.engine) this.engine = client.session();
    } catch (error) {
      this.#failure = error;
      const message = loadFailure(error, this.translator);
      this.tell('crossfoot-error', { error: { code: 'engine', message } });
      this.#cannotStart(error instanceof Error ? error : new Error(message));
      this.requestUpdate();
    }
  }

  #use(engine: DocumentSession): void {
    const store = new DocumentStore(engine);
    this.openStore = store;
    store.subscribe((change, isTyped) => {
      if (change && isTyped) this.#typed(change);
      else this.#documentChanged(change);
    });
    if (this.#pendingDocument === null && engine.save() !== '') store.adopt();
    else this.open(this.#pendingDocument ?? '');
    this.#pendingDocument = null;
    this.#sendCapabilities();
    if (this.wantedColumns) this.shownColumns = this.wantedColumns;
    this.#hasStarted = true;
    this.#started();
    void this.updateComplete.then(() => this.tell('crossfoot-ready', {}));
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
    const engine = this.openStore?.engine;
    if (!engine) return;
    if (Object.keys(this.capabilities).length > 0) {
      engine.apply({ op: 'capabilities', value: { ...this.capabilities } as JsonObject });
    }
    this.readRights();
  }

  /** A keystroke in a number: its amounts are written, and all else is drawn at the pause. */
  #typed(change: Change): void {
    this.#binding.changed();
    this.isDrawn = change.lines.every((id) => writeAmounts(this, id, this.view));
    this.status.hideFormer();
    this.status.totalsChanged();
    this.later.typed();
    this.later.documentChanged(false);
    if (!this.isDrawn) this.requestUpdate();
  }

  #documentChanged(change: Change | null): void {
    this.#binding.changed();
    if (change === null) {
      this.#form.opened();
      this.#payments = FIRST_SHOWN;
      this.forgetDocument();
    }
    if (this.store.indexOf(this.ghostId) >= 0) this.ghostId = newId('li');
    if (change === null || change.document.length > 0) {
      this.readRights();
    }
    if (change && change.removed.length > 0) this.forgetLines(change.removed);
    this.rows.resize(this.store.ids.length);
    this.status.totalsChanged(change === null);
    this.status.hideFormer();
    this.later.documentChanged(change === null);
    this.requestUpdate();
  }

  async #loadWords(): Promise<void> {
    const tag = this.lang || document.documentElement.lang || 'en';
    try {
      const translator = (await loadLanguage(tag)).with(this.messages);
      if (translator === this.translator) return;
      this.translator = translator;
    } catch {
      // A language file that cannot be fetched leaves the words as they are.
      return;
    }
    if (this.openStore) this.status.forgetWords();
    this.changedForAll();
    this.requestUpdate();
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

  /** Before those who keep the document: what is typed counts when the page goes away. */
  readonly #leaving = (): void => {
    if (this.openStore) this.commit();
  };

  #roomBefore = 0;
  readonly #size = new ResizeObserver(([entry]) => {
    const room = entry?.contentRect.width ?? 0;
    if (room === 0 || room === this.#roomBefore) return;
    this.#roomBefore = room;
    this.fitTo(room);
    void this.#keepInSight();
  });

  /** In another width rows are of other heights: the cell in hand, and what is offered for it, stay in sight. */
  async #keepInSight(): Promise<void> {
    await this.updateComplete;
    const cell = this.root.activeElement;
    if (!cell?.closest('table.lines')) return;
    cell.scrollIntoView({ block: 'nearest', inline: 'nearest' });
    this.#suggestions.place();
  }

  readonly #resized = (): void => {
    if (this.openStore && (this.rows.isWindowed || this.overlays.isOpen)) this.requestUpdate();
  };

  readonly #beforePrint = (): void => {
    if (!this.openStore) return;
    this.store.catchUp();
    this.#printing = true;
    this.requestUpdate();
    this.performUpdate();
    this.#unfolded = [...this.root.querySelectorAll<HTMLDetailsElement>('.totals details')].filter(
      (each) => !each.open,
    );
    for (const each of this.#unfolded) each.open = true;
  };

  readonly #afterPrint = (): void => {
    this.#printing = false;
    for (const each of this.#unfolded) each.open = false;
    this.#unfolded = [];
    this.requestUpdate();
  };
}
