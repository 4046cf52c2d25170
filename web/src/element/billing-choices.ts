export { FREQUENCIES } from '../columns/frequencies.ts';

/** The time between two payments where a year is too short a term. */
export const LONGER_THAN_A_YEAR: Readonly<Record<string, string>> = {
  per_two_years: 'P2Y',
  per_three_years: 'P3Y',
  per_four_years: 'P4Y',
  per_five_years: 'P5Y',
};

/** How a quantity can be priced (PR-6). */
export const PRICING_MODELS = ['flat', 'volume', 'graduated', 'stairstep', 'package'] as const;
