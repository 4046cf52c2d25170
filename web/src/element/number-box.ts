/** A box of one number in a dialog of the editor. */
import { amountIn, calculated, showNumber } from '../columns/number-column.ts';
import { isFormula } from '../number/formula.ts';
import { keepRefused, parseNumber } from '../number/parse.ts';
import type { Json } from '../../../schema/contract.ts';
import { field } from '../ui/field.ts';
import type { EditorContext } from './editor-context.ts';

/** Decimals that a price and a quantity may have. */
const PRICE_DIGITS = 12;
const QUANTITY_DIGITS = 6;

/**
 * Binds it: `text` is what is stored, `set` gets the plain decimal, null for an empty box, and the
 * text as it was typed where it is no number. Half a number is not stored as a wrong one. An amount
 * may be typed with the sign of the document's currency; a formula counts once the box is left.
 * `bare` takes off what else may stand beside the number.
 */
export function numberBox(
  editor: EditorContext,
  text: string,
  set: (value: Json) => void,
  isAmount = false,
  bare: (typed: string) => string = (typed) => typed,
): ReturnType<typeof field> {
  return field({
    shown: showNumber(text, editor.context),
    take: (typed, isLeft) => {
      if (isFormula(typed)) {
        const digits = isAmount ? PRICE_DIGITS : QUANTITY_DIGITS;
        if (isLeft) set(calculated(typed, digits, editor.context) ?? keepRefused(typed));
        return;
      }
      const meant = bare(typed);
      const { number, refusal } = amountIn(meant, isAmount, editor.context);
      const parsed = parseNumber(refusal === null ? number : meant, editor.numberLocale);
      if (parsed.ok) set(parsed.value);
      else if (isLeft) set(parsed.reason === 'empty' ? null : keepRefused(typed));
    },
  });
}
