// One document as a file of the user's: chosen with the file picker and written back to it, or,
// where a browser cannot do that, downloaded and uploaded.

import type { Backend, Reply, SyncDocument } from './backend.ts';
import { parseJson, writeJson } from '../json/lossless-json.ts';

/** How text gets out to a file and in again; browserFile() and downloadFile() are the two ways. */
export interface FileAccess {
  /** The file's text; null when there is none yet. */
  read(): Promise<string | null>;
  write(text: string): Promise<void>;
  remove?(): Promise<void>;
}

/**
 * The token is a hash of the file's text: a file that another program has changed meanwhile is a
 * conflict. Between the check and the write another program may still come; files have no locks.
 */
export class FileBackend implements Backend {
  constructor(readonly file: FileAccess) {}

  async load(id: string): Promise<Reply> {
    const text = await this.#read();
    if (text === undefined) return { status: 'retry' };
    const doc = text === null ? null : parseDocument(text);
    if (text === null || doc?.id !== id) return { status: 'missing' };
    return { status: 'ok', doc, token: await hash(text) };
  }

  async create(doc: SyncDocument): Promise<Reply> {
    const text = await this.#read();
    if (text === undefined) return { status: 'retry' };
    // A file that holds something else is not ours to overwrite.
    return text === null || text === '' ? this.#write(doc) : { status: 'conflict' };
  }

  async replace(doc: SyncDocument, token: string): Promise<Reply> {
    const current = await this.load(doc.id);
    if (current.status !== 'ok') return current;
    return current.token === token ? this.#write(doc) : { status: 'conflict' };
  }

  async remove(id: string, token: string): Promise<Reply> {
    const current = await this.load(id);
    if (current.status !== 'ok') return current;
    if (current.token !== token) return { status: 'conflict' };
    if (!this.file.remove) return { status: 'rejected', problem: { title: 'Files stay' } };
    await this.file.remove();
    return { status: 'ok' };
  }

  async #read(): Promise<string | null | undefined> {
    try {
      return await this.file.read();
    } catch {
      return undefined;
    }
  }

  async #write(doc: SyncDocument): Promise<Reply> {
    const text = writeJson(doc);
    try {
      await this.file.write(text);
      return { status: 'ok', token: await hash(text) };
    } catch (error) {
      const isForbidden = error instanceof DOMException && error.name === 'NotAllowedError';
      return { status: isForbidden ? 'denied' : 'retry' };
    }
  }
}

/** A file picked by the user, through the File System Access API. */
export function browserFile(handle: FileSystemFileHandle): FileAccess {
  return {
    read: async () => {
      const text = await (await handle.getFile()).text();
      return text === '' ? null : text;
    },
    write: async (text) => {
      const stream = await handle.createWritable();
      await stream.write(text);
      await stream.close(); // only now the file is replaced, whole
    },
  };
}

/**
 * Download and upload for the other browsers: `write` offers a download; what was uploaded or
 * downloaded last is what `read` gives.
 */
export function downloadFile(offer: (text: string) => void, uploaded: string | null): FileAccess {
  let latest = uploaded;
  return {
    read: async () => latest,
    write: async (text) => {
      offer(text);
      latest = text;
    },
  };
}

function parseDocument(text: string): SyncDocument | null {
  try {
    return parseJson(text) as SyncDocument;
  } catch {
    return null;
  }
}

async function hash(text: string): Promise<string> {
  const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text));
  return Array.from(new Uint8Array(digest), (byte) => byte.toString(16).padStart(2, '0')).join('');
}
