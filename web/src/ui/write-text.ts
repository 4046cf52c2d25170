/** A text that is written into a box by another hand than that of who is at it. */

/**
 * Writes it. Who has all that stands there selected, or nothing there yet, is about to type over it: then
 * all of the new text is selected, or what is typed would be added to it.
 */
export function writeText(box: HTMLInputElement | HTMLTextAreaElement, text: string): void {
  if (box.value === text) return;
  const isWhole =
    box.matches(':focus') && box.selectionStart === 0 && box.selectionEnd === box.value.length;
  box.value = text;
  if (isWhole) box.select();
}
