/** Everything around the table: totals, schedule, metrics, lists, and what stands in dialogs. */
import { css } from 'lit';

export const panels = css`
  .below {
    display: grid;
    grid-template-columns: minmax(0, 1fr) minmax(20rem, 33rem);
    gap: 28px 44px;
    align-items: start;
    padding-block: 22px 14px;
  }
  .beside-totals {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: 24px;
    min-inline-size: 0;
  }
  .totals {
    min-inline-size: 0;
  }
  h2 {
    font-size: var(--small);
    font-weight: 650;
    letter-spacing: 0.02em;
    color: var(--ink-soft);
    margin-block-end: 8px;
  }
  .totals:focus,
  .schedule:focus {
    outline-offset: 6px;
  }
  .total-line,
  .part,
  .adjustment {
    display: grid;
    grid-template-columns: minmax(0, 1fr) auto;
    align-items: start;
    gap: 8px;
    min-block-size: 34px;
  }
  .total-line > .label,
  .total-line details {
    padding-block: 5px;
  }
  .total-line summary {
    cursor: pointer;
    border-radius: 3px;
    min-block-size: 24px;
  }
  .total-line:has(details) > details {
    grid-column: 1 / -1;
    grid-row: 1;
  }
  .total-line:has(details) > .amount {
    grid-column: 2;
    grid-row: 1;
    z-index: 1;
  }
  .total-line:has(details) summary {
    margin-inline-end: 7.5rem;
  }
  .total-line .parts {
    padding-block-start: 6px;
    padding-inline-start: 18px;
    margin-inline-end: calc(-1 * var(--part-shift, 0px));
    font-size: var(--small);
    color: var(--ink-soft);
  }
  .part {
    min-block-size: 28px;
  }
  .part .label {
    padding-block: 4px;
  }
  .amount.why {
    justify-content: flex-end;
    min-inline-size: 7rem;
    min-block-size: 32px;
    padding: 4px 6px;
    border-color: transparent;
    background: transparent;
    border-radius: 4px;
    white-space: nowrap;
    text-align: end;
  }
  /* Each in a room that its text does not measure: what a keystroke changes is laid out alone. */
  .total-line > .amount.why {
    display: block;
  }
  .total-line > .amount.why > .figure {
    display: block;
    contain: layout size;
    block-size: 1lh;
    inline-size: max(7rem - 14px, var(--figures, 0) * 1ch);
  }
  .part .amount.why {
    min-block-size: 26px;
    min-inline-size: 0;
    padding-block: 1px;
  }
  .amount.why:hover {
    text-decoration: underline dotted;
    text-underline-offset: 3px;
  }
  .contained {
    padding-block: 2px 4px;
  }
  .in-text .amount.why {
    display: inline;
    min-inline-size: 0;
    min-block-size: 0;
    padding: 1px 0;
  }
  .amount.plain {
    padding: 3px 6px;
    white-space: nowrap;
  }
  .metrics .no-cost {
    padding-block-start: 6px;
    color: var(--caution);
  }
  .amount.none {
    min-inline-size: 7rem;
    padding: 5px 6px;
    text-align: end;
    color: var(--ink-soft);
  }
  .total-line.strong {
    font-weight: 650;
  }
  .total-line.grand {
    margin-block: 8px 10px;
    border-block-start: 1px solid var(--ink);
    border-block-end: 4px double var(--ink);
    padding-block: 6px;
    font-size: 1.25rem;
    font-weight: 650;
    align-items: center;
  }
  .total-line.grand .label {
    padding: 0;
  }
  .open-ended {
    padding: 5px 6px;
    color: var(--ink-soft);
    font-style: italic;
  }
  .sentence {
    margin-block-start: 8px;
    padding: 8px 12px;
    border-inline-start: 3px solid var(--accent);
    background: var(--surface-sunk);
  }
  .adjustments {
    margin-block: 4px 6px;
    padding-block: 4px;
    border-block: 1px dashed var(--rule-soft);
  }
  .adjustment {
    grid-template-columns: 4.6rem minmax(0, 1fr) 5rem 4.4rem minmax(5.4rem, auto) 30px;
    align-items: center;
    gap: 4px;
    padding-block: 3px;
  }
  .adjustment .paper-words {
    display: none;
  }
  .adjustment .type {
    font-size: var(--small);
    color: var(--ink-soft);
  }
  .adjustment .unit {
    padding-inline: 4px;
  }
  .adjustment :is(input[readonly], select:disabled) {
    border-color: transparent;
    background: transparent;
  }
  .adjustment select:disabled {
    appearance: none;
    color: inherit;
    opacity: 1;
  }
  .adjustment .amount.why,
  .adjustment .amount.none {
    min-inline-size: 5.4rem;
  }
  .adjustment .icon {
    min-inline-size: 30px;
    padding: 0;
    color: var(--ink-soft);
  }
  .adjustment > :is(.taxable, .code, .problem) {
    grid-column: 2 / -1;
  }
  .adjustment .code label {
    display: grid;
    grid-template-columns: auto minmax(0, 1fr);
    align-items: center;
    gap: 8px;
  }
  .adjustment .code :is(span, small) {
    font-size: var(--small);
    color: var(--ink-soft);
  }
  .add-adjustments {
    display: flex;
    flex-wrap: wrap;
    gap: 4px 14px;
    padding-block: 4px;
    font-size: var(--small);
  }
  .metrics dl {
    display: grid;
    /* Four in a row, or two and two: never three and one. */
    grid-template-columns: repeat(
      auto-fit,
      minmax(max(8.75rem, min(100% / 2.1, (37rem - 100%) * 999)), 1fr)
    );
    gap: 10px;
  }
  .metric {
    min-inline-size: 0;
    padding: 8px 10px;
    border: 1px solid var(--rule-soft);
    border-radius: var(--radius);
  }
  .metric dt {
    font-size: var(--small);
    color: var(--ink-soft);
  }
  .metric abbr {
    text-decoration: none;
  }
  .metric dd > .amount.why {
    min-inline-size: 0;
    max-inline-size: 100%;
    white-space: normal;
    overflow-wrap: anywhere;
    text-align: start;
    padding-inline: 0;
    font-weight: 650;
  }
  .metric small {
    display: block;
    color: var(--ink-soft);
  }
  .metric small .amount.why {
    min-inline-size: 0;
    min-block-size: 26px;
  }
  .schedule-scroll,
  .preview-scroll {
    overflow: auto;
    max-block-size: 26rem;
  }
  .schedule table :is(th, td),
  .preview :is(th, td),
  .tiers :is(th, td) {
    padding: 4px 8px;
    text-align: start;
    font-weight: 400;
    border-block-end: 1px solid var(--rule-soft);
    white-space: nowrap;
  }
  .schedule thead th,
  .preview thead th,
  .tiers thead th {
    color: var(--ink-soft);
    font-size: var(--small);
    font-weight: 600;
  }
  .end {
    text-align: end !important;
  }
  .strong {
    font-weight: 600;
  }
  .chart {
    display: block;
    inline-size: 100%;
    block-size: 76px;
  }
  .chart-figure {
    margin: 0 0 10px;
  }
  .chart-ends {
    display: flex;
    justify-content: space-between;
    gap: 12px;
    padding-block-start: 2px;
    color: var(--ink-soft);
    font-size: var(--small);
  }
  .schedule .paper-only {
    display: none;
  }
  [dir='rtl'] .chart {
    transform: scaleX(-1);
  }
  .chart .now {
    fill: var(--accent);
  }
  .chart .later {
    fill: color-mix(in srgb, var(--accent) 45%, var(--surface));
  }
  .chart line {
    stroke: var(--rule);
  }
  .notices {
    display: grid;
    gap: 6px;
    margin-block: 8px;
    padding: 0;
    list-style: none;
  }
  .notices li {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 6px 12px;
    padding: 8px 12px;
    border: 1px solid var(--caution);
    border-radius: var(--radius);
    background: color-mix(in srgb, var(--caution) 8%, var(--surface));
    font-size: var(--small);
  }
  .notices span {
    flex: 1 1 20em;
  }
  .removed,
  .issues {
    margin-block-start: 10px;
    padding: 6px 12px;
    border: 1px solid var(--rule-soft);
    border-radius: var(--radius);
    background: var(--surface-sunk);
    font-size: var(--small);
  }
  .removed,
  .removed ul {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 6px 10px;
    list-style: none;
  }
  .removed ul {
    flex: 1;
  }
  .removed li button {
    min-block-size: 28px;
    padding: 1px 10px;
  }
  .issues summary {
    cursor: pointer;
    min-block-size: 24px;
  }
  .issues ul {
    padding-block: 6px 4px;
    padding-inline-start: 18px;
  }
  .status {
    min-block-size: 1.5em;
    padding-block: 4px;
    font-size: var(--small);
    color: var(--ink-soft);
  }
  .draft-language {
    padding-block-end: 8px;
    font-size: 0.75rem;
    color: var(--ink-soft);
  }
  .totals-bar {
    position: sticky;
    inset-block-end: 0;
    z-index: 2;
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 4px 18px;
    min-block-size: var(--bar-height);
    padding: 6px 14px;
    border-block-start: 1px solid var(--rule);
    background: var(--surface-raised);
  }
  .totals-bar.unneeded {
    visibility: hidden;
  }
  .totals-bar .spring {
    flex: 1;
  }
  .totals-bar strong {
    font-size: 1.0625rem;
    font-weight: 650;
  }
  .totals-bar .secondary {
    color: var(--ink-soft);
  }
  @container editor (inline-size >= 48rem) {
    .totals-bar {
      flex-wrap: nowrap;
      contain: layout size;
      block-size: max(var(--bar-height), 2.75rem);
    }
  }
  @container editor (inline-size < 60rem) {
    .below {
      grid-template-columns: minmax(0, 1fr);
    }
    .totals {
      order: -1;
    }
  }
  @container editor (inline-size < 30rem) {
    .schedule table {
      font-size: var(--small);
    }
    .schedule table :is(th, td) {
      padding-inline: 3px;
    }
    /* What is paid stays in view where fees or large amounts need more than the page has. */
    .schedule table :is(th, td):last-child {
      position: sticky;
      inset-inline-end: 0;
      padding-inline-start: 8px;
      background: var(--surface);
    }
    .adjustment {
      grid-template-columns: minmax(0, 1fr) minmax(0, 1fr) 30px;
      padding-block: 8px;
    }
    .adjustment .type {
      grid-column: 1 / 3;
      grid-row: 1;
    }
    .adjustment .icon {
      grid-column: 3;
      grid-row: 1;
    }
    .adjustment > [data-part='name'],
    .adjustment > :is(.taxable, .code, .problem) {
      grid-column: 1 / -1;
    }
    .adjustment > .amount {
      grid-column: 2 / -1;
    }
    .totals-bar {
      gap: 0 12px;
      font-size: var(--small);
    }
  }
  @media (forced-colors: active) {
    .chart .now,
    .chart .later {
      fill: CanvasText;
      forced-color-adjust: none;
    }
  }
`;
