// Works on JSON as text: parsing and writing again would change the text of numbers, and of a large
// document would take longer and more room than anything else that is done with it.

/** Deepest nesting that a state may have. */
const MAX_DEPTH = 64;

/**
 * @typedef {object} Outline
 * @property {Map<string, [number, number]>} members for each member of the outermost object, where
 *   its name starts and its value ends in the text.
 */

/**
 * Parses an object strictly: no duplicate member names anywhere (two readers could see two
 * different documents), no nesting beyond 64.
 * @param {string} text
 * @returns {Outline | {error: string}}
 */
export function outline(text) {
  try {
    JSON.parse(text);
  } catch (error) {
    return { error: error.message };
  }
  return structure(text);
}

/**
 * The same for text that something else checks for its syntax. What is answered here is safe on any
 * text: one object, its brackets in pairs, each member's value inside it.
 * @param {string} text
 * @returns {Outline | {error: string}}
 */
export function structure(text) {
  return new Walk(text).run();
}

const [QUOTE, COMMA, OPEN_LIST, CLOSE_LIST, OPEN_OBJECT, CLOSE_OBJECT] = [...'",[]{}'].map((one) =>
  one.charCodeAt(0),
);
const BLANK = /^[ \t\r\n]*$/;

/** One walk over a text, from bracket to bracket; what is in between matters to others. */
class Walk {
  /** @type {Map<string, [number, number]>} */
  members = new Map();
  depth = 0;
  /** By depth: the closing bracket, whether a name comes next, and the names there were. */
  closing = new Array(MAX_DEPTH + 1);
  expectsName = new Array(MAX_DEPTH + 1);
  /** @type {(null | string | Set<string>)[]} */
  names = new Array(MAX_DEPTH + 1);
  name = null;
  nameStart = 0;

  constructor(text) {
    this.text = text;
  }

  run() {
    const { text } = this;
    const start = text.search(/[^ \t\r\n]/);
    if (text.charCodeAt(start) !== OPEN_OBJECT) return { error: 'not an object' };
    for (let i = start; i < text.length; i++) {
      const c = text.charCodeAt(i);
      let error;
      if (c === QUOTE) {
        const end = endOfString(text, i);
        if (end < 0) return { error: 'a text does not end' };
        if (this.expectsName[this.depth]) error = this.#note(i, end);
        i = end;
      } else if (c === COMMA) {
        if (this.depth === 1) this.#end(i);
        this.expectsName[this.depth] = this.closing[this.depth] === CLOSE_OBJECT;
      } else if (c === OPEN_OBJECT || c === OPEN_LIST) {
        error = this.#open(c);
      } else if (c === CLOSE_OBJECT || c === CLOSE_LIST) {
        if (this.closing[this.depth] !== c) return { error: 'a bracket has no partner' };
        if (this.depth === 1) this.#end(i);
        this.depth -= 1;
        if (this.depth > 0) continue;
        const isAll = BLANK.test(text.slice(i + 1));
        return isAll ? { members: this.members } : { error: 'text behind the object' };
      }
      if (error) return { error };
    }
    return { error: 'the object does not end' };
  }

  #open(c) {
    this.depth += 1;
    if (this.depth > MAX_DEPTH) return `nested deeper than ${MAX_DEPTH}`;
    this.closing[this.depth] = c === OPEN_OBJECT ? CLOSE_OBJECT : CLOSE_LIST;
    this.expectsName[this.depth] = c === OPEN_OBJECT;
    this.names[this.depth] = null;
    return undefined;
  }

  /** Notes a name of the object that is open. */
  #note(start, end) {
    this.expectsName[this.depth] = false;
    const name = unescaped(this.text.slice(start + 1, end));
    if (name === undefined) return 'a name is no JSON text';
    if (this.depth === 1) [this.name, this.nameStart] = [name, start];
    const known = this.names[this.depth];
    if (known === name || (known instanceof Set && known.has(name))) {
      return `the member ${JSON.stringify(name)} occurs twice`;
    }
    if (known === null) this.names[this.depth] = name;
    else if (known instanceof Set) known.add(name);
    else this.names[this.depth] = new Set([known, name]);
    return undefined;
  }

  /** The value of a member of the outermost object ends. */
  #end(at) {
    if (this.name !== null) this.members.set(this.name, [this.nameStart, at]);
    this.name = null;
  }
}

function unescaped(raw) {
  if (!raw.includes('\\')) return raw;
  try {
    return JSON.parse(`"${raw}"`);
  } catch {
    return undefined;
  }
}

/** Where a text ends that starts here; −1 where it does not. */
function endOfString(text, start) {
  let end = text.indexOf('"', start + 1);
  while (end >= 0 && isEscaped(text, end)) end = text.indexOf('"', end + 1);
  return end;
}

function isEscaped(text, at) {
  let slashes = 0;
  while (text[at - 1 - slashes] === '\\') slashes += 1;
  return slashes % 2 === 1;
}

/**
 * The text without one member of the outermost object; all other characters stay.
 * @param {string} text
 * @param {Outline} parsed its outline
 * @param {string} name
 */
export function withoutMember(text, parsed, name) {
  const span = parsed.members.get(name);
  if (!span) return text;
  const [start, end] = span;
  if (text[end] === ',') return text.slice(0, start) + text.slice(end + 1).trimStart();
  return text.slice(0, start).replace(/,\s*$/, '') + text.slice(end);
}

/**
 * The text of a member's value in the outermost object; undefined when there is none.
 * @param {string} text
 * @param {Outline} parsed its outline
 * @param {string} name
 */
export function memberText(text, parsed, name) {
  const span = parsed.members.get(name);
  if (!span) return undefined;
  const [start, end] = span;
  const colon = text.indexOf(':', endOfString(text, start));
  return text.slice(colon + 1, end).trim();
}

/**
 * The value of a member of the outermost object; undefined when there is none. Throws a SyntaxError
 * where it is no JSON.
 * @param {string} text
 * @param {Outline} parsed its outline
 * @param {string} name
 */
export function memberValue(text, parsed, name) {
  const value = memberText(text, parsed, name);
  return value === undefined ? undefined : JSON.parse(value);
}
