/**
 * What the engine answers, as docs/architecture.md lists it. Amounts are exact decimal texts;
 * `null` stands where an amount has no value.
 */

export type Json = null | boolean | number | string | Json[] | { [member: string]: Json };
export type JsonObject = { [member: string]: Json };

export type Amount = string | null;

/** A refusal: nothing changed. `line` and `column` are 0 where there is no text. */
export interface Refusal {
  readonly error: {
    readonly code: string;
    readonly message: string;
    readonly path: string;
    readonly line: number;
    readonly column: number;
    /** The sentence of `message` by its id, and what is filled into it (schema/error.schema.json). */
    readonly reasonId?: string;
    readonly values?: Readonly<Record<string, string | readonly string[]>>;
    /** What else is in the way. */
    readonly also?: readonly Omit<Refusal['error'], 'line' | 'column'>[];
  };
}

/** True for the reply of a request that changed or found nothing. */
export function isRefusal(reply: unknown): reply is Refusal {
  return typeof reply === 'object' && reply !== null && 'error' in reply;
}

/** A problem the document may be held with. `path` is a JSON Pointer into the state. */
export interface Issue {
  readonly severity: 'error' | 'warning' | 'notice';
  readonly code: string;
  readonly path: string;
  readonly lineId?: string;
  readonly message: string;
}

export interface TaxAmount {
  readonly id: string;
  readonly base: Amount;
  readonly amount: Amount;
}

/** A regular payment after the first. */
export interface LaterPayment {
  readonly net: Amount;
  readonly tax: Amount;
  readonly taxIncluded: Amount;
  readonly total: Amount;
}

/** One line of the priced view. */
export interface PricedLine {
  readonly id: string;
  readonly priced?: false;
  readonly selected?: false;
  readonly list: Amount;
  readonly discount: Amount;
  readonly charges?: Amount;
  readonly net: Amount;
  readonly orderDiscount: Amount;
  readonly taxes: readonly TaxAmount[];
  readonly tax: Amount;
  readonly taxIncluded: Amount;
  readonly total: Amount;
  readonly dueNow: boolean;
  readonly firstPayment: string | null;
  readonly payments: number | null;
  readonly endDate: string | null;
  readonly later: LaterPayment | null;
  /** Of a ramp: what one payment of each phase comes to. */
  readonly phases?: readonly PhaseAmounts[];
  readonly effectiveUnitPrice: Amount;
  readonly cost: Amount;
  readonly margin: Amount;
  readonly marginPercent: Amount;
  readonly mrr: Amount;
  readonly arr: Amount;
  readonly tcv: Amount;
  readonly acv: Amount;
  readonly [member: string]: unknown;
}

/** One payment of a phase of a ramp. */
export interface PhaseAmounts {
  readonly from: string | null;
  /** null: it goes on until it is cancelled. */
  readonly payments: number | null;
  readonly list: Amount;
  readonly discount: Amount;
  readonly net: Amount;
  readonly tax: Amount;
  readonly taxIncluded: Amount;
  readonly total: Amount;
}

export interface AdjustmentAmount {
  readonly id: string;
  readonly type: 'discount' | 'fee' | 'tax';
  readonly amount: Amount;
  readonly taxes?: readonly TaxAmount[];
  readonly tax?: Amount;
  readonly taxIncluded?: Amount;
}

export interface Summary {
  readonly subtotal: Amount;
  readonly lineDiscounts: Amount;
  readonly adjustments: readonly AdjustmentAmount[];
  readonly discounts: Amount;
  readonly fees: Amount;
  readonly taxes: Amount;
  readonly lineTaxes: readonly TaxAmount[];
  readonly lineTax: Amount;
  readonly lineTaxIncluded: Amount;
  readonly roundingDifference: Amount;
  readonly dueNow: Amount;
  readonly dueNowMinor: number | null;
  readonly futureNet: Amount;
  readonly futureTax: Amount;
  readonly futurePayments: Amount;
  readonly total: Amount;
  readonly totalBlockedBy: readonly string[];
}

export interface RecurringEntry {
  readonly frequency: string;
  readonly net: Amount;
  readonly tax: Amount;
  readonly taxIncluded: Amount;
  readonly total: Amount;
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
  readonly net: Amount;
  readonly tax: Amount;
  readonly taxIncluded: Amount;
  readonly total: Amount;
  readonly lineIds: readonly string[];
}

export interface ScheduleLine {
  readonly id: string;
  readonly net: Amount;
  readonly tax: Amount;
  readonly taxIncluded: Amount;
  readonly total: Amount;
}

export interface ScheduleEntry {
  readonly date: string;
  readonly net: Amount;
  readonly fees: Amount;
  readonly tax: Amount;
  readonly taxIncluded: Amount;
  readonly roundingDifference: Amount;
  readonly total: Amount;
  readonly lines?: readonly ScheduleLine[];
}

export interface FourMetrics {
  readonly mrr: Amount;
  readonly arr: Amount;
  readonly acv: Amount;
  readonly tcv: Amount;
}

export interface Metrics extends FourMetrics {
  readonly margin: FourMetrics;
}

export interface Subscription {
  readonly frequency: string;
  readonly payments: number | null;
  readonly start: string;
  readonly lineIds: readonly string[];
  readonly [member: string]: unknown;
}

export interface Section {
  readonly id: string;
  readonly subtotal: Amount;
}

export interface Balance {
  readonly total: Amount;
  readonly paid: Amount;
  readonly refunded: Amount;
  readonly credited: Amount;
  readonly due: Amount;
  readonly [member: string]: Amount;
}

/** What `price` and the query `view` answer. */
export interface PricedView {
  readonly currency: string;
  readonly rules: number;
  readonly lines: readonly PricedLine[];
  readonly summary: Summary;
  readonly recurring: readonly RecurringEntry[];
  readonly delayed?: readonly DelayedEntry[];
  /** null: more dates than are listed. */
  readonly schedule: readonly ScheduleEntry[] | null;
  readonly sections: readonly Section[];
  readonly metrics: Metrics;
  readonly subscriptions: readonly Subscription[];
  readonly balance?: Balance;
  readonly issues: readonly Issue[];
  readonly digest?: string;
}

export interface Opened {
  readonly ok: true;
  readonly kind: string;
  readonly currency: string;
  readonly lines: number;
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
  readonly summary: Summary;
  readonly undo: number;
  readonly redo: number;
}

/** One row of the table: a line as stored, its amounts (null for sections and notes), its issues. */
export interface Row {
  readonly index: number;
  readonly id: string;
  readonly input: JsonObject;
  readonly priced: PricedLine | null;
  readonly issues: readonly Issue[];
}

export interface ExplainStep {
  readonly rule: string;
  readonly inputs: Json;
  readonly exact: Amount;
  readonly rounded: Amount;
}

export interface LifecycleStep {
  readonly step: string;
  readonly allowed: boolean;
  readonly reason?: string;
}

/** What each query asks and answers, by the word after `get`. */
export interface Queries {
  view: { ask: { digest?: boolean }; answer: PricedView };
  rows: {
    ask: { from: number; count: number } | { ids: readonly string[] };
    answer: { count: number; rows: readonly Row[] };
  };
  summary: {
    ask: {};
    answer: {
      summary: Summary;
      metrics: Metrics;
      recurring: readonly RecurringEntry[];
      delayed?: readonly DelayedEntry[];
      sections: readonly Section[];
      issueCount: Readonly<Record<Issue['severity'], number>>;
      balance?: Balance;
    };
  };
  issues: { ask: {}; answer: { issues: readonly Issue[] } };
  schedule: { ask: { lines?: boolean }; answer: { schedule: readonly ScheduleEntry[] | null } };
  metrics: {
    ask: {};
    answer: {
      metrics: Metrics;
      lines: readonly (FourMetrics & { id: string; margin: FourMetrics })[];
    };
  };
  subscriptions: { ask: { on: string }; answer: { subscriptions: readonly Subscription[] } };
  explain: {
    ask: { path: string };
    answer: { path: string; value: Amount; steps: readonly ExplainStep[] };
  };
  document: { ask: {}; answer: JsonObject };
  find: { ask: { text: string }; answer: { indexes: readonly number[] } };
  ids: { ask: {}; answer: { ids: readonly string[] } };
  history: {
    ask: {};
    answer: { steps: readonly { label: string; at?: string }[]; position: number };
  };
  historyState: { ask: {}; answer: JsonObject };
  digest: { ask: {}; answer: { digest: string } };
  lifecycle: { ask: {}; answer: { status: string; steps: readonly LifecycleStep[] } };
  may: { ask: {}; answer: JsonObject };
}

/** A request for `Session.query`. */
export type Query<Name extends keyof Queries = keyof Queries> = {
  [Key in Name]: { get: Key } & Queries[Key]['ask'];
}[Name];
