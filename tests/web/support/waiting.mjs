// How a test waits: for what a person would see, as long as the machine takes, and never a fixed time.
import { setTimeout as pause } from 'node:timers/promises';

/**
 * Does `work`, which reads and asserts, until what it asserts holds; what it returned. What it threw last
 * is thrown where it does not hold within `within` ms. It is for what comes in the page's own time: a
 * deed may load a part of the page, and a busy machine takes long to.
 */
export async function eventually(work, within = 15_000) {
  const end = Date.now() + within;
  for (;;) {
    try {
      return await work();
    } catch (error) {
      if (Date.now() > end) throw error;
    }
    await pause(40);
  }
}

/**
 * So much of the page's own time: the frames that are drawn in `ms` where nobody keeps the page waiting.
 * It is for what must not happen: a clock would be over before a busy page came to do it.
 */
export async function rest(page, ms) {
  const passed = page.evaluate(
    async (frames) => {
      for (let frame = 0; frame < frames; frame++) {
        await new Promise((next) => {
          // A page nobody looks at draws no frames.
          setTimeout(next, 100);
          requestAnimationFrame(() => setTimeout(next));
        });
      }
    },
    Math.ceil(ms / 16),
  );
  // A page that goes elsewhere meanwhile has no time left.
  await passed.catch(() => undefined);
}
