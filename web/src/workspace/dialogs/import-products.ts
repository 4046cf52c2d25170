/** Products from a file: a list in rows and cells, or JSON. What it becomes is shown before it comes. */
import { html, nothing, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import { isRefusal } from '../../engine/refusal.ts';
import { formatDecimal } from '../../number/format.ts';
import { formDialog } from './record-dialog.ts';
import { readProducts } from '../../element/catalogue.ts';
import { failureWords } from '../../i18n/failure-words.ts';
import { NumberText, parseJson } from '../../json/lossless-json.ts';
import { text } from '../../preview/paper-source.ts';
import { pickFile } from '../../ui/pick-file.ts';
import { workspaceEnglish } from '../words.ts';
import { rateState } from '../new-document.ts';
import { newId, type LibraryTaxRate, type Product } from '../store/records.ts';
import type { ProductTable, TableContext } from '../product-table.ts';
import type { Workspace } from '../workspace-context.ts';
import { isBackup, isBackupText } from './import-documents.ts';

const MOST_SHOWN = 20;
/** How programs write numbers. */
const PLAIN_LOCALE = 'en-US';

async function tableContext(
  { client, translator, locale, store, today, w }: Workspace,
  saidLocale: string | null,
): Promise<TableContext> {
  const reply = client.call('currencies', {});
  const currencies = isRefusal(reply) ? [] : reply.currencies;
  return {
    translator,
    locale,
    saidLocale,
    currency: store.settings.currency,
    minorDigits: 0,
    date: today,
    taxRates: (await store.all<LibraryTaxRate>('taxRates'))
      .filter(({ archived }) => archived !== true)
      .map(rateState),
    calculate: () => null,
    currencies: new Set(currencies.map(({ code }) => code)),
    sameSku: (sku, row) => w('library.sameSku', { sku, row }),
    unclearBilling: (text) => w('library.unclearBilling', { text }),
    pricesHeadings: [w('library.prices'), workspaceEnglish.t('library.prices')],
  };
}

/** The rows of a list of objects, as lists are exported: their names are the headings. */
function rowsOf(objects: readonly unknown[]): string[][] {
  const cells = (value: unknown): string => {
    if (value instanceof NumberText) return value.text;
    return typeof value === 'string' || typeof value === 'number' ? String(value) : '';
  };
  const headings = [...new Set(objects.flatMap((each) => Object.keys((each ?? {}) as object)))];
  const rows = objects.map((each) =>
    headings.map((name) => cells((each as Record<string, unknown> | null)?.[name])),
  );
  return [headings, ...rows];
}

async function read(
  workspace: Workspace,
  content: string,
  saidLocale: string | null,
): Promise<ProductTable> {
  const table = await import('../product-table.ts');
  const context = await tableContext(workspace, saidLocale);
  if (!/^\s*[[{]/.test(content)) return table.readProductTable(content, context);
  const whole = readProducts(content) ?? [];
  const products = whole
    .filter(({ name }) => typeof name === 'string' && name !== '')
    .map((product) => ({ ...product, id: product.id || newId('p') }));
  if (products.length > 0 || whole.length === 0) {
    return table.wholeProducts(products);
  }
  return table.readProductRows(rowsOf(parseJson(content) as unknown[]), context);
}

function list(title: string, entries: readonly string[]): TemplateResult | typeof nothing {
  if (entries.length === 0) return nothing;
  const more = entries.length - MOST_SHOWN;
  return html`<p class="list-title">${title}</p>
    <ul class="plain-list">
      ${entries.slice(0, MOST_SHOWN).map((each) => html`<li><bdi>${each}</bdi></li>`)}
      ${more > 0 ? html`<li>+ ${more}</li>` : nothing}
    </ul>`;
}

/** What is about to come into the library. */
class ImportPreview {
  readonly #workspace: Workspace;
  readonly #own: readonly Product[];
  readonly #readAs: (locale: string) => Promise<ProductTable>;
  #table: ProductTable;
  #replaces = true;

  constructor(
    workspace: Workspace,
    own: readonly Product[],
    table: ProductTable,
    readAs: (locale: string) => Promise<ProductTable>,
  ) {
    this.#workspace = workspace;
    this.#own = own;
    this.#table = table;
    this.#readAs = readAs;
  }

  open(title: string): void {
    const { w } = this.#workspace;
    const count = this.#table.products.length;
    formDialog(this.#workspace, {
      title,
      size: 'large',
      confirm: w('library.importing', { count }),
      blocked: () => this.#table.unclear !== null,
      body: () => html`<div class="wide">${this.#body()}</div>`,
      act: async () => {
        await this.#workspace.store.put('products', this.#toStore());
        this.#workspace.announce(w('library.imported', { count }));
        return null;
      },
    });
  }

  /** The product of the library whose article number this one has, by another id. */
  #sameSku({ id, sku = '' }: Product): Product | undefined {
    if (sku === '') return undefined;
    return this.#own.find((each) => each.sku === sku && each.id !== id && each.archived !== true);
  }

  #toStore(): Product[] {
    const taken = new Set<string>();
    return this.#table.products.map((product) => {
      const known = this.#replaces ? this.#sameSku(product) : undefined;
      // Of two rows with one number the first is the product; the other one is said to be twice.
      if (known === undefined || taken.has(known.id)) return product;
      taken.add(known.id);
      return { ...product, id: known.id };
    });
  }

  #body(): TemplateResult {
    const { w, translator } = this.#workspace;
    const { priceless, faults, notKept, outside, grossHeading } = this.#table;
    return html`${this.#unclear()} ${this.#products()}
    ${
      grossHeading === ''
        ? nothing
        : html`<p class="problem">${translator.t('paste.gross', { heading: grossHeading })}</p>`
    }
    ${this.#known()} ${list(w('library.priceless'), priceless)} ${list(w('library.faults'), faults)}
    ${list(w('library.outside'), outside)}
    ${notKept.length === 0 ? nothing : html`<p>${w('library.notKept', { names: translator.list(notKept) })}</p>`}`;
  }

  #unclear(): TemplateResult | typeof nothing {
    const { unclear } = this.#table;
    if (unclear === null) return nothing;
    const { translator, locale } = this.#workspace;
    const [one = '', other = ''] = unclear.values.map((value) => formatDecimal(value, locale));
    return html`<p class="problem">
      ${translator.t('paste.unclear', { text: unclear.text, one, other })}
      ${[one, other].map(
        (shown, at) =>
          html`<button
            type="button"
            @click=${() => void this.#readIn(unclear.locales[at] ?? locale)}
          >
            ${shown}
          </button> `,
      )}
    </p>`;
  }

  async #readIn(locale: string): Promise<void> {
    this.#table = await this.#readAs(locale);
    this.#workspace.requestUpdate();
  }

  #products(): TemplateResult {
    const { w, translator } = this.#workspace;
    const { products } = this.#table;
    const more = products.length - MOST_SHOWN;
    return html`<table class="records">
        <thead>
          <tr>
            <th scope="col">${w('library.name')}</th>
            <th scope="col">${translator.t('column.sku')}</th>
            <th scope="col" class="number">${w('library.prices')}</th>
            <th scope="col">${translator.t('column.billing')}</th>
          </tr>
        </thead>
        <tbody>
          ${products.slice(0, MOST_SHOWN).map((product) => this.#row(product))}
        </tbody>
      </table>
      ${more > 0 ? html`<p class="soft">+ ${more}</p>` : nothing}`;
  }

  #row(product: Product): TemplateResult {
    const { translator } = this.#workspace;
    const prices = Object.entries(product.prices ?? {}).map(([code, price]) =>
      this.#workspace.money(price, code),
    );
    const frequency = text(product.billing ?? {}, 'frequency') || 'one_time';
    return html`<tr>
      <th scope="row"><bdi>${product.name}</bdi></th>
      <td><bdi>${product.sku ?? ''}</bdi></td>
      <td class="number"><bdi>${prices.join(' · ') || '–'}</bdi></td>
      <td>${translator.lookup(`frequency.${frequency}`, frequency)}</td>
    </tr>`;
  }

  #known(): TemplateResult | typeof nothing {
    const { w, translator } = this.#workspace;
    const known = this.#table.products.filter((product) => this.#sameSku(product) !== undefined);
    if (known.length === 0) return nothing;
    const named = known.slice(0, MOST_SHOWN).map(({ name }) => name);
    const more = known.length - named.length;
    const names = translator.list(more > 0 ? [...named, `+ ${more}`] : named);
    return html`<label class="check"
      ><input
        type="checkbox"
        .checked=${live(this.#replaces)}
        @change=${(event: Event) => {
          this.#replaces = (event.target as HTMLInputElement).checked;
        }}
      />${w('library.replaces', { names })}</label
    >`;
  }
}

/** Asks for a file and takes its products into the library. */
export async function importProducts(workspace: Workspace): Promise<void> {
  const { w, store } = workspace;
  const file = await pickFile('.csv,.tsv,.txt,.xlsx,.xls,.ods,.json,text/csv,application/json');
  if (!file) return;
  const refuse = (reason: string): void => workspace.announce(w('import.failed', { reason }));
  const { readTableFile } = await import('../../tables/table-file.ts');
  const bytes = new Uint8Array(await file.arrayBuffer());
  const held = await readTableFile(bytes, workspace.translator.language);
  if (held.kind !== 'json' && held.kind !== 'table') {
    refuse(workspace.translator.t(`file.${held.kind}`, { name: file.name }));
    return;
  }
  const content = held.kind === 'json' ? held.text : held.table.text;
  if (isBackupText(content)) {
    refuse(isBackup(workspace));
    return;
  }
  try {
    const plain = held.kind === 'table' && held.table.plainNumbers;
    const table = await read(workspace, content, plain ? PLAIN_LOCALE : null);
    if (table.products.length === 0) {
      refuse(w('library.noProducts'));
      return;
    }
    const readAs = (locale: string): Promise<ProductTable> => read(workspace, content, locale);
    new ImportPreview(workspace, await store.all<Product>('products'), table, readAs).open(
      file.name,
    );
  } catch (error) {
    refuse(failureWords(error, workspace.translator));
  }
}
