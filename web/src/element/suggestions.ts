/** Products suggested under the name being typed: an APG combobox whose focus stays in the text. */
import { html, nothing, type TemplateResult } from 'lit';
import type { JsonObject } from '../../../schema/contract.ts';
import { ComboList, type ComboOption } from '../ui/combobox.ts';
import {
  lineFromProduct,
  productBySku,
  searchCatalogue,
  type CatalogueProduct,
} from './catalogue.ts';
import { setCommand, type EditorContext } from './editor-context.ts';
import { namedNew } from './history-label.ts';

interface ProductOption extends ComboOption {
  readonly product: CatalogueProduct;
}

const MOST_SHOWN = 8;

export class Suggestions {
  readonly #editor: EditorContext;
  readonly #list = new ComboList<ProductOption>();
  #box: HTMLElement | null = null;
  #lineId = '';

  constructor(editor: EditorContext) {
    this.#editor = editor;
  }

  get isOpen(): boolean {
    return this.#list.isOpen;
  }

  /** Shows what fits the typed text; all products where asked for the list itself. */
  open(box: HTMLInputElement | HTMLTextAreaElement, lineId: string, evenEmpty = false): void {
    const { catalogue } = this.#editor;
    const text = box.value.trim();
    const products =
      catalogue.length === 0 || (text === '' && !evenEmpty)
        ? []
        : searchCatalogue(catalogue, text, MOST_SHOWN);
    const exactlyTyped = products.length === 1 && products[0]?.name === text;
    this.#list.show(
      (exactlyTyped ? [] : products).map((product) => ({
        id: product.id,
        label: product.name,
        ...(product.sku === undefined ? {} : { detail: product.sku }),
        product,
      })),
    );
    this.#box = box;
    this.#lineId = lineId;
    this.#mark();
    this.#editor.requestUpdate();
  }

  close(): void {
    if (!this.#list.isOpen) return;
    this.#list.close();
    this.#mark();
    this.#editor.requestUpdate();
  }

  move(by: 1 | -1): void {
    this.#list.move(by);
    this.#mark();
    this.#editor.requestUpdate();
  }

  /** Takes the active option; false where there is none. */
  takeActive(): boolean {
    const option = this.#list.activeOption;
    if (!option) return false;
    this.#take(option.product, 'quantity');
    return true;
  }

  /** Takes the product whose SKU was typed exactly (a scanner), and goes to the next row's name. */
  takeSku(text: string, lineId: string): boolean {
    const product = productBySku(this.#editor.catalogue, text);
    if (!product) return false;
    this.#lineId = lineId;
    this.#take(product, 'next');
    return true;
  }

  render(): TemplateResult {
    return html`<div
      id="suggestions"
      class="beside menu suggestions"
      role="listbox"
      popover="manual"
      aria-label=${this.#editor.t('catalogue.title')}
    >
      ${this.#list.options.map(
        (option, index) =>
          html`<div
            id="suggestion-${index}"
            class="option"
            role="option"
            aria-selected=${String(index === this.#list.active)}
            @pointerdown=${(event: Event) => {
              event.preventDefault();
              this.#take(option.product, 'quantity');
            }}
          >
            <bdi>${option.label}</bdi>
            ${option.detail === undefined ? nothing : html`<small>${option.detail}</small>`}
          </div>`,
      )}
    </div>`;
  }

  /** After drawing: shows the list under its text box, or hides it. */
  place(): void {
    const list = this.#editor.root.querySelector<HTMLElement>('#suggestions');
    if (!list) return;
    const shown = list.matches(':popover-open');
    if (!this.#list.isOpen || !this.#box?.isConnected) {
      if (shown) list.hidePopover();
      return;
    }
    if (!shown) list.showPopover();
    const at = this.#box.getBoundingClientRect();
    list.style.minWidth = `${at.width}px`;
    list.style.top = `${at.bottom + 2}px`;
    const rightToLeft = getComputedStyle(list).direction === 'rtl';
    list.style.left = `${rightToLeft ? at.right - list.offsetWidth : at.left}px`;
  }

  #mark(): void {
    const { active, isOpen } = this.#list;
    if (isOpen && active >= 0) {
      this.#box?.setAttribute('aria-activedescendant', `suggestion-${active}`);
    } else this.#box?.removeAttribute('aria-activedescendant');
  }

  #take(product: CatalogueProduct, then: 'quantity' | 'next'): void {
    const { store, editing, focusMemory } = this.#editor;
    const id = this.#lineId;
    const name = this.#editor.allColumns.find((column) => column.id === 'name');
    this.close();
    if (name) editing.revert(id, name);
    const item = lineFromProduct(product, id, store.currency);
    const label = { key: 'add', ...namedNew(item) };
    if (store.indexOf(id) < 0) {
      this.#editor.run({ op: 'add', list: 'lines', items: [item] }, label);
    } else {
      const changes = Object.entries(item)
        .filter(([path]) => path !== 'id' && path !== 'type')
        .map(([path, value]) => ({ path, value }));
      const command: JsonObject = setCommand(id, changes);
      this.#editor.run(command, label);
    }
    const next = store.ids[store.indexOf(id) + 1] ?? this.#editor.ghostId;
    focusMemory.ask(
      then === 'quantity' ? { id, column: 'quantity' } : { id: next, column: 'name' },
    );
    this.#editor.touch(id);
  }
}
