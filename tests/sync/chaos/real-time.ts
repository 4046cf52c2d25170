// Real time, run faster: a virtual second takes a fraction of a real one.

import type { Clock } from './virtual-time.ts';

export class RealTime implements Clock {
  readonly #start = performance.now();

  /** `speed` virtual seconds pass in a real one. */
  constructor(readonly speed: number) {}

  now(): number {
    return (performance.now() - this.#start) * this.speed;
  }

  after(milliseconds: number, task: () => void): () => void {
    const timer = setTimeout(task, milliseconds / this.speed);
    return () => clearTimeout(timer);
  }

  sleep(milliseconds: number): Promise<void> {
    return new Promise((resolve) => this.after(milliseconds, resolve));
  }

  async run(until: number): Promise<void> {
    while (this.now() < until) await this.sleep(until - this.now());
  }
}
