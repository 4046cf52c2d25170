/** What every later document inherits, and what the workspace itself does: backup, storage, theme. */
import { html, nothing, type TemplateResult } from 'lit';
import { webAddress } from '../../check/web-address.ts';
import type { Json } from '../../../../schema/contract.ts';
import { failureWords } from '../../i18n/failure-words.ts';
import { LANGUAGES } from '../../i18n/languages.ts';
import { policyFields } from '../../policy/policy-fields.ts';
import { loadPolicyWords, type SayPolicy } from '../../policy/policy-words.ts';
import { currencyField } from '../choice-fields.ts';
import { bankDoubt, emailDoubt, taxIdDoubt } from '../doubts.ts';
import { usableLocale } from '../../number/symbols.ts';
import { field } from '../../ui/field.ts';
import { pickPicture, readLogo } from '../../ui/pictures.ts';
import { areaField, choiceField, textField, tickField } from '../form-fields.ts';
import { pickFile } from '../../ui/pick-file.ts';
import { download } from '../list/export-rows.ts';
import type { WorkspaceMessageKey } from '../words.ts';
import { KIND_PAGES } from '../kinds.ts';
import { inForm, inLanguage, isFormChosen } from '../number-format.ts';
import { rightsFields, rightsFor } from '../rights-fields.ts';
import { refusedRules } from '../rules-taken.ts';
import { highestNumbers, lastChange, type Backup } from '../store/backup.ts';
import type { StoreName } from '../store/database.ts';
import { newId, type Settings } from '../store/records.ts';
import type { Page, Workspace } from '../workspace-context.ts';
import { NumberingFields } from './numbering-fields.ts';
import { addressFields } from './details-panel.ts';
import { NUMBERED_KINDS } from '../../store/kind-facts.ts';

const LOCALES = [
  'en-US',
  'en-GB',
  'nb-NO',
  'da-DK',
  'nl-NL',
  'de-DE',
  'de-CH',
  'fr-FR',
  'es-ES',
  'ar-EG',
  'ja-JP',
  'hi-IN',
];
/** What paper is in while nobody chose a colour. */
const STANDARD_ACCENT = '#0b6b5b';

const METHODS = ['card', 'ach', 'transfer', 'cash'];
/** Under which name it is kept for which kind of document rights were set last. */
const RIGHTS_KIND = 'settings:rightsKind';
/** While somebody types, each pause saves: it is said once, when that is over. */
const SAID_AFTER_MS = 600;

/** What a language is called by those who speak it; a tag that is none stands as it is. */
function ownName(tag: string): string {
  try {
    return new Intl.DisplayNames([tag], { type: 'language' }).of(tag) ?? tag;
  } catch {
    return tag;
  }
}

/** How a locale writes numbers: an example says more than a name. */
function sample(locale: string): string {
  return new Intl.NumberFormat(usableLocale(locale), { minimumFractionDigits: 2 }).format(1234.5);
}

/** Where each store of a backup is found in the workspace. */
const STORE_WORDS: Readonly<Record<StoreName, WorkspaceMessageKey>> = {
  documents: 'settings.backupPlace',
  rows: 'settings.backupPlace',
  products: 'nav.library',
  taxRates: 'nav.library',
  contacts: 'nav.directory',
  companies: 'nav.directory',
  meta: 'nav.settings',
};

export class SettingsPage implements Page {
  readonly #workspace: Workspace;
  readonly #speak: () => Promise<void>;
  #persisted: boolean | null = null;
  #usage = '';
  readonly #numbering: NumberingFields;
  #rightsKind = '';
  /** An address of payment pages as it was typed, where it is none. */
  #badDomain: string | null = null;
  #say: SayPolicy | null = null;
  #saying: ReturnType<typeof setTimeout> | undefined;

  constructor(workspace: Workspace, speak: () => Promise<void>) {
    this.#workspace = workspace;
    this.#speak = speak;
    this.#numbering = new NumberingFields(workspace, (changes) => this.#save(changes));
    void this.#readStorage();
    void this.#readWords();
    this.#workspace.watch(this, this.#readRightsKind());
  }

  async #readRightsKind(): Promise<void> {
    this.#rightsKind = (await this.#workspace.store.meta<string>(RIGHTS_KIND)) ?? '';
    this.#workspace.requestUpdate();
  }

  async #readWords(): Promise<void> {
    this.#say = await loadPolicyWords(this.#workspace.translator.language);
    this.#workspace.requestUpdate();
  }

  news(): void {
    void this.#readWords();
    void this.#numbering.readComing();
    this.#workspace.requestUpdate();
  }

  render(): TemplateResult {
    const { w } = this.#workspace;
    return html`<div class="page-head"><h1>${w('nav.settings')}</h1></div>
      <p class="soft">${w('settings.later')}</p>
      <div class="settings">
        ${this.#look()} ${this.#issuer()} ${this.#numbering.render()} ${this.#defaults()}
        ${this.#rules()} ${this.#payment()} ${this.#snippets()} ${this.#rights()} ${this.#tax()}
        ${this.#storage()}
      </div>`;
  }

  get #settings(): Settings {
    return this.#workspace.store.settings;
  }

  #save(changes: Partial<Settings>, isSaid = true): void {
    clearTimeout(this.#saying);
    void this.#workspace.store
      .saveSettings({ ...this.#settings, ...changes })
      .then(() => this.#speak())
      .then(() => {
        clearTimeout(this.#saying);
        if (isSaid) this.#saying = setTimeout(() => this.#saySaved(), SAID_AFTER_MS);
      });
  }

  #saySaved(): void {
    this.#workspace.announce(this.#workspace.w('settings.saved'));
  }

  #issuer(): TemplateResult {
    const { w } = this.#workspace;
    const { issuer } = this.#settings;
    const set = (changes: Partial<Settings['issuer']>): void =>
      this.#save({ issuer: { ...this.#settings.issuer, ...changes } });
    return html`<fieldset class="form-grid">
      <legend>${w('settings.issuer')}</legend>
      ${textField(w('settings.issuerName'), issuer.name, (name) => set({ name }), { name: 'issuer' })}
      ${textField(w('details.taxId'), issuer.taxId, (taxId) => set({ taxId }), { problem: taxIdDoubt(this.#workspace, issuer.taxId, issuer.address.country), name: 'taxId' })}
      ${addressFields(this.#workspace, issuer.address, (changes) => set({ address: { ...this.#settings.issuer.address, ...changes } }))}
      ${textField(w('settings.bank'), issuer.bank, (bank) => set({ bank }), { wide: true, problem: bankDoubt(this.#workspace, issuer.bank), name: 'bank' })}
      ${textField(w('property.owner'), this.#settings.owner, (owner) => this.#save({ owner }))}
      ${textField(w('details.email'), this.#settings.email, (email) => this.#save({ email }), { type: 'email', name: 'email', problem: emailDoubt(this.#workspace, this.#settings.email) })}
      <div class="wide logo-row">
        ${issuer.logo === '' ? nothing : html`<img src=${issuer.logo} alt=${w('settings.logo')} />`}
        <button type="button" @click=${() => void this.#pickLogo()}>
          ${w('settings.chooseLogo')}
        </button>
        ${issuer.logo === '' ? nothing : html`<button class="link" type="button" @click=${() => this.#removeLogo()}>${w('settings.noLogo')}</button>`}
      </div>
      ${choiceField(
        w('settings.template'),
        issuer.template,
        [
          ['', w('settings.template.lines')],
          ['band', w('settings.template.band')],
          ['plain', w('settings.template.plain')],
        ],
        (template) => set({ template }),
        { name: 'template' },
      )}
      <div class="logo-row">
        <label class="accent"
          ><input
            type="color"
            name="accent"
            ${field({ shown: issuer.accent || STANDARD_ACCENT, take: (accent) => set({ accent }), during: 'pause' })}
          />${w('settings.accent')}</label
        >
        ${issuer.accent === '' ? nothing : html`<button class="link" type="button" @click=${() => set({ accent: '' })}>${w('settings.noAccent')}</button>`}
      </div>
    </fieldset>`;
  }

  #removeLogo(): void {
    const { logo } = this.#settings.issuer;
    const put = (wanted: string): void =>
      this.#save({ issuer: { ...this.#settings.issuer, logo: wanted } }, false);
    put('');
    const { w } = this.#workspace;
    this.#workspace.announce(w('list.deleted', { count: 1, name: w('settings.logo') }), () =>
      put(logo),
    );
  }

  #removeSnippet(id: string): void {
    const { snippets } = this.#settings;
    const gone = snippets.find((each) => each.id === id);
    if (!gone) return;
    this.#save({ snippets: snippets.filter((each) => each !== gone) }, false);
    const { w } = this.#workspace;
    this.#workspace.announce(w('list.deleted', { count: 1, name: gone.name }), () =>
      this.#save({ snippets: [...this.#settings.snippets, gone] }, false),
    );
  }

  async #pickLogo(): Promise<void> {
    const file = await pickPicture();
    if (!file) return;
    const logo = await readLogo(file);
    if (logo === null) {
      const { translator } = this.#workspace;
      this.#workspace.announce(translator.t('picture.unreadable', { name: file.name }));
      return;
    }
    this.#save({ issuer: { ...this.#settings.issuer, logo } });
  }

  #look(): TemplateResult {
    const { w, translator } = this.#workspace;
    const settings = this.#settings;
    const languages = LANGUAGES.map((tag) => [tag, ownName(tag)] as const);
    const isChosen = isFormChosen(settings);
    const { locale: own } = inForm(settings, '');
    const locales = [
      ['', `${sample(own ?? '')} · ${w('settings.asLanguage')}`] as const,
      ...[...new Set([...LOCALES, ...(isChosen ? [settings.locale] : [])])].map(
        (tag) => [tag, `${sample(tag)} · ${ownName(tag)}`] as const,
      ),
    ];
    return html`<fieldset class="form-grid">
      <legend>${w('settings.look')}</legend>
      ${choiceField(translator.t('page.language'), settings.language, languages, (language) => this.#save(inLanguage(this.#settings, language)), { name: 'language' })}
      ${choiceField(translator.t('page.numbers'), isChosen ? settings.locale : '', locales, (locale) => this.#save(inForm(this.#settings, locale)), { name: 'locale' })}
      ${choiceField(
        translator.t('page.theme'),
        settings.theme,
        [
          ['', translator.t('page.themeSystem')],
          ['light', translator.t('page.themeLight')],
          ['dark', translator.t('page.themeDark')],
        ],
        (theme) => this.#save({ theme }),
      )}
      <p class="wide soft">
        ${w('settings.lookNote')}
        ${translator.language === 'en' ? nothing : translator.t('editor.draftLanguage')}
      </p>
    </fieldset>`;
  }

  #defaults(): TemplateResult {
    const { w } = this.#workspace;
    const settings = this.#settings;
    const terms = ['0', '7', '10', '15', '30', '45', '60', '90'].map(
      (days) => [days, days === '0' ? w('terms.receipt') : w('terms.net', { days })] as const,
    );
    return html`<fieldset class="form-grid">
      <legend>${w('settings.defaults')}</legend>
      ${currencyField(this.#workspace, settings.currency, (currency) => this.#save({ currency }), { name: 'currency' })}
      ${choiceField(w('details.payTerms'), String(settings.termsDays), terms, (value) => this.#save({ termsDays: Number(value) }))}
      ${areaField(w('settings.comments'), settings.comments, (comments) => this.#save({ comments }), { rows: 3, hint: w('details.commentsHint') })}
    </fieldset>`;
  }

  /** The rules of new documents; their words are loaded with the page. */
  #rules(): TemplateResult | typeof nothing {
    const say = this.#say;
    if (!say) return nothing;
    const { translator, locale } = this.#workspace;
    const { policy = {} } = this.#settings;
    const refused = refusedRules(this.#workspace, this.#settings);
    const set = (key: string, value: Json): void => this.#setRule(key, value);
    return html`<fieldset>
      <legend>${translator.t('rules.title')}</legend>
      <details class="rules-defaults">
        <summary>${say('defaults')}</summary>
        ${policyFields({ policy, set, say, locale, disabled: false, isRefused: (key) => refused.has(key) })}
      </details>
    </fieldset>`;
  }

  /** A rule that is none stands in its box as it was typed, and in no new document. */
  #setRule(key: string, value: Json): void {
    const { [key]: _former, ...others } = this.#settings.policy ?? {};
    const policy = value === null ? others : { ...others, [key]: value };
    const refused = refusedRules(this.#workspace, { ...this.#settings, policy });
    this.#save({ policy }, !refused.has(key));
  }

  #payment(): TemplateResult {
    const { w } = this.#workspace;
    const { collect } = this.#settings;
    const set = (changes: Partial<Settings['collect']>): void =>
      this.#save({ collect: { ...this.#settings.collect, ...changes } });
    return html`<fieldset class="form-grid">
      <legend>${w('settings.payment')}</legend>
      ${textField(w('settings.domain'), this.#badDomain ?? this.#settings.domain, (text) => this.#takeDomain(text), { wide: true, placeholder: 'pay.example.com', during: 'never', name: 'domain', problem: this.#badDomain === null ? '' : w('settings.badDomain') })}
      ${tickField(w('settings.online'), collect.online, (online) => set({ online }), { wide: true })}
      ${METHODS.map((method) =>
        tickField(
          w(`method.${method}` as WorkspaceMessageKey),
          collect.methods.includes(method),
          (on) =>
            set({
              methods: on
                ? [...collect.methods, method]
                : collect.methods.filter((each) => each !== method),
            }),
        ),
      )}
      ${tickField(w('settings.askBilling'), collect.billingAddress, (billingAddress) => set({ billingAddress }))}
      ${tickField(w('settings.askShipping'), collect.shippingAddress, (shippingAddress) => set({ shippingAddress }))}
    </fieldset>`;
  }

  /** Where buyers are sent to pay is a page, and nothing that would run. */
  #takeDomain(text: string): void {
    const domain = text.trim().replace(/\/+$/, '');
    const isGood = domain === '' || webAddress(domain) !== null;
    this.#badDomain = isGood ? null : text;
    if (isGood) this.#save({ domain });
    this.#workspace.requestUpdate();
  }

  #snippets(): TemplateResult {
    const { w } = this.#workspace;
    const { snippets } = this.#settings;
    return html`<fieldset class="form-grid">
      <legend>${w('details.snippets')}</legend>
      ${snippets.map(
        (snippet) =>
          html`${textField(w('library.name'), snippet.name, (name) => this.#changeSnippet(snippet.id, { name }))}
            <button class="link" type="button" @click=${() => this.#removeSnippet(snippet.id)}>
              ${w('action.delete')}
            </button>
            ${areaField(w('settings.snippetText'), snippet.text, (words) => this.#changeSnippet(snippet.id, { text: words }), { rows: 2 })}`,
      )}
      <button
        class="wide"
        type="button"
        @click=${() => this.#save({ snippets: [...snippets, { id: newId('sn'), name: w('settings.newSnippet'), text: '' }] })}
      >
        ${w('settings.newSnippet')}
      </button>
    </fieldset>`;
  }

  #changeSnippet(id: string, changes: { name?: string; text?: string }): void {
    const { snippets } = this.#settings;
    this.#save({
      snippets: snippets.map((each) => (each.id === id ? { ...each, ...changes } : each)),
    });
  }

  /** For all kinds, or for one where it differs. */
  #rights(): TemplateResult {
    const { w } = this.#workspace;
    const { capabilities, kindCapabilities } = this.#settings;
    const kind = this.#rightsKind;
    const own = kindCapabilities[kind] ?? {};
    const kinds = KIND_PAGES.map((page) => [page.kind, w(`nav.${page.kind}`)] as const);
    const change = (flag: string, on: boolean): void =>
      kind === ''
        ? this.#save({ capabilities: { ...capabilities, [flag]: on } })
        : this.#save({ kindCapabilities: { ...kindCapabilities, [kind]: { ...own, [flag]: on } } });
    return html`<fieldset class="form-grid">
      <legend>${w('settings.rights')}</legend>
      ${choiceField(
        w('rights.for'),
        kind,
        [['', w('rights.allKinds')], ...kinds],
        (value) => {
          this.#rightsKind = value;
          void this.#workspace.store.setMeta(RIGHTS_KIND, value);
          this.#workspace.requestUpdate();
        },
        { wide: true, name: 'rightsKind' },
      )}
      ${rightsFields(this.#workspace.flag, rightsFor(this.#settings, kind), change)}
      ${
        Object.keys(own).length === 0
          ? nothing
          : html`<button
              class="link wide"
              type="button"
              @click=${() => this.#save({ kindCapabilities: { ...kindCapabilities, [kind]: {} } })}
            >
              ${w('rights.asAll')}
            </button>`
      }
      <p class="wide soft">${w('rights.note')}</p>
    </fieldset>`;
  }

  #tax(): TemplateResult {
    const { w, translator } = this.#workspace;
    return html`<fieldset>
      <legend>${w('settings.tax')}</legend>
      <p>${w('settings.taxText')}</p>
      <p class="soft">${translator.t('total.noTaxAdvice')}</p>
    </fieldset>`;
  }

  #storage(): TemplateResult {
    const { w } = this.#workspace;
    return html`<fieldset>
      <legend>${w('settings.storage')}</legend>
      <p>${w('settings.storageText')}</p>
      <p>
        ${
          this.#persisted === null
            ? nothing
            : w(this.#persisted ? 'settings.persisted' : 'settings.notPersisted')
        }
        ${this.#usage === '' ? nothing : w('settings.usage', { size: this.#usage })}
      </p>
      <div class="row-actions">
        ${this.#persisted === false ? html`<button type="button" @click=${() => void this.#askPersistence()}>${w('settings.askPersistence')}</button>` : nothing}
        <button type="button" @click=${() => void this.#backup()}>${w('settings.backup')}</button>
        <button type="button" @click=${() => void this.#restore()}>${w('settings.restore')}</button>
      </div>
    </fieldset>`;
  }

  async #readStorage(): Promise<void> {
    this.#persisted = (await navigator.storage?.persisted?.().catch(() => false)) ?? null;
    const estimate = await navigator.storage?.estimate?.().catch(() => null);
    if (estimate?.usage !== undefined) {
      const megabytes = Math.max(0.1, estimate.usage / 1e6);
      this.#usage = new Intl.NumberFormat(this.#workspace.locale, {
        ...{ style: 'unit', unit: 'megabyte', maximumFractionDigits: 1 },
      }).format(megabytes);
    }
    this.#workspace.requestUpdate();
  }

  async #askPersistence(): Promise<void> {
    await navigator.storage?.persist?.().catch(() => false);
    await this.#readStorage();
  }

  async #backup(): Promise<void> {
    const text = await this.#workspace.store.backup();
    download(`crossfoot-${this.#workspace.today}.json`, text, 'application/json');
    this.#workspace.announce(this.#workspace.w('settings.backedUp'));
  }

  /** Says what is in a backup before anything is replaced; a damaged one replaces nothing. */
  async #restore(): Promise<void> {
    const { w, overlays, translator, store } = this.#workspace;
    const file = await pickFile('.json,application/json');
    if (!file) return;
    const backup = store.readBackup(await file.text());
    if ('problem' in backup) {
      const { problem, store: named, entry } = backup;
      const place = [named === '' ? '' : w(STORE_WORDS[named]), entry].filter(
        (each) => each !== '',
      );
      this.#workspace.announce(
        problem === 'damaged'
          ? w('settings.badBackup', { place: place.join(' · ') })
          : w('settings.noBackup'),
      );
      return;
    }
    const [coming, here] = await Promise.all([this.#comingNumbers(), store.everything()]);
    overlays.openDialog({
      title: w('settings.restore').replace('…', ''),
      size: 'medium',
      body: () => this.#backupText(backup, here, file.lastModified, coming),
      footer: () =>
        html`<button type="button" @click=${() => overlays.close()}>
            ${translator.t('action.cancel')}
          </button>
          <button
            class="primary"
            type="button"
            data-confirm
            @click=${() => {
              overlays.close();
              void this.#replaceBy(backup);
            }}
          >
            ${w('settings.replaceAll')}
          </button>`,
    });
  }

  #backupText(
    { stores, saved }: Backup,
    here: Backup['stores'],
    modified: number,
    coming: string,
  ): TemplateResult {
    const { w, locale } = this.#workspace;
    const format = new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeStyle: 'short' });
    const time = Date.parse(saved);
    const count = new Intl.NumberFormat(locale);
    const day = (of: Backup['stores']): string => {
      const newest = Date.parse(lastChange(of.rows));
      return Number.isNaN(newest) ? '–' : format.format(newest);
    };
    const numbers = (of: Backup['stores']): string => highestNumbers(of.rows).join(', ') || '–';
    const facts: readonly [WorkspaceMessageKey, (of: Backup['stores']) => string][] = [
      ['settings.backupDocuments', (of) => count.format(of.documents.length)],
      ['settings.backupContacts', (of) => count.format(of.contacts.length + of.companies.length)],
      ['settings.backupProducts', (of) => count.format(of.products.length)],
      ['settings.backupNumbers', numbers],
      ['settings.lastChange', day],
    ];
    return html`<p>
        ${w('settings.backupFrom', { date: format.format(Number.isNaN(time) ? modified : time) })}
      </p>
      <table class="backup-facts">
        <caption class="visually-hidden">
          ${w('settings.replaced')}
        </caption>
        <thead>
          <tr>
            <td></td>
            <th scope="col">${w('settings.hereNow')}</th>
            <th scope="col">${w('settings.inBackup')}</th>
          </tr>
        </thead>
        <tbody>
          ${facts.map(
            ([label, of]) =>
              html`<tr>
                <th scope="row">${w(label)}</th>
                <td><bdi>${of(here)}</bdi></td>
                <td><bdi>${of(stores)}</bdi></td>
              </tr>`,
          )}
        </tbody>
      </table>
      <p>${w('settings.restoreText')}</p>
      <p class="soft">${w('settings.numbersStay', { numbers: coming })}</p>`;
  }

  async #comingNumbers(): Promise<string> {
    const { store } = this.#workspace;
    return (await Promise.all(NUMBERED_KINDS.map((kind) => store.comingNumber(kind)))).join(', ');
  }

  async #replaceBy(backup: Backup): Promise<void> {
    const { w, store } = this.#workspace;
    try {
      await store.restore(backup);
    } catch (error) {
      const reason = failureWords(error, this.#workspace.translator);
      this.#workspace.announce(w('doc.notSaved', { reason }));
      return;
    }
    this.#workspace.announce(w('settings.restored'));
    await this.#speak();
  }
}
