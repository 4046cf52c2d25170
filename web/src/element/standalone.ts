/** What the editor's single file, `dist/element.js` of the package, offers. */
import { css, html, LitElement, nothing } from 'lit';
import { live } from 'lit/directives/live.js';
import { choiceBox } from '../ui/choice-box.ts';
import { choice, field, takeTyped } from '../ui/field.ts';
import { CrossfootEditor } from './crossfoot-editor-define.ts';

// For the files loaded later (web/package/bundle.mjs): a page allows Lit's policy once, and the boxes
// of a dialog are those that the editor knows.
Object.defineProperty(CrossfootEditor, 'shared', {
  value: { LitElement, css, html, nothing, live, choice, field, takeTyped, choiceBox },
});

export * from './crossfoot-editor-define.ts';
export { EngineClient } from '../engine/client.ts';
