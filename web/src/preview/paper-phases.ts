/** The phases of a ramp on the page: what each of its payments is made of. */
import type { JsonObject, PricedLine } from '../../../schema/contract.ts';
import { h, own, type Markup, type Piece } from './markup.ts';
import { PaperFormats, record, records, text, type PaperSource } from './paper-source.ts';
import { isNothing } from '../number/taken-off.ts';
import { fill } from './words.ts';

/** Price and quantity of a phase: what it has none of comes from the line (RE-2.4). */
function termsOf(line: JsonObject, phase: JsonObject | undefined): JsonObject {
  const { unitPrice, quantity } = phase ?? {};
  return {
    ...line,
    ...(unitPrice === undefined ? {} : { unitPrice }),
    ...(quantity === undefined ? {} : { quantity }),
  };
}

/** A line as its first payment has it: that is the amount beside it. */
export function firstTerms(line: JsonObject, priced: PricedLine): JsonObject {
  return priced.phases === undefined
    ? line
    : termsOf(line, records(record(line['billing']), 'phases')[0]);
}

/** "from 1 Dec 2026, monthly × 12: 200 × $348.00 − $3,480.00 = $66,120.00", phase by phase. */
export function phaseList(
  source: PaperSource,
  line: JsonObject,
  priced: PricedLine,
): Markup | null {
  const { phases = [] } = priced;
  if (phases.length === 0) return null;
  const { words, translator } = source;
  const formats = new PaperFormats(source);
  const billing = record(line['billing']);
  const frequency = text(billing, 'frequency');
  const name = translator.lookup(`frequency.${frequency}`, frequency);
  const isFlat = ['', 'flat'].includes(text(record(line['pricing']), 'model'));
  return h(
    'ul',
    { class: 'phases' },
    ...phases.map((phase, index) => {
      const terms = termsOf(line, records(billing, 'phases')[index]);
      // Each amount in its own direction; a phase's surcharges are in its net only.
      const sum: Piece[] = [
        own(formats.number(text(terms, 'quantity') || '1')),
        ...(isFlat
          ? [' × ', own(formats.price(text(terms, 'unitPrice')))]
          : [' · ', own(formats.money(phase.list))]),
        ...(isNothing(phase.discount) ? [] : [' − ', own(formats.money(phase.discount))]),
        ...(isNothing(priced.charges) ? [] : [` + ${translator.t('column.charge')}`]),
        ' = ',
        own(formats.money(phase.net)),
      ];
      const when =
        phase.payments === null
          ? `${name}, ${words.onwards}`
          : translator.t('billing.times', { frequency: name, count: phase.payments });
      const from =
        phase.from === null ? '' : `${fill(words.from, { date: formats.day(phase.from) })}, `;
      return h('li', {}, `${from}${when}: `, h('span', { class: 'sum' }, ...sum));
    }),
  );
}
