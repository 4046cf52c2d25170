/**
 * A table on the clipboard as programs put it there: spreadsheets say what stands in a cell beside
 * what they show of it, text programs and web pages have merged cells and several lines in one.
 */
import { DomUtils, ElementType, parseDocument } from 'htmlparser2';
import { cellsAsText } from './cells-as-text.ts';
import { asPercent, plainNumber } from './plain-number.ts';
import type { TableText } from './table-file.ts';

interface Cell {
  readonly shown: string;
  /** The number that stands in it; null where it holds words, or its program tells none. */
  readonly value: number | null;
}

/** No table that people paste is wider; a page that says so is mistaken. */
const MOST_SPAN = 200;

type Node = ReturnType<typeof parseDocument>['children'][number];
type Element = Extract<Node, { attribs: unknown }>;

const BREAK = '\u2028';
/** What begins a line of its own within a cell, and what is no text. */
const HEADINGS: readonly string[] = ['h1', 'h2', 'h3', 'h4', 'h5', 'h6'];
const BREAKS: readonly string[] = ['br', 'li', 'p', 'div', 'ul', 'ol', 'tr', ...HEADINGS];
const UNSEEN: readonly string[] = ['style', 'script', 'template', 'title'];

const HAS_DIGIT = /\p{Nd}/u;
/** A number that is written otherwise in other countries. */
const FORMATTED = /^[^\p{Nd}\p{L}]*\p{Nd}+[.,'’ ](?:\p{Nd}+[.,'’ ])*\p{Nd}+[^\p{Nd}]{0,5}$/u;

/** The elements of some names within one, in their order. */
function within(root: readonly Node[], ...names: readonly string[]): Element[] {
  return DomUtils.getElementsByTagName((name) => names.includes(name), [...root]) as Element[];
}

const attribute = (element: Element, name: string): string | undefined => element.attribs[name];

function textIn(nodes: readonly Node[]): string {
  return nodes
    .map((node) => {
      if (node.type === ElementType.Text) return node.data;
      if (node.type !== ElementType.Tag || UNSEEN.includes(node.name)) return '';
      return (BREAKS.includes(node.name) ? BREAK : '') + textIn(node.children);
    })
    .join('');
}

function shownIn(nodes: readonly Node[]): string {
  return textIn(nodes)
    .replace(/[^\S\u2028]+/gu, ' ')
    .split(BREAK)
    .map((line) => line.trim())
    .filter((line) => line !== '')
    .join('\n');
}

/** LibreOffice, Excel and Google's tables, in this order, each in its own words. */
function valueOf(cell: Element, shown: string): number | null {
  const sheets = attribute(cell, 'data-sheets-value') ?? '';
  const written =
    attribute(cell, 'sdval') ??
    attribute(cell, 'x:num') ??
    /"3":(-?[\d.]+(?:[eE][-+]?\d+)?)/.exec(sheets)?.[1];
  // A number that a cell shows without its value is shown whole.
  if (written === undefined || written === '' || !HAS_DIGIT.test(shown)) return null;
  const value = Number(written);
  return Number.isFinite(value) ? value : null;
}

const DAY_MS = 86_400_000;
/** Days are counted from here, by all of them. */
const FIRST_DAY = Date.UTC(1899, 11, 30);
const IS_DAY = /\p{Nd}{1,4}\s*[./\u2010-]\s*\p{Nd}{1,2}\s*[./\u2010-]\s*\p{Nd}{1,4}/u;

/** What the cell means: its number with the sign that is shown beside it, or its words. */
function textOf({ shown, value }: Cell): string {
  if (value === null) return shown;
  if (IS_DAY.test(shown)) return new Date(FIRST_DAY + value * DAY_MS).toISOString().slice(0, 10);
  const plain = plainNumber(value);
  if (/[%\u066a\uff05]/.test(shown)) return `${asPercent(plain)}%`;
  const sign = /\p{Sc}|\p{L}[\p{L}.]*/u.exec(shown)?.[0] ?? '';
  return sign === '' ? plain : `${plain} ${sign}`;
}

function spanOf(cell: Element, name: 'colspan' | 'rowspan'): number {
  const span = Number(attribute(cell, name) ?? '1');
  return Number.isInteger(span) && span > 0 ? Math.min(span, MOST_SPAN) : 1;
}

const isHidden = (element: Element): boolean =>
  /display\s*:\s*none/i.test(attribute(element, 'style') ?? '');

/** Rows of cells, merged ones in all rows that they are merged over: words again, figures once. */
function cellsOf(table: Element): Cell[][] {
  const rows: Cell[][] = [];
  const EMPTY: Cell = { shown: '', value: null };
  const lines = within(table.children, 'tr').filter((tr) => !isHidden(tr));
  lines.forEach((tr, r) => {
    const row = (rows[r] ??= []);
    let c = 0;
    for (const td of within(tr.children, 'td', 'th').filter((each) => !isHidden(each))) {
      while (row[c] !== undefined) c++;
      const shown = shownIn(td.children);
      const cell: Cell = { shown, value: valueOf(td, shown) };
      const again = HAS_DIGIT.test(shown) ? EMPTY : cell;
      const width = spanOf(td, 'colspan');
      for (let down = 0; down < spanOf(td, 'rowspan'); down++) {
        const below = (rows[r + down] ??= []);
        for (let right = 0; right < width; right++) {
          below[c + right] ??= right > 0 ? EMPTY : down > 0 ? again : cell;
        }
      }
      c += width;
    }
  });
  return rows.slice(0, lines.length).map((row) => Array.from(row, (cell) => cell ?? EMPTY));
}

/** The largest of the tables that hold no other one. */
function largestTable(page: readonly Node[]): Element | null {
  const innermost = within(page, 'table').filter(
    (table) => within(table.children, 'table').length === 0,
  );
  const sizeOf = (table: Element): number => within(table.children, 'td', 'th').length;
  return innermost.sort((a, b) => sizeOf(b) - sizeOf(a))[0] ?? null;
}

const lengthOf = (nodes: readonly Node[]): number => textIn(nodes).replace(/\s/gu, '').length;

/** The table in HTML; null where there is none, or more is said around it than in it. */
export function tableInHtml(html: string): TableText | null {
  if (!/<t[dh][\s>]/i.test(html)) return null;
  const page = parseDocument(html).children as Node[];
  const table = largestTable(page);
  if (table === null || lengthOf(table.children) * 2 < lengthOf(page)) return null;
  const cells = cellsOf(table).filter((row) => row.some(({ shown }) => shown !== ''));
  if (cells.length === 0 || cells.every((row) => row.length < 2)) return null;
  const all = cells.flat();
  // Numbers that are text in their program are in somebody's format: then all are taken as shown.
  const isFormatted = all.some(({ shown, value }) => value === null && FORMATTED.test(shown));
  const plainNumbers = !isFormatted && all.some(({ value }) => value !== null);
  const rows = cells.map((row) => row.map((cell) => (plainNumbers ? textOf(cell) : cell.shown)));
  return { text: cellsAsText(rows), plainNumbers, alternatives: null };
}

/** What HTML shows as text: its table, else its lines. */
export function textInHtml(html: string): string {
  return tableInHtml(html)?.text ?? shownIn(parseDocument(html).children as Node[]);
}
