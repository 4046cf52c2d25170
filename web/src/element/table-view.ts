/** The table on the screen: heights of drawn rows, scrolling to a line, what is out of view. */
import type { EditorContext } from './editor-context.ts';
import { findCell } from './focus-memory.ts';

export class TableView {
  readonly #editor: EditorContext;
  #total: Element | null = null;
  #watch: IntersectionObserver | null = null;
  /** True while the panel's grand total can be seen: then the bar need not repeat it. */
  totalInView = false;
  /** True while anything of the panel can be seen. */
  panelInView = true;

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

  /** What is in view of the totals; looked at again where another panel was drawn. */
  #watchTotal(): void {
    if (this.#total?.isConnected) return;
    this.#watch ??= new IntersectionObserver((entries) => {
      for (const { target, isIntersecting } of entries) {
        if (target === this.#total) this.totalInView = isIntersecting;
        else this.panelInView = isIntersecting;
      }
      this.#editor.requestUpdate();
    });
    this.#watch.disconnect();
    this.#total = this.#editor.root.querySelector('.total-line.grand');
    const panel = this.#editor.root.getElementById('totals');
    if (this.#total) this.#watch.observe(this.#total);
    if (panel) this.#watch.observe(panel);
  }
}
