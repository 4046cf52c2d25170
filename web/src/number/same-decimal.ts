/** True for decimal texts in the core's form that are one number: `30`, `30.0` and `30.00`. */
export function sameDecimal(a: string, b: string): boolean {
  const plain = (text: string): string =>
    text.includes('.') ? text.replace(/0+$/, '').replace(/\.$/, '') : text;
  return plain(a) === plain(b);
}
