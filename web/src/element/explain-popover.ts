/**
 * "Why this number?": the core's own steps, each drawn as one calculates on paper: the terms one below
 * the other with their signs, a rule, the result. A term that is an amount itself leads to its own
 * explanation, and back. Nothing is worked out here.
 */
import { html, nothing, type TemplateResult } from 'lit';
import { fieldText } from '../columns/column.ts';
import { inputName, loadRuleWords, ruleName } from '../i18n/rule-words.ts';
import { formatDecimal, formatPercent, isPlainDecimal } from '../number/format.ts';
import type { ExplainStep, ExplainTerm, Explanation } from '../../../schema/contract.ts';
import { isRefusal } from '../engine/refusal.ts';
import { dueLabel } from './due-label.ts';
import type { EditorContext } from './editor-context.ts';

function ask(editor: EditorContext, path: string): Explanation | null {
  const reply = editor.store.engine.query({ get: 'explain', path });
  return isRefusal(reply) ? null : reply;
}

function shown(editor: EditorContext, value: unknown): string {
  if (value === null || value === undefined) return '–';
  const text = String(value);
  const [numerator = '', denominator] = text.split('/');
  if (denominator !== undefined) return `${shown(editor, numerator)}/${shown(editor, denominator)}`;
  return isPlainDecimal(text) ? formatDecimal(text, editor.numberLocale) : text;
}

/** What an id in an explanation is called: a line, a tax rate or an adjustment by its name. */
function nameOfId(editor: EditorContext, id: string): string {
  const { store } = editor;
  const line = store.indexOf(id) >= 0 ? store.row(id)?.input : undefined;
  const entry =
    line ??
    [...store.list('taxRates'), ...store.list('adjustments')].find((each) => each['id'] === id);
  return (entry && fieldText(entry, 'name')) || id;
}

const SIGNS: Readonly<Record<ExplainTerm['op'], string>> = {
  add: '+',
  subtract: '−',
  multiply: '×',
  divide: '÷',
  percent: '×',
  atMost: '≤',
  atLeast: '≥',
};

/** The sign a term is drawn with, and its number without one that the sign says already. */
function signed(term: ExplainTerm, isFirst: boolean): { sign: string; value: string } {
  const negative = term.value.startsWith('-');
  if (negative && (term.op === 'add' || term.op === 'subtract')) {
    const op = term.op === 'add' ? 'subtract' : 'add';
    return { sign: isFirst && op === 'add' ? '' : SIGNS[op], value: term.value.slice(1) };
  }
  return { sign: isFirst && term.op === 'add' ? '' : SIGNS[term.op], value: term.value };
}

function termLabel(editor: EditorContext, term: ExplainTerm, step: ExplainStep): string {
  const { translator } = editor;
  if (term.id !== undefined) return nameOfId(editor, term.id);
  const isRate = term.op === 'percent' || term.name === 'percent';
  const rate = step.inputs['rate'];
  if (isRate && typeof rate === 'string') return nameOfId(editor, rate);
  const name = term.name === undefined ? '' : inputName(translator, term.name, dueLabel(editor));
  return term.percent === undefined
    ? name
    : `${name} ${formatPercent(term.percent, editor.numberLocale)}`;
}

function termTemplate(
  editor: EditorContext,
  step: ExplainStep,
  index: number,
  follow: (path: string) => void,
): TemplateResult | typeof nothing {
  const term = step.terms?.[index];
  if (!term) return nothing;
  const { sign, value } = signed(term, index === 0);
  const label = termLabel(editor, term, step);
  const percent = term.op === 'percent';
  const number = percent ? formatPercent(value, editor.numberLocale) : shown(editor, value);
  const each =
    term.each === undefined || term.payments === undefined || term.payments === 1
      ? nothing
      : html` <small
          >${editor.t('explain.payments', {
            count: shown(editor, term.payments),
            each: shown(editor, term.each),
          })}</small
        >`;
  const { path } = term;
  return html`<tr>
    <td class="sign">${sign}</td>
    <th scope="row"><bdi>${label}</bdi>${each}</th>
    <td class="end">
      ${
        path === undefined
          ? html`<bdi dir="ltr">${number}</bdi>`
          : html`<button
              type="button"
              class="link"
              aria-label=${editor.t('explain.follow', { amount: number, label })}
              @click=${() => follow(path)}
            >
              <bdi dir="ltr">${number}</bdi>
            </button>`
      }
    </td>
  </tr>`;
}

/** `3600` and `3600.00` say the same: nothing was rounded. */
function sameNumber(exact: string, rounded: string): boolean {
  const shortest = (text: string): string =>
    text.includes('.') ? text.replace(/0+$/, '').replace(/\.$/, '') : text;
  return shortest(exact) === shortest(rounded);
}

/** What was rounded, where something was. */
function rounding(editor: EditorContext, step: ExplainStep): TemplateResult | typeof nothing {
  const { exact, rounded, inputs } = step;
  if (exact === null || rounded === null || sameNumber(exact, String(rounded))) return nothing;
  const value = shown(editor, rounded);
  const coin = step.rule === 'cash-rounding' ? inputs['step'] : undefined;
  const words =
    typeof coin !== 'string'
      ? `${editor.t('explain.exact', { value: shown(editor, exact) })}, ${editor.t('explain.rounded', { value })}`
      : editor.t('explain.roundedTo', { step: shown(editor, coin) });
  const leftover = inputs['leftoverUnit'] === true;
  return html`<tr class="rounding">
    <td class="sign"></td>
    <td colspan="2">
      ${words}${leftover ? html`; ${inputName(editor.translator, 'leftoverUnit')}` : nothing}
    </td>
  </tr>`;
}

/** Ids that say why there is no amount, in words. */
function reasons(editor: EditorContext, { inputs }: ExplainStep): TemplateResult | typeof nothing {
  const lines = inputs['lines'];
  const errors = inputs['errors'];
  const limit = inputs['limit'];
  const names = Array.isArray(lines)
    ? lines.map((id) => nameOfId(editor, String(id)))
    : Array.isArray(errors)
      ? errors.map((code) => editor.translator.lookup(`issue.${String(code)}`, String(code)))
      : typeof limit === 'string'
        ? [`< ${editor.money(limit)}`]
        : [];
  return names.length === 0
    ? nothing
    : html`<p><bdi>${editor.translator.list(names.slice(0, MOST_NAMES))}</bdi></p>`;
}

const MOST_NAMES = 8;
const MOST_TERMS = 40;

function stepTemplate(
  editor: EditorContext,
  step: ExplainStep,
  follow: (path: string) => void,
): TemplateResult {
  const terms = step.terms ?? [];
  const name = ruleName(editor.translator, step.rule, dueLabel(editor));
  if (step.exact === null) {
    const { paths } = step.inputs;
    return html`<div class="step">
      <p><b>${name}</b></p>
      ${reasons(editor, step)}
      ${(paths ?? []).map(
        (path) =>
          html`<button type="button" class="link" @click=${() => follow(path)}>
            ${inputName(editor.translator, path.split('/').at(-1) ?? '', dueLabel(editor))}
          </button>`,
      )}
    </div>`;
  }
  const result = step.rounded === null ? step.exact : step.rounded;
  return html`<div class="step">
    <table class="sum">
      <tbody>
        ${terms.slice(0, MOST_TERMS).map((_, index) => termTemplate(editor, step, index, follow))}
        ${
          terms.length > MOST_TERMS
            ? html`<tr>
                <td class="sign"></td>
                <td colspan="2">
                  … ${inputName(editor.translator, 'more')}:
                  ${shown(editor, terms.length - MOST_TERMS)}
                </td>
              </tr>`
            : nothing
        }
        ${rounding(editor, step)}
      </tbody>
      <tfoot>
        <tr>
          <td class="sign">=</td>
          <th scope="row"><b>${name}</b></th>
          <td class="end">
            <b><bdi dir="ltr">${shown(editor, result)}</bdi></b>
          </td>
        </tr>
      </tfoot>
    </table>
    ${reasons(editor, step)}
  </div>`;
}

/** What a title calls the amount: with its currency, or as the percentage it is. */
function titleAmount(editor: EditorContext, path: string, value: string | number | null): string {
  if (value === null) return '–';
  if (typeof value === 'number') return shown(editor, value);
  return path.endsWith('/marginPercent')
    ? formatPercent(value, editor.numberLocale)
    : editor.money(value);
}

/** Explains an amount of the view beside the control that shows it. */
export function explain(editor: EditorContext, anchor: HTMLElement, path: string): void {
  const label = anchor.textContent?.trim() ?? '';
  const heard = (isNew: boolean): void => {
    if (isNew) editor.requestUpdate();
  };
  // Without its file a language shows the ids as words.
  loadRuleWords(editor.translator.language).then(heard, () => undefined);
  const trail = [path];
  const goOn = (): void => {
    editor.requestUpdate();
    void editor.updateComplete.then(() =>
      editor.root.querySelector<HTMLElement>('.explain h3')?.focus(),
    );
  };
  const follow = (next: string): void => {
    trail.push(next);
    goOn();
  };
  editor.overlays.openPopover(anchor, {
    label: editor.t('explain.title', { amount: label }),
    body: () => {
      const at = trail.at(-1) ?? path;
      const found = ask(editor, at);
      // What is on the way to another amount is read there: the terms lead to it.
      const steps = (found?.steps ?? []).filter(({ towards }) => towards === undefined);
      const value = found?.value;
      const title = titleAmount(editor, at, value ?? null);
      return html`<div class="explain">
        <h3 tabindex="-1" autofocus>${editor.t('explain.title', { amount: title })}</h3>
        ${
          steps.length === 0
            ? html`<p>${editor.t('explain.none')}</p>`
            : steps.map((step) => stepTemplate(editor, step, follow))
        }
        <div class="row-actions">
          ${
            trail.length === 1
              ? nothing
              : html`<button
                  type="button"
                  class="quiet"
                  data-act="back"
                  @click=${() => {
                    trail.pop();
                    goOn();
                  }}
                >
                  ${editor.t('explain.back')}
                </button>`
          }
          <button type="button" class="quiet" @click=${() => editor.overlays.close()}>
            ${editor.t('action.close')}
          </button>
        </div>
      </div>`;
    },
  });
}

/** Explains an amount of a line. The view counts items only: sections and notes are not in it. */
export function explainLine(
  editor: EditorContext,
  anchor: HTMLElement,
  id: string,
  member = 'total',
): void {
  const { store } = editor;
  const before = store.ids.slice(0, store.indexOf(id));
  store.load(before);
  const index = before.filter((each) => store.row(each)?.priced != null).length;
  explain(editor, anchor, `/lines/${index}/${member}`);
}
