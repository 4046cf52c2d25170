// Reads a request body within bounds.

import { Problem } from './problem.mjs';

/**
 * The body as text. Refuses what is too large as soon as that is known, and what is not UTF-8.
 * @param {import('node:http').IncomingMessage} request
 * @param {number} limit bytes
 * @returns {Promise<string>}
 */
export async function readBody(request, limit) {
  const announced = Number(request.headers['content-length'] ?? 0);
  if (announced > limit) throw tooLarge(limit);
  const parts = [];
  let size = 0;
  try {
    for await (const part of request) {
      size += part.length;
      if (size > limit) throw tooLarge(limit);
      parts.push(part);
    }
  } catch (error) {
    if (error instanceof Problem) throw error;
    throw new Problem('timeout', { detail: 'The body did not arrive completely.' });
  }
  return decode(Buffer.concat(parts));
}

function tooLarge(limit) {
  // The rest of the body is not read, so the connection cannot be used again.
  return new Problem('too-large', { limit }, { Connection: 'close' });
}

function decode(bytes) {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    throw new Problem('bad-request', { detail: 'The body is not UTF-8.' });
  }
}

/** Refuses a request whose body is declared as something else than JSON. */
export function requireJson(request) {
  const type = request.headers['content-type'] ?? 'application/json';
  if (!/^application\/([\w.-]+\+)?json\s*(;|$)/i.test(type)) throw new Problem('not-json');
}
