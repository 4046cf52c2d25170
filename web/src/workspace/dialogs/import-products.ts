/** Products from a file: a list in rows and cells, or JSON; what was not understood of it is shown. */
import { isRefusal } from '../../engine/refusal.ts';
import { html, nothing, type TemplateResult } from 'lit';
import { readProducts } from '../../element/catalogue.ts';
import { failureWords } from '../../i18n/failure-words.ts';
import { NumberText, parseJson } from '../../json/lossless-json.ts';
import { pickFile } from '../../ui/pick-file.ts';
import { workspaceEnglish } from '../words.ts';
import { rateState } from '../new-document.ts';
import { newId, type LibraryTaxRate, type Product } from '../store/records.ts';
import type { ProductTable, TableContext } from '../product-table.ts';
import type { Workspace } from '../workspace-context.ts';
import { isBackup, isBackupText } from './import-documents.ts';

const MOST_SHOWN = 20;

async function tableContext({
  client,
  translator,
  locale,
  store,
  today,
  w,
}: Workspace): Promise<TableContext> {
  const reply = client.call('currencies', {});
  const currencies = isRefusal(reply) ? [] : reply.currencies;
  return {
    translator,
    locale,
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

async function read(workspace: Workspace, content: string): Promise<ProductTable> {
  const table = await import('../product-table.ts');
  const context = await tableContext(workspace);
  if (!/^\s*[[{]/.test(content)) return table.readProductTable(content, context);
  const whole = readProducts(content) ?? [];
  const products = whole
    .filter(({ name }) => typeof name === 'string' && name !== '')
    .map((product) => ({ ...product, id: product.id || newId('p') }));
  if (products.length > 0 || whole.length === 0) {
    return { products, priceless: table.pricelessOf(products), faults: [], notKept: [] };
  }
  return table.readProductRows(rowsOf(parseJson(content) as unknown[]), context);
}

function list(title: string, entries: readonly string[]): TemplateResult | typeof nothing {
  if (entries.length === 0) return nothing;
  const more = entries.length - MOST_SHOWN;
  return html`<p>${title}</p>
    <ul>
      ${entries.slice(0, MOST_SHOWN).map((each) => html`<li><bdi>${each}</bdi></li>`)}
      ${more > 0 ? html`<li>+ ${more}</li>` : nothing}
    </ul>`;
}

/** What came in, and what of it somebody has to look at. */
function sayImported(
  workspace: Workspace,
  { products, priceless, faults, notKept }: ProductTable,
): void {
  const { w, overlays, translator } = workspace;
  const done = w('library.imported', { count: products.length });
  if (priceless.length + faults.length + notKept.length === 0) {
    workspace.announce(done);
    return;
  }
  overlays.openDialog({
    title: done,
    size: 'small',
    body: () =>
      html`${list(w('library.priceless'), priceless)} ${list(w('library.faults'), faults)}
      ${notKept.length === 0 ? nothing : html`<p>${w('library.notKept', { names: translator.list(notKept) })}</p>`}`,
    footer: () =>
      html`<button class="primary" type="button" @click=${() => overlays.close()}>
        ${translator.t('action.close')}
      </button>`,
  });
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
    const table = await read(workspace, content);
    if (table.products.length === 0) {
      refuse(w('library.noProducts'));
      return;
    }
    await store.put('products', table.products as Product[]);
    sayImported(workspace, table);
  } catch (error) {
    refuse(failureWords(error, workspace.translator));
  }
}
