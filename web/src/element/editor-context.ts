/** What the parts of the editor (table, totals, dialogs) may use of the element. */
import type { Column, ColumnContext, FieldChange } from '../columns/column.ts';
import type { ColumnLayout } from '../columns/layout.ts';
import type { FoldedPlace } from '../columns/widths.ts';
import type { MessageKey, MessageParameters, Translator } from '../i18n/translator.ts';
import type { DocumentStore } from '../store/document-store.ts';
import type { Json, JsonObject } from '../../../schema/contract.ts';
import type { NumberEdit } from '../store/number-edit.ts';
import type { Overlays } from '../ui/overlays.ts';
import type { CellEditing } from './cell-editing.ts';
import type { FocusMemory } from './focus-memory.ts';
import type { CommandLabel } from './history-label.ts';
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
  /** The shown columns that stand below the name, where there is no room beside it, by their ids. */
  readonly folded: ReadonlyMap<string, FoldedPlace>;
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
  /** Whether the session may change this member of a line. */
  mayEdit(member: string): boolean;
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
