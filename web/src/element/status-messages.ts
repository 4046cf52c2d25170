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
  #text = '';
  #again = false;
  readonly #quiet = new Quiet(QUIET_MS, () => this.#sayTotals());
  #lastTotals = '';

  constructor(editor: EditorContext) {
    this.#editor = editor;
  }

  /** Says a message now; the totals follow only if they change again. */
  say(text: string): void {
    // The same words twice in a row are told apart by a space, or they would not be read again.
    this.#again = text === this.#text && !this.#again;
    this.#text = text;
    this.#editor.requestUpdate();
  }

  /** As say, also where the same was said before. */
  sayNow(text: string): void {
    this.#quiet.end();
    this.#lastTotals = text;
    this.say(text);
  }

  /** The totals may have changed: say them once typing has paused. */
  totalsChanged(): void {
    this.#quiet.wait();
  }

  #sayTotals(): void {
    const phrase = totalsPhrase(this.#editor);
    if (phrase === this.#lastTotals) return;
    const first = this.#lastTotals === '';
    this.#lastTotals = phrase;
    if (!first) this.say(phrase);
  }

  /** Another language: what stands there was said in the former one. */
  forgetWords(): void {
    this.#lastTotals = totalsPhrase(this.#editor);
    this.say('');
  }

  /** What is said of the totals is in sight: it must not be there once it is no longer so. */
  hideFormer(): void {
    if (this.#text === '' || this.#text !== this.#lastTotals) return;
    if (this.#text !== totalsPhrase(this.#editor)) this.say('');
  }

  /** The region; always there, so that its changes are noticed. */
  render(): TemplateResult {
    return html`<p class="status" part="status" role="status" aria-live="polite" aria-atomic="true">
      ${this.#text}${this.#again ? '\u00a0' : ''}
    </p>`;
  }
}
