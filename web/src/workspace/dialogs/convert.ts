/** Making other documents out of this one; what had to change on the way is said. */
import { html } from 'lit';
import { isRefusal, type JsonObject } from '../../engine/replies.ts';
import type { Json } from '../../sync/lossless-json.ts';
import type { MenuItem } from '../../ui/menu.ts';
import { text } from '../../preview/paper-source.ts';
import type { WorkspaceMessageKey } from '../i18n/words.ts';
import { KIND_PAGES } from '../kinds.ts';
import type { DocumentPage } from '../pages/document-page.ts';
import { newId } from '../store/records.ts';
import { asWritten, callVerbatim, textOf } from '../store/verbatim.ts';
import { creditedBefore } from './credited-before.ts';

interface Converted {
  readonly states: readonly JsonObject[];
  readonly notices: readonly { readonly message: string; readonly lineId?: string }[];
}

function tryConvert(
  page: DocumentPage,
  to: string,
  more: { readonly [name: string]: Json } = {},
): Converted | string {
  const reply = callVerbatim(page.workspace.client, 'convert', {
    state: asWritten(page.session.save()),
    to,
    id: newId('doc'),
    date: page.workspace.today,
    ...more,
  });
  return isRefusal(reply) ? reply.error.message : (reply as unknown as Converted);
}

/** An entry for each kind this document may become, and one for a copy. */
export function convertMenu(page: DocumentPage): MenuItem[] {
  const { w } = page.workspace;
  const others = KIND_PAGES.filter(({ kind }) => kind !== page.kind)
    .filter(({ kind }) => typeof tryConvert(page, kind) !== 'string')
    .map(({ kind }) => ({
      label: w(`convert.${kind}` as WorkspaceMessageKey),
      run: () => void convert(page, kind),
    }));
  return [{ label: w('convert.copy'), run: () => void convert(page, page.kind) }, ...others];
}

async function convert(page: DocumentPage, to: string): Promise<void> {
  const { store, w } = page.workspace;
  await page.flush();
  const more = to === 'creditMemo' ? await creditedBefore(page) : {};
  const converted = tryConvert(page, to, more);
  if (typeof converted === 'string') {
    page.workspace.announce(converted);
    return;
  }
  for (const state of converted.states) {
    const row = await store.addDocument(textOf(state as Json));
    if (isRefusal(row)) {
      page.workspace.announce(row.error.message);
      return;
    }
  }
  const first = text(converted.states[0], 'id');
  page.workspace.navigate(`/document/${encodeURIComponent(first)}`);
  page.workspace.announce(w('convert.done', { count: converted.states.length }));
  if (converted.notices.length > 0) noticesDialog(page, converted);
}

function noticesDialog(page: DocumentPage, converted: Converted): void {
  const { w, overlays, translator } = page.workspace;
  const names = new Map(
    (JSON.parse(page.session.save()) as { lines: { id: string; name?: string }[] }).lines.map(
      ({ id, name }) => [id, name ?? ''],
    ),
  );
  // After the page of the new document has taken the place of this one.
  setTimeout(
    () =>
      overlays.openDialog({
        title: w('convert.notices', { count: converted.notices.length }),
        body: () =>
          html`<ul class="notices">
            ${converted.notices.map(
              ({ message, lineId }) =>
                html`<li>
                  <strong><bdi>${names.get(lineId ?? '') ?? ''}</bdi></strong>
                  ${page.workspace.reason(message)}
                </li>`,
            )}
          </ul>`,
        footer: () =>
          html`<button class="primary" type="button" @click=${() => overlays.close()}>
            ${translator.t('action.close')}
          </button>`,
      }),
    300,
  );
}
