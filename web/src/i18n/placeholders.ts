/** The places of a message, filled. */

const RIGHT_TO_LEFT = new Set(['ar', 'fa', 'he', 'ur']);

/** Text that needs no full stop any more. */
const ENDED = /[.。!?…؟]$/;

/** Reading direction of a language. */
export function directionOf(language: string): 'ltr' | 'rtl' {
  return RIGHT_TO_LEFT.has(language.split('-')[0] ?? '') ? 'rtl' : 'ltr';
}

/** Letters that run from right to left. */
const RUNS_LEFT = /[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]/;

/**
 * A name or an amount that stands in a sentence of this direction, isolated where it may run against
 * it: it moves nothing around it.
 */
export function isolated(text: string, direction: 'ltr' | 'rtl'): string {
  const isApart = text !== '' && (direction === 'rtl' || RUNS_LEFT.test(text));
  return isApart ? `\u2068${text}\u2069` : text;
}

/**
 * A text with its `{placeholders}` filled. Each is isolated where it may run the other way.
 * A full stop after a value that ends in one is not written twice ("Org.nr.", a whole sentence).
 */
export function filledIn(
  text: string,
  values: Readonly<Record<string, string | number>>,
  direction: 'ltr' | 'rtl',
): string {
  return text.replace(/\{(\w+)\}([.。]?)/g, (whole, name: string, stop: string) => {
    if (!(name in values)) return whole;
    const value = String(values[name]);
    const end = ENDED.test(value) ? '' : stop;
    return isolated(value, direction) + end;
  });
}
