/** Who bills whom: the head of the page, addresses and the facts beside them. */
import type { JsonObject } from '../../../schema/contract.ts';
import { h, own, type Markup, type Piece } from './markup.ts';
import { PaperFormats, record, records, text, type PaperSource } from './paper-source.ts';
import { safeLink, safePicture } from './safe-link.ts';
import { fill, type PaperWord } from './words.ts';

/** The lines of a postal address, in one order that every post office reads. */
export function addressLines(address: JsonObject, language: string): string[] {
  const street = Array.isArray(address['lines'])
    ? address['lines'].filter((line): line is string => typeof line === 'string' && line !== '')
    : [];
  const place = [text(address, 'postalCode'), text(address, 'city'), text(address, 'region')]
    .filter((part) => part !== '')
    .join(' ');
  const code = text(address, 'country');
  return [...street, place, countryName(code, language)].filter((line) => line !== '');
}

function countryName(code: string, language: string): string {
  if (!/^[A-Z]{2}$/.test(code)) return code;
  return new Intl.DisplayNames([language], { type: 'region' }).of(code) ?? code;
}

function lines(values: readonly string[]): Piece[] {
  return values.map((value) => h('div', {}, own(value)));
}

/** What a reader has to know of a status; of others the page says nothing. */
const STAMPS = ['draft', 'paid', 'overdue', 'voided', 'accepted', 'expired', 'canceled'] as const;

/** The status as the reader should take it, '' for none. */
export function stampOf({ standing }: PaperSource): PaperWord | '' {
  return STAMPS.find((stamp) => stamp === standing.shown) ?? '';
}

/** Name of the kind, as a heading. */
export function kindTitle(source: PaperSource): string {
  const kind = text(source.state, 'kind') || 'quote';
  return source.translator.lookup(`kind.${kind}`, kind);
}

/** Issuer at the one side, kind and number at the other. */
export function paperHead(source: PaperSource): Markup {
  const { state, words } = source;
  const issuer = record(state['issuer']);
  const logo = safePicture(text(issuer, 'logo'));
  const name = text(issuer, 'name');
  const stamp = stampOf(source);
  const number = text(state, 'number');
  const taxId = text(issuer, 'taxId');
  const email = text(issuer, 'email');
  return h(
    'header',
    { class: 'paper-head' },
    h(
      'div',
      { class: 'issuer' },
      logo !== null && h('img', { src: logo, alt: name, class: 'logo' }),
      name !== '' && h('p', { class: 'issuer-name' }, own(name)),
      h(
        'div',
        { class: 'soft' },
        ...lines(addressLines(record(issuer['address']), source.translator.language)),
        email !== '' && h('div', {}, own(email)),
        taxId !== '' && h('div', {}, `${words.taxId} `, own(taxId)),
      ),
    ),
    h(
      'div',
      { class: 'title' },
      h('h1', {}, kindTitle(source)),
      number !== '' && stamp !== 'draft' && h('p', { class: 'paper-number' }, own(number)),
      stamp !== '' && h('p', { class: `stamp ${stamp}` }, words[stamp]),
    ),
  );
}

function party(source: PaperSource): Markup | null {
  const { state, words } = source;
  const company = record(state['company']);
  const contacts = records(state, 'contacts');
  const address = addressLines(record(state['billingAddress']), source.translator.language);
  const taxId = text(company, 'taxId');
  const people = contacts.map((contact) => {
    const email = text(contact, 'email');
    const href = email === '' ? null : safeLink(`mailto:${email}`);
    const name = text(contact, 'name');
    return h(
      'div',
      {},
      name !== '' && h('div', {}, own(name)),
      href !== null && h('a', { href }, own(email)),
    );
  });
  const body: Piece[] = [
    text(company, 'name') !== '' && h('div', { class: 'strong' }, own(text(company, 'name'))),
    ...lines(address),
    taxId !== '' && h('div', {}, `${words.taxId} `, own(taxId)),
    ...people,
  ];
  if (body.every((piece) => piece === null || piece === false)) return null;
  const title = text(state, 'kind') === 'invoice' ? words.billTo : words.customer;
  return h('section', { class: 'party' }, h('h2', {}, title), ...body);
}

function shipping(source: PaperSource): Markup | null {
  const address = addressLines(record(source.state['shippingAddress']), source.translator.language);
  if (address.length === 0) return null;
  return h('section', { class: 'party' }, h('h2', {}, source.words.shipTo), ...lines(address));
}

function termsText(source: PaperSource): string {
  const terms = record(source.state['terms']);
  if (text(terms, 'type') === 'net') {
    return fill(source.words.netDays, { days: text(terms, 'days') });
  }
  return text(terms, 'type') === 'receipt' ? source.words.dueOnReceipt : '';
}

/** The invoices that a credit memo corrects: each by its number and date. */
function correctedInvoices(source: PaperSource): string {
  if (text(source.state, 'kind') !== 'creditMemo') return '';
  const invoices = records(source.state['origin'], 'corrects').map((invoice) => {
    const date = text(invoice, 'date');
    const day = date === '' ? '' : new PaperFormats(source).day(date);
    return [text(invoice, 'number'), day].filter((part) => part !== '').join(' · ');
  });
  return source.translator.list(invoices.filter((each) => each !== ''));
}

function facts(source: PaperSource): Markup {
  const { state, words } = source;
  const formats = new PaperFormats(source);
  const day = (member: string): string =>
    text(state, member) === '' ? '' : formats.day(text(state, member));
  const rows: [string, string][] = [
    [words.date, day('date')],
    [words.corrects, correctedInvoices(source)],
    [words.dueDate, day('dueDate')],
    [words.validUntil, day('expiresOn')],
    [words.endsOn, text(state, 'kind') === 'subscription' ? day('canceledOn') : ''],
    [words.delivery, day('deliveryDate')],
    [words.terms, termsText(source)],
    [words.poNumber, text(state, 'poNumber')],
  ];
  return h(
    'dl',
    { class: 'facts' },
    ...rows
      .filter(([, value]) => value !== '')
      .map(([label, value]) => h('div', {}, h('dt', {}, label), h('dd', {}, own(value)))),
  );
}

/** The addressed parties and the dates and terms. */
export function paperParties(source: PaperSource): Markup {
  return h(
    'div',
    { class: 'parties' },
    h('div', { class: 'addresses' }, party(source), shipping(source)),
    facts(source),
  );
}
