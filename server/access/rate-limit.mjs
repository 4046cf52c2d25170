// A token bucket per key, in this process: `rate` requests a second on average, `burst` at once.

/** Keys remembered at most; beyond that the fullest buckets are forgotten, which harms nobody. */
const MAX_KEYS = 50_000;

/** Limits how often a key may ask. */
export class RateLimit {
  /**
   * @param {number} rate per second; 0 switches the limit off.
   * @param {number} burst
   * @param {() => number} [now] a monotonic clock in milliseconds.
   */
  constructor(rate, burst, now = () => performance.now()) {
    this.rate = rate;
    this.burst = burst;
    this.now = now;
    this.buckets = new Map();
  }

  /**
   * Takes one from the key's bucket.
   * @returns {number} 0 when allowed, else the whole seconds to wait.
   */
  take(key) {
    if (this.rate === 0) return 0;
    const bucket = this.#refill(key);
    if (bucket.left < 1) return Math.ceil((1 - bucket.left) / this.rate);
    bucket.left -= 1;
    return 0;
  }

  /** True when nothing has been taken from the key's bucket for long. */
  isFull(key) {
    return this.#refill(key).left >= this.burst;
  }

  #refill(key) {
    const now = this.now();
    let bucket = this.buckets.get(key);
    if (!bucket) {
      if (this.buckets.size >= MAX_KEYS) this.#forget(now);
      bucket = { left: this.burst, at: now };
      this.buckets.set(key, bucket);
    }
    bucket.left = Math.min(this.burst, bucket.left + ((now - bucket.at) / 1000) * this.rate);
    bucket.at = now;
    return bucket;
  }

  #forget(now) {
    const full = (this.burst / this.rate) * 1000;
    for (const [key, bucket] of this.buckets) {
      if (now - bucket.at > full) this.buckets.delete(key);
    }
    if (this.buckets.size >= MAX_KEYS) this.buckets.clear();
  }
}
