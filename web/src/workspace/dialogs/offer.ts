/** An offer as its customer has it who said no code: what a code opens is closed (DO-4.8). */
import { openedByCodes } from '../../../../schema/buyer.mjs';
import type { DocumentSession } from '../../engine/client.ts';
import type { JsonObject } from '../../../../schema/contract.ts';
import { applyChoices } from '../../preview/buyer-choices.ts';
import { text } from '../../preview/paper-source.ts';
import { textForBuyer } from '../../preview/fragment.ts';
import type { DocumentPage } from '../pages/document-page.ts';

const waitsForCode = (state: string): boolean =>
  openedByCodes(JSON.parse(state) as JsonObject).length > 0;

/** What the adjustments are called that wait for a code. */
export function codedNames(page: DocumentPage): string[] {
  return openedByCodes(JSON.parse(page.session.save()) as JsonObject).flatMap(({ code, opened }) =>
    opened.map(({ adjustment }) => text(adjustment, 'name') || code),
  );
}

/**
 * The seller's state of the offer without what waits for a code; null where nothing does. Where the
 * core refuses to make it, the reason: what nobody said is never given away for that.
 */
export function offeredState(page: DocumentPage): string | null | { readonly reason: string } {
  const state = page.session.save();
  if (!waitsForCode(state)) return null;
  const { client } = page.workspace;
  const chosen = applyChoices(state, {}, (name, argument) => client.callText(name, argument));
  return chosen.ok ? chosen.state : { reason: page.reason(chosen.refused) };
}

/** Shows something of the document as its customer has it. */
export function withOffer<T>(page: DocumentPage, use: (session: DocumentSession) => T): T {
  const state = page.session.save();
  if (!waitsForCode(state)) return use(page.session);
  const session = page.workspace.client.session();
  try {
    session.open(textForBuyer(state));
    return use(session);
  } finally {
    session.close();
  }
}
