/**
 * The table of lines: ruled like a ledger, cards where it is narrow. Each row is a grid with the same
 * tracks: what is typed in one is laid out without the others, which the layout of a table would visit
 * cell by cell. The roles stand in the markup.
 */
import { css } from 'lit';

export const table = css`
  .editor {
    position: relative;
    container: editor / inline-size;
  }
  .starting {
    padding: 24px;
    color: var(--ink-soft);
  }
  .faint {
    color: var(--ink-soft);
  }
  .small {
    font-size: var(--small);
  }
  .toolbar {
    display: flex;
    flex-wrap: wrap;
    justify-content: space-between;
    gap: 8px;
    padding-block-end: 10px;
    min-block-size: 46px;
  }
  .tools {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 6px;
  }
  /* What can be done to selected lines stays in the room of the other tools: no row moves. */
  .toolbar.selecting {
    flex-wrap: nowrap;
  }
  .selecting .tools {
    flex: none;
    flex-wrap: nowrap;
  }
  .selecting .tools:first-child {
    flex: 0 1 auto;
    min-inline-size: 0;
    overflow-x: auto;
    overflow-y: hidden;
    scrollbar-width: thin;
    margin: -4px;
    padding: 4px;
  }
  .selecting .tools:first-child > * {
    flex: none;
  }
  .selecting .tools.end .words {
    position: absolute;
    inline-size: 1px;
    block-size: 1px;
    overflow: hidden;
    clip-path: inset(50%);
  }
  .tools .count {
    font-weight: 600;
    padding-inline-end: 6px;
  }
  .badge {
    min-inline-size: 1.5em;
    padding: 0 5px;
    border: 1px solid var(--caution);
    border-radius: 999px;
    color: var(--caution);
    font-size: var(--small);
    line-height: 1.4;
  }
  .find {
    display: inline-flex;
    align-items: center;
    gap: 2px;
  }
  .find input {
    inline-size: 13rem;
  }
  .find .found {
    min-inline-size: 8em;
    font-variant-numeric: tabular-nums;
    text-align: center;
    font-size: var(--small);
    color: var(--ink-soft);
  }
  .skip {
    position: absolute;
    inset-inline-start: 0;
    inset-block-start: 46px;
    z-index: 3;
    padding: 6px 12px;
    background: var(--surface-raised);
    color: var(--accent);
    border: 1px solid var(--accent);
    border-radius: var(--radius);
  }
  .skip:not(:focus) {
    inline-size: 1px;
    block-size: 1px;
    padding: 0;
    border: 0;
    overflow: hidden;
    clip-path: inset(50%);
  }
  :host {
    --empty-height: 6.75rem;
  }
  .table-scroll {
    overflow-x: auto;
    overscroll-behavior-x: contain;
  }
  .table-scroll.windowed {
    overflow: auto;
    max-block-size: min(70vh, 56rem);
    border-block-end: 1px solid var(--rule);
    overflow-anchor: none;
  }
  table {
    inline-size: 100%;
    border-collapse: collapse;
  }
  .lines,
  .lines :is(thead, tbody, th, td),
  .lines tr:is(.space, .issues-row, .empty-row) {
    display: block;
  }
  .lines tr {
    display: grid;
    grid-template-columns: var(--grip-width) var(--tracks) 40px;
  }
  tr.note {
    --tracks: minmax(0, 1fr);
  }
  tr.section > :is(th, td.empty) {
    grid-column: span var(--span, 1);
  }
  .lines tr {
    border-block-end: 1px solid var(--hair);
  }
  .lines tr:is(.space, .empty-row),
  .lines tr:has(+ .issues-row) {
    border-block-end-color: transparent;
  }
  .lines thead tr {
    border-block-end-color: var(--rule);
  }
  .lines thead :is(th, td) {
    padding: 6px 8px;
    color: var(--ink-soft);
    font-size: var(--small);
    font-weight: 600;
    text-align: start;
    text-wrap: balance;
    hyphens: auto;
    overflow-wrap: anywhere;
    align-content: end;
    background: var(--surface);
  }
  .lines thead th.end {
    text-align: end;
  }
  .windowed thead {
    position: sticky;
    inset-block-start: 0;
    z-index: 2;
  }
  .lines tbody :is(th, td) {
    padding: 0;
    font-weight: 400;
    text-align: start;
  }
  .lines tbody tr[data-id] {
    grid-template-rows: minmax(calc(var(--row-height) + 1px), auto);
    scroll-margin-block: 40px calc(var(--bar-height) + 12px);
  }
  .lines tbody :is(input:not([type='checkbox']), select, textarea) {
    scroll-margin-block: 44px calc(var(--bar-height) + 16px);
    min-block-size: var(--row-height);
    padding: calc((var(--row-height) - 24px) / 2) 8px;
    border: 1px solid transparent;
    border-radius: 4px;
    background: transparent;
  }
  .lines
    tbody
    :is(input:not([type='checkbox']), select, textarea, button.opener):hover:not(
      :disabled,
      [readonly]
    ) {
    background: var(--accent-wash);
  }
  .lines tbody :is(input:not([type='checkbox']), select, textarea):focus {
    background: var(--surface);
    outline: 2px solid var(--accent);
    outline-offset: -1px;
  }
  .lines tbody [aria-invalid='true'] {
    background: var(--danger-wash);
    border-color: var(--danger) !important;
  }
  /* Text of another direction than the page's still begins where its column does. */
  .lines [dir='auto'] {
    text-align: left;
  }
  [dir='rtl'] .lines [dir='auto'] {
    text-align: right;
  }
  .lines .number.long {
    padding-inline: 4px;
    font-size: 0.8125rem;
  }
  .lines .number.longest {
    padding-inline: 2px;
    font-size: 0.6875rem;
    text-overflow: ellipsis;
  }
  /* A text of the same length behind the box gives it its height, in every browser. */
  .grow {
    display: grid;
  }
  .grow > textarea,
  .grow::after {
    grid-area: 1 / 1;
    font: inherit;
    overflow-wrap: anywhere;
  }
  .grow > textarea {
    block-size: 100%;
    resize: none;
    overflow: hidden;
  }
  .grow::after {
    content: attr(data-text) ' ';
    visibility: hidden;
    white-space: pre-wrap;
    min-block-size: var(--row-height);
    padding: calc((var(--row-height) - 24px) / 2) 8px;
    border: 1px solid transparent;
  }
  .lines th.name > .grow {
    font-weight: 500;
  }
  .lines th.name textarea::placeholder {
    font-weight: 400;
  }
  .lines th textarea.description {
    display: block;
    margin-block-start: -5px;
    min-block-size: 26px !important;
    field-sizing: content;
    padding-block: 0 7px;
    font-size: var(--small);
    color: var(--ink-soft);
    resize: none;
    overflow: hidden;
  }
  .pair input {
    min-inline-size: 0;
  }
  .pair {
    display: flex;
    position: relative;
  }
  .pair .mode {
    min-inline-size: 24px;
    inline-size: 24px;
    min-block-size: var(--row-height);
    padding: 0;
    flex: none;
    color: var(--ink-soft);
  }
  .pair input {
    padding-inline-end: 2px !important;
  }
  button.opener {
    inline-size: 100%;
    display: flex;
    min-block-size: var(--row-height);
    align-items: flex-start;
    justify-content: flex-start;
    padding: calc((var(--row-height) - 24px) / 2) 8px;
    border-color: transparent;
    border-radius: 4px;
    background: transparent;
    text-align: start;
  }
  button.opener.faint {
    color: var(--ink-soft);
  }
  .amount {
    font-variant-numeric: tabular-nums;
  }
  .lines .amount {
    inline-size: 100%;
    min-block-size: var(--row-height);
    justify-content: flex-end;
    padding: 2px 8px;
    border-color: transparent;
    border-radius: 4px;
    background: transparent;
    white-space: nowrap;
  }
  .lines span.amount {
    display: flex;
    align-items: center;
    color: var(--ink-soft);
  }
  /* In a room that its text does not measure, so that it is laid out alone. */
  .lines button.amount:not(.apart) {
    display: block;
    text-align: end;
  }
  /* A long amount reaches over what is before it, as the end of a number is what it must not lose. */
  .lines button.amount:not(.apart) > [data-drawn] {
    display: block;
    contain: layout size;
    block-size: 1lh;
    margin-inline-start: -12rem;
    pointer-events: none;
  }
  /* An amount that is none of its column's addends stands below the reason. */
  .lines button.amount.apart {
    flex-direction: column;
    align-items: flex-end;
    gap: 0;
    line-height: 1.15;
    color: var(--ink-soft);
  }
  .lines :is(.apart > span, .apart > small) {
    font-size: var(--small);
  }
  .lines .apart > small {
    font-style: italic;
    white-space: normal;
    text-align: end;
  }
  .lines small.billed {
    display: block;
    padding: 0 8px 5px;
    margin-block-start: -4px;
    font-size: var(--small);
    color: var(--ink-soft);
    text-align: end;
  }
  .lines button.amount:hover {
    background: var(--accent-wash);
    text-decoration: underline dotted;
    text-underline-offset: 3px;
  }
  .lines .grip {
    white-space: nowrap;
    line-height: 1;
  }
  .lines .grip > * {
    vertical-align: top;
  }
  .handle {
    min-inline-size: 26px;
    inline-size: 26px;
    min-block-size: var(--row-height);
    padding: 0 !important;
    color: var(--ink-soft);
    cursor: grab;
    touch-action: none;
  }
  .handle:disabled {
    visibility: hidden;
  }
  .handle:active {
    cursor: grabbing;
  }
  .rownum {
    min-inline-size: 30px;
    --number-height: clamp(24px, calc(var(--row-height) - 10px), 28px);
    min-block-size: var(--number-height);
    margin-block-start: calc((var(--row-height) - var(--number-height)) / 2);
    padding: 0 4px;
    border-color: transparent;
    background: transparent;
    color: var(--ink-soft);
    font-size: var(--small);
  }
  .lines tr:hover .rownum,
  .rownum:focus-visible {
    border-color: var(--rule);
  }
  .lines thead td.grip {
    padding-block: 3px;
  }
  .select-all {
    justify-content: center;
    inline-size: 30px;
    min-block-size: 24px;
    padding: 0;
    margin-inline-start: 26px;
  }
  .rownum[aria-pressed='true'],
  .rownum[aria-pressed='true']:hover:not(:disabled, [aria-disabled='true']) {
    border-color: var(--accent);
    background: var(--accent);
    color: var(--on-accent);
    font-weight: 600;
  }
  .lines .act {
    text-align: end;
  }
  .lines tbody .act button {
    min-block-size: var(--row-height);
    color: var(--ink-soft);
  }
  tr.selected,
  tr.selected > * {
    background: var(--accent-wash);
  }
  tr.carried {
    opacity: 0.45;
  }
  tr.carried,
  tr.carried > * {
    background: var(--accent-wash);
  }
  .drag-label {
    position: fixed;
    inset-block-start: 0;
    left: 0;
    z-index: 5;
    max-inline-size: 20rem;
    padding: 4px 10px;
    overflow: hidden;
    text-overflow: ellipsis;
    white-space: nowrap;
    border: 1px solid var(--accent);
    border-radius: var(--radius);
    background: var(--surface-raised);
    color: var(--ink);
    pointer-events: none;
  }
  tr.found {
    outline: 2px solid var(--accent);
    outline-offset: -2px;
  }
  tr.unselected > :not(.grip, .act),
  tr.unselected > :not(.grip, .act) :is(input, textarea, select, button) {
    color: var(--ink-soft);
  }
  tr.unselected .amount {
    font-style: italic;
    font-weight: 400;
  }
  .plus {
    display: inline-block;
    inline-size: 64px;
    padding-block-start: 10px;
    text-align: center;
    color: var(--accent);
    font-size: 1.1em;
  }
  tr.section .grow {
    font-weight: 650;
    font-size: 1rem;
  }
  .lines tr.section {
    border-block-end-color: var(--ink);
  }
  tr.section > :is(th, td) {
    padding-block-start: 14px;
  }
  tr.section .amount {
    justify-content: flex-end;
    color: var(--ink);
    font-weight: 600;
  }
  tr.note textarea {
    field-sizing: content;
    resize: none;
    overflow: hidden;
    font-style: italic;
    color: var(--ink-soft);
  }
  .lines tr:is(.drop-before, .drop-after) {
    position: relative;
    z-index: 2;
  }
  .lines tr.drop-before {
    margin-block-start: -3px;
    border-block-start: 3px solid var(--accent);
  }
  .lines tr.drop-after {
    margin-block-end: -2px;
    border-block-end: 3px solid var(--accent);
  }
  tr.issues-row > td {
    padding-block: 3px 5px;
    padding-inline: 64px 8px;
  }
  .line-issues {
    list-style: none;
    font-size: var(--small);
  }
  .error b,
  .error.line-issue,
  .problem {
    color: var(--danger);
  }
  .warning b {
    color: var(--caution);
  }
  .notice b {
    color: var(--ink-soft);
  }
  .problem {
    font-size: var(--small);
  }
  .lines tbody {
    min-block-size: calc(var(--row-height) + 1px + var(--empty-height));
  }
  .lines tbody.closed {
    min-block-size: 0;
  }
  .empty-row td {
    min-block-size: var(--empty-height);
    padding: 28px 16px !important;
    text-align: center !important;
    color: var(--ink-soft);
  }
  .empty-row[aria-hidden] {
    visibility: hidden;
  }
  .empty-row strong {
    color: var(--ink);
    font-size: 1.0625rem;
  }
  .optional {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 0 12px;
    padding: 0 8px 4px;
    font-size: var(--small);
    color: var(--ink-soft);
  }
  .optional .link {
    text-align: start;
  }
  .optional .not-counted {
    color: var(--caution);
  }

  /* Below the name there is one line for two columns, on phones for one, each behind what it is called. */
  .lines tr > .folded {
    display: flex;
    align-items: baseline;
    min-inline-size: 0;
    font-size: var(--small);
    text-align: start;
  }
  .lines tr > .folded.last {
    padding-block-end: 6px;
  }
  .lines .folded::before {
    content: attr(data-label);
    flex: none;
    padding-inline: 8px 2px;
    color: var(--ink-soft);
  }
  .lines .folded :is(input, select, .pair, button.opener, .amount) {
    flex: 0 1 auto;
    inline-size: auto;
    min-inline-size: 44px;
    padding-block: 0;
    font-size: inherit;
    text-align: start;
  }
  .lines .folded input {
    field-sizing: content;
    max-inline-size: 100%;
  }
  .lines tr > .folded.c-amount {
    justify-content: space-between;
  }
  .lines .folded > .amount > [data-drawn] {
    contain: none;
    block-size: auto;
    margin: 0;
  }
  .lines tr.ghost > .folded {
    display: none;
  }
  @media not (pointer: coarse) {
    .lines tr > .folded {
      --row-height: 26px;
    }
    .lines .folded .mode {
      min-inline-size: 22px;
      inline-size: 22px;
    }
  }

  /* Where the columns need more width than there is, what a line is called, what it comes to and its
     menu stay in sight, as do headings, notes and what is wrong; a cell that gets focus comes out from
     below them. */
  @container editor (inline-size >= 40rem) {
    .lines .folded-heading {
      position: absolute;
      inline-size: 1px;
      block-size: 1px;
      padding: 0;
      overflow: hidden;
      clip-path: inset(50%);
    }
    .lines tr > .folded {
      grid-row: var(--fold-row);
    }
    .lines tr > .folded.first {
      grid-column: 2;
    }
    .lines tr > .folded.second {
      grid-column: 3 / -1;
    }
    .table-scroll {
      scroll-padding-inline: calc(11rem + 8px) calc(40px + 7rem);
    }
    :where(.lines tr:is([data-id], :first-child) > :is(:last-child, .at-start, .at-end)) {
      position: sticky;
      z-index: 1;
      background: var(--surface);
    }
    :where(.lines tr > :last-child) {
      inset-inline-end: 0;
    }
    :where(.lines tr > .at-end) {
      inset-inline-end: 40px;
    }
    :where(.lines tr > .at-start) {
      inset-inline-start: 0;
    }
    :where(tr.section > .at-start) {
      justify-self: start;
      inline-size: 100%;
      max-inline-size: 60cqi;
    }
    /* Its text may run the other way than the page: both edges keep it in sight. */
    :where(tr.note textarea) {
      position: sticky;
      inset-inline: 0;
      max-inline-size: calc(100cqi - 14rem);
    }
    .line-issues {
      position: sticky;
      inset-inline-start: 64px;
      inline-size: fit-content;
      max-inline-size: calc(100cqi - 10rem);
    }
  }

  @media (pointer: coarse) {
    :host {
      --row-height: 46px;
      --grip-width: 92px;
    }
    .handle,
    .rownum,
    .pair .mode {
      min-inline-size: 44px;
      min-block-size: 44px;
    }
  }

  @media (forced-colors: active) {
    .rownum[aria-pressed='true'] {
      outline: 2px solid Highlight;
    }
    .lines tr.selected {
      border-block-end: 2px solid Highlight;
    }
    .lines tr.drop-before {
      border-block-start-color: Highlight;
    }
    .lines tr.drop-after {
      border-block-end-color: Highlight;
    }
    .lines tbody :is(input, select, textarea):focus {
      outline-color: Highlight;
    }
  }
`;
