/** What is done when somebody pauses, and at the latest so long after they began. */

const QUIET_MS = 120;
const AT_LATEST_MS = 350;

export class Pause {
  readonly #run: () => void;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #began = 0;

  constructor(run: () => void) {
    this.#run = run;
  }

  /** Something was done; more may follow. */
  wait(): void {
    const now = Date.now();
    if (this.#timer === undefined) this.#began = now;
    clearTimeout(this.#timer);
    const rest = Math.max(0, this.#began + AT_LATEST_MS - now);
    this.#timer = setTimeout(
      () => {
        this.end();
        this.#run();
      },
      Math.min(QUIET_MS, rest),
    );
  }

  /** Nothing waits any more. */
  end(): void {
    clearTimeout(this.#timer);
    this.#timer = undefined;
  }
}
