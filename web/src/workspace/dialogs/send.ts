/**
 * Sending a document, a reminder or a receipt. The host may send it (`crossfoot-send`, cancelled by
 * the host that takes it over); else a mail program opens, and the link can be copied.
 */
import { html } from 'lit';
import { record, records, text } from '../../preview/paper-source.ts';
import { badEmail, readEmails } from '../../check/email.ts';
import { areaField, textField } from '../form-fields.ts';
import type { DocumentPage } from '../pages/document-page.ts';
import { documentLink } from './link.ts';
import { recordDialog } from './record-dialog.ts';

export type SendKind = 'send' | 'reminder' | 'receipt';

/** To the first contact, Cc the others. */
export async function sendDialog(page: DocumentPage, kind: SendKind): Promise<void> {
  const { w, store, translator } = page.workspace;
  await page.flush();
  const head = page.head;
  const step = page.lifecycle.steps.find((each) => each.step === 'send');
  const addresses = records(head, 'contacts')
    .map((contact) => text(contact, 'email'))
    .filter((address) => address !== '');
  const link = await documentLink(page);
  const url = 'url' in link ? link.url : '';
  const name =
    `${translator.lookup(`kind.${page.kind}`, page.kind)} ${text(head, 'number')}`.trim();
  const summary = page.session.query({ get: 'summary' }) as unknown as {
    summary: { dueNow: string | null };
    balance?: { due: string | null };
  };
  const amount = page.workspace.money(
    summary.balance?.due ?? summary.summary.dueNow,
    text(head, 'currency'),
  );
  let to = addresses[0] ?? '';
  let cc = addresses.slice(1).join(', ');
  const from = store.settings.email;
  const issuer = text(record(head['issuer']), 'name') || store.settings.owner;
  let subject = issuer === '' ? name : w(`mail.${kind}.subject`, { name, issuer });
  let body = w(`mail.${kind}.body`, {
    name,
    amount,
    due: page.workspace.day(text(head, 'dueDate')),
    contact: text(records(head, 'contacts')[0], 'name'),
  });
  if (url !== '') body += `\n\n${url}`;
  recordDialog(page, {
    title: w(`mail.${kind}`),
    confirm: w('mail.open'),
    body: () =>
      html`${textField(w('mail.to'), to, (value) => (to = value), { type: 'email', name: 'to' })}
        ${textField(w('mail.cc'), cc, (value) => (cc = value))}
        ${textField(w('mail.from'), from, () => undefined, { disabled: true, hint: from === '' ? w('mail.fromHint') : '' })}
        ${textField(w('mail.subject'), subject, (value) => (subject = value), { wide: true })}
        ${areaField(w('mail.text'), body, (value) => (body = value), { rows: 7 })}
        <p class="wide soft">${'reason' in link ? link.reason : link.note}</p>`,
    act: () => {
      if (readEmails(to).length === 0) return w('mail.noAddress');
      const bad = badEmail(to) ?? badEmail(cc);
      if (bad !== null) return w('email.bad', { address: bad });
      if (kind === 'send' && step && !step.allowed) return step.reason ?? '';
      const mail = { kind, to, cc, from, subject, body, id: page.open.id, url };
      if (page.workspace.emit('crossfoot-send', mail)) openMail(to, cc, subject, body);
      if (kind === 'send' && step?.allowed) {
        const refused = page.run({ op: 'lifecycle', step: 'send', at: new Date().toISOString() });
        if (refused) return page.reason(refused.error);
      }
      page.workspace.announce(w('mail.done'));
      return null;
    },
  });
}

function openMail(to: string, cc: string, subject: string, body: string): void {
  const parameters = [
    ...(cc.trim() === '' ? [] : [`cc=${readEmails(cc).map(encodeURIComponent).join(',')}`]),
    `subject=${encodeURIComponent(subject)}`,
    `body=${encodeURIComponent(body.replaceAll('\n', '\r\n'))}`,
  ];
  const link = document.createElement('a');
  const addresses = readEmails(to).map(encodeURIComponent).join(',');
  link.href = `mailto:${addresses}?${parameters.join('&')}`;
  link.click();
}
