/**
 * One entry of a long list, found by typing: an APG combobox. What is typed counts once the box is
 * left and if it names an entry; else it stays, marked, with a sentence that says so.
 */
import { html, nothing, type TemplateResult } from 'lit';
import { Directive, directive, type DirectiveResult } from 'lit/directive.js';
import { fold } from '../i18n/fold.ts';
import type { Choice } from '../i18n/choices.ts';
import type { Translator } from '../i18n/translator.ts';
import { ComboList } from './combobox.ts';
import { field, takeTyped } from './field.ts';

export interface ChoiceBoxOptions {
  readonly label: string;
  readonly value: string;
  /** Asked when the list is needed first: it may be long. */
  readonly choices: () => readonly Choice[];
  readonly pick: (value: string) => void;
  readonly translator: Translator;
  /** Draws the page again: the state of the list has changed. */
  readonly redraw: () => void;
  /** What the box shows of a stored value; without it that entry's label, else the value. */
  readonly shown?: string;
  readonly name?: string;
  readonly disabled?: boolean;
  /** An emptied box chooses nothing, which is stored as ''. */
  readonly mayBeEmpty?: boolean;
  readonly wide?: boolean;
  readonly hint?: string;
  readonly autofocus?: boolean;
}

interface Entry extends Choice {
  readonly id: string;
}

const MOST_SHOWN = 60;
let boxes = 0;

/** How well an entry fits folded text: 0 exactly, then by how early it is found; null not at all. */
function fit(choice: Choice, text: string): number | null {
  const names = [choice.value, ...choice.names].map(fold);
  if (names.some((name) => name === text)) return 0;
  if (names.some((name) => name.startsWith(text))) return 1;
  if (names.some((name) => name.split(/[\s(·-]+/).some((word) => word.startsWith(text)))) return 2;
  return names.some((name) => name.includes(text)) ? 3 : null;
}

/** The entries that a text finds, the best first. */
export function findChoices(choices: readonly Choice[], typed: string): readonly Choice[] {
  const text = fold(typed.trim());
  if (text === '') return choices;
  return choices
    .flatMap((choice) => {
      const rank = fit(choice, text);
      return rank === null ? [] : [{ choice, rank }];
    })
    .sort((one, other) => one.rank - other.rank)
    .map(({ choice }) => choice);
}

/** The one entry that a text names: by its whole name, code or label, or as the only one found. */
export function namedChoice(choices: readonly Choice[], typed: string): Choice | null {
  const text = fold(typed.trim());
  if (text === '') return null;
  const code = choices.find(({ value }) => fold(value) === text);
  if (code) return code;
  const exact = choices.filter(({ label, names }) =>
    [label, ...names].some((name) => fold(name) === text),
  );
  if (exact.length > 0) return exact.length === 1 ? (exact[0] ?? null) : null;
  const found = findChoices(choices, typed);
  return found.length === 1 ? (found[0] ?? null) : null;
}

class ChoiceBox extends Directive {
  readonly #id = `choice-${++boxes}`;
  readonly #list = new ComboList<Entry>();
  /** What the keys or the pointer chose, until it is taken. */
  #chosen: Choice | null = null;
  #unknown = '';
  #options!: ChoiceBoxOptions;
  #box: HTMLInputElement | null = null;

  render(options: ChoiceBoxOptions): TemplateResult {
    if (this.#options && this.#options.value !== options.value) this.#unknown = '';
    this.#options = options;
    const { label, name, disabled, wide, hint, autofocus } = options;
    const problem = this.#unknown === '' ? '' : this.#sentence();
    const active = this.#list.active;
    const key = (event: Event): void => this.#key(event as KeyboardEvent);
    return html`<div
      class="field choice-box ${wide ? 'wide' : ''}"
      @keydown=${{ handleEvent: key, capture: true }}
    >
      <label for=${this.#id}>${label}</label>
      <input
        id=${this.#id}
        name=${name ?? nothing}
        role="combobox"
        autocomplete="off"
        spellcheck="false"
        aria-autocomplete="list"
        aria-expanded=${String(this.#list.isOpen)}
        aria-controls="${this.#id}-list"
        aria-activedescendant=${active < 0 ? nothing : `${this.#id}-${active}`}
        aria-invalid=${problem === '' ? nothing : 'true'}
        ?data-not-taken=${problem !== ''}
        aria-describedby=${problem === '' && !hint ? nothing : `${this.#id}-hint`}
        ?disabled=${disabled ?? false}
        ?autofocus=${autofocus ?? false}
        @focus=${(event: Event) => this.#enter(event.target as HTMLInputElement)}
        @click=${(event: Event) => this.#enter(event.target as HTMLInputElement, true)}
        @blur=${(event: Event) => this.#close(event.target as HTMLInputElement)}
        ${field({ shown: this.#unknown || this.#shown(), take: (text, isLeft) => this.#type(text, isLeft), during: 'key' })}
      />
      ${
        problem === '' && !hint
          ? nothing
          : html`<small
              id="${this.#id}-hint"
              class=${problem === '' ? '' : 'problem'}
              role=${problem === '' ? nothing : 'alert'}
              >${problem === '' ? hint : problem}</small
            >`
      }
      <div
        id="${this.#id}-list"
        class="beside menu suggestions"
        role="listbox"
        popover="manual"
        aria-label=${label}
      >
        ${this.#list.options.map(
          (option, index) =>
            html`<div
              id="${this.#id}-${index}"
              class="option"
              role="option"
              aria-selected=${String(index === active)}
              @pointerdown=${(event: Event) => event.preventDefault()}
              @click=${(event: Event) => this.#click(option, event)}
            >
              <bdi>${option.label}</bdi>
              ${option.detail === undefined ? nothing : html`<small dir="auto">${option.detail}</small>`}
            </div>`,
        )}
      </div>
    </div>`;
  }

  /** What stands in the box gives way to what is typed; a click shows all there is. */
  #enter(box: HTMLInputElement, isClicked = false): void {
    this.#box = box;
    if (this.#list.isOpen) return;
    box.select();
    if (isClicked) this.#open(box, '');
  }

  #shown(): string {
    const { value, shown, choices } = this.#options;
    if (value === '') return '';
    return shown ?? choices().find((each) => each.value === value)?.label ?? value;
  }

  #sentence(): string {
    const { choices, translator } = this.#options;
    const near = findChoices(choices(), this.#unknown).slice(0, 3);
    return near.length === 0
      ? translator.t('choice.unknown', { text: this.#unknown })
      : translator.t('choice.several', {
          text: this.#unknown,
          entries: translator.list(near.map(({ label }) => label)),
        });
  }

  /** What stands in the box while somebody types, and what counts once it is left. */
  #type(text: string, isLeft: boolean): void {
    if (isLeft) {
      this.#leave(text);
      return;
    }
    this.#unknown = '';
    const box = this.#box;
    if (!box) return;
    this.#open(box, text);
    // The first entry is what Enter takes: somebody who types "dan" means the one on top.
    if (this.#list.isOpen && text.trim() !== '') this.#list.active = 0;
  }

  #leave(text: string): void {
    const { choices, mayBeEmpty, value, pick } = this.#options;
    this.#list.close();
    const wanted = this.#chosen ?? (text === this.#shown() ? null : namedChoice(choices(), text));
    this.#chosen = null;
    this.#unknown = '';
    if (wanted) {
      if (wanted.value !== value) pick(wanted.value);
    } else if (text.trim() === '') {
      if (mayBeEmpty && value !== '') pick('');
    } else if (text !== this.#shown()) this.#unknown = text.trim();
  }

  #open(box: HTMLInputElement, text: string): void {
    if (this.#options.disabled) return;
    const found = findChoices(this.#options.choices(), text).slice(0, MOST_SHOWN);
    this.#list.show(found.map((choice) => ({ ...choice, id: choice.value })));
    this.#draw(box);
  }

  #close(box: HTMLInputElement): void {
    this.#list.close();
    this.#draw(box);
  }

  /** Before the box itself hears of a key: Enter takes the entry that is marked, not the text. */
  #key(event: KeyboardEvent): void {
    const box = event.target as HTMLInputElement;
    if (event.isComposing) return;
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      event.preventDefault();
      if (!this.#list.isOpen) this.#open(box, '');
      this.#list.move(event.key === 'ArrowDown' ? 1 : -1);
      this.#draw(box);
    } else if (event.key === 'Enter' && this.#list.activeOption) {
      event.preventDefault();
      event.stopPropagation();
      this.#take(this.#list.activeOption, box);
    } else if (event.key === 'Escape' && this.#list.isOpen) {
      event.preventDefault();
      event.stopPropagation();
      this.#list.close();
      this.#unknown = '';
      this.#say(box, this.#shown());
      this.#list.close();
      this.#draw(box);
    }
  }

  #click(option: Choice, event: Event): void {
    const list = event.currentTarget as HTMLElement;
    const box = list.closest('.choice-box')?.querySelector('input');
    if (box) this.#take(option, box);
  }

  #take(option: Choice, box: HTMLInputElement): void {
    this.#chosen = option;
    this.#say(box, option.label);
    takeTyped();
    this.#close(box);
  }

  /** Puts a text into the box as if it had been typed. */
  #say(box: HTMLInputElement, text: string): void {
    box.value = text;
    box.dispatchEvent(new Event('input'));
  }

  /** Draws, and shows the list under its box: the popover needs its place once it has its entries. */
  #draw(box: HTMLInputElement): void {
    this.#options.redraw();
    requestAnimationFrame(() => this.#place(box));
  }

  #place(box: HTMLInputElement): void {
    const list = box.parentElement?.querySelector<HTMLElement>('[role=listbox]');
    if (!list?.isConnected) return;
    const shown = list.matches(':popover-open');
    if (!this.#list.isOpen) {
      if (shown) list.hidePopover();
      return;
    }
    if (!shown) list.showPopover();
    const at = box.getBoundingClientRect();
    list.style.minWidth = `${at.width}px`;
    const below = innerHeight - at.bottom;
    const room = Math.max(below, at.top) - 8;
    list.style.maxHeight = `${Math.min(320, room)}px`;
    list.style.top =
      below >= Math.min(list.offsetHeight, 200)
        ? `${at.bottom + 2}px`
        : `${Math.max(4, at.top - list.offsetHeight - 2)}px`;
    const end = getComputedStyle(list).direction === 'rtl';
    const left = end ? at.right - list.offsetWidth : at.left;
    list.style.left = `${Math.max(4, Math.min(left, innerWidth - list.offsetWidth - 4))}px`;
    list.querySelector('[aria-selected=true]')?.scrollIntoView({ block: 'nearest' });
  }
}

const box = directive(ChoiceBox);

/** The labelled box with its list. */
export function choiceBox(options: ChoiceBoxOptions): DirectiveResult {
  return box(options);
}
