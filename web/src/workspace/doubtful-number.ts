/**
 * `1.250` is a thousand to some and a fraction to others: what a box takes it for is said at the box,
 * and a dialog is not confirmed before somebody could have seen it.
 */
import { noChange } from 'lit';
import { Directive, directive, type ElementPart } from 'lit/directive.js';
import { isPlainDecimal, unmistakable } from '../number/format.ts';

/** On the box: what is said at it was not there to be seen yet. */
const UNSEEN = 'data-unseen-reading';
/** On the box: what stands in it is no number. */
const UNREAD = 'data-unread';
/** On the box: what is wrong with it was asked for, and is said while somebody is in it too. */
const ASKED = 'data-asked';

/** True while somebody types in a box of a form, who has not asked for what is wrong with it yet. */
export function isTypingIn(box: Element | null): boolean {
  return (box?.matches(':focus') ?? false) && !(box?.hasAttribute(ASKED) ?? false);
}

/** How typed text is read: as a plain decimal, '' for none, null where it is unclear, and whether others read it otherwise. */
export interface NumberReading {
  readonly value: string | null;
  readonly isDoubtful: boolean;
}

interface Parts {
  /** What the box holds, as a plain decimal. */
  readonly value: string;
  readonly read: (text: string) => NumberReading;
  readonly say: (text: string, number: string) => string;
  readonly locale: string;
}

class ReadingDirective extends Directive {
  #box: HTMLInputElement | null = null;
  #note: HTMLElement | null = null;
  #parts: Parts | null = null;
  #taken: string | null = null;

  override render(_parts: Parts): unknown {
    return noChange;
  }

  override update({ element }: ElementPart, [parts]: [Parts]): unknown {
    this.#parts = parts;
    if (this.#note === null) this.#attach(element as HTMLElement);
    const isTyping = this.#box?.matches(':focus') ?? false;
    if (!isTyping) this.#mark(parts.value);
    // Another amount was put into the box than the one that was typed.
    if (this.#taken !== null && !isTyping && parts.value !== this.#taken) this.#say('', null);
    return noChange;
  }

  #attach(note: HTMLElement): void {
    const box = note.parentElement?.querySelector('input') ?? null;
    this.#note = note;
    this.#box = box;
    note.hidden = true;
    box?.addEventListener('input', () => this.#type(box));
    box?.addEventListener('blur', (event) => {
      // Who goes on to another box has what is said before them; who confirms has not.
      const to = event.relatedTarget;
      if (to instanceof Element && !to.matches('[data-confirm]')) box.removeAttribute(UNSEEN);
    });
  }

  #type(box: HTMLInputElement): void {
    const { read, say, locale } = this.#parts as Parts;
    const { value, isDoubtful } = read(box.value);
    const isSaid = isDoubtful && value !== null;
    this.#say(
      isSaid ? say(box.value.trim(), unmistakable(value, locale)) : '',
      isSaid ? value : null,
    );
    box.toggleAttribute(UNSEEN, isSaid);
    box.toggleAttribute(UNREAD, value === null);
    box.removeAttribute(ASKED);
  }

  #mark(value: string): void {
    this.#box?.toggleAttribute(UNREAD, value !== '' && !isPlainDecimal(value));
  }

  #say(words: string, value: string | null): void {
    this.#taken = value;
    if (this.#note) {
      this.#note.textContent = words;
      this.#note.hidden = words === '';
    }
    if (value === null) this.#box?.removeAttribute(UNSEEN);
  }
}

/** What stands beside a box of a number, in one template with it: `<small role="status" ${doubtfulNumber({…})}></small>`. */
export const doubtfulNumber = directive(ReadingDirective);

/** Goes to the first box whose reading nobody could see yet; false where there is none. */
export function goToUnseen(form: ParentNode): boolean {
  const box = form.querySelector<HTMLInputElement>(`[${UNSEEN}]`);
  box?.removeAttribute(UNSEEN);
  box?.focus();
  return box !== null;
}

/** Goes to the first box in which no number stands, which says why at once; false where there is none. */
export function goToUnread(form: ParentNode): boolean {
  const box = form.querySelector<HTMLInputElement>(`[${UNREAD}]`);
  box?.setAttribute(ASKED, '');
  box?.focus();
  return box !== null;
}
