// One after another for each key, in this process. Whoever waits for a tenant's row holds a connection
// meanwhile: without this, one tenant's slow changes would use up all of them.

/** Runs the work of each key in the order it came; different keys do not wait for each other. */
export class InOrder {
  /** @type {Map<string, Promise<unknown>>} */
  #last = new Map();

  /**
   * @template T
   * @param {string} key
   * @param {() => Promise<T>} work
   * @returns {Promise<T>}
   */
  async run(key, work) {
    const own = (this.#last.get(key) ?? Promise.resolve()).then(work);
    const settled = own.catch(() => {});
    this.#last.set(key, settled);
    try {
      return await own;
    } finally {
      if (this.#last.get(key) === settled) this.#last.delete(key);
    }
  }
}
