/** An offer as its customer has it who said no code: what a code opens is closed (DO-2). */
import { openedByCodes } from '../../../../schema/buyer.mjs';
import type { DocumentSession } from '../../engine/client.ts';
import type { JsonObject } from '../../engine/replies.ts';
import { applyChoices } from '../../preview/buyer-choices.ts';
import type { DocumentPage } from '../pages/document-page.ts';

/** The state of the offer without what waits for a code; null where nothing does. */
export function offeredState(page: DocumentPage): string | null {
  const state = page.session.save();
  if (openedByCodes(JSON.parse(state) as JsonObject).length === 0) return null;
  const { client } = page.workspace;
  const chosen = applyChoices(state, {}, (name, argument) => client.callText(name, argument));
  return chosen.ok ? chosen.state : null;
}

/** Does something with the document as its customer has it. */
export function withOffer<T>(page: DocumentPage, use: (session: DocumentSession) => T): T {
  const state = offeredState(page);
  if (state === null) return use(page.session);
  const session = page.workspace.client.session();
  try {
    session.open(state);
    return use(session);
  } finally {
    session.close();
  }
}
