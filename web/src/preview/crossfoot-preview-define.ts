/** Registers `<crossfoot-preview>`, once, and tells TypeScript about the tag. */
import { CrossfootPreview } from './crossfoot-preview.ts';

/** Registers the element under a tag; a tag that is taken stays as it is. */
export function define(tag = 'crossfoot-preview'): void {
  if (!customElements.get(tag)) customElements.define(tag, CrossfootPreview);
}

define();

declare global {
  interface HTMLElementTagNameMap {
    'crossfoot-preview': CrossfootPreview;
  }
}

export { CrossfootPreview };
