/** The buyer's page as one HTML file without scripts: for PDF, e-mail and pages without JavaScript. */
import { h, writeHtml } from './markup.ts';
import { paper, paperTitle } from './paper.ts';
import type { PaperSource } from './paper-source.ts';
import { paperStyle } from './paper-style.ts';

const PAGE_STYLE = `
:root { color-scheme: light dark; }
body { margin: 0; background: light-dark(#f1f3f2, #0e1113); }
@media screen and (min-width: 60rem) { .paper { margin-block: 2rem; box-shadow: 0 1px 4px rgb(0 0 0 / 0.18); } }
@media print { :root { color-scheme: light; font-size: 10.5pt; } body { background: none; } }
`;

/** The whole file. The same document gives the same bytes. */
export function staticPage(source: PaperSource): string {
  const page = h(
    'html',
    { lang: source.translator.language, dir: source.translator.direction },
    h(
      'head',
      {},
      h('meta', { charset: 'utf-8' }),
      h('meta', { name: 'viewport', content: 'width=device-width, initial-scale=1' }),
      h('meta', {
        'http-equiv': 'Content-Security-Policy',
        content: "default-src 'none'; style-src 'unsafe-inline'; img-src data:",
      }),
      h('title', {}, paperTitle(source)),
      h('style', {}, PAGE_STYLE + paperStyle),
    ),
    h('body', {}, paper(source)),
  );
  return `<!doctype html>\n${writeHtml(page)}\n`;
}
