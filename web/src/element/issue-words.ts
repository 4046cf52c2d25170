/** An issue in the words of the language, wherever it is shown. */
import { issueKey } from './issue-key.ts';
import { parseNumber, refusedText } from '../number/parse.ts';
import type { MessageParameters } from '../i18n/translator.ts';
import { KEPT_AMOUNT } from '../sentences/kept-amount.ts';
import { unclearNumber } from '../sentences/unclear-number.ts';
import type { Issue } from '../../../schema/contract.ts';
import type { EditorContext } from './editor-context.ts';
import { keptWords } from './kept-amount.ts';

/**
 * Its sentence; `values` are the field it is about and a text that would be understood there, `stored`
 * what stands in the document where a number was typed.
 */
export function issueMessage(
  editor: EditorContext,
  issue: Issue,
  values: MessageParameters,
  stored = '',
): string {
  const typed = refusedText(stored);
  const parsed = issue.code === 'invalid-number' ? parseNumber(typed, editor.numberLocale) : null;
  if (parsed?.ok === false && (parsed.suggestion ?? parsed.readings) !== undefined) {
    return unclearNumber(editor.context, typed, parsed, '12.5').message;
  }
  if (issue.code === KEPT_AMOUNT) return keptWords(editor, issue);
  const inMemo = issue.code === 'negative-not-allowed' && editor.store.kind === 'creditMemo';
  const key = inMemo ? 'issue.negative-in-memo' : issueKey(issue);
  return editor.translator.lookup(key, issue.message, values);
}
