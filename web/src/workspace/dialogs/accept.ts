/** Marking a quote as accepted, as it was offered or as the buyer's own answer says. */
import { html, nothing, type TemplateResult } from 'lit';
import type { DocumentSession } from '../../engine/client.ts';
import type { Totals } from '../../../../schema/contract.ts';
import { isRefusal } from '../../engine/refusal.ts';
import { text } from '../../preview/paper-source.ts';
import { readAnswer } from '../../preview/answer.ts';
import { applyChoices } from '../../preview/buyer-choices.ts';
import { chosenTextForBuyer } from '../../preview/fragment.ts';
import { areaField } from '../form-fields.ts';
import type { DocumentPage } from '../pages/document-page.ts';
import { withCodeOnly } from './link.ts';
import { offeredState, withOffer } from './offer.ts';
import { recordDialog } from './record-dialog.ts';

/** The quote as the buyer chose it, and who accepts it. */
interface Accepted {
  readonly name: string;
  readonly state: string;
  readonly dueNow: string | null;
}

/** Reads the buyer's answer to this very offer; the reason where it is none. */
function readFor(page: DocumentPage, pasted: string): Accepted | string {
  const { w, client } = page.workspace;
  const answer = readAnswer(pasted);
  if (!answer || answer.id !== page.open.id) return w('accept.noAnswer');
  const chosen = applyChoices(page.session.save(), answer.choices, (name, argument) =>
    client.callText(name, argument),
  );
  if (!chosen.ok) return page.reason(chosen.refused);
  const seen = client.session();
  try {
    const opened = seen.open(chosenTextForBuyer(chosen.state));
    const reply = isRefusal(opened) ? opened : seen.query({ get: 'digest' });
    const isSame = !isRefusal(reply) && reply.digest === answer.digest;
    if (!isSame) return w('accept.otherOffer');
    const { summary } = seen.query({ get: 'summary' }) as Totals;
    return { name: answer.name, state: chosen.state, dueNow: summary.dueNow };
  } finally {
    seen.close();
  }
}

/** What the dialog is called, and the summary in it. */
export interface AcceptDialog {
  readonly title: string;
  readonly confirm: string;
  /** The figures of what is accepted: as offered, or as the answer chose. */
  readonly summary: (session: DocumentSession) => TemplateResult;
  readonly done: () => void;
}

/** Asks, with room for the answer that the buyer sent. */
export function acceptDialog(page: DocumentPage, dialog: AcceptDialog): void {
  const { w, store, money, client } = page.workspace;
  const currency = text(page.head, 'currency');
  let pasted = '';
  const read = (): Accepted | string | null =>
    pasted.trim() === '' ? null : readFor(page, pasted);
  const summaryOf = (answer: Accepted | string | null): TemplateResult => {
    if (answer === null || typeof answer === 'string') {
      const codes = withCodeOnly(page);
      return html`${withOffer(page, dialog.summary)}
      ${codes === '' ? nothing : html`<p class="lasting" role="note">${codes}</p>`}`;
    }
    const chosen = client.session();
    try {
      chosen.open(answer.state);
      return dialog.summary(chosen);
    } finally {
      chosen.close();
    }
  };
  recordDialog(page, {
    title: dialog.title,
    confirm: dialog.confirm,
    blocked: () => typeof read() === 'string',
    body: () => {
      const answer = read();
      return html`<div class="wide">${summaryOf(answer)}</div>
        ${areaField(
          w('accept.answer'),
          pasted,
          (value) => {
            pasted = value;
            page.workspace.requestUpdate();
          },
          { name: 'answer', hint: w('accept.answerHint'), rows: 3 },
        )}
        ${typeof answer === 'string' ? html`<p class="wide problem" role="alert">${answer}</p>` : nothing}
        ${
          answer !== null && typeof answer !== 'string'
            ? html`<p class="wide lasting" role="note">
                ${w('accept.says', { name: answer.name, amount: money.call(page.workspace, answer.dueNow, currency) })}
              </p>`
            : nothing
        }`;
    },
    act: async () => {
      await page.flush();
      const refused = await store.together([page.open], () => {
        const answer = read();
        if (typeof answer === 'string') {
          return { error: { message: answer } };
        }
        // Whom the event names accepted it; without an answer it was marked so here.
        const by = answer?.name ?? '';
        const before = page.session.save();
        const accepted = answer?.state ?? offeredState(page);
        if (typeof accepted === 'object' && accepted !== null) {
          return { error: { message: accepted.reason } };
        }
        if (accepted !== null) page.session.open(accepted);
        const problem = page.run({
          op: 'lifecycle',
          step: 'accept',
          at: new Date().toISOString(),
          ...(by === '' ? {} : { by }),
        });
        if (problem && accepted !== null) page.session.open(before);
        return problem;
      });
      page.adopt();
      if (refused) return page.reason(refused.error);
      await page.readRows();
      dialog.done();
      return null;
    },
  });
}
