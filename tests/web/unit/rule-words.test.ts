import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import {
  inputName,
  loadRuleWords,
  ruleName,
  SHOWN_RULES,
} from '../../../web/src/i18n/rule-words.ts';
import { LANGUAGES, loadLanguage } from '../../../web/src/i18n/translator.ts';

const page = readFileSync(new URL('../../../docs/explain.md', import.meta.url), 'utf8');
const documented = [...page.matchAll(/^\| `([a-z-]+)` \|/gm)].map((match) => match[1] ?? '');

const rulesOf = async (language: string): Promise<Record<string, string>> =>
  (
    (await import(`../../../web/src/i18n/rules/${language}.ts`)) as {
      rules: Record<string, string>;
    }
  ).rules;

describe('the words of an explanation', () => {
  it('name every rule the core documents, and no other', async () => {
    const own = Object.keys(await rulesOf('en')).filter((key) => !key.startsWith('input.'));
    expect([...own, ...Object.keys(SHOWN_RULES)].sort()).toEqual([...documented].sort());
  });

  for (const language of LANGUAGES) {
    it(`are all there in ${language}`, async () => {
      const rules = await rulesOf(language);
      expect(Object.keys(rules)).toEqual(Object.keys(await rulesOf('en')));
      for (const [key, text] of Object.entries(rules)) expect(text.trim(), key).not.toBe('');
    });
  }

  it('are those of the language once it is loaded', async () => {
    await loadRuleWords('de-AT');
    const german = await loadLanguage('de');
    expect(ruleName(german, 'discount-cap')).toBe('Nie mehr als der Preis');
    expect(ruleName(german, 'subtotal')).toBe(german.t('total.subtotal'));
    expect(inputName(german, 'packages')).toBe('Pakete');
    expect(ruleName(german, 'rule-of-tomorrow')).toBe('Rule of tomorrow');
  });
});
