/** Long work that leaves the page to the hands on it: done in slices, with a rest between two. */

/** Work in steps, each short; a step tells how much is done, from 0 to 1. */
export type Steps<Result = void> = Generator<number, Result, void>;

/** Does all steps at once. */
export function atOnce<Result>(steps: Steps<Result>): Result {
  for (;;) {
    const step = steps.next();
    if (step.done === true) return step.value;
  }
}

/** Steps that are a part of a longer way, from one share of it to another. */
export function* part<Result>(steps: Steps<Result>, from: number, to: number): Steps<Result> {
  for (;;) {
    const step = steps.next();
    if (step.done === true) return step.value;
    yield from + step.value * (to - from);
  }
}

/** How long the page may stand still. */
const SLICE_MS = 24;

/** At most one work at a time: the next one ends the one before. */
export class SlicedWork {
  readonly #changed: () => void;
  #steps: Steps | null = null;
  #done = 0;

  /** `changed` is called when there is more done, and at the end. */
  constructor(changed: () => void) {
    this.#changed = changed;
  }

  /** How much is done, from 0 to 1; null where nothing is under way. */
  get done(): number | null {
    return this.#steps === null ? null : this.#done;
  }

  /** Begins at once: what takes no longer than a slice is done when this returns. */
  start(steps: Steps): void {
    this.stop();
    this.#steps = steps;
    this.#done = 0;
    this.#slice(steps);
  }

  /** Leaves the work where it is. */
  stop(): void {
    this.#steps?.return();
    this.#steps = null;
  }

  #slice(steps: Steps): void {
    if (this.#steps !== steps) return;
    const end = performance.now() + SLICE_MS;
    do {
      const step = this.#step(steps);
      if (step === null) {
        this.#steps = null;
        break;
      }
      this.#done = step;
    } while (performance.now() < end);
    this.#changed();
    if (this.#steps === steps) setTimeout(() => this.#slice(steps));
  }

  /** How much is done after the next step; null where it was the last. */
  #step(steps: Steps): number | null {
    try {
      const step = steps.next();
      return step.done === true ? null : step.value;
    } catch (error) {
      this.#steps = null;
      this.#changed();
      throw error;
    }
  }
}
