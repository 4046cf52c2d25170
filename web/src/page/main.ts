/** The demonstration page: one editor, real documents, languages, number locales and themes. */
import '../element/crossfoot-editor-define.ts';
import type { CrossfootEditor } from '../element/crossfoot-editor.ts';
import { choicesIn, firstChoices } from '../i18n/first-choices.ts';
import { failureWords, StatusError } from '../i18n/failure-words.ts';
import { english, LANGUAGES, loadLanguage, type Translator } from '../i18n/translator.ts';
import { itemsAreBack } from '../store/crash-copy.ts';
import { madeOf, OwnDocuments } from './own-documents.ts';

const samples = import.meta.glob<string>('../../../examples/*/state.json', {
  query: '?url',
  import: 'default',
  eager: true,
});

const NUMBER_LOCALES = [
  'en-US',
  'en-GB',
  'nb-NO',
  'da-DK',
  'nl-NL',
  'de-DE',
  'de-CH',
  'fr-FR',
  'es-ES',
  'ar-EG',
  'ja-JP',
  'hi-IN',
];

function byId<Element extends HTMLElement>(id: string): Element {
  const found = document.getElementById(id);
  if (!found) throw new Error(`the page has no #${id}`);
  return found as Element;
}

const editor = byId<CrossfootEditor>('editor');
const sampleChoice = byId<HTMLSelectElement>('sample');
const languageChoice = byId<HTMLSelectElement>('language');
const numbersChoice = byId<HTMLSelectElement>('numbers');
const themeChoice = byId<HTMLSelectElement>('theme');
const problem = byId('page-problem');
const parameters = new URLSearchParams(location.search);
const own = new OwnDocuments();
let words: Translator = english;

/** `01-hubspot-seats` → `Hubspot seats`. */
function sampleName(path: string): string {
  const folder = path.split('/').at(-2) ?? path;
  const words = folder.replace(/^\d+-/, '').replace('en16931', 'EN 16931').replaceAll('-', ' ');
  return words.charAt(0).toUpperCase() + words.slice(1);
}

function option(value: string, text: string): HTMLOptionElement {
  return new Option(text, value);
}

/** Says what could not be had, until something else is done. */
function say(reason: unknown): void {
  problem.textContent = words.t('page.notLoaded', { reason: failureWords(reason, words) });
  problem.hidden = false;
}

async function sampleText(name: string): Promise<string> {
  const path = Object.keys(samples).find((each) => each.includes(`/${name}/`));
  const address = path === undefined ? undefined : samples[path];
  if (address === undefined) return '';
  const response = await fetch(address);
  if (!response.ok) throw new StatusError(response.status, address);
  return response.text();
}

/** What is open stays kept: it is left with all that is typed in it. */
async function leave(): Promise<void> {
  editor.commit();
  own.leave(editor);
  editor.autosave = '';
  await editor.updateComplete;
}

/** A page that shows something off, or is tested, may ask that nothing made on it is kept. */
const keeps = parameters.get('keep') !== 'no';

/** A sample as it is; what somebody makes of it becomes a document of their own. */
async function openSample(name: string): Promise<void> {
  const text = await sampleText(name);
  if (editor.isReady) await leave();
  editor.open(text);
  own.begin(name, keeps);
  editor.autosave = own.key;
}

async function openOwn(key: string): Promise<void> {
  if (editor.isReady) await leave();
  own.open(key, editor);
  editor.autosave = key;
}

/** An address that names a sample would open that again, in the place of what was made of it. */
function forgetSample(): void {
  const address = new URL(location.href);
  if (!address.searchParams.has('sample')) return;
  address.searchParams.delete('sample');
  history.replaceState(history.state, '', address);
}

/** Opens what was chosen; where it cannot be had, what is open stays, and the choice says so. */
async function choose(value: string): Promise<void> {
  problem.hidden = true;
  try {
    await (own.has(value) ? openOwn(value) : openSample(value));
    forgetSample();
  } catch (error) {
    say(error);
  }
  showChoices();
}

/** `page.01-hubspot-seats.2` → `Hubspot seats 2`; what was begun anew always has its number. */
function ownName(key: string): string {
  const { sample, count } = madeOf(key);
  const isSample = Object.keys(samples).some((path) => path.includes(`/${sample}/`));
  const name = isSample ? sampleName(`/${sample}/state.json`) : words.t('page.new');
  return count > 1 || !isSample ? `${name} ${count}` : name;
}

/** Documents of one's own first, then the samples; the one that is open is chosen. */
function showChoices(): void {
  const groups: HTMLElement[] = [];
  const documents = own.list();
  if (documents.length > 0) {
    const group = document.createElement('optgroup');
    group.label = words.t('page.own');
    group.append(...documents.map((key) => option(key, ownName(key))));
    groups.push(group);
  }
  const group = document.createElement('optgroup');
  group.label = words.t('page.samples');
  group.append(option('', words.t('page.new')));
  for (const path of Object.keys(samples).sort()) {
    group.append(option(path.split('/').at(-2) ?? '', sampleName(path)));
  }
  sampleChoice.replaceChildren(...groups, group);
  sampleChoice.value = own.isOpen ? own.key : own.sample;
}

async function speak(language: string): Promise<void> {
  problem.hidden = true;
  try {
    words = await loadLanguage(language);
  } catch (error) {
    say(error);
    languageChoice.value = words.language;
    return;
  }
  editor.lang = language;
  writeNumbers();
  document.documentElement.lang = words.language;
  document.documentElement.dir = words.direction;
  for (const element of document.querySelectorAll<HTMLElement>('[data-word]')) {
    element.textContent = words.lookup(element.dataset['word'] ?? '', element.textContent ?? '');
  }
  showChoices();
}

function paint(theme: string): void {
  document.documentElement.dataset['theme'] = theme;
  editor.theme = theme;
}

function fillChoices(): void {
  for (const language of LANGUAGES) {
    const name = new Intl.DisplayNames([language], { type: 'language' }).of(language) ?? language;
    languageChoice.append(option(language, name));
  }
  numbersChoice.append(option('', 'auto'));
  for (const locale of NUMBER_LOCALES) numbersChoice.append(option(locale, locale));
}

/**
 * Numbers as chosen; without a choice as those write them who speak the language. A new document is
 * in their money.
 */
function writeNumbers(): void {
  const usual = choicesIn(languageChoice.value, navigator.languages);
  editor.locale = numbersChoice.value || usual.locale;
  editor.currency = usual.currency;
}

function listen(): void {
  sampleChoice.addEventListener('change', () => void choose(sampleChoice.value));
  editor.addEventListener('crossfoot-change', () => {
    if (own.isOpen || !own.keeps) return;
    own.changed();
    forgetSample();
    showChoices();
  });
  window.addEventListener('storage', () => showChoices());
  languageChoice.addEventListener('change', () => void speak(languageChoice.value));
  numbersChoice.addEventListener('change', writeNumbers);
  themeChoice.addEventListener('change', () => paint(themeChoice.value));
  editor.addEventListener('dragover', (event) => event.preventDefault());
  editor.addEventListener('drop', (event) => {
    const file = event.dataTransfer?.files[0];
    if (!file) return;
    event.preventDefault();
    void editor.importFile(file);
  });
}

async function start(): Promise<void> {
  fillChoices();
  listen();
  const language = parameters.get('lang') ?? firstChoices(navigator.languages).language;
  languageChoice.value = language;
  numbersChoice.value = parameters.get('locale') ?? '';
  themeChoice.value = parameters.get('theme') ?? '';
  writeNumbers();
  paint(themeChoice.value);
  await speak(language);
  await itemsAreBack();
  const sample = parameters.get('sample');
  const last = sample === null ? own.last() : null;
  const first = Object.keys(samples).sort()[0]?.split('/').at(-2) ?? '';
  try {
    if (last !== null && own.has(last)) await openOwn(last);
    else await openSample(sample === 'none' ? '' : (sample ?? last ?? first));
  } catch (error) {
    say(error);
  }
  showChoices();
}

void start();
