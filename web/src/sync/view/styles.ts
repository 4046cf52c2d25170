/** The save state and the conflict view, on the tokens that all elements share. */
import { css } from 'lit';

export const syncStyles = css`
  :host {
    background: transparent;
  }
  .state {
    display: inline-flex;
    align-items: center;
    gap: 8px;
    font-size: var(--small);
    color: var(--ink-soft);
  }
  .state::before {
    content: '';
    flex: none;
    inline-size: 8px;
    block-size: 8px;
    border-radius: 50%;
    border: 2px solid currentColor;
  }
  .state[data-name='saved']::before {
    background: var(--accent);
    border-color: var(--accent);
  }
  .state:is([data-name='retrying'], [data-name='offline'], [data-name='unprotected']) {
    color: var(--caution);
  }
  .state:is([data-name='decision'], [data-name='rejected'], [data-name='signIn']) {
    color: var(--danger);
    font-weight: 600;
  }
  section {
    border: 1px solid var(--rule-soft);
    border-inline-start: 3px solid var(--danger);
    border-radius: var(--radius);
    background: var(--surface);
    padding: 16px 18px;
    display: grid;
    gap: 14px;
  }
  section.losers {
    border-inline-start: 1px solid var(--rule-soft);
    margin-block-start: 12px;
  }
  h2 {
    font-size: 1rem;
    font-weight: 650;
  }
  p {
    color: var(--ink-soft);
    font-size: var(--small);
    max-inline-size: 65ch;
  }
  .notice {
    display: flex;
    flex-wrap: wrap;
    gap: 4px 14px;
    align-items: baseline;
    max-inline-size: none;
    padding: 8px 14px;
    border-radius: var(--radius);
    background: var(--accent-wash);
    color: var(--ink);
  }
  .conflict {
    border-block-start: 1px solid var(--rule-soft);
    padding-block-start: 12px;
    display: grid;
    gap: 10px;
  }
  h3 {
    font-size: 0.9375rem;
    font-weight: 600;
    margin: 0;
  }
  table {
    inline-size: 100%;
    border-collapse: collapse;
    table-layout: fixed;
  }
  th,
  td {
    text-align: start;
    vertical-align: top;
    padding: 5px 12px 5px 0;
    font-weight: 400;
    overflow-wrap: anywhere;
  }
  :is(th, td):dir(rtl) {
    padding: 5px 0 5px 12px;
  }
  thead th,
  tbody th {
    color: var(--ink-soft);
    font-size: var(--small);
  }
  tbody tr {
    border-block-start: 1px solid var(--rule-soft);
  }
  .absent {
    color: var(--ink-soft);
    font-style: italic;
  }
  .choices {
    display: flex;
    flex-wrap: wrap;
    gap: 8px;
  }
  ul {
    list-style: none;
    display: grid;
  }
  li {
    display: grid;
    grid-template-columns: minmax(0, 1fr) auto;
    align-items: center;
    gap: 12px;
    border-block-start: 1px solid var(--rule-soft);
    padding-block: 6px;
  }
  li span {
    display: block;
    overflow-wrap: anywhere;
  }
  li .when {
    color: var(--ink-soft);
    font-size: var(--small);
  }
  button:focus-visible {
    outline: 2px solid var(--accent);
    outline-offset: 2px;
  }
  @media (pointer: coarse) {
    button {
      min-block-size: 44px;
    }
  }
`;
