/** The table of lines: native table, one labelled control per cell, events handled once. */
import { html, nothing, type TemplateResult } from 'lit';
import { guard } from 'lit/directives/guard.js';
import { live } from 'lit/directives/live.js';
import { repeat } from 'lit/directives/repeat.js';
import { columnLabel, type Column } from '../columns/column.ts';
import { endColumn } from '../columns/counted.ts';
import { leastWidth, tracks } from '../columns/widths.ts';
import { emptyRow } from './cell-editing.ts';
import type { EditorContext } from './editor-context.ts';
import { cellRole, rowTemplate } from './row.ts';
import type { Segment } from './row-window.ts';
import type { TableEvents } from './table-events.ts';

/** What decides whether a row must be drawn again, besides its data. */
export interface RowStamps {
  /** Moves on when something changes that every row shows: columns, language, rights. */
  readonly epoch: number;
  stamp(id: string): number;
}

/** Selects every line, or none of them. */
function selectAllTick(editor: EditorContext): TemplateResult | typeof nothing {
  const count = editor.store.ids.length;
  if (count === 0) return nothing;
  const { size } = editor.selection;
  return html`<label class="check select-all" title=${editor.t('row.selectAll')}
    ><input
      type="checkbox"
      data-select-all
      aria-label=${editor.t('row.selectAll')}
      .checked=${live(size === count)}
      .indeterminate=${size > 0 && size < count}
      @change=${(event: Event) =>
        editor.actions.selectAll((event.target as HTMLInputElement).checked)}
  /></label>`;
}

/** Which of the columns stay in sight where there are more than fit, and which stand below the name. */
function edgeClass(editor: EditorContext, column: Column, end: Column | undefined): string {
  if (column.id === 'name') return 'at-start';
  if (editor.folded.has(column.id)) return 'folded-heading';
  return column === end ? 'at-end' : '';
}

function headings(editor: EditorContext, columns: readonly Column[]): TemplateResult {
  const end = endColumn(columns);
  return html`<thead role="rowgroup">
    <tr role="row" aria-rowindex="1">
      <td class="grip" role=${cellRole(editor)}>${selectAllTick(editor)}</td>
      ${columns.map(
        (column) =>
          html`<th
            scope="col"
            role="columnheader"
            class="${column.align} ${edgeClass(editor, column, end)}"
          >
            ${columnLabel(column, editor.translator)}
          </th>`,
      )}
      <td class="act" role=${cellRole(editor)}></td>
    </tr>
  </thead>`;
}

type Piece = { readonly key: string; readonly segment: Segment | 'ghost' };

/** True where a new line may be typed. */
function mayType(editor: EditorContext): boolean {
  return editor.may('edit') && editor.may('addLines') && editor.may('addCustomLines');
}

function pieces(editor: EditorContext): Piece[] {
  const { store, rows, focusMemory, ghostId } = editor;
  const last = focusMemory.last;
  const pinned = last ? store.indexOf(last.id) : -1;
  const drawn: Piece[] = rows.segments(pinned).map((segment) => ({
    key: segment.kind === 'row' ? (store.ids[segment.index] ?? '') : `space-${segment.from}`,
    segment,
  }));
  const asked = focusMemory.pending?.id === ghostId;
  if (mayType(editor) && (asked || !editor.editing.isBeginning)) {
    drawn.push({ key: ghostId, segment: 'ghost' });
  }
  return drawn;
}

/** Above this many drawn rows, those out of view get their new amounts a moment later. */
const REFRESH_AT_ONCE = 60;

/**
 * The rows to ask the core for now. After a change that moves every line's amounts, a long table
 * shows the new ones in view at once; `refreshLater` brings the rest.
 */
function rowsToRefresh(editor: EditorContext, drawn: readonly Piece[]): string[] {
  const rows = drawn.flatMap(({ key, segment }) =>
    segment !== 'ghost' && segment.kind === 'row' ? [key] : [],
  );
  if (rows.length <= REFRESH_AT_ONCE || editor.rows.isWindowed) return rows;
  const { first, last } = editor.rowsInView();
  return rows.filter((id, index) => (index >= first && index <= last) || editor.store.isNew(id));
}

/** What can be done about an empty table here. */
function emptyText(editor: EditorContext): string {
  const library = editor.may('edit') && editor.may('addLines') && editor.catalogue.length > 0;
  if (mayType(editor)) return editor.t(library ? 'empty.text' : 'empty.noLibrary');
  return library ? editor.t('empty.libraryOnly') : '';
}

/**
 * The words of an empty table, under the row in which one types; they keep their room until the
 * first line has begun.
 */
function emptyState(editor: EditorContext, columns: number): TemplateResult | typeof nothing {
  const { store, editing } = editor;
  const begun = store.ids.length === 1 && editing.isBeginning;
  if (store.ids.length > 0 && !begun) return nothing;
  return html`<tr class="empty-row" role="row" aria-hidden=${begun ? 'true' : nothing}>
    <td role=${cellRole(editor)} colspan=${columns}>
      <slot name="empty"
        ><strong>${editor.t('empty.title')}</strong>
        <p>${emptyText(editor)}</p></slot
      >
    </td>
  </tr>`;
}

/** The table with the rows in view. */
export function linesTable(
  editor: EditorContext,
  stamps: RowStamps,
  events: TableEvents,
): TemplateResult {
  const { store, rows } = editor;
  const columns = editor.columns.filter(({ id }) => id !== 'description');
  const beside = columns.filter(({ id }) => !editor.folded.has(id));
  const drawn = pieces(editor);
  store.load(rowsToRefresh(editor, drawn));
  const shown = drawn.flatMap(({ key }) => store.row(key) ?? []);
  const draw = ({ key, segment }: Piece): unknown => {
    if (segment === 'ghost') {
      const row = emptyRow(key, store.ids.length);
      const dependsOn = ['ghost', stamps.epoch, stamps.stamp(key), store.ids.length];
      return guard(dependsOn, () => rowTemplate(editor, row, true));
    }
    if (segment.kind === 'space') {
      return html`<tr class="space" aria-hidden="true">
        <td colspan=${columns.length + 2} .style=${`height:${Math.round(segment.height)}px`}></td>
      </tr>`;
    }
    const row = store.row(key);
    if (!row) return nothing;
    const sums = row.input['type'] === 'section' ? store.sectionSums(key) : undefined;
    const dependsOn = [
      row,
      segment.index,
      stamps.epoch,
      stamps.stamp(key),
      sums?.subtotal,
      sums?.total,
    ];
    return guard(dependsOn, () => rowTemplate(editor, row, false));
  };
  return html`<div
    class="table-scroll ${rows.isWindowed ? 'windowed' : ''}"
    @scroll=${events.scrolled}
    tabindex=${rows.isWindowed ? '-1' : nothing}
  >
    <table
      class="lines"
      part="table"
      .style=${`min-inline-size:${leastWidth(beside, shown)}rem;--tracks:${tracks(beside, shown)}`}
      role=${editor.navigation === 'grid' ? 'grid' : 'table'}
      aria-rowcount=${rows.isWindowed ? store.ids.length + 2 : nothing}
      @input=${events.input}
      @change=${events.change}
      @focusin=${events.focusIn}
      @focusout=${events.focusOut}
      @click=${events.click}
      @keydown=${events.keyDown}
      @paste=${events.paste}
      @pointerdown=${events.pointerDown}
      @pointermove=${events.pointerMove}
      @pointerup=${events.pointerUp}
      @pointercancel=${events.pointerCancel}
    >
      <caption class="visually-hidden">
        ${editor.t('region.lines')}
      </caption>
      ${headings(editor, columns)}
      <tbody class=${editor.may('edit') ? nothing : 'closed'} role="rowgroup">
        ${repeat(drawn, ({ key }) => key, draw)} ${emptyState(editor, columns.length + 2)}
      </tbody>
    </table>
  </div>`;
}
