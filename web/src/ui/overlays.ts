/**
 * Dialogs, popovers and menus of one element: at most one of each is open, Escape closes the
 * topmost, and focus goes back to where it came from.
 */
import { html, nothing, type LitElement, type ReactiveController, type TemplateResult } from 'lit';
import { goToNotTaken } from './field.ts';
import { menuTemplate, moveInMenu, type MenuItem } from './menu.ts';

/** A modal dialog. `body` and `footer` are asked again at each update of the element. */
export interface DialogContent {
  readonly title: string;
  readonly body: () => TemplateResult;
  readonly footer?: () => TemplateResult;
  readonly size?: 'small' | 'medium' | 'large';
  readonly closed?: () => void;
  /** Whether closing it loses nothing: what is typed counts at once, or is kept. */
  readonly keeps?: () => boolean;
}

/** A popover beside its anchor. */
export interface PopoverContent {
  readonly label: string;
  readonly body: () => TemplateResult;
  readonly closed?: () => void;
}

/** Words of the controls that the overlays bring themselves. */
export type OverlayWords = (
  key: 'action.close' | 'dialog.loses' | 'dialog.discard' | 'dialog.goOn' | 'failure.shown',
) => string;

type Beside =
  | { readonly kind: 'popover'; readonly anchor: HTMLElement; readonly content: PopoverContent }
  | {
      readonly kind: 'menu';
      readonly anchor: HTMLElement;
      readonly items: readonly MenuItem[];
      readonly label: string;
    };

const GAP = 4;
const FIRST_STOP = '[role^=menuitem], input, select, textarea, button';

export class Overlays implements ReactiveController {
  readonly #host: LitElement;
  readonly #words: OverlayWords;
  #dialog: DialogContent | null = null;
  #beside: Beside | null = null;
  #cameFrom: HTMLElement | null = null;
  /** Where the focus was before the question. */
  #typedIn: HTMLElement | null = null;
  #shown: 'dialog' | 'beside' | null = null;
  /** Whether something was typed or chosen in the dialog, and whether it is asked what becomes of it. */
  #isTyped = false;
  #isAsking = false;
  /** Called to give focus a place where the element it came from is gone. */
  focusElsewhere: (() => void) | null = null;

  constructor(host: LitElement, words: OverlayWords) {
    this.#host = host;
    this.#words = words;
    host.addController(this);
  }

  /** True while a dialog, popover or menu is open. */
  get isOpen(): boolean {
    return this.#dialog !== null || this.#beside !== null;
  }

  /** The element a popover or menu is open for. */
  get anchor(): HTMLElement | null {
    return this.#beside?.anchor ?? null;
  }

  openDialog(content: DialogContent): void {
    const from = this.#beside?.anchor ?? this.#focused();
    this.#dropBeside();
    if (this.#dialog === null) this.#cameFrom = from;
    this.#dialog = content;
    this.#isTyped = false;
    this.#isAsking = false;
    this.#shown = null;
    this.#host.requestUpdate();
  }

  openPopover(anchor: HTMLElement, content: PopoverContent): void {
    this.#dropBeside();
    this.#beside = { kind: 'popover', anchor, content };
    this.#host.requestUpdate();
  }

  openMenu(anchor: HTMLElement, label: string, items: readonly MenuItem[]): void {
    this.#dropBeside();
    this.#beside = { kind: 'menu', anchor, items, label };
    this.#host.requestUpdate();
  }

  /**
   * Escape and the cross: a dialog whose text would be lost asks first. Escape at the question is the
   * way back to the text.
   */
  leave(): void {
    if (this.#beside || !this.#dialog || this.#dialog.keeps?.() || !this.#isTyped) {
      this.close();
      return;
    }
    this.#ask(!this.#isAsking);
  }

  #ask(isAsking: boolean): void {
    const before = this.#focused();
    this.#isAsking = isAsking;
    this.#host.requestUpdate();
    void this.#host.updateComplete.then(() => {
      const { renderRoot } = this.#host;
      if (isAsking) {
        this.#typedIn = before;
        renderRoot.querySelector<HTMLElement>('[data-go-on]')?.focus();
      } else if (this.#typedIn?.isConnected) this.#typedIn.focus();
    });
  }

  /** Closes what is open; focus returns to where it came from unless `keepFocus`. */
  close(keepFocus = false): void {
    const dialog = this.#dialog;
    const beside = this.#beside;
    const back = beside?.anchor ?? this.#cameFrom;
    if (beside) this.#dropBeside();
    else if (dialog) {
      this.#dialogElement?.close();
      this.#dialog = null;
      this.#shown = null;
      this.#cameFrom = null;
      dialog.closed?.();
    } else return;
    this.#host.requestUpdate();
    if (keepFocus) return;
    if (back?.isConnected) back.focus();
    else void this.#host.updateComplete.then(() => this.#focusBack(back));
  }

  /** Goes to the first box of the dialog whose text does not count; false where there is none. */
  goToNotTaken(): boolean {
    const dialog = this.#dialogElement;
    return dialog !== null && goToNotTaken(dialog);
  }

  /** What stands at the end of the element's template. */
  render(): TemplateResult {
    return html`${this.#dialogTemplate()}${this.#besideTemplate()}`;
  }

  hostUpdated(): void {
    // Looking for elements walks the whole tree: not while there is nothing to look for.
    if (!this.isOpen) return;
    const dialog = this.#dialogElement;
    if (dialog && this.#dialog && !dialog.open) {
      dialog.showModal();
      const named = dialog.querySelector<HTMLElement>('[autofocus]');
      const first = dialog.querySelector<HTMLElement>(
        '.dialog-body :is(input, select, textarea, button)',
      );
      (named ?? first ?? dialog).focus();
    }
    const beside = this.#besideElement;
    if (beside && this.#beside && this.#shown !== 'beside') {
      this.#shown = 'beside';
      beside.showPopover();
      this.#place(beside, this.#beside.anchor);
      const named = beside.querySelector<HTMLElement>('[autofocus]');
      const first = beside.querySelector<HTMLElement>(FIRST_STOP);
      (named ?? first)?.focus();
    } else if (beside && this.#beside) {
      this.#place(beside, this.#beside.anchor);
    }
  }

  hostDisconnected(): void {
    this.#dialog = null;
    this.#beside = null;
    this.#shown = null;
  }

  get #dialogElement(): HTMLDialogElement | null {
    return this.#host.renderRoot.querySelector<HTMLDialogElement>('dialog.overlay');
  }

  get #besideElement(): HTMLElement | null {
    return this.#host.renderRoot.querySelector<HTMLElement>('[data-beside]');
  }

  #focused(): HTMLElement | null {
    const root = this.#host.shadowRoot;
    return root?.activeElement instanceof HTMLElement ? root.activeElement : null;
  }

  #focusBack(back: HTMLElement | null): void {
    if (this.isOpen) return;
    if (back?.isConnected) back.focus();
    else this.focusElsewhere?.();
  }

  #dropBeside(): void {
    const beside = this.#beside;
    if (!beside) return;
    this.#beside = null;
    this.#shown = null;
    beside.anchor.setAttribute('aria-expanded', 'false');
    const element = this.#besideElement;
    if (element?.matches(':popover-open')) element.hidePopover();
    if (beside.kind === 'popover') beside.content.closed?.();
  }

  #dialogTemplate(): TemplateResult | typeof nothing {
    const dialog = this.#dialog;
    if (!dialog) return nothing;
    return html`<dialog
      class="overlay ${dialog.size ?? 'medium'}"
      part="dialog"
      aria-labelledby="dialog-title"
      @cancel=${(event: Event) => {
        event.preventDefault();
        this.leave();
      }}
      @input=${() => (this.#isTyped = true)}
      @keydown=${(event: KeyboardEvent) => this.#dialogKey(event)}
    >
      <header role="none" class="dialog-head">
        <h2 id="dialog-title">${dialog.title}</h2>
        <button
          class="icon"
          type="button"
          aria-label=${this.#words('action.close')}
          title=${this.#words('action.close')}
          @click=${() => this.leave()}
        >
          <span aria-hidden="true">×</span>
        </button>
      </header>
      <div class="dialog-body">${this.#drawn(dialog.body)}</div>
      ${this.#isAsking ? this.#question() : nothing}
      ${dialog.footer ? html`<footer role="none" class="dialog-foot">${dialog.footer()}</footer>` : nothing}
    </dialog>`;
  }

  /** What cannot be drawn says so, and can be closed: the element behind it goes on. */
  #drawn(body: () => TemplateResult): TemplateResult {
    try {
      return body();
    } catch (error) {
      reportError(error);
      const reason = error instanceof Error ? error.message : String(error);
      return html`<p class="problem" role="alert">${this.#words('failure.shown')} ${reason}</p>`;
    }
  }

  #question(): TemplateResult {
    return html`<div class="dialog-question" role="alertdialog" aria-labelledby="dialog-loses">
      <p id="dialog-loses">${this.#words('dialog.loses')}</p>
      <button type="button" data-go-on @click=${() => this.#ask(false)}>
        ${this.#words('dialog.goOn')}
      </button>
      <button type="button" data-discard @click=${() => this.close()}>
        ${this.#words('dialog.discard')}
      </button>
    </div>`;
  }

  #besideTemplate(): TemplateResult | typeof nothing {
    const beside = this.#beside;
    if (!beside) return nothing;
    beside.anchor.setAttribute('aria-expanded', 'true');
    const toggled = (event: ToggleEvent): void => {
      if (event.newState === 'closed' && this.#beside === beside) {
        const lost = this.#host.shadowRoot?.activeElement ?? null;
        this.close(lost !== null && !(event.target as HTMLElement).contains(lost));
      }
    };
    if (beside.kind === 'menu') {
      return html`<div
        class="beside menu"
        data-beside
        part="menu"
        popover="auto"
        role="menu"
        aria-label=${beside.label}
        @toggle=${toggled}
        @keydown=${(event: KeyboardEvent) => this.#menuKey(event)}
      >
        ${menuTemplate(beside.items, (item) => this.#choose(item))}
      </div>`;
    }
    return html`<div
      class="beside popover"
      data-beside
      part="popover"
      popover="auto"
      role="dialog"
      aria-label=${beside.content.label}
      @toggle=${toggled}
      @keydown=${(event: KeyboardEvent) => this.#popoverKey(event)}
    >
      ${this.#drawn(beside.content.body)}
    </div>`;
  }

  #choose(item: MenuItem): void {
    const anchor = this.#beside?.anchor ?? null;
    this.close();
    item.run(anchor);
  }

  /** Escape by its key too: not every engine turns each Escape into a `cancel`. */
  #dialogKey(event: KeyboardEvent): void {
    event.stopPropagation();
    if (event.key !== 'Escape' || event.isComposing) return;
    event.preventDefault();
    this.leave();
  }

  #menuKey(event: KeyboardEvent): void {
    event.stopPropagation();
    if (event.key === 'Escape' || event.key === 'Tab') {
      event.preventDefault();
      this.close();
      return;
    }
    if (moveInMenu(event.currentTarget as HTMLElement, event.key)) event.preventDefault();
  }

  /** A popover is not modal, but Tab stays in it: it hangs beside its anchor, not after it. */
  #popoverKey(event: KeyboardEvent): void {
    event.stopPropagation();
    if (event.key === 'Escape') {
      event.preventDefault();
      this.close();
      return;
    }
    if (event.key !== 'Tab') return;
    const inside = event.currentTarget as HTMLElement;
    const stops = [
      ...inside.querySelectorAll<HTMLElement>('input, select, textarea, button, a[href], summary'),
    ].filter((stop) => stop.tabIndex >= 0 && !stop.hasAttribute('disabled'));
    const at = stops.indexOf(event.target as HTMLElement);
    const next = event.shiftKey ? at - 1 : at + 1;
    if (next >= 0 && next < stops.length) return;
    event.preventDefault();
    stops.at(event.shiftKey ? -1 : 0)?.focus();
  }

  /** Under the anchor, or above it where there is more room; inside the viewport always. */
  #place(element: HTMLElement, anchor: HTMLElement): void {
    const at = anchor.getBoundingClientRect();
    const { offsetWidth: width, offsetHeight: height } = element;
    const below = innerHeight - at.bottom;
    const top = below >= height + GAP || below >= at.top ? at.bottom + GAP : at.top - height - GAP;
    const rightToLeft = getComputedStyle(element).direction === 'rtl';
    const left = rightToLeft ? at.right - width : at.left;
    const clamp = (value: number, limit: number): number => Math.max(GAP, Math.min(value, limit));
    const placed = clamp(top, innerHeight - height - GAP);
    // Where there is room neither below nor above it stands at the side: what lies under the pointer is
    // pressed by whoever clicks twice.
    const covers = placed < at.bottom && placed + height > at.top;
    const after = at.right + GAP;
    const aside = after + width <= innerWidth ? after : at.left - width - GAP;
    element.style.top = `${placed}px`;
    element.style.left = `${clamp(covers ? aside : left, innerWidth - width - GAP)}px`;
  }
}
