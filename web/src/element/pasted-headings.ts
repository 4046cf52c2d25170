/**
 * What the headings of a list mean: each by the words it is made of, in every language, since a price
 * list comes from somebody else than the one who reads it.
 */
import { HEADING_WORDS, type HeadingClass } from './heading-words.ts';
import { plainHeading } from './plain-heading.ts';

/** A column of amounts that is not filled, but held against what each row makes. */
export const COMPARED = 'compared';

/** A column that may name what is sold or number it: its cells decide. */
export const ITEM = 'item';

/** How long a line is billed: a target beside the columns, which its cells' billing is read with. */
export const TERM = 'term';

/** What a heading means; `column` is '' for a usual heading of none of our columns. */
export interface Meaning {
  readonly column: string;
  /** True for prices and amounts that taxes are in. */
  readonly gross: boolean;
  /** True for prices that are left when something was taken off. */
  readonly net: boolean;
  /** True where every word of it is known. */
  readonly whole: boolean;
  /** True for prices that are recommended or were asked before. */
  readonly listed: boolean;
  /** How many words say it: `item code` says more than `reference`. */
  readonly words: number;
}

const words: ReadonlyMap<string, HeadingClass> = new Map(
  Object.values(HEADING_WORDS)
    .flatMap((classes) => Object.entries(classes) as [HeadingClass, string][])
    .flatMap(([meaning, listed]) =>
      listed.split('|').map((word) => [plainHeading(word), meaning] as const),
    )
    // A word that changes nothing in one language may mean something in another.
    .sort(([, a], [, b]) => Number(b === 'filler') - Number(a === 'filler'))
    .filter(([word]) => word !== ''),
);

const LONGEST_PHRASE = 4;
const UNSPACED = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]/u;

interface Parts {
  readonly classes: readonly HeadingClass[];
  readonly whole: boolean;
}

/** A word made of others, as Germanic languages make them: `artikel-nummer`, `enhet-s-pris`. */
function compound(word: string): readonly HeadingClass[] | null {
  // The longest last part first: the `me` of `gesamtsumme` is no word in it.
  for (let cut = 3; cut <= word.length - 2; cut++) {
    const last = words.get(word.slice(cut));
    if (last === undefined) continue;
    for (const link of ['', 's', 'n', 'e', 'en', 'es', 'er']) {
      if (!word.slice(0, cut).endsWith(link)) continue;
      const head = word.slice(0, cut - link.length);
      if (head.length < 3) continue;
      const first = words.get(head);
      const classes = first === undefined ? compound(head) : [first];
      if (classes !== null) return [...classes, last];
    }
  }
  return null;
}

/** The words in text that is written without spaces, the longest first. */
function unspaced(text: string): Parts {
  const classes: HeadingClass[] = [];
  let whole = true;
  for (let at = 0; at < text.length;) {
    let length = text.length - at;
    while (length > 0 && !words.has(text.slice(at, at + length))) length--;
    const found = words.get(text.slice(at, at + length));
    if (found === undefined) whole = false;
    else classes.push(found);
    at += Math.max(1, length);
  }
  return { classes, whole };
}

/** How many single letters stand from here on. */
function lettersAt(tokens: readonly string[], at: number): number {
  const end = tokens.findIndex((token, place) => place >= at && token.length !== 1);
  return (end < 0 ? tokens.length : end) - at;
}

function partsOf(heading: string): Parts {
  const tokens = heading.split(' ');
  const classes: HeadingClass[] = [];
  let whole = true;
  for (let at = 0; at < tokens.length;) {
    let length = Math.min(LONGEST_PHRASE, tokens.length - at);
    while (length > 0 && !words.has(tokens.slice(at, at + length).join(' '))) length--;
    const token = tokens[at] ?? '';
    // `P.V.P.` is one word.
    const letters = lettersAt(tokens, at);
    const joined = letters > 1 ? words.get(tokens.slice(at, at + letters).join('')) : undefined;
    if (length === 0 && joined !== undefined) length = letters;
    const found = joined ?? words.get(tokens.slice(at, at + length).join(' '));
    const parts: Parts =
      found !== undefined
        ? { classes: [found], whole: true }
        : UNSPACED.test(token)
          ? unspaced(token)
          : { classes: compound(token) ?? [], whole: compound(token) !== null };
    classes.push(...parts.classes);
    whole &&= parts.whole;
    at += Math.max(1, length);
  }
  return { classes, whole };
}

/** What the words of one heading mean together: the first rule that fits. */
function together(all: readonly HeadingClass[]): string | undefined {
  const has = (each: HeadingClass): boolean => all.includes(each);
  const isPriced = has('price') || has('listed') || has('amount');
  if (has('aside') || has('currency')) return '';
  // The number or code of a price is no price.
  if (all.length > 1 && ['number', 'code'].includes(all.at(-1) ?? '') && isPriced) return '';
  if (has('discount')) {
    if (has('after')) return has('amount') ? COMPARED : '';
    return has('with') || has('without') ? (has('amount') ? COMPARED : 'unitPrice') : 'discount';
  }
  if (has('tax') && !has('with') && !has('without')) return has('amount') ? '' : 'taxes';
  if (has('cost')) return has('amount') ? '' : 'cost';
  if (has('quantity') && !isPriced) return has('unit') ? 'unit' : 'quantity';
  if (has('amount')) return has('unit') ? 'unitPrice' : COMPARED;
  if (has('price') || has('listed')) return 'unitPrice';
  if (has('party')) return '';
  if (has('term')) return TERM;
  if (has('frequency')) return 'billing';
  if (has('date')) return 'serviceDate';
  if (has('code')) return has('unit') && !has('item') ? 'unit' : 'sku';
  const isThing = has('item') || has('name') || has('description');
  if (has('number')) return isThing ? 'sku' : '';
  if (has('unit')) return 'unit';
  if (has('description')) return 'description';
  if (has('name')) return 'name';
  if (has('item')) return ITEM;
  if (has('row')) return '';
  return has('net') || has('gross') || has('tax') ? COMPARED : undefined;
}

const isGross = (all: readonly HeadingClass[]): boolean =>
  all.includes('gross') || (all.includes('with') && all.includes('tax'));

/** True for the heading of a column that says in which currency the amounts of a row are. */
export function isCurrencyHeading(heading: string): boolean {
  const plain = plainHeading(heading);
  const { classes, whole } = partsOf(plain);
  return plain !== '' && whole && classes.every((each) => each === 'currency');
}

/** Headings that mean something only where every word of them is known. */
const WEAK = new Set([
  ITEM,
  'name',
  'description',
  'sku',
  'serviceDate',
  '',
  'unit',
  TERM,
  'billing',
]);
/** A heading has no more words; a name of our own counts as so many. */
export const MOST_WORDS = 7;

/** What a heading means; undefined where it is none that we know. */
export function meantBy(heading: string): Meaning | undefined {
  const plain = plainHeading(heading);
  if (plain === '' || plain.split(' ').length > MOST_WORDS) return undefined;
  const { classes, whole } = partsOf(plain);
  const column = together(classes);
  if (column === undefined || (!whole && WEAK.has(column))) return undefined;
  const words = classes.filter((each) => each !== 'filler').length;
  const listed = classes.includes('listed');
  const net = classes.includes('net') || classes.includes('after');
  return { column, gross: isGross(classes), net, listed, whole, words };
}

/** What a heading says of the discounts below it: a percent, an amount off one unit or off the line. */
export function discountSaid(heading: string): 'percent' | 'amount' | 'total' | null {
  if (/[%٪]|\b(?:pct|percent|prozent|procent)/iu.test(heading)) return 'percent';
  const { classes } = partsOf(plainHeading(heading));
  if (!classes.includes('discount')) return null;
  if (classes.includes('unit')) return 'amount';
  return classes.includes('amount') || /\p{Sc}/u.test(heading) ? 'total' : null;
}

const CODES = new Set(Intl.supportedValuesOf('currency'));

/** The currency that text names by its code or sign: `Price (USD)`; '' where it names none. */
export function currencyIn(text: string): string {
  const signs = text.match(/\p{Lu}{0,3}\p{Sc}/u)?.[0];
  if (signs !== undefined) return signs;
  const words = text.match(/(?<!\p{L})[A-Z]{3}(?!\p{L})/gu) ?? [];
  // `ALL` and `TOP` are codes too: among capitals only what stands in brackets is one.
  const isShouted = text === text.toLocaleUpperCase('en') && text.trim().length > 3;
  const isCode = (word: string): boolean =>
    CODES.has(word) && (!isShouted || new RegExp(`[[(/] ?${word}`, 'u').test(text));
  return words.findLast(isCode) ?? '';
}
