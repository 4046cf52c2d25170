/** Which sentence of the catalogue says an issue. */
import type { Issue } from '../../../schema/contract.ts';

/** Prices may be negative by the rules of a document; a quantity never is (PR-1.3). */
const PRICE = /\/(?:unitPrice|cost|flatFee|price)$/;

export function issueKey({ code, path }: Issue): string {
  const isPrice = code === 'negative-not-allowed' && PRICE.test(path);
  return isPrice ? 'issue.negative-price' : `issue.${code}`;
}
