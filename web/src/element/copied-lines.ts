/**
 * Lines on their way from one document to another: everything stored in them, with the tax rates and
 * columns they use. JSON text, in which every number keeps its digits.
 */
import { givesChoice } from './buyer-choice.ts';
import {
  parseJson,
  writeJson,
  NumberText,
  type Json,
  type JsonObject,
} from '../json/lossless-json.ts';

/** What a copy of lines is called on the clipboard. */
export const LINES_TYPE = 'application/x-crossfoot+json';

/** Lines and what they need of their document. */
export interface CopiedLines {
  readonly currency: string;
  readonly pricesIncludeTax: boolean;
  readonly taxRates: readonly JsonObject[];
  /** The columns under `custom.columns` of the document. */
  readonly columns: readonly JsonObject[];
  readonly lines: readonly JsonObject[];
}

/** The document that lines come into. */
export interface Destination {
  readonly kind: string;
  readonly pricesIncludeTax: boolean;
  readonly taxRates: readonly JsonObject[];
  readonly columns: readonly JsonObject[];
  newId(prefix: string): string;
}

/** What is added to a document so that the lines mean there what they meant before. */
export interface Arrival {
  readonly taxRates: readonly JsonObject[];
  readonly columns: readonly JsonObject[];
  readonly lines: readonly JsonObject[];
}

function isObject(value: Json | undefined): value is JsonObject {
  return (
    typeof value === 'object' &&
    value !== null &&
    !Array.isArray(value) &&
    !(value instanceof NumberText)
  );
}

function objects(value: Json | undefined): JsonObject[] {
  return Array.isArray(value) ? value.filter(isObject) : [];
}

function texts(value: Json | undefined): string[] {
  return Array.isArray(value) ? value.filter((each) => typeof each === 'string') : [];
}

function member(object: Json | undefined, name: string): Json | undefined {
  return isObject(object) ? object[name] : undefined;
}

/** The columns a document defines itself. */
export function ownColumns(state: JsonObject): JsonObject[] {
  return objects(member(state['custom'], 'columns'));
}

/** Lines of a document, given as the core saved it, as JSON text. */
export function writeCopy(stateText: string, ids: ReadonlySet<string>): string {
  const state = parseJson(stateText) as JsonObject;
  const lines = objects(state['lines']).filter(({ id }) => ids.has(String(id)));
  const used = new Set(lines.flatMap((line) => texts(line['taxRateIds'])));
  const filled = new Set(lines.flatMap((line) => Object.keys((line['custom'] ?? {}) as object)));
  return writeJson({
    format: 'crossfoot-lines',
    currency: state['currency'],
    pricesIncludeTax: member(state['policy'], 'pricesIncludeTax') === true,
    taxRates: objects(state['taxRates']).filter(({ id }) => used.has(String(id))),
    columns: ownColumns(state).filter(({ id }) => filled.has(String(id))),
    lines,
  });
}

/** Reads such a text; null for anything else. */
export function readCopy(text: string): CopiedLines | null {
  let copy: Json;
  try {
    copy = parseJson(text);
  } catch {
    return null;
  }
  if (!isObject(copy) || copy['format'] !== 'crossfoot-lines') return null;
  const lines = objects(copy['lines']);
  if (lines.length === 0) return null;
  return {
    currency: String(copy['currency']),
    pricesIncludeTax: copy['pricesIncludeTax'] === true,
    taxRates: objects(copy['taxRates']),
    columns: objects(copy['columns']),
    lines,
  };
}

/** Two decimals that are the same number: `25` and `25.0`. */
function decimal(value: Json | undefined): string {
  const text = value instanceof NumberText ? value.text : String(value ?? '');
  return /^-?\d+\.\d+$/.test(text) ? text.replace(/\.?0+$/, '') : text;
}

/** The policy decides where a rate in percent does not say whether prices contain it. */
function followsPolicy(rate: JsonObject): boolean {
  const plain = rate['inclusive'] === undefined && rate['compound'] !== true;
  return plain && /^\d/.test(decimal(rate['percent']));
}

/** What a rate does to a line, in one text. */
function effect(rate: JsonObject, pricesIncludeTax: boolean): string {
  const inclusive = followsPolicy(rate) ? pricesIncludeTax : rate['inclusive'] === true;
  const parts = [decimal(rate['percent']), decimal(rate['amountPerUnit'])];
  return [...parts, rate['compound'] === true, inclusive].join(' ');
}

interface Matched {
  readonly ids: ReadonlyMap<string, string>;
  readonly brought: readonly JsonObject[];
}

/** The document's rates in place of the copied ones; those it lacks are brought along. */
function matchRates(copy: CopiedLines, to: Destination): Matched {
  const ids = new Map<string, string>();
  const brought: JsonObject[] = [];
  for (const rate of copy.taxRates) {
    const id = String(rate['id']);
    const same = to.taxRates.filter(
      (each) => effect(each, to.pricesIncludeTax) === effect(rate, copy.pricesIncludeTax),
    );
    const found =
      same.find((each) => each['id'] === id) ?? same.find((each) => each['name'] === rate['name']);
    if (found) {
      ids.set(id, String(found['id']));
      continue;
    }
    const taken = to.taxRates.some((each) => each['id'] === id);
    const own = { ...rate, id: taken ? to.newId('t') : id };
    const policiesDiffer = copy.pricesIncludeTax !== to.pricesIncludeTax;
    brought.push(
      policiesDiffer && followsPolicy(rate) ? { ...own, inclusive: copy.pricesIncludeTax } : own,
    );
    ids.set(id, own.id);
  }
  return { ids, brought };
}

function arrivingLine(
  line: JsonObject,
  to: Destination,
  rates: ReadonlyMap<string, string>,
): JsonObject {
  // Where a line came from is its former document's business.
  const { origin: _origin, ...stored } = line;
  const own: JsonObject = { ...stored, id: to.newId('li') };
  const ids = texts(line['taxRateIds']);
  const taxed =
    ids.length === 0 ? own : { ...own, taxRateIds: ids.map((id) => rates.get(id) ?? id) };
  if (givesChoice(to.kind)) return taxed;
  const { optional: _optional, selected: _selected, quantityRange: _range, ...fixed } = taxed;
  return fixed;
}

/** The lines as they come into a document: with ids, rates and columns of that document. */
export function arrivalOf(copy: CopiedLines, to: Destination): Arrival {
  const { ids, brought } = matchRates(copy, to);
  return {
    taxRates: brought,
    columns: copy.columns.filter(({ id }) => !to.columns.some((each) => each['id'] === id)),
    lines: copy.lines.map((line) => arrivingLine(line, to, ids)),
  };
}
