// A page with the real editor, the real core and the sync, as a host would write it.

import '../../../web/src/element/crossfoot-editor-define.ts';
import type { CrossfootEditor } from '../../../web/src/element/crossfoot-editor.ts';
import { EngineClient } from '../../../web/src/engine/client.ts';
import { EditorSync } from '../../../web/src/element/editor-sync.ts';
import { HttpBackend } from '../../../web/src/sync/http-backend.ts';
import type { CrossfootConflicts } from '../../../web/src/sync/view/conflict-view.ts';
import type { CrossfootSaveState } from '../../../web/src/sync/view/save-state-view.ts';

const query = new URLSearchParams(location.search);
const ask = (name: string) => query.get(name)!;

const editor = document.querySelector<CrossfootEditor>('crossfoot-editor')!;
const status = document.querySelector<CrossfootSaveState>('crossfoot-save-state')!;
const conflicts = document.querySelector<CrossfootConflicts>('crossfoot-conflicts')!;

const started = new Promise((resolve) => editor.addEventListener('crossfoot-ready', resolve));
const client = await EngineClient.load();
await started;
const sync = new EditorSync({
  editor,
  status,
  conflicts,
  device: ask('device'),
  backend: new HttpBackend({
    base: ask('base'),
    headers: () => ({ Authorization: `Bearer ${ask('token')}` }),
  }),
  call: (name, argument) => client.callText(name, argument),
});
conflicts.label = (name) => editor.translator.lookup(`column.${name}`, name);
await sync.open(ask('id'));
Object.assign(globalThis, { editor, sync });
