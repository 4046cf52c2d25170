// <crossfoot-conflicts>: what two people changed differently, side by side, with one decision for
// each place; questions about the whole document; and the versions that were not kept.
//
// Events: crossfoot-resolve {path, side}, crossfoot-restore {index}, crossfoot-answer {answer}.

import { html, LitElement, nothing, type TemplateResult } from 'lit';

import { controls } from '../../styles/controls.ts';
import { usableLocale } from '../../number/symbols.ts';
import { tokens } from '../../styles/tokens.ts';
import type { Conflict, Loser, Question } from '../draft-store.ts';
import type { MergeNotice } from '../reconcile.ts';
import { asText, differences, placeName, type Difference } from './describe.ts';
import { syncStyles } from './styles.ts';
import { englishWords, loadSyncWords, type SyncWords } from './words.ts';

/** The answers to a question about the whole document. */
export type Answer = 'recreate' | 'keepLocal' | 'acceptFinalised';

export class CrossfootConflicts extends LitElement {
  static override styles = [tokens, controls, syncStyles];
  static override properties = {
    conflicts: { attribute: false },
    losers: { attribute: false },
    question: { attribute: false },
    by: {},
    notice: { attribute: false },
    label: { attribute: false },
    money: { attribute: false },
    lang: {},
    words: { state: true },
    decided: { state: true },
  };

  declare conflicts: readonly Conflict[];
  declare losers: readonly Loser[];
  declare question: Question | null;
  /** Who wrote the other side, as far as known. */
  declare by: string | null;
  /** What a member of the state is called; the host passes its own words for columns. */
  declare label: (name: string) => string;
  /** How an amount is written; the host passes its own format. */
  declare money: (amount: string | null) => string;
  /** A merge that went without a decision; the person can put its notice away. */
  declare notice: MergeNotice | null;
  declare words: SyncWords;
  declare decided: boolean;

  constructor() {
    super();
    this.conflicts = [];
    this.losers = [];
    this.question = null;
    this.by = null;
    this.notice = null;
    this.label = (name) => name;
    this.money = (amount) => amount ?? '–';
    this.words = englishWords;
    this.decided = false;
  }

  override willUpdate(changed: Map<string, unknown>): void {
    if (changed.has('lang')) {
      void loadSyncWords(this.lang || 'en').then((words) => (this.words = words));
    }
    const before = changed.get('conflicts') as readonly Conflict[] | undefined;
    if (this.conflicts.length > 0) this.decided = false;
    else if (before && before.length > 0) this.decided = true;
  }

  /** After a decision the next place, or the sentence that all is decided, has the focus. */
  override updated(changed: Map<string, unknown>): void {
    const before = changed.get('conflicts') as readonly Conflict[] | undefined;
    if (!before || before.length <= this.conflicts.length) return;
    const target = this.renderRoot.querySelector<HTMLElement>('.conflict button, .decided');
    target?.focus();
  }

  override render() {
    return html`<div dir=${this.words.direction} lang=${this.words.language}>
      ${this.#notice()} ${this.#question()}
      ${this.conflicts.length > 0 ? this.#conflicts() : nothing}
      ${this.decided ? this.#decided() : nothing}
      ${this.losers.length > 0 ? this.#losers() : nothing}
    </div>`;
  }

  get #by(): string {
    return this.by || this.words.t('conflict.someone');
  }

  #conflicts(): TemplateResult {
    const values = { by: this.#by, count: this.conflicts.length };
    return html`<section aria-labelledby="title">
      <h2 id="title">${this.words.t('conflict.title', values)}</h2>
      <p>${this.words.t('conflict.explain')}</p>
      ${this.conflicts.map((conflict) => this.#conflict(conflict))}
    </section>`;
  }

  #conflict({ path, mine, theirs }: Conflict): TemplateResult {
    const name = placeName(path, [mine, theirs], this.words, this.label);
    const decide = (side: 'mine' | 'theirs') => () =>
      this.#emit('crossfoot-resolve', { path, side });
    return html`<div class="conflict">
      <h3><bdi>${name}</bdi></h3>
      <table>
        <caption class="visually-hidden">
          ${name}
        </caption>
        <thead>
          <tr>
            <td></td>
            <th scope="col">${this.words.t('conflict.mine')}</th>
            <th scope="col">${this.words.t('conflict.theirs')}</th>
          </tr>
        </thead>
        <tbody>
          ${differences(mine, theirs, this.label).map((one) => this.#difference(one, name))}
        </tbody>
      </table>
      <div class="choices">
        <button
          class="primary"
          aria-label=${this.words.t('conflict.keepMineOf', { name })}
          @click=${decide('mine')}
        >
          ${this.words.t('conflict.keepMine')}
        </button>
        <button
          aria-label=${this.words.t('conflict.takeTheirsOf', { name })}
          @click=${decide('theirs')}
        >
          ${this.words.t('conflict.takeTheirs')}
        </button>
      </div>
    </div>`;
  }

  #difference({ name, mine, theirs }: Difference, place: string): TemplateResult {
    return html`<tr>
      <th scope="row">${name || html`<span class="visually-hidden">${place}</span>`}</th>
      <td>${this.#value(mine)}</td>
      <td>${this.#value(theirs)}</td>
    </tr>`;
  }

  #value(text: string | null): TemplateResult {
    return text === null
      ? html`<span class="absent">${this.words.t('conflict.absent')}</span>`
      : html`<bdi>${text}</bdi>`;
  }

  #notice(): TemplateResult | typeof nothing {
    if (!this.notice || this.conflicts.length > 0) return nothing;
    const { before, after } = this.notice.total ?? { before: null, after: null };
    const values = { by: this.#by, before: this.money(before), after: this.money(after) };
    return html`<p class="notice" role="status">
      <span>${this.words.t('merge.notice', values)}</span>
      <button class="link" @click=${() => (this.notice = null)}>
        ${this.words.t('notice.close')}
      </button>
    </p>`;
  }

  #decided(): TemplateResult {
    return html`<p class="decided" role="status" tabindex="-1">
      ${this.words.t('conflict.decided')}
    </p>`;
  }

  #question(): TemplateResult | typeof nothing {
    if (this.question === 'missing') {
      return html`<section aria-labelledby="question">
        <h2 id="question">${this.words.t('missing.title')}</h2>
        <div class="choices">
          ${this.#answer('recreate', this.words.t('missing.recreate'), 'primary')}
          ${this.#answer('keepLocal', this.words.t('missing.keepLocal'))}
        </div>
      </section>`;
    }
    if (this.question !== 'finalised') return nothing;
    return html`<section aria-labelledby="question">
      <h2 id="question">${this.words.t('finalised.title', { by: this.#by })}</h2>
      <p>${this.words.t('finalised.explain')}</p>
      <div class="choices">
        ${this.#answer('acceptFinalised', this.words.t('finalised.accept'), 'primary')}
      </div>
    </section>`;
  }

  #answer(answer: Answer, text: string, kind = ''): TemplateResult {
    const click = () => this.#emit('crossfoot-answer', { answer });
    return html`<button class=${kind} @click=${click}>${text}</button>`;
  }

  #losers(): TemplateResult {
    const newestFirst = this.losers.map((loser, index) => ({ loser, index })).reverse();
    return html`<section class="losers" aria-labelledby="losers">
      <h2 id="losers">${this.words.t('loser.title')}</h2>
      <ul>
        ${newestFirst.map(({ loser, index }) => this.#loser(loser, index))}
      </ul>
    </section>`;
  }

  #loser({ path, value, side, at, by }: Loser, index: number): TemplateResult {
    const name = placeName(path, [value], this.words, this.label);
    const format = new Intl.DateTimeFormat(usableLocale(this.lang || 'en'), {
      dateStyle: 'medium',
      timeStyle: 'short',
    });
    const time = format.format(new Date(at));
    const who = { by: by || this.words.t('conflict.someone'), time };
    const restore = () => this.#emit('crossfoot-restore', { index });
    const summary = asText(value) ?? this.words.t('conflict.absent');
    return html`<li>
      <div>
        <span
          ><bdi>${name}</bdi
          >${name.includes(summary) ? nothing : html`: <bdi>${summary}</bdi>`}</span
        >
        <span class="when"
          >${this.words.t(side === 'mine' ? 'loser.mine' : 'loser.theirs', who)}</span
        >
      </div>
      <button aria-label=${this.words.t('loser.restoreOf', { name })} @click=${restore}>
        ${this.words.t('loser.restore')}
      </button>
    </li>`;
  }

  #emit(type: string, detail: object): void {
    this.dispatchEvent(new CustomEvent(type, { detail, bubbles: true, composed: true }));
  }
}
