// JSON in and out without changing a digit. JavaScript numbers would turn 1.10 into 1.1 and round
// what is longer than 17 digits; here such a number keeps its text.

/** A number whose text JavaScript would not write back; it is written exactly as it was read. */
export class NumberText {
  constructor(readonly text: string) {}
}

export type Json = null | boolean | number | string | NumberText | Json[] | JsonObject;
export interface JsonObject {
  [member: string]: Json | undefined;
}

/** Parses JSON, of the type that it is known to hold; throws SyntaxError on anything else. */
export function parseJson<Type = Json>(text: string): Type {
  const value: unknown = JSON.parse(text);
  // What was written by JSON.stringify (nearly always) needs no second look.
  const isSame = JSON.stringify(value) === text;
  return (isSame ? value : new Reader(text).value()) as Type;
}

/** Writes JSON without spaces. */
export function writeJson(value: Json | undefined): string {
  if (value instanceof NumberText) return value.text;
  if (Array.isArray(value)) return `[${value.map(writeJson).join(',')}]`;
  if (value === null || typeof value !== 'object') return JSON.stringify(value ?? null);
  const members = Object.entries(value).filter(([, member]) => member !== undefined);
  return `{${members.map(([name, member]) => `${JSON.stringify(name)}:${writeJson(member)}`).join(',')}}`;
}

/** Whether a value contains a number that only its text can carry. */
export function hasNumberText(value: Json | undefined): boolean {
  if (value instanceof NumberText) return true;
  return value !== null && typeof value === 'object' && Object.values(value).some(hasNumberText);
}

/** Whether two values are the same JSON, whatever the order of their members. */
export function sameJson(a: Json | undefined, b: Json | undefined): boolean {
  if (a === b) return true;
  if (a === null || b === null || typeof a !== 'object' || typeof b !== 'object') return false;
  if (a instanceof NumberText || b instanceof NumberText) return writeJson(a) === writeJson(b);
  if (Array.isArray(a) || Array.isArray(b)) return sameArray(a, b);
  const names = namesOf(a);
  return names.length === namesOf(b).length && names.every((name) => sameJson(a[name], b[name]));
}

function sameArray(a: JsonObject | Json[], b: JsonObject | Json[]): boolean {
  if (!Array.isArray(a) || !Array.isArray(b) || a.length !== b.length) return false;
  return a.every((one, index) => sameJson(one, b[index]));
}

function namesOf(value: JsonObject): string[] {
  return Object.keys(value).filter((name) => value[name] !== undefined);
}

/** Reads text that JSON.parse has accepted already, so it only has to find where things end. */
class Reader {
  #at = 0;

  constructor(readonly text: string) {}

  value(): Json {
    this.#skipSpace();
    const c = this.text[this.#at];
    if (c === '{') return this.#object();
    if (c === '[') return this.#array();
    if (c === '"') return this.#string();
    return this.#scalar();
  }

  #object(): JsonObject {
    const result: JsonObject = {};
    this.#at += 1;
    while (!this.#ends('}')) {
      this.#skipSpace();
      const name = this.#string();
      this.#skipSpace();
      this.#at += 1; // the colon
      const value = this.value();
      // Not an assignment: the name may be __proto__.
      Object.defineProperty(result, name, {
        value,
        enumerable: true,
        writable: true,
        configurable: true,
      });
    }
    return result;
  }

  #array(): Json[] {
    const result: Json[] = [];
    this.#at += 1;
    while (!this.#ends(']')) result.push(this.value());
    return result;
  }

  /** Skips to the next item; true, and behind the closing mark, when there is none. */
  #ends(mark: string): boolean {
    this.#skipSpace();
    if (this.text[this.#at] === ',') this.#at += 1;
    this.#skipSpace();
    if (this.text[this.#at] !== mark) return false;
    this.#at += 1;
    return true;
  }

  #string(): string {
    const start = this.#at;
    this.#at += 1;
    while (this.text[this.#at] !== '"') this.#at += this.text[this.#at] === '\\' ? 2 : 1;
    this.#at += 1;
    return JSON.parse(this.text.slice(start, this.#at)) as string;
  }

  #scalar(): Json {
    const start = this.#at;
    while (this.#at < this.text.length && !',]} \t\r\n'.includes(this.text[this.#at]!))
      this.#at += 1;
    const token = this.text.slice(start, this.#at);
    const value = JSON.parse(token) as Json;
    return typeof value === 'number' && String(value) !== token ? new NumberText(token) : value;
  }

  #skipSpace(): void {
    while (' \t\r\n'.includes(this.text[this.#at] ?? 'x')) this.#at += 1;
  }
}
