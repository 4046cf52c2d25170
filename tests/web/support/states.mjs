// Every state of the editor that somebody may look at: for screenshots and for axe.
import { readFileSync } from 'node:fs';
import { openDocument, quoteOf } from './editor-page.mjs';
import { rest } from './waiting.mjs';

const example = (name) =>
  JSON.parse(
    readFileSync(new URL(`../../../examples/${name}/state.json`, import.meta.url), 'utf8'),
  );

const PRODUCTS = [
  { id: 'p1', name: 'Seat', sku: 'SEAT', unitPrice: '11.90', description: 'One person, one month' },
  { id: 'p2', name: 'Setup', sku: 'SETUP', unitPrice: '500' },
  { id: 'p3', name: 'Sandbox', sku: 'SBX', prices: { USD: '75', EUR: '70' } },
];

/** A quote of `count` lines that use taxes, terms and discounts. */
export function longQuote(count) {
  return {
    version: 1,
    currency: 'USD',
    date: '2026-11-22',
    taxRates: [{ id: 't', name: 'Sales tax', percent: '8.875' }],
    lines: Array.from({ length: count }, (_, index) => ({
      id: `l${index + 1}`,
      type: 'item',
      name: `Item ${index + 1}`,
      quantity: String((index % 9) + 1),
      unitPrice: `${(index % 100) + 1}.5`,
      taxRateIds: ['t'],
      ...(index % 3 === 0 ? { billing: { frequency: 'monthly', payments: 12 } } : {}),
      ...(index % 5 === 0 ? { discount: { percent: '10' } } : {}),
    })),
  };
}

const withErrors = {
  ...quoteOf('Design', '', 'Print', 'Paper'),
  lines: [
    { id: 'l1', type: 'item', name: 'Design', unitPrice: '1,5', quantity: '2' },
    { id: 'l2', type: 'item', name: '', unitPrice: '20' },
    { id: 'l3', type: 'item', name: 'Print', unitPrice: '5', discount: { total: '50' } },
    { id: 'l4', type: 'item', name: 'Paper', unitPrice: '3', taxRateIds: ['gone'] },
  ],
  adjustments: [{ id: 'a1', type: 'discount', name: 'Launch', percent: '120' }],
};

const menuItem = (page, name) => page.getByRole('menuitem', { name }).click();
const more = async (page, name) => {
  await page.locator('[data-tool=more]').click();
  await menuItem(page, name);
};
const rowMenu = async (page, name) => {
  await page.locator('[data-act=menu]').first().click();
  await menuItem(page, name);
};
const setCatalogue = (page) =>
  page.evaluate(async (products) => {
    const editor = document.querySelector('crossfoot-editor');
    editor.catalogue = products;
    await editor.updateComplete;
  }, PRODUCTS);

/** `{ name, document, act? }`: a document to open, and what to do with it. */
export const STATES = [
  { name: 'empty', document: quoteOf() },
  { name: 'three-lines', document: quoteOf('Design', 'Build', 'Support') },
  { name: 'quote-seats', document: example('01-hubspot-seats') },
  { name: 'usage-tiers', document: example('02-cloud-usage') },
  { name: 'invoice-nok', document: example('03-consultancy-nok') },
  { name: 'invoice-jpy', document: example('04-newsagent-jpy') },
  { name: 'stacked-adjustments', document: example('07-colorado-order') },
  { name: 'ramp', document: example('09-gitlab-ramp') },
  { name: 'credit-memo', document: example('10-credit-memo') },
  { name: 'deal', document: example('14-messaging-deal') },
  { name: '200-lines', document: longQuote(200) },
  { name: '10000-lines', document: longQuote(10_000) },
  { name: 'errors', document: withErrors },
  {
    name: 'errors-listed',
    document: withErrors,
    act: (page) => page.locator('.issues summary').click(),
  },
  {
    name: 'typing',
    document: quoteOf('Design', 'Build'),
    act: async (page) => {
      await page.locator('[data-col=unitPrice]').first().fill('1234.5');
    },
  },
  {
    name: 'selected-and-removed',
    document: quoteOf('Design', 'Build', 'Support', 'Print'),
    act: async (page) => {
      await rowMenu(page, 'Delete');
      await page.locator('.rownum').nth(0).click();
      await page.locator('.rownum').nth(1).click();
    },
  },
  {
    name: 'bulk-edit',
    document: quoteOf('Design', 'Build', 'Support'),
    act: async (page) => {
      await page.locator('.rownum').nth(0).click();
      await page.locator('.rownum').nth(2).click();
      await page.locator('[data-tool=bulk-edit]').click();
      await page.locator('[data-bulk=value]').fill('12.5');
    },
  },
  {
    name: 'row-menu',
    document: example('01-hubspot-seats'),
    act: (page) => page.locator('[data-act=menu]').nth(1).click(),
  },
  {
    name: 'totals-open',
    document: example('07-colorado-order'),
    act: async (page) => {
      for (const summary of await page.locator('.total-line summary').all()) await summary.click();
    },
  },
  {
    name: 'why',
    document: example('01-hubspot-seats'),
    act: (page) => page.locator('tr.item button[data-col=net]').first().click(),
  },
  {
    name: 'taxes-popover',
    document: example('07-colorado-order'),
    act: (page) => page.locator('[data-act=taxes]').first().click(),
  },
  {
    name: 'billing-popover',
    document: example('01-hubspot-seats'),
    act: (page) => page.locator('[data-act=billing]').first().click(),
  },
  {
    name: 'ramp-popover',
    document: example('09-gitlab-ramp'),
    act: (page) => page.locator('[data-act=billing]').first().click(),
  },
  {
    name: 'discount-menu',
    document: quoteOf('Design', 'Build'),
    act: (page) => page.locator('[data-act=discount-mode]').first().click(),
  },
  {
    name: 'columns-dialog',
    document: example('01-hubspot-seats'),
    act: (page) => page.locator('[data-tool=columns]').click(),
  },
  {
    name: 'paste-dialog',
    document: quoteOf('Design'),
    act: (page) =>
      page.evaluate(() =>
        document
          .querySelector('crossfoot-editor')
          .importText('Item\tQty\tPrice\nSeat\t3\t11,90\nDesk, oak\t1\t240\nLamp\tmany\t1.5x\n'),
      ),
  },
  {
    name: 'pricing-dialog',
    document: example('02-cloud-usage'),
    act: async (page) => {
      await page.locator('tr.item [data-act=menu]').first().click();
      await menuItem(page, 'Pricing model…');
    },
  },
  {
    name: 'tax-rates-dialog',
    document: example('07-colorado-order'),
    act: (page) => more(page, 'Tax rates…'),
  },
  {
    name: 'history-dialog',
    document: quoteOf('Design', 'Build'),
    act: async (page) => {
      await page.locator('[data-col=quantity]').first().fill('5');
      await page.keyboard.press('Tab');
      await rowMenu(page, 'Delete');
      await more(page, 'History');
    },
  },
  {
    name: 'shortcuts-dialog',
    document: quoteOf('Design'),
    act: (page) => more(page, 'Keyboard shortcuts'),
  },
  {
    name: 'move-dialog',
    document: quoteOf('Design', 'Build', 'Print'),
    act: (page) => rowMenu(page, 'Move to position…'),
  },
  {
    name: 'catalogue-dialog',
    document: quoteOf('Design'),
    act: async (page) => {
      await setCatalogue(page);
      await page.getByRole('button', { name: 'Add from library' }).click();
    },
  },
  {
    name: 'suggestions',
    document: quoteOf('Design'),
    act: async (page) => {
      await setCatalogue(page);
      await page.locator('tr.ghost [data-col=name]').click();
      await page.keyboard.type('se');
      await page.keyboard.press('ArrowDown');
    },
  },
  {
    name: 'read-only',
    document: example('01-hubspot-seats'),
    act: (page) =>
      page.evaluate(() => document.querySelector('crossfoot-editor').setAttribute('readonly', '')),
  },
];

/** Brings a page into a state. */
export async function enterState(page, state) {
  await openDocument(page, state.document);
  await state.act?.(page);
  await rest(page, 250);
}
