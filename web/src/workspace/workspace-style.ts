/** The look of the workspace: navigation, lists, document pages, forms. */
import { css } from 'lit';
import { documentStyle } from './document-style.ts';

const shell = css`
  :host {
    background: transparent;
  }
  .app {
    display: grid;
    grid-template-columns: 13rem minmax(0, 1fr);
    min-block-size: 100vh;
    background: light-dark(#f3f5f4, #101316);
  }
  .side {
    position: sticky;
    inset-block-start: 0;
    align-self: start;
    max-block-size: 100vh;
    overflow: auto;
    padding: 16px 10px;
  }
  .brand {
    padding: 4px 10px 14px;
    font-size: 1.125rem;
    letter-spacing: -0.01em;
  }
  .brand strong {
    padding-block-end: 2px;
    border-block-end: 4px double var(--accent);
  }
  .nav-toggle {
    display: none;
  }
  a {
    color: var(--accent);
  }
  nav {
    display: grid;
    gap: 2px;
  }
  nav a {
    display: flex;
    align-items: center;
    min-block-size: 34px;
    padding: 4px 10px;
    border-radius: var(--radius);
    color: var(--ink);
    text-decoration: none;
  }
  nav a:hover {
    background: var(--accent-wash);
  }
  nav a[aria-current] {
    background: var(--surface-raised);
    color: var(--accent);
    font-weight: 600;
    box-shadow: inset 3px 0 0 var(--accent);
  }
  [dir='rtl'] nav a[aria-current] {
    box-shadow: inset -3px 0 0 var(--accent);
  }
  nav hr {
    inline-size: 100%;
    border: 0;
    border-block-start: 1px solid var(--rule-soft);
  }
  main {
    min-inline-size: 0;
    padding: 20px 28px 40px;
    background: var(--surface);
    border-inline-start: 1px solid var(--rule-soft);
  }
  main:focus {
    outline: none;
  }
  .check input {
    flex: none;
  }
  .skip {
    position: absolute;
    inset-block-start: -60px;
    z-index: 5;
    padding: 8px 12px;
    background: var(--surface-raised);
  }
  .skip:focus {
    inset-block-start: 4px;
  }
  .backup-facts {
    inline-size: 100%;
    margin-block: 12px;
    border-collapse: collapse;
  }
  .backup-facts :is(th, td) {
    padding-block: 6px;
    padding-inline: 0 10px;
    border-block-end: 1px solid var(--rule-soft);
    text-align: start;
    vertical-align: top;
    font-weight: 400;
    overflow-wrap: break-word;
  }
  .backup-facts thead th {
    font-weight: 600;
  }
  .backup-facts + p {
    margin-block-end: 8px;
  }
  .announcement {
    position: fixed;
    inset-block-end: 16px;
    inset-inline: 0;
    z-index: 4;
    inline-size: fit-content;
    max-inline-size: min(36rem, calc(100vw - 32px));
    margin-inline: auto;
    padding: 8px 16px;
    border-radius: var(--radius);
    background: var(--ink);
    color: var(--surface);
    pointer-events: none;
    animation: fade 5s forwards;
  }
  .announcement[data-empty] {
    display: none;
  }
  .announcement.undoable:not([data-empty]) {
    display: flex;
    align-items: center;
    gap: 14px;
    padding-block: 5px;
    pointer-events: auto;
    animation: none;
  }
  .announcement button {
    min-block-size: 28px;
    border-color: var(--surface);
    background: transparent;
    color: inherit;
    font-weight: 600;
  }
  .chip.sample {
    margin-inline-start: 6px;
  }
  .samples-note {
    margin-block: 0 10px;
    color: var(--ink-soft);
  }
  @keyframes fade {
    90% {
      opacity: 1;
    }
    to {
      opacity: 0;
      visibility: hidden;
    }
  }
  h1 {
    margin: 0;
    font-size: 1.5rem;
    letter-spacing: -0.015em;
    line-height: 1.2;
  }
  [lang='ar'] h1 {
    letter-spacing: 0;
  }
  .soft {
    color: var(--ink-soft);
  }
  .problem {
    color: var(--danger);
  }
  .page-head {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 8px;
    margin-block-end: 14px;
  }
  .page-head h1 {
    margin-inline-end: auto;
  }
  .tabs {
    display: flex;
    flex-wrap: wrap;
    gap: 4px;
    margin-block-end: 12px;
    border-block-end: 1px solid var(--rule-soft);
  }
  .tabs button {
    border-color: transparent;
    border-radius: 0;
    background: transparent;
    border-block-end: 2px solid transparent;
  }
  .tabs button[aria-pressed='true'] {
    border-block-end-color: var(--accent);
    color: var(--accent);
    font-weight: 600;
  }
  .tabs .check {
    margin-inline-start: auto;
  }
  .spring {
    flex: 1;
  }
  .empty-state .row-actions {
    justify-content: center;
  }
  .empty-state {
    padding: 56px 16px;
    text-align: center;
  }
  .empty-state h2 {
    font-size: 1.125rem;
    margin-block-end: 6px;
  }
  .empty-state p {
    max-inline-size: 34rem;
    margin: 0 auto 16px;
    color: var(--ink-soft);
  }
  .nothing {
    padding: 28px 12px;
    color: var(--ink-soft);
    text-align: center;
  }
  @media (max-width: 52rem) {
    .app {
      grid-template-columns: minmax(0, 1fr);
      grid-template-rows: auto 1fr;
    }
    .side {
      position: static;
      padding: 8px 12px;
    }
    .brand {
      display: flex;
      justify-content: space-between;
      align-items: center;
      padding: 0;
    }
    .nav-toggle {
      display: inline-flex;
    }
    .side nav {
      display: none;
      padding-block-start: 8px;
    }
    .side.open nav {
      display: grid;
    }
    main {
      padding: 14px 12px 40px;
      border-inline-start: 0;
    }
  }
  @media (prefers-reduced-motion: reduce) {
    .announcement {
      animation: none;
    }
  }
`;

const lists = css`
  .index.with-peek {
    display: grid;
    grid-template-columns: minmax(0, 1fr) 18rem;
    gap: 20px;
  }
  .list-tools {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 8px;
    margin-block-end: 10px;
  }
  .list-tools .search {
    inline-size: min(18rem, 100%);
  }
  .list-tools .count {
    color: var(--ink-soft);
    font-size: var(--small);
  }
  .filters,
  .bulk {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 8px;
    margin-block-end: 10px;
    padding: 10px;
    border-radius: var(--radius);
    background: var(--surface-sunk);
  }
  .bulk {
    background: var(--accent-wash);
  }
  .bulk .danger {
    color: var(--danger);
  }
  .condition {
    display: flex;
    flex-wrap: wrap;
    gap: 4px;
  }
  .condition :is(select, input),
  .filters .short {
    inline-size: auto;
    max-inline-size: 13rem;
  }
  .list-scroll {
    container-type: inline-size;
    max-block-size: calc(100vh - 15rem);
    min-block-size: 12rem;
    overflow: auto;
    border-block-start: 1px solid var(--rule-soft);
  }
  .list-scroll:focus {
    outline: none;
  }
  .entries,
  .records {
    inline-size: 100%;
    border-collapse: collapse;
  }
  .entries :is(th, td) {
    block-size: 44px;
    padding-block: 0;
    padding-inline: 0 12px;
    border-block-end: 1px solid var(--rule-soft);
    text-align: start;
    font-weight: 400;
    white-space: nowrap;
    max-inline-size: 15rem;
    overflow: hidden;
    text-overflow: ellipsis;
  }
  .entries :is(th, td).whole {
    max-inline-size: none;
  }
  .entries .cramped {
    display: none;
  }
  .entries .heading {
    display: block;
    overflow: hidden;
    text-overflow: ellipsis;
  }
  .entries .under {
    display: none;
    overflow: hidden;
    text-overflow: ellipsis;
    line-height: 1.3;
    color: var(--ink-soft);
    font-size: 0.75rem;
  }
  .entries .filler td {
    padding: 0;
    border: 0;
  }
  .entries thead th {
    position: sticky;
    inset-block-start: 0;
    z-index: 1;
    block-size: 36px;
    background: var(--surface);
  }
  .entries thead button {
    position: relative;
    max-inline-size: 100%;
    min-inline-size: 0;
    min-block-size: 30px;
    padding: 0;
    border: 0;
    background: none;
    color: var(--ink-soft);
    font-size: var(--small);
    font-weight: 600;
  }
  /* Beside the heading, whose edge is the edge of its column. */
  .entries .sorted {
    position: absolute;
    inset-block-start: 0.3em;
    inset-inline-start: calc(100% + 2px);
  }
  .entries :is(th, td).number,
  .records :is(th, td).number {
    text-align: end;
  }
  .entries tbody tr {
    cursor: default;
  }
  .entries tbody tr:hover {
    background: var(--surface-sunk);
  }
  .entries tr:is(.ticked, .peeked) {
    background: var(--accent-wash);
  }
  .entries th a {
    color: var(--ink);
    font-weight: 600;
    text-decoration: none;
  }
  .entries th a:hover {
    color: var(--accent);
    text-decoration: underline;
  }
  .tick-cell {
    inline-size: 36px;
  }
  .chip {
    display: inline-block;
    padding: 0 8px;
    border: 1px solid currentColor;
    border-radius: 99px;
    font-size: 0.75rem;
    line-height: 1.6;
    color: var(--ink-soft);
    white-space: nowrap;
  }
  .chip:is(.open, .published, .active, .scheduled) {
    color: light-dark(#1d5f9e, #8cc3f5);
  }
  .chip:is(.paid, .accepted, .won, .applied) {
    color: var(--accent);
  }
  .chip:is(.partlyPaid, .unpaid) {
    color: var(--caution);
  }
  .chip:is(.overdue, .expired, .lost) {
    color: var(--danger);
  }
  .chip.draft {
    border-style: dashed;
  }
  .peek {
    align-self: start;
    display: grid;
    gap: 10px;
    justify-items: start;
    padding: 14px 16px;
    border: 1px solid var(--rule-soft);
    border-radius: calc(var(--radius) + 2px);
    background: var(--surface-raised);
  }
  .peek header {
    display: flex;
    justify-content: space-between;
    inline-size: 100%;
  }
  .peek h2 {
    font-size: 1.0625rem;
  }
  .peek h3 {
    font-size: var(--small);
    color: var(--ink-soft);
  }
  .peek ul {
    list-style: none;
    font-size: 0.875rem;
  }
  .peek-facts,
  .summary-facts {
    display: grid;
    gap: 4px;
    inline-size: 100%;
  }
  :is(.peek-facts, .summary-facts) > div {
    display: grid;
    grid-template-columns: 7rem 1fr;
    gap: 8px;
  }
  :is(.peek-facts, .summary-facts) dt {
    color: var(--ink-soft);
  }
  @media (max-width: 52rem) {
    .index.with-peek {
      grid-template-columns: minmax(0, 1fr);
    }
    .peek {
      order: -1;
    }
    .list-scroll {
      max-block-size: none;
    }
  }
  @container (max-width: 76rem) {
    .entries .cramped {
      display: inline;
    }
    .entries .roomy {
      display: none;
    }
  }
  @container (max-width: 58rem) {
    .entries :is(th, td).long {
      display: none;
    }
    .entries .under.long {
      display: block;
    }
    /* Takes what the others leave. */
    .entries :is(th[scope='row'], th.tick-cell + th) {
      inline-size: 100%;
      min-inline-size: 5rem;
      max-inline-size: 0;
    }
  }
  @container (max-width: 48rem) {
    .entries :is(th, td).minor {
      display: none;
    }
    .entries .under {
      display: block;
    }
  }
  @container (max-width: 22rem) {
    .entries :is(th, td) {
      padding-inline-end: 8px;
    }
    .entries .tick-cell {
      inline-size: 28px;
    }
  }
`;

export const workspaceStyle = [shell, lists, documentStyle];
