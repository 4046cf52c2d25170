// ED-3.9, ED-3.16, ED-3.19, ED-3.20, ED-3.21, ED-3.25, ED-3.29: lists of tools, countries and habits, by the reading that
// paste, files and the command have. tests/web/lists/README.md says how a case is written.
import { beforeAll, describe, expect, it } from 'vitest';
import { COLUMNS } from '../../../web/src/columns/all.ts';
import { PastedList } from '../../../web/src/element/pasted-list.ts';
import type { PastedRow } from '../../../web/src/element/pasted-rows.ts';
import { priceStepsBy } from '../../../web/src/element/pasted-prices.ts';
import { NumberText } from '../../../web/src/json/lossless-json.ts';
import { sameDecimal } from '../../../web/src/number/same-decimal.ts';
import type { JsonObject } from '../../../schema/contract.ts';
import type { DocumentSession } from '../../../web/src/engine/client.ts';
import { ownLines } from '../../../web/src/tables/json-table.ts';
import { readTableFile } from '../../../web/src/tables/table-file.ts';
import { loadNodeEngine } from '../../../wasm/node.mjs';
import { listCases, type ListCase } from '../lists/list-case.ts';
import { contextOf } from './context.ts';

let session: Pick<DocumentSession, 'open' | 'query'>;
let digits: ReadonlyMap<string, number>;
beforeAll(async () => {
  const engine = await loadNodeEngine();
  const core = engine.session();
  session = {
    open: (state) => JSON.parse(core.open(state)),
    query: (request) => JSON.parse(core.query(JSON.stringify(request))),
  };
  const { currencies } = JSON.parse(engine.call('currencies'));
  digits = new Map(currencies.map(({ code, minorUnits }: any) => [code, minorUnits]));
});

/** Lines of a document, as they are taken without a reading. */
function rowsOfJson(given: ListCase): PastedRow[] {
  return (ownLines(given.list) ?? []).map((line, at) => ({
    number: at + 1,
    cells: [],
    line: line as JsonObject,
    problems: [],
    otherSign: '',
    listed: null,
  }));
}

async function listOf(given: ListCase): Promise<PastedList> {
  const { currency, locale, kind, taxRates } = given;
  const context = contextOf({
    currency,
    locale,
    taxRates: taxRates as unknown as JsonObject[],
    minorDigits: digits.get(currency) ?? 2,
  });
  const policy = given.allowsNegative ? { allowNegativePrices: true } : {};
  const head = { version: 1, rules: 1, kind, currency, date: context.date, policy };
  let last = 0;
  const list = new PastedList({
    columns: COLUMNS,
    context,
    products: given.products.map(({ price, currency: own, ...product }) => ({
      ...product,
      prices: { [own]: price },
    })),
    prices: (rates) => ({
      price: priceStepsBy(session, { ...head, taxRates: [...rates] }),
      close: () => undefined,
    }),
    takesDiscounts: true,
    newId: (each) => `${each}_${++last}`,
  });
  const content = await readTableFile(new TextEncoder().encode(given.list), 'en');
  const table =
    content.kind === 'table' ? content.table : content.kind === 'json' ? content.rows : null;
  if (table !== null) list.take(table.text, table.plainNumbers);
  if (given.addsRates) list.addsRates = true;
  return list;
}

/** What an outcome calls a problem, as the sentences say it. */
const PROBLEMS: Readonly<Record<string, RegExp>> = {
  price: /unit price/i,
  currency: /this document is in/,
  number: /not clear as a number/,
  tax: /tax/i,
  total: /The list gives/,
  billing: /billing|term/i,
  name: /item is missing/i,
  quantity: /quantity/i,
  amount: /amount|The list gives/,
  core: /./,
  any: /./,
  side: /./,
};

const short = (text: string): string =>
  text.replace(/^(-?\d+)\.(\d*?)0+$/, '$1.$2').replace(/\.$/, '');
function text(value: unknown): string {
  if (value === undefined || value === null) return '';
  return value instanceof NumberText ? value.text : String(value);
}

/** A row as outcomes write lines. */
function written(row: PastedRow, given: ListCase, list: PastedList): string {
  const { line } = row;
  const name = text(line['name']).replaceAll('\n', '\\n');
  if (row.problems.length > 0)
    return `! ${row.problems.join(' ')} | ${name || row.cells.join(' ').trim()}`;
  if (line['type'] === 'section') return `# ${name}`;
  if (line['type'] === 'note') return `> ${name}`;
  const discount = line['discount'] as JsonObject | undefined;
  const billing = line['billing'] as JsonObject | undefined;
  const rates = ((line['taxRateIds'] as string[] | undefined) ?? []).map((id) =>
    short(text(list.rates.find((rate) => rate['id'] === id)?.['percent'])),
  );
  const more: [string, string][] = [
    ['description', text(line['description']).replaceAll('\n', '\\n')],
    ['sku', text(line['sku'])],
    ['unit', text(line['unit'])],
    ['cost', short(text(line['cost']))],
    ['discount', discountText(discount)],
    ['tax', rates.join(' ')],
    ['every', text(billing?.['frequency'])],
    ['term', text(billing?.['term'])],
    ['payments', text(billing?.['payments'])],
    ['product', text(line['productId'])],
  ];
  const said = more.flatMap(([word, value]) => (value === '' ? [] : [`${word} ${value}`]));
  if (line['optional'] === true) said.push('optional');
  const quantity = short(text(line['quantity'] ?? '1'));
  return [name, quantity, short(text(line['unitPrice'])), ...said.sort()].join(' | ');
}

function discountText(discount: JsonObject | undefined): string {
  if (!discount) return '';
  const [mode = '', value] = Object.entries(discount)[0] ?? [];
  if (sameDecimal(text(value), '0')) return '';
  return `${short(text(value))} ${{ percent: '%', amount: 'each', total: 'line' }[mode] ?? mode}`;
}

/** An outcome's line as `written` writes it. */
function canonical(line: string): string {
  if (/^[#>!?] /.test(line)) return line.trim();
  if (line.startsWith('% ')) {
    const [name = '', amount = ''] = line.split(' | ');
    return `${name} | ${short(amount.trim())}`;
  }
  const [name = '', quantity = '', price = '', ...said] = line
    .split('|')
    .map((each) => each.trim());
  const plain = said.map((each) =>
    each.replace(
      /^(cost|discount|tax) (-?[\d.]+)/,
      (_, word, number) => `${word} ${short(number)}`,
    ),
  );
  return [name, short(quantity), short(price), ...plain.sort()].join(' | ');
}

function fits(actual: string, expected: string): boolean {
  if (!expected.startsWith('! ')) return actual === expected;
  const [problem = '', name = ''] = expected.slice(2).split(' | ');
  const [problems = '', written = ''] = actual.slice(2).split(/ \| (?=[^|]*$)/);
  return (
    actual.startsWith('! ') &&
    (PROBLEMS[problem] ?? /$^/).test(problems) &&
    (written === name || written.includes(name))
  );
}

/** What the preview names besides rows: what it left out, and what it guessed. */
function namedBy(list: PastedList): string[] {
  const left = list.leftOut.length + list.outside.length > 0 ? ['left out'] : [];
  return [
    ...left,
    ...(list.unclear === null ? [] : ['numbers']),
    ...(list.grossHeading === '' ? [] : ['gross']),
  ];
}

function comesOut(
  actual: readonly string[],
  named: readonly string[],
  outcome: readonly string[],
): boolean {
  const lines = outcome.filter((line) => !line.startsWith('? ')).map(canonical);
  const asked = outcome.filter((line) => line.startsWith('? ')).map((line) => line.slice(2).trim());
  return (
    lines.length === actual.length &&
    lines.every((line, at) => fits(actual[at] ?? '', line)) &&
    asked.every((word) => named.includes(word))
  );
}

describe('lists of tools, countries and habits', () => {
  for (const given of listCases()) {
    const check = async (): Promise<void> => {
      const list = await listOf(given);
      const rows = list.text === '' ? rowsOfJson(given) : list.rows;
      const off = list.takenOff.map(({ name, amount }) => `% ${name} | ${short(amount)}`);
      const actual = [...rows.map((row) => written(row, given, list)), ...off];
      const named = namedBy(list);
      if (given.outcomes.some((outcome) => comesOut(actual, named, outcome))) return;
      const said = [...actual, ...named.map((each) => `? ${each}`)];
      const wanted = given.outcomes.map((each) => each.map(canonical).join('\n'));
      const columns = JSON.stringify(list.mapping);
      expect.fail([given.file, columns, ...said, 'is not', wanted.join('\nnor\n')].join('\n'));
    };
    if (given.todo === '') it(given.title, check);
    else it.fails(`${given.title} — todo: ${given.todo}`, check);
  }
});
