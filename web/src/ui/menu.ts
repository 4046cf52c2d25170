/** The entries of a menu and the keys that move among them. */
import { html, nothing, type TemplateResult } from 'lit';

/** One entry; `run` gets the element the menu was opened from. */
export interface MenuItem {
  readonly label: string;
  readonly run: (anchor: HTMLElement | null) => void;
  readonly keys?: string;
  readonly disabled?: boolean;
  /** Starts a new group of entries. */
  readonly divided?: boolean;
  readonly danger?: boolean;
  /** For entries that are on or off. */
  readonly checked?: boolean;
}

/** The entries as buttons with the roles of a menu. */
export function menuTemplate(
  items: readonly MenuItem[],
  choose: (item: MenuItem) => void,
): TemplateResult[] {
  return items.map(
    (item) =>
      html`${item.divided ? html`<hr role="separator" />` : nothing}
        <button
          type="button"
          role=${item.checked === undefined ? 'menuitem' : 'menuitemcheckbox'}
          aria-checked=${item.checked === undefined ? nothing : String(item.checked)}
          aria-disabled=${item.disabled ? 'true' : nothing}
          class=${item.danger ? 'danger' : ''}
          tabindex="-1"
          @click=${() => {
            if (!item.disabled) choose(item);
          }}
        >
          <span class="tick" aria-hidden="true">${item.checked ? '✓' : ''}</span>
          <span class="words">${item.label}</span>
          ${item.keys ? html`<kbd aria-hidden="true">${item.keys}</kbd>` : nothing}
        </button>`,
  );
}

/** Letters that follow one another within this time are the beginning of one name. */
const TYPED_TOGETHER_MS = 800;
let typed = { text: '', at: 0 };

/** What was typed so far, this key included. */
function typedWith(key: string): string {
  const now = performance.now();
  const before = now - typed.at < TYPED_TOGETHER_MS ? typed.text : '';
  typed = { text: before + key.toLocaleLowerCase(), at: now };
  return typed.text;
}

/**
 * Moves focus by arrow keys, Home, End or the beginning of a name; true where the key was for the
 * menu. The same letter again goes to the next entry that begins with it.
 */
export function moveInMenu(menu: HTMLElement, key: string): boolean {
  const entries = [...menu.querySelectorAll<HTMLElement>('[role^=menuitem]')];
  const at = entries.findIndex((entry) => entry.matches(':focus'));
  const go = (index: number): true => {
    entries.at(index % entries.length)?.focus();
    return true;
  };
  if (key === 'ArrowDown') return go(at + 1);
  if (key === 'ArrowUp') return go(at - 1);
  if (key === 'Home') return go(0);
  if (key === 'End') return go(-1);
  if (key.length !== 1 || key === ' ') return false;
  const text = typedWith(key);
  const isOneLetter = [...text].every((letter) => letter === text[0]);
  const wanted = isOneLetter ? key.toLocaleLowerCase() : text;
  const from = isOneLetter ? at + 1 : Math.max(at, 0);
  const rest = [...entries.slice(from), ...entries.slice(0, from)];
  const found = rest.find((entry) =>
    entry.querySelector('.words')?.textContent?.trim().toLocaleLowerCase().startsWith(wanted),
  );
  found?.focus();
  return found !== undefined;
}
