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

/** Moves focus by arrow keys, Home, End or a first letter; true where the key was for the menu. */
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
  const rest = [...entries.slice(at + 1), ...entries.slice(0, at + 1)];
  const wanted = key.toLocaleLowerCase();
  const found = rest.find((entry) =>
    entry.querySelector('.words')?.textContent?.trim().toLocaleLowerCase().startsWith(wanted),
  );
  found?.focus();
  return found !== undefined;
}
