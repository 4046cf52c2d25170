// Signs a request in. A good token is always let in; who brings bad ones is slowed down, by the
// token and by the address, so that one broken client does not use up what others behind the same
// address have.

import { Problem, retryAfter } from '../http/problem.mjs';
import { addressReader } from './client-address.mjs';
import { RateLimit } from './rate-limit.mjs';
import { bearerOf, hashToken } from './tokens.mjs';

/**
 * Makes the function that says who sends a request.
 * @param {{authenticate: import('../app.mjs').Services['authenticate'],
 *   config: import('../config.mjs').Config}} services
 * @returns {(request: import('node:http').IncomingMessage)
 *   => Promise<import('./tokens.mjs').Identity>}
 */
export function createSignIn({ authenticate, config: { limits, trustedProxies } }) {
  const rate = new RateLimit(limits.RATE_PER_SECOND, limits.RATE_BURST);
  const perMinute = limits.FAILURES_PER_MINUTE;
  const failures = new RateLimit(perMinute / 60, perMinute);
  const addressOf = addressReader(trustedProxies);
  return async (request) => {
    const identity = await authenticate(request);
    if (!identity) throw refused(failures, addressOf(request), bearerOf(request));
    const wait = rate.take(identity.key);
    if (wait > 0) throw new Problem('rate-limited', {}, retryAfter(wait));
    return identity;
  };
}

function refused(failures, address, token) {
  const key = token && `token ${hashToken(token)}`;
  // A client that repeats one bad token costs its address one failure, not all of them.
  const isRepeated = key !== undefined && !failures.isFull(key);
  const wait = (key ? failures.take(key) : 0) || (isRepeated ? 0 : failures.take(address));
  return wait > 0
    ? new Problem('rate-limited', {}, retryAfter(wait))
    : new Problem('unauthenticated', {}, { 'WWW-Authenticate': 'Bearer' });
}
