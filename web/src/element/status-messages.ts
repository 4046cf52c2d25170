/**
 * What is said without moving focus: one polite status region. Totals are said as a whole phrase,
 * a second after the last change; anything else at once.
 */
import { html, type TemplateResult } from 'lit';
import { Quiet } from '../ui/quiet.ts';
import type { EditorContext } from './editor-context.ts';

const QUIET_MS = 1_000;

/** "Total €1,234.50, 3 lines": what the document comes to, in one phrase. */
export function totalsPhrase(editor: EditorContext): string {
  const { summary } = editor.store.totals;
  const count = editor.store.itemCount;
  const total = editor.money(summary.dueNow);
  const allDue = summary.dueNow === summary.total;
  return editor.t(allDue ? 'total.announce' : 'total.announceOpen', { total, count });
}

export class StatusMessages {
  readonly #editor: EditorContext;
  /** What was said of an act or a refusal, and of the totals after it. */
  #message = '';
  #totals = '';
  /** Whether something was done since the message. */
  #isOver = false;
  #again = false;
  /** Whether anybody changed anything: what a document comes to as it is opened first is not said. */
  #isTouched = false;
  readonly #quiet = new Quiet(QUIET_MS, () => this.#sayTotals());
  #lastTotals = '';

  constructor(editor: EditorContext) {
    this.#editor = editor;
  }

  /** Says a message now; it stays until something else is done, the totals stand beside it. */
  say(text: string): void {
    this.#show(text, '');
    this.#isOver = false;
  }

  /** Says the totals now, also where the same was said before. */
  sayNow(text: string): void {
    this.#quiet.end();
    this.#lastTotals = text;
    this.#show('', text);
  }

  #show(message: string, totals: string): void {
    // The same words twice in a row are told apart by a space, or they would not be read again.
    this.#again = message === this.#message && totals === this.#totals && !this.#again;
    this.#message = message;
    this.#totals = totals;
    this.#editor.requestUpdate();
  }

  /** The totals may have changed, by an act or because a document was opened: say them at the pause. */
  totalsChanged(isOpened = false): void {
    this.#isOver = true;
    this.#isTouched ||= !isOpened;
    this.#quiet.wait();
  }

  #sayTotals(): void {
    const phrase = totalsPhrase(this.#editor);
    if (phrase === this.#lastTotals) return;
    const isFirst = this.#lastTotals === '' && !this.#isTouched;
    this.#lastTotals = phrase;
    if (!isFirst) this.#show(this.#isOver ? '' : this.#message, phrase);
  }

  /** Another language: what stands there was said in the former one. */
  forgetWords(): void {
    this.#lastTotals = totalsPhrase(this.#editor);
    this.#show('', '');
  }

  /** What is said of the totals is in sight: it must not be there once it is no longer so. */
  hideFormer(): void {
    if (this.#totals === '' || this.#totals === totalsPhrase(this.#editor)) return;
    this.#show(this.#isOver ? '' : this.#message, '');
  }

  /**
   * The region; always there, so that its changes are noticed. Of its two parts only what changed is
   * read.
   */
  render(): TemplateResult {
    const again = this.#again ? '\u00a0' : '';
    const [message, totals] = [this.#message, this.#totals];
    return html`<p
      class="status"
      part="status"
      role="status"
      aria-live="polite"
      aria-atomic="false"
    >
      <span>${message}${message === '' ? '' : again}</span>
      <span>${totals}${message === '' ? again : ''}</span>
    </p>`;
  }
}
