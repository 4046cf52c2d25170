/** What browsers and servers say in English of a failure is said in the person's language. */
import { describe, expect, it } from 'vitest';
import { failureWords, StatusError } from '../../../web/src/i18n/failure-words.ts';
import { filledIn } from '../../../web/src/i18n/placeholders.ts';
import { LANGUAGES, loadLanguage } from '../../../web/src/i18n/translator.ts';

const FAILURES = [
  new TypeError('Failed to fetch'),
  new TypeError('Failed to fetch dynamically imported module: http://site/a.js'),
  new TypeError('NetworkError when attempting to fetch resource.'),
  new TypeError('Load failed'),
  new TypeError('Importing a module script failed.'),
  new TypeError('error loading dynamically imported module: http://site/a.js'),
  new Error('HTTP 503'),
  new StatusError(404, '/documents/q-1'),
  new DOMException('full', 'QuotaExceededError'),
  new DOMException('A mutation operation was attempted', 'InvalidStateError'),
  new DOMException('blocked', 'BlockedError'),
  new SyntaxError('Unexpected token < in JSON at position 0'),
];

describe('failures outside the core', () => {
  for (const language of LANGUAGES) {
    it(`are said in ${language}`, async () => {
      const translator = await loadLanguage(language);
      for (const error of FAILURES) {
        const said = failureWords(error, translator);
        expect(said, error.message).not.toContain(error.message);
        expect(said).not.toMatch(/[{}]|http:|Unexpected|undefined/);
      }
      expect(failureWords(new StatusError(404, '/a'), translator)).toContain('404');
    });
  }

  it('leave what a host says as it is', async () => {
    const translator = await loadLanguage('de');
    expect(failureWords(new Error('Der Code ist abgelaufen.'), translator)).toBe(
      'Der Code ist abgelaufen.',
    );
  });
});

describe('a filled place', () => {
  it('that ends its sentence gets no second full stop', () => {
    const fill = (text: string, a: string) => filledIn(text, { a }, 'ltr');
    expect(fill('Mangler: {a}.', 'Org.nr.')).toBe('Mangler: Org.nr.');
    expect(fill('Mangler: {a}.', 'adresse')).toBe('Mangler: adresse.');
    expect(fill('{a}. Mer', 'Hva?')).toBe('Hva? Mer');
    expect(filledIn('{a}。', { a: '終わり。' }, 'ltr')).toBe('終わり。');
    expect(filledIn('{a}.', { a: 'نهاية.' }, 'rtl')).toBe('\u2068نهاية.\u2069');
  });
});
