/** The page that shows the document its own address carries; nothing leaves the browser. */
import './crossfoot-preview-define.ts';
import { unpackFragment } from './fragment.ts';
import { firstChoices } from '../i18n/first-choices.ts';
import { loadWords } from './words.ts';

const preview = document.querySelector('crossfoot-preview');
const notice = document.querySelector<HTMLElement>('#notice');
const printButton = document.querySelector<HTMLButtonElement>('#print');

async function show(): Promise<void> {
  if (!preview || !notice || !printButton) return;
  const state = await unpackFragment(location.hash);
  const words = await loadWords(firstChoices(navigator.languages).language);
  printButton.textContent = words.print;
  if (state === null) {
    notice.textContent = words.linkFailed;
    notice.hidden = false;
    preview.hidden = true;
    printButton.hidden = true;
    return;
  }
  notice.hidden = true;
  preview.hidden = false;
  printButton.hidden = false;
  preview.value = state;
}

preview?.addEventListener('crossfoot-ready', () => {
  document.title = preview.pageTitle;
  const { language } = preview.document ?? {};
  if (typeof language === 'string') document.documentElement.lang = language;
});
printButton?.addEventListener('click', () => preview?.print());
window.addEventListener('hashchange', () => void show());
void show();
