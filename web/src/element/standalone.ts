/** What the editor's single file, `dist/element.js` of the package, offers. */
import { css, html, LitElement, nothing } from 'lit';
import { CrossfootEditor } from './crossfoot-editor-define.ts';

// For the files loaded later (web/package/bundle.mjs): a page allows Lit's policy once.
Object.defineProperty(CrossfootEditor, 'lit', { value: { LitElement, css, html, nothing } });

export * from './crossfoot-editor-define.ts';
export { EngineClient } from '../engine/client.ts';
