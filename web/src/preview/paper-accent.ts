/** The seller's colour on paper, as dark as text has to be on white and as light as on black. */

/** How the standards ask text to stand out (WCAG 2.2, 1.4.3). */
const CONTRAST = 4.5;
const STEP = 0.05;

type Colour = readonly [red: number, green: number, blue: number];

const WHITE: Colour = [255, 255, 255];
const NIGHT: Colour = [23, 27, 31];
const BLACK: Colour = [0, 0, 0];

function parsed(text: string): Colour | null {
  const [, ...parts] = /^#([\da-f]{2})([\da-f]{2})([\da-f]{2})$/iu.exec(text) ?? [];
  const [red, green, blue] = parts.map((part) => Number.parseInt(part, 16));
  return red === undefined || green === undefined || blue === undefined ? null : [red, green, blue];
}

/** How bright a colour is, from 0 to 1 (WCAG's relative luminance). */
function luminance(colour: Colour): number {
  const [red = 0, green = 0, blue = 0] = colour.map((part) => {
    const share = part / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function contrast(one: Colour, other: Colour): number {
  const [dark = 0, light = 0] = [luminance(one), luminance(other)].toSorted((a, b) => a - b);
  return (light + 0.05) / (dark + 0.05);
}

function mixed(colour: Colour, towards: Colour, share: number): Colour {
  const part = (at: 0 | 1 | 2): number =>
    Math.round(colour[at] + (towards[at] - colour[at]) * share);
  return [part(0), part(1), part(2)];
}

/** The colour, moved towards another one until it can be read on what is behind it. */
function readable(colour: Colour, behind: Colour, towards: Colour): string {
  let share = 0;
  while (share < 1 && contrast(mixed(colour, towards, share), behind) < CONTRAST) share += STEP;
  const hex = mixed(colour, towards, Math.min(share, 1)).map((part) =>
    part.toString(16).padStart(2, '0'),
  );
  return `#${hex.join('')}`;
}

/** The style of a paper in a seller's colour (`#rrggbb`); null where that is none. */
export function accentStyle(accent: string): string | null {
  const colour = parsed(accent);
  if (colour === null) return null;
  const [day, night] = [readable(colour, WHITE, BLACK), readable(colour, NIGHT, WHITE)];
  return `--paper-accent: light-dark(${day}, ${night})`;
}
