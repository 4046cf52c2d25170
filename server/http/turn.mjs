// One request's turn: it has a place while the server works on it, and none while its body is still
// on its way, so that slow senders keep nobody waiting.

import { ACTION_BYTES, announcedBytes, readBody } from './body.mjs';
import { Places } from './places.mjs';
import { Problem, retryAfter } from './problem.mjs';

/** All turns of a server. */
export class Turns {
  /** @param {import('../config.mjs').Limits} limits */
  constructor(limits) {
    this.limits = limits;
    this.work = new Places(limits.MAX_CONCURRENT, limits.MAX_PER_TOKEN);
    this.bodies = new Places(Infinity, limits.BODIES_PER_TOKEN);
    this.bytes = new Places(Infinity, limits.BODY_BYTES_PER_TOKEN);
  }

  /**
   * Runs a request's work in its turn.
   * @template T
   * @param {import('node:http').IncomingMessage} request
   * @param {string} key of the token
   * @param {(body: (limit?: number) => Promise<Buffer>) => Promise<T>} work reads the body by the
   *   function it gets, up to `limit` bytes (an action's when not given).
   * @returns {Promise<T>}
   */
  async run(request, key, work) {
    let leave = take(this.work, key);
    try {
      return await work(async (limit = ACTION_BYTES) => {
        leave();
        const bytes = await this.#read(request, key, limit);
        leave = take(this.work, key);
        return bytes;
      });
    } finally {
      leave();
    }
  }

  async #read(request, key, limit) {
    const leaveBodies = take(this.bodies, key);
    try {
      const leaveBytes = take(this.bytes, key, Math.min(announcedBytes(request) ?? limit, limit));
      try {
        return await readBody(request, limit, this.limits.SLOW_BODY_MS);
      } finally {
        leaveBytes();
      }
    } finally {
      leaveBodies();
    }
  }
}

function take(places, key, count) {
  const taken = places.take(key, count);
  if (typeof taken === 'function') return taken;
  const [name, detail] =
    taken === 'full'
      ? /** @type {const} */ (['unavailable', 'Too many requests at once.'])
      : /** @type {const} */ (['rate-limited', 'Too many requests of this token at once.']);
  throw new Problem(name, { detail }, retryAfter(1));
}
