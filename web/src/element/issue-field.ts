/** What an issue is about, in the words that stand at the box itself. */
import { columnLabel, fieldText, type Column } from '../columns/column.ts';
import type { MessageKey } from '../i18n/translator.ts';
import type { Issue, JsonObject } from '../../../schema/contract.ts';
import type { EditorContext } from './editor-context.ts';

/** The state field an issue is about: the third segment of `/lines/3/quantity`. */
export function issueField(issue: Issue): string {
  return issue.path.split('/')[3] ?? '';
}

/** The column that shows a field of a line, by itself or in a popover that its cell opens. */
export function fieldColumn(editor: EditorContext, field: string): Column | undefined {
  const wanted = field === 'pricing' ? 'unitPrice' : field === 'discounts' ? 'discount' : field;
  return (
    editor.allColumns.find((column) => column.field === wanted) ??
    editor.allColumns.find((column) => column.id === wanted)
  );
}

/** Members of a pricing model and its tiers, as their boxes are called. */
const PRICING: Readonly<Record<string, MessageKey>> = {
  upTo: 'pricing.upTo',
  unitPrice: 'column.unitPrice',
  flatFee: 'pricing.flatFee',
  size: 'pricing.size',
  price: 'pricing.price',
  freeUnits: 'pricing.freeUnits',
};

/** `tiers/0/unitPrice` → `Unit price, tier 1`. */
function pricingField(editor: EditorContext, inner: readonly string[]): string {
  const key = PRICING[inner.at(-1) ?? ''];
  const own = editor.t(key ?? 'pricing.title');
  if (inner[0] !== 'tiers' || inner[1] === undefined) return own;
  return `${own}, ${editor.t('pricing.tier', { n: Number(inner[1]) + 1 })}`;
}

/** Members of a phase, as their boxes are called. */
const PHASE: Readonly<Record<string, MessageKey>> = {
  payments: 'billing.payments',
  unitPrice: 'column.unitPrice',
  quantity: 'column.quantity',
  discount: 'column.discount',
};

/** `billing/phases/1/payments` → `Payments, phase 2`. */
function billingField(editor: EditorContext, inner: readonly string[]): string {
  const [list, at, member = ''] = inner;
  if (list !== 'phases' || at === undefined) return editor.t('column.billing');
  const own = editor.t(PHASE[member] ?? 'column.billing');
  return `${own}, ${editor.t('billing.phase', { n: Number(at) + 1 })}`;
}

/** The field of a line; '' where it is the line as a whole. */
function lineField(editor: EditorContext, path: string): string {
  const [, , , field = '', ...inner] = path.split('/');
  if (field === 'pricing') return pricingField(editor, inner);
  if (field === 'billing') return billingField(editor, inner);
  if (field === 'charges') return editor.t('column.charge');
  const column = fieldColumn(editor, field);
  return column ? columnLabel(column, editor.translator) : '';
}

const entry = (editor: EditorContext, list: string, at: string): JsonObject =>
  editor.store.list(list)[Number(at)] ?? {};

/** `Fee 2: Shipping`, as it is called in its own row. */
export function adjustmentLabel(
  editor: EditorContext,
  adjustment: JsonObject,
  index: number,
): string {
  const type = fieldText(adjustment, 'type') || 'discount';
  return editor.t('adjustment.label', {
    type: editor.translator.lookup(`adjustment.${type}`, type),
    n: index + 1,
    name: fieldText(adjustment, 'name'),
  });
}

/** The part of the document; '' where the sentence itself says what it is about. */
function documentField(editor: EditorContext, path: string): string {
  const [, list = '', at = ''] = path.split('/');
  if (list === 'adjustments') return adjustmentLabel(editor, entry(editor, list, at), Number(at));
  if (list === 'taxRates') {
    const name = fieldText(entry(editor, list, at), 'name');
    return editor.t('tax.row', { n: Number(at) + 1, name });
  }
  return list === 'policy' ? editor.t('rules.title') : '';
}

/** The words for what an issue is about; '' where there is nothing to name. */
export function fieldName(editor: EditorContext, issue: Issue): string {
  return issue.lineId === undefined
    ? documentField(editor, issue.path)
    : lineField(editor, issue.path);
}
