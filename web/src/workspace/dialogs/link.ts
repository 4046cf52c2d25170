/** A link that carries the document itself: no server holds it, everybody who has it can read it. */
import { html } from 'lit';
import { packFragment, textForBuyer } from '../../preview/fragment.ts';
import { shows } from '../../ui/field.ts';
import type { DocumentPage } from '../pages/document-page.ts';

/** The link of a document, or the reason why there is none. */
export async function documentLink(
  page: DocumentPage,
): Promise<{ url: string } | { reason: string }> {
  const packed = await packFragment(textForBuyer(page.session.save()));
  if (!packed.ok) {
    const { size, limit } = packed;
    return { reason: page.workspace.w('link.tooLarge', { size, limit }) };
  }
  const url = new URL('preview.html', location.href);
  url.hash = packed.fragment;
  return { url: url.href };
}

/** Shows the link with what it gives away. */
export async function linkDialog(page: DocumentPage): Promise<void> {
  const { w, overlays } = page.workspace;
  await page.flush();
  const link = await documentLink(page);
  if ('reason' in link) {
    overlays.openDialog({
      title: w('doc.copyLink'),
      size: 'small',
      body: () => html`<p role="alert">${link.reason}</p>`,
    });
    return;
  }
  overlays.openDialog({
    title: w('doc.copyLink'),
    size: 'small',
    body: () =>
      html`<p>${w('link.givesAway')}</p>
        <label class="field"
          ><span>${w('link.label')}</span>
          <input
            readonly
            name="link"
            ${shows(link.url)}
            @focus=${(event: Event) => (event.target as HTMLInputElement).select()}
        /></label>`,
    footer: () =>
      html`<button
        class="primary"
        type="button"
        @click=${() => {
          void navigator.clipboard.writeText(link.url).then(
            () => page.workspace.announce(w('link.copied')),
            () => page.workspace.announce(w('link.notCopied')),
          );
          overlays.close();
        }}
      >
        ${w('link.copy')}
      </button>`,
  });
}
