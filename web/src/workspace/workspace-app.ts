/**
 * `<crossfoot-workspace>`: documents, library, contacts, settings and reports of one person or
 * company, kept in this browser. It asks the core for every amount and every allowed step.
 */
import { undoKeyOf } from './undo-keys.ts';
import { isRefusal } from '../engine/refusal.ts';
import { html, nothing, type TemplateResult } from 'lit';
import { formatDate } from '../date/dates.ts';
import { failureWords } from '../i18n/failure-words.ts';
import { loadRefusalWords, RefusalWords, type Said } from '../sentences/refusals.ts';
import { tolerateAssignment } from '../host/assignable.ts';
import { EngineClient } from '../engine/client.ts';
import { loadFailure } from '../sentences/load-failure.ts';
import { english, LANGUAGES, loadLanguage, type Translator } from '../i18n/translator.ts';
import { formatDecimal, formatMoney } from '../number/format.ts';
import { usableLocale } from '../number/symbols.ts';
import { controls } from '../styles/controls.ts';
import { policyStyle } from '../policy/policy-style.ts';
import { tokens } from '../styles/tokens.ts';
import { takeTyped } from '../ui/field.ts';
import { Overlays } from '../ui/overlays.ts';
import { SteadyElement } from '../ui/steady-element.ts';
import { KIND_PAGES } from './kinds.ts';
import { DirectoryPage } from './pages/directory-page.ts';
import { DocumentPage } from './pages/document-page.ts';
import { IndexPage } from './pages/index-page.ts';
import { LibraryPage } from './pages/library-page.ts';
import { ReportsPage } from './pages/reports-page.ts';
import { SettingsPage } from './pages/settings-page.ts';
import { addSampleCatalogue } from './sample-catalogue.ts';
import { localDay } from './store/today.ts';
import { domainEvents, tellNewEvents, type DomainEvent } from './store/domain-events.ts';
import { WorkspaceStore } from './store/workspace-store.ts';
import {
  loadWorkspaceWords,
  workspaceEnglish,
  type WorkspaceMessageKey,
  type WorkspaceWords,
} from './words.ts';
import type { Page, Workspace } from './workspace-context.ts';
import { workspaceStyle } from './workspace-style.ts';

/** How long a message stays for those who see it: also without the animation that fades it. */
const ANNOUNCED_MS = 6000;
/** How long something deleted can be taken back by the button beside its message. */
const UNDO_MS = 20_000;

/** What an address names; an address that is not well formed names what it says. */
function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

/** The address within the pages that the browser stands at. */
const addressed = (): string => location.hash.replace(/^#\/?/, '');

interface Place {
  readonly path: string;
  readonly label: () => string;
  /** `part` is what the address names behind the place. */
  readonly make: (part: string) => Page;
}

export class CrossfootWorkspace extends SteadyElement implements Workspace {
  static override styles = [tokens, controls, policyStyle, ...workspaceStyle];
  static override properties = { theme: { type: String, reflect: true } };

  static {
    tolerateAssignment(this);
  }
  declare theme: string;

  readonly overlays = new Overlays(this, (key) => this.translator.t(key));
  translator: Translator = english;
  #words: WorkspaceWords = workspaceEnglish;
  #refusals = new RefusalWords();
  #client: EngineClient | null = null;
  #store: WorkspaceStore | null = null;
  #page: Page | null = null;
  #address = '';
  readonly #minorUnits = new Map<string, number>();
  #failure = '';
  #status = '';
  #statusTimer: ReturnType<typeof setTimeout> | undefined;
  #undo: (() => Promise<void> | void) | null = null;
  #navOpen = false;

  constructor() {
    super();
    this.theme = '';
    this.overlays.focusElsewhere = () =>
      this.renderRoot.querySelector<HTMLElement>('main')?.focus();
  }

  get client(): EngineClient {
    if (!this.#client) throw new Error('the engine has not started yet');
    return this.#client;
  }

  get store(): WorkspaceStore {
    if (!this.#store) throw new Error('the database is not open yet');
    return this.#store;
  }

  get locale(): string {
    return usableLocale(this.store.settings.locale);
  }

  get today(): string {
    return localDay();
  }

  readonly w = (
    key: WorkspaceMessageKey,
    parameters: Readonly<Record<string, string | number>> = {},
  ): string => this.#words.t(key, parameters);

  readonly flag = (name: string): string => this.#refusals.flag(name);

  readonly reason = (said: Said, currency = ''): string => {
    const formats = {
      status: (name: string) => this.w(`status.${name}` as WorkspaceMessageKey),
      kind: (name: string) => this.translator.lookup(`kind.${name}`, ''),
      day: (date: string) => this.day(date),
      amount: (decimal: string) =>
        currency === '' ? formatDecimal(decimal, this.locale) : this.money(decimal, currency),
    };
    return this.#refusals.all(said, formats).join(' ');
  };

  readonly money = (amount: string | null | undefined, currency: string): string =>
    amount === null || amount === undefined || amount === ''
      ? '–'
      : formatMoney(amount, this.locale, currency, this.#decimalsOf(currency));

  /** How many decimals a currency has, which the core knows: `500` is printed as $500.00. */
  #decimalsOf(currency: string): number {
    if (this.#minorUnits.size === 0) {
      const reply = this.client.call('currencies', {});
      for (const { code, minorUnits } of isRefusal(reply) ? [] : reply.currencies) {
        this.#minorUnits.set(code, minorUnits);
      }
    }
    return this.#minorUnits.get(currency) ?? 0;
  }

  readonly day = (date: string): string => (date === '' ? '' : formatDate(date, this.locale));

  readonly announce = (text: string, undo: (() => Promise<void> | void) | null = null): void => {
    this.#status = '';
    this.#undo = undo;
    this.requestUpdate();
    void this.updateComplete.then(() => {
      this.#status = text;
      this.requestUpdate();
      void this.updateComplete.then(() => this.#showAgain());
      clearTimeout(this.#statusTimer);
      this.#statusTimer = setTimeout(
        () => {
          this.#status = '';
          this.requestUpdate();
        },
        undo ? UNDO_MS : ANNOUNCED_MS,
      );
    });
  };

  /** A message that follows another would fade with that one's time. */
  #showAgain(): void {
    const shown = this.renderRoot.querySelector('.announcement');
    for (const fading of shown?.getAnimations() ?? []) {
      fading.currentTime = 0;
      fading.play();
    }
  }

  async #takeBack(): Promise<void> {
    const undo = this.#undo;
    this.#undo = null;
    await undo?.();
    this.announce(this.w('undo.done'));
    this.renderRoot.querySelector<HTMLElement>('main')?.focus();
  }

  readonly drawn = (): Promise<unknown> => this.updateComplete;

  readonly navigate = (address: string): void => {
    location.hash = address;
  };

  readonly emit = (name: string, detail: object): boolean =>
    this.dispatchEvent(
      new CustomEvent(name, { detail, bubbles: true, composed: true, cancelable: true }),
    );

  readonly watch = (page: Page, work: Promise<unknown>): void => {
    work.catch((error: unknown) => {
      reportError(error);
      if (page !== this.#page) return;
      this.#page = { render: () => this.#failedPage(error) };
      this.requestUpdate();
    });
  };

  /** What the calendar brings between two days, both included: for a host that asks by itself. */
  eventsBetween(from: string, to: string): Promise<DomainEvent[]> {
    return domainEvents(this.store, this.client, from, to);
  }

  /** True once the first page can be used. */
  get isReady(): boolean {
    return this.#page !== null;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    window.addEventListener('hashchange', this.#moved);
    document.addEventListener('visibilitychange', this.#tellEvents);
    window.addEventListener('keydown', this.#undoKey);
    void this.#start();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    window.removeEventListener('hashchange', this.#moved);
    document.removeEventListener('visibilitychange', this.#tellEvents);
    window.removeEventListener('keydown', this.#undoKey);
  }

  readonly #undoKey = (event: KeyboardEvent): void => {
    const key = undoKeyOf(event);
    if (key === null || this.overlays.isOpen) return;
    if (this.#page?.takeBack?.(key === 'redo') === true) event.preventDefault();
  };

  protected override render(): TemplateResult {
    if (this.#failure !== '') {
      return html`<main>
        <p role="alert">${this.#failure}</p>
      </main>`;
    }
    if (!this.#page) {
      return html`<main><p role="status">${this.translator.t('editor.loading')}</p></main>`;
    }
    const { language, direction } = this.translator;
    return html`<div class="app" lang=${language} dir=${direction}>
      ${this.#navigation()}
      <main id="main" tabindex="-1">${this.#drawnPage(this.#page)}</main>
      <div
        class="announcement ${this.#undo === null ? '' : 'undoable'}"
        ?data-empty=${this.#status === ''}
      >
        <span role="status">${this.#status}</span>
        ${
          this.#undo === null || this.#status === ''
            ? nothing
            : html`<button type="button" @click=${() => void this.#takeBack()}>
                ${this.translator.t('action.undo')}
              </button>`
        }
      </div>
      ${this.overlays.render()}
    </div>`;
  }

  protected override updated(): void {
    if (!this.#page) return;
    const place = this.#places().find(({ path }) => path === this.#address);
    document.title = this.#page.title ?? `${place?.label() ?? ''} – Crossfoot`;
  }

  async #start(): Promise<void> {
    try {
      this.#client = await EngineClient.load();
    } catch (error) {
      this.#failure = loadFailure(error, this.translator);
      this.requestUpdate();
      return;
    }
    try {
      this.#store = await WorkspaceStore.open(this.#client);
    } catch (error) {
      const reason = failureWords(error, this.translator);
      this.#failure = this.w('app.failed', { reason });
      this.requestUpdate();
      return;
    }
    // The page works without it, and says what it cannot read.
    await addSampleCatalogue(this.#store).catch(reportError);
    await this.speak();
    this.#store.subscribe(({ id, other, store }) => {
      if (store === 'meta' && other) void this.speak();
      this.#page?.news?.(other, id);
    });
    void navigator.storage?.persist?.().catch(() => false);
    this.#moved();
  }

  /** Takes language and theme over from the settings. */
  async speak(): Promise<void> {
    const { language, theme } = this.store.settings;
    this.theme = theme;
    document.documentElement.dataset['theme'] = theme;
    try {
      // All at once: what is drawn between would be in two languages.
      const words = await Promise.all([
        loadLanguage(language),
        loadWorkspaceWords(language),
        loadRefusalWords(language),
      ]);
      // Another language was chosen while this one was coming.
      if (language !== this.store.settings.language) return;
      [this.translator, this.#words, this.#refusals] = words;
    } catch {
      // A language file that cannot be fetched leaves the words as they are.
    }
    document.documentElement.lang = this.translator.language;
    document.documentElement.dir = this.translator.direction;
    this.requestUpdate();
  }

  #places(): Place[] {
    return [
      ...KIND_PAGES.map(({ kind, path }) => ({
        path,
        label: () => this.w(`nav.${kind}`),
        make: () => new IndexPage(this, kind),
      })),
      {
        path: 'library',
        label: () => this.w('nav.library'),
        make: (part) => new LibraryPage(this, part),
      },
      {
        path: 'directory',
        label: () => this.w('nav.directory'),
        make: () => new DirectoryPage(this),
      },
      { path: 'reports', label: () => this.w('nav.reports'), make: () => new ReportsPage(this) },
      {
        path: 'settings',
        label: () => this.w('nav.settings'),
        make: () => new SettingsPage(this, () => this.speak()),
      },
    ];
  }

  /** A page that cannot be drawn says so, and the way to the others stays. */
  #drawnPage(page: Page): unknown {
    try {
      return page.render();
    } catch (error) {
      reportError(error);
      return this.#failedPage(error);
    }
  }

  #failedPage(error: unknown): TemplateResult {
    return html`<div class="empty-state" role="alert">
      <h1>${this.translator.t('failure.shown')}</h1>
      <p>${failureWords(error, this.translator)}</p>
      <p class="row-actions">
        ${KIND_PAGES.map(({ kind, path }) => html`<a href="#/${path}">${this.w(`nav.${kind}`)}</a>`)}
      </p>
    </div>`;
  }

  #noPage(): TemplateResult {
    return html`<div class="empty-state"><h1>${this.w('app.noPage')}</h1></div>`;
  }

  #navigation(): TemplateResult {
    const current = this.#address.split('/')[0] ?? '';
    return html`<header class="side ${this.#navOpen ? 'open' : ''}">
      <button
        class="skip"
        type="button"
        @click=${() => this.renderRoot.querySelector<HTMLElement>('main')?.focus()}
      >
        ${this.w('app.skip')}
      </button>
      <div class="brand">
        <strong>Crossfoot</strong>
        <button
          type="button"
          class="nav-toggle"
          aria-expanded=${String(this.#navOpen)}
          aria-controls="nav"
          @click=${() => {
            this.#navOpen = !this.#navOpen;
            this.requestUpdate();
          }}
        >
          ${this.w('app.menu')}
        </button>
      </div>
      <nav id="nav" aria-label=${this.w('app.menu')}>
        ${this.#places().map(
          ({ path, label }, index) =>
            html`${index === KIND_PAGES.length ? html`<hr />` : nothing}<a
                href="#/${path}"
                aria-current=${path === current ? 'page' : nothing}
                >${label()}</a
              >`,
        )}
      </nav>
    </header>`;
  }

  /** At the start, and when a page left open comes into view on another day. */
  readonly #tellEvents = (): void => {
    if (!this.#store || document.visibilityState !== 'visible') return;
    const tell = (event: DomainEvent): void => void this.emit('crossfoot-event', event);
    void tellNewEvents(this.store, this.client, this.today, tell);
  };

  readonly #moved = (): void => {
    takeTyped();
    void this.#go(addressed());
  };

  async #go(address: string): Promise<void> {
    if (!this.#store) return;
    const leaving = this.#page;
    // What a page could not finish does not hold anybody on it.
    await Promise.resolve(leaving?.leave?.()).catch(reportError);
    // Who went on while the page was being left is shown where they went.
    if (address !== addressed()) return;
    this.overlays.close();
    this.#navOpen = false;
    const [first = '', id = ''] = address.split('/');
    const place = this.#places().find(({ path }) => path === first);
    if (first === 'document' && id !== '') {
      this.#page = new DocumentPage(this, decoded(id));
      this.#address = '';
    } else if (first !== '' && !place) {
      this.#page = { render: () => this.#noPage() };
      this.#address = '';
    } else {
      this.#page = (place ?? (this.#places()[0] as Place)).make(id);
      this.#address = place?.path ?? 'invoices';
    }
    this.requestUpdate();
    await this.updateComplete;
    if (leaving) this.renderRoot.querySelector<HTMLElement>('main')?.focus();
    else {
      this.emit('crossfoot-ready', {});
      this.#tellEvents();
    }
  }
}

export { LANGUAGES };
