/**
 * Which numbers were given, by prefix: kept beside the documents, so that numbers whose documents are
 * gone (an older backup was restored) are missed.
 */

/** The first and the last counter given with each prefix, as digits. */
export type GivenNumbers = Readonly<
  Record<string, { readonly first: string; readonly last: string }>
>;

/** The counter of a number, and its prefix. */
function splitNumber(number: string): { prefix: string; counter: bigint } | null {
  const match = /^(.*)-(\d{1,18})$/.exec(number);
  return match ? { prefix: match[1] ?? '', counter: BigInt(match[2] ?? '0') } : null;
}

/** What stands in the database or in a backup, as far as it is what it should be. */
export function readGiven(value: unknown): GivenNumbers {
  const isDigits = (text: unknown): text is string =>
    typeof text === 'string' && /^\d{1,18}$/.test(text);
  const entries = Object.entries(
    (value ?? {}) as Record<string, { first?: unknown; last?: unknown }>,
  );
  return Object.fromEntries(
    entries.flatMap(([prefix, { first, last }]) =>
      isDigits(first) && isDigits(last) ? [[prefix, { first, last }]] : [],
    ),
  );
}

/** The same with more numbers. */
export function withNumbers(given: GivenNumbers, numbers: readonly string[]): GivenNumbers {
  const spans = new Map(Object.entries(given));
  for (const number of numbers) {
    const parts = splitNumber(number);
    if (!parts) continue;
    const { prefix, counter } = parts;
    const { first, last } = spans.get(prefix) ?? { first: counter, last: counter };
    spans.set(prefix, {
      first: String(counter < BigInt(first) ? counter : first),
      last: String(counter > BigInt(last) ? counter : last),
    });
  }
  return Object.fromEntries(spans);
}

/** What was given here and there. */
export function joinedGiven(here: GivenNumbers, there: GivenNumbers): GivenNumbers {
  const ends = Object.entries(there).flatMap(([prefix, { first, last }]) => [
    `${prefix}-${first}`,
    `${prefix}-${last}`,
  ]);
  return withNumbers(here, ends);
}

/** Numbers that are missing: between those that are there, and of those that were given. */
export function gapsIn(numbers: readonly string[], given: GivenNumbers = {}): string[] {
  const byPrefix = new Map<string, bigint[]>();
  // Just outside of what was given: what is missing lies between.
  for (const [prefix, { first, last }] of Object.entries(given)) {
    byPrefix.set(prefix, [BigInt(first) - 1n, BigInt(last) + 1n]);
  }
  for (const number of numbers) {
    const parts = splitNumber(number);
    if (!parts) continue;
    byPrefix.set(parts.prefix, [...(byPrefix.get(parts.prefix) ?? []), parts.counter]);
  }
  const gaps: string[] = [];
  for (const [prefix, counters] of byPrefix) {
    const sorted = counters.toSorted((a, b) => (a < b ? -1 : a > b ? 1 : 0));
    sorted.forEach((counter, index) => {
      const before = sorted[index - 1];
      if (before === undefined || counter - before <= 1n) return;
      const last = counter - 1n;
      const first = before + 1n;
      gaps.push(first === last ? `${prefix}-${first}` : `${prefix}-${first} … ${prefix}-${last}`);
    });
  }
  return gaps;
}
