/** The way to pasted lists, which are loaded when somebody pastes one; what cannot load says so. */
import type { Column } from '../columns/column.ts';
import { failureWords } from '../i18n/failure-words.ts';
import type { EditorContext } from './editor-context.ts';

type Paste = typeof import('./paste.ts');

/** Does something with what pasting needs. */
export async function withPaste(
  editor: EditorContext,
  use: (paste: Paste) => void | Promise<void>,
): Promise<void> {
  try {
    await use(await import('./paste.ts'));
  } catch (error) {
    const reason = failureWords(error, editor.translator);
    editor.announce(editor.t('editor.notLoaded', { reason }));
  }
}

/** What a clipboard holds, read while its event lasts. */
export interface Pasted {
  readonly text: string;
  readonly html: string;
}

export function pastedOf(data: DataTransfer): Pasted {
  return { text: data.getData('text/plain'), html: data.getData('text/html') };
}

/** The text of a clipboard that holds markup alone, which no box takes; '' where it shows none. */
export function textOfMarkup(
  editor: EditorContext,
  html: string,
  use: (text: string) => void,
): Promise<void> {
  return withPaste(editor, ({ textInHtml }) => use(textInHtml(html)));
}

/** Opens the preview for text; `after` is the line the rows go after (undefined: at the end). */
export function openPaste(
  editor: EditorContext,
  text: string,
  after?: string | null,
): Promise<void> {
  return withPaste(editor, ({ openPasteDialog, tableInText }) =>
    openPasteDialog(editor, tableInText(text), after),
  );
}

/** Fills the cells below one with a block, or opens the preview where it is lines of its own. */
export function pasteBlock(
  editor: EditorContext,
  place: { readonly id: string; readonly column: Column | undefined },
  { text, html }: Pasted,
  after: string | null | undefined,
): Promise<void> {
  return withPaste(editor, ({ openPasteDialog, pasteDown, tableInHtml, tableInText }) => {
    const { id, column } = place;
    if (column && pasteDown(editor, id, column, text)) return;
    openPasteDialog(editor, tableInHtml(html) ?? tableInText(text), after);
  });
}
