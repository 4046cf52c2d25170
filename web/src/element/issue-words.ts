/** An issue in the words of the language, wherever it is shown. */
import type { MessageParameters } from '../i18n/translator.ts';
import { KEPT_AMOUNT } from '../sentences/kept-amount.ts';
import type { Issue } from '../../../schema/contract.ts';
import type { EditorContext } from './editor-context.ts';
import { keptWords } from './kept-amount.ts';

/** Its sentence; `values` are the field it is about and a text that would be understood there. */
export function issueMessage(
  editor: EditorContext,
  issue: Issue,
  values: MessageParameters,
): string {
  if (issue.code === KEPT_AMOUNT) return keptWords(editor, issue);
  const inMemo = issue.code === 'negative-not-allowed' && editor.store.kind === 'creditMemo';
  const key = inMemo ? 'issue.negative-in-memo' : `issue.${issue.code}`;
  return editor.translator.lookup(key, issue.message, values);
}
