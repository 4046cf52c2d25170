/** Which quantities of a line its buyer may choose (ST-1.9). */
import { html, nothing, type TemplateResult } from 'lit';
import type { Json, JsonObject } from '../../../schema/contract.ts';
import { fieldText } from '../columns/column.ts';
import { showNumber } from '../columns/number-column.ts';
import { isPlainDecimal } from '../number/format.ts';
import { parseNumber, refusedText } from '../number/parse.ts';
import { unclearNumber } from '../sentences/unclear-number.ts';
import { rangeOf } from './buyer-choice.ts';
import { setCommand, type EditorContext } from './editor-context.ts';
import { namedLine } from './history-label.ts';
import { numberBox } from './number-box.ts';

const ENDS = ['min', 'max', 'step'] as const;

class QuantityRange {
  constructor(
    readonly editor: EditorContext,
    readonly id: string,
  ) {}

  get line(): JsonObject {
    return this.editor.store.row(this.id)?.input ?? {};
  }

  body(): TemplateResult {
    const { editor } = this;
    const problem = this.#problem();
    return html`<div class="form-grid">
        ${ENDS.map(
          (end) =>
            html`<label class="field"
              >${editor.t(`range.${end}`)}${this.#box(end, fieldText(rangeOf(this.line), end))}</label
            >`,
        )}
      </div>
      <p class="faint">${editor.t('range.fixed')}</p>
      ${problem === '' ? nothing : html`<p class="problem" role="alert">${problem}</p>`}`;
  }

  #box(end: (typeof ENDS)[number], stored: string): TemplateResult {
    const isWrong = stored !== '' && !isPlainDecimal(stored);
    return html`<input
      class="number"
      type="text"
      inputmode="decimal"
      dir="ltr"
      autocomplete="off"
      data-range=${end}
      ?autofocus=${end === 'min'}
      aria-invalid=${isWrong ? 'true' : nothing}
      ${numberBox(this.editor, stored, (value) => this.#set(end, value))}
    />`;
  }

  #set(end: string, value: Json): void {
    const { editor, id } = this;
    const label = { key: 'setOn', field: 'range.title', ...namedLine(editor.store, id) };
    const change = { path: `quantityRange/${end}`, value };
    editor.run(setCommand(id, [change]), label, `range:${id}:${end}`);
  }

  /** What a buyer would run into: only the core knows what it lets them choose. */
  #problem(): string {
    const { editor } = this;
    const range = rangeOf(this.line);
    const unread = ENDS.map((end) => fieldText(range, end)).find(
      (text) => text !== '' && !isPlainDecimal(text),
    );
    if (unread !== undefined) {
      const typed = refusedText(unread);
      const parsed = parseNumber(typed, editor.numberLocale);
      if (!parsed.ok) return unclearNumber(editor.context, typed, parsed, '2.5').message;
      return editor.t('typed.otherFormat', { text: typed });
    }
    if (Object.keys(range).length === 0) return '';
    const own = fieldText(this.line, 'quantity') || '1';
    if (this.#allows(own)) return '';
    // The least quantity is offered wherever any is.
    if (!this.#allows(fieldText(range, 'min') || '0')) return editor.t('range.impossible');
    return editor.t('range.outside', { quantity: showNumber(own, editor.context) });
  }

  #allows(quantity: string): boolean {
    const { engine } = this.editor.store;
    const choices = JSON.stringify({ quantities: { [this.id]: quantity } });
    const reply = engine.callText('choices', `{"state":${engine.save()},"choices":${choices}}`);
    return !reply.startsWith('{"error"');
  }
}

/** Opens the dialog for a line. */
export function openQuantityRange(editor: EditorContext, id: string): void {
  const range = new QuantityRange(editor, id);
  editor.overlays.openDialog({
    title: `${editor.t('range.title')} – ${editor.actions.nameOf(id)}`,
    keeps: () => true,
    size: 'small',
    body: () => range.body(),
    footer: () =>
      html`<button type="button" class="primary" @click=${() => editor.overlays.close()}>
        ${editor.t('action.done')}
      </button>`,
  });
}
