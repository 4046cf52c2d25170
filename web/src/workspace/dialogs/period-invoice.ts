/** The invoice of one payment of a subscription, as the core makes it from the schedule. */
import { html } from 'lit';
import { isRefusal } from '../../engine/refusal.ts';
import { records, text } from '../../preview/paper-source.ts';
import { choiceField } from '../form-fields.ts';
import type { DocumentPage } from '../pages/document-page.ts';
import { newId, type DocumentRow } from '../store/records.ts';
import { asWritten, callVerbatim, textOf } from '../store/verbatim.ts';
import { asksFor } from '../store/period-invoices.ts';
import { wordsOfDays } from './proration.ts';
import { recordDialog } from './record-dialog.ts';

const OFFERED = 24;

/**
 * The payments whose money came, or is under way, without an invoice: one would ask for it again.
 * Of several records of a payment the last one counts.
 */
function paidWithout(page: DocumentPage): ReadonlySet<string> {
  const last = new Map(
    records(page.head, 'billingRecords').map((entry) => [
      text(entry, 'due'),
      text(entry, 'status'),
    ]),
  );
  return new Set([...last].filter(([, status]) => status !== 'failed').map(([due]) => due));
}

/** Asks which payment; the first one is proposed that was neither paid nor has an invoice. */
export async function periodInvoiceDialog(page: DocumentPage): Promise<void> {
  const { w, store, client } = page.workspace;
  await page.flush();
  const reply = page.session.query({ get: 'schedule' });
  const dates = isRefusal(reply) ? [] : (reply.schedule ?? []).map(({ date }) => date);
  const rows = await store.all<DocumentRow>('rows');
  const invoiced = new Set(
    rows.filter((row) => asksFor(row, page.open.id)).map(({ originDue }) => originDue),
  );
  const paid = paidWithout(page);
  const canceledOn = text(page.head, 'canceledOn');
  const open = dates
    .filter(
      (date) => !invoiced.has(date) && !paid.has(date) && (canceledOn === '' || date < canceledOn),
    )
    .slice(0, OFFERED);
  let on = open[0] ?? '';
  recordDialog(page, {
    title: w('doc.periodInvoice'),
    confirm: w('doc.periodInvoice'),
    blocked: () => open.length === 0,
    body: () =>
      open.length === 0
        ? html`<p class="wide">${w('period.none')}</p>`
        : choiceField(
            w('period.payment'),
            on,
            open.map((date) => [date, page.workspace.day(date)] as const),
            (value) => (on = value),
            { wide: true },
          ),
    act: async () => {
      if (on === '') return w('period.none');
      await page.flush();
      if (paidWithout(page).has(on)) return w('period.paid');
      const id = newId('doc');
      const made = callVerbatim(client, 'period', {
        state: asWritten(page.session.save()),
        do: 'invoice',
        on,
        id,
        ...(await wordsOfDays(page)),
      });
      if (isRefusal(made)) return page.reason(made.error);
      const row = await store.addUnless(textOf(made.state), (all) =>
        all.find((each) => asksFor(each, page.open.id) && each.originDue === on),
      );
      if ('taken' in row) {
        await page.readRows();
        return w('period.taken', { name: row.taken.number || page.workspace.day(row.taken.date) });
      }
      if (isRefusal(row)) return page.reason(row.error);
      page.workspace.navigate(`/document/${encodeURIComponent(row.id)}`);
      return null;
    },
  });
}
