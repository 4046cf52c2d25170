/**
 * A list of thousands: search, filters, sort, columns, saved views, selection, export. Only the
 * rows in view are in the page. It shows what it is given and computes nothing.
 */
import { html, nothing, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import { repeat } from 'lit/directives/repeat.js';
import { field } from '../../ui/field.ts';
import type { MenuItem } from '../../ui/menu.ts';
import { formDialog } from '../dialogs/record-dialog.ts';
import type { Workspace } from '../workspace-context.ts';
import { download, toCsv, toJsonText } from './export-rows.ts';
import { filterBar } from './filter-bar.ts';
import { readEntries, type Property, type Sort } from './entries.ts';
import { NO_FILTER, type Filter } from './filters.ts';

export interface SavedView {
  readonly name: string;
  readonly search: string;
  readonly filter: Filter;
  readonly sort: Sort;
  readonly columns: readonly string[];
}

export interface ListingOptions<Entry> {
  /** Name under which views and columns are kept. */
  readonly id: string;
  readonly label: string;
  readonly properties: readonly Property<Entry>[];
  readonly sort: Sort;
  readonly open: (entry: Entry) => void;
  readonly href?: (entry: Entry) => string;
  /** Shows an entry beside the list. */
  readonly peek?: (entry: Entry) => void;
  /** A last column of exports that holds all of an entry, from which an import makes it again. */
  readonly whole?: { readonly label: string; readonly value: (entry: Entry) => string };
  /** The entries themselves as JSON, where they are more than what the list shows of them. */
  readonly exportJson?: (entries: readonly Entry[]) => Promise<string>;
  readonly bulk?: (entries: readonly Entry[]) => readonly MenuItem[];
  readonly empty: () => TemplateResult;
}

export type { Property } from './entries.ts';

const ROW_HEIGHT = 44;
const SPARE_ROWS = 8;

/** The column that names an entry: what stands under it needs room, and goes there first. */
const FIRST = 'name';

function cellClass<Entry>({ id, type, narrow }: Property<Entry>, at: number): string {
  const isAmount = type === 'money' || type === 'number' || id === 'prices';
  // Half an amount would be another one.
  const number = isAmount ? 'number whole' : '';
  if (at === 0 || narrow === 'column') return number;
  return `${number} ${typeof narrow === 'object' && narrow.under === FIRST ? 'long' : 'minor'}`;
}

export class Listing<Entry extends { readonly id: string }> {
  readonly #workspace: Workspace;
  readonly options: ListingOptions<Entry>;
  #entries: readonly Entry[] = [];
  #shownCache: readonly Entry[] | null = null;
  #search = '';
  #filter: Filter = NO_FILTER;
  #filterOpen = false;
  #sort: Sort;
  #columns: readonly string[];
  #views: readonly SavedView[] = [];
  #view = '';
  #selected = new Set<string>();
  #first = 0;
  #visible = 30;
  peeked = '';

  constructor(workspace: Workspace, options: ListingOptions<Entry>) {
    this.#workspace = workspace;
    this.options = options;
    this.#sort = options.sort;
    this.#columns = this.#defaultColumns();
    void this.#readKept();
  }

  set entries(entries: readonly Entry[]) {
    this.#entries = entries;
    const known = new Set(entries.map(({ id }) => id));
    for (const id of this.#selected) if (!known.has(id)) this.#selected.delete(id);
    this.#changed();
  }

  get entries(): readonly Entry[] {
    return this.#entries;
  }

  get selected(): readonly Entry[] {
    return this.#entries.filter(({ id }) => this.#selected.has(id));
  }

  clearSelection(): void {
    this.#selected.clear();
    this.#workspace.requestUpdate();
  }

  /** What passes search and filters, in order. */
  get shown(): readonly Entry[] {
    this.#shownCache ??= this.#read();
    return this.#shownCache;
  }

  /** Replaces the filter: a tab, a saved view. */
  setFilter(filter: Filter): void {
    this.#filter = filter;
    this.#changed();
  }

  render(tools: TemplateResult | typeof nothing = nothing): TemplateResult {
    return html`<div class="list">
      ${this.#toolbar(tools)}
      ${
        this.#filterOpen
          ? filterBar(this.#workspace, this.options.properties, this.#filter, (filter) =>
              this.setFilter(filter),
            )
          : nothing
      }
      ${this.#bulkBar()} ${this.#entries.length === 0 ? this.options.empty() : this.#table()}
    </div>`;
  }

  #read(): readonly Entry[] {
    return readEntries(this.#entries, this.options.properties, {
      search: this.#search,
      filter: this.#filter,
      sort: this.#sort,
      language: this.#workspace.translator.language,
      locale: this.#workspace.locale,
    });
  }

  #changed(): void {
    this.#shownCache = null;
    this.#workspace.requestUpdate();
  }

  #defaultColumns(): readonly string[] {
    return this.options.properties.filter(({ shown }) => shown !== false).map(({ id }) => id);
  }

  get #properties(): readonly Property<Entry>[] {
    return this.#columns.flatMap((id) => this.options.properties.filter((each) => each.id === id));
  }

  async #readKept(): Promise<void> {
    const kept = await this.#workspace.store.meta<{
      columns: readonly string[];
      views: readonly SavedView[];
    }>(`list:${this.options.id}`);
    if (!kept) return;
    if (kept.columns.length > 0) this.#columns = kept.columns;
    this.#views = kept.views;
    this.#changed();
  }

  #keep(): void {
    const value = { columns: this.#columns, views: this.#views };
    void this.#workspace.store.setMeta(`list:${this.options.id}`, value);
  }

  #find(text: string): void {
    this.#search = text;
    this.#changed();
  }

  #toolbar(tools: TemplateResult | typeof nothing): TemplateResult {
    const { w } = this.#workspace;
    const count = this.#filter.conditions.length;
    return html`<div class="list-tools">
      <input
        type="search"
        class="search"
        placeholder=${w('list.search')}
        aria-label=${w('list.searchIn', { list: this.options.label })}
        ${field({ shown: this.#search, take: (text) => this.#find(text), during: 'key' })}
      />
      <button
        type="button"
        aria-expanded=${String(this.#filterOpen)}
        @click=${() => {
          this.#filterOpen = !this.#filterOpen;
          this.#workspace.requestUpdate();
        }}
      >
        ${count === 0 ? w('list.filter') : w('list.filterCount', { count })}
      </button>
      <button
        type="button"
        aria-haspopup="menu"
        @click=${(event: Event) =>
          this.#workspace.overlays.openMenu(
            event.currentTarget as HTMLElement,
            w('list.views'),
            this.#viewItems(),
          )}
      >
        ${this.#view === '' ? w('list.views') : this.#view}
      </button>
      <button
        type="button"
        aria-haspopup="menu"
        @click=${(event: Event) =>
          this.#workspace.overlays.openMenu(
            event.currentTarget as HTMLElement,
            w('list.more'),
            this.#moreItems(),
          )}
      >
        ${w('list.more')}
      </button>
      <span class="spring"></span>
      <span class="count" role="status">${w('list.count', { count: this.shown.length })}</span>
      ${tools}
    </div>`;
  }

  #viewItems(): MenuItem[] {
    const { w } = this.#workspace;
    return [
      { label: w('list.allRows'), run: () => this.#useView(null), checked: this.#view === '' },
      ...this.#views.map((view) => ({
        label: view.name,
        run: () => this.#useView(view),
        checked: this.#view === view.name,
      })),
      { label: w('list.saveView'), divided: true, run: () => this.#askViewName() },
      ...(this.#view === ''
        ? []
        : [{ label: w('list.deleteView', { name: this.#view }), run: () => this.#deleteView() }]),
    ];
  }

  #useView(view: SavedView | null): void {
    this.#view = view?.name ?? '';
    this.#search = view?.search ?? '';
    this.#filter = view?.filter ?? NO_FILTER;
    this.#sort = view?.sort ?? this.options.sort;
    this.#columns = view?.columns ?? this.#defaultColumns();
    this.#changed();
  }

  #deleteView(): void {
    const views = this.#views;
    const name = this.#view;
    const gone = views.find((each) => each.name === name);
    this.#views = views.filter((each) => each !== gone);
    this.#useView(null);
    this.#keep();
    const putBack = (): void => {
      this.#views = [...this.#views.filter((each) => each.name !== name), ...(gone ? [gone] : [])];
      this.#useView(gone ?? null);
      this.#keep();
    };
    this.#workspace.announce(this.#workspace.w('list.deleted', { count: 1, name }), putBack);
  }

  #askViewName(): void {
    const { w } = this.#workspace;
    let name = this.#view;
    formDialog(this.#workspace, {
      title: w('list.saveView'),
      size: 'small',
      confirm: w('action.save'),
      body: () =>
        html`<label class="field wide">
          <span>${w('list.viewName')}</span>
          <input ${field({ shown: name, take: (text) => (name = text), during: 'key' })} />
        </label>`,
      act: () => {
        if (name.trim() === '') return w('list.viewNeedsName');
        this.#saveView(name.trim());
        return null;
      },
    });
  }

  #saveView(name: string): void {
    const view = {
      name,
      search: this.#search,
      filter: this.#filter,
      sort: this.#sort,
      columns: this.#columns,
    };
    this.#views = [...this.#views.filter((each) => each.name !== name), view];
    this.#view = name;
    this.#keep();
    this.#workspace.requestUpdate();
  }

  #moreItems(): MenuItem[] {
    const { w } = this.#workspace;
    const columns = this.options.properties.slice(1).map((property, index) => ({
      label: property.label,
      checked: this.#columns.includes(property.id),
      divided: index === 0,
      run: () => {
        const shown = this.#columns.includes(property.id);
        this.#columns = shown
          ? this.#columns.filter((id) => id !== property.id)
          : [...this.#columns, property.id];
        this.#keep();
        this.#changed();
      },
    }));
    return [
      { label: w('list.exportCsv'), run: () => this.#export('csv', this.#properties) },
      { label: w('list.exportAllCsv'), run: () => this.#export('csv', this.options.properties) },
      ...(this.options.exportJson
        ? [{ label: w('list.exportJson'), run: () => void this.#exportWhole() }]
        : [
            { label: w('list.exportJson'), run: () => this.#export('json', this.#properties) },
            {
              label: w('list.exportAllJson'),
              run: () => this.#export('json', this.options.properties),
            },
          ]),
      ...columns,
    ];
  }

  /** An amount without its currency says nothing: the column of that goes with it. */
  #withCurrency(properties: readonly Property<Entry>[]): readonly Property<Entry>[] {
    const currency = this.options.properties.find(({ id }) => id === 'currency');
    const first = properties.findIndex(({ type }) => type === 'money');
    if (!currency || first < 0 || properties.includes(currency)) return properties;
    return [...properties.slice(0, first), currency, ...properties.slice(first)];
  }

  /** A cell as people read it: a choice by its word, all else as it is compared. */
  #written(property: Property<Entry>, entry: Entry): string {
    if (property.written) return property.written(entry);
    const value = property.value(entry);
    return property.choices?.find(([each]) => each === value)?.[1] ?? value;
  }

  #export(form: 'csv' | 'json', chosen: readonly Property<Entry>[]): void {
    const properties = this.#withCurrency(chosen);
    const entries = this.#selected.size > 0 ? this.selected : this.shown;
    const { whole } = this.options;
    const headers = [...properties.map(({ label }) => label), ...(whole ? [whole.label] : [])];
    const cells = entries.map((entry) => [
      ...properties.map((property) => this.#written(property, entry)),
      ...(whole ? [whole.value(entry)] : []),
    ]);
    const numeric = properties.flatMap(({ type }, at) =>
      type === 'money' || type === 'number' ? [at] : [],
    );
    const text =
      form === 'csv'
        ? toCsv(headers, cells, { locale: this.#workspace.locale, numeric })
        : toJsonText(headers, cells);
    download(`${this.options.id}.${form}`, text, form === 'csv' ? 'text/csv' : 'application/json');
  }

  async #exportWhole(): Promise<void> {
    const entries = this.#selected.size > 0 ? this.selected : this.shown;
    const text = (await this.options.exportJson?.(entries)) ?? '';
    download(`${this.options.id}.json`, text, 'application/json');
  }

  #bulkBar(): TemplateResult | typeof nothing {
    if (this.#selected.size === 0 || !this.options.bulk) return nothing;
    const { w } = this.#workspace;
    return html`<div class="bulk" role="group" aria-label=${w('list.more')}>
      <strong>${w('list.selected', { count: this.#selected.size })}</strong>
      ${this.options
        .bulk(this.selected)
        .map(
          (item) =>
            html`<button
              type="button"
              class=${item.danger ? 'danger' : ''}
              ?disabled=${item.disabled ?? false}
              @click=${(event: Event) => item.run(event.currentTarget as HTMLElement)}
            >
              ${item.label}
            </button>`,
        )}
      <button class="link" type="button" @click=${() => this.clearSelection()}>
        ${w('list.clear')}
      </button>
    </div>`;
  }

  #table(): TemplateResult {
    const { shown } = this;
    const properties = this.#properties;
    const last = Math.min(shown.length, this.#first + this.#visible + SPARE_ROWS);
    const first = Math.max(0, Math.min(this.#first - SPARE_ROWS, last));
    const above = first * ROW_HEIGHT;
    const below = (shown.length - last) * ROW_HEIGHT;
    return html`<div
      class="list-scroll"
      tabindex="-1"
      @scroll=${(event: Event) => this.#scrolled(event)}
    >
      <table class="entries" aria-label=${this.options.label} aria-rowcount=${shown.length + 1}>
        ${this.#head(properties)}
        <tbody>
          ${
            above > 0
              ? html`<tr aria-hidden="true" class="filler">
                  <td colspan="99" .style=${`height:${above}px`}></td>
                </tr>`
              : nothing
          }
          ${repeat(
            shown.slice(first, last),
            ({ id }) => id,
            (entry, index) => this.#row(entry, first + index, properties),
          )}
          ${
            below > 0
              ? html`<tr aria-hidden="true" class="filler">
                  <td colspan="99" .style=${`height:${below}px`}></td>
                </tr>`
              : nothing
          }
        </tbody>
      </table>
      ${shown.length === 0 ? html`<p class="nothing">${this.#workspace.w('list.none')}</p>` : nothing}
    </div>`;
  }

  #head(properties: readonly Property<Entry>[]): TemplateResult {
    const { w } = this.#workspace;
    const all = this.shown.length > 0 && this.#selected.size >= this.shown.length;
    return html`<thead>
      <tr>
        ${
          this.options.bulk
            ? html`<th class="tick-cell">
                <input
                  type="checkbox"
                  aria-label=${w('list.selectAll')}
                  ?disabled=${this.shown.length === 0}
                  .checked=${live(all)}
                  @change=${() => this.#selectAll(!all)}
                />
              </th>`
            : nothing
        }
        ${properties.map((property, at) => {
          const sorted = this.#sort.property === property.id;
          const direction = sorted ? (this.#sort.down ? 'descending' : 'ascending') : 'none';
          return html`<th scope="col" aria-sort=${direction} class=${cellClass(property, at)}>
            <button type="button" @click=${() => this.#sortBy(property.id)}>
              <span class="heading">${property.label}</span>${
                sorted
                  ? html`<span class="sorted" aria-hidden="true"
                      >${this.#sort.down ? '↓' : '↑'}</span
                    >`
                  : nothing
              }
            </button>
          </th>`;
        })}
      </tr>
    </thead>`;
  }

  #row(entry: Entry, index: number, properties: readonly Property<Entry>[]): TemplateResult {
    const { w } = this.#workspace;
    const ticked = this.#selected.has(entry.id);
    const name = properties[0]?.value(entry) ?? '';
    return html`<tr
      aria-rowindex=${index + 2}
      class="${ticked ? 'ticked' : ''} ${this.peeked === entry.id ? 'peeked' : ''}"
      @click=${(event: Event) => this.#rowClicked(event, entry)}
    >
      ${
        this.options.bulk
          ? html`<td class="tick-cell">
              <input
                type="checkbox"
                aria-label=${w('list.selectRow', { name })}
                .checked=${live(ticked)}
                @change=${() => this.#toggle(entry.id)}
              />
            </td>`
          : nothing
      }
      ${properties.map((property, at) => {
        const shown = property.show?.(entry) ?? property.value(entry);
        const under = this.#under(entry, property, shown, properties);
        if (at > 0) {
          return html`<td class=${cellClass(property, at)} data-label=${property.label}>
            <bdi>${shown}</bdi>${under}
          </td>`;
        }
        return html`<th scope="row">
          <a
            href=${this.options.href?.(entry) ?? '#'}
            @click=${(event: MouseEvent) => {
              if (event.metaKey || event.ctrlKey || event.shiftKey) return;
              event.preventDefault();
              event.stopPropagation();
              this.options.open(entry);
            }}
            ><bdi>${shown}</bdi></a
          >${under}
        </th>`;
      })}
    </tr>`;
  }

  /** What a cell also says where the columns of others have no room. */
  #under(
    entry: Entry,
    { id }: Property<Entry>,
    already: TemplateResult | string,
    properties: readonly Property<Entry>[],
  ): TemplateResult[] {
    return properties
      .filter(({ narrow }) => typeof narrow === 'object' && narrow.under === id)
      .map((property) => ({
        label: property.label,
        shown: property.show?.(entry) ?? property.value(entry),
      }))
      .filter(({ shown }) => shown !== '' && shown !== already)
      .map(
        ({ label, shown }) =>
          html`<small class="under ${id === FIRST ? 'long' : 'minor'}"
            ><span class="visually-hidden">${label} </span><bdi>${shown}</bdi></small
          >`,
      );
  }

  #rowClicked(event: Event, entry: Entry): void {
    if ((event.target as HTMLElement).closest('input, button, a, label')) return;
    if (this.options.peek) this.options.peek(entry);
    else this.options.open(entry);
  }

  #toggle(id: string): void {
    if (!this.#selected.delete(id)) this.#selected.add(id);
    this.#workspace.requestUpdate();
  }

  #selectAll(on: boolean): void {
    this.#selected = new Set(on ? this.shown.map(({ id }) => id) : []);
    this.#workspace.requestUpdate();
  }

  #sortBy(property: string): void {
    this.#sort = { property, down: this.#sort.property === property && !this.#sort.down };
    this.#changed();
  }

  #scrolled(event: Event): void {
    const view = event.currentTarget as HTMLElement;
    const first = Math.floor(view.scrollTop / ROW_HEIGHT);
    const visible = Math.ceil(view.clientHeight / ROW_HEIGHT) + 1;
    if (Math.abs(first - this.#first) < 3 && visible === this.#visible) return;
    this.#first = first;
    this.#visible = visible;
    this.#workspace.requestUpdate();
  }
}
