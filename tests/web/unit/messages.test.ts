import { describe, expect, it } from 'vitest';
import { en } from '../../../web/src/i18n/en.ts';
import {
  LANGUAGES,
  loadLanguage,
  servedLanguage,
  type Message,
} from '../../../web/src/i18n/translator.ts';

const forms = (message: Message): string[] =>
  typeof message === 'string' ? [message] : Object.values(message);
const placeholders = (text: string): string[] =>
  [...text.matchAll(/\{(\w+)\}/g)].map((match) => match[1] ?? '').sort();

async function messagesOf(language: string): Promise<Record<string, Message>> {
  if (language === 'en') return en;
  const module = (await import(`../../../web/src/i18n/${language}.ts`)) as {
    messages: Record<string, Message>;
  };
  return module.messages;
}

describe('the message catalogues', () => {
  for (const language of LANGUAGES.filter((each) => each !== 'en')) {
    it(`have every message in ${language}, and no other`, async () => {
      expect(Object.keys(await messagesOf(language)).sort()).toEqual(Object.keys(en).sort());
    });

    it(`fill the same places in ${language} as in English`, async () => {
      const messages = await messagesOf(language);
      for (const [key, message] of Object.entries(en)) {
        const wanted = new Set(forms(message as Message).flatMap(placeholders));
        for (const text of forms(messages[key] ?? '')) {
          for (const name of placeholders(text)) expect(wanted, `${key}: ${text}`).toContain(name);
        }
        const all = new Set(forms(messages[key] ?? '').flatMap(placeholders));
        for (const name of wanted) {
          if (name !== 'count') expect(all, `${key} lacks {${name}}`).toContain(name);
        }
      }
    });

    it(`have every plural form ${language} counts with`, async () => {
      const categories = new Intl.PluralRules(language).resolvedOptions().pluralCategories;
      const needed = categories.filter(
        (category) => !['many'].includes(category) || language === 'ar',
      );
      for (const [key, message] of Object.entries(await messagesOf(language))) {
        if (typeof message === 'string') continue;
        for (const category of needed) expect(Object.keys(message), key).toContain(category);
      }
    });
  }

  it('choose the plural form by count', async () => {
    const english = await loadLanguage('en');
    expect(english.t('total.lines', { count: 1 })).toBe('1 line');
    expect(english.t('total.lines', { count: 2 })).toBe('2 lines');
  });

  it('keep what is filled in apart where the text runs from right to left', async () => {
    const arabic = await loadLanguage('ar');
    const name = 'Acme (UK) 2';
    expect(arabic.t('label.add', { name })).toBe('إضافة \u2068Acme (UK) 2\u2069');
    expect((await loadLanguage('fr')).t('adjustment.remove', { name })).toBe(`Retirer ${name}`);
  });

  it('serve related tags, and English where there is nothing nearer', () => {
    expect(servedLanguage('no-NO')).toBe('nb');
    expect(servedLanguage('de-AT')).toBe('de');
    expect(servedLanguage('xx')).toBe('en');
  });
});
