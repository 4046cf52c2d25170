/** What failed outside the core (network, storage, files) in the person's language. */
import type { Translator } from './translator.ts';

/** An answer of a server that says no. */
export class StatusError extends Error {
  readonly status: number;

  constructor(status: number, place: string) {
    super(`${place}: ${status}`);
    this.name = 'StatusError';
    this.status = status;
  }
}

/** What the browsers say of a request that came to nothing; each has words of its own. */
const UNANSWERED =
  /failed to fetch|load failed|networkerror|network error|importing a module script failed|error loading dynamically imported module|unable to preload/i;
const STATUS = /\bHTTP (\d{3})\b/;
/** What a browser's database refuses where a page may keep nothing. */
const STORAGE = new Set(['InvalidStateError', 'SecurityError', 'UnknownError', 'VersionError']);

/**
 * Why something could not be had or kept, as a part of a sentence. Browsers and servers speak
 * English; only what nobody knows here, such as the reason of a host, is said as it came.
 */
export function failureWords(error: unknown, translator: Translator): string {
  const { name, message } =
    error instanceof Error || error instanceof DOMException
      ? error
      : { name: '', message: String(error) };
  if (error instanceof StatusError) return translator.t('failure.status', { status: error.status });
  const status = STATUS.exec(message)?.[1];
  if (status !== undefined) return translator.t('failure.status', { status });
  if (UNANSWERED.test(message) || name === 'NetworkError')
    return translator.t('failure.connection');
  if (name === 'QuotaExceededError') return translator.t('failure.room');
  if (name === 'BlockedError') return translator.t('failure.otherTab');
  if (STORAGE.has(name)) return translator.t('failure.storage');
  if (name === 'SyntaxError') return translator.t('failure.unreadable');
  return message;
}
