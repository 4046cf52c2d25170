/** What a subscription asked for, received and gave back, as columns that add up. */
import type { Account } from '../../../schema/contract.ts';
import { h, own, type Markup } from './markup.ts';
import { PaperFormats, type PaperSource } from './paper-source.ts';
import { isNothing, negated } from '../number/taken-off.ts';
import type { Translator } from '../i18n/translator.ts';

/** What a row of the account is about: an invoice or credit memo by its number, or a payment. */
export function accountRowName(
  { kind, number, due }: Account['rows'][number],
  translator: Translator,
  day: (date: string) => string,
): string {
  if (kind === 'payment') return translator.t('account.payment', { date: day(due ?? '') });
  return `${translator.lookup(`kind.${kind}`, kind)} ${number ?? ''}`.trim();
}

/** What is left of it, in words and as an amount; no amount where nothing is. */
export function accountLeft(
  { left }: Account,
  translator: Translator,
): { label: string; amount: string } {
  if (left === null || isNothing(left))
    return { label: translator.t('account.settled'), amount: '' };
  return left.startsWith('-')
    ? { label: translator.t('account.toGiveBack'), amount: negated(left) }
    : { label: translator.t('total.balanceDue'), amount: left };
}

/** The account; nothing where none is known, or nothing was charged yet. */
export function paperAccount(source: PaperSource): Markup | null {
  const { account, translator, words } = source;
  if (account === undefined || account.rows.length === 0) return null;
  const formats = new PaperFormats(source);
  const cell = (amount: string | null): Markup =>
    h('td', { class: 'number' }, formats.money(amount));
  const head = (label: string, kind = 'number'): Markup =>
    h('th', { scope: 'col', class: kind }, label);
  const { label, amount } = accountLeft(account, translator);
  return h(
    'section',
    { class: 'account' },
    h('h2', {}, translator.t('account.title')),
    h(
      'table',
      { class: 'paper-account' },
      h(
        'thead',
        {},
        h(
          'tr',
          {},
          head(words.date, ''),
          head('', ''),
          head(translator.t('account.charged')),
          head(translator.t('total.paid')),
        ),
      ),
      h(
        'tbody',
        {},
        ...account.rows.map((row) =>
          h(
            'tr',
            {},
            h('td', {}, formats.day(row.date)),
            h(
              'th',
              { scope: 'row' },
              own(accountRowName(row, translator, (date) => formats.day(date))),
            ),
            cell(row.charged),
            cell(row.received),
          ),
        ),
        h(
          'tr',
          { class: 'strong' },
          h('td', {}),
          h('th', { scope: 'row' }, translator.t('total.amount')),
          cell(account.charged),
          cell(account.received),
        ),
        h(
          'tr',
          { class: 'strong' },
          h('td', {}),
          h('th', { scope: 'row', colspan: amount === '' ? '3' : '2' }, label),
          amount !== '' && cell(amount),
        ),
      ),
    ),
    account.drafts > 0 && h('p', { class: 'soft' }, translator.t('account.drafts')),
  );
}
