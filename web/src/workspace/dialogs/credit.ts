/** Applying a credit memo to an invoice, from either side; both are stored together. */
import { html } from 'lit';
import { isRefusal } from '../../engine/refusal.ts';
import { text } from '../../preview/paper-source.ts';
import { compareDecimals } from '../decimals.ts';
import { choiceField, numberField } from '../form-fields.ts';
import type { DocumentPage } from '../pages/document-page.ts';
import { recordPeriodPayment } from '../store/period-payments.ts';
import type { DocumentRow } from '../store/records.ts';
import { correctedBy } from './pay-out.ts';
import { balanceOf, recordDialog } from './record-dialog.ts';

const OPEN: Readonly<Record<string, readonly string[]>> = {
  invoice: ['open', 'partlyPaid'],
  creditMemo: ['open', 'applied'],
};

/** The smaller of two amounts. */
function smaller(a: string, b: string): string {
  return compareDecimals(a, b) <= 0 ? a : b;
}

/** Asks which document and how much. */
export async function creditDialog(page: DocumentPage): Promise<void> {
  const { store, w, today } = page.workspace;
  const fromMemo = page.kind === 'creditMemo';
  const wanted = fromMemo ? 'invoice' : 'creditMemo';
  const currency = text(page.head, 'currency');
  const rows = (await store.all<DocumentRow>('rows')).filter(
    (row) =>
      row.kind === wanted &&
      row.currency === currency &&
      (OPEN[wanted] ?? []).includes(row.status) &&
      compareDecimals(row.due, '0') > 0,
  );
  const left = balanceOf(page);
  // A memo counts first against the invoice that it corrects, and an invoice takes first the memo
  // that corrects it.
  const corrected = correctedBy(page);
  const meant = rows.find(
    (row) => corrected.includes(row.id) || row.corrects.some(({ id }) => id === page.open.id),
  );
  let partner = meant ?? rows[0];
  let amount = partner ? smaller(left, partner.due) : '';
  recordDialog(page, {
    title: w('step.credit'),
    confirm: w('credit.apply'),
    body: () =>
      rows.length === 0
        ? html`<p class="wide">${w(fromMemo ? 'credit.noInvoice' : 'credit.noMemo')}</p>`
        : html`${choiceField(
            w(fromMemo ? 'credit.invoice' : 'credit.memo'),
            partner?.id ?? '',
            rows.map(
              (row) =>
                [
                  row.id,
                  `${row.number} · ${row.customer} · ${page.workspace.money(row.due, currency)}`,
                ] as const,
            ),
            (value) => {
              partner = rows.find(({ id }) => id === value);
              amount = partner ? smaller(left, partner.due) : '';
              page.workspace.requestUpdate();
            },
            { wide: true },
          )}
          ${numberField(page.workspace, w('payment.amount', { currency }), amount, (value) => (amount = value), { name: 'amount', currency })}`,
    act: async () => {
      if (!partner) return w(fromMemo ? 'credit.noInvoice' : 'credit.noMemo');
      const other = await store.openDocument(partner.id);
      if (!other) return w('doc.missing');
      try {
        const at = new Date().toISOString();
        const own = fromMemo ? { invoiceId: partner.id } : { creditMemoId: partner.id };
        const theirs = fromMemo ? { creditMemoId: page.open.id } : { invoiceId: page.open.id };
        const given = { amount, date: today };
        await page.flush();
        const refused = await store.together([page.open, other], () => {
          const reply = other.session.apply({ op: 'credit', at, credit: { ...theirs, ...given } });
          if (isRefusal(reply)) return reply;
          return page.run({ op: 'credit', at, credit: { ...own, ...given } });
        });
        page.adopt();
        if (refused) return page.reason(refused.error);
        const invoice = fromMemo ? other.session : page.session;
        await recordPeriodPayment(store, invoice, at);
      } finally {
        other.session.close();
      }
      page.workspace.announce(w('credit.done'));
      return null;
    },
  });
}
