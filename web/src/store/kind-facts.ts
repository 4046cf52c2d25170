/** What the kinds of documents are to a page: the core's own facts (DO-1.1), and what is shown by them. */
export interface KindFacts {
  /** Lines may be billed in periods; else all of it is due now. */
  readonly recurs: boolean;
  /** Takes discounts, fees and one-time taxes on the whole document. */
  readonly adjusts: boolean;
  /** A buyer answers it, or its lines go on into an offer that a buyer answers. */
  readonly givesChoice: boolean;
  /** Gets a number when it becomes final. */
  readonly isNumbered: boolean;
  /** What something earns stands in the foreground, and what it is taxed does not. */
  readonly isInternal: boolean;
}

const OFFER: KindFacts = {
  recurs: true,
  adjusts: true,
  givesChoice: true,
  isNumbered: true,
  isInternal: false,
};

const KINDS: Readonly<Record<string, KindFacts>> = {
  quote: OFFER,
  paymentLink: { ...OFFER, isNumbered: false },
  deal: { ...OFFER, adjusts: false, isNumbered: false, isInternal: true },
  invoice: { ...OFFER, recurs: false, givesChoice: false },
  creditMemo: { ...OFFER, recurs: false, givesChoice: false },
  subscription: { ...OFFER, adjusts: false, givesChoice: false, isNumbered: false },
};

/** The kinds that get numbers, the most usual first. */
export const NUMBERED_KINDS = ['invoice', 'quote', 'creditMemo'] as const;

/** The facts of a kind; those of a quote for one that is none. */
export function kindFacts(kind: string): KindFacts {
  return KINDS[kind] ?? OFFER;
}
