/**
 * A press is the time from the button going down to it going up, and to the click that follows. What is
 * pressed must neither be replaced nor moved before its end: the click would be lost.
 */
let watched = false;
let isPressed = false;
const waiting = new Set<() => void>();

function release(): void {
  isPressed = false;
  const all = [...waiting];
  waiting.clear();
  for (const each of all) each();
}

/** Begins to watch for presses: to be called before the first one. */
export function watchPresses(): void {
  if (watched) return;
  watched = true;
  const listen = (name: string, heard: (event: Event) => void): void =>
    window.addEventListener(name, heard, { capture: true });
  listen('pointerdown', (event) => (isPressed = (event as PointerEvent).button === 0));
  // The click is told before anything else happens.
  listen('pointerup', () => setTimeout(release));
  for (const end of ['pointercancel', 'dragend', 'keydown']) listen(end, release);
  window.addEventListener('blur', release);
}

/** Does something now, or at the end of the press that is under way; the same thing only once. */
export function afterPress(act: () => void): void {
  if (isPressed) waiting.add(act);
  else act();
}
