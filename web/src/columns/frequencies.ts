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
