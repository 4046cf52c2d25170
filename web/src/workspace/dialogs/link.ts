/** A link that carries the document itself: no server holds it, everybody who has it can read it. */
import { html, nothing } from 'lit';
import type { JsonObject, Totals } from '../../../../schema/contract.ts';
import { leavesOutPictures, packFragment, textForBuyer } from '../../preview/fragment.ts';
import { text } from '../../preview/paper-source.ts';
import { sealedCodes } from '../../preview/sealed-codes.ts';
import { shows } from '../../ui/field.ts';
import type { Workspace } from '../workspace-context.ts';
import type { DocumentPage } from '../pages/document-page.ts';
import { codedNames, withOffer } from './offer.ts';

/** The link of a document with what is to be known of it, or the reason why there is none. */
export async function documentLink(
  page: DocumentPage,
): Promise<{ url: string; note: string } | { reason: string }> {
  const whole = page.session.save();
  const seen = textForBuyer(whole);
  const packed = await packFragment(seen, await sealedCodes(whole));
  if (!packed.ok) {
    return { reason: tooLarge(page.workspace, JSON.parse(seen) as JsonObject, packed) };
  }
  const url = new URL('preview.html', location.href);
  url.hash = packed.fragment;
  const { w } = page.workspace;
  const left = leavesOutPictures(whole) ? [w('link.noPictures')] : [];
  return { url: url.href, note: [w('link.givesAway'), ...left].join(' ') };
}

/** What takes most of the room in a link, and what to do instead. */
function tooLarge(
  workspace: Workspace,
  state: JsonObject,
  { size, limit }: { readonly size: number; readonly limit: number },
): string {
  const { w, locale } = workspace;
  const lines = Array.isArray(state['lines']) ? (state['lines'] as JsonObject[]) : [];
  const length = (value: unknown): number => JSON.stringify(value ?? '').length;
  const descriptions = length(lines.map((line) => line['description'] ?? ''));
  const parts: [part: string, length: number][] = [
    [w('link.part.comments'), length(state['comments'])],
    [w('link.part.descriptions'), descriptions],
    [w('link.part.lines', { count: lines.length }), length(lines) - descriptions],
  ];
  const [part] = parts.reduce((most, each) => (each[1] > most[1] ? each : most));
  const written = (count: number): string => new Intl.NumberFormat(locale).format(count);
  return w('link.tooLarge', { size: written(size), limit: written(limit), part });
}

/** Which discounts the customer gets only with their code, and what is asked without; '' for none. */
export function withCodeOnly(page: DocumentPage): string {
  const { w, translator, money } = page.workspace;
  const names = codedNames(page);
  if (names.length === 0) return '';
  const { summary } = withOffer(page, (seen) => seen.query({ get: 'summary' })) as Totals;
  const amount = money.call(page.workspace, summary.dueNow, text(page.head, 'currency'));
  return w('link.codes', { names: translator.list(names), amount });
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
  const codes = withCodeOnly(page);
  overlays.openDialog({
    title: w('doc.copyLink'),
    size: 'small',
    body: () =>
      html`<p>${link.note}</p>
        ${codes === '' ? nothing : html`<p class="lasting" role="note">${codes}</p>`}
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
