/** Which addresses become links or pictures. Everything else stays text. */

/** The address where it is http, https or mailto (ST-4.4); null otherwise. */
export function safeLink(address: string): string | null {
  const text = address.trim();
  if (!/^(https?:\/\/|mailto:)/i.test(text)) return null;
  try {
    return new URL(text).href;
  } catch {
    return null;
  }
}

/** A picture carried inside the document; a page never fetches one from elsewhere. */
export function safePicture(address: string): string | null {
  const pattern = /^data:image\/(png|jpeg|gif|webp|svg\+xml)(;[\w=-]+)*,[\w+/=%.\-:;,()'~!*]+$/i;
  return pattern.test(address.trim()) ? address.trim() : null;
}
