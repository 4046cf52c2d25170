// Makes the state of this example: the yearly order of a university, 100 offices with 20 lines
// each, from the price list in prices.csv. No clock and no chance: the same bytes every time.
// `node make.mjs` prints the state.
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const OFFICES = 100;
const LINES_PER_OFFICE = 20;

const faculties = [
  'Accounting',
  'Admissions',
  'Architecture',
  'Chemistry',
  'Civil Engineering',
  'Electronics',
  'Fine Arts',
  'Graduate Programmes',
  'Library',
  'Mathematics',
  'Mechanical Engineering',
  'Medical and Dental',
  'Motor Pool',
  'Physical Education',
  'Physics',
  'Planning',
  'Registrar',
  'Social Sciences',
  'Student Affairs',
  'Technical Arts',
];
const buildings = ['Main Campus', 'North Annex', 'Harbour Campus', 'Hill Campus', 'Extension'];

/** One row of a CSV text, with quoted cells. */
function cells(row) {
  return [...row.matchAll(/"([^"]*)"(?:,|$)|([^,]*)(?:,|$)/g)]
    .map(([, quoted, plain]) => quoted ?? plain)
    .slice(0, 4);
}

/** The price list: `{id, name, unit, price}` with the price as text. */
export function priceList() {
  const text = readFileSync(new URL('prices.csv', import.meta.url), 'utf8');
  const [, ...rows] = text.trim().split('\n');
  return rows.map((row) => {
    const [id, name, unit, price] = cells(row);
    return { id, name, unit, price };
  });
}

/** The line of office `office` at place `place`, both counted from 0. */
function line(products, office, place) {
  const product = products[(office * 37 + place * 11 + ((office * place) % 7)) % products.length];
  const quantity = 1 + ((office * 13 + place * 29 + office * place) % 48);
  const made = {
    id: `o${office + 1}_${place + 1}`,
    name: product.name,
    sku: `CSE-${product.id.padStart(3, '0')}`,
    unitPrice: product.price,
    quantity: String(quantity),
    unit: product.unit,
    taxRateIds: ['vat'],
  };
  if (quantity > 36) made.discount = { percent: '7.5' };
  else if (quantity > 24) made.discount = { percent: '3' };
  return made;
}

/** The whole state. */
export function makeState() {
  const products = priceList();
  const lines = [];
  for (let office = 0; office < OFFICES; office++) {
    const faculty = faculties[office % faculties.length];
    const building = buildings[Math.floor(office / faculties.length)];
    lines.push({ id: `o${office + 1}`, type: 'section', name: `${faculty}, ${building}` });
    for (let place = 0; place < LINES_PER_OFFICE; place++) lines.push(line(products, office, place));
  }
  return {
    version: 1,
    rules: 1,
    id: 'po-2016-supplies',
    kind: 'quote',
    currency: 'PHP',
    language: 'en',
    locale: 'en-PH',
    date: '2016-02-17',
    status: 'draft',
    issuer: {
      name: 'Bayanihan Office Depot Corporation',
      address: { lines: ['Paz Street'], postalCode: '1007', city: 'Manila', country: 'PH' },
      taxId: '004-118-620-000',
    },
    company: { id: 'co_university', name: 'Polytechnic College of Intramuros' },
    contacts: [
      {
        id: 'c_1',
        name: 'Corazon Villareal',
        email: 'c.villareal@pci.example',
        role: 'procurement',
      },
    ],
    poNumber: 'PPMP-2016',
    terms: { type: 'net', days: 45 },
    policy: { pricesIncludeTax: true, taxRounding: 'document' },
    taxRates: [{ id: 'vat', name: 'VAT 12 %', percent: '12' }],
    lines,
    adjustments: [
      { id: 'a_volume', type: 'discount', name: 'Volume agreement', percent: '2' },
      { id: 'a_delivery', type: 'fee', name: 'Delivery to five campuses', amount: '12500' },
    ],
  };
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  process.stdout.write(`${JSON.stringify(makeState(), null, 1)}\n`);
}
