// A document of recurring lines over five years: an edit and its totals, and what is made only when
// it is looked at. Once all lines start on one day, once on 365 different days.

import { loadNodeCore } from '../wasm/node.mjs';
import { report, time } from './clock.mjs';

function recurring(n, days) {
  const lines = Array.from({ length: n }, (_, i) => ({
    id: `li_${i}`,
    name: `Seat ${i}`,
    unitPrice: `${10 + (i % 7)}.5`,
    quantity: '2',
    taxRateIds: ['vat'],
    billing: { frequency: 'monthly', payments: 60, start: { delayDays: i % days } },
  }));
  const taxRates = [{ id: 'vat', name: 'VAT', percent: '20' }];
  return JSON.stringify({ version: 1, currency: 'USD', date: '2026-01-31', taxRates, lines });
}

/** Milliseconds of an edit, the summary, the schedule and the schedule by line. */
export async function recurringDocument(n = 10_000) {
  for (const startDays of [1, 365]) {
    const session = (await (await loadNodeCore()).create()).newSession();
    session.open(recurring(n, startDays));
    let amount = 0;
    const edit = time(() => session.edit(n >> 1, 0, String(++amount % 1000)));
    report({ bench: 'recurring', n, startDays, what: 'edit → totals', ms: +edit.toFixed(4) });
    for (const get of ['summary', 'subscriptions', 'schedule']) {
      const ms = time(() => session.query(JSON.stringify({ get })), { least: 300 });
      report({ bench: 'recurring', n, startDays, what: get, ms: +ms.toFixed(2) });
    }
    const ms = time(() => session.query('{"get":"schedule","lines":true}'), {
      least: 600,
      rounds: 2,
    });
    report({ bench: 'recurring', n, startDays, what: 'schedule, each line', ms: +ms.toFixed(0) });
  }
}
