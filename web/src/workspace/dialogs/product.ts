/** A product of the library: made or changed. Lines made from it before stay as they are. */
import { html, nothing } from 'lit';
import type { JsonObject } from '../../engine/replies.ts';
import { record, records, text } from '../../preview/paper-source.ts';
import { currencyField } from '../choice-fields.ts';
import { areaField, choiceField, numberField, textField, tickField } from '../form-fields.ts';
import { newId, type LibraryTaxRate, type Product } from '../store/records.ts';
import type { Workspace } from '../workspace-context.ts';

const FREQUENCIES = [
  'one_time',
  'weekly',
  'biweekly',
  'monthly',
  'quarterly',
  'per_six_months',
  'annually',
  'per_two_years',
  'per_three_years',
];
const MODELS = ['flat', 'volume', 'graduated', 'stairstep'];

interface Draft {
  name: string;
  sku: string;
  description: string;
  unit: string;
  cost: string;
  url: string;
  productType: string;
  prices: [string, string][];
  rates: Set<string>;
  frequency: string;
  payments: string;
  model: string;
  tiers: { upTo: string; unitPrice: string; flatFee: string }[];
}

function readDraft(product: Product | undefined, currency: string): Draft {
  const billing = record(product?.billing ?? {});
  const pricing = record(product?.pricing ?? {});
  const prices = Object.entries(product?.prices ?? {});
  return {
    name: product?.name ?? '',
    sku: product?.sku ?? '',
    description: product?.description ?? '',
    unit: product?.unit ?? '',
    cost: product?.cost ?? '',
    url: product?.url ?? '',
    productType: product?.productType ?? 'service',
    prices: prices.length > 0 ? prices : [[currency, '']],
    rates: new Set(product?.taxRateIds ?? []),
    frequency: text(billing, 'frequency') || 'one_time',
    payments: text(billing, 'payments'),
    model: text(pricing, 'model') || 'flat',
    tiers: records(pricing, 'tiers').map((tier) => ({
      upTo: text(tier, 'upTo'),
      unitPrice: text(tier, 'unitPrice'),
      flatFee: text(tier, 'flatFee'),
    })),
  };
}

function writeDraft(draft: Draft, before: Product | undefined): Product {
  const tiers = draft.tiers
    .filter(({ unitPrice, flatFee }) => unitPrice !== '' || flatFee !== '')
    .map((tier) => Object.fromEntries(Object.entries(tier).filter(([, value]) => value !== '')));
  const billing: JsonObject | undefined =
    draft.frequency === 'one_time'
      ? undefined
      : {
          frequency: draft.frequency,
          ...(/^\d{1,4}$/.test(draft.payments) ? { payments: Number(draft.payments) } : {}),
        };
  const members: [string, unknown][] = [
    ['name', draft.name.trim()],
    ['sku', draft.sku.trim()],
    ['description', draft.description.trim()],
    ['unit', draft.unit.trim()],
    ['cost', draft.cost],
    ['url', draft.url.trim()],
    ['productType', draft.productType],
    ['imageUrl', before?.imageUrl],
    [
      'prices',
      Object.fromEntries(draft.prices.filter(([code, price]) => code !== '' && price !== '')),
    ],
    ['taxRateIds', draft.rates.size > 0 ? [...draft.rates] : undefined],
    ['billing', billing],
    ['pricing', draft.model === 'flat' ? undefined : { model: draft.model, tiers }],
    ['archived', before?.archived],
  ];
  const present = members.filter(([, value]) => value !== '' && value !== undefined);
  return { id: before?.id ?? newId('p'), ...Object.fromEntries(present) } as unknown as Product;
}

/** Opens the dialog; `product` is the one to change. */
export function productDialog(
  workspace: Workspace,
  rates: readonly LibraryTaxRate[],
  product?: Product,
): void {
  const { w, overlays, translator, locale, store } = workspace;
  const draft = readDraft(product, store.settings.currency);
  const redraw = (): void => workspace.requestUpdate();
  let problem = '';
  const save = async (): Promise<void> => {
    if (draft.name.trim() === '') {
      problem = w('library.needsName');
      redraw();
      return;
    }
    await store.put('products', [writeDraft(draft, product)]);
    overlays.close();
  };
  overlays.openDialog({
    title: product ? product.name : w('library.newProduct'),
    size: 'large',
    body: () =>
      html`<div class="form-grid">
          ${textField(w('library.name'), draft.name, (value) => (draft.name = value), { autofocus: true, name: 'name' })}
          ${textField('SKU', draft.sku, (value) => (draft.sku = value))}
          ${areaField(w('library.description'), draft.description, (value) => (draft.description = value), { rows: 2 })}
          ${textField(translator.t('column.unit'), draft.unit, (value) => (draft.unit = value))}
          ${choiceField(
            translator.t('column.productType'),
            draft.productType,
            ['service', 'inventory', 'non_inventory'].map(
              (type) => [type, translator.lookup(`type.${type}`, type)] as const,
            ),
            (value) => (draft.productType = value),
          )}
          ${numberField(translator.t('column.cost'), draft.cost, locale, (value) => (draft.cost = value))}
          ${textField(translator.t('column.url'), draft.url, (value) => (draft.url = value), { type: 'url' })}
        </div>
        <h3>${w('library.prices')}</h3>
        ${draft.prices.map(
          ([code, price], index) =>
            html`<div class="form-grid">
              ${currencyField(workspace, code, (value) => (draft.prices[index] = [value, draft.prices[index]?.[1] ?? '']))}
              ${numberField(translator.t('column.unitPrice'), price, locale, (value) => (draft.prices[index] = [draft.prices[index]?.[0] ?? '', value]), { name: 'price' })}
            </div>`,
        )}
        <button
          class="link"
          type="button"
          @click=${() => {
            draft.prices.push(['', '']);
            redraw();
          }}
        >
          ${w('library.addPrice')}
        </button>
        <h3>${translator.t('column.billing')}</h3>
        <div class="form-grid">
          ${choiceField(
            translator.t('billing.frequency'),
            draft.frequency,
            FREQUENCIES.map(
              (each) => [each, translator.lookup(`frequency.${each}`, each)] as const,
            ),
            (value) => {
              draft.frequency = value;
              redraw();
            },
          )}
          ${
            draft.frequency === 'one_time'
              ? nothing
              : textField(
                  translator.t('billing.payments'),
                  draft.payments,
                  (value) => (draft.payments = value),
                  { hint: translator.t('billing.renews') },
                )
          }
          ${choiceField(
            translator.t('pricing.model'),
            draft.model,
            MODELS.map((each) => [each, translator.lookup(`pricing.${each}`, each)] as const),
            (value) => {
              draft.model = value;
              if (value !== 'flat' && draft.tiers.length === 0) {
                draft.tiers.push({ upTo: '', unitPrice: '', flatFee: '' });
              }
              redraw();
            },
            { wide: true },
          )}
        </div>
        ${draft.model === 'flat' ? nothing : tiersTemplate(workspace, draft)}
        ${
          rates.length === 0
            ? nothing
            : html`<h3>${translator.t('column.taxes')}</h3>
                <div class="ticks">
                  ${rates.map((rate) =>
                    tickField(`${rate.name} ${rate.percent} %`, draft.rates.has(rate.id), (on) => {
                      if (on) draft.rates.add(rate.id);
                      else draft.rates.delete(rate.id);
                    }),
                  )}
                </div>`
        }
        ${problem === '' ? nothing : html`<p class="problem" role="alert">${problem}</p>`}`,
    footer: () =>
      html`<button type="button" @click=${() => overlays.close()}>
          ${translator.t('action.cancel')}
        </button>
        <button class="primary" type="button" data-confirm @click=${() => void save()}>
          ${w('action.save')}
        </button>`,
  });
}

function tiersTemplate(workspace: Workspace, draft: Draft): unknown {
  const { translator, locale } = workspace;
  return html`${draft.tiers.map(
      (tier) =>
        html`<div class="form-grid three">
          ${numberField(translator.t('pricing.upTo'), tier.upTo, locale, (value) => (tier.upTo = value), { hint: translator.t('pricing.andAbove') })}
          ${numberField(translator.t('column.unitPrice'), tier.unitPrice, locale, (value) => (tier.unitPrice = value))}
          ${numberField(translator.t('pricing.flatFee'), tier.flatFee, locale, (value) => (tier.flatFee = value))}
        </div>`,
    )}
    <button
      class="link"
      type="button"
      @click=${() => {
        draft.tiers.push({ upTo: '', unitPrice: '', flatFee: '' });
        workspace.requestUpdate();
      }}
    >
      ${translator.t('pricing.addTier')}
    </button>`;
}
