/** A box of one number in a dialog of the editor. */
import { amountIn, showNumber } from '../columns/number-column.ts';
import { keepRefused, parseNumber } from '../number/parse.ts';
import type { Json } from '../store/engine-port.ts';
import { field } from '../ui/field.ts';
import type { EditorContext } from './editor-context.ts';

/**
 * Binds it: `text` is what is stored, `set` gets the plain decimal, null for an empty box, and the
 * text as it was typed where it is no number. Half a number is not stored as a wrong one. An amount
 * may be typed with the sign of the document's currency.
 */
export function numberBox(
  editor: EditorContext,
  text: string,
  set: (value: Json) => void,
  isAmount = false,
): ReturnType<typeof field> {
  return field({
    shown: showNumber(text, editor.context),
    take: (typed, isLeft) => {
      const { number, refusal } = amountIn(typed, isAmount, editor.context);
      const parsed = parseNumber(refusal === null ? number : typed, editor.numberLocale);
      if (parsed.ok) set(parsed.value);
      else if (isLeft) set(parsed.reason === 'empty' ? null : keepRefused(typed));
    },
  });
}
