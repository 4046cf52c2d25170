/** Order of decimal texts, exactly: for sorting and filters. Nothing is computed with them. */
const PLAIN = /^(-?)(\d+)(?:\.(\d+))?$/;

/** A number below, equal to or above 0 as `a` is below, equal to or above `b`; other text is lowest. */
export function compareDecimals(a: string, b: string): number {
  const left = PLAIN.exec(a);
  const right = PLAIN.exec(b);
  if (!left || !right) return left ? 1 : right ? -1 : a < b ? -1 : a > b ? 1 : 0;
  const digits = Math.max(left[3]?.length ?? 0, right[3]?.length ?? 0);
  const scaled = ([, sign = '', whole = '', part = '']: RegExpExecArray): bigint =>
    BigInt(sign + whole + part.padEnd(digits, '0'));
  const difference = scaled(left) - scaled(right);
  return difference < 0n ? -1 : difference > 0n ? 1 : 0;
}
