/** The direction of what somebody typed, for the `dir` of a text box. */
import { nothing } from 'lit';

/**
 * Typed text has its own direction. An empty box has that of the page: `auto` would put its caret
 * and its placeholder on the left in every language.
 */
export function textDirection(text: string): 'auto' | typeof nothing {
  return text === '' ? nothing : 'auto';
}
