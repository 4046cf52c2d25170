// What always holds (pricing rules, last section), on random documents, for the command in
// CROSSFOOT_CLI (default scripts/crossfoot). CROSSFOOT_SEED and CROSSFOOT_COUNT choose documents.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { priceWith } from './command.mjs';
import { Currency, minorDigits } from './currency.mjs';
import { parseDecimal } from './decimal.mjs';
import { randomDocument } from './generate.mjs';
import { canonical, parseJson } from './json.mjs';
import { Random } from './random.mjs';
import { twoDecimals } from './rates.mjs';
import { percentOf } from './rational.mjs';

const command = `${process.env.CROSSFOOT_CLI ?? 'scripts/crossfoot'} price --ndjson`;
const seed = process.env.CROSSFOOT_SEED ?? '20261122';
const count = Number(process.env.CROSSFOOT_COUNT ?? 400);

const documents = Array.from({ length: count }, (_, i) =>
  randomDocument(seed, i, { boundary: i % 2 === 1, mix: i % 4 === 0 ? 'all' : 'valid' }),
);
/** Views as plain objects; refused documents are null. */
const priceAll = (texts) =>
  priceWith(command, texts).map((answer) => {
    const view = JSON.parse(answer);
    return view.error ? null : view;
  });
const views = priceAll(documents);

/** A printed amount in minor units. */
const minor = (text) => BigInt(text.replace('.', ''));
const total = (texts) => texts.reduce((sum, text) => sum + minor(text), 0n);
/** Whether every amount that follows is there: sums are null only where they overflowed. */
const complete = (object) =>
  Object.entries(object).every(
    ([name, value]) => value !== null || /^future|^total$|Minor$/.test(name),
  );

function forEachView(check) {
  let checked = 0;
  views.forEach((view, i) => {
    if (!view) return;
    try {
      checked += check(view, documents[i]) === false ? 0 : 1;
    } catch (error) {
      error.message = `seed ${seed}, document ${i}: ${documents[i]}\n${error.message}`;
      throw error;
    }
  });
  assert.ok(checked > count / 20, `only ${checked} documents were checked`);
}

const dueLines = (view) => view.lines.filter((line) => line.dueNow);
const equal = (actual, expected, what) => assert.equal(String(actual), String(expected), what);

test('net is list less discount plus charges, and nets due now make the subtotal', () => {
  forEachView((view) => {
    for (const line of view.lines)
      equal(
        minor(line.net),
        minor(line.list) - minor(line.discount) + minor(line.charges ?? '0'),
        `net of ${line.id}`,
      );
    if (view.summary.subtotal === null) return false;
    equal(total(dueLines(view).map((l) => l.net)), minor(view.summary.subtotal), 'subtotal');
    return true;
  });
});

test('amounts have the digits of the currency and never read -0', () => {
  forEachView((view) => {
    const digits = minorDigits(view.currency);
    const form = digits === 0 ? /^-?\d+$/ : new RegExp(`^-?\\d+\\.\\d{${digits}}$`);
    const amounts = [...view.schedule, view.summary, ...view.lines].flatMap((o) =>
      ['net', 'tax', 'total', 'dueNow', 'subtotal', 'mrr', 'tcv']
        .map((k) => o[k])
        .filter((a) => typeof a === 'string'),
    );
    for (const amount of amounts) {
      assert.match(amount, form);
      assert.ok(!/^-[0.]*$/.test(amount), amount);
    }
  });
});

test('due now is the sum of its printed parts', () => {
  forEachView(({ summary: s }) => {
    if (!complete(s)) return false;
    const parts =
      minor(s.subtotal) -
      minor(s.discounts) +
      minor(s.fees) +
      minor(s.taxes) +
      minor(s.lineTax) -
      minor(s.lineTaxIncluded) +
      minor(s.roundingDifference);
    equal(parts, minor(s.dueNow), 'dueNow');
    if (s.dueNowMinor !== null) equal(BigInt(s.dueNowMinor), minor(s.dueNow), 'dueNowMinor');
    return true;
  });
});

test('the shares of the order discounts make the discounts, none above its net', () => {
  forEachView((view) => {
    if (!complete(view.summary)) return false;
    equal(
      total(view.lines.map((l) => l.orderDiscount)),
      minor(view.summary.discounts),
      'discounts',
    );
    for (const line of dueLines(view))
      assert.ok(
        minor(line.orderDiscount) <= (minor(line.net) > 0n ? minor(line.net) : 0n),
        line.id,
      );
    return true;
  });
});

test('the taxes of a rate on lines due now and fees make that rate’s total', () => {
  forEachView((view) => {
    if (!complete(view.summary)) return false;
    const entries = [...dueLines(view), ...view.summary.adjustments].flatMap((o) => o.taxes ?? []);
    for (const rate of view.summary.lineTaxes)
      equal(
        total(entries.filter((t) => t.id === rate.id).map((t) => t.amount)),
        minor(rate.amount),
        rate.id,
      );
    equal(total(entries.map((t) => t.amount)), minor(view.summary.lineTax), 'lineTax');
    return true;
  });
});

/** The percents of a document's exclusive rates that are neither compound nor per unit, by id. */
function plainPercents({ taxRates, policy }) {
  const cut = policy.taxRateDecimals ?? (policy.profile === 'hubspot' ? 2 : undefined);
  const plain = taxRates.filter((r) => r.id && r.percent && !r.compound && r.inclusive === false);
  return plain.map((rate) => {
    const { value } = parseDecimal(rate.percent.text ?? rate.percent);
    return [rate.id, cut ? twoDecimals(value) : value];
  });
}

test('an exclusive tax is its printed base times its percent, rounded per line or per document', () => {
  let perDocument = 0;
  forEachView((view, text) => {
    if (!complete(view.summary) || view.issues.some((i) => i.severity === 'error')) return false;
    const state = parseJson(text);
    const currency = new Currency(view.currency);
    const whole = state.policy.taxRounding === 'document';
    for (const [id, percent] of plainPercents(state)) {
      const own = whole ? [view.summary] : view.lines;
      for (const tax of own.flatMap((o) => o.lineTaxes ?? o.taxes)) {
        if (tax.id !== id) continue;
        perDocument += whole ? 1 : 0;
        const exact = percentOf(currency.exact(minor(tax.base)), percent);
        equal(minor(tax.amount), currency.round(exact), id);
      }
    }
    return true;
  });
  assert.ok(perDocument > 0);
});

test('without open-ended lines the schedule adds up to the total', () => {
  forEachView((view) => {
    const { summary } = view;
    if (summary.total === null) return false;
    equal(minor(summary.dueNow) + minor(summary.futurePayments), minor(summary.total), 'total');
    equal(total(view.schedule.map((e) => e.total)), minor(summary.total), 'schedule');
    return true;
  });
});

test('a total is withheld exactly while a line renews, and names it', () => {
  forEachView((view) => {
    const renewing = view.lines.filter((l) => l.continues && l.selected !== false).map((l) => l.id);
    assert.deepEqual(view.summary.totalBlockedBy, renewing);
    if (renewing.length > 0) assert.equal(view.summary.total, null);
  });
});

test('schedule entries add up and come in order', () => {
  forEachView(({ schedule }) => {
    schedule.forEach((entry, i) => {
      if (!complete(entry) || entry.total === null) return;
      const parts = ['net', 'fees', 'tax', 'roundingDifference'].map((name) => entry[name]);
      equal(total(parts), minor(entry.total), entry.date);
      assert.ok(i === 0 || schedule[i - 1].date < entry.date, entry.date);
    });
  });
});

function shuffled(list, random) {
  return random.some(list, list.length);
}

// PR-7.5
test('the order of the lines changes no total', () => {
  const random = new Random(seed);
  const parsed = documents.map((text, i) => (views[i] ? parseJson(text) : null));
  const indices = parsed.flatMap((state, i) => (state && state.lines.length > 1 ? [i] : []));
  const others = priceAll(
    indices.map((i) => {
      const lines = parsed[i].lines.map((line, k) => ({ ...line, id: line.id ?? `given-${k}` }));
      return canonical({ ...parsed[i], lines: shuffled(lines, random) });
    }),
  );
  assert.ok(indices.length > 0);
  indices.forEach((i, k) => {
    const [before, after] = [views[i], others[k]];
    // Leftover units of shared discounts follow line order and may move a tax by a unit.
    const names = [
      'subtotal',
      'lineDiscounts',
      'discounts',
      'fees',
      'futureNet',
      'futureTax',
      'futurePayments',
    ];
    if (before.summary.discounts === null || /^[0.]+$/.test(before.summary.discounts))
      names.push('lineTax', 'lineTaxIncluded', 'taxes', 'dueNow', 'total');
    for (const name of names)
      assert.equal(
        after.summary[name],
        before.summary[name],
        `seed ${seed}, document ${i}, ${name}`,
      );
    assert.deepEqual(after.metrics, before.metrics, `seed ${seed}, document ${i}, metrics`);
  });
});

test('the same document gives the same bytes, however its members are ordered', () => {
  const valid = documents.filter((_, i) => views[i]);
  const reversed = (value) => {
    if (Array.isArray(value)) return `[${value.map(reversed).join(',')}]`;
    if (
      value === null ||
      typeof value !== 'object' ||
      (value.text !== undefined && Object.keys(value).length === 1)
    )
      return canonical(value);
    return `{${Object.keys(value)
      .sort()
      .reverse()
      .map((k) => `${JSON.stringify(k)}: ${reversed(value[k])}`)
      .join(' ,')}}`;
  };
  const again = priceWith(
    command,
    valid.map((text) => reversed(parseJson(text))),
  );
  priceWith(command, valid).forEach((answer, i) => assert.equal(again[i], answer, valid[i]));
});
