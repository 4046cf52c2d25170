/** Where the element is narrow, each line is a card: the same cells in the same order. */
import { css } from 'lit';

export const cards = css`
  @container editor (inline-size < 40rem) {
    .toolbar button:not(.primary) .words {
      position: absolute;
      inline-size: 1px;
      block-size: 1px;
      overflow: hidden;
      clip-path: inset(50%);
    }
    .lines {
      min-inline-size: 0 !important;
    }
    .find,
    .find input {
      inline-size: 100%;
    }
    .lines tbody tr[data-id] > .c-amount {
      grid-column: 2;
    }
    .lines tbody tr.section[data-id] > :is(th, td) {
      padding-block: 0;
    }
    .lines tbody tr.section[data-id] > .empty {
      display: none;
    }
    .lines tbody tr[data-id] > .section-subtotal {
      display: flex;
      justify-content: space-between;
      align-items: baseline;
      grid-column: 1 / -1;
      white-space: nowrap;
    }
    /* What is too long for half a card has its whole width. */
    .lines tbody tr[data-id] > td:is(:has(> .longest), .long-amount) {
      grid-column: 1 / -1;
    }
    .lines th textarea.description {
      margin-block-start: 3px;
    }
    .select-all {
      display: none;
    }
    .lines tbody {
      min-block-size: 0;
    }
    .lines thead {
      position: absolute;
      inline-size: 1px;
      block-size: 1px;
      overflow: hidden;
      clip-path: inset(50%);
    }
    .lines tbody tr[data-id] {
      grid: auto-flow auto / minmax(0, 1fr) minmax(0, 1fr);
      column-gap: 10px;
      margin-block-end: 12px;
      padding: 4px 10px 8px;
      border: 1px solid var(--rule);
      border-radius: var(--radius);
      background: var(--surface);
    }
    .lines tbody tr.ghost {
      border-style: dashed;
    }
    .lines tbody tr.ghost > :not(.name) {
      display: none;
    }
    .lines tbody tr.selected {
      border-color: var(--accent);
      box-shadow: inset 3px 0 0 var(--accent);
    }
    .lines tbody tr[data-id] > * {
      min-inline-size: 0;
      border: 0;
      background: transparent;
      box-shadow: none;
    }
    .lines tbody tr[data-id] > td[data-label]::before {
      content: attr(data-label);
      display: block;
      padding: 6px 8px 0;
      color: var(--ink-soft);
      font-size: var(--small);
    }
    .lines tbody tr[data-id] > td[data-label].end::before {
      text-align: end;
    }
    .lines tbody tr[data-id] > .grip {
      grid-column: 1;
      grid-row: 1;
      padding-block-end: 4px;
    }
    .lines tbody tr[data-id] > .act {
      grid-column: 2;
      grid-row: 1;
      text-align: end;
    }
    .lines tbody tr[data-id] > th {
      grid-column: 1 / -1;
    }
    .lines tbody tr.ghost > th {
      grid-row: 1;
    }
    .lines tbody tr:not(.section) :is(input:not([type='checkbox']), select, button.opener) {
      border-color: var(--rule);
    }
    .lines tbody tr td.c-amount button.amount {
      font-weight: 600;
      border-color: transparent;
    }
    .lines tbody tr.issues-row > td {
      margin-block: -8px 12px;
      padding: 0 10px !important;
      border: 0;
    }
    .lines tbody tr.empty-row > td {
      border: 0;
    }
  }
`;
