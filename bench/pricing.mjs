// (a) Full pricing of W(n) in memory, and the cents each one gets wrong; (b) one keystroke → all
// totals. The peers recompute, as they do in the products that use them; the hand-written BigInt is
// measured incrementally too.

import { loadNodeCore } from '../wasm/node.mjs';
import { each, quantile, report, time } from './clock.mjs';
import { medusa } from './medusa.mjs';
import { PEERS, bigint, full } from './peers.mjs';
import { RATES, SEED, SETS, lines, state } from './workload.mjs';

const QUANTITY = 1;
const FEE = [{ id: 'fee', type: 'fee', name: 'Handling', amount: '1' }];

async function openSession(workload, extra = {}) {
  const core = await (await loadNodeCore()).create();
  const session = core.newSession();
  session.open(state(workload, extra));
  return session;
}

/** Repricing everything without reading anything again: an edit of a fee prices the document. */
async function crossfootFull(workload) {
  const session = await openSession(workload, { adjustments: FEE });
  let amount = 0;
  const ms = time(() => {
    amount = (amount + 1) % 97;
    session.apply(
      `{"op":"set","path":"/adjustments/fee/amount","value":"${amount}","coalesce":"bench"}`,
    );
  });
  return ms;
}

function peerFull(peer, workload) {
  const parsed = workload.map((line) => peer.parse(line));
  const rateOf = workload.map((line) => line.rate);
  return time(() => full(peer, parsed, rateOf));
}

/** (a) lines per second, n = 1 … 100 000. */
export async function fullPricing(sizes) {
  for (const n of sizes) {
    const workload = lines(n);
    const own = await crossfootFull(workload);
    report({
      bench: 'full',
      n,
      who: 'crossfoot (WASM)',
      linesPerSecond: Math.round(n / own) * 1000,
      ratio: 1,
    });
    for (const peer of PEERS) {
      if (n > 10_000 && peer !== bigint && peer.name !== 'floats, Math.round') continue;
      const ms = peerFull(peer, workload);
      report({
        bench: 'full',
        n,
        who: peer.name,
        linesPerSecond: Math.round((n / ms) * 1000),
        ratio: +(ms / own).toFixed(1),
      });
    }
    if (n > 1_000) continue;
    const cart = medusa.cart(workload);
    const ms = time(() => medusa.total(cart));
    report({
      bench: 'full',
      n,
      who: medusa.name,
      linesPerSecond: Math.round((n / ms) * 1000),
      ratio: +(ms / own).toFixed(1),
    });
  }
}

/** The minor units of a printed amount. */
const minor = (text) => text.replace('.', '').replace(/^(-?)0+(?=\d)/, '$1');

/** How many lines of 10 000 have a wrong amount, by set: against the BigInt peer. */
export async function wrongCents(n = 10_000) {
  for (const set of Object.keys(SETS)) {
    const workload = lines(n, set);
    const right = workload.map((line) =>
      bigint.price(bigint.parse(line)).map((a) => bigint.minor(a)),
    );
    const session = await openSession(workload);
    const view = JSON.parse(session.query('{"get":"view"}'));
    const own = view.lines.filter((line, i) =>
      [line.list, line.discount, line.net, line.tax].some((a, k) => minor(a) !== right[i][k]),
    ).length;
    report({ bench: 'wrong', set, n, who: 'crossfoot (WASM)', wrongLines: own });
    for (const peer of PEERS.filter((peer) => peer !== bigint)) {
      const wrong = workload.filter((line, i) =>
        peer.price(peer.parse(line)).some((a, k) => peer.minor(a) !== right[i][k]),
      ).length;
      report({ bench: 'wrong', set, n, who: peer.name, wrongLines: wrong });
    }
  }
}

/** (b) one keystroke in a quantity: p50, p99 and mean in microseconds. */
export async function keystroke(sizes) {
  const value = (i) => `${(i * 7919) % 999}.${(i % 9) + 1}`;
  const micro = (figures) => ({
    p50: +(quantile(figures, 0.5) * 1000).toFixed(2),
    p99: +(quantile(figures, 0.99) * 1000).toFixed(2),
    mean: +((figures.reduce((sum, ms) => sum + ms, 0) * 1000) / figures.length).toFixed(2),
  });
  for (const n of sizes) {
    const workload = lines(n);
    const session = await openSession(workload);
    const edits = (count) => each(count, (i) => session.edit((i * 7919) % n, QUANTITY, value(i)));
    // Until the engine's optimising compiler has caught up, which it does beside the edits.
    edits(30_000);
    const own = micro(edits(20_000));
    report({ bench: 'keystroke', n, who: 'crossfoot (WASM)', ...own, ratio: 1 });
    const tied = await openSession(workload, {
      adjustments: [{ id: 'd', type: 'discount', name: 'Order discount', percent: '10' }],
    });
    each(50, (i) => tied.edit((i * 7919) % n, QUANTITY, value(i)));
    // Other values than in the warm-up: an edit that changes nothing costs nothing.
    const shared = micro(
      each(n > 10_000 ? 50 : 300, (i) => tied.edit((i * 7919) % n, QUANTITY, value(i + 1000))),
    );
    report({
      bench: 'keystroke',
      n,
      who: 'crossfoot, with an order discount',
      ...shared,
      ratio: +(shared.p50 / own.p50).toFixed(1),
    });
    if (n > 10_000) continue;
    for (const peer of PEERS) {
      const parsed = workload.map((line) => peer.parse(line));
      const rateOf = workload.map((line) => line.rate);
      const runs = n >= 1_000 ? 12 : 200;
      const figures = each(runs, (i) => {
        const at = (i * 7919) % n;
        parsed[at] = peer.parse({ ...workload[at], quantity: value(i) });
        full(peer, parsed, rateOf);
      });
      const theirs = micro(figures);
      report({
        bench: 'keystroke',
        n,
        who: peer.name,
        ...theirs,
        ratio: +(theirs.p50 / own.p50).toFixed(1),
      });
    }
    incrementalBigInt(workload, own, micro, value);
  }
}

/** Minor units as the text of a decimal. */
function printed(amount) {
  const digits = (amount < 0n ? -amount : amount).toString().padStart(3, '0');
  return `${amount < 0n ? '-' : ''}${digits.slice(0, -2)}.${digits.slice(-2)}`;
}

/** The edited line's amounts and all totals, kept up to date and printed: what Crossfoot answers. */
function incrementalBigInt(workload, own, micro, value) {
  const priced = workload.map((line) => bigint.price(bigint.parse(line)));
  const totals = { net: 0n, off: 0n, taxes: RATES.map(() => 0n), total: 0n };
  const add = ([, off, net, tax], rate, sign) => {
    totals.net += sign * net;
    totals.off += sign * off;
    totals.taxes[rate] += sign * tax;
    totals.total += sign * (net + tax);
  };
  priced.forEach((amounts, i) => add(amounts, workload[i].rate, 1n));
  const edit = (i) => {
    const at = (i * 7919) % workload.length;
    const line = workload[at];
    add(priced[at], line.rate, -1n);
    priced[at] = bigint.price(bigint.parse({ ...line, quantity: value(i) }));
    add(priced[at], line.rate, 1n);
    return [...priced[at], totals.net, totals.off, ...totals.taxes, totals.total].map(printed);
  };
  each(3000, edit);
  const theirs = micro(each(20_000, edit));
  report({
    bench: 'keystroke',
    n: workload.length,
    who: 'hand-written BigInt, incremental',
    ...theirs,
    ratio: +(theirs.p50 / own.p50).toFixed(1),
  });
}

export { SEED };
