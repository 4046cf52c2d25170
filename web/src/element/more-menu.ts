/** The toolbar's menu of what is needed less often. */
import type { MenuItem } from '../ui/menu.ts';
import { openShortcutsOf, type MenuEditor } from './menu-editor.ts';
import { openRules } from './open-policy.ts';
import { openHistory } from './small-dialogs.ts';
import { openTaxRates } from './tax-rates-dialog.ts';

/** Its entries, as the session's rights allow them. */
export function moreMenu(editor: MenuEditor): MenuItem[] {
  const t = editor.t.bind(editor);
  const edit = editor.may('edit');
  const add = edit && editor.may('addLines');
  const last = editor.store.ids.at(-1) ?? null;
  return [
    {
      label: t('action.addSection'),
      run: () => editor.actions.insert(last, 'section'),
      disabled: !add,
    },
    { label: t('action.addNote'), run: () => editor.actions.insert(last, 'note'), disabled: !add },
    {
      label: t('action.taxRates'),
      run: () => openTaxRates(editor),
      disabled: !edit || !editor.may('editTaxes'),
      divided: true,
    },
    { label: t('action.rules'), run: () => void openRules(editor) },
    { label: t('action.history'), run: () => openHistory(editor) },
    {
      label: t('action.import'),
      run: () => editor.files.chooseFile(),
      disabled: !edit,
      divided: true,
    },
    { label: t('action.exportJson'), run: () => editor.files.exportJson() },
    { label: t('action.exportCsv'), run: () => editor.files.exportCsv() },
    { label: t('action.print'), run: () => editor.print() },
    { label: t('action.shortcuts'), run: () => openShortcutsOf(editor), divided: true },
  ];
}
