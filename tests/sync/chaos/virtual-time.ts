// Time that passes only when everybody waits: hours of sync run in seconds, always the same way.

/** What a run needs to know of time. */
export interface Clock {
  now(): number;
  after(milliseconds: number, task: () => void): () => void;
  sleep(milliseconds: number): Promise<void>;
  /** Lets time pass until `until`. */
  run(until: number): Promise<void>;
}

interface Event {
  at: number;
  order: number;
  task: () => void;
}

export class VirtualTime implements Clock {
  #now = 0;
  #order = 0;
  #events: Event[] = [];

  now(): number {
    return this.#now;
  }

  /** Runs `task` after so many virtual milliseconds; answers how to cancel it. */
  after(milliseconds: number, task: () => void): () => void {
    const event = { at: this.#now + Math.max(0, milliseconds), order: this.#order++, task };
    this.#push(event);
    return () => {
      event.task = () => {};
    };
  }

  sleep(milliseconds: number): Promise<void> {
    return new Promise((resolve) => this.after(milliseconds, resolve));
  }

  /** Lets time pass until `until` is reached or nothing is left to happen. */
  async run(until: number): Promise<void> {
    await settle();
    while (this.#events.length > 0 && this.#events[0]!.at <= until) {
      const event = this.#pop();
      this.#now = event.at;
      event.task();
      await settle();
    }
    this.#now = Math.max(this.#now, until);
  }

  #push(event: Event): void {
    const heap = this.#events;
    heap.push(event);
    let i = heap.length - 1;
    while (i > 0) {
      const parent = (i - 1) >> 1;
      if (!before(heap[i]!, heap[parent]!)) break;
      [heap[i], heap[parent]] = [heap[parent]!, heap[i]!];
      i = parent;
    }
  }

  #pop(): Event {
    const heap = this.#events;
    const first = heap[0]!;
    const last = heap.pop()!;
    if (heap.length === 0) return first;
    heap[0] = last;
    let i = 0;
    for (;;) {
      const [left, right] = [2 * i + 1, 2 * i + 2];
      let least = i;
      if (left < heap.length && before(heap[left]!, heap[least]!)) least = left;
      if (right < heap.length && before(heap[right]!, heap[least]!)) least = right;
      if (least === i) return first;
      [heap[i], heap[least]] = [heap[least]!, heap[i]!];
      i = least;
    }
  }
}

function before(a: Event, b: Event): boolean {
  return a.at < b.at || (a.at === b.at && a.order < b.order);
}

/** Lets all promises that can go on do so. */
function settle(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve));
}
