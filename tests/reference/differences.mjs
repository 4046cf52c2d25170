// Where two views of the same document differ.

import { JsonNumber, canonical, parseJson } from './json.mjs';
import { join } from './issues.mjs';

const isTree = (value) =>
  value !== null && typeof value === 'object' && !(value instanceof JsonNumber);

/** JSON Pointers at which two values differ, deepest first cause, in member order. */
function unequal(expected, actual, path = '') {
  if (!isTree(expected) || !isTree(actual) || Array.isArray(expected) !== Array.isArray(actual)) {
    const [a, b] = [canonical(expected ?? null), canonical(actual ?? null)];
    if (a === b && (expected === undefined) === (actual === undefined)) return [];
    const show = (value, text) => (value === undefined ? 'absent' : text);
    return [{ path, expected: show(expected, a), actual: show(actual, b) }];
  }
  const names = [...new Set([...Object.keys(expected), ...Object.keys(actual)])];
  return names.flatMap((name) => unequal(expected[name], actual[name], join(path, name)));
}

const issueKey = ({ severity, code, path }, usePaths) =>
  `${severity} ${code}${usePaths ? ` ${path}` : ''}`;

function unequalIssues(expected, actual, usePaths) {
  const left = actual.map((issue) => issueKey(issue, usePaths));
  const found = [];
  for (const key of expected.map((issue) => issueKey(issue, usePaths))) {
    const at = left.indexOf(key);
    if (at >= 0) left.splice(at, 1);
    else found.push({ path: '/issues', expected: key, actual: 'absent' });
  }
  return [...found, ...left.map((key) => ({ path: '/issues', expected: 'absent', actual: key }))];
}

const RANKS = ['/policy', '/taxRates', '/lines', '/adjustments'];

/** Issues come in the order policy, taxRates, lines, adjustments. */
function issuesOutOfOrder(issues) {
  const ranks = issues
    .map((i) => RANKS.findIndex((r) => i.path.startsWith(r)))
    .filter((r) => r >= 0);
  return ranks.some((rank, i) => i > 0 && rank < ranks[i - 1])
    ? [
        {
          path: '/issues',
          expected: 'policy, taxRates, lines, adjustments',
          actual: 'another order',
        },
      ]
    : [];
}

/**
 * Differences between the reference's view (an object) and a command's answer (a line of text):
 * amounts and structure byte for byte, issues by severity, code and path (`paths: false`: without).
 */
export function differencesFromReference(view, answer, { paths = true } = {}) {
  let actual;
  try {
    actual = parseJson(answer);
  } catch {
    return [{ path: '', expected: 'JSON', actual: answer.slice(0, 200) }];
  }
  const expected = parseJson(canonical(view));
  if (expected.error || actual.error)
    return unequal(expected.error?.code ?? 'priced', actual.error?.code ?? 'priced', '/error/code');
  if (canonical(actual) !== answer)
    return [{ path: '', expected: 'RFC 8785 text', actual: answer.slice(0, 200) }];
  const { issues: expectedIssues, ...expectedRest } = expected;
  const { issues = [], ...rest } = actual;
  return [
    ...unequal(expectedRest, rest),
    ...unequalIssues(expectedIssues, issues, paths),
    ...issuesOutOfOrder(issues),
  ];
}

/** What kind of difference it is, whatever the document: indices and amounts left out. */
export function signature({ path, expected, actual }) {
  const place = path.replace(/\/\d+/g, '/*');
  if (path !== '/issues' && path !== '/error/code') return place;
  return `${place} ${expected} → ${actual}`.replace(/\/\d+/g, '/*');
}
