/** The look of the checkout summary. */
import { css } from 'lit';

export const summaryStyle = css`
  .summary {
    display: grid;
    gap: 16px;
    padding: 20px;
    border: 1px solid var(--rule-soft);
    border-radius: calc(var(--radius) + 4px);
    background: var(--surface);
    overflow-wrap: anywhere;
  }
  .soft {
    color: var(--ink-soft);
  }
  .lines {
    display: grid;
    gap: 8px;
    list-style: none;
  }
  .lines li,
  .row,
  .code-set {
    display: flex;
    justify-content: space-between;
    gap: 16px;
  }
  .amount,
  dd {
    white-space: nowrap;
    text-align: end;
  }
  .totals {
    display: grid;
    gap: 6px;
    padding-block-start: 14px;
    border-block-start: 1px solid var(--rule-soft);
  }
  .row.grand {
    margin-block-start: 6px;
    padding-block-start: 10px;
    border-block-start: 3px double var(--accent);
    font-size: 1.1875rem;
    font-weight: 700;
  }
  .row.sum {
    padding-block-start: 6px;
    border-block-start: 1px solid var(--rule-soft);
    font-weight: 600;
  }
  .apart {
    font-size: var(--small);
    text-align: end;
  }
  .apart > small {
    display: block;
    font-style: italic;
  }
  .contained {
    display: block;
  }
  .later,
  .included {
    font-size: var(--small);
  }
  .code {
    display: grid;
    grid-template-columns: 1fr auto;
    align-items: end;
    gap: 8px;
  }
  .code .problem {
    grid-column: 1 / -1;
    color: var(--danger);
    font-size: var(--small);
  }
  .code .problem:empty {
    display: none;
  }
  .code-set {
    align-items: baseline;
    padding: 6px 10px;
    border-radius: var(--radius);
    background: var(--accent-wash);
  }
  .pay {
    min-block-size: 48px;
    font-size: 1.0625rem;
  }
  .waiting {
    display: grid;
    gap: 12px;
  }
  .waiting :is(i, b) {
    display: block;
    block-size: 14px;
    border-radius: 4px;
    background: var(--rule-soft);
  }
  .waiting i:nth-child(2) {
    inline-size: 70%;
  }
  .waiting b {
    block-size: 44px;
    margin-block-start: 8px;
  }
  @media (prefers-reduced-motion: no-preference) {
    .waiting {
      animation: breathe 1.4s ease-in-out infinite alternate;
    }
    @keyframes breathe {
      to {
        opacity: 0.45;
      }
    }
  }
`;
