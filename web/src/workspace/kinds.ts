/** The six kinds as the workspace lists them. What each may do is the core's business, not this one's. */
export interface KindPage {
  readonly kind: Kind;
  /** The part of the address that names its list. */
  readonly path: string;
  /** Status of a new document; none where the core derives it. */
  readonly first: string;
  /** Prefix of its numbers; '' for kinds without numbers. */
  readonly prefix: string;
}

export type Kind = 'invoice' | 'quote' | 'deal' | 'creditMemo' | 'paymentLink' | 'subscription';

export const KIND_PAGES: readonly KindPage[] = [
  { kind: 'invoice', path: 'invoices', first: 'draft', prefix: 'INV' },
  { kind: 'quote', path: 'quotes', first: 'draft', prefix: 'Q' },
  { kind: 'deal', path: 'deals', first: 'open', prefix: '' },
  { kind: 'subscription', path: 'subscriptions', first: '', prefix: '' },
  { kind: 'creditMemo', path: 'credit-memos', first: 'draft', prefix: 'CM' },
  { kind: 'paymentLink', path: 'payment-links', first: 'draft', prefix: '' },
];

/** The page of a kind. */
export function kindPage(kind: string): KindPage {
  const found = KIND_PAGES.find((page) => page.kind === kind);
  if (!found) throw new Error(`no kind ${kind}`);
  return found;
}
