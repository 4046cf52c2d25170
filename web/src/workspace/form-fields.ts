/** Labelled fields of the workspace's forms. A change is told when it is committed. */
import { html, nothing, type TemplateResult } from 'lit';
import { formatUngrouped } from '../number/format.ts';
import { parseNumber } from '../number/parse.ts';

export interface FieldOptions {
  readonly type?: string;
  readonly wide?: boolean;
  readonly disabled?: boolean;
  readonly list?: string;
  readonly placeholder?: string;
  readonly maxLength?: number;
  readonly hint?: string;
  readonly required?: boolean;
  readonly autofocus?: boolean;
  readonly name?: string;
}

/** A line of text, a date, an e-mail address. */
export function textField(
  label: string,
  value: string,
  change: (value: string) => void,
  options: FieldOptions = {},
): TemplateResult {
  return html`<label class="field ${options.wide ? 'wide' : ''}">
    <span>${label}</span>
    <input
      name=${options.name ?? nothing}
      type=${options.type ?? 'text'}
      .value=${value}
      ?disabled=${options.disabled ?? false}
      ?required=${options.required ?? false}
      ?autofocus=${options.autofocus ?? false}
      list=${options.list ?? nothing}
      placeholder=${options.placeholder ?? nothing}
      maxlength=${options.maxLength ?? nothing}
      @change=${(event: Event) => change((event.target as HTMLInputElement).value)}
    />
    ${options.hint ? html`<small>${options.hint}</small>` : nothing}
  </label>`;
}

/** Text of several lines. */
export function areaField(
  label: string,
  value: string,
  change: (value: string) => void,
  options: FieldOptions & { readonly rows?: number } = {},
): TemplateResult {
  return html`<label class="field wide">
    <span>${label}</span>
    <textarea
      name=${options.name ?? nothing}
      rows=${options.rows ?? 4}
      .value=${value}
      ?disabled=${options.disabled ?? false}
      @change=${(event: Event) => change((event.target as HTMLTextAreaElement).value)}
    ></textarea>
    ${options.hint ? html`<small>${options.hint}</small>` : nothing}
  </label>`;
}

/** An amount in the locale's form; `change` gets plain decimal text, or what was typed. */
export function numberField(
  label: string,
  value: string,
  locale: string,
  change: (value: string) => void,
  options: FieldOptions = {},
): TemplateResult {
  return html`<label class="field ${options.wide ? 'wide' : ''}">
    <span>${label}</span>
    <input
      class="number"
      name=${options.name ?? nothing}
      inputmode="decimal"
      autocomplete="off"
      .value=${formatUngrouped(value, locale)}
      ?disabled=${options.disabled ?? false}
      ?autofocus=${options.autofocus ?? false}
      @change=${(event: Event) => {
        const input = event.target as HTMLInputElement;
        const typed = parseNumber(input.value, locale);
        input.setAttribute('aria-invalid', String(!typed.ok && typed.reason !== 'empty'));
        change(typed.ok ? typed.value : input.value.trim());
      }}
    />
    ${options.hint ? html`<small>${options.hint}</small>` : nothing}
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
      .checked=${value}
      ?disabled=${options.disabled ?? false}
      @change=${(event: Event) => change((event.target as HTMLInputElement).checked)}
    />
    <span>${label}</span>
  </label>`;
}
