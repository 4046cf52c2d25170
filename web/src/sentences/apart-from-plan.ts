/** What no payment of a plan contains and its events say. */
import type { JsonObject } from '../../../schema/contract.ts';
import type { Translator } from '../i18n/translator.ts';
import { negated } from '../number/taken-off.ts';

/** Writes days and amounts in the formats of the page. */
export interface PlanFormats {
  day(date: string): string;
  money(amount: string): string;
}

const WORDS = { changed: 'schedule.changeApart', canceled: 'schedule.endApart' } as const;

/**
 * Changes of terms whose rest of a period was billed apart (RE-6.14), and an end that takes off the rest
 * of one (RE-6.18): a sentence each.
 */
export function apartFromPlan(
  events: readonly JsonObject[],
  translator: Translator,
  formats: PlanFormats,
): string[] {
  return events.flatMap(({ type, on, amount }) => {
    if ((type !== 'changed' && type !== 'canceled') || typeof amount !== 'string') return [];
    const shown = type === 'changed' ? amount : negated(amount);
    const date = formats.day(String(on));
    return [translator.t(WORDS[type], { date, amount: formats.money(shown) })];
  });
}
