// How much may be under way at once: in all, and for one key.

/** Counts what is under way. */
export class Places {
  #taken = 0;
  /** @type {Map<string, number>} */
  #byKey = new Map();

  /**
   * @param {number} total in all
   * @param {number} each for one key
   */
  constructor(total, each) {
    this.total = total;
    this.each = each;
  }

  /**
   * Takes places for a key; gives them back by the function it answers.
   * @param {string} key
   * @param {number} [count]
   * @returns {(() => void) | 'full' | 'key-full'}
   */
  take(key, count = 1) {
    const own = this.#byKey.get(key) ?? 0;
    // Whoever has none gets what it asks for, or a large request could never be served.
    if (own > 0 && own + count > this.each) return 'key-full';
    if (this.#taken > 0 && this.#taken + count > this.total) return 'full';
    this.#taken += count;
    this.#byKey.set(key, own + count);
    let isTaken = true;
    return () => {
      if (!isTaken) return;
      isTaken = false;
      this.#taken -= count;
      const left = (this.#byKey.get(key) ?? 0) - count;
      if (left > 0) this.#byKey.set(key, left);
      else this.#byKey.delete(key);
    };
  }
}
