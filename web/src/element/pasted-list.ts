/** A pasted list as it is understood: by itself, and by what somebody chose otherwise. */
import { columnLabel, type Column, type ColumnContext } from '../columns/column.ts';
import { formatDecimal } from '../number/format.ts';
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
import {
  areFractions,
  DISCOUNT_WAYS,
  openDiscount,
  percentOfFraction,
  type DiscountWay,
  type OpenDiscount,
} from './pasted-discount.ts';
import {
  COMPARED,
  currencyIn,
  discountSaid,
  isCurrencyHeading,
  meantBy,
  TERM,
} from './pasted-headings.ts';
import { creditOf, withSidesTogether } from './pasted-sides.ts';
import { priceZeros } from './pasted-price-unit.ts';
import { withFeesApart } from './pasted-fees.ts';
import { withDiscountsTogether } from './pasted-two-discounts.ts';
import { shapeOf, type KeptReading, type ListChoices } from './kept-readings.ts';
import { OWN_COLUMNS } from './own-export.ts';
import { cellsAt } from './pasted-kinds.ts';
import { missingRates } from './pasted-rates.ts';
import {
  otherTable,
  partSums,
  rowsAbove,
  upright,
  withGroups,
  type Parted,
  type RowOutside,
} from './pasted-margins.ts';
import { withoutNumbers, withPartsApart } from './pasted-cut.ts';
import { asSaid, outOfLetter, type Letter } from './pasted-letter.ts';
import { isOpenNumber, unclearIn, type Unclear } from './pasted-unclear.ts';
import { withoutTakenOff, type TakenOff } from './pasted-taken-off.ts';
import { withTextRows } from './pasted-text-rows.ts';
import type { CatalogueProduct } from './catalogue.ts';
import type { PriceSteps } from './pasted-prices.ts';
import { atOnce, part, type Steps } from '../ui/in-slices.ts';
import { bestWay, comesOut, readList, type ListReading, type Way } from './pasted-reading.ts';
import type { PastedRow } from './pasted-rows.ts';
import type { JsonObject } from '../../../schema/contract.ts';

/** Ways of writing numbers that are tried besides the document's own. */
export const NUMBER_LOCALES = ['en-US', 'de-DE', 'fr-FR', 'de-CH'] as const;

/** How programs write numbers. */
const PLAIN_LOCALE = 'en-US';

/** A trial of lines. */
export interface Prices {
  readonly price: PriceSteps;
  close(): void;
}

/** The document that the list comes into. */
export interface ListTarget {
  readonly columns: readonly Column[];
  readonly context: ColumnContext;
  /** The library, whose products rows name by their article numbers. */
  readonly products?: readonly CatalogueProduct[];
  /** What the core makes of lines by the document's rules and these rates; closed after use. */
  prices(taxRates: readonly JsonObject[]): Prices;
  /** How lists with these headings are read, where somebody kept that. */
  kept?(headings: readonly string[]): KeptReading | null;
  /** Does what takes long in a long list; at once where it is not given. */
  work?(steps: Steps): void;
  /** Whether discounts on all lines can come with them. */
  readonly takesDiscounts: boolean;
  newId(kind: 'li' | 'tr' | 'adj'): string;
}

/** The place of the column that fills nothing and says the currency of each row; −1 for none. */
function currencyColumn(rows: Cells, mapping: Mapping, headings: readonly string[]): number {
  return mapping.findIndex((id, at) => {
    const cells = cellsAt(rows, at);
    if (id !== null || cells.length === 0) return false;
    const isCode = (cell: string): boolean =>
      /^\p{L}{3}$/u.test(cell.trim()) && codeIn(cell) !== '';
    return isCurrencyHeading(headings[at] ?? '') || cells.every(isCode);
  });
}

const codeIn = (cell: string): string => currencyIn(`(${cell.toLocaleUpperCase('en')})`);

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
  #chosenMode: DiscountWay | null = null;
  /** Whether somebody chose how this list is read. */
  #isChosen = false;
  #kept: KeptReading | null = null;
  #discountMode: DiscountWay = 'percent';
  #mapping: Mapping = [];
  #rows: readonly PastedRow[] = [];
  /** The words around the list. */
  #letter: Letter = { above: [], list: [], below: [] };
  /** Whether its headings are of this editor, because it was written as sentences. */
  #isHeadedHere = false;
  /** Rows above the headings. */
  #above: Cells = [];
  /** Rows of another table below. */
  #below: Cells = [];
  #sums: readonly RowOutside[] = [];
  #anyCurrency = false;
  #addsRates = false;
  #takesHeadings = true;
  #textRows: readonly { readonly number: number; readonly name: string }[] = [];
  #takenOff: readonly TakenOff[] = [];
  #takesDiscounts = true;
  #unclear: Unclear | null = null;
  #taxesAreParts = false;
  #openDiscount: OpenDiscount | null = null;
  /** Said by hand; null while it follows the heading of the prices. */
  #chosenGross: boolean | null = null;
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
    this.#work(this.#cutAnew());
  }

  /** Whether the first row has the headings. */
  get header(): boolean {
    return this.#header;
  }

  set header(header: boolean) {
    this.#header = header;
    this.#work(this.#mapAnew());
  }

  /** What stands above its columns; nothing where the first row is a line. */
  get headings(): readonly string[] {
    return this.#header ? (this.#cells[0] ?? []) : [];
  }

  /** Whether it was written as sentences: its columns are this editor's, and their names too. */
  get isSaid(): boolean {
    return this.#isHeadedHere;
  }

  /** How its numbers are written. */
  get locale(): string {
    return this.#locale;
  }

  set locale(locale: string) {
    this.#chosenLocale = locale;
    this.#isChosen = true;
    this.#locale = locale;
    this.#work(this.#reading());
  }

  /** What a discount without a sign is. */
  get discountMode(): DiscountWay {
    return this.#discountMode;
  }

  set discountMode(mode: DiscountWay) {
    this.#chosenMode = mode;
    this.#isChosen = true;
    this.#work(this.#reading());
  }

  /** Whether amounts of another currency are meant in the document's. */
  get anyCurrency(): boolean {
    return this.#anyCurrency;
  }

  set anyCurrency(any: boolean) {
    this.#anyCurrency = any;
    this.#work(this.#reading());
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
    this.#work(this.#reading());
  }

  /** Whether the prices have the taxes of the list in them. */
  get includesTaxes(): boolean {
    return this.#chosenGross ?? this.grossHeading !== '';
  }

  set includesTaxes(includes: boolean) {
    this.#chosenGross = includes;
    this.#isChosen = true;
    this.#work(this.#reading());
  }

  /** Whether rows of words alone are headings and notes, and not items without a price. */
  get takesHeadings(): boolean {
    return this.#takesHeadings;
  }

  set takesHeadings(takes: boolean) {
    this.#takesHeadings = takes;
    this.#work(this.#reading());
  }

  /** Rows that take something off all lines, or would if they were taken as such. */
  get takenOff(): readonly TakenOff[] {
    return this.#takenOff;
  }

  /** Whether these come as discounts on the document, and not as rows. */
  get takesDiscounts(): boolean {
    return this.#takesDiscounts;
  }

  set takesDiscounts(takes: boolean) {
    this.#takesDiscounts = takes;
    this.#work(this.#reading());
  }

  /** The discounts on all lines that come with them. */
  get adjustments(): readonly JsonObject[] {
    if (!this.#takesDiscounts) return [];
    return this.#takenOff.map(({ name, amount }) => ({
      id: this.#target.newId('adj'),
      type: 'discount',
      name,
      amount,
    }));
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
    this.#forgetKept();
    this.#isChosen = false;
    this.#chosenLocale = plainNumbers ? PLAIN_LOCALE : null;
    this.#separator = detectSeparator(text);
    this.#anyCurrency = false;
    this.#addsRates = false;
    this.#takesDiscounts = true;
    this.#chosenGross = null;
    this.#chosenMode = null;
    this.#work(this.#takeAnew());
  }

  #work(steps: Steps): void {
    if (this.#target.work) this.#target.work(steps);
    else atOnce(steps);
  }

  *#takeAnew(): Steps {
    this.#cut();
    yield 0.05;
    this.#detectLocale(null);
    yield 0.1;
    this.#skipAbove();
    yield 0.15;
    this.#header = looksLikeHeader(this.#cells, this.#columns, this.#context);
    yield 0.2;
    yield* part(this.#mapAnew(), 0.2, 1);
  }

  *#cutAnew(asKept = true): Steps {
    this.#cut();
    yield 0.1;
    this.#skipAbove();
    yield 0.2;
    yield* part(this.#mapAnew(asKept), 0.2, 1);
  }

  *#mapAnew(asKept = true): Steps {
    this.#forgetKept();
    const kept = asKept && this.#header ? (this.#target.kept?.(this.headings) ?? null) : null;
    if (kept === null) this.#map();
    else this.#mapAsKept(kept);
    yield 0.1;
    yield* part(this.#reading(), 0.1, 1);
  }

  /** The reading by which the list is read, where one was kept for lists of its shape. */
  get kept(): KeptReading | null {
    return this.#kept;
  }

  /** What somebody chose for this list, and may keep for others of its shape; null for nothing. */
  get choices(): (ListChoices & { readonly shape: string }) | null {
    if (!this.#isChosen || !this.#header) return null;
    return {
      shape: shapeOf(this.headings),
      mapping: this.#mapping,
      locale: this.#chosenLocale,
      discountMode: this.#chosenMode,
      includesTaxes: this.#chosenGross,
    };
  }

  /** Reads it by itself instead of as such lists were read before. */
  readAnew(): void {
    this.#work(this.#cutAnew(false));
  }

  /** One column becomes another, which no other is then; '' leaves it out. */
  choose(at: number, id: string): void {
    this.#isChosen = true;
    this.#mapping = this.#mapping.map((each, index) =>
      index === at ? id || null : each === id ? null : each,
    );
    this.#detectLocale(this.#mapping);
    this.#work(this.#reading());
  }

  /** The rows that make no lines: what stands above the headings, and sums. */
  get outside(): readonly RowOutside[] {
    const named = (rows: Cells, first: number): RowOutside[] =>
      rows.map((row, at) => ({
        number: first + at,
        text: row.filter((cell) => cell.trim() !== '').join(' '),
        amount: null,
      }));
    const below = this.#above.length + this.#cells.length + (this.#isHeadedHere ? 0 : 1);
    return [...named(this.#above, 1), ...this.#sums, ...named(this.#below, below)];
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
    const cells = parseDelimited(this.#text, this.#separator);
    // What one cell says of each row in two ways is two columns.
    const standing = upright(cells, this.#columns, this.#context);
    this.#letter = outOfLetter(withoutNumbers(standing));
    const { list } = this.#letter;
    const apart = withPartsApart(list, this.#context);
    const said = asSaid(list, true) ?? asSaid(apart, false);
    this.#isHeadedHere = said !== null;
    this.#cells = said === null ? apart : [this.#headingsSaid(said[0]?.length), ...said];
    this.#above = [];
    this.#below = [];
  }

  /** Headings of a list that was written as sentences. */
  #headingsSaid(count?: number): readonly string[] {
    const { translator } = this.#target.context;
    const labels = ['quantity', 'unit', 'name', 'unitPrice'].map((id) => {
      const column = this.#columns.find((each) => each.id === id);
      return column ? columnLabel(column, translator) : '';
    });
    return [...labels, translator.t('column.net')].slice(0, count);
  }

  #skipAbove(): void {
    this.#above = this.#letter.above;
    this.#below = this.#letter.below;
    if (this.#cells.length === 0) return;
    const above = rowsAbove(this.#cells, this.#columns, this.#context);
    this.#above = [...this.#letter.above, ...this.#cells.slice(0, above)];
    const [head = [], ...body] = this.#cells.slice(above);
    const last = above === 0 ? [] : (this.#cells[above - 1] ?? []);
    const cells = [withGroups(head, last, this.#columns, this.#context), ...body];
    const other = otherTable(cells, this.#context);
    const own = other < 0 ? cells : cells.slice(0, other);
    const joined = withDiscountsTogether(withSidesTogether(own, this.#context));
    this.#cells = withFeesApart(joined, this.#context);
    if (other >= 0) this.#below = [...cells.slice(other), ...this.#letter.below];
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

  /**
   * The rates that a column of taxes may name: where prices are said to have taxes in them, those that
   * are in prices; one that is added on top would tax them again.
   */
  get #ratesNamed(): readonly JsonObject[] {
    const isSaid = this.#chosenGross !== null || this.grossHeading !== '';
    if (!isSaid) return this.rates;
    return this.rates.filter((rate) => (rate['inclusive'] === true) === this.includesTaxes);
  }

  #taxCells(): string[] {
    const at = this.#mapping.indexOf('taxes');
    return at < 0 ? [] : this.#body().map((row) => row[at] ?? '');
  }

  #findRates(): void {
    const at = this.#mapping.indexOf('taxes');
    const column = this.#columns.find(({ id }) => id === 'taxes');
    const context = { ...this.#target.context, locale: this.#locale };
    const cells = this.#taxCells();
    this.#taxesAreParts = areFractions(cells, context);
    const taxRates = this.#ratesNamed.filter((rate) => !this.#missing.includes(rate));
    const heading = (this.#header ? (this.#cells[0]?.[at] ?? '') : '')
      .replace(/[%(].*$/u, '')
      .trim();
    this.#missing =
      at < 0 || !column
        ? []
        : missingRates(
            this.#taxesAreParts ? cells.map((cell) => percentOfFraction(cell, context)) : cells,
            {
              column,
              heading: heading || context.translator.t('column.taxes'),
              isInclusive: this.includesTaxes,
            },
            { ...context, taxRates },
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

  #forgetKept(): void {
    if (this.#kept === null) return;
    this.#kept = null;
    this.#chosenLocale = null;
    this.#chosenMode = null;
    this.#chosenGross = null;
  }

  #mapAsKept(kept: KeptReading): void {
    const isThere = (id: string | null): boolean =>
      id === null ||
      id === COMPARED ||
      id === TERM ||
      id in OWN_COLUMNS ||
      this.#columns.some((column) => column.id === id);
    this.#kept = kept;
    this.#mapping = kept.mapping.map((id) => (isThere(id) ? id : null));
    this.#chosenLocale ??= kept.locale;
    this.#chosenMode = kept.discountMode;
    this.#chosenGross = kept.includesTaxes ?? null;
    this.#detectLocale(this.#mapping);
  }

  #map(): void {
    const { price, close } = this.#target.prices(this.rates);
    try {
      this.#mapping = mapColumns(this.#cells, this.#header, this.#columns, this.#context, (lines) =>
        atOnce(price(lines)),
      );
    } finally {
      close();
    }
    this.#detectLocale(this.#mapping);
  }

  *#reading(): Steps {
    this.#findRates();
    yield 0.05;
    const first = this.#above.length + (this.#header && !this.#isHeadedHere ? 2 : 1);
    const headings = this.headings;
    const head = this.#header ? headings : null;
    const parted = partSums(this.#body(), first, this.#mapping, this.#context, head);
    this.#sums = parted.sums;
    yield 0.1;
    const off = withoutTakenOff(parted.lines, this.#mapping, this.#context);
    this.#takenOff = this.#target.takesDiscounts ? off.taken : [];
    const isTaken = this.#takenOff.length > 0 && this.#takesDiscounts;
    const lines = isTaken ? off.lines : parted.lines;
    const told = withTextRows(lines, this.#mapping, this.#context);
    this.#textRows = told.flatMap(({ number, text }) =>
      text === undefined ? [] : [{ number, name: text.name }],
    );
    const cells = this.#takesHeadings ? told : lines;
    const currencyAt = currencyColumn(
      cells.map(({ cells: row }) => row),
      this.#mapping,
      headings,
    );
    const isCredit = creditOf(
      cells.map(({ cells: row }) => row),
      this.#mapping,
    );
    yield 0.15;
    const { price, close } = this.#target.prices(this.rates);
    try {
      const list: ListReading = {
        mapping: this.#mapping,
        columns: this.#columns,
        context: { ...this.#target.context, taxRates: this.#ratesNamed },
        taxesAreParts: this.#taxesAreParts,
        anyCurrency: this.#anyCurrency,
        currencyOf: (row, at) => codeIn(row[currencyAt] ?? '') || currencyIn(headings[at] ?? ''),
        isCredit,
        priceZeros: priceZeros(
          cells.map(({ cells: row }) => row),
          this.#mapping,
          headings,
        ),
        headings,
        products: this.#target.products ?? [],
        price,
        newId: () => this.#target.newId('li'),
        localesFor: (locale) =>
          this.#chosenLocale === null ? this.#localesFor(locale, cells) : [],
      };
      const given = { locale: this.#locale, discountMode: this.#chosenMode } as const;
      const way = yield* part(bestWay(cells, given, this.#ways(), list), 0.15, 0.3);
      this.#locale = way.locale;
      const heading = headings[this.#mapping.indexOf('discount')] ?? '';
      this.#discountMode = way.discountMode ?? discountSaid(heading) ?? 'percent';
      this.#unclear = yield* this.#openNumber(cells, way, list);
      this.#openDiscount = way.isSettled ? null : this.#openDiscountIn(cells);
      this.#rows = yield* part(readList(cells, way, list), 0.3, 1);
    } finally {
      close();
    }
    if (this.#unclear !== null) this.#rows = this.#rows.map((row) => this.#refused(row));
    if (this.#openDiscount !== null)
      this.#rows = this.#rows.map((row) => this.#withOpenDiscount(row));
  }

  /** The places of columns that hold numbers. */
  #numbersAt(): number[] {
    return this.#mapping.flatMap((id, at) => {
      const isNumber = this.#columns.find((each) => each.id === id)?.control === 'number';
      return isNumber || id === COMPARED ? [at] : [];
    });
  }

  /** A number that can be two, also where the amounts of the list come out with either of them. */
  *#openNumber(
    rows: Parted['lines'],
    way: Way & { readonly isSettled: boolean },
    list: ListReading,
  ): Steps<Unclear | null> {
    const unclear = this.#unclearIn(rows);
    if (unclear === null || !way.isSettled) return unclear;
    const other = { ...way, locale: unclear.locales[1] };
    return (yield* comesOut(rows, other, list)) ? unclear : null;
  }

  #unclearIn(rows: Parted['lines']): Unclear | null {
    if (this.#chosenLocale !== null) return null;
    const places = this.#numbersAt();
    const cells = rows.flatMap(({ cells: row }) => places.map((at) => row[at] ?? ''));
    const { currency } = this.#target.context;
    return unclearIn(cells, { currency, locale: this.#locale }, NUMBER_LOCALES);
  }

  /** A row with the numbers that somebody has to say how they are meant. */
  #refused(row: PastedRow): PastedRow {
    const { translator } = this.#target.context;
    const open = this.#numbersAt().flatMap((at) => {
      const text = (row.cells[at] ?? '').trim();
      return isOpenNumber(text) && this.#mapping[at] !== COMPARED ? [text] : [];
    });
    const example = formatDecimal('1234.5', this.#locale);
    const said = open.map((text) => translator.t('number.unclear', { text, example }));
    return said.length === 0 ? row : { ...row, problems: [...row.problems, ...said] };
  }

  #openDiscountIn(rows: Parted['lines']): OpenDiscount | null {
    const at = this.#mapping.indexOf('discount');
    if (this.#chosenMode !== null || at < 0) return null;
    const { currency } = this.#target.context;
    const cells = rows.map(({ cells: row }) => row[at] ?? '').filter((cell) => cell.trim() !== '');
    const said = discountSaid(this.headings[at] ?? '');
    return openDiscount(cells, said, { currency, locale: this.#locale });
  }

  /** A row whose discount somebody has to say what it is. */
  #withOpenDiscount(row: PastedRow): PastedRow {
    const text = (row.cells[this.#mapping.indexOf('discount')] ?? '').trim();
    if (!/[1-9]/.test(text)) return row;
    const said = this.#target.context.translator.t('paste.openDiscount', { text });
    return { ...row, problems: [...row.problems, said] };
  }

  /** The discount that can be taken in more than one way, until somebody says which. */
  get openDiscount(): OpenDiscount | null {
    return this.#openDiscount;
  }

  /** What somebody has to say of the list's numbers before their rows are ready. */
  get unclear(): Unclear | null {
    return this.#unclear;
  }

  /** The heading of the prices where taxes are in them; '' where they are not, or nobody says. */
  get grossHeading(): string {
    const heading = this.headings[this.#mapping.indexOf('unitPrice')] ?? '';
    return meantBy(heading)?.gross === true ? heading.trim() : '';
  }

  /** Rows of words alone that are headings and notes, or would be if they were taken as such. */
  get textRows(): readonly { readonly number: number; readonly name: string }[] {
    return this.#textRows;
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
    const isOpen = this.#chosenMode === null && this.#mapping.includes('discount');
    const modes = isOpen ? this.#discountWays() : [this.#chosenMode];
    return locales.flatMap((locale) => modes.map((discountMode) => ({ locale, discountMode })));
  }

  #discountWays(): readonly DiscountWay[] {
    const at = this.#mapping.indexOf('discount');
    const { currency } = this.#target.context;
    const cells = this.#body().map((row) => row[at] ?? '');
    const isParts = areFractions(cells, { currency, locale: this.#locale });
    return isParts ? DISCOUNT_WAYS : DISCOUNT_WAYS.filter((way) => way !== 'fraction');
  }
}
