/** Amounts as decimal text: whether there is one, and what is taken off. */

/** True for `0`, `0.00` and nothing at all: what a page need not show. */
export function isNothing(amount: string | null | undefined): boolean {
  return amount === null || amount === undefined || /^-?0*(\.0*)?$/.test(amount);
}

/** The same amount with the other sign, for showing what is taken off; zero stays as it is. */
export function negated(amount: string): string {
  if (isNothing(amount)) return amount;
  return amount.startsWith('-') ? amount.slice(1) : `-${amount}`;
}
