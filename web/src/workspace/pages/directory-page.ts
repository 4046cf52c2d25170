/** A small directory: people and companies that documents are addressed to. */
import { html, type TemplateResult } from 'lit';
import { countryName } from '../../i18n/choices.ts';
import { isEmail } from '../../check/email.ts';
import { formDialog } from '../dialogs/record-dialog.ts';
import { removeUndoably } from '../remove-undoably.ts';
import { taxIdDoubt } from '../doubts.ts';
import { choiceField, textField } from '../form-fields.ts';
import { Listing } from '../list/listing.ts';
import { newId, NO_ADDRESS, type Company, type Contact } from '../store/records.ts';
import type { Page, Workspace } from '../workspace-context.ts';
import { addressFields } from './details-panel.ts';

/** What an entry is called: by its e-mail address where it has no name. */
function called(entry: Contact | Company | undefined): string {
  return entry?.name || (entry && 'email' in entry ? entry.email : '') || '–';
}

export class DirectoryPage implements Page {
  readonly #workspace: Workspace;
  readonly #contacts: Listing<Contact>;
  readonly #companies: Listing<Company>;
  #tab: 'contacts' | 'companies' = 'contacts';
  #allCompanies: readonly Company[] = [];

  constructor(workspace: Workspace) {
    this.#workspace = workspace;
    const { w } = workspace;
    const company = (id: string): string =>
      this.#allCompanies.find((each) => each.id === id)?.name ?? '';
    this.#contacts = new Listing<Contact>(workspace, {
      id: 'contacts',
      label: w('directory.contacts'),
      properties: [
        {
          id: 'name',
          label: w('library.name'),
          type: 'text',
          value: ({ name }) => name,
          show: called,
        },
        {
          id: 'email',
          label: w('details.email'),
          type: 'text',
          value: ({ email }) => email,
          narrow: 'column',
        },
        {
          id: 'company',
          label: w('details.company'),
          type: 'text',
          value: ({ companyId }) => company(companyId),
          narrow: { under: 'name' },
        },
      ],
      sort: { property: 'name', down: false },
      open: (contact) => this.#contactDialog(contact),
      bulk: (entries) => [
        {
          label: w('action.delete'),
          danger: true,
          run: () => void removeUndoably(workspace, 'contacts', entries, called(entries[0])),
        },
      ],
      empty: () => html`<p class="nothing">${w('directory.empty')}</p>`,
    });
    this.#companies = new Listing<Company>(workspace, {
      id: 'companies',
      label: w('directory.companies'),
      properties: [
        {
          id: 'name',
          label: w('library.name'),
          type: 'text',
          value: ({ name }) => name,
          show: called,
        },
        { id: 'taxId', label: w('details.taxId'), type: 'text', value: ({ taxId }) => taxId },
        {
          id: 'city',
          label: w('address.city'),
          type: 'text',
          value: ({ address }) => address.city,
          narrow: 'column',
        },
        {
          id: 'country',
          label: w('address.country'),
          type: 'text',
          value: ({ address }) => countryName(address.country, workspace.translator.language),
        },
      ],
      sort: { property: 'name', down: false },
      open: (entry) => this.#companyDialog(entry),
      bulk: (entries) => [
        {
          label: w('action.delete'),
          danger: true,
          run: () => void removeUndoably(workspace, 'companies', entries, called(entries[0])),
        },
      ],
      empty: () => html`<p class="nothing">${w('directory.empty')}</p>`,
    });
    this.#workspace.watch(this, this.#load());
  }

  news(): void {
    this.#workspace.watch(this, this.#load());
  }

  render(): TemplateResult {
    const { w } = this.#workspace;
    const people = this.#tab === 'contacts';
    return html`<div class="page-head">
        <h1>${w('nav.directory')}</h1>
        <button
          class="primary"
          type="button"
          @click=${() => (people ? this.#contactDialog() : this.#companyDialog())}
        >
          ${w(people ? 'directory.newContact' : 'directory.newCompany')}
        </button>
      </div>
      <div class="tabs" role="group">
        ${(['contacts', 'companies'] as const).map(
          (tab) =>
            html`<button
              type="button"
              aria-pressed=${String(this.#tab === tab)}
              @click=${() => {
                this.#tab = tab;
                this.#workspace.requestUpdate();
              }}
            >
              ${w(`directory.${tab}`)}
            </button>`,
        )}
      </div>
      ${people ? this.#contacts.render() : this.#companies.render()}`;
  }

  async #load(): Promise<void> {
    const { store } = this.#workspace;
    this.#allCompanies = await store.all<Company>('companies');
    this.#companies.entries = this.#allCompanies;
    this.#contacts.entries = await store.all<Contact>('contacts');
  }

  #contactDialog(contact?: Contact): void {
    const { w, store } = this.#workspace;
    let draft: Contact = contact ?? { id: newId('c'), name: '', email: '', companyId: '' };
    const companies = this.#allCompanies.map(({ id, name }) => [id, name] as const);
    formDialog(this.#workspace, {
      title: contact ? called(contact) : w('directory.newContact'),
      size: 'small',
      confirm: w('action.save'),
      body: () =>
        html`${textField(w('library.name'), draft.name, (name) => (draft = { ...draft, name }), { wide: true, autofocus: true })}
        ${textField(w('details.email'), draft.email, (email) => (draft = { ...draft, email }), { wide: true, type: 'email' })}
        ${choiceField(w('details.company'), draft.companyId, [['', '–'], ...companies], (companyId) => (draft = { ...draft, companyId }), { wide: true })}`,
      act: async () => {
        const { name, email } = draft;
        if (name.trim() === '' && email.trim() === '') return w('directory.needsNameOrEmail');
        if (email.trim() !== '' && !isEmail(email.trim()))
          return w('email.bad', { address: email });
        await store.put('contacts', [{ ...draft, name: name.trim(), email: email.trim() }]);
        return null;
      },
    });
  }

  #companyDialog(company?: Company): void {
    const { w, store } = this.#workspace;
    let draft: Company = company ?? { id: newId('co'), name: '', taxId: '', address: NO_ADDRESS };
    formDialog(this.#workspace, {
      title: company ? called(company) : w('directory.newCompany'),
      confirm: w('action.save'),
      body: () =>
        html`${textField(w('library.name'), draft.name, (name) => (draft = { ...draft, name }), { autofocus: true })}
        ${textField(w('details.taxId'), draft.taxId, (taxId) => (draft = { ...draft, taxId }), { problem: taxIdDoubt(this.#workspace, draft.taxId, draft.address.country), name: 'taxId' })}
        ${addressFields(this.#workspace, draft.address, (changes) => (draft = { ...draft, address: { ...draft.address, ...changes } }))}`,
      act: async () => {
        if (draft.name.trim() === '') return w('directory.needsName');
        await store.put('companies', [{ ...draft, name: draft.name.trim() }]);
        return null;
      },
    });
  }
}
