/** Billing terms of a line: how often, for how long, from when. */
import { html, nothing, type TemplateResult } from 'lit';
import { billingOf } from '../columns/billing.ts';
import { fieldText } from '../columns/column.ts';
import { formatNumericDate, parseDate } from '../date/dates.ts';
import { showNumber } from '../columns/number-column.ts';
import { keepRefused, parseNumber } from '../number/parse.ts';
import type { MessageKey } from '../i18n/translator.ts';
import type { Json, JsonObject, Row } from '../store/engine-port.ts';
import { choice, field } from '../ui/field.ts';
import { linePath, setCommand, type EditorContext } from './editor-context.ts';
import { shownIssues } from './row-issues.ts';

const FREQUENCIES = [
  'one_time',
  'weekly',
  'biweekly',
  'monthly',
  'quarterly',
  'per_six_months',
  'annually',
  'per_two_years',
  'per_three_years',
  'per_four_years',
  'per_five_years',
] as const;

type TermKind = 'renews' | 'fixed' | 'period' | 'ramp';
type StartKind = 'checkout' | 'date' | 'days' | 'months';

function termKind(billing: JsonObject): TermKind {
  if (Array.isArray(billing['phases'])) return 'ramp';
  if (billing['payments'] !== undefined) return 'fixed';
  return billing['term'] !== undefined ? 'period' : 'renews';
}

function startOf(billing: JsonObject): JsonObject {
  const start = billing['start'];
  return typeof start === 'object' && start !== null && !Array.isArray(start) ? start : {};
}

function startKind(start: JsonObject): StartKind {
  if (start['date'] !== undefined) return 'date';
  if (start['delayDays'] !== undefined) return 'days';
  return start['delayMonths'] !== undefined ? 'months' : 'checkout';
}

/** Whole numbers travel as JSON numbers; anything else as it was typed, for the core to refuse. */
function whole(text: string): Json {
  const typed = text.trim();
  return /^\d{1,6}$/.test(typed) ? Number(typed) : typed === '' ? null : typed;
}

/** A ramp to begin with: a year at the present price, then on at the same until somebody says. */
function firstPhases(unitPrice: string): JsonObject[] {
  return [{ payments: 12, unitPrice }, { unitPrice }];
}

/** Sections and notes are billed to nobody. */
export function isBillable(row: Row | undefined): boolean {
  return row !== undefined && (row.input['type'] ?? 'item') === 'item';
}

class BillingForm {
  constructor(
    readonly editor: EditorContext,
    readonly id: string,
  ) {}

  get billing(): JsonObject {
    return billingOf(this.editor.store.row(this.id)?.input ?? {});
  }

  set(changes: readonly { path: string; value: Json }[]): void {
    const name = this.editor.actions.nameOf(this.id);
    const paths = changes.map(({ path, value }) => ({ path: `billing/${path}`, value }));
    this.editor.run(setCommand(this.id, paths), { key: 'setOn', field: 'billing', name });
  }

  chooseFrequency(frequency: string): void {
    if (frequency === 'one_time') {
      const start = this.billing['start'];
      const kept: Json = start === undefined ? null : { start };
      const name = this.editor.actions.nameOf(this.id);
      const change = [{ path: 'billing', value: kept }];
      this.editor.run(setCommand(this.id, change), { key: 'setOn', field: 'billing', name });
    } else this.set([{ path: 'frequency', value: frequency }]);
  }

  chooseTerm(kind: TermKind): void {
    this.set([
      { path: 'payments', value: kind === 'fixed' ? 12 : null },
      { path: 'term', value: kind === 'period' ? 'P1Y' : null },
      { path: 'phases', value: kind === 'ramp' ? firstPhases(this.#unitPrice) : null },
    ]);
  }

  chooseStart(kind: StartKind): void {
    const starts: Record<StartKind, Json> = {
      checkout: null,
      date: { date: this.editor.store.date },
      days: { delayDays: 30 },
      months: { delayMonths: 1 },
    };
    this.set([{ path: 'start', value: starts[kind] }]);
  }

  select<Kind extends string>(
    label: MessageKey,
    options: readonly (readonly [Kind, string])[],
    chosen: Kind,
    choose: (kind: Kind) => void,
  ): TemplateResult {
    return html`<label class="field"
      >${this.editor.t(label)}<select
        ${choice(chosen)}
        @change=${(event: Event) => choose((event.target as HTMLSelectElement).value as Kind)}
      >
        ${options.map(
          ([value, text]) =>
            html`<option value=${value} ?selected=${value === chosen}>${text}</option>`,
        )}
      </select></label
    >`;
  }

  box(
    label: string | TemplateResult,
    value: string,
    change: (text: string) => void,
    mode = 'text',
  ): TemplateResult {
    return html`<label class="field"
      >${label}<input
        type="text"
        inputmode=${mode}
        dir="ltr"
        ${field({ shown: value, take: change, during: 'never' })}
    /></label>`;
  }

  termFields(): TemplateResult | typeof nothing {
    const { editor, billing } = this;
    if ((fieldText(billing, 'frequency') || 'one_time') === 'one_time') return nothing;
    const kind = termKind(billing);
    const terms = [
      ['renews', editor.t('billing.renews')],
      ['fixed', editor.t('billing.fixed')],
      ['period', editor.t('billing.period')],
      ['ramp', editor.t('billing.ramp')],
    ] as const;
    return html`${this.select('billing.term', terms, kind, (chosen) => this.chooseTerm(chosen))}
    ${
      kind === 'fixed'
        ? this.box(
            editor.t('billing.payments'),
            fieldText(billing, 'payments'),
            (text) => this.set([{ path: 'payments', value: whole(text) }]),
            'numeric',
          )
        : nothing
    }
    ${kind === 'ramp' ? this.phaseFields() : nothing}
    ${
      kind === 'period'
        ? this.box(editor.t('billing.termLength'), fieldText(billing, 'term'), (text) =>
            this.set([{ path: 'term', value: text.trim().toUpperCase() || null }]),
          )
        : nothing
    }`;
  }

  get #unitPrice(): string {
    return fieldText(this.editor.store.row(this.id)?.input ?? {}, 'unitPrice') || '0';
  }

  #phases(): JsonObject[] {
    const phases = this.billing['phases'];
    return Array.isArray(phases) ? (phases as JsonObject[]) : [];
  }

  #setPhase(index: number, field: string, value: Json): void {
    const phases = this.#phases().map((phase, at) => {
      if (at !== index) return phase;
      const { [field]: _before, ...rest } = phase;
      return value === null ? rest : { ...rest, [field]: value };
    });
    this.set([{ path: 'phases', value: phases }]);
  }

  #number(text: string): Json {
    const parsed = parseNumber(text, this.editor.numberLocale);
    if (parsed.ok) return parsed.value;
    return parsed.reason === 'empty' ? null : keepRefused(text);
  }

  #phase(phase: JsonObject, index: number, last: number): TemplateResult {
    const { editor } = this;
    const name = editor.t('billing.phase', { n: index + 1 });
    const number = (field: string): string => showNumber(fieldText(phase, field), editor.context);
    const label = (text: string): TemplateResult =>
      html`${text}<span class="visually-hidden">, ${name}</span>`;
    return html`<fieldset class="phase wide" aria-label=${name}>
      ${this.box(
        label(editor.t('billing.payments')),
        fieldText(phase, 'payments'),
        (text) => this.#setPhase(index, 'payments', whole(text)),
        'numeric',
      )}
      ${this.box(
        label(editor.t('column.unitPrice')),
        number('unitPrice'),
        (text) => this.#setPhase(index, 'unitPrice', this.#number(text)),
        'decimal',
      )}
      ${this.box(
        label(editor.t('column.quantity')),
        number('quantity'),
        (text) => this.#setPhase(index, 'quantity', this.#number(text)),
        'decimal',
      )}
      <button
        type="button"
        class="icon"
        aria-label=${editor.t('billing.removePhase', { n: index + 1 })}
        ?disabled=${last === 0}
        @click=${() => {
          const rest = this.#phases().filter((_, at) => at !== index);
          this.set([{ path: 'phases', value: rest }]);
        }}
      >
        <span aria-hidden="true">×</span>
      </button>
    </fieldset>`;
  }

  /** The phases of a ramp; the last may leave its payments open, and then renews. */
  phaseFields(): TemplateResult {
    const phases = this.#phases();
    return html`${phases.map((phase, index) => this.#phase(phase, index, phases.length - 1))}
      <button
        type="button"
        class="wide"
        @click=${() => {
          const open = phases.at(-1) ?? {};
          const closed = { ...open, payments: open['payments'] ?? 12 };
          const { payments: _payments, ...next } = open;
          this.set([{ path: 'phases', value: [...phases.slice(0, -1), closed, next] }]);
        }}
      >
        ${this.editor.t('billing.addPhase')}
      </button>`;
  }

  startFields(): TemplateResult {
    const { editor, billing } = this;
    const start = startOf(billing);
    const kind = startKind(start);
    const starts = [
      ['checkout', editor.t('billing.atCheckout')],
      ['date', editor.t('billing.onDate')],
      ['days', editor.t('billing.afterDays')],
      ['months', editor.t('billing.afterMonths')],
    ] as const;
    const delay = kind === 'days' ? 'delayDays' : 'delayMonths';
    return html`${this.select('billing.start', starts, kind, (chosen) => this.chooseStart(chosen))}
    ${
      kind === 'date'
        ? this.box(
            editor.t('billing.date'),
            formatNumericDate(fieldText(start, 'date'), editor.numberLocale),
            (text) => {
              const date = parseDate(text, editor.numberLocale, editor.store.date);
              this.set([{ path: 'start', value: { date: date ?? text } }]);
            },
          )
        : nothing
    }
    ${
      kind === 'days' || kind === 'months'
        ? this.box(
            editor.t('billing.delay'),
            fieldText(start, delay),
            (text) => this.set([{ path: 'start', value: { [delay]: whole(text) } }]),
            'numeric',
          )
        : nothing
    }`;
  }

  #giveToOthers(): void {
    const { editor } = this;
    const { selection, store } = editor;
    const value = store.row(this.id)?.input['billing'] ?? null;
    store.load([...selection]);
    const commands = [...selection]
      .filter((id) => id !== this.id && isBillable(store.row(id)))
      .map((id) => ({ op: 'set', path: linePath(id, 'billing'), value }));
    const count = commands.length + 1;
    editor.overlays.close();
    if (commands.length === 0) return;
    if (!editor.run({ op: 'batch', commands }, { key: 'setMany', field: 'billing', count })) return;
    editor.announce(editor.t('label.setMany', { field: editor.t('billing.title'), count }));
  }

  /** Which of the selected lines can be billed is looked at when it is pressed: it may be thousands. */
  othersButton(): TemplateResult | typeof nothing {
    const { selection } = this.editor;
    if (selection.size < 2 || !selection.has(this.id)) return nothing;
    return html`<button type="button" data-billing="others" @click=${() => this.#giveToOthers()}>
      ${this.editor.t('billing.forSelected', { count: selection.size })}
    </button>`;
  }

  problems(): TemplateResult | typeof nothing {
    const row = this.editor.store.row(this.id);
    const wrong = row
      ? shownIssues(this.editor, row).filter(({ columnId }) => columnId === 'billing')
      : [];
    return wrong.length === 0
      ? nothing
      : html`<p class="problem" role="alert">${wrong.map(({ message }) => message).join(' ')}</p>`;
  }

  render(): TemplateResult {
    const { editor } = this;
    const frequency = fieldText(this.billing, 'frequency') || 'one_time';
    const options = FREQUENCIES.map((value) => [value, editor.t(`frequency.${value}`)] as const);
    return html`<h3>${editor.t('billing.title')}</h3>
      <div class="form-grid">
        ${this.select(
          'billing.frequency',
          options,
          frequency as (typeof FREQUENCIES)[number],
          (chosen) => this.chooseFrequency(chosen),
        )}
        ${this.termFields()} ${this.startFields()}
      </div>
      ${this.problems()}
      <div class="buttons">
        ${this.othersButton()}
        <button type="button" class="primary" @click=${() => editor.overlays.close()}>
          ${editor.t('action.done')}
        </button>
      </div>`;
  }
}

/** Opens the billing terms of a line beside a control. */
export function openBilling(editor: EditorContext, anchor: HTMLElement, id: string): void {
  const form = new BillingForm(editor, id);
  editor.overlays.openPopover(anchor, {
    label: `${editor.t('billing.title')}, ${editor.actions.nameOf(id)}`,
    body: () => form.render(),
  });
}
