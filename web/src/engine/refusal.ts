import type { Refusal } from '../../../schema/contract.ts';

/** True for the reply of a request that changed or found nothing. */
export function isRefusal(reply: unknown): reply is Refusal {
  return typeof reply === 'object' && reply !== null && 'error' in reply;
}
