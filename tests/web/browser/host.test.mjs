// A page that binds the editor as frameworks do: what it writes back is no change, whatever it does
// to the text, and however late; a document that really is another one is opened and announced.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import {
  newPage,
  openDocument,
  quoteOf,
  savedDocument,
  suiteOfFile,
} from '../support/editor-page.mjs';
import { eventually, rest } from '../support/waiting.mjs';

const suite = suiteOfFile();

/** Types into the unit price of the first line, as a person does. */
async function typePrice(page, text, delay) {
  const box = page.getByLabel(/^Unit price/).first();
  await box.click();
  await page.keyboard.press('Control+a');
  await page.keyboard.type(text, { delay });
  return box;
}

/** Runs a host's script in the page, as its own files would. */
const bindHost = (page, bind, state) =>
  page.evaluate(`{
    const editor = document.querySelector('crossfoot-editor');
    window.firstState = ${JSON.stringify(JSON.stringify(state))};
    window.opened = [];
    editor.addEventListener('crossfoot-open', (event) => window.opened.push(event.detail));
    (${bind.toString()})(editor);
  }`);

/** Hosts: each listens for changes, and sets what it thinks the document is. */
const HOSTS = {
  'sets the document it was given': (editor) => {
    editor.addEventListener('crossfoot-change', () => (editor.document = editor.document));
  },
  'sets the value it was given': (editor) => {
    editor.addEventListener('crossfoot-change', () => (editor.value = editor.value));
  },
  'sets it in a microtask': (editor) => {
    editor.addEventListener('crossfoot-change', () => {
      const state = editor.document;
      queueMicrotask(() => (editor.document = state));
    });
  },
  'sets it in the next frame': (editor) => {
    editor.addEventListener('crossfoot-change', () => {
      const state = editor.document;
      requestAnimationFrame(() => (editor.document = state));
    });
  },
  'writes its members in another order, with spaces': (editor) => {
    const turned = (value) =>
      Array.isArray(value)
        ? value.map(turned)
        : value !== null && typeof value === 'object'
          ? Object.fromEntries(
              Object.entries(value)
                .reverse()
                .map(([name, member]) => [name, turned(member)]),
            )
          : value;
    editor.addEventListener('crossfoot-change', () => {
      editor.value = JSON.stringify(turned(editor.document), null, 2);
    });
  },
  'lags by one change': (editor) => {
    let former = editor.document;
    editor.addEventListener('crossfoot-change', () => {
      const now = editor.document;
      editor.document = former;
      former = now;
    });
  },
  'lags by half a second, as one that asks a server': (editor) => {
    editor.addEventListener('crossfoot-change', () => {
      const text = editor.value;
      setTimeout(() => (editor.value = JSON.stringify(JSON.parse(text))), 500);
    });
  },
  'has not read anything yet and sets what it began with': (editor) => {
    const first = JSON.parse(window.firstState);
    editor.addEventListener('crossfoot-input', () => (editor.document = first));
  },
};

for (const [what, bind] of Object.entries(HOSTS)) {
  for (const delay of [5, 90, 250]) {
    test(`a host that ${what} disturbs nobody who types at ${delay} ms a key`, async () => {
      const { page, problems, close } = await newPage(suite);
      const state = quoteOf('Design', 'Build');
      await openDocument(page, state);
      await bindHost(page, bind, state);
      const box = await typePrice(page, '1234.5', delay);
      await rest(page, 700);
      assert.equal(await box.inputValue(), '1234.5');
      assert.equal((await savedDocument(page)).lines[0].unitPrice, '1234.5');
      assert.equal(await page.evaluate(() => window.opened.length), 0);
      const caret = await box.evaluate((input) => [input.selectionStart, input.selectionEnd]);
      assert.deepEqual(caret, [6, 6]);
      await page.keyboard.press('Tab');
      await page.keyboard.press('Control+z');
      assert.equal((await savedDocument(page)).lines[0].unitPrice, '10');
      assert.deepEqual(problems, []);
      await close();
    });
  }
}

test('what is typed just before somebody goes on in the page survives a late write-back', async () => {
  const { page, close } = await newPage(suite);
  await openDocument(page, quoteOf('Design'));
  await bindHost(page, HOSTS['lags by half a second, as one that asks a server'], {});
  await typePrice(page, '98.75', 60);
  await page.locator('#theme').focus();
  await rest(page, 900);
  assert.equal((await savedDocument(page)).lines[0].unitPrice, '98.75');
  await close();
});

test('a button of the page that puts the first document back does so', async () => {
  const { page, close } = await newPage(suite);
  const state = quoteOf('Design');
  await openDocument(page, state);
  const bind = (editor) => {
    const button = document.createElement('button');
    button.textContent = 'Start again';
    button.onclick = () => queueMicrotask(() => (editor.document = JSON.parse(window.firstState)));
    document.body.append(button);
  };
  await bindHost(page, bind, state);
  await typePrice(page, '77', 60);
  await page.getByRole('button', { name: 'Start again' }).click();
  await eventually(async () => assert.equal((await savedDocument(page)).lines[0].unitPrice, '10'));
  const [opened] = await page.evaluate(() => window.opened);
  assert.equal(opened.totals.dueNow, '10.00');
  await close();
});

test('another document is opened in the midst of typing, and announced', async () => {
  const { page, close } = await newPage(suite);
  await openDocument(page, quoteOf('Design'));
  await bindHost(page, () => {}, {});
  await typePrice(page, '12', 60);
  await openDocument(page, quoteOf('Print', 'Paper'));
  assert.deepEqual(
    (await savedDocument(page)).lines.map(({ name }) => name),
    ['Print', 'Paper'],
  );
  assert.equal(await page.evaluate(() => window.opened.length), 1);
  await close();
});

test('a framework may assign every property of every element that it finds', async () => {
  const { page, problems, close } = await newPage(suite);
  for (const path of ['index.html', 'preview.html', 'checkout.html', 'workspace.html']) {
    await page.goto(`${suite.address}/${path}`);
    const thrown = await page.evaluate(() => {
      'use strict';
      const found = [...document.querySelectorAll('*')].filter(({ localName }) =>
        localName.startsWith('crossfoot-'),
      );
      const names = new Set();
      for (const element of found) {
        for (
          let at = element;
          at !== HTMLElement.prototype && at !== null;
          at = Object.getPrototypeOf(at)
        ) {
          for (const [name, each] of Object.entries(Object.getOwnPropertyDescriptors(at))) {
            if (each.get) names.add(name);
          }
        }
      }
      return found.flatMap((element) =>
        [...names].flatMap((name) => {
          const { get, set } =
            Object.getOwnPropertyDescriptor(Object.getPrototypeOf(element), name) ?? {};
          // Those that can be set take only what they are; the others take anything.
          return get && !set ? [`${element.localName}.${name}`] : [];
        }),
      );
    });
    assert.deepEqual(thrown, []);
  }
  await page.goto(`${suite.address}/index.html?sample=none`);
  await page.waitForFunction(() => document.querySelector('crossfoot-editor')?.isReady);
  const kept = await page.evaluate(() => {
    'use strict';
    const editor = document.querySelector('crossfoot-editor');
    for (const name of ['ready', 'isReady', 'saveState', 'files', 'selection']) editor[name] = 'x';
    return [editor.ready instanceof Promise, editor.isReady, editor.saveState];
  });
  assert.deepEqual(kept, [true, true, null]);
  assert.deepEqual(problems, []);
  await close();
});

test('the property and the attribute `form` put the editor into a form elsewhere in the page', async () => {
  const { page, close } = await newPage(suite);
  await openDocument(page, quoteOf('Design'));
  const sent = await page.evaluate(async () => {
    'use strict';
    const editor = document.querySelector('crossfoot-editor');
    const form = document.createElement('form');
    form.id = 'order';
    const nameless = document.createElement('form');
    document.body.prepend(form, nameless);
    editor.name = 'lines';
    const sendsTo = (each) => new FormData(each).get('lines')?.includes('Design') ?? false;
    const seen = [];
    for (const value of ['order', nameless, form, null]) {
      editor.form = value;
      seen.push([editor.form === form, sendsTo(form), editor.form === nameless, sendsTo(nameless)]);
    }
    editor.setAttribute('form', 'order');
    seen.push(sendsTo(form));
    return seen;
  });
  const [inForm, inNameless] = [
    [true, true, false, false],
    [false, false, true, true],
  ];
  assert.deepEqual(sent, [inForm, inNameless, inForm, [false, false, false, false], true]);
  await close();
});

for (const [what, answer] of Object.entries({
  'is not there': (route) => route.fulfill({ status: 404, body: 'no' }),
  'cannot be reached': (route) => route.abort(),
  'is another file': (route) => route.fulfill({ contentType: 'application/wasm', body: 'else' }),
})) {
  test(`an engine that ${what}: the page says where and what helps, and ready rejects`, async () => {
    const context = await suite.browser.newContext();
    const page = await context.newPage();
    const thrown = [];
    page.on('pageerror', (error) => thrown.push(String(error)));
    await page.route(/\.wasm$/, answer);
    await page.goto(`${suite.address}/index.html?lang=de`);
    const shown = page.locator('crossfoot-editor .starting');
    await shown.getByText('crossfoot').waitFor();
    assert.match(await shown.innerText(), /http:.*crossfoot.*\.wasm.*laden Sie die Seite neu/);
    const reason = await page.evaluate(() =>
      document.querySelector('crossfoot-editor').ready.then(
        () => '',
        ({ message, address }) => `${address} ${message}`,
      ),
    );
    assert.match(reason, /^http:\S+\.wasm The engine could not be loaded.*`wasmUrl`/);
    assert.deepEqual(thrown, []);
    await context.close();
  });
}

test('a file that is imported keeps every digit, a document and a list of lines', async () => {
  const { page, close } = await newPage(suite);
  await openDocument(page, quoteOf('Design'));
  const importFile = async (text) => {
    await page.locator('[data-tool=more]').click();
    const choosing = page.waitForEvent('filechooser');
    await page.getByRole('menuitem', { name: /Import/ }).click();
    const buffer = Buffer.from(text);
    await (await choosing).setFiles({ name: 'it.json', mimeType: 'application/json', buffer });
  };
  const value = () => page.evaluate(() => document.querySelector('crossfoot-editor').value);
  const has = (text) => eventually(async () => assert.match(await value(), text));
  await importFile(
    '\ufeff{"version":1,"currency":"USD","date":"2026-11-22","custom":{"n":12345678901234567890},' +
      '"lines":[{"id":"a","name":"Ore","unitPrice":99999999999.123456}]}',
  );
  await has(/"n":12345678901234567890/);
  await has(/99999999999\.123456/);
  await importFile('[{"id":"b","name":"Tin","quantity":1234567890.654321}]');
  await has(/1234567890\.654321/);
  await page.locator('tr.item [data-col=name]').first().click();
  await page.keyboard.press('Control+z');
  await page.keyboard.press('Control+z');
  await has(/Design/);
  await close();
});

test('locales with a Unicode extension open, and are typed in', async () => {
  for (const locale of ['ar-EG-u-nu-latn', 'de-DE-u-co-phonebk', 'ja-JP-u-ca-japanese']) {
    const { page, problems, close } = await newPage(suite);
    await openDocument(page, {
      ...quoteOf('Design'),
      locale,
      lines: [{ id: 'l1', name: 'Design' }],
    });
    await typePrice(page, '12', 30);
    await page.keyboard.press('Tab');
    assert.equal((await savedDocument(page)).lines[0].unitPrice, '12');
    assert.deepEqual(problems, []);
    await close();
  }
});
