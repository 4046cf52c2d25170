/** A pasted list as it is understood: by itself, and by what somebody chose otherwise. */
import type { Column, ColumnContext } from '../columns/column.ts';
import { DISCOUNT_MODES, type DiscountMode } from '../columns/discount.ts';
import { detectSeparator, parseDelimited } from '../tables/read-delimited.ts';
import type { Separator } from '../tables/write-delimited.ts';
import {
  detectNumberLocale,
  looksLikeHeader,
  mapColumns,
  pasteColumns,
  type Cells,
  type Mapping,
} from './pasted-columns.ts';
import { numberIn } from './pasted-amount.ts';
import { COMPARED } from './pasted-headings.ts';
import { cellsAt } from './pasted-kinds.ts';
import { missingRates } from './pasted-rates.ts';
import { partSums, rowsAbove, type Parted, type RowOutside } from './pasted-margins.ts';
import type { PriceLines } from './pasted-prices.ts';
import { bestWay, readList, type ListReading, type Way } from './pasted-reading.ts';
import type { PastedRow } from './pasted-rows.ts';
import type { JsonObject } from '../store/engine-port.ts';

/** Ways of writing numbers that are tried besides the document's own. */
export const NUMBER_LOCALES = ['en-US', 'de-DE', 'fr-FR', 'de-CH'] as const;

/** How programs write numbers. */
const PLAIN_LOCALE = 'en-US';

/** The document that the list comes into. */
export interface ListTarget {
  readonly columns: readonly Column[];
  readonly context: ColumnContext;
  /** Does something with what the core makes of lines by the document's rules. */
  withPrices<T>(use: (price: PriceLines) => T, taxRates: readonly JsonObject[]): T;
  newId(kind: 'li' | 'tr'): string;
}

/** Codes of currencies, as a column of their own has them. */
const CODES = new Set(Intl.supportedValuesOf('currency'));

/** The column that fills nothing and says the currency of each row; −1 where there is none. */
function currencyColumn(rows: Cells, mapping: Mapping): number {
  return mapping.findIndex((id, at) => {
    const cells = cellsAt(rows, at);
    return id === null && cells.length > 0 && cells.every((cell) => CODES.has(cell.trim()));
  });
}

export class PastedList {
  readonly #target: ListTarget;
  readonly #columns: readonly Column[];
  #cells: Cells = [];
  #text = '';
  #separator: Separator = '\t';
  #header = false;
  #locale: string;
  /** Chosen by hand; null while it follows the cells. */
  #chosenLocale: string | null = null;
  #chosenMode: DiscountMode | null = null;
  #discountMode: DiscountMode = 'percent';
  #mapping: Mapping = [];
  #rows: readonly PastedRow[] = [];
  /** Rows above the headings. */
  #above: Cells = [];
  #sums: readonly RowOutside[] = [];
  #anyCurrency = false;
  #addsRates = false;
  #missing: readonly JsonObject[] = [];

  constructor(target: ListTarget) {
    this.#target = target;
    this.#columns = pasteColumns(target.columns);
    this.#locale = target.context.locale;
  }

  get text(): string {
    return this.#text;
  }

  get separator(): Separator {
    return this.#separator;
  }

  set separator(separator: Separator) {
    this.#separator = separator;
    this.#cut();
    this.#skipAbove();
    this.#map();
    this.#read();
  }

  /** Whether the first row has the headings. */
  get header(): boolean {
    return this.#header;
  }

  set header(header: boolean) {
    this.#header = header;
    this.#map();
    this.#read();
  }

  /** How its numbers are written. */
  get locale(): string {
    return this.#locale;
  }

  set locale(locale: string) {
    this.#chosenLocale = locale;
    this.#locale = locale;
    this.#read();
  }

  /** What a discount without a sign is. */
  get discountMode(): DiscountMode {
    return this.#discountMode;
  }

  set discountMode(mode: DiscountMode) {
    this.#chosenMode = mode;
    this.#read();
  }

  /** Whether amounts of another currency are meant in the document's. */
  get anyCurrency(): boolean {
    return this.#anyCurrency;
  }

  set anyCurrency(any: boolean) {
    this.#anyCurrency = any;
    this.#read();
  }

  /** Tax rates that the list names by their percentage, and the document lacks. */
  get missingRates(): readonly JsonObject[] {
    return this.#missing;
  }

  /** Whether these come into the document with the lines. */
  get addsRates(): boolean {
    return this.#addsRates;
  }

  set addsRates(adds: boolean) {
    this.#addsRates = adds;
    this.#read();
  }

  /** The columns that can be filled. */
  get columns(): readonly Column[] {
    return this.#columns;
  }

  get mapping(): Mapping {
    return this.#mapping;
  }

  get rows(): readonly PastedRow[] {
    return this.#rows;
  }

  /**
   * Takes new text and works out everything that was not chosen by hand. `plainNumbers`: a program
   * wrote them (1234.5), nobody.
   */
  take(text: string, plainNumbers = false): void {
    this.#text = text;
    this.#chosenLocale = plainNumbers ? PLAIN_LOCALE : null;
    this.#separator = detectSeparator(text);
    this.#anyCurrency = false;
    this.#addsRates = false;
    this.#cut();
    this.#detectLocale(null);
    this.#skipAbove();
    this.#header = looksLikeHeader(this.#cells, this.#columns, this.#context);
    this.#map();
    this.#read();
  }

  /** One column becomes another, which no other is then; '' leaves it out. */
  choose(at: number, id: string): void {
    this.#mapping = this.#mapping.map((each, index) =>
      index === at ? id || null : each === id ? null : each,
    );
    this.#detectLocale(this.#mapping);
    this.#read();
  }

  /** The rows that make no lines: what stands above the headings, and sums. */
  get outside(): readonly RowOutside[] {
    const above = this.#above.map((row, at) => ({
      number: at + 1,
      text: row.filter((cell) => cell.trim() !== '').join(' '),
      amount: null,
    }));
    return [...above, ...this.#sums];
  }

  /** Places of the columns that hold something and fill nothing. */
  get leftOut(): { readonly at: number; readonly heading: string }[] {
    const body = this.#body();
    return this.#mapping.flatMap((id, at) => {
      if (id !== null || !body.some((row) => (row[at] ?? '').trim() !== '')) return [];
      return [{ at, heading: this.#header ? (this.#cells[0]?.[at] ?? '').trim() : '' }];
    });
  }

  #cut(): void {
    this.#cells = parseDelimited(this.#text, this.#separator);
    this.#above = [];
  }

  #skipAbove(): void {
    const above = rowsAbove(this.#cells, this.#columns, this.#context);
    this.#above = this.#cells.slice(0, above);
    this.#cells = this.#cells.slice(above);
  }

  #body(): readonly (readonly string[])[] {
    return this.#header ? this.#cells.slice(1) : this.#cells;
  }

  /** How columns are read here: in the number format of the pasted text. */
  get #context(): ColumnContext {
    return { ...this.#target.context, taxRates: this.rates, locale: this.#locale };
  }

  /** The rates by which the list is read. */
  get rates(): readonly JsonObject[] {
    const { taxRates } = this.#target.context;
    return this.#addsRates ? [...taxRates, ...this.#missing] : taxRates;
  }

  #findRates(): void {
    const at = this.#mapping.indexOf('taxes');
    const column = this.#columns.find(({ id }) => id === 'taxes');
    const { context } = this.#target;
    const heading = (this.#header ? (this.#cells[0]?.[at] ?? '') : '')
      .replace(/[%(].*$/u, '')
      .trim();
    this.#missing =
      at < 0 || !column
        ? []
        : missingRates(
            this.#body().map((row) => row[at] ?? ''),
            { column, heading: heading || context.translator.t('column.taxes') },
            { ...context, locale: this.#locale },
            () => this.#target.newId('tr'),
          );
  }

  #detectLocale(mapping: Mapping | null): void {
    const { locale, currency } = this.#target.context;
    const cells = mapping === null ? this.#cells : this.#body();
    const locales = [locale, ...NUMBER_LOCALES];
    this.#locale =
      this.#chosenLocale ?? detectNumberLocale(cells, mapping, this.#columns, locales, currency);
  }

  #map(): void {
    this.#mapping = this.#target.withPrices(
      (price) => mapColumns(this.#cells, this.#header, this.#columns, this.#context, price),
      this.rates,
    );
    this.#detectLocale(this.#mapping);
  }

  #read(): void {
    this.#findRates();
    const first = this.#above.length + (this.#header ? 2 : 1);
    const parted = partSums(this.#body(), first, this.#mapping, this.#context);
    this.#sums = parted.sums;
    const cells = parted.lines;
    this.#rows = this.#target.withPrices((price) => {
      const list: ListReading = {
        mapping: this.#mapping,
        columns: this.#columns,
        context: { ...this.#target.context, taxRates: this.rates },
        anyCurrency: this.#anyCurrency,
        currencyAt: currencyColumn(
          cells.map(({ cells: row }) => row),
          this.#mapping,
        ),
        price,
        newId: () => this.#target.newId('li'),
        localesFor: (locale) =>
          this.#chosenLocale === null ? this.#localesFor(locale, cells) : [],
      };
      const given = { locale: this.#locale, discountMode: this.#chosenMode ?? 'percent' } as const;
      const way = bestWay(cells, given, this.#ways(), list);
      this.#locale = way.locale;
      this.#discountMode = way.discountMode;
      return readList(cells, way, list);
    }, this.rates);
  }

  /** A column of numbers that cannot be of the list's format, and is whole in another one. */
  #localesFor(locale: string, rows: Parted['lines']): (string | null)[] {
    const { currency } = this.#target.context;
    return this.#mapping.map((id, at) => {
      const isNumber =
        id === COMPARED || this.#columns.find((each) => each.id === id)?.control === 'number';
      if (!isNumber) return null;
      const cells = cellsAt(
        rows.map(({ cells: row }) => row),
        at,
      );
      const isWhole = (each: string): boolean =>
        cells.every((cell) => numberIn(cell, { currency, locale: each }) !== null);
      if (cells.length === 0 || isWhole(locale)) return null;
      return NUMBER_LOCALES.find(isWhole) ?? null;
    });
  }

  /** The other ways in which it could be read; what was chosen by hand stays. */
  #ways(): Way[] {
    const locales =
      this.#chosenLocale === null ? [this.#locale, ...NUMBER_LOCALES] : [this.#locale];
    const modes = this.#chosenMode === null ? DISCOUNT_MODES : [this.#chosenMode];
    return locales.flatMap((locale) => modes.map((discountMode) => ({ locale, discountMode })));
  }
}
