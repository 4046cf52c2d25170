/** Where the element is narrow, each line is a card: the same cells, the amounts in one row. */
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
    /* What can be done to selected lines has a row of its own: a scroller would hide most of it. */
    .toolbar.selecting {
      flex-wrap: wrap;
    }
    .selecting .tools:first-child {
      flex: 1 1 100%;
      flex-wrap: wrap;
      order: 1;
      overflow: visible;
    }
    .lines {
      min-inline-size: 0 !important;
    }
    .find,
    .find input {
      inline-size: 100%;
    }
    .select-all {
      display: none;
    }
    .lines thead {
      position: absolute;
      inline-size: 1px;
      block-size: 1px;
      overflow: hidden;
      clip-path: inset(50%);
    }
    .lines tbody {
      min-block-size: 0;
      border-block-start: 1px solid var(--rule);
    }
    .lines tbody tr[data-id] {
      grid:
        auto / var(--grip-width) minmax(0, 0.4fr) minmax(0, 1.3fr) minmax(0, 1.3fr)
        40px;
      padding-block: 4px 6px;
    }
    .lines tbody tr[data-id] > * {
      min-inline-size: 0;
      background: transparent;
      box-shadow: none;
    }
    .lines tbody tr.selected {
      box-shadow: inset 3px 0 0 var(--accent);
    }
    .lines tbody tr[data-id] > .grip {
      grid-area: 1 / 1;
    }
    .lines tbody tr[data-id] > th {
      grid-area: 1 / 2 / auto / -2;
    }
    .lines tbody tr[data-id] > .act {
      grid-area: 1 / -2;
    }
    .lines tbody tr.ghost > :not(.name, .grip) {
      display: none;
    }
    .lines tbody tr.ghost > th {
      grid-column-end: -1;
    }
    .lines tbody tr.item > .col-quantity {
      grid-area: 2 / 1 / auto / span 2;
    }
    .lines tbody tr.item > .col-unitPrice {
      grid-area: 2 / 3;
    }
    .lines tbody tr.item > .c-amount:not(.folded) {
      grid-area: 2 / 4 / auto / -2;
    }
    /* What is too long for its part of the card has a row of its own. */
    .lines tbody tr.item > td:is(:has(> .longest), .long-amount):not(.folded) {
      grid-column: 1 / -2;
    }
    .lines tbody tr.item > td:has(> .longest):not(.folded) {
      grid-row: 3;
    }
    .lines tbody tr.item > td:not(.folded) > .longest {
      font-size: inherit;
    }
    .lines tbody tr.item > .long-amount:not(.folded) {
      grid-row: 4;
    }
    .lines tbody tr.item > .folded {
      grid-area: var(--fold-line) / 1 / auto / -2;
    }
    .lines tbody tr[data-id] > td[data-label]:not(.folded)::before {
      content: attr(data-label);
      display: block;
      padding-inline: 8px;
      color: var(--ink-soft);
      font-size: var(--small);
    }
    .lines tbody tr[data-id] > td[data-label].end:not(.folded)::before {
      text-align: end;
    }
    .lines tbody td.c-number:not(.folded) {
      padding-inline-end: 6px;
    }
    .lines tbody td.c-number:not(.folded) input:not(:read-only) {
      background: var(--surface-sunk);
    }
    .lines tbody td.c-amount:not(.folded) .amount {
      font-weight: 600;
    }
    .lines tbody tr[data-id] .number {
      padding-inline: 4px;
    }
    .lines tbody tr.item > .c-amount:not(.folded) .amount {
      padding-inline: 4px 8px;
    }
    /* The heading, and at its end what its lines add up to. */
    .lines tbody tr.section[data-id] {
      display: flex;
      flex-wrap: wrap;
    }
    .lines tbody tr.section[data-id] > td.long-amount {
      flex-basis: 100%;
      order: 1;
      padding-inline-end: 40px;
    }
    .lines tbody tr.section[data-id] > :is(th, td) {
      flex: none;
      padding-block-start: 8px;
    }
    .lines tbody tr.section[data-id] > .grip {
      inline-size: var(--grip-width);
    }
    .lines tbody tr.section[data-id] > th {
      flex: 1 1 0;
    }
    .lines tbody tr.section[data-id] > .act {
      inline-size: 40px;
    }
    .lines tbody tr.section[data-id] > .empty,
    .lines tbody tr.section[data-id] > .section-subtotal:not(.at-end) {
      display: none;
    }
    .lines tbody tr.section[data-id] > td.section-subtotal[data-label]:not(.folded)::before {
      content: none;
    }
    .lines .optional {
      padding-block: 4px;
    }
    .lines .optional label {
      min-block-size: 24px;
    }
    .lines tbody tr.issues-row > td {
      padding: 0 10px 8px !important;
    }
  }

  /* Smaller still, the amount stands below quantity and price. */
  @container editor (inline-size < 22.5rem) {
    .lines tbody tr.item > .col-unitPrice {
      grid-column: 3 / -2;
    }
    .lines tbody tr.item > .c-amount:not(.folded) {
      grid-area: 4 / 1 / auto / -2;
    }
    .lines tbody tr.item > .c-amount[data-label]:not(.folded) {
      display: flex;
      justify-content: space-between;
      align-items: center;
    }
  }
`;
