/**
 * Labelled fields of the workspace's forms. Text is told a moment after it was typed, and again once
 * the box is left; `isLeft` tells the two apart. Read what a change is to be added to in `change`
 * itself: what was drawn beside it may be older.
 */
import { html, noChange, nothing, type TemplateResult } from 'lit';
import { Directive, directive, type ElementPart } from 'lit/directive.js';
import { live } from 'lit/directives/live.js';
import { formatNumericDate } from '../date/dates.ts';
import { withoutSign } from '../number/currency-sign.ts';
import { formatDecimal, isPlainDecimal } from '../number/format.ts';
import {
  isEither,
  keepRefused,
  normaliseTyping,
  parseNumber,
  refusedText,
  type ParsedNumber,
} from '../number/parse.ts';
import { withoutPercentSign } from '../number/said-percent.ts';
import { unclearNumber } from '../sentences/unclear-number.ts';
import { choice, field, isHalfDate, type Field } from '../ui/field.ts';
import { afterPress } from '../ui/press.ts';
import { doubtfulNumber, isTypingIn, type NumberReading } from './doubtful-number.ts';
import type { Workspace } from './workspace-context.ts';

/** Takes what was typed; it may be half of what is meant until the box is left. */
export type Change = (value: string, isLeft: boolean) => void;

export interface FieldOptions {
  readonly type?: string;
  readonly wide?: boolean;
  readonly disabled?: boolean;
  readonly list?: string;
  readonly placeholder?: string;
  readonly maxLength?: number;
  readonly hint?: string;
  readonly required?: boolean;
  /** What is wrong with what stands in it; it is not said before the box is left. */
  readonly problem?: string;
  /** What is said at a date box in which no day of the calendar stands. */
  readonly notADay?: string;
  readonly autofocus?: boolean;
  readonly name?: string;
  /** What a number is an amount of: it may be typed with the sign of its currency. */
  readonly currency?: string;
  /** When text is taken before the box is left; see Field. */
  readonly during?: Field['during'];
}

function bind(shown: string, take: Change, { during = 'pause' }: FieldOptions) {
  return field({ shown, take, during });
}

/** What is wrong with the text of a box: while somebody types, nothing new is said about it unasked. */
class ComplaintDirective extends Directive {
  #isWatching = false;
  #text = '';

  override render(_text: string, _notADay: string): unknown {
    return noChange;
  }

  override update({ element }: ElementPart, [text, notADay]: [string, string]): unknown {
    const box = element.parentElement?.querySelector('input') ?? null;
    this.#text = text;
    const show = (): void => this.#show(element as HTMLElement, box, notADay);
    if (box && notADay !== '' && !this.#isWatching) {
      this.#isWatching = true;
      // The press that leaves the box would miss what the message moves.
      // What it is for may come back to the box, which was left all the same.
      const say = (): void => this.#show(element as HTMLElement, box, notADay, true);
      box.addEventListener('blur', () => afterPress(say));
      box.addEventListener('input', show);
    }
    show();
    return noChange;
  }

  #show(element: HTMLElement, box: HTMLInputElement | null, notADay: string, isLeft = false): void {
    const text = isHalfDate(box) ? notADay : this.#text;
    if (text === '' || isLeft || !isTypingIn(box) || element.textContent !== '') {
      element.textContent = text;
      if (text === '') box?.removeAttribute('aria-invalid');
      else box?.setAttribute('aria-invalid', 'true');
    }
    element.hidden = element.textContent === '';
  }
}

const complaint = directive(ComplaintDirective);

/** The years in which documents are made, paid and delivered. */
const FIRST_YEAR = 1900;
const LAST_YEAR = 2199;

/** What is doubtful about a day: a year that nobody means; '' where nothing is. */
export function dayDoubt({ w }: Pick<Workspace, 'w'>, date: string): string {
  const year = Number(date.slice(0, 4));
  const isFar = date !== '' && (year < FIRST_YEAR || year > LAST_YEAR);
  return isFar ? w('date.farAway', { year: date.slice(0, 4) }) : '';
}

/**
 * A day, in the browser's own box. What is no day is said at it, and changes nothing. A year is told
 * at each of its digits (0002, 0020, 0202) and counts once it can be meant; `26` is one of this century.
 */
export function dateField(
  workspace: Pick<Workspace, 'translator' | 'w'>,
  label: string,
  value: string,
  change: Change,
  options: FieldOptions = {},
): TemplateResult {
  // In the form of the box, which is that of the browser.
  const example = formatNumericDate('2026-12-24', navigator.language);
  const notADay = workspace.translator.t('date.notADay', { example });
  const take: Change = (typed, isLeft) => {
    if (typed === '' || Number(typed.slice(0, 4)) >= FIRST_YEAR) change(typed, isLeft);
    else if (isLeft) change(typed.startsWith('00') ? `20${typed.slice(2)}` : typed, true);
  };
  const problem = dayDoubt(workspace, value);
  return textField(label, value, take, { ...options, type: 'date', notADay, problem });
}

/** A line of text, a date, an e-mail address. */
export function textField(
  label: string,
  value: string,
  change: Change,
  options: FieldOptions = {},
): TemplateResult {
  return html`<label class="field ${options.wide ? 'wide' : ''}">
    <span>${label}</span>
    <input
      name=${options.name ?? nothing}
      type=${options.type === 'email' ? 'text' : (options.type ?? 'text')}
      inputmode=${options.type === 'email' ? 'email' : nothing}
      autocapitalize=${options.type === 'email' ? 'off' : nothing}
      ?disabled=${options.disabled ?? false}
      ?required=${options.required ?? false}
      ?autofocus=${options.autofocus ?? false}
      list=${options.list ?? nothing}
      placeholder=${options.placeholder ?? nothing}
      maxlength=${options.maxLength ?? nothing}
      max=${options.type === 'date' ? '9999-12-31' : nothing}
      ${bind(value, change, options)}
    />
    ${options.hint ? html`<small>${options.hint}</small>` : nothing}
    <small
      class="problem"
      role="alert"
      ${complaint(options.problem ?? '', options.notADay ?? '')}
    ></small>
  </label>`;
}

/** Text of several lines. */
export function areaField(
  label: string,
  value: string,
  change: Change,
  options: FieldOptions & { readonly rows?: number } = {},
): TemplateResult {
  return html`<label class="field wide">
    <span>${label}</span>
    <textarea
      name=${options.name ?? nothing}
      rows=${options.rows ?? 4}
      ?disabled=${options.disabled ?? false}
      ${bind(value, change, options)}
    ></textarea>
    ${options.hint ? html`<small>${options.hint}</small>` : nothing}
  </label>`;
}

/** A typed number without the sign that it may have here, and how it is read. */
function readTyped(
  text: string,
  currency: string,
  isPercent: boolean,
  locale: string,
): { readonly bare: string; readonly parsed: ParsedNumber } {
  const { number, own } = withoutSign(text, currency, locale);
  const bare = isPercent ? withoutPercentSign(text) : currency !== '' && own ? number : text;
  return { bare, parsed: parseNumber(bare, locale) };
}

/** Why text in a box of a number is none, and how it is written. */
function unreadWords(
  translator: Workspace['translator'],
  text: string,
  currency: string,
  isPercent: boolean,
  locale: string,
): string {
  const { sign, own } = withoutSign(text, currency, locale);
  if (currency !== '' && !own) {
    return translator.t('number.otherCurrency', { text, other: sign, currency });
  }
  const { bare, parsed } = readTyped(text, currency, isPercent, locale);
  if (parsed.ok) return translator.t('typed.otherFormat', { text });
  const fraction = normaliseTyping(bare).trim().replace(',', '.');
  const meant: typeof parsed =
    isPercent && parsed.readings ? { ...parsed, suggestion: fraction } : parsed;
  return unclearNumber({ translator, locale }, text, meant, isPercent ? '8.875' : '1234.5').message;
}

/**
 * A number in the locale's form; `change` gets plain decimal text, or what was typed as keepRefused
 * keeps it, which nothing takes for a number. What can be read in two ways is said as it was read, what
 * cannot be read with how it is written; of a percentage nobody means thousands, and it may be typed
 * with its sign.
 */
export function numberField(
  { locale, translator }: Pick<Workspace, 'locale' | 'translator'>,
  label: string,
  value: string,
  change: Change,
  options: FieldOptions & { readonly isPercent?: boolean } = {},
): TemplateResult {
  const { currency = '', isPercent = false } = options;
  const read = (text: string): NumberReading => {
    const { bare, parsed } = readTyped(text, currency, isPercent, locale);
    if (parsed.ok) return { value: parsed.value, isDoubtful: !isPercent && isEither(bare) };
    return { value: parsed.reason === 'empty' ? '' : null, isDoubtful: false };
  };
  const take: Change = (text, isLeft) => change(read(text).value ?? keepRefused(text), isLeft);
  const say = (text: string, number: string): string =>
    translator.t('number.readAs', { text, number });
  const isNumber = value === '' || isPlainDecimal(value);
  const problem = isNumber
    ? options.problem
    : unreadWords(translator, refusedText(value), currency, isPercent, locale);
  return html`<label class="field ${options.wide ? 'wide' : ''}">
    <span>${label}</span>
    <input
      class="number"
      name=${options.name ?? nothing}
      inputmode="decimal"
      autocomplete="off"
      ?disabled=${options.disabled ?? false}
      ?autofocus=${options.autofocus ?? false}
      ${bind(isNumber ? formatDecimal(value, locale) : refusedText(value), take, options)}
    />
    ${options.hint ? html`<small>${options.hint}</small>` : nothing}
    <small role="status" ${doubtfulNumber({ value, read, say, locale })}></small>
    <small class="problem" role="alert" ${complaint(problem ?? '', '')}></small>
  </label>`;
}

/** One of several values. */
export function choiceField(
  label: string,
  value: string,
  choices: readonly (readonly [value: string, label: string])[],
  change: (value: string) => void,
  options: FieldOptions = {},
): TemplateResult {
  return html`<label class="field ${options.wide ? 'wide' : ''}">
    <span>${label}</span>
    <select
      name=${options.name ?? nothing}
      ?disabled=${options.disabled ?? false}
      ${choice(value)}
      @change=${(event: Event) => change((event.target as HTMLSelectElement).value)}
    >
      ${choices.map(
        ([each, text]) => html`<option value=${each} ?selected=${each === value}>${text}</option>`,
      )}
    </select>
    ${options.hint ? html`<small>${options.hint}</small>` : nothing}
  </label>`;
}

/** On or off. */
export function tickField(
  label: string,
  value: boolean,
  change: (value: boolean) => void,
  options: FieldOptions = {},
): TemplateResult {
  return html`<label class="check ${options.wide ? 'wide' : ''}">
    <input
      type="checkbox"
      name=${options.name ?? nothing}
      .checked=${live(value)}
      ?disabled=${options.disabled ?? false}
      @change=${(event: Event) => change((event.target as HTMLInputElement).checked)}
    />
    <span>${label}</span>
  </label>`;
}
