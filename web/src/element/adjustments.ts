/** Order discounts, fees and one-time taxes, edited where their amounts stand. */
import { html, nothing, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import { fieldText, type ColumnContext } from '../columns/column.ts';
import { parseOrCalculate } from '../columns/discount.ts';
import { amountIn } from '../columns/number-column.ts';
import { formatDecimal, formatPercent, isPlainDecimal } from '../number/format.ts';
import { keepRefused, normaliseTyping, refusedText } from '../number/parse.ts';
import type { AdjustmentAmount, Json, JsonObject } from '../../../schema/contract.ts';
import { choice, field } from '../ui/field.ts';
import { textDirection } from '../ui/text-direction.ts';
import { givesChoice } from './buyer-choice.ts';
import type { EditorContext } from './editor-context.ts';
import { namedAdjustment } from './history-label.ts';
import { adjustmentLabel } from './issue-field.ts';
import { issueMessage } from './issue-words.ts';
import { newId } from './line-actions.ts';
import { amountButton } from './totals-panel.ts';

type AdjustmentType = 'discount' | 'fee' | 'tax';
const TYPES: readonly AdjustmentType[] = ['discount', 'fee', 'tax'];

/** The percentage or amount as text. */
function valueText(adjustment: JsonObject, editor: EditorContext): string {
  const percent = fieldText(adjustment, 'percent');
  if (adjustment['percent'] !== undefined) {
    return isPlainDecimal(percent)
      ? formatPercent(percent, editor.numberLocale)
      : refusedText(percent);
  }
  const amount = fieldText(adjustment, 'amount');
  return isPlainDecimal(amount)
    ? formatDecimal(amount, editor.numberLocale, editor.context.minorDigits)
    : refusedText(amount);
}

type Kind = 'percent' | 'amount';

function kindOf(adjustment: JsonObject): Kind {
  return adjustment['percent'] === undefined ? 'amount' : 'percent';
}

/**
 * What typed text makes of an adjustment. As in a line's discount a bare number keeps the kind there
 * is; `10%` is a percentage, `$10` an amount.
 */
export function readAdjustmentValue(
  text: string,
  kind: Kind,
  context: ColumnContext,
): { field: Kind; value: Json; clear: boolean } {
  const plain = normaliseTyping(text).trim();
  const percent = /[%٪]/.test(plain);
  const amount = amountIn(plain.replace(/[%٪]/g, '').trim(), !percent, context);
  const field = percent ? 'percent' : amount.signed ? 'amount' : kind;
  const parsed = parseOrCalculate(amount.number, context);
  if (amount.refusal !== null) return { field, value: keepRefused(plain), clear: false };
  if (parsed.ok) return { field, value: parsed.value, clear: true };
  const value = parsed.reason === 'empty' ? '0' : keepRefused(amount.number);
  return { field, value, clear: parsed.reason === 'empty' };
}

function setValue(editor: EditorContext, adjustment: JsonObject, text: string): void {
  const read = readAdjustmentValue(text, kindOf(adjustment), editor.context);
  setAmount(editor, adjustment, read.field, read.value);
}

function setAmount(editor: EditorContext, adjustment: JsonObject, field: Kind, value: Json): void {
  const id = fieldText(adjustment, 'id');
  const other = field === 'percent' ? 'amount' : 'percent';
  const path = `/adjustments/${id}`;
  const commands: JsonObject[] = [{ op: 'set', path: `${path}/${field}`, value }];
  if (adjustment[other] !== undefined) {
    commands.unshift({ op: 'set', path: `${path}/${other}`, value: null });
  }
  const label = { key: 'setOn', field: 'adjustment.value', ...namedAdjustment(adjustment) };
  editor.run({ op: 'batch', commands }, label, `adjustment:${id}`);
}

function setField(
  editor: EditorContext,
  adjustment: JsonObject,
  field: 'name' | 'taxable' | 'code',
  value: Json,
): void {
  const id = fieldText(adjustment, 'id');
  const label = { key: 'setOn', field: `adjustment.${field}`, ...namedAdjustment(adjustment) };
  editor.run(
    { op: 'set', path: `/adjustments/${id}/${field}`, value },
    label,
    `adj:${id}:${field}`,
  );
}

function complaints(editor: EditorContext, adjustment: JsonObject, index: number): string[] {
  const example = formatDecimal('1234.5', editor.numberLocale);
  return editor.store
    .issues()
    .filter(
      ({ path }) => path === `/adjustments/${index}` || path.startsWith(`/adjustments/${index}/`),
    )
    .map((issue) =>
      issueMessage(
        editor,
        issue,
        {
          field: editor.t(issue.path.endsWith('/name') ? 'adjustment.name' : 'adjustment.value'),
          example,
        },
        fieldText(adjustment, issue.path.split('/')[3] ?? ''),
      ),
    );
}

/** What paper says of it: `Discount: Launch (5%)`. */
function paperWords(editor: EditorContext, adjustment: JsonObject, typeName: string): string {
  const name = fieldText(adjustment, 'name');
  const called = name === '' ? typeName : `${typeName}: ${name}`;
  const value = valueText(adjustment, editor);
  return kindOf(adjustment) === 'percent' && value !== '' ? `${called} (${value})` : called;
}

/** One adjustment: its name, its percentage or amount, and what it comes to. */
export function adjustmentTemplate(
  editor: EditorContext,
  adjustment: JsonObject,
  index: number,
  priced: { readonly amount: AdjustmentAmount; readonly index: number } | undefined,
): TemplateResult {
  const id = fieldText(adjustment, 'id');
  const type = TYPES.find((each) => each === adjustment['type']) ?? 'discount';
  const name = fieldText(adjustment, 'name');
  const typeName = editor.t(`adjustment.${type}`);
  const label = adjustmentLabel(editor, adjustment, index);
  const locked = !editor.may('edit') || !editor.may('editAdjustments');
  const wrong = complaints(editor, adjustment, index);
  const described = wrong.length === 0 ? nothing : `adjustment-issue-${id}`;
  return html`<div class="adjustment ${type}" data-adjustment=${id}>
    <span class="type">${typeName}</span>
    <span class="paper-words" aria-hidden="true"
      ><bdi>${paperWords(editor, adjustment, typeName)}</bdi></span
    >
    <input
      type="text"
      dir=${textDirection(name)}
      data-part="name"
      aria-label=${`${editor.t('adjustment.name')}, ${label}`}
      placeholder=${editor.t('adjustment.name')}
      autocomplete="off"
      ?readonly=${locked}
      ${field({ shown: name, take: (text) => setField(editor, adjustment, 'name', text), during: 'key' })}
    />
    <input
      type="text"
      class="number"
      dir="ltr"
      inputmode="decimal"
      data-part="value"
      aria-label=${`${editor.t('adjustment.value')}, ${label}`}
      aria-invalid=${wrong.length === 0 ? nothing : 'true'}
      aria-describedby=${described}
      autocomplete="off"
      ?readonly=${locked}
      ${field({
        shown: valueText(adjustment, editor),
        take: (text, isLeft) => {
          const { clear } = readAdjustmentValue(text, kindOf(adjustment), editor.context);
          if (isLeft || clear) setValue(editor, adjustment, text);
        },
        during: 'key',
      })}
    />
    <select
      class="unit"
      data-part="unit"
      aria-label=${`${editor.t('adjustment.unit')}, ${label}`}
      title=${editor.t('adjustment.unit')}
      ?disabled=${locked}
      ${choice(kindOf(adjustment))}
      @change=${(event: Event) => {
        const kind = (event.target as HTMLSelectElement).value as Kind;
        setAmount(editor, adjustment, kind, fieldText(adjustment, kindOf(adjustment)));
      }}
    >
      <option value="percent" ?selected=${kindOf(adjustment) === 'percent'}>%</option>
      <option value="amount" ?selected=${kindOf(adjustment) === 'amount'}>
        ${editor.store.currency}
      </option>
    </select>
    ${amountButton(
      editor,
      priced?.amount.amount,
      `/summary/adjustments/${priced?.index ?? 0}/amount`,
      label,
      type === 'discount',
    )}
    <button
      type="button"
      class="icon"
      aria-label=${editor.t('adjustment.remove', { name: name || label })}
      title=${editor.t('action.remove')}
      ?disabled=${locked}
      @click=${() => removeAdjustment(editor, adjustment)}
    >
      <span aria-hidden="true">×</span>
    </button>
    ${
      type === 'fee'
        ? html`<label class="check small taxable"
            ><input
              type="checkbox"
              .checked=${live(adjustment['taxable'] === true)}
              ?disabled=${locked}
              @change=${(event: Event) =>
                setField(
                  editor,
                  adjustment,
                  'taxable',
                  (event.target as HTMLInputElement).checked || null,
                )}
            />${editor.t('adjustment.taxable')}</label
          >`
        : nothing
    }
    ${type === 'discount' && givesChoice(editor.store.kind) ? codeField(editor, adjustment, label, locked) : nothing}
    ${
      wrong.length === 0
        ? nothing
        : html`<p class="problem" id="adjustment-issue-${id}">${wrong.join(' ')}</p>`
    }
  </div>`;
}

/** The code that a customer says for the discount (DO-4.8); without one it is everybody's. */
function codeField(
  editor: EditorContext,
  adjustment: JsonObject,
  label: string,
  locked: boolean,
): TemplateResult {
  const code = fieldText(adjustment, 'code');
  // An accepted offer has the adjustments whose code was said, and no others.
  const isSaid = editor.store.at('status') === 'accepted';
  const take = (text: string): void => setField(editor, adjustment, 'code', text.trim() || null);
  return html`<div class="code">
    <label
      ><span>${editor.t('adjustment.code')}</span
      ><input
        type="text"
        dir=${textDirection(code)}
        data-part="code"
        aria-label=${`${editor.t('adjustment.code')}, ${label}`}
        placeholder=${editor.t('adjustment.codeNone')}
        autocomplete="off"
        spellcheck="false"
        maxlength="100"
        ?readonly=${locked}
        ${field({ shown: code, take, during: 'key' })}
    /></label>
    ${code === '' ? nothing : html`<small>${editor.t(isSaid ? 'adjustment.codeSaid' : 'adjustment.codeCounted')}</small>`}
  </div>`;
}

function removeAdjustment(editor: EditorContext, adjustment: JsonObject): void {
  const id = fieldText(adjustment, 'id');
  const list = editor.store.list('adjustments').map((each) => fieldText(each, 'id'));
  const next = list[list.indexOf(id) + 1] ?? list[list.indexOf(id) - 1];
  const command: JsonObject = { op: 'remove', list: 'adjustments', ids: [id] };
  if (!editor.run(command, { key: 'remove', count: 1, ...namedAdjustment(adjustment) })) return;
  void editor.updateComplete.then(() => {
    const target =
      next === undefined
        ? '[data-add-adjustment]'
        : `[data-adjustment="${CSS.escape(next)}"] [data-part=name]`;
    editor.root.querySelector<HTMLElement>(target)?.focus();
  });
}

function addAdjustment(editor: EditorContext, type: AdjustmentType): void {
  const id = newId('adj');
  const name = editor.t(`adjustment.${type}`);
  // A fee is an amount as a rule, a discount or tax a percentage; the box beside it says which.
  const item = type === 'fee' ? { id, type, name, amount: '0' } : { id, type, name, percent: '0' };
  const command = { op: 'add', list: 'adjustments', items: [item] };
  if (!editor.run(command, { key: 'add', ...namedAdjustment(item) })) return;
  void editor.updateComplete.then(() => {
    const selector = `[data-adjustment="${CSS.escape(id)}"] [data-part=name]`;
    const box = editor.root.querySelector<HTMLInputElement>(selector);
    box?.focus();
    box?.select();
  });
}

/** The buttons that add an adjustment of each type. */
export function addAdjustmentButtons(editor: EditorContext): TemplateResult | typeof nothing {
  if (!editor.may('edit') || !editor.may('editAdjustments')) return nothing;
  return html`<div class="add-adjustments">
    ${TYPES.map(
      (type) =>
        html`<button
          type="button"
          class="link"
          data-add-adjustment=${type}
          @click=${() => addAdjustment(editor, type)}
        >
          + ${editor.t(`adjustment.add.${type}`)}
        </button>`,
    )}
  </div>`;
}
