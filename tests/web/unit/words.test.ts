/** The words of the product: each language has them all, whole, and none that nobody says. */
import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { Catalogue, type Message } from '../../../web/src/i18n/catalogue.ts';
import { LANGUAGES, loadLanguage, servedLanguage } from '../../../web/src/i18n/translator.ts';

type Part = Readonly<Record<string, Message>>;
type File = Readonly<Record<string, Part | string>>;

const web = new URL('../../../web/', import.meta.url);
const read = (language: string): File =>
  JSON.parse(readFileSync(new URL(`words/${language}.json`, web), 'utf8')) as File;
const partsOf = (file: File): [string, Part][] =>
  Object.entries(file).filter((entry): entry is [string, Part] => typeof entry[1] !== 'string');

const english = read('en');
const others = LANGUAGES.filter((each) => each !== 'en');
const forms = (message: Message): string[] =>
  typeof message === 'string' ? [message] : Object.values(message);
const placeholders = (message: Message): Set<string> =>
  new Set(
    forms(message).flatMap((text) =>
      [...text.matchAll(/\{(\w+)\}/g)].map(([, name]) => name ?? ''),
    ),
  );

/** English refusals stand in the replies of the core; tests/web/unit/refusals.test.ts holds these words. */
const SAID_BY_THE_CORE = 'refusals';

describe('the words', () => {
  it('are there for each language that is served, and for no other', () => {
    const files = readdirSync(new URL('words/', web)).map((file) => file.replace('.json', ''));
    expect(files.sort()).toEqual([...LANGUAGES].sort());
  });

  for (const language of others) {
    const file = read(language);
    for (const [part, words] of partsOf(english)) {
      const own = file[part] as Part;
      const isWhole = part !== SAID_BY_THE_CORE;
      if (isWhole)
        it(`are all of ‘${part}’ in ${language}, in order`, () => {
          expect(Object.keys(own)).toEqual(Object.keys(words));
        });

      it(`fill the same places of ‘${part}’ in ${language} as in English`, () => {
        for (const [key, message] of Object.entries(words)) {
          const wanted = placeholders(message);
          const filled = placeholders(own[key] ?? '');
          for (const name of filled) expect(wanted, `${key}: {${name}}`).toContain(name);
          for (const name of wanted) if (name !== 'count') expect(filled, key).toContain(name);
        }
      });
    }

    it(`say something, in every form that ${language} counts with`, () => {
      const categories = new Intl.PluralRules(language).resolvedOptions().pluralCategories;
      // Many is a million in the Romance languages: the other form says it as well.
      const needed = categories.filter((category) => category !== 'many' || language === 'ar');
      for (const [key, message] of partsOf(file).flatMap(([, part]) => Object.entries(part))) {
        for (const text of forms(message)) expect(text.trim(), key).not.toBe('');
        if (typeof message === 'string') continue;
        for (const category of needed) expect(Object.keys(message), key).toContain(category);
      }
    });
  }

  it('are each said somewhere', () => {
    const files = readdirSync(new URL('src/', web), { recursive: true, encoding: 'utf8' });
    const source = files
      .filter((file) => file.endsWith('.ts'))
      .map((file) => readFileSync(new URL(`src/${file}`, web), 'utf8'))
      .join('\n');
    const made = [...source.matchAll(/`([\w.]+\.)\$\{/g)].map(([, head]) => head ?? '');
    const isSaid = (key: string): boolean =>
      (key.includes('.') ? source.includes(`'${key}'`) : new RegExp(`\\b${key}\\b`).test(source)) ||
      made.some((head) => key.startsWith(head));
    // The rules of an explanation are named by the core (rule-words.test.ts), and so are refusals.
    const named = ['rules', SAID_BY_THE_CORE];
    for (const [part, words] of partsOf(english).filter(([name]) => !named.includes(name)))
      expect(
        Object.keys(words).filter((key) => !isSaid(key)),
        part,
      ).toEqual([]);
  });

  it('have the plural form of the count', async () => {
    const words = await loadLanguage('en');
    expect(words.t('total.lines', { count: 1 })).toBe('1 line');
    expect(words.t('total.lines', { count: 2 })).toBe('2 lines');
  });

  it('keep what is filled in apart where the text runs from right to left', async () => {
    const arabic = await loadLanguage('ar');
    const name = 'Acme (UK) 2';
    expect(arabic.t('label.add', { name })).toBe('إضافة \u2068Acme (UK) 2\u2069');
    expect((await loadLanguage('fr')).t('adjustment.remove', { name })).toBe(`Retirer ${name}`);
  });

  it('are those of related tags, and English where there is nothing nearer', () => {
    expect(servedLanguage('no-NO')).toBe('nb');
    expect(servedLanguage('de-AT')).toBe('de');
    expect(servedLanguage('xx')).toBe('en');
  });

  it('that could not be fetched are fetched at the next asking', async () => {
    let asked = 0;
    const catalogue = new Catalogue<'yes'>('answers', async () => {
      asked++;
      if (asked === 1) throw new Error('offline');
      return { default: { answers: { yes: 'Ja' } } };
    });
    await expect(catalogue.load('da')).rejects.toThrow('offline');
    expect(catalogue.loaded('da')).toBeUndefined();
    expect((await catalogue.load('da')).t('yes')).toBe('Ja');
    await catalogue.load('da-DK');
    expect(asked).toBe(2);
  });
});
