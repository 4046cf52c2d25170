// The policy of a document (PR-8): a profile and single keys that override it.

import { Issues, join, present } from './issues.mjs';
import { percentLimits, wholeLimits } from './decimal.mjs';
import { sign, integer } from './rational.mjs';

const CHOICES = {
  discountRounding: ['discount', 'net'],
  taxRounding: ['line', 'document'],
  taxBase: ['afterDiscounts', 'beforeDiscounts'],
  discountStacking: ['additive', 'sequential'],
  discountAllocation: ['oneTimeFirst', 'proportional'],
  metricFactors: ['exact', 'hubspot'],
};

/** Every policy key with its value; decimals as exact values, undefined where not set. */
export function readPolicy(given = {}, currency, list) {
  const issues = new Issues(list);
  const path = '/policy';
  const policy = { pricesIncludeTax: false, allowNegativePrices: false };
  for (const [key, values] of Object.entries(CHOICES)) policy[key] = values[0];

  if (given.profile === 'hubspot') {
    policy.metricFactors = 'hubspot';
    policy.taxRateDecimals = 2;
  } else if (present(given.profile) && given.profile !== 'standard') {
    issues.error('unknown-value', join(path, 'profile'));
  }
  for (const [key, values] of Object.entries(CHOICES)) {
    if (!present(given[key])) continue;
    if (values.includes(given[key])) policy[key] = given[key];
    else issues.error('unknown-value', join(path, key));
  }
  for (const key of ['pricesIncludeTax', 'allowNegativePrices'])
    if (present(given[key])) policy[key] = given[key];

  const decimals = issues.decimal(given, 'taxRateDecimals', path, {});
  if (decimals) {
    if (sign(decimals) > 0 && decimals.n === 2n && decimals.d === 1n) policy.taxRateDecimals = 2;
    else issues.error('unknown-value', join(path, 'taxRateDecimals'));
  }
  const multiple = {
    allowNegative: true,
    inside: (v) => sign(v) > 0 && currency.inMinor(v).d === 1n,
  };
  policy.cashRounding = issues.decimal(given, 'cashRounding', path, multiple);
  policy.minimumMarginPercent = issues.decimal(given, 'minimumMarginPercent', path, {
    ...percentLimits(-1000000000, 1000000000),
  });
  return policy;
}

/** The horizon of renewing lines in months; default 24. */
export function readHorizon(settings = {}, list) {
  const issues = new Issues(list);
  const months = issues.decimal(settings, 'horizonMonths', '/settings', wholeLimits(0, 1200));
  return Number((months ?? integer(24)).n);
}
