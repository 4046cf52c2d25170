/**
 * A host that binds `value` or `document` writes back what the element has just told it, at once or
 * a moment later. Neither is a change: the document that is open stays, with what is being typed, the
 * focus and the undo history. What a host has read or set before is remembered, so that a late echo is
 * told from another document.
 */
import { parseJson, sameJson, type Json } from '../json/lossless-json.ts';

/** Texts kept at most, and their characters together: a host lags by some keystrokes, not by hours. */
const MOST_TEXTS = 200;
const MOST_CHARACTERS = 4_000_000;

/** So long after the last change an echo may still come when nobody is in the element any more. */
const LATE_MS = 3_000;

/** What a hand does: a host that sets a document meanwhile does so because somebody asked for it. */
const BY_HAND: ReadonlySet<string> = new Set([
  'click',
  'submit',
  'change',
  'input',
  'keydown',
  'keyup',
  'pointerdown',
  'pointerup',
  'mousedown',
  'mouseup',
]);

function isAskedFor(): boolean {
  const { event } = window;
  return event?.isTrusted === true && BY_HAND.has(event.type);
}

function read(text: string): Json | undefined {
  try {
    return parseJson(text);
  } catch {
    return undefined;
  }
}

/** A state as text, and as it reads: parsed once, when it is first compared. */
class Seen {
  readonly text: string;
  #exact: Json | undefined;
  #rounded: Json | undefined;

  constructor(text: string) {
    this.text = text;
  }

  /**
   * Whether a value says the same: other order of members and other spaces count as the same, and so
   * do numbers as JavaScript rounds them, since that is what `document` and JSON.parse have made.
   */
  saysSame(value: Json): boolean {
    if (this.text === '') return false;
    this.#exact ??= read(this.text);
    if (sameJson(this.#exact, value)) return true;
    this.#rounded ??= JSON.parse(this.text) as Json;
    return sameJson(this.#rounded, value);
  }
}

export class HostBinding {
  #seen: Seen[] = [];
  #changedAt = -LATE_MS;

  /** The host has read this text, or set it. */
  note(text: string): void {
    if (this.#seen.at(-1)?.text === text) return;
    this.#seen.push(new Seen(text));
    let characters = this.#seen.reduce((sum, { text: each }) => sum + each.length, 0);
    while (this.#seen.length > MOST_TEXTS || (characters > MOST_CHARACTERS && this.#seen[1])) {
      characters -= this.#seen.shift()?.text.length ?? 0;
    }
  }

  /** This one is open now: nothing of the former one is an echo any more. */
  opened(text: string): void {
    this.#seen = [];
    this.note(text);
  }

  /** The document was changed, by hand or by the page. */
  changed(): void {
    this.#changedAt = performance.now();
  }

  /**
   * Whether what the host sets only repeats what is open, or what was open a moment ago: while
   * somebody is at work in the element, and just after, unless a hand asks for it just now.
   */
  isWrittenBack(text: string, open: string, isAtWork: boolean): boolean {
    if (this.isOpen(text, open)) return true;
    const isLate = performance.now() - this.#changedAt < LATE_MS && !isAskedFor();
    return (isAtWork || isLate) && this.isEcho(text);
  }

  /** Whether a text that the host sets says what is open. */
  isOpen(text: string, open: string): boolean {
    if (text === open) return true;
    const value = read(text);
    return value !== undefined && new Seen(open).saysSame(value);
  }

  /** Whether a text that the host sets is one it has read or set since the document was opened. */
  isEcho(text: string): boolean {
    if (this.#seen.some((each) => each.text === text)) return true;
    const value = read(text);
    return value !== undefined && this.#seen.some((each) => each.saysSame(value));
  }
}
