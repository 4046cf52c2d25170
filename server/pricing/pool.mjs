// The core in worker threads: a document that takes too long, or breaks the module, costs one
// worker and not the server.

import { Worker } from 'node:worker_threads';

import { Problem } from '../http/problem.mjs';

/** Documents waiting for a worker; more are answered 503. */
const MAX_WAITING = 200;

/**
 * @typedef {object} CoreError what the core says about an input it refuses.
 * @property {string} code
 * @property {string} message
 * @property {string} [path]
 * @property {number} [line]
 * @property {number} [column]
 *
 * @typedef {object} Pricing
 * @property {number[]} rules revisions of the pricing rules that can be verified.
 * @property {(state: string, claim: string) => Promise<{ok?: boolean, reason?: string,
 *   pointer?: string, expected?: {rules: number}, supported?: number[], error?: CoreError}>} verify
 *   prices a state and compares it with a claim.
 * @property {(state: string, command: object, rev: object) => Promise<{state?: string,
 *   error?: CoreError}>} apply applies one command and answers the new state, stamped with `rev`.
 * @property {(state: string, choices: object) => Promise<{state?: string, view?: any,
 *   error?: CoreError}>} choose applies a buyer's choices to an offer and prices it.
 * @property {() => Promise<void>} close
 */

/**
 * Starts the workers; fails when the module cannot be loaded.
 * @param {import('../config.mjs').Limits} limits
 * @param {import('../http/log.mjs').Log} log
 * @returns {Promise<Pricing>}
 */
export async function openPool(limits, log) {
  const pool = new Pool(Math.max(1, limits.PRICING_WORKERS), limits.PRICING_TIMEOUT_MS, log);
  const { rules } = await pool.run('version', []);
  return {
    rules,
    verify: (state, claim) => pool.run('verify', [state, claim]),
    apply: (state, command, rev) => pool.run('apply', [state, command, rev]),
    choose: (state, choices) => pool.run('choose', [state, choices]),
    close: () => pool.close(),
  };
}

class Pool {
  #idle = [];
  #waiting = [];
  #workers = new Set();
  #isClosed = false;
  /** True once a worker has loaded the core; a core that never loads is not tried for ever. */
  #hasLoaded = false;

  constructor(size, timeout, log) {
    this.timeout = timeout;
    this.log = log;
    for (let i = 0; i < size; i++) this.#start();
  }

  /** Runs one task of worker.mjs. */
  run(name, values) {
    if (this.#waiting.length >= MAX_WAITING) {
      throw new Problem('unavailable', { detail: 'Too many documents.' }, { 'Retry-After': '1' });
    }
    return new Promise((resolve, reject) => {
      this.#waiting.push({ name, values, resolve, reject });
      this.#next();
    });
  }

  async close() {
    this.#isClosed = true;
    await Promise.all([...this.#workers].map((worker) => worker.terminate()));
  }

  #start() {
    const worker = new Worker(new URL('./worker.mjs', import.meta.url));
    this.#workers.add(worker);
    let job = null;
    let timer;
    const end = (settle) => {
      clearTimeout(timer);
      const done = job;
      job = null;
      if (done) settle(done);
    };
    const take = (next) => {
      job = next;
      timer = setTimeout(() => worker.terminate(), this.timeout);
      worker.postMessage({ name: next.name, values: next.values });
    };
    worker.on('message', (reply) => {
      // The first message says that the core is loaded.
      this.#hasLoaded = true;
      end(({ resolve }) => resolve(reply));
      this.#idle.push(take);
      this.#next();
    });
    worker.on('error', (error) => this.log('core-failed', { reason: error.message }));
    worker.on('exit', () => {
      this.#workers.delete(worker);
      this.#idle = this.#idle.filter((one) => one !== take);
      end(({ reject }) =>
        reject(new Problem('unavailable', { detail: 'The core did not finish in time.' })),
      );
      if (this.#isClosed) return;
      if (this.#hasLoaded) this.#start();
      else this.#giveUp();
    });
  }

  #giveUp() {
    for (const { reject } of this.#waiting.splice(0))
      reject(new Error('The core cannot be loaded'));
  }

  #next() {
    while (this.#idle.length > 0 && this.#waiting.length > 0) {
      this.#idle.shift()(this.#waiting.shift());
    }
  }
}
