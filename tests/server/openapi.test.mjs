// The description says what the server does, no more and no less.

import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';

import { HANDLERS } from '../../server/app.mjs';
import { PROBLEMS } from '../../server/http/problem.mjs';

const description = JSON.parse(readFileSync('server/openapi.json', 'utf8'));

/** `POST finalise` for an operation of /documents/{id}/finalise. */
function described() {
  const names = [];
  for (const [path, item] of Object.entries(description.paths)) {
    const [, action = ''] = /^\/documents\/\{id\}\/?(.*)$/.exec(path) ?? [null, null];
    if (action === null || !path.startsWith('/documents/{id}')) continue;
    for (const method of ['get', 'put', 'post', 'delete']) {
      if (item[method]) names.push(`${method.toUpperCase()} ${action}`.trim());
    }
  }
  return names.sort();
}

test('every operation on a document is described and exists', () => {
  const real = Object.keys(HANDLERS.seller).filter((name) => name !== 'HEAD');
  assert.deepEqual(described(), real.sort());
});

test('every status that a problem can have is described', () => {
  const statuses = new Set();
  const collect = (responses) => Object.keys(responses).forEach((one) => statuses.add(Number(one)));
  for (const item of Object.values(description.paths)) {
    for (const operation of Object.values(item))
      if (operation.responses) collect(operation.responses);
  }
  // 405 and 500 may come from any address.
  const missing = Object.entries(PROBLEMS).filter(
    ([, [status]]) => !statuses.has(status) && ![405, 500].includes(status),
  );
  assert.deepEqual(missing, []);
});

test('every reference in the description leads somewhere', () => {
  const text = JSON.stringify(description);
  for (const [, path] of text.matchAll(/"\$ref":"#\/([^"]+)"/g)) {
    const target = path.split('/').reduce((value, name) => value?.[name], description);
    assert.ok(target, path);
  }
});
