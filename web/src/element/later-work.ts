/**
 * What a keystroke need not wait for: the payment schedule, amounts of rows out of view, and which
 * hidden columns hold data. It follows when typing pauses for a moment.
 */
import type { ScheduleEntry } from '../../../schema/contract.ts';
import { hiddenWithData } from './columns-dialog.ts';
import { Quiet } from '../ui/quiet.ts';
import type { EditorContext } from './editor-context.ts';
import { readSchedule } from './schedule.ts';

const PAUSE_MS = 120;
const SPARE_ROWS = 15;

export class LaterWork {
  readonly #editor: EditorContext;
  readonly #quiet = new Quiet(PAUSE_MS, () => this.#catchUp());
  #drawing: ReturnType<typeof setTimeout> | undefined;
  schedule: readonly ScheduleEntry[] | null = [];
  hiddenWithData = 0;
  rowsInView = { first: 0, last: 60 };

  readonly #whenDrawing: () => void;

  constructor(editor: EditorContext, whenDrawing: () => void) {
    this.#editor = editor;
    this.#whenDrawing = whenDrawing;
  }

  /** The document changed: at once where another one was opened, else after a pause. */
  documentChanged(opened: boolean): void {
    if (!opened) {
      this.#quiet.wait();
      return;
    }
    this.#quiet.end();
    this.#catchUp();
  }

  /**
   * A keystroke moved amounts that were written where they stand. What hangs on them (sums of parts,
   * taxes by rate, counts, sentences) is drawn so long after the first such keystroke, however long
   * the typing lasts.
   */
  typed(): void {
    this.#drawing ??= setTimeout(() => {
      this.#drawing = undefined;
      this.#editor.store.catchUp();
      this.#whenDrawing();
      this.#editor.requestUpdate();
    }, PAUSE_MS);
  }

  /** Before a drawing, while the layout is still clean: where the view stands in the table. */
  lookAtView(): void {
    const body = this.#editor.root.querySelector<HTMLTableSectionElement>('table.lines tbody');
    const rows = body?.rows.length ?? 0;
    if (!body || rows < SPARE_ROWS * 2 || this.#editor.rows.isWindowed) return;
    const { top, height } = body.getBoundingClientRect();
    const rowHeight = Math.max(1, height / rows);
    this.rowsInView = {
      first: Math.floor(-top / rowHeight) - SPARE_ROWS,
      last: Math.ceil((innerHeight - top) / rowHeight) + SPARE_ROWS,
    };
  }

  #catchUp(): void {
    const { store, rows } = this.#editor;
    store.catchUp();
    rows.wantsMeasuring = true;
    this.schedule = readSchedule(this.#editor);
    this.hiddenWithData = hiddenWithData(this.#editor).length;
    if (!rows.isWindowed) store.load(store.stale(store.ids));
    this.#editor.requestUpdate();
  }
}
