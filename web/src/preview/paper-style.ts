/** The look of the buyer's page, as text: a style element in a file, a style sheet in an element. */
export const paperStyle = `
.paper {
  --paper-ink: light-dark(#182022, #e9ecec);
  --paper-soft: light-dark(#536067, #a6b0b5);
  --paper-rule: light-dark(#d6dcda, #363d42);
  --paper-accent: var(--crossfoot-accent, light-dark(#0b6b5b, #5cc7b0));
  --paper-on-accent: light-dark(#ffffff, #171b1f);
  --paper-surface: light-dark(#ffffff, #171b1f);
  --paper-danger: light-dark(#a32018, #ff9a8f);
  box-sizing: border-box;
  max-inline-size: 54rem;
  margin-inline: auto;
  padding: 3rem;
  background: var(--paper-surface);
  color: var(--paper-ink);
  font: 0.9375rem/1.5 var(--crossfoot-font, system-ui, -apple-system, 'Segoe UI', 'Noto Sans', 'Noto Sans Arabic', 'Noto Sans CJK JP', sans-serif);
  font-variant-numeric: tabular-nums lining-nums;
  text-align: start;
  overflow-wrap: anywhere;
}
.paper *, .paper *::before { box-sizing: border-box; }
.paper :is(h1, h2, p, dl, dd, ul, ol) { margin: 0; padding: 0; }
.paper a { color: var(--paper-accent); text-underline-offset: 2px; }
.paper h2 { font-size: 0.75rem; font-weight: 650; letter-spacing: 0.04em; color: var(--paper-soft); margin-block-end: 0.3rem; }
.paper:lang(ar) h2, .paper:lang(ja) h2 { letter-spacing: 0; font-size: 0.8125rem; }
.paper .soft { color: var(--paper-soft); }
.paper .strong { font-weight: 600; }
.paper-head { display: flex; flex-wrap: wrap; justify-content: space-between; gap: 1.25rem 2rem; }
.paper-head .issuer { flex: 1 1 14rem; font-size: 0.875rem; }
.paper-head .logo { display: block; max-block-size: 3.5rem; max-inline-size: 12rem; margin-block-end: 0.6rem; }
.item .picture { float: inline-start; max-inline-size: 3rem; max-block-size: 3rem; margin-inline-end: 0.6rem; }
.paper-head .issuer-name { font-size: 1.0625rem; font-weight: 650; color: var(--paper-ink); }
.paper-head .title { text-align: end; }
.paper-head h1 { font-size: 1.875rem; line-height: 1.15; font-weight: 700; letter-spacing: -0.015em; }
.paper:lang(ar) h1 { letter-spacing: 0; }
.paper-number { font-size: 1.0625rem; color: var(--paper-soft); margin-block-start: 0.15rem !important; }
.stamp { display: inline-block; margin-block-start: 0.5rem !important; padding: 0.1rem 0.6rem !important; border: 1.5px solid currentColor; border-radius: 4px; font-size: 0.8125rem; font-weight: 650; color: var(--paper-accent); }
.stamp.draft { color: var(--paper-soft); border-style: dashed; }
.stamp:is(.voided, .overdue, .expired, .canceled) { color: var(--paper-danger); }
.draft-note { margin-block-start: 1rem !important; color: var(--paper-soft); font-size: 0.875rem; }
.parties { display: flex; flex-wrap: wrap; justify-content: space-between; gap: 1.25rem 2rem; margin-block: 2rem 1.75rem; padding-block-start: 1.25rem; border-block-start: 3px double var(--paper-accent); font-size: 0.875rem; }
.addresses { display: flex; flex-wrap: wrap; gap: 1.25rem 2.5rem; flex: 1 1 20rem; }
.party { flex: 0 1 17rem; min-inline-size: 11rem; }
.facts { display: grid; gap: 0.15rem; align-content: start; min-inline-size: 13rem; }
.facts > div { display: grid; grid-template-columns: minmax(5.5rem, auto) 1fr; gap: 1rem; }
.facts dt { color: var(--paper-soft); }
.facts dd { text-align: end; }
.paper-lines { inline-size: 100%; border-collapse: collapse; }
.paper-lines :is(th, td) { padding: 0.6rem 0.75rem 0.6rem 0; text-align: start; vertical-align: top; font-weight: 400; border-block-end: 1px solid var(--paper-rule); }
[dir='rtl'] .paper-lines :is(th, td), .paper[dir='rtl'] .paper-lines :is(th, td) { padding: 0.6rem 0 0.6rem 0.75rem; }
.paper .paper-lines :is(th, td):last-child { padding-inline-end: 0; }
.paper-lines thead th { padding-block: 0 0.4rem; font-size: 0.8125rem; color: var(--paper-soft); font-weight: 600; border-block-end: 1.5px solid var(--paper-ink); vertical-align: bottom; }
.paper .paper-lines .number { text-align: end; white-space: nowrap; }
.paper .paper-lines td.number, .paper .paper-totals dd { unicode-bidi: isolate; }
.paper-lines .item { inline-size: 45%; }
.item-name { font-weight: 600; display: flex; flex-wrap: wrap; align-items: center; gap: 0.15rem 0.5rem; }
.item-name input { inline-size: 1.25rem; block-size: 1.25rem; margin: 0; accent-color: var(--paper-accent); }
.item .tag { font-size: 0.75rem; font-weight: 500; padding-inline: 0.4rem; border: 1px solid var(--paper-rule); border-radius: 3px; color: var(--paper-soft); }
.item .description { color: var(--paper-soft); font-size: 0.875rem; white-space: pre-wrap; max-inline-size: 34rem; }
.item .detail { display: flex; flex-wrap: wrap; gap: 0 0.9rem; color: var(--paper-soft); font-size: 0.8125rem; }
.item :is(.phases, .prices) { margin: 0.15rem 0 0; padding: 0; list-style: none; color: var(--paper-soft); font-size: 0.8125rem; }
.item .phases .sum { display: inline-block; }
.paper-lines .unit { color: var(--paper-soft); font-size: 0.875em; }
.paper-lines tr.section th { padding-block-start: 1.25rem; font-weight: 650; }
.paper-lines tr.note td { color: var(--paper-soft); font-style: normal; white-space: pre-wrap; }
.paper-lines tr.unchosen :is(.amount, .number) { color: var(--paper-soft); text-decoration: line-through; text-decoration-thickness: 1px; }
.paper-lines tr.unchosen :is(.quantity, .apart) { text-decoration: none; }
.paper-lines .apart { color: var(--paper-soft); font-size: 0.875rem; }
.paper-lines .apart > * { display: block; }
.paper-lines .apart > small { font-style: italic; }
.paper-lines tr.unchosen .apart > span { text-decoration: line-through; text-decoration-thickness: 1px; }
.chooser { display: inline-flex; align-items: stretch; }
.chooser input { inline-size: 4rem; min-block-size: 2rem; padding: 0.15rem 0.4rem; border: 1px solid light-dark(#858e93, #737d83); border-inline-width: 0; border-radius: 0; background: transparent; color: inherit; font: inherit; text-align: center; }
.chooser input[aria-invalid='true'] { box-shadow: inset 0 0 0 1.5px var(--paper-danger); }
.chooser button { min-inline-size: 2rem; min-block-size: 2rem; border: 1px solid light-dark(#858e93, #737d83); background: transparent; color: inherit; font: inherit; cursor: pointer; }
.chooser button[aria-disabled='true'] { color: var(--paper-rule); cursor: default; }
.paper .quantity .problem { display: block; color: var(--paper-danger); font-size: 0.8125rem; white-space: normal; }
.chooser button:first-child { border-start-start-radius: 6px; border-end-start-radius: 6px; }
.chooser button:last-child { border-start-end-radius: 6px; border-end-end-radius: 6px; }
.paper :focus-visible { outline: 2px solid var(--paper-accent); outline-offset: 1px; }
.below-lines { display: grid; grid-template-columns: minmax(0, 1fr) minmax(17rem, 22rem); gap: 1.75rem 3rem; margin-block-start: 1.25rem; }
.texts { display: grid; gap: 1.25rem; align-content: start; font-size: 0.875rem; }
.texts :is(ul, ol) { padding-inline-start: 1.2rem; }
.comments > * + * { margin-block-start: 0.4rem; }
.plan ul { list-style: none; padding: 0; }
.account { margin-block-start: 1.75rem; }
.paper-account { inline-size: 100%; border-collapse: collapse; font-size: 0.875rem; }
.paper-account :is(th, td) { padding: 0.3rem 0; padding-inline-end: 0.75rem; text-align: start; font-weight: 400; border-block-end: 1px solid var(--paper-rule); }
.paper-account :is(th, td):last-child { padding-inline-end: 0; }
.paper-account thead th { color: var(--paper-soft); font-weight: 600; }
.paper-account .strong :is(th, td) { font-weight: 600; }
.paper .paper-account .number { text-align: end; white-space: nowrap; unicode-bidi: isolate; }
.accepted-by { color: var(--paper-accent); font-weight: 600; }
.paper-totals { display: grid; align-content: start; }
.total { display: flex; justify-content: space-between; gap: 1.5rem; padding-block: 0.22rem; }
.total dd { white-space: nowrap; text-align: end; }
.paper-totals .said { margin-block: 0.1rem 0.3rem; color: var(--paper-soft); font-size: 0.8125rem; }
.total.strong { font-weight: 600; border-block-start: 1px solid var(--paper-rule); margin-block-start: 0.25rem; padding-block-start: 0.4rem; }
.total.grand { margin-block: 0.35rem; padding-block: 0.5rem; border-block: 1.5px solid var(--paper-ink); border-block-end: 3px double var(--paper-ink); font-size: 1.1875rem; font-weight: 700; }
/* A band in the seller's colour instead of lines in it. */
.paper.band .paper-head { margin: -3rem -3rem 0; padding: 2rem 3rem; background: var(--paper-accent); print-color-adjust: exact; -webkit-print-color-adjust: exact; }
.paper.band .paper-head, .paper.band .paper-head :is(.soft, .issuer-name, .paper-number, .stamp, a) { color: var(--paper-on-accent); }
.paper.band .logo { padding: 0.35rem; border-radius: 4px; background: #fff; }
.paper.band .parties { border: 0; padding: 0; }
.paper.band .paper-lines thead th, .paper.band .total.grand { border-color: var(--paper-accent); }
/* As little as there can be. */
.paper.plain .paper-head h1 { font-size: 1.25rem; font-weight: 600; letter-spacing: 0; color: var(--paper-accent); }
.paper.plain .parties { border: 0; padding: 0; }
.paper.plain .paper-lines :is(td, tbody th) { border-color: transparent; }
.paper.plain .paper-lines thead th { border-block-end: 1px solid var(--paper-rule); }
.paper.plain .total.grand { border-width: 1px 0 0; border-color: var(--paper-rule); border-style: solid; }
@container page (max-width: 36rem) { .paper { padding: 1.25rem; } }
@media (max-width: 36rem) {
  .paper { padding: 1.25rem; }
  .paper.band .paper-head { margin: -1.25rem -1.25rem 0; padding: 1.25rem; }
  .paper-head .title { text-align: start; }
  .facts { inline-size: 100%; }
  .below-lines { grid-template-columns: minmax(0, 1fr); }
  .paper-totals { order: -1; }
  .paper-lines, .paper-lines tbody { display: block; }
  .paper-lines thead { display: none; }
  .paper-lines tr { display: grid; grid-template-columns: 1fr auto; gap: 0 1rem; padding-block: 0.6rem; border-block-end: 1px solid var(--paper-rule); }
  .paper .paper-lines :is(th, td) { border: 0; padding: 0.1rem 0; }
  .paper-lines .item { inline-size: auto; grid-column: 1 / -1; }
  .paper .paper-lines td.number { text-align: start; }
  .paper .paper-lines td.amount { grid-column: 1 / -1; text-align: end; font-weight: 600; }
  .paper .paper-lines td:empty { display: none; }
}
@media (pointer: coarse) { .chooser :is(button, input) { min-block-size: 2.75rem; min-inline-size: 2.75rem; } }
@page { size: A4; margin: 16mm 15mm 18mm; @bottom-right { direction: ltr; content: counter(page) ' / ' counter(pages); font: 8pt 'Noto Sans', sans-serif; color: #555; } }
@media print {
  .paper { color-scheme: light; --paper-ink: #000; --paper-soft: #444; --paper-rule: #bbb; --paper-accent: #0b5a4d; --paper-danger: #8f1a12; --paper-surface: #fff; max-inline-size: none; margin: 0; padding: 0; }
  .paper-lines thead { display: table-header-group; }
  .paper-lines tr, .total, .party, .plan, .how-to-pay, .account { break-inside: avoid; }
  .paper-lines tr.section { break-after: avoid; }
  .below-lines { break-inside: avoid; }
  .paper.band .paper-head { margin: 0; padding: 1.25rem; }
  .chooser button { display: none; }
  .chooser input { border: 0; inline-size: 3rem; text-align: end; }
  .item-name input { display: none; }
}
`;
