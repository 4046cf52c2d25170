/** The lines of the page: what is bought, how often it is paid, what it costs. */
import { frequencyText } from './paper-billing.ts';
import { firstTerms, phaseList } from './paper-phases.ts';
import { priceList } from './paper-prices.ts';
import type { JsonObject, PricedLine } from '../../../schema/contract.ts';
import { h, own, type Markup, type Piece } from './markup.ts';
import { PaperFormats, record, records, text, type PaperSource } from './paper-source.ts';
import { isNothing, negated } from '../number/taken-off.ts';
import { safeLink, safePicture } from './safe-link.ts';
import { fill } from './words.ts';

interface Columns {
  readonly discount: boolean;
  readonly tax: boolean;
}

function columnsOf(source: PaperSource): Columns {
  return {
    discount: source.view.lines.some((line) => !isNothing(line.discount)),
    tax: source.view.lines.some((line) => line.taxes.length > 0),
  };
}

function countOf(columns: Columns): number {
  return 4 + (columns.discount ? 1 : 0) + (columns.tax ? 1 : 0);
}

function itemCell(source: PaperSource, line: JsonObject, priced: PricedLine | undefined): Markup {
  const { words } = source;
  const name = text(line, 'name');
  const href = safeLink(text(line, 'url'));
  const id = text(line, 'id');
  const optional = line['optional'] === true;
  const billing = priced === undefined ? '' : frequencyText(source, line, priced);
  const served = serviceText(source, line);
  const detail: Piece[] = [
    text(line, 'sku') !== '' && h('span', { class: 'sku' }, own(text(line, 'sku'))),
    billing !== '' && h('span', { class: 'billing' }, billing),
    served !== '' && h('span', {}, served),
    !isNothing(priced?.charges) && h('span', {}, surchargeText(source, priced?.charges ?? '')),
  ];
  const present = detail.filter((piece) => piece !== null && piece !== false);
  const picture = safePicture(text(line, 'imageUrl'));
  return h(
    'th',
    { scope: 'row', class: 'item' },
    picture !== null && h('img', { src: picture, alt: name, class: 'picture' }),
    h(
      'div',
      { class: 'item-name' },
      optional &&
        source.choosing === true &&
        h('input', {
          type: 'checkbox',
          'data-choose': id,
          'data-key': `choose-${id}`,
          checked: line['selected'] === true,
          'aria-label': fill(words.chooseLine, { name }),
        }),
      href === null ? own(name) : h('a', { href, rel: 'noopener noreferrer' }, own(name)),
      optional && h('span', { class: 'tag' }, words.optional),
    ),
    text(line, 'description') !== '' &&
      h('div', { class: 'description' }, own(text(line, 'description'))),
    present.length > 0 && h('div', { class: 'detail' }, ...present),
    priced !== undefined && phaseList(source, line, priced),
    priceList(source, line),
  );
}

/** What no column shows, though the amount contains it. */
function surchargeText(source: PaperSource, amount: string): string {
  const label = source.translator.t('column.charge');
  return `${label}: ${new PaperFormats(source).money(amount)}`;
}

function serviceText(source: PaperSource, line: JsonObject): string {
  const formats = new PaperFormats(source);
  const day = text(line, 'serviceDate');
  if (day !== '') return formats.day(day);
  const period = record(line['servicePeriod']);
  const from = text(period, 'from') || text(period, 'start');
  const until = text(period, 'until') || text(period, 'end');
  return from === '' || until === '' ? '' : `${formats.day(from)} – ${formats.day(until)}`;
}

function quantityCell(source: PaperSource, line: JsonObject, priced: PricedLine): Markup {
  const { words } = source;
  const formats = new PaperFormats(source);
  const id = text(line, 'id');
  const name = text(line, 'name');
  const unit = text(line, 'unit');
  const adjustable =
    source.choosing === true &&
    record(line['quantityRange']) !== null &&
    Object.keys(record(line['quantityRange'])).length > 0;
  const chosen = adjustable ? line : firstTerms(line, priced);
  const quantity = text(chosen, 'quantity') || '1';
  if (!adjustable) {
    return h(
      'td',
      { class: 'number quantity' },
      formats.number(quantity),
      unit !== '' && h('span', { class: 'unit' }, ' ', own(unit)),
    );
  }
  const choice = source.quantities?.get(id);
  const stepper = (by: 'less' | 'more', sign: string, label: string): Markup =>
    h(
      'button',
      {
        type: 'button',
        'data-step': id,
        'data-by': by,
        'data-key': `${by}-${id}`,
        'aria-label': `${label}: ${fill(words.quantityOf, { name })}`,
        'aria-disabled': choice?.[by] === false ? 'true' : null,
      },
      sign,
    );
  const refused = choice?.refused;
  const problem = `quantity-problem-${id}`;
  return h(
    'td',
    { class: 'number quantity' },
    h(
      'span',
      { class: 'chooser' },
      stepper('less', '−', words.less),
      h('input', {
        type: 'text',
        inputmode: 'decimal',
        'data-quantity': id,
        'data-key': `quantity-${id}`,
        value: refused ?? formats.number(quantity),
        'aria-label': fill(words.quantityOf, { name }),
        'aria-invalid': refused === undefined ? null : 'true',
        'aria-describedby': refused === undefined ? null : problem,
      }),
      stepper('more', '+', words.more),
    ),
    unit !== '' && h('span', { class: 'unit' }, ' ', own(unit)),
    refused !== undefined &&
      h('small', { class: 'problem', id: problem, role: 'alert' }, offeredQuantities(source, line)),
  );
}

/** Which quantities the seller offers of a line. */
function offeredQuantities(source: PaperSource, line: JsonObject): string {
  const { words } = source;
  const formats = new PaperFormats(source);
  const range = record(line['quantityRange']);
  const shown = (member: string): string => formats.number(text(range, member) || '0');
  const places = { min: shown('min'), max: shown('max'), step: shown('step') };
  const hasStep = text(range, 'step') !== '';
  const sentence =
    text(range, 'max') === ''
      ? hasStep
        ? words.quantityFromSteps
        : words.quantityFrom
      : hasStep
        ? words.quantityBetweenSteps
        : words.quantityBetween;
  return fill(sentence, places);
}

function unitPriceCell(source: PaperSource, line: JsonObject, priced: PricedLine): Markup {
  const formats = new PaperFormats(source);
  const model = text(record(line['pricing']), 'model');
  const price = text(firstTerms(line, priced), 'unitPrice');
  if (model !== '' && model !== 'flat') {
    const name = source.translator.lookup(`pricing.short.${model}`, model);
    return h('td', { class: 'number soft' }, name);
  }
  return h('td', { class: 'number' }, price === '' ? '' : formats.price(price));
}

function taxCell(source: PaperSource, priced: PricedLine): Markup {
  const formats = new PaperFormats(source);
  const rates = records(source.state, 'taxRates');
  const names = priced.taxes.map(({ id }) => {
    const rate = rates.find((each) => text(each, 'id') === id);
    const percent = text(rate, 'percent') || text(record(rate?.['origin']), 'percent');
    return percent === '' ? text(rate, 'name') || id : formats.percent(percent);
  });
  return h('td', { class: 'number' }, names.join(' + '));
}

function itemRow(source: PaperSource, line: JsonObject, columns: Columns): Markup {
  const formats = new PaperFormats(source);
  const priced = source.view.lines.find(({ id }) => id === text(line, 'id'));
  if (!priced) {
    const rest = countOf(columns) - 1;
    return h('tr', {}, itemCell(source, line, undefined), h('td', { colspan: String(rest) }));
  }
  const unchosen = priced.selected === false;
  return h(
    'tr',
    { class: unchosen ? 'unchosen' : null },
    itemCell(source, line, priced),
    quantityCell(source, line, priced),
    unitPriceCell(source, line, priced),
    columns.discount &&
      h(
        'td',
        { class: 'number' },
        isNothing(priced.discount) ? '' : formats.money(negated(priced.discount ?? '')),
      ),
    columns.tax && taxCell(source, priced),
    amountCell(source, priced),
  );
}

/** The amount; where it is none of the addends of the subtotal, below the reason. */
function amountCell(source: PaperSource, priced: PricedLine): Markup {
  const { words } = source;
  const amount = new PaperFormats(source).money(priced.net);
  const counts = priced.dueNow || priced['priced'] === false;
  if (counts) return h('td', { class: 'number amount' }, amount);
  const why = priced.selected === false ? words.notChosen : words.startsLater;
  return h('td', { class: 'number amount apart' }, h('small', {}, why), ' ', h('span', {}, amount));
}

function otherRow(line: JsonObject, columns: Columns): Markup {
  const span = String(countOf(columns));
  return text(line, 'type') === 'section'
    ? h(
        'tr',
        { class: 'section' },
        h('th', { colspan: span, scope: 'colgroup' }, own(text(line, 'name'))),
      )
    : h('tr', { class: 'note' }, h('td', { colspan: span }, own(text(line, 'name'))));
}

/** The table of lines. */
export function paperLines(source: PaperSource): Markup {
  const { translator, words } = source;
  const columns = columnsOf(source);
  const head = (label: string, kind = 'number'): Markup =>
    h('th', { scope: 'col', class: kind }, label);
  return h(
    'table',
    { class: 'paper-lines' },
    h(
      'thead',
      {},
      h(
        'tr',
        {},
        head(translator.t('column.name'), 'item'),
        head(translator.t('column.quantity')),
        head(translator.t('column.unitPrice')),
        columns.discount && head(translator.t('column.discount')),
        columns.tax && head(words.tax),
        head(words.amount, 'number amount'),
      ),
    ),
    h(
      'tbody',
      {},
      ...records(source.state, 'lines').map((line) => {
        const type = text(line, 'type');
        return type === 'section' || type === 'note'
          ? otherRow(line, columns)
          : itemRow(source, line, columns);
      }),
    ),
  );
}
