/** The rows of a pasted list: what was understood of each cell, over what was written there. */
import { html, nothing, type TemplateResult } from 'lit';
import type { Column } from '../columns/column.ts';
import { formatDecimal } from '../number/format.ts';
import type { Row } from '../../../schema/contract.ts';
import type { EditorContext } from './editor-context.ts';
import { COMPARED } from './pasted-headings.ts';
import type { PastedList } from './pasted-list.ts';
import type { PastedRow } from './pasted-rows.ts';

/** How cells compare that say the same. */
const plain = (text: string): string => text.normalize('NFKC').replace(/\s+/g, ' ').trim();

export class PreviewCells {
  readonly #editor: EditorContext;
  readonly #list: PastedList;

  constructor(editor: EditorContext, list: PastedList) {
    this.#editor = editor;
    this.#list = list;
  }

  /** The cells of a row, below the columns that they are taken for. */
  of(row: PastedRow): TemplateResult[] {
    return this.#list.mapping.map((id, at) => {
      const written = (row.cells[at] ?? '').trim();
      const understood = this.#understood(row, id);
      const side = this.isNumeric(id) ? 'end' : '';
      // What fills nothing stands there as it was written, and is named above the table.
      if (id === null) return html`<td class="faint ${side}"><bdi>${written}</bdi></td>`;
      if (understood === '' || plain(understood) === plain(written)) {
        return html`<td class=${side}><bdi>${written}</bdi></td>`;
      }
      return html`<td class=${side}>
        <bdi>${understood}</bdi>${
          written === '' ? nothing : html`<small class="written"><bdi>${written}</bdi></small>`
        }
      </td>`;
    });
  }

  /** True for a column whose figures stand below each other. */
  isNumeric(id: string | null): boolean {
    return id === COMPARED || this.#column(id)?.align === 'end';
  }

  #column(id: string | null): Column | undefined {
    return this.#list.columns.find((column) => column.id === id);
  }

  #understood({ line, listed }: PastedRow, id: string | null): string {
    const { context, numberLocale } = this.#editor;
    if (line['type'] !== 'item') return id === 'name' ? String(line['name'] ?? '') : '';
    if (id === COMPARED) {
      return listed === null ? '' : formatDecimal(listed, numberLocale, context.minorDigits);
    }
    const column = this.#column(id);
    if (column === undefined) return '';
    const row: Row = { id: String(line['id']), index: 0, input: line, priced: null, issues: [] };
    return column.show(row, { ...context, taxRates: this.#list.rates });
  }
}
