/** How often a line can be paid (RE-1.1), most often first. */
export const FREQUENCIES = [
  'one_time',
  'weekly',
  'biweekly',
  'monthly',
  'quarterly',
  'per_six_months',
  'annually',
  'per_two_years',
  'per_three_years',
  'per_four_years',
  'per_five_years',
] as const;

/** The time between two payments where a year is too short a term. */
export const LONGER_THAN_A_YEAR: Readonly<Record<string, string>> = {
  per_two_years: 'P2Y',
  per_three_years: 'P3Y',
  per_four_years: 'P4Y',
  per_five_years: 'P5Y',
};

/** How a quantity can be priced (PR-6). */
export const PRICING_MODELS = ['flat', 'volume', 'graduated', 'stairstep', 'package'] as const;
