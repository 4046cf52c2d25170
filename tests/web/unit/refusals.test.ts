/** What the core refuses has a sentence in each language, and no page says it by another way. */
import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { CAPABILITIES } from '../../../web/src/store/capabilities.ts';
import { loadRefusalWords, RefusalWords } from '../../../web/src/sentences/refusals.ts';
import { LANGUAGES } from '../../../web/src/i18n/languages.ts';
import { CODE_SENTENCES, REASON_IDS } from '../../../web/src/sentences/sentence-ids.ts';

const root = new URL('../../../', import.meta.url);
const read = (path: string): string => readFileSync(new URL(path, root), 'utf8');

/** The core's table: id and English sentence. */
const table = new Map(
  [...read('core/base/reasons.h').matchAll(/Reason k\w+\{\s*"(\w+)",\s*((?:"[^"]*"\s*)+)\}/g)].map(
    ([, id = '', texts = '']) => [
      id,
      [...texts.matchAll(/"([^"]*)"/g)].map(([, text]) => text).join(''),
    ],
  ),
);
const schema = JSON.parse(read('schema/error.schema.json')) as {
  $defs: { refusalCode: { anyOf: { enum: string[] }[] }; reasonId: { enum: string[] } };
};
const holes = (text: string): string[] => text.match(/\{\w+\}/g) ?? [];
const others = LANGUAGES.filter((each) => each !== 'en');

describe('the reasons of the core', () => {
  it('are the published ones, and those that pages know', () => {
    expect(table.size).toBeGreaterThan(90);
    expect([...REASON_IDS].sort()).toEqual([...table.keys()].sort());
    expect([...schema.$defs.reasonId.enum].sort()).toEqual([...table.keys()].sort());
    const codes = schema.$defs.refusalCode.anyOf.flatMap((group) => group.enum);
    expect(Object.keys(CODE_SENTENCES).sort()).toEqual(codes.sort());
  });

  for (const language of others) {
    it(`have a sentence each in ${language}, with no place that the core does not fill`, () => {
      const { refusals } = JSON.parse(read(`web/words/${language}.json`)) as {
        refusals: Record<string, string>;
      };
      const reasons = Object.fromEntries(
        Object.entries(refusals).filter(([id]) => !id.startsWith('right.')),
      );
      const wanted = [...new Set([...REASON_IDS, ...Object.values(CODE_SENTENCES)])];
      expect(Object.keys(reasons).sort()).toEqual(wanted.sort());
      for (const [id, text] of Object.entries(reasons)) {
        expect(text.trim(), id).not.toBe('');
        const filled = holes(table.get(id) ?? '');
        for (const hole of holes(text)) expect(filled, `${id}: ${text}`).toContain(hole);
      }
    });

    it(`name each capability in ${language}`, async () => {
      const words = await loadRefusalWords(language);
      for (const flag of CAPABILITIES.filter((name) => name !== 'readOnly')) {
        expect(words.flag(flag), flag).not.toBe('');
      }
    });

    it(`are said in ${language} for each code, also without a reason`, async () => {
      const words = await loadRefusalWords(language);
      for (const code of Object.keys(CODE_SENTENCES)) {
        const said = words.say({ code, message: 'English' });
        expect(said, code).not.toBe('English');
        expect(said, code).not.toMatch(/[{}]|\(\s*\)/);
        expect(said, code).not.toContain(code);
      }
    });
  }

  it('keep in English what the core fills, in the formats of the page', async () => {
    const words = await loadRefusalWords('en');
    const said = { code: 'quote-expired', message: 'raw', reasonId: 'offerOver' };
    expect(words.say({ ...said, values: { day: '2026-11-22' } }, { day: () => '22 Nov' })).toBe(
      'The offer was good until 22 Nov. Clone it to make a new one.',
    );
    expect(
      words.say({ message: 'As it came.', reasonId: 'needsLines', code: 'lines-required' }),
    ).toBe('As it came.');
    expect(words.say({ message: 'x', code: 'has-errors', reasonId: 'errors' })).not.toContain('{');
  });

  it('fill lists, other sentences and words that a page may not have', async () => {
    const german = await loadRefusalWords('de');
    const statuses = { status: (name: string) => `<${name}>` };
    const values = { kind: 'invoice', statuses: ['draft', 'partlyPaid'], status: 'voided' };
    expect(german.say({ message: '', reasonId: 'possibleWhile', values }, statuses)).toMatch(
      /<draft> · <partlyPaid>.*<voided>/,
    );
    expect(
      german.say({ message: '', reasonId: 'immutable', values: { remains: 'remainsClone' } }),
    ).toBe(
      `${german.say({ message: '', reasonId: 'immutable' })} ${german.say({ message: '', reasonId: 'remainsClone' })}`,
    );
    const flag = (name: string) => ({
      message: '',
      reasonId: 'notPermitted',
      values: { flag: name },
    });
    expect(german.say(flag('editPrices'))).toContain('(Preise)');
    expect(german.say(flag('readOnly'))).not.toMatch(/[()]/);
  });

  it('are said together, the first first', () => {
    const also = [{ message: 'Two.' }, { message: 'Three.' }];
    expect(new RefusalWords({}).all({ message: 'One.', also })).toEqual(['One.', 'Two.', 'Three.']);
  });
});

describe('the pages', () => {
  it('never show the message of a refusal as it came', () => {
    const folder = new URL('web/src/', root);
    const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) =>
      /^(element|workspace|preview|summary)\/.*\.ts$/.test(name),
    );
    expect(files.length).toBeGreaterThan(150);
    // The editor's `open` answers the host; load-source is for Node, whose answer is the core's.
    const known = ['element/crossfoot-editor.ts', 'preview/load-source.ts'];
    const guilty = files.filter((name) =>
      /\.error\??\.message/.test(readFileSync(new URL(name, folder), 'utf8')),
    );
    expect(guilty.filter((name) => !known.includes(name))).toEqual([]);
  });
});
