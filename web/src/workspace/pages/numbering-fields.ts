/** How numbers of documents begin and go on: what cannot be one is refused with its reason. */
import { html, type TemplateResult } from 'lit';
import { isRefusal } from '../../engine/refusal.ts';
import { parseNumber } from '../../number/parse.ts';
import { textField } from '../form-fields.ts';
import type { Settings } from '../store/records.ts';
import type { Workspace } from '../workspace-context.ts';
import { NUMBERED_KINDS } from '../../store/kind-facts.ts';

const PREFIX_LETTERS = 8;

/** A whole number from 1 on, of up to 18 digits with the zeros before it, as somebody of the locale types it; else null. */
function readCount(text: string, locale: string): string | null {
  const typed = /^\d+$/.test(text.trim()) ? text.trim() : plain(text, locale);
  return typed !== null && /^(?=.*[1-9])\d{1,18}$/.test(typed) ? typed : null;
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
  /** Prefixes that the core was asked about. */
  readonly #known = new Map<string, boolean>();
  /** The number that the next document of a kind gets. */
  readonly #coming = new Map<string, string>();

  constructor(workspace: Workspace, save: (changes: Partial<Settings>) => void) {
    this.#workspace = workspace;
    this.#save = save;
    void this.readComing();
  }

  /** Asks again which numbers come next. */
  async readComing(): Promise<void> {
    for (const kind of NUMBERED_KINDS) {
      this.#coming.set(kind, await this.#workspace.store.comingNumber(kind));
    }
    this.#workspace.requestUpdate();
  }

  render(): TemplateResult {
    const { w } = this.#workspace;
    return html`<fieldset class="form-grid">
      <legend>${w('settings.numbering')}</legend>
      ${NUMBERED_KINDS.map((kind) => html`${this.#prefix(kind)} ${this.#first(kind)}`)}
      <p class="wide soft">${w('settings.numberingNote')}</p>
    </fieldset>`;
  }

  #prefix(kind: string): TemplateResult {
    const { w, store } = this.#workspace;
    const key = `prefix ${kind}`;
    const refused = this.#refused.get(key);
    const kept = store.settings.prefixes[kind] ?? '';
    const isWrong = refused !== undefined || !this.#fits(kept);
    return textField(
      w('settings.prefix', { kind: this.#name(kind) }),
      refused ?? kept,
      (text) => {
        const prefix = text.trim().replaceAll(/[\s-]+$/g, '');
        this.#take(key, text, this.#fits(prefix), () => ({
          prefixes: { ...store.settings.prefixes, [kind]: prefix },
        }));
      },
      {
        during: 'never',
        name: key.replace(' ', '-'),
        problem: isWrong ? w('settings.badPrefix', { count: PREFIX_LETTERS }) : '',
        hint: w('settings.prefixHint'),
      },
    );
  }

  /** Whether the core takes a number with this prefix: it is asked to finalise with one. */
  #fits(prefix: string): boolean {
    const known = this.#known.get(prefix);
    if (known !== undefined) return known;
    const { client, today } = this.#workspace;
    const session = client.session();
    try {
      const lines = [{ id: 'li', name: 'line', unitPrice: '1' }];
      const contacts = [{ id: 'c', name: 'contact' }];
      const head = { version: 1, kind: 'invoice', currency: 'USD', date: today };
      session.open({ ...head, id: 'doc', status: 'draft', contacts, lines });
      const number = `${prefix}-1`;
      const reply = session.apply({ op: 'lifecycle', step: 'finalise', at: today, number });
      const fits = !isRefusal(reply) || reply.error.code !== 'number-invalid';
      this.#known.set(prefix, fits);
      return fits;
    } finally {
      session.close();
    }
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
