/**
 * What a history step did, kept free of language and read in any: which kind of thing it was done to
 * and what that is called now. A label never holds words of a catalogue.
 */
import { fieldText } from '../columns/column.ts';
import type { MessageKey } from '../i18n/translator.ts';
import { formatDecimal } from '../number/format.ts';
import { loadPolicyWords, ruleName } from '../policy/policy-words.ts';
import type { DocumentStore } from '../store/document-store.ts';
import type { JsonObject } from '../../../schema/contract.ts';
import type { EditorContext } from './editor-context.ts';

/** The kinds of things that a step is about, as `thing.…` of the catalogues calls them. */
type Thing = 'line' | 'section' | 'note' | 'taxRate' | 'discount' | 'fee' | 'tax' | 'column';

/** A message key without its `label.` prefix, and its parameters. */
export interface CommandLabel {
  readonly key: string;
  /** What the thing was called then; it goes by its present name while it is there. */
  readonly name?: string;
  readonly of?: Thing;
  /** The column, or the message key, of what was changed about it. */
  readonly field?: string;
  readonly count?: number;
  /** The id of the line. */
  readonly line?: string;
  /** The id of a tax rate or an adjustment. */
  readonly id?: string;
}

/** What names the thing in a label. */
type Named = Pick<CommandLabel, 'name' | 'of' | 'line' | 'id'>;

function typeOf(line: JsonObject): Thing {
  const type = line['type'];
  return type === 'section' || type === 'note' ? type : 'line';
}

/** For the label of a step on a line. */
export function namedLine(store: DocumentStore, id: string | undefined): Named {
  if (id === undefined) return {};
  const input = store.row(id)?.input ?? {};
  return { name: fieldText(input, 'name'), of: typeOf(input), line: id };
}

/** For the label of a step on a line that is not there yet. */
export function namedNew(line: JsonObject): Named {
  return { name: fieldText(line, 'name'), of: typeOf(line), line: fieldText(line, 'id') };
}

/** For the label of a step on a tax rate of the document. */
export function namedRate(store: DocumentStore, id: string): Named {
  const rate = store.list('taxRates').find((each) => each['id'] === id) ?? {};
  return { name: fieldText(rate, 'name'), of: 'taxRate', id };
}

/** For the label of a step on an order discount, a fee or a one-time tax. */
export function namedAdjustment(adjustment: JsonObject): Named {
  const type = adjustment['type'];
  const of = type === 'fee' || type === 'tax' ? type : 'discount';
  return { name: fieldText(adjustment, 'name'), of, id: fieldText(adjustment, 'id') };
}

/** The label as the history keeps it. */
export function writeLabel(label: CommandLabel): string {
  return JSON.stringify(label);
}

type Reader = Pick<EditorContext, 'translator' | 'allColumns' | 'numberLocale' | 'store'>;

/** The line as it is, or was when it was removed. */
function lineNow(store: DocumentStore, id: string): JsonObject | undefined {
  if (store.indexOf(id) >= 0) return store.row(id)?.input;
  return store.removed.find((line) => line.id === id)?.line;
}

function memberNow({ store }: Reader, { of, line, id }: CommandLabel): JsonObject | undefined {
  if (line !== undefined) return lineNow(store, line);
  if (id === undefined) return undefined;
  const list = of === 'taxRate' ? 'taxRates' : 'adjustments';
  return store.list(list).find((each) => each['id'] === id);
}

/** "line “Hosting”"; where it has no name "line 3", or the kind alone. */
function thing(editor: Reader, label: CommandLabel): string {
  const { store, translator } = editor;
  const now = memberNow(editor, label);
  const name = (now && fieldText(now, 'name')) ?? label.name ?? '';
  const of = label.line !== undefined && now ? typeOf(now) : label.of;
  // A label of an earlier version does not say of what kind the thing is.
  if (of === undefined) return name === '' ? translator.t('thing.line') : name;
  const kind = translator.t(`thing.${of}`);
  if (name !== '') return translator.t('thing.named', { kind, name });
  const n = label.line === undefined ? null : store.numberOf(label.line);
  const isThere = label.line !== undefined && store.indexOf(label.line) >= 0 && n !== null;
  return isThere
    ? translator.t('row.labelUnnamed', { n: formatDecimal(String(n), editor.numberLocale) })
    : kind;
}

/** Before the key of a rule of the document, whose words come with the page of rules. */
const RULE = 'policy.';

/** Fetches what the labels of a history need of other words. */
export async function loadLabelWords(labels: readonly string[], language: string): Promise<void> {
  if (labels.some((label) => label.includes(RULE))) await loadPolicyWords(language);
}

/** What was changed about it, as its column or box is called. */
function fieldWords({ translator, allColumns }: Reader, field: string): string {
  // The column is headed by what the name is of; here that stands beside it.
  if (field === 'name') return translator.t('tax.name');
  if (field.startsWith(RULE)) {
    const name = ruleName(translator.language, field.slice(RULE.length));
    return name ?? translator.t('rules.title');
  }
  const column = allColumns.find(({ id }) => id === field);
  return column ? (column.ownLabel ?? translator.t(column.label)) : translator.lookup(field, '');
}

/** Steps whose command carries no label: the core calls them by the command. */
const COMMANDS: Readonly<Record<string, MessageKey>> = {
  payment: 'label.payment',
  currency: 'label.currency',
  lifecycle: 'label.lifecycle',
  refund: 'label.refund',
  credit: 'label.credit',
  cancel: 'label.lifecycle',
};
const UNNAMED: ReadonlySet<string> = new Set([
  '',
  'add',
  'set',
  'remove',
  'clone',
  'move',
  'replace',
  'batch',
  'removePayment',
  'change',
]);

function parsed(text: string): CommandLabel | null {
  try {
    return JSON.parse(text) as CommandLabel;
  } catch {
    return null;
  }
}

/** A sentence of a language that has capital letters begins with one. */
function asSentence(text: string, language: string): string {
  const [first = ''] = text;
  return first.toLocaleUpperCase(language) + text.slice(first.length);
}

/** A place in the document in words, the thing and what of it: "line “Hosting” · Quantity". */
export function placeWords(editor: Reader, path: string): string {
  const [, list = '', id = '', field = ''] = path.split('/');
  const { store, translator } = editor;
  const own = (name: string): string => fieldWords(editor, name) || name;
  if (list === 'lines' || list === 'taxRates' || list === 'adjustments') {
    const member = store.list(list).find((each) => each['id'] === id) ?? {};
    const named =
      list === 'lines'
        ? namedLine(store, id)
        : list === 'taxRates'
          ? namedRate(store, id)
          : namedAdjustment({ ...member, id });
    const what = asSentence(thing(editor, { key: '', ...named }), translator.language);
    return field === '' ? what : `${what} · ${own(field)}`;
  }
  if (list === 'policy') return own(`${RULE}${id}`);
  return translator.lookup(`head.${list}/${id}`, '') || translator.lookup(`head.${list}`, list);
}

/** A history step in words. */
export function readLabel(text: string, editor: Reader): string {
  const { translator } = editor;
  const other = translator.t('label.other');
  const label = parsed(text);
  if (label === null) {
    const command = COMMANDS[text];
    return command ? translator.t(command) : UNNAMED.has(text) ? other : text;
  }
  const { count = 1 } = label;
  const words = {
    name: thing(editor, label),
    field: label.field === undefined ? '' : fieldWords(editor, label.field),
    count: formatDecimal(String(count), editor.numberLocale),
  };
  if (label.field !== undefined && words.field === '') return other;
  return asSentence(
    translator.lookup(`label.${label.key}`, other, words, count),
    translator.language,
  );
}
