import { describe, expect, it } from 'vitest';
import type { RecurringEntry } from '../../../schema/contract.ts';
import {
  paymentParts,
  paymentSentence,
  type PaymentTerms,
} from '../../../web/src/sentences/payment-sentence.ts';
import { LANGUAGES, loadLanguage } from '../../../web/src/i18n/translator.ts';

const monthly: RecurringEntry = {
  frequency: 'monthly',
  net: '10.11',
  tax: '0.90',
  taxIncluded: '0.00',
  total: '11.01',
  payments: 12,
  remaining: 11,
  start: '2026-11-22',
  next: '2026-12-22',
  until: '2027-11-22',
  lineIds: ['li_1'],
};
const terms: PaymentTerms = {
  date: '2026-11-22',
  today: '2026-11-22',
  dueNow: '9.91',
  recurring: [monthly],
};
const withEntry = (changes: Partial<RecurringEntry>): PaymentTerms => ({
  ...terms,
  recurring: [{ ...monthly, ...changes }],
});

async function sentence(language: string, of: PaymentTerms): Promise<string> {
  const translator = await loadLanguage(language);
  return paymentSentence({ translator, locale: language, money: String }, of);
}

describe('the sentence of the payments', () => {
  it('says what is paid today and what a regular payment costs, with its tax', async () => {
    expect(await sentence('en', terms)).toBe('9.91 today, then 11 × 11.01 monthly.');
  });

  it('says what is paid in the order in which it is paid', async () => {
    const yearly = {
      ...monthly,
      frequency: 'annually' as const,
      start: '2027-03-01',
      next: '2027-03-01',
    };
    const delayed = [
      {
        ...({} as NonNullable<PaymentTerms['delayed']>[number]),
        total: '600.00',
        date: '2027-01-06',
      },
    ];
    const said = await sentence('en', { ...terms, recurring: [yearly, monthly], delayed });
    expect(said).toMatch(/monthly.*600\.00 on January 6, 2027.*yearly.*March 1, 2027/);
  });

  it('says “today” only on the document’s own day', async () => {
    const later = { ...terms, today: '2026-11-30' };
    expect(await sentence('en', later)).toMatch(/^9\.91 on November 22, 2026, then /);
    expect(await sentence('en', { ...later, dueNow: '0.00' })).toMatch(
      /^Nothing on November 22, 2026, then /,
    );
    const onPaper: PaymentTerms = { date: '2026-11-22', dueNow: '9.91', recurring: [monthly] };
    expect(await sentence('de', onPaper)).toMatch(/^9\.91 am 22\. November 2026/);
  });

  it('says the words of a date in the language of the sentence, whatever the number locale', async () => {
    const translator = await loadLanguage('en');
    const late = withEntry({ start: '2027-03-01', next: '2027-03-01', remaining: 12 });
    const text = paymentSentence({ translator, locale: 'de-DE', money: String }, late);
    expect(text).toContain('from March 1, 2027');
    expect(await sentence('de', late)).toContain('12 × 11.01 monatlich ab 1. März 2027.');
    expect(await sentence('fr', late)).toContain('chaque mois à partir du 1 mars 2027.');
    expect(await sentence('es', late)).toContain('cada mes desde el 1 de marzo de 2027.');
    expect(await sentence('ja', late)).toBe('本日9.91、その後2027年3月1日から毎月11.01×12回。');
  });

  // A month to which payments run would be read as the month of one more.
  it('counts the payments that are left instead of naming the end of the last period', async () => {
    for (const language of LANGUAGES) {
      const text = await sentence(language, withEntry({ frequency: 'weekly' }));
      expect(text, language).toMatch(/11(⁩)? × |×11回|١١/);
      expect(text, language).not.toMatch(/2027|٢٠٢٧/);
    }
    expect(await sentence('de', withEntry({ payments: 1201, remaining: 1200 }))).toBe(
      '9.91 heute, dann 1.200 × 11.01 monatlich.',
    );
  });

  it('names the day where one payment is left, and where it starts late', async () => {
    expect(await sentence('en', withEntry({ remaining: 1 }))).toContain(
      'then 11.01 on December 22, 2026.',
    );
    expect(
      await sentence('en', withEntry({ start: '2027-03-01', next: '2027-03-01', remaining: 2 })),
    ).toBe('9.91 today, then 2 × 11.01 monthly from March 1, 2027.');
  });

  it('says that a renewing payment ends when it is cancelled', async () => {
    const open = withEntry({ payments: null, remaining: null, until: null });
    expect(await sentence('en', open)).toBe('9.91 today, then 11.01 monthly until cancelled.');
  });

  // ED-4.3
  it('leaves out no one-time payment that comes later', async () => {
    const delayed = [
      { date: '2027-03-01', net: '400', tax: '0', taxIncluded: '0', total: '400', lineIds: ['b'] },
    ];
    expect(await sentence('en', { ...terms, dueNow: '0.00', delayed })).toBe(
      'Nothing today, then 11 × 11.01 monthly and 400 on March 1, 2027.',
    );
  });

  it('is silent where all is paid at once, or there is no amount', async () => {
    expect(await sentence('en', { ...terms, recurring: [] })).toBe('');
    expect(await sentence('en', withEntry({ payments: 1, remaining: 0, next: null }))).toBe('');
    expect(await sentence('en', { ...terms, dueNow: null })).toBe('');
  });

  it('stays short however many payments there are', async () => {
    const many = { ...terms, recurring: Array.from({ length: 10_000 }, () => monthly) };
    expect(await sentence('en', many)).toBe('9.91 today, then the payments of the schedule.');
    const translator = await loadLanguage('en');
    const words = { translator, locale: 'en', money: String };
    expect(paymentParts(words, many, 9).later).toHaveLength(9);
  });

  it('is whole in every language', async () => {
    for (const language of LANGUAGES) {
      const text = await sentence(language, terms);
      expect(text, language).toMatch(/9\.91.*11\.01/);
      expect(text, language).not.toMatch(/[{}]/);
    }
  });
});
