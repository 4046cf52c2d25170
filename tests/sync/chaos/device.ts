// A device with tabs: they share its storage, its locks and its channel. A killed tab stops at
// once, in the middle of whatever it was doing.

import type { Environment } from '../../../web/src/sync/environment.ts';
import type { DraftStore } from '../../../web/src/sync/draft-store.ts';
import { MemoryDraftStore } from '../../../web/src/sync/draft-store-memory.ts';
import type { Random } from '../support/random.ts';
import type { Clock } from './virtual-time.ts';

/** Something that ends with its tab: what is awaited there never goes on. */
export class Life {
  isOver = false;
  readonly ends: (() => void)[] = [];

  end(): void {
    this.isOver = true;
    for (const one of this.ends) one();
  }

  /** The result, unless the life is over by then. */
  async within<T>(work: Promise<T>): Promise<T> {
    const never = new Promise<never>(() => {});
    try {
      const result = await work;
      return this.isOver ? await never : result;
    } catch (error) {
      if (this.isOver) return never;
      throw error;
    }
  }
}

export class Device {
  readonly store = new MemoryDraftStore();
  /** The wall clock is wrong by so many milliseconds and may jump. */
  clockError = 0;
  readonly #locks = new Map<string, Promise<void>>();
  readonly #listeners = new Set<(message: unknown) => void>();

  constructor(
    readonly name: string,
    readonly time: Clock,
    readonly random: Random,
  ) {}

  /** The device's storage as one tab sees it. */
  draftsFor(life: Life): DraftStore {
    const { store } = this;
    const alive = <T>(work: () => Promise<T>): Promise<T> =>
      life.isOver ? new Promise(() => {}) : life.within(work());
    return {
      get: (id) => alive(() => store.get(id)),
      update: (id, change) => alive(() => store.update(id, change)),
      ids: () => alive(() => store.ids()),
      remove: (id) => alive(() => store.remove(id)),
    };
  }

  environmentFor(life: Life): Environment {
    const { time, random } = this;
    return {
      monotonic: () => time.now(),
      wallClock: () => new Date(1.8e12 + time.now() + this.clockError).toISOString(),
      after: (milliseconds, task) => time.after(milliseconds, () => life.isOver || task()),
      random: () => random.next(),
      newWrite: () => random.hex(16),
      newKey: () => random.hex(32),
      exclusively: (name, task) => this.#exclusively(life, name, task),
      channel: () => {
        let own: ((message: unknown) => void) | null = null;
        life.ends.push(() => own && this.#listeners.delete(own));
        return {
          post: (message) => this.#post(life, own, message),
          listen: (handler) => {
            own = handler;
            this.#listeners.add(handler);
          },
          close: () => own && this.#listeners.delete(own),
        };
      },
    };
  }

  #post(life: Life, own: unknown, message: unknown): void {
    if (life.isOver) return;
    for (const listener of this.#listeners) {
      if (listener !== own) this.time.after(this.random.below(20), () => listener(message));
    }
  }

  async #exclusively<T>(life: Life, name: string, task: () => Promise<T>): Promise<T> {
    const earlier = this.#locks.get(name) ?? Promise.resolve();
    let release!: () => void;
    const held = new Promise<void>((resolve) => (release = resolve));
    this.#locks.set(
      name,
      earlier.then(() => held),
    );
    life.ends.push(release); // the browser frees the locks of a tab that dies
    await life.within(earlier);
    try {
      return await life.within(task());
    } finally {
      release();
    }
  }
}
