// Worker threads that read, judge and price documents: a document that takes too long, or breaks
// the module, costs one worker and not the server, and a large one keeps no other tenant waiting.

import { Worker } from 'node:worker_threads';

import { Problem, retryAfter } from '../http/problem.mjs';

/** Documents waiting for a worker, in all and of one tenant; more are answered 503. */
const MAX_WAITING = 200;
const MAX_WAITING_OF_ONE = 100;

/** From here a document is large: large ones of a tenant leave a worker to the others. */
const LARGE = 128 * 1024;

/**
 * @typedef {object} Documents what is done with documents in the workers. A refusal is a Problem.
 * @property {number[]} rules revisions of the pricing rules that can be verified; none at level 2.
 * @property {(tenant: string, bytes: Uint8Array, id: string)
 *   => Promise<import('../store/store.mjs').NewBody>} judge a body that a client wants to store; its
 *   bytes are given away.
 * @property {(tenant: string, state: string) => Promise<{finalised: boolean, number: string | null}>}
 *   standing of a stored document.
 * @property {(tenant: string, state: string, command: string) => Promise<{
 *   body: import('../store/store.mjs').NewBody, said: object}>} step applies one lifecycle command.
 * @property {(tenant: string, state: string, command: string) => Promise<null>} mayStep refuses
 *   where the step would be.
 * @property {(tenant: string, state: string) => Promise<string>} offer what a buyer sees of a state.
 * @property {(tenant: string, state: string, choices: string, claim?: string)
 *   => Promise<{state: string, view: string}>} choose applies a buyer's choices and prices them.
 * @property {() => Promise<void>} close
 */

/**
 * Starts the workers; fails when the module cannot be loaded.
 * @param {import('../config.mjs').Config} config
 * @param {object | null} products of the catalogue
 * @param {import('../http/log.mjs').Log} log
 * @returns {Promise<Documents>}
 */
export async function openPool({ limits, level }, products, log) {
  const pool = new Pool(limits, { hasCore: level === 3, products }, log);
  const task = (name, tenant, text, ...more) =>
    pool.run({ name, tenant, size: text.length, values: [text, ...more] });
  return {
    rules: await pool.run({ name: 'rules', tenant: '', size: 0, values: [] }),
    judge: (tenant, bytes, id) => task('judge', tenant, Uint8Array.from(bytes), id),
    standing: (tenant, state) => task('standing', tenant, state),
    step: (tenant, state, command) => task('step', tenant, state, command, { allowed: false }),
    mayStep: (tenant, state, command) => task('step', tenant, state, command, { allowed: true }),
    offer: (tenant, state) => task('offer', tenant, state),
    choose: (tenant, state, choices, claim) => task('choose', tenant, state, choices, claim),
    close: () => pool.close(),
  };
}

/**
 * @typedef {object} Job
 * @property {string} name of the task in worker.mjs
 * @property {string} tenant
 * @property {number} size of the document
 * @property {any[]} values
 * @property {(value: any) => void} [resolve]
 * @property {(error: Error) => void} [reject]
 */

class Pool {
  #idle = [];
  /** @type {Job[]} */
  #waiting = [];
  /** @type {Job[]} */
  #running = [];
  #workers = new Set();
  #isClosed = false;
  /** True once a worker has loaded the core; a core that never loads is not tried for ever. */
  #hasLoaded = false;

  constructor(limits, workerData, log) {
    this.size = Math.max(1, limits.PRICING_WORKERS);
    this.timeout = limits.PRICING_TIMEOUT_MS;
    this.workerData = workerData;
    this.log = log;
    for (let i = 0; i < this.size; i++) this.#start();
  }

  /** Runs one task of worker.mjs. */
  run(job) {
    const own = this.#waiting.filter((one) => one.tenant === job.tenant).length;
    if (this.#waiting.length >= MAX_WAITING || own >= MAX_WAITING_OF_ONE) {
      throw new Problem('unavailable', { detail: 'Too many documents.' }, retryAfter(1));
    }
    return new Promise((resolve, reject) => {
      this.#waiting.push({ ...job, resolve, reject });
      this.#next();
    });
  }

  async close() {
    this.#isClosed = true;
    await Promise.all([...this.#workers].map((worker) => worker.terminate()));
  }

  #start() {
    const options = { workerData: this.workerData };
    const worker = new Worker(new URL('./worker.mjs', import.meta.url), options);
    this.#workers.add(worker);
    let job = null;
    let timer;
    const end = (settle) => {
      clearTimeout(timer);
      const done = job;
      job = null;
      if (!done) return;
      this.#running = this.#running.filter((one) => one !== done);
      settle(done);
    };
    const take = (next) => {
      job = next;
      this.#running.push(next);
      timer = setTimeout(() => worker.terminate(), this.timeout);
      const buffers = next.values.filter((one) => one instanceof Uint8Array);
      worker.postMessage(
        { name: next.name, values: next.values },
        buffers.map((one) => one.buffer),
      );
    };
    worker.on('message', (reply) => {
      // The first message says that the core is loaded.
      this.#hasLoaded = true;
      end(({ resolve, reject }) => {
        const { value, problem } = reply;
        if (problem) reject(new Problem(problem.name, problem.details));
        else resolve(value);
      });
      this.#idle.push(take);
      this.#next();
    });
    worker.on('error', (error) => this.log('core-failed', { reason: error.message }));
    worker.on('exit', () => {
      this.#workers.delete(worker);
      this.#idle = this.#idle.filter((one) => one !== take);
      end(({ reject }) => reject(this.#isClosed ? new Problem('unavailable') : this.#tooMuch()));
      if (this.#isClosed) return;
      if (this.#hasLoaded) this.#start();
      else this.#giveUp();
    });
  }

  /** SY-5.7, final: the same document would take the same again, so that it is not to be repeated. */
  #tooMuch() {
    const seconds = this.timeout / 1000;
    const detail = `The core could not finish it within ${seconds} s and its memory; nothing was changed.`;
    return new Problem('too-much-work', { detail, limitMilliseconds: this.timeout });
  }

  #giveUp() {
    for (const { reject } of this.#waiting.splice(0))
      reject(new Error('The core cannot be loaded'));
  }

  #next() {
    while (this.#idle.length > 0) {
      const at = this.#waiting.findIndex((job) => this.#mayRun(job));
      if (at < 0) return;
      const [job] = this.#waiting.splice(at, 1);
      this.#idle.shift()(job);
    }
  }

  #mayRun(job) {
    if (job.size < LARGE) return true;
    const isLarge = (one) => one.tenant === job.tenant && one.size >= LARGE;
    return this.#running.filter(isLarge).length < Math.max(1, this.size - 1);
  }
}
