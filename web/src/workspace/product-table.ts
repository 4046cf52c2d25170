/**
 * A price list as products of the library. It is read as lists pasted into a document are: headings
 * by the words of all languages, numbers as the list writes them. Beside that a library knows prices
 * in several currencies, and an export of its own brings back what no cell says.
 */
import { COLUMNS } from '../columns/all.ts';
import { fieldText, type Column, type ColumnContext } from '../columns/column.ts';
import { lineRateIds } from '../columns/taxes.ts';
import { productFromLine } from '../element/catalogue.ts';
import { detectSeparator, parseDelimited } from '../tables/read-delimited.ts';
import { isCurrencyHeading, meantBy, TERM } from '../element/pasted-headings.ts';
import { plainHeading } from '../element/plain-heading.ts';
import {
  detectNumberLocale,
  looksLikeHeader,
  mapColumns,
  type Mapping,
} from '../element/pasted-columns.ts';
import { NUMBER_LOCALES } from '../element/pasted-list.ts';
import { plainAmount } from '../element/pasted-amount.ts';
import { partSums, rowsAbove, type PartedRow, type RowOutside } from '../element/pasted-margins.ts';
import { readPastedRow } from '../element/pasted-rows.ts';
import { withTextRows } from '../element/pasted-text-rows.ts';
import { unclearIn, type Unclear } from '../element/pasted-unclear.ts';
import type { JsonObject } from '../../../schema/contract.ts';
import { english, type MessageKey } from '../i18n/translator.ts';
import { formatDecimal } from '../number/format.ts';
import { withoutSign } from '../number/currency-sign.ts';
import { parseNumber } from '../number/parse.ts';
import { billingOfCells } from '../element/pasted-billing.ts';
import { newId, type Product } from './store/records.ts';

/** What of a list became products, and what did not. */
export interface ProductTable {
  readonly products: readonly Product[];
  /** Names of those without any price. */
  readonly priceless: readonly string[];
  /** Cells that were not understood, each as a sentence. */
  readonly faults: readonly string[];
  /** Headings of columns that hold something which no product has. */
  readonly notKept: readonly string[];
  /** Rows that are no products: what stands above the headings, headings of groups, sums. */
  readonly outside: readonly string[];
  /** A number that can be two, until somebody says how the list writes numbers. */
  readonly unclear: Unclear | null;
  /** The heading of the prices where taxes are in them; '' where nobody says so. */
  readonly grossHeading: string;
}

/** A list of products that are whole: nothing of it is open. */
export function wholeProducts(products: readonly Product[]): ProductTable {
  const priceless = pricelessOf(products);
  const nothing = { faults: [], notKept: [], outside: [], unclear: null, grossHeading: '' };
  return { products, priceless, ...nothing };
}

export interface TableContext extends ColumnContext {
  /** How the list writes numbers, where somebody said so, or a program wrote them. */
  readonly saidLocale: string | null;
  /** Codes of the currencies in use. */
  readonly currencies: ReadonlySet<string>;
  /** Headings under which an export of the library writes its prices, in any of its languages. */
  readonly pricesHeadings: readonly string[];
  /** How a number of an article is called that another row has too. */
  readonly sameSku: (sku: string, row: number) => string;
  /** What is said of text that is no payment terms. */
  readonly unclearBilling: (text: string) => string;
}

const READ = [
  'name',
  'description',
  'sku',
  'productType',
  'url',
  'unit',
  'unitPrice',
  'cost',
  'taxes',
];
/** What lists say of a product beside that: known by its heading, and not kept. */
const NOT_KEPT = ['quantity', 'discount'];
const TYPES = ['service', 'inventory', 'non_inventory'];

/** Columns of a list of products that a line of a document does not have. */
type Special =
  'id' | 'imageUrl' | 'billing' | 'term' | 'currency' | 'more' | 'prices' | `price ${string}`;

function specialOf(heading: string, context: TableContext): Special | null {
  const plain = plainHeading(heading);
  const isCalled = (...keys: MessageKey[]): boolean =>
    keys.some((key) =>
      [context.translator.t(key), english.t(key)].some((word) => plainHeading(word) === plain),
    );
  if (plain === 'id') return 'id';
  if (plain === 'imageurl' || plain === 'image url') return 'imageUrl';
  if (plain !== '' && isCalled('csv.more')) return 'more';
  if (meantBy(heading)?.column === 'billing' || isCalled('column.billing', 'billing.frequency')) {
    return 'billing';
  }
  if (meantBy(heading)?.column === TERM || isCalled('billing.term')) return 'term';
  if (isCurrencyHeading(heading)) return 'currency';
  if (context.pricesHeadings.some((word) => plainHeading(word) === plain)) return 'prices';
  const words = heading
    .replaceAll(/[_()[\]/:,-]+/g, ' ')
    .trim()
    .split(/\s+/);
  const code = words.find((word) => context.currencies.has(word.toUpperCase()));
  if (code === undefined) return null;
  const others = words.filter((word) => word !== code).join(' ');
  const isPrice = others === '' ? code === code.toUpperCase() : meantBy(others)?.column;
  return isPrice === true || isPrice === 'unitPrice' ? `price ${code.toUpperCase()}` : null;
}

/** The currency that a sign or code means; null where it means none, or more than one. */
function currencyOf(sign: string, { currencies, locale }: TableContext): string | null {
  const code = sign.toUpperCase();
  if (currencies.has(code)) return code;
  const found = [...currencies].filter((each) => {
    const amount = withoutSign(`1 ${sign}`, each, locale);
    return amount.sign !== '' && amount.own;
  });
  return found.length === 1 ? (found[0] ?? null) : null;
}

function typeOf(cell: string, { translator }: TableContext): string | null {
  const wanted = plainHeading(cell);
  const words = (type: string): string[] => [
    type,
    translator.lookup(`type.${type}`, type),
    english.lookup(`type.${type}`, type),
  ];
  return TYPES.find((each) => words(each).some((word) => plainHeading(word) === wanted)) ?? null;
}

/** A cell as it was before an export kept spreadsheets from taking it for a formula. */
function unguarded(cell: string): string {
  return cell.replace(/^'(?=[=+\-@])/, '');
}

class TableReading {
  readonly #context: TableContext;
  readonly #columns: readonly Column[];
  readonly #special: readonly (Special | null)[];
  readonly #mapping: readonly (string | null)[];
  readonly #headings: readonly string[];
  readonly #body: readonly (readonly string[])[];
  readonly #rows: readonly PartedRow[];
  readonly faults: string[] = [];
  readonly notKept: readonly string[];
  readonly outside: readonly string[];
  readonly unclear: Unclear | null;
  readonly grossHeading: string;
  /** The row of each article number. */
  readonly #skus = new Map<string, number>();

  constructor(all: readonly (readonly string[])[], context: TableContext) {
    const columns = COLUMNS.filter(({ id }) => READ.includes(id));
    const above = rowsAbove(all, columns, context);
    const cells = all.slice(above);
    const width = Math.max(0, ...cells.map((row) => row.length));
    const special = Array.from({ length: width }, (_, at) =>
      specialOf(cells[0]?.[at] ?? '', context),
    );
    const isHeader =
      special.some((each) => each !== null) || looksLikeHeader(cells, columns, context);
    this.#special = isHeader ? special : special.map(() => null);
    const others = cells.map((row) =>
      row.map((cell, at) => (this.#special[at] === null ? cell : '')),
    );
    const known = isHeader
      ? COLUMNS.filter(({ id }) => READ.includes(id) || NOT_KEPT.includes(id))
      : columns;
    this.#mapping = mapColumns(others, isHeader, known, context);
    this.#columns = columns;
    this.#headings = isHeader ? (cells[0] ?? []) : [];
    this.#body = isHeader ? cells.slice(1) : cells;
    this.notKept = this.#leftOut();
    const amounts = this.#mapping.map((id, at) =>
      this.#special[at]?.startsWith('price ') ? 'unitPrice' : id,
    );
    const locales = [context.locale, ...NUMBER_LOCALES];
    const { currency } = context;
    const locale =
      context.saidLocale ?? detectNumberLocale(this.#body, amounts, columns, locales, currency);
    this.#context = { ...context, locale };
    const first = above + (isHeader ? 2 : 1);
    const { rows, sums } = this.#parted(first, isHeader ? (cells[0] ?? []) : null);
    this.#rows = rows.filter(({ text }) => text === undefined);
    this.outside = [
      ...all.slice(0, above).map((row, at) => ({
        number: at + 1,
        text: row.filter((cell) => cell.trim() !== '').join(' '),
      })),
      ...sums,
      ...rows.flatMap(({ number, text }) =>
        text === undefined ? [] : [{ number, text: text.name }],
      ),
    ]
      .sort((a, b) => a.number - b.number)
      .map(({ number, text }) => `${number}: ${text}`);
    this.unclear = context.saidLocale === null ? this.#unclearPrice(amounts) : null;
    const heading = this.#headings[this.#mapping.indexOf('unitPrice')] ?? '';
    this.grossHeading = meantBy(heading)?.gross === true ? heading.trim() : '';
  }

  /** The rows of products apart from sums and headings; an export of its own has none of these. */
  #parted(
    first: number,
    head: readonly string[] | null,
  ): { rows: readonly PartedRow[]; sums: readonly RowOutside[] } {
    const isOwn = this.#special.some((each) => each === 'more' || each === 'id');
    if (isOwn) {
      return { rows: this.#body.map((cells, at) => ({ cells, number: at + first })), sums: [] };
    }
    const { lines, sums } = partSums(this.#body, first, this.#mapping, this.#context, head);
    // In a list of names and prices alone a row without a price is a product that has none.
    const saysMore = this.#mapping.some((id) => id === 'sku' || id === 'description');
    const rows = saysMore ? withTextRows(lines, this.#mapping, this.#context) : lines;
    return { rows, sums };
  }

  #unclearPrice(amounts: Mapping): Unclear | null {
    const cells = this.#rows.flatMap(({ cells: row }) =>
      row.filter((_, at) => amounts[at] === 'unitPrice' || amounts[at] === 'cost'),
    );
    const { currency, locale } = this.#context;
    return unclearIn(cells, { currency, locale }, NUMBER_LOCALES);
  }

  /** Headings above something that is read into nothing. */
  #leftOut(): string[] {
    return this.#headings.flatMap((heading, at) => {
      const id = this.#mapping[at] ?? '';
      const isRead = this.#special[at] !== null || READ.includes(id);
      const holds = this.#body.some((row) => (row[at] ?? '').trim() !== '');
      return isRead || !holds || heading.trim() === '' ? [] : [heading.trim()];
    });
  }

  products(): Product[] {
    return this.#rows.flatMap(({ cells, number }) => this.#product(cells, number) ?? []);
  }

  #fault(row: number, what: string): void {
    this.faults.push(`${row}: ${what}`);
  }

  #cell(row: readonly string[], special: Special): string {
    return (row[this.#special.indexOf(special)] ?? '').trim();
  }

  #product(row: readonly string[], number: number): Product | null {
    const { translator } = this.#context;
    const whole = this.#whole(this.#cell(row, 'more'));
    if (whole === null) this.#fault(number, translator.t('csv.damaged'));
    const reading = {
      mapping: this.#mapping,
      columns: this.#columns.filter(({ id }) => id !== 'unitPrice'),
      context: this.#context,
    };
    const { line, problems } = readPastedRow({ cells: row.map(unguarded), number }, reading, '');
    const name = line['name'] ?? whole?.['name'];
    if (typeof name !== 'string' || name === '') return null;
    for (const problem of problems) this.#fault(number, problem);
    const id = String(whole?.['id'] ?? (this.#cell(row, 'id') || newId('p')));
    const type = typeof line['productType'] === 'string' ? line['productType'] : '';
    const known = lineRateIds(line).filter((rateId) =>
      this.#context.taxRates.some((rate) => rate['id'] === rateId),
    );
    const { taxRateIds: _texts, ...others } = line;
    const kept = {
      ...others,
      ...(known.length === 0 ? {} : { taxRateIds: known }),
      productType: typeOf(type, this.#context) ?? '',
    };
    this.#noteSku(line, number);
    const { currency } = this.#context;
    const { prices: _none, ...told } = productFromLine(kept as JsonObject, id, currency);
    const prices = {
      ...(whole?.['prices'] as JsonObject | undefined),
      ...this.#prices(row, number),
    };
    const picture = this.#cell(row, 'imageUrl');
    return {
      ...whole,
      ...told,
      name,
      ...(picture === '' ? {} : { imageUrl: picture }),
      ...(Object.keys(prices).length === 0 ? {} : { prices }),
      ...this.#billing(row, number, whole),
    } as unknown as Product;
  }

  /** All that an export of the library kept of a product; null where it cannot be read. */
  #whole(cell: string): JsonObject | undefined | null {
    if (cell === '') return undefined;
    try {
      // Its amounts are texts.
      const value: unknown = JSON.parse(cell);
      const isObject = typeof value === 'object' && value !== null && !Array.isArray(value);
      return isObject ? (value as JsonObject) : null;
    } catch {
      return null;
    }
  }

  /** Two articles under one number would be one for whoever scans or types it. */
  #noteSku(line: JsonObject, number: number): void {
    const sku = fieldText(line, 'sku');
    const before = this.#skus.get(sku);
    if (sku === '') return;
    if (before === undefined) this.#skus.set(sku, number);
    else this.#fault(number, this.#context.sameSku(sku, before));
  }

  #billing(
    row: readonly string[],
    number: number,
    whole: JsonObject | undefined | null,
  ): { billing?: JsonObject | undefined } {
    const often = this.#cell(row, 'billing');
    const lasting = this.#cell(row, 'term');
    if (often === '' && lasting === '') return {};
    const heading = this.#headings[this.#special.indexOf('term')] ?? '';
    const before = whole?.['billing'] as JsonObject | undefined;
    const begun = often === '' ? (before ?? null) : null;
    const { billing, unclear } = billingOfCells({ often, lasting, heading }, begun, this.#context);
    if (unclear !== null) {
      const label = this.#context.translator.t('column.billing');
      this.#fault(number, `${label}: ${this.#context.unclearBilling(unclear)}`);
      if (billing === null) return {};
    }
    const frequency = billing?.['frequency'];
    // An export of its own says the frequency alone: all else of the terms stands in the rest.
    const isSame = (before?.['frequency'] ?? 'one_time') === (frequency ?? 'one_time');
    if (isSame && Object.keys(billing ?? {}).length <= 1) return {};
    return { billing: frequency === undefined ? undefined : { ...before, ...billing } };
  }

  #prices(row: readonly string[], number: number): Record<string, string> {
    const prices: Record<string, string> = {};
    const own = this.#cell(row, 'currency');
    const code = own === '' ? this.#context.currency : currencyOf(own, this.#context);
    const take = (cell: string, currency: string | null): void => {
      if (cell === '') return;
      const read = this.#amount(cell, currency);
      if ('problem' in read) this.#fault(number, read.problem);
      else prices[read.currency] = read.amount;
    };
    take((row[this.#mapping.indexOf('unitPrice')] ?? '').trim(), code);
    this.#special.forEach((special, at) => {
      if (special?.startsWith('price ')) take((row[at] ?? '').trim(), special.slice(6));
    });
    // Of an export of its own: `29,50 DKK · 4 EUR · graduated`; what is no amount stands in the rest.
    for (const part of this.#cell(row, 'prices').split('·')) {
      if (/\p{Nd}/u.test(part)) take(part.trim(), code);
    }
    return prices;
  }

  /** An amount of a currency; a sign of its own says another one. */
  #amount(
    cell: string,
    currency: string | null,
  ): { currency: string; amount: string } | { problem: string } {
    const { locale, translator } = this.#context;
    const { number, sign, own } = withoutSign(cell, currency ?? '', locale);
    const meant = sign !== '' && !own ? currencyOf(sign, this.#context) : currency;
    if (meant === null) {
      const other = sign === '' ? cell : sign;
      const values = { text: cell, other, currency: this.#context.currency };
      return { problem: translator.t('number.otherCurrency', values) };
    }
    const parsed = parseNumber(plainAmount(number), locale);
    if (parsed.ok && parsed.value.startsWith('-')) {
      const field = `${translator.t('column.unitPrice')} ${cell}`;
      return { problem: translator.t('issue.negative-not-allowed', { field }) };
    }
    if (parsed.ok) return { currency: meant, amount: parsed.value };
    const example = translator.t('number.unclear', {
      text: cell,
      example: formatDecimal('1234.5', locale),
    });
    return { problem: example };
  }
}

/** The products of a list in rows and cells, as a spreadsheet writes it. */
export function readProductTable(text: string, context: TableContext): ProductTable {
  return readProductRows(parseDelimited(text, detectSeparator(text)), context);
}

/** The products of rows, the first of which may be headings. */
export function readProductRows(
  cells: readonly (readonly string[])[],
  context: TableContext,
): ProductTable {
  const reading = new TableReading(cells, context);
  const products = reading.products();
  const { faults, notKept, outside, unclear, grossHeading } = reading;
  const priceless = pricelessOf(products);
  return { products, priceless, faults, notKept, outside, unclear, grossHeading };
}

/** Names of products that cost nothing that anybody said. */
export function pricelessOf(products: readonly Product[]): string[] {
  return products
    .filter(({ prices, unitPrice, pricing }) => {
      const isPriced = Object.keys(prices ?? {}).length > 0 || unitPrice !== undefined;
      return !isPriced && pricing === undefined;
    })
    .map(({ name }) => name);
}
