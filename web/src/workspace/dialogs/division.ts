/**
 * What an offer asks for now, divided between its invoice and its subscription: what each way to divide
 * it comes to, beside what was offered (DO-3.7).
 */
import type { Converted, JsonObject, Totals } from '../../../../schema/contract.ts';
import type { DocumentSession } from '../../engine/client.ts';
import { isRefusal } from '../../engine/refusal.ts';
import type { Json } from '../../json/lossless-json.ts';
import { negated } from '../../number/taken-off.ts';
import { text } from '../../preview/paper-source.ts';
import { compareDecimals } from '../decimals.ts';
import type { DocumentPage } from '../pages/document-page.ts';
import { textOf } from '../store/verbatim.ts';

/** Documents that are made in one go. */
export interface Made {
  readonly to: string;
  readonly converted: Converted;
}

/** Does something with a document as the core knows it; nothing where it is refused. */
export function withState<T>(
  page: DocumentPage,
  state: JsonObject,
  use: (session: DocumentSession) => T[],
): T[] {
  const session = page.workspace.client.session();
  try {
    return isRefusal(session.open(textOf(state as Json))) ? [] : use(session);
  } finally {
    session.close();
  }
}

/** What documents ask for now, by the core; those without an amount are left out. */
export function dueNowOf(page: DocumentPage, states: readonly JsonObject[]): string[] {
  return states.flatMap((state) =>
    withState(page, state, (session) => {
      const { dueNow } = (session.query({ get: 'summary' }) as Totals).summary;
      return dueNow === null ? [] : [dueNow];
    }),
  );
}

function sum(page: DocumentPage, amounts: readonly string[]): string {
  const currency = text(page.head, 'currency');
  const reply = page.workspace.client.call('sum', { currency, lists: [amounts] });
  return isRefusal(reply) ? '' : (reply.sums[0] ?? '');
}

/** An offer, and the documents that ask for it. */
export interface Division {
  /** What it asks for now. */
  readonly offered: string;
  /** The documents with what each asks for now: made before, made now, and still to be made. */
  readonly parts: readonly (readonly [kind: string, dueNow: string])[];
}

/** Those of kinds, of which there may be none. */
export function partsOf(
  page: DocumentPage,
  kind: string,
  states: readonly JsonObject[],
): Division['parts'] {
  return dueNowOf(page, states).map((dueNow) => [kind, dueNow] as const);
}

/** By how much the documents ask for more than was offered; '' where they ask for exactly that. */
export function differenceOf(page: DocumentPage, { offered, parts }: Division): string {
  const difference = sum(page, [...parts.map(([, dueNow]) => dueNow), negated(offered)]);
  return compareDecimals(difference, '0') === 0 ? '' : difference;
}

/** The documents added up, and what that is to what was offered. */
export function additionWords(page: DocumentPage, division: Division): string {
  const { w, translator, money } = page.workspace;
  const currency = text(page.head, 'currency');
  const { parts, offered } = division;
  const said = {
    parts: parts
      .map(
        ([kind, dueNow]) => `${translator.lookup(`kind.${kind}`, kind)} ${money(dueNow, currency)}`,
      )
      .join(' + '),
    sum: money(
      sum(
        page,
        parts.map(([, dueNow]) => dueNow),
      ),
      currency,
    ),
    offered: money(offered, currency),
  };
  const difference = differenceOf(page, division);
  if (difference === '') return w('convert.addsUp', said);
  return difference.startsWith('-')
    ? w('convert.asksLess', { ...said, difference: money(negated(difference), currency) })
    : w('convert.asksMore', { ...said, difference: money(difference, currency) });
}
