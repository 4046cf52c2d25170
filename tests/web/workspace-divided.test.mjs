// What an offer asks for now is what its invoice and the first payment of its subscription come to:
// however it is divided, a difference is said as an amount before anything is made (DO-3.7).
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { inWorkspace, suiteOfFile } from './support/suite.mjs';
import { chooseMore, goTo, stored } from './workspace-page.mjs';

const suite = suiteOfFile();

const QUOTE = {
  version: 1,
  id: 'q',
  kind: 'quote',
  status: 'accepted',
  number: 'Q-1',
  currency: 'USD',
  contacts: [{ id: 'c', name: 'Ada' }],
  taxRates: [
    { id: 'vat', name: 'VAT', percent: '25' },
    { id: 'city', name: 'City', percent: '8.875' },
  ],
  lines: [
    { id: 'a', name: 'Setup', unitPrice: '500', taxRateIds: ['vat'] },
    {
      id: 'b',
      name: 'Seats',
      unitPrice: '33.33',
      quantity: '14',
      discount: { percent: '10' },
      taxRateIds: ['vat', 'city'],
      billing: { frequency: 'monthly' },
    },
  ],
};
const discount = { id: 'd', type: 'discount', name: 'Launch', percent: '10' };

/** The accepted quote on its page, as of the day on the wall; its own amount due now. */
async function withQuote(more, work) {
  await inWorkspace(suite, '#/quotes', async (page) => {
    const offered = await page.evaluate(
      async (quote) => {
        const app = document.querySelector('crossfoot-workspace');
        const state = { ...quote, date: app.today };
        await app.store.addDocument(state);
        return app.client.price(state).summary.dueNow;
      },
      { ...QUOTE, ...more },
    );
    await goTo(page, '#/document/q', 'Quote');
    await work(page, offered);
  });
}

/** What each document made of the quote asks for now, by its kind. */
async function dueNow(page) {
  const states = (await stored(page, 'documents')).map(({ state }) => JSON.parse(state));
  const made = states.filter(({ id }) => id !== 'q');
  const amounts = await page.evaluate((all) => {
    const { client } = document.querySelector('crossfoot-workspace');
    return all.map((state) => client.price(state).summary.dueNow);
  }, made);
  return Object.fromEntries(made.map(({ kind }, at) => [kind, amounts[at]]));
}

const dialogOf = (page) => page.locator('dialog');
async function make(page, heading) {
  await page.locator('dialog [data-confirm]').click();
  await page.getByRole('heading', { level: 1, name: heading }).waitFor();
}
const money = (amount) =>
  new Intl.NumberFormat('en-US', { style: 'currency', currency: 'USD' }).format(amount);

test('an invoice of an offer with an order discount asks by default for what was accepted as due now', async () => {
  const fee = { id: 'f', type: 'fee', name: 'Handling', percent: '2.5' };
  for (const adjustments of [
    [discount],
    [{ ...discount, percent: undefined, amount: '104' }, fee],
  ]) {
    await withQuote({ adjustments }, async (page, offered) => {
      await chooseMore(page, 'Make an invoice of it');
      await dialogOf(page)
        .getByText(`Invoice ${money(offered)} + Subscription $0.00 = ${money(offered)}, exactly`)
        .waitFor();
      await dialogOf(page).getByLabel('What is due once').check();
      await dialogOf(page)
        .getByText(/\$[\d.]+ (more|less) than the/)
        .waitFor();
      await dialogOf(page).getByLabel('first payments included').check();
      await make(page, 'Invoice');
      await goTo(page, '#/document/q', 'Quote');
      await chooseMore(page, 'Make a subscription of it');
      await dialogOf(page).getByText(', exactly what is offered as due now').waitFor();
      await make(page, 'Subscription');
      assert.deepEqual(await dueNow(page), { invoice: offered, subscription: '0.00' });
    });
  }
});

test('a subscription made first of an offer with an order discount is made with its invoice by default', async () => {
  await withQuote({ adjustments: [discount] }, async (page, offered) => {
    await chooseMore(page, 'Make a subscription of it');
    await dialogOf(page).getByLabel('The subscription alone').check();
    await dialogOf(page)
      .getByText(`more than the ${money(offered)} that is offered as due now`)
      .waitFor();
    await dialogOf(page)
      .getByLabel(`An invoice of all that is due now, ${money(offered)}`)
      .check();
    await dialogOf(page).getByText(', exactly what is offered as due now').waitFor();
    await make(page, 'Subscription');
    assert.deepEqual(await dueNow(page), { invoice: offered, subscription: '0.00' });
  });
});

test('after an invoice of what is due once, the subscription comes with an invoice of the rest, and nothing is billed twice', async () => {
  await withQuote({ adjustments: [discount] }, async (page, offered) => {
    await chooseMore(page, 'Make an invoice of it');
    await dialogOf(page).getByLabel('What is due once').check();
    await make(page, 'Invoice');
    await goTo(page, '#/document/q', 'Quote');
    await chooseMore(page, 'Make a subscription of it');
    const rest = dialogOf(page).getByLabel('An invoice of the rest that is due now');
    assert.equal(await rest.isChecked(), true);
    // The discount was taken off the setup alone in the offer, whose tax is another one.
    await dialogOf(page)
      .getByText(`$3.73 less than the ${money(offered)} that is offered as due now`)
      .waitFor();
    await dialogOf(page).getByText('Setup An invoice bills this line already.').waitFor();
    await make(page, 'Subscription');
    const states = (await stored(page, 'documents')).map(({ state }) => JSON.parse(state));
    const billed = states.filter(({ kind }) => kind === 'invoice').flatMap(({ lines }) => lines);
    assert.deepEqual(billed.map(({ name }) => name).toSorted(), ['Seats', 'Setup']);
    const subscription = states.find(({ kind }) => kind === 'subscription');
    assert.ok(subscription.lines[0].billing.start.date > states[0].date);
  });
});

test('without an order discount or fee an offer is divided as before, and the documents are added up', async () => {
  await withQuote({}, async (page, offered) => {
    await chooseMore(page, 'Make an invoice of it');
    await dialogOf(page)
      .getByText(` = ${money(offered)}, exactly`)
      .waitFor();
    assert.equal(await dialogOf(page).getByLabel('What is due once').isChecked(), true);
    await make(page, 'Invoice');
    await goTo(page, '#/document/q', 'Quote');
    await chooseMore(page, 'Make a subscription of it');
    await dialogOf(page)
      .getByText(` = ${money(offered)}, exactly`)
      .waitFor();
    await make(page, 'Subscription');
    const made = await dueNow(page);
    assert.equal((Number(made.invoice) + Number(made.subscription)).toFixed(2), offered);
  });
});

test('what changed while a document was made is said in the language of the page', async () => {
  await inWorkspace(
    suite,
    '#/quotes',
    async (page) => {
      await page.evaluate(async (quote) => {
        const app = document.querySelector('crossfoot-workspace');
        await app.store.addDocument({ ...quote, date: app.today });
      }, QUOTE);
      await goTo(page, '#/document/q', 'Devis');
      await page.getByRole('button', { name: 'En faire une facture' }).click();
      await dialogOf(page).getByLabel('premiers paiements compris').check();
      await dialogOf(page)
        .locator('.notices')
        .getByText('Cette ligne compte ici une seule fois')
        .waitFor();
    },
    { locale: 'fr-FR' },
  );
});
