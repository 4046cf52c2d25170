/** Buttons, fields, menus, popovers and dialogs. */
import { css } from 'lit';

export const controls = css`
  button,
  input,
  select,
  textarea {
    font: inherit;
    color: inherit;
    letter-spacing: inherit;
  }
  button,
  .button {
    display: inline-flex;
    align-items: center;
    justify-content: center;
    gap: 6px;
    min-block-size: 34px;
    min-inline-size: 34px;
    padding: 4px 12px;
    border: 1px solid var(--rule);
    border-radius: var(--radius);
    background: var(--surface-raised);
    cursor: pointer;
    text-align: center;
  }
  button:hover:not(:disabled, [aria-disabled='true']) {
    border-color: var(--accent);
    background: var(--accent-wash);
  }
  button.primary {
    border-color: var(--accent);
    background: var(--accent);
    color: var(--on-accent);
    font-weight: 600;
  }
  button.primary:hover:not(:disabled) {
    background: color-mix(in srgb, var(--accent) 88%, var(--ink));
  }
  button.quiet,
  button.icon {
    border-color: transparent;
    background: transparent;
  }
  button.icon {
    padding: 4px;
    font-size: 1.1em;
  }
  button.link {
    min-block-size: 24px;
    padding: 0 2px;
    border-color: transparent;
    border-radius: 3px;
    background: transparent;
    color: var(--accent);
    text-decoration: underline;
    text-underline-offset: 2px;
  }
  button:disabled,
  button[aria-disabled='true'] {
    color: var(--ink-soft);
    border-color: var(--rule-soft);
    cursor: default;
  }
  button.primary:disabled {
    border-color: var(--rule-soft);
    background: var(--surface-sunk);
    color: var(--ink-soft);
  }
  button:is(.quiet, .icon):is(:disabled, [aria-disabled='true']) {
    border-color: transparent;
    opacity: 0.55;
  }
  .field {
    display: grid;
    align-content: start;
    gap: 3px;
    font-size: var(--small);
    color: var(--ink-soft);
  }
  .field > :is(input, select, textarea) {
    font-size: 0.9375rem;
    color: var(--ink);
  }
  input:not([type='checkbox'], [type='radio']),
  select,
  textarea {
    inline-size: 100%;
    min-block-size: 34px;
    padding: 5px 8px;
    border: 1px solid var(--rule);
    border-radius: var(--radius);
    background: var(--surface);
  }
  input[type='checkbox'],
  input[type='radio'] {
    inline-size: 18px;
    block-size: 18px;
    margin: 3px;
    accent-color: var(--accent);
  }
  .number {
    text-align: end;
  }
  /* Numbers are typed left to right everywhere; the column's end is the left in Arabic. */
  [dir='rtl'] .number {
    text-align: left;
  }
  .check {
    display: flex;
    align-items: center;
    gap: 6px;
    min-block-size: 30px;
  }
  :is(input, select, textarea)::placeholder {
    color: var(--ink-soft);
    opacity: 1;
  }
  :is(input, select, textarea)[aria-invalid='true'] {
    border-color: var(--danger);
    box-shadow: inset 0 -1px 0 var(--danger);
  }
  :focus-visible {
    outline: 2px solid var(--accent);
    outline-offset: 1px;
  }
  .beside {
    position: fixed;
    inset: auto;
    margin: 0;
    max-inline-size: min(26rem, calc(100vw - 8px));
    max-block-size: calc(100vh - 8px);
    overflow: auto;
    border: 1px solid var(--rule);
    border-radius: calc(var(--radius) + 2px);
    background: var(--surface-raised);
    color: var(--ink);
    box-shadow: var(--shadow);
  }
  .popover {
    padding: 14px;
  }
  .popover h3 {
    font-size: 0.9375rem;
    margin-block-end: 8px;
  }
  .form-grid {
    display: grid;
    grid-template-columns: repeat(2, minmax(0, 1fr));
    gap: 10px 12px;
  }
  .form-grid > .wide {
    grid-column: 1 / -1;
  }
  .menu {
    padding: 5px;
    min-inline-size: 13rem;
  }
  .suggestions .option {
    display: flex;
    justify-content: space-between;
    gap: 16px;
    padding: 6px 10px;
    border-radius: 4px;
    cursor: pointer;
  }
  .suggestions .option:is([aria-selected='true'], :hover) {
    background: var(--accent-wash);
    outline: 1px solid var(--accent);
  }
  .suggestions small {
    color: var(--ink-soft);
  }
  .suggestions .option[aria-selected='true'] small {
    color: var(--ink);
  }
  .field small.problem {
    color: var(--danger);
  }
  [dir='rtl'] .glyph.turns {
    transform: scaleX(-1);
  }
  .menu button {
    display: grid;
    grid-template-columns: 1.2em 1fr auto;
    gap: 8px;
    inline-size: 100%;
    padding-block: 4px;
    padding-inline: 6px 10px;
    border-color: transparent;
    background: transparent;
    text-align: start;
    justify-content: stretch;
  }
  .menu button:is(:hover, :focus-visible):not([aria-disabled='true']) {
    background: var(--accent-wash);
    border-color: transparent;
  }
  .menu button.danger {
    color: var(--danger);
  }
  .menu hr {
    border: 0;
    border-block-start: 1px solid var(--rule-soft);
    margin: 5px 0;
  }
  kbd {
    font-family: inherit;
    font-size: var(--small);
    color: var(--ink-soft);
    white-space: nowrap;
  }
  dialog.overlay {
    padding: 0;
    border: 1px solid var(--rule);
    border-radius: calc(var(--radius) + 4px);
    background: var(--surface-raised);
    color: var(--ink);
    box-shadow: var(--shadow);
    inline-size: min(40rem, calc(100vw - 16px));
    max-block-size: calc(100vh - 32px);
  }
  dialog.overlay[open] {
    display: flex;
    flex-direction: column;
  }
  dialog.overlay.small {
    inline-size: min(26rem, calc(100vw - 16px));
  }
  dialog.overlay.large {
    inline-size: min(64rem, calc(100vw - 16px));
  }
  dialog::backdrop {
    background: rgb(10 16 18 / 0.45);
  }
  .dialog-head,
  .dialog-foot {
    display: flex;
    align-items: center;
    gap: 8px;
    padding-block: 10px;
    padding-inline: 18px 12px;
  }
  .dialog-head {
    justify-content: space-between;
    border-block-end: 1px solid var(--rule-soft);
  }
  .dialog-head h2 {
    margin: 0;
    color: var(--ink);
    font-size: 1.0625rem;
    font-weight: 650;
    letter-spacing: 0;
  }
  .dialog-foot {
    flex-wrap: wrap;
    justify-content: flex-end;
    padding-inline-end: 18px;
    border-block-start: 1px solid var(--rule-soft);
  }
  .dialog-question {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 8px;
    padding: 10px 18px;
    border-block-start: 1px solid var(--rule-soft);
    background: var(--accent-wash);
  }
  .dialog-question p {
    flex: 1 1 12rem;
  }
  .dialog-body {
    padding: 14px 18px;
    overflow: auto;
  }
  @media (prefers-reduced-motion: no-preference) {
    button,
    input,
    select,
    textarea {
      transition:
        background-color 0.12s,
        border-color 0.12s;
    }
  }
  @media (pointer: coarse) {
    button,
    select,
    input:not([type='checkbox'], [type='radio']) {
      min-block-size: 44px;
      min-inline-size: 44px;
    }
    input[type='checkbox'],
    input[type='radio'] {
      inline-size: 24px;
      block-size: 24px;
      margin: 10px;
    }
  }
  @media (forced-colors: active) {
    button,
    input,
    select,
    textarea {
      border-color: ButtonBorder;
    }
    :focus-visible {
      outline-color: Highlight;
    }
    .menu button:focus-visible,
    .suggestions .option[aria-selected='true'] {
      outline: 2px solid Highlight;
    }
  }
`;
