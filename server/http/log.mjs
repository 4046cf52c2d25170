// Structured logs: one JSON object a line. Bodies, tokens and names never get in.

/**
 * @typedef {(event: string, fields?: Record<string, unknown>) => void} Log
 */

/**
 * A log that writes to a stream.
 * @param {{write(text: string): unknown}} stream
 * @returns {Log}
 */
export function createLog(stream) {
  return (event, fields = {}) => {
    stream.write(`${JSON.stringify({ time: new Date().toISOString(), event, ...fields })}\n`);
  };
}
