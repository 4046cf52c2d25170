/** What a column of the table is: how it is shown, typed and explained. It computes nothing. */
import type { MessageKey, Translator } from '../i18n/translator.ts';
import type { Json, JsonObject, Row } from '../../../schema/contract.ts';

/** What a column may use to show and read text. */
export interface ColumnContext {
  readonly translator: Translator;
  /** Locale of numbers and dates, apart from the language. */
  readonly locale: string;
  readonly currency: string;
  /** Digits after the decimal separator of the currency. */
  readonly minorDigits: number;
  /** The document's date, from which `+30` counts. */
  readonly date: string;
  readonly taxRates: readonly JsonObject[];
  /** Evaluates a formula in the core's form, to at most `digits` decimals; null where it fails. */
  calculate(formula: string, digits: number): string | null;
}

/** A change to a line: the pointer below the line, and the value (null removes it). */
export interface FieldChange {
  readonly path: string;
  readonly value: Json;
}

/** What typed text means: changes to the line, or words for why it means nothing. */
export type Reading =
  | { readonly ok: true; readonly changes: readonly FieldChange[] }
  | {
      readonly ok: false;
      readonly message: string;
      /** The changes that keep the typed text in the document, as an error the core reports. */
      readonly kept: readonly FieldChange[];
      /** Text that would be understood, where one is likely. */
      readonly suggestion?: string;
    };

export type ColumnGroup = 'item' | 'price' | 'billing' | 'results' | 'custom';

/**
 * `text`, `number` and `date` are typed; `choice` is picked from a list; `taxes` and `billing` open
 * a popover; `amount` only shows.
 */
export type ColumnControl = 'text' | 'number' | 'date' | 'choice' | 'taxes' | 'billing' | 'amount';

export interface Column {
  readonly id: string;
  readonly label: MessageKey;
  /** The person's own words for a custom column. */
  readonly ownLabel?: string;
  readonly group: ColumnGroup;
  readonly control: ColumnControl;
  readonly align: 'start' | 'end';
  /** Kinds of document that show it unless somebody chose otherwise. */
  readonly shownFor: (kind: string) => boolean;
  /** True where the line holds something in this column that is not its default. */
  readonly hasData: (line: JsonObject) => boolean;
  /** The text of the cell while nobody types in it. */
  readonly show: (row: Row, context: ColumnContext) => string;
  /** Reads typed text; absent for columns that are not typed in. */
  readonly read?: (text: string, row: Row, context: ColumnContext) => Reading;
  /** True where something else gives the text of the cell: what is typed leads to that. */
  readonly isGiven?: (row: Row, context: ColumnContext) => boolean;
  /** Reads a cell of a pasted list, for columns that are chosen and not typed in. */
  readonly readPasted?: (text: string, row: Row, context: ColumnContext) => Reading;
  /** The state field, for issues and locks: the first segment of their path below the line. */
  readonly field?: string;
  /** Member of the priced line, for columns that only show an amount. */
  readonly member?: string;
  /** Values and labels of a `choice`. */
  readonly choices?: readonly { readonly value: string; readonly label: MessageKey }[];
  /** True where amounts are in the document's currency, so that the name says so. */
  readonly inCurrency?: boolean;
}

/** The text of a stored field: strings and numbers as they are, nothing for all else. */
export function fieldText(line: JsonObject, field: string): string {
  const value = line[field];
  return typeof value === 'string' ? value : typeof value === 'number' ? String(value) : '';
}

/** The name a column goes by. */
export function columnLabel(column: Column, translator: Translator): string {
  return column.ownLabel ?? translator.t(column.label);
}

export const always = (): boolean => true;
export const never = (): boolean => false;
