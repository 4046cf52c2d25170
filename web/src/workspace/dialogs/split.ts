/** A document whose lines form several subscriptions becomes one document for each of them. */
import type { JsonObject } from '../../../../schema/contract.ts';
import { isRefusal } from '../../engine/refusal.ts';
import { record, records, text } from '../../preview/paper-source.ts';
import type { Json } from '../../json/lossless-json.ts';
import type { DocumentPage } from '../pages/document-page.ts';
import { newId } from '../store/records.ts';
import { asWritten, callVerbatim, textOf } from '../store/verbatim.ts';

/** "Hosting: Monthly", so that the lists tell them apart. */
function titleOf(page: DocumentPage, title: string, state: JsonObject): string {
  const { translator } = page.workspace;
  const line = records(state, 'lines')[0];
  const frequency = text(record(line?.['billing']), 'frequency');
  return `${title || text(line, 'name')}: ${translator.lookup(`frequency.${frequency}`, frequency)}`;
}

/**
 * The first of its subscriptions stays here, with what was recorded; each other one gets a document
 * of its own. What leaves this document is one step that can be undone.
 */
export async function splitSubscription(page: DocumentPage): Promise<void> {
  const { client, store, w } = page.workspace;
  await page.flush();
  const made = callVerbatim(client, 'convert', {
    state: asWritten(page.session.save()),
    to: 'subscription',
    id: newId('doc'),
    date: text(page.head, 'date'),
  });
  if (isRefusal(made)) {
    page.workspace.announce(page.reason(made.error));
    return;
  }
  const [first, ...others] = made.states;
  if (!first || others.length === 0) return;
  const moved = others.flatMap((state) =>
    records(state, 'lines').map((line) => text(record(line['origin']), 'lineId')),
  );
  const former = text(record(page.head['custom']), 'title');
  const named = (title: string): JsonObject => ({ ...record(page.head['custom']), title });
  const refused = page.run({
    op: 'batch',
    label: w('sub.split', { count: others.length + 1 }),
    commands: [
      { op: 'remove', list: 'lines', ids: moved },
      { op: 'set', path: '/custom', value: named(titleOf(page, former, first)) },
    ],
  });
  if (refused) {
    page.workspace.announce(page.reason(refused.error));
    return;
  }
  for (const state of others) {
    const custom = { ...record(state['custom']), title: titleOf(page, former, state) };
    const row = await store.addDocument(textOf({ ...state, custom } as Json));
    if (isRefusal(row)) page.workspace.announce(page.reason(row.error));
  }
  await page.flush();
  page.adopt();
  await page.readRows();
  page.workspace.announce(w('sub.splitDone'));
}
