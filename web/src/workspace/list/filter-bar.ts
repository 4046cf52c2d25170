/** The conditions of a filter as controls. */
import { html, nothing, type TemplateResult } from 'lit';
import { withoutSign } from '../../number/currency-sign.ts';
import { formatUngrouped, isPlainDecimal } from '../../number/format.ts';
import { keepRefused, parseNumber, refusedText, type ParsedNumber } from '../../number/parse.ts';
import { unclearNumber } from '../../sentences/unclear-number.ts';
import type { WorkspaceMessageKey } from '../words.ts';
import { choice, field } from '../../ui/field.ts';
import type { Workspace } from '../workspace-context.ts';
import {
  isExact,
  needsValue,
  OPERATORS,
  type Condition,
  type Filter,
  type Operator,
  type PropertyType,
} from './filters.ts';

/** ISO 4217: a list may hold amounts of any. */
const NO_CURRENCY = 'XXX';

interface FilterProperty {
  readonly id: string;
  readonly label: string;
  readonly type: PropertyType;
  readonly choices?: readonly (readonly [value: string, label: string])[];
}

/** The bar; `use` gets each changed filter. */
export function filterBar(
  workspace: Workspace,
  properties: readonly FilterProperty[],
  filter: Filter,
  use: (filter: Filter) => void,
): TemplateResult {
  const { w } = workspace;
  const change = (at: number, changes: Partial<Condition>): void => {
    const conditions = filter.conditions.map((each, index) =>
      index === at ? { ...each, ...changes } : each,
    );
    use({ ...filter, conditions });
  };
  const remove = (at: number): void =>
    use({ ...filter, conditions: filter.conditions.filter((_, index) => index !== at) });
  const add = (): void => {
    const first = properties[0];
    if (!first) return;
    const operator = OPERATORS[first.type][0] ?? 'is';
    const condition = { property: first.id, operator, value: '' };
    use({ ...filter, conditions: [...filter.conditions, condition] });
  };
  return html`<div class="filters" role="group" aria-label=${w('list.filter')}>
    ${
      filter.conditions.length > 1
        ? html`<select
            class="short"
            aria-label=${w('filter.join')}
            ${choice(filter.join)}
            @change=${(event: Event) =>
              use({
                ...filter,
                join: (event.target as HTMLSelectElement).value === 'or' ? 'or' : 'and',
              })}
          >
            <option value="and" ?selected=${filter.join === 'and'}>${w('filter.and')}</option>
            <option value="or" ?selected=${filter.join === 'or'}>${w('filter.or')}</option>
          </select>`
        : nothing
    }
    ${filter.conditions.map((condition, at) =>
      conditionRow(
        workspace,
        properties,
        condition,
        (changes) => change(at, changes),
        () => remove(at),
      ),
    )}
    <button type="button" @click=${add}>${w('filter.add')}</button>
  </div>`;
}

function conditionRow(
  workspace: Workspace,
  properties: readonly FilterProperty[],
  condition: Condition,
  change: (changes: Partial<Condition>) => void,
  remove: () => void,
): TemplateResult {
  const { w } = workspace;
  const property = properties.find(({ id }) => id === condition.property) ?? properties[0];
  if (!property) return html``;
  return html`<div class="condition">
    <select
      aria-label=${w('filter.property')}
      ${choice(property.id)}
      @change=${(event: Event) => {
        const id = (event.target as HTMLSelectElement).value;
        const type = properties.find((each) => each.id === id)?.type ?? 'text';
        change({ property: id, operator: OPERATORS[type][0] ?? 'is', value: '' });
      }}
    >
      ${properties.map(
        ({ id, label }) =>
          html`<option value=${id} ?selected=${id === property.id}>${label}</option>`,
      )}
    </select>
    <select
      aria-label=${w('filter.operator')}
      ${choice(condition.operator)}
      @change=${(event: Event) =>
        change({ operator: (event.target as HTMLSelectElement).value as Operator })}
    >
      ${OPERATORS[property.type].map(
        (operator) =>
          html`<option value=${operator} ?selected=${operator === condition.operator}>
            ${w(`operator.${operator}` as WorkspaceMessageKey)}
          </option>`,
      )}
    </select>
    ${needsValue(condition.operator) ? valueField(workspace, property, condition, change) : nothing}
    <button class="icon" type="button" aria-label=${w('filter.remove')} @click=${remove}>×</button>
  </div>`;
}

function valueField(
  workspace: Workspace,
  property: FilterProperty,
  condition: Condition,
  change: (changes: Partial<Condition>) => void,
): TemplateResult {
  const label = workspace.w('filter.value');
  if (property.type === 'choice') {
    return html`<select
      aria-label=${label}
      ${choice(condition.value)}
      @change=${(event: Event) => change({ value: (event.target as HTMLSelectElement).value })}
    >
      <option value=""></option>
      ${property.choices?.map(
        ([value, text]) =>
          html`<option value=${value} ?selected=${value === condition.value}>${text}</option>`,
      )}
    </select>`;
  }
  if (isExact(property.type)) return numberValue(workspace, label, condition.value, change);
  return html`<input
    aria-label=${label}
    type=${property.type === 'date' ? 'date' : 'text'}
    ${field({ shown: condition.value, take: (value) => change({ value }) })}
  />`;
}

/** A number to compare with, with the sign of any currency; one that is not clear stays, and says so. */
function numberValue(
  { locale, translator }: Workspace,
  label: string,
  value: string,
  change: (changes: Partial<Condition>) => void,
): TemplateResult {
  const read = (text: string): ParsedNumber =>
    parseNumber(withoutSign(text, NO_CURRENCY, locale).number, locale);
  const take = (text: string): void => {
    const typed = read(text);
    change({ value: typed.ok ? typed.value : typed.reason === 'empty' ? '' : keepRefused(text) });
  };
  const isNumber = value === '' || isPlainDecimal(value);
  const text = refusedText(value);
  const parsed = read(text);
  const problem =
    isNumber || parsed.ok
      ? ''
      : unclearNumber({ locale, translator }, text, parsed, '1234.5').message;
  return html`<input
      aria-label=${label}
      type="text"
      inputmode="decimal"
      aria-invalid=${isNumber ? nothing : 'true'}
      ${field({ shown: isNumber ? formatUngrouped(value, locale) : text, take })}
    />
    ${isNumber ? nothing : html`<small class="problem" role="alert">${problem}</small>`}`;
}
