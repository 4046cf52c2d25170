import { describe, expect, it } from 'vitest';
import { termWords } from '../../../web/src/columns/billing.ts';
import { parseTerm } from '../../../web/src/date/terms.ts';
import { LANGUAGES } from '../../../web/src/i18n/languages.ts';

describe('terms as people type them', () => {
  it.each([
    ['18 months', 'en', 'P18M'],
    ['1 year', 'en', 'P1Y'],
    ['1 year and 6 months', 'en', 'P1Y6M'],
    ['18-month', 'en', 'P18M'],
    ['6 wks', 'en', 'P6W'],
    ['18 Monate', 'de', 'P18M'],
    ['18 MONATE', 'en', 'P18M'],
    ['2 år', 'nb', 'P2Y'],
    ['18 måneder', 'da', 'P18M'],
    ['1 an et 6 mois', 'fr', 'P1Y6M'],
    ['2 años', 'es', 'P2Y'],
    ['6 weken', 'nl', 'P6W'],
    ['18か月', 'ja', 'P18M'],
    ['1年', 'ja', 'P1Y'],
    ['شهران', 'ar', 'P2M'],
    ['١٨ شهرًا', 'ar', 'P18M'],
    ['18', 'en', 'P18M'],
    ['p18m', 'en', 'P18M'],
    ['P1Y6M', 'en', 'P1Y6M'],
  ])('%s (%s) is %s', (text, language, term) => {
    expect(parseTerm(text, language)).toBe(term);
  });

  it.each(['', 'soon', '3 apples', '3 months free', '1.5 years', '2 days', 'P', '1 year 2 years'])(
    '%s is none',
    (text) => {
      expect(parseTerm(text, 'en')).toBeNull();
    },
  );

  it('reads what it shows, in every language', () => {
    for (const language of LANGUAGES) {
      for (const term of ['P1Y', 'P2Y', 'P1M', 'P2M', 'P3M', 'P18M', 'P1W', 'P6W', 'P1Y6M']) {
        expect([language, parseTerm(termWords(term, language), language)]).toEqual([
          language,
          term,
        ]);
      }
    }
  });
});
