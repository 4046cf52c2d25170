/** What may be edited in this one document, beyond what the settings say for its kind. */
import { html, nothing } from 'lit';
import type { DocumentPage } from '../pages/document-page.ts';
import { rightsFields } from '../rights-fields.ts';

/** Each tick counts at once, and is kept with the document in this workspace. */
export function rightsDialog(page: DocumentPage): void {
  const { w, overlays, translator } = page.workspace;
  overlays.openDialog({
    title: w('rights.title'),
    keeps: () => true,
    body: () =>
      html`<p class="soft">${w('rights.text')}</p>
        <div class="form-grid">
          ${rightsFields(page.workspace.flag, page.rights, (flag, on) => page.setRights({ ...page.ownRights, [flag]: on }))}
        </div>`,
    footer: () =>
      html`${
          Object.keys(page.ownRights).length === 0
            ? nothing
            : html`<button type="button" @click=${() => page.setRights({})}>
                ${w('rights.inherit')}
              </button>`
        }
        <button class="primary" type="button" @click=${() => overlays.close()}>
          ${translator.t('action.close')}
        </button>`,
  });
}
