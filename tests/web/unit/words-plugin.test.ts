/** How the words of a language are cut along their parts. */
import { describe, expect, it } from 'vitest';
import { words } from '../../../web/words-plugin.mjs';

/** In pieces, or the plugin would cut this file as well. */
const fetched = ['const load = (tag) => import(', '`../../words/${tag}.json?part=paper`);'].join(
  '',
);
const languagesIn = (code: string | undefined): string[] =>
  [...(code ?? '').matchAll(/(\w\w): \(\) => import/g)]
    .map(([, language]) => language ?? '')
    .sort();
const ALL = ['ar', 'da', 'de', 'en', 'es', 'fr', 'ja', 'nb', 'nl'];

describe('the words that are fetched', () => {
  it('are one import a language', () => {
    expect(languagesIn(words().transform(fetched))).toEqual(ALL);
  });

  it('are not those of English where it is there anyway', () => {
    const code = `import en from '../../words/en.json?part=paper';\n${fetched}`;
    expect(languagesIn(words().transform(code))).toEqual(ALL.filter((tag) => tag !== 'en'));
  });

  it('are those of English too where only its type is there, or another part', () => {
    for (const first of [
      "import type en from '../../words/en.json?part=paper';",
      "import en from '../../words/en.json?part=editor';",
    ])
      expect(languagesIn(words().transform(`${first}\n${fetched}`))).toEqual(ALL);
  });

  it('are those of one part alone', () => {
    const plugin = words();
    const id = plugin.resolveId(
      '../../words/de.json?part=paper',
      `${import.meta.dirname}/../../../web/src/preview/words.ts`,
    );
    const code = plugin.load(id ?? '')?.code ?? '';
    expect(code).toContain('Zahlungsbedingungen');
    expect(Object.keys(JSON.parse(code.replace(/^export default |;\s*$/g, '')) as object)).toEqual([
      'paper',
    ]);
  });
});
