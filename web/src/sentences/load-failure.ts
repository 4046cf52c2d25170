/** Why the engine could not be loaded, as a sentence: from where, and what helps. */
import { failureWords } from '../i18n/failure-words.ts';
import type { Translator } from '../i18n/translator.ts';

/** The address in what a browser says of a module that it could not fetch. */
const ADDRESS = /https?:\/\/\S+/;

/** `error` is what loading the engine threw: EngineLoadError of wasm/loader.mjs, or the browser's. */
export function loadFailure(error: unknown, translator: Translator): string {
  const { address, reason } = (error ?? {}) as { address?: unknown; reason?: unknown };
  const message = error instanceof Error ? error.message : String(error);
  if (typeof address === 'string') {
    return translator.t('editor.failedAt', {
      address,
      reason: failureWords(reason ?? error, translator),
    });
  }
  const named = ADDRESS.exec(message)?.[0];
  return named === undefined
    ? translator.t('editor.failed', { reason: failureWords(error, translator) })
    : translator.t('editor.failedAt', {
        address: named,
        reason: failureWords(message.replace(named, '').replace(/[:\s]+$/, ''), translator),
      });
}
