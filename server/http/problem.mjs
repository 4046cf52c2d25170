// Refusals as problem+json (RFC 9457). Throwing a Problem anywhere answers the request with it.

/** Where the server itself explains each problem. */
export const TYPE_PREFIX = '/problems/';

/** Title and status of every refusal, by the last part of its type. */
export const PROBLEMS = {
  'bad-request': [400, 'The request cannot be understood'],
  'invalid-id': [400, 'The id is not 16 to 128 letters, digits, dots, dashes or underscores'],
  'idempotency-key-missing': [400, 'The header Idempotency-Key is missing'],
  unauthenticated: [401, 'A valid bearer token is needed'],
  forbidden: [403, 'The token does not allow this'],
  'not-found': [404, 'There is no such document'],
  'method-not-allowed': [405, 'The method is not allowed here'],
  timeout: [408, 'The request took too long to arrive'],
  finalised: [409, 'The document is finalised and can no longer be changed'],
  'in-flight': [409, 'A request with this Idempotency-Key is still in work'],
  'number-taken': [409, 'Another document already has this number'],
  'step-refused': [409, 'The document cannot take this step'],
  'precondition-failed': [412, 'The document is not in the state the request expects'],
  'too-large': [413, 'The document is too large'],
  'not-json': [415, 'The body must be application/json'],
  'invalid-state': [422, 'The document is not a valid state'],
  'id-mismatch': [422, 'The document carries another id than its address'],
  'totals-mismatch': [422, 'The totals are not those of the document'],
  'unknown-rules': [422, 'The rules revision is not known to this server'],
  'price-mismatch': [422, 'A price is not that of the catalogue'],
  'choice-refused': [422, 'The offer does not allow this choice'],
  'too-much-work': [422, 'The document is too much work for this server'],
  'idempotency-key-reused': [422, 'The Idempotency-Key was used with another request'],
  'precondition-required': [428, 'The request needs If-Match or If-None-Match'],
  'rate-limited': [429, 'Too many requests'],
  internal: [500, 'The server failed'],
  unavailable: [503, 'The server cannot do this now'],
};

/** Nobody is told to wait longer than this; what lasts longer is asked again. */
const MOST_SECONDS = 60;

/** The header that tells a client when to come back. */
export function retryAfter(seconds) {
  const whole = Number.isFinite(seconds) ? Math.ceil(seconds) : MOST_SECONDS;
  return { 'Retry-After': String(Math.min(Math.max(whole, 1), MOST_SECONDS)) };
}

/** A refusal with its machine-readable details. */
export class Problem extends Error {
  /**
   * @param {keyof typeof PROBLEMS} name
   * @param {Record<string, unknown>} [details] further members, `detail` for people.
   * @param {Record<string, string>} [headers] further response headers, such as Retry-After.
   */
  constructor(name, details = {}, headers = {}) {
    const [status, title] = PROBLEMS[name];
    super(title);
    this.name = name;
    this.status = status;
    this.details = details;
    this.headers = headers;
    this.body = { type: TYPE_PREFIX + name, title, status, ...details };
  }

  /** The response body. */
  text() {
    return JSON.stringify(this.body);
  }
}
