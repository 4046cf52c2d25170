/** What stands around the page in the element: states and the buyer's buttons. */
import { css } from 'lit';

export const elementStyle = css`
  :host {
    container: page / inline-size;
    background: transparent;
  }
  .page {
    position: relative;
  }
  .state,
  .choice-failure {
    max-inline-size: 54rem;
    margin-inline: auto;
    padding: 16px;
  }
  .choice-failure {
    padding-block: 4px;
    color: var(--danger);
  }
  .choice-failure:empty {
    display: none;
  }
  .buyer-code {
    display: flex;
    justify-content: flex-end;
    max-inline-size: 54rem;
    margin-inline: auto;
    padding: 12px 3rem;
    background: var(--surface-raised);
  }
  .buyer-code .code,
  .buyer-code .code-set {
    display: flex;
    flex-wrap: wrap;
    gap: 8px;
    align-items: end;
    margin: 0;
  }
  .buyer-code .code-set {
    align-items: baseline;
  }
  .buyer-code .problem {
    flex: 1 0 100%;
    margin: 0;
    color: var(--danger);
  }
  .buyer-code .problem:empty {
    display: none;
  }
  .buyer-code button {
    min-block-size: 44px;
  }
  .buyer-actions {
    position: sticky;
    inset-block-end: 0;
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    justify-content: flex-end;
    gap: 8px 16px;
    max-inline-size: 54rem;
    margin-inline: auto;
    padding: 12px 3rem;
    border-block-start: 1px solid var(--rule-soft);
    background: var(--surface-raised);
    box-shadow: 0 -6px 18px rgb(0 0 0 / 0.06);
  }
  .buyer-due {
    margin-inline-end: auto;
    font-size: 1.0625rem;
  }
  .buyer-actions button {
    min-block-size: 44px;
    padding-inline: 20px;
  }
  @media (max-width: 36rem) {
    .buyer-actions,
    .buyer-code {
      padding-inline: 1.25rem;
    }
    .buyer-actions button {
      flex: 1 1 100%;
    }
  }
  @media print {
    .buyer-actions,
    .buyer-code,
    .choice-failure {
      display: none;
    }
  }
`;
