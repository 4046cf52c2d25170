/** The totals: every amount from the core, each with its parts and its "why this number?". */
import { html, nothing, type TemplateResult } from 'lit';
import { fieldText } from '../columns/column.ts';
import { missingRateText, rateText } from '../columns/taxes.ts';
import { localDay } from '../date/local-day.ts';
import { paymentSentence } from '../sentences/payment-sentence.ts';
import type { MessageKey } from '../i18n/translator.ts';
import type { AdjustmentAmount, Balance, Summary } from '../../../schema/contract.ts';
import { addAdjustmentButtons, adjustmentTemplate } from './adjustments.ts';
import { dueLabel, isAllDue } from './due-label.ts';
import { drawn } from '../ui/drawn-text.ts';
import { figures, totalText } from './drawn-amounts.ts';
import type { EditorContext } from './editor-context.ts';
import { explain } from './explain-popover.ts';
import { visibleIssues } from './issues-list.ts';
import { kindFacts } from '../store/kind-facts.ts';

/** An amount as a control that explains it. */
export function amountButton(
  editor: EditorContext,
  amount: string | null | undefined,
  path: string,
  label: string,
  negative = false,
): TemplateResult {
  if (amount === undefined) return html`<span class="amount none">–</span>`;
  const text = totalText(editor, amount, negative);
  return html`<button
    type="button"
    class="amount why"
    aria-haspopup="dialog"
    aria-expanded="false"
    title=${editor.t('total.why', { label })}
    @click=${(event: Event) => explain(editor, event.currentTarget as HTMLElement, path)}
  >
    <span class="figure" .style=${figures(text)}
      ><bdi data-drawn=${path} ?data-off=${negative}>${drawn(text)}</bdi></span
    ><span class="visually-hidden">, ${label}</span>
  </button>`;
}

function isZero(amount: string | null): boolean {
  return amount !== null && /^-?[0.]*$/.test(amount);
}

/** What one rate comes to: its name, what it is taken of in words, and where it is explained. */
interface RateLine {
  readonly name: string;
  readonly on: string;
  readonly amount: string | null;
  readonly path: string;
}

class Totals {
  readonly summary: Summary;
  constructor(readonly editor: EditorContext) {
    this.summary = editor.store.totals.summary;
  }

  /** A line of the panel; `parts` unfold below it. */
  line(
    key: MessageKey,
    amount: string | null,
    member: string,
    parts: TemplateResult | typeof nothing = nothing,
    options: { readonly negative?: boolean; readonly strong?: boolean } = {},
  ): TemplateResult {
    const label = this.editor.t(key);
    const value = amountButton(this.editor, amount, `/summary/${member}`, label, options.negative);
    const classes = `total-line ${options.strong ? 'strong' : ''}`;
    if (parts === nothing) {
      return html`<div class=${classes} part="total-row">
        <span class="label">${label}</span>${value}
      </div>`;
    }
    return html`<div class="total-group">
      <div class=${classes} part="total-row">
        <details>
          <summary><span class="label">${label}</span></summary>
          <div class="parts">${parts}</div>
        </details>
        ${value}
      </div>
    </div>`;
  }

  /** A row below another one: a name, and what is said of it in the page's own words. */
  part(
    name: string,
    amount: string | null,
    path: string,
    negative = false,
    said = '',
  ): TemplateResult {
    const label = said === '' ? name : `${name} ${said}`;
    return html`<div class="part">
      <span class="label"><bdi>${name}</bdi>${said === '' ? nothing : ` ${said}`}</span>
      ${amountButton(this.editor, amount, path, label, negative)}
    </div>`;
  }

  subtotal(): TemplateResult {
    const { editor, summary } = this;
    const { sections, sums } = editor.store.totals;
    const before = sums.find(({ id }) => id === null)?.subtotal ?? null;
    const parts = sections.map(({ id, subtotal }, index) =>
      this.part(
        fieldText(editor.store.row(id)?.input ?? {}, 'name') || editor.t('row.section'),
        subtotal,
        `/sections/${index}/subtotal`,
      ),
    );
    if (parts.length > 0 && !isZero(before)) {
      parts.unshift(
        html`<div class="part">
          <span class="label">${editor.t('total.unsectioned')}</span>
          <span class="amount plain"><bdi>${editor.money(before)}</bdi></span>
        </div>`,
      );
    }
    return html`${this.line(
      'total.subtotal',
      summary.subtotal,
      'subtotal',
      parts.length === 0 ? nothing : html`${parts}`,
    )}
    ${this.discountsTaken()}`;
  }

  /** Said in words: the lines are less by them already, and nothing is taken off here. */
  discountsTaken(): TemplateResult | typeof nothing {
    const { lineDiscounts } = this.summary;
    if (lineDiscounts === null || isZero(lineDiscounts)) return nothing;
    return html`<p class="faint small contained">
      ${this.sentence('total.lineDiscountsTaken', 'amount', [
        this.inText(lineDiscounts, '/summary/lineDiscounts', this.editor.t('total.lineDiscounts')),
      ])}
    </p>`;
  }

  /** A sentence with something else than text in one of its places. */
  sentence(key: MessageKey, place: string, content: readonly unknown[]): TemplateResult {
    const [before = '', after = ''] = this.editor.t(key, { [place]: '\n' }).split('\n');
    return html`${before}${content}${after}`;
  }

  /** An amount in running text. */
  inText(amount: string | null, path: string, label: string): TemplateResult {
    return html`<span class="in-text">${amountButton(this.editor, amount, path, label)}</span>`;
  }

  adjustments(): TemplateResult | typeof nothing {
    const { editor, summary } = this;
    const stored = editor.store.list('adjustments');
    if (stored.length === 0 && !editor.may('edit')) return nothing;
    if (!kindFacts(editor.store.kind).adjusts && stored.length === 0) return nothing;
    const amounts = new Map<string, { amount: AdjustmentAmount; index: number }>();
    summary.adjustments.forEach((amount, index) => amounts.set(amount.id, { amount, index }));
    return html`<div
      class="adjustments"
      role="group"
      data-region="adjustments"
      aria-label=${editor.t('region.adjustments')}
    >
      ${stored.map((adjustment, index) =>
        adjustmentTemplate(editor, adjustment, index, amounts.get(fieldText(adjustment, 'id'))),
      )}
      ${addAdjustmentButtons(editor)}
    </div>`;
  }

  /** The taxes of the rates that the prices contain, or of those on top of them. */
  rates(contained: boolean): RateLine[] {
    const { editor, summary } = this;
    const stored = editor.store.list('taxRates');
    const inside = new Set(
      editor.store.totals.taxes.filter(({ included }) => included).map(({ id }) => id),
    );
    return summary.lineTaxes.flatMap(({ id, base, amount }, index) => {
      if (inside.has(id) !== contained) return [];
      const rate = stored.find((each) => each['id'] === id);
      const name = rate ? rateText(rate, editor.context) : missingRateText(id, editor.context);
      const on = base === null ? '' : editor.t('total.onBase', { base: editor.money(base) });
      return [{ name, on, amount, path: `/summary/lineTaxes/${index}/amount` }];
    });
  }

  /** What the taxes add; nothing where the prices contain all of them. */
  taxes(): TemplateResult | typeof nothing {
    const { summary } = this;
    const { taxOnTop } = this.editor.store.totals;
    const someInside = summary.lineTaxIncluded !== null && !isZero(summary.lineTaxIncluded);
    const parts = this.rates(false).map(({ name, on, amount, path }) =>
      this.part(name, amount, path, false, on),
    );
    const all = parts.length === 0 ? nothing : html`${parts}`;
    if (!someInside) return this.line('total.lineTax', summary.lineTax, 'lineTax', all);
    return parts.length === 0 ? nothing : this.line('total.taxOnTop', taxOnTop, 'taxOnTop', all);
  }

  /** The taxes that the prices contain, in words: nothing is added for them. */
  taxesIncluded(): TemplateResult | typeof nothing {
    const { lineTaxIncluded } = this.summary;
    if (lineTaxIncluded === null || isZero(lineTaxIncluded)) return nothing;
    const each = this.rates(true).map(
      ({ name, on, amount, path }, index) =>
        html`${index === 0 ? nothing : ', '}<bdi>${name}</bdi> ${this.inText(amount, path, name)}
          ${on}`,
    );
    return html`<p class="faint small contained">
      ${this.sentence('total.includedTaxes', 'taxes', each)}
    </p>`;
  }

  due(): TemplateResult {
    const key = dueLabel(this.editor);
    return html`<div class="total-line grand" part="total-row grand-total">
      <span class="label">${this.editor.t(key)}</span>
      ${amountButton(this.editor, this.summary.dueNow, '/summary/dueNow', this.editor.t(key))}
    </div>`;
  }

  /** Why there is no amount due: it is beyond what the core calls an amount. */
  tooLarge(): TemplateResult | typeof nothing {
    const { editor, summary } = this;
    if (summary.dueNow !== null || editor.store.ids.length === 0) return nothing;
    const limit = editor.money('1000000000000000');
    return html`<p class="problem" role="alert">${editor.t('total.tooLarge', { limit })}</p>`;
  }

  balance(): TemplateResult[] {
    const { balance } = this.editor.store.totals;
    if (!balance) return [];
    // A credit memo gives: what was paid of it went out.
    const memo = this.editor.store.kind === 'creditMemo';
    const rows: [MessageKey, keyof Balance, boolean][] = memo
      ? [
          ['total.credited', 'credited', true],
          ['total.paidOut', 'paid', true],
          ['total.creditLeft', 'due', false],
        ]
      : [
          ['total.paid', 'paid', true],
          ['total.refunded', 'refunded', false],
          ['total.credited', 'credited', true],
          ['total.overpaid', 'creditLeft', false],
          ['total.balanceDue', 'due', false],
        ];
    const moved = rows
      .filter(([, member]) => typeof balance[member] === 'string')
      .map(([key, member, negative]) => {
        const label = this.editor.t(key);
        const amount = balance[member] ?? null;
        return html`<div class="total-line ${member === 'due' ? 'strong' : ''}">
          <span class="label">${label}</span
          >${amountButton(this.editor, amount, `/balance/${member}`, label, negative)}
        </div>`;
      });
    return [...this.voided(), ...moved];
  }

  /** A voided document asks for nothing: its whole amount is taken back. */
  voided(): TemplateResult[] {
    if (this.editor.store.at('status') !== 'voided') return [];
    const label = this.editor.t('total.voided');
    return [
      html`<div class="total-line">
        <span class="label">${label}</span
        >${amountButton(this.editor, this.summary.dueNow, '/summary/dueNow', label, true)}
      </div>`,
    ];
  }

  future(): TemplateResult[] {
    const { editor, summary } = this;
    if (isAllDue(editor)) return [];
    const isRunning = editor.store.kind === 'subscription';
    const later = isRunning ? 'total.laterPayments' : 'total.futurePayments';
    // A cancelled one has a plan up to its end only.
    const all = editor.store.at('canceledOn') === undefined ? 'total.total' : 'total.untilEnd';
    if (summary.totalBlockedBy.length === 0) {
      return [
        this.line(later, summary.futurePayments, 'futurePayments'),
        this.line(all, summary.total, 'total', nothing, { strong: true }),
      ];
    }
    const names = summary.totalBlockedBy.map((id) => editor.actions.nameOf(id));
    const list = editor.translator.list(names.slice(0, 5));
    return [
      html`<div class="total-line">
        <span class="label">${editor.t('total.total')}</span>
        <span class="open-ended">${editor.t('total.open')}</span>
      </div>`,
      html`<p class="faint small">
        ${editor.t('total.openWhy', { names: list, count: names.length })}
      </p>`,
    ];
  }

  render(): TemplateResult {
    const { editor, summary } = this;
    const cash = editor.store.at('policy', 'cashRounding') !== undefined;
    return html`<section
      class="totals"
      part="totals"
      id="totals"
      data-region="totals"
      tabindex="-1"
      aria-labelledby="totals-title"
    >
      <h2 id="totals-title">${editor.t('region.totals')}</h2>
      ${this.subtotal()} ${this.adjustments()} ${this.taxes()}
      ${
        cash
          ? this.line('total.roundingDifference', summary.roundingDifference, 'roundingDifference')
          : nothing
      }
      ${this.due()} ${this.taxesIncluded()} ${this.tooLarge()} ${this.balance()} ${this.future()}
      ${sentenceOf(editor)}
      <slot name="totals-extra"></slot>
    </section>`;
  }
}

/** What is paid today and later; nothing where all is due now. */
export function sentenceOf(editor: EditorContext): TemplateResult | typeof nothing {
  const { summary, recurring, delayed } = editor.store.totals;
  // Of a cancelled subscription only the schedule says what is still paid.
  if (editor.store.at('canceledOn') !== undefined) return nothing;
  const sentence = paymentSentence(
    {
      translator: editor.translator,
      locale: editor.numberLocale,
      money: (amount) => editor.money(amount),
    },
    { date: editor.store.date, today: localDay(), dueNow: summary.dueNow, recurring, delayed },
  );
  return sentence === '' ? nothing : html`<p class="sentence">${sentence}</p>`;
}

/** The totals of the document. */
export function totalsPanel(editor: EditorContext): TemplateResult {
  return new Totals(editor).render();
}

/** What is asked for: of what was paid in part, what is left of it, as the totals end with. */
function barDue(editor: EditorContext): TemplateResult {
  const { balance, summary } = editor.store.totals;
  const [path, label, amount] = balance
    ? ([
        '/balance/due',
        editor.store.kind === 'creditMemo' ? 'total.creditLeft' : 'total.balanceDue',
        balance['due'] ?? null,
      ] as const)
    : (['/summary/dueNow', dueLabel(editor), summary.dueNow] as const);
  return html`<strong
    >${editor.t(label)} <bdi data-drawn=${path}>${drawn(editor.money(amount))}</bdi></strong
  >`;
}

/** The bar that keeps the totals in view while the lines scroll. */
export function totalsBar(editor: EditorContext, unneeded: boolean): TemplateResult {
  const { summary } = editor.store.totals;
  const errors = visibleIssues(editor).filter(({ severity }) => severity === 'error').length;
  const wrong = errors > 0 ? editor.t('issues.errors', { count: errors }) : '';
  return html`<div
    id="totals-bar"
    class="totals-bar ${unneeded ? 'unneeded' : ''}"
    part="totals-bar"
    aria-hidden="true"
  >
    <span>${editor.t('total.lines', { count: editor.store.itemCount })}</span>
    ${wrong === '' ? nothing : html`<span class="problem">${wrong}</span>`}
    <span class="spring"></span>
    ${
      isAllDue(editor) || summary.total === null || summary.total === summary.dueNow
        ? nothing
        : html`<span class="secondary"
            >${editor.t('total.total')}
            <bdi data-drawn="/summary/total">${drawn(editor.money(summary.total))}</bdi></span
          >`
    }
    ${barDue(editor)}
  </div>`;
}
