/** What is in the way of a step: each as a sentence, with the way to where it is mended. */
import { html, nothing, type TemplateResult } from 'lit';
import type { CrossfootEditor } from '../../element/crossfoot-editor.ts';
import type { Said } from '../../sentences/refusals.ts';
import type { WorkspaceMessageKey } from '../i18n/words.ts';
import type { DocumentPage } from '../pages/document-page.ts';
import { runStep } from './steps.ts';

const MOST_SHOWN = 20;

/** The field of the head in which an obstacle is mended. */
const FIELDS: Readonly<Record<string, string>> = {
  'contact-required': 'contact',
  'due-date-required': 'dueDate',
  'terms-invalid': 'terms',
};

/** The step that has to come first, by the reason that says so. */
const FIRST: Readonly<Record<string, string>> = {
  publishFirst: 'publish',
  quoteUnseen: 'publish',
  notFinal: 'finalise',
};

interface Obstacle {
  readonly sentence: string;
  /** Brings the focus there; null where no place of the page mends it. */
  readonly go: (() => unknown) | null;
  /** What the way is called, where it leads to no field. */
  readonly way?: string;
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
    const sentence = page.reason(each.also ? { ...each, also: [] } : each);
    if (code === 'has-errors' && editor) return errorsOf(editor);
    if (code === 'lines-required' && editor) return [{ sentence, go: () => editor.focusNewLine() }];
    const first = FIRST[each.reasonId ?? ''];
    if (first !== undefined) {
      const way = page.workspace.w(`step.${first}` as WorkspaceMessageKey);
      return [{ sentence, way, go: () => runStep(page, first) }];
    }
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
  const wayOf = ({
    sentence,
    go,
    way = translator.t('issues.go'),
  }: Obstacle): TemplateResult | typeof nothing =>
    go === null
      ? nothing
      : html`<button
          type="button"
          class="link"
          aria-label="${way}: ${sentence}"
          @click=${() => {
            overlays.close(true);
            void go();
          }}
        >
          ${way}
        </button>`;
  overlays.openDialog({
    title,
    size: 'small',
    body: () =>
      html`<ul class="obstacles" role="list">
        ${shown.map((each) => html`<li><bdi>${each.sentence}</bdi> ${wayOf(each)}</li>`)}
        ${obstacles.length > shown.length ? html`<li>+ ${obstacles.length - shown.length}</li>` : nothing}
      </ul>`,
    footer: () =>
      html`<button class="primary" type="button" @click=${() => overlays.close()}>
        ${translator.t('action.close')}
      </button>`,
  });
}
