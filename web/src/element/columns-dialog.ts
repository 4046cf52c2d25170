/** Choosing and ordering columns by clicks and keys; a hidden column that holds data says so. */
import { html, nothing, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import { columnLabel, type Column } from '../columns/column.ts';
import { fold } from '../i18n/fold.ts';
import { FIXED_COLUMN, moveColumn, toggleColumn } from '../columns/layout.ts';
import { field } from '../ui/field.ts';
import { addColumn, filledLines, isTaken, removeColumn, renameColumn } from './custom-columns.ts';
import type { EditorContext } from './editor-context.ts';
import { shortcutOf } from './shortcuts.ts';

/** Hidden columns in which some line holds data; looked for in at most this many lines. */
const LOOKED_AT = 500;

/** The hidden columns that hold something. */
export function hiddenWithData(editor: EditorContext): Column[] {
  const ids = editor.store.ids.slice(0, LOOKED_AT);
  const hidden = editor.allColumns.filter((column) => !editor.columns.includes(column));
  const typed = hidden.filter((column) => column.control !== 'amount');
  if (typed.length === 0) return [];
  editor.store.load(ids);
  return typed.filter((column) =>
    ids.some((id) => {
      const row = editor.store.row(id);
      return row?.priced != null && column.hasData(row.input);
    }),
  );
}

class ColumnChooser {
  #search = '';
  #newName = '';
  /** What is wrong with the new name. */
  #problem = '';
  /** The filled column whose removal is asked about. */
  #asked: string | null = null;

  constructor(readonly editor: EditorContext) {}

  /** Columns are shown and hidden at once; a new one is made by its button. */
  get keeps(): boolean {
    return this.#newName.trim() === '';
  }

  #find(text: string): void {
    this.#search = text;
    this.editor.requestUpdate();
  }

  #ordered(): Column[] {
    const { editor } = this;
    return editor.layout.order.flatMap((id) => editor.allColumns.filter((each) => each.id === id));
  }

  #move(column: Column, by: -1 | 1): void {
    this.editor.setLayout(moveColumn(this.editor.layout, column.id, by));
    void this.editor.updateComplete.then(() => {
      const row = this.editor.root.querySelector(`[data-column="${CSS.escape(column.id)}"]`);
      const button = row?.querySelector<HTMLButtonElement>(by < 0 ? '.up' : '.down');
      const other = row?.querySelector<HTMLButtonElement>(by < 0 ? '.down' : '.up');
      (button?.disabled ? other : button)?.focus();
    });
  }

  #key(event: KeyboardEvent, column: Column): void {
    const shortcut = shortcutOf(event, {});
    if (shortcut !== 'moveUp' && shortcut !== 'moveDown') return;
    event.preventDefault();
    this.editor.setLayout(
      moveColumn(this.editor.layout, column.id, shortcut === 'moveUp' ? -1 : 1),
    );
    void this.editor.updateComplete.then(() =>
      this.editor.root
        .querySelector<HTMLElement>(`[data-column="${CSS.escape(column.id)}"] input`)
        ?.focus(),
    );
  }

  /** Adds the column whose name was typed; false where it cannot be. */
  add(): boolean {
    const { editor } = this;
    const name = this.#newName.trim();
    if (name !== '' && isTaken(editor, name)) {
      this.#problem = editor.t('columns.taken');
      editor.requestUpdate();
      return false;
    }
    if (name !== '') addColumn(editor, name);
    this.#newName = '';
    this.#problem = '';
    editor.requestUpdate();
    return true;
  }

  #remove(column: Column): void {
    const { editor } = this;
    if (this.#asked !== column.id && filledLines(editor, column).length > 0) {
      this.#asked = column.id;
      editor.requestUpdate();
      this.#focusLater('[data-removal]');
      return;
    }
    this.#asked = null;
    removeColumn(editor, column);
    this.#focusLater('.add-column input');
  }

  #focusLater(selector: string): void {
    const { editor } = this;
    void editor.updateComplete.then(() =>
      editor.root.querySelector<HTMLElement>(selector)?.focus(),
    );
  }

  /** A column of one's own is renamed where it stands. */
  #name(column: Column, label: string): TemplateResult {
    const { editor } = this;
    const rename = (text: string, isLeft: boolean): void => {
      const name = text.trim();
      if (!isLeft || name === '' || name === label) return;
      if (isTaken(editor, name)) editor.announce(editor.t('columns.taken'));
      else renameColumn(editor, column, name);
    };
    return html`<input
      type="text"
      dir="auto"
      aria-label=${editor.t('columns.rename', { column: label })}
      ${field({ shown: label, take: rename, during: 'never' })}
    />`;
  }

  #removal(column: Column, label: string): TemplateResult | typeof nothing {
    const { editor } = this;
    if (this.#asked !== column.id) return nothing;
    const count = filledLines(editor, column).length;
    return html`<div class="buttons removal">
      <span id="column-removal">${editor.t('columns.removeFilled', { column: label, count })}</span>
      <button
        type="button"
        @click=${() => {
          this.#asked = null;
          editor.requestUpdate();
          this.#focusLater(`[data-column="${CSS.escape(column.id)}"] input`);
        }}
      >
        ${editor.t('action.cancel')}
      </button>
      <button
        type="button"
        data-removal
        aria-describedby="column-removal"
        @click=${() => this.#remove(column)}
      >
        ${editor.t('action.remove')}
      </button>
    </div>`;
  }

  #row(column: Column, index: number, last: number, withData: readonly Column[]): TemplateResult {
    const { editor } = this;
    const label = columnLabel(column, editor.translator);
    const fixed = column.id === FIXED_COLUMN;
    const isOwn = column.group === 'custom';
    const shown = editor.layout.shown.includes(column.id);
    const mark = fixed
      ? editor.t('columns.always')
      : withData.includes(column)
        ? editor.t('columns.hasData')
        : '';
    return html`<li
      data-column=${column.id}
      @keydown=${(event: KeyboardEvent) => this.#key(event, column)}
    >
      <label class="check"
        ><input
          type="checkbox"
          .checked=${live(shown)}
          ?disabled=${fixed}
          @change=${() => editor.setLayout(toggleColumn(editor.layout, column.id))}
        /><span class=${isOwn ? 'visually-hidden' : ''}>${label}</span> ${
          mark === '' ? nothing : html`<small class="mark">${mark}</small>`
        }</label
      >
      ${isOwn ? this.#name(column, label) : nothing}
      <span class="movers">
        ${
          isOwn
            ? html`<button
                type="button"
                class="icon"
                aria-label=${editor.t('tax.remove', { name: label })}
                title=${editor.t('action.remove')}
                @click=${() => this.#remove(column)}
              >
                <span aria-hidden="true">×</span>
              </button>`
            : nothing
        }<button
          type="button"
          class="icon up"
          aria-label=${editor.t('columns.up', { column: label })}
          ?disabled=${index === 0}
          @click=${() => this.#move(column, -1)}
        >
          <span aria-hidden="true">↑</span></button
        ><button
          type="button"
          class="icon down"
          aria-label=${editor.t('columns.down', { column: label })}
          ?disabled=${index === last}
          @click=${() => this.#move(column, 1)}
        >
          <span aria-hidden="true">↓</span>
        </button>
      </span>
      ${this.#removal(column, label)}
    </li>`;
  }

  body(): TemplateResult {
    const { editor } = this;
    const ordered = this.#ordered();
    const wanted = fold(this.#search);
    const withData = hiddenWithData(editor);
    const rows = ordered
      .map((column, index) => ({ column, index }))
      .filter(({ column }) => fold(columnLabel(column, editor.translator)).includes(wanted));
    return html`<label class="field"
        >${editor.t('columns.search')}<input
          type="search"
          autofocus
          ${field({ shown: this.#search, take: (text) => this.#find(text), during: 'key' })}
      /></label>
      ${rows.length === 0 ? html`<p class="faint">${editor.t('columns.none')}</p>` : nothing}
      <ul class="column-list">
        ${rows.map(({ column, index }) => this.#row(column, index, ordered.length - 1, withData))}
      </ul>
      <div class="add-column">
        <label class="field"
          >${editor.t('columns.newName')}<input
            type="text"
            dir="auto"
            aria-invalid=${this.#problem === '' ? nothing : 'true'}
            aria-describedby=${this.#problem === '' ? nothing : 'column-problem'}
            ${field({ shown: this.#newName, take: (text) => (this.#newName = text), during: 'key' })}
            @keydown=${(event: KeyboardEvent) => {
              if (event.key !== 'Enter' || event.isComposing) return;
              event.preventDefault();
              this.add();
            }}
        /></label>
        <button type="button" @click=${() => this.add()}>${editor.t('columns.add')}</button>
        ${
          this.#problem === ''
            ? nothing
            : html`<small class="problem" id="column-problem" role="alert">${this.#problem}</small>`
        }
      </div>`;
  }
}

/** Opens the column chooser. */
export function openColumns(editor: EditorContext): void {
  const chooser = new ColumnChooser(editor);
  editor.overlays.openDialog({
    title: editor.t('columns.title'),
    keeps: () => chooser.keeps,
    size: 'small',
    body: () => chooser.body(),
    footer: () =>
      html`<button type="button" @click=${() => editor.setLayout(null)}>
          ${editor.t('columns.restore')}
        </button>
        <button
          type="button"
          class="primary"
          @click=${() => {
            // A name that was typed is meant to be a column.
            if (chooser.add()) editor.overlays.close();
          }}
        >
          ${editor.t('action.done')}
        </button>`,
  });
}
