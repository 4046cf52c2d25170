// What every check shares: the server's address, the requests of the contract, and a memory of
// what was stored so that it can be taken away again.

import { invoice, newId } from './sample.mjs';

/** Longest wait for a weak ETag to become strong, in milliseconds. */
const SETTLE_LIMIT = 4000;

/** True for `"abc"`, false for `W/"abc"` and null. */
export function isStrong(etag) {
  return typeof etag === 'string' && etag.startsWith('"');
}

/** True for 200–299. */
export function isSuccess(status) {
  return status >= 200 && status < 300;
}

/** A finding that fails a check; its message goes into the table. */
export class Finding extends Error {}

/** Fails the running check unless `condition` holds. */
export function expect(condition, message) {
  if (!condition) throw new Finding(message);
}

/** One server under test. */
export class Context {
  /**
   * @param {import('./wire.mjs').Wire} wire
   * @param {string} base the address that ids are appended to.
   * @param {{rounds: number, width: number}} options rounds of the races, requests at a time.
   */
  constructor(wire, base, { rounds, width }) {
    this.wire = wire;
    this.base = base.replace(/\/+$/, '');
    this.rounds = rounds;
    this.width = width;
    this.declared = { level: 1, rules: null };
    /** Set when an ETag had to be waited for; the verdict names it. */
    this.pause = 0;
    this.stored = new Set();
  }

  url(id) {
    return `${this.base}/${encodeURIComponent(id)}`;
  }

  get(id, headers = {}) {
    return this.wire.send('GET', this.url(id), { headers });
  }

  put(id, document, headers = {}) {
    this.stored.add(id);
    const body = typeof document === 'string' ? document : JSON.stringify(document);
    return this.wire.send('PUT', this.url(id), {
      headers: { 'Content-Type': 'application/json', ...headers },
      body,
    });
  }

  remove(id, headers = {}) {
    return this.wire.send('DELETE', this.url(id), { headers });
  }

  post(path, body, headers = {}) {
    return this.wire.send('POST', `${this.base}/${path}`, {
      headers: { 'Content-Type': 'application/json', ...headers },
      body: JSON.stringify(body),
    });
  }

  /** Creates a document and returns it with an ETag that is ready for use. */
  async create(change = {}) {
    const id = newId();
    const document = invoice(id, change);
    const answer = await this.put(id, document, { 'If-None-Match': '*' });
    expect(isSuccess(answer.status), `create answered ${describe(answer)}`);
    return { id, document, etag: await this.etagOf(id) };
  }

  /**
   * The document's current ETag. Waits while it is weak, because a weak one can never match; that
   * it was weak is check 4's finding and should not fail all others.
   */
  async etagOf(id) {
    const start = Date.now();
    let answer = await this.get(id);
    while (answer.etag?.startsWith('W/') && Date.now() - start < SETTLE_LIMIT) {
      await new Promise((resolve) => setTimeout(resolve, 100));
      answer = await this.get(id);
      this.pause = Math.max(this.pause, Date.now() - start);
    }
    expect(answer.etag, `GET has no ETag (${describe(answer)})`);
    return answer.etag;
  }

  /** Fails unless the stored document is the one written by `document`. */
  async expectStored(id, document, message) {
    const answer = await this.get(id);
    expect(answer.json?.rev?.write === document.rev.write, message);
    return answer;
  }

  /** Reads what the server says about itself at `{base}/`; silence means level 1. */
  async readDeclaration() {
    const answer = await this.wire.send('GET', `${this.base}/`, {});
    const { level, rules } = answer.json ?? {};
    if (answer.status === 200 && Number.isInteger(level)) this.declared = { level, rules };
  }

  /** Takes the kit's documents away, as far as the server lets it. */
  async cleanUp() {
    for (const id of this.stored) {
      const { etag, status } = await this.get(id);
      if (status === 200) await this.remove(id, etag ? { 'If-Match': etag } : {});
    }
  }
}

/** `412` or `no answer (timeout)`, for messages. */
export function describe(answer) {
  return answer.status === 0 ? `no answer (${answer.error})` : String(answer.status);
}
