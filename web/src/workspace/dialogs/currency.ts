/** Another currency for a document: its lines take the library's prices in it where there are any. */
import { html } from 'lit';
import { isRefusal, type JsonObject } from '../../engine/replies.ts';
import { text } from '../../preview/paper-source.ts';
import type { DocumentPage } from '../pages/document-page.ts';

/** Changes it in one step, and names the lines whose price is still one in the former currency. */
export function changeCurrency(page: DocumentPage, value: string): void {
  const code = value.trim().toUpperCase();
  const former = text(page.head, 'currency');
  if (code === '' || code === former) return;
  const prices: Record<string, string> = {};
  for (const { id, prices: own } of page.products) {
    const price = own?.[code];
    if (price !== undefined) prices[id] = price;
  }
  const refused = page.run({ op: 'currency', value: code, prices });
  page.adopt();
  if (refused) {
    page.workspace.announce(
      refused.error.code === 'unknown-currency'
        ? page.workspace.w('settings.unknownCurrency', { code })
        : page.reason(refused.error),
    );
    return;
  }
  const lines = keptPrices(page);
  if (lines.length > 0) keptDialog(page, lines, former, code);
}

/** The names of the lines that kept their number. */
function keptPrices(page: DocumentPage): string[] {
  const reply = page.session.query({ get: 'issues' });
  const ids = isRefusal(reply)
    ? []
    : (reply as unknown as { issues: { code: string; lineId?: string }[] }).issues
        .filter(({ code }) => code === 'price-currency-unknown')
        .map(({ lineId }) => lineId ?? '');
  const rows = page.session.query({ get: 'rows', ids } as JsonObject);
  if (isRefusal(rows)) return [];
  return (rows as unknown as { rows: { input: JsonObject }[] }).rows.map(({ input }) =>
    text(input, 'name'),
  );
}

function keptDialog(
  page: DocumentPage,
  lines: readonly string[],
  former: string,
  currency: string,
): void {
  const { w, overlays, translator } = page.workspace;
  overlays.openDialog({
    title: w('currency.kept', { count: lines.length, currency }),
    size: 'small',
    body: () =>
      html`<p>${w('currency.keptText', { former, currency })}</p>
        <ul class="notices">
          ${lines.map((name) => html`<li><bdi>${name}</bdi></li>`)}
        </ul>`,
    footer: () =>
      html`<button
          type="button"
          @click=${() => {
            overlays.close();
            page.run({ op: 'undo' });
            page.adopt();
          }}
        >
          ${translator.t('action.undo')}
        </button>
        <button class="primary" type="button" @click=${() => overlays.close()}>
          ${translator.t('action.close')}
        </button>`,
  });
}
