/** What is in the way of a step: each as a sentence, with the way to where it is mended. */
import { html, nothing, type TemplateResult } from 'lit';
import type { CrossfootEditor } from '../../element/crossfoot-editor.ts';
import type { Said } from '../../sentences/refusals.ts';
import type { DocumentPage } from '../pages/document-page.ts';

const MOST_SHOWN = 20;

/** The field of the head in which an obstacle is mended. */
const FIELDS: Readonly<Record<string, string>> = {
  'contact-required': 'contact',
  'due-date-required': 'dueDate',
  'terms-invalid': 'terms',
};

interface Obstacle {
  readonly sentence: string;
  /** Brings the focus there; null where no place of the page mends it. */
  readonly go: (() => unknown) | null;
}

/** The errors of the lines, each in its own words. */
function errorsOf(editor: CrossfootEditor): Obstacle[] {
  return editor
    .validate()
    .filter(({ severity }) => severity === 'error')
    .map((issue) => ({
      sentence: editor.issueText(issue),
      go: () => editor.goToIssue(issue),
    }));
}

/** The same in the order said, errors one by one where the core says only that there are some. */
export async function obstaclesOf(page: DocumentPage, said: readonly Said[]): Promise<Obstacle[]> {
  const editor = said.some(({ code }) => code === 'has-errors' || code === 'lines-required')
    ? await page.editor()
    : null;
  return said.flatMap((each): Obstacle[] => {
    const { code = '' } = each;
    const sentence = page.workspace.reason(each.also ? { ...each, also: [] } : each);
    if (code === 'has-errors' && editor) return errorsOf(editor);
    if (code === 'lines-required' && editor) return [{ sentence, go: () => editor.focusNewLine() }];
    const field = FIELDS[code];
    return [{ sentence, go: field === undefined ? null : () => page.focusField(field) }];
  });
}

/** A dialog with all of them; the way leads out of it. */
export async function obstaclesDialog(
  page: DocumentPage,
  title: string,
  said: readonly Said[],
): Promise<void> {
  const { overlays, translator } = page.workspace;
  const obstacles = await obstaclesOf(page, said);
  const shown = obstacles.slice(0, MOST_SHOWN);
  const way = ({ sentence, go }: Obstacle): TemplateResult | typeof nothing =>
    go === null
      ? nothing
      : html`<button
          type="button"
          class="link"
          aria-label="${translator.t('issues.go')}: ${sentence}"
          @click=${() => {
            overlays.close(true);
            void go();
          }}
        >
          ${translator.t('issues.go')}
        </button>`;
  overlays.openDialog({
    title,
    size: 'small',
    body: () =>
      html`<ul class="obstacles" role="list">
        ${shown.map((each) => html`<li><bdi>${each.sentence}</bdi> ${way(each)}</li>`)}
        ${obstacles.length > shown.length ? html`<li>+ ${obstacles.length - shown.length}</li>` : nothing}
      </ul>`,
    footer: () =>
      html`<button class="primary" type="button" @click=${() => overlays.close()}>
        ${translator.t('action.close')}
      </button>`,
  });
}
