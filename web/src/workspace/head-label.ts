/** What the history says of a change in the head of a document: its boxes by the words they have here. */
import { writeLabel } from '../element/history-label.ts';
import type { Messages } from '../i18n/translator.ts';
import type { WorkspaceMessageKey } from './words.ts';

const BOXES: Readonly<Record<string, WorkspaceMessageKey>> = {
  billingAddress: 'details.billingAddress',
  collect: 'details.charging',
  comments: 'details.comments',
  company: 'details.company',
  'company/taxId': 'details.taxId',
  contacts: 'details.customer',
  'custom/title': 'property.title',
  date: 'property.date',
  dealAmount: 'details.dealAmount',
  deliveryDate: 'details.deliveryDate',
  dueDate: 'property.dueDate',
  expiresOn: 'property.validUntil',
  language: 'details.language',
  'link/slug': 'details.slug',
  owner: 'property.owner',
  poNumber: 'property.poNumber',
  'settings/automaticTax': 'tax.automatic',
  shippingAddress: 'details.shippingAddress',
  terms: 'details.payTerms',
};

/** The label of a `set` of this path; null where the page has no box for it. */
export function headLabel(path: string): string | null {
  const [, member = '', inner = ''] = path.split('/');
  const field = [`${member}/${inner}`, member].find((each) => each in BOXES);
  return field === undefined ? null : writeLabel({ key: 'set', field: `head.${field}` });
}

/** The words of these boxes for the editor, which tells the history. */
export function headWords(w: (key: WorkspaceMessageKey) => string): Partial<Messages> {
  const words = Object.entries(BOXES).map(([name, key]) => [`head.${name}`, w(key)]);
  return Object.fromEntries(words) as Partial<Messages>;
}
