/** Headings as they compare, whatever their words are. */

/** Words compare without case, accents, kinds of width and the Arabic article. */
export function folded(text: string): string {
  return text
    .normalize('NFKC')
    .toLocaleLowerCase('en')
    .normalize('NFD')
    .replace(/\p{Mn}/gu, '')
    .replace(/(^|[^\p{L}])ال(?=\p{L}{2})/gu, '$1');
}

/** A heading as it compares: without case, marks and what stands in brackets. */
export function plainHeading(text: string): string {
  // Programs write headings in one word: `UnitAmount`.
  const apart = text.replace(/(\p{Ll}{3})(\p{Lu})/gu, '$1 $2');
  const outside = apart.replace(/[([（][^)\]）]*[)\]）]/gu, ' ');
  const meant = /\p{L}/u.test(outside) ? outside : apart;
  return folded(meant)
    .replace(/[^\p{L}\p{Nd}#%№°º]+/gu, ' ')
    .replace(/[°º]/gu, '')
    .replace(/\s+/g, ' ')
    .trim();
}
