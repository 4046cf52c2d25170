// DO-2.4: each amount of money that the schema knows in lines, tax rates and adjustments has a member
// that says its currency, or is held here with the reason why it has none.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readSchema } from './schemas.mjs';

const { $defs: definitions } = readSchema('state');
const MONEY = new Set(['#/$defs/price', '#/$defs/amount']);

/** Every amount of a definition, by the object that holds it. */
function amountsOf(definition, name, found = new Map()) {
  for (const [member, schema] of Object.entries(definition.properties ?? {})) {
    if (MONEY.has(schema.$ref)) found.set(`${name}.${member}`, definition.properties);
    const inner = definitions[schema.$ref?.replace('#/$defs/', '')] ?? schema;
    const item = definitions[inner.items?.$ref?.replace('#/$defs/', '')];
    if (inner.properties) amountsOf(inner, member, found);
    if (item) amountsOf(item, member, found);
  }
  return found;
}

const WITHOUT = {
  'pricing.price': 'the line’s priceCurrency speaks of the whole model',
  'tiers.unitPrice': 'the line’s priceCurrency speaks of the whole model',
  'tiers.flatFee': 'the line’s priceCurrency speaks of the whole model',
  'origin.base': 'what a credited tax was worked out on: a fact of the invoice',
};
const MEMBERS = {
  'line.unitPrice': 'priceCurrency',
  'line.cost': 'costCurrency',
  'phases.unitPrice': 'priceCurrency',
};

for (const name of ['line', 'taxRate', 'adjustment']) {
  test(`each amount of a ${name} says its currency`, () => {
    const amounts = amountsOf(definitions[name], name);
    assert.ok(amounts.size > 0);
    for (const [place, siblings] of amounts) {
      if (place in WITHOUT) continue;
      assert.ok((MEMBERS[place] ?? 'currency') in siblings, place);
    }
  });
}
