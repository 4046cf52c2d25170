/**
 * Lines on the clipboard: as text in rows and cells for spreadsheets, and whole for another editor.
 * Where only the text survives (some clipboards keep nothing else), the page remembers what it
 * belonged to.
 */
import { fieldText } from '../columns/column.ts';
import type { Json, JsonObject } from '../../../schema/contract.ts';
import { givesChoice, isLeftOut } from './buyer-choice.ts';
import { arrivalOf, LINES_TYPE, ownColumns, readCopy, writeCopy } from './copied-lines.ts';
import type { EditorContext } from './editor-context.ts';
import { newId } from './line-actions.ts';
import { linesAsText } from './lines-as-text.ts';
import { mayOrSay } from './refused.ts';

interface Copy {
  readonly text: string;
  readonly whole: string;
}

/** What was copied last in this page, by any editor. */
let remembered: Copy | null = null;

function copyOf(editor: EditorContext, ids: readonly string[]): Copy {
  editor.editing.commitAll();
  const text = linesAsText(editor, ids, '\t');
  remembered = { text, whole: writeCopy(editor.store.engine.save(), new Set(ids)) };
  return remembered;
}

function give(data: DataTransfer, copy: Copy): void {
  data.setData('text/plain', copy.text);
  data.setData(LINES_TYPE, copy.whole);
}

/** Copies by a `copy` event of our own: only such an event takes both forms everywhere. */
function copyByEvent(copy: Copy): boolean {
  let given = false;
  const take = (event: ClipboardEvent): void => {
    if (!event.clipboardData) return;
    give(event.clipboardData, copy);
    event.preventDefault();
    event.stopImmediatePropagation();
    given = true;
  };
  const allow = (event: Event): void => event.preventDefault();
  document.addEventListener('copy', take, true);
  document.addEventListener('beforecopy', allow, true);
  try {
    document.execCommand('copy');
  } finally {
    document.removeEventListener('copy', take, true);
    document.removeEventListener('beforecopy', allow, true);
  }
  return given;
}

/** Puts lines on the clipboard, asked for by a menu or a button. */
export async function copyLines(editor: EditorContext, ids: readonly string[]): Promise<void> {
  const copy = copyOf(editor, ids);
  let done = copyByEvent(copy);
  if (!done && navigator.clipboard) {
    done = await navigator.clipboard.writeText(copy.text).then(
      () => true,
      () => false,
    );
  }
  const count = ids.length;
  editor.announce(done ? editor.t('status.copied', { count }) : editor.t('status.notCopied'));
}

/** True where a key for copying means the text in hand, not rows. */
function isForText(target: Element | null): boolean {
  const box = target instanceof HTMLInputElement || target instanceof HTMLTextAreaElement;
  return box && target.selectionStart !== target.selectionEnd;
}

/** The lines that Ctrl+C means: those selected, else the row whose button has focus. */
function linesInHand(editor: EditorContext): string[] {
  const target = editor.root.activeElement;
  if (isForText(target) || editor.overlays.isOpen) return [];
  if (editor.selection.size > 0) return editor.store.ids.filter((id) => editor.selection.has(id));
  const row =
    target instanceof HTMLButtonElement ? target.closest<HTMLElement>('tr[data-id]') : null;
  const id = row?.dataset['id'];
  return id === undefined || editor.store.indexOf(id) < 0 ? [] : [id];
}

/** Ctrl+C and Ctrl+X; what is cut is deleted as one step. */
export function copyEvent(editor: EditorContext, event: ClipboardEvent): void {
  const ids = linesInHand(editor);
  if (ids.length === 0 || !event.clipboardData) return;
  event.preventDefault();
  give(event.clipboardData, copyOf(editor, ids));
  if (event.type !== 'cut') editor.announce(editor.t('status.copied', { count: ids.length }));
  else if (mayOrSay(editor, 'removeLines')) editor.actions.remove(ids, 'name');
}

const sameText = (a: string, b: string): boolean =>
  a.replaceAll('\r\n', '\n').trim() === b.replaceAll('\r\n', '\n').trim();

function wholeOf(data: DataTransfer): string {
  const whole = data.getData(LINES_TYPE);
  if (whole !== '') return whole;
  const text = data.getData('text/plain');
  return remembered !== null && text !== '' && sameText(text, remembered.text)
    ? remembered.whole
    : '';
}

/** Pastes whole lines after another (undefined: at the end); false where there are none. */
export function pasteLines(
  editor: EditorContext,
  data: DataTransfer,
  after: string | null | undefined,
): boolean {
  const copy = readCopy(wholeOf(data));
  if (!copy) return false;
  if (!mayOrSay(editor, 'addLines')) return true;
  const { store } = editor;
  const { taxRates, columns, lines } = arrivalOf(copy, {
    kind: store.kind,
    pricesIncludeTax: store.at('policy', 'pricesIncludeTax') === true,
    taxRates: store.list('taxRates'),
    columns: ownColumns(store.head),
    newId,
  });
  // The core marks every amount that is in another currency than this document's.
  const { currency } = copy;
  const commands: Json[] = [];
  if (taxRates.length > 0) {
    commands.push({ op: 'add', list: 'taxRates', items: taxRates as JsonObject[], currency });
  }
  if (columns.length > 0) {
    const all = [...ownColumns(store.head), ...columns] as JsonObject[];
    commands.push({ op: 'set', path: '/custom/columns', value: all });
  }
  const add: JsonObject = { op: 'add', list: 'lines', items: lines as JsonObject[], currency };
  if (after !== undefined) add['after'] = after;
  commands.push(add);
  const count = lines.length;
  if (!editor.run({ op: 'batch', commands }, { key: 'paste', count })) return true;
  editor.setSelection([]);
  const first = lines[0] as JsonObject | undefined;
  if (first) editor.focusMemory.ask({ id: fieldText(first, 'id'), column: 'name' });
  editor.announce(editor.t('status.pasted', { count }));
  if (!givesChoice(store.kind))
    sayUnchosen(editor, copy.lines as JsonObject[], lines as JsonObject[]);
  return true;
}

/** Lines that were left out where they came from count where nobody chooses: that is said (ED-3.7). */
function sayUnchosen(
  editor: EditorContext,
  copied: readonly JsonObject[],
  arrived: readonly JsonObject[],
): void {
  const unchosen = arrived.filter((_, at) => isLeftOut(copied[at] ?? {}));
  if (unchosen.length === 0) return;
  const ids = unchosen.map((line) => fieldText(line, 'id'));
  const there = (): string[] => ids.filter((id) => editor.store.indexOf(id) >= 0);
  editor.notices.show('unchosen', {
    text: () => {
      const names = there().map((id) => editor.actions.nameOf(id));
      return editor.t('paste.unchosen', { names: editor.translator.list(names) });
    },
    action: () => editor.t('paste.removeUnchosen'),
    run: () => editor.actions.remove(there(), 'name'),
    stands: () => there().length > 0,
  });
}
