// Made by scripts/contract.mjs of the schemas beside it. Do not edit.

/** Any JSON value. */
export type Json = null | boolean | number | string | Json[] | JsonObject;
export type JsonObject = { [member: string]: Json };

/**
 * Crossfoot state. A document as it is stored, exported and synced: inputs only, no computed
 * amount. Members this schema does not name are welcome at every level and are kept as they are.
 * `null` means absent. A number that is typed wrongly or lies outside its limits, or a word the
 * core does not know, is kept and becomes an issue in the priced view; that is why the schema does
 * not refuse it. A wrong JSON type, an unknown version, kind or currency, and a missing or
 * impossible date are refused. Parties, terms and addresses are described for the programs that
 * show them; the core carries them along.
 */
export type State = {
  /** The shape of this document. Anything but 1 is refused (`unknown-version`). */
  version: 1;
  /**
   * The revision of the pricing rules the document was made under: 1. Another one is the error
   * `unknown-value`. Default: the newest.
   */
  rules?: Count | null;
  /** The document's own id, chosen by the client. */
  id?: string | null;
  kind?: DocumentKind | null;
  /**
   * ISO 4217 code in capitals. It decides the number of minor digits of every amount. Codes that
   * are not active, or have no minor unit (gold, test codes), are refused (`unknown-currency`).
   */
  currency: string;
  /**
   * The document's date, the day of checkout: what starts later is a future payment. Missing or
   * impossible is refused (`document-date`).
   */
  date: string;
  /** Language of the labels, BCP 47. */
  language?: string | null;
  /**
   * How numbers and dates are written for people, BCP 47. Default `en-US`. Never touches an amount.
   */
  locale?: string | null;
  rev?: Revision | null;
  claim?: Claim | null;
  policy?: Policy | null;
  /**
   * The document's copy of the tax library. Ids are unique in the list; a missing id becomes
   * `tr_1`, `tr_2`, …
   */
  taxRates?: TaxRate[] | null;
  /**
   * At most 100 000, in the order they are shown. Ids are unique in the list; a missing id becomes
   * `li_1`, `li_2`, …
   */
  lines?: Line[] | null;
  /**
   * Discounts, fees and taxes of the whole order, applied to what is due now only. Discounts work
   * in the order listed. Ids are unique in the list; a missing id becomes `adj_1`, `adj_2`, …
   */
  adjustments?: Adjustment[] | null;
  settings?: Settings | null;
  /** Anything the host wants to keep with the document; never read by the core. */
  custom?: Json;
  /**
   * Where the document stands in the lifecycle of its kind. Deal: open, won, lost. Quote: draft,
   * published, accepted, expired, archived. Invoice: draft, open, partlyPaid, paid, voided. Credit
   * memo: draft, open, applied, voided. Payment link: draft, active, inactive. A subscription's
   * status is derived from its records.
   */
  status?: string | null;
  /** Given when the document is finalised, never twice. */
  number?: string | null;
  /**
   * `sha256:` and 64 lower-case hexadecimal digits: the digest of the priced view, without its
   * `balance`, at the moment the document was finalised. When the core computes another one, that
   * is the error `digest-mismatch`.
   */
  digest?: string | null;
  /** The total the document was finalised with. */
  total?: Decimal | null;
  issuer?: Issuer | null;
  contacts?: Contact[] | null;
  company?: Company | null;
  billingAddress?: Address | null;
  shippingAddress?: Address | null;
  /** Who is responsible for the document on the seller's side. */
  owner?: string | null;
  /** The buyer's purchase order. */
  poNumber?: string | null;
  /**
   * A day of the Gregorian calendar as YYYY-MM-DD, up to 9999-12-31. Another text is kept and
   * reported as `date-invalid`.
   */
  deliveryDate?: string | null;
  /** The last day on which a quote can be accepted. */
  expiresOn?: string | null;
  terms?: Terms | null;
  /**
   * A day of the Gregorian calendar as YYYY-MM-DD, up to 9999-12-31. Another text is kept and
   * reported as `date-invalid`.
   */
  dueDate?: string | null;
  /** Text for the buyer. */
  comments?: string | null;
  collect?: Collect | null;
  link?: Link | null;
  origin?: Origin | null;
  /** The program that made the document. */
  source?: string | null;
  payments?: Payment[] | null;
  refunds?: Refund[] | null;
  credits?: Credit[] | null;
  events?: LifecycleEvent[] | null;
  dealAmount?: DealAmount | null;
  billingRecords?: BillingRecord[] | null;
  /**
   * The day a subscription ends on by its cancellation, which may be still to come. Nothing falls
   * due from that day on.
   */
  canceledOn?: string | null;
};

/**
 * Decimal. A decimal as text or as a JSON number, in the grammar of JSON numbers: `-12.50`, `4`,
 * `1e-6`; not `+1`, `.5`, `01`, `1,5`, the empty text or surrounding blanks. At most 100
 * characters, exponent between -40 and 40. A JSON number is read from its text, never through a
 * binary float; trailing zeros do not count as digits. Text that is not such a decimal is kept and
 * reported as `invalid-number`, too many digits as `too-many-digits`, a value outside the limits as
 * `out-of-range`.
 */
export type Decimal = string | number;

/** Whole number. A whole number as a JSON number or as text; otherwise as a decimal. */
export type Count = string | number;

/**
 * Kind of document. Decides whether lines may recur, whether order-level adjustments are allowed
 * and which lifecycle applies. Default `quote`. Others are refused (`unknown-kind`).
 */
export type DocumentKind =
  'deal' | 'quote' | 'invoice' | 'creditMemo' | 'paymentLink' | 'subscription';

/**
 * Frequency. How often a line is paid. Default `one_time`. Another text counts the line 0
 * (`unknown-value`).
 */
export type StateFrequency =
  | 'one_time'
  | 'weekly'
  | 'biweekly'
  | 'monthly'
  | 'quarterly'
  | 'per_six_months'
  | 'annually'
  | 'per_two_years'
  | 'per_three_years'
  | 'per_four_years'
  | 'per_five_years'
  | (string & {});

/**
 * Pricing policy. How this document is computed where traders differ. A single key overrides the
 * profile. An unknown value of a key is an issue and the key takes its default.
 */
export type Policy = {
  /** `standard`, or `hubspot`: `taxRateDecimals` 2 and `metricFactors` `hubspot`. */
  profile?: string | null;
  /**
   * `discount`: the discount is rounded and the net is what remains. `net`: the discounted price is
   * rounded and the discount is the difference.
   */
  discountRounding?: string | null;
  /**
   * `line`: each tax of each line is rounded. `document`: each rate is rounded once over all lines
   * due now and shared out to the lines.
   */
  taxRounding?: string | null;
  /** Whether a line is taxed after its share of the order discounts or before. */
  taxBase?: string | null;
  /**
   * 2: percent taxes are first cut to two decimals; the third decimal rounds down up to 5 and up
   * from 6. Absent: every digit counts.
   */
  taxRateDecimals?: Count | null;
  /**
   * Whether a rate that does not say so itself is contained in the price. Does not reach compound,
   * negative and per-unit rates.
   */
  pricesIncludeTax?: boolean | null;
  /**
   * `additive`: percent order discounts are taken of the subtotal. `sequential`: of what is left of
   * it.
   */
  discountStacking?: string | null;
  /**
   * `oneTimeFirst`: order discounts reduce the one-time lines before the first payments of
   * recurring ones. `proportional`: all lines due now together.
   */
  discountAllocation?: string | null;
  /** `exact`, or `hubspot`: 4.33 weeks and 2.16 fortnights a month in MRR. */
  metricFactors?: string | null;
  /** The amount due now is rounded to a multiple of this; a positive multiple of the minor unit. */
  cashRounding?: Decimal | null;
  /** Whether a price may be negative (credit lines). */
  allowNegativePrices?: boolean | null;
  /** Lines below it get the warning `margin-below-minimum`. */
  minimumMarginPercent?: Decimal | null;
};

/** Tax rate. Exactly one of `percent` and `amountPerUnit`. */
export type TaxRate = {
  /** Data, never markup. */
  id?: string | null;
  /** Data, never markup. */
  name?: string | null;
  /** -100 to 1000, every digit kept. Negative is a withholding tax. */
  percent?: Decimal | null;
  /** A fixed amount for each unit, always on top of the price and not reduced by discounts. */
  amountPerUnit?: Decimal | null;
  /** Whether the price contains the tax. Wins over the policy `pricesIncludeTax`. */
  inclusive?: boolean | null;
  /** Also taxes the taxes of the rates listed before it on the line. */
  compound?: boolean | null;
  /** false: not offered for new lines; computes where it is used. */
  active?: boolean | null;
  /** Why a rate of 0 applies, for the printed document. */
  exemptReason?: string | null;
  /**
   * The currency of the amount beside it, where that was kept as a number when the document took on
   * another one; while it differs from the document's, the issue `price-currency-unknown`. Setting
   * the amount anew removes it.
   */
  currency?: string | null;
  /** On a credit over part of an invoice: the rate that the amount is a share of. */
  origin?: {
    /** Data, never markup. */
    rateId?: string | null;
    /**
     * At most 6 fractional digits; 8.875 means 8.875 %. Discounts 0 to 100, fees and charges 0 to
     * 1000, taxes -100 to 1000.
     */
    percent?: Decimal | null;
    /**
     * At most 6 fractional digits, rounded to the currency where it enters a total. Discounts,
     * charges and fees are not negative.
     */
    base?: Decimal | null;
  } | null;
  /** Anything the host wants to keep with the rate. */
  custom?: JsonObject | null;
};

/** Line. */
export type Line = {
  /** Data, never markup. */
  id?: string | null;
  /** `item`, or `section` and `note`, which have a name only and are skipped by pricing. */
  type?: string | null;
  /** Required on an item: without it the line prices, with the error `required`. */
  name?: string | null;
  /** Data, never markup. */
  sku?: string | null;
  /** The library product this line was copied from. */
  productId?: string | null;
  /** Data, never markup. */
  description?: string | null;
  /** Price of one unit under flat pricing; ignored with a warning under another model. */
  unitPrice?: Decimal | null;
  /** At most 6 fractional digits, from 0 to below 10^9. */
  quantity?: Decimal | null;
  /** What one unit costs the seller; absent counts 0 in margins. */
  cost?: Decimal | null;
  /** Data, never markup. */
  unit?: string | null;
  /** One discount; not together with `discounts`. */
  discount?: LineDiscount | null;
  /** Several discounts, each rounded alone, percents each of the list price, added up. */
  discounts?: (LineDiscount | null)[] | null;
  /** Surcharges of the line, computed like discounts and added. */
  charges?: (LineDiscount | null)[] | null;
  /** Up to 8 ids of `taxRates`, none twice. */
  taxRateIds?: string[] | null;
  billing?: Billing | null;
  pricing?: Pricing | null;
  /**
   * The currency of a price that was kept as a number when the document took on another one; while
   * it differs from the document's, the issue `price-currency-unknown`. Setting the price anew
   * removes it.
   */
  priceCurrency?: string | null;
  /**
   * The currency of the cost, where that was kept as a number when the document took on another
   * one; while it differs from the document's, the issue `price-currency-unknown`. Setting the
   * amount anew removes it.
   */
  costCurrency?: string | null;
  /** The day the service was rendered. */
  serviceDate?: string | null;
  /** The days over which the service was rendered. */
  servicePeriod?: Period | null;
  /** Whether the buyer may leave the line out. */
  optional?: boolean | null;
  /**
   * Whether an optional line is taken; on another line it means nothing. A line not taken is priced
   * but counts in no sum.
   */
  selected?: boolean | null;
  quantityRange?: QuantityRange | null;
  /** Source texts of fields that were typed as a formula, by field name; kept for editing again. */
  formulas?: {
    [member: string]: string | null;
  } | null;
  origin?: Origin | null;
  /** Data, never markup. */
  url?: string | null;
  /** Data, never markup. */
  imageUrl?: string | null;
  /** Data, never markup. */
  productType?: string | null;
  /** Anything the host wants to keep with the line. */
  custom?: JsonObject | null;
};

/** Line discount or charge. Exactly one of the three, otherwise the error `one-of`. */
export type LineDiscount = {
  /** Of the line's rounded list price. */
  percent?: Decimal | null;
  /** For each unit. */
  amount?: Decimal | null;
  /** For the whole line. */
  total?: Decimal | null;
  /**
   * The currency of the amount beside it, where that was kept as a number when the document took on
   * another one; while it differs from the document's, the issue `price-currency-unknown`. Setting
   * the amount anew removes it.
   */
  currency?: string | null;
};

/**
 * Billing. When a line is paid. At most one of `payments`, `term` and `phases`; none of them: it
 * renews until cancelled. Ignored on invoices and credit memos, where all is due now.
 */
export type Billing = {
  frequency?: StateFrequency | null;
  start?: BillingStart | null;
  /** How many payments, 1 to 5200. */
  payments?: Count | null;
  /**
   * ISO 8601 duration that holds a whole number of periods: weeks for weekly and biweekly, years
   * and months for the others; else `term-not-whole`.
   */
  term?: string | null;
  /** A ramp: stretches of payments with their own price, quantity or discount. */
  phases?: Phase[] | null;
};

/** Start of billing. At most one member; absent: at checkout. */
export type BillingStart = {
  /** A day; one in the past counts as the document's date, with the warning `start-in-past`. */
  date?: string | null;
  /** 0 to 36 500 days after the document's date. */
  delayDays?: Count | null;
  /** 0 to 1 200 months after the document's date. */
  delayMonths?: Count | null;
};

/** Phase of a ramp. What is missing comes from the line. */
export type Phase = {
  /** How many payments; the last phase may omit it and renews. */
  payments?: Count | null;
  /**
   * At most 12 fractional and 18 significant digits, magnitude below 10^12. Negative only under the
   * policy `allowNegativePrices`.
   */
  unitPrice?: Decimal | null;
  /** At most 6 fractional digits, from 0 to below 10^9. */
  quantity?: Decimal | null;
  discount?: LineDiscount | null;
  /**
   * The currency of the unit price beside it, where that was kept as a number when the document
   * took on another one; while it differs from the document's, the issue `price-currency-unknown`.
   * Setting the amount anew removes it.
   */
  priceCurrency?: string | null;
};

/** Pricing model. Absent: flat, unit price × quantity. A quantity of 0 costs 0 in every model. */
export type Pricing = {
  /**
   * `package`: whole packages of `size` beyond `freeUnits`. `volume`: the tier reached prices all
   * units, plus its flat fee. `graduated`: each tier prices the units in it, plus the flat fee of
   * every tier entered. `stairstep`: the flat fee of the tier reached.
   */
  model?: string | null;
  /** Units in a package, above 0. */
  size?: Decimal | null;
  /** Price of one package. */
  price?: Decimal | null;
  /** Units that cost nothing. */
  freeUnits?: Decimal | null;
  tiers?: Tier[] | null;
};

/** Tier. Covers what lies above the previous `upTo`, up to and including its own. */
export type Tier = {
  /** Above 0, rising from tier to tier; null in the last. */
  upTo?: Decimal | null;
  /**
   * At most 12 fractional and 18 significant digits, magnitude below 10^12. Negative only under the
   * policy `allowNegativePrices`.
   */
  unitPrice?: Decimal | null;
  /**
   * At most 12 fractional and 18 significant digits, magnitude below 10^12. Negative only under the
   * policy `allowNegativePrices`.
   */
  flatFee?: Decimal | null;
};

/** Quantity a buyer may choose. */
export type QuantityRange = {
  /** At most 6 fractional digits, from 0 to below 10^9. */
  min?: Decimal | null;
  /** At most 6 fractional digits, from 0 to below 10^9. */
  max?: Decimal | null;
  /** At most 6 fractional digits, from 0 to below 10^9. */
  step?: Decimal | null;
};

/** Stretch of days. */
export type Period = {
  /**
   * A day of the Gregorian calendar as YYYY-MM-DD, up to 9999-12-31. Another text is kept and
   * reported as `date-invalid`.
   */
  start?: string | null;
  /**
   * A day of the Gregorian calendar as YYYY-MM-DD, up to 9999-12-31. Another text is kept and
   * reported as `date-invalid`.
   */
  end?: string | null;
};

/** One-time adjustment. Exactly one of `percent` and `amount`. */
export type Adjustment = {
  /** Data, never markup. */
  id?: string | null;
  /** `discount`, `fee` or `tax`. */
  type?: string | null;
  /** Data, never markup. */
  name?: string | null;
  /**
   * Discount: of the subtotal (or of what is left of it). Fee: of the subtotal less the discounts.
   * Tax: of that plus the taxable fees.
   */
  percent?: Decimal | null;
  /** Of any sign for a tax. */
  amount?: Decimal | null;
  /** Whether a fee enters the base of the one-time taxes; not together with `taxRateIds`. */
  taxable?: boolean | null;
  /**
   * Fee: taxed like a line of this amount. Discount: first shared over the lines with exactly these
   * rates.
   */
  taxRateIds?: string[] | null;
  /** The code with which a buyer claims a discount. */
  code?: string | null;
  /**
   * The currency of the amount beside it, where that was kept as a number when the document took on
   * another one; while it differs from the document's, the issue `price-currency-unknown`. Setting
   * the amount anew removes it.
   */
  currency?: string | null;
  origin?: Origin | null;
  /** Anything the host wants to keep with the adjustment. */
  custom?: JsonObject | null;
};

/** Settings. */
export type Settings = {
  /** How far the schedule follows lines that renew, 0 to 1 200 months. */
  horizonMonths?: Count | null;
  /**
   * Whether a tax provider of the host sets the rates of the lines. It tells them apart by name, so
   * two lines of one name are the issue `duplicate-name` each.
   */
  automaticTax?: boolean | null;
};

/** Revision. Identifies what was written last, by whom, on top of what; made by the sync client. */
export type Revision = {
  /** Counts the writes. */
  n?: Count | null;
  /** Random id of this write. */
  write?: string | null;
  /** The write it was based on. */
  parent?: string | null;
  /** Data, never markup. */
  by?: string | null;
  /** The writes before the parent, newest first, at most 20. */
  past?: string[] | null;
};

/**
 * Claim. What the sender believes the document costs, to be checked by a server; taken out before
 * pricing.
 */
export type Claim = {
  rules?: Count | null;
  /** Data, never markup. */
  digest?: string | null;
  dueNow?: Decimal | null;
  total?: Decimal | null;
  /** true: a document with errors may be verified too; what is in error counts 0. */
  allowErrors?: boolean | null;
};

/** Postal address. */
export type Address = {
  lines?: string[] | null;
  /** Data, never markup. */
  postalCode?: string | null;
  /** Data, never markup. */
  city?: string | null;
  /** Data, never markup. */
  region?: string | null;
  /** ISO 3166-1, two letters. */
  country?: string | null;
};

/** Issuer. The seller as printed. */
export type Issuer = {
  /** Data, never markup. */
  name?: string | null;
  address?: Address | null;
  /** Where a buyer's answer goes. */
  email?: string | null;
  /** Data, never markup. */
  taxId?: string | null;
  /** Data, never markup. */
  bank?: string | null;
  /** Data, never markup. */
  logo?: string | null;
  /** The colour of the seller's paper, `#rrggbb`; darkened where it could not be read on white. */
  accent?: string | null;
  /** How the seller's paper is laid out: `band` or `plain`; anything else with lines. */
  template?: string | null;
};

/** Contact. */
export type Contact = {
  /** Data, never markup. */
  id?: string | null;
  /** Data, never markup. */
  name?: string | null;
  /** Data, never markup. */
  email?: string | null;
  /** Data, never markup. */
  role?: string | null;
};

/** Buyer's company. */
export type Company = {
  /** Data, never markup. */
  id?: string | null;
  /** Data, never markup. */
  name?: string | null;
  /** Data, never markup. */
  taxId?: string | null;
};

/**
 * Payment terms. Due on receipt by default; `net` with a number of days; or a custom date in
 * `dueDate`.
 */
export type Terms = {
  /** Data, never markup. */
  type?: string | null;
  days?: Count | null;
};

/** What the payment page asks for. */
export type Collect = {
  online?: boolean | null;
  methods?: string[] | null;
  billingAddress?: boolean | null;
  shippingAddress?: boolean | null;
  countries?: string[] | null;
};

/** Address of the buyer's page. */
export type Link = {
  /** Data, never markup. */
  domain?: string | null;
  /** Data, never markup. */
  slug?: string | null;
  /** Where the buyer pays, an https address. */
  url?: string | null;
};

/** Where it came from. The document (and line) this one was made from. */
export type Origin = {
  /** Data, never markup. */
  kind?: string | null;
  /** Data, never markup. */
  id?: string | null;
  /** Of a credit memo: the invoices that it corrects. Its paper names them. */
  corrects?:
    | {
        /** Data, never markup. */
        id?: string | null;
        /** Data, never markup. */
        number?: string | null;
        /**
         * A day of the Gregorian calendar as YYYY-MM-DD, up to 9999-12-31. Another text is kept and
         * reported as `date-invalid`.
         */
        date?: string | null;
      }[]
    | null;
  /** Data, never markup. */
  lineId?: string | null;
  /** Of a period's invoice: the payment that it bills. */
  due?: string | null;
  /**
   * On a line of a bill: how often the line recurs that this one bills a payment of. Order
   * discounts that go to one-time lines first reach it after those, as in the document it was made
   * from. Where lines recur themselves it means nothing.
   */
  frequency?: StateFrequency | null;
};

/** Payment. */
export type Payment = {
  /** Data, never markup. */
  id?: string | null;
  /**
   * At most 6 fractional digits, rounded to the currency where it enters a total. Discounts,
   * charges and fees are not negative.
   */
  amount?: Decimal | null;
  /**
   * A day of the Gregorian calendar as YYYY-MM-DD, up to 9999-12-31. Another text is kept and
   * reported as `date-invalid`.
   */
  date?: string | null;
  /** Data, never markup. */
  method?: string | null;
  /** Data, never markup. */
  source?: string | null;
  /** `succeeded`, `pending` (a bank debit under way) or `failed`; only the first counts as paid. */
  status?: string | null;
  /** What the processor kept. */
  fee?: Decimal | null;
  /** On a credit memo: the invoice whose refund sent the money. */
  invoiceId?: string | null;
  /** Data, never markup. */
  url?: string | null;
};

/** Refund. Raises the balance due unless a credit comes with it. */
export type Refund = {
  /** Data, never markup. */
  id?: string | null;
  /** Data, never markup. */
  paymentId?: string | null;
  /**
   * At most 6 fractional digits, rounded to the currency where it enters a total. Discounts,
   * charges and fees are not negative.
   */
  amount?: Decimal | null;
  /**
   * A day of the Gregorian calendar as YYYY-MM-DD, up to 9999-12-31. Another text is kept and
   * reported as `date-invalid`.
   */
  date?: string | null;
  /** Data, never markup. */
  reason?: string | null;
};

/** Applied credit memo. */
export type Credit = {
  /** On an invoice: the memo. */
  creditMemoId?: string | null;
  /** On a credit memo: the invoice. */
  invoiceId?: string | null;
  /**
   * At most 6 fractional digits, rounded to the currency where it enters a total. Discounts,
   * charges and fees are not negative.
   */
  amount?: Decimal | null;
  /**
   * A day of the Gregorian calendar as YYYY-MM-DD, up to 9999-12-31. Another text is kept and
   * reported as `date-invalid`.
   */
  date?: string | null;
};

/** Event of the lifecycle. */
export type LifecycleEvent = {
  /** Data, never markup. */
  at?: string | null;
  /** Data, never markup. */
  by?: string | null;
  /** Data, never markup. */
  type?: string | null;
  /** Data, never markup. */
  digest?: string | null;
  /** The day from which on it counts: of a cancellation, or of a change of terms. */
  on?: string | null;
  /** Of a change of terms: the lines that changed. */
  lineIds?: (string | null)[] | null;
  /** Of a change of terms: the new terms by line id. In the last period they hold by this alone. */
  changes?: JsonObject | null;
};

/** Amount of a deal. */
export type DealAmount = {
  /** Data, never markup. */
  basis?: string | null;
  value?: Decimal | null;
  /** The currency of `value`, where it is not that of the document: it was changed since. */
  currency?: string | null;
  /** The figure of the lines in spite of which the amount was kept: it is not asked about again. */
  kept?: Decimal | null;
};

/** Billing record of a subscription. */
export type BillingRecord = {
  /**
   * A day of the Gregorian calendar as YYYY-MM-DD, up to 9999-12-31. Another text is kept and
   * reported as `date-invalid`.
   */
  due?: string | null;
  /** Data, never markup. */
  status?: string | null;
  /** When it was paid. */
  date?: string | null;
  /** What was paid and not given back: a cancellation gives back at most this. */
  amount?: Decimal | null;
  /** The invoice that asked for it, where there is one. */
  invoiceId?: string | null;
};

/**
 * Crossfoot priced view. What the core computes from a state: every amount of every line, the
 * totals, the payments to come, the deal metrics and all issues. A function of the state alone.
 * Amounts are texts with exactly the minor digits of the currency, never `-0.00`; null where a sum
 * does not fit or an open-ended line leaves no total.
 */
export type PricedView = {
  /** ISO 4217 code of all amounts. */
  readonly currency: string;
  /** The revision of the pricing rules used. */
  readonly rules: number;
  /** The items in document order; sections and notes are not here. */
  readonly lines: readonly PricedLine[];
  readonly summary: Summary;
  /**
   * One entry for each frequency, number of payments, start and phase, in the order of their first
   * line: what a regular payment is, without order discounts.
   */
  readonly recurring: readonly RecurringEntry[];
  /**
   * One-time lines that are paid later, one entry for each date, in the order of their first line.
   * Absent where there are none.
   */
  readonly delayed?: readonly DelayedEntry[];
  /**
   * What is paid on which day, in order. The first entry is the checkout. null where there are more
   * dates than are listed (the issue schedule-too-long).
   */
  readonly schedule: readonly ScheduleEntry[] | null;
  /** For each section of the document the net due now, down to the next section. */
  readonly sections: readonly Section[];
  readonly metrics: Metrics;
  /**
   * The subscriptions that the recurring lines form: same frequency, payments, phases and start.
   */
  readonly subscriptions: readonly Subscription[];
  readonly balance?: Balance;
  /**
   * Everything that is wrong or worth knowing, in the order policy, tax rates, lines, adjustments.
   */
  readonly issues: readonly Issue[];
  /**
   * SHA-256 of the RFC 8785 text of this view without `digest` and `issues`: it proves the amounts,
   * not the texts. Made when asked for.
   */
  readonly digest?: string;
};

/** Amount. An amount of money with exactly the currency's minor digits. */
export type Amount = string;

/** Frequency. */
export type Frequency =
  | 'one_time'
  | 'weekly'
  | 'biweekly'
  | 'monthly'
  | 'quarterly'
  | 'per_six_months'
  | 'annually'
  | 'per_two_years'
  | 'per_three_years'
  | 'per_four_years'
  | 'per_five_years';

/** Tax of one rate. */
export type TaxAmount = {
  /** The rate's id. */
  readonly id: string;
  /** What the percent was taken of; null for a tax per unit. */
  readonly base: Amount | null;
  /** Null where the sum reaches 10^15, or where it has no value. */
  readonly amount: Amount | null;
};

/** A regular payment after the first. */
export type LaterPayment = {
  readonly net: Amount;
  /** All taxes, contained ones too. */
  readonly tax: Amount;
  /** The part of `tax` that the net contains. */
  readonly taxIncluded: Amount;
  /** net + tax - taxIncluded. */
  readonly total: Amount;
};

/** Phase of a ramp. */
export type PhaseAmounts = {
  /** Date of the phase's first payment. */
  readonly from: string | null;
  readonly payments: number | null;
  readonly list: Amount;
  readonly discount: Amount;
  readonly net: Amount;
  readonly tax: Amount;
  readonly taxIncluded: Amount;
  readonly total: Amount;
};

/**
 * Priced line. The amounts of the line's first payment. `priced: false` marks a line with an error
 * in a pricing field, which counts 0 everywhere.
 */
export type PricedLine = {
  readonly id: string;
  /** Only ever false; absent when the line is priced. */
  readonly priced?: false;
  /** Only ever false: an optional line that is not taken. It counts in no sum. */
  readonly selected?: false;
  /** Price of the quantity under the line's pricing model. */
  readonly list: Amount;
  readonly discount: Amount;
  /** Only on lines that carry charges. */
  readonly charges?: Amount;
  /** list - discount + charges. */
  readonly net: Amount;
  /** This line's share of the order's discounts. */
  readonly orderDiscount: Amount | null;
  readonly taxes: readonly TaxAmount[];
  /** Sum of `taxes`. */
  readonly tax: Amount | null;
  /** The part of `tax` that the price contains. */
  readonly taxIncluded: Amount | null;
  /** net - orderDiscount + tax - taxIncluded: what this payment costs. */
  readonly total: Amount | null;
  /** Whether the first payment falls on the document's date and counts. */
  readonly dueNow: boolean;
  readonly firstPayment: string | null;
  readonly payments: number | null;
  /** Start + all periods; null for one-time and renewing lines. */
  readonly endDate: string | null;
  /** Only ever true: the line renews, and the schedule stops at the horizon. */
  readonly continues?: true;
  readonly later: LaterPayment | null;
  readonly phases?: readonly PhaseAmounts[];
  /**
   * net ÷ quantity with up to 6 decimals, trailing zeros cut to the currency's digits; null at
   * quantity 0.
   */
  readonly effectiveUnitPrice: string | null;
  /** Cost of the quantity; null when no cost is given. */
  readonly cost: Amount | null;
  /** Only ever true: the margins count a cost of 0. */
  readonly costMissing?: true;
  /** The metrics' base less the cost. */
  readonly margin: Amount | null;
  readonly marginPercent: string | null;
  /** Null where the sum reaches 10^15, or where it has no value. */
  readonly mrr: Amount | null;
  /** Null where the sum reaches 10^15, or where it has no value. */
  readonly arr: Amount | null;
  /** Null where the sum reaches 10^15, or where it has no value. */
  readonly tcv: Amount | null;
  /** Null where the sum reaches 10^15, or where it has no value. */
  readonly acv: Amount | null;
};

/** Adjustment as taken. */
export type AdjustmentAmount = {
  readonly id: string;
  /** `discount`, `fee` or `tax`, as the state says. */
  readonly type: string | null;
  /** A discount is capped at what is left of the subtotal. */
  readonly amount: Amount | null;
  /** Only on fees with tax rates of their own. */
  readonly taxes?: readonly TaxAmount[];
  /** Null where the sum reaches 10^15, or where it has no value. */
  readonly tax?: Amount | null;
  /** Null where the sum reaches 10^15, or where it has no value. */
  readonly taxIncluded?: Amount | null;
};

/** Summary. Everything above `futureNet` counts only what is due now. */
export type Summary = {
  /** Sum of the nets of the lines due now. */
  readonly subtotal: Amount | null;
  /** Null where the sum reaches 10^15, or where it has no value. */
  readonly lineDiscounts: Amount | null;
  readonly adjustments: readonly AdjustmentAmount[];
  /** Null where the sum reaches 10^15, or where it has no value. */
  readonly discounts: Amount | null;
  /** Null where the sum reaches 10^15, or where it has no value. */
  readonly fees: Amount | null;
  /** One-time taxes. */
  readonly taxes: Amount | null;
  /** The rates used by lines due now and by fees, in the order of the document's rates. */
  readonly lineTaxes: readonly TaxAmount[];
  /** Null where the sum reaches 10^15, or where it has no value. */
  readonly lineTax: Amount | null;
  /** The part of `lineTax` that prices contain. */
  readonly lineTaxIncluded: Amount | null;
  /** What cash rounding added. */
  readonly roundingDifference: Amount | null;
  /** subtotal - discounts + fees + taxes + (lineTax - lineTaxIncluded) + roundingDifference. */
  readonly dueNow: Amount | null;
  /** dueNow in minor units, for payment interfaces; null beyond 2^53 - 1. */
  readonly dueNowMinor: number | null;
  /** Null where the sum reaches 10^15, or where it has no value. */
  readonly futureNet: Amount | null;
  /** Taxes on top of later payments. */
  readonly futureTax: Amount | null;
  /** futureNet + futureTax; null while a line renews without end. */
  readonly futurePayments: Amount | null;
  /** dueNow + futurePayments. */
  readonly total: Amount | null;
  /** Ids of the lines that leave no total. */
  readonly totalBlockedBy: readonly string[];
};

/** Recurring payment. */
export type RecurringEntry = {
  readonly frequency: Frequency;
  /** Null where the sum reaches 10^15, or where it has no value. */
  readonly net: Amount | null;
  /** Null where the sum reaches 10^15, or where it has no value. */
  readonly tax: Amount | null;
  /** Null where the sum reaches 10^15, or where it has no value. */
  readonly taxIncluded: Amount | null;
  /** net + tax - taxIncluded: what a regular payment costs. */
  readonly total: Amount | null;
  readonly payments: number | null;
  /** Payments after today. */
  readonly remaining: number | null;
  /** Date of the first of these payments: of a later phase its own first one. */
  readonly start: string | null;
  /** Date of the next payment after today; null when none remains. */
  readonly next: string | null;
  /** End date; null when it renews. */
  readonly until: string | null;
  readonly lineIds: readonly string[];
};

/** Delayed payment. */
export type DelayedEntry = {
  readonly date: string;
  /** Null where the sum reaches 10^15, or where it has no value. */
  readonly net: Amount | null;
  /** Null where the sum reaches 10^15, or where it has no value. */
  readonly tax: Amount | null;
  /** Null where the sum reaches 10^15, or where it has no value. */
  readonly taxIncluded: Amount | null;
  /** net + tax - taxIncluded. */
  readonly total: Amount | null;
  readonly lineIds: readonly string[];
};

/** Payment of one day. */
export type ScheduleEntry = {
  readonly date: string;
  /** At checkout: subtotal - discounts. */
  readonly net: Amount | null;
  /** Null where the sum reaches 10^15, or where it has no value. */
  readonly fees: Amount | null;
  /** Taxes on top of the net, one-time taxes included. */
  readonly tax: Amount | null;
  /** Null where the sum reaches 10^15, or where it has no value. */
  readonly taxIncluded: Amount | null;
  /** Null where the sum reaches 10^15, or where it has no value. */
  readonly roundingDifference: Amount | null;
  /** net + fees + tax + roundingDifference. */
  readonly total: Amount | null;
  /** Only where the detail per line was asked for. */
  readonly lines?: readonly ScheduleLine[];
};

/** A line's part of a payment. */
export type ScheduleLine = {
  readonly id: string;
  /** Null where the sum reaches 10^15, or where it has no value. */
  readonly net: Amount | null;
  /** Null where the sum reaches 10^15, or where it has no value. */
  readonly tax: Amount | null;
  /** Null where the sum reaches 10^15, or where it has no value. */
  readonly taxIncluded: Amount | null;
  /** Null where the sum reaches 10^15, or where it has no value. */
  readonly total: Amount | null;
};

/** Section. */
export type Section = {
  readonly id: string;
  /** Null where the sum reaches 10^15, or where it has no value. */
  readonly subtotal: Amount | null;
};

/** Deal metrics. Sums of the lines' rounded metrics, without tax and order adjustments. */
export type Metrics = {
  /** Monthly recurring revenue. */
  readonly mrr: Amount | null;
  /** Annual recurring revenue. */
  readonly arr: Amount | null;
  /** Annual contract value. */
  readonly acv: Amount | null;
  /** Total contract value. */
  readonly tcv: Amount | null;
  /** The same four after costs. */
  readonly margin: FourMetrics;
};

/** Four deal metrics. */
export type FourMetrics = {
  /** Null where the sum reaches 10^15, or where it has no value. */
  readonly mrr: Amount | null;
  /** Null where the sum reaches 10^15, or where it has no value. */
  readonly arr: Amount | null;
  /** Null where the sum reaches 10^15, or where it has no value. */
  readonly acv: Amount | null;
  /** Null where the sum reaches 10^15, or where it has no value. */
  readonly tcv: Amount | null;
};

/** Subscription. */
export type Subscription = {
  readonly frequency: Frequency;
  readonly payments: number | null;
  readonly start: string;
  readonly lineIds: readonly string[];
};

/**
 * Balance. Only on documents with payments, refunds or credits, and on voided ones, which ask for
 * nothing (total 0). due = total - paid + refunded - credited, never below 0; what goes below is
 * `creditLeft`.
 */
export type Balance = {
  /** Null where the sum reaches 10^15, or where it has no value. */
  readonly total: Amount | null;
  /** Null where the sum reaches 10^15, or where it has no value. */
  readonly paid: Amount | null;
  /** Null where the sum reaches 10^15, or where it has no value. */
  readonly refunded: Amount | null;
  /** Null where the sum reaches 10^15, or where it has no value. */
  readonly credited: Amount | null;
  /** Null where the sum reaches 10^15, or where it has no value. */
  readonly due: Amount | null;
  /** Null where the sum reaches 10^15, or where it has no value. */
  readonly creditLeft?: Amount | null;
};

/** Issue. The document can be held and prices; with an error it cannot be finalised. */
export type Issue = {
  readonly severity: 'error' | 'warning' | 'notice';
  readonly code: IssueCode;
  /** JSON Pointer into the state. */
  readonly path: string;
  readonly lineId?: string;
  /** For people; not part of the digest. */
  readonly message: string;
};

/**
 * Crossfoot explanation. Why an amount of the priced view is what it is: the steps from what was
 * typed to what is printed. docs/explain.md lists the rules.
 */
export type Explanation = {
  /** JSON Pointer into the priced view. */
  readonly path: string;
  /** In the order of calculation. The last one's `rounded` is the value. */
  readonly steps: readonly ExplainStep[];
  /** The amount as the view has it; null where it has none. Only `dueNowMinor` is a number. */
  readonly value: string | number | null;
};

/** Step of a calculation. */
export type ExplainStep = {
  /** Stable; words for people are looked up by it. */
  readonly rule: string;
  readonly inputs: ExplainInputs;
  /**
   * In the currency's major unit: a decimal, or a fraction in lowest terms where the decimal does
   * not end. Null where there is no amount.
   */
  readonly exact: string | null;
  /** What the step comes to; null where it stays exact or there is no amount. */
  readonly rounded: string | number | null;
  /**
   * The calculation, from 0 on, one after the other: what it comes to is `exact`. Terms that would
   * add or take away 0 are left out. Absent where there is no amount.
   */
  readonly terms?: readonly ExplainTerm[];
  /**
   * JSON Pointer to another amount of the view that this step is on the way to: it can be read
   * there.
   */
  readonly towards?: string;
};

/** Term of a calculation. */
export type ExplainTerm = {
  /**
   * What is done with what stands before it. `percent`: that many percent of it; `atMost` and
   * `atLeast`: the smaller and the larger of the two.
   */
  readonly op: 'add' | 'subtract' | 'multiply' | 'divide' | 'percent' | 'atMost' | 'atLeast';
  /**
   * In the currency's major unit: a decimal, or a fraction in lowest terms where the decimal does
   * not end. Null where there is no amount.
   */
  readonly value: string;
  /** What it is: mostly an input's name. `more` is all that is not listed. */
  readonly name?: string;
  /** Of the line, rate, adjustment or payment record that it is of. */
  readonly id?: string;
  /** JSON Pointer to the amount of the view that it is, or of which it sums up `payments`. */
  readonly path?: string;
  /** How many payments it adds up. */
  readonly payments?: number;
  /** One of these payments, where they are equal. */
  readonly each?: string;
  /** The percentage it is, where a reader may be told: of a discount. */
  readonly percent?: string;
};

/** Inputs of a step. What entered the step, by name. Which names there are depends on the rule. */
export type ExplainInputs = {
  readonly addends?: readonly ExplainAddend[];
  readonly included?: readonly ExplainAddend[];
  readonly taxableFees?: readonly ExplainAddend[];
  /** How many addends or lines there are besides those listed. */
  readonly more?: number;
  /** Codes of the issues because of which it counts 0. */
  readonly errors?: readonly string[];
  /** Ids of the lines that renew; or how many lines share a discount. */
  readonly lines?: readonly string[] | number;
  /** Amounts of the view, one of which has no value. */
  readonly paths?: readonly string[];
  readonly [member: string]:
    string | number | boolean | null | readonly ExplainAddend[] | readonly string[] | undefined;
};

export type ExplainAddend = {
  /**
   * In the currency's major unit: a decimal, or a fraction in lowest terms where the decimal does
   * not end. Null where there is no amount.
   */
  readonly amount: string | null;
  /** Of the line, rate, adjustment or payment record. */
  readonly id?: string;
  /**
   * JSON Pointer to the amount of the view that the addend is, or of which it sums up `payments`.
   */
  readonly path?: string;
  readonly payments?: number;
};

/**
 * Crossfoot refusal, and all codes. The reply to a state, a command or a question that is refused.
 * A refusal changes nothing. The codes of issues, which do not refuse anything, are listed here
 * too.
 */
export type Refusal = {
  readonly error: {
    readonly code: RefusalCode;
    /** For people: what is wrong and what would mend it. */
    readonly message: string;
    /** JSON Pointer to the place; empty for the whole text. */
    readonly path: string;
    /** Line in the text, from 1; absent where there is no place in a text. */
    readonly line?: number;
    /** Character in the line, from 1. */
    readonly column?: number;
    readonly reasonId?: ReasonId;
    readonly values?: ReasonValues;
    /** What else is in the way, in the order of its rules. */
    readonly also?: readonly FurtherRefusal[];
  };
};

/** Another refusal of the same request. */
export type FurtherRefusal = {
  readonly code: RefusalCode;
  readonly message: string;
  readonly path: string;
  readonly reasonId?: ReasonId;
  readonly values?: ReasonValues;
};

/**
 * Ids of reasons. The sentence of `message`, for pages that say it in their own language. A
 * lifecycle step carries it beside `reason`, and as `lastingId` beside `cannotBeUndone`; notices of
 * conversions and periods carry it too.
 */
export type ReasonId =
  | 'possibleWhile'
  | 'noSuchStep'
  | 'immutable'
  | 'immutableUnknown'
  | 'onlyBySteps'
  | 'irreversible'
  | 'notPermitted'
  | 'remainsOpen'
  | 'remainsPaid'
  | 'remainsPublished'
  | 'remainsAccepted'
  | 'remainsClone'
  | 'remainsMemo'
  | 'remainsApplied'
  | 'remainsLink'
  | 'remainsCanceled'
  | 'lastingFinal'
  | 'lastingVoid'
  | 'lastingAccepted'
  | 'lastingArchived'
  | 'lastingRecord'
  | 'lastingRefund'
  | 'lastingCredit'
  | 'lastingCancel'
  | 'lastingSeen'
  | 'lastingElsewhere'
  | 'lastingDelete'
  | 'creditInstead'
  | 'creditedVoid'
  | 'notFinal'
  | 'voided'
  | 'keepRecord'
  | 'cancelFirst'
  | 'draftVoid'
  | 'voidedRefund'
  | 'paidCredit'
  | 'voidedDelete'
  | 'memoApplied'
  | 'memoVoided'
  | 'quoteUnseen'
  | 'publishFirst'
  | 'quoteAccepted'
  | 'quoteExpired'
  | 'quotePublished'
  | 'linkActive'
  | 'errors'
  | 'needsLines'
  | 'needsContact'
  | 'totalTooLarge'
  | 'negativeTotal'
  | 'needsDueDate'
  | 'needsDueDays'
  | 'needsNumber'
  | 'numberForm'
  | 'numberKept'
  | 'offerOver'
  | 'offerGood'
  | 'noLastDay'
  | 'amountsMoved'
  | 'amountForm'
  | 'minorUnits'
  | 'creditedUnits'
  | 'aboveZero'
  | 'dayForm'
  | 'feeForm'
  | 'recordedBefore'
  | 'refundedBefore'
  | 'paidTwice'
  | 'nothingToPay'
  | 'debitPending'
  | 'noPayment'
  | 'paymentRefunded'
  | 'nothingPaid'
  | 'namePayment'
  | 'mostOfPayment'
  | 'nothingToCredit'
  | 'nameOther'
  | 'mostLeft'
  | 'mostOfInvoice'
  | 'creditedInFull'
  | 'allPaid'
  | 'periodPaid'
  | 'paysWhole'
  | 'noSuchPayment'
  | 'nothingToPayOut'
  | 'onceSent'
  | 'canceledAlready'
  | 'lastPeriod'
  | 'nothingToCome'
  | 'paidAhead'
  | 'endsBefore'
  | 'nothingDueOn'
  | 'debitContinues'
  | 'periodNotPaid'
  | 'cannotBecome'
  | 'canOnlyBeCopied'
  | 'becomesWhile'
  | 'partOfInvoice'
  | 'nothingRecurs'
  | 'tooManySubscriptions'
  | 'oneTimeLeftOut'
  | 'severalSubscriptions'
  | 'allBilled'
  | 'billedBySubscription'
  | 'billedByInvoice'
  | 'firstPaymentBilled'
  | 'splitFirst'
  | 'optionalLeftOut'
  | 'adjustmentsLeftOut'
  | 'priceUnknown';

/**
 * What is filled into the sentence, by name. As documents hold it: a day, an exact amount, a kind,
 * a status, a capability, a count, the id of another reason, or a list of such.
 */
export type ReasonValues = {
  readonly [member: string]: string | readonly string[];
};

/** Codes of refusals. */
export type RefusalCode =
  | 'json-syntax'
  | 'invalid-utf8'
  | 'too-deep'
  | 'too-large'
  | 'wrong-type'
  | 'unknown-version'
  | 'unknown-kind'
  | 'unknown-currency'
  | 'duplicate-id'
  | 'document-date'
  | 'unknown-command'
  | 'unknown-query'
  | 'unknown-function'
  | 'invalid-command'
  | 'unknown-line'
  | 'unknown-id'
  | 'unknown-path'
  | 'nothing-to-undo'
  | 'nothing-to-redo'
  | 'not-permitted'
  | 'no-document'
  | 'engine-part'
  | 'formula'
  | 'engine-aborted'
  | 'engine-restarting'
  | 'immutable'
  | 'lifecycle-only'
  | 'irreversible'
  | 'unknown-step'
  | 'step-not-allowed'
  | 'has-errors'
  | 'lines-required'
  | 'contact-required'
  | 'negative-total'
  | 'number-required'
  | 'number-invalid'
  | 'number-taken'
  | 'due-date-required'
  | 'terms-invalid'
  | 'quote-expired'
  | 'not-expired'
  | 'subscription-canceled'
  | 'already-paid'
  | 'payment-pending'
  | 'payment-refunded'
  | 'no-such-payment'
  | 'nothing-to-refund'
  | 'refund-exceeds-payment'
  | 'credit-exceeds-balance'
  | 'nothing-left'
  | 'several-subscriptions'
  | 'required'
  | 'invalid-number'
  | 'too-many-digits'
  | 'out-of-range'
  | 'unknown-value'
  | 'date-invalid'
  | 'amount-overflow'
  | 'conversion-not-allowed'
  | 'nothing-to-convert'
  | 'choice-refused'
  | 'digest-mismatch'
  | 'not-finalised'
  | 'not-expressible'
  | 'tax-inclusive'
  | 'automated-sales-tax'
  | 'unmapped'
  | 'totals-differ'
  | 'unknown-code';

/** Codes of issues that are errors. */
export type ErrorCode =
  | 'required'
  | 'invalid-number'
  | 'too-many-digits'
  | 'out-of-range'
  | 'negative-not-allowed'
  | 'one-of'
  | 'unknown-value'
  | 'unknown-tax-rate'
  | 'duplicate-tax-rate'
  | 'too-many-taxes'
  | 'tax-inclusive-compound'
  | 'tax-inclusive-negative'
  | 'tiers-invalid'
  | 'term-not-whole'
  | 'date-invalid'
  | 'date-out-of-range'
  | 'adjustment-not-allowed'
  | 'amount-overflow'
  | 'duplicate-name'
  | 'schedule-too-long'
  | 'digest-mismatch';

/** Codes of issues that are warnings. */
export type WarningCode =
  | 'discount-exceeds-price'
  | 'discount-exceeds-subtotal'
  | 'start-in-past'
  | 'margin-below-minimum'
  | 'ignored-field'
  | 'price-currency-unknown';

/** Codes of issues that are notices. */
export type NoticeCode = 'recurring-made-one-time' | 'unknown-member';

/** Codes of issues. */
export type IssueCode = ErrorCode | WarningCode | NoticeCode;

/**
 * Crossfoot command. One edit of an open document. Every command has an inverse, so that undo
 * brings back the same bytes, and a command that is refused changes nothing. Ids and times come in
 * with the command: the core has no clock and no random source. A value that is typed wrongly is
 * stored and becomes an issue; a wrong JSON type, an unknown id or path, and a step that the
 * lifecycle or a capability forbids are refused.
 */
export type Command =
  Edit | BatchCommand | UndoCommand | StampCommand | CapabilitiesCommand | RestoreHistoryCommand;

/** List. */
export type ListName = 'lines' | 'taxRates' | 'adjustments';

/**
 * Edit of the document. A command with a step of its own in the history; also what a batch may
 * hold.
 */
export type Edit =
  | AddCommand
  | SetCommand
  | CurrencyCommand
  | RemoveCommand
  | CloneCommand
  | MoveCommand
  | ReplaceCommand
  | LifecycleCommand
  | PaymentCommand
  | RemovePaymentCommand
  | RefundCommand
  | CreditCommand
  | CancelCommand;

/** Add. Inserts items into a list. Items without an id are given one; the reply tells which. */
export type AddCommand = {
  op: 'add';
  list: ListName;
  items: (Line | TaxRate | Adjustment)[];
  /**
   * The currency that the amounts of the items are in; where the document has another one, each
   * says so (`price-currency-unknown`).
   */
  currency?: string;
  /** The id after which to insert; null: at the start; absent: at the end. */
  after?: string | null;
  /** What the step is called in the history. */
  label?: string;
  /**
   * The command joins the previous step of the history when that carries the same key, as
   * successive keystrokes in one field do.
   */
  coalesce?: string;
};

/**
 * Set a field. Gives a field a value; null removes it. In `lines`, `taxRates` and `adjustments` the
 * second segment of the path is the item's id, deeper segments are JSON Pointer. Objects missing on
 * the way are made, an object left empty is removed.
 */
export type SetCommand = {
  op: 'set';
  path: string;
  /** Any JSON value the field can have. */
  value: Json;
  /** What the step is called in the history. */
  label?: string;
  /**
   * The command joins the previous step of the history when that carries the same key, as
   * successive keystrokes in one field do.
   */
  coalesce?: string;
};

/**
 * Change the currency. A line whose product has a price in the new currency takes it; every other
 * amount of lines, tax rates and adjustments keeps its number with the issue
 * `price-currency-unknown` until it is set anew. One step of the history. Setting `/currency` does
 * the same without prices.
 */
export type CurrencyCommand = {
  op: 'currency';
  value: string;
  /**
   * By line id or product id: the unit price in the new currency, or an object of `unitPrice`,
   * `cost` and `pricing`.
   */
  prices?: {
    [member: string]: string | number | JsonObject | null;
  } | null;
  /** What the step is called in the history. */
  label?: string;
  /**
   * The command joins the previous step of the history when that carries the same key, as
   * successive keystrokes in one field do.
   */
  coalesce?: string;
};

/** Remove. */
export type RemoveCommand = {
  op: 'remove';
  list: ListName;
  ids: string[];
  /** What the step is called in the history. */
  label?: string;
  /**
   * The command joins the previous step of the history when that carries the same key, as
   * successive keystrokes in one field do.
   */
  coalesce?: string;
};

/** Clone lines. Each copy follows its original. */
export type CloneCommand = {
  op: 'clone';
  ids: string[];
  /** One id for each copy; missing ones are given. */
  newIds?: string[];
  /** What the step is called in the history. */
  label?: string;
  /**
   * The command joins the previous step of the history when that carries the same key, as
   * successive keystrokes in one field do.
   */
  coalesce?: string;
};

/**
 * Move. Moves one or many, keeping their order among themselves. Without `after` they go to the
 * end.
 */
export type MoveCommand = {
  op: 'move';
  list?: ListName;
  ids: string[];
  /** The id after which to insert; null: at the start; absent: at the end. */
  after?: string | null;
  /** What the step is called in the history. */
  label?: string;
  /**
   * The command joins the previous step of the history when that carries the same key, as
   * successive keystrokes in one field do.
   */
  coalesce?: string;
};

/**
 * Replace the document. Another state becomes this document, as one step that can be undone: an
 * import, the result of a merge.
 */
export type ReplaceCommand = {
  op: 'replace';
  state: State;
  /** What the step is called in the history. */
  label?: string;
};

/** Batch. All or nothing, one step of the history: a paste. */
export type BatchCommand = {
  op: 'batch';
  commands: Edit[];
  /** What the step is called in the history. */
  label?: string;
  /**
   * The command joins the previous step of the history when that carries the same key, as
   * successive keystrokes in one field do.
   */
  coalesce?: string;
};

/** Undo or redo. One step of the history. */
export type UndoCommand = {
  op: 'undo' | 'redo';
};

/** Stamp. Sets the revision without a step in the history; for sync. */
export type StampCommand = {
  op: 'stamp';
  rev: Revision | null;
};

/**
 * Capabilities. What the host lets this session do; not stored in the document. A flag that is
 * absent permits; `readOnly` forbids all.
 */
export type CapabilitiesCommand = {
  op: 'capabilities';
  value: Capabilities;
};

/** Capabilities, by name. */
export type Capabilities = {
  /** Nothing may be changed. */
  readOnly?: boolean;
  /** Add and clone lines. */
  addLines?: boolean;
  /** Add lines that are no library products. */
  addCustomLines?: boolean;
  /** Remove lines. */
  removeLines?: boolean;
  /** Change the order of lines. */
  moveLines?: boolean;
  /** Names, descriptions and other fields of a line. */
  editDetails?: boolean;
  /** Unit price, cost and pricing model. */
  editPrices?: boolean;
  /** Quantities. */
  editQuantities?: boolean;
  /** Discounts and charges of a line. */
  editDiscounts?: boolean;
  /** Tax rates, and which a line carries. */
  editTaxes?: boolean;
  /** When a line is paid. */
  editBilling?: boolean;
  /** Order discounts, fees and one-time taxes. */
  editAdjustments?: boolean;
  /** Policy, parties, terms and the other fields of the document. */
  editDocument?: boolean;
};

/**
 * History as data. The steps with what they changed. What `historyState` gives and `restoreHistory`
 * takes.
 */
export type HistoryLog = {
  /** How many of the steps the document stands after. */
  position: number;
  steps: {
    label: string;
    coalesce: string;
    changes: LoggedChange[];
  }[];
};

/** Change in a history. Lines and members are JSON texts, as the document has them. */
export type LoggedChange =
  | {
      change: 'line';
      id: string;
      before: string;
      after: string;
    }
  | {
      change: 'insert';
      position: number;
      text: string;
    }
  | {
      change: 'remove';
      position: number;
      text: string;
    }
  | {
      change: 'move';
      from: number;
      to: number;
    }
  | {
      change: 'member';
      name: string;
      before: string | null;
      after: string | null;
    };

/**
 * Restore the history. Takes back what the question `historyState` gave, so that undo survives a
 * reload.
 */
export type RestoreHistoryCommand = {
  op: 'restoreHistory';
  history?: HistoryLog;
};

/**
 * Step of the lifecycle. Deal: win, lose, reopen, delete. Quote: publish, recall, send, accept,
 * expire, archive, delete. Invoice and credit memo: finalise, send, void, delete. Payment link:
 * activate, deactivate, send, delete. Subscription: cancel, delete. Payments, refunds, credits and
 * the cancellation have commands of their own. Refused with a reason where the table of the
 * document's kind says no.
 */
export type LifecycleCommand = {
  op: 'lifecycle';
  step: string;
  /** When it happened, as the host says: a date or an RFC 3339 time. */
  at?: string;
  by?: string;
  /** The number that the numbering gave. */
  number?: string;
  reason?: string;
  /** What the step is called in the history. */
  label?: string;
  /** The day of the step; otherwise the day of `at`. */
  on?: string;
};

/**
 * Record a payment. On an invoice. On a credit memo it is money that was sent back, at most its
 * credit left. On a subscription the record is for the due date `payment.due`, or for the first one
 * not yet paid. A pending payment that is recorded again under its id succeeds or fails.
 */
export type PaymentCommand = {
  op: 'payment';
  payment: Payment;
  /**
   * True for money that came for an invoice which is paid already: it is recorded as its surplus.
   * Without it such a payment is refused, `already-paid`: it may be the same one once more.
   */
  surplus?: boolean;
  /** When it happened, as the host says: a date or an RFC 3339 time. */
  at?: string;
  by?: string;
};

/** Remove a payment record. */
export type RemovePaymentCommand = {
  op: 'removePayment';
  id: string;
  /** When it happened, as the host says: a date or an RFC 3339 time. */
  at?: string;
  by?: string;
};

/** Record a refund. Raises the balance due unless `creditMemo` brings a credit with it. */
export type RefundCommand = {
  op: 'refund';
  refund: Refund;
  /** The credit memo that comes with it. */
  creditMemo?: {
    id: string;
  } | null;
  /** When it happened, as the host says: a date or an RFC 3339 time. */
  at?: string;
  by?: string;
};

/**
 * Apply a credit memo. On an invoice `credit.creditMemoId` names the memo; on a credit memo
 * `credit.invoiceId` names the invoice.
 */
export type CreditCommand = {
  op: 'credit';
  credit: Credit;
  /** When it happened, as the host says: a date or an RFC 3339 time. */
  at?: string;
  by?: string;
};

/** Cancel a subscription. */
export type CancelCommand = {
  op: 'cancel';
  on?: string;
  /** When it happened, as the host says: a date or an RFC 3339 time. */
  at?: string;
  by?: string;
  reason?: string;
  /** Keep the time that is paid for. */
  atPeriodEnd?: boolean;
};

/** A document was opened. */
export type Opened = {
  /** ISO 4217 code of all amounts. */
  readonly currency: string;
  readonly kind: DocumentKind | null;
  /** How many lines it has, sections and notes too. */
  readonly lines: number;
  readonly ok: true;
};

/** What a command moved. */
export type Change = {
  /** Ids of lines that are new. */
  readonly added: readonly string[];
  /** Every line's amounts may have changed: an order discount, a policy, a rate. */
  readonly all: boolean;
  /** Names of the members of the document that changed. */
  readonly document: readonly string[];
  /** Ids of lines that changed. */
  readonly lines: readonly string[];
  /** Lines stand in another order. */
  readonly order: boolean;
  /** Ids of lines that are gone. */
  readonly removed: readonly string[];
};

/** A command was carried out. */
export type Applied = {
  readonly changed: Change;
  /** Members that were set and that nobody knows. Absent where there are none. */
  readonly notices?: readonly Issue[];
  readonly ok: true;
  /** Steps that can be carried out again. */
  readonly redo: number;
  readonly summary: Summary;
  /** Steps that can be taken back; 0 where the step before is never taken back. */
  readonly undo: number;
};

/** Row of the table. */
export type Row = {
  readonly id: string;
  /** Place in the document, from 0. */
  readonly index: number;
  /** The line as it is stored. */
  readonly input: Line;
  readonly issues: readonly Issue[];
  /** null for sections and notes. */
  readonly priced: PricedLine | null;
};

/** Rows of the table. */
export type RowsReply = {
  /** How many lines the document has. */
  readonly count: number;
  readonly rows: readonly Row[];
};

/** What the lines due now of one section add up to. */
export type SectionSums = {
  /** null for the lines before the first section. */
  readonly id: string | null;
  /** Sum of the nets. */
  readonly subtotal: Amount | null;
  /** Sum of the totals. */
  readonly total: Amount | null;
};

/** What one tax rate comes to, as it is printed. */
export type TaxTotal = {
  /** Null where the sum reaches 10^15, or where it has no value. */
  readonly amount: Amount | null;
  /** What the percent was taken of; null for a tax per unit. */
  readonly base: Amount | null;
  /** The rate's id. */
  readonly id: string;
  /** The prices contain it: nothing is added for it. */
  readonly included: boolean;
  readonly name: string;
  /** In shortest form; empty for fixed amounts. */
  readonly percent: string;
  /** Only ever true: the fixed amount of a partial credit, under the rate that it is a share of. */
  readonly share?: true;
};

/** Taxes of the lines, by rate. */
export type TaxesReply = {
  /** What the taxes add to the prices. */
  readonly taxOnTop: Amount | null;
  /** By rate, in the order of the document. */
  readonly taxes: readonly TaxTotal[];
};

/** Everything a document adds up to. */
export type Totals = {
  readonly balance?: Balance;
  /** How many lines have no cost. */
  readonly costMissing: number;
  /** One-time lines that are paid later. Absent where there are none. */
  readonly delayed?: readonly DelayedEntry[];
  readonly issueCount: {
    readonly error: number;
    readonly notice: number;
    readonly warning: number;
  };
  readonly metrics: Metrics;
  readonly recurring: readonly RecurringEntry[];
  readonly sections: readonly Section[];
  readonly summary: Summary;
  /**
   * What a table shows among its lines: of those before the first section, then of each section.
   */
  readonly sums: readonly SectionSums[];
  /** What the taxes add to the prices. */
  readonly taxOnTop: Amount | null;
  /** By rate, in the order of the document. */
  readonly taxes: readonly TaxTotal[];
};

/** Deal metrics of a line. */
export type LineMetrics = {
  /** Null where the sum reaches 10^15, or where it has no value. */
  readonly acv: Amount | null;
  /** Null where the sum reaches 10^15, or where it has no value. */
  readonly arr: Amount | null;
  readonly id: string;
  /** The same four after costs. */
  readonly margin: FourMetrics;
  /** Null where the sum reaches 10^15, or where it has no value. */
  readonly mrr: Amount | null;
  /** Null where the sum reaches 10^15, or where it has no value. */
  readonly tcv: Amount | null;
};

/** Terms of a line of a subscription, as they are on a day. */
export type TermsInForce = {
  /** The line's id. */
  readonly id: string;
  /** As the state writes it. */
  readonly quantity: string;
  /** As the state writes it; empty where it has none. */
  readonly unitPrice: string;
};

/** Where a subscription stands on a day. */
export type SubscriptionStanding = {
  /** What the next payment asks for; null where none is left. */
  readonly amount: Amount | null;
  /** 0 where it does not run on the day. */
  readonly arr: Amount | null;
  readonly canceledOn?: string;
  readonly end: string | null;
  readonly frequency: Frequency;
  /** Payments to come; null when it renews. */
  readonly left: number | null;
  readonly lineIds: readonly string[];
  /** 0 where it does not run on the day. */
  readonly mrr: Amount | null;
  /** When the next payment is due. */
  readonly next: string | null;
  /**
   * Where an end is set: the first 200 payments that fall due before it and were neither made nor
   * are under way.
   */
  readonly owed?: readonly OwedPayment[];
  /** Payments made. */
  readonly paid: number;
  readonly payments: number | null;
  /** When to remind of the next payment. */
  readonly reminder: string | null;
  readonly start: string;
  readonly status: 'scheduled' | 'active' | 'unpaid' | 'expired' | 'canceled';
  readonly terms: readonly TermsInForce[];
};

export type OwedPayment = {
  readonly amount: Amount;
  readonly due: string;
};

/** Step of the history. */
export type HistoryStep = {
  /** What the step is called. */
  readonly label: string;
};

/** The history, to be read. */
export type HistoryReply = {
  /** How many of the steps the document stands after. */
  readonly position: number;
  readonly steps: readonly HistoryStep[];
  /** Steps that can be taken back; 0 where the step before is never taken back. */
  readonly undo: number;
};

/** Step of the lifecycle. */
export type LifecycleStep = {
  readonly allowed: boolean;
  /** What else is in the way. */
  readonly also?: readonly FurtherRefusal[];
  /** English: what stays once the step is taken. Only of steps that last. */
  readonly cannotBeUndone?: string;
  /** Why it is not allowed. */
  readonly code?: RefusalCode;
  /** Only ever true: the step is never taken back. */
  readonly irreversible?: true;
  /** The sentence of `cannotBeUndone`, by its id. */
  readonly lastingId?: ReasonId;
  /** A document to make with the step. */
  readonly proposes?: 'creditMemo';
  /** English, for developers. */
  readonly reason?: string;
  /** The sentence of `reason`, by its id; empty where it has none. */
  readonly reasonId?: ReasonId | '';
  /** The command `lifecycle` takes it, or the command of this name. */
  readonly step: string;
  /** The status that it leads to, where that is always the same. */
  readonly to?: string;
  readonly values?: ReasonValues;
};

/** Where a document stands on a day. */
export type Standing = {
  /** The status as a person reads it on that day: `overdue`, `expired`, … */
  readonly shown: string;
  /** The status by the rules of the kind. */
  readonly status: string;
  /** The last day on which `shown` holds, where the calendar ends it. */
  readonly until?: string;
};

/** What a person should see before a step that lasts. */
export type LastingSummary = {
  readonly currency: string;
  /** Null where the sum reaches 10^15, or where it has no value. */
  readonly dueNow: Amount | null;
  readonly kind: DocumentKind | null;
  readonly lines: number;
  readonly number?: string;
  /** Null where the sum reaches 10^15, or where it has no value. */
  readonly total: Amount | null;
};

/** Steps of the lifecycle on a day. */
export type LifecycleReply = {
  /** Whether lines may be changed. */
  readonly editable: boolean;
  /** The status as a person reads it on that day: `overdue`, `expired`, … */
  readonly shown: string;
  /** The status by the rules of the kind. */
  readonly status: string;
  readonly steps: readonly LifecycleStep[];
  readonly summary: LastingSummary;
  /** The last day on which `shown` holds, where the calendar ends it. */
  readonly until?: string;
};

/** What the session may do. */
export type MayReply = {
  /**
   * The capability that an edit of a member of a line needs, by member; of others it is
   * `editDetails`.
   */
  readonly lineRights: {
    readonly [member: string]: string;
  };
  /** The capabilities in force. */
  readonly may: Capabilities;
};

/** A line over part of a period. */
export type ProratedLine = {
  /** Days left of the period. */
  readonly days: number;
  readonly from: string;
  /** The line's id. */
  readonly id: string;
  readonly net: Amount;
  /** Days of the whole period. */
  readonly of: number;
  readonly taxes: readonly {
    readonly amount: Amount;
    /** The rate's id. */
    readonly id: string;
  }[];
  readonly total: Amount;
  /** The first day after the period. */
  readonly until: string;
};

/** Lines over part of a period. */
export type Proration = {
  readonly lines: readonly ProratedLine[];
  readonly total: Amount;
};

/** What somebody should know of a result. */
export type Notice = {
  readonly code: string;
  readonly lineId?: string;
  /** English, for developers. */
  readonly message: string;
  readonly reasonId?: ReasonId;
  readonly severity?: 'notice';
  readonly values?: ReasonValues;
};

/** Totals of one side of a merge. */
export type MergeTotals = {
  /** Null where the sum reaches 10^15, or where it has no value. */
  readonly dueNow: Amount | null;
  /** Null where the sum reaches 10^15, or where it has no value. */
  readonly total: Amount | null;
};

/** What somebody has to decide. */
export type Conflict = {
  /** The value before, null where there was none. */
  readonly base: Json;
  /** The value of one side. */
  readonly mine: Json;
  /** Into the merged state; a segment of a list is an id. */
  readonly path: string;
  /** The value of the other. */
  readonly theirs: Json;
};

/** What the merge decided. */
export type Decision = {
  /** English, for developers. */
  readonly message: string;
  /** Into the merged state; a segment of a list is an id. */
  readonly path: string;
  readonly rule:
    | 'changed'
    | 'inserted'
    | 'removed'
    | 'moved'
    | 'agreed'
    | 'edit-kept'
    | 'rate-kept'
    | 'moved-twice'
    | 'finalised';
  readonly side: 'mine' | 'theirs' | 'both';
};

/** A merge of two versions. */
export type Merged = {
  /** Until they are decided the merged state has what `mine` has. */
  readonly conflicts: readonly Conflict[];
  readonly decisions: readonly Decision[];
  /** Without `rev`: the caller stamps it. */
  readonly merged: State;
  readonly totals: {
    readonly base: MergeTotals;
    readonly merged: MergeTotals;
    readonly mine: MergeTotals;
    readonly theirs: MergeTotals;
  };
  /** The `rev.write` of each side: `mine` is the side with the smaller one. */
  readonly writes: {
    readonly base: string | null;
    readonly mine: string | null;
    readonly theirs: string | null;
  };
};

/** Documents made of another. */
export type Converted = {
  readonly notices: readonly Notice[];
  readonly states: readonly State[];
};

/** What a host may want to act on. */
export type DueEvent = {
  /** Null where the sum reaches 10^15, or where it has no value. */
  readonly amount?: Amount | null;
  /** When to act. */
  readonly date: string;
  /** When the payment is due. */
  readonly due?: string;
  /** The last day, or the first one after a subscription. */
  readonly end?: string;
  readonly frequency?: Frequency;
  readonly lineIds?: readonly string[];
  /** Which payment it is, from 1. */
  readonly payment?: number;
  /** How many there are. */
  readonly payments?: number | null;
  readonly type:
    'payment-due' | 'reminder' | 'payment-failed' | 'expiring' | 'expired' | 'cancelled';
};

/** A row of an account. */
export type AccountRow = {
  readonly charged: Amount;
  readonly date: string;
  /** The payment that it bills. */
  readonly due?: string;
  readonly id?: string;
  readonly kind: 'invoice' | 'creditMemo' | 'payment';
  readonly number?: string;
  readonly received: Amount;
};

/** What a subscription asked for and received. */
export type Account = {
  readonly charged: Amount;
  /** Documents that are drafts, and so count for nothing yet. */
  readonly drafts: number;
  /** charged - received. */
  readonly left: Amount;
  readonly received: Amount;
  readonly rows: readonly AccountRow[];
};

/** The draft invoice of a period. */
export type PeriodInvoice = {
  readonly state: State;
};

/** A subscription with its cancellation. */
export type PeriodCancelled = {
  /** What the days were paid for that it will not run; null where there are none. */
  readonly credit: Proration | null;
  /** The draft of the credit memo. Absent where nothing is given back. */
  readonly document?: State;
  readonly notices: readonly Notice[];
  readonly state: State;
};

/** A subscription with new terms. */
export type PeriodChanged = {
  /** What the unused days cost at the new terms. */
  readonly charge: Proration;
  /** What they cost at the old ones. */
  readonly credit: Proration;
  /**
   * The draft that bills the difference: an invoice, or a credit memo. Absent where no day is left.
   */
  readonly document?: State;
  readonly notices: readonly Notice[];
  readonly state: State;
  /** charge - credit. */
  readonly total: Amount;
};

/** What a state costs. */
export type ExpectedPrice = {
  /** That of the priced view. */
  readonly digest: string;
  /** Null where the sum reaches 10^15, or where it has no value. */
  readonly dueNow: Amount | null;
  readonly rules: number;
  /** Null where the sum reaches 10^15, or where it has no value. */
  readonly total: Amount | null;
};

/** A claim that holds. */
export type Verified = {
  /** That of the priced view. */
  readonly digest: string;
  /** Null where the sum reaches 10^15, or where it has no value. */
  readonly dueNow: Amount | null;
  /** Only steps change the document. */
  readonly final: boolean;
  /** Its status is one of its kind. */
  readonly knownStatus: boolean;
  /** It is final and carries no proof. */
  readonly lacksDigest: boolean;
  readonly ok: true;
  readonly rules: number;
  /** Null where the sum reaches 10^15, or where it has no value. */
  readonly total: Amount | null;
};

/** A claim that does not hold. */
export type NotVerified = {
  readonly expected?: ExpectedPrice;
  /** Only steps change the document. */
  readonly final?: boolean;
  /** Its status is one of its kind. */
  readonly knownStatus?: boolean;
  /** It is final and carries no proof. */
  readonly lacksDigest?: boolean;
  readonly ok: false;
  /** JSON Pointer into the argument. */
  readonly pointer: string;
  readonly reason:
    | 'totals-mismatch'
    | 'digest-mismatch'
    | 'has-errors'
    | 'nothing-claimed'
    | 'unknown-claim'
    | 'rules-unknown';
  /** Revisions of the rules that this core knows. */
  readonly supported?: readonly number[];
};

/** An offer with the buyer's choices. */
export type Chosen = {
  readonly state: State;
};

/** An invoice for QuickBooks Online. */
export type QuickBooksInvoice = {
  /** An invoice as the API of QuickBooks Online takes it. */
  readonly invoice: JsonObject;
  readonly notices: readonly Notice[];
};

/** An invoice of QuickBooks Online, read back. */
export type QuickBooksState = {
  readonly notices: readonly Notice[];
  readonly state: State;
};

/** An error code of QuickBooks Online, explained. */
export type QuickBooksError = {
  readonly code: string;
  readonly meaning: string;
  readonly remedy: string;
};

/** Queries. What is read of an open document, by the word after `get`. */
export type Queries = {
  /** Every amount. */
  readonly view?: {
    readonly ask: {
      readonly get: 'view';
      /** Whether the digest is made too. */
      readonly digest?: boolean;
    };
    readonly answer: PricedView;
  };
  /** Rows of a table, sections and notes too. */
  readonly rows?: {
    readonly ask: {
      readonly get: 'rows';
      /** Place of the first row. Default 0. */
      readonly from?: number;
      /** How many. Default: all. */
      readonly count?: number;
      /** Instead: these lines, those left out that are not there. */
      readonly ids?: readonly string[];
    };
    readonly answer: RowsReply;
  };
  /** What a document adds up to. */
  readonly summary?: {
    readonly ask: {
      readonly get: 'summary';
    };
    readonly answer: Totals;
  };
  /** The sums alone. */
  readonly totals?: {
    readonly ask: {
      readonly get: 'totals';
    };
    readonly answer: {
      readonly summary: Summary;
    };
  };
  /** Taxes of the lines, by rate, as printed. */
  readonly taxes?: {
    readonly ask: {
      readonly get: 'taxes';
    };
    readonly answer: TaxesReply;
  };
  /** All issues. */
  readonly issues?: {
    readonly ask: {
      readonly get: 'issues';
    };
    readonly answer: {
      readonly issues: readonly Issue[];
    };
  };
  /** What is paid on which day. */
  readonly schedule?: {
    readonly ask: {
      readonly get: 'schedule';
      /**
       * Whether each payment says what the lines' parts are. Refused as `too-large` where these are
       * too many.
       */
      readonly lines?: boolean;
    };
    readonly answer: {
      /** null where there are more dates than are listed. */
      readonly schedule: readonly ScheduleEntry[] | null;
    };
  };
  /** Deal metrics, of the document and of each line. */
  readonly metrics?: {
    readonly ask: {
      readonly get: 'metrics';
    };
    readonly answer: {
      readonly lines: readonly LineMetrics[];
      readonly metrics: Metrics;
    };
  };
  /** Where the subscriptions stand on a day. */
  readonly subscriptions?: {
    readonly ask: {
      readonly get: 'subscriptions';
      /** The day; otherwise the last one that the document knows of. */
      readonly on?: string;
    };
    readonly answer: {
      readonly subscriptions: readonly SubscriptionStanding[];
    };
  };
  /** How an amount came about. */
  readonly explain?: {
    readonly ask: {
      readonly get: 'explain';
      /** JSON Pointer into the priced view. */
      readonly path: string;
    };
    readonly answer: Explanation;
  };
  /** The state without its lines. */
  readonly document?: {
    readonly ask: {
      readonly get: 'document';
    };
    readonly answer: State;
  };
  /** The state. */
  readonly state?: {
    readonly ask: {
      readonly get: 'state';
    };
    readonly answer: State;
  };
  /** Places of the lines that contain a text. */
  readonly find?: {
    readonly ask: {
      readonly get: 'find';
      /** Part of a name, an SKU or a description; ASCII in either case. */
      readonly text: string;
    };
    readonly answer: {
      readonly indexes: readonly number[];
    };
  };
  /** The ids of all lines in order. */
  readonly ids?: {
    readonly ask: {
      readonly get: 'ids';
    };
    readonly answer: {
      readonly ids: readonly string[];
    };
  };
  /** What was done, to be read. */
  readonly history?: {
    readonly ask: {
      readonly get: 'history';
    };
    readonly answer: HistoryReply;
  };
  /** The history as data, to survive a reload: `restoreHistory` takes it back. */
  readonly historyState?: {
    readonly ask: {
      readonly get: 'historyState';
    };
    readonly answer: {
      readonly history: HistoryLog;
    };
  };
  /** What proves the amounts. */
  readonly digest?: {
    readonly ask: {
      readonly get: 'digest';
    };
    readonly answer: {
      /** Of the priced view. */
      readonly digest: string;
    };
  };
  /** The steps that the document can take, and why not the others. */
  readonly lifecycle?: {
    readonly ask: {
      readonly get: 'lifecycle';
      /** The day; otherwise the last one that the document knows of. */
      readonly on?: string;
    };
    readonly answer: LifecycleReply;
  };
  /** Where the document stands on a day. */
  readonly standing?: {
    readonly ask: {
      readonly get: 'standing';
      /** The day; otherwise the last one that the document knows of. */
      readonly on?: string;
    };
    readonly answer: Standing;
  };
  /** What this session may do. */
  readonly may?: {
    readonly ask: {
      readonly get: 'may';
    };
    readonly answer: MayReply;
  };
};

/** New terms of a line. */
export type NewTerms = {
  readonly discount?: LineDiscount | null;
  readonly quantity?: Decimal | null;
  readonly unitPrice?: Decimal | null;
};

/** Functions. What the engine answers without an open document, by name. */
export type Functions = {
  /** What a subscription asked for and received (RE-6.15). */
  readonly account?: {
    readonly argument: {
      /** The subscription. */
      readonly state: State;
      /** The documents made of it before. */
      readonly made?: readonly State[];
    };
    readonly answer: Account;
  };
  /** A buyer's choices, applied to the seller's offer. */
  readonly choices?: {
    readonly argument: {
      /** The offer. */
      readonly state: State;
      readonly choices: {
        /** The code that the buyer has. */
        readonly code?: string | null;
        /** By line id. */
        readonly quantities?: {
          readonly [member: string]: Decimal | null;
        } | null;
        /** Whether an optional line is taken, by line id. */
        readonly selected?: {
          readonly [member: string]: boolean;
        } | null;
      };
    };
    readonly answer: Chosen;
  };
  /** Documents of another kind, or a copy (DO-3). */
  readonly convert?: {
    readonly argument: {
      readonly state: State;
      readonly to: DocumentKind | null;
      /** The first new document's id. */
      readonly id?: string;
      /** Ids of the new lines, in order. */
      readonly newIds?: readonly string[];
      readonly date?: string;
      /** Another currency of the copy. */
      readonly currency?: string;
      /** Prices in that currency, by line or product id. */
      readonly prices?: JsonObject | null;
      /** The documents made of it before. */
      readonly made?: readonly State[];
      /**
       * What of the lines that recur is on an invoice: nothing, or the first payments that the
       * document asks for now, or what of these no invoice billed yet; absent, every first payment.
       */
      readonly part?: 'once' | 'due' | 'rest';
      /** Of a credit memo: the part of the invoice that it is over. */
      readonly amount?: Decimal | null;
      /** The credit memos that the invoice was given before. */
      readonly creditMemos?: readonly State[];
      /** Of a partial credit: the words for a line of what rounding leaves. */
      readonly roundingName?: string;
    };
    readonly answer: Converted;
  };
  /** The currencies that documents may have. */
  readonly currencies?: {
    readonly argument: {};
    readonly answer: {
      readonly currencies: readonly Currency[];
    };
  };
  /** What falls due between two days, both included. */
  readonly events?: {
    readonly argument: {
      readonly state: State;
      readonly from: string;
      readonly to: string;
    };
    readonly answer: {
      readonly events: readonly DueEvent[];
    };
  };
  /** What a formula comes to. */
  readonly formula?: {
    readonly argument: {
      /** Like `=3*12`. */
      readonly text: string;
      /** Decimals that the value is rounded to. Default 6, at most 12. */
      readonly digits?: number;
    };
    readonly answer: {
      /** A decimal. */
      readonly value: string;
    };
  };
  /** The three-way merge. */
  readonly merge?: {
    readonly argument: {
      /** What both have in common. */
      readonly base: State;
      readonly mine: State;
      readonly theirs: State;
      /**
       * What is merged as one: items of lists, or single facts for the tabs of one person (SY-4.2).
       */
      readonly unit?: 'item' | 'fact';
    };
    readonly answer: Merged;
  };
  /** One period of a subscription: its invoice, a cancellation, a change of terms. */
  readonly period?: {
    readonly argument: {
      /** The subscription. */
      readonly state: State;
      readonly do: 'invoice' | 'cancel' | 'change';
      /** The day that it is done on; of an invoice the day of the payment. */
      readonly on: string;
      /** The new document's id. */
      readonly id?: string;
      /** The documents made of it before. */
      readonly made?: readonly State[];
      /** When the host says it happened. */
      readonly at?: string;
      /** Who did it. */
      readonly by?: string;
      /** Of a cancellation: keep the time that is paid for. */
      readonly atPeriodEnd?: boolean;
      /** Of a change: the new terms, by line id. */
      readonly changes?: {
        readonly [member: string]: NewTerms;
      };
      /** Describes credited lines; `{days}` and `{of}` are filled in. */
      readonly unusedText?: string;
      /** Describes charged lines. */
      readonly remainingText?: string;
    };
    readonly answer: PeriodInvoice | PeriodCancelled | PeriodChanged;
  };
  /** Invoices of QuickBooks Online, both ways. */
  readonly quickbooks?: {
    readonly argument: {
      /** An invoice to write. */
      readonly state?: State;
      /** Instead: an invoice of QuickBooks Online to read. */
      readonly invoice?: JsonObject;
      /** Instead: an error code. */
      readonly explain?: string | number;
      /** How the company names what a document holds. */
      readonly mapping?: JsonObject;
    };
    readonly answer: QuickBooksInvoice | QuickBooksState | QuickBooksError;
  };
  /** Sums over many documents. */
  readonly sum?: {
    readonly argument: {
      /** ISO 4217. */
      readonly currency: string;
      /** Amounts, each list a sum. */
      readonly lists: readonly (readonly (Decimal | null)[])[];
    };
    readonly answer: {
      readonly sums: readonly Amount[];
    };
  };
  /** Whether a document costs what somebody claims. */
  readonly verify?: {
    readonly argument: {
      readonly state: State;
      /** What the sender believes it costs. */
      readonly claim: Claim | null;
    };
    readonly answer: Verified | NotVerified;
  };
  /** Which engine it is. */
  readonly version?: {
    readonly argument: {};
    readonly answer: {
      /** Revisions of the pricing rules that it knows. */
      readonly rules: readonly number[];
      /** Of the engine. */
      readonly version: string;
    };
  };
};

/** Currency. */
export type Currency = {
  /** ISO 4217. */
  readonly code: string;
  /** Digits after the separator. */
  readonly minorUnits: number;
};

/** The word after `get`. */
export type QueryName = keyof Queries;
/** A request for `query`. */
export type Query<Name extends QueryName = QueryName> = {
  [Each in Name]: NonNullable<Queries[Each]>['ask'];
}[Name];
/** What a query answers, where it is not refused. */
export type Answer<Name extends QueryName> = NonNullable<Queries[Name]>['answer'];
/** The name of a function of the engine. */
export type FunctionName = keyof Functions;
/** What a function is given. */
export type Argument<Name extends FunctionName> = NonNullable<Functions[Name]>['argument'];
/** What a function replies, where it does not refuse. */
export type Reply<Name extends FunctionName> = NonNullable<Functions[Name]>['answer'];
