/** Says why something was not done, in the person's language; the words come when they are needed. */
import { formatDate } from '../date/dates.ts';
import type { Said } from '../sentences/refusals.ts';
import { formatDecimal } from '../number/format.ts';
import type { Capability } from '../store/capabilities.ts';
import type { EditorContext } from './editor-context.ts';

/** The line a command was about, from a path such as `/lines/li_1/quantity`. */
function lineOf(editor: EditorContext, path = ''): string | null {
  const segments = path.split('/');
  const at = segments.indexOf('lines');
  const id = at < 0 ? undefined : segments[at + 1];
  return id !== undefined && editor.store.row(id) ? id : null;
}

/** A refusal in the language of the editor; only that it is one where the words cannot be fetched. */
export async function reasonInWords(editor: EditorContext, said: Said): Promise<string> {
  const { language } = editor.translator;
  try {
    const { sayRefusal } = await import('../sentences/refusals.ts');
    return await sayRefusal(language, said, {
      kind: (name) => editor.translator.lookup(`kind.${name}`, ''),
      day: (date) => formatDate(date, editor.numberLocale),
      amount: (decimal) => formatDecimal(decimal, editor.numberLocale),
    });
  } catch {
    return (language === 'en' && said.message) || editor.t('refused.unsaid');
  }
}

/** True where this may be done; else it is said which right is missing, or that all is locked. */
export function mayOrSay(editor: EditorContext, capability: Capability): boolean {
  const locked = !editor.may('edit');
  if (!locked && editor.may(capability)) return true;
  if (locked) editor.announce(editor.t('status.offAtLocked'));
  else void announceRefusal(editor, missingRight(capability));
  return false;
}

/** What the core says of a right that is not granted, where it is not even asked. */
function missingRight(flag: string): Said {
  return { message: '', code: 'not-permitted', reasonId: 'notPermitted', values: { flag } };
}

/** Fetches the words before they are needed: what is typed may be refused without a network. */
export async function fetchRefusalWords(language: string): Promise<void> {
  try {
    await (await import('../sentences/refusals.ts')).loadRefusalWords(language);
  } catch {
    // They are asked for again when something is refused.
  }
}

/** Announces a refusal of the core, with the number of the line it is about. */
export async function announceRefusal(editor: EditorContext, said: Said): Promise<void> {
  const reason = await reasonInWords(editor, said);
  const id = lineOf(editor, said.path);
  const place = id === null ? '' : editor.t('refused.line', { n: editor.store.placeOf(id) });
  editor.announce(editor.t('refused', { reason: place === '' ? reason : `${place}: ${reason}` }));
}
