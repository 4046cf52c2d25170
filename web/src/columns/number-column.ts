/** Columns in which a number is typed: quantity, unit price, cost. */
import { formatDecimal } from '../number/format.ts';
import { withoutSign } from '../number/currency-sign.ts';
import { fromCoreFormula, isFormula, toCoreFormula } from '../number/formula.ts';
import { keepRefused, parseNumber, refusedText } from '../number/parse.ts';
import type { JsonObject, Row } from '../../../schema/contract.ts';
import { unclearNumber } from '../sentences/unclear-number.ts';
import { fieldText, type Column, type ColumnContext, type Reading } from './column.ts';

interface NumberField {
  readonly field: string;
  /** Decimals the field may hold. */
  readonly digits: number;
  /** An example in the core's form, shown in the locale's where typing was unclear. */
  readonly example: string;
  /** True for amounts, which may be typed with the sign of the document's currency. */
  readonly money?: boolean;
}

/** The source of a field's formula, in the locale's form; empty where there is none. */
export function formulaSource(line: JsonObject, field: string, locale: string): string {
  const formulas = line['formulas'];
  if (typeof formulas !== 'object' || formulas === null || Array.isArray(formulas)) return '';
  const source = formulas[field];
  return typeof source === 'string' ? fromCoreFormula(source, locale) : '';
}

/** What a typed formula comes to, to at most `digits` decimals; null where it cannot be calculated. */
export function calculated(text: string, digits: number, context: ColumnContext): string | null {
  const formula = toCoreFormula(text, context.locale);
  return formula === null ? null : context.calculate(formula, digits);
}

/** Reads a number or a formula into a field of the line; empty text removes the field. */
export function readNumber(
  text: string,
  line: JsonObject,
  number: NumberField,
  context: ColumnContext,
): Reading {
  const { field, digits } = number;
  const formulaPath = `formulas/${field}`;
  const dropFormula =
    formulaSource(line, field, 'en') === '' ? [] : [{ path: formulaPath, value: null }];
  const refuse = (message: string): Reading => ({
    ok: false,
    message,
    kept: [{ path: field, value: keepRefused(text) }, ...dropFormula],
  });
  if (isFormula(text)) {
    const formula = toCoreFormula(text, context.locale);
    const value = formula === null ? null : context.calculate(formula, digits);
    if (formula === null || value === null) {
      return refuse(context.translator.t('formula.error', { text, example: '=3*12' }));
    }
    return {
      ok: true,
      changes: [
        { path: field, value },
        { path: formulaPath, value: formula },
      ],
    };
  }
  const { number: typed, refusal } = amountIn(text, number.money === true, context);
  if (refusal !== null) return refuse(refusal);
  const parsed = parseNumber(typed, context.locale);
  if (parsed.ok)
    return { ok: true, changes: [{ path: field, value: parsed.value }, ...dropFormula] };
  if (parsed.reason === 'empty') {
    return { ok: true, changes: [{ path: field, value: null }, ...dropFormula] };
  }
  const { message, ...suggested } = unclearNumber(context, text, parsed, number.example);
  return { ...refuse(message), ...suggested } as Reading;
}

/** The number in typed text without its currency's sign, or the words against another currency. */
export function amountIn(
  text: string,
  money: boolean,
  context: ColumnContext,
): { readonly number: string; readonly signed: boolean; readonly refusal: string | null } {
  const { currency, locale, translator } = context;
  if (!money) return { number: text, signed: false, refusal: null };
  const { number, sign, own } = withoutSign(text, currency, locale);
  const refusal = own
    ? null
    : translator.t('number.otherCurrency', { text: text.trim(), other: sign, currency });
  return { number, signed: sign !== '', refusal };
}

/** A stored number in the locale's form; refused text as it was typed. */
export function showNumber(text: string, context: ColumnContext, minimumFraction = 0): string {
  const typed = refusedText(text);
  return typed === text ? formatDecimal(text, context.locale, minimumFraction) : typed;
}

type NumberColumnParts = Pick<Column, 'id' | 'label' | 'group' | 'shownFor'> & NumberField;

/** A column of one number field; money is shown with at least the currency's decimals. */
export function numberColumn(parts: NumberColumnParts & { readonly otherwise?: string }): Column {
  const { field, otherwise = '' } = parts;
  return {
    id: parts.id,
    label: parts.label,
    group: parts.group,
    shownFor: parts.shownFor,
    control: 'number',
    align: 'end',
    field,
    inCurrency: parts.money === true,
    hasData: (line) => fieldText(line, field) !== '' && fieldText(line, field) !== otherwise,
    show: (row: Row, context) => {
      const text = fieldText(row.input, field) || otherwise;
      return showNumber(text, context, parts.money && text !== '' ? context.minorDigits : 0);
    },
    read: (text, row, context) => readNumber(text, row.input, parts, context),
  };
}
