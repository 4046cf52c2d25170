/** Billing terms of a line: how often, for how long, from when. */
import { html, nothing, type TemplateResult } from 'lit';
import { billingOf, termWords } from '../columns/billing.ts';
import { fieldText } from '../columns/column.ts';
import { discountMode, readDiscount, showDiscount } from '../columns/discount.ts';
import { formatLongDate, formatNumericDate, monthEnd, parseDate } from '../date/dates.ts';
import { parseTerm } from '../date/terms.ts';
import { keepRefused, normaliseTyping, refusedText } from '../number/parse.ts';
import type { MessageKey } from '../i18n/translator.ts';
import type { Json, JsonObject, Row } from '../../../schema/contract.ts';
import { choice, field } from '../ui/field.ts';
import { calendarIcon } from '../ui/icons.ts';
import { FREQUENCIES, LONGER_THAN_A_YEAR } from './billing-choices.ts';
import { linePath, setCommand, type EditorContext } from './editor-context.ts';
import { namedLine } from './history-label.ts';
import { numberBox } from './number-box.ts';
import { issueWords } from './row-issues.ts';

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
  const typed = normaliseTyping(text).trim();
  return /^\d{1,6}$/.test(typed) ? Number(typed) : typed === '' ? null : keepRefused(text);
}

/** A ramp to begin with: a year at the present price, then on at the same until somebody says. */
function firstPhases(line: JsonObject): JsonObject[] {
  const { priceCurrency } = line;
  const unitPrice = fieldText(line, 'unitPrice') || '0';
  // The price of the line goes on being in the currency it is in.
  const price = priceCurrency === undefined ? { unitPrice } : { unitPrice, priceCurrency };
  return [{ payments: 12, ...price }, price];
}

/** Sections and notes are billed to nobody. */
export function isBillable(row: Row | undefined): boolean {
  return row !== undefined && (row.input['type'] ?? 'item') === 'item';
}

type Bound = ReturnType<typeof field>;

interface BoxParts {
  readonly mode?: 'numeric' | 'decimal';
  /** What may be typed, said below the box. */
  readonly hint?: string;
  /** What a person is shown who typed something else. */
  readonly example?: string;
  /** What typed text is read as, said below the box meanwhile; '' where it is nothing yet. */
  readonly reading?: (text: string) => string;
  /** What stands at its end. */
  readonly after?: TemplateResult;
}

/** The browser's own calendar, at the button that asks for it. */
function openPicker(button: HTMLElement): void {
  const picker = button.parentElement?.querySelector<HTMLInputElement>('input[type=date]');
  try {
    picker?.showPicker();
  } catch {
    // A browser without one: the date is typed.
  }
}

class BillingForm {
  /** The line whose terms are shown; several lines are given the same. */
  readonly id: string;
  #reading = { path: '', words: '' };

  constructor(
    readonly editor: EditorContext,
    readonly ids: readonly string[],
  ) {
    this.id = ids[0] ?? '';
  }

  get #isForSeveral(): boolean {
    return this.ids.length > 1;
  }

  /** A ramp holds the prices of its own line: it is no term for several. */
  get billing(): JsonObject {
    const billing = billingOf(this.editor.store.row(this.id)?.input ?? {});
    if (!this.#isForSeveral) return billing;
    const { phases: _own, ...rest } = billing;
    return rest;
  }

  /** `typing` names the box it comes from: what is typed there is one step of the history. */
  set(changes: readonly { path: string; value: Json }[], typing?: string): void {
    if (this.#isForSeveral) {
      const next = Object.entries({
        ...this.billing,
        ...Object.fromEntries(changes.map(({ path, value }) => [path, value])),
      }).filter(([, value]) => value !== null);
      this.#setAll(next.length === 0 ? null : Object.fromEntries(next), typing);
      return;
    }
    const paths = changes.map(({ path, value }) => ({ path: `billing/${path}`, value }));
    const label = { key: 'setOn', field: 'billing', ...namedLine(this.editor.store, this.id) };
    this.editor.run(setCommand(this.id, paths), label, this.#coalesce(typing));
  }

  /** The whole terms of every line that they are set for. */
  #setAll(billing: Json, typing?: string): void {
    const commands = this.ids.map((id) => ({
      op: 'set',
      path: linePath(id, 'billing'),
      value: billing,
    }));
    const label = this.#isForSeveral
      ? { key: 'setMany', field: 'billing', count: this.ids.length }
      : { key: 'setOn', field: 'billing', ...namedLine(this.editor.store, this.id) };
    this.editor.run({ op: 'batch', commands }, label, this.#coalesce(typing));
  }

  #coalesce(typing: string | undefined): string | undefined {
    return typing === undefined ? undefined : `billing:${this.id}:${typing}`;
  }

  chooseFrequency(frequency: string): void {
    if (frequency === 'one_time') {
      const start = this.billing['start'];
      this.#setAll(start === undefined ? null : { start });
    } else this.set([{ path: 'frequency', value: frequency }]);
  }

  chooseTerm(kind: TermKind): void {
    this.set([
      { path: 'payments', value: kind === 'fixed' ? 12 : null },
      { path: 'term', value: kind === 'period' ? this.#shortestTerm : null },
      { path: 'phases', value: kind === 'ramp' ? firstPhases(this.#line) : null },
    ]);
  }

  /** A year, or the time between two payments where that is longer (RE-1). */
  get #shortestTerm(): string {
    return LONGER_THAN_A_YEAR[fieldText(this.billing, 'frequency')] ?? 'P1Y';
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

  /** A box with what is wrong below it, else an example; `path` is below the line's billing. */
  box(label: string | TemplateResult, path: string, bound: Bound, parts: BoxParts): TemplateResult {
    const problems = this.problemsAt(path, parts.example);
    const isRead = this.#reading.path === path && this.#reading.words !== '';
    const note = isRead ? this.#reading.words : (problems[0] ?? parts.hint);
    const read = (event: Event, isLeft: boolean): void => {
      if (!parts.reading) return;
      const { value } = event.target as HTMLInputElement;
      this.#reading = { path, words: isLeft ? '' : parts.reading(value) };
      this.editor.requestUpdate();
    };
    const id = `billing-${path.replaceAll('/', '-')}`;
    return html`<div class="field">
      <label for=${id}>${label}</label>
      <span class="boxed"
        ><input
          id=${id}
          type="text"
          inputmode=${parts.mode ?? 'text'}
          dir=${parts.mode === undefined ? 'auto' : 'ltr'}
          autocomplete="off"
          aria-invalid=${problems.length === 0 ? nothing : 'true'}
          aria-describedby=${note === undefined ? nothing : `${id}-note`}
          @input=${(event: Event) => read(event, false)}
          @blur=${(event: Event) => read(event, true)}
          ${bound}
        />${parts.after ?? nothing}</span
      >
      ${
        note === undefined
          ? nothing
          : html`<small
              id="${id}-note"
              class=${problems.length === 0 || isRead ? '' : 'problem'}
              role=${isRead ? 'status' : problems.length === 0 ? nothing : 'alert'}
              >${note}</small
            >`
      }
    </div>`;
  }

  /** A count of payments, days or months. */
  count(label: string | TemplateResult, path: string, text: string, set: (value: Json) => void) {
    const bound = field({
      shown: refusedText(text),
      take: (typed, isLeft) => {
        const value = whole(typed);
        if (isLeft || typeof value === 'number') set(value);
      },
    });
    return this.box(label, path, bound, { mode: 'numeric', example: '12' });
  }

  /** The issues at a member of the billing, in words. */
  problemsAt(path: string, example?: string): string[] {
    const { editor } = this;
    const row = editor.store.row(this.id);
    const text = this.#textAt(path);
    return (row?.issues ?? [])
      .filter((issue) => `${issue.path.split('/').slice(4).join('/')}/`.startsWith(`${path}/`))
      .filter((issue) => issue.path.split('/')[3] === 'billing')
      .map((issue) => {
        const isTyping = text !== '' && row !== undefined;
        if (isTyping && path === 'start/date') {
          const end = monthEnd(text, editor.numberLocale);
          const last = end === null ? '' : formatNumericDate(end, editor.numberLocale);
          return end === null
            ? editor.t('date.unclear', { text, example: example ?? '' })
            : editor.t('date.pastMonth', { text, last });
        }
        if (isTyping && path === 'term' && parseTerm(text, 'en') === null) {
          return editor.t('term.unclear', { text, example: example ?? '' });
        }
        if (isTyping && example === '12' && !/^\d+$/.test(text)) {
          return editor.t('payments.unclear', { text: refusedText(text), example });
        }
        if (example !== undefined) {
          const words = { field: editor.t('column.billing'), example };
          return editor.translator.lookup(`issue.${issue.code}`, issue.message, words);
        }
        return row ? issueWords(editor, row, issue).message : '';
      });
  }

  #textAt(path: string): string {
    let value: Json | undefined = this.billing;
    for (const step of path.split('/')) {
      if (typeof value !== 'object' || value === null) return '';
      value = (value as JsonObject)[step];
    }
    return typeof value === 'string' || typeof value === 'number' ? String(value) : '';
  }

  termFields(): TemplateResult | typeof nothing {
    const { editor, billing } = this;
    if ((fieldText(billing, 'frequency') || 'one_time') === 'one_time') return nothing;
    const kind = termKind(billing);
    const terms = [
      ['renews', editor.t('billing.renews')],
      ['fixed', editor.t('billing.fixed')],
      ['period', editor.t('billing.period')],
      ...(this.#isForSeveral ? [] : ([['ramp', editor.t('billing.ramp')]] as const)),
    ] as const;
    return html`${this.select('billing.term', terms, kind, (chosen) => this.chooseTerm(chosen))}
    ${
      kind === 'fixed'
        ? this.count(
            editor.t('billing.payments'),
            'payments',
            fieldText(billing, 'payments'),
            (value) => this.set([{ path: 'payments', value }], 'payments'),
          )
        : nothing
    }
    ${kind === 'ramp' ? this.phaseFields() : nothing}
    ${kind === 'period' ? this.termBox() : nothing}`;
  }

  /** A length of time in words; what is none stays as it was typed. */
  termBox(): TemplateResult {
    const { editor } = this;
    const { language } = editor.translator;
    const example = termWords('P18M', language);
    const bound = field({
      shown: termWords(fieldText(this.billing, 'term'), language),
      take: (text, isLeft) => {
        const term = parseTerm(text, language);
        if (term !== null || isLeft) {
          this.set([{ path: 'term', value: term ?? (text.trim() || null) }], 'term');
        }
      },
      during: 'never',
    });
    return this.box(editor.t('billing.termLength'), 'term', bound, {
      hint: editor.t('hint.example', { example }),
      example,
      reading: (text) => {
        const term = parseTerm(text, language);
        return term === null ? '' : termWords(term, language);
      },
    });
  }

  get #line(): JsonObject {
    return this.editor.store.row(this.id)?.input ?? {};
  }

  #phases(): JsonObject[] {
    const phases = this.billing['phases'];
    return Array.isArray(phases) ? (phases as JsonObject[]) : [];
  }

  #setPhase(index: number, field: string, value: Json): void {
    const phases = this.#phases().map((phase, at) => {
      if (at !== index) return phase;
      const { [field]: _before, ...others } = phase;
      const { priceCurrency: _former, ...settled } = others;
      // A price typed anew is one in the document's currency.
      const rest = field === 'unitPrice' ? settled : others;
      return value === null ? rest : { ...rest, [field]: value };
    });
    this.set([{ path: 'phases', value: phases }], `phases/${index}/${field}`);
  }

  #phase(phase: JsonObject, index: number, last: number): TemplateResult {
    const { editor } = this;
    const name = editor.t('billing.phase', { n: index + 1 });
    const number = (text: string, member: string): TemplateResult => {
      const set = (value: Json): void => this.#setPhase(index, member, value);
      const bound = numberBox(editor, fieldText(phase, member), set, member === 'unitPrice');
      return this.box(label(text), `phases/${index}/${member}`, bound, { mode: 'decimal' });
    };
    const label = (text: string): TemplateResult =>
      html`${text}<span class="visually-hidden">, ${name}</span>`;
    return html`<fieldset class="phase wide" aria-label=${name}>
      ${this.count(
        label(editor.t('billing.payments')),
        `phases/${index}/payments`,
        fieldText(phase, 'payments'),
        (value) => this.#setPhase(index, 'payments', value),
      )}
      ${number(editor.t('column.unitPrice'), 'unitPrice')}
      ${number(editor.t('column.quantity'), 'quantity')}
      ${this.#phaseDiscount(label(editor.t('column.discount')), phase, index)}
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

  /** A phase's discount stands in for the line's (RE-2.4); it is typed as in the table. */
  #phaseDiscount(label: TemplateResult, phase: JsonObject, index: number): TemplateResult {
    const { context } = this.editor;
    const { discount } = phase;
    const own = { ...(discount === undefined ? {} : { discount }) };
    const bound = field({
      shown: showDiscount(own, context),
      take: (text) => {
        const reading = readDiscount(text, discountMode(own), context);
        const changes = reading.ok ? reading.changes : reading.kept;
        const change = changes.find(({ path }) => path === 'discount');
        if (change) this.#setPhase(index, 'discount', change.value);
      },
      during: 'never',
    });
    return this.box(label, `phases/${index}/discount`, bound, { mode: 'decimal' });
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
    ${kind === 'date' ? this.dateBox(fieldText(start, 'date')) : nothing}
    ${
      kind === 'days' || kind === 'months'
        ? this.count(
            editor.t(kind === 'days' ? 'billing.afterDays' : 'billing.afterMonths'),
            `start/${delay}`,
            fieldText(start, delay),
            (value) => this.set([{ path: 'start', value: { [delay]: value ?? '' } }], 'start'),
          )
        : nothing
    }`;
  }

  /** A date as the locale writes it, as so many days from the document's, or picked. */
  dateBox(stored: string): TemplateResult {
    const { editor } = this;
    const example = formatNumericDate(editor.store.date, editor.numberLocale);
    const set = (date: string): void => this.set([{ path: 'start', value: { date } }], 'start');
    const bound = field({
      shown: formatNumericDate(stored, editor.numberLocale),
      take: (text, isLeft) => {
        const date = parseDate(text, editor.numberLocale, editor.store.date);
        if (date !== null || isLeft) set(date ?? text);
      },
      during: 'never',
    });
    const pick = (date: string): void => (date === '' ? undefined : set(date));
    const after = html`<input
        class="picked"
        type="date"
        tabindex="-1"
        aria-hidden="true"
        ${field({ shown: stored, take: pick })}
      />
      <button
        type="button"
        class="icon"
        aria-label=${editor.t('billing.pickDate')}
        title=${editor.t('billing.pickDate')}
        @click=${(event: Event) => openPicker(event.currentTarget as HTMLElement)}
      >
        ${calendarIcon}
      </button>`;
    return this.box(editor.t('billing.date'), 'start/date', bound, {
      hint: editor.t('billing.dateHint', { example }),
      example,
      reading: (text) => {
        const date = parseDate(text, editor.numberLocale, editor.store.date);
        return date === null ? '' : formatLongDate(date, editor.numberLocale);
      },
      after,
    });
  }

  #giveToOthers(): void {
    const { editor } = this;
    const { selection, store } = editor;
    const shown = Object.keys(this.billing).length === 0 ? null : this.billing;
    const value = this.#isForSeveral ? shown : (store.row(this.id)?.input['billing'] ?? null);
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
    const { editor } = this;
    const row = editor.store.row(this.id);
    const shown = new Set([
      'payments',
      'term',
      'start/date',
      'start/delayDays',
      'start/delayMonths',
      ...this.#phases().flatMap((_, at) =>
        ['payments', 'unitPrice', 'quantity'].map((member) => `phases/${at}/${member}`),
      ),
    ]);
    const wrong = (row?.issues ?? []).filter(({ path }) => {
      const [, , , member, ...inner] = path.split('/');
      return member === 'billing' && !shown.has(inner.join('/'));
    });
    return wrong.length === 0 || row === undefined
      ? nothing
      : html`<p class="problem" role="alert">
          ${wrong.map((issue) => issueWords(editor, row, issue).message).join(' ')}
        </p>`;
  }

  render(): TemplateResult {
    const { editor } = this;
    const frequency = fieldText(this.billing, 'frequency') || 'one_time';
    const options = FREQUENCIES.map((value) => [value, editor.t(`frequency.${value}`)] as const);
    return html`<h3>${editor.t('billing.title')}</h3>
      ${
        this.#isForSeveral
          ? html`<p class="faint small">
              ${editor.t('billing.forSelected', { count: this.ids.length })}
            </p>`
          : nothing
      }
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
  const form = new BillingForm(editor, [id]);
  editor.overlays.openPopover(anchor, {
    label: `${editor.t('billing.title')}, ${editor.actions.nameOf(id)}`,
    body: () => form.render(),
  });
}

/** Opens billing terms that are set for all of these lines; sections and notes have none. */
export function openBillingOfSeveral(
  editor: EditorContext,
  anchor: HTMLElement,
  ids: readonly string[],
): void {
  editor.store.load(ids);
  const billable = ids.filter((id) => isBillable(editor.store.row(id)));
  const form = new BillingForm(editor, billable);
  const forAll = editor.t('billing.forSelected', { count: billable.length });
  editor.overlays.openPopover(anchor, {
    label: `${editor.t('billing.title')}, ${forAll}`,
    body: () => form.render(),
  });
}
