/** Amounts that are still in another currency than the document (DO-2.4), in words. */
import { fieldText } from '../columns/column.ts';
import { amountWithCode, currencyAt, valueBelow } from '../sentences/kept-amount.ts';
import type { Issue, JsonObject } from '../../../schema/contract.ts';
import type { EditorContext } from './editor-context.ts';

/** The owner of an amount and where in it the amount is: a line, a tax rate or an adjustment. */
function ownerOf(editor: EditorContext, issue: Issue): [JsonObject | undefined, string[]] {
  const [, list = '', at = '', ...rest] = issue.path.split('/');
  const owner =
    issue.lineId === undefined
      ? editor.store.list(list)[Number(at)]
      : editor.store.row(issue.lineId)?.input;
  return [owner as JsonObject | undefined, rest];
}

/** What is said at such an amount: what it still is, and the way on. */
export function keptWords(editor: EditorContext, issue: Issue): string {
  const [owner, rest] = ownerOf(editor, issue);
  const holder = valueBelow(owner, rest.slice(0, -1));
  const stored = fieldText((holder ?? {}) as JsonObject, rest.at(-1) ?? '');
  const former = currencyAt(owner, rest);
  const { currency } = editor.store;
  return rest.at(-1) === 'pricing'
    ? editor.t('issue.kept-prices', { former, currency })
    : editor.t('issue.price-currency-unknown', {
        amount: amountWithCode(stored, former, editor.numberLocale),
        currency,
      });
}

/** Says that an amount is right as it stands: set anew, also to the same number, it is the document's. */
export function confirmKept(editor: EditorContext, issue: Issue): void {
  const [owner, rest] = ownerOf(editor, issue);
  const [, list = ''] = issue.path.split('/');
  const value = valueBelow(owner, rest);
  if (!owner || value === undefined) return;
  const path = ['', list, fieldText(owner, 'id'), ...rest].join('/');
  editor.run({ op: 'set', path, value }, { key: 'set', field: 'column.net' });
}
