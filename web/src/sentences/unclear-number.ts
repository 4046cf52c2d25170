/** What is said of text that is no clear number: what it may mean, and how that is written. */
import type { Translator } from '../i18n/translator.ts';
import { formatDecimal, unmistakable } from '../number/format.ts';
import type { ParsedNumber } from '../number/parse.ts';

export interface UnclearNumber {
  readonly message: string;
  /** A text that would be understood, where one is likely. */
  readonly suggestion?: string;
}

/** `example` is a number such as belongs there; `write` puts a suggestion into the form of its box. */
export function unclearNumber(
  { translator, locale }: { readonly translator: Translator; readonly locale: string },
  typed: string,
  parsed: ParsedNumber & { readonly ok: false },
  example: string,
  write: (number: string) => string = (number) => formatDecimal(number, locale),
): UnclearNumber {
  const text = typed.trim();
  if (parsed.suggestion !== undefined) {
    const suggestion = write(parsed.suggestion);
    return { message: translator.t('number.suggestion', { text, suggestion }), suggestion };
  }
  if (parsed.readings) {
    const [first, second] = parsed.readings;
    const readings = { first: unmistakable(first, locale), second: unmistakable(second, locale) };
    return { message: translator.t('number.either', { text, ...readings }) };
  }
  const said = { text, example: formatDecimal(example, locale) };
  return { message: translator.t('number.unclear', said) };
}
