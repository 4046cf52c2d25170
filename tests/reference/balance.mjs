// What a document with payments still owes (DO-4.6).

import { SIGNED_AMOUNT } from './decimal.mjs';
import { Issues, join } from './issues.mjs';

function amounts(entries, name, currency, list) {
  return entries.map((entry, index) => {
    const issues = new Issues(list);
    const value = issues.requiredDecimal(entry, 'amount', join('', name, index), SIGNED_AMOUNT);
    return value ? currency.round(value) : 0n;
  });
}

/** `{total, paid, refunded, credited, due}` printed, `creditLeft` when more was paid than owed. */
export function balanceOf(state, asked, currency, list) {
  const payments = state.payments ?? [];
  const refunds = state.refunds ?? [];
  const credits = state.credits ?? [];
  const voided = ['invoice', 'creditMemo'].includes(state.kind) && state.status === 'voided';
  if (!voided && payments.length + refunds.length + credits.length === 0) return undefined;
  const sums = amounts(payments, 'payments', currency, list).filter(
    (_, i) => payments[i].status === 'succeeded',
  );
  const paid = currency.total(sums);
  const refunded = currency.total(amounts(refunds, 'refunds', currency, list));
  const credited = currency.total(amounts(credits, 'credits', currency, list));
  const negated = (amount) => (amount === null ? null : -amount);
  const total = voided ? 0n : asked;
  const rest = currency.total([total, negated(paid), refunded, negated(credited)]);
  const over = rest !== null && rest < 0n;
  const text = (amount) => currency.text(amount);
  return {
    total: text(total),
    paid: text(paid),
    refunded: text(refunded),
    credited: text(credited),
    due: text(over ? 0n : rest),
    creditLeft: over ? text(-rest) : undefined,
  };
}
