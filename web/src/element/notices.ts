/** What stays to be said until it is no longer true, or somebody has read it: a bar above the lines. */
import { html, nothing, type TemplateResult } from 'lit';
import type { MessageKey } from '../i18n/translator.ts';

export interface Notice {
  /** Its words: asked for at each drawing, so that they are in the language of now. */
  readonly text: () => string;
  /** The words of a button, and what it does; the notice is gone then. */
  readonly action?: () => string;
  readonly run?: () => void;
  /** False while what it tells of does not stand, as after undo: then it is not shown. */
  readonly stands?: () => boolean;
  /** Told when somebody has read it and wants it gone. */
  readonly dismissed?: () => void;
}

interface Shown {
  t(key: MessageKey): string;
  requestUpdate(): void;
}

export class Notices {
  readonly #editor: Shown;
  readonly #notices = new Map<string, Notice>();

  constructor(editor: Shown) {
    this.#editor = editor;
  }

  /** Shows a notice in place of the one of this name; true where there was none. */
  show(name: string, notice: Notice): boolean {
    const isNew = !this.#notices.has(name);
    this.#notices.set(name, notice);
    this.#editor.requestUpdate();
    return isNew;
  }

  clear(name: string): void {
    if (this.#notices.delete(name)) this.#editor.requestUpdate();
  }

  render(): TemplateResult | typeof nothing {
    const shown = [...this.#notices].filter(([, { stands }]) => stands?.() ?? true);
    if (shown.length === 0) return nothing;
    return html`<ul class="notices" role="list">
      ${shown.map(
        ([name, notice]) =>
          html`<li data-notice=${name}>
            <span>${notice.text()}</span>
            ${
              notice.run === undefined
                ? nothing
                : html`<button type="button" @click=${() => this.#act(name, notice.run)}>
                    ${notice.action?.()}
                  </button>`
            }
            <button type="button" class="link" @click=${() => this.#act(name, notice.dismissed)}>
              ${this.#editor.t('notice.dismiss')}
            </button>
          </li>`,
      )}
    </ul>`;
  }

  #act(name: string, act: (() => void) | undefined): void {
    this.clear(name);
    act?.();
  }
}
