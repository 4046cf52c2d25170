/**
 * A number typed into a line, the way a keystroke goes to the core (ST-3.5), and what the core
 * answers: the amounts of the line and the totals, as text, and how far the change reached.
 */
import { EditField, editReplyFields } from '../engine/edit-reply.ts';
import type { JsonObject, PricedLine, Row, Summary, Totals } from '../../../schema/contract.ts';

/** One field of a line, and what was typed in it: decimal text, '' takes the field away. */
export interface NumberEdit {
  readonly id: string;
  readonly field: EditField;
  readonly value: string;
}

/** How the history knows the edit. */
export interface EditStep {
  readonly label: string;
  readonly coalesce: string;
}

/** Members of a priced line that the core answers a keystroke with. */
export const ANSWERED_OF_LINE: ReadonlySet<string> = new Set(
  editReplyFields.flatMap((name) => (name.startsWith('line.') ? [name.slice(5)] : [])),
);

const FIELDS: Readonly<Record<string, EditField>> = {
  unitPrice: EditField.unitPrice,
  quantity: EditField.quantity,
  cost: EditField.cost,
  percent: EditField.discountPercent,
  amount: EditField.discountAmount,
};

/** The edit that a change of a line is; null where it is none. */
export function numberEdit(
  id: string,
  change: { readonly path: string; readonly value: unknown },
): NumberEdit | null {
  const { path, value } = change;
  if (path === 'discount') {
    if (value === null) return { id, field: EditField.discountPercent, value: '' };
    const [[part = '', typed] = [], ...more] = Object.entries(value as JsonObject);
    const field = part === 'percent' || part === 'amount' ? FIELDS[part] : undefined;
    const isOne = field !== undefined && more.length === 0 && typeof typed === 'string';
    return isOne && typed !== '' ? { id, field, value: typed } : null;
  }
  const field = path === 'percent' || path === 'amount' ? undefined : FIELDS[path];
  if (field === undefined) return null;
  if (value === null) return { id, field, value: '' };
  return typeof value === 'string' && value !== '' ? { id, field, value } : null;
}

/** A line with a change in it. */
export function withChange(
  line: JsonObject,
  change: { readonly path: string; readonly value: unknown },
): JsonObject {
  const { [change.path]: _before, ...rest } = line;
  return change.value === null ? rest : { ...line, [change.path]: change.value as JsonObject };
}

/** The answer to an edit. */
export class EditReply {
  readonly #texts: readonly string[];

  constructor(text: string) {
    this.#texts = text.split('\n');
  }

  #text(name: (typeof editReplyFields)[number]): string {
    return this.#texts[editReplyFields.indexOf(name)] ?? '';
  }

  /** `line`: the answer holds all amounts of the line and the summary that moved. */
  get reach(): 'line' | 'document' | 'all' {
    return this.#text('reach') as 'line' | 'document' | 'all';
  }

  get undo(): number {
    return Number(this.#text('undo'));
  }

  get redo(): number {
    return Number(this.#text('redo'));
  }

  /** The totals with the amounts of the answer; null where it does not fit them. */
  totals(before: Totals): Totals | null {
    const { adjustments, lineTaxes } = before.summary;
    const rest = this.#texts.slice(editReplyFields.length).map(amount);
    if (rest.length !== adjustments.length + 2 * lineTaxes.length) return null;
    const summary: Record<string, unknown> = { ...before.summary };
    editReplyFields.forEach((name, at) => {
      if (name in summary) summary[name] = amount(this.#texts[at] ?? '');
    });
    summary['adjustments'] = adjustments.map((one, at) => ({ ...one, amount: rest[at] ?? null }));
    summary['lineTaxes'] = lineTaxes.map((one, at) => {
      const from = adjustments.length + 2 * at;
      return { ...one, base: rest[from] ?? null, amount: rest[from + 1] ?? null };
    });
    summary['dueNowMinor'] = minorUnits(this.#text('dueNow'));
    const taxOnTop = amount(this.#text('taxOnTop'));
    return { ...before, summary: summary as Summary, taxOnTop };
  }

  /** The row with the amounts of the answer. */
  row(before: Row, input: JsonObject): Row {
    if (!before.priced) return { ...before, input };
    const priced: Record<string, unknown> = { ...before.priced };
    editReplyFields.forEach((name, at) => {
      if (name.startsWith('line.')) priced[name.slice(5)] = amount(this.#texts[at] ?? '');
    });
    return { ...before, input, priced: priced as PricedLine };
  }
}

/** The amount as a whole number; null where JavaScript cannot hold it, as in the core's answers. */
function minorUnits(amount: string): number | null {
  const units = Number(amount.replace('.', ''));
  return Number.isSafeInteger(units) ? units : null;
}

function amount(text: string): string | null {
  return text === 'null' ? null : text;
}
