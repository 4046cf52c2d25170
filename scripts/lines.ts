// `crossfoot lines FILE`: the lines that a list becomes, by the reading that the editor's paste has.
// Answers JSON: the lines, what is wrong with rows, the rows that are none, and what the lines make.
import { readFile } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import type { JsonObject } from '../schema/contract.ts';
import { loadNodeEngine } from '../wasm/node.mjs';
import { COLUMNS } from '../web/src/columns/all.ts';
import { PastedList } from '../web/src/element/pasted-list.ts';
import { priceStepsBy, sumLinesBy } from '../web/src/element/pasted-prices.ts';
import type { DocumentSession } from '../web/src/engine/client.ts';
import { loadLanguage } from '../web/src/i18n/translator.ts';
import { parseJson, writeJson, type Json } from '../web/src/json/lossless-json.ts';
import { readProducts, type CatalogueProduct } from '../web/src/element/catalogue.ts';
import { ownLines } from '../web/src/tables/json-table.ts';
import { readTableFile } from '../web/src/tables/table-file.ts';

const USAGE = `The lines that a list becomes: CSV, TSV or text in any encoding, Excel, LibreOffice.

  crossfoot lines FILE [--currency EUR] [--locale de-DE] [--language de]
                       [--state STATE] [--products FILE] [--sheet NAME] [--encoding NAME]

  --state     a document, whose currency, tax rates and policy count
  --products  a library (JSON), whose products rows name by their article numbers
  --sheet     of a workbook; the longest without it
  --encoding  of a text that does not say its own

Exit codes: 0 every row is a line; 1 some rows have problems; 2 the file holds no table.
`;

const FINE = 0;
const FAILED = 1;
const UNREADABLE = 2;

interface Options {
  readonly currency?: string | undefined;
  readonly locale?: string | undefined;
  readonly language?: string | undefined;
  readonly state?: string | undefined;
  readonly products?: string | undefined;
  readonly sheet?: string | undefined;
  readonly encoding?: string | undefined;
}

/** The document that the lines are read for. */
async function headOf({ state, currency = 'USD' }: Options): Promise<JsonObject> {
  const today = new Date().toISOString().slice(0, 10);
  if (state === undefined) return { version: 1, currency, date: today };
  return parseJson(await readFile(state, 'utf8')) as JsonObject;
}

async function productsOf(file: string): Promise<CatalogueProduct[]> {
  return readProducts(await readFile(file, 'utf8')) ?? [];
}

function portOf(session: {
  open(state: string): string;
  query(request: string): string;
}): Pick<DocumentSession, 'open' | 'query'> {
  return {
    open: (state) =>
      JSON.parse(session.open(typeof state === 'string' ? state : JSON.stringify(state))),
    query: (request) => JSON.parse(session.query(JSON.stringify(request))),
  };
}

/** Reads a list for a document; the reply and the exit code. */
async function linesOf(file: string, options: Options): Promise<[Json, number]> {
  const language = options.language ?? 'en';
  const content = await readTableFile(new Uint8Array(await readFile(file)), language);
  if (content.kind === 'json' && content.rows === null) {
    const lines = ownLines(content.text);
    if (lines === null) return [{ error: 'json' }, UNREADABLE];
    return [{ lines: [...lines], problems: [] }, FINE];
  }
  const table =
    content.kind === 'table' ? content.table : content.kind === 'json' ? content.rows : null;
  if (table === null) return [{ error: content.kind }, UNREADABLE];
  const chosen = options.sheet ?? options.encoding;
  const text = chosen === undefined ? table.text : (table.alternatives?.textOf(chosen) ?? '');

  const engine = await loadNodeEngine();
  const session = portOf(engine.session());
  const head = await headOf(options);
  const currencies = JSON.parse(engine.call('currencies')).currencies as {
    code: string;
    minorUnits: number;
  }[];
  const currency = String(head['currency']);
  let last = 0;
  const list = new PastedList({
    columns: COLUMNS,
    context: {
      translator: await loadLanguage(language),
      locale: options.locale ?? String(head['locale'] ?? language),
      currency,
      minorDigits: currencies.find(({ code }) => code === currency)?.minorUnits ?? 2,
      date: String(head['date']),
      taxRates: (head['taxRates'] as JsonObject[] | undefined) ?? [],
      calculate: (formula, digits) => {
        const reply = JSON.parse(engine.call('formula', JSON.stringify({ text: formula, digits })));
        return typeof reply.value === 'string' ? reply.value : null;
      },
    },
    products: options.products === undefined ? [] : await productsOf(options.products),
    prices: (taxRates) => ({
      price: priceStepsBy(session, { ...head, taxRates: [...taxRates] }),
      close: () => undefined,
    }),
    takesDiscounts: true,
    newId: (kind) => `${kind}_${++last}`,
  });
  list.take(text, table.plainNumbers);
  const good = list.rows.filter(({ problems }) => problems.length === 0);
  const wrong = list.rows.filter(({ problems }) => problems.length > 0);
  const adjustments = [...list.adjustments];
  const reply = {
    columns: [...list.mapping],
    lines: good.map(({ line }) => line),
    adjustments,
    problems: wrong.map(({ number, cells, problems }) => ({
      row: number,
      cells: [...cells],
      problems: [...problems],
    })),
    leftOut: list.leftOut.map(({ at, heading }) => ({ column: at + 1, heading })),
    noLines: list.outside.map(({ number, text: row, amount }) => ({
      row: number,
      text: row,
      amount,
    })),
    guesses: {
      ...(list.unclear === null
        ? {}
        : { number: list.unclear.text, values: [...list.unclear.values] }),
      ...(list.grossHeading === '' ? {} : { pricesWithTaxes: list.grossHeading }),
      ...(list.openDiscount === null ? {} : { discount: list.openDiscount.text }),
      textRows: list.textRows.map(({ number, name }) => ({ row: number, name })),
    },
    sums: sumLinesBy(session, { ...head, adjustments })(good.map(({ line }) => line)),
    numbers: list.locale,
    ...(table.alternatives === null
      ? {}
      : { [table.alternatives.kind]: chosen ?? table.alternatives.chosen }),
  };
  return [reply as unknown as Json, wrong.length > 0 ? FAILED : FINE];
}

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    currency: { type: 'string' },
    locale: { type: 'string' },
    language: { type: 'string' },
    state: { type: 'string' },
    products: { type: 'string' },
    sheet: { type: 'string' },
    encoding: { type: 'string' },
    help: { type: 'boolean' },
  },
});
const [file] = positionals;
if (values.help === true || file === undefined) {
  console.log(USAGE);
  process.exitCode = values.help === true ? FINE : UNREADABLE;
} else {
  const [reply, code] = await linesOf(file, values);
  console.log(writeJson(reply));
  process.exitCode = code;
}
