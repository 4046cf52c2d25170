/** What the toolbar's menu needs of the element besides the context. */
import type { EditorContext } from './editor-context.ts';
import type { FileActions } from './file-actions.ts';
import type { Shortcuts } from './shortcuts.ts';
import { openShortcuts } from './small-dialogs.ts';

export interface MenuEditor extends EditorContext {
  shortcuts: Shortcuts | null;
  readonly files: FileActions;
  print(): void;
}

/** Opens the shortcut sheet; its switch turns the row shortcuts on and off. */
export function openShortcutsOf(editor: MenuEditor): void {
  openShortcuts(editor, editor.shortcuts, (on) => {
    editor.shortcuts = on ? {} : null;
  });
}
