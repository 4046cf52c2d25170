/** The columns of the open document: those there are, those shown, and what somebody chose. */
import { COLUMNS } from '../columns/all.ts';
import { fieldText, type Column } from '../columns/column.ts';
import { customColumn } from '../columns/custom.ts';
import {
  completeLayout,
  defaultLayout,
  rememberedLayout,
  rememberLayout,
  type ColumnLayout,
} from '../columns/layout.ts';
import type { DocumentStore } from '../store/document-store.ts';
import type { JsonObject } from '../../../schema/contract.ts';

/** The columns the document itself defines, under `custom.columns`. */
function customColumns(store: DocumentStore): Column[] {
  const stored = store.at('custom', 'columns');
  if (!Array.isArray(stored)) return [];
  return stored.flatMap((each) => {
    const column = (each ?? {}) as JsonObject;
    const id = fieldText(column, 'id');
    return id === '' ? [] : [customColumn({ id, label: fieldText(column, 'label') || id })];
  });
}

export class ColumnChoice {
  #chosen: ColumnLayout | null = null;
  #set: { all: readonly Column[]; shown: readonly Column[] } | null = null;

  /** Every column and whether it is shown, in order. */
  layout(store: DocumentStore): ColumnLayout {
    const custom = customColumns(store);
    const chosen = this.#chosen ?? rememberedLayout(store.kind);
    return chosen ? completeLayout(chosen, store.kind, custom) : defaultLayout(store.kind, custom);
  }

  all(store: DocumentStore): readonly Column[] {
    return this.#columns(store).all;
  }

  shown(store: DocumentStore): readonly Column[] {
    return this.#columns(store).shown;
  }

  /** Chooses a layout for this kind of document, or goes back to its default (null). */
  choose(store: DocumentStore, layout: ColumnLayout | null): void {
    this.#chosen = layout;
    rememberLayout(store.kind, layout);
    this.refresh();
  }

  /** The document's own columns, or its kind, may have changed. */
  refresh(): void {
    this.#set = null;
  }

  /** Another document is open: what is remembered for its kind counts. */
  forget(): void {
    this.#chosen = null;
    this.refresh();
  }

  #columns(store: DocumentStore): { all: readonly Column[]; shown: readonly Column[] } {
    if (!this.#set) {
      const all = [...COLUMNS, ...customColumns(store)];
      const { shown } = this.layout(store);
      this.#set = { all, shown: shown.flatMap((id) => all.filter((each) => each.id === id)) };
    }
    return this.#set;
  }
}
