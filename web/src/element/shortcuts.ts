/** The keyboard map as data: what each command is called, its keys, and whether a key press is it. */
import type { MessageKey } from '../i18n/translator.ts';
import { isApple } from './line-actions.ts';

export type ShortcutId =
  | 'moveUp'
  | 'moveDown'
  | 'moveTop'
  | 'moveBottom'
  | 'duplicate'
  | 'delete'
  | 'note'
  | 'section'
  | 'readTotals'
  | 'catalogue'
  | 'columns'
  | 'sheet'
  | 'insertBelow'
  | 'insertAbove'
  | 'undo'
  | 'redo'
  | 'redoAlternative'
  | 'save';

/**
 * A combination such as `Row+KeyD` or `Mod+Shift+KeyZ`: `Mod` is Ctrl (⌘ on Apple systems), `Row` is
 * Alt+Shift (⌃⇧ there), and the last part is a KeyboardEvent.code.
 */
export type Shortcuts = Readonly<Partial<Record<ShortcutId, string>>>;

export const DEFAULT_SHORTCUTS: Readonly<Record<ShortcutId, string>> = {
  moveUp: 'Row+ArrowUp',
  moveDown: 'Row+ArrowDown',
  moveTop: 'Row+Home',
  moveBottom: 'Row+End',
  duplicate: 'Row+KeyD',
  delete: 'Row+Delete',
  note: 'Row+KeyN',
  section: 'Row+KeyH',
  readTotals: 'Row+KeyS',
  catalogue: 'Row+KeyK',
  columns: 'Row+KeyC',
  sheet: 'Row+Slash',
  insertBelow: 'Mod+Enter',
  insertAbove: 'Mod+Shift+Enter',
  undo: 'Mod+KeyZ',
  redo: 'Mod+Shift+KeyZ',
  redoAlternative: 'Mod+KeyY',
  save: 'Mod+KeyS',
};

/** The combination of a key press, in the form shortcuts are written in. */
export function combinationOf(event: KeyboardEvent, apple = isApple()): string {
  const parts: string[] = [];
  const row = apple
    ? event.ctrlKey && event.shiftKey && !event.metaKey && !event.altKey
    : event.altKey && event.shiftKey && !event.ctrlKey && !event.metaKey;
  if (row) return `Row+${event.code === 'NumpadEnter' ? 'Enter' : event.code}`;
  if (apple ? event.metaKey : event.ctrlKey) parts.push('Mod');
  if (apple ? event.ctrlKey : event.metaKey) parts.push('Meta');
  if (event.altKey) parts.push('Alt');
  if (event.shiftKey) parts.push('Shift');
  parts.push(event.code === 'NumpadEnter' ? 'Enter' : event.code);
  return parts.join('+');
}

/** The command of a key press; none for a key without modifiers, whatever the map says. */
export function shortcutOf(
  event: KeyboardEvent,
  overrides: Shortcuts | null,
  apple = isApple(),
): ShortcutId | null {
  if (overrides === null) return null;
  const pressed = combinationOf(event, apple);
  if (!pressed.includes('+') || pressed.startsWith('Shift+')) return null;
  const map = { ...DEFAULT_SHORTCUTS, ...overrides };
  const found = (Object.keys(map) as ShortcutId[]).find((id) => map[id] === pressed);
  return found ?? null;
}

const KEY_NAMES: Readonly<Record<string, string>> = {
  ArrowUp: '↑',
  ArrowDown: '↓',
  Slash: '/',
  Delete: 'Del',
};

/** A combination as it is printed on keys: `Alt+Shift+D`, `⌃⇧D`. */
export function keyText(combination: string, apple = isApple()): string {
  const parts = combination.split('+').map((part) => {
    if (part === 'Row') return apple ? '⌃⇧' : 'Alt+Shift';
    if (part === 'Mod') return apple ? '⌘' : 'Ctrl';
    if (part === 'Shift') return apple ? '⇧' : 'Shift';
    return KEY_NAMES[part] ?? part.replace(/^(Key|Digit)/, '');
  });
  return parts.join(apple ? '' : '+');
}

/** The lines of the shortcut sheet: what it does, and the keys (as text or as commands). */
export const SHORTCUT_SHEET: readonly { readonly label: MessageKey; readonly keys: string }[] = [
  { label: 'keys.next', keys: 'Tab, Shift+Tab' },
  { label: 'keys.enter', keys: 'Enter' },
  { label: 'keys.enterUp', keys: 'Shift+Enter' },
  { label: 'keys.rows', keys: '↑, ↓' },
  { label: 'keys.ends', keys: 'Ctrl+Home, Ctrl+End' },
  { label: 'keys.insertBelow', keys: '@insertBelow' },
  { label: 'keys.insertAbove', keys: '@insertAbove' },
  { label: 'keys.move', keys: '@moveUp, @moveDown' },
  { label: 'keys.moveEnds', keys: '@moveTop, @moveBottom' },
  { label: 'keys.duplicate', keys: '@duplicate' },
  { label: 'keys.delete', keys: '@delete' },
  { label: 'keys.note', keys: '@note' },
  { label: 'keys.section', keys: '@section' },
  { label: 'keys.select', keys: 'Shift+Space' },
  { label: 'keys.selectAll', keys: 'Ctrl+A' },
  { label: 'keys.copySelected', keys: 'Ctrl+C, Ctrl+X' },
  { label: 'keys.deleteSelected', keys: 'Del' },
  { label: 'keys.formula', keys: '=3*12' },
  { label: 'keys.source', keys: 'F2' },
  { label: 'keys.escape', keys: 'Esc' },
  { label: 'keys.undo', keys: '@undo' },
  { label: 'keys.redo', keys: '@redo, @redoAlternative' },
  { label: 'keys.paste', keys: 'Ctrl+V' },
  { label: 'keys.totals', keys: '@readTotals' },
  { label: 'keys.catalogue', keys: '@catalogue' },
  { label: 'keys.columns', keys: '@columns' },
  { label: 'keys.regions', keys: 'F6, Shift+F6' },
  { label: 'keys.sheet', keys: '@sheet' },
];
