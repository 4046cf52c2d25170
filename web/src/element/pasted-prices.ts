/** What the core makes of lines that are not in the document yet: nothing is computed here. */
import { writeJson } from '../json/lossless-json.ts';
import { sameDecimal } from '../number/same-decimal.ts';
import type { Issue, Json, JsonObject, PricedLine, Row } from '../../../schema/contract.ts';
import type { DocumentSession } from '../engine/client.ts';
import { isRefusal } from '../engine/refusal.ts';
import type { Steps } from '../ui/in-slices.ts';

/** What the core says of a line. */
export interface Answer {
  /** Its amounts; null where it gives none. */
  readonly priced: PricedLine | null;
  readonly issues: readonly Issue[];
}

/** What the core says of lines, in their order. */
export type PriceLines = (lines: readonly JsonObject[]) => readonly Answer[];

/** The same in steps. */
export type PriceSteps = (lines: readonly JsonObject[]) => Steps<readonly Answer[]>;

/** Lines that are asked for together. */
const TOGETHER = 500;

/** Asks for a member of each of the lines that are open in a session, in steps. */
function* rowsOf(session: Session, count: number): Steps<readonly (Row | undefined)[]> {
  const rows: (Row | undefined)[] = [];
  for (let from = 0; from < count; from += TOGETHER) {
    yield from / count;
    const reply = session.query({ get: 'rows', from, count: Math.min(TOGETHER, count - from) });
    for (let at = from; at < Math.min(from + TOGETHER, count); at++)
      rows.push(isRefusal(reply) ? undefined : reply.rows[at - from]);
  }
  return rows;
}

export const NO_ANSWER: Answer = { priced: null, issues: [] };

/**
 * What an amount column of a list may hold of each line, the most usual first. What a discount is taken
 * from is none: a list whose amounts leave its discounts out is asked about.
 */
const AMOUNTS = ['net', 'total'] as const;
export type AmountMember = (typeof AMOUNTS)[number];

type Session = Pick<DocumentSession, 'open' | 'query'>;

/** What lines come to together: before the taxes that are added to prices, and with them. */
export interface Sums {
  readonly subtotal: string;
  readonly dueNow: string;
}

/** Opens lines as a document of their own, by the rules and rates of another; true where it could. */
function openLines(
  session: Session,
  head: JsonObject,
  lines: readonly JsonObject[],
  kind: Json = 'quote',
): boolean {
  const { version, rules, currency, date, policy, taxRates, adjustments } = head;
  const rule = { version, rules, currency, date, policy, taxRates, adjustments, kind };
  return !isRefusal(session.open(writeJson({ ...rule, lines: [...lines] })));
}

/** What makes a line of a document of that kind wrong, for each of the lines. */
export function* errorsIn(
  session: Session,
  head: JsonObject,
  lines: readonly JsonObject[],
): Steps<(readonly Issue[])[]> {
  yield 0;
  if (!openLines(session, head, lines, head['kind'] ?? 'quote')) return lines.map(() => []);
  const rows = yield* rowsOf(session, lines.length);
  return lines.map((_, at) =>
    (rows[at]?.issues ?? []).filter(({ severity }) => severity === 'error'),
  );
}

/** What lines come to by the rules and rates of a document; null where they have no total. */
export function sumLinesBy(
  session: Session,
  head: JsonObject,
): (lines: readonly JsonObject[]) => Sums | null {
  return (lines) => {
    if (lines.length === 0 || !openLines(session, head, lines)) return null;
    const reply = session.query({ get: 'summary' });
    if (isRefusal(reply)) return null;
    const { subtotal, dueNow } = reply.summary;
    return subtotal === null || dueNow === null ? null : { subtotal, dueNow };
  };
}

/** The steps of who has no core to ask. */
export function* noPrices(lines: readonly JsonObject[]): Steps<readonly Answer[]> {
  return lines.map(() => NO_ANSWER);
}

/** Prices lines by the rules and rates of a document, in a session of their own. */
export function priceStepsBy(session: Session, head: JsonObject): PriceSteps {
  return function* price(lines) {
    yield 0;
    if (!openLines(session, head, lines)) return lines.map(() => NO_ANSWER);
    const rows = yield* rowsOf(session, lines.length);
    return lines.map((_, at) => {
      const { priced = null, issues = [] } = rows[at] ?? {};
      return { priced: priced?.priced === false ? null : priced, issues };
    });
  };
}

/** What was listed as the amount of a line, and what the line makes. */
export interface Compared {
  readonly listed: string;
  readonly priced: PricedLine | null;
}

const agrees = ({ listed, priced }: Compared, member: AmountMember): boolean => {
  const made = priced?.[member];
  return typeof made === 'string' && sameDecimal(made, listed);
};

/** The amount of a line that most of those listed are, and how many are. */
export function amountMeant(rows: readonly Compared[]): { member: AmountMember; agree: number } {
  let best: { member: AmountMember; agree: number } = { member: 'net', agree: 0 };
  for (const member of AMOUNTS) {
    const agree = rows.filter((row) => agrees(row, member)).length;
    if (agree > best.agree) best = { member, agree };
  }
  return best;
}
