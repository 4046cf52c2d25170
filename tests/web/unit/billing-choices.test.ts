import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { FREQUENCIES, PRICING_MODELS } from '../../../web/src/element/billing-choices.ts';

const { $defs: schema } = JSON.parse(
  readFileSync(new URL('../../../schema/state.schema.json', import.meta.url), 'utf8'),
);

// RE-1.1
it('every frequency of the published schema can be chosen, and no other', () => {
  expect(FREQUENCIES).toEqual(schema.frequency.anyOf[0].enum);
});

// PR-6.1
it('every pricing model of the published schema can be chosen, and no other', () => {
  expect([...PRICING_MODELS].sort()).toEqual([...schema.pricing.properties.model.examples].sort());
});
