/** The tax rates of lines: set, ticked, and taken off with the rate itself. */
import { html, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import { fieldText } from '../columns/column.ts';
import { lineRateIds } from '../columns/taxes.ts';
import type { Json, JsonObject } from '../../../schema/contract.ts';
import { linePath, type EditorContext } from './editor-context.ts';
import { namedLine, namedRate } from './history-label.ts';

/** Gives each line its rates, in the document's order, as one undo step. */
function setRates(editor: EditorContext, rates: ReadonlyMap<string, readonly string[]>): void {
  const order = editor.store.list('taxRates').map((rate) => fieldText(rate, 'id'));
  const commands = [...rates].map(([id, chosen]) => {
    const known = order.filter((rate) => chosen.includes(rate));
    const unknown = chosen.filter((rate) => !order.includes(rate));
    const value = [...known, ...unknown];
    return {
      op: 'set',
      path: linePath(id, 'taxRateIds'),
      value: value.length === 0 ? null : value,
    };
  });
  const first = [...rates.keys()][0];
  const count = rates.size;
  const label =
    count === 1
      ? { key: 'setOn', field: 'taxes', ...namedLine(editor.store, first) }
      : { key: 'setMany', field: 'taxes', count };
  const only = commands.length === 1 ? commands[0] : undefined;
  editor.run(only ?? { op: 'batch', commands }, label);
}

function toggle(editor: EditorContext, ids: readonly string[], rate: string, on: boolean): void {
  const changes = new Map<string, string[]>();
  for (const id of ids) {
    const row = editor.store.row(id);
    if (!row || row.priced === null) continue;
    const before = lineRateIds(row.input);
    const without = before.filter((each) => each !== rate);
    changes.set(id, on ? [...without, rate] : without);
  }
  setRates(editor, changes);
}

/** A tick for one rate, known or missing, on these lines. */
export function rateTick(
  editor: EditorContext,
  ids: readonly string[],
  rate: string,
  text: string,
): TemplateResult {
  const having = ids.filter((line) =>
    lineRateIds(editor.store.row(line)?.input ?? {}).includes(rate),
  );
  const all = having.length === ids.length;
  return html`<label class="check"
    ><input
      type="checkbox"
      .checked=${live(all)}
      .indeterminate=${live(having.length > 0 && !all)}
      @change=${(event: Event) =>
        toggle(editor, ids, rate, (event.target as HTMLInputElement).checked)}
    /><bdi>${text}</bdi></label
  >`;
}

interface Holder {
  readonly path: string;
  readonly record: JsonObject;
}

/** The lines and fees that are taxed at a rate. */
function holders(editor: EditorContext, rate: string): Holder[] {
  const { store } = editor;
  store.load(store.ids);
  const lines = store.ids.map((id) => ({
    path: linePath(id, 'taxRateIds'),
    record: store.row(id)?.input ?? {},
  }));
  const fees = store.list('adjustments').map((record) => ({
    path: `/adjustments/${fieldText(record, 'id')}/taxRateIds`,
    record,
  }));
  return [...lines, ...fees].filter(({ record }) => lineRateIds(record).includes(rate));
}

/** How many lines and fees are taxed at a rate. */
export function usesOf(editor: EditorContext, rate: string): number {
  return holders(editor, rate).length;
}

/** Removes a rate from the document, and from what is taxed at it, as one undo step. */
export function removeRate(editor: EditorContext, rate: string): void {
  const label = { key: 'remove', count: 1, ...namedRate(editor.store, rate) };
  const commands = holders(editor, rate).map(({ path, record }): Json => {
    const rest = lineRateIds(record).filter((each) => each !== rate);
    return { op: 'set', path, value: rest.length === 0 ? null : rest };
  });
  commands.push({ op: 'remove', list: 'taxRates', ids: [rate] });
  editor.run({ op: 'batch', commands }, label);
}
