// The main flow, by keys alone, in whichever engine a driver stands for.
import assert from 'node:assert/strict';

const pause = (ms) => new Promise((done) => setTimeout(done, ms));

const STATE = `(() => {
  const editor = document.querySelector('crossfoot-editor');
  const inner = editor.shadowRoot.activeElement;
  return {
    due: editor.store.totals.summary.dueNow,
    names: editor.store.ids.map((id) => editor.store.row(id).input.name ?? ''),
    focus: inner ? (inner.getAttribute('aria-label') ?? inner.textContent.trim()) : 'BODY',
    open: editor.overlays.isOpen,
  };
})()`;

/** Enters, moves, deletes and restores lines, opens and leaves overlays, adds a discount. */
export async function mainFlow(driver, address) {
  await driver.open(`${address}/index.html?sample=none`);
  for (
    let tries = 0;
    !(await driver.run(`document.querySelector('crossfoot-editor')?.isReady ?? false`));
    tries++
  ) {
    if (tries > 60) throw new Error('the editor did not start');
    await pause(250);
  }
  const press = async (...keys) => {
    for (const key of keys) {
      await driver.press(key);
      await pause(120);
    }
    const state = await driver.run(STATE);
    assert.notEqual(state.focus, 'BODY', `focus was lost after ${keys.join(', ')}`);
    return state;
  };
  const focusLine = async (column) => {
    await driver.run(`(() => {
      const editor = document.querySelector('crossfoot-editor');
      editor.focusLine(editor.store.ids[0], '${column}');
      return true;
    })()`);
    await pause(120);
  };

  await driver.run(`(document.querySelector('crossfoot-editor').focus(), true)`);
  for (const name of ['One', 'Two', 'Three']) {
    await driver.type(name);
    await press('Tab');
    await driver.type('2');
    await press('Tab');
    await driver.type('10.50');
    await press('Enter');
  }
  let state = await driver.run(STATE);
  assert.deepEqual([state.due, state.names], ['63.00', ['One', 'Two', 'Three']]);

  state = await press('ArrowUp', 'Alt+Shift+ArrowUp');
  assert.deepEqual(state.names, ['One', 'Three', 'Two']);
  assert.match(state.focus, /line 2: Three$/);
  state = await press('Alt+Shift+Delete');
  assert.deepEqual([state.due, state.names], ['42.00', ['One', 'Two']]);
  state = await press('Control+z');
  assert.deepEqual([state.due, state.names], ['63.00', ['One', 'Three', 'Two']]);

  state = await press('Alt+Shift+c');
  assert.equal(state.open, true);
  state = await press('Escape');
  assert.equal(state.open, false);
  assert.match(state.focus, /line 2: Three$/);
  for (const column of ['billing', 'taxes', 'actions']) {
    await focusLine(column);
    assert.equal((await press('Enter')).open, true, column);
    state = await press('Escape');
    assert.equal(state.open, false, column);
    assert.match(state.focus, /line 1: One/, column);
  }

  await focusLine('name');
  state = await press('F6');
  assert.match(state.focus, /Add discount$/);
  await press('Enter');
  await press('Tab');
  await driver.type('10%');
  state = await press('Tab');
  assert.equal(state.due, '56.70');
}
