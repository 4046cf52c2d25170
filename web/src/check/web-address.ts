/** Addresses of pages as people write them: `pay.example.com/de`, `https://example.com`. */

/** The address with its scheme; null where it is none that a browser opens as a page. */
export function webAddress(written: string): string | null {
  const text = written.trim();
  const whole = /^[a-z][a-z\d+.-]*:\/\//i.test(text) ? text : `https://${text}`;
  if (/\s/.test(text)) return null;
  try {
    const { protocol, hostname, username } = new URL(whole);
    const isPage = protocol === 'https:' || protocol === 'http:';
    const isHost = hostname === 'localhost' || /[^.]\.[^.]/.test(hostname);
    return isPage && isHost && username === '' ? whole : null;
  } catch {
    return null;
  }
}
