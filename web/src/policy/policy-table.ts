/**
 * Every rule that a document may state in `policy` (schema/state.schema.json), in the order of the
 * page where one chooses it. The page is made of this table; a test compares it with the schema.
 */
import type { Json, JsonObject } from '../../../schema/contract.ts';
import type { PolicyWord } from './policy-words.ts';

/** One value that a rule may take; the first of a rule is its default. */
export interface PolicyChoice {
  readonly value: Json;
  readonly label: PolicyWord;
}

export interface PolicyRule {
  readonly key: string;
  readonly label: PolicyWord;
  readonly text: PolicyWord;
  /** The values to choose from; none where a number is typed. */
  readonly choices: readonly PolicyChoice[];
  /** What the profile makes of it. */
  readonly ofProfile?: Readonly<Record<string, Json>>;
  /** A number as an example of what may be typed, plain decimal text; and why it was not taken. */
  readonly number?: { readonly example: string; readonly problem: PolicyWord };
}

export interface PolicyGroup {
  readonly label: PolicyWord;
  readonly rules: readonly PolicyRule[];
}

export const POLICY_GROUPS: readonly PolicyGroup[] = [
  {
    label: 'group.profile',
    rules: [
      {
        key: 'profile',
        label: 'profile',
        text: 'profile.text',
        choices: [
          { value: 'standard', label: 'profile.standard' },
          { value: 'hubspot', label: 'profile.hubspot' },
        ],
      },
    ],
  },
  {
    label: 'group.taxes',
    rules: [
      {
        key: 'taxRounding',
        label: 'taxRounding',
        text: 'taxRounding.text',
        choices: [
          { value: 'line', label: 'taxRounding.line' },
          { value: 'document', label: 'taxRounding.document' },
        ],
      },
      {
        key: 'taxRateDecimals',
        label: 'taxRateDecimals',
        text: 'taxRateDecimals.text',
        choices: [
          { value: null, label: 'taxRateDecimals.all' },
          { value: 2, label: 'taxRateDecimals.two' },
        ],
        ofProfile: { hubspot: 2 },
      },
      {
        key: 'taxBase',
        label: 'taxBase',
        text: 'taxBase.text',
        choices: [
          { value: 'afterDiscounts', label: 'taxBase.afterDiscounts' },
          { value: 'beforeDiscounts', label: 'taxBase.beforeDiscounts' },
        ],
      },
      {
        key: 'pricesIncludeTax',
        label: 'pricesIncludeTax',
        text: 'pricesIncludeTax.text',
        choices: [
          { value: false, label: 'pricesIncludeTax.false' },
          { value: true, label: 'pricesIncludeTax.true' },
        ],
      },
    ],
  },
  {
    label: 'group.discounts',
    rules: [
      {
        key: 'discountRounding',
        label: 'discountRounding',
        text: 'discountRounding.text',
        choices: [
          { value: 'discount', label: 'discountRounding.discount' },
          { value: 'net', label: 'discountRounding.net' },
        ],
      },
      {
        key: 'discountStacking',
        label: 'discountStacking',
        text: 'discountStacking.text',
        choices: [
          { value: 'additive', label: 'discountStacking.additive' },
          { value: 'sequential', label: 'discountStacking.sequential' },
        ],
      },
      {
        key: 'discountAllocation',
        label: 'discountAllocation',
        text: 'discountAllocation.text',
        choices: [
          { value: 'oneTimeFirst', label: 'discountAllocation.oneTimeFirst' },
          { value: 'proportional', label: 'discountAllocation.proportional' },
        ],
      },
    ],
  },
  {
    label: 'group.payment',
    rules: [
      {
        key: 'cashRounding',
        label: 'cashRounding',
        text: 'cashRounding.text',
        choices: [],
        number: { example: '0.05', problem: 'badCashRounding' },
      },
    ],
  },
  {
    label: 'group.prices',
    rules: [
      {
        key: 'allowNegativePrices',
        label: 'allowNegativePrices',
        text: 'allowNegativePrices.text',
        choices: [
          { value: false, label: 'allowNegativePrices.false' },
          { value: true, label: 'allowNegativePrices.true' },
        ],
      },
      {
        key: 'minimumMarginPercent',
        label: 'minimumMarginPercent',
        text: 'minimumMarginPercent.text',
        choices: [],
        number: { example: '30', problem: 'badMinimumMarginPercent' },
      },
    ],
  },
  {
    label: 'group.metrics',
    rules: [
      {
        key: 'metricFactors',
        label: 'metricFactors',
        text: 'metricFactors.text',
        choices: [
          { value: 'exact', label: 'metricFactors.exact' },
          { value: 'hubspot', label: 'metricFactors.hubspot' },
        ],
        ofProfile: { hubspot: 'hubspot' },
      },
    ],
  },
];

/** The value of a rule that a policy leaves open: the profile's, else the first choice. */
export function defaultOf(rule: PolicyRule, policy: JsonObject): Json {
  const profile = policy['profile'];
  const own = typeof profile === 'string' ? rule.ofProfile?.[profile] : undefined;
  return own ?? rule.choices[0]?.value ?? null;
}

/** Which choice is in force; a stored value that none of them is leaves the default. */
export function chosen(rule: PolicyRule, policy: JsonObject): Json {
  const stored = policy[rule.key];
  const known = rule.choices.find(
    ({ value }) => value !== null && stored !== undefined && String(value) === String(stored),
  );
  return known ? known.value : defaultOf(rule, policy);
}

/** What is stored for a choice: nothing where it is what would count without it. */
export function storedFor(rule: PolicyRule, value: Json, policy: JsonObject): Json {
  return value === defaultOf(rule, policy) ? null : value;
}

/** True where a choice cannot be made beside this profile: the core has no word for it. */
export function fixedByProfile(rule: PolicyRule, value: Json, policy: JsonObject): boolean {
  return value === null && defaultOf(rule, policy) !== null;
}
