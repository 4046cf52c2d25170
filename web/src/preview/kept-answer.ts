/**
 * What a buyer chose and whether they accepted, kept in their own browser under the link, so that a
 * reload loses nothing. A browser that keeps nothing is no error: the page works as without.
 */
import type { Choices } from './buyer-choices.ts';

const PREFIX = 'crossfoot-offer:';

export interface KeptAnswer<Accepted> {
  readonly choices: Choices;
  /** The acceptance that was prepared; null before. */
  readonly accepted: Accepted | null;
}

interface Stored<Accepted> extends KeptAnswer<Accepted> {
  readonly link: string;
}

/** Whether it could be kept. One answer an offer: an older one of another link is replaced. */
export function keepAnswer<Accepted>(
  id: string,
  link: string,
  answer: KeptAnswer<Accepted>,
): boolean {
  try {
    const stored: Stored<Accepted> = { link, ...answer };
    localStorage.setItem(PREFIX + id, JSON.stringify(stored));
    return true;
  } catch {
    return false;
  }
}

/** What was kept under this very link; null for nothing. */
export function keptAnswer<Accepted>(id: string, link: string): KeptAnswer<Accepted> | null {
  try {
    const text = localStorage.getItem(PREFIX + id);
    const stored = text === null ? null : (JSON.parse(text) as Stored<Accepted>);
    return stored?.link === link ? stored : null;
  } catch {
    return null;
  }
}
