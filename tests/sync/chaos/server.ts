// A server in memory and the bad network before it, both as a `fetch` function.

import type { Random } from '../support/random.ts';
import type { VirtualTime } from './virtual-time.ts';

/** How the server treats conditions and ETags. */
export type ServerKind =
  /** As the contract wants it. */
  | 'strict'
  /** A proxy weakens the ETags it passes on; the server compares the part behind `W/`. */
  | 'weakened'
  /** A proxy that compresses adds `-gzip` to the ETag it passes on. */
  | 'gzip'
  /** ETags are weak, and match nothing, for a second after each write; PUT returns none. */
  | 'weak-at-first'
  /** Conditions are ignored. */
  | 'careless';

export interface Faults {
  /** The request never arrives. */
  lostRequest: number;
  /** The request is done, the answer never arrives. */
  lostAnswer: number;
  /** The request arrives a second time, later. */
  duplicated: number;
  /** A GET is answered with an older body: a reordered or cached answer. */
  staleAnswer: number;
  /** The body of the answer is cut off. */
  truncated: number;
  /** 503 with Retry-After, 500, 502. */
  refused: number;
  /** Longest delay of each way, in milliseconds. */
  delay: number;
}

export const noFaults: Faults = {
  lostRequest: 0,
  lostAnswer: 0,
  duplicated: 0,
  staleAnswer: 0,
  truncated: 0,
  refused: 0,
  delay: 20,
};

interface Stored {
  text: string;
  version: number;
  at: number;
}

const TIMEOUT_MS = 30_000;

export class SimulatedServer {
  faults: Faults = noFaults;
  isDown = false;
  /** Requests that reached the server; a loop would show here. */
  requests = 0;
  readonly #documents = new Map<string, Stored>();
  readonly #older = new Map<string, Stored[]>();
  #version = 0;

  constructor(
    readonly kind: ServerKind,
    readonly time: VirtualTime,
    readonly random: Random,
  ) {}

  /** The stored text of a document. */
  text(id: string): string | undefined {
    return this.#documents.get(id)?.text;
  }

  /** What a client uses instead of fetch. */
  readonly fetch = async (input: unknown, init: RequestInit = {}): Promise<Response> => {
    const { time, random, faults } = this;
    await time.sleep(random.below(faults.delay + 1));
    if (this.isDown) throw new TypeError('connection refused');
    if (random.chance(faults.lostRequest)) return this.#timeout();
    if (random.chance(faults.duplicated)) {
      time.after(random.below(10_000), () => void (this.isDown || this.#answer(input, init)));
    }
    const answer = this.#answer(input, init);
    await time.sleep(random.below(faults.delay + 1));
    if (random.chance(faults.lostAnswer)) return this.#timeout();
    if (answer.status === 200 && random.chance(faults.truncated)) {
      return new Response((await answer.text()).slice(0, -10), { headers: answer.headers });
    }
    return answer;
  };

  async #timeout(): Promise<never> {
    await this.time.sleep(TIMEOUT_MS);
    throw new TypeError('timeout');
  }

  #answer(input: unknown, init: RequestInit): Response {
    this.requests += 1;
    const { random, faults } = this;
    if (random.chance(faults.refused)) return refuse(random);
    const id = decodeURIComponent(new URL(String(input)).pathname.slice('/documents/'.length));
    const headers = new Headers(init.headers);
    switch (init.method) {
      case 'PUT':
        return this.#put(id, headers, String(init.body));
      case 'DELETE':
        return this.#remove(id, headers);
      default:
        return this.#get(id);
    }
  }

  #get(id: string): Response {
    let stored = this.#documents.get(id);
    const older = this.#older.get(id) ?? [];
    if (stored && older.length > 0 && this.random.chance(this.faults.staleAnswer)) {
      stored = this.random.pick(older);
    }
    if (!stored) return new Response(null, { status: 404 });
    return new Response(stored.text, { headers: { ETag: this.#shown(stored) } });
  }

  #put(id: string, headers: Headers, text: string): Response {
    const stored = this.#documents.get(id);
    if (!this.#holds(headers, stored)) return new Response(null, { status: 412 });
    this.#version += 1;
    const next = { text, version: this.#version, at: this.time.now() };
    if (stored) this.#older.set(id, [...(this.#older.get(id) ?? []), stored].slice(-3));
    this.#documents.set(id, next);
    const etag = this.kind === 'weak-at-first' ? {} : { ETag: this.#shown(next) };
    return new Response(null, { status: stored ? 204 : 201, headers: etag as HeadersInit });
  }

  #remove(id: string, headers: Headers): Response {
    const stored = this.#documents.get(id);
    if (!stored) return new Response(null, { status: 404 });
    if (!this.#holds(headers, stored)) return new Response(null, { status: 412 });
    this.#documents.delete(id);
    return new Response(null, { status: 204 });
  }

  #holds(headers: Headers, stored: Stored | undefined): boolean {
    if (this.kind === 'careless') return true;
    if (headers.get('If-None-Match') === '*') return stored === undefined;
    const isSettling = this.kind === 'weak-at-first' && this.#isWeak(stored);
    return stored !== undefined && !isSettling && headers.get('If-Match') === tag(stored);
  }

  #isWeak(stored: Stored | undefined): boolean {
    return stored !== undefined && this.time.now() - stored.at < 1000;
  }

  /** The ETag as the client sees it. */
  #shown(stored: Stored): string {
    const isWeak = this.kind === 'weak-at-first' && this.#isWeak(stored);
    if (this.kind === 'weakened' || isWeak) return `W/${tag(stored)}`;
    return this.kind === 'gzip' ? tag(stored).replace(/"$/, '-gzip"') : tag(stored);
  }
}

function tag(stored: Stored): string {
  return `"v${stored.version}"`;
}

function refuse(random: Random): Response {
  const status = random.pick([500, 502, 503, 429]);
  const wait = status === 503 || status === 429 ? { 'Retry-After': '2' } : {};
  return new Response('<h1>sorry</h1>', { status, headers: wait as HeadersInit });
}
