/** What kinds of lines there are. */

/** True for the stored type of a line that is a heading or a note: a text, and no price. */
export function isText(type: unknown): boolean {
  return type === 'section' || type === 'note';
}
