/** The box for a discount code, on the buyer's page and at the checkout. */
import { html, type LitElement, type TemplateResult } from 'lit';
import { field } from '../ui/field.ts';
import type { PaperWords } from './words.ts';

export interface CodeBoxParts {
  readonly words: () => PaperWords;
  /** Takes the code over; null, or the reason why it does not count. */
  readonly apply: (code: string) => Promise<string | null>;
  readonly drop: () => void;
}

export class CodeBox {
  readonly #host: LitElement;
  readonly #parts: CodeBoxParts;
  #code = '';
  #typed = '';
  #problem = '';
  #busy = false;

  constructor(host: LitElement, parts: CodeBoxParts) {
    this.#host = host;
    this.#parts = parts;
  }

  /** The code that counts; '' for none. */
  get code(): string {
    return this.#code;
  }

  /** Whether a code is being looked up. */
  get isBusy(): boolean {
    return this.#busy;
  }

  /** True where a code was typed and not applied: it is, and `then` follows if it counts. */
  appliesBefore(then: () => void): boolean {
    if (this.#typed.trim() === '') return false;
    void this.#apply().then(() => {
      if (this.#code !== '') then();
    });
    return true;
  }

  /** Another document, with the code that counts there. */
  reset(code = ''): void {
    this.#code = code;
    this.#typed = '';
    this.#problem = '';
  }

  render(): TemplateResult {
    const words = this.#parts.words();
    if (this.#code !== '') {
      return html`<p class="code-set">
        <span
          >${words.code}: <strong><bdi>${this.#code}</bdi></strong></span
        >
        <button class="link" type="button" @click=${() => this.#drop()}>${words.codeNone}</button>
      </p>`;
    }
    return html`<form
      class="code"
      @submit=${(event: Event) => {
        event.preventDefault();
        void this.#apply();
      }}
    >
      <label class="field">
        <span>${words.code}</span>
        <input
          name="code"
          autocomplete="off"
          autocapitalize="characters"
          spellcheck="false"
          maxlength="100"
          aria-invalid=${this.#problem === '' ? 'false' : 'true'}
          aria-describedby="code-problem"
          ${field({
            shown: this.#typed,
            take: (text) => {
              this.#typed = text;
              this.#host.requestUpdate();
            },
            during: 'key',
          })}
        />
      </label>
      <button type="submit" ?disabled=${this.#busy || this.#typed.trim() === ''}>
        ${this.#busy ? words.loading : words.codeApply}
      </button>
      <p id="code-problem" class="problem" role="status">${this.#problem}</p>
    </form>`;
  }

  async #apply(): Promise<void> {
    const code = this.#typed.trim();
    if (code === '' || this.#busy) return;
    this.#busy = true;
    this.#problem = '';
    this.#host.requestUpdate();
    const problem = await this.#parts.apply(code);
    this.#busy = false;
    if (problem === null) this.reset(code);
    else this.#problem = problem;
    await this.#focus(problem === null ? '.code-set button' : '.code input');
  }

  #drop(): void {
    this.reset();
    this.#parts.drop();
    void this.#focus('.code input');
  }

  async #focus(place: string): Promise<void> {
    this.#host.requestUpdate();
    await this.#host.updateComplete;
    this.#host.renderRoot.querySelector<HTMLElement>(place)?.focus();
  }
}
