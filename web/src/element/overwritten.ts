/**
 * What two tabs of one person changed differently: one of the two counts, and the other stays in sight
 * and can be brought back, until somebody has read it or undo has brought it back.
 */
import { isPlainDecimal, formatDecimal } from '../number/format.ts';
import { parseJson, sameJson, writeJson, type Json } from '../json/lossless-json.ts';
import type { SyncDocument } from '../sync/backend.ts';
import { valueAt, withValue } from '../sync/state-path.ts';
import type { Clash } from '../sync/versions.ts';
import { asText } from '../sync/view/describe.ts';
import type { EditorContext } from './editor-context.ts';
import { placeWords } from './history-label.ts';

type Whose = 'mine' | 'theirs' | 'others';

const SENTENCES = {
  mine: 'draft.theirsCounts',
  theirs: 'draft.mineCounts',
  others: 'draft.othersCount',
} as const;

export class Overwritten {
  /** By the path of the place; the last one counts. */
  readonly #lost = new Map<string, Json>();
  #whose: Whose = 'mine';

  get isEmpty(): boolean {
    return this.#lost.size === 0;
  }

  /** `whose` was overwritten: what was typed in this tab, in another one, or by one of two others. */
  add(clashes: readonly Clash[], whose: Whose): void {
    if (clashes.length > 0) this.#whose = whose;
    for (const { path, lost } of clashes) this.#lost.set(path, lost);
  }

  /** What is said at once, of the last ones. */
  sentence(editor: EditorContext): string {
    return editor.t(SENTENCES[this.#whose]);
  }

  /** Shows them above the lines of an editor. */
  show(editor: EditorContext): void {
    if (this.isEmpty) return;
    editor.notices.show('conflict', {
      text: () => [this.sentence(editor), ...this.#places(editor)].join(' '),
      action: () => editor.t('draft.useOverwritten'),
      run: () => this.#use(editor),
      stands: () => this.#standing(editor).length > 0,
      dismissed: () => this.#lost.clear(),
    });
  }

  /** Another document is open, or none. */
  forget(editor: EditorContext): void {
    this.#lost.clear();
    editor.notices.clear('conflict');
  }

  /** Those that the document does not hold (again). */
  #standing(editor: EditorContext): [string, Json][] {
    return [...this.#lost].filter(([path, lost]) => !sameJson(now(editor, path), lost));
  }

  #places(editor: EditorContext): string[] {
    return this.#standing(editor).map(([path, lost]) =>
      editor.t('draft.overwritten', {
        place: placeWords(editor, path),
        lost: words(editor, lost),
        now: words(editor, now(editor, path)),
      }),
    );
  }

  /** Puts them in the place of what counts now, as one step; all else stays as it is. */
  #use(editor: EditorContext): void {
    const before = parseJson(editor.store.engine.save()) as SyncDocument;
    const after = this.#standing(editor).reduce(
      (state, [path, lost]) => withValue(state, path, lost, state),
      before,
    );
    this.#lost.clear();
    editor.runText(`{"op":"replace","state":${writeJson(after)}}`, { key: 'overwritten' });
  }
}

/** What the document holds at a place; null for nothing. */
function now({ store }: EditorContext, path: string): Json {
  const [, list, id = '', ...rest] = path.split('/');
  if (list !== 'lines') return valueAt(store.head, path);
  const line = store.indexOf(id) < 0 ? undefined : store.row(id)?.input;
  const inner = rest.length === 0 ? '' : `/${rest.join('/')}`;
  return line === undefined ? null : valueAt(line, inner);
}

function words(editor: EditorContext, value: Json): string {
  const text = asText(value) ?? '–';
  return isPlainDecimal(text) ? formatDecimal(text, editor.numberLocale) : text;
}
