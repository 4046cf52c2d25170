/** What must be resolved, as a list with links to the fields; shown where there is something. */
import { html, nothing, type TemplateResult } from 'lit';
import { KEPT_AMOUNT } from '../sentences/kept-amount.ts';
import type { Issue } from '../../../schema/contract.ts';
import type { EditorContext } from './editor-context.ts';
import { formatDecimal } from '../number/format.ts';
import { allowingRule, openRules } from './open-policy.ts';
import { confirmKept } from './kept-amount.ts';
import { issueMessage } from './issue-words.ts';
import { goToIssue } from './issue-place.ts';
import { fieldName } from './issue-field.ts';
import { issueWords } from './row-issues.ts';

const MOST_SHOWN = 50;

/** An issue as a sentence that names its line and field, as far as there is one. */
export function issueSentence(editor: EditorContext, issue: Issue): string {
  const field = fieldName(editor, issue);
  const row = issue.lineId === undefined ? undefined : editor.store.row(issue.lineId);
  if (!row) {
    const example = formatDecimal('12.5', editor.numberLocale);
    const message = issueMessage(editor, issue, { field, example });
    return field === '' ? message : editor.t('issue.atDocument', { field, message });
  }
  const { message } = issueWords(editor, row, issue);
  const n = editor.store.placeOf(row.id);
  if (field !== '') return editor.t('issue.at', { n, field, message });
  return editor.t('issue.atDocument', { field: editor.t('row.labelUnnamed', { n }), message });
}

/** The issues somebody should see now: what is missing in a line just begun is not said yet. */
export function visibleIssues(editor: EditorContext): readonly Issue[] {
  const { error, warning, notice } = editor.store.totals.issueCount;
  if (error + warning + notice === 0) return [];
  const issues = editor.store.issues();
  const { fresh } = editor.editing;
  return fresh.size === 0
    ? issues
    : issues.filter(
        ({ code, lineId }) => code !== 'required' || lineId === undefined || !fresh.has(lineId),
      );
}

const COUNTED = [
  ['error', 'issues.errors'],
  ['warning', 'issues.warnings'],
  ['notice', 'issues.notices'],
] as const;

/** How many issues of each severity, in words. */
function issueCounts(editor: EditorContext, issues: readonly Issue[]): string {
  return COUNTED.flatMap(([severity, key]) => {
    const count = issues.filter((issue) => issue.severity === severity).length;
    return count === 0 ? [] : [editor.t(key, { count })];
  }).join(', ');
}

/** The way to the rule that would allow what is refused. */
export function allowLink(editor: EditorContext, rule: string): TemplateResult | typeof nothing {
  return rule === '' || !editor.may('edit') || !editor.may('editDocument')
    ? nothing
    : html`<button type="button" class="link" @click=${() => void openRules(editor, rule)}>
        ${editor.t('issues.allowNegative')}
      </button>`;
}

/** The way to say that an amount kept from another currency is right as it stands. */
function confirmLink(editor: EditorContext, issue: Issue): TemplateResult | typeof nothing {
  return issue.code !== KEPT_AMOUNT || !editor.may('edit') || !editor.may('editPrices')
    ? nothing
    : html`<button type="button" class="link" @click=${() => confirmKept(editor, issue)}>
        ${editor.t('issues.confirmCurrency', { currency: editor.store.currency })}
      </button>`;
}

/** The lists; lines being typed for the first time are not complained about. */
export function issuesList(editor: EditorContext): TemplateResult {
  const issues = visibleIssues(editor);
  const notices = issues.filter(({ severity }) => severity === 'notice');
  const problems = issues.filter(({ severity }) => severity !== 'notice');
  return html`${part(editor, 'region.issues', problems)}${part(editor, 'region.notices', notices)}`;
}

/** One of the two lists: what asks for something to be done, and what only is to be known. */
function part(
  editor: EditorContext,
  title: 'region.issues' | 'region.notices',
  issues: readonly Issue[],
): TemplateResult | typeof nothing {
  if (issues.length === 0) return nothing;
  return html`<details
    class="issues"
    data-region=${title === 'region.issues' ? 'issues' : 'notices'}
  >
    <summary>
      <strong>${editor.t(title)}</strong> <span>${issueCounts(editor, issues)}</span>
    </summary>
    <ul>
      ${issues.slice(0, MOST_SHOWN).map(
        (issue) =>
          html`<li class=${issue.severity}>
            <b>${editor.t(`severity.${issue.severity}`)}:</b>
            <bdi>${issueSentence(editor, issue)}</bdi>
            <button type="button" class="link" @click=${() => void goToIssue(editor, issue)}>
              ${editor.t('issues.go')}
            </button>
            ${allowLink(editor, allowingRule(issue))} ${confirmLink(editor, issue)}
          </li>`,
      )}
    </ul>
  </details>`;
}
