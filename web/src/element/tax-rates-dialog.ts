/** The document's own tax rates: name, percent or amount per unit, inclusive, compound, active. */
import { withoutPercentSign } from '../number/said-percent.ts';
import { html, nothing, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import { fieldText } from '../columns/column.ts';
import { showNumber } from '../columns/number-column.ts';
import { lineRateIds, rateText } from '../columns/taxes.ts';
import type { MessageKey } from '../i18n/translator.ts';
import type { Json, JsonObject } from '../../../schema/contract.ts';
import { choice, field } from '../ui/field.ts';
import { textDirection } from '../ui/text-direction.ts';
import { linePath, type EditorContext } from './editor-context.ts';
import { namedRate } from './history-label.ts';
import { issueMessage } from './issue-words.ts';
import { newId } from './line-actions.ts';
import { rateTick, removeRate, usesOf } from './line-taxes.ts';
import { numberBox } from './number-box.ts';
import { rowLabel } from './row.ts';

/** The members of a rate that are set here, as their boxes are called. */
const FIELDS = {
  name: 'tax.name',
  percent: 'tax.percent',
  amountPerUnit: 'tax.perUnit',
  inclusive: 'tax.included',
  compound: 'tax.compound',
  active: 'tax.active',
} as const satisfies Record<string, MessageKey>;
type Field = keyof typeof FIELDS;

function set(editor: EditorContext, id: string, field: Field, value: Json): void {
  const path = `/taxRates/${id}/${field}`;
  const label = { key: 'setOn', field: FIELDS[field], ...namedRate(editor.store, id) };
  editor.run({ op: 'set', path, value }, label, `rate:${id}:${field}`);
}

/** The issues of one rate, in words; what a new one lacks is not said while it is being made. */
function complaints(
  editor: EditorContext,
  rate: JsonObject,
  index: number,
  isFresh: boolean,
): string[] {
  return editor.store
    .issues()
    .filter(
      (issue) =>
        issue.path.startsWith(`/taxRates/${index}/`) || issue.path === `/taxRates/${index}`,
    )
    .filter((issue) => !(isFresh && issue.code === 'required'))
    .map((issue) =>
      issueMessage(
        editor,
        issue,
        { field: editor.t('tax.name'), example: showNumber('12.5', editor.context) },
        fieldText(rate, issue.path.split('/')[3] ?? ''),
      ),
    );
}

function numberField(
  editor: EditorContext,
  rate: JsonObject,
  member: 'percent' | 'amountPerUnit',
  label: string,
  index: number,
): TemplateResult {
  const id = fieldText(rate, 'id');
  const path = `/taxRates/${index}/${member}`;
  const isWrong = editor.store.issues().some((issue) => issue.path === path);
  return html`<label class="field"
    >${label}<input
      class="number"
      type="text"
      inputmode="decimal"
      dir="ltr"
      aria-invalid=${isWrong ? 'true' : nothing}
      ${numberBox(
        editor,
        fieldText(rate, member),
        (value) => set(editor, id, member, value),
        member === 'amountPerUnit',
        member === 'percent' ? withoutPercentSign : undefined,
      )}
  /></label>`;
}

/** What is open: its lines, and what somebody is about to do. */
interface Open {
  /** The lines that the rates are for; none where it was opened for the document. */
  readonly lines: readonly string[];
  /** Rates that are being made. */
  readonly fresh: Set<string>;
  /** The rate that is in use and whose removal is asked about. */
  asked: string | null;
}

/** Removes a rate, at once where nothing is taxed at it. */
function remove(editor: EditorContext, open: Open, id: string): void {
  if (open.asked !== id && usesOf(editor, id) > 0) {
    open.asked = id;
    editor.requestUpdate();
    focusLater(editor, '[data-removal]');
    return;
  }
  open.asked = null;
  removeRate(editor, id);
  focusLater(editor, '[data-add-rate]');
}

function focusLater(editor: EditorContext, selector: string): void {
  void editor.updateComplete.then(() => editor.root.querySelector<HTMLElement>(selector)?.focus());
}

/** Asks before a rate is taken off what is taxed at it. */
function removalQuestion(editor: EditorContext, open: Open, rate: JsonObject): TemplateResult {
  const id = fieldText(rate, 'id');
  const name = rateText(rate, editor.context);
  const count = usesOf(editor, id);
  return html`<div class="buttons removal">
    <span id="tax-removal">${editor.t('tax.removeUsed', { name, count })}</span>
    <button
      type="button"
      @click=${() => {
        open.asked = null;
        editor.requestUpdate();
        focusLater(editor, `[data-rate-name="${id}"]`);
      }}
    >
      ${editor.t('action.cancel')}
    </button>
    <button
      type="button"
      class="danger"
      data-removal
      aria-describedby="tax-removal"
      @click=${() => remove(editor, open, id)}
    >
      ${editor.t('action.remove')}
    </button>
  </div>`;
}

/** `line 2: Build`, `3 lines`. */
function linesText(editor: EditorContext, lines: readonly string[]): string {
  const only = lines.length === 1 ? editor.store.row(lines[0] ?? '') : undefined;
  return only ? rowLabel(editor, only, false) : editor.t('total.lines', { count: lines.length });
}

function rateTemplate(
  editor: EditorContext,
  rate: JsonObject,
  index: number,
  open: Open,
): TemplateResult {
  const { fresh, lines } = open;
  const id = fieldText(rate, 'id');
  const name = fieldText(rate, 'name');
  const label = editor.t('tax.row', { n: index + 1, name });
  const { inclusive } = rate;
  const included = typeof inclusive === 'boolean' ? String(inclusive) : '';
  const wrong = complaints(editor, rate, index, fresh.has(id));
  const check = (field: Field, text: string, on: boolean, whenOn: Json, whenOff: Json) =>
    html`<label class="check"
      ><input
        type="checkbox"
        .checked=${live(on)}
        @change=${(event: Event) =>
          set(editor, id, field, (event.target as HTMLInputElement).checked ? whenOn : whenOff)}
      />${text}</label
    >`;
  return html`<fieldset class="card" aria-label=${label}>
    <div class="rate-grid">
      <label class="field"
        >${editor.t('tax.name')}<input
          type="text"
          dir=${textDirection(name)}
          data-rate-name=${id}
          ${field({ shown: name, take: (text) => set(editor, id, 'name', text || null) })}
          @blur=${() => {
            if (fresh.delete(id)) editor.requestUpdate();
          }}
      /></label>
      ${
        rate['amountPerUnit'] === undefined
          ? numberField(editor, rate, 'percent', editor.t('tax.percent'), index)
          : numberField(editor, rate, 'amountPerUnit', editor.t('tax.perUnit'), index)
      }
      <label class="field"
        >${editor.t('tax.included')}<select
          ${choice(included)}
          @change=${(event: Event) => {
            const { value } = event.target as HTMLSelectElement;
            set(editor, id, 'inclusive', value === '' ? null : value === 'true');
          }}
        >
          ${(
            [
              ['', 'tax.includedDefault'],
              ['true', 'tax.includedYes'],
              ['false', 'tax.includedNo'],
            ] as const
          ).map(
            ([value, key]) =>
              html`<option value=${value} ?selected=${value === included}>
                ${editor.t(key)}
              </option>`,
          )}
        </select></label
      >
      <button
        type="button"
        class="icon"
        aria-label=${editor.t('tax.remove', { name: name || label })}
        title=${editor.t('action.remove')}
        @click=${() => remove(editor, open, id)}
      >
        <span aria-hidden="true">×</span>
      </button>
    </div>
    ${open.asked === id ? removalQuestion(editor, open, rate) : nothing}
    <div class="checks">
      ${
        lines.length === 0
          ? nothing
          : rateTick(
              editor,
              lines,
              id,
              editor.t('tax.chargedOn', { lines: linesText(editor, lines) }),
            )
      }
      ${check('compound', editor.t('tax.compound'), rate['compound'] === true, true, null)}
      ${check('active', editor.t('tax.active'), rate['active'] !== false, null, false)}
    </div>
    ${wrong.length === 0 ? nothing : html`<p class="problem" role="alert">${wrong.join(' ')}</p>`}
  </fieldset>`;
}

function policyTemplate(editor: EditorContext): TemplateResult {
  const rounding = editor.store.at('policy', 'taxRounding') === 'document';
  const inclusive = editor.store.at('policy', 'pricesIncludeTax') === true;
  const setPolicy = (key: string, value: Json): void => {
    const field = key === 'taxRounding' ? 'tax.rounding' : 'tax.pricesInclude';
    editor.run({ op: 'set', path: `/policy/${key}`, value }, { key: 'set', field });
  };
  return html`<div class="form-grid policy">
    <label class="field"
      >${editor.t('tax.rounding')}<select
        ${choice(rounding ? 'document' : '')}
        @change=${(event: Event) => {
          const { value } = event.target as HTMLSelectElement;
          setPolicy('taxRounding', value === '' ? null : value);
        }}
      >
        <option value="" ?selected=${!rounding}>${editor.t('tax.roundingLine')}</option>
        <option value="document" ?selected=${rounding}>${editor.t('tax.roundingDocument')}</option>
      </select></label
    ><label class="check"
      ><input
        type="checkbox"
        .checked=${live(inclusive)}
        @change=${(event: Event) =>
          setPolicy('pricesIncludeTax', (event.target as HTMLInputElement).checked || null)}
      />${editor.t('tax.pricesInclude')}</label
    >
  </div>`;
}

/** A new rate; lines that have none yet are taxed at it. */
function addRate(editor: EditorContext, { fresh, lines }: Open): void {
  const id = newId('tr');
  const items = [{ id, name: '', percent: '0' }];
  fresh.add(id);
  const applied = lines
    .filter((line) => lineRateIds(editor.store.row(line)?.input ?? {}).length === 0)
    .map((line) => ({ op: 'set', path: linePath(line, 'taxRateIds'), value: [id] }));
  const commands = [{ op: 'add', list: 'taxRates', items }, ...applied];
  if (!editor.run({ op: 'batch', commands }, { key: 'add', of: 'taxRate', id })) return;
  focusLater(editor, `[data-rate-name="${id}"]`);
}

/** Opens the tax rates of the document; each says whether `ids` are taxed at it. */
export function openTaxRates(editor: EditorContext, ids: readonly string[] = []): void {
  const lines = ids.filter((id) => {
    const row = editor.store.row(id);
    return row !== undefined && row.priced !== null;
  });
  const open: Open = { lines, fresh: new Set<string>(), asked: null };
  const isNone = editor.store.list('taxRates').length === 0;
  editor.overlays.openDialog({
    title: editor.t('tax.title'),
    keeps: () => true,
    body: () => {
      const rates = editor.store.list('taxRates');
      return html`${
          rates.length === 0
            ? html`<p class="faint">${editor.t('tax.none')}</p>`
            : rates.map((rate, index) => rateTemplate(editor, rate, index, open))
        }
        ${policyTemplate(editor)}
        <p class="faint small">${editor.t('total.noTaxAdvice')}</p>`;
    },
    footer: () =>
      html`<button
          type="button"
          data-add-rate
          ?autofocus=${isNone}
          @click=${() => addRate(editor, open)}
        >
          ${editor.t('tax.add')}
        </button>
        <button type="button" class="primary" @click=${() => editor.overlays.close()}>
          ${editor.t('action.done')}
        </button>`,
  });
}
