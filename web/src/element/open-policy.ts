/** The way to the page of rules, which is loaded when somebody goes there. */
import { failureWords } from '../i18n/failure-words.ts';
import type { Issue } from '../../../schema/contract.ts';
import type { EditorContext } from './editor-context.ts';

/** Opens the page, at one rule where that is what somebody needs; a page that cannot load says so. */
export async function openRules(editor: EditorContext, wanted = ''): Promise<void> {
  try {
    const { openPolicy } = await import('./policy-dialog.ts');
    await openPolicy(editor, wanted);
  } catch (error) {
    const reason = failureWords(error, editor.translator);
    editor.announce(editor.t('editor.notLoaded', { reason }));
  }
}

/** Fields of a line that may be negative under the rule `allowNegativePrices`. */
const PRICES = new Set(['unitPrice', 'cost', 'pricing', 'billing']);

/** The rule that would allow what an issue refuses; '' where none does. */
export function allowingRule({ code, path }: Issue): string {
  const field = path.split('/')[3] ?? '';
  return code === 'negative-not-allowed' && PRICES.has(field) ? 'allowNegativePrices' : '';
}
