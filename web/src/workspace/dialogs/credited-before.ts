/** What a credit memo made of an invoice has to know besides the invoice. */
import { loadLanguage } from '../../i18n/translator.ts';
import { records, text } from '../../preview/paper-source.ts';
import type { Json } from '../../json/lossless-json.ts';
import type { DocumentPage } from '../pages/document-page.ts';
import { madeFrom } from '../store/made-from.ts';
import type { DocumentRecord, DocumentRow } from '../store/records.ts';
import { asWritten } from '../store/verbatim.ts';

/**
 * The memos that were applied to it or made of it already, which say what is left of each line, and
 * what a cash rounding is called in its language.
 */
export async function creditedBefore(
  page: DocumentPage,
): Promise<{ creditMemos: Json[]; roundingName: string }> {
  const words = await loadLanguage(text(page.head, 'language') || 'en');
  const applied = records(page.head, 'credits').map((credit) => text(credit, 'creditMemoId'));
  // Those that are not applied yet as well: a draft gives its part once it is finalised.
  const made = madeFrom(await page.workspace.store.all<DocumentRow>('rows'), page.open.id)
    .filter(({ kind }) => kind === 'creditMemo')
    .map(({ id }) => id);
  const ids = [...applied, ...made];
  const found = await Promise.all(
    [...new Set(ids)].map((id) => page.workspace.store.one<DocumentRecord>('documents', id)),
  );
  return {
    creditMemos: found.flatMap((each) => (each ? [asWritten(each.state)] : [])),
    roundingName: words.t('total.roundingDifference'),
  };
}
