// Civil dates {year, month 1–12, day 1–31} between 0001-01-01 and 9999-12-31.

const isLeap = (y) => (y % 4 === 0 && y % 100 !== 0) || y % 400 === 0;
const LENGTHS = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

const monthLength = (year, month) => (month === 2 && isLeap(year) ? 29 : LENGTHS[month - 1]);

/** The date of a YYYY-MM-DD text, or null when there is none. */
export function parseDate(text) {
  const match = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text);
  if (!match) return null;
  const [year, month, day] = match.slice(1).map(Number);
  if (year < 1 || month < 1 || month > 12 || day < 1) return null;
  return day > monthLength(year, month) ? null : { year, month, day };
}

const pad = (value, width) => String(value).padStart(width, '0');
export const dateText = (d) => `${pad(d.year, 4)}-${pad(d.month, 2)}-${pad(d.day, 2)}`;

/** Negative, zero or positive as a is before, on or after b. */
export const compareDates = (a, b) => a.year - b.year || a.month - b.month || a.day - b.day;

/** Months later, the day clamped to the month's end; null after 9999. */
export function addMonths(date, months) {
  const index = date.year * 12 + (date.month - 1) + months;
  const year = Math.floor(index / 12);
  const month = (index % 12) + 1;
  if (year > 9999) return null;
  return { year, month, day: Math.min(date.day, monthLength(year, month)) };
}

/** Days later; null after 9999. */
export function addDays(date, days) {
  let { year, month, day } = date;
  day += days;
  while (day > monthLength(year, month)) {
    day -= monthLength(year, month);
    month += 1;
    if (month > 12) {
      month = 1;
      year += 1;
    }
    if (year > 9999) return null;
  }
  return { year, month, day };
}
