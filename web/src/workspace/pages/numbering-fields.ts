/** How numbers of documents begin and go on: what cannot be one is refused with its reason. */
import { html, type TemplateResult } from 'lit';
import { parseNumber } from '../../number/parse.ts';
import { textField } from '../form-fields.ts';
import type { Settings } from '../store/records.ts';
import type { Workspace } from '../workspace-context.ts';

const KINDS = ['invoice', 'quote', 'creditMemo'];
const PREFIX_LETTERS = 8;

/** A whole number from 1 on, of up to 18 digits, as somebody of the locale types it; else null. */
function readCount(text: string, locale: string): string | null {
  const typed = /^\d+$/.test(text.trim()) ? text.trim() : plain(text, locale);
  return typed !== null && /^[1-9]\d{0,17}$/.test(typed) ? typed : null;
}

function plain(text: string, locale: string): string | null {
  const parsed = parseNumber(text, locale);
  return parsed.ok ? parsed.value : null;
}

export class NumberingFields {
  readonly #workspace: Workspace;
  readonly #save: (changes: Partial<Settings>) => void;
  /** What was typed and not taken, by the box it stands in. */
  readonly #refused = new Map<string, string>();
  /** The number that the next document of a kind gets. */
  readonly #coming = new Map<string, string>();

  constructor(workspace: Workspace, save: (changes: Partial<Settings>) => void) {
    this.#workspace = workspace;
    this.#save = save;
    void this.readComing();
  }

  /** Asks again which numbers come next. */
  async readComing(): Promise<void> {
    for (const kind of KINDS) {
      this.#coming.set(kind, await this.#workspace.store.comingNumber(kind));
    }
    this.#workspace.requestUpdate();
  }

  render(): TemplateResult {
    const { w } = this.#workspace;
    return html`<fieldset class="form-grid">
      <legend>${w('settings.numbering')}</legend>
      ${KINDS.map((kind) => html`${this.#prefix(kind)} ${this.#first(kind)}`)}
      <p class="wide soft">${w('settings.numberingNote')}</p>
    </fieldset>`;
  }

  #prefix(kind: string): TemplateResult {
    const { w, store } = this.#workspace;
    const key = `prefix ${kind}`;
    const refused = this.#refused.get(key);
    return textField(
      w('settings.prefix', { kind: this.#name(kind) }),
      refused ?? store.settings.prefixes[kind] ?? '',
      (text) => {
        const prefix = text.trim().replaceAll(/[\s-]+$/g, '');
        const isGood = prefix !== '' && prefix.length <= PREFIX_LETTERS;
        this.#take(key, text, isGood, () => ({
          prefixes: { ...store.settings.prefixes, [kind]: prefix },
        }));
      },
      {
        during: 'never',
        name: key.replace(' ', '-'),
        problem: refused === undefined ? '' : w('settings.badPrefix', { count: PREFIX_LETTERS }),
      },
    );
  }

  #first(kind: string): TemplateResult {
    const { w, store, locale } = this.#workspace;
    const key = `first ${kind}`;
    const refused = this.#refused.get(key);
    return textField(
      w('settings.firstNumber', { kind: this.#name(kind) }),
      refused ?? store.settings.firstNumbers[kind] ?? '',
      (text) => {
        const count = readCount(text, locale);
        this.#take(key, text, count !== null, () => ({
          firstNumbers: { ...store.settings.firstNumbers, [kind]: count ?? '' },
        }));
      },
      {
        during: 'never',
        name: key.replace(' ', '-'),
        problem: refused === undefined ? '' : w('settings.badFirstNumber'),
        hint: this.#next(kind),
      },
    );
  }

  /** Which number comes next, and why it is not the first one that was asked for. */
  #next(kind: string): string {
    const { w, store } = this.#workspace;
    const number = this.#coming.get(kind) ?? '';
    if (number === '') return '';
    const first = store.settings.firstNumbers[kind] ?? '';
    const isFirst = number.endsWith(`-${first}`);
    return isFirst ? w('settings.nextNumber', { number }) : w('settings.numbersUsed', { number });
  }

  #name(kind: string): string {
    return this.#workspace.translator.lookup(`kind.${kind}`, kind);
  }

  #take(key: string, text: string, isGood: boolean, changes: () => Partial<Settings>): void {
    if (isGood) {
      this.#refused.delete(key);
      this.#save(changes());
      void this.readComing();
    } else this.#refused.set(key, text);
    this.#workspace.requestUpdate();
  }
}
