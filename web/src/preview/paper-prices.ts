/** How a quantity is priced where there is no price of one unit: the seller's price list (PR-6). */
import type { JsonObject } from '../../../schema/contract.ts';
import { h, type Markup, type Piece } from './markup.ts';
import { PaperFormats, record, records, text, type PaperSource } from './paper-source.ts';

const TIERED = new Set(['volume', 'graduated', 'stairstep']);

/** The tiers or the package of a line; null where one unit has one price. */
export function priceList(source: PaperSource, line: JsonObject): Markup | null {
  const pricing = record(line['pricing']);
  const model = text(pricing, 'model');
  if (model === 'package') {
    return h('ul', { class: 'prices' }, h('li', {}, ...packageParts(source, pricing)));
  }
  if (!TIERED.has(model)) return null;
  return h(
    'ul',
    { class: 'prices' },
    h('li', {}, source.translator.lookup(`pricing.${model}`, model)),
    ...records(pricing, 'tiers').map((tier) => h('li', {}, ...tierParts(source, tier))),
  );
}

/** "Label: amount", each in its own direction. */
function said(label: string, amount: string): Piece[] {
  return [` · ${label}: `, h('bdi', { dir: 'ltr' }, amount)];
}

function tierParts(source: PaperSource, tier: JsonObject): Piece[] {
  const formats = new PaperFormats(source);
  const { translator } = source;
  const upTo = text(tier, 'upTo');
  const price = text(tier, 'unitPrice');
  const fee = text(tier, 'flatFee');
  const range: Piece[] =
    upTo === ''
      ? [translator.t('pricing.andAbove')]
      : [`${translator.t('pricing.upTo')} `, h('bdi', { dir: 'ltr' }, formats.number(upTo))];
  return [
    ...range,
    ...(price === '' ? [] : said(translator.t('column.unitPrice'), formats.price(price))),
    ...(fee === '' ? [] : said(translator.t('pricing.flatFee'), formats.price(fee))),
  ];
}

function packageParts(source: PaperSource, pricing: JsonObject): Piece[] {
  const formats = new PaperFormats(source);
  const { translator } = source;
  const free = text(pricing, 'freeUnits');
  return [
    `${translator.t('pricing.size')}: `,
    h('bdi', { dir: 'ltr' }, formats.number(text(pricing, 'size'))),
    ...said(translator.t('pricing.price'), formats.price(text(pricing, 'price'))),
    ...(free === '' ? [] : said(translator.t('pricing.freeUnits'), formats.number(free))),
  ];
}
