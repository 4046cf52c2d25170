import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import {
  inputName,
  loadRuleWords,
  ruleName,
  SHOWN_RULES,
} from '../../../web/src/i18n/rule-words.ts';
import { loadLanguage } from '../../../web/src/i18n/translator.ts';

const page = readFileSync(new URL('../../../docs/explain.md', import.meta.url), 'utf8');
const documented = [...page.matchAll(/^\| `([a-z-]+)` \|/gm)].map((match) => match[1] ?? '');

const { rules } = JSON.parse(
  readFileSync(new URL('../../../web/words/en.json', import.meta.url), 'utf8'),
) as { rules: Record<string, string> };

describe('the words of an explanation', () => {
  it('name every rule the core documents, and no other', () => {
    const own = Object.keys(rules).filter((key) => !key.startsWith('input.'));
    expect([...own, ...Object.keys(SHOWN_RULES)].sort()).toEqual([...documented].sort());
  });

  it('are those of the language once it is loaded', async () => {
    await loadRuleWords('de-AT');
    const german = await loadLanguage('de');
    expect(ruleName(german, 'discount-cap')).toBe('Nie mehr als der Preis');
    expect(ruleName(german, 'subtotal')).toBe(german.t('total.subtotal'));
    expect(inputName(german, 'packages')).toBe('Pakete');
    expect(ruleName(german, 'rule-of-tomorrow')).toBe('Rule of tomorrow');
  });
});
