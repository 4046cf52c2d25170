/** What stands in the dialogs and popovers of the editor. */
import { css } from 'lit';

export const dialogBodies = css`
  fieldset {
    margin: 0;
    padding: 0;
    border: 0;
    min-inline-size: 0;
  }
  legend {
    padding: 0;
  }
  .boxed {
    position: relative;
    display: flex;
    gap: 4px;
    align-items: center;
  }
  .boxed > input:not(.picked) {
    font-size: 0.9375rem;
    color: var(--ink);
  }
  /* Only its calendar is seen, which opens where it stands. */
  .boxed > .picked {
    position: absolute;
    inset-block-end: 0;
    inset-inline-end: 0;
    inline-size: 1px;
    min-block-size: 0;
    block-size: 1px;
    padding: 0;
    opacity: 0;
    pointer-events: none;
  }
  .line-picture {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 10px 16px;
  }
  .line-picture img {
    max-inline-size: 100%;
    max-block-size: 12rem;
    border: 1px solid var(--rule-soft);
    border-radius: var(--radius);
    background: #fff;
  }
  .line-picture .problem {
    flex-basis: 100%;
  }
  .phase {
    display: grid;
    grid-template-columns: minmax(0, 0.8fr) minmax(0, 1.2fr) minmax(0, 0.9fr) minmax(0, 0.9fr) 34px;
    gap: 8px;
    align-items: start;
  }
  .phase > .icon {
    margin-block-start: 1.35rem;
  }
  @media (max-width: 30rem) {
    .phase {
      grid-template-columns: minmax(0, 1fr) minmax(0, 1fr) 34px;
    }
    .phase > .icon {
      grid-row: 1;
      grid-column: 3;
    }
  }
  fieldset.card {
    margin-block-end: 10px;
    padding: 10px 12px;
    border: 1px solid var(--rule-soft);
    border-radius: var(--radius);
  }
  .rate-grid {
    display: grid;
    grid-template-columns: minmax(0, 2fr) minmax(0, 1fr) minmax(0, 1.4fr) 34px;
    gap: 10px;
    align-items: end;
  }
  .checks {
    display: flex;
    flex-wrap: wrap;
    gap: 0 20px;
    padding-block-start: 4px;
    font-size: var(--small);
  }
  .policy {
    align-items: end;
    margin-block: 12px 8px;
  }
  .buttons {
    display: flex;
    flex-wrap: wrap;
    justify-content: flex-end;
    gap: 8px;
    padding-block-start: 12px;
  }
  .tiers {
    margin-block: 12px 8px;
  }
  .result {
    margin-block-start: 12px;
    font-weight: 600;
  }
  .column-list,
  .history,
  .catalogue ul {
    list-style: none;
    margin-block: 10px;
  }
  .column-list {
    max-block-size: 22rem;
    overflow: auto;
  }
  .column-list li,
  .history li {
    display: flex;
    justify-content: space-between;
    align-items: center;
    gap: 8px;
    border-block-end: 1px solid var(--rule-soft);
  }
  .column-list li {
    flex-wrap: wrap;
  }
  .column-list .check {
    flex: 1;
  }
  .column-list li > input {
    flex: 1;
    min-inline-size: 8rem;
  }
  .column-list li:has(> input) .check {
    flex: none;
  }
  .column-list .movers {
    white-space: nowrap;
  }
  .add-column .problem {
    grid-column: 1 / -1;
  }
  .column-list .icon {
    min-inline-size: 30px;
    min-block-size: 30px;
  }
  .mark {
    padding: 0 7px;
    border: 1px solid var(--rule);
    border-radius: 999px;
    color: var(--ink-soft);
    font-size: 0.75rem;
    white-space: nowrap;
  }
  .add-column {
    display: grid;
    grid-template-columns: minmax(0, 1fr) auto;
    gap: 8px;
    align-items: end;
  }
  .history li {
    padding-block: 5px;
  }
  .history button {
    white-space: nowrap;
  }
  .history li.undone {
    color: var(--ink-soft);
  }
  .history li[aria-current] {
    font-weight: 600;
  }
  .keys {
    display: grid;
    grid-template-columns: repeat(auto-fill, minmax(17rem, 1fr));
    gap: 0 28px;
    margin-block-start: 8px;
  }
  .keys > div {
    display: flex;
    justify-content: space-between;
    gap: 12px;
    padding-block: 5px;
    border-block-end: 1px solid var(--rule-soft);
  }
  .paste-text {
    font-family: ui-monospace, monospace;
    font-size: var(--small);
    white-space: pre;
  }
  .paste-settings {
    margin-block: 10px;
  }
  .paste-long {
    display: flex;
    flex-wrap: wrap;
    align-items: end;
    gap: 8px 16px;
    margin-block: 10px;
  }
  .field progress {
    inline-size: 100%;
    accent-color: var(--accent);
  }
  .paste-count {
    margin-block-end: 6px;
  }
  .preview tr.wrong > * {
    background: var(--danger-wash);
  }
  .preview td {
    max-inline-size: 22rem;
    white-space: normal;
  }
  .preview td[colspan] {
    max-inline-size: none;
  }
  .preview .written {
    display: block;
    color: var(--ink-soft);
    font-size: 0.75rem;
    line-height: 1.2;
  }
  .preview tbody > tr > * {
    vertical-align: top;
  }
  .preview .end select {
    text-align: end;
  }
  .preview .problem {
    position: sticky;
    inset-inline-start: 8px;
    display: block;
    inline-size: fit-content;
    max-inline-size: min(34rem, calc(100vw - 6rem));
  }
  .preview select {
    min-inline-size: 8rem;
  }
  .product {
    gap: 10px;
    padding-block: 6px;
    border-block-end: 1px solid var(--rule-soft);
  }
  .product .picture {
    inline-size: 40px;
    block-size: 40px;
    object-fit: contain;
  }
  .product .words {
    flex: 1;
  }
  .product small {
    color: var(--ink-soft);
  }
  .product .detail {
    display: block;
  }
  .explain h3:focus {
    outline: none;
  }
  .explain {
    min-inline-size: min(18rem, 76vw);
  }
  .explain .step {
    margin-block: 10px;
  }
  .explain .sum {
    inline-size: 100%;
    border-collapse: collapse;
  }
  .explain .sum :is(th, td) {
    padding: 2px 4px;
    font-weight: 400;
    text-align: start;
    vertical-align: baseline;
  }
  .explain .sum th {
    overflow-wrap: anywhere;
  }
  .explain .sum .sign {
    inline-size: 1.4em;
    color: var(--ink-soft);
    text-align: center;
  }
  .explain .sum .end {
    text-align: end;
    white-space: nowrap;
    font-variant-numeric: tabular-nums;
  }
  .explain .sum tfoot :is(th, td) {
    border-block-start: 1px solid var(--ink);
  }
  .explain :is(small, .rounding) {
    font-size: var(--small);
    color: var(--ink-soft);
  }
  .explain .row-actions {
    display: flex;
    gap: 8px;
  }
  @media (max-width: 34rem) {
    .rate-grid {
      grid-template-columns: minmax(0, 1fr) 34px;
    }
    .rate-grid > .field:not(:first-child) {
      grid-column: 1 / -1;
    }
    .rate-grid > .icon {
      grid-column: 2;
      grid-row: 1;
    }
    .form-grid,
    .add-column {
      grid-template-columns: minmax(0, 1fr);
    }
  }
`;
