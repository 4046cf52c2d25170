/** The history, the shortcut sheet and the catalogue picker. */
import { html, nothing, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import { formatMoney } from '../number/format.ts';
import { field } from '../ui/field.ts';
import { safePicture } from '../preview/safe-link.ts';
import { searchCatalogue, type CatalogueProduct } from './catalogue.ts';
import type { EditorContext } from './editor-context.ts';
import { loadLabelWords, readLabel } from './history-label.ts';
import {
  DEFAULT_SHORTCUTS,
  keyText,
  SHORTCUT_SHEET,
  type ShortcutId,
  type Shortcuts,
} from './shortcuts.ts';

/** Opens the undo history as a list; a step can be gone back (or forward) to. */
export function openHistory(editor: EditorContext): void {
  const goTo = (wanted: number): void => {
    let { position } = editor.store.history();
    while (position !== wanted) {
      const op = position > wanted ? 'undo' : 'redo';
      if (!editor.run({ op })) return;
      position += op === 'undo' ? -1 : 1;
    }
    // The button that was pressed is gone: the step that stands now is where one is.
    void editor.updateComplete.then(() =>
      editor.root.querySelector<HTMLElement>('.history [aria-current]')?.focus(),
    );
  };
  const entry = (text: string, step: number, position: number): TemplateResult => {
    const now = step === position;
    return html`<li
      class=${step > position ? 'undone' : ''}
      aria-current=${now ? 'step' : nothing}
      tabindex=${now ? '-1' : nothing}
    >
      <span><bdi>${text}</bdi></span>
      ${
        now
          ? html`<small class="mark">${editor.t('history.current')}</small>`
          : !editor.may('undo')
            ? nothing
            : html`<button type="button" class="link" @click=${() => goTo(step)}>
                ${editor.t('history.go')}<span class="visually-hidden">: ${text}</span>
              </button>`
      }
    </li>`;
  };
  const labels = editor.store.history().steps.map(({ label }) => label);
  // Where they cannot be fetched, a rule goes by the name of its page.
  loadLabelWords(labels, editor.translator.language).then(
    () => editor.requestUpdate(),
    () => undefined,
  );
  editor.overlays.openDialog({
    title: editor.t('history.title'),
    size: 'small',
    body: () => {
      const { steps, position } = editor.store.history();
      const rows = steps.map(({ label }, index) =>
        entry(readLabel(label, editor), index + 1, position),
      );
      return html`${steps.length === 0 ? html`<p class="faint">${editor.t('history.empty')}</p>` : nothing}
        <ol class="history" reversed>
          ${rows.reverse()} ${entry(editor.t('history.start'), 0, position)}
        </ol>`;
    },
  });
}

/** Opens the list of keyboard shortcuts. */
export function openShortcuts(
  editor: EditorContext,
  shortcuts: Shortcuts | null,
  turn: (on: boolean) => void,
): void {
  const keys = (text: string): string =>
    text
      .split(', ')
      .map((key) => {
        if (!key.startsWith('@')) return key;
        const id = key.slice(1) as ShortcutId;
        return keyText(shortcuts?.[id] ?? DEFAULT_SHORTCUTS[id]);
      })
      .join(', ');
  let on = shortcuts !== null;
  editor.overlays.openDialog({
    title: editor.t('keys.title'),
    keeps: () => true,
    body: () =>
      html`<label class="check"
          ><input
            type="checkbox"
            .checked=${live(on)}
            @change=${(event: Event) => {
              on = (event.target as HTMLInputElement).checked;
              turn(on);
            }}
          />${editor.t('keys.enabled')}</label
        >
        <dl class="keys">
          ${SHORTCUT_SHEET.map(
            (row) =>
              html`<div>
                <dt>${editor.t(row.label)}</dt>
                <dd><kbd dir="ltr">${keys(row.keys)}</kbd></dd>
              </div>`,
          )}
        </dl>`,
  });
}

/** The picture that a product carries in itself; none is fetched from elsewhere. */
function productPicture({ imageUrl, name }: CatalogueProduct): TemplateResult | typeof nothing {
  const picture = safePicture(imageUrl ?? '');
  return picture === null
    ? nothing
    : html`<img class="picture" src=${picture} alt=${name} loading="lazy" decoding="async" />`;
}

const MOST_RESULTS = 50;

/** Opens the library: search, tick several, add all. */
export function openCatalogue(editor: EditorContext, after?: string | null): void {
  let search = '';
  const ticked = new Set<string>();
  const add = (): void => {
    const products = editor.catalogue.filter(({ id }) => ticked.has(id));
    editor.overlays.close(products.length > 0);
    editor.actions.addProducts(products, after);
  };
  const moveIn = (event: KeyboardEvent): void => {
    if (event.key === 'Enter' && ticked.size > 0) {
      event.preventDefault();
      add();
      return;
    }
    if (event.key !== 'ArrowDown' && event.key !== 'ArrowUp') return;
    event.preventDefault();
    const list = event.currentTarget as HTMLElement;
    const stops = [...list.querySelectorAll<HTMLElement>('input')];
    const at = stops.indexOf(event.target as HTMLElement);
    stops
      .at(Math.max(0, Math.min(stops.length - 1, at + (event.key === 'ArrowDown' ? 1 : -1))))
      ?.focus();
  };
  const find = (text: string): void => {
    search = text;
    editor.requestUpdate();
  };
  const body = (): TemplateResult => {
    const found = searchCatalogue(editor.catalogue, search, MOST_RESULTS);
    const empty = editor.catalogue.length === 0 ? 'catalogue.empty' : 'catalogue.none';
    return html`<div class="catalogue" @keydown=${moveIn}>
      <label class="field"
        >${editor.t('catalogue.search')}<input
          type="search"
          autofocus
          ${field({ shown: search, take: find, during: 'key' })}
      /></label>
      <p class="visually-hidden" role="status">
        ${editor.t('catalogue.results', { count: found.length })}
      </p>
      ${found.length === 0 ? html`<p class="faint">${editor.t(empty)}</p>` : nothing}
      <ul>
        ${found.map((product) => {
          const price = product.prices?.[editor.store.currency] ?? product.unitPrice;
          return html`<li>
            <label class="check product"
              ><input
                type="checkbox"
                .checked=${live(ticked.has(product.id))}
                @change=${(event: Event) => {
                  if ((event.target as HTMLInputElement).checked) ticked.add(product.id);
                  else ticked.delete(product.id);
                  editor.requestUpdate();
                }}
              />${productPicture(product)}<span class="words"
                ><bdi>${product.name}</bdi> <small>${product.sku ?? ''}</small
                ><small class="detail"><bdi>${product.description ?? ''}</bdi></small></span
              ><span class="price"
                >${
                  price === undefined
                    ? ''
                    : formatMoney(
                        price,
                        editor.numberLocale,
                        editor.store.currency,
                        editor.store.minorDigits,
                      )
                }</span
              ></label
            >
          </li>`;
        })}
      </ul>
    </div>`;
  };
  editor.overlays.openDialog({
    title: editor.t('catalogue.title'),
    keeps: () => ticked.size === 0,
    body,
    footer: () =>
      html`<button type="button" @click=${() => editor.overlays.close()}>
          ${editor.t('action.cancel')}
        </button>
        <button type="button" class="primary" ?disabled=${ticked.size === 0} @click=${add}>
          ${editor.t('catalogue.add', { count: ticked.size })}
        </button>`,
  });
}
