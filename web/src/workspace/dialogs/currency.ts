/** Another currency for a document: its lines take the library's prices in it where there are any. */
import { html } from 'lit';
import type { JsonObject } from '../../../../schema/contract.ts';
import { isRefusal } from '../../engine/refusal.ts';
import {
  amountWithCode,
  currencyAt,
  KEPT_AMOUNT,
  valueBelow,
} from '../../sentences/kept-amount.ts';
import { text } from '../../preview/paper-source.ts';
import type { DocumentPage } from '../pages/document-page.ts';

/** Changes it in one step, and names the amounts that are still in the former currency. */
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
  const kept = keptAmounts(page);
  if (kept.length > 0) keptDialog(page, kept, former, code);
}

interface KeptAmount {
  readonly name: string;
  /** What it still is; null where it is made of several prices. */
  readonly amount: string | null;
}

/** What kept its number in another currency: lines, tax rates and what is added to the order. */
function keptAmounts(page: DocumentPage): KeptAmount[] {
  const reply = page.session.query({ get: 'issues' });
  const issues = isRefusal(reply) ? [] : reply.issues.filter(({ code }) => code === KEPT_AMOUNT);
  const ids = [...new Set(issues.flatMap(({ lineId }) => lineId ?? []))];
  const rows = page.session.query({ get: 'rows', ids });
  const inputs = isRefusal(rows) ? [] : rows.rows.map(({ input }) => input);
  const lines = new Map(inputs.map((input) => [text(input, 'id'), input]));
  return issues.map((issue) => {
    const [, list = '', at = '', ...rest] = issue.path.split('/');
    const owner =
      issue.lineId === undefined ? valueBelow(page.head, [list, at]) : lines.get(issue.lineId);
    const stored = valueBelow(owner, rest);
    const currency = currencyAt(owner, rest);
    const amount =
      typeof stored === 'string' ? amountWithCode(stored, currency, page.workspace.locale) : null;
    return { name: text((owner ?? {}) as JsonObject, 'name'), amount };
  });
}

function keptDialog(
  page: DocumentPage,
  kept: readonly KeptAmount[],
  former: string,
  currency: string,
): void {
  const { w, overlays, translator } = page.workspace;
  overlays.openDialog({
    title: w('currency.kept', { count: kept.length, former }),
    size: 'small',
    body: () =>
      html`<p>${w('currency.keptText', { currency })}</p>
        <ul class="notices">
          ${kept.map(
            ({ name, amount }) =>
              html`<li><bdi>${name}</bdi>${amount === null ? '' : html`: ${amount}`}</li>`,
          )}
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
