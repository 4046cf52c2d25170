/** The list of one kind of document, with tabs, bulk actions, a side panel and the way to a new one. */
import { html, nothing, type TemplateResult } from 'lit';
import type { JsonObject } from '../../../../schema/contract.ts';
import { isRefusal } from '../../engine/refusal.ts';
import { records, text } from '../../preview/paper-source.ts';
import { field } from '../../ui/field.ts';
import type { MenuItem } from '../../ui/menu.ts';
import type { DocumentSession } from '../../engine/client.ts';
import { importDocuments } from '../dialogs/import-documents.ts';
import { formDialog } from '../dialogs/record-dialog.ts';
import { headLabel } from '../head-label.ts';
import type { WorkspaceMessageKey } from '../words.ts';
import { kindPage, type Kind } from '../kinds.ts';
import { Listing, type Property } from '../list/listing.ts';
import { newDocument } from '../new-document.ts';
import { takenRules } from '../rules-taken.ts';
import { lifecycleOf } from '../store/document-row.ts';
import type { DocumentRecord, DocumentRow, LibraryTaxRate } from '../store/records.ts';
import { asWritten, callVerbatim, textOf } from '../store/verbatim.ts';
import type { Page, Workspace } from '../workspace-context.ts';

const STATUSES: Readonly<Record<Kind, readonly string[]>> = {
  invoice: ['draft', 'open', 'partlyPaid', 'paid', 'overdue', 'voided'],
  quote: ['draft', 'published', 'accepted', 'expired', 'archived'],
  deal: ['open', 'won', 'lost'],
  creditMemo: ['draft', 'open', 'partlyApplied', 'applied', 'voided'],
  paymentLink: ['draft', 'active', 'inactive'],
  subscription: ['draft', 'active', 'scheduled', 'unpaid', 'expired', 'canceled'],
};

/** Tabs over the list: a status, or all. */
const TABS: Readonly<Record<Kind, readonly string[]>> = {
  invoice: ['', 'draft', 'open', 'overdue', 'paid'],
  quote: ['', 'draft', 'published', 'accepted'],
  deal: ['', 'open', 'won', 'lost'],
  creditMemo: ['', 'draft', 'open', 'applied'],
  paymentLink: ['', 'active', 'inactive'],
  subscription: ['', 'active', 'unpaid', 'scheduled', 'canceled'],
};

/** The status in words, in a colour that only repeats what the word says. */
export function statusChip(workspace: Workspace, status: string): TemplateResult {
  const word = workspace.w(`status.${status || 'draft'}` as WorkspaceMessageKey);
  return html`<span class="chip ${status || 'draft'}">${word}</span>`;
}

/** When a subscription that was cancelled ends: a running one looks like any other without it. */
export function endNote(workspace: Workspace, row: DocumentRow): TemplateResult | typeof nothing {
  const ends = row.endsOn !== '' && row.endsOn > workspace.today;
  return ends
    ? html`<span class="soft ends"
        >${workspace.w('index.ends', { date: workspace.day(row.endsOn) })}</span
      >`
    : nothing;
}

export class IndexPage implements Page {
  readonly #workspace: Workspace;
  readonly #kind: Kind;
  readonly #listing: Listing<DocumentRow>;
  #tab = '';
  #all: readonly DocumentRow[] = [];
  #ready = false;
  #peeked: DocumentRow | null = null;
  #peekedState: JsonObject | null = null;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(workspace: Workspace, kind: Kind) {
    this.#workspace = workspace;
    this.#kind = kind;
    this.#listing = new Listing<DocumentRow>(workspace, {
      id: kindPage(kind).path,
      label: workspace.w(`nav.${kind}`),
      properties: this.#properties(),
      sort: { property: 'updatedAt', down: true },
      open: ({ id }) => workspace.navigate(`/document/${encodeURIComponent(id)}`),
      href: ({ id }) => `#/document/${encodeURIComponent(id)}`,
      peek: (row) => void this.#peek(row),
      exportJson: (rows) => this.#statesOf(rows),
      bulk: (rows) => this.#bulk(rows),
      empty: () => this.#empty(),
    });
    this.#workspace.watch(this, this.#load());
  }

  news(): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.#workspace.watch(this, this.#load()), 150);
  }

  render(): TemplateResult {
    const { w } = this.#workspace;
    return html`<div class="page-head">
        <h1>${w(`nav.${this.#kind}`)}</h1>
        <button type="button" @click=${() => void importDocuments(this.#workspace, this.#kind)}>
          ${w('index.import')}
        </button>
        <button class="primary" type="button" @click=${() => void this.#create()}>
          ${w(`new.${this.#kind}`)}
        </button>
      </div>
      ${this.#tabs()}
      <div class="index ${this.#peeked ? 'with-peek' : ''}">
        ${this.#ready ? this.#listing.render() : nothing} ${this.#peekPanel()}
      </div>`;
  }

  #properties(): Property<DocumentRow>[] {
    const { w, translator } = this.#workspace;
    const kind = this.#kind;
    const money = (amount: string, row: DocumentRow): string =>
      this.#workspace.money(amount, row.currency);
    const property = (
      id: WorkspaceMessageKey extends `property.${infer Name}` ? Name : string,
      type: Property<DocumentRow>['type'],
      value: (row: DocumentRow) => string,
      more: Partial<Property<DocumentRow>> = {},
    ): Property<DocumentRow> => ({
      id,
      label: w(`property.${id}` as WorkspaceMessageKey),
      type,
      value,
      ...more,
    });
    const numbered = kindPage(kind).prefix !== '';
    const all: (Property<DocumentRow> | false)[] = [
      property('name', 'text', (row) => row.number || row.title || row.customer || '', {
        show: (row) => row.number || row.title || row.customer || w('index.untitled'),
      }),
      property('status', 'choice', (row) => row.shown, {
        choices: STATUSES[kind].map((status) => [
          status,
          w(`status.${status}` as WorkspaceMessageKey),
        ]),
        show: (row) =>
          html`${statusChip(this.#workspace, row.shown)} ${endNote(this.#workspace, row)}`,
        narrow: 'column',
      }),
      // Without a number and a title the first column names the customer itself.
      property('customer', 'text', (row) => row.customer, { narrow: { under: 'name' } }),
      property('date', 'date', (row) => row.date, { show: (row) => this.#workspace.day(row.date) }),
      kind !== 'deal' &&
        kind !== 'creditMemo' && {
          ...property('dueDate', 'date', (row) => row.dueDate, {
            show: (row) => this.#workspace.day(row.dueDate),
            narrow: { under: 'total' },
          }),
          label:
            kind === 'subscription'
              ? w('property.nextPayment')
              : kind === 'quote' || kind === 'paymentLink'
                ? w('property.validUntil')
                : w('property.dueDate'),
        },
      property('total', 'money', (row) => row.total, {
        narrow: 'column',
        // Of a subscription it is the next payment; where none comes, there is none to show.
        show: (row) =>
          row.total !== ''
            ? money(row.total, row)
            : kind === 'subscription'
              ? '–'
              : translator.t('total.open'),
      }),
      (kind === 'invoice' || kind === 'creditMemo') &&
        // A draft asks for nothing yet, and gives nothing.
        property('due', 'money', (row) => (row.status === 'draft' ? '' : row.due), {
          label: kind === 'invoice' ? w('property.balance') : w('property.creditLeft'),
          show: (row) =>
            row.surplus === ''
              ? money(row.status === 'draft' ? '' : row.due, row)
              : html`${money(row.due, row)}
                  <span class="soft"
                    >${w('index.surplus', { amount: money(row.surplus, row) })}</span
                  >`,
        }),
      kind === 'invoice' &&
        property('surplus', 'money', (row) => row.surplus, {
          shown: false,
          show: (row) => (row.surplus === '' ? '' : money(row.surplus, row)),
        }),
      kind === 'creditMemo' &&
        property('corrects', 'text', (row) => row.corrects.map(({ number }) => number).join(', ')),
      kind === 'subscription' &&
        property('endsOn', 'date', (row) => row.endsOn, {
          shown: false,
          show: (row) => this.#workspace.day(row.endsOn),
        }),
      !(kind === 'invoice' || kind === 'creditMemo') &&
        property('mrr', 'money', (row) => row.mrr, {
          show: (row) => money(row.mrr, row),
          shown: kind === 'deal' || kind === 'subscription',
        }),
      property('owner', 'text', (row) => row.owner, { shown: false }),
      property('contact', 'text', (row) => row.contact, { shown: false }),
      property('email', 'text', (row) => row.email, { shown: false }),
      property('title', 'text', (row) => row.title, { shown: !numbered ? false : false }),
      property('poNumber', 'text', (row) => row.poNumber, { shown: false }),
      property('currency', 'text', (row) => row.currency, { shown: false }),
      property('lines', 'number', (row) => String(row.lines), { shown: false }),
      property('updatedAt', 'date', (row) => row.updatedAt.slice(0, 19), {
        shown: false,
        show: (row) => this.#workspace.day(row.updatedAt.slice(0, 10)),
      }),
    ];
    return all.filter((each) => each !== false);
  }

  async #load(): Promise<void> {
    const { store } = this.#workspace;
    const rows = await store.all<DocumentRow>('rows');
    const own = rows.filter(({ kind }) => kind === this.#kind);
    this.#all = await store.refreshForToday(own);
    this.#ready = true;
    if (this.#peeked) {
      const id = this.#peeked.id;
      this.#peeked = this.#all.find((row) => row.id === id) ?? null;
    }
    this.#filterTab();
  }

  #inTab(row: DocumentRow, tab: string): boolean {
    if (tab === '') return true;
    const status = row.shown;
    // What still asks for money, or still gives some.
    const isOpen = ['open', 'partlyPaid', 'overdue', 'partlyApplied'].includes(status);
    const isBilled = this.#kind === 'invoice' || this.#kind === 'creditMemo';
    return tab === 'open' && isBilled ? isOpen : status === tab;
  }

  #filterTab(): void {
    this.#listing.entries =
      this.#tab === '' ? this.#all : this.#all.filter((row) => this.#inTab(row, this.#tab));
  }

  #tabs(): TemplateResult {
    const { w } = this.#workspace;
    return html`<div class="tabs" role="group" aria-label=${w('property.status')}>
      ${TABS[this.#kind].map((tab) => {
        const count = this.#all.filter((row) => this.#inTab(row, tab)).length;
        const label = tab === '' ? w('index.all') : w(`status.${tab}` as WorkspaceMessageKey);
        return html`<button
          type="button"
          aria-pressed=${String(this.#tab === tab)}
          @click=${() => {
            this.#tab = tab;
            this.#filterTab();
          }}
        >
          ${label} <span class="soft">${count}</span>
        </button>`;
      })}
    </div>`;
  }

  #empty(): TemplateResult {
    const { w } = this.#workspace;
    if (this.#all.length > 0) return html`<p class="nothing">${w('list.none')}</p>`;
    return html`<div class="empty-state">
      <h2>${w(`empty.${this.#kind}`)}</h2>
      <p>${w(`emptyText.${this.#kind}`)}</p>
      ${
        this.#workspace.store.settings.issuer.name === ''
          ? html`<p>
              ${w('empty.companyFirst')}
              <a href="#/settings">${w('step.goToIssuer')}</a>
            </p>`
          : nothing
      }
      <button class="primary" type="button" @click=${() => void this.#create()}>
        ${w(`new.${this.#kind}`)}
      </button>
    </div>`;
  }

  async #create(): Promise<void> {
    const { store, today } = this.#workspace;
    const rates = await store.all<LibraryTaxRate>('taxRates');
    const policy = takenRules(this.#workspace, store.settings);
    const state = newDocument(this.#kind, { ...store.settings, policy }, rates, today);
    const row = await store.addDocument(state, true);
    if (isRefusal(row)) {
      this.#workspace.announce(this.#workspace.reason(row.error));
      return;
    }
    this.#workspace.navigate(`/document/${encodeURIComponent(row.id)}`);
  }

  #bulk(rows: readonly DocumentRow[]): readonly MenuItem[] {
    const { w } = this.#workspace;
    return [
      { label: w('bulk.setOwner'), run: () => void this.#askOwner(rows) },
      { label: w('bulk.copy'), run: () => void this.#copy(rows) },
      { label: w('bulk.deleteDrafts'), danger: true, run: () => void this.#askDelete(rows) },
    ];
  }

  /** Asks whose drafts they shall be: what is final stays as it was issued. */
  async #askOwner(rows: readonly DocumentRow[]): Promise<void> {
    const { w, store } = this.#workspace;
    const open = await this.#allowing(rows, (session) => this.#isEditable(session));
    let owner = store.settings.owner;
    formDialog(this.#workspace, {
      title: w('bulk.setOwner'),
      size: 'small',
      confirm: w('action.save'),
      blocked: () => open.length === 0,
      body: () =>
        html`<label class="field wide">
            <span>${w('property.owner')}</span>
            <input
              name="owner"
              @focus=${(event: Event) => (event.target as HTMLInputElement).select()}
              ${field({ shown: owner, take: (text) => (owner = text), during: 'key' })}
            />
          </label>
          ${
            open.length === rows.length
              ? nothing
              : html`<p class="wide">
                  ${w('bulk.ownerKept', { kept: rows.length - open.length })}
                </p>`
          }`,
      act: async () => {
        const label = headLabel('/owner');
        await this.#eachOpen(rows, open, {
          ...{ op: 'set', path: '/owner', value: owner.trim() || null },
          ...(label === null ? {} : { label }),
        });
        return null;
      },
    });
  }

  #isEditable(session: DocumentSession): boolean {
    return lifecycleOf(session, this.#workspace.today).editable;
  }

  /** Ids of those of which the core allows something. */
  async #allowing(
    rows: readonly DocumentRow[],
    may: (session: DocumentSession) => boolean,
  ): Promise<string[]> {
    const ids: string[] = [];
    for (const row of rows) {
      const open = await this.#workspace.store.openDocument(row.id);
      if (!open) continue;
      if (may(open.session)) ids.push(row.id);
      open.session.close();
    }
    return ids;
  }

  /** One command on many documents, of those that were chosen; those that refuse it are counted. */
  async #eachOpen(
    chosen: readonly DocumentRow[],
    ids: readonly string[],
    command: JsonObject,
  ): Promise<void> {
    const { store, w } = this.#workspace;
    let done = 0;
    for (const id of ids) {
      const open = await store.openDocument(id);
      if (!open) continue;
      if (!isRefusal(open.session.apply(command))) {
        await store.save(open);
        done += 1;
      }
      open.session.close();
    }
    this.#workspace.announce(w('bulk.done', { count: done, all: chosen.length }));
    this.#listing.clearSelection();
  }

  async #copy(rows: readonly DocumentRow[]): Promise<void> {
    const { store, client, w, today } = this.#workspace;
    const copies: string[] = [];
    for (const row of rows) {
      const found = await store.one<DocumentRecord>('documents', row.id);
      if (!found) continue;
      const reply = callVerbatim(client, 'convert', {
        state: asWritten(found.state),
        to: row.kind,
        id: `doc_${crypto.randomUUID()}`,
        date: today,
      });
      if (isRefusal(reply)) continue;
      copies.push(...reply.states.map(textOf));
    }
    const count = await store.addDocuments(copies);
    this.#workspace.announce(w('bulk.copied', { count }));
    this.#listing.clearSelection();
  }

  /** The documents themselves, with every digit of theirs: the import reads them back. */
  async #statesOf(rows: readonly DocumentRow[]): Promise<string> {
    const { store } = this.#workspace;
    const found = await Promise.all(
      rows.map(({ id }) => store.one<DocumentRecord>('documents', id)),
    );
    return `[\n${found.flatMap((each) => (each ? [each.state] : [])).join(',\n')}\n]\n`;
  }

  /** Asks the core which of them may be deleted; the others stay, and the dialog says so. */
  async #askDelete(rows: readonly DocumentRow[]): Promise<void> {
    const { w, overlays } = this.#workspace;
    const step = { op: 'lifecycle', step: 'delete', at: this.#workspace.today };
    const may = await this.#allowing(rows, (session) => !isRefusal(session.apply(step)));
    overlays.openDialog({
      title: w('bulk.deleteDrafts'),
      size: 'small',
      body: () =>
        html`<p>${w('bulk.deleteText', { count: may.length, kept: rows.length - may.length })}</p>`,
      footer: () =>
        html`<button type="button" @click=${() => overlays.close()}>
            ${this.#workspace.translator.t('action.cancel')}
          </button>
          <button
            class="primary"
            type="button"
            ?disabled=${may.length === 0}
            @click=${() => {
              overlays.close();
              void this.#remove(rows, may);
            }}
          >
            ${w('action.delete')}
          </button>`,
    });
  }

  async #remove(rows: readonly DocumentRow[], ids: readonly string[]): Promise<void> {
    const first = rows.find(({ id }) => id === ids[0]);
    const name = first?.number || first?.title || first?.customer;
    await this.#workspace.store.removeDocuments(ids);
    this.#listing.clearSelection();
    const { w } = this.#workspace;
    const values = { count: ids.length, name: name || w('index.untitled') };
    this.#workspace.announce(w('list.deleted', values));
  }

  async #peek(row: DocumentRow): Promise<void> {
    this.#listing.peeked = row.id;
    this.#peeked = row;
    const found = await this.#workspace.store.one<DocumentRecord>('documents', row.id);
    this.#peekedState = found ? (JSON.parse(found.state) as JsonObject) : null;
    this.#workspace.requestUpdate();
  }

  #closePeek(): void {
    this.#peeked = null;
    this.#listing.peeked = '';
    this.#workspace.requestUpdate();
  }

  #peekPanel(): TemplateResult | typeof nothing {
    const row = this.#peeked;
    if (!row) return nothing;
    const { w } = this.#workspace;
    const state = this.#peekedState ?? {};
    const fact = (label: string, value: string): TemplateResult | typeof nothing =>
      value === ''
        ? nothing
        : html`<div>
            <dt>${label}</dt>
            <dd><bdi>${value}</bdi></dd>
          </div>`;
    const money = (amount: string): string => this.#workspace.money(amount, row.currency);
    return html`<aside class="peek" aria-label=${w('index.details')}>
      <header>
        <h2><bdi>${row.number || row.title || row.customer || w('index.untitled')}</bdi></h2>
        <button
          class="icon"
          type="button"
          aria-label=${this.#workspace.translator.t('action.close')}
          @click=${() => this.#closePeek()}
        >
          ×
        </button>
      </header>
      ${statusChip(this.#workspace, row.shown)} ${endNote(this.#workspace, row)}
      <dl class="peek-facts">
        ${fact(w('property.customer'), row.customer)} ${fact(w('property.contact'), row.contact)}
        ${fact(w('property.owner'), row.owner)} ${fact(w('property.total'), money(row.total))}
        ${fact(w('property.date'), this.#workspace.day(row.date))}
        ${fact(w('property.poNumber'), row.poNumber)}
      </dl>
      ${this.#peekList(
        w('doc.payments'),
        records(state, 'payments').map(
          (payment) =>
            `${this.#workspace.day(text(payment, 'date'))} · ${money(text(payment, 'amount'))}`,
        ),
      )}
      ${this.#peekList(
        w('doc.events'),
        records(state, 'events')
          .slice(-8)
          .reverse()
          .map(
            (event) =>
              `${this.#workspace.day(text(event, 'at').slice(0, 10))} · ${w(
                `event.${text(event, 'type')}` as WorkspaceMessageKey,
              )}`,
          ),
      )}
      <button
        class="primary"
        type="button"
        @click=${() => this.#workspace.navigate(`/document/${encodeURIComponent(row.id)}`)}
      >
        ${w('action.open')}
      </button>
    </aside>`;
  }

  #peekList(title: string, entries: readonly string[]): TemplateResult | typeof nothing {
    if (entries.length === 0) return nothing;
    return html`<h3>${title}</h3>
      <ul>
        ${entries.map((entry) => html`<li><bdi>${entry}</bdi></li>`)}
      </ul>`;
  }
}
