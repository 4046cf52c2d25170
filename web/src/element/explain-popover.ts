/** "Why this number?": the core's own steps for an amount, from its inputs to what is printed. */
import { html, nothing, type TemplateResult } from 'lit';
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

/** A rule's id as words, where the language has none of its own for it. */
function ruleName(editor: EditorContext, rule: string): string {
  const spaced = rule.replace(/([a-z])([A-Z])/g, '$1 $2').replace(/[-_.]/g, ' ');
  const words = spaced.charAt(0).toUpperCase() + spaced.slice(1).toLowerCase();
  return editor.translator.lookup(`rule.${rule}`, words);
}

function shown(editor: EditorContext, value: unknown): string {
  if (value === null || value === undefined) return '–';
  if (typeof value === 'object') return JSON.stringify(value);
  const text = String(value);
  return isPlainDecimal(text) ? formatDecimal(text, editor.numberLocale) : text;
}

function inputPairs(inputs: unknown): [string, unknown][] {
  if (Array.isArray(inputs)) {
    return inputs.map((input: unknown, index): [string, unknown] => {
      if (typeof input !== 'object' || input === null) return [String(index + 1), input];
      const { name, path, label, value } = input as JsonObject;
      return [String(name ?? label ?? path ?? index + 1), value];
    });
  }
  return typeof inputs === 'object' && inputs !== null ? Object.entries(inputs) : [];
}

const MOST_INPUTS = 40;

function stepTemplate(editor: EditorContext, step: ExplainStep): TemplateResult {
  const pairs = inputPairs(step.inputs);
  return html`<li>
    <b>${ruleName(editor, step.rule)}</b>
    ${
      pairs.length === 0
        ? nothing
        : html`<dl class="inputs">
            ${pairs.slice(0, MOST_INPUTS).map(
              ([name, value]) =>
                html`<div>
                  <dt><bdi>${editor.translator.lookup(`rule.input.${name}`, name)}</bdi></dt>
                  <dd><bdi dir="ltr">${shown(editor, value)}</bdi></dd>
                </div>`,
            )}
            ${pairs.length > MOST_INPUTS ? html`<div><dt>…</dt></div>` : nothing}
          </dl>`
    }
    <p class="outcome">
      ${
        step.exact === null || step.exact === step.rounded
          ? nothing
          : html`<span>${editor.t('explain.exact', { value: shown(editor, step.exact) })}</span> → `
      }
      <strong>${editor.t('explain.rounded', { value: shown(editor, step.rounded) })}</strong>
    </p>
  </li>`;
}

/** Explains an amount of the view beside the control that shows it. */
export function explain(editor: EditorContext, anchor: HTMLElement, path: string): void {
  const label = anchor.textContent?.trim() ?? '';
  editor.overlays.openPopover(anchor, {
    label: editor.t('explain.title', { amount: label }),
    body: () => {
      const found = ask(editor, path);
      const steps = found?.steps ?? [];
      const amount = found?.value ? editor.money(found.value) : label;
      return html`<div class="explain">
        <h3>${editor.t('explain.title', { amount })}</h3>
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
