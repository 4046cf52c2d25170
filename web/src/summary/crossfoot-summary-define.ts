/** Registers `<crossfoot-summary>`, once, and tells TypeScript about the tag. */
import { CrossfootSummary } from './crossfoot-summary.ts';

/** Registers the element under a tag; a tag that is taken stays as it is. */
export function define(tag = 'crossfoot-summary'): void {
  if (!customElements.get(tag)) customElements.define(tag, CrossfootSummary);
}

define();

declare global {
  interface HTMLElementTagNameMap {
    'crossfoot-summary': CrossfootSummary;
  }
}

export { CrossfootSummary };
