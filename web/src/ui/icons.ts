/** Line icons, drawn in the colour of the text beside them. They never carry meaning alone. */
import { svg, html, type TemplateResult } from 'lit';

/** `turns`: it means a direction of reading, and is mirrored where that is right to left. */
function icon(shape: TemplateResult, turns = false): TemplateResult {
  return html`<svg
    class=${turns ? 'glyph turns' : 'glyph'}
    viewBox="0 0 20 20"
    width="18"
    height="18"
    fill="none"
    stroke="currentColor"
    stroke-width="1.6"
    stroke-linecap="round"
    stroke-linejoin="round"
    aria-hidden="true"
    focusable="false"
  >
    ${shape}
  </svg>`;
}

export const plusIcon = icon(svg`<path d="M10 4v12M4 10h12"/>`);
export const undoIcon = icon(
  svg`<path d="M7 4 3.5 7.5 7 11M3.5 7.5h8a4.5 4.5 0 0 1 0 9H8"/>`,
  true,
);
export const redoIcon = icon(
  svg`<path d="M13 4l3.500 3.500L13 11M16.500 7.500h-8a4.500 4.500 0 0 0 0 9H12"/>`,
  true,
);
export const columnsIcon = icon(
  svg`<path d="M3.500 4.500h13v11h-13zM8 4.500v11M12.500 4.500v11"/>`,
);
export const pasteIcon = icon(svg`<path d="M7 4.500H4.500v12h11v-12H13M7 3h6v3H7z"/>`);
export const libraryIcon = icon(svg`<path d="M4 4v12M8 4v12M12 4.500 16 15.500"/>`);
export const moreIcon = icon(
  svg`<path d="M4.500 10h.01M10 10h.01M15.500 10h.01" stroke-width="2.600"/>`,
);
export const gripIcon = icon(
  svg`<path d="M7.500 5h.01M12.500 5h.01M7.500 10h.01M12.500 10h.01M7.500 15h.01M12.500 15h.01" stroke-width="2.200"/>`,
);
export const calendarIcon = icon(
  svg`<path d="M3.500 5h13v11.500h-13zM3.500 8.500h13M7 3v3.500M13 3v3.500"/>`,
);
export const caretIcon = icon(svg`<path d="m6 8 4 4 4-4"/>`);
export const upIcon = icon(svg`<path d="M10 16V4M5.500 8.500 10 4l4.500 4.500"/>`);
export const downIcon = icon(svg`<path d="M10 4v12M5.500 11.500 10 16l4.500-4.500"/>`);
