// What the sync needs from the world around it, so that tests can bend time and kill tabs.

/** Messages between the tabs of one browser. */
export interface Channel {
  post(message: unknown): void;
  listen(handler: (message: unknown) => void): void;
  close(): void;
}

export interface Environment {
  /** Milliseconds of a clock that only runs forward; never compared with another machine's. */
  monotonic(): number;
  /** Wall time for people to read. */
  wallClock(): string;
  /** Runs `task` later; answers how to cancel it. */
  after(milliseconds: number, task: () => void): () => void;
  /** A number from 0 to below 1, for jitter. */
  random(): number;
  /** A random id of a write, 64 bits. */
  newWrite(): string;
  /** A random UUID, for Idempotency-Key. */
  newKey(): string;
  /** Runs `task` while no other tab runs one of the same name. */
  exclusively<T>(name: string, task: () => Promise<T>): Promise<T>;
  channel(name: string): Channel;
}

/** The real world of a browser tab. */
export function browserEnvironment(): Environment {
  return {
    monotonic: () => performance.now(),
    wallClock: () => new Date().toISOString(),
    after: (milliseconds, task) => {
      const timer = setTimeout(task, milliseconds);
      return () => clearTimeout(timer);
    },
    random: Math.random,
    newWrite: () => {
      const bytes = crypto.getRandomValues(new Uint8Array(8));
      return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
    },
    newKey: () => crypto.randomUUID(),
    exclusively: async (name, task) =>
      // Without Web Locks every tab flushes on its own; conditions on the server still protect.
      'locks' in navigator ? await navigator.locks.request(name, task) : await task(),
    channel: browserChannel,
  };
}

function browserChannel(name: string): Channel {
  const channel = new BroadcastChannel(name);
  return {
    post: (message) => channel.postMessage(message),
    listen: (handler) => {
      channel.onmessage = (event) => handler(event.data);
    },
    close: () => channel.close(),
  };
}
