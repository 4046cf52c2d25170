/** Numbers of spreadsheets, which keep them in binary, as the decimals that their people typed. */

/** Spreadsheets know a number to so many digits; the sixteenth is an accident of the computer's. */
const DIGITS = 15;

/** A number as its file means it: the decimal of fifteen digits, written plainly. */
export function plainNumber(value: number): string {
  const [mantissa = '0', exponent = '0'] = value.toExponential(DIGITS - 1).split('e');
  const sign = mantissa.startsWith('-') ? '-' : '';
  const digits = mantissa.replace(/[-.]/g, '').replace(/0+$/, '') || '0';
  return digits === '0' ? '0' : sign + shifted(digits, Number(exponent) + 1);
}

/** Digits with the point behind so many of them. */
function shifted(digits: string, point: number): string {
  if (point <= 0) return `0.${'0'.repeat(-point)}${digits}`;
  if (point >= digits.length) return digits.padEnd(point, '0');
  return `${digits.slice(0, point)}.${digits.slice(point)}`;
}

/** A plain number divided by ten so many times. */
export function tenth(plain: string, times: number): string {
  const sign = plain.startsWith('-') ? '-' : '';
  const [whole = '0', fraction = ''] = plain.replace('-', '').split('.');
  const digits = (whole + fraction).replace(/^0+(?=\d)/, '');
  const moved = whole.length - times - ((whole + fraction).length - digits.length);
  const text = shifted(digits, moved);
  return sign + (text.includes('.') ? text.replace(/\.?0+$/, '') : text);
}

/** Hundred times a plain number. */
export function asPercent(plain: string): string {
  const sign = plain.startsWith('-') ? '-' : '';
  const [whole = '0', fraction = ''] = plain.replace('-', '').split('.');
  const digits = (whole + fraction).replace(/^0+(?=\d)/, '');
  const moved = whole.length + 2 - ((whole + fraction).length - digits.length);
  const text = shifted(digits, moved).replace(/^0+(?=\d)/, '');
  return sign + (text.includes('.') ? text.replace(/\.?0+$/, '') : text);
}
