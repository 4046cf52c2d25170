/** The text of a file's bytes: what the file says of its encoding, what is certain, what is likely. */
import { analyse } from 'chardet';

export interface DecodedText {
  readonly text: string;
  /** The name by which a browser knows the encoding. */
  readonly encoding: string;
  /** False where another encoding would give a text too: somebody has to look at it. */
  readonly sure: boolean;
}

/** Encodings that are offered where a file does not say its own; browsers decode all of them. */
export const ENCODINGS = [
  'utf-8',
  'windows-1252',
  'macintosh',
  'windows-1250',
  'windows-1251',
  'windows-1253',
  'windows-1254',
  'windows-1256',
  'windows-1257',
  'iso-8859-2',
  'koi8-r',
  'shift_jis',
  'euc-jp',
  'iso-2022-jp',
  'gb18030',
  'big5',
  'euc-kr',
  'utf-16le',
  'utf-16be',
] as const;

const MARKS: readonly (readonly [readonly number[], string])[] = [
  [[0xef, 0xbb, 0xbf], 'utf-8'],
  [[0xff, 0xfe], 'utf-16le'],
  [[0xfe, 0xff], 'utf-16be'],
];

/** What programs of a language wrote before Unicode. */
const BY_LANGUAGE: Readonly<Record<string, string>> = {
  ar: 'windows-1256',
  ja: 'shift_jis',
};

/** The text of all bytes. Node reads windows-1252 right only where more could follow. */
function whole(decoder: TextDecoder, bytes: Uint8Array): string {
  return decoder.decode(bytes, { stream: true }) + decoder.decode();
}

/** The text in an encoding; null where the bytes are none in it. */
function decoded(bytes: Uint8Array, encoding: string): string | null {
  try {
    return whole(new TextDecoder(encoding, { fatal: true }), bytes);
  } catch {
    return null;
  }
}

/** UTF-16 without a mark: text of digits and Latin letters has a zero in every second byte. */
function unmarkedUtf16(bytes: Uint8Array): string | null {
  const looked = bytes.subarray(0, 2000);
  const zeros = [0, 0];
  looked.forEach((byte, at) => {
    if (byte === 0) zeros[at % 2] = (zeros[at % 2] ?? 0) + 1;
  });
  const [even = 0, odd = 0] = zeros;
  if (even + odd < looked.length / 8) return null;
  return odd > even ? 'utf-16le' : 'utf-16be';
}

/** Signs that a wrong encoding makes of letters: control signs, and letters inside of words. */
const ODD = /[\u0080-\u009f\ufffd]|\p{L}[¤¦§¨¬±³´µ¶·¸¹¼½¾¿×÷‡†‰‹›]\p{L}/gu;

function oddness(text: string): number {
  return text.match(ODD)?.length ?? 0;
}

/** The encodings that the bytes may be in, the likeliest first. */
function likely(bytes: Uint8Array, language: string): string[] {
  const own = BY_LANGUAGE[language.split('-')[0] ?? ''];
  const guessed = analyse(bytes)
    .filter(({ confidence }) => confidence >= 30)
    .map(({ name }) => name.toLowerCase().replace('iso-8859-1', 'windows-1252'))
    .filter((name) => (ENCODINGS as readonly string[]).includes(name));
  return [...new Set([...(own === undefined ? [] : [own]), ...guessed, 'windows-1252'])];
}

/** The text of a file; `language` is that of the person, whose files they mostly are. */
export function decodeText(bytes: Uint8Array, language: string): DecodedText {
  for (const [mark, encoding] of MARKS) {
    if (!mark.every((byte, at) => bytes[at] === byte)) continue;
    const text = decoded(bytes, encoding);
    if (text !== null) return { text, encoding, sure: true };
  }
  const wide = unmarkedUtf16(bytes);
  const inWide = wide === null ? null : decoded(bytes, wide);
  if (wide !== null && inWide !== null) return { text: inWide, encoding: wide, sure: true };
  const unicode = decoded(bytes, 'utf-8');
  if (unicode !== null) return { text: unicode, encoding: 'utf-8', sure: true };
  const readings = likely(bytes, language).flatMap((encoding) => {
    const text = decoded(bytes, encoding);
    return text === null ? [] : [{ text, encoding, odd: oddness(text) }];
  });
  const best = readings.reduce<(typeof readings)[number] | null>(
    (chosen, each) => (chosen === null || each.odd < chosen.odd ? each : chosen),
    null,
  );
  const { text, encoding } = best ?? { ...decodeAs(bytes, 'windows-1252'), odd: 0 };
  return { text, encoding, sure: false };
}

/** The text as somebody says that it is encoded; what is none in it becomes a replacement sign. */
export function decodeAs(bytes: Uint8Array, encoding: string): { text: string; encoding: string } {
  return { text: whole(new TextDecoder(encoding), bytes), encoding };
}
