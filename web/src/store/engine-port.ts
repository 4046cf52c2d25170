/**
 * What the editor needs of the engine: one open document, commands in, answers out. The client of
 * the WebAssembly module satisfies it; amounts are always the core's exact decimal text.
 */
import type { EditField } from '../engine/edit-reply.ts';

export type Json = null | boolean | number | string | Json[] | { [member: string]: Json };
export type JsonObject = { [member: string]: Json };

/** A refusal: nothing changed. */
export interface Refusal {
  readonly error: { readonly code: string; readonly message: string; readonly path?: string };
}

/** A problem the document may be held with. `path` is a JSON Pointer into the state. */
export interface Issue {
  readonly severity: 'error' | 'warning' | 'notice';
  readonly code: string;
  readonly path: string;
  readonly lineId?: string;
  readonly message: string;
}

/** One line of the priced view. Amounts are decimal text, or null where there is none. */
export interface PricedLine {
  readonly id: string;
  readonly priced?: boolean;
  readonly list: string;
  readonly discount: string;
  readonly net: string;
  readonly orderDiscount: string;
  readonly taxes: readonly TaxAmount[];
  readonly tax: string;
  readonly taxIncluded: string;
  readonly total: string;
  readonly dueNow: boolean;
  readonly [member: string]: unknown;
}

export interface TaxAmount {
  readonly id: string;
  readonly base: string | null;
  readonly amount: string;
}

/** One row of the table: a line as stored, its amounts (null for sections and notes), its issues. */
export interface Row {
  readonly index: number;
  readonly id: string;
  readonly input: JsonObject;
  readonly priced: PricedLine | null;
  readonly issues: readonly Issue[];
}

export interface AdjustmentAmount {
  readonly id: string;
  readonly type: string;
  readonly amount: string | null;
}

/** `summary` of the priced view. */
export interface Summary {
  readonly subtotal: string | null;
  readonly lineDiscounts: string | null;
  readonly adjustments: readonly AdjustmentAmount[];
  readonly discounts: string | null;
  readonly fees: string | null;
  readonly taxes: string | null;
  readonly lineTaxes: readonly TaxAmount[];
  readonly lineTax: string | null;
  readonly lineTaxIncluded: string | null;
  readonly roundingDifference: string | null;
  readonly dueNow: string | null;
  readonly futureNet: string | null;
  readonly futureTax: string | null;
  readonly futurePayments: string | null;
  readonly total: string | null;
  readonly totalBlockedBy: readonly string[];
}

export interface RecurringEntry {
  readonly frequency: string;
  readonly net: string | null;
  readonly tax: string | null;
  readonly taxIncluded: string | null;
  readonly total: string | null;
  readonly payments: number | null;
  readonly remaining: number | null;
  readonly start: string | null;
  readonly next: string | null;
  readonly until: string | null;
  readonly lineIds: readonly string[];
}

/** One-time lines that are paid together on a later day. */
export interface DelayedEntry {
  readonly date: string;
  readonly net: string | null;
  readonly tax: string | null;
  readonly taxIncluded: string | null;
  readonly total: string | null;
  readonly lineIds: readonly string[];
}

export interface Metrics {
  readonly mrr: string | null;
  readonly arr: string | null;
  readonly acv: string | null;
  readonly tcv: string | null;
  readonly margin: Readonly<Record<'mrr' | 'arr' | 'acv' | 'tcv', string | null>>;
}

export interface ScheduleEntry {
  readonly date: string;
  readonly net: string | null;
  readonly fees: string | null;
  readonly tax: string | null;
  readonly taxIncluded: string | null;
  readonly roundingDifference: string | null;
  readonly total: string | null;
}

/** What the lines due now of one section add up to; `id` is null for those before the first one. */
export interface SectionSums {
  readonly id: string | null;
  readonly subtotal: string | null;
  readonly total: string | null;
}

/** What one tax rate comes to, as it is printed; `percent` is '' for fixed amounts. */
export interface TaxTotal {
  readonly id: string;
  readonly name: string;
  readonly percent: string;
  readonly base: string | null;
  readonly amount: string | null;
  /** The prices contain it: nothing is added for it. */
  readonly included: boolean;
}

/** The reply of the query `summary`. */
export interface Totals {
  readonly summary: Summary;
  readonly metrics: Metrics;
  readonly recurring: readonly RecurringEntry[];
  readonly delayed?: readonly DelayedEntry[];
  readonly sections: readonly { readonly id: string; readonly subtotal: string | null }[];
  readonly sums: readonly SectionSums[];
  readonly taxes: readonly TaxTotal[];
  /** What the taxes add to the prices. */
  readonly taxOnTop: string | null;
  /** How many lines have no cost. */
  readonly costMissing: number;
  readonly issueCount: {
    readonly error: number;
    readonly warning: number;
    readonly notice: number;
  };
  readonly balance?: Readonly<Record<string, string | null>>;
}

/** What one command moved. `all`: every line's amounts may have changed. */
export interface Change {
  readonly lines: readonly string[];
  readonly added: readonly string[];
  readonly removed: readonly string[];
  readonly order: boolean;
  readonly all: boolean;
  readonly document: readonly string[];
}

export interface Applied {
  readonly ok: true;
  readonly changed: Change;
  readonly summary?: Summary;
  readonly undo: number;
  readonly redo: number;
}

/** What a term of a calculation does to what stands before it. */
export type TermOp = 'add' | 'subtract' | 'multiply' | 'divide' | 'percent' | 'atMost' | 'atLeast';

/** One term; `path` leads to the amount of the view that it is. */
export interface ExplainTerm {
  readonly op: TermOp;
  readonly value: string;
  readonly name?: string;
  readonly id?: string;
  readonly path?: string;
  readonly payments?: number;
  readonly each?: string;
  readonly percent?: string;
}

export interface ExplainStep {
  readonly rule: string;
  readonly inputs: JsonObject;
  readonly exact: string | null;
  readonly rounded: string | number | null;
  readonly terms?: readonly ExplainTerm[];
  /** The amount of the view that this step is on the way to, where that is not the one asked about. */
  readonly towards?: string;
}

/** One step of the undo history; `at` is the host's time, where it gave one. */
export interface HistoryStep {
  readonly label: string;
  readonly at?: string;
}

/** One open document. Every method answers at once; a refusal is an object with `error`. */
export interface EnginePort {
  open(stateText: string): { ok: true } | Refusal;
  apply(command: JsonObject): Applied | Refusal;
  query(request: JsonObject): unknown;
  /** As `query`, with the answer in JSON text, where every number keeps its digits. */
  queryText?(request: object): string;
  /** The keystroke path (number-edit.ts); without it numbers are typed by `apply`. */
  edit?(
    line: number,
    field: EditField,
    value: string,
    step: { readonly label: string; readonly coalesce: string },
  ): string | Refusal;
  call(name: string, argument: JsonObject): unknown;
  /** As `call`, in JSON text, where every number keeps its digits. */
  callText?(name: string, argument: string): string;
  /** As `apply`, in JSON text, where every number keeps its digits. */
  applyText?(command: string): Applied | Refusal;
  save(): string;
  /** A session of its own with the same document, to try something in; `close` ends it. */
  trial?(): EnginePort & { close(): void };
}

/** A stateless function of the engine, text to text: every digit stays where the engine can. */
export function callText(engine: EnginePort, name: string, argument: string): string {
  return (
    engine.callText?.(name, argument) ??
    JSON.stringify(engine.call(name, JSON.parse(argument) as JsonObject))
  );
}

/** True for the reply of a request that changed or found nothing. */
export function isRefusal(reply: unknown): reply is Refusal {
  return typeof reply === 'object' && reply !== null && 'error' in reply;
}
