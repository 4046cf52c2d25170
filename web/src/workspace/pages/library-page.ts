/** The library: products with prices per currency and tiers, and tax rates. */
import { html, nothing, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import { formatPercent, formatUngrouped } from '../../number/format.ts';
import { text } from '../../preview/paper-source.ts';
import { importProducts } from '../dialogs/import-products.ts';
import { productDialog } from '../dialogs/product.ts';
import { rateDialog } from '../dialogs/tax-rate.ts';
import { download } from '../list/export-rows.ts';
import { Listing, type Property } from '../list/listing.ts';
import type { LibraryTaxRate, Product } from '../store/records.ts';
import type { Page, Workspace } from '../workspace-context.ts';

export class LibraryPage implements Page {
  readonly #workspace: Workspace;
  readonly #products: Listing<Product>;
  readonly #rates: Listing<LibraryTaxRate>;
  #tab: 'products' | 'rates';
  #archived = false;
  #allProducts: readonly Product[] = [];
  #allRates: readonly LibraryTaxRate[] = [];

  /** `tab` is what the address names behind the library. */
  constructor(workspace: Workspace, tab = '') {
    this.#workspace = workspace;
    this.#tab = tab === 'rates' ? 'rates' : 'products';
    const { w } = workspace;
    this.#products = new Listing<Product>(workspace, {
      id: 'products',
      label: w('library.products'),
      properties: this.#productProperties(),
      whole: {
        label: workspace.translator.t('csv.more'),
        value: (product) => JSON.stringify(product),
      },
      sort: { property: 'name', down: false },
      open: (product) => productDialog(workspace, this.#allRates, product),
      bulk: (products) => [
        {
          label: w(this.#archived ? 'library.restore' : 'library.archive'),
          run: () =>
            void workspace.store.put(
              'products',
              products.map((each) => ({ ...each, archived: !this.#archived })),
            ),
        },
      ],
      empty: () => html`<p class="nothing">${w('library.empty')}</p>`,
    });
    this.#rates = new Listing<LibraryTaxRate>(workspace, {
      id: 'tax-rates',
      label: w('library.rates'),
      properties: [
        {
          id: 'name',
          label: w('library.name'),
          type: 'text',
          value: (rate) => rate.name,
          show: this.#shownName,
        },
        {
          id: 'percent',
          label: w('library.percent'),
          type: 'number',
          value: (rate) => rate.percent,
          show: ({ percent }) => formatPercent(percent, workspace.locale),
          narrow: 'column',
        },
        {
          id: 'included',
          label: w('library.included'),
          type: 'text',
          value: (rate) => (rate.included ? w('yes') : w('no')),
        },
      ],
      sort: { property: 'name', down: false },
      open: (rate) => rateDialog(workspace, rate),
      bulk: (rates) => [
        {
          label: w(this.#archived ? 'library.restore' : 'library.archive'),
          run: () =>
            void workspace.store.put(
              'taxRates',
              rates.map((each) => ({ ...each, archived: !this.#archived })),
            ),
        },
      ],
      empty: () => html`<p class="nothing">${w('library.empty')}</p>`,
    });
    this.#workspace.watch(this, this.#load());
  }

  news(): void {
    this.#workspace.watch(this, this.#load());
  }

  render(): TemplateResult {
    const { w } = this.#workspace;
    const products = this.#tab === 'products';
    return html`<div class="page-head">
        <h1>${w('nav.library')}</h1>
        ${
          products
            ? html`<button type="button" @click=${() => void importProducts(this.#workspace)}>
                  ${w('library.import')}
                </button>
                <button type="button" @click=${() => this.#exportJson()}>
                  ${w('library.exportJson')}
                </button>`
            : nothing
        }
        <button
          class="primary"
          type="button"
          @click=${() =>
            products ? productDialog(this.#workspace, this.#allRates) : rateDialog(this.#workspace)}
        >
          ${w(products ? 'library.newProduct' : 'library.newRate')}
        </button>
      </div>
      <div class="tabs" role="group">
        ${(['products', 'rates'] as const).map(
          (tab) =>
            html`<button
              type="button"
              aria-pressed=${String(this.#tab === tab)}
              @click=${() => {
                this.#tab = tab;
                this.#workspace.requestUpdate();
              }}
            >
              ${w(`library.${tab}`)}
            </button>`,
        )}
        <label class="check">
          <input
            type="checkbox"
            .checked=${live(this.#archived)}
            @change=${(event: Event) => {
              this.#archived = (event.target as HTMLInputElement).checked;
              this.#filter();
            }}
          />
          <span>${w('library.showArchived')}</span>
        </label>
      </div>
      ${this.#samplesNote()} ${products ? this.#products.render() : this.#rates.render()}
      ${products ? nothing : html`<p class="soft">${this.#workspace.translator.t('total.noTaxAdvice')}</p>`}`;
  }

  /** A name, marked where the entry was made up to try things out with. */
  readonly #shownName = (entry: Product | LibraryTaxRate): TemplateResult | string =>
    entry.sample
      ? html`${entry.name} <span class="chip sample">${this.#workspace.w('sample.mark')}</span>`
      : entry.name;

  #samplesNote(): TemplateResult | typeof nothing {
    const { w } = this.#workspace;
    const isSample = ({ sample }: { sample?: boolean }): boolean => sample === true;
    if (![...this.#allProducts, ...this.#allRates].some(isSample)) return nothing;
    return html`<p class="samples-note">
      ${w('sample.note')}
      <button class="link" type="button" @click=${() => void this.#removeSamples()}>
        ${w('sample.remove')}
      </button>
    </p>`;
  }

  async #removeSamples(): Promise<void> {
    const { store, w } = this.#workspace;
    const products = this.#allProducts.filter(({ sample }) => sample === true);
    const rates = this.#allRates.filter(({ sample }) => sample === true);
    const ids = (entries: readonly { id: string }[]): string[] => entries.map(({ id }) => id);
    await store.remove('products', ids(products));
    await store.remove('taxRates', ids(rates));
    const count = products.length + rates.length;
    this.#workspace.announce(w('list.deleted', { count, name: '' }), async () => {
      await store.put('products', products);
      await store.put('taxRates', rates);
    });
  }

  /** The prices, and the model where they are not all there is to say. */
  #prices(product: Product, write: (price: string, currency: string) => string): string {
    return this.#priceParts(product, write).join(' · ');
  }

  #priceParts(product: Product, write: (price: string, currency: string) => string): string[] {
    const prices = Object.entries(product.prices ?? {}).map(([code, price]) => write(price, code));
    const model = text(product.pricing ?? {}, 'model');
    const special = model !== '' && model !== 'flat';
    return [
      ...prices,
      ...(special ? [this.#workspace.translator.lookup(`pricing.short.${model}`, model)] : []),
    ];
  }

  /** All prices; where there is little room, the one in the workspace's currency and how many more. */
  #shownPrices(product: Product): TemplateResult {
    const { currency } = this.#workspace.store.settings;
    const prices = Object.entries(product.prices ?? {});
    const own = prices.filter(([code]) => code === currency);
    const rest = prices.filter(([code]) => code !== currency);
    const ordered = { ...product, prices: Object.fromEntries([...own, ...rest]) };
    const [first = '', ...more] = this.#priceParts(ordered, (price, code) =>
      this.#workspace.money(price, code),
    );
    if (more.length === 0) return html`${first}`;
    return html`${first}<span class="roomy"> · ${more.join(' · ')}</span
      ><small class="cramped soft" aria-hidden="true"> +${more.length}</small>`;
  }

  #productProperties(): Property<Product>[] {
    const { w, translator } = this.#workspace;
    const inWords = (product: Product): string => {
      const frequency = text(product.billing ?? {}, 'frequency') || 'one_time';
      return translator.lookup(`frequency.${frequency}`, frequency);
    };
    return [
      {
        id: 'name',
        label: w('library.name'),
        type: 'text',
        value: ({ name }) => name,
        show: this.#shownName,
      },
      {
        id: 'sku',
        label: translator.t('column.sku'),
        type: 'text',
        value: ({ sku }) => sku ?? '',
        narrow: { under: 'name' },
      },
      {
        id: 'description',
        label: w('library.description'),
        type: 'text',
        value: ({ description }) => description ?? '',
      },
      {
        id: 'prices',
        label: w('library.prices'),
        type: 'text',
        narrow: 'column',
        value: (product) => this.#prices(product, (price, code) => `${price} ${code}`),
        show: (product) => this.#shownPrices(product),
        written: (product) =>
          this.#prices(
            product,
            (price, code) => `${formatUngrouped(price, this.#workspace.locale)} ${code}`,
          ),
      },
      {
        id: 'billing',
        label: translator.t('column.billing'),
        type: 'text',
        value: inWords,
        narrow: { under: 'prices' },
      },
      {
        id: 'productType',
        label: translator.t('column.productType'),
        type: 'choice',
        value: ({ productType }) => productType ?? '',
        choices: ['service', 'inventory', 'non_inventory'].map((type) => [
          type,
          translator.lookup(`type.${type}`, type),
        ]),
        show: ({ productType }) => translator.lookup(`type.${productType ?? ''}`, ''),
      },
      {
        id: 'cost',
        label: translator.t('column.cost'),
        type: 'money',
        value: ({ cost }) => cost ?? '',
        shown: false,
      },
      {
        id: 'unit',
        label: translator.t('column.unit'),
        type: 'text',
        value: ({ unit }) => unit ?? '',
        shown: false,
      },
    ];
  }

  async #load(): Promise<void> {
    this.#allProducts = await this.#workspace.store.all<Product>('products');
    this.#allRates = await this.#workspace.store.all<LibraryTaxRate>('taxRates');
    this.#filter();
  }

  #filter(): void {
    const shown = ({ archived }: { archived?: boolean }): boolean =>
      (archived === true) === this.#archived;
    this.#products.entries = this.#allProducts.filter(shown);
    this.#rates.entries = this.#allRates.filter(shown);
  }

  #exportJson(): void {
    const products = this.#allProducts.filter(({ archived }) => archived !== true);
    download('products.json', `${JSON.stringify(products, null, 2)}\n`, 'application/json');
  }
}
