/**
 * A press is the time from the button going down to it going up, and to the click that follows. What is
 * pressed must neither be replaced nor moved before its end: the click would be lost. The press that
 * leaves a box does just that where a message appears, or goes, with what was typed.
 */
let watched = false;
let isPressed = false;
const waiting = new Set<() => void>();
/** Of a press that leaves a box: its end. */
let leaving: { readonly ended: Promise<void>; readonly end: () => void } | null = null;
let from = { x: 0, y: 0 };

/** Moved so far, in pixels, it is a drag and no click. */
const DRAGGED = 8;
/** Nobody who presses so long still means a click; and a menu of the browser's own tells no end. */
const LONGEST_MS = 1000;

function isTextBox(element: Element | null): element is HTMLElement {
  return element instanceof HTMLInputElement || element instanceof HTMLTextAreaElement;
}

/** The element that has the focus, in whatever shadow tree. */
function focused(): Element | null {
  let active = document.activeElement;
  while (active?.shadowRoot?.activeElement) active = active.shadowRoot.activeElement;
  return active;
}

function press(event: PointerEvent): void {
  release();
  if (event.button !== 0) return;
  isPressed = true;
  from = { x: event.clientX, y: event.clientY };
  const box = focused();
  if (!isTextBox(box) || event.composedPath().includes(box)) return;
  let end = (): void => undefined;
  const ended = new Promise<void>((resolve) => (end = resolve));
  leaving = { ended, end };
  setTimeout(end, LONGEST_MS);
}

/** What waits is drawn before the click, which then meets the page as it is. */
function letGo(): void {
  leaving?.end();
  leaving = null;
}

function release(): void {
  letGo();
  isPressed = false;
  const all = [...waiting];
  waiting.clear();
  for (const each of all) each();
}

/** Begins to watch for presses: to be called before the first one. */
export function watchPresses(): void {
  if (watched) return;
  watched = true;
  const listen = <Heard extends Event>(name: string, heard: (event: Heard) => void): void =>
    window.addEventListener(name, (event) => heard(event as Heard), { capture: true });
  listen('pointerdown', press);
  listen('pointermove', ({ clientX, clientY, buttons }: PointerEvent) => {
    if (leaving === null) return;
    const isFar = Math.hypot(clientX - from.x, clientY - from.y) > DRAGGED;
    if (isFar || buttons === 0) letGo();
  });
  listen('pointerup', () => {
    // Not within the click: a drawing there would take back the tick of a box that it is for.
    letGo();
    // The click is told before anything else happens.
    setTimeout(release);
  });
  for (const end of ['pointercancel', 'dragstart', 'dragend', 'keydown']) listen(end, release);
  window.addEventListener('blur', release);
}

/** Does something now, or at the end of the press that is under way; the same thing only once. */
export function afterPress(act: () => void): void {
  if (isPressed) waiting.add(act);
  else act();
}

/** The end of the press that is leaving a box; null while there is none. */
export function endOfLeaving(): Promise<void> | null {
  return leaving?.ended ?? null;
}
