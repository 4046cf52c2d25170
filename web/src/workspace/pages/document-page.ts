/** One document: its head, its steps, the editor, parties, payments and what happened to it. */
import { html, nothing, type TemplateResult } from 'lit';
import type { CrossfootEditor } from '../../element/crossfoot-editor.ts';
import { Overwritten } from '../../element/overwritten.ts';
import type { Account, HistoryReply, JsonObject, Refusal } from '../../../../schema/contract.ts';
import { isRefusal } from '../../engine/refusal.ts';
import type { DocumentSession } from '../../engine/client.ts';
import { failureWords } from '../../i18n/failure-words.ts';
import type { Messages, Translator } from '../../i18n/translator.ts';
import type { Said } from '../../sentences/refusals.ts';
import { parseJson, writeJson, type Json as Written } from '../../json/lossless-json.ts';
import { formatPercent } from '../../number/format.ts';
import { records, record, text } from '../../preview/paper-source.ts';
import { Pause } from '../../store/pause.ts';
import { convertMenu } from '../dialogs/convert.ts';
import { linkDialog } from '../dialogs/link.ts';
import { changeDialog } from '../dialogs/change-terms.ts';
import { periodInvoiceDialog } from '../dialogs/period-invoice.ts';
import { rightsDialog } from '../dialogs/rights.ts';
import { sendDialog } from '../dialogs/send.ts';
import { requestTaxAloud } from '../dialogs/tax-request.ts';
import { allStepsDialog, runStep, stepButtons } from '../dialogs/steps.ts';
import { lifecycleOf, saidAgainst, type Lifecycle } from '../store/document-row.ts';
import { goToNotTaken, takeTyped } from '../../ui/field.ts';
import { unbilled } from '../store/period-invoices.ts';
import { recordPeriodPayment } from '../store/period-payments.ts';
import { billsOf } from '../store/made-from.ts';
import type { Company, Contact, DocumentRecord, DocumentRow, Product } from '../store/records.ts';
import { asWritten, callVerbatim } from '../store/verbatim.ts';
import type { OpenDocument, Taken } from '../store/workspace-store.ts';
import type { Page, Workspace } from '../workspace-context.ts';
import { headLabel, headWords } from '../head-label.ts';
import { KIND_PAGES, kindPage } from '../kinds.ts';
import { RatesMade } from '../rates-made.ts';
import { rightsFor, type Rights } from '../rights-fields.ts';
import { dealAmountQuestion } from './deal-amount.ts';
import { detailsPanel } from './details-panel.ts';
import { eventsPanel, paymentsPanel } from './payments-panel.ts';
import { PrintedPaper } from './printed-paper.ts';
import { subscriptionPanel } from './subscription-panel.ts';
import { statusChip } from './index-page.ts';

export class DocumentPage implements Page {
  readonly workspace: Workspace;
  readonly #id: string;
  #open: OpenDocument | null = null;
  #missing = false;
  #previewing = false;
  #dirty = false;
  /** How many stores of it are under way. */
  #storing = 0;
  #saving: Promise<void> = Promise.resolve();
  #problem = '';
  readonly #pause = new Pause(() => void this.flush());
  #left = false;
  #rights: Rights = {};
  readonly #overwritten = new Overwritten();
  readonly #printed: PrintedPaper;
  #rates: RatesMade | null = null;
  #worded: { translator: Translator; words: Partial<Messages> } | null = null;
  /** Open at first where there is no customer yet, then as the person left it. */
  detailsOpen: boolean | null = null;
  products: readonly Product[] = [];
  contacts: readonly Contact[] = [];
  companies: readonly Company[] = [];
  rows: readonly DocumentRow[] = [];
  /** The invoices and credit memos that were made of a subscription, as they are stored. */
  bills: Written[] = [];
  #account: Account | null = null;
  /** The state that the account was asked for. */
  #accountOf = '';

  constructor(workspace: Workspace, id: string) {
    this.workspace = workspace;
    this.#id = id;
    this.#printed = new PrintedPaper(
      () => this.#toPrint(),
      () => workspace.today,
    );
    workspace.watch(this, this.#load());
    document.addEventListener('visibilitychange', this.#hidden);
    window.addEventListener('pagehide', this.#going);
  }

  /** A line that shall be a product of the library. */
  readonly #keepProduct = async (product: Product): Promise<void> => {
    await this.workspace.store.put('products', [product]);
    this.products = [...this.products.filter(({ id }) => id !== product.id), product];
  };

  get open(): OpenDocument {
    if (!this.#open) throw new Error('no document is open');
    return this.#open;
  }

  get session(): DocumentSession {
    return this.open.session;
  }

  /** The state without its lines. */
  get head(): JsonObject {
    // What is written back of it (a contact, an address) keeps every digit of the host's own numbers.
    const reply = parseJson(this.session.queryText({ get: 'document' })) as JsonObject;
    return (reply['document'] as JsonObject | undefined) ?? reply;
  }

  get kind(): string {
    return text(this.head, 'kind') || 'quote';
  }

  /** What may happen next, with the reasons in the language of the page. */
  get lifecycle(): Lifecycle {
    const { today, reason } = this.workspace;
    const lifecycle = lifecycleOf(this.session, today);
    const steps = lifecycle.steps.map((step) => {
      const against = saidAgainst(step);
      const { cannotBeUndone: lasting, lastingId = '' } = step;
      return {
        ...step,
        ...(against === null ? {} : { reason: reason(against) }),
        ...(lasting === undefined
          ? {}
          : { cannotBeUndone: reason({ message: lasting, reasonId: lastingId }) }),
      };
    });
    return { ...lifecycle, steps };
  }

  /** A refusal in the words of the page, with the document's currency. */
  reason(said: Said): string {
    return this.workspace.reason(said, text(this.head, 'currency'));
  }

  /** Everything that speaks against a step now, as the core says it. */
  against(name: string): readonly Said[] {
    const { steps } = lifecycleOf(this.session, this.workspace.today);
    const step = steps.find((each) => each.step === name);
    const against = step ? saidAgainst(step) : null;
    return against === null ? [] : [against, ...(against.also ?? [])];
  }

  /** What may be edited in this document alone. */
  get ownRights(): Rights {
    return this.open.capabilities;
  }

  /** What may be edited here. One and the same object while nothing changes: the editor compares. */
  get rights(): Rights {
    const now = rightsFor(this.workspace.store.settings, this.kind, this.ownRights);
    if (JSON.stringify(now) !== JSON.stringify(this.#rights)) this.#rights = now;
    return this.#rights;
  }

  setRights(rights: Rights): void {
    this.open.capabilities = rights;
    this.#applyRights();
    this.changed();
  }

  /** With what is being typed. */
  #toPrint(): DocumentSession | null {
    this.#editor()?.commit();
    return this.#open?.session ?? null;
  }

  async leave(): Promise<void> {
    this.#left = true;
    this.#printed.end();
    document.removeEventListener('visibilitychange', this.#hidden);
    this.#editor()?.flush();
    await this.flush();
    await this.#keepRates();
    window.removeEventListener('pagehide', this.#going);
    this.#open?.session.close();
    await this.workspace.store.dropUntouched(this.#id);
  }

  /** The document as a sentence names it: `Invoice INV-1001`. */
  get called(): string {
    const kind = this.workspace.translator.lookup(`kind.${this.kind}`, this.kind);
    return `${kind} ${text(this.head, 'number')}`.trim();
  }

  /** The document by its number, else by what it is called: so is the file that printing makes. */
  get title(): string {
    if (!this.#open) return 'Crossfoot';
    const { head, kind } = this;
    const kindName = this.workspace.translator.lookup(`kind.${kind}`, kind);
    const customer =
      text(record(head['company']), 'name') || text(records(head, 'contacts')[0], 'name');
    const called = text(record(head['custom']), 'title') || customer;
    return [`${kindName} ${text(head, 'number')}`.trim(), called]
      .filter((part) => part !== '')
      .join(' – ');
  }

  news(other: boolean, id: string): void {
    if (!other || this.#left || (id !== '' && id !== this.#id)) return;
    void this.#takeOver();
  }

  /** Carries a command out; the refusal where there is one. Stored soon after. */
  run(command: JsonObject): Refusal | null {
    const editor = this.#editor();
    const reply = editor?.isReady
      ? editor.store.run(command)
      : this.session.applyText(writeJson(command));
    if (isRefusal(reply)) return reply;
    this.changed();
    return null;
  }

  /**
   * Carries a step out on what is stored latest, also by another tab, and stores it at once; the
   * refusal where it was done there already.
   */
  async carryOut(command: JsonObject): Promise<Refusal | null> {
    await this.flush();
    const refused = await this.workspace.store.together([this.open], () => this.run(command));
    this.adopt();
    if (refused) return refused;
    this.#pause.end();
    this.#dirty = false;
    await recordPeriodPayment(this.workspace.store, this.session, new Date().toISOString());
    await this.readRows();
    return null;
  }

  /** Sets one member of the head; '' and null remove it. A refusal is said. */
  set(path: string, value: JsonObject[string]): void {
    this.#set(path, value);
  }

  /** The same while somebody types: all that is typed into one box is one step of the history. */
  type(path: string, value: JsonObject[string]): void {
    this.#set(path, value, { coalesce: `type:${path}` });
  }

  #set(path: string, value: JsonObject[string], more: { coalesce?: string } = {}): void {
    const label = headLabel(path);
    const named = label === null ? more : { ...more, label };
    const refused = this.run({ op: 'set', path, value: value === '' ? null : value, ...named });
    if (refused) this.workspace.announce(this.workspace.reason(refused.error));
  }

  /** Marks the document as changed: it is stored once typing pauses. */
  changed(): void {
    this.#dirty = true;
    this.#pause.wait();
    this.workspace.requestUpdate();
  }

  /** Stores now what is not stored yet. */
  async flush(): Promise<void> {
    this.#pause.end();
    if (!this.#dirty || !this.#open) return this.#saving;
    const open = this.#open;
    this.#dirty = false;
    this.#storing += 1;
    this.#saving = this.#saving.then(async () => {
      try {
        const { taken } = await this.workspace.store.save(open);
        this.#problem = '';
        if (taken) this.#sayTaken(taken);
        await this.#keepRates();
        await recordPeriodPayment(this.workspace.store, open.session, new Date().toISOString());
      } catch (error) {
        this.#dirty = true;
        this.#problem = failureWords(error, this.workspace.translator);
      }
      this.#storing -= 1;
      this.workspace.requestUpdate();
    });
    return this.#saving;
  }

  /** A rate is finished once its dialog is closed. */
  async #keepRates(): Promise<void> {
    if (this.#editor()?.overlays.isOpen || !this.#open) return;
    const fresh = await this.#rates?.keep(this.head);
    const { workspace } = this;
    if (!fresh || fresh.length === 0) return;
    const names = fresh.map(({ name, percent }) =>
      name.includes('%') ? name : `${name} ${formatPercent(percent, workspace.locale)}`,
    );
    const rate = workspace.translator.list(names);
    workspace.announce(workspace.w('library.rateKept', { rate }), () =>
      workspace.store.remove(
        'taxRates',
        fresh.map(({ id }) => id),
      ),
    );
  }

  /** Reads the other documents' entries again: one was made from this one. */
  async readRows(): Promise<void> {
    const { store } = this.workspace;
    const rows = await store.all<DocumentRow>('rows');
    const bills = this.kind === 'subscription' ? billsOf(rows, this.#id) : [];
    const found = await Promise.all(
      bills.map(({ id }) => store.one<DocumentRecord>('documents', id)),
    );
    this.bills = found.flatMap((each) => (each ? [asWritten(each.state)] : []));
    this.#accountOf = '';
    this.rows = rows;
    this.workspace.requestUpdate();
  }

  /** What a subscription asked for and received; null for other kinds. */
  get account(): Account | null {
    if (this.kind !== 'subscription') return null;
    const state = this.session.save();
    if (this.#accountOf !== state) {
      this.#accountOf = state;
      const argument = { state: asWritten(state), made: this.bills };
      const reply = callVerbatim(this.workspace.client, 'account', argument);
      this.#account = isRefusal(reply) ? null : reply;
    }
    return this.#account;
  }

  /** Reads the people and companies again: some were saved from here. */
  async readDirectory(): Promise<void> {
    const { store } = this.workspace;
    const [contacts, companies] = await Promise.all([
      store.all<Contact>('contacts'),
      store.all<Company>('companies'),
    ]);
    this.contacts = contacts.filter(({ archived }) => archived !== true);
    this.companies = companies.filter(({ archived }) => archived !== true);
  }

  /** Lets the editor read again what changed under it; true where it is told what was overwritten. */
  adopt(): boolean {
    const editor = this.#editor();
    if (editor?.isReady) editor.store.reread();
    this.workspace.requestUpdate();
    return this.#tellOverwritten();
  }

  render(): TemplateResult {
    const { w } = this.workspace;
    if (this.#missing) {
      return html`<div class="empty-state">
        <h1>${w('doc.missing')}</h1>
        <p class="row-actions">
          ${KIND_PAGES.map(({ kind, path }) => html`<a href="#/${path}">${w(`nav.${kind}`)}</a>`)}
        </p>
      </div>`;
    }
    if (!this.#open)
      return html`<p role="status">${this.workspace.translator.t('editor.loading')}</p>`;
    const lifecycle = this.lifecycle;
    void this.#printed.speak(text(this.head, 'language'));
    return html`${this.#headTemplate(lifecycle)}
    ${this.#previewing ? this.#previewTemplate() : this.#workTemplate(lifecycle)}`;
  }

  #headTemplate(lifecycle: Lifecycle): TemplateResult {
    const { w } = this.workspace;
    const { head, kind } = this;
    const page = kindPage(kind);
    const title = text(record(head['custom']), 'title');
    const number = text(head, 'number');
    return html`<div class="doc-head">
      <a class="back" href="#/${page.path}">‹ ${w(`nav.${page.kind}`)}</a>
      <div class="doc-title">
        <h1>
          ${this.workspace.translator.lookup(`kind.${kind}`, kind)}
          ${number === '' ? nothing : html`<bdi>${number}</bdi>`}
        </h1>
        ${statusChip(this.workspace, lifecycle.shown)} ${this.#endNote(head)}
        ${title === '' ? nothing : html`<span class="soft"><bdi>${title}</bdi></span>`}
        <span class="save-state ${this.#problem ? 'problem' : ''}" role="status">
          ${this.#problem ? w('doc.notSaved', { reason: this.#problem }) : this.#dirty || this.#storing > 0 ? w('doc.saving') : w('doc.saved')}
        </span>
      </div>
      ${this.#originLinks(head)}
      <div class="doc-actions">
        ${stepButtons(this, lifecycle)}
        ${
          kind === 'subscription' && (lifecycle.status !== 'canceled' || this.#isUnbilled())
            ? html`<button type="button" @click=${() => void periodInvoiceDialog(this)}>
                  ${w('doc.periodInvoice')}
                </button>
                ${
                  text(head, 'canceledOn') === ''
                    ? html`<button type="button" @click=${() => void this.#changeTerms()}>
                        ${w('doc.changeTerms')}
                      </button>`
                    : nothing
                }`
            : nothing
        }
        <button type="button" @click=${() => this.#send()}>${w('doc.send')}</button>
        <button
          type="button"
          aria-pressed=${String(this.#previewing)}
          @click=${() => void this.#togglePreview()}
        >
          ${this.#previewing ? w('doc.edit') : w('doc.preview')}
        </button>
        <button
          type="button"
          aria-haspopup="menu"
          @click=${(event: Event) => this.#moreMenu(event.currentTarget as HTMLElement)}
        >
          ${w('doc.more')}
        </button>
      </div>
    </div>`;
  }

  /** After the end too: what fell due before it. */
  #isUnbilled(): boolean {
    return unbilled(this.session, this.rows, this.#id, this.workspace.today).length > 0;
  }

  /** A subscription that was cancelled runs until its end, and says so. */
  #endNote(head: JsonObject): TemplateResult | typeof nothing {
    const ends = text(head, 'canceledOn');
    return this.kind === 'subscription' && ends > this.workspace.today
      ? html`<span class="soft ends"
          >${this.workspace.w('index.ends', { date: this.workspace.day(ends) })}</span
        >`
      : nothing;
  }

  #originLinks(head: JsonObject): TemplateResult | typeof nothing {
    const { w, translator } = this.workspace;
    const origin = record(head['origin']);
    const from = this.rows.find(({ id }) => id === text(origin, 'id'));
    const dayOf = (row: DocumentRow): string => row.originDue || row.date;
    const made = this.rows
      .filter((row) => row.origin === this.#id)
      .toSorted((a, b) => dayOf(a).localeCompare(dayOf(b)) || a.number.localeCompare(b.number));
    const corrected = records(origin, 'corrects').map((invoice) => text(invoice, 'id'));
    const corrects = this.rows.filter(({ id }) => id !== from?.id && corrected.includes(id));
    const correctedBy = this.rows.filter(
      (row) => row.origin !== this.#id && row.corrects.some(({ id }) => id === this.#id),
    );
    if (!from && made.length + corrects.length + correctedBy.length === 0) return nothing;
    const link = (row: DocumentRow): TemplateResult =>
      html`<a href="#/document/${encodeURIComponent(row.id)}"
        >${translator.lookup(`kind.${row.kind}`, row.kind)}
        <bdi>${row.number || row.title || this.workspace.day(dayOf(row))}</bdi></a
      >`;
    return html`<p class="origins">
      ${from ? html`<span>${w('doc.from')} ${link(from)}</span>` : nothing}
      ${
        corrects.length > 0
          ? html`<span
              >${w('property.corrects')}: ${corrects.map((row) => html`${link(row)} `)}</span
            >`
          : nothing
      }
      ${
        correctedBy.length > 0
          ? html`<span
              >${w('doc.correctedBy')} ${correctedBy.map((row) => html`${link(row)} `)}</span
            >`
          : nothing
      }
      ${
        made.length > 0
          ? html`<span>${w('doc.made')} ${made.map((row) => html`${link(row)} `)}</span>`
          : nothing
      }
    </p>`;
  }

  #workTemplate(lifecycle: Lifecycle): TemplateResult {
    const { settings } = this.workspace.store;
    const language = text(this.head, 'language');
    return html`${
        lifecycle.editable
          ? nothing
          : html`<p class="locked" role="note">${this.workspace.w('doc.locked')}</p>`
      }
      ${detailsPanel(this, lifecycle)} ${subscriptionPanel(this)}
      ${this.kind === 'deal' && lifecycle.editable && !this.#dirty ? dealAmountQuestion(this) : nothing}
      <crossfoot-editor
        .engine=${this.session}
        .catalogue=${this.products}
        .saveProduct=${this.#keepProduct}
        .messages=${this.#headWords}
        .capabilities=${this.rights}
        .theme=${settings.theme}
        .lang=${this.workspace.translator.language}
        .locale=${this.workspace.locale}
        data-language=${language}
        @crossfoot-ready=${() => this.#tellOverwritten()}
        @crossfoot-change=${() => this.changed()}
      ></crossfoot-editor>
      ${paymentsPanel(this, lifecycle)} ${eventsPanel(this)}`;
  }

  #previewTemplate(): TemplateResult {
    return html`<div class="preview-frame">
      <crossfoot-preview
        actions="none"
        .engine=${this.workspace.client}
        .theme=${this.workspace.store.settings.theme}
        .today=${this.workspace.today}
        .account=${this.account}
        .value=${this.session.save()}
      ></crossfoot-preview>
    </div>`;
  }

  async #togglePreview(): Promise<void> {
    if (this.goToNotTaken()) return;
    this.#editor()?.flush();
    await this.flush();
    this.#previewing = !this.#previewing;
    this.workspace.requestUpdate();
  }

  /** The editor, also where the preview was shown until now. */
  async editor(): Promise<CrossfootEditor | null> {
    if (this.#previewing) await this.#togglePreview();
    await this.workspace.drawn();
    const editor = this.#editor();
    await editor?.ready;
    return editor;
  }

  /** Goes to a box of the head whose text does not count, before anything is done with the document. */
  goToNotTaken(): boolean {
    takeTyped();
    const host = document.querySelector('crossfoot-workspace');
    const panel = host?.shadowRoot?.querySelector('details.panel');
    return panel !== null && panel !== undefined && goToNotTaken(panel);
  }

  /** Brings the focus into a field of the head, which may be folded away. */
  async focusField(name: string): Promise<void> {
    if (this.#previewing) await this.#togglePreview();
    this.detailsOpen = true;
    this.workspace.requestUpdate();
    await this.workspace.drawn();
    const host = document.querySelector('crossfoot-workspace');
    host?.shadowRoot?.querySelector<HTMLElement>(`details.panel [name="${name}"]`)?.focus();
  }

  /** A document that cannot be sent yet says so before anybody writes to somebody. */
  #send(): void {
    if (this.goToNotTaken()) return;
    const step = this.lifecycle.steps.find((each) => each.step === 'send');
    if (step && !step.allowed) void runStep(this, 'send');
    else void sendDialog(this, 'send');
  }

  async #changeTerms(): Promise<void> {
    this.#editor()?.flush();
    await this.flush();
    await changeDialog(this);
  }

  #moreMenu(anchor: HTMLElement): void {
    const { w, overlays } = this.workspace;
    const isInvoice = this.kind === 'invoice';
    const { status } = this.lifecycle;
    // Nobody is reminded of what is not asked for, or thanked for what has not come.
    const isOwed = isInvoice && ['open', 'partlyPaid'].includes(status);
    const isPaid =
      isInvoice &&
      records(this.head, 'payments').some((each) => text(each, 'status') === 'succeeded');
    overlays.openMenu(anchor, w('doc.more'), [
      ...convertMenu(this),
      { label: w('doc.copyLink'), divided: true, run: () => void linkDialog(this) },
      { label: w('doc.print'), run: () => window.print() },
      ...(isOwed ? [{ label: w('doc.reminder'), run: () => sendDialog(this, 'reminder') }] : []),
      ...(isPaid ? [{ label: w('doc.receipt'), run: () => sendDialog(this, 'receipt') }] : []),
      ...(this.lifecycle.editable
        ? [{ label: w('tax.request'), run: () => void requestTaxAloud(this) }]
        : []),
      { label: w('rights.title'), divided: true, run: () => rightsDialog(this) },
      { label: w('doc.allSteps'), run: () => allStepsDialog(this) },
      {
        label: w('doc.delete'),
        danger: true,
        run: () => void runStep(this, 'delete'),
      },
    ]);
  }

  async #load(): Promise<void> {
    const { store } = this.workspace;
    const open = (await store.openDocument(this.#id)) ?? (await store.openDropped(this.#id));
    if (!open || this.#left) {
      open?.session.close();
      this.#missing = open === null;
      this.workspace.requestUpdate();
      return;
    }
    const products = await store.all<Product>('products');
    this.products = products.filter(({ archived }) => archived !== true);
    await this.readDirectory();
    this.#open = open;
    this.#rates = new RatesMade(store, this.head);
    this.#applyRights();
    await this.readRows();
    this.workspace.requestUpdate();
  }

  /** One and the same object while the language stays: the editor compares. */
  get #headWords(): Partial<Messages> {
    const { translator, w } = this.workspace;
    if (this.#worded?.translator !== translator) {
      this.#worded = { translator, words: headWords((key) => w(key)) };
    }
    return this.#worded.words;
  }

  /** The core refuses what is not granted, whichever part of the page asks. */
  #applyRights(): void {
    this.session.apply({ op: 'capabilities', value: { ...this.rights } });
  }

  /** What another tab stored of this document. */
  async #takeOver(): Promise<void> {
    await this.#saving;
    if (!this.#open || this.#left) return;
    const news = await this.workspace.store.refresh(this.#open);
    await this.readRows();
    if (news === 'gone') {
      this.#missing = true;
      this.workspace.requestUpdate();
    } else if (news) this.#sayTaken(news);
  }

  #sayTaken(taken: Taken): void {
    const isTold = this.adopt();
    const { translator } = this.workspace;
    if (isTold) return;
    const { undo } = this.session.query({ get: 'history' }) as HistoryReply;
    // What became final elsewhere is taken over without a step that could be taken back.
    this.workspace.announce(
      undo === 0
        ? this.workspace.w('doc.otherTab')
        : translator.t(taken === 'mine' ? 'draft.mineCounts' : 'draft.otherTab'),
    );
  }

  /** What two tabs changed differently stands above the lines; true where there is something new. */
  #tellOverwritten(): boolean {
    const untold = this.#open?.untold.splice(0) ?? [];
    for (const { clash, whose } of untold) this.#overwritten.add([clash], whose);
    const editor = this.#editor();
    if (!editor?.isReady) return false;
    this.#overwritten.show(editor);
    if (untold.length > 0) this.workspace.announce(this.#overwritten.sentence(editor));
    return untold.length > 0;
  }

  takeBack(isAgain: boolean): boolean {
    const editor = this.#editor();
    if (!editor?.isReady) return false;
    if (isAgain) editor.redo();
    else editor.undo();
    return true;
  }

  #editor(): CrossfootEditor | null {
    const host = document.querySelector('crossfoot-workspace');
    return host?.shadowRoot?.querySelector('crossfoot-editor') ?? null;
  }

  readonly #hidden = (): void => {
    if (document.visibilityState === 'hidden') void this.flush();
  };

  readonly #going = (): void => {
    this.#editor()?.commit();
    if (this.#open && this.session.save() !== this.#open.stored) {
      this.workspace.store.keepForNextTime(this.#open);
    }
    void this.flush();
  };
}
