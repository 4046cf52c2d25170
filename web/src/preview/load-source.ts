/** Opens a state in a session of the engine and gathers what its page is drawn from. */
import { withoutCodes } from '../../../schema/buyer.mjs';
import { parseJson, writeJson, type Json } from '../json/lossless-json.ts';
import { loadLanguage } from '../i18n/translator.ts';
import type {
  Account,
  JsonObject,
  PricedView,
  Standing,
  TaxesReply,
} from '../../../schema/contract.ts';
import { text, type PaperSource } from './paper-source.ts';
import { loadWords } from './words.ts';

/** A session that answers in JSON text, as wasm/engine.mjs has it. */
export interface TextSession {
  open(state: string): string;
  query(request: string): string;
  save(): string;
}

/** What a host may say about the reader. */
export interface PaperOptions {
  /** Language of the words; the document's own where it is not given. */
  readonly lang?: string | undefined;
  /** Locale of numbers and dates; the document's own where it is not given. */
  readonly locale?: string | undefined;
  /** The day to judge "overdue" and "expired" by; without it the last one that the document knows. */
  readonly today?: string | undefined;
  readonly choosing?: boolean;
  /** What a subscription asked for and received. */
  readonly account?: Account | undefined;
}

/** What only a code opens is not on the paper of an offer; a text that is no state stays as it is. */
function withoutCodesIn(stateText: string): string {
  try {
    const state = parseJson(stateText);
    const shown = withoutCodes(state as JsonObject);
    return shown === state ? stateText : writeJson(shown as Json);
  } catch {
    return stateText;
  }
}

/** The page's source, or why the state was refused. */
export async function loadPaperSource(
  session: TextSession,
  stateText: string,
  options: PaperOptions = {},
): Promise<{ source: PaperSource } | { error: string }> {
  const opened = JSON.parse(session.open(withoutCodesIn(stateText))) as {
    error?: { message: string };
  };
  if (opened.error) return { error: opened.error.message };
  return { source: await openPaperSource(session, options) };
}

/** The page's source of the document that is open in the session. */
export async function openPaperSource(
  session: TextSession,
  options: PaperOptions = {},
): Promise<PaperSource> {
  const state = JSON.parse(session.save()) as JsonObject;
  const language = options.lang || text(state, 'language') || 'en';
  const [translator, words] = await Promise.all([loadLanguage(language), loadWords(language)]);
  return readPaperSource(session, { translator, words }, options);
}

/** As openPaperSource, with the words at hand: at once. */
export function readPaperSource(
  session: TextSession,
  languages: Pick<PaperSource, 'translator' | 'words'>,
  options: PaperOptions = {},
): PaperSource {
  const state = JSON.parse(session.save()) as JsonObject;
  const view = JSON.parse(session.query('{"get":"view"}')) as PricedView;
  const { taxes } = JSON.parse(session.query('{"get":"taxes"}')) as TaxesReply;
  const { today, choosing, account } = options;
  const asked = JSON.stringify({ get: 'standing', ...(today === undefined ? {} : { on: today }) });
  const standing = JSON.parse(session.query(asked)) as Standing;
  return {
    state,
    view,
    taxes,
    standing,
    ...(account === undefined ? {} : { account }),
    ...languages,
    locale: options.locale || text(state, 'locale') || 'en-US',
    ...(choosing === undefined ? {} : { choosing }),
  };
}
