/**
 * What the codes of an offer open, in a link that everybody can read: each code's adjustments are
 * sealed with a key made of the code, so that only who says it can open them. Guessing a short code is
 * made slow, not impossible.
 */
import { codeKey, openedByCodes } from '../../../schema/buyer.mjs';
import {
  NumberText,
  parseJson,
  writeJson,
  type Json,
  type JsonObject,
} from '../json/lossless-json.ts';
import { fromBase64Url, toBase64Url } from './base64-url.ts';

const SALT_BYTES = 16;
const NONCE_BYTES = 12;
/** Rounds of PBKDF2: about a tenth of a second for who knows the code, as much for every guess. */
const ROUNDS = 300_000;

type Bytes = Uint8Array<ArrayBuffer>;

/** Only pages of a secure origin have the means; elsewhere a link carries no codes. */
export function canSeal(): boolean {
  return 'subtle' in crypto;
}

async function keyOf(code: string, salt: Bytes): Promise<CryptoKey> {
  const { subtle } = crypto;
  const said = new TextEncoder().encode(codeKey(code));
  const material = await subtle.importKey('raw', said, 'PBKDF2', false, ['deriveKey']);
  const how = { name: 'PBKDF2', hash: 'SHA-256', salt, iterations: ROUNDS };
  const kind = { name: 'AES-GCM', length: 256 };
  return subtle.deriveKey(how, material, kind, false, ['encrypt', 'decrypt']);
}

async function seal(code: string, opened: Json): Promise<string> {
  const salt = crypto.getRandomValues(new Uint8Array(SALT_BYTES));
  const iv = crypto.getRandomValues(new Uint8Array(NONCE_BYTES));
  const text = new TextEncoder().encode(writeJson(opened));
  const sealed = await crypto.subtle.encrypt(
    { name: 'AES-GCM', iv },
    await keyOf(code, salt),
    text,
  );
  return toBase64Url(new Uint8Array([...salt, ...iv, ...new Uint8Array(sealed)]));
}

async function unseal(code: string, sealed: string): Promise<Json | null> {
  try {
    const bytes = fromBase64Url(sealed) as Bytes;
    const salt = bytes.slice(0, SALT_BYTES);
    const iv = bytes.slice(SALT_BYTES, SALT_BYTES + NONCE_BYTES);
    const rest = bytes.slice(SALT_BYTES + NONCE_BYTES);
    const key = await keyOf(code, salt);
    const text = await crypto.subtle.decrypt({ name: 'AES-GCM', iv }, key, rest);
    return parseJson(new TextDecoder('utf-8', { fatal: true }).decode(text));
  } catch {
    return null;
  }
}

/** What each code of the seller's state opens, sealed; none where no code opens anything. */
export async function sealedCodes(state: string): Promise<string[]> {
  if (!canSeal()) return [];
  const codes = openedByCodes(parseJson(state) as JsonObject);
  return Promise.all(codes.map(({ code, opened }) => seal(code, opened)));
}

/** The buyer's state with the adjustments that a code opens; null where it opens none. */
export async function offerWithCode(
  state: string,
  sealed: readonly string[],
  code: string,
): Promise<string | null> {
  for (const each of sealed) {
    const opened = (await unseal(code, each)) as
      { at: number | NumberText; adjustment: Json }[] | null;
    if (opened === null) continue;
    const offer = parseJson(state) as JsonObject;
    const { adjustments } = offer;
    const all = Array.isArray(adjustments) ? [...adjustments] : [];
    for (const { at, adjustment } of opened)
      all.splice(Number(at instanceof NumberText ? at.text : at), 0, adjustment);
    return writeJson({ ...offer, adjustments: all });
  }
  return null;
}
