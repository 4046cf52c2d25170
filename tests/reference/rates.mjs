// The document's tax rates and the lists of rate ids on lines and adjustments (PR-3.1).

import { Issues, join, present } from './issues.mjs';
import { SIGNED_AMOUNT, percentLimits } from './decimal.mjs';
import { floor, absolute, integer, multiply, negate, rational, sign } from './rational.mjs';

/**
 * The percent as policy `taxRateDecimals: 2` reads it: only the third decimal decides, 5 and less
 * down, 6 and more up, later digits dropped, sign mirrored.
 */
export function twoDecimals(percent) {
  const thousandths = floor(multiply(absolute(percent), integer(1000)));
  const hundredths = thousandths / 10n + (thousandths % 10n >= 6n ? 1n : 0n);
  const magnitude = rational(hundredths, 100n);
  return sign(percent) < 0 ? negate(magnitude) : magnitude;
}

/** A percent tax under the policy. */
export const taxPercent = (percent, policy) =>
  policy.taxRateDecimals === 2 ? twoDecimals(percent) : percent;

function readRate(given, path, { policy, currency }, list) {
  const issues = new Issues(list);
  issues.requireName(given, path);
  const kind = issues.oneOf(given, ['percent', 'amountPerUnit'], path);
  if (kind === 'amountPerUnit')
    issues.kept(given, 'currency', join(path, 'amountPerUnit'), currency);
  const percent =
    kind === 'percent' && issues.decimal(given, 'percent', path, percentLimits(-100, 1000));
  const amountPerUnit =
    kind === 'amountPerUnit' && issues.decimal(given, 'amountPerUnit', path, SIGNED_AMOUNT);

  const compound = given.compound === true;
  const negative = (percent && sign(percent) < 0) || (amountPerUnit && sign(amountPerUnit) < 0);
  const canInclude = !compound && !negative && kind === 'percent';
  if (given.inclusive === true && kind && !canInclude && (percent || amountPerUnit)) {
    const code = !compound && negative ? 'tax-inclusive-negative' : 'tax-inclusive-compound';
    issues.error(code, join(path, 'inclusive'));
  }
  return {
    id: given.id,
    failed: issues.failed,
    percent: percent ? taxPercent(percent, policy) : undefined,
    amountPerUnit: amountPerUnit || undefined,
    compound,
    inclusive: canInclude && (given.inclusive ?? policy.pricesIncludeTax),
  };
}

/** All rates in document order, those in error marked `failed`. */
export function readRates(state, document, list) {
  return state.taxRates.map((given, i) => readRate(given, join('/taxRates', i), document, list));
}

const MAX_RATES = 8;

/**
 * The rates an entry names, in its order: unknown or failed ones and repetitions are errors that
 * leave the entry priced; more than eight are one that does not.
 */
export function readRateIds(ids, path, rates, issues) {
  if (!present(ids)) return [];
  if (ids.length > MAX_RATES) {
    issues.error('too-many-taxes', path);
    return [];
  }
  const found = [];
  ids.forEach((id, index) => {
    if (ids.indexOf(id) < index) {
      issues.harmless('duplicate-tax-rate', join(path, index));
      return;
    }
    const rate = rates.find((r) => r.id === id);
    if (rate && !rate.failed) found.push(rate);
    else issues.harmless('unknown-tax-rate', join(path, index));
  });
  return found;
}
