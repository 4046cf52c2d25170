/** A product of the library: made or changed. Lines made from it before stay as they are. */
import { html, nothing, type TemplateResult } from 'lit';
import { FREQUENCIES, PRICING_MODELS } from '../../element/billing-choices.ts';
import type { MessageKey } from '../../i18n/translator.ts';
import { formatPercent } from '../../number/format.ts';
import { safePicture } from '../../preview/safe-link.ts';
import { currencyField } from '../choice-fields.ts';
import {
  areaField,
  choiceField,
  dateField,
  numberField,
  textField,
  tickField,
} from '../form-fields.ts';
import { pickPicture, readProductPicture } from '../../ui/pictures.ts';
import type { LibraryTaxRate, Product } from '../store/records.ts';
import type { Workspace } from '../workspace-context.ts';
import {
  productProblem,
  readDraft,
  STARTS,
  TERMS,
  UNITS,
  writeDraft,
  type ProductDraft,
} from './product-draft.ts';
import { formDialog } from './record-dialog.ts';

const TERM_WORDS: Readonly<Record<string, MessageKey>> = {
  renews: 'billing.renews',
  fixed: 'billing.fixed',
  period: 'billing.period',
  ramp: 'billing.ramp',
};

class ProductForm {
  readonly #workspace: Workspace;
  readonly #rates: readonly LibraryTaxRate[];
  readonly draft: ProductDraft;
  readonly #hasRamp: boolean;

  constructor(workspace: Workspace, rates: readonly LibraryTaxRate[], product?: Product) {
    this.#workspace = workspace;
    this.#rates = rates;
    this.draft = readDraft(product, workspace.store.settings.currency);
    this.#hasRamp = this.draft.term === 'ramp';
  }

  render(): TemplateResult {
    const { w, translator } = this.#workspace;
    return html`<div class="wide">
      <div class="form-grid">${this.#facts()}</div>
      <h3>${w('library.prices')}</h3>
      ${this.#prices()}
      <h3>${translator.t('column.billing')}</h3>
      <div class="form-grid">${this.#billing()}</div>
      <h3>${translator.t('pricing.title')}</h3>
      ${this.#pricing()} ${this.#taxes()}
    </div>`;
  }

  #set(changes: Partial<ProductDraft>): void {
    Object.assign(this.draft, changes);
    this.#workspace.requestUpdate();
  }

  #facts(): TemplateResult {
    const { draft } = this;
    const { w, translator } = this.#workspace;
    const types = ['service', 'inventory', 'non_inventory'].map(
      (type) => [type, translator.lookup(`type.${type}`, type)] as const,
    );
    return html`${textField(w('library.name'), draft.name, (name) => this.#set({ name }), { autofocus: true, name: 'name' })}
    ${textField(translator.t('column.sku'), draft.sku, (sku) => this.#set({ sku }))}
    ${areaField(w('library.description'), draft.description, (description) => this.#set({ description }), { rows: 2 })}
    ${textField(translator.t('column.unit'), draft.unit, (unit) => this.#set({ unit }))}
    ${choiceField(translator.t('column.productType'), draft.productType, types, (productType) => this.#set({ productType }))}
    ${numberField(this.#workspace, translator.t('column.cost'), draft.cost, (cost) => this.#set({ cost }), { name: 'cost' })}
    ${textField(translator.t('column.url'), draft.url, (url) => this.#set({ url }), { type: 'url' })}
    ${this.#picture()}`;
  }

  #picture(): TemplateResult {
    const { draft } = this;
    const picture = safePicture(draft.imageUrl);
    return html`<div class="wide logo-row">
      ${picture === null ? nothing : html`<img src=${picture} alt=${draft.name} />`}
      <button type="button" @click=${() => void this.#pickPicture()}>
        ${this.#workspace.translator.t('picture.choose')}
      </button>
      ${
        draft.imageUrl === ''
          ? nothing
          : html`<button class="link" type="button" @click=${() => this.#set({ imageUrl: '' })}>
              ${this.#workspace.translator.t('picture.none')}
            </button>`
      }
    </div>`;
  }

  async #pickPicture(): Promise<void> {
    const file = await pickPicture();
    if (!file) return;
    const imageUrl = await readProductPicture(file);
    if (imageUrl !== null) this.#set({ imageUrl });
    else
      this.#workspace.announce(
        this.#workspace.translator.t('picture.unreadable', { name: file.name }),
      );
  }

  #prices(): TemplateResult {
    const { prices } = this.draft;
    const { w, translator } = this.#workspace;
    const change = (index: number, currency: string, price: string): void => {
      prices[index] = [currency, price];
      this.#workspace.requestUpdate();
    };
    return html`${prices.map(
        ([code, price], index) =>
          html`<div class="form-grid">
            ${currencyField(this.#workspace, code, (value) => change(index, value, prices[index]?.[1] ?? ''))}
            ${numberField(this.#workspace, translator.t('column.unitPrice'), price, (value) => change(index, prices[index]?.[0] ?? '', value), { name: 'price', currency: code })}
          </div>`,
      )}
      <button
        class="link"
        type="button"
        @click=${() => this.#set({ prices: [...prices, ['', '']] })}
      >
        ${w('library.addPrice')}
      </button>`;
  }

  #billing(): TemplateResult {
    const { draft } = this;
    const { translator } = this.#workspace;
    const frequencies = FREQUENCIES.map(
      (each) => [each, translator.lookup(`frequency.${each}`, each)] as const,
    );
    const terms = TERMS.filter((term) => term !== 'ramp' || this.#hasRamp).map(
      (term) => [term, translator.t(TERM_WORDS[term] ?? 'billing.renews')] as const,
    );
    const recurs = draft.frequency !== 'one_time';
    return html`${choiceField(translator.t('billing.frequency'), draft.frequency, frequencies, (frequency) => this.#set({ frequency }), { name: 'frequency' })}
    ${
      recurs
        ? choiceField(
            translator.t('billing.term'),
            draft.term,
            terms,
            (term) => this.#set({ term: term as ProductDraft['term'] }),
            { name: 'term' },
          )
        : nothing
    }
    ${recurs && draft.term === 'fixed' ? this.#number('billing.payments', draft.payments, (payments) => this.#set({ payments }), 'payments') : nothing}
    ${recurs && draft.term === 'period' ? this.#length() : nothing} ${this.#start()}`;
  }

  #length(): TemplateResult {
    const { draft } = this;
    const { translator, w } = this.#workspace;
    const names = new Intl.DisplayNames([translator.language], { type: 'dateTimeField' });
    const fields = { W: 'weekOfYear', M: 'month', Y: 'year' } as const;
    const units = UNITS.map((unit) => [unit, names.of(fields[unit]) ?? unit] as const);
    return html`${this.#number('billing.period', draft.length, (length) => this.#set({ length }), 'length')}
    ${choiceField(
      w('library.lengthUnit'),
      draft.lengthUnit,
      units,
      (unit) => this.#set({ lengthUnit: unit as ProductDraft['lengthUnit'] }),
      { name: 'lengthUnit' },
    )}`;
  }

  #start(): TemplateResult {
    const { draft } = this;
    const { translator } = this.#workspace;
    const starts = STARTS.map((start) => [start, translator.t(`billing.${start}`)] as const);
    const choose = (start: string): void =>
      this.#set({ start: start as ProductDraft['start'], startValue: '' });
    const value = (startValue: string): void => this.#set({ startValue });
    return html`${choiceField(translator.t('billing.start'), draft.start, starts, choose, { name: 'start' })}
    ${
      draft.start === 'atCheckout'
        ? nothing
        : draft.start === 'onDate'
          ? dateField(this.#workspace, translator.t('billing.date'), draft.startValue, value, {
              name: 'startValue',
            })
          : this.#number(`billing.${draft.start}`, draft.startValue, value, 'startValue')
    }`;
  }

  #number(
    label: MessageKey,
    value: string,
    change: (value: string) => void,
    name: string,
  ): TemplateResult {
    const { translator } = this.#workspace;
    return numberField(this.#workspace, translator.t(label), value, change, { name });
  }

  #pricing(): TemplateResult {
    const { draft } = this;
    const { translator } = this.#workspace;
    const models = PRICING_MODELS.map((each) => [each, translator.t(`pricing.${each}`)] as const);
    const choose = (model: string): void => {
      const needsTier = model !== 'flat' && model !== 'package' && draft.tiers.length === 0;
      this.#set({
        model,
        ...(needsTier ? { tiers: [{ upTo: '', unitPrice: '', flatFee: '' }] } : {}),
        ...(model === 'package' && draft.size === '' ? { size: '1' } : {}),
      });
    };
    return html`<div class="form-grid">
        ${choiceField(translator.t('pricing.model'), draft.model, models, choose, { wide: true, name: 'model' })}
        ${
          draft.model === 'package'
            ? html`${this.#number('pricing.size', draft.size, (size) => this.#set({ size }), 'size')}
              ${this.#number('pricing.price', draft.packagePrice, (packagePrice) => this.#set({ packagePrice }), 'packagePrice')}
              ${this.#number('pricing.freeUnits', draft.freeUnits, (freeUnits) => this.#set({ freeUnits }), 'freeUnits')}`
            : nothing
        }
      </div>
      ${draft.model === 'flat' || draft.model === 'package' ? nothing : this.#tiers()}`;
  }

  #tiers(): TemplateResult {
    const { tiers } = this.draft;
    const { translator } = this.#workspace;
    const redraw = (): void => this.#workspace.requestUpdate();
    return html`${tiers.map(
        (tier, index) =>
          html`<div class="tier-row">
            ${numberField(this.#workspace, translator.t('pricing.upTo'), tier.upTo, (value) => ((tier.upTo = value), redraw()), { hint: translator.t('pricing.andAbove') })}
            ${numberField(this.#workspace, translator.t('column.unitPrice'), tier.unitPrice, (value) => ((tier.unitPrice = value), redraw()))}
            ${numberField(this.#workspace, translator.t('pricing.flatFee'), tier.flatFee, (value) => ((tier.flatFee = value), redraw()))}
            <button
              class="icon"
              type="button"
              aria-label=${translator.t('pricing.removeTier', { n: index + 1 })}
              ?disabled=${tiers.length === 1}
              @click=${() => this.#set({ tiers: tiers.filter((each) => each !== tier) })}
            >
              <span aria-hidden="true">×</span>
            </button>
          </div>`,
      )}
      <button
        class="link"
        type="button"
        @click=${() => this.#set({ tiers: [...tiers, { upTo: '', unitPrice: '', flatFee: '' }] })}
      >
        ${translator.t('pricing.addTier')}
      </button>`;
  }

  #taxes(): TemplateResult | typeof nothing {
    if (this.#rates.length === 0) return nothing;
    const { rates } = this.draft;
    const { translator, locale } = this.#workspace;
    return html`<h3>${translator.t('column.taxes')}</h3>
      <div class="ticks">
        ${this.#rates.map((rate) =>
          tickField(
            `${rate.name} ${formatPercent(rate.percent, locale)}`,
            rates.has(rate.id),
            (on) => {
              if (on) rates.add(rate.id);
              else rates.delete(rate.id);
            },
          ),
        )}
      </div>`;
  }
}

/** Opens the dialog; `product` is the one to change. */
export function productDialog(
  workspace: Workspace,
  rates: readonly LibraryTaxRate[],
  product?: Product,
): void {
  const { w, store } = workspace;
  const form = new ProductForm(workspace, rates, product);
  formDialog(workspace, {
    title: product ? product.name : w('library.newProduct'),
    size: 'large',
    confirm: w('action.save'),
    body: () => form.render(),
    act: async () => {
      const written = writeDraft(form.draft, product);
      const problem = productProblem(workspace, written);
      if (problem !== '') return problem;
      await store.put('products', [written]);
      return null;
    },
  });
}
