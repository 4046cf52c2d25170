// How results are shown: a table for people, one object for programs.

const MARK = { pass: 'pass', fail: 'FAIL', skip: 'skip' };

/** The table as text. */
export function table({ base, results, verdict, declared, seconds }) {
  const width = Math.max(...results.map((one) => one.title.length));
  const lines = results.map(
    (one) =>
      `${String(one.number).padStart(3)}  L${one.level}  ${MARK[one.result]}  ` +
      `${one.title.padEnd(width)}  ${one.detail}`.trimEnd(),
  );
  const failed = results.filter((one) => one.result === 'fail').length;
  const passed = results.filter((one) => one.result === 'pass').length;
  return [
    `${base}  (declares level ${declared.level})`,
    '',
    ...lines,
    '',
    `${passed} passed, ${failed} failed in ${seconds.toFixed(1)} s`,
    `Verdict: ${verdict.text}`,
  ].join('\n');
}
