/** Deleting what can be put back: a message says so, and beside it stands the way back. */
import type { StoreName } from './store/database.ts';
import type { Workspace } from './workspace-context.ts';

/** Deletes entries of a store; `name` is what the first one is called. */
export async function removeUndoably(
  workspace: Workspace,
  store: StoreName,
  entries: readonly { readonly id: string }[],
  name: string,
): Promise<void> {
  const count = entries.length;
  if (count === 0) return;
  await workspace.store.remove(
    store,
    entries.map(({ id }) => id),
  );
  workspace.announce(workspace.w('list.deleted', { count, name }), () =>
    workspace.store.put(store, entries),
  );
}
