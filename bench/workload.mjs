// The workloads that all peers price: W(n), and the sets on which rounding goes wrong most often.
// Deterministic: the seed is printed, the same seed gives the same lines.

export const SEED = 0x12345678;

/** The generator of the workload: each draw is (s >> 8) mod m. */
function drawer(seed) {
  let s = seed >>> 0;
  return (m) => {
    s = (Math.imul(s, 1664525) + 1013904223) >>> 0;
    return (s >>> 8) % m;
  };
}

/** An integer as a decimal text with a fixed number of places. */
function decimal(digits, places) {
  const text = String(digits).padStart(places + 1, '0');
  return `${text.slice(0, -places)}.${text.slice(-places)}`;
}

export const RATES = ['0', '7.25', '8.875', '19', '21.1234'];

const general = (draw) => ({
  unitPrice: decimal(draw(1_000_000_000), 6),
  quantity: decimal(draw(100_000) + 1, 3),
  discount: decimal(draw(3_000), 2),
});

const retail = (draw) => ({
  unitPrice: `${draw(200)}.${['99', '95', '49'][draw(3)]}`,
  quantity: String(draw(12) + 1),
  discount: ['10', '15', '20', '25', '33.33'][draw(5)],
});

const negative = (draw) => {
  const line = general(draw);
  return draw(2) === 0 ? { ...line, unitPrice: `-${line.unitPrice}` } : line;
};

const large = (draw) => ({
  unitPrice: `${draw(100_000)}${String(draw(1_000_000)).padStart(6, '0')}.${String(draw(100)).padStart(2, '0')}`,
  quantity: String(draw(100) + 1),
  discount: decimal(draw(3_000), 2),
});

export const SETS = { general, retail, negative, large };

/** n lines of a set: `{id, unitPrice, quantity, discount, rate}`, all numbers as texts. */
export function lines(n, set = 'general', seed = SEED) {
  const draw = drawer(seed);
  const make = SETS[set];
  return Array.from({ length: n }, (_, i) => ({
    id: `li_${i + 1}`,
    ...make(draw),
    rate: draw(RATES.length),
  }));
}

/** The same lines as a state of Crossfoot. */
export function state(workload, extra = {}) {
  return JSON.stringify({
    version: 1,
    currency: 'USD',
    date: '2026-11-22',
    policy: { allowNegativePrices: true },
    taxRates: RATES.map((percent, i) => ({ id: `t${i}`, name: `Rate ${i}`, percent })),
    lines: workload.map((line, i) => ({
      id: line.id,
      name: `Line item number ${i + 1}`,
      unitPrice: line.unitPrice,
      quantity: line.quantity,
      discount: { percent: line.discount },
      taxRateIds: [`t${line.rate}`],
    })),
    ...extra,
  });
}
