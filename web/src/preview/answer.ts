/**
 * A buyer's acceptance as text: sentences for people, and a line that the seller's workspace reads. It
 * names the offer by the digest of what the buyer saw, with what they chose.
 */
import type { Choices } from './buyer-choices.ts';

export interface Answer {
  /** Id of the offer. */
  readonly id: string;
  readonly name: string;
  readonly digest: string;
  readonly choices: Choices;
}

const MARK = 'crossfoot-answer:';

/** The line that the workspace reads. */
export function writeAnswer(answer: Answer): string {
  const bytes = new TextEncoder().encode(JSON.stringify(answer));
  let binary = '';
  for (const byte of bytes) binary += String.fromCharCode(byte);
  return `${MARK}${btoa(binary)}.`;
}

/** The answer in a text that somebody pasted, whatever mail programs put around it; else null. */
export function readAnswer(pasted: string): Answer | null {
  const at = pasted.lastIndexOf(MARK);
  // Mail programs break long lines, and put a mark before each line of a quotation.
  const code = /^([A-Za-z0-9+/=\s>]*)\./.exec(pasted.slice(at + MARK.length))?.[1] ?? '';
  try {
    const binary = atob(code.replaceAll(/[\s>]/g, ''));
    const text = new TextDecoder('utf-8', { fatal: true }).decode(
      Uint8Array.from(binary, (character) => character.charCodeAt(0)),
    );
    return at < 0 ? null : checked(JSON.parse(text) as Partial<Answer>);
  } catch {
    return null;
  }
}

function checked({ id, name, digest, choices }: Partial<Answer>): Answer | null {
  const areTexts = [id, name, digest].every((each) => typeof each === 'string' && each !== '');
  const quantities = Object.entries(choices?.quantities ?? {});
  const selected = Object.entries(choices?.selected ?? {});
  const code: unknown = choices?.code;
  const areChoices =
    (code === undefined || typeof code === 'string') &&
    quantities.every(([, each]) => typeof each === 'string') &&
    selected.every(([, each]) => typeof each === 'boolean');
  if (!areTexts || !areChoices) return null;
  return {
    id: id ?? '',
    name: name ?? '',
    digest: digest ?? '',
    choices: {
      quantities: Object.fromEntries(quantities),
      selected: Object.fromEntries(selected),
      ...(typeof code === 'string' ? { code } : {}),
    },
  };
}
