// Writers that add lines to shared documents through several servers and remember every write that
// was acknowledged. Whatever happens to the servers, those lines must be there at the end.

import { randomBytes } from 'node:crypto';

import { Wire } from '../../../server/conformance/wire.mjs';
import { invoice } from '../../../server/conformance/sample.mjs';

/** A load on some documents. */
export class Load {
  /**
   * @param {() => string[]} urls addresses of the servers; asked before every request.
   * @param {Record<string, string>} headers
   * @param {{writers: number, documents: number}} size
   */
  constructor(urls, headers, { writers, documents }) {
    this.urls = urls;
    this.wire = new Wire({ headers, timeout: 5000 });
    this.ids = Array.from({ length: documents }, () => `load-${randomBytes(12).toString('hex')}`);
    this.writers = writers;
    /** Line ids by document whose write was answered with 2xx. */
    this.acknowledged = new Map(this.ids.map((id) => [id, []]));
    this.unknown = 0;
    this.refused = 0;
    this.isStopping = false;
  }

  /** Makes the documents and starts writing. */
  async start() {
    for (const id of this.ids) {
      const answer = await this.#send('PUT', id, invoice(id), { 'If-None-Match': '*' });
      if (answer.status !== 201) throw new Error(`create answered ${answer.status}`);
    }
    this.running = Array.from({ length: this.writers }, (_, index) => this.#write(index));
  }

  /** Ends the writers. */
  async stop() {
    this.isStopping = true;
    await Promise.all(this.running);
  }

  /** How many writes were acknowledged so far. */
  get count() {
    return [...this.acknowledged.values()].reduce((sum, lines) => sum + lines.length, 0);
  }

  /** Acknowledged lines that are not in the documents, and documents that are torn. */
  async findLost() {
    const lost = [];
    for (const [id, lines] of this.acknowledged) {
      const answer = await this.#send('GET', id);
      const present = new Set((answer.json?.lines ?? []).map((line) => line.id));
      if (answer.json === undefined) lost.push(`${id} cannot be read (${answer.status})`);
      lost.push(...lines.filter((line) => !present.has(line)));
    }
    this.wire.close();
    return lost;
  }

  async #write(index) {
    for (let n = 0; !this.isStopping; n++) {
      const id = this.ids[(index + n) % this.ids.length];
      const line = `li_${index}_${n}`;
      await this.#addLine(id, line);
    }
  }

  /** Tries until the line is known to be in or the load ends. */
  async #addLine(id, lineId) {
    while (!this.isStopping) {
      const current = await this.#send('GET', id);
      if (current.status !== 200) {
        await pause(20);
        continue;
      }
      const document = current.json;
      if (document.lines.some((line) => line.id === lineId)) {
        this.acknowledged.get(id).push(lineId); // the answer was lost, the write was not
        return;
      }
      const line = { id: lineId, name: 'Load', unitPrice: '1.00', quantity: '1' };
      const next = { ...invoice(id), lines: [...document.lines, line] };
      const answer = await this.#send('PUT', id, next, { 'If-Match': current.etag });
      if (answer.status === 204) {
        this.acknowledged.get(id).push(lineId);
        return;
      }
      if (answer.status === 412) this.refused += 1;
      else {
        this.unknown += 1;
        await pause(20);
      }
    }
  }

  #send(method, id, document, headers = {}) {
    const urls = this.urls();
    const url = urls[Math.floor(Math.random() * urls.length)];
    const body = document === undefined ? undefined : JSON.stringify(document);
    const type = body === undefined ? {} : { 'Content-Type': 'application/json' };
    return this.wire.send(method, `${url}/${id}`, { headers: { ...type, ...headers }, body });
  }
}

export function pause(milliseconds) {
  return new Promise((resolve) => setTimeout(resolve, milliseconds));
}
