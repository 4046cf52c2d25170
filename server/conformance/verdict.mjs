// From results to one sentence that a person can act on.

/** Checks whose failure means that an edit can be lost without anybody noticing. */
const SILENT_LOSS = [2, 6];
/** Checks that only fail because the ETag is weak at first. */
const WEAK_AT_FIRST = [3, 4, 5, 8, 9, 10, 14];
const RACES = [9, 10];
/** How many checks level 1 has. */
const LEVEL_1 = 16;

/**
 * @typedef {object} Verdict
 * @property {number} level the highest level whose checks, and those below, all pass; 0 for none.
 * @property {'pass' | 'after-a-pause' | 'not-atomic' | 'unsafe' | 'incomplete'} code
 * @property {string} text
 */

/**
 * Judges a server.
 * @param {{number: number, level: number, result: string}[]} results
 * @returns {Verdict}
 */
export function judge(results) {
  const failed = results.filter((one) => one.result === 'fail');
  const failedOne = failed.filter((one) => one.level === 1).map((one) => one.number);
  const level = reachedLevel(results);
  if (results.filter((one) => one.level === 1).length < LEVEL_1) {
    return { level: 0, code: 'incomplete', text: 'not all checks were run' };
  }
  if (level > 0) return { level, code: 'pass', text: `full pass, level ${level}` };
  const within = (set) => failedOne.every((number) => set.includes(number));
  if (failedOne.some((number) => SILENT_LOSS.includes(number))) {
    return { level, code: 'unsafe', text: 'unsafe: overwrites without noticing' };
  }
  if (failedOne.includes(4) && within(WEAK_AT_FIRST)) {
    const races = failedOne.some((number) => RACES.includes(number)) ? '; not atomic' : '';
    return { level, code: 'after-a-pause', text: `pass only after a pause${races}` };
  }
  if (within(RACES)) {
    return { level, code: 'not-atomic', text: 'sequential pass, not atomic' };
  }
  return { level, code: 'incomplete', text: `incomplete: fails ${failedOne.join(', ')}` };
}

function reachedLevel(results) {
  let reached = 0;
  for (const level of [1, 2, 3]) {
    const own = results.filter((one) => one.level === level);
    if (own.length === 0 || own.some((one) => one.result !== 'pass')) break;
    reached = level;
  }
  return reached;
}
