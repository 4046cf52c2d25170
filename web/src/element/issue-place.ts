/** The way to what an issue is about: the cell, or the popover or dialog that holds the field. */
import type { Issue } from '../../../schema/contract.ts';
import { openBilling } from './billing-popover.ts';
import type { EditorContext } from './editor-context.ts';
import { findCell } from './focus-memory.ts';
import { openRules } from './open-policy.ts';
import { openPricingModel } from './pricing-dialog.ts';
import { fieldColumn, issueField } from './issue-field.ts';
import { openTaxRates } from './tax-rates-dialog.ts';
import { openTaxes } from './taxes-popover.ts';

/** What an opened popover or dialog complains about gets the focus. */
const FAULTY = ':is([popover], dialog) [aria-invalid="true"]';

async function focusFaulty(editor: EditorContext): Promise<void> {
  await editor.updateComplete;
  editor.root.querySelector<HTMLElement>(FAULTY)?.focus();
}

/** Opens what holds a field that no cell of the table holds; false where a cell does. */
function openFieldOf(editor: EditorContext, id: string, issue: Issue): boolean {
  const field = issueField(issue);
  const column = fieldColumn(editor, field);
  const anchor = findCell(editor.root, { id, column: column?.id ?? 'name' });
  if (field === 'pricing') openPricingModel(editor, id);
  else if (anchor && column?.id === 'billing') openBilling(editor, anchor, id);
  else if (anchor && column?.id === 'taxes') openTaxes(editor, anchor, [id]);
  else return false;
  return true;
}

async function goToLine(editor: EditorContext, id: string, issue: Issue): Promise<void> {
  const column = fieldColumn(editor, issueField(issue));
  const shown = column !== undefined && editor.columns.includes(column);
  editor.focusMemory.ask({ id, column: shown ? column.id : 'name' });
  editor.requestUpdate();
  await editor.updateComplete;
  if (openFieldOf(editor, id, issue)) await focusFaulty(editor);
}

/** Brings the focus into the field an issue is about. */
export async function goToIssue(editor: EditorContext, issue: Issue): Promise<void> {
  if (issue.lineId !== undefined) return goToLine(editor, issue.lineId, issue);
  const [, list, at = ''] = issue.path.split('/');
  if (list === 'taxRates') {
    openTaxRates(editor);
    return focusFaulty(editor);
  }
  if (list === 'policy') return openRules(editor, at);
  const id = editor.store.list('adjustments')[Number(at)]?.['id'];
  if (list !== 'adjustments' || typeof id !== 'string') return;
  const selector = `[data-adjustment="${CSS.escape(id)}"] [data-part=value]`;
  editor.root.querySelector<HTMLElement>(selector)?.focus();
}
