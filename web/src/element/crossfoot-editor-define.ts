/** Registers `<crossfoot-editor>`, once, and tells TypeScript about the tag. */
import { CrossfootEditor } from './crossfoot-editor.ts';

/** Registers the element under a tag; a tag that is taken stays as it is. */
export function define(tag = 'crossfoot-editor'): void {
  if (!customElements.get(tag)) customElements.define(tag, CrossfootEditor);
}

define();

declare global {
  interface HTMLElementTagNameMap {
    'crossfoot-editor': CrossfootEditor;
  }
}

export { CrossfootEditor };
