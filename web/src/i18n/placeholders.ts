/** The places of a message, filled. */

const RIGHT_TO_LEFT = new Set(['ar', 'fa', 'he', 'ur']);

/** Text that needs no full stop any more. */
const ENDED = /[.。!?…؟]$/;

/** Reading direction of a language. */
export function directionOf(language: string): 'ltr' | 'rtl' {
  return RIGHT_TO_LEFT.has(language.split('-')[0] ?? '') ? 'rtl' : 'ltr';
}

/**
 * A text with its `{placeholders}` filled. What stands in one that runs from right to left may run
 * the other way, such as a name or an amount: it is isolated, so that it moves nothing around it.
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
    return (direction === 'rtl' && value !== '' ? `\u2068${value}\u2069` : value) + end;
  });
}
