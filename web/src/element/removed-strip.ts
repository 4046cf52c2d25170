/** Lines taken out since the document was opened, each to be put back where it was. */
import { html, nothing, type TemplateResult } from 'lit';
import { formatDecimal } from '../number/format.ts';
import type { EditorContext } from './editor-context.ts';

const MOST_SHOWN = 6;

/** The strip under the table; nothing where no line was removed. */
export function removedStrip(editor: EditorContext): TemplateResult | typeof nothing {
  const { removed } = editor.store;
  if (removed.length === 0 || !editor.may('addLines')) return nothing;
  return html`<section class="removed" aria-label=${editor.t('removed.title')}>
    <span class="label">${editor.t('removed.title')}:</span>
    <ul>
      ${removed.slice(0, MOST_SHOWN).map((line) => {
        const name = line.name || editor.t('column.line');
        return html`<li>
          <button
            type="button"
            aria-label=${editor.t('removed.restore', { name })}
            @click=${() => editor.actions.restore(line)}
          >
            <span aria-hidden="true">↶</span> <bdi>${name}</bdi>
          </button>
        </li>`;
      })}
      ${removed.length > MOST_SHOWN ? html`<li>+${formatDecimal(String(removed.length - MOST_SHOWN), editor.numberLocale)}</li>` : nothing}
    </ul>
    <button
      type="button"
      class="link"
      @click=${() => {
        editor.store.clearRemoved();
        editor.requestUpdate();
        editor.root.querySelector<HTMLElement>('[data-tool="add"]')?.focus();
      }}
    >
      ${editor.t('removed.dismiss')}
    </button>
  </section>`;
}
