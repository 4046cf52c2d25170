/** The demonstration page: one editor, real documents, languages, number locales and themes. */
import '../element/crossfoot-editor-define.ts';
import type { CrossfootEditor } from '../element/crossfoot-editor.ts';
import { LANGUAGES, loadLanguage } from '../i18n/translator.ts';

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
const parameters = new URLSearchParams(location.search);

/** `01-hubspot-seats` → `Hubspot seats`. */
function sampleName(path: string): string {
  const folder = path.split('/').at(-2) ?? path;
  const words = folder.replace(/^\d+-/, '').replaceAll('-', ' ');
  return words.charAt(0).toUpperCase() + words.slice(1);
}

function option(value: string, text: string): HTMLOptionElement {
  return new Option(text, value);
}

async function openSample(name: string): Promise<void> {
  const path = Object.keys(samples).find((each) => each.includes(`/${name}/`));
  const address = path === undefined ? undefined : samples[path];
  if (address === undefined) {
    editor.value = '';
    return;
  }
  const response = await fetch(address);
  editor.value = await response.text();
}

async function speak(language: string): Promise<void> {
  editor.lang = language;
  const translator = await loadLanguage(language);
  document.documentElement.lang = translator.language;
  document.documentElement.dir = translator.direction;
  for (const element of document.querySelectorAll<HTMLElement>('[data-word]')) {
    element.textContent = translator.lookup(
      element.dataset['word'] ?? '',
      element.textContent ?? '',
    );
  }
}

function paint(theme: string): void {
  document.documentElement.dataset['theme'] = theme;
  editor.theme = theme;
}

function fillChoices(): void {
  sampleChoice.append(option('', '–'));
  for (const path of Object.keys(samples).sort()) {
    sampleChoice.append(option(path.split('/').at(-2) ?? '', sampleName(path)));
  }
  for (const language of LANGUAGES) {
    const name = new Intl.DisplayNames([language], { type: 'language' }).of(language) ?? language;
    languageChoice.append(option(language, name));
  }
  numbersChoice.append(option('', 'auto'));
  for (const locale of NUMBER_LOCALES) numbersChoice.append(option(locale, locale));
}

function listen(): void {
  sampleChoice.addEventListener('change', () => void openSample(sampleChoice.value));
  languageChoice.addEventListener('change', () => void speak(languageChoice.value));
  numbersChoice.addEventListener('change', () => (editor.locale = numbersChoice.value));
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
  const language = parameters.get('lang') ?? 'en';
  languageChoice.value = language;
  numbersChoice.value = parameters.get('locale') ?? '';
  themeChoice.value = parameters.get('theme') ?? '';
  editor.locale = numbersChoice.value;
  paint(themeChoice.value);
  await speak(language);
  const sample = parameters.get('sample');
  const first = Object.keys(samples).sort()[0]?.split('/').at(-2) ?? '';
  sampleChoice.value = sample ?? first;
  await openSample(sample ?? first);
  // What somebody made of it here before comes back, unless another sample is asked for.
  if (sample === null) editor.autosave = 'page';
}

void start();
