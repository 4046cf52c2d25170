/** Documents from files: one state, a list of states; each becomes a document of the workspace. */
import { isRefusal, type JsonObject, type Refusal } from '../../engine/replies.ts';
import { failureWords } from '../../i18n/failure-words.ts';
import { text } from '../../preview/paper-source.ts';
import { pickFile } from '../../ui/pick-file.ts';
import { parseJson, writeJson } from '../../json/lossless-json.ts';
import { newId } from '../store/records.ts';
import type { Workspace } from '../workspace-context.ts';

/** Where in the file it is: the path of the value, of broken text the line and character. */
function placeOf({ line, column, path }: Refusal['error']): string {
  if (path !== '') return `(${path})`;
  return line > 0 ? `(${line}:${column})` : '';
}

/** Asks for a file and takes its documents over; says how many, or why none. */
export async function importDocuments(workspace: Workspace, kind: string): Promise<void> {
  const { w, client, store } = workspace;
  const file = await pickFile('.json,application/json');
  if (!file) return;
  const content = (await file.text()).replace(/^\ufeff/, '');
  const session = client.session();
  const states: string[] = [];
  let reason = '';
  const take = (state: string): void => {
    const opened = session.open(state);
    if (isRefusal(opened)) {
      reason = `${workspace.reason(opened.error)} ${placeOf(opened.error)}`.trim();
      return;
    }
    const head = session.query({ get: 'document' }) as JsonObject;
    if (text(head, 'id') === '') session.apply({ op: 'set', path: '/id', value: newId('doc') });
    states.push(session.save());
  };
  try {
    // One by one as they are written: every digit of a list stays, too.
    const list = /^\s*\[/.test(content) ? parseJson(content) : null;
    if (Array.isArray(list)) for (const state of list) take(writeJson(state));
    else take(content);
  } catch (error) {
    reason = failureWords(error, workspace.translator);
  } finally {
    session.close();
  }
  const known = new Set((await store.all<{ id: string }>('rows')).map(({ id }) => id));
  const fresh = states.filter((state) => !known.has(text(JSON.parse(state) as JsonObject, 'id')));
  const count = await store.addDocuments(fresh);
  const skipped = states.length - fresh.length;
  const done = w('import.done', { count, skipped });
  const fault = count > 0 ? 'import.partly' : 'import.failed';
  workspace.announce(reason === '' ? done : w(fault, { done, reason }));
  if (count === 1 && fresh[0] !== undefined) {
    const state = JSON.parse(fresh[0]) as JsonObject;
    if (text(state, 'kind') !== kind) {
      workspace.navigate(`/document/${encodeURIComponent(text(state, 'id'))}`);
    }
  }
}
