/** The words of the workspace, with English where a language has none yet. */
import { servedLanguage, type Message, type Translator } from '../../i18n/translator.ts';
import { workspaceEn } from './en.ts';

export type WorkspaceMessageKey = keyof typeof workspaceEn;
export type WorkspaceMessages = Readonly<Record<WorkspaceMessageKey, Message>>;

const loaders: Partial<Record<string, () => Promise<{ messages: Partial<WorkspaceMessages> }>>> = {
  nb: () => import('./nb.ts'),
  nl: () => import('./nl.ts'),
  da: () => import('./da.ts'),
  de: () => import('./de.ts'),
  fr: () => import('./fr.ts'),
  es: () => import('./es.ts'),
  ar: () => import('./ar.ts'),
  ja: () => import('./ja.ts'),
};

/** The messages of a language; English ones where it has none. */
export async function loadWorkspaceWords(tag: string): Promise<Partial<WorkspaceMessages>> {
  const load = loaders[servedLanguage(tag)];
  return load ? (await load()).messages : {};
}

/** A message with its placeholders filled; `count` chooses the plural form. */
export function workspaceText(
  messages: Partial<WorkspaceMessages>,
  translator: Translator,
  key: WorkspaceMessageKey,
  parameters: Readonly<Record<string, string | number>> = {},
): string {
  const message: Message = messages[key] ?? workspaceEn[key];
  let text: string;
  if (typeof message === 'string') text = message;
  else {
    const language = messages[key] === undefined ? 'en' : translator.language;
    const form = new Intl.PluralRules(language).select(Number(parameters['count'] ?? 0));
    text = message[form] ?? message['other'] ?? '';
  }
  return text.replace(/\{(\w+)\}/g, (whole, name: string) =>
    name in parameters ? String(parameters[name]) : whole,
  );
}
