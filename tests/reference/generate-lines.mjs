// Random lines, valid by themselves.

const FREQUENCIES = [
  'weekly',
  'biweekly',
  'monthly',
  'quarterly',
  'per_six_months',
  'annually',
  'per_two_years',
  'per_three_years',
  'per_four_years',
  'per_five_years',
];

/** Now and then the currency that an amount was made in. */
export function keptIn(v, member = 'currency') {
  return v.random.chance(6) ? { [member]: v.random.pick(['USD', 'EUR', 'JPY']) } : {};
}

export function discount(v, most = 100) {
  const kind = v.random.weighted({ percent: 5, amount: 3, total: 3 });
  return {
    ...keptIn(v),
    [kind]: kind === 'percent' ? v.percent(most) : v.amount(kind === 'amount' ? 300 : 2000),
  };
}

function tiers(v, allowNegative) {
  const { random } = v;
  let bound = 0;
  const entries = random.list(random.between(0, 3), () => {
    bound += random.between(1, 30);
    return { upTo: random.chance(20) ? `${bound}.5` : String(bound) };
  });
  entries.push(random.chance(50) ? { upTo: null } : {});
  for (const tier of entries) {
    const kind = random.between(0, 9);
    if (kind < 8) tier.unitPrice = v.price(allowNegative);
    if (kind > 5) tier.flatFee = v.price(allowNegative);
  }
  return entries;
}

function pricing(v, allowNegative) {
  const { random } = v;
  const model = random.pick(['volume', 'graduated', 'stairstep', 'package']);
  if (model !== 'package') return { model, tiers: tiers(v, allowNegative) };
  const given = {
    model,
    size: random.pick(['1', '10', '2.5', '1000', '0.001']),
    price: v.price(allowNegative),
  };
  if (random.chance(40)) given.freeUnits = v.quantity();
  return given;
}

function start(v) {
  const { random } = v;
  const kind = random.between(0, 5);
  if (kind < 2) return { delayDays: v.whole(0, 90) };
  if (kind < 4) return { delayMonths: v.whole(0, 14) };
  return {
    date: random.pick([
      '2020-02-29',
      '2026-11-22',
      '2026-12-31',
      '2027-01-31',
      '2028-02-29',
      '2030-05-30',
    ]),
  };
}

function term(v, frequency) {
  const { random } = v;
  if (frequency === 'weekly') return `P${random.between(1, 60)}W`;
  if (frequency === 'biweekly') return `P${2 * random.between(1, 30)}W`;
  const n = random.between(1, 4);
  if (frequency === 'monthly') return random.pick([`P${n}M`, `P${n}Y`, `P1Y${n}M`]);
  if (frequency === 'quarterly') return random.pick([`P${3 * n}M`, `P${n}Y`, `P1Y${3 * n}M`]);
  if (frequency === 'per_six_months') return random.pick([`P${6 * n}M`, `P${n}Y`]);
  if (frequency === 'annually') return random.pick([`P${12 * n}M`, `P${n}Y`]);
  const years = { per_two_years: 2, per_three_years: 3, per_four_years: 4, per_five_years: 5 }[
    frequency
  ];
  return random.pick([`P${years * n}Y`, `P${years * n * 12}M`]);
}

function phases(v, allowNegative) {
  const { random } = v;
  const count = random.between(1, 4);
  return random.list(count, (i) => {
    const phase = {};
    if (i < count - 1 || random.chance(60)) phase.payments = v.whole(1, random.chance(50) ? 2 : 14);
    if (random.chance(60)) phase.unitPrice = v.price(allowNegative);
    if (random.chance(30)) phase.quantity = v.quantity();
    if (random.chance(40)) phase.discount = discount(v);
    Object.assign(phase, keptIn(v, 'priceCurrency'));
    return phase;
  });
}

function billing(v, allowNegative, flat) {
  const { random } = v;
  const given = {};
  if (random.chance(35)) given.start = start(v);
  if (random.chance(20)) {
    if (random.chance(50)) given.frequency = 'one_time';
    return given;
  }
  given.frequency = random.chance(40) ? 'monthly' : random.pick(FREQUENCIES);
  const length = random.weighted({ payments: 5, term: 3, phases: 4, renews: 3 });
  if (length === 'payments') given.payments = v.whole(1, random.chance(90) ? 40 : 200);
  if (length === 'term') given.term = term(v, given.frequency);
  if (length === 'phases')
    given.phases = phases(v, allowNegative).map(({ unitPrice, ...rest }) =>
      flat && unitPrice !== undefined ? { unitPrice, ...rest } : rest,
    );
  return given;
}

const NAMES = [
  'Seat',
  'Beratung',
  '設計 <b>',
  'Añadir "x"',
  'Support\u2028',
  'Consulting \ud83d\ude80',
];

/** An item line. `shape` says which rules the document exercises. */
export function item(v, index, { rateIds, allowNegative, recurring }) {
  const { random } = v;
  const line = { name: random.pick(NAMES) };
  if (random.chance(85)) line.id = `line-${index}`;
  if (random.chance(20)) line.type = 'item';
  const flat = !random.chance(25);
  if (flat) line.unitPrice = v.price(allowNegative);
  else line.pricing = pricing(v, allowNegative);
  if (flat && random.chance(5)) line.pricing = { model: 'flat' };
  if (random.chance(80)) line.quantity = v.quantity();
  if (random.chance(50)) line.cost = v.price(allowNegative);
  Object.assign(line, keptIn(v, 'priceCurrency'), keptIn(v, 'costCurrency'));
  const discounts = random.between(0, 9);
  if (discounts < 4) line.discount = discount(v);
  else if (discounts === 4) line.discounts = random.list(random.between(0, 3), () => discount(v));
  if (random.chance(15)) line.charges = random.list(random.between(0, 2), () => discount(v, 300));
  if (rateIds.length > 0 && random.chance(75))
    line.taxRateIds = random.some(rateIds, random.weighted({ 1: 6, 2: 3, 3: 2, 8: 1 }));
  if (recurring && random.chance(60)) line.billing = billing(v, allowNegative, flat);
  if (random.chance(10)) Object.assign(line, { optional: true, selected: random.chance(50) });
  if (random.chance(15))
    Object.assign(line, { sku: 'S-1', custom: { nested: [1, null, 'x'] }, 'x-unknown': true });
  if (random.chance(5)) line.description = null;
  if (random.chance(15))
    line.origin = { kind: 'quote', lineId: 'x', frequency: random.pick([...FREQUENCIES, 'often']) };
  return line;
}

/** Lines of a document with sections and notes among them. */
export function lines(v, count, shape) {
  const { random } = v;
  const result = [];
  for (let i = 0; i < count; i += 1) {
    if (random.chance(8)) result.push({ id: `sec-${i}`, type: 'section', name: 'Part' });
    if (random.chance(6)) result.push({ type: 'note', name: 'A note' });
    const same = result.findLast((line) => line.billing);
    const made = item(v, i, shape);
    if (same && shape.recurring && random.chance(25) && !same.billing.phases)
      made.billing = { ...same.billing };
    result.push(made);
  }
  return result;
}
