/**
 * Automatic sales tax: the host asks its tax provider. `crossfoot-tax-request` carries the state
 * and `respond`; a host that answers cancels the event. Without one nothing is computed.
 */
import type { JsonObject } from '../../engine/replies.ts';
import type { DocumentPage } from '../pages/document-page.ts';

/** What a tax provider says: rates for the document, and which of them apply to each line. */
export interface TaxAnswer {
  readonly taxRates: readonly JsonObject[];
  readonly lines: Readonly<Record<string, readonly string[]>>;
}

/** Asks the host for the taxes of this document; they become ordinary rates, in one undo step. */
export async function requestTax(page: DocumentPage): Promise<void> {
  const { w } = page.workspace;
  await page.flush();
  const state = JSON.parse(page.session.save()) as JsonObject;
  const names = (state['lines'] as JsonObject[])
    .filter((line) => line['type'] !== 'section' && line['type'] !== 'note')
    .map((line) => line['name']);
  if (new Set(names).size < names.length) {
    page.workspace.announce(page.workspace.translator.t('issue.duplicate-name'));
    return;
  }
  const respond = (answer: TaxAnswer): void => take(page, answer);
  const unanswered = page.workspace.emit('crossfoot-tax-request', { state, respond });
  if (unanswered) page.workspace.announce(w('tax.noProvider'));
}

function take(page: DocumentPage, answer: TaxAnswer): void {
  const { w } = page.workspace;
  const lines = Object.entries(answer.lines).map(([id, ids]) => ({
    op: 'set',
    path: `/lines/${id.replaceAll('~', '~0').replaceAll('/', '~1')}/taxRateIds`,
    value: [...ids],
  }));
  const known = (page.head['taxRates'] as JsonObject[] | undefined) ?? [];
  const fresh = answer.taxRates.filter((rate) => !known.some((each) => each['id'] === rate['id']));
  const add = { op: 'add', list: 'taxRates', items: [...fresh] };
  const commands = [...(fresh.length > 0 ? [add] : []), ...lines];
  const refused = page.run({ op: 'batch', commands });
  page.workspace.announce(refused ? refused.error.message : w('tax.done'));
}
