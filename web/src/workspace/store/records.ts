/** What the workspace stores besides documents. All amounts are decimal text. */
import type { CatalogueProduct } from '../../element/catalogue.ts';
import type { JsonObject } from '../../../../schema/contract.ts';

/** One entry of an index: what lists, filters and reports need of a document. */
export type DocumentRow = {
  readonly id: string;
  readonly kind: string;
  readonly status: string;
  /** The status as a person reads it, as the core says: also overdue, expired, partly applied. */
  readonly shown: string;
  /** The last day on which that holds; '' where the calendar does not end it. */
  readonly until: string;
  readonly number: string;
  readonly title: string;
  readonly customer: string;
  readonly contact: string;
  readonly email: string;
  readonly owner: string;
  readonly poNumber: string;
  readonly date: string;
  /** Due date, last day of an offer, or day of the next payment. */
  readonly dueDate: string;
  readonly currency: string;
  readonly lines: number;
  readonly total: string;
  readonly due: string;
  /** What was paid too much on an invoice; '' for nothing. */
  readonly surplus: string;
  /** The day a cancelled subscription ends on, also one to come; '' for others. */
  readonly endsOn: string;
  readonly mrr: string;
  readonly arr: string;
  readonly origin: string;
  /** The payment of a subscription that it asks for, by its due date; '' for other documents. */
  readonly originDue: string;
  /** Of a credit memo: the invoices that it corrects. */
  readonly corrects: readonly { readonly id: string; readonly number: string }[];
  readonly updatedAt: string;
  /** The day the status was asked for: a subscription's moves with the calendar. */
  readonly asOf: string;
  readonly taxes: readonly RowTax[];
  readonly fees: readonly RowFee[];
};

export type RowTax = {
  readonly name: string;
  readonly percent: string;
  readonly base: string | null;
  readonly amount: string;
};

export type RowFee = {
  readonly date: string;
  readonly amount: string;
  readonly method: string;
};

/** A value that another tab's took the place of. */
export type OverwrittenValue = {
  /** Under which number that was stored. */
  readonly rev: number;
  readonly path: string;
  /** As JSON text. */
  readonly lost: string;
};

/** A document as stored: the core's text, its undo history, and how often it was stored. */
export type DocumentRecord = {
  readonly id: string;
  readonly state: string;
  /** As JSON text; an earlier version kept it as an object. */
  readonly history: string | JsonObject | null;
  readonly rev: number;
  /** What tabs that stored it overwrote of what another tab had stored, the newest last. */
  readonly overwritten?: readonly OverwrittenValue[];
  /** Made and not worked on yet: whoever leaves it at once wanted no document. */
  readonly untouched?: boolean;
  /** What may be edited in it, where that differs from the settings. */
  readonly capabilities?: Readonly<Record<string, boolean>>;
};

export type Product = CatalogueProduct & {
  readonly archived?: boolean;
  /** Made up, to try the workspace out with. */
  readonly sample?: boolean;
};

export type LibraryTaxRate = {
  readonly id: string;
  readonly name: string;
  readonly percent: string;
  readonly included?: boolean;
  readonly archived?: boolean;
  /** Made up, to try the workspace out with. */
  readonly sample?: boolean;
};

export type Contact = {
  readonly id: string;
  readonly name: string;
  readonly email: string;
  readonly companyId: string;
  readonly archived?: boolean;
};

export type Address = {
  readonly lines: readonly string[];
  readonly postalCode: string;
  readonly city: string;
  readonly region: string;
  readonly country: string;
};

export type Company = {
  readonly id: string;
  readonly name: string;
  readonly taxId: string;
  readonly address: Address;
  readonly archived?: boolean;
};

export type Snippet = {
  readonly id: string;
  readonly name: string;
  readonly text: string;
};

export type Settings = {
  readonly issuer: {
    readonly name: string;
    readonly address: Address;
    readonly taxId: string;
    readonly bank: string;
    readonly logo: string;
    /** The colour of its paper, `#rrggbb`; '' for ours. */
    readonly accent: string;
    /** `band` or `plain`; '' for lines. */
    readonly template: string;
  };
  readonly owner: string;
  readonly email: string;
  /** Where payment pages of the host are, for the preview of a document's link. */
  readonly domain: string;
  readonly currency: string;
  readonly language: string;
  readonly locale: string;
  /** Whether somebody chose the locale; else it follows the language. */
  readonly localeChosen?: boolean;
  readonly termsDays: number;
  readonly comments: string;
  /** The rules that new documents are computed by, as their `policy`. */
  readonly policy?: JsonObject;
  readonly prefixes: Readonly<Record<string, string>>;
  readonly firstNumbers: Readonly<Record<string, string>>;
  readonly collect: {
    readonly online: boolean;
    readonly methods: readonly string[];
    readonly billingAddress: boolean;
    readonly shippingAddress: boolean;
  };
  readonly snippets: readonly Snippet[];
  /** What the editor lets people of this workspace do; missing means yes. */
  readonly capabilities: Readonly<Record<string, boolean>>;
  /** The same for single kinds of documents, where it differs. */
  readonly kindCapabilities: Readonly<Record<string, Readonly<Record<string, boolean>>>>;
  readonly theme: string;
};

export const NO_ADDRESS: Address = {
  lines: [],
  postalCode: '',
  city: '',
  region: '',
  country: '',
};

export const FIRST_SETTINGS: Settings = {
  issuer: {
    name: '',
    address: NO_ADDRESS,
    taxId: '',
    bank: '',
    logo: '',
    accent: '',
    template: '',
  },
  owner: '',
  email: '',
  domain: '',
  currency: 'USD',
  language: 'en',
  locale: 'en-US',
  termsDays: 0,
  comments: '',
  prefixes: { invoice: 'INV', quote: 'Q', creditMemo: 'CM' },
  firstNumbers: { invoice: '1001', quote: '1001', creditMemo: '1001' },
  collect: { online: true, methods: ['card'], billingAddress: false, shippingAddress: false },
  snippets: [],
  capabilities: {},
  kindCapabilities: {},
  theme: '',
};

/** A new id: random, so that two devices never make the same one. */
export function newId(prefix: string): string {
  return `${prefix}_${crypto.randomUUID().replaceAll('-', '').slice(0, 16)}`;
}
