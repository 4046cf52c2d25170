/** The words of the workspace in its nine languages; each has all of them, and the types say so. */
import { filledIn } from '../../i18n/placeholders.ts';
import { servedLanguage, type Message, type Translator } from '../../i18n/translator.ts';
import { workspaceEn } from './en.ts';

export type WorkspaceMessageKey = keyof typeof workspaceEn;
export type WorkspaceMessages = Readonly<Record<WorkspaceMessageKey, Message>>;

const loaders: Partial<Record<string, () => Promise<{ messages: WorkspaceMessages }>>> = {
  nb: () => import('./nb.ts'),
  nl: () => import('./nl.ts'),
  da: () => import('./da.ts'),
  de: () => import('./de.ts'),
  fr: () => import('./fr.ts'),
  es: () => import('./es.ts'),
  ar: () => import('./ar.ts'),
  ja: () => import('./ja.ts'),
};

/** The messages of a language; English ones where it is none of the nine. */
export async function loadWorkspaceWords(tag: string): Promise<WorkspaceMessages> {
  const load = loaders[servedLanguage(tag)];
  return load ? (await load()).messages : workspaceEn;
}

/** A message with its placeholders filled; `count` chooses the plural form. */
export function workspaceText(
  messages: WorkspaceMessages,
  translator: Translator,
  key: WorkspaceMessageKey,
  parameters: Readonly<Record<string, string | number>> = {},
): string {
  const message: Message = messages[key];
  let text: string;
  if (typeof message === 'string') text = message;
  else {
    const rules = new Intl.PluralRules(translator.language);
    const form = rules.select(Number(parameters['count'] ?? 0));
    text = message[form] ?? message['other'] ?? '';
  }
  return filledIn(text, parameters, translator.direction);
}
