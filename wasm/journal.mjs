// @ts-check
// What a document has seen since it was opened, so that it can be made again. Typing in one field is
// one entry, however long it lasts, as it is one undo step: the first keystroke, which names the step,
// with the last value.

/** Longer commands are no typing. */
const LONGEST_TYPING = 4096;

/** @typedef {{ line: number, field: number, value: string, step?: import('./engine.js').EditStep | undefined }} Edit */
/** @typedef {{ op: string, path: string, value: string, coalesce: string }} Typing */

/**
 * A keystroke among the commands: one text of a line set, with the key that joins it to others. Texts
 * alone: written again they are what they were.
 * @param {string} text
 * @returns {Typing | null}
 */
function typingIn(text) {
  if (text.length > LONGEST_TYPING || !text.includes('"coalesce"')) return null;
  const command = JSON.parse(text);
  const isTyping = command.op === 'set' && String(command.path).startsWith('/lines/');
  return isTyping && Object.values(command).every((value) => typeof value === 'string')
    ? command
    : null;
}

/**
 * What is set again stands where it stood; what was taken away would come back at the end.
 * @param {string} value
 */
const stays = (value) => value !== '';

export class Journal {
  /** @type {(string | Edit | Typing)[]} */
  #entries = [];

  /** How many entries there are, for tests. */
  get length() {
    return this.#entries.length;
  }

  /**
   * A command that was carried out, as JSON text.
   * @param {string} text
   */
  command(text) {
    const typing = typingIn(text);
    const last = this.#entries.at(-1);
    const goesOn =
      typing !== null &&
      typeof last === 'object' &&
      'path' in last &&
      last.path === typing.path &&
      last.coalesce === typing.coalesce;
    if (goesOn) last.value = typing.value;
    else this.#entries.push(typing ?? text);
  }

  /**
   * A number that was typed.
   * @param {Edit} edit
   */
  edit(edit) {
    const last = this.#entries.at(-1);
    const goesOn =
      typeof last === 'object' &&
      'line' in last &&
      last.line === edit.line &&
      last.field === edit.field &&
      last.step?.coalesce === edit.step?.coalesce &&
      stays(last.value);
    if (goesOn) last.value = edit.value;
    else this.#entries.push({ ...edit });
  }

  /**
   * Does all of it again.
   * @param {import('./core.mjs').CoreSession} session with the state it began with
   */
  replay(session) {
    for (const entry of this.#entries) {
      if (typeof entry === 'string') session.apply(entry);
      else if ('path' in entry) session.apply(JSON.stringify(entry));
      else session.edit(entry.line, entry.field, entry.value, entry.step);
    }
  }
}
