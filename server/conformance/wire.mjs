// A bare HTTP client: it sends exactly the headers it is given (a browser's fetch adds some of its
// own to conditional requests) and never follows a redirect.

import http from 'node:http';
import https from 'node:https';
import { setTimeout as sleep } from 'node:timers/promises';

// The most seconds one answer with Retry-After is waited for.
const LONGEST_WAIT = 10;

/**
 * @typedef {object} Answer
 * @property {number} status HTTP status; 0 when no answer came.
 * @property {Record<string, string>} headers lower-case names.
 * @property {string} text the body.
 * @property {any} json the parsed body, undefined when it is not JSON.
 * @property {string | null} etag the ETag as received.
 * @property {string} [error] why no answer came.
 */

/** Sends requests over kept-alive connections. One instance per run; close it at the end. */
export class Wire {
  /**
   * @param {object} options
   * @param {Record<string, string>} [options.headers] sent with every request.
   * @param {number} [options.timeout] milliseconds until a request counts as unanswered.
   * @param {number} [options.waits] how often one request waits out a rate limit; 0: 429 is an answer.
   */
  constructor({ headers = {}, timeout = 20000, waits = 0 } = {}) {
    this.headers = headers;
    this.timeout = timeout;
    this.waits = waits;
    this.requests = 0;
    this.agents = {
      'http:': new http.Agent({ keepAlive: true, maxSockets: 64 }),
      'https:': new https.Agent({ keepAlive: true, maxSockets: 64 }),
    };
  }

  /**
   * Sends one request. Never rejects: a failure is an answer with status 0. A request on a reused
   * connection that the server closed meanwhile is repeated once, as every client does; one that a
   * rate limit turned away (429, nothing done) is repeated when Retry-After says, `waits` times.
   * @param {string} method
   * @param {string} url
   * @param {{headers?: Record<string, string>, body?: string, anonymous?: boolean}} [options]
   * @returns {Promise<Answer>}
   */
  async send(method, url, options = {}) {
    for (let wait = 0; ; wait++) {
      const answer = await this.#once(method, url, options);
      const seconds = Number(answer.headers['retry-after']);
      const limited = answer.status === 429 && Number.isFinite(seconds);
      if (!limited || wait === this.waits) return answer;
      await sleep(Math.min(Math.max(seconds, 1), LONGEST_WAIT) * 1000);
    }
  }

  close() {
    for (const agent of Object.values(this.agents)) agent.destroy();
  }

  async #once(method, url, options) {
    const first = await this.#attempt(method, url, options);
    return first.error === 'stale connection' ? this.#attempt(method, url, options) : first;
  }

  #attempt(method, url, { headers = {}, body, anonymous = false }) {
    this.requests += 1;
    const target = new URL(url);
    const module = target.protocol === 'https:' ? https : http;
    const all = { ...(anonymous ? {} : this.headers), ...headers };
    if (body !== undefined) all['Content-Length'] = String(Buffer.byteLength(body));
    return new Promise((resolve) => {
      const request = module.request(
        target,
        { method, headers: all, agent: this.agents[target.protocol] },
        (response) => collect(response, resolve),
      );
      request.setTimeout(this.timeout, () => request.destroy(new Error('timeout')));
      request.on('error', (error) => {
        const stale = request.reusedSocket && error.code === 'ECONNRESET';
        resolve(noAnswer(stale ? 'stale connection' : error.message || error.code));
      });
      request.end(body);
    });
  }
}

function collect(response, resolve) {
  const parts = [];
  response.on('data', (part) => parts.push(part));
  response.on('error', (error) => resolve(noAnswer(error.message)));
  response.on('end', () => {
    const text = decode(response.headers['content-encoding'], Buffer.concat(parts));
    resolve({
      status: response.statusCode,
      headers: response.headers,
      text,
      json: parse(text),
      etag: response.headers.etag ?? null,
    });
  });
}

function decode(encoding, bytes) {
  // The kit looks at headers of compressed answers only; their body stays as it came.
  return encoding && encoding !== 'identity' ? '' : bytes.toString('utf8');
}

function parse(text) {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function noAnswer(error) {
  return { status: 0, headers: {}, text: '', json: undefined, etag: null, error };
}
