/** The look of one document's page, of settings and reports. */
import { css } from 'lit';

export const documentStyle = css`
  .back {
    color: var(--ink-soft);
    font-size: var(--small);
    text-decoration: none;
  }
  .back:hover {
    color: var(--accent);
  }
  .doc-title {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 6px 12px;
  }
  .save-state {
    margin-inline-start: auto;
    color: var(--ink-soft);
    font-size: var(--small);
  }
  .save-state.problem {
    color: var(--danger);
  }
  .origins {
    display: flex;
    flex-wrap: wrap;
    gap: 4px 16px;
    font-size: var(--small);
    color: var(--ink-soft);
  }
  .doc-actions {
    display: flex;
    flex-wrap: wrap;
    gap: 8px;
    margin-block: 12px 14px;
  }
  .locked {
    margin-block-end: 10px;
    padding: 8px 12px;
    border-inline-start: 3px solid var(--accent);
    background: var(--surface-sunk);
    font-size: 0.875rem;
  }
  .question {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    justify-content: space-between;
    gap: 8px 20px;
    margin-block-end: 16px;
    padding: 8px 14px;
    border: 1px solid var(--accent);
    border-radius: calc(var(--radius) + 2px);
    background: var(--surface-sunk);
  }
  .question p {
    flex: 1 1 16rem;
    margin: 0;
  }
  .question .row-actions {
    align-items: center;
  }
  .question .field {
    flex-flow: row wrap;
    align-items: center;
    gap: 4px 8px;
  }
  .panel {
    margin-block-end: 16px;
    border: 1px solid var(--rule-soft);
    border-radius: calc(var(--radius) + 2px);
  }
  .panel > summary {
    display: flex;
    flex-wrap: wrap;
    align-items: baseline;
    gap: 2px 12px;
    padding: 10px 14px;
    cursor: pointer;
  }
  .panel > summary::before {
    content: '▸';
    color: var(--ink-soft);
  }
  .panel[open] > summary::before {
    content: '▾';
  }
  [dir='rtl'] .panel:not([open]) > summary::before {
    content: '◂';
  }
  .panel h2,
  .report h2 {
    font-size: 1rem;
  }
  .panel.plain {
    margin-block: 20px 0;
    padding: 12px 14px;
  }
  .panel-columns {
    display: grid;
    grid-template-columns: repeat(auto-fit, minmax(min(20rem, 100%), 1fr));
    gap: 16px 28px;
    padding: 6px 14px 16px;
  }
  @media (min-width: 75rem) {
    .head-columns {
      grid-template-columns: minmax(0, 2fr) minmax(0, 3fr);
    }
    .head-columns > .form-grid + .form-grid {
      grid-template-columns: repeat(3, minmax(0, 1fr));
    }
  }
  .more-fields > summary {
    padding: 6px 14px 12px;
    color: var(--accent);
    font-size: 0.875rem;
    cursor: pointer;
  }
  fieldset {
    margin: 0;
    padding: 0;
    border: 0;
    min-inline-size: 0;
    align-content: start;
  }
  legend {
    padding: 0;
    margin-block-end: 6px;
    font-size: 0.875rem;
    font-weight: 650;
  }
  .field small {
    color: var(--ink-soft);
    overflow-wrap: anywhere;
  }
  .row-actions {
    display: flex;
    flex-wrap: wrap;
    gap: 8px 14px;
  }
  .deal-amount {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 8px;
    font-size: 0.9375rem;
    color: var(--ink);
  }
  .table-wrap {
    overflow-x: auto;
  }
  .records caption {
    padding-block: 8px 2px;
    font-size: 0.875rem;
    font-weight: 650;
    text-align: start;
  }
  .standing dl {
    display: grid;
    grid-template-columns: repeat(auto-fill, minmax(min(8rem, 100%), 1fr));
    gap: 10px 16px;
    margin-block-start: 8px;
  }
  .standing dl + dl {
    margin-block-start: 14px;
    padding-block-start: 12px;
    border-block-start: 1px solid var(--rule-soft);
  }
  .standing dt {
    color: var(--ink-soft);
    font-size: var(--small);
  }
  .standing dd {
    margin: 0;
  }
  .standing dl + h3 {
    margin-block-start: 14px;
  }
  .obstacles {
    display: grid;
    gap: 0;
    margin: 0;
    padding: 0;
    list-style: none;
  }
  .obstacles li {
    display: flex;
    flex-wrap: wrap;
    align-items: baseline;
    gap: 2px 16px;
    padding-block: 8px;
    border-block-end: 1px solid var(--rule-soft);
  }
  .obstacles li:last-child {
    border-block-end: 0;
  }
  .obstacles bdi {
    flex: 1 1 14rem;
    min-inline-size: 0;
    overflow-wrap: anywhere;
  }
  .cancellation {
    display: grid;
    gap: 4px;
    margin-block-start: 8px;
  }
  .cancellation .links,
  .lasting ul {
    display: grid;
    gap: 2px;
    padding-inline-start: 1.2em;
  }
  .ends {
    font-size: var(--small);
  }
  .payments-said {
    margin-block-start: 8px;
  }
  .panel.plain.standing {
    margin-block: 0 16px;
  }
  .form-grid > .follows {
    display: contents;
  }
  /* What follows from a date is not shown while the box holds none: it would be that of another day. */
  .form-grid:has(input[type='date']:invalid) > .follows {
    display: none;
  }
  .list-title {
    margin-block: 12px 4px;
    font-weight: 600;
  }
  .plain-list {
    padding-inline-start: 1.25rem;
  }
  .records :is(th, td) {
    padding-block: 7px;
    padding-inline: 0 14px;
    border-block-end: 1px solid var(--rule-soft);
    text-align: start;
    font-weight: 400;
  }
  .records thead th {
    color: var(--ink-soft);
    font-size: var(--small);
    font-weight: 600;
  }
  .events {
    display: grid;
    gap: 4px;
    margin-block-start: 8px;
    list-style: none;
    font-size: 0.875rem;
  }
  .events li {
    display: grid;
    grid-template-columns: 12rem 1fr;
    gap: 12px;
  }
  .events time {
    color: var(--ink-soft);
  }
  .preview-frame {
    margin-inline: -12px;
    padding: 20px 12px;
    background: light-dark(#e9ecec, #0b0d0f);
  }
  .steps {
    display: grid;
    list-style: none;
  }
  .steps li {
    display: flex;
    align-items: start;
    justify-content: space-between;
    gap: 16px;
    padding-block: 10px;
    border-block-end: 1px solid var(--rule-soft);
  }
  .steps button {
    flex: none;
  }
  .steps p {
    font-size: 0.875rem;
  }
  .notices {
    display: grid;
    gap: 8px;
    padding-inline-start: 1.2em;
  }
  .lasting {
    margin-block-start: 14px;
    padding: 10px 12px;
    border-inline-start: 3px solid var(--caution);
    background: var(--surface-sunk);
  }
  .dialog-body h3 {
    margin-block: 16px 6px;
    font-size: 0.9375rem;
  }
  .dialog-body .check {
    margin-block-start: 8px;
  }
  .tier-row {
    display: grid;
    grid-template-columns: repeat(3, minmax(0, 1fr)) 34px;
    gap: 10px 12px;
    align-items: start;
    margin-block-start: 8px;
  }
  .tier-row .icon {
    margin-block-start: 20px;
  }
  .form-grid.three {
    grid-template-columns: repeat(3, minmax(0, 1fr));
  }
  .ticks {
    display: grid;
    grid-template-columns: repeat(auto-fit, minmax(14rem, 1fr));
  }
  .settings {
    columns: 22rem 2;
    column-gap: 36px;
    margin-block-start: 16px;
  }
  .settings fieldset {
    break-inside: avoid;
    inline-size: 100%;
    min-inline-size: 0;
    margin-block-end: 24px;
    padding: 16px;
    border: 1px solid var(--rule-soft);
    border-radius: calc(var(--radius) + 2px);
  }
  .settings legend {
    padding-inline: 6px;
    margin-inline-start: -6px;
  }
  .settings p {
    margin-block-end: 8px;
  }
  .logo-row {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 10px;
  }
  .accent {
    display: flex;
    align-items: center;
    gap: 10px;
  }
  .accent input {
    inline-size: 44px;
    block-size: 32px;
    padding: 2px;
  }
  .logo-row img {
    max-block-size: 48px;
    max-inline-size: 160px;
  }
  .report {
    margin-block-end: 28px;
  }
  .report header {
    display: flex;
    align-items: center;
    justify-content: space-between;
    gap: 12px;
    margin-block-end: 6px;
  }
  .report > p {
    margin-block-start: 6px;
    font-size: 0.875rem;
  }
  .period {
    inline-size: 10rem;
  }
  @media (max-width: 36rem) {
    .dialog-body .records :is(th, td) {
      padding-inline-end: 6px;
      font-size: 0.8125rem;
    }
    .dialog-body .records :is(th, td):last-child {
      padding-inline-end: 0;
    }
    /* What and how much first; the day and what can be done with it below. */
    .ledger thead {
      position: absolute;
      inline-size: 1px;
      block-size: 1px;
      overflow: hidden;
      clip-path: inset(50%);
    }
    .ledger tr {
      display: grid;
      grid-template-columns: minmax(0, 1fr) auto;
      gap: 2px 12px;
      padding-block: 8px;
      border-block-end: 1px solid var(--rule-soft);
    }
    .records.ledger td {
      padding: 0;
      border: 0;
    }
    .ledger td:nth-child(1) {
      order: 2;
      color: var(--ink-soft);
      font-size: var(--small);
    }
    .ledger td:nth-child(2) {
      overflow-wrap: anywhere;
    }
    .ledger td:nth-child(n + 4) {
      order: 3;
    }
    .ledger td:nth-child(4) {
      display: none;
    }
    .form-grid,
    .form-grid.three {
      grid-template-columns: minmax(0, 1fr);
    }
    .events li {
      grid-template-columns: 1fr;
      gap: 0;
    }
    .save-state {
      margin-inline-start: 0;
    }
  }
  @media print {
    .side,
    .doc-head,
    .announcement,
    .skip {
      display: none !important;
    }
    .app {
      display: block;
      background: none;
    }
    main {
      padding: 0;
      border: 0;
    }
    .preview-frame {
      margin: 0;
      padding: 0;
      background: none;
    }
  }
`;
