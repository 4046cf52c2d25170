// Measuring: repeats until the clock has something to say, and reports medians, so that one slow
// moment of the machine does not make a figure.

const sorted = (values) => [...values].sort((a, b) => a - b);

/** The value below which a share of the values lies. */
export function quantile(values, share) {
  const list = sorted(values);
  return list[Math.min(list.length - 1, Math.floor(list.length * share))];
}

/** Median milliseconds of one call, from several rounds of at least `least` milliseconds. */
export function time(work, { least = 120, rounds = 5 } = {}) {
  work();
  const figures = [];
  for (let round = 0; round < rounds; round++) {
    let calls = 0;
    const start = performance.now();
    let now = start;
    do {
      work();
      calls++;
      now = performance.now();
    } while (now - start < least / rounds);
    figures.push((now - start) / calls);
  }
  return quantile(figures, 0.5);
}

/** Milliseconds of each of n calls. */
export function each(n, work) {
  const figures = new Float64Array(n);
  for (let i = 0; i < n; i++) {
    const start = performance.now();
    work(i);
    figures[i] = performance.now() - start;
  }
  return figures;
}

/** One result: a JSON line that says what, who, how much and the ratio to Crossfoot. */
export function report(row) {
  console.log(JSON.stringify(row));
}
