/** On paper the static table stands in place of the fields, and tools disappear. */
import { css } from 'lit';

export const print = css`
  .on-paper {
    display: none;
  }
  @media print {
    :host,
    :host([theme]) {
      color-scheme: light;
    }
    :host {
      font-size: 10pt;
      --surface: #fff;
      --ink: #000;
      --ink-soft: #444;
    }
    .toolbar,
    .skip,
    .lines-region,
    .notices,
    .removed,
    .issues,
    .status,
    .draft-language,
    .totals-bar,
    .add-adjustments,
    .adjustment .icon {
      display: none !important;
    }
    .schedule .link {
      display: none;
    }
    .schedule .paper-only {
      display: table-row;
    }
    .chart {
      block-size: 18mm;
      print-color-adjust: exact;
    }
    .editor {
      display: flex;
      flex-direction: column;
      container-type: normal;
    }
    .on-paper {
      display: block;
      order: -1;
    }
    .on-paper h1 {
      font-size: 16pt;
      margin: 0 0 8pt;
    }
    .on-paper table {
      inline-size: 100%;
      border-collapse: collapse;
    }
    .on-paper thead {
      display: table-header-group;
    }
    .on-paper :is(th, td) {
      padding: 3pt 4pt;
      border-block-end: 0.5pt solid #888;
      text-align: start;
      vertical-align: top;
      font-weight: 400;
    }
    .on-paper thead th {
      font-weight: 600;
      border-block-end: 1pt solid #000;
    }
    .on-paper tr {
      break-inside: avoid;
    }
    .on-paper p {
      color: #444;
      font-size: 9pt;
      white-space: pre-wrap;
    }
    .on-paper tr.section :is(th, td) {
      font-weight: 600;
      padding-block-start: 8pt;
    }
    .on-paper td small {
      font-style: italic;
      font-size: 8pt;
    }
    .adjustment {
      grid-template-columns: minmax(0, 1fr) auto;
      padding-block: 0;
    }
    .adjustment > :not(.paper-words, .amount) {
      display: none;
    }
    .adjustment .paper-words {
      display: block;
    }
    .adjustments {
      border: 0;
    }
    summary {
      list-style: none;
    }
    summary::-webkit-details-marker {
      display: none;
    }
    .below {
      grid-template-columns: minmax(0, 1fr) 21rem;
      gap: 24px;
      break-inside: avoid;
    }
    .schedule-scroll {
      max-block-size: none;
    }
    .metrics {
      display: none;
    }
  }
`;
