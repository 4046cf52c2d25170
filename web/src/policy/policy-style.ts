/** The page of rules, in the editor's dialog and in the workspace's settings. */
import { css } from 'lit';

export const policyStyle = css`
  .rules {
    display: grid;
    gap: 18px;
  }
  .rules h3 {
    margin-block: 0 8px;
    padding-block-end: 4px;
    border-block-end: 1px solid var(--rule-soft);
    font-size: 0.9375rem;
    font-weight: 650;
  }
  .rules .rule {
    margin: 0 0 12px;
    padding: 0;
    border: 0;
    min-inline-size: 0;
  }
  .rules .rule:last-child {
    margin-block-end: 0;
  }
  .rules legend {
    padding: 0;
    margin: 0;
    font-size: 0.9375rem;
    font-weight: 600;
  }
  .rules .rule > p.faint {
    margin: 0 0 2px;
    color: var(--ink-soft);
    font-size: var(--small);
  }
  .rule-choice {
    align-items: start;
    padding-block: 3px;
    min-block-size: 26px;
  }
  .rule-choice input {
    flex: none;
    margin-block: 1px;
  }
  .rule-choice .words {
    flex: 1;
    min-inline-size: 0;
  }
  .rule-choice small {
    color: var(--ink-soft);
    text-align: end;
  }
  .rule-choice .due {
    font-variant-numeric: tabular-nums;
    white-space: nowrap;
  }
  .rules-currency {
    margin-block: 12px 18px;
  }
  .rules-due {
    margin-inline-end: auto;
  }
  .rules input.number {
    max-inline-size: 10rem;
    margin-block-start: 4px;
  }
`;
