/** The table on the screen: heights of drawn rows, scrolling to a line, what is out of view. */
import type { EditorContext } from './editor-context.ts';
import { findCell } from './focus-memory.ts';

export class TableView {
  readonly #editor: EditorContext;
  #total: Element | null = null;
  #watch: IntersectionObserver | null = null;
  /** True while the panel's grand total can be seen: then the bar need not repeat it. */
  totalInView = false;

  constructor(editor: EditorContext) {
    this.#editor = editor;
  }

  /** Scrolls a line into view without moving focus. */
  reveal(id: string): void {
    const { rows, root, store } = this.#editor;
    const index = store.indexOf(id);
    const view = root.querySelector<HTMLElement>('.table-scroll');
    if (!view || index < 0) return;
    if (rows.isWindowed) {
      view.scrollTop = Math.max(0, rows.offset(index) - view.clientHeight / 3);
      rows.scrollTo(view.scrollTop, view.clientHeight);
      this.#editor.requestUpdate();
      return;
    }
    findCell(root, { id, column: 'name' })?.scrollIntoView({ block: 'nearest' });
  }

  /** After a drawing: rows tell their heights where the window moved or typing paused. */
  measure(): void {
    const { rows, root, store } = this.#editor;
    this.#watchTotal();
    if (!rows.isWindowed || !rows.wantsMeasuring) return;
    for (const row of root.querySelectorAll<HTMLElement>('tbody tr[data-id]')) {
      const index = store.indexOf(row.dataset['id'] ?? '');
      const next = row.nextElementSibling;
      const more = next instanceof HTMLElement && next.dataset['issuesOf'] ? next.offsetHeight : 0;
      if (index >= 0) rows.measure(index, row.offsetHeight + more);
    }
    rows.wantsMeasuring = false;
    const view = root.querySelector<HTMLElement>('.table-scroll');
    if (view && rows.scrollTo(view.scrollTop, view.clientHeight)) this.#editor.requestUpdate();
  }

  #watchTotal(): void {
    if (this.#total?.isConnected) return;
    this.#watch ??= new IntersectionObserver((entries) => {
      this.totalInView = entries.at(-1)?.isIntersecting === true;
      this.#editor.requestUpdate();
    });
    this.#watch.disconnect();
    this.#total = this.#editor.root.querySelector('.total-line.grand');
    if (this.#total) this.#watch.observe(this.#total);
  }
}
