/** The picture of a line, which it carries in itself: shown, chosen from a file, taken out. */
import { html, nothing, type TemplateResult } from 'lit';
import { fieldText } from '../columns/column.ts';
import { safePicture } from '../preview/safe-link.ts';
import { pickPicture, readProductPicture } from '../ui/pictures.ts';
import { setCommand, type EditorContext } from './editor-context.ts';
import { namedLine } from './history-label.ts';

class LinePicture {
  #problem = '';

  constructor(
    readonly editor: EditorContext,
    readonly id: string,
  ) {}

  body(): TemplateResult {
    const { editor, id } = this;
    const line = editor.store.row(id)?.input ?? {};
    const stored = fieldText(line, 'imageUrl');
    const picture = safePicture(stored);
    return html`<div class="line-picture">
      ${picture === null ? nothing : html`<img src=${picture} alt=${fieldText(line, 'name')} />`}
      <button type="button" autofocus @click=${() => void this.#choose()}>
        ${editor.t('picture.choose')}
      </button>
      ${
        stored === ''
          ? nothing
          : html`<button type="button" class="link" @click=${() => this.#set(null)}>
              ${editor.t('picture.none')}
            </button>`
      }
      ${this.#problem === '' ? nothing : html`<p class="problem" role="alert">${this.#problem}</p>`}
    </div>`;
  }

  async #choose(): Promise<void> {
    const file = await pickPicture();
    if (!file) return;
    const picture = await readProductPicture(file);
    if (picture !== null) return this.#set(picture);
    this.#problem = this.editor.t('picture.unreadable', { name: file.name });
    this.editor.requestUpdate();
  }

  #set(value: string | null): void {
    this.#problem = '';
    const { editor, id } = this;
    const label = { key: 'setOn', field: 'picture.title', ...namedLine(editor.store, id) };
    editor.run(setCommand(id, [{ path: 'imageUrl', value }]), label);
    this.editor.requestUpdate();
  }
}

/** Opens the dialog for a line. */
export function openPicture(editor: EditorContext, id: string): void {
  const picture = new LinePicture(editor, id);
  editor.overlays.openDialog({
    title: editor.t('picture.title'),
    keeps: () => true,
    size: 'small',
    body: () => picture.body(),
    footer: () =>
      html`<button type="button" class="primary" @click=${() => editor.overlays.close()}>
        ${editor.t('action.done')}
      </button>`,
  });
}
