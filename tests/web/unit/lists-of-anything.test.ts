// ED-3.9: whatever is pasted becomes lines whose numbers are decimals, or rows with problems; no cell of
// words disappears, and nothing throws.
import fc from 'fast-check';
import { beforeAll, expect, it } from 'vitest';
import { COLUMNS } from '../../../web/src/columns/all.ts';
import type { DocumentSession } from '../../../web/src/engine/client.ts';
import { PastedList } from '../../../web/src/element/pasted-list.ts';
import { priceStepsBy } from '../../../web/src/element/pasted-prices.ts';
import { loadNodeEngine } from '../../../wasm/node.mjs';
import { contextOf } from './context.ts';

const HEADINGS =
  'Item|Qty|Price|Discount|Discount %|Total|VAT|VAT rate|Debit|Credit|Setup fee|Monthly fee|Price/100|PE|SKU|Price incl. VAT|Net price|List price|Description|Date|Billing|Term|amazon-order-id|item-price|2026|Per|'.split(
    '|',
  );
const CELLS =
  'Chair|3|49.00|1.500|0.2|10%|none|-|10 % off|€5|(12.50)|2026-11-01|3:30|A1|1|100|0.00|1,200.00|Total|Delivery 1 25.00 25.00|2 Chairs 49,50|12 CR|"quoted|1e5|٣٤|１２|-5|5-|NaN|__proto__|monthly|=1+1|Discount 10%|-150.00|5 x Desk at 20.00|4 h à 95 €|'.split(
    '|',
  );
const WORDS = ['Armchair', 'Overhaul', 'Füllfeder'];

const table = fc
  .record({
    separator: fc.constantFrom('\t', ';', '|', '  ', ' '),
    head: fc.option(fc.array(fc.constantFrom(...HEADINGS), { minLength: 1, maxLength: 7 })),
    letter: fc.boolean(),
    rows: fc.array(fc.array(fc.constantFrom(...CELLS, ...WORDS), { maxLength: 7 }), {
      maxLength: 6,
    }),
  })
  .map(({ separator, head, rows, letter }) => {
    const list = [...(head === null ? [] : [head]), ...rows].map((row) => row.join(separator));
    return [letter ? 'Dear Anna,' : '', ...list, letter ? 'Kind regards\nTom' : ''].join('\n');
  });

let session: Pick<DocumentSession, 'open' | 'query'>;
beforeAll(async () => {
  const core = (await loadNodeEngine()).session();
  session = {
    open: (state) => JSON.parse(core.open(state)),
    query: (request) => JSON.parse(core.query(JSON.stringify(request))),
  };
});

function listOf(text: string, locale: string): PastedList {
  const context = contextOf({ locale, taxRates: [{ id: 't', name: 'VAT', percent: '20' }] });
  const head = { version: 1, currency: 'USD', date: context.date };
  let last = 0;
  const list = new PastedList({
    columns: COLUMNS,
    context,
    prices: (taxRates) => ({
      price: priceStepsBy(session, { ...head, taxRates: [...taxRates] }),
      close: () => undefined,
    }),
    takesDiscounts: true,
    newId: (kind) => `${kind}_${++last}`,
  });
  list.take(text);
  return list;
}

it('whatever is pasted becomes decimals or says why not, and no words disappear', () => {
  fc.assert(
    fc.property(table, fc.constantFrom('en-US', 'de-DE', 'fr-FR'), (text, locale) => {
      const list = listOf(text, locale);
      for (const { line, problems } of list.rows) {
        const numbers = [line['quantity'], line['unitPrice'], line['cost']];
        for (const number of numbers) {
          if (number === undefined || problems.length > 0) continue;
          expect(String(number)).toMatch(/^-?\d+(?:\.\d+)?$/);
        }
      }
      const kept = JSON.stringify([
        list.headings,
        list.rows,
        list.outside,
        list.leftOut,
        list.takenOff,
      ]);
      for (const word of WORDS) if (text.includes(word)) expect(kept).toContain(word);
    }),
    { numRuns: 400 },
  );
});
