/** The tools above the table; with lines selected, what can be done to all of them. */
import { html, nothing, type TemplateResult } from 'lit';
import {
  columnsIcon,
  downIcon,
  libraryIcon,
  moreIcon,
  pasteIcon,
  plusIcon,
  redoIcon,
  undoIcon,
  upIcon,
} from '../ui/icons.ts';
import type { MenuItem } from '../ui/menu.ts';
import { isBillable, openBillingOfSeveral } from './billing-popover.ts';
import { openBulkEdit } from './bulk-edit.ts';
import { openColumns } from './columns-dialog.ts';
import type { EditorContext } from './editor-context.ts';
import type { FindInLines } from './find-in-lines.ts';
import { openPaste } from './open-paste.ts';
import { openCatalogue } from './small-dialogs.ts';
import { openTaxes } from './taxes-popover.ts';

/** What the toolbar cannot do itself. */
export interface ToolbarActions {
  readonly more: () => readonly MenuItem[];
  readonly copy: (ids: readonly string[]) => void;
  readonly find: FindInLines;
  /** Where the work is, while it is kept elsewhere. */
  readonly saveState: unknown;
}

function bulkTools(editor: EditorContext, tools: ToolbarActions): TemplateResult {
  const ids = editor.store.ids.filter((id) => editor.selection.has(id));
  const billable = ids.find((id) => isBillable(editor.store.row(id)));
  const { actions } = editor;
  const edit = editor.may('edit');
  const button = (label: Parameters<EditorContext['t']>[0], run: () => void, allowed = true) =>
    html`<button type="button" ?disabled=${!edit || !allowed} @click=${run}>
      ${editor.t(label)}
    </button>`;
  const moveButton = (label: 'row.moveUp' | 'row.moveDown', icon: TemplateResult, by: -1 | 1) =>
    html`<button
      type="button"
      class="icon"
      aria-label=${editor.t(label)}
      title=${editor.t(label)}
      ?disabled=${!edit || !editor.may('moveLines')}
      @click=${() => actions.moveBy(ids, by, 'actions')}
    >
      ${icon}
    </button>`;
  return html`<span class="count">${editor.t('bulk.selected', { count: ids.length })}</span>
    ${button('row.duplicate', () => actions.duplicate(ids, 'name'), editor.may('addLines'))}
    ${moveButton('row.moveUp', upIcon, -1)}${moveButton('row.moveDown', downIcon, 1)}
    <button
      type="button"
      aria-haspopup="dialog"
      ?disabled=${!edit || !editor.may('editTaxes')}
      @click=${(event: Event) => openTaxes(editor, event.currentTarget as HTMLElement, ids)}
    >
      ${editor.t('bulk.setTax')}
    </button>
    <button
      type="button"
      aria-haspopup="dialog"
      data-tool="bulk-billing"
      ?disabled=${!edit || !editor.may('editBilling') || billable === undefined}
      @click=${(event: Event) =>
        openBillingOfSeveral(editor, event.currentTarget as HTMLElement, ids)}
    >
      ${editor.t('bulk.setBilling')}
    </button>
    <button
      type="button"
      aria-haspopup="dialog"
      data-tool="bulk-edit"
      ?disabled=${!edit}
      @click=${(event: Event) => openBulkEdit(editor, event.currentTarget as HTMLElement, ids)}
    >
      ${editor.t('bulk.edit')}
    </button>
    <button type="button" @click=${() => tools.copy(ids)}>
      ${editor.t('row.copy', { count: ids.length })}
    </button>
    ${button('row.delete', () => actions.remove(ids, 'name'), editor.may('removeLines'))}
    <button
      type="button"
      class="link"
      @click=${() => {
        editor.setSelection([]);
        editor.focusMemory.ask({ id: ids[0] ?? editor.ghostId, column: 'name' });
        editor.requestUpdate();
      }}
    >
      ${editor.t('bulk.clear')}
    </button>`;
}

/** The ways to new lines; none where the document is closed to changes. */
function addTools(editor: EditorContext): TemplateResult | typeof nothing {
  if (!editor.may('edit')) return nothing;
  const add = editor.may('addLines');
  const custom = add && editor.may('addCustomLines');
  const words = (label: Parameters<EditorContext['t']>[0]) =>
    html`<span class="words">${editor.t(label)}</span>`;
  return html`<button
      type="button"
      class="primary"
      data-tool="add"
      ?disabled=${!custom}
      @click=${() => editor.actions.goToNewLine()}
    >
      ${plusIcon}${words('action.addLine')}
    </button>
    ${
      editor.catalogue.length === 0
        ? nothing
        : html`<button type="button" ?disabled=${!add} @click=${() => openCatalogue(editor)}>
            ${libraryIcon}${words('action.addFromCatalogue')}
          </button>`
    }
    <button type="button" ?disabled=${!custom} @click=${() => void openPaste(editor, '')}>
      ${pasteIcon}${words('action.paste')}
    </button>`;
}

/** The toolbar. */
export function toolbar(editor: EditorContext, tools: ToolbarActions): TemplateResult {
  const hidden = editor.hiddenWithData;
  const columnsMark =
    hidden === 0
      ? nothing
      : html`<span class="badge" title=${editor.t('columns.hiddenData', { count: hidden })}
          >${hidden}<span class="visually-hidden"
            >, ${editor.t('columns.hiddenData', { count: hidden })}</span
          ></span
        >`;
  const iconButton = (
    label: 'action.undo' | 'action.redo',
    icon: TemplateResult,
    run: () => void,
    off: boolean,
  ) =>
    html`<button
      type="button"
      class="icon"
      aria-label=${editor.t(label)}
      title=${editor.t(label)}
      aria-disabled=${off ? 'true' : nothing}
      @click=${run}
    >
      ${icon}
    </button>`;
  return html`<div
    class=${editor.selection.size > 0 ? 'toolbar selecting' : 'toolbar'}
    part="toolbar"
    role="group"
    data-region="toolbar"
    aria-label=${editor.t('region.toolbar')}
  >
    <div class="tools">
      ${editor.selection.size > 0 ? bulkTools(editor, tools) : addTools(editor)}
      <slot name="toolbar"></slot>
    </div>
    <div class="tools end">
      ${tools.saveState} ${tools.find.render()}
      ${iconButton('action.undo', undoIcon, () => editor.actions.undo(), !editor.may('undo') || editor.store.undoSteps === 0)}
      ${iconButton('action.redo', redoIcon, () => editor.actions.redo(), !editor.may('undo') || editor.store.redoSteps === 0)}
      <button type="button" class="quiet" data-tool="columns" @click=${() => openColumns(editor)}>
        ${columnsIcon}<span class="words">${editor.t('action.columns')}</span>${columnsMark}
      </button>
      <button
        type="button"
        class="icon"
        data-tool="more"
        aria-haspopup="menu"
        aria-expanded="false"
        aria-label=${editor.t('action.more')}
        title=${editor.t('action.more')}
        @click=${(event: Event) => {
          const anchor = event.currentTarget as HTMLElement;
          if (editor.overlays.anchor === anchor) editor.overlays.close();
          else editor.overlays.openMenu(anchor, editor.t('action.more'), tools.more());
        }}
      >
        ${moreIcon}
      </button>
    </div>
  </div>`;
}
