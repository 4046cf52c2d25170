// Registers <crossfoot-save-state> and <crossfoot-conflicts>; importing this is the only side effect.

import { CrossfootConflicts } from './conflict-view.ts';
import { CrossfootSaveState } from './save-state-view.ts';

if (!customElements.get('crossfoot-save-state')) {
  customElements.define('crossfoot-save-state', CrossfootSaveState);
}
if (!customElements.get('crossfoot-conflicts')) {
  customElements.define('crossfoot-conflicts', CrossfootConflicts);
}
