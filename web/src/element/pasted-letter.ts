/** Lists in letters: the words around them, and items that are written as in speech. */
import { UNITS } from './pasted-kinds.ts';
import type { Cells } from './pasted-columns.ts';

const GREETING =
  /^(?:hi|hello|hey|dear|good (?:morning|afternoon|evening)|hallo|guten (?:tag|morgen|abend)|sehr geehrter?|liebe[rs]?|moin|servus|grüezi|bonjour|bonsoir|salut|chers?|chère|madame|monsieur|hola|estimad[oa]s?|buen[oa]s (?:días|tardes)|buongiorno|ciao|gentile|egregio|beste|geachte|goede(?:morgen|middag)|god ?dag|hej|kære|hei|kjære|olá|prezad[oa]s?|dzień dobry|お世話|いつも|مرحب|السلام|السيد)(?!\p{L})/iu;
const CLOSING =
  /^(?:(?:best|kind|warm|kindest|warmest|many)? ?(?:regards|wishes|thanks)|best|cheers|sincerely|yours(?: \p{L}+)?|thank you|thx|(?:\p{L}+ ){0,2}(?:grüße?n?|gruß|gruss|grüsse)(?: \p{L}+){0,3}|lg|vg|mfg|danke(?: \p{L}+){0,2}|(?:bien )?cordialement|bien à vous|merci(?: \p{L}+){0,2}|salutations(?: \p{L}+){0,2}|(?:met )?(?:vriendelijke )?groet(?:en|jes)?|bedankt|mvh|(?:med )?(?:venlig|vennlig|bedste|beste) hilsen|hilsen|tak|takk|(?:un )?saludos?(?: \p{L}+)?|atentamente|gracias|(?:cordiali|distinti)? ?saluti|grazie|atenciosamente|obrigad[oa]|pozdrawiam|dziękuję|(?:何卒)?よろしく.*|敬具|مع .*التحي\p{L}*|تحياتي|شكرا)[,.!。]*(?: \p{L}+\.?){0,2}$/iu;
/** How a sentence ends, and one that goes on in the next row. */
const SAID = /[\p{L})] ?[,:.!?。：]$/u;
const FIGURE = /\p{Nd}/u;
const WORDS = `${Intl.supportedValuesOf('currency').join('|')}|kr\\.?|[Ee]uros?|[Dd]ollars?|円|元`;
/** What costs money: it says so, or has cents. */
const IS_MONEY = new RegExp(
  `\\p{Sc}|[.,](?:\\p{Nd}{2}|[-–—])(?!\\p{Nd})|(?<!\\p{L})(?:${WORDS})(?!\\p{L})`,
  'u',
);

const filledIn = (row: readonly string[]): string[] =>
  row.map((cell) => cell.trim()).filter(Boolean);

const onlyCell = (row: readonly string[]): string => {
  const filled = filledIn(row);
  return filled.length === 1 ? (filled[0] ?? '') : '';
};

/** A list apart from the letter that it stands in. */
export interface Letter {
  readonly above: Cells;
  readonly list: Cells;
  readonly below: Cells;
}

/**
 * Takes the words of a letter off: all that stands above the list where somebody is greeted, and all
 * from a closing on.
 */
export function outOfLetter(rows: Cells): Letter {
  const isItem = (row: readonly string[]): boolean => {
    const only = onlyCell(row);
    return only === ''
      ? row.some((cell) => FIGURE.test(cell))
      : FIGURE.test(only) && IS_MONEY.test(only);
  };
  const first = rows.findIndex(isItem);
  const last = rows.findLastIndex(isItem);
  const head = rows.slice(0, Math.max(0, first)).map(onlyCell);
  const greeting = head.findIndex((cell) => GREETING.test(cell)) + 1;
  const led = head.findLastIndex((cell) => SAID.test(cell)) + 1;
  // The headings of a table stand above its first item too.
  const before = rows.every((row) => row.length < 2) ? first : Math.max(greeting, led);
  const from = greeting > 0 ? before : 0;
  const closing = rows.findIndex((row, at) => at > last && CLOSING.test(onlyCell(row)));
  const to = closing < 0 ? rows.length : closing;
  return { above: rows.slice(0, from), list: rows.slice(from, to), below: rows.slice(to) };
}

const MARK = /^(?:[-*•·–▪◦‣]|\p{Nd}{1,2}[.)]) +/u;
const COUNT = String.raw`(?<count>\p{Nd}{1,6}(?:[.,]\p{Nd}{1,2})?)`;
const UNIT = String.raw`(?<unit>\p{L}{1,12}[²³]?\.?)`;
const NAME = String.raw`(?<name>\p{L}.*?|[^\p{Nd}\s].*?\p{L}.*?)`;
const EACH = String.raw`(?:à|a|á|at|@|je|zu je|zu|por|af|x|×)`;
/** What stands before an amount that may be for all of them: `2 chairs for 90.00`. */
const FOR = String.raw`(?:til|for|für|pour|voor)`;
const MONEY = String.raw`(?:\p{Sc}|${WORDS})(?!\p{L})`;
const AMOUNT =
  String.raw`(?<price>[-−]?(?:${MONEY} ?)?\p{Nd}(?:(?:[\p{Nd}.,'’]|[ \u00a0\u202f](?=\p{Nd}{3}))*\p{Nd})?(?:[.,] ?[-–—])?` +
  String.raw`(?: ?${MONEY})?)`;
const PER = String.raw`(?<per> ?(?:\/ ?|(?:per|pro|par|por|pr\.?) )\p{L}+\.?| (?:each|apiece|ea\.?|pro stück|das stück|le pièce|chacun|stuk|stykket|per stuk))`;

/** What an item comes to, behind it: `= 225.00`. */
const COMES_TO = AMOUNT.replace('<price>', '<listed>')
  .replace(/^/u, '(?: *= *')
  .replace(/$/u, ')?');

const FOR_ALL = new RegExp(` ${FOR}$`, 'u');

/** The forms in which people write an item, how many of it and what one costs. */
const FORMS: readonly RegExp[] = [
  `^${COUNT} ?[x×✕] +${NAME}(?:[:,]| +[-–—])? +(?:${EACH} +)?${AMOUNT}${PER}?$`,
  `^${COUNT} +(?:${UNIT} +(?:of |de |d['’]|von )?)?${NAME}[:,]? +${EACH} *${AMOUNT}${PER}?$`,
  `^${COUNT} +(?:${UNIT} +(?:of |de |d['’]|von )?)?${NAME}[:,]? +${AMOUNT}${PER}$`,
  `^(?<count>1) +${NAME}[:,]? +${FOR} +${AMOUNT}$`,
  `^${NAME}[:,]?(?: +[-–—])? +${COUNT} ?${UNIT.replace('unit', 'of')}? ?${EACH} *${AMOUNT}${PER}?$`,
  `^${NAME}(?:[:,]| +[-–—]| ?\\.{3,})? +(?:(?:@|à|at|${FOR}) +)?${AMOUNT}${PER}?$`,
].map((form) => new RegExp(form.replace(/\$$/u, `${COMES_TO}$`), 'u'));

/** What one of is paid for: `/h`, `per month`; `each` says nothing more. */
const NAMES_UNIT = /^ ?(?:\/|p)/u;

/** An item as somebody wrote it: how many, of what unit, what, for how much each, what it comes to. */
type Said = readonly [count: string, unit: string, name: string, price: string, listed: string];

/** `iPhone 15 999.00`: the name may end in a number, or the amount begin with one. */
const OPEN_GROUP = /\p{L} +\p{Nd}{1,3} \p{Nd}{3}(?!\p{Nd})/u;

/** Longer than anybody writes an item. */
const LONG = 200;

function saidIn(text: string): Said | null {
  if (text.length > LONG) return null;
  const cell = text.trim().replace(MARK, '');
  for (const form of FORMS) {
    const {
      count = '',
      listed = '',
      unit = '',
      of = '',
      name = '',
      price = '',
      per = '',
    } = form.exec(cell)?.groups ?? {};
    if (name === '' || !IS_MONEY.test(price)) continue;
    if (count !== '' && FOR_ALL.test(name)) return null;
    const isUnit = UNITS.test(unit);
    const named = unit === '' || isUnit ? name : `${unit} ${name}`;
    return [
      count,
      isUnit ? unit : of,
      named.trim(),
      price + (NAMES_UNIT.test(per) ? per : ''),
      listed,
    ];
  }
  return null;
}

/**
 * The rows of a list of sentences, as cells of count, unit, name, price and amount; null where it is none. A
 * sentence with figures in another form stands in the place of its price: somebody has to say it.
 * `isCounted`: only where one of them says how many.
 */
export function asSaid(rows: Cells, isCounted: boolean): Cells | null {
  // Whether a blank groups thousands depends on how the list as a whole is written.
  if (rows.some(([cell = '', ...others]) => others.length > 0 || OPEN_GROUP.test(cell)))
    return null;
  const said = rows.map(([cell = '']) => saidIn(cell));
  const items = said.filter((each) => each !== null);
  const figured = rows.filter(([cell = '']) => FIGURE.test(cell));
  if (items.length < 2 || items.length * 3 < figured.length * 2) return null;
  if (isCounted && !items.some(([count]) => count !== '')) return null;
  const table = rows.map(([cell = ''], at) => {
    const words = cell.trim().replace(MARK, '');
    return said[at] ?? ['', '', words, FIGURE.test(words) ? words : '', ''];
  });
  const isListed = items.some(({ 4: listed }) => listed !== '');
  return isListed ? table : table.map((row) => row.slice(0, -1));
}
