/** Filters of a list: conditions on properties, joined by and/or. */
import { fold } from '../../i18n/fold.ts';
import { isPlainDecimal } from '../../number/format.ts';
import { compareDecimals } from '../decimals.ts';

export type PropertyType = 'text' | 'money' | 'date' | 'choice' | 'number';

export const OPERATORS: Readonly<Record<PropertyType, readonly Operator[]>> = {
  text: ['contains', 'is', 'isNot', 'empty', 'notEmpty'],
  choice: ['is', 'isNot'],
  money: ['is', 'above', 'below', 'empty', 'notEmpty'],
  number: ['is', 'above', 'below'],
  date: ['is', 'before', 'after', 'empty', 'notEmpty'],
};

export type Operator =
  'contains' | 'is' | 'isNot' | 'above' | 'below' | 'before' | 'after' | 'empty' | 'notEmpty';

/** One condition; `value` is plain decimal text, an ISO date, or text. */
export interface Condition {
  readonly property: string;
  readonly operator: Operator;
  readonly value: string;
}

export interface Filter {
  readonly join: 'and' | 'or';
  readonly conditions: readonly Condition[];
}

export const NO_FILTER: Filter = { join: 'and', conditions: [] };

/** Whether values of a type are compared as numbers; what stands in a condition may be none. */
export const isExact = (type: PropertyType): boolean => type === 'money' || type === 'number';

/** Whether a value of a property meets a condition. */
export function meets(value: string, type: PropertyType, condition: Condition): boolean {
  const wanted = condition.value.trim();
  switch (condition.operator) {
    case 'empty':
      return value === '';
    case 'notEmpty':
      return value !== '';
    case 'contains':
      return fold(value).includes(fold(wanted));
    case 'is':
      return isExact(type)
        ? value !== '' && compareDecimals(value, wanted) === 0
        : fold(value) === fold(wanted);
    case 'isNot':
      return fold(value) !== fold(wanted);
    case 'above':
      return value !== '' && compareDecimals(value, wanted) > 0;
    case 'below':
      return value !== '' && compareDecimals(value, wanted) < 0;
    case 'before':
      return value !== '' && value < wanted;
    case 'after':
      return value > wanted;
  }
}

/** Whether the operator needs a value to compare with. */
export function needsValue(operator: Operator): boolean {
  return operator !== 'empty' && operator !== 'notEmpty';
}

/** Whether an entry passes a filter; unfinished conditions count for nothing. */
export function passes(
  filter: Filter,
  read: (property: string) => { value: string; type: PropertyType },
): boolean {
  const isFinished = ({ property, operator, value }: Condition): boolean => {
    if (!needsValue(operator)) return true;
    return isExact(read(property).type) ? isPlainDecimal(value) : value.trim() !== '';
  };
  const finished = filter.conditions.filter(isFinished);
  if (finished.length === 0) return true;
  const test = (condition: Condition): boolean => {
    const { value, type } = read(condition.property);
    return meets(value, type, condition);
  };
  return filter.join === 'and' ? finished.every(test) : finished.some(test);
}
