/**
 * What a browser prints of a document's page, whatever stands on the screen: its paper. A browser that
 * prints waits for nothing, so the words of the document's language are at hand before.
 */
import type { Query } from '../../../../schema/contract.ts';
import type { DocumentSession } from '../../engine/client.ts';
import { english, loadLanguage } from '../../i18n/translator.ts';
import { readPaperSource, type TextSession } from '../../preview/load-source.ts';
import { writeDom } from '../../preview/markup.ts';
import type { PaperSource } from '../../preview/paper-source.ts';
import { paperStyle } from '../../preview/paper-style.ts';
import { paper } from '../../preview/paper.ts';
import { englishWords, loadWords } from '../../preview/words.ts';

const ONLY_PAPER = `
@media screen { body > article.paper { display: none; } }
@media print { body > :not(article.paper) { display: none; } }
`;

function asText(session: DocumentSession): TextSession {
  return {
    open: (state) => JSON.stringify(session.open(state)),
    query: (request) => session.queryText(JSON.parse(request) as Query),
    save: () => session.save(),
  };
}

export class PrintedPaper {
  readonly #session: () => DocumentSession | null;
  readonly #today: () => string;
  #words: Pick<PaperSource, 'translator' | 'words'> = { translator: english, words: englishWords };
  #language = 'en';
  #page: HTMLElement | null = null;
  #sheet: CSSStyleSheet | null = null;

  /** `session` answers the document to print, or null while there is none. */
  constructor(session: () => DocumentSession | null, today: () => string) {
    this.#session = session;
    this.#today = today;
    window.addEventListener('beforeprint', this.#before);
    window.addEventListener('afterprint', this.#after);
  }

  end(): void {
    window.removeEventListener('beforeprint', this.#before);
    window.removeEventListener('afterprint', this.#after);
    this.#after();
  }

  /** The document is in this language now ('' for English). */
  async speak(tag: string): Promise<void> {
    const language = tag || 'en';
    if (language === this.#language) return;
    this.#language = language;
    try {
      const [translator, words] = await Promise.all([loadLanguage(language), loadWords(language)]);
      if (language === this.#language) this.#words = { translator, words };
    } catch {
      // Without a network it is printed in the words that are there.
    }
  }

  readonly #before = (): void => {
    const session = this.#session();
    if (!session || this.#page) return;
    const source = readPaperSource(asText(session), this.#words, { today: this.#today() });
    this.#page = writeDom(paper(source));
    this.#sheet = new CSSStyleSheet();
    this.#sheet.replaceSync(paperStyle + ONLY_PAPER);
    document.adoptedStyleSheets.push(this.#sheet);
    document.body.append(this.#page);
  };

  readonly #after = (): void => {
    this.#page?.remove();
    this.#page = null;
    document.adoptedStyleSheets = document.adoptedStyleSheets.filter(
      (sheet) => sheet !== this.#sheet,
    );
  };
}
