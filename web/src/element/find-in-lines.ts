/** Finding lines of a long table, of which the browser's own find sees only the rows in view. */
import { html, nothing, type TemplateResult } from 'lit';
import { formatDecimal } from '../number/format.ts';
import { isRefusal } from '../engine/refusal.ts';
import { field } from '../ui/field.ts';
import type { EditorContext } from './editor-context.ts';

export class FindInLines {
  readonly #editor: EditorContext;
  #text = '';
  #found: readonly number[] = [];
  #at = -1;

  constructor(editor: EditorContext) {
    this.#editor = editor;
  }

  #search(text: string): void {
    this.#text = text;
    this.#at = -1;
    this.#editor.setFound(null);
    const reply =
      text.trim() === ''
        ? null
        : this.#editor.store.engine.query({ get: 'find', text: text.trim() });
    this.#found = reply === null || isRefusal(reply) ? [] : reply.indexes;
    this.#editor.requestUpdate();
  }

  /** Shows the next or previous match; focus stays in the search field. */
  #step(by: 1 | -1): void {
    if (this.#found.length === 0) return;
    this.#at = (this.#at + by + this.#found.length) % this.#found.length;
    const id = this.#editor.store.ids[this.#found[this.#at] ?? 0];
    if (id === undefined) return;
    this.#editor.setFound(id);
    this.#editor.reveal(id);
  }

  #key(event: KeyboardEvent): void {
    if (event.key === 'Enter') {
      event.preventDefault();
      this.#step(event.shiftKey ? -1 : 1);
    } else if (event.key === 'Escape' && this.#at >= 0) {
      event.preventDefault();
      const id = this.#editor.store.ids[this.#found[this.#at] ?? 0];
      if (id === undefined) return;
      this.#editor.setFound(null);
      this.#editor.focusMemory.ask({ id, column: 'name' });
      this.#editor.requestUpdate();
    }
  }

  /** The field; only long tables have one. */
  render(): TemplateResult | typeof nothing {
    if (!this.#editor.rows.isWindowed) return nothing;
    const t = this.#editor.t.bind(this.#editor);
    const number = (n: number): string => formatDecimal(String(n), this.#editor.numberLocale);
    const count =
      this.#text.trim() === ''
        ? ''
        : this.#found.length === 0
          ? t('find.none')
          : t('find.count', { n: number(this.#at + 1), count: number(this.#found.length) });
    return html`<span class="find" role="search">
      <input
        type="search"
        data-find
        aria-label=${t('find.label')}
        placeholder=${t('find.label')}
        ${field({ shown: this.#text, take: (text) => this.#search(text), during: 'key' })}
        @keydown=${(event: KeyboardEvent) => this.#key(event)}
      />
      <span class="found" role="status">${count}</span>
      <button
        type="button"
        class="icon"
        aria-label=${t('find.previous')}
        @click=${() => this.#step(-1)}
      >
        <span aria-hidden="true">↑</span>
      </button>
      <button type="button" class="icon" aria-label=${t('find.next')} @click=${() => this.#step(1)}>
        <span aria-hidden="true">↓</span>
      </button>
    </span>`;
  }
}
