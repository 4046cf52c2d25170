/** A dialog that records something on a document and shows the core's refusal in place. */
import type { Totals } from '../../../../schema/contract.ts';
import { html, nothing, type TemplateResult } from 'lit';
import { ref } from 'lit/directives/ref.js';
import { goToUnread, goToUnseen } from '../doubtful-number.ts';
import type { DocumentPage } from '../pages/document-page.ts';
import type { Workspace } from '../workspace-context.ts';

export interface FormDialog {
  readonly title: string;
  readonly size?: 'small' | 'medium' | 'large';
  readonly confirm: string;
  readonly body: () => TemplateResult;
  /** True while it cannot be confirmed yet. */
  readonly blocked?: () => boolean;
  /** Does it; the reason where it could not be done. */
  readonly act: () => Promise<string | null> | string | null;
}

/** Opens it for a document. */
export function recordDialog(page: DocumentPage, dialog: FormDialog): void {
  formDialog(page.workspace, dialog);
}

/** Opens it; it closes once `act` has succeeded. */
export function formDialog(workspace: Workspace, dialog: FormDialog): void {
  const { overlays, translator } = workspace;
  let problem = '';
  let busy = false;
  let form: HTMLFormElement | undefined;
  const confirm = async (): Promise<void> => {
    if (busy || dialog.blocked?.() || overlays.goToNotTaken()) return;
    if (form && goToUnread(form)) {
      workspace.requestUpdate();
      return;
    }
    if (form && goToUnseen(form)) return;
    busy = true;
    const reason = await dialog.act();
    busy = false;
    if (reason === null) {
      overlays.close();
      return;
    }
    problem = reason;
    workspace.requestUpdate();
  };
  // What was said against the last try is about what stood there then.
  const mend = (): void => {
    if (problem === '') return;
    problem = '';
    workspace.requestUpdate();
  };
  overlays.openDialog({
    title: dialog.title,
    ...(dialog.size ? { size: dialog.size } : {}),
    body: () =>
      html`<form
        class="form-grid"
        ${ref((element) => (form = element as HTMLFormElement | undefined))}
        @submit=${(event: Event) => {
          event.preventDefault();
          void confirm();
        }}
        @input=${() => mend()}
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
  const reply = page.session.query({ get: 'summary' }) as Totals;
  return reply.balance?.due ?? reply.summary.dueNow ?? '';
}
