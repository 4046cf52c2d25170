/** A document in a sentence: its kind and number as a link, how it stands, what it comes to. */
import { html, type TemplateResult } from 'lit';
import type { WorkspaceMessageKey } from '../words.ts';
import type { DocumentRow } from '../store/records.ts';
import type { Workspace } from '../workspace-context.ts';

/** What is left to pay of an invoice, where that is not all of it. */
function leftOf({ w, money }: Workspace, row: DocumentRow): string {
  const isPart = row.kind === 'invoice' && row.due !== '' && row.due !== row.total;
  const asks = row.status === 'open' || row.status === 'partlyPaid';
  return isPart && asks ? ` · ${w('property.balance')}: ${money(row.due, row.currency)}` : '';
}

/** Closes the dialog it stands in when it is followed. */
export function rowLink(workspace: Workspace, row: DocumentRow): TemplateResult {
  const { translator, w } = workspace;
  const name = row.number || row.title || workspace.day(row.date);
  const status = w(`status.${row.shown || 'draft'}` as WorkspaceMessageKey);
  const amount = row.total === '' ? '' : ` · ${workspace.money(row.total, row.currency)}`;
  return html`<a
      href="#/document/${encodeURIComponent(row.id)}"
      @click=${() => workspace.overlays.close(true)}
      >${translator.lookup(`kind.${row.kind}`, row.kind)} <bdi>${name}</bdi></a
    >
    <span class="soft">${status}<bdi>${amount}${leftOf(workspace, row)}</bdi></span>`;
}
