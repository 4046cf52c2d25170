import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isFormula, fromCoreFormula, toCoreFormula } from '../../../web/src/number/formula.ts';
import { formatDecimal, formatMoney, formatPercent } from '../../../web/src/number/format.ts';
import { isEither, keepRefused, parseNumber, refusedText } from '../../../web/src/number/parse.ts';

const value = (text: string, locale: string): string => {
  const parsed = parseNumber(text, locale);
  return parsed.ok ? parsed.value : `refused: ${parsed.suggestion ?? parsed.reason}`;
};

const LOCALES = ['en-US', 'nb-NO', 'nl-NL', 'da-DK', 'de-DE', 'fr-FR', 'es-ES', 'ar-EG', 'ja-JP'];
const MORE_LOCALES = ['de-CH', 'hi-IN', 'pl-PL', 'fa-IR', 'sv-SE', 'en-IN'];

describe('typing a number', () => {
  it('reads what each locale writes', () => {
    expect(value('1,234.50', 'en-US')).toBe('1234.50');
    expect(value('1.234,50', 'de-DE')).toBe('1234.50');
    expect(value('1\u00a0234,50', 'nb-NO')).toBe('1234.50');
    expect(value('1\u202f234,50', 'fr-FR')).toBe('1234.50');
    expect(value('1’234.50', 'de-CH')).toBe('1234.50');
    expect(value("1'234.50", 'de-CH')).toBe('1234.50');
    // Latin digits are written as Latin numbers are, also there.
    expect(value('10.50', 'ar-EG')).toBe('10.50');
    expect(value('1,234.5', 'ar-EG')).toBe('1234.5');
    expect(value('١٬٢٣٤٫٥', 'ar-EG')).toBe('1234.5');
    expect(value('12,34,567.5', 'hi-IN')).toBe('1234567.5');
    expect(value('−3', 'nb-NO')).toBe('-3');
  });

  it('reads what a Japanese input method types, digits and signs', () => {
    expect(value('１２３', 'ja-JP')).toBe('123');
    expect(value('１，２３４．５', 'ja-JP')).toBe('1234.5');
    expect(value('１２３。５', 'ja-JP')).toBe('123.5');
    expect(value('ー５', 'ja-JP')).toBe('-5');
    expect(value('－５', 'ja-JP')).toBe('-5');
    expect(value('▲500', 'ja-JP')).toBe('-500');
    expect(value('△ 1,500', 'ja-JP')).toBe('-1500');
    expect(isFormula('＝３＊１２')).toBe(true);
    expect(toCoreFormula('＝（３＋１）＊１２', 'ja-JP')).toBe('=(3+1)*12');
  });

  it('takes a plain space for a group in every locale', () => {
    expect(value('1 234 567', 'en-US')).toBe('1234567');
    expect(value('1 234,5', 'de-DE')).toBe('1234.5');
  });

  it('refuses a comma that could be a decimal comma, and says what it may mean', () => {
    expect(value('1,5', 'en-US')).toBe('refused: 1.5');
    expect(value('12,50', 'en-US')).toBe('refused: 12.50');
    expect(value('1.5', 'de-DE')).toBe('refused: 1.5');
    expect(value('1.234,50', 'en-US')).toBe('refused: 1234.50');
  });

  it('suggests nothing where two readings are as likely', () => {
    expect(value('1.234', 'nb-NO')).toBe('refused: unclear');
  });

  it('refuses groups of a wrong size, two separators, words and exponents', () => {
    for (const text of ['1,23,4', '1,2345', '1.2.3', '12abc', '1e5', '--3', '5-', '1 23']) {
      expect(parseNumber(text, 'en-US').ok, text).toBe(false);
    }
  });

  it('groups no number that begins with nothing: it is a fraction', () => {
    expect(parseNumber('0,125', 'en-US')).toEqual({
      ok: false,
      reason: 'unclear',
      suggestion: '0.125',
    });
    expect(parseNumber('0.125', 'de-DE')).toMatchObject({ ok: false, suggestion: '0.125' });
    expect(value('0.125', 'en-US')).toBe('0.125');
  });

  it('knows what is a thousand to some and a fraction to others', () => {
    for (const text of ['1.250', '1,250', ' -12,500', '١,٢٥٠'])
      expect(isEither(text), text).toBe(true);
    for (const text of [
      '1250',
      '1.25',
      '0.125',
      '1,250.00',
      '1.250.000',
      '1 250',
      "1'250",
      '1250.125',
    ]) {
      expect(isEither(text), text).toBe(false);
    }
  });

  it('says of what it does not read what it may mean: one number, or two', () => {
    const unclear = { ok: false, reason: 'unclear' } as const;
    for (const locale of ['fr-FR', 'nb-NO']) {
      for (const text of ['1.250', '-1.250'])
        expect(parseNumber(text, locale)).toEqual({
          ...unclear,
          readings: text.startsWith('-') ? ['-1.250', '-1250'] : ['1.250', '1250'],
        });
      expect(parseNumber('1.250,50', locale)).toEqual({ ...unclear, suggestion: '1250.50' });
      expect(parseNumber('1.250.000', locale)).toEqual({ ...unclear, suggestion: '1250000' });
      expect(parseNumber('1 0,5', locale)).toEqual({ ...unclear, suggestion: '10.5' });
      expect(parseNumber('12 50', locale)).toEqual({ ...unclear, readings: ['1250', '12.50'] });
    }
    expect(parseNumber("1'250.50", 'en-US')).toEqual({ ...unclear, suggestion: '1250.50' });
    expect(parseNumber('1,250', 'de-CH')).toEqual({ ...unclear, readings: ['1250', '1.250'] });
    expect(parseNumber('12x', 'fr-FR')).toEqual(unclear);
  });

  it('reads an unfinished number while it is being typed', () => {
    expect(value('1.', 'en-US')).toBe('1');
    expect(value('.5', 'en-US')).toBe('0.5');
    expect(parseNumber('', 'en-US')).toEqual({ ok: false, reason: 'empty' });
    expect(parseNumber('-', 'en-US').ok).toBe(false);
  });

  it('drops leading zeros and the sign of zero, and keeps every digit given', () => {
    expect(value('007', 'en-US')).toBe('7');
    expect(value('-0.00', 'en-US')).toBe('0.00');
    expect(value('0.123456789012', 'en-US')).toBe('0.123456789012');
  });

  it('reads back whatever it wrote, in every locale, digit for digit', () => {
    const integer = fc.bigInt({ min: 0n, max: 10n ** 17n }).map(String);
    const fraction = fc.stringMatching(/^\d{0,12}$/);
    const locale = fc.constantFrom(...LOCALES, ...MORE_LOCALES);
    fc.assert(
      fc.property(integer, fraction, fc.boolean(), locale, (whole, digits, negative, tag) => {
        const text = digits === '' ? whole : `${whole}.${digits}`;
        const signed = negative && !/^[0.]*$/.test(text) ? `-${text}` : text;
        expect(value(formatDecimal(signed, tag), tag)).toBe(signed);
      }),
    );
  });

  it('keeps refused text so that no reader takes it for a number, and gives it back', () => {
    expect(keepRefused('1.5')).toBe('1.5?');
    expect(keepRefused('1,5')).toBe('1,5');
    expect(refusedText('1.5?')).toBe('1.5');
    expect(refusedText('why?')).toBe('why?');
  });
});

describe('showing a number', () => {
  it('never goes through a floating-point number', () => {
    expect(formatDecimal('12345678901234567890.125', 'en-US')).toBe(
      '12,345,678,901,234,567,890.125',
    );
    expect(formatMoney('9007199254740993.10', 'en-US', 'USD')).toBe('$9,007,199,254,740,993.10');
  });

  it('groups as the locale does', () => {
    expect(formatDecimal('1234', 'es-ES')).toBe('1234');
    expect(formatDecimal('12345', 'es-ES')).toBe('12.345');
    expect(formatDecimal('1234567', 'hi-IN')).toBe('12,34,567');
  });

  it('says the same as Intl for amounts Intl can hold', () => {
    for (const locale of LOCALES) {
      for (const amount of ['0.00', '9.91', '-1234.50', '1234567.89']) {
        const format = new Intl.NumberFormat(locale, { style: 'currency', currency: 'EUR' });
        expect(formatMoney(amount, locale, 'EUR'), locale).toBe(format.format(Number(amount)));
      }
    }
  });

  it('keeps the letters and the sign of a currency together in right-to-left text', () => {
    expect(formatMoney('9.91', 'ar-EG', 'USD')).toBe('\u200f٩٫٩١\u00a0US$\u200e');
    expect(formatMoney('9.91', 'en-US', 'USD')).toBe('$9.91');
  });

  it('places the percent sign where the locale does', () => {
    expect(formatPercent('8.875', 'en-US')).toBe('8.875%');
    expect(formatPercent('8.875', 'de-DE')).toBe('8,875\u00a0%');
  });

  it('shows text that is no number as it is', () => {
    expect(formatDecimal('1,5 or so', 'en-US')).toBe('1,5 or so');
  });
});

describe('formulas', () => {
  // ED-1.5, ST-1.10
  it('are noticed by an equals sign or an operator between numbers', () => {
    for (const text of ['=3*12', '3*12', '100-15%', '2 × 4', '=5'])
      expect(isFormula(text)).toBe(true);
    for (const text of ['-5', '12', '1,234.5', '15%', '+4']) expect(isFormula(text)).toBe(false);
  });

  it('travel in the core’s form and come back in the locale’s', () => {
    expect(toCoreFormula('=1.234,5*2', 'de-DE')).toBe('=1234.5*2');
    expect(toCoreFormula('3*1,234.5', 'en-US')).toBe('=3*1234.5');
    expect(fromCoreFormula('=1234.5*2', 'de-DE')).toBe('=1234,5*2');
  });

  it('are refused where a number in them is not clear', () => {
    expect(toCoreFormula('=1,5*2', 'en-US')).toBeNull();
  });
});
