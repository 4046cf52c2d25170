/** What is done so long after the last of many calls. A call costs nothing: no timer is set again. */
export class Quiet {
  readonly #ms: number;
  readonly #run: () => void;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #due = 0;

  constructor(ms: number, run: () => void) {
    this.#ms = ms;
    this.#run = run;
  }

  /** Something was done; more may follow. */
  wait(): void {
    this.#due = performance.now() + this.#ms;
    this.#timer ??= setTimeout(this.#look, this.#ms);
  }

  /** Nothing waits any more. */
  end(): void {
    clearTimeout(this.#timer);
    this.#timer = undefined;
  }

  readonly #look = (): void => {
    const rest = this.#due - performance.now();
    // Timers may be a moment early.
    this.#timer = rest > 1 ? setTimeout(this.#look, rest) : undefined;
    if (this.#timer === undefined) this.#run();
  };
}
