/**
 * Sending a document, a reminder or a receipt. The host may send it (`crossfoot-send`, cancelled by
 * the host that takes it over); else a mail program opens, and the link can be copied.
 */
import type { Totals } from '../../../../schema/contract.ts';
import { html } from 'lit';
import { record, records, text } from '../../preview/paper-source.ts';
import { badEmail, readEmails } from '../../check/email.ts';
import { areaField, textField } from '../form-fields.ts';
import type { DocumentPage } from '../pages/document-page.ts';
import { documentLink, withCodeOnly } from './link.ts';
import { withOffer } from './offer.ts';
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
  const summary = withOffer(page, (session) => session.query({ get: 'summary' })) as Totals;
  const codes = withCodeOnly(page);
  const amount = page.workspace.money(
    summary.balance?.due ?? summary.summary.dueNow,
    text(head, 'currency'),
  );
  let to = addresses[0] ?? '';
  let cc = addresses.slice(1).join(', ');
  const from = store.settings.email;
  const issuer = text(record(head['issuer']), 'name') || store.settings.owner;
  let subject = issuer === '' ? name : w(`mail.${kind}.subject`, { name, issuer });
  const due = page.workspace.day(text(head, 'dueDate'));
  let body = `${greeting(page)}\n\n${inSentence(page, name, (called) =>
    w(`mail.${kind}.body`, { name: called, amount, due }),
  )}`;
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
        <p class="wide soft">${'reason' in link ? link.reason : link.note}</p>
        ${codes === '' ? '' : html`<p class="wide lasting" role="note">${codes}</p>`}`,
    act: () => {
      if (readEmails(to).length === 0) return w('mail.noAddress');
      const bad = badEmail(to) ?? badEmail(cc);
      if (bad !== null) return w('email.bad', { address: bad });
      if (kind === 'send' && step && !step.allowed) return step.reason ?? '';
      const mail = { kind, to, cc, from, subject, body, id: page.open.id, url };
      const isOurs = page.workspace.emit('crossfoot-send', mail);
      const isStep = kind === 'send' && step?.allowed === true;
      if (isOurs) openMail(to, cc, subject, body);
      const refused = isStep && !isOurs ? markSent(page) : null;
      if (refused !== null) return refused;
      if (isOurs && isStep) askSent(page);
      else page.workspace.announce(w(isOurs ? 'mail.done' : 'mail.taken'));
      return null;
    },
  });
}

/** The step itself; why not, where it is refused. */
function markSent(page: DocumentPage): string | null {
  const refused = page.run({ op: 'lifecycle', step: 'send', at: new Date().toISOString() });
  return refused ? page.reason(refused.error) : null;
}

/** What a mail program does with a mail nobody tells us: the person says whether it was sent. */
function askSent(page: DocumentPage): void {
  const { w, overlays } = page.workspace;
  const sent = (): void => {
    const problem = markSent(page);
    overlays.close();
    if (problem !== null) page.workspace.announce(problem);
  };
  // After the dialog that prepared it has closed.
  setTimeout(() =>
    overlays.openDialog({
      title: w('mail.done'),
      size: 'small',
      body: () => html`<p>${w('mail.askSent')}</p>`,
      footer: () =>
        html`<button type="button" @click=${() => overlays.close()}>${w('mail.notYet')}</button>
          <button class="primary" type="button" data-confirm @click=${sent}>
            ${w('step.send')}
          </button>`,
    }),
  );
}

function greeting(page: DocumentPage): string {
  const contact = text(records(page.head, 'contacts')[0], 'name').trim();
  const { w } = page.workspace;
  return contact === '' ? w('mail.greetingNobody') : w('mail.greeting', { contact });
}

/** A text about a document; only German writes its kind with a capital within a sentence. */
function inSentence(page: DocumentPage, name: string, say: (called: string) => string): string {
  const { language } = page.workspace.translator;
  if (language === 'de') return say(name);
  const called = name.charAt(0).toLocaleLowerCase(language) + name.slice(1);
  const said = say(called);
  return said.startsWith(called) ? name + said.slice(called.length) : said;
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
