/** What the buyer chose so far, and the offer with it, as the core makes it. */
import type { JsonObject } from '../engine/replies.ts';
import { records, text } from './paper-source.ts';

export interface Choices {
  quantities: Record<string, string>;
  selected: Record<string, boolean>;
  code?: string;
}

/** A stateless function of the engine. */
export type CallEngine = (name: string, argument: JsonObject) => unknown;

export type ChoiceResult =
  | { readonly ok: true; readonly state: JsonObject }
  | { readonly ok: false; readonly message: string; readonly path: string };

/** The offer with these choices; the core refuses what the seller does not allow. */
export function applyChoices(offer: JsonObject, choices: Choices, call: CallEngine): ChoiceResult {
  const reply = call('choices', { state: offer, choices: { ...choices } as JsonObject }) as {
    state?: JsonObject;
    error?: { message: string; path: string };
  };
  if (reply.state) return { ok: true, state: reply.state };
  return { ok: false, message: reply.error?.message ?? '', path: reply.error?.path ?? '' };
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
  const reply = call('formula', { text: formula, digits: 6 }) as { value?: string };
  return reply.value ?? null;
}
