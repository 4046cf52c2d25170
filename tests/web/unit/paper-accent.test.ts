// DO-4.17: the seller's colour on paper can be read, whatever colour it is.
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { accentStyle } from '../../../web/src/preview/paper-accent.ts';

const part = (hex: string, at: number): number => Number.parseInt(hex.slice(at, at + 2), 16) / 255;
const linear = (share: number): number =>
  share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
const luminance = (hex: string): number =>
  0.2126 * linear(part(hex, 1)) + 0.7152 * linear(part(hex, 3)) + 0.0722 * linear(part(hex, 5));

const channel = fc.integer({ min: 0, max: 255 });
const colours = fc
  .tuple(channel, channel, channel)
  .map((parts) => `#${parts.map((each) => each.toString(16).padStart(2, '0')).join('')}`);

it('stands out from white and from the dark of a screen', () => {
  fc.assert(
    fc.property(colours, (colour) => {
      const [day = '', night = ''] = accentStyle(colour)?.match(/#[\da-f]{6}/g) ?? [];
      expect(1.05 / (luminance(day) + 0.05)).toBeGreaterThanOrEqual(4.5);
      expect((luminance(night) + 0.05) / (luminance('#171b1f') + 0.05)).toBeGreaterThanOrEqual(4.5);
    }),
    { numRuns: 2000 },
  );
});

it('stays as chosen where it can be read', () => {
  expect(accentStyle('#aa2200')).toContain('light-dark(#aa2200,');
  expect(accentStyle('#9fe8d8')).toContain(', #9fe8d8)');
});

it('is no style where it is no colour', () => {
  for (const text of ['', 'red', '#fff', '#12345g', '#123456; background: url(x)']) {
    expect(accentStyle(text)).toBe(null);
  }
});
