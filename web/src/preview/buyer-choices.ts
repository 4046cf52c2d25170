/** What the buyer chose so far, and the offer with it, as the core makes it. */
import type { Said } from '../sentences/refusals.ts';
import type { Argument, JsonObject, Refusal, Reply } from '../../../schema/contract.ts';
import { parseJson, writeJson, type Json } from '../json/lossless-json.ts';
import { records, text } from './paper-source.ts';

export interface Choices {
  quantities: Record<string, string>;
  selected: Record<string, boolean>;
  code?: string;
}

/** The engine's function `formula`. */
export type CallEngine = (
  name: 'formula',
  argument: Argument<'formula'>,
) => Reply<'formula'> | Refusal;
/** The same, text in and out: numbers that JavaScript would round keep their digits. */
export type CallText = (name: string, argument: string) => string;

export type ChoiceResult =
  { readonly ok: true; readonly state: string } | { readonly ok: false; readonly refused: Said };

/** The offer with these choices, both as text; the core refuses what the seller does not allow. */
export function applyChoices(
  offer: string,
  choices: Partial<Choices>,
  call: CallText,
): ChoiceResult {
  const argument = `{"state":${offer},"choices":${JSON.stringify(choices)}}`;
  const reply = parseJson(call('choices', argument)) as {
    state?: Json;
    error?: Said;
  };
  if (reply.state) return { ok: true, state: writeJson(reply.state) };
  return { ok: false, refused: reply.error ?? { message: '' } };
}

/** Whether one step less, and one more, stays inside what the seller offers. */
export function stepsLeft(
  offer: JsonObject,
  id: string,
  quantity: string,
  call: CallEngine,
): { less: boolean; more: boolean } {
  const line = records(offer, 'lines').find((each) => text(each, 'id') === id);
  const range = line?.['quantityRange'];
  const isBelow = (one: string, other: string): boolean => {
    const reply = call('formula', { text: `=(${one})-(${other})`, digits: 6 });
    return 'value' in reply && reply.value.startsWith('-');
  };
  const less = steppedQuantity(offer, id, quantity, false, call);
  const more = steppedQuantity(offer, id, quantity, true, call);
  const max = text(range, 'max');
  return {
    less: less !== null && !isBelow(less, text(range, 'min') || '0'),
    more: more !== null && (max === '' || !isBelow(max, more)),
  };
}

/** The quantity one step away, inside what the seller allows or not: the core decides on that. */
export function steppedQuantity(
  offer: JsonObject,
  id: string,
  quantity: string,
  more: boolean,
  call: CallEngine,
): string | null {
  const line = records(offer, 'lines').find((each) => text(each, 'id') === id);
  const range = line?.['quantityRange'];
  const step = text(range, 'step') || '1';
  const formula = `=${quantity}${more ? '+' : '-'}${step}`;
  const reply = call('formula', { text: formula, digits: 6 });
  return 'value' in reply ? reply.value : null;
}
