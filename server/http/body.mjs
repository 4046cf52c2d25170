// Reads a request body within bounds of size and time.

import { Problem } from './problem.mjs';

/** A body must bring this much, or end, in each stretch of time. */
const SLICE_BYTES = 64 * 1024;

/** Bytes of an action's body. */
export const ACTION_BYTES = 64 * 1024;

/** What a request says it will send; undefined when it does not say. */
export function announcedBytes(request) {
  if (request.headers['transfer-encoding'] !== undefined) return undefined;
  return Number(request.headers['content-length'] ?? 0);
}

/**
 * The body's bytes. Refuses what is too large as soon as that is known, and what comes too slowly.
 * @param {import('node:http').IncomingMessage & {mayContinue?: () => void}} request
 * @param {number} limit bytes
 * @param {number} milliseconds for each 64 KiB
 * @returns {Promise<Buffer>}
 */
export async function readBody(request, limit, milliseconds) {
  if ((announcedBytes(request) ?? 0) > limit) throw tooLarge(limit);
  request.mayContinue?.();
  const parts = [];
  let size = 0;
  let slice = 0;
  let timer;
  try {
    await new Promise((resolve, reject) => {
      const late = () => reject(incomplete());
      timer = setTimeout(late, milliseconds);
      request.on('data', (part) => {
        parts.push(part);
        size += part.length;
        slice += part.length;
        if (size > limit) reject(tooLarge(limit));
        if (slice < SLICE_BYTES) return;
        slice = 0;
        clearTimeout(timer);
        timer = setTimeout(late, milliseconds);
      });
      request.on('end', resolve);
      request.on('error', late);
      request.on('close', late);
    });
  } finally {
    clearTimeout(timer);
    request.removeAllListeners('data');
    request.pause();
  }
  return Buffer.concat(parts);
}

function tooLarge(limit) {
  return new Problem('too-large', { limit });
}

function incomplete() {
  const detail = 'The body did not arrive completely, or too slowly.';
  return new Problem('timeout', { detail }, { Connection: 'close' });
}

/** The text of a body; refuses what is not UTF-8. */
export function decodeBody(bytes) {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    throw new Problem('bad-request', { detail: 'The body is not UTF-8.' });
  }
}

/** Refuses a request whose body is declared as something else than JSON in UTF-8, as it is. */
export function requireJson({ headers }) {
  const type = headers['content-type'] ?? 'application/json';
  const encoding = headers['content-encoding'] ?? 'identity';
  const isJson = /^application\/([\w.-]+\+)?json\s*(;|$)/i.test(type);
  const isUtf8 =
    !/;\s*charset\s*=/i.test(type) || /;\s*charset\s*=\s*"?utf-?8"?\s*(;|$)/i.test(type);
  if (!isJson || !isUtf8) throw new Problem('not-json');
  if (!/^identity$/i.test(encoding.trim())) {
    throw new Problem('not-json', { detail: 'The body must not be compressed.' });
  }
}
