/** Changing one field of several lines at once: one undo step, all of them or none. */
import { html, nothing, type TemplateResult } from 'lit';
import { columnLabel, fieldText, type Column, type FieldChange } from '../columns/column.ts';
import { formatUngrouped, isPlainDecimal } from '../number/format.ts';
import { normaliseTyping } from '../number/parse.ts';
import type { Json, Row } from '../../../schema/contract.ts';
import { isText } from '../store/line-type.ts';
import { choice, field } from '../ui/field.ts';
import { textDirection } from '../ui/text-direction.ts';
import { linePath, type EditorContext } from './editor-context.ts';
import { mayEdit } from './row.ts';

/** Columns whose text is each line's own: setting it for several would make them the same line. */
const EACH_ITS_OWN = new Set(['name', 'description', 'sku', 'url']);

/** The columns that can be set for several lines, discount first. */
function bulkColumns(editor: EditorContext): Column[] {
  const columns = editor.allColumns.filter(
    (column) =>
      column.read !== undefined && !EACH_ITS_OWN.has(column.id) && mayEdit(editor, column),
  );
  return [...columns].sort((a, b) => Number(b.id === 'discount') - Number(a.id === 'discount'));
}

/** `+5%`, `-10 %`: a change of what each line has. */
function isRelative(text: string): boolean {
  return /^[+-].*%$/.test(normaliseTyping(text).replaceAll(' ', ''));
}

/** A discount typed for several lines is no matter of how each of them had its own. */
function withoutDiscount(row: Row): Row {
  const { discount: _one, discounts: _several, ...input } = row.input;
  return { ...row, input };
}

/** Takes off what a line has, whichever way it has it. */
function discountTakenOff(row: Row): FieldChange[] {
  return (['discount', 'discounts'] as const).flatMap((path) =>
    row.input[path] === undefined ? [] : [{ path, value: null }],
  );
}

/** What is typed means this for one line; a relative change becomes a formula on its own number. */
function read(editor: EditorContext, column: Column, row: Row, text: string) {
  if (column.id === 'discount') {
    if (text.trim() === '') return { ok: true as const, changes: discountTakenOff(row) };
    return column.read?.(text, withoutDiscount(row), editor.context);
  }
  if (column.control !== 'number' || !isRelative(text)) {
    return column.read?.(text, row, editor.context);
  }
  const own = fieldText(row.input, column.field ?? column.id);
  if (!isPlainDecimal(own)) return { ok: true as const, changes: [] };
  const formula = `=${formatUngrouped(own, editor.numberLocale)}${text.trim()}`;
  return column.read?.(formula, row, editor.context);
}

type Outcome = { readonly problem: string } | { readonly commands: Json[]; readonly lines: number };

function outcomeOf(
  editor: EditorContext,
  column: Column,
  ids: readonly string[],
  text: string,
): Outcome {
  const commands: Json[] = [];
  let lines = 0;
  for (const id of ids) {
    const row = editor.store.row(id);
    if (!row || isText(row.input['type'])) continue;
    const reading = read(editor, column, row, text);
    if (!reading) continue;
    if (!reading.ok) return { problem: reading.message };
    const set = ({ path, value }: FieldChange): Json => ({
      op: 'set',
      path: linePath(id, path),
      value,
    });
    commands.push(...reading.changes.map(set));
    if (reading.changes.length > 0) lines++;
  }
  return { commands, lines };
}

class BulkEdit {
  #text = '';
  #problem = '';
  #column: Column | undefined;

  constructor(
    readonly editor: EditorContext,
    readonly ids: readonly string[],
  ) {
    this.#column = bulkColumns(editor)[0];
  }

  #giveUp(): void {
    left.delete(this.editor);
    this.editor.overlays.close();
  }

  #apply(): void {
    const { editor, ids } = this;
    const column = this.#column;
    if (!column) return;
    const outcome = outcomeOf(editor, column, ids, this.#text);
    if ('problem' in outcome) {
      this.#problem = outcome.problem;
      editor.announce(outcome.problem);
      return;
    }
    this.#giveUp();
    const { commands, lines: count } = outcome;
    if (commands.length === 0) return;
    const label = { key: 'setMany', field: column.id, count };
    if (!editor.run({ op: 'batch', commands }, label)) return;
    const field = columnLabel(column, editor.translator);
    editor.announce(editor.t('label.setMany', { field, count }));
  }

  #choose(event: Event): void {
    const { value } = event.target as HTMLSelectElement;
    this.#column = bulkColumns(this.editor).find(({ id }) => id === value);
    this.#text = this.#column?.choices?.[0]?.value ?? '';
    this.#problem = '';
    this.editor.requestUpdate();
  }

  #take(text: string): void {
    if (text === this.#text) return;
    this.#text = text;
    this.#problem = '';
    this.editor.requestUpdate();
  }

  #valueField(column: Column): TemplateResult {
    const { editor } = this;
    if (column.choices) {
      return html`<select
        data-bulk="value"
        ${choice(this.#text)}
        @change=${(event: Event) => this.#take((event.target as HTMLSelectElement).value)}
      >
        ${column.choices.map(
          ({ value, label }) =>
            html`<option value=${value} ?selected=${value === this.#text}>
              ${editor.t(label)}
            </option>`,
        )}
      </select>`;
    }
    const number = column.control === 'number';
    return html`<input
      type="text"
      data-bulk="value"
      class=${number ? 'number' : ''}
      inputmode=${number ? 'decimal' : 'text'}
      dir=${number ? 'ltr' : textDirection(this.#text)}
      autocomplete="off"
      aria-invalid=${this.#problem === '' ? nothing : 'true'}
      aria-describedby="bulk-help"
      ${field({ shown: this.#text, take: (text) => this.#take(text), during: 'key' })}
      @keydown=${(event: KeyboardEvent) => {
        if (event.key !== 'Enter' || event.isComposing) return;
        // Its click would fall on the button that has the focus once this is closed.
        event.preventDefault();
        this.#apply();
      }}
    />`;
  }

  #help(column: Column): string {
    if (this.#problem !== '') return this.#problem;
    if (column.id === 'discount') return this.editor.t('bulk.helpDiscount');
    return column.control === 'number' ? this.editor.t('bulk.helpNumber') : '';
  }

  render(): TemplateResult {
    const { editor } = this;
    const column = this.#column;
    if (!column) return html`<p>${editor.t('status.offAtLocked')}</p>`;
    return html`<h3>${editor.t('bulk.title', { count: this.ids.length })}</h3>
      <div class="form-grid">
        <label class="field"
          >${editor.t('bulk.field')}<select
            data-bulk="field"
            autofocus
            ${choice(column.id)}
            @change=${(event: Event) => this.#choose(event)}
          >
            ${bulkColumns(editor).map(
              (each) =>
                html`<option value=${each.id} ?selected=${each.id === column.id}>
                  ${columnLabel(each, editor.translator)}
                </option>`,
            )}
          </select></label
        >
        <label class="field">${editor.t('bulk.value')}${this.#valueField(column)}</label>
        <p id="bulk-help" class="wide small ${this.#problem === '' ? 'faint' : 'problem'}">
          ${this.#help(column)}
        </p>
      </div>
      <div class="buttons">
        <button type="button" @click=${() => this.#giveUp()}>${editor.t('action.cancel')}</button>
        <button type="button" class="primary" @click=${() => this.#apply()}>
          ${editor.t('action.apply')}
        </button>
      </div>`;
  }
}

/** What was typed and neither applied nor given up: it is there when it is opened again. */
const left = new WeakMap<EditorContext, BulkEdit>();

/** Opens the change of one field of these lines, beside the control it was asked from. */
export function openBulkEdit(
  editor: EditorContext,
  anchor: HTMLElement,
  ids: readonly string[],
): void {
  const before = left.get(editor);
  const isSame = before?.ids.join('\n') === ids.join('\n');
  const edit = before && isSame ? before : new BulkEdit(editor, ids);
  left.set(editor, edit);
  editor.overlays.openPopover(anchor, {
    label: editor.t('bulk.title', { count: ids.length }),
    body: () => edit.render(),
  });
}
