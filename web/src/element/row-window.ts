/**
 * Which rows of a long table are drawn. Up to 1 000 lines all are; above, those near the view, with
 * spacers for the rest. Heights are estimated until measured, and kept in a Fenwick tree, so that
 * finding a row by its offset takes a handful of steps however long the document is.
 */

/** Above this many lines only a window of rows is drawn. */
export const WINDOW_ABOVE = 1_000;
const OVERSCAN = 8;
const FIRST_ESTIMATE = 44;

export type Segment =
  | { readonly kind: 'row'; readonly index: number }
  | { readonly kind: 'space'; readonly height: number; readonly from: number };

export class RowWindow {
  #count = 0;
  #estimate = FIRST_ESTIMATE;
  #measured = new Map<number, number>();
  #tree = new Float64Array(1);
  #first = 0;
  /** Until the view is measured: the rows that the tallest view holds (table.ts), and no more. */
  #last = 24;
  /** True where drawn rows may have heights not measured yet. */
  wantsMeasuring = true;

  get isWindowed(): boolean {
    return this.#count > WINDOW_ABOVE;
  }

  get first(): number {
    return this.#first;
  }

  get last(): number {
    return this.#last;
  }

  /** Begins again for a table of `count` rows; measured heights are kept while the count stays. */
  resize(count: number): void {
    if (count === this.#count) return;
    this.#count = count;
    this.wantsMeasuring = true;
    this.#measured.clear();
    this.#tree = new Float64Array(count + 1);
    this.#first = Math.min(this.#first, Math.max(0, count - 1));
  }

  /** Notes the drawn height of a row. */
  measure(index: number, height: number): void {
    if (height <= 0) return;
    if (this.#measured.size === 0) this.#estimate = height;
    const before = this.#measured.get(index) ?? this.#estimate;
    if (before === height && this.#measured.has(index)) return;
    this.#measured.set(index, height);
    for (let node = index + 1; node <= this.#count; node += node & -node) {
      this.#tree[node] = (this.#tree[node] ?? 0) + height - before;
    }
  }

  /** The distance from the top of the first row to the top of this one. */
  offset(index: number): number {
    let sum = index * this.#estimate;
    for (let node = index; node > 0; node -= node & -node) sum += this.#tree[node] ?? 0;
    return sum;
  }

  /** The row at a distance from the top. */
  rowAt(distance: number): number {
    let low = 0;
    let high = this.#count;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (this.offset(middle + 1) > distance) high = middle;
      else low = middle + 1;
    }
    return Math.min(low, Math.max(0, this.#count - 1));
  }

  /** Moves the window to the view; true where other rows must be drawn. */
  scrollTo(top: number, viewHeight: number): boolean {
    if (!this.isWindowed) return false;
    const start = this.rowAt(top);
    const end = this.rowAt(top + viewHeight);
    const first = Math.max(0, start - OVERSCAN);
    const last = Math.min(this.#count - 1, end + OVERSCAN);
    const margin = OVERSCAN / 3;
    const stays =
      this.#first <= Math.max(0, start - margin) &&
      this.#last >= Math.min(this.#count - 1, end + margin);
    const slim = this.#last - this.#first <= last - first + 2 * OVERSCAN;
    if (stays && slim) return false;
    this.#first = first;
    this.#last = last;
    this.wantsMeasuring = true;
    return true;
  }

  /** Rows and spacers in order. The `pinned` row (the focused one) is always drawn. */
  segments(pinned: number): Segment[] {
    const first = this.isWindowed ? this.#first : 0;
    const last = Math.min(this.isWindowed ? this.#last : this.#count - 1, this.#count - 1);
    const indexes: number[] = [];
    for (let index = first; index <= last; index++) indexes.push(index);
    if (this.isWindowed && pinned >= 0 && pinned < this.#count) {
      if (pinned < first) indexes.unshift(pinned);
      else if (pinned > last) indexes.push(pinned);
    }
    const segments: Segment[] = [];
    let next = 0;
    for (const index of [...indexes, this.#count]) {
      if (index > next) {
        segments.push({
          kind: 'space',
          from: next,
          height: this.offset(index) - this.offset(next),
        });
      }
      if (index < this.#count) segments.push({ kind: 'row', index });
      next = index + 1;
    }
    return segments;
  }
}
