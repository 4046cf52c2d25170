// <crossfoot-save-state>: where the work is, as a status that assistive technology reads out.

import { html, LitElement, nothing } from 'lit';

import { tokens } from '../../styles/tokens.ts';
import type { Problem } from '../backend.ts';
import type { SaveState } from '../save-state.ts';
import { syncStyles } from './styles.ts';
import { englishWords, loadSyncWords, type SyncWords } from './words.ts';

function reasonOf({ detail, title, status }: Problem): string {
  return detail ?? title ?? (status === undefined ? '' : `HTTP ${status}`);
}

/** The sentence for a state. */
export function saveStateText(state: SaveState, words: SyncWords): string {
  switch (state.name) {
    case 'offline':
      return words.t('save.offline', { count: state.waiting });
    case 'retrying':
      return words.t('save.retrying', { seconds: state.seconds });
    case 'rejected':
      return words.t('save.rejected', { reason: reasonOf(state.problem) });
    case 'signIn': {
      const reason = reasonOf(state.problem);
      return reason === '' ? words.t('save.signIn') : `${words.t('save.signIn')} (${reason})`;
    }
    default:
      return words.t(`save.${state.name}`);
  }
}

export class CrossfootSaveState extends LitElement {
  static override styles = [tokens, syncStyles];
  static override properties = {
    state: { attribute: false },
    lang: {},
    words: { state: true },
  };

  /** Null while nothing is known. */
  declare state: SaveState | null;
  declare words: SyncWords;

  constructor() {
    super();
    this.state = null;
    this.words = englishWords;
  }

  override willUpdate(changed: Map<string, unknown>): void {
    if (changed.has('lang')) {
      void loadSyncWords(this.lang || 'en').then((words) => (this.words = words));
    }
  }

  override render() {
    // The status stands in the page before it has something to say, so that it will be read out.
    if (!this.state) return html`<span role="status"></span>`;
    const isUnprotected = this.state.name === 'unprotected';
    const help = isUnprotected ? this.words.t('save.unprotectedHelp') : nothing;
    return html`<span
      class="state"
      role="status"
      data-name=${this.state.name}
      dir=${this.words.direction}
      lang=${this.words.language}
      title=${help}
      >${saveStateText(this.state, this.words)}</span
    >`;
  }
}
