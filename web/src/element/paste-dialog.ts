/** Pasting rows: what was understood is shown before anything changes, and goes in as one step. */
import { html, nothing, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import { columnLabel, type ColumnContext } from '../columns/column.ts';
import { formatDecimal } from '../number/format.ts';
import type { JsonObject } from '../store/engine-port.ts';
import { choice, field } from '../ui/field.ts';
import { detectSeparator, parseDelimited, SEPARATORS, type Separator } from './delimited.ts';
import type { EditorContext } from './editor-context.ts';
import { newId } from './line-actions.ts';
import {
  detectNumberLocale,
  looksLikeHeader,
  mapColumns,
  pasteColumns,
  type Mapping,
} from './pasted-columns.ts';
import { readPastedRow, type PastedRow } from './pasted-rows.ts';

const SHOWN_ROWS = 12;
const SEPARATOR_NAMES = {
  '\t': 'paste.separator.tab',
  ',': 'paste.separator.comma',
  ';': 'paste.separator.semicolon',
  '|': 'paste.separator.pipe',
} as const;
const NUMBER_LOCALES = ['en-US', 'de-DE', 'fr-FR', 'de-CH'] as const;

class PastePreview {
  #text = '';
  #separator: Separator = '\t';
  #header = false;
  #locale: string;
  /** The number format chosen by hand; null while it follows the cells. */
  #chosenLocale: string | null = null;
  #mapping: Mapping = [];
  #rows: PastedRow[] = [];
  #keepWrong = false;
  #anyCurrency = false;

  constructor(
    readonly editor: EditorContext,
    readonly after: string | null | undefined,
  ) {
    this.#locale = editor.numberLocale;
  }

  /** Takes new text and works out everything that was not chosen by hand. */
  take(text: string): void {
    this.#text = text;
    this.#separator = detectSeparator(text);
    this.#anyCurrency = false;
    this.#detectLocale(null);
    const columns = pasteColumns(this.editor.allColumns);
    this.#header = looksLikeHeader(this.#cells(), columns, this.#context);
    this.#map();
    this.#read();
  }

  #cells(): string[][] {
    return parseDelimited(this.#text, this.#separator);
  }

  /** How columns are read here: in the number format of the pasted text. */
  get #context(): ColumnContext {
    return { ...this.editor.context, locale: this.#locale };
  }

  #detectLocale(mapping: Mapping | null): void {
    const { editor } = this;
    const cells = this.#header && mapping !== null ? this.#cells().slice(1) : this.#cells();
    const columns = pasteColumns(editor.allColumns);
    const locales = [editor.numberLocale, ...NUMBER_LOCALES];
    this.#locale =
      this.#chosenLocale ??
      detectNumberLocale(cells, mapping, columns, locales, editor.store.currency);
  }

  #map(): void {
    const columns = pasteColumns(this.editor.allColumns);
    this.#mapping = mapColumns(this.#cells(), this.#header, columns, this.#context);
    this.#detectLocale(this.#mapping);
  }

  #read(): void {
    const columns = pasteColumns(this.editor.allColumns);
    const reading = {
      mapping: this.#mapping,
      columns,
      context: this.#context,
      anyCurrency: this.#anyCurrency,
    };
    const cells = this.#cells();
    const first = this.#header ? 1 : 0;
    this.#rows = cells
      .slice(first)
      .map((row, at) => readPastedRow(row, reading, newId('li'), at + first + 1));
    this.editor.requestUpdate();
  }

  #chosen(): PastedRow[] {
    return this.#keepWrong
      ? this.#rows
      : this.#rows.filter(({ problems }) => problems.length === 0);
  }

  insert(): void {
    const chosen = this.#chosen();
    if (chosen.length === 0) return;
    const { editor } = this;
    const items = chosen.map(({ line }) => line);
    const command: JsonObject = { op: 'add', list: 'lines', items };
    if (this.after !== undefined) command['after'] = this.after;
    editor.overlays.close(true);
    if (!editor.run(command, { key: 'paste', count: items.length })) return;
    const id = items[0]?.['id'];
    if (typeof id === 'string') editor.focusMemory.ask({ id, column: 'name' });
    editor.announce(editor.t('status.pasted', { count: items.length }));
  }

  #select(
    label: string,
    options: readonly (readonly [string, string])[],
    chosen: string,
    choose: (value: string) => void,
  ): TemplateResult {
    return html`<label class="field"
      >${label}<select
        ${choice(chosen)}
        @change=${(event: Event) => choose((event.target as HTMLSelectElement).value)}
      >
        ${options.map(
          ([value, text]) =>
            html`<option value=${value} ?selected=${value === chosen}>${text}</option>`,
        )}
      </select></label
    >`;
  }

  #settings(): TemplateResult {
    const { editor } = this;
    const separators = SEPARATORS.map((each) => [each, editor.t(SEPARATOR_NAMES[each])] as const);
    const locales = [...new Set([editor.numberLocale, this.#locale, ...NUMBER_LOCALES])].map(
      (locale) => [locale, `${formatDecimal('1234567.89', locale)} (${locale})`] as const,
    );
    return html`<div class="form-grid paste-settings">
      ${this.#select(editor.t('paste.separator'), separators, this.#separator, (value) => {
        this.#separator = value as Separator;
        this.#map();
        this.#read();
      })}
      ${this.#select(editor.t('paste.locale'), locales, this.#locale, (value) => {
        this.#chosenLocale = value;
        this.#locale = value;
        this.#read();
      })}
      <label class="check wide"
        ><input
          type="checkbox"
          .checked=${live(this.#header)}
          @change=${(event: Event) => {
            this.#header = (event.target as HTMLInputElement).checked;
            this.#map();
            this.#read();
          }}
        />${editor.t('paste.header')}</label
      >
    </div>`;
  }

  #columnChoice(at: number): TemplateResult {
    const { editor } = this;
    const columns = pasteColumns(editor.allColumns);
    return html`<select
      aria-label=${editor.t('paste.column', { n: at + 1 })}
      ${choice(this.#mapping[at] ?? '')}
      @change=${(event: Event) => {
        const { value } = event.target as HTMLSelectElement;
        this.#mapping = this.#mapping.map((id, index) =>
          index === at ? value || null : id === value ? null : id,
        );
        this.#detectLocale(this.#mapping);
        this.#read();
      }}
    >
      <option value="" ?selected=${this.#mapping[at] === null}>${editor.t('paste.ignore')}</option>
      ${columns.map(
        (column) =>
          html`<option value=${column.id} ?selected=${this.#mapping[at] === column.id}>
            ${columnLabel(column, editor.translator)}
          </option>`,
      )}
    </select>`;
  }

  #preview(): TemplateResult {
    const { editor } = this;
    const wrong = this.#rows.filter(({ problems }) => problems.length > 0);
    // Rows with problems come first: they are what somebody must look at.
    const shown = [...wrong, ...this.#rows.filter(({ problems }) => problems.length === 0)]
      .slice(0, SHOWN_ROWS)
      .sort((a, b) => a.number - b.number);
    const hidden = this.#rows.length - shown.length;
    const ready = editor.t('paste.ready', { count: this.#rows.length - wrong.length });
    const bad = wrong.length === 0 ? '' : `, ${editor.t('paste.wrong', { count: wrong.length })}`;
    return html`<p role="status" class="paste-count"><strong>${ready}</strong>${bad}</p>
      <div class="preview-scroll" tabindex="0" role="group" aria-label=${editor.t('paste.preview')}>
        <table class="preview">
          <thead>
            <tr>
              <th scope="col">${editor.t('paste.row')}</th>
              ${this.#mapping.map((_, at) => html`<th scope="col">${this.#columnChoice(at)}</th>`)}
            </tr>
          </thead>
          <tbody>
            ${shown.map(
              (row) =>
                html`<tr class=${row.problems.length > 0 ? 'wrong' : ''}>
                    <th scope="row">${row.number}</th>
                    ${this.#mapping.map((_, at) => html`<td><bdi>${row.cells[at] ?? ''}</bdi></td>`)}
                  </tr>
                  ${
                    row.problems.length === 0
                      ? nothing
                      : html`<tr class="wrong">
                          <td></td>
                          <td colspan=${Math.max(1, this.#mapping.length)}>
                            <span class="problem">${row.problems.join(' ')}</span>
                          </td>
                        </tr>`
                  }`,
            )}
          </tbody>
        </table>
      </div>
      ${hidden > 0 ? html`<p class="faint">${editor.t('paste.more', { count: hidden })}</p>` : nothing}
      ${
        wrong.length === 0
          ? nothing
          : html`<label class="check"
              ><input
                type="checkbox"
                .checked=${live(this.#keepWrong)}
                @change=${(event: Event) => {
                  this.#keepWrong = (event.target as HTMLInputElement).checked;
                  editor.requestUpdate();
                }}
              />${editor.t('paste.keepWrong')}</label
            >`
      }`;
  }

  /** Amounts with the sign of another currency are nobody's to convert: somebody says what is meant. */
  #currencyChoice(): TemplateResult | typeof nothing {
    const { editor } = this;
    const signs = [...new Set(this.#rows.map(({ otherSign }) => otherSign))].filter(Boolean);
    if (signs.length === 0) return nothing;
    const other = editor.translator.list(signs);
    return html`<label class="check"
      ><input
        type="checkbox"
        .checked=${live(this.#anyCurrency)}
        @change=${(event: Event) => {
          this.#anyCurrency = (event.target as HTMLInputElement).checked;
          this.#read();
        }}
      />${editor.t('paste.anyCurrency', { other, currency: editor.store.currency })}</label
    >`;
  }

  body(): TemplateResult {
    const { editor } = this;
    return html`<label class="field"
        >${editor.t('paste.hint')}<textarea
          class="paste-text"
          rows="4"
          spellcheck="false"
          dir="auto"
          ${field({ shown: this.#text, take: (text) => this.take(text), during: 'key' })}
        ></textarea>
      </label>
      ${
        this.#rows.length === 0
          ? html`<p class="faint">${editor.t('paste.nothing')}</p>`
          : html`${this.#settings()} ${this.#preview()} ${this.#currencyChoice()}`
      }`;
  }

  footer(): TemplateResult {
    const { editor } = this;
    const count = this.#chosen().length;
    return html`<button type="button" @click=${() => editor.overlays.close()}>
        ${editor.t('action.cancel')}
      </button>
      <button type="button" class="primary" ?disabled=${count === 0} @click=${() => this.insert()}>
        ${editor.t('paste.insert', { count })}
      </button>`;
  }
}

/** Opens the preview for text; `after` is the line the rows go after (undefined: at the end). */
export function openPaste(editor: EditorContext, text: string, after?: string | null): void {
  const preview = new PastePreview(editor, after);
  preview.take(text);
  editor.overlays.openDialog({
    title: editor.t('paste.title'),
    size: 'large',
    body: () => preview.body(),
    footer: () => preview.footer(),
  });
}
