/** The buyer's page of a document: one tree for screen, print and PDF. */
import { accentStyle } from './paper-accent.ts';
import { h, own, type Markup } from './markup.ts';
import { paperAccount } from './paper-account.ts';
import { paperPlan } from './paper-billing.ts';
import { paperLines } from './paper-lines.ts';
import { paperHead, paperParties, stampOf } from './paper-parties.ts';
import { PaperFormats, record, records, text, type PaperSource } from './paper-source.ts';
import { isNothing } from '../number/taken-off.ts';
import { paperTotals } from './paper-totals.ts';
import { richText } from './rich-text.ts';
import { safeLink } from './safe-link.ts';
import { fill } from './words.ts';

/** What nothing is paid on: a draft says so itself, and what is settled asks for no more (DO-4.16). */
function asksForMoney(source: PaperSource): boolean {
  const { state, view } = source;
  if (text(state, 'kind') === 'creditMemo') return false;
  if (['draft', 'paid', 'voided', 'expired'].includes(stampOf(source))) return false;
  return view.balance?.due === undefined || !isNothing(view.balance.due);
}

/** Account numbers (ISO 13616) in groups of four, as they are printed: `DE89 3704 …`. */
const inGroups = (bank: string): string =>
  bank.replace(/(?<![A-Z\d])[A-Z]{2}\d{2}[A-Z\d]{11,30}(?![A-Z\d])/gu, (iban) =>
    iban.replace(/.{4}(?=.)/gu, '$& '),
  );

function howToPay(source: PaperSource): Markup | null {
  const { state, words } = source;
  if (!asksForMoney(source)) return null;
  const bank = text(record(state['issuer']), 'bank');
  const link = record(state['link']);
  const address = text(link, 'url');
  const href = safeLink(address);
  if (bank === '' && href === null) return null;
  const number = text(state, 'number');
  return h(
    'section',
    { class: 'how-to-pay' },
    h('h2', {}, words.payHow),
    bank !== '' && h('p', {}, `${words.bank}: `, own(inGroups(bank))),
    bank !== '' && number !== '' && h('p', {}, `${words.reference}: `, own(number)),
    href !== null && h('p', {}, h('a', { href, rel: 'noopener noreferrer' }, words.payOnline)),
  );
}

function acceptedBy(source: PaperSource): Markup | null {
  const event = records(source.state, 'events')
    .filter((each) => text(each, 'type') === 'accepted')
    .at(-1);
  if (!event) return null;
  const name = text(event, 'by');
  const words = name === '' ? source.words.accepted : fill(source.words.acceptDone, { name });
  return h(
    'p',
    { class: 'accepted-by' },
    words,
    ` · ${new PaperFormats(source).day(text(event, 'at').slice(0, 10))}`,
  );
}

/** The template of the seller's paper; '' for ours, with lines (DO-4.17). */
function templateOf({ state }: PaperSource): string {
  const template = text(record(state['issuer']), 'template');
  return template === 'band' || template === 'plain' ? template : '';
}

/** The page. `lang` and `dir` are on its outermost element. */
export function paper(source: PaperSource): Markup {
  const { state, words, translator } = source;
  const comments = text(state, 'comments');
  return h(
    'article',
    {
      class: `paper ${stampOf(source)} ${templateOf(source)}`,
      lang: translator.language,
      dir: translator.direction,
      style: accentStyle(text(record(state['issuer']), 'accent')),
    },
    paperHead(source),
    stampOf(source) === 'draft' && h('p', { class: 'draft-note' }, words.draftNote),
    paperParties(source),
    paperLines(source),
    h(
      'div',
      { class: 'below-lines' },
      h(
        'div',
        { class: 'texts' },
        paperPlan(source),
        comments !== '' &&
          h('section', { class: 'comments' }, h('h2', {}, words.comments), ...richText(comments)),
        howToPay(source),
        acceptedBy(source),
      ),
      paperTotals(source),
    ),
    paperAccount(source),
  );
}

/** A name for the page and the file: kind, number, customer. */
export function paperTitle(source: PaperSource): string {
  const { state, translator } = source;
  const kind = text(state, 'kind') || 'quote';
  const customer = text(record(state['company']), 'name');
  return [translator.lookup(`kind.${kind}`, kind), text(state, 'number'), customer]
    .filter((part) => part !== '')
    .join(' ');
}
