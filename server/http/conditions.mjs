// The preconditions of RFC 9110, section 13, as far as the contract uses them.

import { Problem } from './problem.mjs';

/**
 * @typedef {{kind: 'create'} | {kind: 'any'} | {kind: 'match', etags: string[]}} Condition
 * `create`: must not exist. `any`: must exist. `match`: must have one of these strong ETags.
 */

/**
 * What the request expects; refuses a request that expects nothing.
 * @param {import('node:http').IncomingHttpHeaders} headers
 * @returns {Condition}
 */
export function readCondition(headers) {
  const match = headers['if-match'];
  const noneMatch = headers['if-none-match'];
  if (match !== undefined && noneMatch !== undefined) {
    throw new Problem('bad-request', { detail: 'If-Match and If-None-Match exclude each other.' });
  }
  if (noneMatch?.trim() === '*') return { kind: 'create' };
  if (match === undefined) throw new Problem('precondition-required');
  if (match.trim() === '*') return { kind: 'any' };
  // If-Match compares strongly: a weak ETag is in the list but never matches.
  return { kind: 'match', etags: splitEtags(match).filter((etag) => !etag.startsWith('W/')) };
}

/**
 * Whether the condition holds for the stored document.
 * @param {Condition} condition
 * @param {{etag: string} | null} current
 */
export function holds(condition, current) {
  if (condition.kind === 'create') return current === null;
  if (current === null) return false;
  return condition.kind === 'any' || condition.etags.includes(current.etag);
}

/** Whether a GET with this If-None-Match already has the document (weak comparison). */
export function isKnown(ifNoneMatch, etag) {
  if (ifNoneMatch === undefined) return false;
  if (ifNoneMatch.trim() === '*') return true;
  return splitEtags(ifNoneMatch).some((one) => one.replace(/^W\//, '') === etag);
}

function splitEtags(text) {
  return text.match(/(?:W\/)?"[^"]*"/g) ?? [];
}
