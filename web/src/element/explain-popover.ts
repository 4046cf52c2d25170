/** "Why this number?": the core's own steps for an amount, from its inputs to what is printed. */
import { html, nothing, type TemplateResult } from 'lit';
import { fieldText } from '../columns/column.ts';
import { inputName, loadRuleWords, ruleName } from '../i18n/rule-words.ts';
import { formatDecimal, isPlainDecimal } from '../number/format.ts';
import { isRefusal, type ExplainStep, type JsonObject } from '../store/engine-port.ts';
import type { EditorContext } from './editor-context.ts';

interface Explanation {
  readonly value: string | null;
  readonly steps: readonly ExplainStep[];
}

function ask(editor: EditorContext, path: string): Explanation | null {
  const reply = editor.store.engine.query({ get: 'explain', path });
  return isRefusal(reply) ? null : (reply as Explanation);
}

function shown(editor: EditorContext, value: unknown): string {
  if (value === null || value === undefined) return '–';
  if (value === true) return '✓';
  if (typeof value === 'object') return JSON.stringify(value);
  const text = String(value);
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

/** The terms of a sum, each under its own name. */
function addends(editor: EditorContext, list: readonly unknown[]): [string, unknown][] {
  return list.map((each, index): [string, unknown] => {
    if (typeof each === 'string') return [String(index + 1), nameOfId(editor, each)];
    if (typeof each !== 'object' || each === null) return [String(index + 1), each];
    const { id, name, path, amount, value } = each as JsonObject;
    const label = typeof id === 'string' ? nameOfId(editor, id) : String(name ?? path ?? index + 1);
    return [label, amount ?? value ?? null];
  });
}

/** Inputs that say how the core went about it, and nothing to a reader. */
const TECHNICAL = new Set(['over', 'more']);

function inputPairs(editor: EditorContext, inputs: unknown): [string, unknown][] {
  if (Array.isArray(inputs)) return addends(editor, inputs);
  if (typeof inputs !== 'object' || inputs === null) return [];
  return Object.entries(inputs).flatMap(([name, value]): [string, unknown][] => {
    if (TECHNICAL.has(name) || value === false) return [];
    if (Array.isArray(value)) return addends(editor, value);
    const isId = (name === 'rate' || name === 'adjustment') && typeof value === 'string';
    return [[inputName(editor.translator, name), isId ? nameOfId(editor, value) : value]];
  });
}

/** `3600` and `3600.00` say the same: nothing was rounded. */
function sameNumber(exact: string, rounded: string | null): boolean {
  const shortest = (text: string): string =>
    text.includes('.') ? text.replace(/0+$/, '').replace(/\.$/, '') : text;
  return rounded !== null && shortest(exact) === shortest(rounded);
}

/** What a step came to: the exact value too where it was rounded. */
function outcome(editor: EditorContext, { exact, rounded }: ExplainStep): TemplateResult {
  const value = shown(editor, rounded);
  if (exact === null || sameNumber(exact, rounded)) {
    return html`<strong>= <bdi dir="ltr">${value}</bdi></strong>`;
  }
  const words = editor.t('explain.exact', { value: shown(editor, exact) });
  const arrow = editor.translator.direction === 'rtl' ? '←' : '→';
  return html`${words} ${arrow} <strong>${editor.t('explain.rounded', { value })}</strong>`;
}

const MOST_INPUTS = 40;

function stepTemplate(editor: EditorContext, step: ExplainStep): TemplateResult {
  const pairs = inputPairs(editor, step.inputs);
  return html`<li>
    <b>${ruleName(editor.translator, step.rule)}</b>
    ${
      pairs.length === 0
        ? nothing
        : html`<dl class="inputs">
            ${pairs.slice(0, MOST_INPUTS).map(
              ([name, value]) =>
                html`<div>
                  <dt><bdi>${name}</bdi></dt>
                  <dd><bdi dir="ltr">${shown(editor, value)}</bdi></dd>
                </div>`,
            )}
            ${pairs.length > MOST_INPUTS ? html`<div><dt>…</dt></div>` : nothing}
          </dl>`
    }
    <p class="outcome">${outcome(editor, step)}</p>
  </li>`;
}

/** Explains an amount of the view beside the control that shows it. */
export function explain(editor: EditorContext, anchor: HTMLElement, path: string): void {
  const label = anchor.textContent?.trim() ?? '';
  const heard = (isNew: boolean): void => {
    if (isNew) editor.requestUpdate();
  };
  // Without its file a language shows the ids as words.
  loadRuleWords(editor.translator.language).then(heard, () => undefined);
  editor.overlays.openPopover(anchor, {
    label: editor.t('explain.title', { amount: label }),
    body: () => {
      const found = ask(editor, path);
      const steps = found?.steps ?? [];
      const amount = found?.value ? editor.money(found.value) : label;
      return html`<div class="explain">
        <h3 tabindex="-1" autofocus>${editor.t('explain.title', { amount })}</h3>
        ${
          steps.length === 0
            ? html`<p>${editor.t('explain.none')}</p>`
            : html`<ol>
                ${steps.map((step) => stepTemplate(editor, step))}
              </ol>`
        }
        <button type="button" class="quiet" @click=${() => editor.overlays.close()}>
          ${editor.t('action.close')}
        </button>
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
