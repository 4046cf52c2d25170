// Works on JSON as text, because parsing and writing again would change the text of numbers.

/** Deepest nesting that a state may have. */
const MAX_DEPTH = 64;

/**
 * @typedef {object} Outline
 * @property {any} value the parsed document.
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
  let value;
  try {
    value = JSON.parse(text);
  } catch (error) {
    return { error: error.message };
  }
  if (value === null || typeof value !== 'object' || Array.isArray(value)) {
    return { error: 'not an object' };
  }
  const scan = scanMembers(text);
  return 'error' in scan ? scan : { value, members: scan.members };
}

/** Walks over text that JSON.parse has accepted, so that only structure matters here. */
function scanMembers(text) {
  const members = new Map();
  const open = [];
  let nameStart = 0;
  let name = '';
  for (let i = 0; i < text.length; i++) {
    const c = text[i];
    const top = open[open.length - 1];
    if (c === '{' || c === '[') {
      open.push(c === '{' ? { names: new Set(), expectName: true } : { names: null });
      if (open.length > MAX_DEPTH) return { error: `nested deeper than ${MAX_DEPTH}` };
    } else if (c === '}' || c === ']') {
      if (open.length === 1 && name !== '') members.set(name, [nameStart, i]);
      open.pop();
    } else if (c === ',') {
      if (top.names) top.expectName = true;
      if (open.length === 1) members.set(name, [nameStart, i]);
    } else if (c === '"') {
      const end = endOfString(text, i);
      if (top.names && top.expectName) {
        const own = JSON.parse(text.slice(i, end + 1));
        if (top.names.has(own)) return { error: `the member ${JSON.stringify(own)} occurs twice` };
        top.names.add(own);
        top.expectName = false;
        if (open.length === 1) [name, nameStart] = [own, i];
      }
      i = end;
    }
  }
  return { members };
}

function endOfString(text, start) {
  let end = text.indexOf('"', start + 1);
  while (isEscaped(text, end)) end = text.indexOf('"', end + 1);
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
