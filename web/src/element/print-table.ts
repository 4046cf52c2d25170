/** The whole document as a plain table for paper: every line, as text, whatever is in view. */
import { html, nothing, type TemplateResult } from 'lit';
import { belowValue } from '../columns/below-value.ts';
import { columnLabel, fieldText, type Column } from '../columns/column.ts';
import { sectionCells, setApart, SUMMED } from '../columns/counted.ts';
import { formatDecimal } from '../number/format.ts';
import type { Row } from '../../../schema/contract.ts';
import { isText } from '../store/line-type.ts';
import { isLeftOut } from './buyer-choice.ts';
import type { EditorContext } from './editor-context.ts';

function cell(editor: EditorContext, column: Column, row: Row): TemplateResult {
  const text = column.show(row, editor.context);
  if (column.id !== 'name') {
    const apart = text === '–' ? null : setApart(row, column);
    const below = belowValue(row, column, editor.context, editor.store.kind);
    return html`<td class=${column.align}>
      ${apart === null ? nothing : html`<small>${editor.t(apart)}</small> `}<bdi>${text}</bdi>
      ${below.map((each) => html`<p>${each}</p>`)}
    </td>`;
  }
  const description = fieldText(row.input, 'description');
  return html`<th scope="row">
    <bdi>${text}</bdi>${description === '' ? nothing : html`<p><bdi>${description}</bdi></p>`}
    ${isLeftOut(row.input) ? html`<p>${editor.t('row.optional')}. ${editor.t('row.notCounted')}</p>` : nothing}
  </th>`;
}

function printedRow(editor: EditorContext, row: Row, columns: readonly Column[]): TemplateResult {
  const type = row.input['type'];
  if (!isText(type)) {
    return html`<tr>
      ${columns.map((column) => cell(editor, column, row))}
    </tr>`;
  }
  const name = html`<bdi>${fieldText(row.input, 'name')}</bdi>`;
  if (type === 'note') {
    return html`<tr class="note">
      <th scope="row" colspan=${columns.length}>${name}</th>
    </tr>`;
  }
  const sums = editor.store.sectionSums(row.id);
  return html`<tr class="section">
    ${sectionCells(columns).map((each) => {
      if (each.kind === 'empty') return html`<td colspan=${each.span}></td>`;
      if (each.kind === 'heading') return html`<th scope="row" colspan=${each.span}>${name}</th>`;
      const sum = sums?.[SUMMED[each.column.id] ?? 'subtotal'];
      return html`<td class="end">
        <bdi
          >${sum === null || sum === undefined ? '–' : formatDecimal(sum, editor.numberLocale)}</bdi
        >
      </td>`;
    })}
  </tr>`;
}

/** The table that stands on paper in place of the one on the screen. */
export function printTable(editor: EditorContext): TemplateResult {
  const { store } = editor;
  const columns = editor.columns.filter(({ id }) => id !== 'description');
  store.load(store.ids);
  const rows = store.ids.flatMap((id) => {
    const row = store.row(id);
    return row ? [row] : [];
  });
  const number = fieldText(store.head, 'number');
  const kind = editor.translator.lookup(`kind.${store.kind}`, store.kind);
  return html`<div class="on-paper">
    <h1>${kind} ${number}</h1>
    <table>
      <thead>
        <tr>
          ${columns.map(
            (column) =>
              html`<th scope="col" class=${column.align}>
                ${columnLabel(column, editor.translator)}
              </th>`,
          )}
        </tr>
      </thead>
      <tbody>
        ${rows.map((row) => printedRow(editor, row, columns))}
      </tbody>
    </table>
  </div>`;
}
