/** The page that shows the document its own address carries; nothing leaves the browser. */
import './crossfoot-preview-define.ts';
import type { JsonObject } from '../../../schema/contract.ts';
import { firstChoices } from '../i18n/first-choices.ts';
import { formatDecimal, formatMoney } from '../number/format.ts';
import { writeAnswer } from './answer.ts';
import type { Choices } from './buyer-choices.ts';
import { unpackFragment } from './fragment.ts';
import { keepAnswer, keptAnswer } from './kept-answer.ts';
import { record, records, text } from './paper-source.ts';
import { canSeal, offerWithCode } from './sealed-codes.ts';
import { fill, loadWords, type PaperWords } from './words.ts';

/** What the element tells of an acceptance. */
interface Accepted {
  readonly name: string;
  readonly state: JsonObject;
  readonly digest: string;
  readonly dueNow: string | null;
  readonly choices: Choices;
}

const preview = document.querySelector('crossfoot-preview');
const notice = document.querySelector<HTMLElement>('#notice');
const answer = document.querySelector<HTMLElement>('#answer');
const printButton = document.querySelector<HTMLButtonElement>('#print');

async function show(): Promise<void> {
  if (!preview || !notice || !printButton) return;
  const carried = await unpackFragment(location.hash);
  if (answer) answer.hidden = true;
  if (carried === null) {
    // No document says in which language.
    const { linkFailed } = await loadWords(firstChoices(navigator.languages).language);
    notice.textContent = linkFailed;
    notice.hidden = false;
    preview.hidden = true;
    printButton.hidden = true;
    return;
  }
  notice.hidden = true;
  preview.hidden = false;
  const { state, sealed } = carried;
  const { id, language } = JSON.parse(state) as { id?: unknown; language?: unknown };
  const words = await loadWords(typeof language === 'string' ? language : 'en');
  printButton.textContent = words.print;
  printButton.hidden = false;
  const withCode = (code: string): Promise<string | null> => offerWithCode(state, sealed, code);
  preview.openCode = sealed.length > 0 && canSeal() ? withCode : null;
  // What was said under this link before opens it again.
  const said = keptAnswer(typeof id === 'string' ? id : '', location.hash)?.choices.code;
  preview.value = (said === undefined ? null : await withCode(said)) ?? state;
}

/** The lines that the buyer chose, as they read. */
function chosenLines({ state, choices }: Accepted, words: PaperWords): string[] {
  const locale = text(state, 'locale') || 'en-US';
  return records(state, 'lines').flatMap((line) => {
    const id = text(line, 'id');
    const quantity = choices.quantities[id];
    const selected = choices.selected[id];
    if (quantity === undefined && selected === undefined) return [];
    const said =
      selected === false
        ? words.notChosen
        : formatDecimal(quantity ?? (text(line, 'quantity') || '1'), locale);
    return [`- ${text(line, 'name')}: ${said}`];
  });
}

function chosenCode({ choices }: Accepted, words: PaperWords): string[] {
  return choices.code === undefined ? [] : [`- ${words.code}: ${choices.code}`];
}

/** Nobody hosts this page: the buyer sends the acceptance, and until then nobody has it. */
async function showAnswer(accepted: Accepted): Promise<void> {
  const { name, state, digest, choices } = accepted;
  const words = await loadWords(text(state, 'language') || 'en');
  const amount = formatMoney(
    accepted.dueNow ?? '',
    text(state, 'locale') || 'en-US',
    text(state, 'currency'),
  );
  const title = preview?.pageTitle ?? '';
  const written = [
    fill(words.answerLine, { name, document: title, amount }),
    ...chosenLines(accepted, words),
    ...chosenCode(accepted, words),
    '',
    writeAnswer({ id: text(state, 'id'), name, digest, choices }),
  ].join('\n');
  const part = <Part extends HTMLElement>(selector: string): Part | null =>
    answer?.querySelector<Part>(selector) ?? null;
  const box = part<HTMLTextAreaElement>('textarea');
  const mail = part<HTMLAnchorElement>('a');
  const copy = part<HTMLButtonElement>('button');
  const done = part<HTMLElement>('[role=status]');
  if (!answer || !box || !mail || !copy || !done) return;
  const heading = part<HTMLElement>('h2');
  if (heading) heading.textContent = words.answerTitle;
  const explained = part<HTMLElement>('p');
  const kept = keepAnswer(text(state, 'id'), location.hash, { choices, accepted });
  if (explained)
    explained.textContent = kept ? `${words.answerText} ${words.answerKept}` : words.answerText;
  box.value = written;
  box.setAttribute('aria-label', words.answerTitle);
  mail.textContent = words.answerMail;
  const subject = fill(words.acceptDone, { name });
  // Where the seller said where mail goes; else the buyer fills it in.
  const seller = encodeURIComponent(text(record(state['issuer']), 'email')).replaceAll('%40', '@');
  mail.href = `mailto:${seller}?subject=${encodeURIComponent(`${title}: ${subject}`)}&body=${encodeURIComponent(written.replaceAll('\n', '\r\n'))}`;
  copy.textContent = words.answerCopy;
  done.textContent = '';
  copy.onclick = () => {
    box.select();
    void navigator.clipboard.writeText(written).then(
      () => (done.textContent = words.answerCopied),
      () => undefined,
    );
  };
  answer.hidden = false;
  answer.scrollIntoView({ block: 'start' });
  heading?.focus();
}

// Who pays has no shop to be handed to here: the document says how.
if (preview) preview.actions = 'accept choose';
preview?.addEventListener('crossfoot-accept', (event) => {
  event.preventDefault();
  void showAnswer((event as CustomEvent<Accepted>).detail);
});
/** Puts back what was chosen and prepared under this link before. */
function restore(): void {
  const id = text(preview?.document ?? {}, 'id');
  const kept = keptAnswer<Accepted>(id, location.hash);
  if (!preview || kept === null || restored === location.hash) return;
  restored = location.hash;
  preview.choices = kept.choices;
  if (kept.accepted !== null) void showAnswer(kept.accepted);
}

let restored = '';
preview?.addEventListener('crossfoot-choices', (event) => {
  const { choices, state } = (event as CustomEvent<Pick<Accepted, 'choices' | 'state'>>).detail;
  keepAnswer<Accepted>(text(state, 'id'), location.hash, { choices, accepted: null });
  if (answer) answer.hidden = true;
});
preview?.addEventListener('crossfoot-ready', () => {
  restore();
  document.title = preview.pageTitle;
  const { language } = preview.document ?? {};
  if (typeof language === 'string') document.documentElement.lang = language;
});
printButton?.addEventListener('click', () => preview?.print());
window.addEventListener('hashchange', () => void show());
void show();
