/** Documents from files: one state, a list of states; each becomes a document of the workspace. */
import type { JsonObject, Refusal } from '../../../../schema/contract.ts';
import { isRefusal } from '../../engine/refusal.ts';
import { failureWords } from '../../i18n/failure-words.ts';
import { text } from '../../preview/paper-source.ts';
import { pickFile } from '../../ui/pick-file.ts';
import { parseJson, writeJson } from '../../json/lossless-json.ts';
import { newId } from '../store/records.ts';
import type { Workspace } from '../workspace-context.ts';

/** Where in the file it is: the path of the value, of broken text the line and character. */
function placeOf({ line, column, path }: Refusal['error']): string {
  if (path !== '') return `(${path})`;
  return line === undefined ? '' : `(${line}:${column})`;
}

/** True for a backup of a whole workspace, which is restored in the settings. */
export function isBackupText(content: string): boolean {
  return /^\s*\{\s*"crossfoot"\s*:\s*"workspace"/.test(content);
}

/** Why a backup is no list of anything, with the place where it is restored. */
export function isBackup({ w }: Workspace): string {
  return w('import.isBackup', { place: `${w('nav.settings')} › ${w('settings.storage')}` });
}

/** True for what can be a document: JSON of an object with a version. */
function isState(value: unknown): boolean {
  const isObject = typeof value === 'object' && value !== null && !Array.isArray(value);
  return isObject && ('version' in value || 'lines' in value);
}

/** Why a file holds no documents at all, with what to do instead; '' where it may. */
function notDocuments(workspace: Workspace, content: string): string {
  const { w } = workspace;
  if (isBackupText(content)) return isBackup(workspace);
  if (!/^\s*[[{]/.test(content)) return w('import.noDocuments');
  try {
    const value = parseJson(content) as unknown;
    const isOne = Array.isArray(value) ? value.some(isState) : isState(value);
    return isOne ? '' : w('import.noDocuments');
  } catch {
    // Broken JSON is said with the place at which it breaks.
    return '';
  }
}

/** Asks for a file and takes its documents over; says how many, or why none. */
export async function importDocuments(workspace: Workspace, kind: string): Promise<void> {
  const { w, client, store } = workspace;
  const file = await pickFile('.json,application/json');
  if (!file) return;
  const content = (await file.text()).replace(/^\ufeff/, '');
  const other = notDocuments(workspace, content);
  if (other !== '') {
    workspace.announce(w('import.failed', { reason: other }));
    return;
  }
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
