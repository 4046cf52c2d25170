// DO-1.1: what a page knows of the kinds of documents is what the core says of them.
import { expect, it } from 'vitest';
import { loadNodeEngine } from '../../../wasm/node.mjs';
import { kindFacts, NUMBERED_KINDS } from '../../../web/src/store/kind-facts.ts';

const KINDS = ['quote', 'paymentLink', 'deal', 'invoice', 'creditMemo', 'subscription'];
const AT = '2026-04-02T10:00:00Z';

const document = (kind: string): string =>
  JSON.stringify({
    version: 1,
    kind,
    currency: 'USD',
    date: '2026-04-01',
    contacts: [{ id: 'c', name: 'Ada' }],
    lines: [{ id: 'l', name: 'Seat', unitPrice: '5', billing: { frequency: 'monthly' } }],
    adjustments: [{ id: 'a', type: 'discount', name: 'Early', percent: '1' }],
  });

it('kinds take adjustments and periods where the core takes them', async () => {
  const core = (await loadNodeEngine()).session();
  for (const kind of KINDS) {
    core.open(document(kind));
    const { issues } = JSON.parse(core.query(JSON.stringify({ get: 'issues' })));
    const codes = issues.map(({ code }: { code: string }) => code);
    const { adjusts, recurs } = kindFacts(kind);
    expect([kind, adjusts]).toEqual([kind, !codes.includes('adjustment-not-allowed')]);
    expect([kind, recurs]).toEqual([kind, !codes.includes('recurring-made-one-time')]);
  }
});

it('kinds have numbers where the core gives them one', async () => {
  const core = (await loadNodeEngine()).session();
  const numbered = KINDS.filter((kind) => {
    core.open(document(kind));
    for (const step of ['finalise', 'publish', 'activate', 'win']) {
      core.apply(JSON.stringify({ op: 'lifecycle', step, at: AT, number: 'X-1' }));
    }
    return JSON.parse(core.save()).number === 'X-1';
  });
  expect(KINDS.filter((kind) => kindFacts(kind).isNumbered)).toEqual(numbered);
  expect(NUMBERED_KINDS.toSorted()).toEqual(numbered.toSorted());
});
