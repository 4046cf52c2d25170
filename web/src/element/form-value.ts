/** The element as a control of a plain form: value, validity, reset and restore. */
import type { DocumentStore } from '../store/document-store.ts';
import { issueField } from './issue-field.ts';
import type { CrossfootEditor } from './crossfoot-editor.ts';
import { findCell } from './focus-memory.ts';

const SETTLED_MS = 200;

export class FormValue {
  readonly #element: CrossfootEditor;
  readonly #internals: ElementInternals;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #initial: string | null = null;
  #errors = 0;
  #listening: HTMLFormElement | null = null;

  constructor(element: CrossfootEditor, internals: ElementInternals) {
    this.#element = element;
    this.#internals = internals;
  }

  get form(): HTMLFormElement | null {
    return this.#internals.form;
  }

  checkValidity(): boolean {
    return this.#internals.checkValidity();
  }

  reportValidity(): boolean {
    return this.#internals.reportValidity();
  }

  /** Belongs to this form from now on, wherever in the page it is; '' leaves that to the page. */
  join(form: HTMLFormElement | string): void {
    if (typeof form !== 'string' && form.id === '') form.id = `form-${crypto.randomUUID()}`;
    const id = typeof form === 'string' ? form : form.id;
    if (id === '') this.#element.removeAttribute('form');
    else this.#element.setAttribute('form', id);
  }

  /** The value at submission is exact: it is read when the form asks for it. */
  connect(): void {
    this.#listening?.removeEventListener('formdata', this.#formData);
    this.#listening = this.#internals.form;
    this.#listening?.addEventListener('formdata', this.#formData);
  }

  /** Another document was opened: a reset comes back to it. */
  opened(): void {
    this.#initial = null;
  }

  reset(): void {
    if (this.#initial !== null) this.#element.open(this.#initial);
  }

  /** After each drawing: what the form should think of us. */
  update(store: DocumentStore, required: boolean): void {
    this.#initial ??= store.engine.save();
    // What a host page says in attributes wins over these.
    this.#internals.role = 'group';
    this.#internals.ariaLabel = this.#element.t('editor.name');
    this.#setValidity(store, required);
    clearTimeout(this.#timer);
    if (!this.#internals.form) return;
    this.#timer = setTimeout(() => this.#internals.setFormValue(store.engine.save()), SETTLED_MS);
  }

  readonly #formData = (event: FormDataEvent): void => {
    const { name, disabled } = this.#element;
    if (name === '' || disabled || !this.#element.isReady) return;
    this.#element.commit();
    event.formData.set(name, this.#element.value);
  };

  #setValidity(store: DocumentStore, required: boolean): void {
    const errors = store.totals.issueCount.error;
    if (errors > this.#errors) this.#element.tell('crossfoot-invalid', { errors });
    this.#errors = errors;
    if (errors === 0 && (!required || store.ids.length > 0)) {
      this.#internals.setValidity({});
      return;
    }
    const { root } = this.#element;
    const first = root.querySelector<HTMLElement>('[data-col="name"]') ?? undefined;
    if (errors > 0) {
      const words = this.#element.t('issues.errors', { count: errors });
      this.#internals.setValidity({ customError: true }, words, this.#firstWrong(store) ?? first);
    } else {
      this.#internals.setValidity({ valueMissing: true }, this.#element.t('empty.title'), first);
    }
  }

  #firstWrong(store: DocumentStore): HTMLElement | null {
    const { root } = this.#element;
    const marked = root.querySelector<HTMLElement>('[aria-invalid="true"]');
    if (marked) return marked;
    const issue = store.issues().find(({ severity, lineId }) => severity === 'error' && lineId);
    return issue?.lineId === undefined
      ? null
      : findCell(root, { id: issue.lineId, column: issueField(issue) });
  }
}
