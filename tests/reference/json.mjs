// JSON as the state uses it: numbers keep their text, and the output is RFC 8785 text.

/** A JSON number, unread: only its text. */
export class JsonNumber {
  constructor(text) {
    this.text = text;
  }
}

/** Why a document is refused as a whole; `code` is one of ST-4.1's refusal codes. */
export class Refusal extends Error {
  constructor(code, message, path = '') {
    super(message);
    this.code = code;
    this.path = path;
  }
}

const MAX_DEPTH = 64;
const MAX_BYTES = 64 * 1024 * 1024;
const NUMBER = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?/y;
const ESCAPES = { '"': '"', '\\': '\\', '/': '/', b: '\b', f: '\f', n: '\n', r: '\r', t: '\t' };

/** Text from bytes or a string; anything that is not well-formed Unicode is refused. */
export function decodeText(input) {
  if (typeof input === 'string') {
    if (Buffer.byteLength(input) > MAX_BYTES) throw new Refusal('too-large', 'more than 64 MB');
    if (!input.isWellFormed()) throw new Refusal('invalid-utf8', 'a lone surrogate');
    return input;
  }
  if (input.length > MAX_BYTES) throw new Refusal('too-large', 'more than 64 MB');
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(input);
  } catch {
    throw new Refusal('invalid-utf8', 'not UTF-8');
  }
}

/** Parses one JSON text. Objects have no prototype; numbers become JsonNumber. */
export function parseJson(text) {
  let at = 0;

  const fail = () => {
    throw new Refusal('json-syntax', `unexpected text at offset ${at}`);
  };
  const skipSpace = () => {
    while (' \t\n\r'.includes(text[at] ?? 'x')) at += 1;
  };
  const take = (literal) => {
    if (!text.startsWith(literal, at)) fail();
    at += literal.length;
  };

  function parseString() {
    take('"');
    let result = '';
    for (;;) {
      const c = text[at];
      if (c === undefined || c < ' ') fail();
      at += 1;
      if (c === '"') break;
      if (c !== '\\') {
        result += c;
        continue;
      }
      const escape = text[at];
      at += 1;
      if (escape === 'u') {
        const digits = text.slice(at, at + 4);
        if (!/^[0-9a-fA-F]{4}$/.test(digits)) fail();
        at += 4;
        result += String.fromCharCode(parseInt(digits, 16));
      } else if (ESCAPES[escape ?? ''] !== undefined) {
        result += ESCAPES[escape];
      } else {
        fail();
      }
    }
    if (!result.isWellFormed()) throw new Refusal('invalid-utf8', 'a lone surrogate');
    return result;
  }

  function parseNumber() {
    NUMBER.lastIndex = at;
    const match = NUMBER.exec(text);
    if (!match) fail();
    at += match[0].length;
    return new JsonNumber(match[0]);
  }

  function parseArray(depth) {
    const result = [];
    take('[');
    skipSpace();
    if (text[at] === ']') {
      at += 1;
      return result;
    }
    for (;;) {
      result.push(parseValue(depth));
      if (text[at] === ']') break;
      take(',');
    }
    at += 1;
    return result;
  }

  function parseObject(depth) {
    const result = Object.create(null);
    take('{');
    skipSpace();
    if (text[at] === '}') {
      at += 1;
      return result;
    }
    for (;;) {
      skipSpace();
      const key = parseString();
      if (key in result) throw new Refusal('json-syntax', `member ${key} twice`);
      skipSpace();
      take(':');
      result[key] = parseValue(depth);
      if (text[at] === '}') break;
      take(',');
    }
    at += 1;
    return result;
  }

  function parseValue(depth) {
    skipSpace();
    let result;
    const c = text[at];
    if (c === '{' || c === '[') {
      if (depth + 1 > MAX_DEPTH) throw new Refusal('too-deep', 'nested too deep');
      result = c === '{' ? parseObject(depth + 1) : parseArray(depth + 1);
    } else if (c === '"') {
      result = parseString();
    } else if (c === 't') {
      take('true');
      result = true;
    } else if (c === 'f') {
      take('false');
      result = false;
    } else if (c === 'n') {
      take('null');
      result = null;
    } else {
      result = parseNumber();
    }
    skipSpace();
    return result;
  }

  const value = parseValue(0);
  if (at !== text.length) fail();
  return value;
}

/** RFC 8785 text. Numbers are small integers; JsonNumber keeps its text; undefined is left out. */
export function canonical(value) {
  if (value instanceof JsonNumber) return value.text;
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`;
  if (value === null || typeof value !== 'object') return JSON.stringify(value);
  const members = Object.keys(value)
    .filter((key) => value[key] !== undefined)
    .sort()
    .map((key) => `${JSON.stringify(key)}:${canonical(value[key])}`);
  return `{${members.join(',')}}`;
}
