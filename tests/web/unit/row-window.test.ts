import { describe, expect, it } from 'vitest';
import { RowWindow, WINDOW_ABOVE, type Segment } from '../../../web/src/element/row-window.ts';

const rowsOf = (segments: readonly Segment[]): number[] =>
  segments.flatMap((segment) => (segment.kind === 'row' ? [segment.index] : []));
const heightOf = (window: RowWindow, segments: readonly Segment[]): number =>
  segments.reduce(
    (sum, segment) =>
      sum +
      (segment.kind === 'space'
        ? segment.height
        : window.offset(segment.index + 1) - window.offset(segment.index)),
    0,
  );

describe('the window of rows', () => {
  it('draws every row up to a thousand lines', () => {
    const window = new RowWindow();
    window.resize(WINDOW_ABOVE);
    expect(rowsOf(window.segments(-1))).toHaveLength(WINDOW_ABOVE);
  });

  it('draws a few dozen rows of ten thousand, and spacers for the rest', () => {
    const window = new RowWindow();
    window.resize(10_000);
    window.measure(0, 40);
    window.scrollTo(200_000, 600);
    const segments = window.segments(-1);
    const rows = rowsOf(segments);
    expect(rows.length).toBeLessThan(60);
    expect(rows).toContain(5_000);
    expect(heightOf(window, segments)).toBe(400_000);
  });

  it('always draws the focused row, in its place', () => {
    const window = new RowWindow();
    window.resize(10_000);
    window.measure(0, 40);
    window.scrollTo(200_000, 600);
    for (const pinned of [3, 9_999]) {
      const segments = window.segments(pinned);
      const rows = rowsOf(segments);
      expect(rows).toContain(pinned);
      expect(rows).toEqual([...rows].sort((a, b) => a - b));
      expect(heightOf(window, segments)).toBe(400_000);
    }
  });

  it('finds rows by their measured heights', () => {
    const window = new RowWindow();
    window.resize(2_000);
    window.measure(0, 40);
    window.measure(1, 140);
    expect(window.offset(2)).toBe(180);
    expect(window.rowAt(179)).toBe(1);
    expect(window.rowAt(180)).toBe(2);
  });

  it('stays as it is while the view stays inside it', () => {
    const window = new RowWindow();
    window.resize(5_000);
    window.measure(0, 40);
    expect(window.scrollTo(40_000, 600)).toBe(true);
    expect(window.scrollTo(40_100, 600)).toBe(false);
    expect(window.scrollTo(80_000, 600)).toBe(true);
  });
});
