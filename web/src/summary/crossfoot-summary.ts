/**
 * `<crossfoot-summary>`: what a checkout page shows of a document: the lines in short, the sums, a
 * field for a discount code, and the button that hands over to the payment.
 *
 * The host gives the document (`value` or `document`), may set `state="loading"` or
 * `error="…"` while it fetches one, and answers a typed code through `redeem`: it looks the code up
 * (limits and expiry are its own) and resolves to the state with the discount in it, or to a reason.
 * Without `redeem` a code is matched with the codes of the document's own adjustments.
 *
 * Events (bubbling, composed): `crossfoot-ready`; `crossfoot-pay` {dueNow, dueNowMinor, currency,
 * digest, code, state}; `crossfoot-code` {code, accepted}; `crossfoot-retry`; `crossfoot-error`.
 */
import type {
  Amount,
  JsonObject,
  PricedLine,
  PricedView,
  Refusal,
  TaxTotal,
} from '../../../schema/contract.ts';
import { isRefusal } from '../engine/refusal.ts';
import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { openedByCodes } from '../../../schema/buyer.mjs';
import { tolerateAssignment } from '../host/assignable.ts';
import { HostBinding } from '../host/host-binding.ts';
import { DocumentSession, EngineClient } from '../engine/client.ts';
import { localDay } from '../date/local-day.ts';
import { failureWords } from '../i18n/failure-words.ts';
import { paymentSentence } from '../sentences/payment-sentence.ts';
import { loadFailure } from '../sentences/load-failure.ts';
import { english, loadLanguage, type Translator } from '../i18n/translator.ts';
import { formatDecimal, formatMoney, formatPercent } from '../number/format.ts';
import { applyChoices } from '../preview/buyer-choices.ts';
import { CodeBox } from '../preview/code-box.ts';
import { browserLanguage, inWords } from '../preview/refused.ts';
import { records, text } from '../preview/paper-source.ts';
import { isNothing, negated } from '../number/taken-off.ts';
import { firstTerms } from '../preview/paper-phases.ts';
import { includedTaxes } from '../preview/tax-words.ts';
import { englishWords, fill, loadWords, type PaperWords } from '../preview/words.ts';
import { controls } from '../styles/controls.ts';
import { tokens } from '../styles/tokens.ts';
import { summaryStyle } from './summary-style.ts';
import { SteadyElement } from '../ui/steady-element.ts';

/** What the host says to a code: the document with its discount, or why it does not count. */
export type Redeemed = { readonly state: JsonObject | string } | { readonly refused: string };
export type RedeemCode = (code: string, state: JsonObject) => Promise<Redeemed>;

/** Draws one of the sums. */
type SumRow = (
  label: string,
  amount: Amount | null,
  kind?: string,
  minus?: boolean,
) => TemplateResult;

export class CrossfootSummary extends SteadyElement {
  static override styles = [tokens, controls, summaryStyle];
  static override properties = {
    lang: { type: String, reflect: true },
    locale: { type: String },
    theme: { type: String, reflect: true },
    state: { type: String },
    error: { type: String },
    nocode: { type: Boolean },
    redeem: { attribute: false },
    engine: { attribute: false },
  };

  static {
    tolerateAssignment(this);
  }

  declare lang: string;
  declare locale: string;
  declare theme: string;
  /** `loading` while the host fetches the document. */
  declare state: string;
  /** Why the host could not fetch it; a button asks to try again. */
  declare error: string;
  /** Without a field for a discount code. */
  declare nocode: boolean;
  declare redeem: RedeemCode | null;
  declare engine: EngineClient | null;

  #client: EngineClient | null = null;
  #session: DocumentSession | null = null;
  #pending: string | null = null;
  readonly #binding = new HostBinding();
  /** The document as the host gave it, before any code. */
  #offer: JsonObject | null = null;
  #offerText = '';
  #shown: JsonObject | null = null;
  #view: PricedView | null = null;
  #taxes: readonly TaxTotal[] = [];
  #taxOnTop: Amount | null = null;
  #failure = '';
  #codeProblem = '';
  readonly #codeBox = new CodeBox(this, {
    words: () => this.#words,
    apply: (code) => this.#applyCode(code),
    drop: () => this.#dropCode(),
  });
  #paying = false;
  #translator: Translator = english;
  #words: PaperWords = englishWords;

  constructor() {
    super();
    this.lang = '';
    this.locale = '';
    this.theme = '';
    this.state = '';
    this.error = '';
    this.nocode = false;
    this.redeem = null;
    this.engine = null;
  }

  /** The document as JSON text. What is shown already, set again, is no other document. */
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
    if (this.#view === null) return false;
    const isAtWork = this.shadowRoot?.activeElement != null;
    return this.#binding.isWrittenBack(text, this.#session.save(), isAtWork);
  }

  get document(): JsonObject | null {
    return this.value === '' ? null : (JSON.parse(this.value) as JsonObject);
  }

  set document(state: JsonObject | null | undefined) {
    this.value = state === null || state === undefined ? '' : JSON.stringify(state);
  }

  /** What is to be paid now, in minor units; null where that is no safe integer. */
  get dueNowMinor(): number | null {
    return this.#view?.summary.dueNowMinor ?? null;
  }

  /** Shows that a payment is under way, so that it is not asked for twice; false ends it. */
  set paying(value: boolean) {
    this.#paying = value;
    this.requestUpdate();
  }

  get paying(): boolean {
    return this.#paying;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    if (this.#session === null && this.#pending !== null) void this.#open();
    void this.#speak();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#pending ??= this.#session?.save() ?? null;
    this.#session?.close();
    this.#session = null;
  }

  protected override updated(changed: PropertyValues<this>): void {
    if (changed.has('lang')) void this.#speak();
  }

  protected override render(): TemplateResult {
    const { language, direction } = this.#translator;
    return html`<section
      class="summary"
      part="summary"
      lang=${language}
      dir=${direction}
      aria-busy=${this.state === 'loading' || this.#codeBox.isBusy ? 'true' : 'false'}
      aria-label=${this.#translator.t('region.totals')}
    >
      ${this.#content()}
    </section>`;
  }

  #content(): TemplateResult {
    const reason = this.error || this.#failure;
    if (reason !== '') {
      return html`<p role="alert">${fill(this.#words.failed, { reason })}</p>
        <button type="button" @click=${() => this.#emit('crossfoot-retry', {})}>↻</button>`;
    }
    if (this.state === 'loading' || (!this.#view && this.#pending !== null)) {
      return html`<p class="visually-hidden" role="status">${this.#words.loading}</p>
        <div class="waiting" aria-hidden="true"><i></i><i></i><i></i><b></b></div>`;
    }
    const view = this.#view;
    if (!view || view.lines.length === 0) {
      return html`<p class="soft">${this.#words.empty}</p>
        <slot></slot>`;
    }
    return html`${this.#lines(view)} ${this.#takesCodes() ? this.#codeBox.render() : nothing}
    ${this.#totals(view)} ${this.#payButton(view)}`;
  }

  /** Whether the document itself has what a code opens; where the code was said already it counts. */
  #opensByCode(): boolean {
    return this.#offer !== null && openedByCodes(this.#offer).length > 0;
  }

  /** Without the host and without such a discount no code could ever count. */
  #takesCodes(): boolean {
    return !this.nocode && (this.redeem !== null || this.#opensByCode());
  }

  #money(amount: Amount | null | undefined): string {
    if (amount === null || amount === undefined) return '–';
    return formatMoney(amount, this.#locale(), this.#view?.currency ?? 'USD');
  }

  #locale(): string {
    return this.locale || text(this.#shown ?? undefined, 'locale') || 'en-US';
  }

  #lines(view: PricedView): TemplateResult {
    const stored = records(this.#shown ?? undefined, 'lines');
    return html`<ul class="lines" role="list">
      ${view.lines
        .filter(({ selected }) => selected !== false)
        .map((line) => {
          const input = stored.find((each) => text(each, 'id') === line.id);
          const quantity = text(firstTerms(input ?? {}, line), 'quantity') || '1';
          const count = quantity === '1' ? '' : `${formatDecimal(quantity, this.#locale())} × `;
          return html`<li>
            <span
              ><span class="soft">${count}</span
              ><bdi>${text(input, 'name')}</bdi> ${this.#contained(line)}</span
            >
            ${
              line.dueNow || line.priced === false
                ? html`<bdi class="amount">${this.#money(line.net)}</bdi>`
                : html`<span class="soft apart"
                    ><small>${this.#words.startsLater}</small>
                    <bdi>${this.#money(line.net)}</bdi></span
                  >`
            }
          </li>`;
        })}
    </ul>`;
  }

  /** What is in the amount of a line and no price tells: it has no place in the column. */
  #contained({ discount, charges }: PricedLine): TemplateResult | typeof nothing {
    const t = this.#translator;
    const parts = [
      isNothing(discount)
        ? ''
        : `${t.t('column.discount')}: ${this.#money(negated(discount ?? ''))}`,
      isNothing(charges) ? '' : `${t.t('column.charge')}: ${this.#money(charges)}`,
    ].filter((part) => part !== '');
    return parts.length === 0
      ? nothing
      : html`<small class="contained soft"
          >${parts.map((part) => html`<bdi>${part}</bdi> `)}</small
        >`;
  }

  #totals(view: PricedView): TemplateResult {
    const { summary } = view;
    const t = this.#translator;
    const adjustments = records(this.#shown ?? undefined, 'adjustments');
    const row: SumRow = (label, amount, kind = '', minus = false) =>
      html`<div class="row ${kind}">
        <dt><bdi>${label}</bdi></dt>
        <dd><bdi>${this.#money(minus && amount !== null ? negated(amount) : amount)}</bdi></dd>
      </div>`;
    const included = includedTaxes(this.#taxes, {
      translator: t,
      money: (amount) => this.#money(amount),
      percent: (decimal) => formatPercent(decimal, this.#locale()),
    });
    return html`<dl class="totals">
        ${row(t.t('total.subtotal'), summary.subtotal)}
        ${summary.adjustments
          .filter(({ amount }) => !isNothing(amount))
          .map(({ id, type, amount }) => {
            const own = adjustments.find((each) => text(each, 'id') === id);
            const name = text(own, 'name') || t.lookup(`adjustment.${type}`, type as string);
            return row(name, amount, '', type === 'discount');
          })}
        ${
          isNothing(this.#taxOnTop)
            ? nothing
            : row(
                t.t(isNothing(summary.lineTaxIncluded) ? 'total.lineTax' : 'total.taxOnTop'),
                this.#taxOnTop,
              )
        }
        ${
          isNothing(summary.roundingDifference)
            ? nothing
            : row(t.t('total.roundingDifference'), summary.roundingDifference)
        }
        ${this.#dueRows(view, row)}
      </dl>
      ${included === '' ? nothing : html`<p class="soft included">${included}</p>`}
      ${this.#later(view)}`;
  }

  /** What is asked for; where something was paid, how it follows from what was asked for before. */
  #dueRows(view: PricedView, row: SumRow): TemplateResult[] {
    const t = this.#translator;
    const { summary, balance } = view;
    const invoice = text(this.#shown ?? undefined, 'kind') === 'invoice';
    if (!balance) {
      return [row(t.t(invoice ? 'total.balanceDue' : 'total.dueNow'), summary.dueNow, 'grand')];
    }
    const rows = [row(t.t(invoice ? 'total.amount' : 'total.dueNow'), summary.dueNow, 'sum')];
    if (text(this.#shown ?? undefined, 'status') === 'voided') {
      rows.push(row(t.t('total.voided'), summary.dueNow, '', true));
    }
    const moved = [
      ['total.futurePayments', summary.futurePayments, false],
      ['total.paid', balance.paid, true],
      ['total.refunded', balance.refunded, false],
      ['total.credited', balance.credited, true],
      ['total.overpaid', balance.creditLeft ?? null, false],
    ] as const;
    for (const [key, amount, minus] of moved) {
      if (!isNothing(amount)) rows.push(row(t.t(key), amount, '', minus));
    }
    return [...rows, row(t.t('total.balanceDue'), balance.due, 'grand')];
  }

  #later(view: PricedView): TemplateResult | typeof nothing {
    const t = this.#translator;
    const { dueNow, futurePayments } = view.summary;
    const sentence = paymentSentence(
      { translator: t, locale: this.#locale(), money: (amount) => this.#money(amount) },
      {
        date: text(this.#shown ?? undefined, 'date'),
        today: localDay(),
        dueNow,
        recurring: view.recurring,
        delayed: view.delayed,
      },
    );
    if (sentence === '' || text(this.#shown ?? undefined, 'kind') === 'invoice') return nothing;
    return html`<p class="soft later">
      ${
        isNothing(futurePayments)
          ? nothing
          : html`${t.t('total.futurePayments')} <bdi>${this.#money(futurePayments)}</bdi><br />`
      }
      ${sentence}
    </p>`;
  }

  #payButton(view: PricedView): TemplateResult {
    const due = view.balance?.due ?? view.summary.dueNow;
    const blocked = due === null || view.issues.some(({ severity }) => severity === 'error');
    return html`<button
      class="primary pay"
      part="pay"
      type="button"
      ?disabled=${blocked || this.#paying || this.#codeBox.isBusy}
      @click=${() => this.#pay()}
    >
      ${this.#paying ? this.#words.loading : fill(this.#words.pay, { amount: this.#money(due) })}
    </button>`;
  }

  async #open(): Promise<void> {
    const state = this.#pending;
    if (state === null) return;
    try {
      this.#client ??= this.engine ?? (await EngineClient.load({ part: 'pricing' }));
    } catch (error) {
      await this.#speak();
      this.#fail(loadFailure(error, this.#translator));
      return;
    }
    if (this.#pending !== state || !this.isConnected) return;
    this.#session ??= this.#client.session();
    this.#pending = null;
    this.#failure = '';
    this.#codeBox.reset();
    if (state === '') {
      this.#view = null;
      this.requestUpdate();
      return;
    }
    if (!this.#show(state)) return;
    this.#binding.opened(state);
    this.#offer = this.#shown;
    this.#offerText = this.#session.save();
    if (this.redeem === null && this.#opensByCode()) this.#showWithCode('');
    await this.#speak();
    this.#emit('crossfoot-ready', {});
  }

  /** Shows a state; false where the core refuses it. */
  #show(state: string | JsonObject): boolean {
    const session = this.#session;
    if (!session) return false;
    const opened = session.open(state);
    if (isRefusal(opened)) {
      this.#refuse(opened);
      return false;
    }
    const view = session.query({ get: 'view' });
    if (isRefusal(view)) return false;
    this.#binding.changed();
    this.#shown = JSON.parse(session.save()) as JsonObject;
    this.#view = view;
    const taxes = session.query({ get: 'taxes' });
    this.#taxes = isRefusal(taxes) ? [] : taxes.taxes;
    this.#taxOnTop = isRefusal(taxes) ? null : taxes.taxOnTop;
    this.requestUpdate();
    return true;
  }

  async #speak(): Promise<void> {
    const own = this.#shown ? text(this.#shown, 'language') || 'en' : browserLanguage();
    const tag = this.lang || own;
    try {
      [this.#translator, this.#words] = await Promise.all([loadLanguage(tag), loadWords(tag)]);
    } catch {
      // A language file that cannot be fetched leaves the words as they are.
    }
    this.requestUpdate();
  }

  async #applyCode(code: string): Promise<string | null> {
    const offer = this.#offer;
    if (!offer) return this.#words.codeRefused;
    this.#codeProblem = '';
    const accepted = this.redeem ? await this.#askHost(code, offer) : this.#showWithCode(code);
    this.#emit('crossfoot-code', { code, accepted });
    return accepted ? null : this.#codeProblem || this.#words.codeRefused;
  }

  async #askHost(code: string, offer: JsonObject): Promise<boolean> {
    try {
      const answer = await this.redeem?.(code, structuredClone(offer));
      if (!answer) return false;
      if ('refused' in answer) {
        this.#codeProblem = answer.refused;
        return false;
      }
      return this.#show(answer.state);
    } catch (error) {
      this.#codeProblem = failureWords(error, this.#translator);
      return false;
    }
  }

  /** The offer with only the adjustments that this code opens, as the core applies it. */
  #showWithCode(code: string): boolean {
    const client = this.#client;
    if (!client || !this.#offer) return false;
    const result = applyChoices(this.#offerText, code === '' ? {} : { code }, (name, argument) =>
      client.callText(name, argument),
    );
    return result.ok && this.#show(result.state);
  }

  #dropCode(): void {
    if (!this.#offer) return;
    if (this.redeem) this.#show(this.#offerText);
    else this.#showWithCode('');
  }

  #pay(): void {
    if (this.#codeBox.appliesBefore(() => this.#pay())) return;
    const view = this.#view;
    const reply = this.#session?.query({ get: 'digest' });
    if (!view || !reply || isRefusal(reply)) return;
    const { dueNow, dueNowMinor } = view.summary;
    const due = view.balance?.due ?? dueNow;
    this.#emit('crossfoot-pay', {
      dueNow: due,
      // Of a document paid in part the core gives the rest as text only.
      dueNowMinor: due === dueNow ? dueNowMinor : null,
      currency: view.currency,
      digest: reply.digest,
      code: this.#codeBox.code,
      state: this.document,
    });
  }

  /** The host gets the core's word; the page says it in its own language. */
  #refuse({ error }: Refusal): void {
    this.#fail(error.message, '…');
    void this.#speak()
      .then(() => inWords(this.#translator, error))
      .then((text) => {
        if (this.#failure === '…') this.#failure = text;
        this.requestUpdate();
      });
  }

  #fail(reason: string, shown = reason): void {
    this.#failure = shown;
    this.#view = null;
    this.#emit('crossfoot-error', { message: reason });
    this.requestUpdate();
  }

  #emit(name: string, detail: object): void {
    this.dispatchEvent(new CustomEvent(name, { detail, bubbles: true, composed: true }));
  }
}
