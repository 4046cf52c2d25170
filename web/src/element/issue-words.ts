/** An issue in the words of the language, wherever it is shown. */
import type { MessageParameters } from '../i18n/translator.ts';
import { KEPT_AMOUNT } from '../sentences/kept-amount.ts';
import type { Issue } from '../store/engine-port.ts';
import type { EditorContext } from './editor-context.ts';
import { keptWords } from './kept-amount.ts';

/** Its sentence; `values` are the field it is about and a text that would be understood there. */
export function issueMessage(
  editor: EditorContext,
  issue: Issue,
  values: MessageParameters,
): string {
  if (issue.code === KEPT_AMOUNT) return keptWords(editor, issue);
  return editor.translator.lookup(`issue.${issue.code}`, issue.message, values);
}
