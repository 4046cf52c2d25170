/** The pricing model of a line: per unit, volume, graduated, stairstep, packages; with its tiers. */
import { html, nothing, type TemplateResult } from 'lit';
import { fieldText, type FieldChange } from '../columns/column.ts';
import { formatDecimal } from '../number/format.ts';
import type { Json, JsonObject } from '../../../schema/contract.ts';
import { choice } from '../ui/field.ts';
import { PRICING_MODELS } from './billing-choices.ts';
import { setCommand, type EditorContext } from './editor-context.ts';
import { namedLine, type CommandLabel } from './history-label.ts';
import { numberBox } from './number-box.ts';
import { shownIssues } from './row-issues.ts';

type Model = (typeof PRICING_MODELS)[number];

/** Which boxes hold money; the others count units. */
const AMOUNTS = /(?:^|\/)(?:unitPrice|flatFee|price)$/;

/** How many amounts of money a pricing model holds. */
function amountsIn(pricing: JsonObject): number {
  const tiers = Array.isArray(pricing['tiers']) ? (pricing['tiers'] as JsonObject[]) : [];
  return [pricing, ...tiers]
    .flatMap((holder) => [holder['unitPrice'], holder['flatFee'], holder['price']])
    .filter((amount) => amount !== undefined && amount !== null).length;
}

class PricingForm {
  constructor(
    readonly editor: EditorContext,
    readonly id: string,
  ) {}

  get line(): JsonObject {
    return this.editor.store.row(this.id)?.input ?? {};
  }

  get pricing(): JsonObject {
    const pricing = this.line['pricing'];
    return typeof pricing === 'object' && pricing !== null && !Array.isArray(pricing)
      ? pricing
      : {};
  }

  get model(): Model {
    const model = fieldText(this.pricing, 'model');
    return PRICING_MODELS.find((each) => each === model) ?? 'flat';
  }

  get tiers(): JsonObject[] {
    const tiers = this.pricing['tiers'];
    return Array.isArray(tiers) ? (tiers as JsonObject[]) : [];
  }

  /** `typing` names the box it comes from: what is typed there is one step of the history. */
  set(value: JsonObject, typing?: string): void {
    const isNewPrice = typing !== undefined && AMOUNTS.test(typing) && amountsIn(value) <= 1;
    const changes = [{ path: 'pricing', value }, ...(isNewPrice ? [] : this.#sameCurrency)];
    const coalesce = typing === undefined ? undefined : `pricing:${this.id}:${typing}`;
    this.editor.run(setCommand(this.id, changes), this.#label, coalesce);
  }

  /** Prices that are still in another currency stay so while they are not all set anew (DO-2.4). */
  get #sameCurrency(): FieldChange[] {
    const kept = fieldText(this.line, 'priceCurrency');
    return kept === '' ? [] : [{ path: 'priceCurrency', value: kept }];
  }

  /** The price moves to where the model has it: elsewhere it would have no effect. */
  choose(model: Model): void {
    const price = this.#price;
    const first = this.tiers.length > 0 ? this.tiers : [{ upTo: null, unitPrice: price }];
    const pricing: Json =
      model === 'flat'
        ? null
        : model === 'package'
          ? { model, size: '1', price }
          : { model, tiers: first };
    const changes = [
      { path: 'pricing', value: pricing },
      { path: 'unitPrice', value: model === 'flat' ? price : null },
      { path: 'formulas/unitPrice', value: null },
      ...this.#sameCurrency,
    ];
    this.editor.run(setCommand(this.id, changes), this.#label);
  }

  get #label(): CommandLabel {
    return { key: 'setOn', field: 'pricing.title', ...namedLine(this.editor.store, this.id) };
  }

  /** The price of a unit, or the first there is. */
  get #price(): string {
    const texts = [
      fieldText(this.line, 'unitPrice'),
      fieldText(this.tiers[0] ?? {}, 'unitPrice'),
      fieldText(this.pricing, 'price'),
    ];
    return texts.find((text) => text !== '') ?? '0';
  }

  setTiers(tiers: readonly JsonObject[], typing?: string): void {
    this.set({ ...this.pricing, tiers: [...tiers] }, typing);
  }

  changeTier(index: number, field: string, value: Json): void {
    this.setTiers(
      this.tiers.map((tier, at) => {
        if (at !== index) return tier;
        const { [field]: _before, ...rest } = tier;
        const keep = field === 'upTo' || value !== null;
        return keep ? { ...rest, [field]: value } : rest;
      }),
      `${index}/${field}`,
    );
  }

  addTier(): void {
    const open = this.tiers.at(-1) ?? { upTo: null, unitPrice: '0' };
    this.setTiers([...this.tiers.slice(0, -1), { ...open, upTo: '' }, { ...open, upTo: null }]);
    const index = this.tiers.length - 2;
    void this.editor.updateComplete.then(() =>
      this.editor.root
        .querySelector<HTMLElement>(`[data-price-part="tiers/${index}/upTo"]`)
        ?.focus(),
    );
  }

  /** `path` is below the line's pricing. */
  box(label: string, path: string, text: string, change: (value: Json) => void): TemplateResult {
    const ends = `/pricing/${path}`;
    const isWrong = this.editor.store
      .row(this.id)
      ?.issues.some((issue) => issue.path.endsWith(ends));
    return html`<input
      class="number"
      type="text"
      inputmode="decimal"
      dir="ltr"
      aria-label=${label}
      aria-invalid=${isWrong ? 'true' : nothing}
      data-price-part=${path}
      ${numberBox(this.editor, text, change, AMOUNTS.test(path))}
    />`;
  }

  tierTable(): TemplateResult {
    const { editor, tiers } = this;
    const last = tiers.length - 1;
    return html`<table class="tiers">
        <thead>
          <tr>
            <th scope="col">${editor.t('pricing.upTo')}</th>
            <th scope="col">${editor.t('column.unitPrice')}</th>
            <th scope="col">${editor.t('pricing.flatFee')}</th>
            <td></td>
          </tr>
        </thead>
        <tbody>
          ${tiers.map((tier, index) => {
            const name = editor.t('pricing.tier', { n: index + 1 });
            return html`<tr>
              <td>
                ${
                  index === last
                    ? html`<span class="faint">${editor.t('pricing.andAbove')}</span>`
                    : this.box(
                        `${editor.t('pricing.upTo')}, ${name}`,
                        `tiers/${index}/upTo`,
                        fieldText(tier, 'upTo'),
                        (value) => this.changeTier(index, 'upTo', value),
                      )
                }
              </td>
              <td>
                ${this.box(
                  `${editor.t('column.unitPrice')}, ${name}`,
                  `tiers/${index}/unitPrice`,
                  fieldText(tier, 'unitPrice'),
                  (value) => this.changeTier(index, 'unitPrice', value),
                )}
              </td>
              <td>
                ${this.box(
                  `${editor.t('pricing.flatFee')}, ${name}`,
                  `tiers/${index}/flatFee`,
                  fieldText(tier, 'flatFee'),
                  (value) => this.changeTier(index, 'flatFee', value),
                )}
              </td>
              <td>
                <button
                  type="button"
                  class="icon"
                  aria-label=${editor.t('pricing.removeTier', { n: index + 1 })}
                  ?disabled=${index === last}
                  @click=${() => this.setTiers(this.tiers.filter((_, at) => at !== index))}
                >
                  <span aria-hidden="true">×</span>
                </button>
              </td>
            </tr>`;
          })}
        </tbody>
      </table>
      <button type="button" @click=${() => this.addTier()}>${editor.t('pricing.addTier')}</button>`;
  }

  packageFields(): TemplateResult {
    const { editor, pricing } = this;
    const field = (label: string, name: string): TemplateResult =>
      html`<label class="field"
        >${label}${this.box(label, name, fieldText(pricing, name), (value) =>
          this.set({ ...this.pricing, [name]: value }, name),
        )}</label
      >`;
    return html`<div class="form-grid">
      ${field(editor.t('pricing.size'), 'size')} ${field(editor.t('pricing.price'), 'price')}
      ${field(editor.t('pricing.freeUnits'), 'freeUnits')}
    </div>`;
  }

  result(): TemplateResult {
    const { editor } = this;
    const row = editor.store.row(this.id);
    const quantity = formatDecimal(fieldText(this.line, 'quantity') || '1', editor.numberLocale);
    const amount = editor.money(row?.priced?.list);
    const wrong = row
      ? shownIssues(editor, row).filter(({ columnId }) => columnId === 'unitPrice')
      : [];
    return html`${wrong.map(({ message }) => html`<p class="problem" role="alert">${message}</p>`)}
      <p class="result" aria-live="polite">${editor.t('pricing.result', { quantity, amount })}</p>`;
  }

  render(): TemplateResult {
    const { editor, model } = this;
    const body =
      model === 'flat' ? nothing : model === 'package' ? this.packageFields() : this.tierTable();
    return html`<label class="field"
        >${editor.t('pricing.model')}<select
          ${choice(model)}
          @change=${(event: Event) =>
            this.choose((event.target as HTMLSelectElement).value as Model)}
        >
          ${PRICING_MODELS.map(
            (each) =>
              html`<option value=${each} ?selected=${each === model}>
                ${editor.t(`pricing.${each}`)}
              </option>`,
          )}
        </select></label
      >
      ${body} ${this.result()}`;
  }
}

/** Opens the pricing model of a line. */
export function openPricingModel(editor: EditorContext, id: string): void {
  const form = new PricingForm(editor, id);
  editor.overlays.openDialog({
    title: `${editor.t('pricing.title')} – ${editor.actions.nameOf(id)}`,
    keeps: () => true,
    body: () => form.render(),
    footer: () =>
      html`<button type="button" class="primary" @click=${() => editor.overlays.close()}>
        ${editor.t('action.done')}
      </button>`,
  });
}
