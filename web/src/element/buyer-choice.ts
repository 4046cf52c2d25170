/**
 * What a buyer may leave out, and how much they may take. Two facts of a line: `optional` (the buyer may leave it out) and
 * `selected` (it is taken now; absent means it is not). Only an optional line that is not taken
 * counts in no sum.
 */
import type { FieldChange } from '../columns/column.ts';
import type { JsonObject } from '../../../schema/contract.ts';
import { kindFacts } from '../store/kind-facts.ts';

/** True where documents of this kind give their buyer a choice. */
export function givesChoice(kind: string): boolean {
  return kindFacts(kind).givesChoice;
}

/** True for a line the buyer may leave out. */
export function isOptional(line: JsonObject): boolean {
  return line['optional'] === true;
}

/** True for an optional line that is taken. */
export function isChosen(line: JsonObject): boolean {
  return line['selected'] === true;
}

/** True for a line whose amounts are shown but count in no sum. */
export function isLeftOut(line: JsonObject): boolean {
  return isOptional(line) && !isChosen(line);
}

/** Lets the buyer leave a line out, or not any more. What counted before goes on counting. */
export function optionalChanges(line: JsonObject, optional: boolean): FieldChange[] {
  const counted = !isLeftOut(line);
  return [
    { path: 'optional', value: optional ? true : null },
    { path: 'selected', value: optional && counted ? true : null },
  ];
}

/** Takes an optional line, or leaves it out. */
export function chosenChange(chosen: boolean): FieldChange {
  return { path: 'selected', value: chosen ? true : null };
}

/** Which quantities the buyer may choose; an empty object where the seller's own counts. */
export function rangeOf(line: JsonObject): JsonObject {
  const range = line['quantityRange'];
  return typeof range === 'object' && range !== null && !Array.isArray(range) ? range : {};
}

/** True for a line whose quantity its buyer may choose. */
export function hasRange(line: JsonObject): boolean {
  return Object.keys(rangeOf(line)).length > 0;
}
