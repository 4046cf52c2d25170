/** One row of the table. Events are handled once, by the table; the row only draws. */
import { html, nothing, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import { repeat } from 'lit/directives/repeat.js';
import { columnLabel, fieldText, type Column } from '../columns/column.ts';
import { endColumn, sectionCells, setApart, SUMMED, type SectionCell } from '../columns/counted.ts';
import { belowValue } from '../columns/below-value.ts';
import { discountMode } from '../columns/discount.ts';
import { formulaSource } from '../columns/number-column.ts';
import { shortRates } from '../columns/taxes.ts';
import { formatDecimal, formatUngrouped } from '../number/format.ts';
import type { Row } from '../../../schema/contract.ts';
import { isText } from '../store/line-type.ts';
import { caretIcon, gripIcon, moreIcon } from '../ui/icons.ts';
import { drawn } from '../ui/drawn-text.ts';
import { choice, shows } from '../ui/field.ts';
import type { FoldedPlace } from '../columns/widths.ts';
import { textDirection } from '../ui/text-direction.ts';
import { hasRange, isChosen, isLeftOut, isOptional } from './buyer-choice.ts';
import type { EditorContext } from './editor-context.ts';
import { allowLink } from './issues-list.ts';
import { shownIssues, type ShownIssue } from './row-issues.ts';

/** What a row is called in the names of its controls: `line 3: Design`. */
export function rowLabel(editor: EditorContext, row: Row, isNew: boolean): string {
  if (isNew) return editor.t('row.labelNew');
  const name = fieldText(row.input, 'name');
  const type = row.input['type'];
  if (isText(type)) {
    const kind = editor.t(type === 'section' ? 'row.section' : 'row.note');
    return name ? `${kind}: ${name}` : kind;
  }
  const n = editor.store.placeOf(row.id);
  return name ? editor.t('row.label', { n, name }) : editor.t('row.labelUnnamed', { n });
}

/** True where the session may change this field of a line. */
export function mayEdit(editor: EditorContext, column: Column): boolean {
  return editor.mayEdit(column.field ?? column.id);
}

/** The role of a cell: in grid navigation cells are what arrow keys move among. */
export function cellRole(editor: EditorContext): 'cell' | 'gridcell' {
  return editor.navigation === 'grid' ? 'gridcell' : 'cell';
}

interface CellParts {
  readonly editor: EditorContext;
  readonly row: Row;
  readonly column: Column;
  readonly name: string;
  readonly issues: readonly ShownIssue[];
  readonly isNew: boolean;
}

function describedBy(parts: CellParts): string | typeof nothing {
  const own = parts.issues.filter((issue) => issue.columnId === parts.column.id);
  return own.length === 0 ? nothing : own.map((issue) => issue.elementId).join(' ');
}

function invalid(parts: CellParts): 'true' | typeof nothing {
  const wrong = parts.issues.some(
    (issue) => issue.columnId === parts.column.id && issue.severity === 'error',
  );
  return wrong ? 'true' : nothing;
}

/** Characters of a number that fit its column; longer ones are written smaller, and smaller still. */
const FITTING_DIGITS = 10;
const FITTING_SMALL_DIGITS = 13;

/** How a number of this length is written. */
function lengthClass(text: string): string {
  if (text.length <= FITTING_DIGITS) return 'number';
  return text.length <= FITTING_SMALL_DIGITS ? 'number long' : 'number long longest';
}

/** Whether an amount is longer than half of a narrow page. */
function isLongAmount(editor: EditorContext, row: Row, column: Column): boolean {
  return (
    column.control === 'amount' && column.show(row, editor.context).length > FITTING_SMALL_DIGITS
  );
}

interface NameBox {
  readonly text: string;
  readonly label: string;
  readonly placeholder: string | typeof nothing;
  readonly isReadOnly: boolean;
  readonly invalid?: 'true' | typeof nothing;
  readonly describedBy?: string | typeof nothing;
  /** True where products of a library are offered for what is typed. */
  readonly offers?: boolean;
}

/** The box of a name, which wraps: a name that is cut is read as another one. */
function nameBox(box: NameBox): TemplateResult {
  const { text, offers = false } = box;
  return html`<span class="grow" data-text=${live(text)}>
    <textarea
      data-col="name"
      data-one-line
      part="input"
      rows="1"
      autocomplete="off"
      enterkeyhint="next"
      dir=${textDirection(text)}
      aria-label=${box.label}
      aria-invalid=${box.invalid ?? nothing}
      aria-describedby=${box.describedBy ?? nothing}
      aria-autocomplete=${offers ? 'list' : nothing}
      aria-haspopup=${offers ? 'listbox' : nothing}
      aria-controls=${offers ? 'suggestions' : nothing}
      placeholder=${box.placeholder}
      ?readonly=${box.isReadOnly}
      ${shows(text)}
    ></textarea>
  </span>`;
}

/** The name of a line. */
function lineName(parts: CellParts): TemplateResult {
  const { editor, row, column, name, isNew } = parts;
  const stored = isNew ? '' : column.show(row, editor.context);
  return nameBox({
    text: editor.editing.draft(row.id, column.id) ?? stored,
    label: name,
    placeholder: isNew ? editor.t('row.new') : nothing,
    isReadOnly: !mayEdit(editor, column),
    invalid: invalid(parts),
    describedBy: describedBy(parts),
    offers: editor.catalogue.length > 0,
  });
}

/** The text box of a cell. */
function textBox(parts: CellParts): TemplateResult {
  const { editor, row, column, name, isNew } = parts;
  const stored = isNew ? '' : column.show(row, editor.context);
  const text = editor.editing.draft(row.id, column.id) ?? stored;
  const numeric = column.control === 'number';
  return html`<input
    data-col=${column.id}
    part="input"
    class=${numeric ? lengthClass(text) : ''}
    title=${numeric && text.length > FITTING_SMALL_DIGITS ? text : nothing}
    type="text"
    inputmode=${numeric ? 'decimal' : 'text'}
    autocomplete="off"
    autocapitalize=${numeric ? 'off' : 'sentences'}
    spellcheck=${numeric ? 'false' : 'true'}
    dir=${numeric ? 'ltr' : textDirection(text)}
    aria-label=${name}
    aria-invalid=${invalid(parts)}
    aria-describedby=${describedBy(parts)}
    placeholder=${column.id === 'discount' && !isNew && mayEdit(editor, column) ? bareUnit(editor, column, row) : nothing}
    tabindex=${isNew ? '-1' : nothing}
    ?readonly=${!mayEdit(editor, column) || column.isGiven?.(row, editor.context) === true}
    ${shows(text)}
  />`;
}

function discountControl(parts: CellParts): TemplateResult {
  const { editor, column, isNew } = parts;
  const label = `${editor.t('discount.mode')}, ${parts.name}`;
  return html`<span class="pair"
    >${textBox(parts)}${
      isNew || !mayEdit(editor, column)
        ? nothing
        : html`<button
            class="icon mode"
            type="button"
            tabindex="-1"
            data-act="discount-mode"
            aria-haspopup="menu"
            aria-label=${label}
            title=${editor.t('discount.mode')}
          >
            ${caretIcon}
          </button>`
    }</span
  >`;
}

function openerButton(parts: CellParts, text: string): TemplateResult {
  const { editor, row, column, name, isNew } = parts;
  const empty = column.id === 'taxes' ? editor.t('tax.noneChosen') : editor.t('billing.once');
  const short = column.id === 'taxes' ? shortRates(row.input, editor.context) : text;
  const shown = short || (isNew ? '' : empty);
  return html`<button
    data-col=${column.id}
    data-act=${column.id}
    class="opener ${text === '' || (column.id === 'billing' && !row.input['billing']) ? 'faint' : ''}"
    type="button"
    aria-haspopup="dialog"
    aria-expanded="false"
    aria-label=${`${shown || empty}${text === shown || text === '' ? '' : ` (${text})`}, ${name}`}
    title=${text}
    aria-describedby=${describedBy(parts)}
    tabindex=${isNew ? '-1' : nothing}
    ?disabled=${isNew || !mayEdit(editor, column)}
  >
    <bdi>${shown}</bdi>
  </button>`;
}

function choiceControl(parts: CellParts): TemplateResult {
  const { editor, row, column, name, isNew } = parts;
  const chosen = column.show(row, editor.context);
  return html`<select
    data-col=${column.id}
    aria-label=${name}
    tabindex=${isNew ? '-1' : nothing}
    ?disabled=${!mayEdit(editor, column)}
    ${choice(chosen)}
  >
    ${(column.choices ?? []).map(
      ({ value, label }) =>
        html`<option value=${value} ?selected=${value === chosen}>${editor.t(label)}</option>`,
    )}
  </select>`;
}

function amountControl(parts: CellParts): TemplateResult {
  const { editor, row, column, isNew } = parts;
  const text = isNew ? '' : column.show(row, editor.context);
  if (text === '' || text === '–') return html`<span class="amount none">${text}</span>`;
  const apart = isNew ? null : setApart(row, column);
  return html`<button
    class="amount ${apart === null ? '' : 'apart'}"
    type="button"
    tabindex="-1"
    data-act="explain"
    data-col=${column.id}
    title=${editor.t('total.why', { label: columnLabel(column, editor.translator) })}
  >
    ${apart === null ? nothing : html`<small>${editor.t(apart)}</small>`}
    <span data-drawn=${column.id}>${drawn(text)}</span>
  </button>`;
}

/**
 * What stands in a cell. A box is always at the same place of the same template, whatever comes to
 * stand below it: another template would put another box in its place under somebody's hands.
 */
function control(parts: CellParts): TemplateResult {
  const { column, row, editor } = parts;
  if (column.control === 'taxes' || column.control === 'billing') {
    return openerButton(parts, parts.isNew ? '' : column.show(row, editor.context));
  }
  if (column.control === 'choice') return choiceControl(parts);
  if (column.control === 'amount') return amountControl(parts);
  if (column.id === 'name') return lineName(parts);
  const below = parts.isNew ? [] : belowValue(row, column, editor.context, editor.store.kind);
  const box = column.id === 'discount' ? discountControl(parts) : textBox(parts);
  return html`${box}${below.map((text) => html`<small class="billed">${text}</small>`)}`;
}

/** What a bare number is of: a discount keeps the kind that the line has, percent at first. */
function isInPercent(column: Column, row: Row): boolean {
  return column.id === 'discount' && discountMode(row.input) === 'percent';
}

function bareUnit(editor: EditorContext, column: Column, row: Row): string {
  return isInPercent(column, row) ? '%' : editor.store.currency;
}

function unitName(editor: EditorContext, column: Column, row: Row): string {
  if (isInPercent(column, row)) return editor.t('unit.inPercent');
  return editor.t('unit.inCurrency', { currency: editor.store.currency });
}

/** The name of a cell's control: column, unit, row. */
function cellName(editor: EditorContext, column: Column, row: Row, label: string): string {
  const own = columnLabel(column, editor.translator);
  const unit = column.inCurrency ? ` ${unitName(editor, column, row)}` : '';
  const source = formulaSource(row.input, column.field ?? '', editor.numberLocale);
  const from = source === '' ? '' : `, ${editor.t('formula.from', { formula: source })}`;
  return `${own}${unit}, ${label}${from}`;
}

function issueList(
  issues: readonly ShownIssue[],
  editor: EditorContext,
  id: string,
): TemplateResult {
  return html`<ul class="line-issues">
    ${issues.map(
      (issue) =>
        html`<li id=${issue.elementId} class=${issue.severity}>
          <b>${editor.t(`severity.${issue.severity}`)}:</b> ${issue.message}
          ${
            issue.suggestion === undefined || issue.columnId === null
              ? nothing
              : html`<button
                  class="link"
                  type="button"
                  data-act="accept"
                  data-for=${issue.columnId}
                  data-text=${issue.suggestion}
                  data-line=${id}
                >
                  ${editor.t('number.use', { suggestion: issue.suggestion })}
                </button>`
          }
          ${allowLink(editor, issue.allowedBy)}
        </li>`,
    )}
  </ul>`;
}

function gripCell(editor: EditorContext, row: Row, label: string, isNew: boolean): TemplateResult {
  if (isNew)
    return html`<td class="grip" role=${cellRole(editor)}>
      <span class="plus" aria-hidden="true">+</span>
    </td>`;
  const selected = editor.selection.has(row.id);
  const select = editor.t(selected ? 'row.deselect' : 'row.select');
  const own = editor.store.numberOf(row.id);
  const number = own === null ? '' : formatUngrouped(String(own), editor.numberLocale);
  return html`<td class="grip" role=${cellRole(editor)}>
    <button
      class="icon handle"
      part="handle"
      type="button"
      tabindex="-1"
      data-col="handle"
      aria-label=${`${editor.t('row.handle')}, ${label}`}
      title=${editor.t('row.handle')}
      ?disabled=${!editor.may('edit') || !editor.may('moveLines')}
    >
      ${gripIcon}</button
    ><button
      class="rownum"
      type="button"
      tabindex="-1"
      data-act="select"
      data-col="select"
      aria-pressed=${String(selected)}
      aria-label=${number === '' ? `${select}: ${label}` : `${select} ${number}: ${label}`}
      title=${select}
    >
      ${number}
    </button>
  </td>`;
}

function menuCell(editor: EditorContext, label: string, isNew: boolean): TemplateResult {
  if (isNew) return html`<td class="act" role=${cellRole(editor)}></td>`;
  return html`<td class="act" role=${cellRole(editor)}>
    <button
      class="icon"
      part="menu-button"
      type="button"
      data-act="menu"
      data-col="actions"
      aria-haspopup="menu"
      aria-expanded="false"
      aria-label=${`${editor.t('row.actions')}, ${label}`}
      title=${editor.t('row.actions')}
    >
      ${moreIcon}
    </button>
  </td>`;
}

function sectionSum(
  editor: EditorContext,
  row: Row,
  column: Column,
  isEnd: boolean,
): TemplateResult {
  const member = SUMMED[column.id] ?? 'subtotal';
  const sum = editor.store.sectionSums(row.id)?.[member];
  const shown =
    sum === undefined ? '' : sum === null ? '–' : formatDecimal(sum, editor.numberLocale);
  const label = editor.t('row.sectionSubtotal');
  return html`<td
    role=${cellRole(editor)}
    class="section-subtotal ${isEnd ? 'at-end' : ''} ${shown.length > FITTING_DIGITS ? 'long-amount' : ''}"
    data-label=${label}
  >
    <span class="amount" data-sum=${column.id} title=${label}>${shown}</span>
  </td>`;
}

/** Rows of notes and section headings: one text across the table, and sums in their columns. */
function wideCells(
  editor: EditorContext,
  row: Row,
  label: string,
  columns: readonly Column[],
): TemplateResult {
  const kind = row.input['type'] === 'section' ? 'section' : 'note';
  const text = editor.editing.draft(row.id, 'name') ?? fieldText(row.input, 'name');
  if (kind === 'note') {
    const note = html`<textarea
      data-col="name"
      part="input"
      dir=${textDirection(text)}
      rows=${text.split('\n').length}
      aria-label=${label}
      placeholder=${editor.t('row.note')}
      ?readonly=${!editor.may('edit')}
      ${shows(text)}
    ></textarea>`;
    return html`<th scope="row" role="rowheader" colspan=${columns.length}>${note}</th>`;
  }
  const box = nameBox({
    text,
    label,
    placeholder: editor.t('row.section'),
    isReadOnly: !editor.may('edit'),
  });
  const end = endColumn(columns);
  const cell = (each: SectionCell): TemplateResult => {
    if (each.kind === 'sum') return sectionSum(editor, row, each.column, each.column === end);
    const span = `--span:${each.span}`;
    return each.kind === 'heading'
      ? html`<th scope="row" role="rowheader" class="at-start" colspan=${each.span} .style=${span}>
          ${box}
        </th>`
      : html`<td role=${cellRole(editor)} class="empty" colspan=${each.span} .style=${span}></td>`;
  };
  return html`${sectionCells(columns).map(cell)}`;
}

function descriptionBox(parts: CellParts): TemplateResult | typeof nothing {
  const { editor, row, column, isNew } = parts;
  const draft = editor.editing.draft(row.id, column.id);
  const text = draft ?? fieldText(row.input, 'description');
  const open =
    text !== '' || draft !== undefined || editor.focusMemory.pending?.column === column.id;
  const asked =
    editor.focusMemory.last?.column === column.id && editor.focusMemory.last.id === row.id;
  if (isNew || !(open || asked)) return nothing;
  return html`<textarea
    data-col="description"
    part="input"
    class="description"
    dir=${textDirection(text)}
    rows=${text.split('\n').length}
    aria-label=${parts.name}
    placeholder=${editor.t('column.description')}
    ?readonly=${!mayEdit(editor, column)}
    ${shows(text)}
  ></textarea>`;
}

/** What the buyer of a line may choose. */
function choiceMarks(
  editor: EditorContext,
  row: Row,
  label: string,
): TemplateResult | typeof nothing {
  const optional = isOptional(row.input);
  const range = hasRange(row.input);
  if (!optional && !range) return nothing;
  return html`<div class="optional">
    ${optional ? optionalMark(editor, row, label) : nothing}
    ${
      range
        ? html`<button
            type="button"
            class="link"
            data-act="range"
            aria-label=${`${editor.t('range.title')}, ${label}`}
            ?disabled=${!editor.may('edit')}
          >
            ${editor.t('range.title')}
          </button>`
        : nothing
    }
  </div>`;
}

function optionalMark(editor: EditorContext, row: Row, label: string): TemplateResult {
  return html`<label class="check"
      ><input
        type="checkbox"
        data-col="selected"
        data-act="selected"
        aria-label=${`${editor.t('row.selected')}, ${label}`}
        .checked=${live(isChosen(row.input))}
        ?disabled=${!editor.may('edit')}
      />${editor.t('row.selected')}</label
    ><span>${editor.t('row.optional')}</span>${
      isLeftOut(row.input)
        ? html`<span class="not-counted">${editor.t('row.notCounted')}</span>`
        : nothing
    }`;
}

/** What the place of a cell is called in the styles. */
function cellClasses(editor: EditorContext, row: Row, column: Column, end?: Column): string {
  const classes = [`c-${column.control}`, `col-${column.id}`, column.align];
  if (column === end) classes.push('at-end');
  if (isLongAmount(editor, row, column)) classes.push('long-amount');
  const place = editor.folded.get(column.id);
  if (place) classes.push('folded', place.half, place.isInLastLine ? 'last' : '');
  return classes.join(' ');
}

/** Below the name, and on phones below quantity, price and amount, which take up to four lines. */
function cellStyle(place: FoldedPlace | undefined): string {
  return place ? `--fold-row:${2 + place.line};--fold-line:${5 + place.at}` : '';
}

/** What is marked about a row, besides its kind. */
function marks(editor: EditorContext, id: string): string {
  const selected = editor.selection.has(id) ? 'selected' : '';
  const found = editor.foundId === id ? 'found' : '';
  const carried = editor.carriedIds.has(id) ? 'carried' : '';
  return `${selected} ${found} ${carried}`;
}

/** A whole row, and the row of its messages where there are any. */
export function rowTemplate(editor: EditorContext, row: Row, isNew: boolean): TemplateResult {
  const label = rowLabel(editor, row, isNew);
  const index = isNew ? editor.store.ids.length : editor.store.indexOf(row.id);
  const type = row.input['type'];
  const shown = editor.columns.filter(({ id }) => id !== 'description');
  const beside = shown.filter(({ id }) => !editor.folded.has(id));
  if (isText(type)) {
    return html`<tr
      role="row"
      part="row"
      class="${String(type)} ${marks(editor, row.id)}"
      data-id=${row.id}
      aria-rowindex=${index + 2}
    >
      ${gripCell(editor, row, label, false)} ${wideCells(editor, row, label, beside)}
      ${menuCell(editor, label, false)}
    </tr>`;
  }
  const issues = isNew ? [] : shownIssues(editor, row);
  const parts = (column: Column): CellParts => {
    const name = cellName(editor, column, row, label);
    return { editor, row, column, name, issues, isNew };
  };
  const description = editor.columns.find(({ id }) => id === 'description');
  const end = endColumn(shown);
  const classes = [
    isNew ? 'ghost' : 'item',
    marks(editor, row.id),
    isLeftOut(row.input) ? 'unselected' : '',
  ];
  return html`<tr
      role="row"
      part=${isNew ? 'row ghost' : 'row'}
      class=${classes.join(' ')}
      data-id=${row.id}
      aria-rowindex=${index + 2}
    >
      ${gripCell(editor, row, label, isNew)}
      ${repeat(
        shown,
        ({ id }) => id,
        (column) =>
          column.id === 'name'
            ? html`<th scope="row" role="rowheader" class="name at-start" part="cell">
                ${control(parts(column))}${description ? descriptionBox(parts(description)) : nothing}
                ${choiceMarks(editor, row, label)}
              </th>`
            : html`<td
                role=${cellRole(editor)}
                part="cell"
                class=${cellClasses(editor, row, column, end)}
                .style=${cellStyle(editor.folded.get(column.id))}
                data-label=${columnLabel(column, editor.translator)}
              >
                ${control(parts(column))}
              </td>`,
      )}
      ${menuCell(editor, label, isNew)}
    </tr>
    ${
      issues.length === 0
        ? nothing
        : html`<tr role="row" class="issues-row" data-issues-of=${row.id}>
            <td role=${cellRole(editor)} colspan=${shown.length + 2}>
              ${issueList(issues, editor, row.id)}
            </td>
          </tr>`
    }`;
}
