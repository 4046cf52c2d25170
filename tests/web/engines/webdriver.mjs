// As much of the W3C WebDriver protocol as the main flow needs: a page, keys, scripts.

/** Keys that are not text, as WebDriver writes them. */
export const KEYS = {
  Tab: '\uE004',
  Enter: '\uE007',
  Shift: '\uE008',
  Control: '\uE009',
  Alt: '\uE00A',
  Escape: '\uE00C',
  ArrowUp: '\uE013',
  ArrowDown: '\uE015',
  Delete: '\uE017',
  F6: '\uE036',
};

/** The key actions of a combination such as `Alt+Shift+c`, or of typed text. */
export function keyActions(keys) {
  const codes = keys.map((key) => KEYS[key] ?? key);
  return [
    ...codes.map((value) => ({ type: 'keyDown', value })),
    ...codes.reverse().map((value) => ({ type: 'keyUp', value })),
  ];
}

/** A session at a WebDriver server, with the methods the flow uses. */
export async function webDriver(address, capabilities) {
  const send = async (method, path, body) => {
    const init = { method, headers: { 'content-type': 'application/json' } };
    if (body !== undefined) init.body = JSON.stringify(body);
    const reply = await (await fetch(address + path, init)).json();
    if (reply.value?.error) throw new Error(`${reply.value.error}: ${reply.value.message}`);
    return reply.value;
  };
  const { sessionId } = await send('POST', '/session', {
    capabilities: { alwaysMatch: capabilities },
  });
  const at = `/session/${sessionId}`;
  const act = (actions) =>
    send('POST', `${at}/actions`, { actions: [{ type: 'key', id: 'keys', actions }] });
  return {
    open: (url) => send('POST', `${at}/url`, { url }),
    run: (script) => send('POST', `${at}/execute/sync`, { script: `return ${script}`, args: [] }),
    press: (combination) => act(keyActions(combination.split('+'))),
    type: (text) => act([...text].flatMap((character) => keyActions([character]))),
    close: () => send('DELETE', at),
  };
}
