/** Who, when, on which terms: the head of a document as fields. */
import { html, nothing, type TemplateResult } from 'lit';
import { isEmail } from '../../check/email.ts';
import { webAddress } from '../../check/web-address.ts';
import type { Json, JsonObject } from '../../../../schema/contract.ts';
import { LANGUAGES } from '../../i18n/languages.ts';
import { record, records, text } from '../../preview/paper-source.ts';
import { changeCurrency } from '../dialogs/currency.ts';
import { countryField, currencyField } from '../choice-fields.ts';
import { emailDoubt, taxIdDoubt } from '../doubts.ts';
import { areaField, choiceField, dateField, textField, tickField } from '../form-fields.ts';
import { addressState } from '../new-document.ts';
import type { Lifecycle } from '../store/document-row.ts';
import { newId, NO_ADDRESS, type Address, type Contact } from '../store/records.ts';
import { dealAmountFields } from './deal-amount.ts';
import type { Workspace } from '../workspace-context.ts';
import type { DocumentPage } from './document-page.ts';

/** Kinds that a customer opens by a link of the host. */
const LINKED = new Set(['invoice', 'quote', 'paymentLink']);
const NET_DAYS = ['7', '10', '15', '30', '45', '60', '90'];

/** An address as the form holds it. */
export function readAddress(value: Json | undefined): Address {
  const object = record(value);
  const lines = Array.isArray(object['lines'])
    ? object['lines'].filter((line): line is string => typeof line === 'string')
    : [];
  return {
    lines,
    postalCode: text(object, 'postalCode'),
    city: text(object, 'city'),
    region: text(object, 'region'),
    country: text(object, 'country'),
  };
}

function isSameAddress(a: Address, b: Address): boolean {
  return JSON.stringify(addressState(a)) === JSON.stringify(addressState(b));
}

/** The fields of an address; `change` gets what changed of it. */
export function addressFields(
  workspace: Workspace,
  address: Address,
  change: (changes: Partial<Address>) => void,
  disabled = false,
): TemplateResult {
  const { w } = workspace;
  const options = { disabled };
  return html`${areaField(
    w('address.street'),
    address.lines.join('\n'),
    (value) =>
      change({
        lines: value
          .split('\n')
          .map((line) => line.trim())
          .filter((line) => line !== ''),
      }),
    { ...options, rows: 2 },
  )}
  ${textField(w('address.postalCode'), address.postalCode, (postalCode) => change({ postalCode }), options)}
  ${textField(w('address.city'), address.city, (city) => change({ city }), options)}
  ${textField(w('address.region'), address.region, (region) => change({ region }), options)}
  ${countryField(workspace, address.country, (country) => change({ country }), options)}`;
}

class Details {
  readonly #page: DocumentPage;
  readonly #head: JsonObject;
  readonly #locked: boolean;

  constructor(page: DocumentPage, lifecycle: Lifecycle) {
    this.#page = page;
    this.#head = page.head;
    this.#locked = !lifecycle.editable || page.rights['editDocument'] === false;
  }

  parties(): TemplateResult {
    const { w } = this.#page.workspace;
    const company = record(this.#head['company']);
    const contacts = records(this.#head, 'contacts');
    const disabled = this.#locked;
    const [first, ...others] = contacts.length > 0 ? contacts : [{} as JsonObject];
    return html`<fieldset class="form-grid">
      <legend>${w('details.customer')}</legend>
      <datalist id="companies">
        ${this.#page.companies.map(({ name }) => html`<option value=${name}></option>`)}
      </datalist>
      <datalist id="contacts">
        ${this.#page.contacts.map(({ name }) => html`<option value=${name}></option>`)}
      </datalist>
      ${textField(w('details.contactName'), text(first, 'name'), (name, isLeft) => this.#setContactName(0, name, isLeft), { disabled, list: 'contacts', name: 'contact' })}
      ${textField(w('details.email'), text(first, 'email'), (email) => this.#setContact(0, { email }), { disabled, type: 'email', name: 'email', problem: emailDoubt(this.#page.workspace, text(first, 'email')) })}
      ${others.map(
        (contact, index) =>
          html`${textField(w('details.contactName'), text(contact, 'name'), (name, isLeft) => this.#setContactName(index + 1, name, isLeft), { disabled, list: 'contacts' })}
          ${textField(w('details.email'), text(contact, 'email'), (email) => this.#setContact(index + 1, { email }), { disabled, type: 'email', problem: emailDoubt(this.#page.workspace, text(contact, 'email')) })}`,
      )}
      ${textField(w('details.company'), text(company, 'name'), (name, isLeft) => this.#typeCompany(name, isLeft), { disabled, list: 'companies', name: 'company' })}
      ${textField(w('details.taxId'), text(company, 'taxId'), (taxId) => this.#page.type('/company/taxId', taxId), { disabled, problem: taxIdDoubt(this.#page.workspace, text(company, 'taxId'), text(record(this.#head['billingAddress']), 'country')) })}
      ${
        disabled
          ? nothing
          : html`<div class="wide row-actions">
              <button class="link" type="button" @click=${() => this.#addContact()}>
                ${w('details.addContact')}
              </button>
              <button class="link" type="button" @click=${() => void this.#saveToDirectory()}>
                ${w('details.saveToDirectory')}
              </button>
            </div>`
      }
    </fieldset>`;
  }

  addresses(): TemplateResult {
    const { w } = this.#page.workspace;
    const fields = (member: string, label: string): TemplateResult =>
      html`<fieldset class="form-grid">
        <legend>${label}</legend>
        ${addressFields(
          this.#page.workspace,
          readAddress(this.#head[member]),
          (changes) => {
            const state = addressState({ ...readAddress(this.#page.head[member]), ...changes });
            this.#page.type(`/${member}`, Object.keys(state).length > 0 ? state : null);
          },
          this.#locked,
        )}
      </fieldset>`;
    return html`${fields('billingAddress', w('details.billingAddress'))}
    ${fields('shippingAddress', w('details.shippingAddress'))}`;
  }

  dates(): TemplateResult {
    const { w } = this.#page.workspace;
    const { kind } = this.#page;
    const disabled = this.#locked;
    const day = (member: string, label: string): TemplateResult =>
      dateField(
        this.#page.workspace,
        label,
        text(this.#head, member),
        (value) => this.#page.type(`/${member}`, value),
        { disabled, name: member },
      );
    const terms = record(this.#head['terms']);
    const custom = text(terms, 'type') === 'custom';
    const chosen =
      text(terms, 'type') === 'net' ? text(terms, 'days') : text(terms, 'type') || 'receipt';
    const choices: (readonly [string, string])[] = [
      ['receipt', w('terms.receipt')],
      ...NET_DAYS.map((days) => [days, w('terms.net', { days })] as const),
      ['custom', w('terms.custom')],
    ];
    const billed = ['invoice', 'quote', 'subscription'].includes(kind);
    return html`<fieldset class="form-grid">
      <legend>${w('details.terms')}</legend>
      ${day('date', w('property.date'))}
      ${billed ? choiceField(w('details.payTerms'), chosen, choices, (value) => this.#setTerms(value), { disabled, name: 'terms' }) : nothing}
      ${custom || (kind === 'invoice' && this.#locked) ? day('dueDate', w('property.dueDate')) : nothing}
      ${kind === 'quote' ? day('expiresOn', w('property.validUntil')) : nothing}
      ${kind === 'invoice' ? day('deliveryDate', w('details.deliveryDate')) : nothing}
      ${textField(w('property.poNumber'), text(this.#head, 'poNumber'), (value) => this.#page.type('/poNumber', value), { disabled })}
      ${textField(w('property.owner'), text(this.#head, 'owner'), (value) => this.#page.type('/owner', value))}
      ${textField(w('property.title'), text(record(this.#head['custom']), 'title'), (value) => this.#page.type('/custom/title', value), { name: 'title', hint: w('details.titleHint') })}
      ${currencyField(this.#page.workspace, text(this.#head, 'currency'), (value) => changeCurrency(this.#page, value), { disabled, name: 'currency' })}
      ${this.#languageField()} ${LINKED.has(kind) ? this.#slug() : nothing}
      ${kind === 'subscription' ? this.#charging() : nothing} ${this.#automaticTax()}
      ${kind === 'deal' ? dealAmountFields(this.#page, disabled) : nothing}
    </fieldset>`;
  }

  comments(): TemplateResult {
    const { w, store, overlays } = this.#page.workspace;
    const { snippets } = store.settings;
    return html`<fieldset class="form-grid">
      <legend>${w('details.comments')}</legend>
      ${areaField(w('details.comments'), text(this.#head, 'comments'), (value) => this.#page.type('/comments', value), { disabled: this.#locked, hint: w('details.commentsHint'), rows: 3 })}
      ${
        this.#locked || snippets.length === 0
          ? nothing
          : html`<div class="wide">
              <button
                type="button"
                class="link"
                @click=${(event: Event) =>
                  overlays.openMenu(
                    event.currentTarget as HTMLElement,
                    w('details.snippets'),
                    snippets.map(({ name, text: words }) => ({
                      label: name,
                      run: () => {
                        const now = text(this.#page.head, 'comments');
                        this.#page.set('/comments', now === '' ? words : `${now}\n\n${words}`);
                      },
                    })),
                  )}
              >
                ${w('details.snippets')}
              </button>
            </div>`
      }
    </fieldset>`;
  }

  #languageField(): TemplateResult {
    const { w } = this.#page.workspace;
    const names = LANGUAGES.map((tag) => {
      const name = new Intl.DisplayNames([tag], { type: 'language' }).of(tag) ?? tag;
      return [tag, name] as const;
    });
    return choiceField(
      w('details.language'),
      text(this.#head, 'language') || 'en',
      names,
      (value) => this.#page.set('/language', value),
      { disabled: this.#locked },
    );
  }

  /** The name of the document in the host's link, with the link it gives. */
  #slug(): TemplateResult {
    const { w, store } = this.#page.workspace;
    const slug = text(record(this.#head['link']), 'slug');
    const { domain } = store.settings;
    const change = (value: string): void => {
      const tidy = value
        .trim()
        .toLowerCase()
        .replaceAll(/[^\p{L}\p{N}]+/gu, '-')
        .replaceAll(/^-|-$/g, '');
      this.#page.type('/link/slug', tidy);
    };
    return textField(w('details.slug'), slug, change, {
      disabled: this.#locked,
      hint:
        slug === ''
          ? ''
          : domain === ''
            ? w('details.slugNoDomain', { slug })
            : `${webAddress(domain) ?? domain}/${slug}`,
    });
  }

  /** Whether the host's tax provider sets the taxes; it needs lines of different names. */
  #automaticTax(): TemplateResult {
    const on = record(this.#head['settings'])['automaticTax'] === true;
    return tickField(
      this.#page.workspace.w('tax.automatic'),
      on,
      (value) => this.#page.set('/settings/automaticTax', value ? true : null),
      { disabled: this.#locked, name: 'automaticTax' },
    );
  }

  #charging(): TemplateResult {
    const { w } = this.#page.workspace;
    const automatic = record(this.#head['collect'])['automatic'] === true;
    const choices: (readonly [string, string])[] = [
      ['invoices', w('charging.invoices')],
      ['automatic', w('charging.automatic')],
    ];
    return choiceField(
      w('details.charging'),
      automatic ? 'automatic' : 'invoices',
      choices,
      (value) => this.#page.set('/collect/automatic', value === 'automatic'),
      { disabled: this.#locked },
    );
  }

  #setTerms(value: string): void {
    const terms: JsonObject =
      value === 'receipt' || value === 'custom'
        ? { type: value }
        : { type: 'net', days: Number(value) };
    this.#page.set('/terms', terms);
  }

  #contacts(): JsonObject[] {
    return records(this.#page.head, 'contacts');
  }

  /** An empty contact keeps its place while there is another: its boxes are still being filled in. */
  #setContact(index: number, changes: JsonObject): void {
    const contacts = this.#contacts();
    contacts[index] = { id: newId('c'), ...contacts[index], ...changes };
    const isNamed = contacts.some(
      (each) => text(each, 'name') !== '' || text(each, 'email') !== '',
    );
    this.#page.type('/contacts', isNamed ? contacts : null);
  }

  /**
   * Half a name may be another one's whole name: whom it means is looked up once it is there. Somebody
   * else has not the address that the directory gave the one before.
   */
  #setContactName(index: number, name: string, isLeft: boolean): void {
    if (!isLeft) {
      this.#setContact(index, { name });
      return;
    }
    const known = this.#page.contacts.find((each) => each.name === name);
    const now = this.#contacts()[index];
    const before = this.#page.contacts.find(({ id }) => id === text(now, 'id'));
    if (!known) {
      const isOther = before !== undefined && before.name !== name;
      const email = text(now, 'email') === before?.email ? '' : text(now, 'email');
      this.#setContact(index, isOther ? { id: newId('c'), name, email } : { name });
      return;
    }
    this.#setContact(index, { id: known.id, name, email: known.email });
    const company = this.#page.companies.find(({ id }) => id === known.companyId);
    if (company && text(record(this.#page.head['company']), 'name') === '') {
      this.#setCompany(company.name);
    }
  }

  #addContact(): void {
    const contacts = this.#contacts();
    this.#page.set('/contacts', [...contacts, { id: newId('c'), name: '', email: '' }]);
  }

  #typeCompany(name: string, isLeft: boolean): void {
    if (isLeft) this.#setCompany(name);
    else this.#page.type('/company/name', name);
  }

  /** Another company has neither the tax ID nor the address that the directory gave the one before. */
  #setCompany(name: string): void {
    const { companies } = this.#page;
    const now = record(this.#page.head['company']);
    const known = companies.find((each) => each.name === name);
    const before = companies.find(({ id }) => id === text(now, 'id'));
    const isOther = before !== undefined && before.name !== name;
    if (known) {
      const { id, taxId } = known;
      this.#page.set('/company', { id, name, ...(taxId === '' ? {} : { taxId }) });
    } else {
      const taxId = text(now, 'taxId');
      const own = taxId === '' || taxId === before?.taxId ? {} : { taxId };
      const company: JsonObject = isOther ? { name, ...own } : { ...now, name };
      this.#page.set('/company', name === '' ? null : company);
    }
    const address = addressState(known?.address ?? NO_ADDRESS);
    const isTheirs =
      isOther && isSameAddress(readAddress(this.#page.head['billingAddress']), before.address);
    if (Object.keys(address).length > 0) this.#page.set('/billingAddress', address);
    else if (isTheirs) this.#page.set('/billingAddress', null);
  }

  async #saveToDirectory(): Promise<void> {
    const { store, w } = this.#page.workspace;
    const head = this.#page.head;
    const bad = records(head, 'contacts')
      .map((contact) => text(contact, 'email'))
      .find((email) => email !== '' && !isEmail(email));
    if (bad !== undefined) {
      this.#page.workspace.announce(w('email.bad', { address: bad }));
      return;
    }
    const company = record(head['company']);
    const name = text(company, 'name').trim();
    let companyId = '';
    if (name !== '') {
      const known = this.#page.companies.find((each) => each.name === name);
      companyId = known?.id ?? newId('co');
      // What the document does not say is not taken from the directory.
      const address = head['billingAddress']
        ? readAddress(head['billingAddress'])
        : (known?.address ?? NO_ADDRESS);
      const taxId = text(company, 'taxId') || (known?.taxId ?? '');
      await store.put('companies', [{ ...known, id: companyId, name, taxId, address }]);
    }
    const people = records(head, 'contacts')
      .filter((contact) => (text(contact, 'name') + text(contact, 'email')).trim() !== '')
      .map((contact) => this.#entryOf(contact, companyId));
    if (people.length === 0 && name === '') {
      this.#page.workspace.announce(w('details.nothingToSave'));
      return;
    }
    if (people.length > 0) await store.put('contacts', people);
    await this.#page.readDirectory();
    this.#page.workspace.announce(w('details.savedToDirectory'));
  }

  /** The entry of somebody in the directory; one of another name is another one. */
  #entryOf(contact: JsonObject, companyId: string): Contact {
    const name = text(contact, 'name');
    const held = this.#page.contacts.find(({ id }) => id === text(contact, 'id'));
    const isOther = held !== undefined && held.name !== '' && held.name !== name;
    return {
      ...(isOther ? {} : held),
      id: isOther ? newId('c') : text(contact, 'id') || newId('c'),
      name,
      email: text(contact, 'email') || (isOther ? '' : (held?.email ?? '')),
      companyId: companyId || (isOther ? '' : (held?.companyId ?? '')),
    };
  }
}

/** The panel; open while there is something to fill in. */
export function detailsPanel(page: DocumentPage, lifecycle: Lifecycle): TemplateResult {
  const details = new Details(page, lifecycle);
  const { w } = page.workspace;
  const head = page.head;
  const contact = records(head, 'contacts')[0];
  const named = text(record(head['company']), 'name') || text(contact, 'name');
  page.detailsOpen ??= named === '';
  return html`<details
    class="panel"
    ?open=${page.detailsOpen}
    @toggle=${(event: Event) => (page.detailsOpen = (event.target as HTMLDetailsElement).open)}
  >
    <summary>
      <h2>${w('details.title')}</h2>
      <span class="soft"
        ><bdi>${named || w('details.noCustomer')}</bdi> ·
        ${page.workspace.day(text(head, 'date'))}</span
      >
    </summary>
    <div class="panel-columns head-columns">${details.parties()} ${details.dates()}</div>
    <details class="more-fields" ?open=${hasMore(head)}>
      <summary>${w('details.more')}</summary>
      <div class="panel-columns">${details.addresses()} ${details.comments()}</div>
    </details>
  </details>`;
}

/** Whether the folded fields hold anything. */
function hasMore(head: JsonObject): boolean {
  return ['billingAddress', 'shippingAddress', 'comments'].some((name) => head[name] !== undefined);
}
