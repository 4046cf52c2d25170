/** What is in the way of a step: each as a sentence, with the way to where it is mended. */
import { html, nothing, type TemplateResult } from 'lit';
import type { CrossfootEditor } from '../../element/crossfoot-editor.ts';
import { records, text } from '../../preview/paper-source.ts';
import type { Said } from '../../sentences/refusals.ts';
import type { WorkspaceMessageKey } from '../words.ts';
import type { DocumentPage } from '../pages/document-page.ts';
import type { LibraryTaxRate } from '../store/records.ts';
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
  keepRecord: 'void',
  draftVoid: 'delete',
  linkActive: 'deactivate',
  cancelFirst: 'cancel',
};

interface Obstacle {
  readonly sentence: string;
  /** Brings the focus there; null where no place of the page mends it. */
  readonly go: (() => unknown) | null;
  /** What the way is called, where it leads to no field. */
  readonly way?: string;
  /** The place it came from, which the next document takes it from again. */
  readonly source?: { readonly way: string; readonly go: () => void };
}

/** Where in the library an issue came from: a rate that this document took over from there. */
async function sourceOf(page: DocumentPage, path: string): Promise<Pick<Obstacle, 'source'>> {
  const [, list, at = ''] = path.split('/');
  if (list !== 'taxRates') return {};
  const rate = records(page.head, 'taxRates')[Number(at)];
  const held = await page.workspace.store.one<LibraryTaxRate>('taxRates', text(rate, 'id'));
  if (!held || held.percent !== text(rate, 'percent')) return {};
  const way = page.workspace.w('nav.library');
  return { source: { way, go: () => page.workspace.navigate('/library/rates') } };
}

/** The errors of the document, each in its own words. */
async function errorsOf(page: DocumentPage, editor: CrossfootEditor): Promise<Obstacle[]> {
  const errors = editor.validate().filter(({ severity }) => severity === 'error');
  return Promise.all(
    errors.map(async (issue) => ({
      sentence: editor.issueText(issue),
      go: () => editor.goToIssue(issue),
      ...(await sourceOf(page, issue.path)),
    })),
  );
}

/** True for a step that can be taken, or that says what is in its way in turn. */
function mayTake(page: DocumentPage, name: string): boolean {
  const step = page.lifecycle.steps.find((each) => each.step === name);
  return step !== undefined && (step.allowed || step.code !== 'step-not-allowed');
}

/** The same in the order said, errors one by one where the core says only that there are some. */
export async function obstaclesOf(page: DocumentPage, said: readonly Said[]): Promise<Obstacle[]> {
  const editor = said.some(({ code }) => code === 'has-errors' || code === 'lines-required')
    ? await page.editor()
    : null;
  const errors = editor ? await errorsOf(page, editor) : [];
  return said.flatMap((each): Obstacle[] => {
    const { code = '' } = each;
    const sentence = page.reason(each.also ? { ...each, also: [] } : each);
    if (code === 'has-errors' && editor) return errors;
    if (code === 'lines-required' && editor) return [{ sentence, go: () => editor.focusNewLine() }];
    const first = FIRST[each.reasonId ?? ''];
    if (first !== undefined && mayTake(page, first)) {
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
  const sourceLink = ({ sentence, source }: Obstacle): TemplateResult | typeof nothing =>
    source
      ? html`<button
          type="button"
          class="link"
          aria-label="${source.way}: ${sentence}"
          @click=${() => {
            overlays.close(true);
            source.go();
          }}
        >
          ${source.way}
        </button>`
      : nothing;
  overlays.openDialog({
    title,
    size: 'small',
    body: () =>
      html`<ul class="obstacles" role="list">
        ${shown.map((each) => html`<li><bdi>${each.sentence}</bdi> ${wayOf(each)} ${sourceLink(each)}</li>`)}
        ${obstacles.length > shown.length ? html`<li>+ ${obstacles.length - shown.length}</li>` : nothing}
      </ul>`,
    footer: () =>
      html`<button class="primary" type="button" @click=${() => overlays.close()}>
        ${translator.t('action.close')}
      </button>`,
  });
}
