/** Text as a search compares it: without case, accents and the strokes of single letters. */

/** Letters that Unicode does not take apart although people type them without their stroke. */
const PLAIN: Readonly<Record<string, string>> = {
  ł: 'l',
  ø: 'o',
  đ: 'd',
  ð: 'd',
  þ: 'th',
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  ı: 'i',
  ħ: 'h',
};
/** Accents of Latin, Greek and Cyrillic letters and Arabic vowel signs; が stays another letter than か. */
const MARKS = /[\u0300-\u036f\u064b-\u0652]/g;
const PLAIN_LETTERS = new RegExp(`[${Object.keys(PLAIN).join('')}]`, 'g');

/** "Łódź" → "lodz", "Ärlig" → "arlig", "ＡＢＣ" → "abc". */
export function fold(text: string): string {
  return text
    .normalize('NFKD')
    .replaceAll(MARKS, '')
    .toLowerCase()
    .replaceAll(PLAIN_LETTERS, (letter) => PLAIN[letter] ?? letter);
}
