/** Which of the rules in the settings the core takes: what was typed there is kept, whatever it is. */
import type { JsonObject } from '../../../schema/contract.ts';
import { isRefusal } from '../engine/refusal.ts';
import type { Settings } from './store/records.ts';
import type { Workspace } from './workspace-context.ts';

/** The rules that the core has something against, by their keys. */
export function refusedRules(
  { client, today }: Pick<Workspace, 'client' | 'today'>,
  { currency, policy = {} }: Pick<Settings, 'currency' | 'policy'>,
): ReadonlySet<string> {
  const priced = client.price({ version: 1, currency, date: today, policy });
  const issues = isRefusal(priced) ? [] : priced.issues;
  return new Set(issues.flatMap(({ path }) => path.match(/^\/policy\/(\w+)/)?.[1] ?? []));
}

/** The others, which new documents have. */
export function takenRules(
  workspace: Pick<Workspace, 'client' | 'today'>,
  settings: Pick<Settings, 'currency' | 'policy'>,
): JsonObject {
  const refused = refusedRules(workspace, settings);
  return Object.fromEntries(
    Object.entries(settings.policy ?? {}).filter(([key]) => !refused.has(key)),
  );
}
