/**
 * `<crossfoot-preview>`: a document as the buyer sees it. Where the seller allows it the buyer
 * chooses quantities and optional lines, accepts a quote, or is handed over to the payment.
 *
 * Events (bubbling, composed): `crossfoot-ready`; `crossfoot-choices` {choices, state, dueNow,
 * dueNowMinor}; `crossfoot-accept` (cancelable) {name, state, digest, dueNow, choices};
 * `crossfoot-pay` {amount, minor, currency, digest, state, choices}; `crossfoot-error`.
 */
import { html, nothing, unsafeCSS, type PropertyValues, type TemplateResult } from 'lit';
import { hasCode, isOpenOffer } from '../../../schema/buyer.mjs';
import { tolerateAssignment } from '../host/assignable.ts';
import { HostBinding } from '../host/host-binding.ts';
import { DocumentSession, EngineClient } from '../engine/client.ts';
import type {
  Account,
  JsonObject,
  Refusal,
  Standing,
  TaxesReply,
} from '../../../schema/contract.ts';
import { isRefusal } from '../engine/refusal.ts';
import { loadFailure } from '../sentences/load-failure.ts';
import type { Said } from '../sentences/refusals.ts';
import { english, loadLanguage, type Translator } from '../i18n/translator.ts';
import { parseNumber } from '../number/parse.ts';
import { controls } from '../styles/controls.ts';
import { tokens } from '../styles/tokens.ts';
import { field } from '../ui/field.ts';
import { Overlays } from '../ui/overlays.ts';
import { afterPress } from '../ui/press.ts';
import { SteadyElement } from '../ui/steady-element.ts';
import { writeText } from '../ui/write-text.ts';
import {
  applyChoices,
  type CallEngine,
  steppedQuantity,
  stepsLeft,
  type Choices,
} from './buyer-choices.ts';
import { CodeBox } from './code-box.ts';
import { patchDom, writeDom } from './markup.ts';
import { paper, paperTitle } from './paper.ts';
import { planInWords } from './paper-billing.ts';
import {
  PaperFormats,
  record,
  records,
  text,
  type PaperSource,
  type QuantityChoice,
} from './paper-source.ts';
import { isNothing } from '../number/taken-off.ts';
import { paperStyle } from './paper-style.ts';
import { browserLanguage, inWords } from './refused.ts';
import { elementStyle } from './preview-style.ts';
import { englishWords, fill, loadWords, type PaperWords } from './words.ts';

export class CrossfootPreview extends SteadyElement {
  static override styles = [tokens, controls, unsafeCSS(paperStyle), elementStyle];
  static override properties = {
    lang: { type: String, reflect: true },
    locale: { type: String },
    theme: { type: String, reflect: true },
    today: { type: String },
    actions: { type: String },
    account: { attribute: false },
    engine: { attribute: false },
    openCode: { attribute: false },
  };

  static {
    tolerateAssignment(this);
  }

  declare lang: string;
  /** Locale of numbers and dates; the document's own where it is not given. */
  declare locale: string;
  declare theme: string;
  /** The day to judge "overdue" by, ISO 8601; the page's own day where it is not given. */
  declare today: string;
  /** What the buyer may do here: `accept pay choose`, or `none`. All where it is not given. */
  declare actions: string;
  /** Of a subscription: the reply of the engine's function `account`, printed below its lines. */
  declare account: Account | null;
  /** A loaded engine to share; the element loads one where the host gives none. */
  declare engine: EngineClient | null;
  /**
   * The offer as JSON text with the adjustments that a code opens, each with its `code`; null where it
   * opens none. Without it a code opens adjustments that the document itself has.
   */
  declare openCode: ((code: string) => Promise<string | null>) | null;

  readonly overlays = new Overlays(this, (key) => this.#translator.t(key));
  #client: EngineClient | null = null;
  #session: DocumentSession | null = null;
  #pending: string | null = null;
  /** The offer before any choice, as it reads and as it was written. */
  #offer: JsonObject | null = null;
  #offerText = '';
  readonly #binding = new HostBinding();
  #choices: Choices = { quantities: {}, selected: {} };
  /** What was typed as a quantity and is not offered, by line. */
  readonly #refusedQuantities = new Map<string, string>();
  /** The box in which somebody types: what stands in it is theirs until it is left. */
  #typingIn: EventTarget | null = null;
  #source: PaperSource | null = null;
  #page: HTMLElement | null = null;
  #failure = '';
  #choiceFailure = '';
  #translator: Translator = english;
  #words: PaperWords = englishWords;
  #name = '';
  readonly #codeBox = new CodeBox(this, {
    words: () => this.#words,
    apply: (code) => this.#applyCode(code),
    drop: () => this.#choose((choices) => delete choices.code),
  });

  constructor() {
    super();
    this.lang = '';
    this.locale = '';
    this.theme = '';
    this.today = '';
    this.actions = '';
    this.account = null;
    this.engine = null;
    this.openCode = null;
  }

  /**
   * The document as JSON text: the seller's offer. Reading gives it with the buyer's choices, and without
   * what only a code opens. What the element itself has told, set again, is no other offer (see
   * HostBinding).
   */
  get value(): string {
    const text = this.#session?.save() ?? this.#pending ?? '';
    this.#binding.note(text);
    return text;
  }

  set value(state: string | null | undefined) {
    const text = state ?? '';
    if (this.#isWrittenBack(text)) return;
    this.#pending = text;
    void this.#open();
  }

  #isWrittenBack(text: string): boolean {
    if (this.#pending !== null || this.#session === null) return this.#pending === text;
    const isAtWork = this.shadowRoot?.activeElement != null;
    return this.#binding.isWrittenBack(text, this.#session.save(), isAtWork);
  }

  /** As `value`, as an object. */
  get document(): JsonObject | null {
    return this.value === '' ? null : (JSON.parse(this.value) as JsonObject);
  }

  set document(state: JsonObject | null | undefined) {
    this.value = state === null || state === undefined ? '' : JSON.stringify(state);
  }

  /** What the buyer chose. Choices made before are taken over where the offer allows all of them. */
  get choices(): Readonly<Choices> {
    return this.#choices;
  }

  set choices(made: Choices) {
    this.#choose((choices) => {
      choices.quantities = { ...made.quantities };
      choices.selected = { ...made.selected };
      if (made.code !== undefined) choices.code = made.code;
    });
    this.#codeBox.reset(this.#choices.code);
  }

  /** Kind, number and customer: a title for the page or a file. */
  get pageTitle(): string {
    return this.#source ? paperTitle(this.#source) : '';
  }

  print(): void {
    window.print();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#session?.close();
    this.#session = null;
    this.#pending ??= this.#offer === null ? null : this.#offerText;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    if (this.#session === null && this.#pending !== null) void this.#open();
  }

  protected override updated(changed: PropertyValues<this>): void {
    const again = (['lang', 'locale', 'today', 'actions', 'account'] as const).some((name) =>
      changed.has(name),
    );
    if (again && this.#session && this.#offer) void this.#speak().then(() => this.#draw());
  }

  protected override render(): TemplateResult {
    const words = this.#words;
    if (this.#failure !== '') {
      return html`<p class="state" role="alert">
        ${fill(words.failed, { reason: this.#failure })}
      </p>`;
    }
    if (!this.#page || !this.#source) {
      return html`<p class="state" role="status">${words.loading}</p>
        <slot></slot>`;
    }
    const { language, direction } = this.#translator;
    return html`<div
      class="page"
      lang=${language}
      dir=${direction}
      @input=${(event: Event) => (this.#typingIn = event.target)}
      @change=${(event: Event) => this.#chosen(event.target as HTMLElement)}
      @focusout=${() => (this.#typingIn = null)}
      @click=${(event: Event) => this.#clicked(event.target as HTMLElement)}
    >
      ${this.#page}
      <p class="choice-failure" role="status">${this.#choiceFailure}</p>
      ${this.#hasCodes() ? html`<div class="buyer-code">${this.#codeBox.render()}</div>` : nothing}
      ${this.#actionsBar()} ${this.overlays.render()}
    </div>`;
  }

  #may(action: 'accept' | 'pay' | 'choose'): boolean {
    return this.actions.trim() === '' || this.actions.split(/\s+/).includes(action);
  }

  #mayAccept(): boolean {
    const state = this.#source?.state;
    return (
      this.#may('accept') &&
      (text(state, 'kind') || 'quote') === 'quote' &&
      this.#source?.standing.shown === 'published'
    );
  }

  #mayPay(): boolean {
    const source = this.#source;
    if (!source || !this.#may('pay')) return false;
    const kind = text(source.state, 'kind');
    const { status } = source.standing;
    const open =
      kind === 'invoice' ? ['open', 'partlyPaid'] : kind === 'paymentLink' ? ['active'] : [];
    return open.includes(status) && !isNothing(this.#dueAmount());
  }

  #dueAmount(): string | null {
    const view = this.#source?.view;
    return view?.balance?.due ?? view?.summary.dueNow ?? null;
  }

  #actionsBar(): TemplateResult | typeof nothing {
    const source = this.#source;
    if (!source || (!this.#mayAccept() && !this.#mayPay())) return nothing;
    const amount = new PaperFormats(source).money(this.#dueAmount());
    // As the document says it.
    const asked = text(source.state, 'kind') === 'invoice' ? 'total.balanceDue' : 'total.dueNow';
    return html`<div class="buyer-actions">
      <strong class="buyer-due">${source.translator.t(asked)} <bdi>${amount}</bdi></strong>
      ${
        this.#mayAccept()
          ? html`<button class="primary" type="button" @click=${() => this.#askAccept()}>
              ${source.words.accept}
            </button>`
          : nothing
      }
      ${
        this.#mayPay()
          ? html`<button class="primary" type="button" @click=${() => this.#pay()}>
              ${fill(source.words.pay, { amount })}
            </button>`
          : nothing
      }
    </div>`;
  }

  async #open(): Promise<void> {
    const state = this.#pending;
    if (state === null || state === '') return;
    try {
      this.#client ??= this.engine ?? (await EngineClient.load({ part: 'pricing' }));
    } catch (error) {
      await this.#speak();
      this.#fail(loadFailure(error, this.#translator));
      return;
    }
    if (this.#pending !== state || !this.isConnected) return;
    this.#session ??= this.#client.session();
    const opened = this.#session.open(state);
    if (isRefusal(opened)) {
      this.#refuse(opened);
      return;
    }
    this.#pending = null;
    this.#binding.opened(state);
    this.#failure = '';
    this.#offerText = this.#session.save();
    this.#offer = JSON.parse(this.#offerText) as JsonObject;
    this.#choices = { quantities: {}, selected: {} };
    this.#refusedQuantities.clear();
    this.#codeBox.reset();
    this.#leaveOutCodes();
    await this.#speak();
    this.#draw();
    this.#emit('crossfoot-ready', {});
  }

  /** Whether a code opens something of this offer. */
  #hasCodes(): boolean {
    const offer = this.#offer;
    if (!offer || !isOpenOffer(offer)) return false;
    return this.openCode !== null || records(offer, 'adjustments').some(hasCode);
  }

  /** What a code opens is for who says it. */
  #leaveOutCodes(): void {
    const client = this.#client;
    if (!client || !this.#hasCodes()) return;
    const result = applyChoices(this.#offerText, {}, (name, argument) =>
      client.callText(name, argument),
    );
    if (result.ok) this.#session?.open(result.state);
  }

  async #applyCode(code: string): Promise<string | null> {
    const opened = await this.openCode?.(code);
    if (typeof opened === 'string') {
      this.#offerText = opened;
      this.#offer = JSON.parse(opened) as JsonObject;
    }
    const refused = this.#try((choices) => (choices.code = code));
    return refused ? this.#words.codeRefused : null;
  }

  async #speak(): Promise<void> {
    const own = this.#offer ? text(this.#offer, 'language') || 'en' : browserLanguage();
    const tag = this.lang || own;
    try {
      [this.#translator, this.#words] = await Promise.all([loadLanguage(tag), loadWords(tag)]);
    } catch {
      // A language file that cannot be fetched leaves the words as they are.
    }
  }

  #fail(reason: string, shown = reason): void {
    this.#failure = shown;
    this.#emit('crossfoot-error', { message: reason });
    this.requestUpdate();
  }

  /** The host gets the core's word; the page says it in its own language. */
  #refuse({ error }: Refusal): void {
    this.#fail(error.message, '…');
    void this.#inWords(error).then((text) => {
      if (this.#failure === '…') this.#failure = text;
      this.requestUpdate();
    });
  }

  async #inWords(said: Said): Promise<string> {
    await this.#speak();
    return inWords(this.#translator, said);
  }

  /** Why a choice did not count. */
  async #sayChoice(said: Said): Promise<void> {
    this.#choiceFailure = await this.#inWords(said);
    this.#draw();
  }

  /** The page's own day: only said on screen and in print, never part of an amount. */
  #day(): string {
    if (this.today !== '') return this.today;
    const now = new Date();
    return new Date(now.getTime() - now.getTimezoneOffset() * 60_000).toISOString().slice(0, 10);
  }

  #draw(): void {
    const session = this.#session;
    if (!session) return;
    const state = JSON.parse(session.save()) as JsonObject;
    const view = session.query({ get: 'view' });
    if (isRefusal(view)) {
      this.#refuse(view);
      return;
    }
    const { taxes } = session.query({ get: 'taxes' }) as TaxesReply;
    const standing = session.query({
      get: 'standing',
      on: this.#day(),
    }) as Standing;
    const choosing = this.#may('choose') && this.#isOffered(state);
    this.#source = {
      state,
      view,
      taxes,
      standing,
      ...(this.account === null ? {} : { account: this.account }),
      words: this.#words,
      translator: this.#translator,
      locale: this.locale || text(state, 'locale') || 'en-US',
      choosing,
      quantities: choosing ? this.#quantities(state) : new Map(),
    };
    afterPress(this.#write);
  }

  /** Writes the page where it stands: nobody who is at it, or presses it, loses the place. */
  readonly #write = (): void => {
    if (!this.#source) return;
    const written = paper(this.#source);
    if (this.#page) patchDom(this.#page, written);
    else this.#page = writeDom(written);
    for (const box of this.#page.querySelectorAll<HTMLInputElement>('[data-choose]')) {
      box.checked = box.hasAttribute('checked');
    }
    for (const box of this.#page.querySelectorAll<HTMLInputElement>('[data-quantity]')) {
      const shown = box.getAttribute('value') ?? '';
      if (box !== this.#typingIn) writeText(box, shown);
    }
    this.requestUpdate();
  };

  /** What the page says at the quantities for choice. */
  #quantities(state: JsonObject): ReadonlyMap<string, QuantityChoice> {
    const offer = this.#offer;
    const client = this.#client;
    const said = new Map<string, QuantityChoice>();
    if (!offer || !client) return said;
    const call: CallEngine = (name, argument) => client.call(name, argument);
    for (const line of records(state, 'lines')) {
      const id = text(line, 'id');
      if (Object.keys(record(line['quantityRange'])).length === 0) continue;
      const refused = this.#refusedQuantities.get(id);
      said.set(id, {
        ...stepsLeft(offer, id, text(line, 'quantity') || '1', call),
        ...(refused === undefined ? {} : { refused }),
      });
    }
    return said;
  }

  /** A quote that was published, or a payment link that is active: then there is something to choose. */
  #isOffered(state: JsonObject): boolean {
    const status = text(state, 'status');
    const kind = text(state, 'kind') || 'quote';
    const offered = (kind === 'quote' && status === 'published') || status === 'active';
    return (
      offered &&
      records(state, 'lines').some(
        (line) =>
          line['optional'] === true || Object.keys(record(line['quantityRange'])).length > 0,
      )
    );
  }

  #chosen(target: HTMLElement): void {
    const chosen = target.dataset['choose'];
    const quantity = target.dataset['quantity'];
    if (chosen !== undefined) {
      this.#choose((choices) => (choices.selected[chosen] = (target as HTMLInputElement).checked));
    } else if (quantity !== undefined) this.#chooseQuantity(target as HTMLInputElement, quantity);
  }

  #chooseQuantity(box: HTMLInputElement, id: string): void {
    this.#typingIn = null;
    const typed = parseNumber(box.value, this.#source?.locale ?? 'en-US');
    this.#refusedQuantities.delete(id);
    const taken =
      typed.ok && this.#try((choices) => (choices.quantities[id] = typed.value)) === null;
    if (taken) return;
    this.#refusedQuantities.set(id, box.value);
    this.#draw();
  }

  #clicked(target: HTMLElement): void {
    const button = target.closest<HTMLElement>('[data-step]');
    const id = button?.dataset['step'];
    if (!button || id === undefined || !this.#offer || !this.#client) return;
    const line = records(this.#offer, 'lines').find((each) => text(each, 'id') === id);
    const now = this.#choices.quantities[id] ?? (text(line, 'quantity') || '1');
    const client = this.#client;
    const more = button.dataset['by'] === 'more';
    const call: CallEngine = (name, argument) => client.call(name, argument);
    if (!stepsLeft(this.#offer, id, now, call)[more ? 'more' : 'less']) return;
    const next = steppedQuantity(this.#offer, id, now, more, call);
    if (next === null) return;
    this.#refusedQuantities.delete(id);
    this.#choose((choices) => (choices.quantities[id] = next));
  }

  /** Takes a choice over, or says why not. */
  #choose(choose: (choices: Choices) => void): void {
    const refused = this.#try(choose);
    if (refused) void this.#sayChoice(refused);
  }

  /** Takes a choice over where the core allows it; else the refusal. */
  #try(choose: (choices: Choices) => void): Said | null {
    const client = this.#client;
    if (!this.#offer || !client || !this.#session) return null;
    const wanted: Choices = structuredClone(this.#choices);
    choose(wanted);
    const result = applyChoices(this.#offerText, wanted, (name, argument) =>
      client.callText(name, argument),
    );
    if (!result.ok) return result.refused;
    this.#choiceFailure = '';
    this.#choices = wanted;
    this.#session.open(result.state);
    this.#binding.changed();
    this.#binding.note(this.#session.save());
    this.#draw();
    const summary = this.#source?.view.summary;
    this.#emit('crossfoot-choices', {
      choices: wanted,
      state: JSON.parse(result.state) as JsonObject,
      dueNow: summary?.dueNow ?? null,
      dueNowMinor: summary?.dueNowMinor ?? null,
    });
    return null;
  }

  #digest(): string {
    const reply = this.#session?.query({ get: 'digest' });
    return reply && !isRefusal(reply) ? reply.digest : '';
  }

  /** Leads to a quantity that is not offered: what is accepted or paid is what stands there. */
  #asksForQuantity(): boolean {
    const [id] = this.#refusedQuantities.keys();
    if (id === undefined) return false;
    this.#choiceFailure = this.#words.quantityFirst;
    this.#page?.querySelector<HTMLElement>(`[data-quantity="${CSS.escape(id)}"]`)?.focus();
    this.requestUpdate();
    return true;
  }

  #askAccept(): void {
    const source = this.#source;
    if (!source || this.#asksForQuantity()) return;
    if (this.#codeBox.appliesBefore(() => this.#askAccept())) return;
    const { words } = source;
    const issuer = text(record(source.state['issuer']), 'name');
    const amount = new PaperFormats(source).money(source.view.summary.dueNow);
    // What recurs is accepted with it.
    const plan = planInWords(source);
    const contact = records(source.state, 'contacts')[0];
    this.#name ||= text(contact, 'name');
    this.overlays.openDialog({
      title: words.acceptTitle,
      keeps: () => true,
      size: 'small',
      body: () =>
        html`<p>
            ${fill(issuer === '' ? words.acceptTextUnnamed : words.acceptText, { issuer, amount })}
          </p>
          ${plan === '' ? nothing : html`<p class="plan-said">${plan}</p>`}
          <form
            @submit=${(event: Event) => {
              event.preventDefault();
              void this.#accept();
            }}
          >
            <label class="field">
              <span>${words.acceptName}</span>
              <input
                autocomplete="name"
                ${field({
                  shown: this.#name,
                  take: (text) => {
                    this.#name = text;
                    this.requestUpdate();
                  },
                  during: 'key',
                })}
              />
            </label>
          </form>`,
      footer: () =>
        html`<button type="button" @click=${() => this.overlays.close()}>
            ${this.#translator.t('action.cancel')}
          </button>
          <button
            type="button"
            class="primary"
            ?disabled=${this.#name.trim() === ''}
            @click=${() => void this.#accept()}
          >
            ${words.accept}
          </button>`,
    });
  }

  async #accept(): Promise<void> {
    const name = this.#name.trim();
    const session = this.#session;
    if (name === '' || !session) return;
    this.overlays.close();
    const detail = {
      name,
      state: this.document,
      digest: this.#digest(),
      dueNow: this.#source?.view.summary.dueNow ?? null,
      choices: this.#choices,
    };
    if (!this.#emit('crossfoot-accept', detail, true)) return;
    const step = { op: 'lifecycle', step: 'accept', at: new Date().toISOString(), by: name };
    let reply = session.apply(step);
    if (isRefusal(reply) && reply.error.code === 'engine-part') {
      reply = (await this.#wholeSession()).apply(step);
    }
    if (isRefusal(reply)) await this.#sayChoice(reply.error);
    else this.#draw();
  }

  /** The document in the whole engine: steps of its life are not part of the one that prices. */
  async #wholeSession(): Promise<DocumentSession> {
    const whole = (await EngineClient.load()).session();
    const held = this.#session;
    if (held) {
      whole.open(held.save());
      held.close();
    }
    this.#session = whole;
    return whole;
  }

  #pay(): void {
    const source = this.#source;
    if (!source || this.#asksForQuantity()) return;
    if (this.#codeBox.appliesBefore(() => this.#pay())) return;
    const due = source.view.balance?.due;
    const whole = due === undefined || due === source.view.summary.dueNow;
    this.#emit('crossfoot-pay', {
      amount: this.#dueAmount(),
      minor: whole ? source.view.summary.dueNowMinor : null,
      currency: source.view.currency,
      digest: this.#digest(),
      state: this.document,
      choices: this.#choices,
    });
  }

  #emit(name: string, detail: object, cancelable = false): boolean {
    return this.dispatchEvent(
      new CustomEvent(name, { detail, bubbles: true, composed: true, cancelable }),
    );
  }
}
