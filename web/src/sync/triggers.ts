// When a page asks the controller to work.

import type { SyncController } from './controller.ts';

/** How often an open, visible document looks for news. */
const LOOK_MS = 30_000;

/**
 * Flushes on blur, when the page is hidden and when the connection is back; looks for news on
 * focus and now and then. Answers how to stop.
 */
export function attachTriggers(
  controller: SyncController,
  openIds: () => string[],
  target: Window = window,
): () => void {
  const page = target.document;
  const flush = () => void controller.flushAll();
  const look = () => {
    for (const id of openIds()) void controller.refresh(id);
  };
  const online = () => controller.online();
  const visibility = () => (page.visibilityState === 'hidden' ? flush() : look());
  const timer = target.setInterval(() => {
    if (page.visibilityState === 'visible') look();
  }, LOOK_MS);
  target.addEventListener('blur', flush);
  target.addEventListener('focus', look);
  target.addEventListener('online', online);
  page.addEventListener('visibilitychange', visibility);
  return () => {
    target.clearInterval(timer);
    target.removeEventListener('blur', flush);
    target.removeEventListener('focus', look);
    target.removeEventListener('online', online);
    page.removeEventListener('visibilitychange', visibility);
  };
}
