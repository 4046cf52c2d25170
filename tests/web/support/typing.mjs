// Typing as a person does: key after key, each with its pause, then Tab or Enter.

/** Types into what has the focus; what stood there is replaced, as after Ctrl+A. */
export async function typeSlowly(page, text, delay, leaveBy = 'Tab') {
  await page.keyboard.press('Control+a');
  await page.keyboard.type(text, { delay });
  if (leaveBy !== null) await page.keyboard.press(leaveBy);
}

/** A name for each speed: a fast typist, a usual one, somebody who looks for each key. */
export const SPEEDS = [5, 90, 250];
