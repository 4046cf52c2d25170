// The core's merge, from the module that is shipped.

import type { Merge, MergeResult } from '../../../web/src/sync/merge.ts';
import { parseJson, writeJson } from '../../../web/src/json/lossless-json.ts';

/** Loads the module once and answers its merge. */
export async function coreMerge(): Promise<Merge> {
  const { loadNodeCore } = await import('../../../wasm/node.mjs');
  const core = await (await loadNodeCore()).create();
  return (base, mine, theirs) => {
    const reply = core.call('merge', writeJson({ base, mine, theirs }));
    const value = parseJson(reply) as unknown as MergeResult & { error?: { message: string } };
    if (value.error) throw new Error(`the core does not merge: ${value.error.message}`);
    return value;
  };
}
