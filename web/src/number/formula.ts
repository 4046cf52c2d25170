/** Formulas between the form a person types in a locale and the form the core calculates. */
import { formatUngrouped } from './format.ts';
import { normaliseTyping, parseNumber } from './parse.ts';
import { numberSymbols } from './symbols.ts';

/** True where typed text asks to be calculated: `=3*12`, or operators between numbers. */
export function isFormula(text: string): boolean {
  const typed = normaliseTyping(text).trim();
  return typed.startsWith('=') || /[\d)%]\s*[-+*/×÷]\s*[\d(]/.test(typed);
}

/**
 * The core's form of a typed formula (`=1.234,5*2` in de → `=1234.5*2`), or null where a number in
 * it is not clear in the locale.
 */
export function toCoreFormula(text: string, locale: string): string | null {
  const typed = normaliseTyping(text).trim().replace(/^=/, '');
  const { decimal, group } = numberSymbols(locale);
  const separators = normaliseTyping(decimal + group + ' ').replace(/[\\\]^-]/g, '\\$&');
  const numbers = new RegExp(`\\d[\\d${separators}]*\\d|\\d|[${separators}]\\d+`, 'gu');
  let clear = true;
  const converted = typed.replace(numbers, (number) => {
    const parsed = parseNumber(number, locale);
    if (!parsed.ok) clear = false;
    return parsed.ok ? parsed.value : number;
  });
  return clear ? `=${converted.replace(/ /g, '')}` : null;
}

/** A stored formula in the locale's form, for editing it again. */
export function fromCoreFormula(formula: string, locale: string): string {
  return formula.replace(/\d+(?:\.\d+)?/g, (number) => formatUngrouped(number, locale));
}
