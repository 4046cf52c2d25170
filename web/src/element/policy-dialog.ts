/** The rules of the open document: chosen here, with what each choice would come to. */
import { html, type TemplateResult } from 'lit';
import { currencyChoices } from '../i18n/choices.ts';
import { policyFields } from '../policy/policy-fields.ts';
import { storedFor, type PolicyChoice, type PolicyRule } from '../policy/policy-table.ts';
import { loadPolicyWords, type SayPolicy } from '../policy/policy-words.ts';
import type { Json, JsonObject, Reply } from '../../../schema/contract.ts';
import { isRefusal } from '../engine/refusal.ts';
import { choiceBox } from '../ui/choice-box.ts';
import { dueLabel } from './due-label.ts';
import type { EditorContext } from './editor-context.ts';

/** Above this many lines every choice would have to be waited for. */
const MOST_LINES_TRIED = 500;

/** What choices of a document would come to, tried in a session of their own. */
class Trials {
  readonly #editor: EditorContext;
  #state = '';
  #due = new Map<string, string | null>();

  constructor(editor: EditorContext) {
    this.#editor = editor;
  }

  /** What would be due now; null where it is not known. */
  dueWith(key: string, value: Json): string | null {
    const { engine, ids } = this.#editor.store;
    if (ids.length > MOST_LINES_TRIED) return null;
    const state = engine.save();
    if (state !== this.#state) {
      this.#state = state;
      this.#due.clear();
    }
    const name = JSON.stringify([key, value]);
    const known = this.#due.get(name);
    if (known !== undefined) return known;
    const session = engine.trial();
    const applied = session.apply({ op: 'set', path: `/policy/${key}`, value });
    const reply = isRefusal(applied) ? applied : session.query({ get: 'summary' });
    session.close();
    const due = isRefusal(reply) ? null : reply.summary.dueNow;
    this.#due.set(name, due);
    return due;
  }
}

class PolicyDialog {
  readonly #trials: Trials;

  constructor(
    readonly editor: EditorContext,
    readonly say: SayPolicy,
    readonly wanted: string,
  ) {
    this.#trials = new Trials(editor);
  }

  get #policy(): JsonObject {
    const policy = this.editor.store.head['policy'];
    return typeof policy === 'object' && policy !== null && !Array.isArray(policy) ? policy : {};
  }

  get #isLocked(): boolean {
    return !this.editor.may('edit') || !this.editor.may('editDocument');
  }

  body(): TemplateResult {
    const { editor, say, wanted } = this;
    const refused = new Set(editor.store.issues().map(({ path }) => path));
    return html`<p class="faint">${say('intro')}</p>
      ${this.#currency()}
      ${policyFields({
        policy: this.#policy,
        set: (key, value) => this.#set(key, value),
        say,
        locale: editor.numberLocale,
        disabled: this.#isLocked,
        isRefused: (key) => refused.has(`/policy/${key}`),
        dueWith: (rule, choice) => this.#dueWith(rule, choice),
        wanted,
      })}`;
  }

  footer(): TemplateResult {
    const { editor } = this;
    const due = this.#dueIs(editor.store.totals.summary.dueNow);
    return html`<strong class="rules-due" role="status">${due}</strong>
      <button type="button" class="primary" @click=${() => editor.overlays.close()}>
        ${editor.t('action.done')}
      </button>`;
  }

  #dueWith(rule: PolicyRule, { value }: PolicyChoice): string {
    const policy = this.#policy;
    const due = this.#trials.dueWith(rule.key, storedFor(rule, value, policy));
    return due === null ? '' : this.#dueIs(due);
  }

  /** "Balance due: €12.00", as the totals call it. */
  #dueIs(due: string | null): string {
    const { editor, say } = this;
    return say('dueNow', { due: editor.t(dueLabel(editor)), amount: editor.money(due) });
  }

  #set(key: string, value: Json): void {
    const command = { op: 'set', path: `/policy/${key}`, value };
    this.editor.run(command, { key: 'set', field: `policy.${key}` }, `policy/${key}`);
  }

  #currency(): TemplateResult {
    const { editor, say } = this;
    const { translator, store } = editor;
    return html`<div class="rules-currency">
      ${choiceBox({
        label: say('currency'),
        value: store.currency,
        choices: () => {
          const reply = store.engine.call('currencies', {}) as Reply<'currencies'>;
          const codes = reply.currencies.map(({ code }) => code);
          return currencyChoices(codes, translator.language);
        },
        pick: (code) => this.#changeCurrency(code),
        disabled: this.#isLocked,
        name: 'currency',
        translator,
        redraw: () => editor.requestUpdate(),
      })}
    </div>`;
  }

  /** Lines made of products take the products' prices in the new currency. */
  #changeCurrency(code: string): void {
    const prices: Record<string, Json> = {};
    for (const { id, prices: own } of this.editor.catalogue) {
      const price = own?.[code];
      if (price !== undefined) prices[id] = price;
    }
    const command = { op: 'currency', value: code, prices };
    this.editor.run(command, { key: 'currency' });
  }
}

/** Opens the page of rules, at one of them where somebody came for that. */
export async function openPolicy(editor: EditorContext, wanted = ''): Promise<void> {
  const dialog = new PolicyDialog(
    editor,
    await loadPolicyWords(editor.translator.language),
    wanted,
  );
  editor.overlays.openDialog({
    title: editor.t('rules.title'),
    size: 'medium',
    keeps: () => true,
    body: () => dialog.body(),
    footer: () => dialog.footer(),
  });
}
