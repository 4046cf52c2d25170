/**
 * The amounts that a keystroke moves, written where they stand: in the cells of the line that is being
 * typed in, and among the totals. Each place is marked by the template that draws it (`data-drawn`),
 * and a drawing of everything follows at the pause.
 */
import type { Column } from '../columns/column.ts';
import { negated } from '../number/taken-off.ts';
import { ANSWERED_OF_LINE } from '../store/number-edit.ts';
import type { Row, Summary } from '../../../schema/contract.ts';
import { drawnText } from '../ui/drawn-text.ts';
import type { EditorContext } from './editor-context.ts';

/** Where amounts of the summary stand; those in running text and among parts wait for the pause. */
const AMONG_TOTALS = ':is(.total-line, .adjustment) > .amount [data-drawn]';
const IN_BAR = '[data-drawn]';

/**
 * What the room of an amount is made from, in digits, so that its text changes without the room
 * (panels.ts): what parts its digits is half as wide as one, letters are wider.
 */
export function figures(text: string): string {
  const marks = text.match(/[.,'’\s]/g)?.length ?? 0;
  const letters = text.match(/\p{L}/gu)?.length ?? 0;
  return `--figures:${text.length - marks * 0.5 + letters * 0.4}`;
}

/** The text of a total; `isTakenOff`: as it is shown where it lessens what stands above it. */
export function totalText(
  editor: Pick<EditorContext, 'money'>,
  amount: string | null,
  isTakenOff: boolean,
): string {
  return editor.money(amount !== null && isTakenOff ? negated(amount) : amount);
}

/** True where the answer to a keystroke holds every amount that is shown of a line. */
export function answersAllShown(columns: readonly Column[]): boolean {
  return columns.every(
    ({ control, member }) => control !== 'amount' || ANSWERED_OF_LINE.has(member ?? ''),
  );
}

/** Writes an amount where it differs; false where none stands. */
function write(place: HTMLElement, text: string): boolean {
  const node = drawnText(place);
  if (!node || node.data === text) return node !== null;
  const room = place.parentElement;
  if (node.length !== text.length && room?.className === 'figure') {
    room.style.cssText = figures(text);
  }
  node.data = text;
  return true;
}

/** The row somebody types in; null where it is not this line's. */
function typedRow(root: ShadowRoot, id: string): HTMLElement | null {
  const row = root.activeElement?.closest<HTMLElement>('tr[data-id]') ?? null;
  return row?.dataset['id'] === id ? row : null;
}

function writeLine(editor: EditorContext, element: HTMLElement, row: Row): boolean {
  const shown = editor.columns.filter(({ control }) => control === 'amount');
  const places = [...element.querySelectorAll<HTMLElement>('[data-drawn]')];
  return (
    places.length === shown.length &&
    shown.every((column, at) => {
      const place = places[at];
      const text = column.show(row, editor.context);
      return place?.dataset['drawn'] === column.id && text !== '–' && write(place, text);
    })
  );
}

/** An amount of the summary by its pointer; undefined for what no keystroke is answered with. */
function totalAt(summary: Summary, pointer: string): string | null | undefined {
  const [, owner, member = '', index = '', ...rest] = pointer.split('/');
  if (owner !== 'summary') return undefined;
  if (member === 'adjustments' && rest[0] === 'amount') {
    return summary.adjustments[Number(index)]?.amount;
  }
  const amounts: Readonly<Record<string, unknown>> = summary;
  const value = amounts[member];
  return index === '' && (typeof value === 'string' || value === null) ? value : undefined;
}

/** What of the totals can be seen: only that is written, the pause draws all of it. */
export interface TotalsInView {
  readonly panelInView: boolean;
  readonly totalInView: boolean;
}

function writeTotals(editor: EditorContext, inView: TotalsInView): boolean {
  const { summary, taxOnTop } = editor.store.totals;
  const all = { ...summary, taxOnTop };
  const { root } = editor;
  const amounts = (id: string, places: string): HTMLElement[] => [
    ...(root.getElementById(id)?.querySelectorAll<HTMLElement>(places) ?? []),
  ];
  const places = [
    ...(inView.panelInView ? amounts('totals', AMONG_TOTALS) : []),
    // Beside the panel's total the bar is hidden.
    ...(inView.totalInView ? [] : amounts('totals-bar', IN_BAR)),
  ];
  return places.every((place) => {
    const amount = totalAt(all, place.dataset['drawn'] ?? '');
    if (amount === undefined) return true;
    const text = totalText(editor, amount, place.dataset['off'] !== undefined);
    return write(place, text);
  });
}

/** Writes what a keystroke moved; false where only a drawing can show it. */
export function writeAmounts(editor: EditorContext, id: string, inView: TotalsInView): boolean {
  const element = typedRow(editor.root, id);
  const row = editor.store.row(id);
  if (!element || !row || !answersAllShown(editor.columns)) return false;
  return writeLine(editor, element, row) && writeTotals(editor, inView);
}
