/**
 * The only way a box is bound. While somebody types, the text in the box is theirs: no drawing
 * changes it, however late it comes. What was typed counts when the box is left, by Enter, and when
 * the page goes away; before that at each key or at each pause, where the owner wants it.
 */
import { noChange, type RenderOptions } from 'lit';
import { AsyncDirective } from 'lit/async-directive.js';
import { Directive, directive, type ElementPart } from 'lit/directive.js';
import { writeText } from './write-text.ts';

type TextBox = HTMLInputElement | HTMLTextAreaElement;

export interface Field {
  /** What the box shows while nobody types in it. */
  readonly shown: string;
  /**
   * Takes what was typed. Until `isLeft` it may be half of what is meant: it is kept, and nothing is
   * said about it.
   */
  readonly take: (text: string, isLeft: boolean) => void;
  /**
   * When text is taken before the box is left: a moment after it was typed (the default), at once,
   * or not at all, where half a text would mean something else.
   */
  readonly during?: 'pause' | 'key' | 'never';
}

/** What draws the box: it is asked to draw again once a box is left. */
interface Host {
  readonly requestUpdate?: () => void;
}

const PAUSE_MS = 200;

/** The boxes in which text stands that was not taken for good yet. */
const typing = new Set<FieldDirective>();

/** What is being typed anywhere counts now, as if each box had been left. */
export function takeTyped(): void {
  for (const box of [...typing]) box.leave();
}

let isWatching = false;

/** A page that goes away, or out of sight, takes with it what was typed until then. */
function watchPage(): void {
  if (isWatching) return;
  isWatching = true;
  window.addEventListener('pagehide', takeTyped, { capture: true });
  const hidden = (): void => {
    if (document.visibilityState === 'hidden') for (const box of [...typing]) box.keep();
  };
  document.addEventListener('visibilitychange', hidden, { capture: true });
}

/** True for a date box in which something stands that is no day of the calendar, or not all of one. */
export function isHalfDate(box: Element | null): boolean {
  return box instanceof HTMLInputElement && box.type === 'date' && box.validity.badInput;
}

/** Marks a box that says that what stands in it is not taken: it names no entry of its list. */
export const NOT_TAKEN = 'data-not-taken';

/**
 * Goes to the first box within `root` in which something stands that does not count, and says why; false
 * where there is none. What depends on these boxes is not done meanwhile.
 */
export function goToNotTaken(root: ParentNode): boolean {
  const boxes = root.querySelectorAll<HTMLInputElement>(`input[type=date], input[${NOT_TAKEN}]`);
  const box = [...boxes].find((each) => each.hasAttribute(NOT_TAKEN) || isHalfDate(each));
  if (box === undefined) return false;
  for (
    let fold = box.closest('details');
    fold;
    fold = fold.parentElement?.closest('details') ?? null
  )
    fold.open = true;
  // It says why when it is left.
  box.blur();
  box.dispatchEvent(new Event('blur'));
  box.focus();
  return true;
}

class FieldDirective extends AsyncDirective {
  #box: TextBox | null = null;
  #field: Field | null = null;
  #host: Host | null = null;
  /** The text in hand, null while nobody types. */
  #typed: string | null = null;
  #before = '';
  #tookSome = false;
  #timer: ReturnType<typeof setTimeout> | undefined;

  override render(_field: Field): unknown {
    return noChange;
  }

  override update(part: ElementPart, [field]: [Field]): unknown {
    this.#field = field;
    if (this.#box === null) this.#attach(part);
    const box = part.element as TextBox;
    if (this.#typed === null) writeText(box, field.shown);
    return noChange;
  }

  /** What was typed counts, and the box shows again what is kept. */
  leave(): void {
    if (this.#typed === null || this.#isHalf) return;
    const text = this.#typed;
    this.#typed = null;
    typing.delete(this);
    clearTimeout(this.#timer);
    this.#timer = undefined;
    if (this.#tookSome || text !== this.#before) this.#field?.take(text, true);
    this.#host?.requestUpdate?.();
  }

  /** What was typed so far is kept, and typing goes on. */
  keep(): void {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    if (this.#typed === null || this.#isHalf || this.#field?.during === 'never') return;
    this.#tookSome = true;
    this.#field?.take(this.#typed, false);
  }

  /** A date box that shows no day there is has no text: what it showed before is not taken away. */
  get #isHalf(): boolean {
    return isHalfDate(this.#box);
  }

  /** A box that vanishes while somebody types in it was left. */
  protected override disconnected(): void {
    this.leave();
    typing.delete(this);
  }

  #attach(part: ElementPart): void {
    const box = part.element as TextBox;
    this.#box = box;
    watchPage();
    this.#host = ((part.options as RenderOptions | undefined)?.host as Host | undefined) ?? null;
    // Before the listeners of the template: these read what was taken.
    box.addEventListener('input', () => this.#type(box), { capture: true });
    box.addEventListener('change', () => this.#changed(box), { capture: true });
    box.addEventListener('blur', () => this.leave());
    box.addEventListener('keydown', (event) => this.#key(event as KeyboardEvent), {
      capture: true,
    });
  }

  #type(box: TextBox): void {
    if (this.#typed === null) {
      this.#before = this.#field?.shown ?? '';
      this.#tookSome = false;
      typing.add(this);
    }
    this.#typed = box.value;
    // A day that was one on the way to another is taken back.
    if (this.#isHalf && this.#tookSome) this.#field?.take(this.#before, false);
    if (this.#field?.during === 'key') this.keep();
    else this.#timer ??= setTimeout(() => this.keep(), PAUSE_MS);
  }

  /**
   * A date is told as changed at each of its digits: there it is no sign of leaving. While the focus
   * goes from its month to its day, nothing has the focus for the moment.
   */
  #changed(box: TextBox): void {
    if (box.type !== 'date') {
      this.leave();
      return;
    }
    const root = box.getRootNode() as ShadowRoot | Document;
    setTimeout(() => {
      if (root.activeElement !== box) this.leave();
    });
  }

  #key(event: KeyboardEvent): void {
    if (event.key === 'Enter' && !event.isComposing && event.target instanceof HTMLInputElement) {
      this.leave();
    }
  }
}

/** Binds a text box, a number box, a date or several lines of text: `<input ${field({…})} />`. */
export const field = directive(FieldDirective);

class ShowsDirective extends Directive {
  override render(_text: string): unknown {
    return noChange;
  }

  override update({ element }: ElementPart, [text]: [string]): unknown {
    writeText(element as TextBox, text);
    return noChange;
  }
}

/** The text of a box that is read only, or whose typing is held elsewhere (the table's cells). */
export const shows = directive(ShowsDirective);

class ChoiceDirective extends Directive {
  override render(_value: string): unknown {
    return noChange;
  }

  override update({ element }: ElementPart, [value]: [string]): unknown {
    // The options are drawn after the element they stand in.
    queueMicrotask(() => {
      const select = element as HTMLSelectElement;
      const isOffered = [...select.options].some((option) => option.value === value);
      if (isOffered && select.value !== value) select.value = value;
    });
    return noChange;
  }
}

/** The choice that is kept: `<select ${choice(value)}>`, also after one that was refused. */
export const choice = directive(ChoiceDirective);
