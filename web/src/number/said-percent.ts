/** Names of tax rates that say their percentage themselves: "VAT 20 %", "Retención IRPF 15 %". */
import { normaliseTyping } from './parse.ts';
import { sameDecimal } from './same-decimal.ts';

/** A percentage as it is typed, without its sign: `5 %`, `%5`. */
export function withoutPercentSign(text: string): string {
  return text.replace(/^\s*[%٪％]\s*|\s*[%٪％]\s*$/gu, '');
}

/** Whether a name has the percentage in it; what is withheld is often named without its minus. */
export function saysPercent(name: string, percent: string): boolean {
  const size = percent.replace(/^-/, '');
  const numbers = normaliseTyping(name).match(/\d+(?:[.,]\d+)?/g) ?? [];
  return numbers.some((each) => sameDecimal(each.replace(',', '.'), size));
}
