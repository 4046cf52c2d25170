/**
 * Automatic sales tax: the host asks its tax provider. `crossfoot-tax-request` carries the state,
 * its text (`stateText`, with every digit of numbers that only the host knows) and `respond`; a host that answers cancels the event. Without one nothing is computed.
 */
import type { JsonObject } from '../../../../schema/contract.ts';
import { record } from '../../preview/paper-source.ts';
import type { DocumentPage } from '../pages/document-page.ts';

/** What a tax provider says: rates for the document, and which of them apply to each line. */
export interface TaxAnswer {
  readonly taxRates: readonly JsonObject[];
  readonly lines: Readonly<Record<string, readonly string[]>>;
}

/** How a request ended: the taxes are in the document, or why they are not. */
export type TaxOutcome = 'done' | { readonly problem: string };

/** Whether the document leaves its taxes to a provider. */
export function taxesAutomatically(page: DocumentPage): boolean {
  return record(page.head['settings'])['automaticTax'] === true;
}

/** Asks the host for the taxes of this document; they become ordinary rates, in one undo step. */
export async function requestTax(page: DocumentPage): Promise<TaxOutcome> {
  const { w, translator } = page.workspace;
  await page.flush();
  const stateText = page.session.save();
  const state = JSON.parse(stateText) as JsonObject;
  const names = (state['lines'] as JsonObject[])
    .filter((line) => line['type'] !== 'section' && line['type'] !== 'note')
    .map((line) => line['name']);
  if (new Set(names).size < names.length) {
    return { problem: translator.t('issue.duplicate-name') };
  }
  return new Promise((resolve) => {
    const respond = (answer: TaxAnswer): void => resolve(take(page, answer));
    const unanswered = page.workspace.emit('crossfoot-tax-request', { state, stateText, respond });
    if (unanswered) resolve({ problem: w('tax.noProvider') });
    else page.workspace.announce(w('tax.asked'));
  });
}

/** Asks, and says what came of it. */
export async function requestTaxAloud(page: DocumentPage): Promise<void> {
  const outcome = await requestTax(page);
  page.workspace.announce(outcome === 'done' ? page.workspace.w('tax.done') : outcome.problem);
}

function take(page: DocumentPage, answer: TaxAnswer): TaxOutcome {
  const lines = Object.entries(answer.lines).map(([id, ids]) => ({
    op: 'set',
    path: `/lines/${segment(id)}/taxRateIds`,
    value: [...ids],
  }));
  const known = (page.head['taxRates'] as JsonObject[] | undefined) ?? [];
  const fresh = answer.taxRates.filter((rate) => !known.some((each) => each['id'] === rate['id']));
  // A rate that was given before may have moved since.
  const moved = answer.taxRates
    .filter((rate) => !fresh.includes(rate))
    .flatMap((rate) =>
      Object.entries(rate)
        .filter(([name]) => name !== 'id')
        .map(([name, value]) => ({
          op: 'set',
          path: `/taxRates/${segment(String(rate['id']))}/${segment(name)}`,
          value,
        })),
    );
  const add = { op: 'add', list: 'taxRates', items: [...fresh] };
  const commands = [...(fresh.length > 0 ? [add] : []), ...moved, ...lines];
  const refused = page.run({ op: 'batch', commands });
  page.adopt();
  return refused ? { problem: page.reason(refused.error) } : 'done';
}

/** A name as a segment of a JSON Pointer. */
function segment(name: string): string {
  return name.replaceAll('~', '~0').replaceAll('/', '~1');
}
