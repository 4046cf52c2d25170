/** The core's issues of a line in the words of the language, at the column they belong to. */
import { fieldText } from '../columns/column.ts';
import { formatNumericDate } from '../date/dates.ts';
import { formatDecimal } from '../number/format.ts';
import { refusedText } from '../number/parse.ts';
import type { Issue, JsonObject, Row } from '../../../schema/contract.ts';
import type { EditorContext } from './editor-context.ts';
import { fieldColumn, fieldName, issueField } from './issue-field.ts';
import { issueMessage } from './issue-words.ts';
import { allowingRule } from './open-policy.ts';

export interface ShownIssue {
  readonly severity: Issue['severity'];
  readonly message: string;
  /** The column whose control the message describes; null where it is not shown. */
  readonly columnId: string | null;
  readonly elementId: string;
  readonly suggestion?: string;
  /** The rule that would allow it, '' where none does. */
  readonly allowedBy: string;
}

const CODES_OF_TYPING = new Set(['invalid-number', 'date-invalid']);

/** Fields of many boxes, of which a cell shows none or not all: what is wrong there names its own. */
const OF_MANY_BOXES = new Set(['pricing', 'billing', 'charges', 'discounts']);

/** The stored text of the field an issue is about, one level into an object (`discount/percent`). */
function storedText({ input }: { readonly input: JsonObject }, issue: Issue): string {
  const [, , , field = '', inner = ''] = issue.path.split('/');
  const value = input[field];
  if (typeof value === 'object' && value !== null && !Array.isArray(value)) {
    return fieldText(value, inner);
  }
  return fieldText(input, field);
}

/** An issue in words, with a text that would be understood where one is likely. */
export function issueWords(
  editor: EditorContext,
  row: Row,
  issue: Issue,
): { message: string; suggestion?: string } {
  const column = fieldColumn(editor, issueField(issue));
  if (column?.read && CODES_OF_TYPING.has(issue.code)) {
    const text = refusedText(storedText(row, issue));
    const reading = column.read(text, row, editor.context);
    // It is written as numbers and dates are written now, and was not when it was typed.
    if (reading.ok) return { message: editor.t('typed.otherFormat', { text }), suggestion: text };
    const { message, suggestion } = reading;
    return suggestion === undefined ? { message } : { message, suggestion };
  }
  const field = fieldName(editor, issue) || editor.t('column.line');
  const example = issue.code.startsWith('date')
    ? formatNumericDate(editor.store.date, editor.numberLocale)
    : formatDecimal('1234.5', editor.numberLocale);
  return {
    message: issueMessage(editor, issue, { field, example }),
  };
}

/** The issues to show under a row; what is missing is not said while the row is being typed. */
export function shownIssues(editor: EditorContext, row: Row): ShownIssue[] {
  const typing = editor.editing.fresh.has(row.id);
  return row.issues
    .filter((issue) => !(typing && issue.code === 'required'))
    .filter((issue) => !typedNow(editor, row, issue))
    .map((issue, index) => {
      const column = fieldColumn(editor, issueField(issue));
      const shown = column !== undefined && editor.columns.includes(column);
      const words = issueWords(editor, row, issue);
      const name = fieldName(editor, issue);
      const prefix =
        (shown && !OF_MANY_BOXES.has(issueField(issue))) || name === '' ? '' : `${name}: `;
      return {
        severity: issue.severity,
        message: prefix + words.message,
        columnId: column?.id ?? null,
        elementId: `issue-${row.id}-${index}`,
        allowedBy: allowingRule(issue),
        ...(words.suggestion === undefined ? {} : { suggestion: words.suggestion }),
      };
    });
}

/** While somebody types in a field, its complaints wait. */
function typedNow(editor: EditorContext, row: Row, issue: Issue): boolean {
  const column = fieldColumn(editor, issueField(issue));
  return column !== undefined && editor.editing.draft(row.id, column.id) !== undefined;
}
