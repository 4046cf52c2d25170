/** The menu of a row: everything that can be done to a line, reachable without dragging. */
import { html } from 'lit';
import { DISCOUNT_MODES, discountMode, type DiscountMode } from '../columns/discount.ts';
import { fieldText } from '../columns/column.ts';
import { failureWords } from '../i18n/failure-words.ts';
import { normaliseTyping } from '../number/parse.ts';
import type { Json, JsonObject, Row } from '../../../schema/contract.ts';
import { isText } from '../store/line-type.ts';
import { field } from '../ui/field.ts';
import type { MenuItem } from '../ui/menu.ts';
import { openBilling } from './billing-popover.ts';
import { givesChoice, hasRange, isOptional, optionalChanges } from './buyer-choice.ts';
import { linePath, setCommand, type EditorContext } from './editor-context.ts';
import { explainLine } from './explain-popover.ts';
import { findCell } from './focus-memory.ts';
import { namedLine } from './history-label.ts';
import { openPricingModel } from './pricing-dialog.ts';
import type { RowDrag } from './row-drag.ts';
import { DEFAULT_SHORTCUTS, keyText } from './shortcuts.ts';

/** True for a line that is priced; sections and notes are not. */
function isItem(row: Row): boolean {
  return !isText(row.input['type']);
}

/** Lines a row command acts on: the selection where the row is in it, else the row. */
export function actedOn(editor: EditorContext, id: string): string[] {
  if (!editor.selection.has(id)) return [id];
  return editor.store.ids.filter((each) => editor.selection.has(each));
}

/** Opens the menu of a row at its button. */
export function openRowMenu(
  editor: EditorContext,
  anchor: HTMLElement,
  id: string,
  drag: RowDrag,
  copy: (ids: readonly string[]) => void,
): void {
  const { actions, store } = editor;
  const ids = actedOn(editor, id);
  const row = store.row(id);
  if (!row) return;
  const optional = isOptional(row.input);
  const described = fieldText(row.input, 'description') !== '';
  const edit = editor.may('edit');
  const move = edit && editor.may('moveLines');
  const add = edit && editor.may('addLines');
  const last = store.ids.length - 1;
  const index = store.indexOf(id);
  const column = 'actions';
  const item = (
    label: Parameters<EditorContext['t']>[0],
    run: () => void,
    more: Partial<MenuItem> = {},
  ): MenuItem => ({ label: editor.t(label), run, ...more });
  const key = (name: keyof typeof DEFAULT_SHORTCUTS): string => keyText(DEFAULT_SHORTCUTS[name]);
  const itemEntries: MenuItem[] = isItem(row)
    ? [
        item(
          described ? 'row.editDescription' : 'row.addDescription',
          () => addDescription(editor, id),
          { disabled: !edit },
        ),
        item('row.picture', () => void showPicture(editor, id), {
          disabled: !edit || !editor.may('editDetails'),
        }),
        item('row.billing', () => openFor(editor, id, openBilling), {
          disabled: !edit || !editor.may('editBilling'),
        }),
        item('row.tiers', () => openPricingModel(editor, id), {
          disabled: !edit || !editor.may('editPrices'),
        }),
        // What came optional from elsewhere can be made an ordinary line in every kind of document.
        ...(givesChoice(store.kind) || optional
          ? [
              item('row.optional', () => toggleOptional(editor, ids, !optional), {
                checked: optional,
                disabled: !edit,
              }),
            ]
          : []),
        ...(givesChoice(store.kind) || hasRange(row.input)
          ? [
              item('row.range', () => void showRange(editor, id), {
                disabled: !edit || !editor.mayEdit('quantityRange'),
              }),
            ]
          : []),
        item('row.explain', () => openFor(editor, id, explainLine)),
        ...(editor.saveProduct
          ? [
              item('row.saveProduct', () => void actions.saveProduct(id), {
                disabled: fieldText(row.input, 'name') === '',
              }),
            ]
          : []),
      ]
    : [];
  const above = store.ids[index - 1] ?? null;
  editor.overlays.openMenu(anchor, anchor.getAttribute('aria-label') ?? '', [
    item('row.insertAbove', () => actions.insert(above), {
      disabled: !add,
      keys: key('insertAbove'),
    }),
    item('row.insertBelow', () => actions.insert(id), { disabled: !add, keys: key('insertBelow') }),
    item('row.duplicate', () => actions.duplicate(ids, column), {
      disabled: !add,
      keys: key('duplicate'),
    }),
    item('row.sectionBelow', () => actions.insert(id, 'section'), { disabled: !add }),
    item('row.noteBelow', () => actions.insert(id, 'note'), { disabled: !add }),
    item('row.moveUp', () => actions.moveBy(ids, -1, column), {
      disabled: !move || index === 0,
      keys: key('moveUp'),
      divided: true,
    }),
    item('row.moveDown', () => actions.moveBy(ids, 1, column), {
      disabled: !move || index === last,
      keys: key('moveDown'),
    }),
    item('row.moveTop', () => actions.moveTo(ids, 0, column), { disabled: !move || index === 0 }),
    item('row.moveBottom', () => actions.moveTo(ids, last, column), {
      disabled: !move || index === last,
    }),
    item('row.moveTo', () => openMoveTo(editor, ids), { disabled: !move }),
    item('row.moveByKeys', () => drag.pickUp(id), { disabled: !move }),
    ...itemEntries.map((entry, at) => (at === 0 ? { ...entry, divided: true } : entry)),
    {
      label: editor.t('row.copy', { count: ids.length }),
      run: () => copy(ids),
      divided: true,
    },
    item('row.delete', () => actions.remove(ids, column), {
      danger: true,
      disabled: !edit || !editor.may('removeLines'),
      keys: key('delete'),
    }),
  ]);
}

function showPicture(editor: EditorContext, id: string): Promise<void> {
  return late(editor, async () => (await import('./picture-dialog.ts')).openPicture(editor, id));
}

/** Which quantities the buyer may choose of a line. */
export function showRange(editor: EditorContext, id: string): Promise<void> {
  return late(editor, async () =>
    (await import('./quantity-range.ts')).openQuantityRange(editor, id),
  );
}

/** A dialog that is loaded when somebody wants it; one that cannot load says so. */
async function late(editor: EditorContext, open: () => Promise<void>): Promise<void> {
  try {
    await open();
  } catch (error) {
    const reason = failureWords(error, editor.translator);
    editor.announce(editor.t('editor.notLoaded', { reason }));
  }
}

function openFor(
  editor: EditorContext,
  id: string,
  open: (editor: EditorContext, anchor: HTMLElement, id: string) => void,
): void {
  const anchor = findCell(editor.root, { id, column: 'actions' });
  if (anchor) open(editor, anchor, id);
}

function addDescription(editor: EditorContext, id: string): void {
  const shown = editor.columns.some((column) => column.id === 'description');
  if (!shown) {
    editor.setLayout({
      order: editor.layout.order,
      shown: [...editor.layout.shown, 'description'],
    });
  }
  editor.focusMemory.ask({ id, column: 'description' });
  editor.focusMemory.last = { id, column: 'description' };
  editor.touch(id);
}

function toggleOptional(editor: EditorContext, ids: readonly string[], optional: boolean): void {
  const items = ids.flatMap((id) => {
    const row = editor.store.row(id);
    return row && isItem(row) && isOptional(row.input) !== optional ? [row] : [];
  });
  const commands = items.flatMap(({ id, input }) =>
    optionalChanges(input, optional).map(({ path, value }): Json => ({
      op: 'set',
      path: linePath(id, path),
      value,
    })),
  );
  const [first] = items;
  if (!first) return;
  const label = { field: 'row.optional', ...namedLine(editor.store, first.id) };
  const count = items.length;
  const key = count === 1 ? 'setOn' : 'setMany';
  editor.run({ op: 'batch', commands }, { key, ...label, count });
}

/** Asks for the place a line shall have. */
export function openMoveTo(editor: EditorContext, ids: readonly string[]): void {
  const { store, actions, overlays } = editor;
  const first = ids[0];
  if (first === undefined) return;
  let typed = String(store.placeOf(first));
  const move = (): void => {
    const position = Number.parseInt(normaliseTyping(typed).trim(), 10);
    if (Number.isNaN(position)) return;
    overlays.close(true);
    actions.moveToNumber(ids, position, 'actions');
  };
  overlays.openDialog({
    title: editor.t('row.moveTo'),
    keeps: () => true,
    size: 'small',
    body: () =>
      html`<label class="field"
        >${editor.t('row.position')} (1–${store.itemCount})<input
          type="text"
          inputmode="numeric"
          autofocus
          ${field({ shown: typed, take: (text) => (typed = text), during: 'key' })}
          @keydown=${(event: KeyboardEvent) => {
            if (event.key !== 'Enter') return;
            // Its click would fall on the button that has the focus once this is closed.
            event.preventDefault();
            move();
          }}
      /></label>`,
    footer: () =>
      html`<button type="button" @click=${() => overlays.close()}>
          ${editor.t('action.cancel')}
        </button>
        <button type="button" class="primary" @click=${move}>${editor.t('action.apply')}</button>`,
  });
}

/** Chooses whether the discount is a percentage, per unit, or off the whole line. */
export function openDiscountMode(editor: EditorContext, anchor: HTMLElement, id: string): void {
  const line = editor.store.row(id)?.input;
  if (!line) return;
  const current = discountMode(line);
  const labels = {
    percent: 'discount.percent',
    amount: 'discount.each',
    total: 'discount.whole',
  } as const;
  const choose = (mode: DiscountMode): void => {
    const discount = line['discount'];
    const inner = (discount ?? {}) as JsonObject;
    const value = typeof discount === 'object' ? fieldText(inner, current) : '';
    // An amount goes on being in the currency it is in (DO-2.4); a percentage has none.
    const { currency } = inner;
    const isKept = currency !== undefined && current !== 'percent' && mode !== 'percent';
    const next = { [mode]: value === '' ? '0' : value, ...(isKept ? { currency } : {}) };
    const changes = [{ path: 'discount', value: next }];
    const label = { key: 'setOn', field: 'discount', ...namedLine(editor.store, id) };
    editor.run(setCommand(id, changes), label);
    editor.focusMemory.ask({ id, column: 'discount' });
    editor.touch(id);
  };
  editor.overlays.openMenu(
    anchor,
    editor.t('discount.mode'),
    DISCOUNT_MODES.map((mode) => ({
      label: editor.t(labels[mode]),
      checked: mode === current,
      run: () => choose(mode),
    })),
  );
}
