/** A dialog that records something on a document and shows the core's refusal in place. */
import { html, nothing, type TemplateResult } from 'lit';
import type { DocumentPage } from '../pages/document-page.ts';

export interface RecordDialog {
  readonly title: string;
  readonly confirm: string;
  readonly body: () => TemplateResult;
  /** True while it cannot be confirmed yet. */
  readonly blocked?: () => boolean;
  /** Does it; the reason where it could not be done. */
  readonly act: () => Promise<string | null> | string | null;
}

/** Opens it; it closes once `act` has succeeded. */
export function recordDialog(page: DocumentPage, dialog: RecordDialog): void {
  const { overlays, translator } = page.workspace;
  let problem = '';
  let busy = false;
  const confirm = async (): Promise<void> => {
    if (busy || dialog.blocked?.()) return;
    busy = true;
    const reason = await dialog.act();
    busy = false;
    if (reason === null) {
      overlays.close();
      return;
    }
    problem = page.workspace.reason(reason);
    page.workspace.requestUpdate();
  };
  overlays.openDialog({
    title: dialog.title,
    body: () =>
      html`<form
        class="form-grid"
        @submit=${(event: Event) => {
          event.preventDefault();
          void confirm();
        }}
      >
        ${dialog.body()}
        ${problem === '' ? nothing : html`<p class="problem wide" role="alert">${problem}</p>`}
        <button type="submit" class="visually-hidden" tabindex="-1">${dialog.confirm}</button>
      </form>`,
    footer: () =>
      html`<button type="button" @click=${() => overlays.close()}>
          ${translator.t('action.cancel')}
        </button>
        <button
          class="primary"
          type="button"
          data-confirm
          ?disabled=${dialog.blocked?.() ?? false}
          @click=${() => void confirm()}
        >
          ${dialog.confirm}
        </button>`,
  });
}

/** What is left to pay or to give, as the core says. */
export function balanceOf(page: DocumentPage): string {
  const reply = page.session.query({ get: 'summary' }) as unknown as {
    summary: { dueNow: string | null };
    balance?: { due: string | null };
  };
  return reply.balance?.due ?? reply.summary.dueNow ?? '';
}
