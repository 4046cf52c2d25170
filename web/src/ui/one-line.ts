/**
 * A text box for one line that may be longer than the box is wide: it wraps and the box grows, since
 * what is cut cannot be read. It holds no line ends.
 */

/** True for a text box that holds one line, growing or not. */
export function isOneLine(
  target: EventTarget | null,
): target is HTMLInputElement | HTMLTextAreaElement {
  if (target instanceof HTMLInputElement) return target.type === 'text';
  return target instanceof HTMLTextAreaElement && 'oneLine' in target.dataset;
}

/** Takes line ends out of what was typed or pasted, and lets the box grow with it. */
export function keepOneLine(target: EventTarget | null): void {
  if (!(target instanceof HTMLTextAreaElement) || !isOneLine(target)) return;
  if (/[\r\n]/.test(target.value)) {
    const joined = (text: string): string => text.replace(/\s*[\r\n]+\s*/g, ' ');
    // A line end that closes what was pasted joins nothing.
    const isClosed = /[\r\n]\s*$/.test(target.value);
    const before = joined(target.value.slice(0, target.selectionEnd));
    const whole = joined(target.value);
    target.value = isClosed ? whole.trimEnd() : whole;
    target.setSelectionRange(before.length, before.length);
  }
  target.parentElement?.setAttribute('data-text', target.value);
}
