// What a page may use of <crossfoot-editor>. custom-elements.json and the tables of
// docs/embedding.md are made from this; tests/web/browser/api.test.mjs compares it with the class.

/** Attributes, each with the property of the same name. `reflects`: the property writes it too. */
export const attributes = {
  kind: {
    type: 'string',
    text: 'Kind of a new document: `quote` (default), `invoice`, `deal`, `creditMemo`, `paymentLink`, `subscription`.',
  },
  currency: { type: 'string', text: 'Currency of a new document, ISO 4217. Default `USD`.' },
  lang: {
    type: 'string',
    reflects: true,
    text: 'Language of the words: en, nb, nl, da, de, fr, es, ar, ja. Default: the page’s.',
  },
  locale: {
    type: 'string',
    text: 'How numbers and dates are written and read, apart from the language. Default: the document’s, else `en-US`.',
  },
  theme: { type: "'light' | 'dark' | ''", reflects: true, text: 'Colours; default: the system’s.' },
  density: {
    type: "'comfortable' | 'compact' | ''",
    reflects: true,
    text: '`compact` draws lower rows.',
  },
  navigation: {
    type: "'form' | 'grid'",
    text: '`grid` moves by cells with the arrow keys, as spreadsheets do.',
  },
  readonly: {
    type: 'boolean',
    reflects: true,
    text: 'Nothing can be changed; all text can be selected.',
  },
  disabled: { type: 'boolean', reflects: true, text: 'As `readonly`, and left out of its form.' },
  name: { type: 'string', text: 'Name of the value in a form.' },
  required: { type: 'boolean', text: 'The form is valid only with at least one line.' },
  src: {
    type: 'string',
    text: 'Address of the document to open (JSON); with `sync`, its address or id there.',
  },
  sync: {
    type: 'string',
    text: 'Address below which documents are kept: edits go there, others’ edits come from there.',
  },
  catalog: { type: 'string', text: 'Address of the library: a JSON list of products.' },
  author: {
    type: 'string',
    text: 'Who edits, as others read it where their edits meet; with `sync`.',
  },
  autosave: {
    type: 'string',
    text: 'A name under which the document and its undo history are kept in this browser, for pages without a server. Tabs with one name work on one document; where nothing can be kept, the editor says so.',
  },
};

/** Properties that are no attributes. */
export const properties = {
  value: {
    type: 'string',
    text: 'The document as JSON text, every digit as it is. Setting it opens another one; what it has told itself, set again, changes nothing ([Bound](#bound)).',
  },
  document: { type: 'object | null', text: 'The same as an object.' },
  catalogue: { type: 'CatalogueProduct[]', text: 'The library: products to add lines from.' },
  saveProduct: {
    type: '((product: CatalogueProduct) => void | Promise<void>) | null',
    text: 'Keeps a line as a product; “Save to library” is offered where this is given.',
  },
  capabilities: {
    type: 'CapabilityFlags',
    text: 'What the session may do, enforced by the core: `{ editPrices: false }`, `{ readOnly: true }`, …',
  },
  shownColumns: {
    type: 'string[]',
    text: 'Ids of the columns shown, in order; setting it is remembered as the person’s own choice is.',
  },
  shortcuts: {
    type: 'Shortcuts | null',
    text: 'Keys that differ from the default map; null turns row shortcuts off.',
  },
  messages: { type: 'Partial<Messages>', text: 'Your own words instead of ours, by message key.' },
  adapter: {
    type: 'Backend | null',
    text: 'Another way to keep documents than `sync`, such as one with tokens.',
  },
  engine: {
    type: 'DocumentSession | null',
    text: 'An open session of an engine you loaded yourself; else the element loads one.',
  },
  form: {
    type: 'HTMLFormElement | null',
    text: 'The form it belongs to; set to a form or to the id of one, it belongs to that (as by the attribute `form`).',
  },
  isReady: { type: 'boolean', readonly: true, text: 'Whether the engine has started.' },
  ready: {
    type: 'Promise<void>',
    readonly: true,
    text: 'Fulfilled when the engine has started; rejected where it cannot be loaded, with the address and what helps.',
  },
  saveState: {
    type: 'SaveState | null',
    readonly: true,
    text: 'Where the work is; null without `sync`.',
  },
};

export const methods = {
  open: {
    signature: '(stateText: string): string | null',
    text: 'Opens a document, whatever is open (`value` passes over what it has told itself); the reason where it cannot be opened (then the open one stays).',
  },
  addLine: {
    signature: '(line: object, at?: number): string | null',
    text: 'Adds a line before a position (from 0), else at the end; its id.',
  },
  run: {
    signature: '(command: object): boolean',
    text: 'Carries out a command of the core; false where it is refused.',
  },
  undo: { signature: '(): void', text: 'Goes one step back.' },
  redo: { signature: '(): void', text: 'Goes one step forth.' },
  restoreHistory: {
    signature: '(history: object | string): void',
    text: 'Takes back an undo history kept elsewhere.',
  },
  validate: { signature: '(): Issue[]', text: 'The issues of the document.' },
  issueText: {
    signature: '(issue: Issue): string',
    text: 'An issue of `validate` as a sentence in the language of the element, with its line and field.',
  },
  goToIssue: {
    signature: '(issue: Issue): Promise<void>',
    text: 'Focuses the field an issue is about, also inside its popover or dialog.',
  },
  recalculate: {
    signature: '(): Totals',
    text: 'The totals as they are now; amounts are decimal text.',
  },
  commit: { signature: '(): void', text: 'What is being typed counts from now on.' },
  flush: {
    signature: '(): Promise<SaveState | null>',
    text: 'Commits and, with `sync`, brings everything to the server. Await it before Send, Finalise and Pay.',
  },
  focus: {
    signature: '(options?: FocusOptions): void',
    text: 'Focuses the cell focused last, else the first.',
  },
  focusLine: {
    signature: "(id: string, column = 'name'): void",
    text: 'Focuses a cell of a line.',
  },
  focusNewLine: {
    signature: '(): void',
    text: 'Focuses the row that waits for the next line.',
  },
  importText: {
    signature: '(text: string): void',
    text: 'Opens the paste preview for text in rows and cells.',
  },
  importFile: {
    signature: '(file: File): Promise<void>',
    text: 'Opens a JSON document, or CSV with a preview.',
  },
  print: { signature: '(): void', text: 'Prints the page, with every line.' },
  checkValidity: { signature: '(): boolean', text: 'As of every form control.' },
  reportValidity: {
    signature: '(): boolean',
    text: 'As of every form control; focuses the first field in error.',
  },
  toJSON: { signature: '(): object | null', text: 'The document, for JSON.stringify.' },
};

/** Events; all bubble and leave the shadow root. */
export const events = {
  'crossfoot-ready': { text: 'The engine has started.' },
  'crossfoot-open': {
    detail: '{ totals }',
    text: 'Another document is open: by the page, a server, a draft. `totals` are those of its summary.',
  },
  'crossfoot-before-change': {
    detail: '{ command }',
    cancelable: true,
    text: 'A command is about to be carried out.',
  },
  'crossfoot-change': {
    detail: '{ command, changed, before, after }',
    text: 'A command was carried out; `before` and `after` are the totals.',
  },
  'crossfoot-input': {
    detail: '{ command, changed, before, after }',
    text: 'The same, for those who listen for input.',
  },
  'crossfoot-invalid': { detail: '{ errors }', text: 'The number of errors grew.' },
  'crossfoot-error': {
    detail: '{ error: { code, message } }',
    text: 'Something was refused or could not be loaded.',
  },
  'crossfoot-save-request': { cancelable: true, text: 'Ctrl/⌘+S: prevent the default and save.' },
  'crossfoot-save-state': {
    detail: '{ id, state }',
    text: 'With `sync`: where the work is, changed.',
  },
  'crossfoot-conflict': {
    detail: '{ id, conflicts }',
    text: 'With `sync`: somebody has to decide; the editor shows the choice.',
  },
  'crossfoot-sign-in-needed': {
    detail: '{ resume }',
    text: 'With `sync`: the server wants a sign-in; call `resume` after it.',
  },
  input: { text: 'Native: each edit.' },
  change: { text: 'Native: a finished field.' },
};

export const slots = {
  '': 'Shown until the element has started, such as a plain table for pages without JavaScript.',
  toolbar: 'After the buttons of the toolbar.',
  empty: 'In place of the words for a document without lines.',
  'totals-extra': 'Below the totals.',
  footer: 'Below everything.',
};

export const parts = {
  toolbar: 'The tools above the table.',
  table: 'The table of lines.',
  row: 'A line.',
  ghost: 'The row at the end in which a new line is typed.',
  cell: 'A cell of a line.',
  input: 'A text box of a line.',
  handle: 'The handle a line is dragged by.',
  'menu-button': 'The button of a line’s menu.',
  menu: 'An open menu.',
  popover: 'An open popover.',
  dialog: 'An open dialog.',
  totals: 'The totals panel.',
  'total-row': 'A row of it.',
  'grand-total': 'What is due now.',
  'totals-bar': 'The bar that keeps the totals in view.',
  schedule: 'The payment schedule.',
  status: 'What was said last.',
};

export const cssProperties = {
  '--crossfoot-font': 'Font family.',
  '--crossfoot-ink': 'Text colour.',
  '--crossfoot-surface': 'Background.',
  '--crossfoot-accent': 'Buttons, links, focus; 4.5:1 on the background.',
  '--crossfoot-border': 'Borders of controls; 3:1 on the background.',
  '--crossfoot-danger': 'Errors; 4.5:1 on the background.',
  '--crossfoot-radius': 'Rounding of corners. Default 6px.',
  '--crossfoot-space': 'Basic space. Default 8px.',
  '--crossfoot-row-height': 'Least height of a row. Default 38px.',
};

export const cssStates = {
  dirty: 'With `sync`: something is not on the server yet.',
  saving: 'With `sync`: something is being sent.',
  offline: 'With `sync`: the server cannot be reached.',
  conflict: 'With `sync`: somebody has to decide.',
};
