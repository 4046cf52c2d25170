/** Rows of a list that have words and nothing to count: headings of what follows, and notes. */
import { cellKind, type Writing } from './pasted-amount.ts';
import type { Mapping } from './pasted-columns.ts';
import type { Parted, PartedRow } from './pasted-margins.ts';

const isFilled = (cell: string | undefined): boolean => (cell ?? '').trim() !== '';

/** Words that begin a note in the lists of somebody who has no column for notes. */
const NOTE =
  /^(?:notes?|remarks?|hinweis|hinweise|anmerkung|bemerkung|remarque|nota|opmerking|let op|bemærk|merk|obs|anm|nb|ps|uwaga|備考|注|※|ملاحظة)(?!\p{L})/iu;
/** Longer than any heading. */
const LONG = 80;

const isSentence = (text: string): boolean =>
  NOTE.test(text) ||
  text.length > LONG ||
  /\S+ \S+.*[.!?。]$/u.test(text) ||
  // What goes on from the row above: `including removal`, `24 kW, with flue kit`.
  /^(?:\p{Ll}|\p{Nd}+ \p{L})/u.test(text);

/** True for the number of a heading, from which those of what is under it begin: `A`, and `A1`. */
function numbersHeading(cell: string, lines: Parted['lines'], at: number): boolean {
  const begins = (other = ''): boolean => other.length > cell.length && other.startsWith(cell);
  return lines.filter(({ cells }) => begins((cells[at] ?? '').trim())).length > 1;
}

/** The words of a row that has no others and no figures; '' for a row that has. */
function wordsOf(
  { cells }: PartedRow,
  mapping: Mapping,
  writing: Writing,
  lines: Parted['lines'],
): string {
  const nameAt = mapping.indexOf('name');
  const named = (cells[nameAt] ?? '').trim();
  const isOther = (cell: string, at: number): boolean =>
    isFilled(cell) &&
    mapping[at] !== null &&
    !(mapping[at] === 'sku' && numbersHeading(cell.trim(), lines, at));
  const others = cells.filter((cell, at) => at !== nameAt && isOther(cell, at));
  if (named !== '') return others.length === 0 ? named : '';
  // A heading that is merged over all columns stands in the first of them.
  const filled = cells.filter(isFilled);
  const [only = ''] = filled;
  return filled.length === 1 && cellKind(only, writing) === 'words' ? only.trim() : '';
}

/**
 * Says of each row that has words alone whether it is the heading of the items below it or a note. One
 * that no item follows may be an item whose price is missing: it is left as one.
 */
export function withTextRows(
  lines: Parted['lines'],
  mapping: Mapping,
  writing: Writing,
): Parted['lines'] {
  if (!mapping.includes('unitPrice') || !mapping.includes('name')) return lines;
  const words = lines.map((line) => wordsOf(line, mapping, writing, lines));
  const items = lines.filter((_, at) => words[at] === '');
  // Where two rows of three have no price the prices are missing, and no headings are meant.
  if (items.length === 0 || lines.length >= 3 * items.length) return lines;
  const lastItem = words.lastIndexOf('');
  return lines.map((line, at) => {
    const name = words[at] ?? '';
    if (name === '') return line;
    if (isSentence(name)) return { ...line, text: { type: 'note', name } };
    if (at > lastItem) return line;
    return { ...line, text: { type: 'section', name: name.replace(/\s*:$/u, '') } };
  });
}
