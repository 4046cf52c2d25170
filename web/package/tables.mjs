// The tables of docs/embedding.md, between `<!-- name -->` and `<!-- /name -->`:
//   node web/package/tables.mjs     writes them again
import { readFileSync, writeFileSync } from 'node:fs';
import * as api from './api.mjs';

const page = new URL('../../docs/embedding.md', import.meta.url);
const cell = (text) => text.replaceAll('|', '\\|');
const code = (text) => '`' + cell(text) + '`';

function table(heads, rows) {
  return [heads, heads.map(() => '---'), ...rows].map((row) => `| ${row.join(' | ')} |`).join('\n');
}

const simple = (head, entries) =>
  table(
    [head, 'meaning'],
    Object.entries(entries).map(([name, text]) => [code(name || 'default'), text]),
  );

const TABLES = {
  attributes: () =>
    table(
      ['attribute', 'type', 'meaning'],
      Object.entries(api.attributes).map(([name, { type, text }]) => [
        code(name),
        code(type),
        text,
      ]),
    ),
  properties: () =>
    table(
      ['property', 'type', 'meaning'],
      Object.entries(api.properties).map(([name, { type, text, readonly }]) => [
        code(name),
        code(type),
        text + (readonly ? ' Read only.' : ''),
      ]),
    ),
  methods: () =>
    table(
      ['method', 'meaning'],
      Object.entries(api.methods).map(([name, { signature, text }]) => [
        code(name + signature),
        text,
      ]),
    ),
  events: () =>
    table(
      ['event', '`detail`', 'meaning'],
      Object.entries(api.events).map(([name, { detail, cancelable, text }]) => [
        code(name),
        detail ? code(detail) : '',
        text + (cancelable ? ' Cancelable.' : ''),
      ]),
    ),
  slots: () => simple('slot', api.slots),
  parts: () => simple('part', api.parts),
  css: () => simple('custom property', api.cssProperties),
  states: () => simple('state', api.cssStates),
};

/** The page with its tables as the API is. */
export function embeddingPage() {
  let text = readFileSync(page, 'utf8');
  for (const [name, make] of Object.entries(TABLES)) {
    const place = new RegExp(`<!-- ${name} -->[\\s\\S]*?<!-- /${name} -->`);
    if (!place.test(text)) throw new Error(`docs/embedding.md has no place for ${name}`);
    text = text.replace(place, () => `<!-- ${name} -->\n\n${make()}\n\n<!-- /${name} -->`);
  }
  return text;
}

if (process.argv[1] === new URL(import.meta.url).pathname) writeFileSync(page, embeddingPage());
