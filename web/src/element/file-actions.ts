/** Documents and rows in and out: files, CSV and JSON. */
import { failureWords } from '../i18n/failure-words.ts';
import { parseJson, type Json } from '../json/lossless-json.ts';
import type { EditorContext } from './editor-context.ts';
import { linesAsText } from './lines-as-text.ts';
import { openPaste, withPaste } from './open-paste.ts';

/** Offers text as a file to keep. */
function saveFile(name: string, type: string, text: string): void {
  const url = URL.createObjectURL(new Blob([text], { type }));
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(url), 10_000);
}

export interface FileActions {
  pasteText(text: string): void;
  importFile(file: File): Promise<void>;
  chooseFile(): void;
  exportJson(): void;
  exportCsv(): void;
}

/** What the editor does with files. */
export function fileActions(editor: EditorContext): FileActions {
  const fileName = (): string => {
    const number = editor.store.at('number');
    return typeof number === 'string' && /^[\w.-]+$/.test(number) ? number : editor.store.kind;
  };
  const importState = (text: string): void => {
    let state: Json;
    try {
      state = parseJson(text);
    } catch (error) {
      const reason = failureWords(error, editor.translator);
      editor.announce(editor.t('status.notImported', { reason }));
      return;
    }
    if (Array.isArray(state)) {
      const count = state.length;
      editor.runText(`{"op":"add","list":"lines","items":${text}}`, { key: 'paste', count });
      return;
    }
    if (!editor.runText(`{"op":"replace","state":${text}}`, { key: 'import' })) return;
    editor.announce(editor.t('status.imported', { count: editor.store.ids.length }));
  };
  return {
    pasteText: (text) => void openPaste(editor, text),
    importFile: (file) =>
      withPaste(editor, async ({ openPasteDialog, readTableFile }) => {
        const bytes = new Uint8Array(await file.arrayBuffer());
        const content = await readTableFile(bytes, editor.translator.language);
        const table = content.kind === 'json' ? content.rows : null;
        if (table !== null) openPasteDialog(editor, table, undefined);
        else if (content.kind === 'json') importState(content.text);
        else if (content.kind === 'table') openPasteDialog(editor, content.table, undefined);
        else editor.announce(editor.t(`file.${content.kind}`, { name: file.name }));
      }),
    chooseFile: () => {
      const input = document.createElement('input');
      input.type = 'file';
      input.accept = '.json,.csv,.tsv,.txt,.xlsx,.xls,.ods,application/json,text/csv';
      input.addEventListener('change', () => {
        const file = input.files?.[0];
        if (file) void fileActions(editor).importFile(file);
      });
      input.click();
    },
    exportJson: () => {
      editor.editing.commitAll();
      saveFile(`${fileName()}.json`, 'application/json', editor.store.engine.save());
    },
    exportCsv: () => {
      editor.editing.commitAll();
      const text = linesAsText(editor, editor.store.ids, ',');
      saveFile(`${fileName()}.csv`, 'text/csv;charset=utf-8', `\ufeff${text}`);
    },
  };
}
