/** The rules of a document as a page to choose from: what each does, and what it would come to. */
import { html, nothing, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import { formatDecimal, formatPercent, formatUngrouped, isPlainDecimal } from '../number/format.ts';
import { keepRefused, parseNumber, refusedText } from '../number/parse.ts';
import { withoutPercentSign } from '../number/said-percent.ts';
import type { Json, JsonObject } from '../../../schema/contract.ts';
import { field } from '../ui/field.ts';
import {
  chosen,
  fixedByProfile,
  POLICY_GROUPS,
  storedFor,
  type PolicyChoice,
  type PolicyRule,
} from './policy-table.ts';
import type { SayPolicy } from './policy-words.ts';

export interface PolicyPage {
  readonly policy: JsonObject;
  /** Stores a rule; null takes it out, so that the default counts. */
  readonly set: (key: string, value: Json) => void;
  readonly say: SayPolicy;
  /** How numbers are written. */
  readonly locale: string;
  readonly disabled: boolean;
  /** Whether the core refuses what is stored of a rule. */
  readonly isRefused: (key: string) => boolean;
  /** What would be due now with a choice, in words; '' where that is not known. */
  readonly dueWith?: (rule: PolicyRule, choice: PolicyChoice) => string;
  /** The rule that somebody came for. */
  readonly wanted?: string;
}

function radios(page: PolicyPage, rule: PolicyRule): TemplateResult {
  const { policy, say, disabled } = page;
  const now = chosen(rule, policy);
  return html`${rule.choices.map((choice) => {
    const isNow = choice.value === now;
    const isFixed = fixedByProfile(rule, choice.value, policy);
    const due = page.dueWith?.(rule, choice) ?? '';
    return html`<label class="check rule-choice">
      <input
        type="radio"
        name="policy-${rule.key}"
        value=${String(choice.value)}
        .checked=${live(isNow)}
        ?disabled=${disabled || isFixed}
        ?autofocus=${page.wanted === rule.key && isNow}
        @change=${() => page.set(rule.key, storedFor(rule, choice.value, policy))}
      />
      <span class="words">${say(choice.label)}</span>
      ${isFixed ? html`<small>${say('setByProfile')}</small>` : nothing}
      ${due === '' || isFixed ? nothing : html`<small class="due">${due}</small>`}
    </label>`;
  })}`;
}

function storedText(policy: JsonObject, key: string): string {
  const value = policy[key];
  return typeof value === 'string' || typeof value === 'number' ? String(value) : '';
}

function numberOf(
  page: PolicyPage,
  rule: PolicyRule,
  number: NonNullable<PolicyRule['number']>,
): TemplateResult {
  const { policy, say, locale, disabled } = page;
  const stored = storedText(policy, rule.key);
  const typedText = refusedText(stored);
  const example = formatDecimal(number.example, locale);
  const isNumber = stored === '' || isPlainDecimal(stored);
  const problem = !isNumber
    ? say('notANumber', { text: typedText, example })
    : page.isRefused(rule.key)
      ? say(number.problem, { example })
      : '';
  // Half of what is typed is often another number: a rule counts once its box is left.
  const take = (typed: string): void => {
    const isPercent = rule.key.endsWith('Percent');
    const parsed = parseNumber(isPercent ? withoutPercentSign(typed) : typed, locale);
    if (parsed.ok) page.set(rule.key, parsed.value);
    else page.set(rule.key, parsed.reason === 'empty' ? null : keepRefused(typed));
  };
  return html`<input
      class="number"
      name="policy-${rule.key}"
      inputmode="decimal"
      autocomplete="off"
      dir="ltr"
      aria-label=${say(rule.label)}
      aria-invalid=${problem === '' ? nothing : 'true'}
      aria-describedby="policy-${rule.key}-text"
      ?autofocus=${page.wanted === rule.key}
      ?disabled=${disabled}
      ${field({ shown: isNumber ? formatUngrouped(stored, locale) : typedText, take, during: 'never' })}
    />
    ${problem === '' ? nothing : html`<p class="problem" role="alert">${problem}</p>`}`;
}

function ruleFields(page: PolicyPage, rule: PolicyRule): TemplateResult {
  const { say, locale } = page;
  const example = rule.number ? formatDecimal(rule.number.example, locale) : '';
  const rate = formatPercent('8.875', locale);
  return html`<fieldset
    class="rule"
    data-rule=${rule.key}
    aria-describedby="policy-${rule.key}-text"
  >
    <legend>${say(rule.label)}</legend>
    <p id="policy-${rule.key}-text" class="faint">${say(rule.text, { example, rate })}</p>
    ${rule.number ? numberOf(page, rule, rule.number) : radios(page, rule)}
  </fieldset>`;
}

/** All rules, in their groups. */
export function policyFields(page: PolicyPage): TemplateResult {
  return html`<div class="rules">
    ${POLICY_GROUPS.map(
      ({ label, rules }) =>
        html`<section>
          ${label === 'group.profile' ? nothing : html`<h3>${page.say(label)}</h3>`}
          ${rules.map((rule) => ruleFields(page, rule))}
        </section>`,
    )}
  </div>`;
}
