/**
 * A document carried in the fragment of a link: the browser never sends it to a server. The text is
 * compressed (deflate) and written in base64url after `#d=`. What discount codes open follows, sealed,
 * after `&c=`, with dots between the codes.
 */
import { stateForBuyer, withCodeSaid } from '../../../schema/buyer.mjs';
import { fromBase64Url, toBase64Url } from './base64-url.ts';
import {
  NumberText,
  parseJson,
  writeJson,
  type Json,
  type JsonObject,
} from '../json/lossless-json.ts';

/** Longest fragment: beyond it mail programs and chats cut links apart. */
export const FRAGMENT_LIMIT = 8 * 1024;

const PREFIX = 'd=';
const CODES = '&c=';
/** What a link may unpack to: far above any document of 8 KB, far below what harms a browser. */
const UNPACKED_LIMIT = 4 * 1024 * 1024;

export type LinkResult =
  | { readonly ok: true; readonly fragment: string }
  | { readonly ok: false; readonly size: number; readonly limit: number };

async function through(bytes: Uint8Array, stream: GenericTransformStream): Promise<Uint8Array> {
  const piped = new Blob([bytes as Uint8Array<ArrayBuffer>]).stream().pipeThrough(stream);
  const chunks: Uint8Array[] = [];
  let size = 0;
  const reader = (piped as ReadableStream<Uint8Array>).getReader();
  for (;;) {
    const { done, value } = await reader.read();
    if (done) break;
    size += value.length;
    if (size > UNPACKED_LIMIT) {
      await reader.cancel();
      throw new Error('too large');
    }
    chunks.push(value);
  }
  const whole = new Uint8Array(size);
  let at = 0;
  for (const chunk of chunks) {
    whole.set(chunk, at);
    at += chunk.length;
  }
  return whole;
}

function isObject(value: Json | undefined): value is JsonObject {
  const isText = value instanceof NumberText || Array.isArray(value);
  return typeof value === 'object' && value !== null && !isText;
}

/** An object without one member. */
function without(value: JsonObject, member: string): JsonObject {
  return Object.fromEntries(Object.entries(value).filter(([name]) => name !== member));
}

/** Pictures stand in the document itself: a link has no room for them. */
function withoutPictures(state: JsonObject): JsonObject {
  const { issuer, lines } = state;
  const isPicture = (address: Json | undefined): boolean =>
    typeof address === 'string' && address.startsWith('data:');
  return {
    ...state,
    ...(isObject(issuer) ? { issuer: without(issuer, 'logo') } : {}),
    ...(Array.isArray(lines)
      ? {
          lines: lines.map((line) =>
            isObject(line) && isPicture(line['imageUrl']) ? without(line, 'imageUrl') : line,
          ),
        }
      : {}),
  };
}

/** Whether a link leaves out pictures that the document has: its logo, or those of lines. */
export function leavesOutPictures(state: string): boolean {
  const whole = stateForBuyer(parseJson(state) as JsonObject) as JsonObject;
  return writeJson(whole) !== writeJson(withoutPictures(whole));
}

/** The text of a state as its buyer sees it: what a link carries. Numbers keep their text. */
export function textForBuyer(state: string): string {
  return writeJson(withoutPictures(stateForBuyer(parseJson(state) as JsonObject) as JsonObject));
}

/** The same of an offer with a buyer's choices, their code among them. */
export function chosenTextForBuyer(state: string): string {
  return textForBuyer(writeJson(withCodeSaid(parseJson(state) as JsonObject)));
}

/** The fragment (without `#`) of a state and of what its codes open, or how large it would be. */
export async function packFragment(
  state: string,
  sealed: readonly string[] = [],
): Promise<LinkResult> {
  const text = new TextEncoder().encode(state);
  const packed = await through(text, new CompressionStream('deflate-raw'));
  const codes = sealed.length === 0 ? '' : CODES + sealed.join('.');
  const fragment = PREFIX + toBase64Url(packed) + codes;
  return fragment.length <= FRAGMENT_LIMIT
    ? { ok: true, fragment }
    : { ok: false, size: fragment.length, limit: FRAGMENT_LIMIT };
}

/** What a link carries. */
export interface Carried {
  readonly state: string;
  /** What each code of the offer opens, sealed. */
  readonly sealed: readonly string[];
}

/** What a fragment (with or without `#`) carries; null where that is no state. */
export async function unpackFragment(fragment: string): Promise<Carried | null> {
  const text = fragment.replace(/^#/, '');
  if (!text.startsWith(PREFIX) || text.length > FRAGMENT_LIMIT) return null;
  const [document = '', codes = ''] = text.slice(PREFIX.length).split(CODES);
  try {
    const bytes = await through(fromBase64Url(document), new DecompressionStream('deflate-raw'));
    const state = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    return { state, sealed: codes === '' ? [] : codes.split('.') };
  } catch {
    return null;
  }
}
