/** A small directory: people and companies that documents are addressed to. */
import { html, type TemplateResult } from 'lit';
import { countryName } from '../../i18n/choices.ts';
import { choiceField, textField } from '../form-fields.ts';
import { Listing } from '../list/listing.ts';
import { newId, NO_ADDRESS, type Company, type Contact } from '../store/records.ts';
import type { Page, Workspace } from '../workspace-context.ts';
import { addressFields } from './details-panel.ts';

export class DirectoryPage implements Page {
  readonly #workspace: Workspace;
  readonly #contacts: Listing<Contact>;
  readonly #companies: Listing<Company>;
  #tab: 'contacts' | 'companies' = 'contacts';
  #allCompanies: readonly Company[] = [];

  constructor(workspace: Workspace) {
    this.#workspace = workspace;
    const { w, store } = workspace;
    const company = (id: string): string =>
      this.#allCompanies.find((each) => each.id === id)?.name ?? '';
    this.#contacts = new Listing<Contact>(workspace, {
      id: 'contacts',
      label: w('directory.contacts'),
      properties: [
        { id: 'name', label: w('library.name'), type: 'text', value: ({ name }) => name },
        { id: 'email', label: w('details.email'), type: 'text', value: ({ email }) => email },
        {
          id: 'company',
          label: w('details.company'),
          type: 'text',
          value: ({ companyId }) => company(companyId),
        },
      ],
      sort: { property: 'name', down: false },
      open: (contact) => this.#contactDialog(contact),
      bulk: (entries) => [
        {
          label: w('action.delete'),
          danger: true,
          run: () =>
            void store.remove(
              'contacts',
              entries.map(({ id }) => id),
            ),
        },
      ],
      empty: () => html`<p class="nothing">${w('directory.empty')}</p>`,
    });
    this.#companies = new Listing<Company>(workspace, {
      id: 'companies',
      label: w('directory.companies'),
      properties: [
        { id: 'name', label: w('library.name'), type: 'text', value: ({ name }) => name },
        { id: 'taxId', label: w('details.taxId'), type: 'text', value: ({ taxId }) => taxId },
        {
          id: 'city',
          label: w('address.city'),
          type: 'text',
          value: ({ address }) => address.city,
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
          run: () =>
            void store.remove(
              'companies',
              entries.map(({ id }) => id),
            ),
        },
      ],
      empty: () => html`<p class="nothing">${w('directory.empty')}</p>`,
    });
    void this.#load();
  }

  news(): void {
    void this.#load();
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

  #footer(save: () => Promise<void>): TemplateResult {
    const { w, overlays, translator } = this.#workspace;
    return html`<button type="button" @click=${() => overlays.close()}>
        ${translator.t('action.cancel')}
      </button>
      <button
        class="primary"
        type="button"
        data-confirm
        @click=${() => {
          overlays.close();
          void save();
        }}
      >
        ${w('action.save')}
      </button>`;
  }

  #contactDialog(contact?: Contact): void {
    const { w, overlays, store } = this.#workspace;
    let draft: Contact = contact ?? { id: newId('c'), name: '', email: '', companyId: '' };
    const companies = this.#allCompanies.map(({ id, name }) => [id, name] as const);
    overlays.openDialog({
      title: contact ? contact.name : w('directory.newContact'),
      size: 'small',
      body: () =>
        html`<div class="form-grid">
          ${textField(w('library.name'), draft.name, (name) => (draft = { ...draft, name }), { wide: true, autofocus: true })}
          ${textField(w('details.email'), draft.email, (email) => (draft = { ...draft, email }), { wide: true, type: 'email' })}
          ${choiceField(w('details.company'), draft.companyId, [['', '–'], ...companies], (companyId) => (draft = { ...draft, companyId }), { wide: true })}
        </div>`,
      footer: () => this.#footer(() => store.put('contacts', [draft])),
    });
  }

  #companyDialog(company?: Company): void {
    const { w, overlays, store } = this.#workspace;
    let draft: Company = company ?? { id: newId('co'), name: '', taxId: '', address: NO_ADDRESS };
    overlays.openDialog({
      title: company ? company.name : w('directory.newCompany'),
      body: () =>
        html`<div class="form-grid">
          ${textField(w('library.name'), draft.name, (name) => (draft = { ...draft, name }), { autofocus: true })}
          ${textField(w('details.taxId'), draft.taxId, (taxId) => (draft = { ...draft, taxId }))}
          ${addressFields(this.#workspace, draft.address, (changes) => (draft = { ...draft, address: { ...draft.address, ...changes } }))}
        </div>`,
      footer: () => this.#footer(() => store.put('companies', [draft])),
    });
  }
}
