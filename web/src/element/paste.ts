/** All that pasting and opening lists needs; loaded when somebody does either (open-paste.ts). */
export { openPasteDialog } from './paste-dialog.ts';
export { pasteDown } from './paste-down.ts';
export { readTableFile } from '../tables/table-file.ts';
export { tableInText } from '../tables/json-table.ts';
export { tableInHtml, textInHtml } from '../tables/read-html.ts';
