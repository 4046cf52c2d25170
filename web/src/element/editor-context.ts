/** What the parts of the editor (table, totals, dialogs) may use of the element. */
import { fieldText, type Column, type ColumnContext, type FieldChange } from '../columns/column.ts';
import type { ColumnLayout } from '../columns/layout.ts';
import type { MessageKey, MessageParameters, Translator } from '../i18n/translator.ts';
import { formatDecimal } from '../number/format.ts';
import type { DocumentStore } from '../store/document-store.ts';
import type { Json, JsonObject } from '../store/engine-port.ts';
import type { NumberEdit } from '../store/number-edit.ts';
import type { Overlays } from '../ui/overlays.ts';
import type { CellEditing } from './cell-editing.ts';
import type { FocusMemory } from './focus-memory.ts';
import type { LineActions } from './line-actions.ts';
import type { Notices } from './notices.ts';
import type { Capability } from '../store/capabilities.ts';
import type { CatalogueProduct, SaveProduct } from './catalogue.ts';
import type { RowWindow } from './row-window.ts';

export interface EditorContext {
  readonly store: DocumentStore;
  readonly overlays: Overlays;
  readonly translator: Translator;
  /** Locale of numbers and dates, apart from the language. */
  readonly numberLocale: string;
  readonly context: ColumnContext;
  /** Columns shown, in order, and all there are. */
  readonly columns: readonly Column[];
  readonly allColumns: readonly Column[];
  readonly layout: ColumnLayout;
  readonly editing: CellEditing;
  readonly focusMemory: FocusMemory;
  readonly actions: LineActions;
  readonly rows: RowWindow;
  readonly selection: ReadonlySet<string>;
  /** The line that the search in long tables has come to. */
  readonly foundId: string | null;
  setFound(id: string | null): void;
  /** The lines being moved, by pointer or by keys. */
  readonly carriedIds: ReadonlySet<string>;
  setCarried(ids: Iterable<string>): void;
  readonly catalogue: readonly CatalogueProduct[];
  /** What the host does with a line to be kept as a product; null where it keeps none. */
  readonly saveProduct: SaveProduct | null;
  /** The library has this product now, new or changed. */
  adoptProduct(product: CatalogueProduct): void;
  /** The id the row being typed at the end of the table will have. */
  readonly ghostId: string;
  readonly root: ShadowRoot;
  readonly updateComplete: Promise<boolean>;

  t(key: MessageKey, parameters?: MessageParameters): string;
  may(capability: Capability): boolean;
  /** Carries out a command; a refusal is announced. `label` says what it does, for the history. */
  run(command: JsonObject, label?: CommandLabel, coalesce?: string): boolean;
  /**
   * A number typed into a line that is there: `run` of the command that sets `change`, by the shorter
   * way. `drawn`: the amounts that it moved are on the page.
   */
  type(
    edit: NumberEdit,
    change: FieldChange,
    label: CommandLabel,
    coalesce: string,
  ): 'drawn' | 'done';
  /** As `run`, in JSON text: numbers that JavaScript would round keep their digits. */
  runText(command: string, label: CommandLabel): boolean;
  /** Tells the page that what was being typed counts now: the native `change`. */
  committed(): void;
  /** Says something to everybody: shown, and read by screen readers. */
  readonly notices: Notices;
  announce(text: string): void;
  /** An amount with its currency; a dash where there is none. */
  money(amount: string | null | undefined): string;
  setLayout(layout: ColumnLayout | null): void;
  setSelection(ids: Iterable<string>): void;
  requestUpdate(): void;
  /** The positions of the rows in view, with some to spare, when the table was last still. */
  rowsInView(): { readonly first: number; readonly last: number };
  /** The hidden columns in which some line holds data, as of a moment ago. */
  readonly hiddenWithData: number;
  /** How keys move in the table: by form controls, or by cells. */
  readonly navigation: 'form' | 'grid';
  /** Scrolls a line into view without moving focus. */
  reveal(id: string): void;
  /** Draws a row again although its data is the same. */
  touch(id: string): void;
}

/** What a history step did: a message key without its `label.` prefix, and its parameters. */
export interface CommandLabel {
  readonly key: string;
  readonly name?: string;
  readonly field?: string;
  readonly count?: number;
  /** The line that was being named: the history calls it by its name, not by what was typed first. */
  readonly line?: string;
}

/** The label as the history keeps it: language-free, so that it can be read in any language. */
export function writeLabel(label: CommandLabel): string {
  return JSON.stringify(label);
}

/** The name of a line that is there, or was removed and waits to be put back. */
function lineName(store: DocumentStore, id: string | undefined): string | undefined {
  if (id === undefined) return undefined;
  if (store.indexOf(id) < 0) return store.removed.find((line) => line.id === id)?.name;
  return fieldText(store.row(id)?.input ?? {}, 'name');
}

/** Names of commands: what the core calls a step whose command says nothing for people. */
const COMMANDS: ReadonlySet<string> = new Set([
  'add',
  'set',
  'currency',
  'remove',
  'clone',
  'move',
  'replace',
  'batch',
  'lifecycle',
  'payment',
  'removePayment',
  'refund',
  'credit',
  'cancel',
  'change',
]);

/** A history step in words. */
export function readLabel(
  text: string,
  editor: Pick<EditorContext, 'translator' | 'allColumns' | 'numberLocale' | 'store'>,
): string {
  let label: CommandLabel;
  try {
    label = JSON.parse(text) as CommandLabel;
  } catch {
    if (text === 'payment') return editor.translator.t('label.payment');
    return text === '' || COMMANDS.has(text) ? editor.translator.t('label.other') : text;
  }
  const column = editor.allColumns.find(({ id }) => id === label.field);
  const field = column ? (column.ownLabel ?? editor.translator.t(column.label)) : undefined;
  const called = lineName(editor.store, label.line) ?? label.name ?? '';
  const name =
    label.name !== undefined && called === '' ? editor.translator.t('column.line') : called;
  const { count = 1 } = label;
  const words = {
    name,
    field: field ?? editor.translator.lookup(label.field ?? '', label.field ?? ''),
    count: formatDecimal(String(count), editor.numberLocale),
  };
  const other = editor.translator.t('label.other');
  return editor.translator.lookup(`label.${label.key}`, other, words, count);
}

/** The pointer to a member of a line, the line named by id. */
export function linePath(id: string, path: string): string {
  return `/lines/${id.replaceAll('~', '~0').replaceAll('/', '~1')}/${path}`;
}

/** `set` commands for changes to one line: one command, or a batch. */
export function setCommand(
  id: string,
  changes: readonly { readonly path: string; readonly value: Json }[],
): JsonObject {
  const commands = changes.map(({ path, value }) => ({
    op: 'set',
    path: linePath(id, path),
    value,
  }));
  return commands.length === 1 && commands[0] ? commands[0] : { op: 'batch', commands };
}
