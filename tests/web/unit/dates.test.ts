import { describe, expect, it } from 'vitest';
import {
  addDays,
  dateOrder,
  formatDate,
  formatLongDate,
  formatNumericDate,
  otherDate,
  parseDate,
} from '../../../web/src/date/dates.ts';
import { normaliseTyping } from '../../../web/src/number/parse.ts';

describe('typing a date', () => {
  it('reads ISO dates everywhere, and the locale’s own order', () => {
    expect(parseDate('2026-12-24', 'en-US', '2026-11-22')).toBe('2026-12-24');
    expect(parseDate('12/24/2026', 'en-US', '2026-11-22')).toBe('2026-12-24');
    expect(parseDate('24.12.2026', 'nb-NO', '2026-11-22')).toBe('2026-12-24');
    expect(parseDate('24.12.26', 'de-DE', '2026-11-22')).toBe('2026-12-24');
    expect(parseDate('2026/12/24', 'ja-JP', '2026-11-22')).toBe('2026-12-24');
  });

  it('counts days from the document’s date after a plus sign', () => {
    expect(parseDate('+30', 'en-US', '2026-11-22')).toBe('2026-12-22');
    expect(parseDate('+ 1', 'en-US', '2024-02-28')).toBe('2024-02-29');
  });

  it('knows the one day that another order can mean', () => {
    expect(otherDate('31.12.2026')).toBe('2026-12-31');
    expect(otherDate('12/31/26')).toBe('2026-12-31');
    expect(otherDate('2026. 12. 31.')).toBe('2026-12-31');
    expect(otherDate('٣١/١٢/٢٠٢٦')).toBe('2026-12-31');
    expect(otherDate('1.2.2026')).toBeNull();
    expect(otherDate('31.13.2026')).toBeNull();
    expect(otherDate('soon')).toBeNull();
  });

  it('refuses days that do not exist', () => {
    for (const text of ['31.02.2026', '2026-13-01', '24.12', 'tomorrow', '']) {
      expect(parseDate(text, 'nb-NO', '2026-11-22'), text).toBeNull();
    }
    expect(addDays('9999-12-31', 1)).toBeNull();
  });

  it('reads back what it shows, in every language’s usual locale', () => {
    for (const locale of [
      'en-US',
      'nb-NO',
      'nl-NL',
      'da-DK',
      'de-DE',
      'fr-FR',
      'es-ES',
      'ar-EG',
      'ja-JP',
    ]) {
      const shown = formatNumericDate('2026-03-09', locale);
      expect(parseDate(shown, locale, '2026-01-01'), `${locale} ${dateOrder(locale)}`).toBe(
        '2026-03-09',
      );
    }
  });
});

describe('locales with a Unicode extension', () => {
  const tags = [
    'ar-EG-u-nu-latn',
    'de-DE-u-co-phonebk',
    'ja-JP-u-ca-japanese',
    'th-TH-u-ca-buddhist-nu-thai',
    'fa-IR-u-ca-persian-nu-arabext',
    'en-US-u-hc-h23',
    'he-IL-u-ca-hebrew-x-own',
    'de_DE',
    'x-nothing',
    '',
  ];
  it.each(tags)('%s reads back the day it shows, in the calendar of documents', (tag) => {
    expect([...dateOrder(tag)].sort().join('')).toBe('dmy');
    expect(parseDate(formatNumericDate('2026-12-24', tag), tag, '2026-11-22')).toBe('2026-12-24');
    for (const format of [formatDate, formatLongDate]) {
      expect(normaliseTyping(format('2026-12-24', tag))).toContain('2026');
    }
  });
});
