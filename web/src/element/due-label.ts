/** What the amount due now is called: an invoice has nothing else, so it says it in other words. */
import type { MessageKey } from '../i18n/translator.ts';
import { kindFacts } from '../store/kind-facts.ts';
import type { EditorContext } from './editor-context.ts';

/** Whether everything in a document of this kind is due at once. */
export function isAllDue({ store }: Pick<EditorContext, 'store'>): boolean {
  return !kindFacts(store.kind).recurs;
}

/** The words for `summary.dueNow`, wherever it is named: in the totals, their bar, an explanation. */
export function dueLabel({ store }: Pick<EditorContext, 'store'>): MessageKey {
  if (store.kind === 'invoice' && !store.totals.balance) return 'total.balanceDue';
  // A subscription runs for long: what was due with its first day is not due today.
  if (store.kind === 'subscription') return 'total.atStart';
  return kindFacts(store.kind).recurs ? 'total.dueNow' : 'total.amount';
}
