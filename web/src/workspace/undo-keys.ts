/** The keys of undo where no box has them: they are the open document's, wherever on its page one is. */

const BOXES = 'input:not([type=checkbox], [type=radio]), textarea, select, [contenteditable]';

/** `undo` or `redo` where a key is that and nobody has taken it; null for all others. */
export function undoKeyOf(event: KeyboardEvent): 'undo' | 'redo' | null {
  const isCommand = (event.ctrlKey || event.metaKey) && !event.altKey;
  if (!isCommand || event.defaultPrevented || event.isComposing) return null;
  const [target] = event.composedPath();
  if (target instanceof Element && target.matches(BOXES)) return null;
  const key = event.key.toLowerCase();
  if (key === 'z') return event.shiftKey ? 'redo' : 'undo';
  return key === 'y' && !event.shiftKey ? 'redo' : null;
}
