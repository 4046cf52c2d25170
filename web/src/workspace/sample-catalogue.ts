/** What a new workspace starts with: products and tax rates to try it out with. */
import { loadWorkspaceWords, workspaceEnglish, type WorkspaceWords } from './words.ts';
import type { LibraryTaxRate, Product } from './store/records.ts';
import type { WorkspaceStore } from './store/workspace-store.ts';

/** A tax has its own name in each country: it is called as in the language of the workspace. */
function rates(words: WorkspaceWords): LibraryTaxRate[] {
  return [
    { id: 'tr_vat25', name: words.t('sample.vat'), percent: '25' },
    { id: 'tr_vat12', name: words.t('sample.vatReduced'), percent: '12' },
    { id: 'tr_nyc', name: 'New York City sales tax', percent: '8.875' },
  ];
}

const PRODUCTS: readonly Product[] = [
  {
    id: 'p_consulting',
    name: 'Consulting',
    description: 'A senior consultant, on site or remote',
    sku: 'CONS-H',
    unit: 'hour',
    productType: 'service',
    prices: { USD: '165', EUR: '145', NOK: '1650', GBP: '125' },
    cost: '92',
  },
  {
    id: 'p_workshop',
    name: 'Workshop, full day',
    description: 'Up to twelve people, material included',
    sku: 'WORK-D',
    unit: 'day',
    productType: 'service',
    prices: { USD: '2400', EUR: '2200', NOK: '24500' },
    cost: '1100',
  },
  {
    id: 'p_seat',
    name: 'Team plan seat',
    description: 'One named user, all modules',
    sku: 'SEAT-M',
    unit: 'seat',
    productType: 'service',
    prices: { USD: '29', EUR: '27', NOK: '299' },
    cost: '4.50',
    billing: { frequency: 'monthly', payments: 12 },
  },
  {
    id: 'p_platform',
    name: 'Platform licence',
    description: 'Hosted in the region of your choice',
    sku: 'PLAT-Y',
    productType: 'service',
    prices: { USD: '4800', EUR: '4400', NOK: '49000' },
    cost: '900',
    billing: { frequency: 'annually' },
  },
  {
    id: 'p_support',
    name: 'Priority support',
    description: 'Answer within two hours, on workdays',
    sku: 'SUP-M',
    productType: 'service',
    prices: { USD: '250', EUR: '230', NOK: '2600' },
    cost: '80',
    billing: { frequency: 'monthly' },
  },
  {
    id: 'p_onboarding',
    name: 'Onboarding',
    description: 'Set-up, import of your data, two training sessions',
    sku: 'ONB-1',
    productType: 'service',
    prices: { USD: '1500', EUR: '1400', NOK: '15500' },
    cost: '640',
  },
  {
    id: 'p_requests',
    name: 'API requests',
    description: 'Per 1 000 requests, cheaper the more you use',
    sku: 'API-K',
    unit: '1 000 requests',
    productType: 'service',
    pricing: {
      model: 'graduated',
      tiers: [
        { upTo: '100', unitPrice: '0.50' },
        { upTo: '1000', unitPrice: '0.35' },
        { unitPrice: '0.22' },
      ],
    },
  },
  {
    id: 'p_scanner',
    name: 'Barcode scanner',
    description: 'Cordless, with charging cradle',
    sku: 'HW-SCAN',
    unit: 'piece',
    productType: 'inventory',
    prices: { USD: '189.90', EUR: '179.90', NOK: '1990' },
    cost: '121.35',
  },
  {
    id: 'p_printer',
    name: 'Label printer',
    description: 'Thermal, 203 dpi, USB and network',
    sku: 'HW-LABL',
    unit: 'piece',
    productType: 'inventory',
    prices: { USD: '349', EUR: '329', NOK: '3690' },
    cost: '238.80',
  },
  {
    id: 'p_labels',
    name: 'Labels 57 × 32 mm',
    description: 'Roll of 1 000',
    sku: 'CON-5732',
    unit: 'roll',
    productType: 'inventory',
    prices: { USD: '11.45', EUR: '10.95', NOK: '119' },
    cost: '5.2',
  },
  {
    id: 'p_shipping',
    name: 'Shipping',
    description: 'Two to four workdays',
    sku: 'SHIP',
    productType: 'non_inventory',
    prices: { USD: '14.90', EUR: '12.90', NOK: '149' },
  },
  {
    id: 'p_travel',
    name: 'Travel expenses',
    description: 'As incurred, with receipts',
    sku: 'TRAVEL',
    productType: 'non_inventory',
  },
];

/** Fills an empty library, once. What a person deletes stays deleted. */
export async function addSampleCatalogue(store: WorkspaceStore): Promise<void> {
  if (await store.meta<boolean>('sample')) return;
  await store.setMeta('sample', true);
  if ((await store.all<Product>('products')).length > 0) return;
  const marked = <Entry extends object>(entries: readonly Entry[]): Entry[] =>
    entries.map((entry) => ({ ...entry, sample: true }));
  await store.put('products', marked(PRODUCTS));
  const words = await loadWorkspaceWords(store.settings.language).catch(() => workspaceEnglish);
  await store.put('taxRates', marked(rates(words)));
}
