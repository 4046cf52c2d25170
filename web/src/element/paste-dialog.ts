/** Pasting rows: what was understood is shown before anything changes, and goes in as one step. */
import { html, nothing, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import { columnLabel } from '../columns/column.ts';
import { rateText } from '../columns/taxes.ts';
import type { DiscountWay } from './pasted-discount.ts';
import { formatDecimal, formatMoney } from '../number/format.ts';
import { sameDecimal } from '../number/same-decimal.ts';
import type { Issue, JsonObject } from '../../../schema/contract.ts';
import { tableInHtml, textInHtml } from '../tables/read-html.ts';
import type { Alternatives, TableText } from '../tables/table-file.ts';
import { SEPARATORS, type Separator } from '../tables/write-delimited.ts';
import { choice, field } from '../ui/field.ts';
import { part, SlicedWork, type Steps } from '../ui/in-slices.ts';
import type { EditorContext } from './editor-context.ts';
import { fieldName } from './issue-field.ts';
import { issueMessage } from './issue-words.ts';
import { forgetReading, keepReading, keptFor } from './kept-readings.ts';
import { newId } from './line-actions.ts';
import { pastedOf } from './open-paste.ts';
import { PreviewCells } from './paste-preview.ts';
import { OWN_COLUMNS, type OwnColumn } from './own-export.ts';
import { COMPARED, TERM } from './pasted-headings.ts';
import { NUMBER_LOCALES, PastedList, type Prices } from './pasted-list.ts';
import { errorsIn, noPrices, priceStepsBy, sumLinesBy, type Sums } from './pasted-prices.ts';
import type { PastedRow } from './pasted-rows.ts';
import { kindFacts } from '../store/kind-facts.ts';

const SHOWN_ROWS = 12;
/** Characters of a list that are shown as they were pasted. */
const MOST_SHOWN = 50_000;
const SEPARATOR_NAMES = {
  '\t': 'paste.separator.tab',
  ',': 'paste.separator.comma',
  ';': 'paste.separator.semicolon',
  '|': 'paste.separator.pipe',
} as const;

class PastePreview {
  readonly #list: PastedList;
  #alternatives: Alternatives | null = null;
  #plainNumbers = false;
  #alternative = '';
  /** Under which name the choices are to be kept, and whether they were. */
  #keepAs = '';
  #isKept = false;
  #keepWrong = false;
  readonly #work: SlicedWork;
  /** The rows with all that is wrong with them, also what only the core sees. */
  #rows: readonly PastedRow[] = [];
  /** What the chosen rows come to. */
  #sums: Sums | null = null;

  constructor(
    readonly editor: EditorContext,
    table: TableText,
    readonly after: string | null | undefined,
  ) {
    this.#work = new SlicedWork(() => editor.requestUpdate());
    this.#list = new PastedList({
      columns: editor.allColumns,
      context: editor.context,
      products: editor.catalogue,
      prices: (taxRates) => pricesOf(editor, taxRates),
      kept: keptFor,
      takesDiscounts: editor.may('editAdjustments') && kindFacts(editor.store.kind).adjusts,
      work: (steps) => this.#work.start(this.#checked(steps)),
      newId,
    });
    this.#open(table);
  }

  #open(table: TableText): void {
    this.#alternatives = table.alternatives;
    this.#alternative = table.alternatives?.chosen ?? '';
    this.#plainNumbers = table.plainNumbers;
    this.#take(table.text);
  }

  #take(text: string): void {
    this.#change((list) => list.take(text, this.#plainNumbers));
  }

  /** A table pasted in the place of the whole text is another table. */
  #paste(event: ClipboardEvent): void {
    const box = event.target as HTMLTextAreaElement;
    const isWhole = box.selectionStart === 0 && box.selectionEnd === box.value.length;
    if (!event.clipboardData || !isWhole) return;
    const { text, html: markup } = pastedOf(event.clipboardData);
    event.preventDefault();
    const shown = text === '' ? textInHtml(markup) : text;
    this.#open(tableInHtml(markup) ?? { text: shown, plainNumbers: false, alternatives: null });
  }

  #change(change: (list: PastedList) => void): void {
    this.#isKept = false;
    change(this.#list);
    this.editor.requestUpdate();
  }

  /** What the list reads, and then what the core says of that. */
  *#checked(reading: Steps): Steps {
    yield* part(reading, 0, 0.75);
    const { rates, rows } = this.#list;
    this.#rows = yield* part(withErrors(this.editor, rates, rows), 0.75, 0.95);
    this.#addUp();
  }

  #addUp(): void {
    const lines = this.#chosen().map(({ line }) => line);
    const { rates, adjustments } = this.#list;
    this.#sums = withSums(
      this.editor,
      { taxRates: [...rates], adjustments: [...adjustments] },
      (sum) => sum(lines),
    );
  }

  /** Leaves a list that is still being read. */
  stop(): void {
    this.#work.stop();
  }

  #chosen(): readonly PastedRow[] {
    const rows = this.#rows;
    return this.#keepWrong ? rows : rows.filter(({ problems }) => problems.length === 0);
  }

  insert(): void {
    const chosen = this.#chosen();
    if (chosen.length === 0) return;
    const { editor } = this;
    const items = chosen.map(({ line }) => line);
    const add: JsonObject = { op: 'add', list: 'lines', items };
    if (this.after !== undefined) add['after'] = this.after;
    const rates = this.#list.addsRates ? [...this.#list.missingRates] : [];
    const also = (list: string, added: readonly JsonObject[]): JsonObject[] =>
      added.length === 0 ? [] : [{ op: 'add', list, items: [...added] }];
    const commands = [
      ...also('taxRates', rates),
      add,
      ...also('adjustments', this.#list.adjustments),
    ];
    const command = commands.length === 1 ? add : { op: 'batch', commands };
    editor.overlays.close(true);
    if (!editor.run(command, { key: 'paste', count: items.length })) return;
    const id = items[0]?.['id'];
    if (typeof id === 'string') editor.focusMemory.ask({ id, column: 'name' });
    editor.announce(editor.t('status.pasted', { count: items.length }));
  }

  #select(
    label: string,
    options: readonly (readonly [string, string])[],
    chosen: string,
    choose: (value: string) => void,
  ): TemplateResult {
    return html`<label class="field"
      >${label}<select
        ${choice(chosen)}
        @change=${(event: Event) => choose((event.target as HTMLSelectElement).value)}
      >
        ${options.map(
          ([value, text]) =>
            html`<option value=${value} ?selected=${value === chosen}>${text}</option>`,
        )}
      </select></label
    >`;
  }

  #settings(): TemplateResult {
    const { editor } = this;
    const list = this.#list;
    const separators = SEPARATORS.map((each) => [each, editor.t(SEPARATOR_NAMES[each])] as const);
    const locales = [...new Set([editor.numberLocale, list.locale, ...NUMBER_LOCALES])].map(
      (locale) => [locale, `${formatDecimal('1234567.89', locale)} (${locale})`] as const,
    );
    return html`<div class="form-grid paste-settings">
      ${this.#otherwise()}
      ${this.#select(editor.t('paste.separator'), separators, list.separator, (value) =>
        this.#change((each) => {
          each.separator = value as Separator;
        }),
      )}
      ${this.#select(editor.t('paste.locale'), locales, list.locale, (value) =>
        this.#change((each) => {
          each.locale = value;
        }),
      )}
      ${this.#discountKind()} ${this.#list.isSaid ? nothing : this.#hasHeadings()}
    </div>`;
  }

  #hasHeadings(): TemplateResult {
    const { editor } = this;
    return html`<label class="check wide"
      ><input
        type="checkbox"
        .checked=${live(this.#list.header)}
        @change=${(event: Event) => {
          const { checked } = event.target as HTMLInputElement;
          this.#change((each) => {
            each.header = checked;
          });
        }}
      />${editor.t('paste.header')}</label
    >`;
  }

  /** Another sheet of the file, or another encoding of its letters. */
  #otherwise(): TemplateResult | typeof nothing {
    const alternatives = this.#alternatives;
    if (alternatives === null) return nothing;
    const { editor } = this;
    const isEncoding = alternatives.kind === 'encoding';
    const names = alternatives.names.map((name) => [name, name] as const);
    const label = editor.t(isEncoding ? 'paste.encoding' : 'paste.sheet');
    return html`${this.#select(label, names, this.#alternative, (name) => {
      this.#alternative = name;
      this.#take(alternatives.textOf(name));
    })}
    ${
      isEncoding && !alternatives.sure
        ? html`<p class="wide problem">${editor.t('paste.unsureEncoding')}</p>`
        : nothing
    }`;
  }

  /** How lists of this shape were read before, or the way to keep how this one is. */
  #keeping(): TemplateResult | typeof nothing {
    const { editor } = this;
    const { kept, choices } = this.#list;
    if (this.#isKept)
      return html`<p role="status">${editor.t('paste.kept', { name: this.#keepAs })}</p>`;
    if (choices !== null) return this.#keepForm();
    if (kept === null) return nothing;
    const { name, shape } = kept;
    return html`<p class="paste-long">
      ${editor.t('paste.readAs', { name })}
      <button type="button" @click=${() => this.#change((list) => list.readAnew())}>
        ${editor.t('paste.readAnew')}
      </button>
      <button
        type="button"
        @click=${() => {
          forgetReading(shape);
          this.#change((list) => list.readAnew());
        }}
      >
        ${editor.t('paste.forget')}
      </button>
    </p>`;
  }

  #keepForm(): TemplateResult {
    const { editor } = this;
    const name = this.#keepAs.trim();
    return html`<p class="paste-long">
      <label class="field"
        >${editor.t('paste.keepAs')}<input
          maxlength="80"
          dir="auto"
          ${field({
            shown: this.#keepAs,
            take: (text) => {
              this.#keepAs = text;
              editor.requestUpdate();
            },
            during: 'key',
          })}
          @keydown=${(event: KeyboardEvent) => {
            if (event.key !== 'Enter' || event.isComposing) return;
            event.preventDefault();
            event.stopPropagation();
            if (this.#keepAs.trim() !== '') this.#keep(this.#keepAs.trim());
          }}
      /></label>
      <button type="button" ?disabled=${name === ''} @click=${() => this.#keep(name)}>
        ${editor.t('paste.keep')}
      </button>
    </p>`;
  }

  #keep(name: string): void {
    const { choices } = this.#list;
    if (choices === null) return;
    this.#keepAs = name;
    this.#isKept = keepReading({ ...choices, name });
    if (!this.#isKept) this.editor.announce(this.editor.t('failure.storage'));
    this.editor.requestUpdate();
  }

  #discountKind(): TemplateResult | typeof nothing {
    if (!this.#list.mapping.includes('discount')) return nothing;
    const { editor } = this;
    const kinds = [
      ['percent', editor.t('discount.percent')],
      ['amount', editor.t('discount.each')],
      ['total', editor.t('discount.whole')],
      ['fraction', editor.t('discount.parts')],
    ] as const;
    return this.#select(editor.t('discount.mode'), kinds, this.#list.discountMode, (value) =>
      this.#change((each) => {
        each.discountMode = value as DiscountWay;
      }),
    );
  }

  #columnChoice(at: number): TemplateResult {
    const { editor } = this;
    const { mapping, columns } = this.#list;
    return html`<select
      aria-label=${editor.t('paste.column', { n: at + 1 })}
      ${choice(mapping[at] ?? '')}
      @change=${(event: Event) => {
        const { value } = event.target as HTMLSelectElement;
        this.#change((list) => list.choose(at, value));
      }}
    >
      <option value="" ?selected=${mapping[at] === null}>${editor.t('paste.ignore')}</option>
      ${columns.map(
        (column) =>
          html`<option value=${column.id} ?selected=${mapping[at] === column.id}>
            ${columnLabel(column, editor.translator)}
          </option>`,
      )}
      ${(Object.keys(OWN_COLUMNS) as OwnColumn[])
        .filter((id) => mapping.includes(id))
        .map(
          (id) =>
            html`<option value=${id} ?selected=${mapping[at] === id}>
              ${editor.t(OWN_COLUMNS[id])}
            </option>`,
        )}
      <option value=${TERM} ?selected=${mapping[at] === TERM}>${editor.t('billing.term')}</option>
      <option value=${COMPARED} ?selected=${mapping[at] === COMPARED}>
        ${editor.t('paste.compared')}
      </option>
    </select>`;
  }

  #preview(): TemplateResult {
    const { editor } = this;
    const { mapping } = this.#list;
    const cells = new PreviewCells(editor, this.#list);
    const rows = this.#rows;
    const wrong = rows.filter(({ problems }) => problems.length > 0);
    const outside = this.#list.outside.map(({ number, text }) => `${number} “${text}”`);
    // Rows with problems come first: they are what somebody must look at.
    const shown = [...wrong, ...rows.filter(({ problems }) => problems.length === 0)]
      .slice(0, SHOWN_ROWS)
      .sort((a, b) => a.number - b.number);
    const hidden = rows.length - shown.length;
    const ready = editor.t('paste.ready', { count: rows.length - wrong.length });
    const bad = wrong.length === 0 ? '' : `, ${editor.t('paste.wrong', { count: wrong.length })}`;
    return html`<p role="status" class="paste-count"><strong>${ready}</strong>${bad}</p>
      ${this.#rateChoice()} ${this.#currencyChoice()}
      ${this.#hasPrice() ? nothing : html`<p class="problem">${editor.t('paste.noPrice')}</p>`}
      ${
        outside.length === 0
          ? nothing
          : html`<p class="left-out">
              ${editor.t('paste.outside', { names: editor.translator.list(outside) })}
            </p>`
      }
      ${this.#unclear()} ${this.#openDiscount()} ${this.#gross()} ${this.#total()}
      ${this.#leftOut()} ${this.#textRows()} ${this.#takenOff()}
      <div class="preview-scroll" tabindex="0" role="group" aria-label=${editor.t('paste.preview')}>
        <table class="preview">
          <thead>
            <tr>
              <th scope="col">${editor.t('paste.row')}</th>
              ${mapping.map(
                (id, at) =>
                  html`<th scope="col" class=${cells.isNumeric(id) ? 'end' : ''}>
                    ${this.#columnChoice(at)}${this.#heading(at)}
                  </th>`,
              )}
            </tr>
          </thead>
          <tbody>
            ${shown.map(
              (row) =>
                html`<tr class=${row.problems.length > 0 ? 'wrong' : ''}>
                    <th scope="row">${row.number}</th>
                    ${cells.of(row)}
                  </tr>
                  ${
                    row.problems.length === 0
                      ? nothing
                      : html`<tr class="wrong">
                          <td></td>
                          <td colspan=${Math.max(1, mapping.length)}>
                            <span class="problem">${row.problems.join(' ')}</span>
                          </td>
                        </tr>`
                  }`,
            )}
          </tbody>
        </table>
      </div>
      ${hidden > 0 ? html`<p class="faint">${editor.t('paste.more', { count: hidden })}</p>` : nothing}
      ${
        wrong.length === 0
          ? nothing
          : html`<label class="check"
              ><input
                type="checkbox"
                .checked=${live(this.#keepWrong)}
                @change=${(event: Event) => {
                  this.#keepWrong = (event.target as HTMLInputElement).checked;
                  this.#addUp();
                  editor.requestUpdate();
                }}
              />${editor.t('paste.keepWrong')}</label
            >`
      }`;
  }

  /** What the list itself calls a column. */
  #heading(at: number): TemplateResult | typeof nothing {
    const heading = (this.#list.headings[at] ?? '').trim();
    if (heading === '' || this.#list.isSaid) return nothing;
    return html`<small class="written"><bdi>${heading}</bdi></small>`;
  }

  /** Numbers that can be two are not taken before somebody says which is meant. */
  #unclear(): TemplateResult | typeof nothing {
    const { unclear } = this.#list;
    if (unclear === null) return nothing;
    const { editor } = this;
    const [one = '', other = ''] = unclear.values.map((value) =>
      formatDecimal(value, editor.numberLocale),
    );
    const choices = [one, other].map(
      (shown, at) =>
        html`<button
          type="button"
          @click=${() =>
            this.#change((list) => {
              list.locale = unclear.locales[at] ?? list.locale;
            })}
        >
          ${shown}
        </button>`,
    );
    return html`<p class="problem">
      ${editor.t('paste.unclear', { text: unclear.text, one, other })} ${choices[0]} ${choices[1]}
    </p>`;
  }

  /** A discount that can be two is not taken before somebody says which is meant. */
  #openDiscount(): TemplateResult | typeof nothing {
    const { openDiscount } = this.#list;
    if (openDiscount === null) return nothing;
    const { editor } = this;
    const { text, ways } = openDiscount;
    const said: Record<DiscountWay, string> = {
      percent: `${text} %`,
      amount: editor.t('discount.eachSuffix', { amount: text }),
      total: editor.t('discount.wholeSuffix', { amount: text }),
      fraction: editor.t('discount.parts'),
    };
    return html`<p class="problem">
      ${editor.t('paste.openDiscount', { text })}
      ${ways.map(
        (way) =>
          html`<button
            type="button"
            @click=${() =>
              this.#change((list) => {
                list.discountMode = way;
              })}
          >
            ${said[way]}
          </button> `,
      )}
    </p>`;
  }

  /** Where a list has rates, somebody may say whether its prices have these taxes in them. */
  #gross(): TemplateResult | typeof nothing {
    const { editor } = this;
    const heading = this.#list.grossHeading;
    const isTaxed = this.#list.mapping.includes('taxes');
    if (heading === '' && !isTaxed) return nothing;
    const told =
      heading === '' || isTaxed
        ? nothing
        : html`<p class="problem">${editor.t('paste.gross', { heading })}</p>`;
    if (!isTaxed) return told;
    return html`<label class="check"
      ><input
        type="checkbox"
        .checked=${live(this.#list.includesTaxes)}
        @change=${(event: Event) => {
          const { checked } = event.target as HTMLInputElement;
          this.#change((list) => {
            list.includesTaxes = checked;
          });
        }}
      />${editor.t('tax.pricesInclude')}</label
    >`;
  }

  /** Rows without figures are guessed to be headings and notes, unless somebody says otherwise. */
  #textRows(): TemplateResult | typeof nothing {
    const { editor } = this;
    const rows = this.#list.textRows;
    if (rows.length === 0) return nothing;
    const names = editor.translator.list(rows.map(({ number, name }) => `${number} “${name}”`));
    return html`<label class="check"
      ><input
        type="checkbox"
        .checked=${live(this.#list.takesHeadings)}
        @change=${(event: Event) => {
          const { checked } = event.target as HTMLInputElement;
          this.#change((list) => {
            list.takesHeadings = checked;
          });
        }}
      />${editor.t('paste.textRows', { names })}</label
    >`;
  }

  /** Rows that take something off are guessed to be discounts on all, unless somebody says otherwise. */
  #takenOff(): TemplateResult | typeof nothing {
    const { editor } = this;
    const rows = this.#list.takenOff;
    if (rows.length === 0) return nothing;
    const money = (amount: string): string =>
      formatMoney(`-${amount}`, editor.numberLocale, editor.store.currency);
    const names = editor.translator.list(
      rows.map(({ number, name, amount }) => `${number} “${name}” ${money(amount)}`),
    );
    return html`<label class="check"
      ><input
        type="checkbox"
        .checked=${live(this.#list.takesDiscounts)}
        @change=${(event: Event) => {
          const { checked } = event.target as HTMLInputElement;
          this.#change((list) => {
            list.takesDiscounts = checked;
          });
        }}
      />${editor.t('paste.takenOff', { names })}</label
    >`;
  }

  #hasPrice(): boolean {
    const { mapping, rows } = this.#list;
    return mapping.includes('unitPrice') || rows.every(({ line }) => line['type'] !== 'item');
  }

  /** What the chosen rows come to, beside the sum that the list itself gives last. */
  #total(): TemplateResult | typeof nothing {
    const { editor } = this;
    const sums = this.#sums;
    if (sums === null) return nothing;
    const money = (amount: string): string =>
      formatMoney(amount, editor.numberLocale, editor.store.currency);
    const { subtotal, dueNow } = sums;
    const figures = { subtotal: money(subtotal), total: money(dueNow) };
    const made = sameDecimal(subtotal, dueNow)
      ? editor.t('paste.makes', figures)
      : editor.t(
          this.#list.adjustments.length > 0 ? 'paste.makesAfter' : 'paste.makesTaxed',
          figures,
        );
    const given = this.#list.outside.flatMap(({ amount }) => (amount === null ? [] : [amount]));
    const isGiven = given.some((each) => sameDecimal(each, subtotal) || sameDecimal(each, dueNow));
    const last = given.at(-1);
    const differs = last !== undefined && !isGiven;
    return html`<p class=${differs ? 'problem' : ''}>
      ${made}
      ${last === undefined ? nothing : editor.t(differs ? 'paste.listGives' : 'paste.asListed', { listed: money(last) })}
    </p>`;
  }

  /** The columns that hold something and fill nothing, by their headings. */
  #leftOut(): TemplateResult | typeof nothing {
    const { editor } = this;
    const left = this.#list.leftOut.map(
      ({ at, heading }) => heading || editor.t('paste.column', { n: at + 1 }),
    );
    if (left.length === 0) return nothing;
    const names = editor.translator.list(left);
    return html`<p class="left-out">
      ${editor.t('paste.leftOut', { count: left.length, names })}
    </p>`;
  }

  /** Rates that the list names and the document lacks come with the lines, where somebody says so. */
  #rateChoice(): TemplateResult | typeof nothing {
    const { editor } = this;
    const missing = this.#list.missingRates;
    if (missing.length === 0) return nothing;
    const named = (rate: JsonObject): string => {
      const text = rateText(rate, editor.context);
      return rate['inclusive'] === true ? `${text} (${editor.t('tax.pricesInclude')})` : text;
    };
    const names = editor.translator.list(missing.map(named));
    return html`<label class="check"
      ><input
        type="checkbox"
        .checked=${live(this.#list.addsRates)}
        @change=${(event: Event) => {
          const { checked } = event.target as HTMLInputElement;
          this.#change((list) => {
            list.addsRates = checked;
          });
        }}
      />${editor.t('paste.addRates', { names })}</label
    >`;
  }

  /** Amounts with the sign of another currency are nobody's to convert: somebody says what is meant. */
  #currencyChoice(): TemplateResult | typeof nothing {
    const { editor } = this;
    const signs = [...new Set(this.#list.rows.map(({ otherSign }) => otherSign))].filter(Boolean);
    if (signs.length === 0) return nothing;
    const other = editor.translator.list(signs);
    return html`<label class="check"
      ><input
        type="checkbox"
        .checked=${live(this.#list.anyCurrency)}
        @change=${(event: Event) => {
          const { checked } = event.target as HTMLInputElement;
          this.#change((list) => {
            list.anyCurrency = checked;
          });
        }}
      />${editor.t('paste.anyCurrency', { other, currency: editor.store.currency })}</label
    >`;
  }

  body(): TemplateResult {
    return html`${this.#list.text.length > MOST_SHOWN ? this.#longText() : this.#textBox()}
    ${this.#understood()}`;
  }

  /** A box with so much text stands still at every key. */
  #longText(): TemplateResult {
    const { editor } = this;
    const count = this.#list.text.split('\n').length;
    return html`<p class="paste-long">
      ${editor.t('paste.long', { count })}
      <button type="button" @click=${() => this.#take('')}>${editor.t('paste.another')}</button>
    </p>`;
  }

  #textBox(): TemplateResult {
    const { editor } = this;
    return html`<label class="field"
      >${editor.t('paste.hint')}<textarea
        class="paste-text"
        rows="4"
        spellcheck="false"
        dir="auto"
        ${field({ shown: this.#list.text, take: (text) => this.#take(text), during: 'key' })}
        @paste=${(event: ClipboardEvent) => this.#paste(event)}
      ></textarea>
    </label>`;
  }

  #understood(): TemplateResult {
    const { editor } = this;
    const { done } = this.#work;
    if (done !== null) {
      return html`<label class="field"
        >${editor.t('paste.reading')}<progress .value=${done}></progress
      ></label>`;
    }
    return this.#list.rows.length === 0
      ? html`<p class="faint">${editor.t('paste.nothing')}</p>`
      : html`${this.#settings()} ${this.#keeping()} ${this.#preview()}`;
  }

  footer(): TemplateResult {
    const { editor } = this;
    const count = this.#chosen().length;
    const insert = html`<button
      type="button"
      class="primary"
      ?disabled=${count === 0}
      @click=${() => this.insert()}
    >
      ${editor.t('paste.insert', { count })}
    </button>`;
    return html`<button type="button" @click=${() => editor.overlays.close()}>
        ${editor.t('action.cancel')}
      </button>
      ${this.#work.done === null ? insert : nothing}`;
  }
}

/** What the core makes of lines by the rules of the open document. */
function pricesOf({ store }: EditorContext, taxRates: readonly JsonObject[]): Prices {
  const trial = store.engine.trial();
  if (!trial) return { price: noPrices, close: () => undefined };
  const price = priceStepsBy(trial, { ...store.head, taxRates: [...taxRates] });
  return { price, close: () => trial.close() };
}

/** The rows, each with the errors that the core would find in the line it makes. */
function* withErrors(
  editor: EditorContext,
  taxRates: readonly JsonObject[],
  rows: readonly PastedRow[],
): Steps<readonly PastedRow[]> {
  const { store } = editor;
  const trial = store.engine.trial?.();
  if (!trial) return rows;
  try {
    const lines = rows.map(({ line }) => line);
    const errors = yield* errorsIn(trial, { ...store.head, taxRates: [...taxRates] }, lines);
    return rows.map((row, at) => {
      // What could not be read is said already, and is an error of the core as well.
      if (row.problems.length > 0) return row;
      return { ...row, problems: (errors[at] ?? []).map((error) => inWords(editor, error)) };
    });
  } finally {
    trial.close();
  }
}

function inWords(editor: EditorContext, error: Issue): string {
  const field = fieldName(editor, error) || editor.t('column.line');
  const example = formatDecimal('1234.5', editor.numberLocale);
  const said = issueMessage(editor, error, { field, example });
  return said.includes(field) ? said : `${field}: ${said}`;
}

/** The same with what lines come to together. */
function withSums<T>(
  { store }: EditorContext,
  own: JsonObject,
  use: (sum: ReturnType<typeof sumLinesBy>) => T,
): T | null {
  const trial = store.engine.trial();
  if (!trial) return null;
  try {
    return use(sumLinesBy(trial, { ...store.head, ...own }));
  } finally {
    trial.close();
  }
}

/** Opens the preview of a table; `after` is the line the rows go after (undefined: at the end). */
export function openPasteDialog(
  editor: EditorContext,
  table: TableText,
  after: string | null | undefined,
): void {
  const preview = new PastePreview(editor, table, after);
  editor.overlays.openDialog({
    title: editor.t('paste.title'),
    size: 'large',
    body: () => preview.body(),
    footer: () => preview.footer(),
    closed: () => preview.stop(),
  });
}
