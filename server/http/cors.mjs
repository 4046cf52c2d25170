// Lets scripts of other origins use the server. Sign-in is by token only, never by cookie, so any
// origin may be allowed.

const METHODS = 'GET, HEAD, PUT, DELETE, POST';
const REQUEST_HEADERS = 'content-type, if-match, if-none-match, authorization, idempotency-key';
const EXPOSED = 'ETag, Retry-After';

/**
 * Headers for an answer to this origin.
 * @param {string[]} allowed
 * @param {string | undefined} origin
 * @returns {Record<string, string>}
 */
export function corsHeaders(allowed, origin) {
  const any = allowed.includes('*');
  if (!any && (!origin || !allowed.includes(origin))) return { Vary: 'Origin' };
  return {
    'Access-Control-Allow-Origin': any ? '*' : origin,
    'Access-Control-Expose-Headers': EXPOSED,
    ...(any ? {} : { Vary: 'Origin' }),
  };
}

/** Further headers of the answer to a preflight. */
export const preflightHeaders = {
  'Access-Control-Allow-Methods': METHODS,
  'Access-Control-Allow-Headers': REQUEST_HEADERS,
  'Access-Control-Max-Age': '7200',
};
